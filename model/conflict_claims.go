package model

import (
	"regexp"
	"slices"
	"strings"
)

// Two sides of a summit may tell what came of it so that both cannot be right:
// one speaks of the agreement reached, the other says that there is none; one
// says what was discussed, the other that it was not; one says that the venue is
// agreed, the other that none is; each says that the other asked for the meeting.
// A false conflict is worse than none, so only plain claims count, and only of
// those who are parties.

const (
	flagsOfClaims = flagClaimsDeal | flagDeniesDeal | flagDiscussed | flagNotDiscussed | flagVenueSet | flagVenueOpen

	dealWord  = `(?:agreement|deal|understanding|accord)s?`
	venueWord = `(?:venue|location|site|place)s?`
	fixedWord = `(?:agreed|chosen|set|fixed|decided|settled)`
	askWord   = `(?:request|suggestion|initiative|invitation|proposal)`
)

var (
	claimsDeal = regexp.MustCompile(`\b` + dealWord + ` (?:that )?(?:we |weve |they |theyve |the sides |the leaders |both sides |was |were |has |have |had |been |ve )*(?:reached|struck|concluded)\b` +
		`|\b(?:we|they|sides|leaders|both|weve|have|has) (?:reached|struck|concluded) (?:an? |the |this |some )(?:\w+ ){0,2}` + dealWord + `\b`)
	// Folding takes the s of "there's" off.
	deniesDeal = regexp.MustCompile(`\bthere(?: is| was| has been)? no (?:\w+ )?` + dealWord + `\b` +
		`|\bno (?:\w+ )?` + dealWord + ` (?:was |has been |had been |were )?(?:reached|struck|concluded)\b` +
		`|^no (?:\w+ )?` + dealWord + `(?: on| over| yet| so far|$)` +
		`|\b(?:did not|didnt|have not|havent|has not|hasnt|had not) (?:yet )?(?:reach|reached|strike|struck|conclude|concluded) (?:an? |any |the )(?:\w+ ){0,2}` + dealWord + `\b` +
		`|` + noDealYet)
	// noneUntil says that there is none, whatever must come first.
	noneUntil     = regexp.MustCompile(`\bthere(?: is| was)? no (?:\w+ )?` + dealWord + ` (?:yet|until)\b|` + noDealYet)
	saysDiscussed = regexp.MustCompile(`\b(?:was|were|has been|have been) (?:also |all )?(?:discussed|raised)\b|\b(?:we|they|he|she|leaders|sides|presidents) (?:also |had |have )?(?:discussed|raised)\b`)
	notDiscussed  = regexp.MustCompile(`\b(?:was|were|has|have|had) (?:not|never) (?:been )?(?:discussed|raised)\b|\b(?:wasnt|werent) (?:discussed|raised)\b|\b(?:did not|didnt|never) (?:discuss|discussed|raise|raised)\b`)
	venueSet      = regexp.MustCompile(`\b` + venueWord + ` (?:of |for )?(?:\w+ ){0,8}?(?:(?:was|is|has been|had been|have been) (?:already |now )?)?` + fixedWord + `\b`)
	venueOpen     = regexp.MustCompile(`\bno ` + venueWord + ` (?:\w+ ){0,2}?(?:(?:was|is|has been|had been|have been) )?(?:yet )?` + fixedWord + `\b` +
		`|\b` + venueWord + ` (?:was not|wasnt|is not|isnt|has not|hasnt|had not|hadnt) (?:yet )?(?:been )?(?:yet )?` + fixedWord + `\b`)
	askedFor = regexp.MustCompile(`\b` + askWord + ` of (?:the )?(\w+(?: \w+)?(?: \w+)?)`)
	// theyAsked is who asked by the verb: "Osk asked for the meeting".
	theyAsked = regexp.MustCompile(`\b(\w+(?: \w+)?(?: \w+)?) (?:asked for|requested|sought|initiated|proposed|suggested) (?:the|this) (?:meeting|meet|summit|talks|visit|call|conversation)\b`)
	atTheir   = regexp.MustCompile(`\bat (?:the )?((?:\w+ )?(?:\w+ )?\w+) ` + askWord + `\b`)
	meets     = wordSet("meeting meet summit talks visit call conversation")
	// leaveOpen are words with which nothing plain is said.
	leaveOpen = wordSet("if unless whether could may might should would hope hopes close near nearly almost future soon want wants must need next any")
	// speakFor are those without a name whose word is their side's.
	speakFor = wordSet("official officials aide aides spokesman spokeswoman spokesperson adviser advisers envoy")
)

