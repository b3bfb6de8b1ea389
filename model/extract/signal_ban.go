package extract

import "parley/model"

// Measures that are named by what they are on: "ban on X's gas", "cap on crude",
// "seafood ban".

// banAnchor reads a ban or a cap with its goods at token i.
func (c *signalContext) banAnchor(sent stretch, i int) (anchor, bool) {
	a := anchor{lo: i, hi: i + 1}
	if !c.in("banning", i) {
		return a, false
	}
	switch c.t.tok[i].low {
	case "cap", "caps", "ceiling":
		a.instrument = "price-cap"
		if c.t.has(sent.lo, sent.hi, "barrel") && !c.t.has(i-1, i, "to", "will", "would", "should", "could", "may", "must") {
			return a, true
		}
	case "limit", "limits", "curbs", "controls", "restrictions", "quotas":
		for j := i + 2; j < sent.hi && j < i+6; j++ {
			if c.t.has(j, j+1, "exports", "export", "sales", "shipments") && c.t.has(i+1, i+2, "on") && c.t.field == model.InTitle {
				return c.banned(a, "exports")
			}
			if c.t.field == model.InText && j < i+4 && c.t.has(i+1, i+2, "on", "regarding") && (c.t.has(j, j+1, "imports") || c.t.has(j, j+1, "exports") && !c.t.has(i, i+1, "controls")) {
				a.weak = c.t.has(j, j+1, "imports")
				return c.banned(a, c.t.tok[j].low)
			}
			if c.t.has(j, j+1, "investment", "investments") && c.t.has(i+1, i+2, "on") && c.t.field == model.InTitle {
				a.instrument = "sanctions"
				return a, true
			}
		}
		return a, false
	}
	if c.sporty(sent) || c.domestic(sent) {
		return a, false
	}
	if name := c.banOnDoing(i+2, sent); name != "" && c.t.has(i+1, i+2, "on", "against") {
		a.instrument, a.weak = name, true
		return a, true
	}
	if i+2 < sent.hi && (c.t.has(i+1, i+2, "on") || c.t.field == model.InText && c.t.has(i, i+1, "ban", "bans") && c.t.has(i+1, i+2, "against") || a.instrument == "price-cap" && c.t.has(i+1, i+2, "for")) {
		for j := i + 2; j < sent.hi && j < i+7; j++ {
			if name := c.goodsAt(j); name != "" && (c.stateIn(i+2, min(j+5, sent.hi)) || c.pointsBack(sent) || c.flow(j, sent) && c.stateIn(sent.lo, i)) {
				return c.banned(a, name)
			}
			if c.t.tok[j].kind != wordToken && c.t.tok[j].kind != dashToken && !genitive(&c.t.tok[j]) || c.res.lex.of(&c.t.tok[j])&(classPreposition|classConjunction) != 0 && c.t.tok[j].low != "of" {
				break
			}
		}
		if i > sent.lo && c.t.field == model.InTitle && c.stateIn(i+2, min(i+4, sent.hi)) {
			if name := c.goodsAt(i - 1); name != "" {
				return c.banned(a, name) // "gallium ban on X"
			}
		}
		if name := c.banOnTheirs(i+2, sent.hi); name != "" && a.instrument == "" {
			a.instrument = name
			return a, true
		}
		return a, false
	}
	if i > sent.lo && c.t.tok[i].low == "ban" {
		if m, ok := c.mentionEnding(sent, i); ok && c.t.field == model.InTitle && c.words.measures["firms"][c.res.actors[m.actor].ID] {
			a.instrument = "export-control" // "Huawei ban"
			return a, true
		}
		if name := c.goodsAt(i - 1); name != "" && c.stateIn(sent.lo, sent.hi) {
			return c.banned(a, name)
		}
	}
	return a, false
}

// domestic says that a sentence is about what a state forbids its own people.
func (c *signalContext) domestic(sent stretch) bool {
	for i := sent.lo; i < sent.hi; i++ {
		if c.in("domestic", i) || c.t.has(i, i+1, "social") && c.t.has(i+1, i+2, "media") && c.t.has(i+2, i+3, "ban", "bans") {
			return true
		}
	}
	return false
}

// banOnDoing names the instrument of a ban of a text on what the gerund at i tells; empty
// for none.
func (c *signalContext) banOnDoing(i int, sent stretch) string {
	if c.t.field != model.InText || i >= sent.hi || !c.stateIn(sent.lo, sent.hi) {
		return ""
	}
	switch {
	case c.in("selling", i):
		return "export-control"
	case c.t.has(i, i+1, "importing", "buying", "purchasing"):
		return "import-ban"
	case c.t.has(i, i+1, "entering", "visiting"), c.goingAbroad(i, min(i+10, sent.hi)):
		return "travel-ban"
	}
	return ""
}

