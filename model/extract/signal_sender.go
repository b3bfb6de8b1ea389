package extract

import (
	"slices"

	"parley/model"
)

// Who sends a measure of a text whose sender its verbs do not tell, and who in the sentence
// is on the sender's side or only trades.

// madeBy names who stands behind a measure of a text as whose it is: "the latest curbs by
// Ruritania and Altland". Nil for nobody.
func (c *signalContext) madeBy(sent stretch, a *anchor) []string {
	if c.t.field == model.InTitle || a.verb || !c.t.has(a.hi, a.hi+1, "by") {
		return nil
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(a.hi+1, sent.hi))
	if !ok {
		return nil
	}
	return c.senders(c.series(sent, m))
}

// onlyImposer names the one of those who impose measures that a sentence of a text names,
// where it does not say whose the measure is: "talks with Washington go on, and relief
// could follow". Nil for nobody, and where there are two.
func (c *signalContext) onlyImposer(sent stretch, out *act) []string {
	if c.t.field == model.InTitle || out.action == "called-for" || out.action == "opposed" {
		return nil
	}
	id := ""
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		who := c.senderID(m)
		switch {
		case who == id, m.lo > sent.lo && c.res.lex.of(&c.t.tok[m.lo-1])&classConditional != 0, m.lo > sent.lo+1 && c.res.lex.of(&c.t.tok[m.lo-2])&classConditional != 0:
		case !c.words.measures["powers"][who], c.t.has(m.lo-1, m.lo, "in", "against", "over", "on", "into"), m.how == byAdjective && c.goodsAt(m.hi) != "":
		case slices.Contains(out.targets, who), id != "":
			return nil
		default:
			id = who
		}
	}
	if id == "" {
		return nil
	}
	return []string{id}
}

// boughtFrom says that a text names somebody only as the one whose goods another buys: "the
// purchase of Ruritanian jets", "buys its gas from Ruritania".
func (c *signalContext) boughtFrom(sent stretch, m mention) bool {
	if c.t.field == model.InTitle {
		return false
	}
	from := c.t.has(m.lo-1, m.lo, "from")
	for i := m.lo - 1; i >= sent.lo && i > m.lo-8; i-- {
		if c.any("purchase", i, i+1) || c.t.has(i, i+1, "bought", "purchases", "imported") {
			return true
		}
		if k := &c.t.tok[i]; k.kind != wordToken && !k.is(flagGlued) || !from && !c.t.has(i, i+1, "of") && c.res.lex.of(k)&classDeterminer == 0 {
			return false
		}
	}
	return false
}

// notActing leaves out of those hit whoever acts for the one that sends the measure.
func (c *signalContext) notActing(out *act) []string {
	return slices.DeleteFunc(slices.Clone(out.targets), func(id string) bool {
		x, ok := c.res.dir.Find(id)
		return ok && x.Kind == model.Person && slices.Contains(out.senders, x.State)
	})
}
