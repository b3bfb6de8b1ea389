package extract

import (
	"embed"
	"strings"
	"time"
)

//go:embed data/events.txt data/events-around.txt data/places.txt data/events-zones.txt data/events-turns.txt
var eventData embed.FS

// tellRole is what a word does in the telling of an event.
type tellRole uint64

const (
	roleDo tellRole = 1 << iota
	roleTravel
	roleArrive
	roleDepart
	roleVisit
	roleReceive
	roleNoun
	roleHold
	rolePlan
	roleDrop
	roleShun
	roleReady
	roleBegin
	roleEnd
	roleDue
	roleReach
	roleMiss
	roleDeal
	rolePeople
	roleMatter
	roleDeny
	roleRecall
	roleFall
	roleAct
	roleTick
	roleFigure
	rolePomp
	roleSpan
	roleNear
	roleForce
	roleVerdict
	roleSend
	rolePair
	roleOngoing
	roleHalted
	roleEffect
	roleWish
	roleLoath
)

var eventRoles = map[string]tellRole{
	"do": roleDo, "travel": roleTravel, "arrive": roleArrive, "depart": roleDepart, "visit": roleVisit,
	"receive": roleReceive, "noun": roleNoun, "hold": roleHold, "plan": rolePlan, "drop": roleDrop, "shun": roleShun, "ready": roleReady,
	"begin": roleBegin, "end": roleEnd, "due": roleDue, "reach": roleReach, "miss": roleMiss, "deal": roleDeal,
	"people": rolePeople, "matter": roleMatter, "deny": roleDeny, "recall": roleRecall, "fall": roleFall, "act": roleAct, "tick": roleTick,
	"figure": roleFigure, "pomp": rolePomp, "near": roleNear, "force": roleForce, "verdict": roleVerdict, "send": roleSend, "span": roleSpan,
	"pair": rolePair, "ongoing": roleOngoing, "halted": roleHalted, "effect": roleEffect, "wish": roleWish, "loath": roleLoath,
}

// eventWord is a word or phrase with all its roles; kinds has the kind per role.
type eventWord struct {
	roles tellRole
	kinds map[tellRole]string
	form  uint8 // of a verb
	lemma string
}

func (w eventWord) is(role tellRole) bool { return w.roles&role != 0 }

// events reads what happened. Made once, only read afterwards.
type events struct {
	*headlines
	times     *times
	terms     *terms[eventWord]
	around    perWord[sideWord]
	not       wordID // the word "not"
	giving    starts // of the words that give somebody a term
	until     starts // of those behind which it ends
	coming    starts // of those by which somebody is due or on his way
	supposing starts // of those behind which a clause only supposes something
	neither   starts // of those that tell what none of two did
	denying   starts // of those by which somebody denies something
	had       starts // of those by whose place alone a clause only supposes something, or tells what was once to be
	turning   starts // of those that begin a phrase of turns
	plainly   starts // of those that begin one of plain
	unit      starts // of the words of hours or minutes
	turns     map[string][]eventTurn
	plain     map[string][]eventTurn // those of running text
	effects   map[string]uint8       // the form of a verb by which an event has some effect
	day       time.Time              // on which what is written about begins; zero for not known
}

func newEvents(x *lexicon, h *headlines, local, clocks *time.Location) (*events, error) {
	tm, err := newTimes(x, local, clocks)
	if err != nil {
		return nil, err
	}
	rows, err := table(eventData, "data/events.txt", 3)
	if err != nil {
		return nil, err
	}
	near, err := classedWords(x, eventData, "data/events-around.txt", aroundClasses)
	if err != nil {
		return nil, err
	}
	turns, err := loadTurns()
	if err != nil {
		return nil, err
	}
	words := map[string]eventWord{}
	add := func(text string, role tellRole, kind string, form uint8, lemma string) {
		w := words[text]
		if w.kinds == nil {
			w.kinds = map[tellRole]string{}
		}
		if _, ok := w.kinds[role]; !ok {
			w.kinds[role] = kind
		}
		w.roles |= role
		w.form |= form
		if form != 0 || w.lemma == "" {
			w.lemma = lemma
		}
		words[text] = w
	}
	effects := map[string]uint8{}
	for _, row := range rows {
		role := eventRoles[row[0]]
		for _, entry := range list(row[2]) {
			if role&(roleNoun|roleDeal|roleMiss|rolePeople|roleMatter|roleTick|rolePomp|roleNear|roleVerdict|rolePair|roleOngoing|roleHalted|roleLoath) != 0 {
				add(entry, role, row[1], 0, entry)
				continue
			}
			for form, text := range spellForms(entry) {
				if role == roleEffect {
					effects[text] |= form
					continue
				}
				add(text, role, row[1], form, strings.Split(entry, "/")[0])
			}
		}
	}
	e := &events{headlines: h, times: tm, terms: newTerms[eventWord](x), giving: x.newBit(), until: x.newBit(), coming: x.newBit(), supposing: x.newBit(), neither: x.newBit(), denying: x.newBit(), had: x.newBit(), turning: x.newBit(), plainly: x.newBit(), unit: x.newBit(), around: near, not: x.number("not"), effects: effects, turns: turns, plain: plainTurns(turns)}
	x.markAll(e.giving, "give", "gives", "gave", "given", "giving")
	x.markAll(e.until, "until", "till")
	x.markAll(e.coming, "due", "expected", "route", "way", "bound")
	x.markAll(e.supposing, "if", "unless", "whether", "once")
	x.markAll(e.neither, "neither", "nor")
	x.markAll(e.denying, "deny", "denying")
	x.markAll(e.had, "had", "should", "were")
	for word := range turns {
		x.mark(word, e.turning)
	}
	for word := range e.plain {
		x.mark(word, e.plainly)
	}
	type only struct {
		role tellRole
		kind string
	}
	alike := map[only]map[tellRole]string{} // most words have one kind, that many others have
	for text, w := range words {
		if len(w.kinds) == 1 {
			one := only{w.roles, w.kinds[w.roles]}
			if alike[one] == nil {
				alike[one] = w.kinds
			}
			w.kinds = alike[one]
		}
		e.terms.add(text, w)
	}
	return e, nil
}

// spellForms spells the forms of a verb: "sit down with/sat down with".
func spellForms(entry string) map[uint8]string {
	lemma, past, irregular := strings.Cut(entry, "/")
	verb, rest, more := strings.Cut(lemma, " ")
	if more {
		rest = " " + rest
	}
	if !irregular {
		past = pastOf(verb) + rest
	}
	ing := ingOf(verb)
	if first, _, _ := strings.Cut(past, " "); irregular && len(first) == len(verb)+3 && strings.HasSuffix(first, "ed") {
		ing = strings.TrimSuffix(first, "ed") + "ing" // "travelled", "travelling"
	}
	out := map[uint8]string{inBase: lemma, inThird: thirdOf(verb) + rest, inIng: ing + rest, inPast: past}
	if past == lemma {
		out[inBase|inPast] = lemma
	}
	return out
}
