package extract

import (
	"strings"

	"parley/model"
)

// Those who send a measure of a text as many, under no name that the directory knows: the
// states of a part of the world, and who act together.

// manyActing names the many who stand in a text right before token i as those of a part of the
// world or as led by somebody: "Arab states", "the Saudi-led coalition". Those of the European Union act for it. Empty for nobody.
func (c *signalContext) manyActing(sent stretch, i int) string {
	if c.t.field != model.InText || i-2 < sent.lo || !c.in("many", i-1) || c.t.tok[i-1].is(flagCapital) {
		return ""
	}
	lo := i - 1
	if c.t.has(lo-1, lo, "foreign", "finance", "interior", "defence", "defense", "energy", "trade") {
		lo--
	}
	if c.t.has(lo-1, lo, "european") {
		return "eu"
	}
	region := lo
	for region > sent.lo && region > i-5 && (c.in("regions", region-1) || strings.HasSuffix(c.t.tok[region-1].low, "-led")) {
		region--
	}
	if counted := &c.t.tok[max(region-1, sent.lo)]; region > sent.lo && (counted.kind == numberToken || c.res.lex.of(counted)&classNumeral != 0) {
		return "" // "the four Arab states" are named somewhere else
	}
	if m, ok := c.res.nameAt(c.t, region); region == lo || ok && (m.how == byAdjective || m.hi == i) || c.t.has(region, lo, "western") && region == lo-1 {
		return ""
	}
	return kebab(c.t.raw(region, i))
}

// manyBefore names the many who do what a chain of a text tells: they stand right before its
// verbs, or open a sentence whose verbs "and" joins.
func (c *signalContext) manyBefore(sent stretch, ch *chain) string {
	at := c.skipBack(sent, ch.lo)
	if who := c.manyActing(sent, at); who != "" {
		return who
	}
	if at <= sent.lo || !c.t.has(at-1, at, "and", "but") {
		return ""
	}
	for i := sent.lo + 2; i < at && i < sent.lo+7; i++ {
		if who := c.manyActing(sent, i); who != "" {
			return who
		}
	}
	return ""
}

// toldOf names the one right before a verb of a text of whom somebody else tells it: "Ovezov
// told lawmakers that Altland was preparing".
func (c *signalContext) toldOf(sent stretch, ch *chain) (mention, bool) {
	if c.t.field != model.InText || !ch.hasUpper || !c.t.has(ch.upper.lo, ch.upper.hi, "told", "tells", "tell", "telling", "assured", "reminded", "informed") {
		return mention{}, false
	}
	m, ok := c.mentionEnding(sent, c.skipBack(sent, ch.core.lo))
	return m, ok && m.lo > ch.upper.hi
}
