package extract

import "strings"

// sideWord is what a word beside an event or an agreement tells of it; see
// data/events-around.txt.
type sideWord uint64

const (
	aroundShort sideWord = 1 << iota
	aroundOwing
	aroundFailing
	aroundRefusing
	aroundManaging
	aroundNearing
	aroundDistant
	aroundEarly
	aroundModal
	aroundRuling
	aroundVague
	aroundComing
	aroundTiming
	aroundLinking
	aroundAbsent
	aroundSeeming
	aroundDegree
	aroundLeaving
	aroundJolting
	aroundCourse
	aroundStrain
	aroundTopic
	aroundWishing
	aroundWishedFor
	aroundFallen
	aroundGetting
	aroundDoubting
	aroundLeading
	aroundStill
	aroundDue
	aroundThing
	aroundSeat
	aroundAssembly
	aroundIntent
	aroundPointing
	aroundFormal
	aroundSides
	aroundVenue
	aroundCraft
	aroundHabit
	aroundPrivate
	aroundDomestic
	aroundHoped
	aroundWarring
	aroundShunning
	aroundLand
	aroundManner
	aroundRanking
	aroundSeeking
	aroundStriving
	aroundAnnouncing
	aroundRough
	aroundCounting
	aroundProceeding
	aroundDelivered
	aroundOfStates
	aroundForward
	aroundScarce
)

var aroundClasses = map[string]sideWord{
	"short": aroundShort, "owing": aroundOwing, "failing": aroundFailing, "refusing": aroundRefusing, "managing": aroundManaging,
	"nearing": aroundNearing, "distant": aroundDistant, "early": aroundEarly, "modal": aroundModal, "ruling": aroundRuling,
	"vague": aroundVague, "coming": aroundComing, "timing": aroundTiming, "linking": aroundLinking, "absent": aroundAbsent,
	"shunning": aroundShunning, "land": aroundLand, "forward": aroundForward, "scarce": aroundScarce, "seeming": aroundSeeming, "degree": aroundDegree, "leaving": aroundLeaving,
	"jolting": aroundJolting, "course": aroundCourse, "strain": aroundStrain, "topic": aroundTopic, "wishing": aroundWishing,
	"wished-for": aroundWishedFor, "fallen": aroundFallen, "getting": aroundGetting, "doubting": aroundDoubting, "leading": aroundLeading,
	"still": aroundStill, "due": aroundDue, "thing": aroundThing, "seat": aroundSeat, "assembly": aroundAssembly, "intent": aroundIntent,
	"pointing": aroundPointing, "formal": aroundFormal, "sides": aroundSides, "venue": aroundVenue, "craft": aroundCraft, "habit": aroundHabit,
	"private": aroundPrivate, "domestic": aroundDomestic, "hoped": aroundHoped, "warring": aroundWarring,
	"manner": aroundManner, "ranking": aroundRanking, "seeking": aroundSeeking, "striving": aroundStriving, "announcing": aroundAnnouncing,
	"rough": aroundRough, "counting": aroundCounting, "proceeding": aroundProceeding, "delivered": aroundDelivered, "of-states": aroundOfStates,
}

// beside tells whether a word of a class stands between lo and hi, or one that ends in
// "n't" where the class has "not".
func (r *eventReader) beside(lo, hi int, class sideWord) bool {
	for i := max(lo, 0); i < hi; i++ {
		k := &r.t.tok[i]
		if r.ev.around.of(k.word)&class != 0 || strings.HasSuffix(k.low, "n't") && r.ev.around.of(r.ev.not)&class != 0 {
			return true
		}
	}
	return false
}
