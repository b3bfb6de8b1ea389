package model

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// Two sides of a summit may tell what came of it so that both cannot be right:
// one speaks of the agreement reached, the other says that there is none; one
// says what was discussed, the other that it was not. A false conflict is worse
// than none, so only plain claims count, and only of those who were parties.

const flagsOfReadout = flagClaimsDeal | flagDeniesDeal | flagDiscussed | flagNotDiscussed

// readoutWindow is how far apart two readouts of one meeting may be, in ms.
const readoutWindow = 36 * msPerHour

const dealWord = `(?:agreement|deal|understanding|accord)s?`

var (
	claimsDeal = regexp.MustCompile(`\b` + dealWord + ` (?:that )?(?:we |weve |they |theyve |the sides |the leaders |both sides |was |were |has |have |had |been |ve )*(?:reached|struck|concluded)\b` +
		`|\b(?:we|they|sides|leaders|both|weve|have|has) (?:reached|struck|concluded) (?:an? |the |this |some )(?:\w+ ){0,2}` + dealWord + `\b`)
	// Folding takes the s of "there's" off.
	deniesDeal = regexp.MustCompile(`\bthere(?: is| was| has been)? no (?:\w+ )?` + dealWord + `\b` +
		`|\bno (?:\w+ )?` + dealWord + ` (?:was |has been |had been |were )?(?:reached|struck|concluded)\b` +
		`|\b(?:did not|didnt|have not|havent|has not|hasnt|had not) (?:yet )?(?:reach|reached|strike|struck|conclude|concluded) (?:an? |any |the )(?:\w+ ){0,2}` + dealWord + `\b`)
	saysDiscussed = regexp.MustCompile(`\b(?:was|were|has been|have been) (?:also |all )?(?:discussed|raised)\b|\b(?:we|they|he|she|leaders|sides|presidents) (?:also |had |have )?(?:discussed|raised)\b`)
	notDiscussed  = regexp.MustCompile(`\b(?:was|were|has|have|had) (?:not|never) (?:been )?(?:discussed|raised)\b|\b(?:wasnt|werent) (?:discussed|raised)\b|\b(?:did not|didnt|never) (?:discuss|discussed|raise|raised)\b`)
	// leaveOpen are words with which nothing plain is said.
	leaveOpen = wordSet("if unless whether could may might should would hope hopes close near nearly almost future soon want wants must need next any")
)

// readoutIn reads what a statement plainly claims came of a meeting.
func readoutIn(s *Statement) factFlags {
	if s.Modality != "" && s.Modality != "asserted" && s.Modality != "negated" || s.Type == "denial" && s.Mode != Direct {
		return 0 // the words told are those that are denied
	}
	if !ofMeetings(s.Content.Text) {
		return 0
	}
	words := foldWords(s.Content.Text)
	text := strings.Join(words, " ")
	switch {
	case deniesDeal.MatchString(text) && !claimsDeal.MatchString(deniesDeal.ReplaceAllString(text, "")):
		return flagDeniesDeal
	case claimsDeal.MatchString(text) && len(negationsIn(words)) == 0 && !openBefore(text, claimsDeal):
		return flagClaimsDeal
	case notDiscussed.MatchString(text) && !openBefore(text, notDiscussed):
		return flagNotDiscussed
	case saysDiscussed.MatchString(text) && len(negationsIn(words)) == 0 && !openBefore(text, saysDiscussed):
		return flagDiscussed
	}
	return 0
}

// outcomes are what all of the claims above hold, one or the other.
var outcomes = [][]byte{[]byte("deal"), []byte("agreement"), []byte("understanding"), []byte("accord"), []byte("discuss"), []byte("raise")}

// ofMeetings says whether a text has any of the outcomes: few have, and to look
// for them is quick.
func ofMeetings(text string) (found bool) {
	eachWordBytes(text, func(w []byte) bool {
		found = slices.ContainsFunc(outcomes, func(o []byte) bool { return bytes.Contains(w, o) })
		return !found
	})
	return found
}

