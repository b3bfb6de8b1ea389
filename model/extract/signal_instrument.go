package extract

import "parley/model"

// What a measure is, beyond its name: by whom it hits, and by its goods.

// instrument refines what the words say by who is hit and why: a duty on those
// who buy from somebody else is a secondary one.
func (c *signalContext) instrument(sent stretch, a *anchor) string {
	name := a.instrument
	if goods := c.embargoed(sent, a); goods != "" {
		return goods
	}
	if name != "tariff" && name != "sanctions" {
		return name
	}
	for i := max(sent.lo, a.lo-3); i < a.lo; i++ {
		if c.t.has(i, i+1, "secondary", "extraterritorial", "extra-territorial") {
			return "secondary-" + name
		}
	}
	if name == "tariff" && (!a.after.relieves() && c.forBuying(sent) || c.onDealers(sent, a)) {
		return "secondary-tariff"
	}
	return name
}

// onDealers says that a headline's duty is on whoever deals with somebody: "tariffs on
// countries 'doing business' with Ruritania".
func (c *signalContext) onDealers(sent stretch, a *anchor) bool {
	if c.t.field != model.InTitle || a.instrument != "tariff" || !c.t.has(a.hi, a.hi+1, "on", "against", "for") {
		return false
	}
	at := a.hi + 1
	for at < sent.hi && at < a.hi+4 && !c.in("partners", at) {
		at++
	}
	if !c.in("partners", at) {
		return false
	}
	for at++; at < sent.hi && (c.t.tok[at].kind == quoteToken || c.t.has(at, at+1, "that", "which", "who")); {
		at++
	}
	return at < sent.hi && (c.in("dealing", at) || c.in("purchase", at))
}

// forBuying finds "for buying Russian oil", "over its oil purchases".
func (c *signalContext) forBuying(sent stretch) bool {
	buys, goods := false, false
	for i := sent.lo; i < sent.hi; i++ {
		switch low := c.t.tok[i].low; low {
		case "buying", "purchases", "purchasing", "importing", "buyers", "buys", "buy", "importers", "customers":
			buys = true
			if low == "customers" && c.t.field == model.InTitle {
				goods = true
			}
		case "oil", "energy", "gas", "crude":
			goods = true
		}
	}
	return buys && goods
}

// embargoed names the instrument of an embargo of a text, or of trade that is stopped, by
// the goods it is on: "an oil trade embargo", "a full embargo on food imports"; empty where
// nothing says so.
func (c *signalContext) embargoed(sent stretch, a *anchor) string {
	if c.t.field != model.InText {
		return ""
	}
	goods := func(lo, hi int) string {
		for i := lo; i < min(hi, sent.hi); i++ {
			if k := &c.t.tok[i]; k.low != "on" && k.low != "of" && (k.kind == punctToken || c.res.lex.of(k)&classPreposition != 0) {
				break
			}
			switch {
			case c.t.has(i, i+1, "oil", "crude", "petroleum"):
				return "oil-ban"
			case c.t.has(i, i+1, "imports"):
				return "import-ban"
			case c.t.has(i, i+1, "exports", "arms", "weapons"):
				return "export-control"
			}
		}
		return ""
	}
	switch {
	case a.instrument == "import-ban" && a.worded:
		if goods(a.lo, a.hi+1) == "oil-ban" {
			return "oil-ban"
		}
	case a.instrument == "sanctions" && c.t.has(a.lo, a.hi, "embargo", "embargoes"):
		if name := goods(a.np, a.lo); name != "" {
			return name
		}
		behind := a.hi
		if behind < sent.hi && c.t.tok[behind].kind == quoteToken {
			behind++ // "a 'full embargo' on"
		}
		if m, ok := c.res.nameAt(c.t, behind+1); ok && c.words.measures["firms"][c.res.actors[m.actor].ID] {
			return "export-control"
		}
		if c.t.has(behind, behind+1, "on") {
			return goods(behind, behind+5)
		}
	}
	return ""
}