// noDealYet is the saying that nothing is agreed before all is.
const noDealYet = `\bno ` + dealWord + ` until there(?: is)? an? ` + dealWord + `\b`

// readoutOf reads what a statement that a feed tells plainly claims of a meeting, and the parties:
// who speaks, and who is said to have asked for it. outcome says that it may have any of
// the outcomes below: few have.
func (r *Record) readoutOf(s *Statement, feed string, outcome bool) factFlags {
	if saysNoSuchDeal(s) {
		return flagNoSuchDeal
	}
	if !outcome && !discussing(s) {
		return 0
	}
	party := r.partyOf(s.Speaker)
	if party == 0 {
		party = r.partyOfChannel(s.Speaker, feed)
	}
	if party == 0 || s.Type == "denial" && s.Mode != Direct {
		return 0 // no party's, or the words told are those that are denied
	}
	flags := claimsIn(s)
	if asked := r.askedIn(s); asked > 0 {
		flags |= factFlags(asked) << askedBits
	}
	if flags == 0 {
		return 0
	}
	return flags | factFlags(party)<<speakerBits
}

// outcomes are words of which all of the claims above hold one.
var outcomes = []string{
	"deal", "agreement", "understanding", "accord", "discuss", "raise",
	"venue", "location", "site", "place",
	"request", "suggestion", "initiative", "invitation", "proposal",
	"asked", "sought", "initiated", "proposed", "suggested",
}

// hasOutcome says whether a word has any of the outcomes in it.
func hasOutcome(word string) bool {
	return slices.ContainsFunc(outcomes, func(o string) bool { return strings.Contains(word, o) })
}

// claimsIn is what a statement claims in plain words.
func claimsIn(s *Statement) factFlags {
	words := foldWords(s.Content.Text)
	text := strings.Join(words, " ")
	if discussing(s) {
		text = "they discussed " + text
	}
	plain := s.Modality == "" || s.Modality == "asserted" || s.Modality == "negated"
	given := plain || s.Modality == "future" || s.Modality == "hedged" || s.Modality == "conditional"
	positive := len(negationsIn(words)) == 0
	says := func(claim *regexp.Regexp) bool { return claim.MatchString(text) && !openBefore(text, claim) }
	switch {
	case (plain || s.Modality == "conditional" && noneUntil.MatchString(text)) && deniesDeal.MatchString(text) &&
		!claimsDeal.MatchString(deniesDeal.ReplaceAllString(text, "")):
		return flagDeniesDeal
	case positive && (plain && says(claimsDeal) || given && presumed(text, claimsDeal)):
		return flagClaimsDeal
	case !plain:
		return 0
	case says(notDiscussed):
		return flagNotDiscussed
	case positive && says(saysDiscussed):
		return flagDiscussed
	case venueOpen.MatchString(text):
		return flagVenueOpen
	case positive && says(venueSet):
		return flagVenueSet
	}
	return 0
}

// openBefore says whether one of the few words before a claim leaves it open. An
// agreement that is spoken of as reached is not left open by a hope for it.
func openBefore(text string, claim *regexp.Regexp) bool {
	before := wordsBefore(text, claim)
	return !presumed(text, claim) && slices.ContainsFunc(before[max(0, len(before)-3):], func(w string) bool { return leaveOpen[w] })
}

// presumed says whether a text speaks of an agreement as of one that is there:
// "the understanding that we have reached", whatever it says of it.
func presumed(text string, claim *regexp.Regexp) bool {
	before := wordsBefore(text, claim)
	return claim == claimsDeal && len(before) > 0 && before[len(before)-1] == "the"
}

