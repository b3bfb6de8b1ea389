package extract

import (
	"strings"

	"parley/model"
)

// effectStatus tells where an event stands that is the subject of a verb by which it has
// some effect: "X-Y call stirs markets", "visit overshadowed by row". The verb stands at to,
// or behind a place and adverbs there; the name ends at end. Empty for anything else.
func (r *eventReader) effectStatus(kind string, end, to, hi int) string {
	t := r.t
	if t.field != model.InTitle {
		return ""
	}
	if to+1 < hi && r.any(to, to+1, "in", "at", "to") {
		to += 1 + len(r.cut(r.placeAt(to+1, hi)))
	}
	for to < hi && r.word(t, to)&hAdverb != 0 {
		to++
	}
	if to+1 >= hi || t.tok[to].is(flagQuoted) || t.tok[to].is(flagCapital) && !r.cased {
		return ""
	}
	form := r.ev.effects[t.tok[to].low]
	passive := r.any(to+1, to+2, "by") && form&inPast != 0
	past := form&inPast != 0 && !passive
	switch {
	case passive:
	case form&inThird != 0 && !strings.HasSuffix(t.tok[end-1].low, "s"), form&inBase != 0 && strings.HasSuffix(t.tok[end-1].low, "s"):
		past = false
	case !past:
		return ""
	}
	if past || kind != "talks" && kind != "visit" {
		return model.Done
	}
	return model.UnderWay
}

// dealActs tells whether an agreement whose name begins at lo is told of by what it does, so
// that it has been reached: "X-Y pact boosts exports", "deal with Y cuts tariffs". Two parties
// own it, or one stands behind it.
func (r *eventReader) dealActs(lo, i, n, hi int) bool {
	if i+n >= hi || r.word(r.t, lo)&hDeterminer != 0 || lo > 0 && r.word(r.t, lo-1)&hDeterminer != 0 {
		return false
	}
	with, to := r.companions(i+n, hi)
	if len(r.ownersIn(lo, i)) < 2 && len(with) == 0 || r.inCompound(i+n) {
		return false
	}
	return to < hi && !r.any(to, to+1, "hits", "hit", "splits", "split", "sinks", "sank") && r.effectStatus("agreement", i+n, to, hi) != ""
}
