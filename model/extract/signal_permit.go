package extract

import "parley/model"

// Relief that is told as leave to trade, and pressure that is told as a ban on it:
// "allows the firm to sell chips to China", "gets green light to pump in Venezuela",
// "bars banks from dealing with Rosneft".

// permit reads leave or a ban at token i of a headline. It counts only where somebody
// who lives under measures is named.
func (c *signalContext) permit(sent stretch, i int) (anchor, bool) {
	a := anchor{lo: i, hi: i + 1, np: i, instrument: "licence", verb: true, weak: true, permit: true, deed: deedLicense}
	hi := min(sent.hi, i+12)
	switch {
	case c.in("allow", i):
		to := c.leadsTo(i+1, hi, "to")
		if c.t.has(i, i+1, "let", "lets") {
			for to = i + 1; to < hi && !c.in("trades", to); to++ {
			}
		}
		switch {
		case to > 0 && to < hi && c.in("trades", to):
			a.hi = to + 1
		case c.in("trades-noun", i+1) || c.in("trades-noun", i+2) || c.in("trades-noun", i+3):
			a.hi = i + 2
		default:
			return a, false
		}
		a.passive = c.in("let", i) && (i == sent.lo || c.isTo(i+1))
	case c.t.has(i, i+1, "can", "may") && c.in("trades", i+1):
		m, ok := c.mentionEnding(sent, i)
		if !ok || !c.words.measures["firms"][c.res.actors[m.actor].ID] {
			return a, false
		}
		a.hi, a.passive = i+2, true // "Nvidia can sell chips to China"
	case c.in("obtain", i) || c.t.has(i, i+1, "given", "granted", "handed"):
		at := 0
		for j := i + 1; j < hi && j < i+5; j++ {
			if c.in("leave", j) || c.t.has(j, j+1, "light") && c.t.has(j-1, j, "green") {
				at = j
			}
		}
		if at == 0 || !(c.isTo(at+1) && at+2 < hi && c.in("trades", at+2)) {
			return a, false
		}
		a.hi, a.passive = at+3, true
	case c.in("forbid", i):
		from := c.leadsTo(i+1, hi, "from")
		if from == 0 || !c.in("trading", from) {
			return a, false
		}
		a.hi, a.deed, a.instrument = from+1, deedImpose, "sanctions"
		if c.t.has(from, from+1, "selling", "exporting", "shipping", "supplying") {
			a.instrument = "export-control"
		}
	default:
		return a, false
	}
	return a, c.pressed(sent) != ""
}

func (c *signalContext) isTo(i int) bool {
	return uint(i) < uint(len(c.t.tok)) && c.t.tok[i].low == "to"
}

// leadsTo finds the word behind a preposition that stands in tokens lo to hi; 0 for none.
func (c *signalContext) leadsTo(lo, hi int, prep string) int {
	for i := lo; i+1 < hi; i++ {
		if c.t.tok[i].low == prep {
			return i + 1
		}
		if c.t.tok[i].kind != wordToken && c.t.tok[i].kind != numberToken && !genitive(&c.t.tok[i]) {
			return 0
		}
	}
	return 0
}

// pressed names the last one in a sentence of those who live under measures: a state,
// or a company.
func (c *signalContext) pressed(sent stretch) string {
	last := ""
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		actor := c.res.actors[m.actor]
		switch {
		case c.words.measures["firms"][actor.ID]:
			last = actor.ID
		case actor.Kind != model.Person && c.words.measures["under"][c.senderID(m)]:
			last = c.senderID(m)
		}
	}
	return last
}
