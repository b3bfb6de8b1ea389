package extract

import (
	"strings"

	"parley/model"
)

// Quotations that lead a title or end it, and who is said to have spoken them.

// wholeQuote tells whether a segment is one quotation, and which.
func (r *titleReader) wholeQuote(s stretch) (quotation, bool) {
	for _, q := range r.t.quotes {
		if q.open == s.lo && q.close >= s.hi-2 && q.close < s.hi {
			if q.close == s.hi-1 || r.t.tok[s.hi-1].kind == punctToken {
				return q, true
			}
		}
	}
	return quotation{}, false
}

// quoteBefore reads "'q': X …": the one that the rest is about speaks, if the
// rest says that he spoke, felt or looked on, and nobody does where it only moves.
func (r *titleReader) quoteBefore(i int, q quotation) bool {
	rest := r.segs[i+1]
	if rest.label {
		return false
	}
	f := headFound{content: stretch{q.open, q.close + 1}, typ: "assertion", rule: "pattern-2:quotation-first"}
	np, verb := r.subject(rest.stretch)
	if who := r.standing(rest.stretch); who.lo < who.hi {
		f.speakers, f.speaker = r.parties(who), who
		r.segs[i].label = true
		r.add(f)
		return true // "'It floats.' X confident A"
	}
	who := r.stirred(rest.stretch)
	if who.lo >= who.hi && verb < 0 && !r.unmarked(i) {
		if who = r.pluralAhead(rest.lo, rest.hi); who.hi > who.lo && r.word(r.t, who.hi)&hMove != 0 {
			who = stretch{}
		}
	}
	if who.lo < who.hi { // "'A': plan angers fishermen", "'A': fishermen await B"
		f.speakers, f.speaker = r.parties(who), who
		r.segs[i].label = true
		r.add(f)
		return true
	}
	says, speaks := verb >= 0 && r.cueAt(verb), np.lo < np.hi && r.canSpeak(np)
	if verb >= 0 && !speaks && np.lo < np.hi {
		if v, _, ok := r.verbs.match(r.t.tok, verb); ok && v.typ == "criticism" {
			np = r.anyone(np, verb, v) // "'A': some divers criticise B"
			says, speaks = true, np.lo < np.hi
		}
	}
	switch {
	case r.question(rest.stretch) || !speaks || r.staff(rest.stretch):
		return false
	case verb >= 0 && r.word(r.t, verb)&hMove != 0 || r.unmarked(i) && (verb < 0 || !r.cueAt(verb) || !r.knownOrPeople(np)):
		return false
	case verb < 0 && np.hi < rest.hi && r.any(np.hi, np.hi+1, "in", "from") && len(r.parties(np)) == 1 && r.any(np.hi+2, min(np.hi+5, rest.hi), "on", "about", "over") && r.knownOrPeople(np):
	case verb < 0 && np.hi < rest.hi && r.t.tok[np.hi].low != "on" && r.t.tok[np.hi].low != "about" && r.t.tok[np.hi].low != "over":
		return false
	case verb >= 0 && !r.knownOrPeople(np) && !says && r.word(r.t, verb)&hLook == 0:
		return false
	}
	f.speakers, f.speaker = r.parties(np), np
	if v, n, ok := r.verbs.match(r.t.tok, max(verb, 0)); ok && verb >= 0 && v.frame != frameNone {
		f.cue, f.typ = stretch{verb, verb + n}, v.typ
		if !r.anyQuote(rest.stretch) && (v.lemma == "invite" || v.frame == frameSay && (verb+n >= rest.hi || r.narratorAt(verb+n, rest.hi))) {
			r.segs[i+1].label = true
		}
	}
	r.segs[i].label = true
	r.add(f)
	return true
}

