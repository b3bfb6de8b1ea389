package extract

import "parley/model"

// Names that the directory has not, beside those that it has.

// farName is how many tokens back a full name is sought of which a part stands alone.
const farName = 1500

// ofDoubleName tells whether the word at i is one half of a family name that somebody with a given
// name bears in the text up to there: "Ada Quell-Marden … Quell-Marden". "The Quell-Marden talks"
// are those of two.
func (r *resolver) ofDoubleName(t *text, i int) bool {
	if t.field != model.InText {
		return false
	}
	lo := i
	if i > 1 && t.tok[i].is(flagGlued) && t.tok[i-1].low == "-" && t.tok[i-1].is(flagGlued) {
		lo = i - 2
	}
	if lo+2 >= len(t.tok) || t.tok[lo+1].low != "-" || !t.tok[lo+1].is(flagGlued) || !t.tok[lo+2].is(flagGlued) {
		return false
	}
	if other := &t.tok[lo+lo+2-i]; other.kind != wordToken || !other.is(flagCapital) || other.id != 0 {
		return false
	}
	for k := lo; k > max(0, lo-farName); k-- {
		if t.tok[k].low != t.tok[lo].low || t.tok[k+1].low != "-" || t.tok[k+2].low != t.tok[lo+2].low {
			continue
		}
		if given := &t.tok[k-1]; given.kind == wordToken && given.is(flagCapital) && given.id == 0 && !given.is(flagAllCaps) && !genitive(given) {
			return true
		}
	}
	return false
}

// strangerHeld finds the full name behind the whole of a post whose first word ends before token
// end, of somebody whom the directory does not know: "envoy to Norway Sir Ivo Marden", "head of
// port research Ada Quell". It is empty for none.
func (r *resolver) strangerHeld(t *text, end, hi int) stretch {
	if end+3 >= hi || r.noun(&t.tok[end-1])&nounTitle == 0 || t.tok[end].low != "to" && t.tok[end].low != "of" && t.tok[end].low != "for" && t.tok[end].low != "in" {
		return stretch{}
	}
	lo := hi
	for lo > end+1 && t.tok[lo-1].kind == wordToken && t.tok[lo-1].is(flagCapital) && !r.stops(t, lo-1) && r.names.lex.of(&t.tok[lo-1]) == 0 {
		lo--
	}
	if hi-lo == 3 && t.tok[lo-1].is(flagCapital) && lo-1 > end {
		lo++ // "director of Government Affairs Ada Quell"
	}
	before := &t.tok[lo-1]
	if hi-lo < 2 || hi-lo > 3 || before.kind != wordToken || lo-1 == end {
		return stretch{}
	}
	if !before.is(flagCapital) && (r.names.lex.of(before) != 0 || r.noun(before)&(nounOrgan|nounUnnamed) != 0 || r.names.lex.of(&t.tok[lo-2])&classDeterminer != 0) {
		return stretch{} // "head of the charity Clean Harbours"
	}
	return stretch{lo, hi}
}

// capitals says whether every token from lo to hi is a word with a capital, and there is one.
func capitals(t *text, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if t.tok[i].kind != wordToken || !t.tok[i].is(flagCapital) {
			return false
		}
	}
	return lo < hi
}

// oneOf finds the body for which one of its spokespeople speaks whom nobody names: "a Council
// spokesperson" need not be the one whom the directory has.
func (r *resolver) oneOf(t *text, lo int, m mention) (mention, bool) {
	if lo == 0 || m.how != byOffice || r.actors[m.actor].Role != "spokesperson" || t.tok[lo-1].low != "a" && t.tok[lo-1].low != "an" {
		return mention{}, false
	}
	body, ok := r.nameAt(t, m.lo)
	return body, ok && r.actors[body.actor].Kind != model.Person
}
