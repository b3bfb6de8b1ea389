package extract

import "parley/model"

// Who is hit by a measure that a phrase tells, and by whom.

// wordedTargets names whom a phrase hits: those in it whose goods it is about, or those
// behind it.
func (c *signalContext) wordedTargets(sent stretch, a *anchor) []string {
	if who, named := c.wordedWithin(sent, a); named {
		return who
	}
	if c.listNamed(sent, a.hi-1) {
		return nil // "deletions from the list of X"
	}
	if c.t.has(a.hi, a.hi+1, ",") {
		return nil // who follows says so: "assets will stay frozen, Ada Ovezov said"
	}
	if got := c.reached(sent, a.hi); len(got) > 0 {
		return got
	}
	if got := c.wordedBehind(sent, a); len(got) > 0 {
		return got
	}
	if m, ok := c.res.nameAt(c.t, a.lo+1); ok && c.t.field == model.InText && (a.instrument == "sanctions" || a.instrument == "travel-ban") && m.how == byAdjective && m.hi < a.hi {
		return c.asTargets([]mention{m}) // "banned Ruritanian lorries from"
	}
	return nil
}

// wordedWithin names whom a phrase hits by those who stand in it; named is false where nobody does.
func (c *signalContext) wordedWithin(sent stretch, a *anchor) (who []string, named bool) {
	switch a.instrument {
	case "travel-ban", "sanctions", "licence", "asset-freeze":
		return c.wordedOn(sent, a)
	}
	ms := c.res.mentions(c.t, a.lo, a.hi)
	if len(ms) == 0 {
		return nil, false
	}
	if last := ms[len(ms)-1]; last.hi == a.hi {
		if a.instrument == "export-control" && c.t.field == model.InTitle {
			ms = ms[:1] // "block Ferrant sales to Ruritania": who sells is not hit
		}
		ms = append(ms[:len(ms)-1], c.series(sent, last)...) // "cut off gas to Ruritania and Altland"
	}
	return c.asTargets(ms), true // "stopped buying Ruritanian fish"
}

// wordedOn does so for measures on people and what they own, whose verb stands first in the phrase.
func (c *signalContext) wordedOn(sent stretch, a *anchor) (who []string, named bool) {
	first := a.lo + 1 // behind the verb
	if a.instrument == "asset-freeze" {
		first = a.lo // "tap frozen Ruritanian reserves"
	}
	ms := c.res.mentions(c.t, first, a.hi)
	switch off := c.ofList(a); {
	case (c.t.field == model.InTitle || c.in("aiming", a.lo)) && len(ms) > 0:
		return c.asTargets(ms), true // "bars Ruritanian ministers"
	case a.instrument == "sanctions" && len(ms) > 0 && c.putsUnderSanctions(a.lo):
		return c.among(sent, a.hi, c.asTargets(ms)), true // "sanctioned 40 Ruritanian officials"
	case a.instrument == "sanctions" && a.deed == deedLift && off < a.hi:
		ms = c.res.mentions(c.t, first, off-1)
		return c.asTargets(ms), len(ms) > 0 // "took Ruritania off its list"
	}
	return nil, false
}

// putsUnderSanctions says that the verb at i has for its object whom it puts under sanctions.
func (c *signalContext) putsUnderSanctions(i int) bool {
	return c.t.has(i, i+1, "sanctioned", "sanctions", "sanctioning", "blacklisted", "blacklists", "blacklisting", "designated", "designates")
}

// wordedBehind names whom a preposition at the end of a phrase, or behind it, goes on to.
func (c *signalContext) wordedBehind(sent stretch, a *anchor) []string {
	for i := a.hi - 1; i < sent.hi && i < a.hi+9; i++ {
		if k := &c.t.tok[i]; k.kind == stopToken || k.kind == punctToken || c.res.lex.of(k)&(classConjunction|classConditional) != 0 {
			return nil
		}
		if c.t.has(i, i+1, "out") && c.t.has(i+1, i+2, "of") {
			return nil // "to ship ore out of X": X asks for the licence
		}
		if c.t.has(i, i+1, "from", "of", "to", "against", "on", "targeting", "in", "with", "for", "into", "concerning") {
			if got := c.reached(sent, i+1); len(got) > 0 {
				return c.andOn(sent, i, got)
			}
		}
	}
	return nil
}

