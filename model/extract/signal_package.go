package extract

import (
	"strings"

	"parley/model"
)

// Packages of sanctions that are told by their number: "the 20th package".

// ordinal reads "20th package" and "19th round": in these stories a package of
// sanctions, if a bloc is named.
func (c *signalContext) ordinal(sent stretch, i int) bool {
	low := c.t.tok[i].low
	if i == sent.lo || low != "package" && low != "round" {
		return false
	}
	if c.t.field == model.InText {
		return low == "package" && c.packaged(sent, i)
	}
	if !c.ordinalAt(i - 1) {
		return false
	}
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		if x := c.res.actors[m.actor]; x.Kind == model.Bloc || x.State == "eu" {
			return true
		}
	}
	return false
}

// ordinalAt says that a number which counts stands at token i: "20th", "nineteenth".
func (c *signalContext) ordinalAt(i int) bool {
	n := c.t.tok[i].low
	return len(n) > 2 && n[0] >= '0' && n[0] <= '9' && strings.ContainsAny(n[len(n)-1:], "hdt") || c.in("ordinals", i)
}

// packaged says that a package of a text is one of sanctions: it has a number, or is the
// next of a bloc or its members who hold it up, and the sentence names no money for it.
func (c *signalContext) packaged(sent stretch, i int) bool {
	for j := i; j < sent.hi && j < i+4; j++ {
		if _, _, ok := c.words.instruments.match(c.t.tok, j); ok && j > i {
			return false // "package of sanctions"
		}
	}
	for j := sent.lo; j < sent.hi; j++ {
		if c.in("money", j) {
			return false
		}
	}
	if c.ordinalAt(i - 1) {
		return true
	}
	if !c.t.has(max(sent.lo, i-2), i, "next", "new", "latest", "the") {
		return false
	}
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		if x := c.res.actors[m.actor]; (x.ID == "eu" || x.State == "eu") && c.t.has(i-1, i, "next", "new", "latest", "sanctions") || x.Side == "europe" && c.blocksIn(sent) {
			return true
		}
	}
	return false
}