// openBefore says whether one of the few words before a claim leaves it open. An
// agreement that is spoken of as reached is not left open by a hope for it.
func openBefore(text string, claim *regexp.Regexp) bool {
	at := claim.FindStringIndex(text)
	before := strings.Fields(text[:at[0]])
	before = before[max(0, len(before)-3):]
	if n := len(before); claim == claimsDeal && n > 0 && before[n-1] == "the" {
		return false
	}
	return slices.ContainsFunc(before, func(w string) bool { return leaveOpen[w] })
}

// contrary is what another's readout must say to contradict one.
func (f factFlags) contrary() factFlags {
	switch {
	case f&flagClaimsDeal != 0:
		return flagDeniesDeal
	case f&flagDeniesDeal != 0:
		return flagClaimsDeal
	case f&flagDiscussed != 0:
		return flagNotDiscussed
	case f&flagNotDiscussed != 0:
		return flagDiscussed
	}
	return 0
}

func (x *index) noteReadout(i int32, f *fact) {
	if f.flags&flagsOfReadout != 0 {
		x.readouts = append(x.readouts, i)
	}
}

// clashReadouts notes the latest readout of another party that says the contrary.
func (w *writer) clashReadouts(i int32) {
	f := w.fact(i)
	contrary := f.flags.contrary()
	mine := w.party(f)
	if contrary == 0 || mine == "" {
		return
	}
	base := prefix(w.base.index.readouts, w.top.facts)
	var layer []int32
	if w.layer != nil {
		layer = w.layer.index.readouts
	}
	steps := 0
	for j := range newestFirst(base, layer) {
		if steps++; steps > maxMatches || w.factTime(i)-w.factTime(j) > readoutWindow {
			return
		}
		g := w.fact(j)
		theirs := w.party(g)
		if g.flags&contrary == 0 || theirs == "" || theirs == mine || w.ver(g.ver).item == w.ver(f.ver).item {
			continue
		}
		deal := contrary&(flagClaimsDeal|flagDeniesDeal) != 0
		switch {
		case deal && w.sameTopics(i, j):
			w.noteClash(j, i, clashAgreement)
			return
		case !deal && w.sameMatter(i, j):
			w.noteClash(j, i, clashReadout)
			return
		}
	}
}

// party is the side of the summit that a speaker is of, empty for none.
func (w *writer) party(f *fact) string {
	if f.actor < 0 {
		return ""
	}
	a, _ := w.r.c.Directory.Find(w.r.dict.actors.text[f.actor])
	for _, p := range w.r.parties {
		if p != "" && p == sideOf(a) {
			return p
		}
	}
	return ""
}

// sideOf is whose side an actor is on.
func sideOf(a Actor) string {
	if a.Side != "" {
		return a.Side
	}
	return a.State
}

// partiesOf are the sides of those who meet at a summit, by its agenda.
func partiesOf(s Summit, d *Directory) []string {
	var sides []string
	for _, p := range s.Agenda {
		if len(p.Actors) < 2 {
			continue
		}
		for _, id := range p.Actors {
			if a, ok := d.Find(id); ok && !slices.Contains(sides, sideOf(a)) {
				sides = append(sides, sideOf(a))
			}
		}
	}
	return sides
}

// sameTopics says whether two statements can be about one thing: they share a
// topic, or one names none.
func (w *writer) sameTopics(i, j int32) bool {
	a, b := w.topics(i), w.topics(j)
	return len(a) == 0 || len(b) == 0 || slices.ContainsFunc(a, func(t int32) bool { return slices.Contains(b, t) })
}

// sameMatter says whether what one says was discussed is what another says was not.
func (w *writer) sameMatter(i, j int32) bool {
	matter := func(i int32) []uint32 {
		return slices.DeleteFunc(slices.Clone(w.factWords(i)), func(word uint32) bool {
			text := w.r.dict.words.text[word]
			return text == "discuss" || text == "rais" || negations[text]
		})
	}
	a, b := matter(i), matter(j)
	shared := common(a, b)
	return shared >= 2 && 3*shared >= 2*min(len(a), len(b))
}

// readoutTopic says what two readouts differ on.
func readoutTopic(kind clashKind) string {
	if kind == clashAgreement {
		return "whether there is an agreement"
	}
	return "whether it was discussed"
}
