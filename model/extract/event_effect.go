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