func wordsBefore(text string, claim *regexp.Regexp) []string {
	at := claim.FindStringIndex(text)
	if at == nil {
		return nil
	}
	return strings.Fields(text[:at[0]])
}

// askedIn is the party at whose request a meeting is said to be, 0 for none.
func (r *Record) askedIn(s *Statement) int {
	words := foldWords(s.Content.Text)
	if s.Modality != "" && s.Modality != "asserted" || len(negationsIn(words)) > 0 || !slices.ContainsFunc(words, func(w string) bool { return meets[w] }) {
		return 0
	}
	text := strings.Join(words, " ")
	if m := askedFor.FindStringSubmatch(text); m != nil {
		return r.firstNamed(strings.Fields(m[1]))
	}
	if m := theyAsked.FindStringSubmatch(text); m != nil {
		return r.lastNamed(strings.Fields(m[1]))
	}
	if m := atTheir.FindStringSubmatch(text); m != nil {
		return r.firstNamed(strings.Fields(m[1]))
	}
	return 0
}

// partyOf is the party whose word a speaker's is, 0 for none. An official without
// a name speaks for the side that the report calls him by.
func (r *Record) partyOf(s Speaker) int {
	if a, ok := r.c.Directory.Find(s.Actor); ok {
		return r.sideNames[folded(a.Name)]
	}
	words := foldWords(s.Text)
	if s.Actor == Unnamed && slices.ContainsFunc(words, func(w string) bool { return speakFor[w] }) {
		return r.firstNamed(words)
	}
	return 0
}

// ownVoices are those whom a side's own channel names without saying whose they are: itself, or
// those who met, of whom it tells its account.
var ownVoices = wordSet("presidency ministry government office cabinet palace leaders sides parties presidents ministers delegations they we president premier minister spokesman spokeswoman spokesperson official officials")

// partyOfChannel is the party whose own channel a feed is, where a speaker whom the directory does not
// know is such a voice; 0 for none.
func (r *Record) partyOfChannel(s Speaker, feed string) int {
	if _, known := r.c.Directory.Find(s.Actor); known {
		return 0
	}
	if !slices.ContainsFunc(foldWords(s.Text), func(w string) bool { return ownVoices[w] }) {
		return 0
	}
	i := slices.IndexFunc(r.c.Feeds, func(f Feed) bool { return f.Name == feed && f.Kind == Official && f.Side != "" })
	if i < 0 {
		return 0
	}
	if party := 1 + slices.Index(r.parties, r.c.Feeds[i].Side); party <= partyMask {
		return party
	}
	return 0
}

// discussing says whether a statement tells that something was discussed, by its cue alone.
func discussing(s *Statement) bool {
	return s.Mode != Direct && (s.Cue.Text == "discussed" || s.Cue.Text == "raised")
}

// firstNamed is the party that the first name in some folded words stands for.
func (r *Record) firstNamed(words []string) int {
	for i := range words {
		for n := min(3, len(words)-i); n > 0; n-- {
			if party := r.sideNames[strings.Join(words[i:i+n], " ")]; party > 0 {
				return party
			}
		}
	}
	return 0
}

// lastNamed is the party that the name at the end of some folded words stands for.
func (r *Record) lastNamed(words []string) int {
	for n := min(3, len(words)); n > 0; n-- {
		if party := r.sideNames[strings.Join(words[len(words)-n:], " ")]; party > 0 {
			return party
		}
	}
	return 0
}

// sideNamesOf are the folded names of those who stand on the sides of parties:
// of people, states and their seats.
func sideNamesOf(parties []string, d *Directory) map[string]int {
	names := map[string]int{}
	for i := range d.All() {
		a := &d.All()[i]
		party := 1 + slices.Index(parties, SideOf(*a))
		if party == 0 || party > partyMask {
			continue
		}
		list := append(append(append([]string{a.Name}, a.Aliases...), a.Seats...), a.Demonyms...)
		if a.Kind == Person {
			list = append(list, nameInText(a))
		}
		for _, name := range list {
			if key := folded(name); key != "" && names[key] == 0 {
				names[key] = party
			}
		}
	}
	return names
}
