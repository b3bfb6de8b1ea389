package extract

import (
	"slices"

	"parley/model"
)

// What a headline takes for granted: that a measure is there whose owner it names, who acts
// in the clause before a colon, what somebody is blamed for not doing.

// presumed says that a headline names a measure as its sender's own, by the genitive, so
// that it is there, whatever is asked or told of it: "Do Ruritania's tariffs work?".
func (c *signalContext) presumed(a *anchor) bool {
	if c.t.field != model.InTitle || a.weak || a.verb || a.list || a.truce || a.instrument != "tariff" && a.instrument != "sanctions" || a.after != noDeed && a.after != deedForce {
		return false
	}
	if c.any("hypothetical", a.np, a.lo) || c.any("awaited", a.np, a.lo) || !c.owned(a) {
		return false
	}
	if a.np > 0 && c.res.lex.of(&c.t.tok[a.np-1])&classPreposition != 0 && c.t.has(0, 1, "what", "who", "where", "how", "why", "which") {
		return false // "What bosses think of Ruritania's tariffs"
	}
	sources, _ := c.inside(a)
	return len(sources) > 0 && !c.isMatter(a)
}

// genitiveIn says that somebody's own is named in a sentence.
func (c *signalContext) genitiveIn(sent stretch) bool {
	for i := sent.lo; i < sent.hi; i++ {
		if genitive(&c.t.tok[i]) {
			return true
		}
	}
	return false
}

// headingDoer names who acts in the clause before a colon or a dash, where behind it a
// measure is told of without a sender: "Ruritania squeezes Altland: new sanctions on banks".
func (c *signalContext) headingDoer(a *anchor, out *act) []string {
	if c.t.field != model.InTitle || a.verb && !a.passive && !c.t.has(a.lo, a.lo+1, "sanctioned") {
		return nil
	}
	if out.action != "imposed" && out.action != "tightened" && out.action != "announced" {
		return nil
	}
	id := c.strikesBack(a.np)
	if id == "" || slices.Contains(out.targets, id) {
		return nil
	}
	return []string{id}
}

// strikesBack names the state or the bloc of which a headline tells before a colon that it strikes
// back, with what stands behind it at token at: "Altland hits back: duty on Ruritanian coal"; empty
// for none.
func (c *signalContext) strikesBack(at int) string {
	first, ok := c.res.nameAt(c.t, 0)
	if !ok || first.hi >= at || first.how == byAdjective || c.kindOf(c.senderID(first)) != model.State && c.kindOf(c.senderID(first)) != model.Bloc {
		return ""
	}
	for i := first.hi + 1; i < at; i++ {
		if k := &c.t.tok[i]; k.low == ":" || k.low == ".." || k.kind == dashToken && !k.is(flagGlued) {
			if c.in("striking-back", first.hi) || c.in("striking-back", first.hi+1) {
				return c.senderID(first)
			}
			return ""
		}
	}
	return ""
}

// leftUndone reads as called for what somebody in a headline is blamed for not doing:
// "slams Ruritania's failure to sanction Altland".
func (c *signalContext) leftUndone(sent stretch, ch *chain) {
	if c.t.field != model.InTitle || ch.modal != "to" && !ch.hasUpper || ch.core.deed.suffers() || ch.core.deed == deedOppose {
		return
	}
	if up := ch.upper; ch.hasUpper && up.deed == deedFloat && c.any("bill", up.lo, up.hi) {
		for i := up.lo; i > sent.lo && i > up.lo-3; i-- {
			if n := c.ladderEnding(sent, i); n > 0 {
				if w, _, _ := c.words.ladder.match(c.t.tok, i-n); w.deed == deedDemand {
					ch.upper.deed = deedDemand // "calls for bill to tighten"
				}
				break
			}
		}
	}
	for i := ch.core.lo - 2; i > sent.lo && i > ch.core.lo-4; i-- {
		if !c.in("omission", i) {
			continue
		}
		for j := i - 1; j > sent.lo && j > i-7; j-- {
			if w, n, ok := c.words.ladder.match(c.t.tok, j); ok && j+n <= i && w.deed == deedOppose {
				ch.upper, ch.hasUpper, ch.modal, ch.negated, ch.lo = link{j, j + n, ladderWord{deed: deedDemand, form: w.form, lead: w.lead}}, true, "", false, j
				return
			}
		}
	}
}
