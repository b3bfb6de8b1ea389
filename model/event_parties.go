package model

import (
	"slices"
	"strings"
)

// Headlines leave out who meets: "Talks have begun" stands over a text that says whose,
// and "Vell: meeting with Osk was useful" names one of the two as the speaker. Read
// alone, each founds a meeting of its own. So the record counts as taking part whom the
// rest of the report, or the agenda, says to do so.

// taking returns who takes part in an event of a version, and the event of the same
// version that tells who, nil where none had to.
func (r *Record) taking(v *Version, rd *Reading, i int) (who []string, lender *Event) {
	e := &rd.Events[i]
	class := EventClass(e.Kind)
	if class == "agreement" && e.Status == NoneReached && len(e.Participants) == 0 {
		return r.whoTalked(rd), nil
	}
	if class != "meeting" && class != "call" && class != "press" || len(e.Participants) > 1 && !r.onlyStates(e.Participants) {
		return e.Participants, nil
	}
	for k := range rd.Events {
		o := &rd.Events[k]
		if k == i || EventClass(o.Kind) != class || !r.tellsWho(e, o) {
			continue
		}
		if lender != nil && !sameParty(unnumbered(lender.Participants), unnumbered(o.Participants), false) {
			return e.Participants, nil // of two meetings
		}
		if lender == nil || len(o.Participants) > len(lender.Participants) {
			lender = o
		}
	}
	switch {
	case lender != nil:
		return r.withOthers(lender.Participants, e.Participants), lender
	case len(e.Participants) == 1:
		if speaker := r.counterpart(rd, e); speaker != "" {
			return []string{speaker, e.Participants[0]}, nil
		}
	case class != "call" && len(r.principals) > 1 && r.ofSummit(v, rd, e):
		return r.principals, nil
	}
	return e.Participants, nil
}

// whoTalked are those of whom a report tells that they met, nobody where it tells of several
// meetings: the talks that end without an agreement are theirs.
func (r *Record) whoTalked(rd *Reading) (who []string) {
	for i := range rd.Events {
		o := &rd.Events[i]
		switch {
		case EventClass(o.Kind) != "meeting" || stage(o.Status) != Done || len(o.Participants) < 2:
		case who == nil:
			who = o.Participants
		case !sameParty(unnumbered(who), unnumbered(o.Participants), false):
			return nil
		}
	}
	return who
}

// unnumbered lets names be compared as numbers of actors are.
func unnumbered(names []string) []int32 {
	out := make([]int32, len(names))
	for i, name := range names {
		out[i] = int32(hashOf(name))
	}
	return out
}

// tellsWho says whether an event of a version can be another one of it, told with who
// takes part: where it names nobody or their states only, or is joined in the headline by
// one who is not among them.
func (r *Record) tellsWho(e, o *Event) bool {
	if len(o.Participants) < 2 || len(e.Participants) > 0 && r.onlyStates(o.Participants) || stage(e.Status) != stage(o.Status) {
		return false
	}
	if p, q := folded(e.Place), folded(o.Place); p != "" && q != "" && p != q && !sharesWord(p, q) {
		return false
	}
	if e.When.Start != "" && o.When.Start != "" && e.When.Start != o.When.Start {
		return false
	}
	sides := r.sidesOf(o.Participants)
	if r.onlyStates(e.Participants) && !slices.ContainsFunc(r.sidesOf(e.Participants), func(side string) bool { return !slices.Contains(sides, side) }) {
		return true
	}
	if e.In == InText && len(e.Participants) == 1 && slices.Contains(o.Participants, e.Participants[0]) {
		return true // "Vell announced the meeting"
	}
	if e.In == InTitle && o.In == InText && len(e.Participants) == 1 {
		return e.Status == EventDenied && slices.Contains(o.Participants, e.Participants[0]) // "No plans for a meeting with Vell"
	}
	return len(e.Participants) == 1 && e.In == InTitle && o.In == InTitle && !overlap(e.Spans, o.Spans)
}

// stage is what a status comes to where only planned, held and not held matter.
func stage(status string) string {
	if status == UnderWay {
		return Done
	}
	return status
}

// aheadOf says whether a headline tells the meeting of the summit's principals, which is
// days ahead, as if it were now: "Ally uneasy as Vell meets Osk".
func (r *Record) aheadOf(e *Event, who []string, v *Version) bool {
	start := r.c.Summit.Start
	if e.Status != UnderWay || e.Rule != RuleMeeting || e.In != InTitle || e.When.Start != "" || len(r.principals) < 2 || start.IsZero() ||
		!moment(outTime(v)).Before(start.Add(-phaseWindow)) {
		return false
	}
	return !slices.ContainsFunc(r.principals, func(id string) bool { return !slices.Contains(who, id) })
}

// onlyStates says whether none of some actors is a person, as of no actors.
func (r *Record) onlyStates(actors []string) bool {
	return !slices.ContainsFunc(actors, func(id string) bool {
		a, known := r.c.Directory.Find(id)
		return !known || a.Kind != State && a.Kind != Bloc
	})
}

// namesNobody says whether a report of an event at a place names no person and no state but
// the one where it is.
func (r *Record) namesNobody(rd *Reading, place string) bool {
	return !slices.ContainsFunc(rd.Actors, func(m Mention) bool {
		a, known := r.c.Directory.Find(m.ID)
		return known && (a.Kind == Person || (a.Kind == State || a.Kind == Bloc) && r.seats[place] != a.ID)
	})
}

