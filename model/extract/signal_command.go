package extract

import "parley/model"

// commanded reads a headline that tells somebody to act, with nobody before its verb, as
// what it is, a wish: "Lift the embargo", "X: Impose tariffs now".
func (c *signalContext) commanded(sent stretch, ch *chain) {
	core := &ch.core
	if c.t.field != model.InTitle || ch.hasUpper || ch.modal != "" || ch.passive || core.form != formBase || !core.deed.relieves() && core.deed != deedImpose && core.deed != deedTighten {
		return
	}
	i := core.lo
	for i > sent.lo && (c.res.lex.of(&c.t.tok[i-1])&classAdverb != 0 || c.t.tok[i-1].low == "please" || c.t.tok[i-1].kind == quoteToken) {
		i--
	}
	if i > sent.lo && c.t.tok[i-1].low != ":" {
		return
	}
	ch.upper, ch.hasUpper = link{core.lo, core.lo, ladderWord{deed: deedDemand, form: formPresent}}, true
}
