package extract

import "parley/model"

// willStrike reads what one who sends measures says they would hit as his threat: "Marden said
// duties of 50% would hit buyers of its oil". Of anybody else it is a forecast.
func (c *signalContext) willStrike(sent stretch, a *anchor) (chain, bool) {
	if c.t.field != model.InText || a.verb || a.after != noDeed {
		return chain{}, false
	}
	at := 0
	for i := a.hi; i+1 < sent.hi && i < a.hi+8; i++ {
		if k := &c.t.tok[i]; k.kind == stopToken || k.low == "," || negative(k.low) {
			return chain{}, false
		}
		if modal := c.modalAt(i); modal == "will" || modal == "would" {
			at = i + 1
			break
		}
	}
	if at == 0 || !c.t.has(at, at+1, "hit", "strike", "target", "follow") || !c.strikesAt(sent, at+1) {
		return chain{}, false
	}
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		if c.words.measures["imposer"][c.senderID(m)] && c.saysSo(m) {
			return chain{core: link{at, at + 1, ladderWord{deed: deedThreaten, form: formNoun, lead: "strike"}}, lo: m.lo, hi: at + 1}, true
		}
	}
	return chain{}, false
}

// saysSo says that a verb of speech stands right behind a name, or before it.
func (c *signalContext) saysSo(m mention) bool {
	return m.hi < len(c.t.tok) && c.t.tok[m.hi].class&classSaid != 0 || m.lo > 0 && c.t.tok[m.lo-1].class&classSaid != 0
}

// strikesAt says that somebody stands at i whom a measure may hit: a name, or those who buy.
func (c *signalContext) strikesAt(sent stretch, i int) bool {
	for k := i; k < sent.hi && k < i+3; k++ {
		if _, ok := c.res.nameAt(c.t, k); ok || c.t.has(k, k+1, "buyers", "countries", "nations", "anyone", "importers") {
			return true
		}
	}
	return false
}
