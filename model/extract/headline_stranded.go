package extract

import (
	"strings"

	"parley/model"
)

// What looks like a statement in a headline and is none, or is only half of one.

// cutOff tells whether the words behind the cue at i are no content of it: the cue is the
// object of the verb before it ("Bank Cuts Rates and Holds Fire").
func (r *titleReader) cutOff(s stretch, i int) bool {
	return r.word(r.t, i)&hHomograph != 0 && i-1 > s.lo && r.thirdAt(i-1) && r.t.tok[i-1].is(flagCapital) == r.t.tok[i].is(flagCapital)
}

// strandedFrom returns what stands before the speaker np and belongs to a content that ends
// in a bare preposition: "In a Town Marden Says Nobody Has Heard Of, …".
func (r *titleReader) strandedFrom(s, np, content stretch) stretch {
	if content.hi >= s.hi || content.hi-content.lo < 2 || r.t.tok[content.hi].low != "," || r.word(r.t, s.lo)&hPrep == 0 || np.lo-s.lo < 2 || r.hasComma(stretch{s.lo, np.lo}) ||
		r.anyQuote(content) || !r.any(content.hi-1, content.hi, "of", "about", "for", "with", "at", "to") {
		return stretch{}
	}
	return stretch{s.lo + 1, np.lo}
}

// ranking tells whether what stands before "according to" is the title of a list of things
// that are recommended: "The 10 Best Kettles, According to Chefs".
func (r *titleReader) ranking(content, cue stretch) bool {
	if l := r.t.tok[cue.lo].low; l != "according" && l != "per" {
		return false
	}
	content = r.trimContent(content)
	k := content.lo
	for k < content.hi && (r.word(r.t, k)&hDeterminer != 0 || r.t.tok[k].kind == numberToken) {
		k++
	}
	if k >= content.hi-1 || r.word(r.t, k)&hRank == 0 || r.hasVerb(content) {
		return false
	}
	for i := k; i < content.hi; i++ {
		if r.any(i, i+1, "in", "since", "ever", "on") {
			return false // "the worst floods in decades" is what somebody found
		}
	}
	return strings.HasSuffix(r.t.tok[content.hi-1].low, "s")
}

// saysOfThem returns who says what a people will do, where the clause before a colon has him
// reject or demand something: "Marden rejects toll: Sailors 'will not pay for the sea'".
func (r *titleReader) saysOfThem(s segment, np stretch, quote int) stretch {
	last := np.hi - 1
	if ps := r.parties(np); len(ps) != 1 || ps[0].actor >= 0 && r.who.actors[ps[0].actor].Kind == model.Person {
		return stretch{}
	}
	if s.sep != ":" || np.lo != s.lo || last != np.lo || quote+1 >= s.hi || r.word(r.t, quote+1)&hAux == 0 || !strings.HasSuffix(r.t.tok[last].low, "s") {
		return stretch{}
	}
	for n := range r.segs {
		if n == 0 || r.segs[n].stretch != s.stretch {
			continue
		}
		who, verb := r.subject(r.segs[n-1].stretch)
		if ps := r.parties(who); verb >= 0 && r.cueAt(verb) && len(ps) == 1 && ps[0].actor >= 0 && r.who.actors[ps[0].actor].Kind == model.Person {
			return who
		}
	}
	return stretch{}
}