// ofList is where in a phrase it is told which list somebody is on, or taken off; the end of the phrase
// where it does not say.
func (c *signalContext) ofList(a *anchor) int {
	for i := a.hi - 1; i > a.lo; i-- {
		if c.t.has(i, i+1, "on", "off", "from", "to") {
			return i + 1
		}
	}
	return a.hi
}

// lawgiver names who keeps those who suffer a phrase out, or under whose rules they stand:
// "barred from entering X", "may not be imported into X", "under the X order". Nil for
// nobody.
func (c *signalContext) lawgiver(sent stretch, a *anchor) []string {
	if ms := c.res.mentions(c.t, a.lo, a.hi); a.instrument == "travel-ban" && len(ms) > 0 {
		return c.senders(ms[:1])
	}
	if first := c.res.mentions(c.t, sent.lo, a.lo); a.instrument == "tariff" && c.t.has(a.lo, a.lo+1, "with", "leaving", "keeping") && len(first) > 0 && first[0].lo == sent.lo {
		return c.senders(first[:1]) // "X eases duties on Y, leaving those of Z at 9%"
	}
	switch ms := c.res.mentions(c.t, a.lo, a.hi); {
	case (a.instrument == "import-ban" || a.instrument == "other") && len(ms) > 0 && ms[len(ms)-1].hi == a.hi:
		return c.senders(ms[len(ms)-1:]) // "barred from selling fish to X"
	case a.instrument == "asset-freeze" && len(ms) > 0 && c.t.has(ms[0].lo-2, ms[0].lo, "in"):
		return c.senders(ms[:1]) // "assets in X remain frozen"
	case a.instrument == "tariff" && len(ms) > 0 && !c.t.has(a.lo, a.lo+1, "with", "leaving", "keeping"):
		if own := c.res.mentions(c.t, sent.lo, a.lo); len(own) > 0 && own[len(own)-1].hi >= a.lo-2 {
			return c.senders(own[len(own)-1:]) // "X's importers pay 30 percent on"
		}
	case a.instrument == "export-control" && len(ms) > 0 && c.t.has(ms[0].lo-1, ms[0].lo, "from"):
		return c.senders(ms[:1]) // "permission from X before they export"
	case (a.instrument == "sanctions" || a.instrument == "other") && len(ms) > 0 && c.t.has(a.hi-1, a.hi, "ports", "airspace", "skies", "waters", "roads", "territory"):
		return c.senders(ms[len(ms)-1:]) // "barred from X's ports"
	case a.instrument == "export-control" && c.t.has(a.hi, a.hi+1, "from"), (a.instrument == "travel-ban" || a.instrument == "sanctions") && c.t.has(a.hi, a.hi+1, "for", "in"):
		return c.senders(c.res.mentions(c.t, a.hi+1, min(a.hi+7, sent.hi)))
	}
	for i := a.hi; a.instrument == "export-control" && i+1 < sent.hi && i < a.hi+9; i++ {
		if c.t.has(i, i+1, "out") && c.t.has(i+1, i+2, "of") {
			return c.senders(c.res.mentions(c.t, i+2, min(i+5, sent.hi))) // "to ship ore out of X"
		}
	}
	for i := sent.lo; i+1 < sent.hi; i++ {
		if c.t.has(i, i+1, "under") || i >= a.hi-1 && i < a.hi+2 && a.instrument == "import-ban" && c.t.has(i, i+1, "into", "in", "by") {
			if ms := c.res.mentions(c.t, i+1, min(i+4, sent.hi)); len(ms) > 0 && ms[0].lo <= i+2 {
				return c.senders(ms[:1])
			}
		}
	}
	return nil
}
