package extract

// gazetted reads a measure that is told to stand in the paper in which a state publishes its
// laws, and so is put on: "duty order on X published in the Federal Register". What is only
// proposed there is no law.
func (c *signalContext) gazetted(sent stretch, a *anchor) (chain, bool) {
	if a.truce || a.instrument == "licence" || a.after != noDeed && a.after != deedAnnounce && a.after != deedForce {
		return chain{}, false
	}
	for i := a.hi; i < sent.hi && i < a.hi+judgedReach+4; i++ {
		k := &c.t.tok[i]
		if k.kind == stopToken || k.low == ";" || k.low == "," || c.in("tentative", i) {
			return chain{}, false
		}
		if !c.in("publishing", i) {
			continue
		}
		at := c.gazetteAt(i+1, min(i+7, sent.hi))
		if at == 0 && !c.t.has(i, i+1, "gazetted") || c.any("tentative", sent.lo, a.np) {
			return chain{}, false
		}
		ch := chain{lo: a.np, hi: max(at, i+1), passive: true, core: link{i, i + 1, ladderWord{deed: deedImpose, form: formPast, lead: "published"}}}
		for j := c.skipBack(sent, i); j < i; j++ {
			if negative(c.t.tok[j].low) {
				ch.core.deed, ch.negated, c.unsaid = deedFloat, true, true // nothing is said of it yet
			}
			ch.modal = or(ch.modal, modalOf(c.t.tok[j].low))
		}
		if c.isTo(i-1) || c.t.has(i-2, i, "to") {
			ch.modal = or(ch.modal, "to")
		}
		a.after = noDeed
		return ch, true
	}
	return chain{}, false
}

// gazetteAt finds the end of the name of such a paper in tokens lo to hi; 0 for none.
func (c *signalContext) gazetteAt(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if c.in("gazettes", i) && (c.t.has(i-1, i, "federal", "official", "government", "state", "london", "canada") || c.t.has(i, i+1, "gazette")) {
			return i + 1
		}
	}
	return 0
}