// handshake says whether a sentence tells a meeting by the hands that were shaken, which
// goes before it.
func handshake(e *Event, sentence string, marks []Span) bool {
	if EventClass(e.Kind) != "meeting" || len(marks) != 1 {
		return false
	}
	told := " " + folded(string([]rune(sentence)[marks[0][0]:marks[0][1]])) + " "
	return strings.Contains(told, " shake hands ") || strings.Contains(told, " shook hands ") || strings.Contains(told, " shakes hands ") || strings.Contains(told, " shaking hands ")
}

// sidesOf are the sides of some actors, each once.
func (r *Record) sidesOf(actors []string) (out []string) {
	for _, id := range actors {
		if side := SideOf(*r.c.Directory.actor(id, "")); !slices.Contains(out, side) {
			out = append(out, side)
		}
	}
	return out
}

// withOthers are some who take part and those of others for whom none of them stands.
func (r *Record) withOthers(who, others []string) []string {
	out, sides := slices.Clone(who), r.sidesOf(who)
	for _, id := range others {
		if !slices.Contains(out, id) && !(r.onlyStates([]string{id}) && slices.Contains(sides, r.sidesOf([]string{id})[0])) {
			out = append(out, id)
		}
	}
	return out
}

// counterpart is who speaks of an event in which one of the summit's principals is told
// to take part, where the speaker is another of them: "Vell: meeting with Osk was useful".
func (r *Record) counterpart(rd *Reading, e *Event) string {
	if !slices.Contains(r.principals, e.Participants[0]) {
		return ""
	}
	for i := range rd.Statements {
		s := &rd.Statements[i]
		if s.In == e.In && s.Speaker.Actor != e.Participants[0] && slices.Contains(r.principals, s.Speaker.Actor) && overlap(s.Content.Spans, e.Spans) {
			return s.Speaker.Actor
		}
	}
	return ""
}

// leadOf is how many code points of a text are its lead.
const leadOf = 300

// ofSummit says whether an event that names no person is the meeting of the summit's
// principals: at the place where it is or, where nothing else is named, over a lead that
// names them all or has a word of the agenda for their meeting.
func (r *Record) ofSummit(v *Version, rd *Reading, e *Event) bool {
	if sides := r.sidesOf(e.Participants); slices.ContainsFunc(sides, func(side string) bool { return !slices.Contains(r.parties, side) }) || len(sides) == 1 {
		return false
	}
	if place := folded(e.Place); place != "" {
		return sharesWord(place, r.site)
	}
	sentence, _ := sentenceAround(fieldText(v, e.In), e.Spans)
	if sharesWord(folded(strings.ReplaceAll(sentence, "-", " ")), r.site) {
		return true
	}
	if len(e.Participants) > 0 {
		return false
	}
	if e.In == InText {
		return r.ownIn(sentence) || r.headlined(rd)
	}
	if r.ownIn(headOf(v)) {
		return true
	}
	return !slices.ContainsFunc(r.principals, func(id string) bool {
		return !slices.ContainsFunc(rd.Actors, func(m Mention) bool {
			return m.ID == id && (len(m.TitleMentions) > 0 || len(m.Mentions) > 0 && m.Mentions[0][0] < leadOf)
		})
	})
}

// ownIn says whether a text has a word of the agenda for the meeting of the principals.
func (r *Record) ownIn(text string) bool {
	text = " " + folded(strings.ReplaceAll(text, "-", " ")) + " "
	return slices.ContainsFunc(r.ownTerms, func(t string) bool { return strings.Contains(text, t) })
}

// headlined says whether a headline names all the summit's principals and no other person,
// so that "the meeting" below it can be no other than theirs.
func (r *Record) headlined(rd *Reading) bool {
	var named []string
	for _, m := range rd.Actors {
		if a, ok := r.c.Directory.Find(m.ID); len(m.TitleMentions) > 0 && (!ok || a.Kind == Person) {
			named = append(named, m.ID)
		}
	}
	return len(named) == len(r.principals) && !slices.ContainsFunc(r.principals, func(id string) bool { return !slices.Contains(named, id) })
}

// headOf is a headline with the lead below it.
func headOf(v *Version) string { return v.Title + ". " + clip(v.Body(), leadOf) }

// principalsOf are the people who meet at a summit, by its agenda.
func principalsOf(s Summit, d *Directory) (out []string) {
	for _, p := range s.Agenda {
		if len(p.Actors) < 2 {
			continue
		}
		for _, id := range p.Actors {
			if a, ok := d.Find(id); ok && a.Kind == Person && !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// ownTermsOf are the words by which an agenda names a meeting of its principals and that
// not any other talks may have: "three-on-three", but not "talks begin".
func ownTermsOf(s Summit) (out []string) {
	frames := frameStems()
	for _, p := range s.Agenda {
		if len(p.Actors) < 2 {
			continue
		}
		for _, term := range termsOf(append(slices.Clone(p.Terms), p.InsteadTerms...)) {
			words := strings.Fields(term)
			if len(words) > 1 && !slices.ContainsFunc(words, func(w string) bool { return frames[stem(w)] }) {
				out = append(out, term)
			}
		}
	}
	return out
}