// quoteAfter reads "X shrugs off Y: 'q'": the subject of the part before speaks.
func (r *titleReader) quoteAfter(i int, q quotation) bool {
	before := r.segs[i-1]
	if who := r.standing(before.stretch); who.lo < who.hi {
		r.segs[i].label = true
		r.add(headFound{speakers: r.parties(who), speaker: who, content: stretch{q.open, q.close + 1}, typ: "assertion", rule: "pattern-4:quotation-after-clause"})
		return true // "X puzzled by Y: 'q'"
	}
	np, verb := r.actor(before.stretch)
	if verb >= 0 && r.word(r.t, verb)&hStirs != 0 {
		if m, ok := r.who.nameAt(r.t, verb+1); ok && r.who.actors[m.actor].Kind == model.Person {
			np, verb = stretch{m.lo, m.hi}, -1 // "X disappoints Y: 'q'" is Y's word
		}
	}
	if np.lo >= np.hi || !r.canSpeak(np) || r.question(before.stretch) {
		return false
	}
	f := headFound{speakers: r.parties(np), speaker: np, content: stretch{q.open, q.close + 1}, typ: "assertion", rule: "pattern-4:quotation-after-clause"}
	if verb >= 0 {
		if v, n, ok := r.verbs.match(r.t.tok, verb); ok && v.frame != frameNone {
			f.cue, f.typ, f.judged = stretch{verb, verb + n}, v.typ, v.frame == frameJudge
		} else if r.word(r.t, verb)&hMove != 0 || len(f.speakers) > 1 || f.speakers[0].actor < 0 && f.speakers[0].capacity == "collective" {
			return false // two who meet do not speak as one, and of a body only its act is told
		}
	}
	r.segs[i].label, r.segs[i-1].label = true, !r.tellsMore(before.stretch, verb)
	r.add(f)
	return true
}

// tellsMore tells whether a clause before a quotation has a statement of its own by the
// verb at i: "X warns Y against A: 'q'", "X slams A: 'q'", not "X shrugs off A: 'q'".
func (r *titleReader) tellsMore(s stretch, i int) bool {
	if i < 0 {
		return false
	}
	v, n, ok := r.verbs.match(r.t.tok, i)
	if !ok || i+n+1 >= s.hi {
		return false
	}
	switch v.frame {
	case frameJudge:
		return v.typ == "criticism"
	case frameWarn, frameTell:
		return r.any(i+n+1, s.hi, "to", "against", "of", "that", "not", "over", "about")
	case frameAsk:
		return v.lemma != "invite"
	case frameSay, frameClaim:
		return r.any(i+n, i+n+1, "to", "that") || r.clauseFollows(i+n, s.hi)
	}
	return false
}

// unmarked tells whether no mark but its own parts a quotation from what follows it.
func (r *titleReader) unmarked(i int) bool { return i+1 < len(r.segs) && r.segs[i+1].sep == "”" }

// lone keeps a quotation that nobody is said to have said, when it leads the title.
func (r *titleReader) lone(i int, q quotation) {
	r.segs[i].label = true
	if i+1 < len(r.segs) && r.staff(r.segs[i+1].stretch) {
		return // "'It floats' – Harbour Times writers talk"
	}
	if i > 1 || q.hi-q.lo < 2 && !r.exclaims(i, q) || r.unmarked(i) && r.t.tok[q.hi-1].low == "?" || q.hi-q.lo == 2 && r.t.tok[q.hi-1].is(flagCapital) {
		return // "'Night Ferry'" is a title
	}
	r.add(headFound{
		speakers: []party{{id: model.Unknown, name: model.Unknown, capacity: "anonymous", actor: -1}},
		content:  stretch{q.open, q.close + 1}, typ: "assertion", rule: "kicker-quotation",
	})
}

// exclaims tells whether one quoted word before a colon says how something is, so that it
// is no title of a work: "'Horrifying': …".
func (r *titleReader) exclaims(i int, q quotation) bool {
	if i+1 >= len(r.segs) || r.segs[i+1].sep != ":" || q.hi-q.lo != 1 || r.t.tok[q.lo].kind != wordToken || len(r.t.tok[q.lo].low) < 6 {
		return false
	}
	for _, end := range []string{"ing", "ed", "ful", "ous", "ble", "ive", "less", "ane", "urd", "tic", "ish", "ent"} {
		if strings.HasSuffix(r.t.tok[q.lo].low, end) {
			return !r.any(r.segs[i+1].lo, min(r.segs[i+1].lo+3, r.segs[i+1].hi), "review", "film", "book", "series", "album", "season")
		}
	}
	return false
}

// anyQuote tells whether quotation marks stand in a stretch.
func (r *titleReader) anyQuote(s stretch) bool {
	for _, q := range r.t.quotes {
		if q.open >= s.lo && q.open < s.hi {
			return true
		}
	}
	return false
}