// banOnTheirs names the instrument of a headline's ban on what is a state's, whatever it
// is: "ban on Ruritanian lobster" is on imports, "ban on Ruritanian students" on travel;
// empty for none.
func (c *signalContext) banOnTheirs(i, hi int) string {
	if i+1 >= hi {
		return ""
	}
	i = c.skipDeterminers(i, hi)
	m, ok := c.res.nameAt(c.t, i)
	if c.t.field == model.InText && !(ok && m.how == byAdjective && m.hi < hi && c.in("envoys", m.hi)) {
		return ""
	}
	if ok && c.words.measures["firms"][c.res.actors[m.actor].ID] {
		return "export-control"
	}
	if !ok || m.how != byAdjective || m.hi >= hi || c.t.tok[m.hi].kind != wordToken || c.res.actors[m.actor].Kind != model.State {
		return ""
	}
	switch {
	case c.in("envoys", m.hi):
		return "travel-ban"
	case c.in("symbols", m.hi):
		return ""
	}
	return "import-ban"
}

// banned names the instrument of a ban by its goods.
func (c *signalContext) banned(a anchor, goods string) (anchor, bool) {
	fuel := goods == "oil" || goods == "gas"
	if a.instrument == "price-cap" {
		return a, fuel
	}
	a.instrument = "import-ban"
	switch goods {
	case "oil":
		a.instrument = "oil-ban"
	case "arms", "exports", "export", "sales", "shipments", "deliveries":
		a.instrument = "export-control"
	}
	return a, true
}

// goodsAt names the goods at a token by their sector or by themselves; empty for none.
func (c *signalContext) goodsAt(i int) string {
	if name, _, ok := c.words.sectors.match(c.t.tok, i); ok {
		return name
	}
	if c.in("goods", i) {
		return c.t.tok[i].low
	}
	return ""
}

// soldAtHome says that a text stops the sale of something without a word of where to, and
// that it is nothing whose sale states control: "banned the sale of plastic bags".
func (c *signalContext) soldAtHome(a *anchor) bool {
	if !c.t.has(a.lo, a.hi, "sale", "sales") {
		return false
	}
	for i := a.lo; i < a.hi+4; i++ {
		if name := c.goodsAt(i); name != "" && name != "sales" && name != "sale" {
			return false
		}
	}
	return true
}

// stateIn says whether a state or a bloc is named in tokens lo to hi.
func (c *signalContext) stateIn(lo, hi int) bool {
	for _, m := range c.res.mentions(c.t, lo, hi) {
		if k := c.res.actors[m.actor].Kind; k == model.State || k == model.Bloc {
			return true
		}
	}
	return false
}

// buysFrom says that a name only tells whose goods those who are hit buy: "buyers of
// Russian oil", "Russian uranium buyers".
func (c *signalContext) buysFrom(m mention) bool {
	if c.t.field != model.InTitle {
		return c.soldTo(m)
	}
	for i := m.hi; i < len(c.t.tok) && i < m.hi+3; i++ {
		if c.in("trade-in", i) {
			return i > m.hi && c.words.formOf(c.t.tok[i].low) != formGerund // "Chinese buyers", "Chinese refinery buying" buy themselves
		}
		if c.goodsAt(i) == "" && !genitive(&c.t.tok[i]) {
			break
		}
	}
	if c.any("purchase", m.lo-1, m.lo) && c.goodsAt(m.hi) != "" {
		return true
	}
	if c.t.has(m.lo-1, m.lo, "with") && c.t.has(m.lo-2, m.lo-1, "trading", "business", "dealing") || m.hi+1 < len(c.t.tok) && genitive(&c.t.tok[m.hi]) && c.t.has(m.hi+1, m.hi+3, "partners") {
		return true
	}
	return c.soldTo(m) || c.t.has(m.lo-2, m.lo-1, "buyers", "importers", "customers", "purchasers") && c.t.has(m.lo-1, m.lo, "of")
}

// reacting says that the subject of a chain is hit by the measure and only answers
// it: "brushes off threat of tariffs", "welcomes end of sanctions".
func (c *signalContext) reacting(sent stretch, ch *chain, a *anchor) bool {
	if c.t.field != model.InTitle {
		return false
	}
	if _, ok := c.whoseStep(sent, ch); ok {
		return false // what he greets is somebody else's doing
	}
	for i := ch.lo - 1; i >= sent.lo && i >= ch.lo-4; i-- {
		if c.in("react", i) {
			return true
		}
		if c.t.tok[i].kind != wordToken || c.res.lex.of(&c.t.tok[i])&(classConjunction|classAnd) != 0 || c.t.has(i, i+1, "as", "amid") {
			return false
		}
	}
	return ch.core.deed == deedOppose && (a.after == deedThreaten || a.dated) || ch.hasUpper && ch.upper.deed == deedOppose && ch.core.form == formNoun && !ch.core.deed.relieves()
}

// obtained says that the subject is let off: "wins reprieve from tariffs".
func (c *signalContext) obtained(sent stretch, ch *chain, a *anchor) bool {
	if c.t.field != model.InTitle {
		return ch.core.lead == "obtain" && (c.in("give", ch.core.lo) || c.in("obtain", ch.core.lo))
	}
	for i := min(ch.lo, a.np) - 1; i >= sent.lo && i >= ch.lo-5; i-- {
		if c.in("obtain", i) {
			return true
		}
		if c.t.has(i, i+1, "as", "after", ",", "while") {
			break
		}
	}
	return c.in("obtain", ch.core.lo) || a.instrument == "licence" && c.wasGiven(sent, ch.core.lo)
}

