package extract

import (
	"strings"

	"parley/model"
)

// Who speaks as one of many: crowds that march, shares of a people, and sources that the
// agencies of old tied to what they said with a hyphen.

// crowd reads "Thousands march in Oslo to demand A": people who gather say what for. What
// they are only "against" nobody is told to have said.
func (r *titleReader) crowd(s stretch, i int) (headVerb, int, bool) {
	t := r.t
	if r.word(t, i)&hMarches == 0 || i == s.lo || t.tok[i].is(flagQuoted) {
		return headVerb{}, 0, false
	}
	v := headVerb{lemma: "march", frame: frameClaim, form: formOf(t.tok[i].low), typ: "demand"}
	for j := i + 1; j+1 < s.hi && j < i+7; j++ {
		k := &t.tok[j]
		if k.is(flagQuoted) || !k.wordy() && k.low != "," {
			break
		}
		if k.low == "to" && r.any(j+1, j+2, "demand", "urge") {
			return v, j + 2 - i, true
		}
		if _, _, brk := r.breaks.match(t.tok, j); brk {
			break
		}
	}
	return headVerb{}, 0, false
}

// shareEnd returns where the people stand of whom a number or share begins a phrase at lo
// ("Two in three Norwegians", "Nearly half of Norwegians"), lo if none does.
func (r *titleReader) shareEnd(lo, hi int) int {
	t, i := r.t, lo
	if t.tok[lo].kind != numberToken && r.word(t, lo)&hShare == 0 {
		return lo
	}
	for i < hi && i < lo+3 && r.any(i, i+1, "nearly", "almost", "about", "around", "over", "more", "than", "some", "just", "roughly", "fewer", "less", "only", "under", "at", "least") {
		i++
	}
	number := func(i int) bool {
		return i < hi && (t.tok[i].kind == numberToken || r.word(t, i)&(hShare|hDeterminer) == hShare|hDeterminer || t.tok[i].low == "one")
	}
	of := func(i int) int {
		if i+1 < hi && t.tok[i].low == "of" {
			return i + 1
		}
		return lo
	}
	switch {
	case i+1 >= hi:
		return lo
	case number(i) && r.any(i+1, i+2, "in") && number(i+2) && i+3 < hi:
		return i + 3
	case number(i) && r.any(i+1, min(i+2, hi), "%", "percent", "pc"):
		return of(i + 2)
	case r.any(i, i+1, "half", "majority", "two-thirds", "quarter", "third", "three-quarters", "minority"):
		return of(i + 1)
	case number(i) && t.tok[i+1].low == "-" && i+3 < hi && strings.HasSuffix(t.tok[i+2].low, "s"):
		return of(i + 3) // "two-thirds of"
	}
	return lo
}

// sourceBehind tells whether nothing but a source stands behind the hyphen at i, as agencies
// of old ended a title: "Norway to lift levy-minister", "… in Oslo-White House".
func (r *titleReader) sourceBehind(i int) bool {
	t := r.t
	lo, hi := i+1, len(t.tok)
	if i < 5 || hi-lo > 4 || hi-lo < 1 || t.tok[hi-1].kind != wordToken || r.word(t, i-1)&hPrefix != 0 {
		return false
	}
	if m, ok := r.who.nameAt(t, lo); ok && m.how == byName && m.hi == hi {
		a := r.who.actors[m.actor]
		return a.Kind == model.Organisation || a.Kind == model.Person && !t.tok[i-1].is(flagCapital)
	}
	if end, _ := r.who.officeAt(t, lo); end == hi && hi-lo > 1 {
		return !r.who.known(t, i-1)
	}
	if hi-lo == 1 {
		return r.word(t, lo)&hSource != 0 && !t.tok[lo].is(flagCapital) && !r.who.known(t, i-1)
	}
	return t.tok[lo].is(flagCapital) && !r.who.known(t, i-1) && (r.word(t, hi-1)&hAttribute != 0 || r.noun(hi-1)&nounUnnamed != 0) && !t.tok[hi-1].is(flagCapital)
}
