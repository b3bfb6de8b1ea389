package extract

import (
	"strings"

	"parley/model"
)

// Measures that are named in one breath.

// inList says whether a measure is named in one breath with the one before:
// "asset freezes and travel bans", "sanctions, including travel bans".
func (c *signalContext) inList(sent stretch, a *anchor, before *act) bool {
	i := a.np
	if i > sent.lo && i-before.hi < 10 && c.t.has(i-1, i, "including", "include", "includes", "included", "as") {
		return i > before.lo
	}
	if c.t.field == model.InText && c.opensList(sent, i, before.hi) {
		return i > before.lo
	}
	if c.t.field == model.InText && strings.HasPrefix(before.rule, "signal-right") && c.willOwn(sent, a.hi) {
		return false // a clause of its own: "and the tariffs would"
	}
	for i > sent.lo && i > before.hi-1 {
		k := &c.t.tok[i-1]
		switch k.low {
		case "and", "or", ",", "including", "as", "such", "&", "plus":
			i--
			continue
		}
		break
	}
	return i < a.np && i <= before.hi && i > before.lo
}

// listReach is how far behind a measure a text may name one that belongs to it.
const listReach = 18

// opensList says that before token i words add one measure of a text to another that ends
// at hi, behind whom that is on: "on four generals, along with a travel ban", "subjecting
// them to".
func (c *signalContext) opensList(sent stretch, i, hi int) bool {
	if i <= hi || i-hi > listReach {
		return false
	}
	var opener int
	switch {
	case c.t.has(i-1, i, "including"):
		opener = i - 1
	case c.t.has(i-1, i, "among") && c.t.has(i, i+1, "them"):
		opener = i - 1
	case c.t.has(i-1, i, "them") && c.t.has(i-2, i-1, "among"), c.t.has(i-1, i, "with") && c.t.has(i-2, i-1, "along", "together", "coupled"):
		opener = i - 2
	case c.isTo(i - 1):
		for opener = i - 2; opener > i-6 && !c.t.has(opener, opener+1, "subjecting"); opener-- {
		}
		if opener == i-6 {
			return false
		}
	default:
		return false
	}
	for j := hi; j < opener; j++ {
		if k := &c.t.tok[j]; k.kind == stopToken || k.low == ";" || k.kind == dashToken || c.res.lex.of(k)&(classModal|classRelative|classConjunction|classConditional) != 0 || c.ladderEnding(sent, j+1) > 0 {
			return false // another clause
		}
	}
	return true
}