// wasGiven says that a participle behind a name is what the one of that name was given:
// "Ferrant Oil granted licence".
func (c *signalContext) wasGiven(sent stretch, i int) bool {
	if c.t.field != model.InTitle || i == sent.lo || !c.t.has(i, i+1, "granted", "given", "handed", "awarded") {
		return false
	}
	k := &c.t.tok[i-1]
	return c.endsName(sent, i) || k.kind == wordToken && k.is(flagCapital) && i-sent.lo <= 3 && !c.titleCase()
}

// shelved says that a plan or a threat which stands before i was taken back.
func (c *signalContext) shelved(sent stretch, i int) bool {
	if !c.in("intention", i) {
		return false
	}
	for j := i - 1; j >= sent.lo && j >= i-3; j-- {
		if c.in("shelve", j) {
			return true
		}
	}
	if c.determined(i - 1) {
		i--
	}
	if n := c.ladderEnding(sent, i); n > 1 {
		w, _, _ := c.words.ladder.match(c.t.tok, i-n)
		return w.deed == deedDefer // "backed away from a threat to"
	}
	return false
}

// letsOff finds the end of a verb that lets somebody off before "from" at i: "exempts
// phones from tariffs"; 0 for none.
func (c *signalContext) letsOff(sent stretch, i int) int {
	for j := i - 1; j >= sent.lo && j >= i-9; j-- {
		if w, n, ok := c.words.ladder.match(c.t.tok, j); ok && n == 1 && w.deed == deedLicense && w.form != formNoun {
			return j + 1
		}
	}
	return 0
}

// attempted says that relief is only what somebody tries to get: "in a bid to cut
// tariffs".
func (c *signalContext) attempted(ch *chain) bool {
	return c.t.field == model.InTitle && ch.modal == "to" && c.any("attempt", ch.core.lo-3, ch.core.lo+1)
}

// failed says that what somebody tried to get was not given: "loses bid to lift",
// "votes down bid to end", "bid to delay … fails".
func (c *signalContext) failed(sent stretch, ch *chain, a *anchor) bool {
	return c.any("lost", max(sent.lo, ch.lo-5), ch.core.lo) || c.any("flop", a.hi, min(a.hi+4, sent.hi))
}

// wantedDone joins a verb of wishing before a measure with the participle behind
// it: "wants sanctions lifted", "denies sanctions lifted".
func (c *signalContext) wantedDone(a *anchor, left *chain) {
	i := a.hi
	if m, ok := c.res.nameAt(c.t, i+1); ok && left.core.deed == deedDeny && c.t.has(i, i+1, "on", "against") {
		i = m.hi // "denies sanctions on Y lifted"
	}
	if c.t.has(i, i+2, "be") {
		for i < len(c.t.tok) && c.t.tok[i].low != "be" {
			i++
		}
		i++
	}
	w, n, ok := c.words.ladder.match(c.t.tok, i)
	if !ok || w.form != formPast || !w.deed.relieves() && w.deed != deedDefer || left.core.deed != deedDemand && !(left.core.deed == deedDeny && c.t.field == model.InTitle && left.core.hi == a.np && !left.negated) {
		return
	}
	left.upper, left.hasUpper = left.core, true
	left.core, left.hi = link{i, i + n, w}, i+n
}

// spared says that the subject is let off: "X spared tariff".
func (c *signalContext) spared(ch *chain, a *anchor) bool {
	return c.t.field == model.InTitle && c.t.has(ch.core.lo, ch.core.lo+1, "spared", "exempted", "shielded") && len(c.res.mentions(c.t, ch.core.hi, a.np)) == 0
}

// blocksIn says that a verb of a sentence stops what others want.
func (c *signalContext) blocksIn(sent stretch) bool {
	for i := sent.lo; i < sent.hi; i++ {
		if c.in("blocking", i) {
			return true
		}
	}
	return false
}

// flow says that goods are named with which way they go: "petrol exports".
func (c *signalContext) flow(i int, sent stretch) bool {
	return c.t.has(i, min(i+2, sent.hi), "exports", "imports", "sales", "shipments")
}

// warnedOf says that a state was told of a measure that may hit it: "X warned of
// tariffs". A person who warned is who says so.
func (c *signalContext) warnedOf(ch *chain, subject []mention) bool {
	if c.t.field != model.InTitle || ch.hasUpper || ch.modal != "" || len(subject) == 0 || !c.t.has(ch.core.lo, ch.core.lo+1, "warned", "threatened") {
		return false
	}
	id := c.res.actors[subject[0].actor].ID
	if _, tells := c.res.nameAt(c.t, ch.core.hi); tells {
		return false // "X warned Y of"
	}
	return c.res.actors[subject[0].actor].Kind == model.State && id != "usa" && subject[0].hi == ch.core.lo && !c.t.has(ch.core.hi, ch.core.hi+1, "on")
}
