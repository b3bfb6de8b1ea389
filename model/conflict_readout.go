package model

import "slices"

// How far apart two readouts of one meeting may be, and two accounts of who asked
// for it, in ms.
const (
	readoutWindow = 36 * msPerHour
	askedWindow   = 10 * msPerDay
)

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
	case f&flagVenueOpen != 0:
		return flagVenueSet // not the other way round: a venue agreed after none was is news
	}
	return 0
}

// flagsOfReadout are all that make a statement one side's account of a meeting.
const flagsOfReadout = flagsOfClaims | partyMask<<askedBits

func (x *index) noteReadout(i int32, f *fact) {
	if f.flags&flagsOfReadout != 0 {
		x.readouts = append(x.readouts, i)
	}
}

// clashReadouts notes the latest readout of another party that says the contrary.
func (w *writer) clashReadouts(i int32) {
	f := w.fact(i)
	contrary := f.flags.contrary()
	base := prefix(w.base.index.readouts, w.top.facts)
	var layer []int32
	if w.layer != nil {
		layer = w.layer.index.readouts
	}
	claimed, asked := contrary == 0, f.flags.asked() == 0
	steps := 0
	for j := range newestFirst(base, layer) {
		g, apart := w.fact(j), w.factTime(i)-w.factTime(j)
		if steps++; steps > maxMatches || apart > askedWindow || claimed && asked {
			return
		}
		if g.flags.party() == f.flags.party() || w.apart(i, j) > askedWindow {
			continue
		}
		if !claimed && g.flags&contrary != 0 && w.apart(i, j) <= readoutWindow {
			kind := kindOfClaim(contrary)
			if c := w.latestOnVenue(i); kind == clashVenue && c != nil && c.own {
				return // there is one by now
			}
			if kind == clashReadout && w.sameMatter(i, j) || kind != clashReadout && w.sameTopics(i, j) {
				w.noteClash(j, i, kind)
				claimed = true
			}
		}
		if theirs := g.flags.asked(); !asked && theirs > 0 && theirs != f.flags.asked() {
			w.noteClash(j, i, clashAsked)
			asked = true
		}
	}
}

// settleVenue lets the plan of a meeting of two parties at a place settle whether
// there is a venue.
func (w *writer) settleVenue(i int32) {
	f, labels := w.fact(i), w.r.dict.labels.text
	if f.detail == 0 || labels[f.sector] != Planned || EventClass(labels[f.class]) != "meeting" {
		return
	}
	if w.partiesAt(i) < 2 {
		return
	}
	if c := w.latestOnVenue(i); c != nil && !c.own {
		w.noteClash(c.b, i, clashVenue)
	}
}

// partiesAt counts the parties of the summit who take part in an event.
func (w *writer) partiesAt(i int32) int {
	var parties []string
	for _, a := range w.others(i) {
		actor, _ := w.r.c.Directory.Find(w.r.dict.actors.text[a])
		if side := SideOf(actor); slices.Contains(w.r.parties, side) && !slices.Contains(parties, side) {
			parties = append(parties, side)
		}
	}
	return len(parties)
}

// latestOnVenue is the latest clash about a venue before a fact, or what settled it.
func (w *writer) latestOnVenue(i int32) *clash {
	for n := range newestFirst(posted(&w.view, clashesIn, matterOf(clashVenue), w.top.clashes)) {
		if c := w.view.clash(n); w.factTime(i)-c.seen <= askedWindow {
			return &c
		}
		return nil
	}
	return nil
}

func kindOfClaim(f factFlags) clashKind {
	switch {
	case f&(flagClaimsDeal|flagDeniesDeal) != 0:
		return clashAgreement
	case f&(flagVenueSet|flagVenueOpen) != 0:
		return clashVenue
	}
	return clashReadout
}

// sideIn is the side that a readout takes in a clash of a kind.
func (f factFlags) sideIn(kind clashKind) int {
	if kind == clashAsked {
		return f.asked()
	}
	if f&(flagClaimsDeal|flagDiscussed|flagVenueSet) != 0 {
		return 1
	}
	return 0
}

// SideOf is whose side an actor is on, empty where nobody says.
func SideOf(a Actor) string {
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
			if a, ok := d.Find(id); ok && !slices.Contains(sides, SideOf(a)) {
				sides = append(sides, SideOf(a))
			}
		}
	}
	return sides
}

// sameTopics says whether two statements can be about one thing: they share a
// topic, or one names none.
func (w *writer) sameTopics(i, j int32) bool {
	a, b := w.topics(i), w.topics(j)
	return mayMeet(a, b)
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
	switch kind {
	case clashAgreement:
		return "whether there is an agreement"
	case clashVenue:
		return "whether a venue is agreed"
	case clashAsked:
		return "who asked for the meeting"
	}
	return "whether it was discussed"
}
