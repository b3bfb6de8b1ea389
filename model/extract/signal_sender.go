package extract

import (
	"slices"

	"parley/model"
)

// Who sends a measure of a text whose sender its verbs do not tell, and who in the sentence
// is on the sender's side or only trades.

// madeBy names who stands behind a measure of a text as whose it is: "the latest curbs by
// Ruritania and Altland", "the sanctions of the United States". Nil for nobody. An embargo
// or a blockade "of" somebody is on him.
func (c *signalContext) madeBy(sent stretch, a *anchor) []string {
	by := c.makerAt(sent, a)
	if by < 0 {
		return nil
	}
	if many := c.manyFrom(sent, by+1); many != nil {
		return many
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(by+1, sent.hi))
	if !ok || by > a.hi && c.t.has(a.np, a.lo, "its", "their", "his", "her") || c.ownedBy(a) && !c.words.measures["powers"][c.senderID(m)] {
		return nil
	}
	return c.senders(c.series(sent, m))
}

// makerAt finds the word behind a measure of a text whose object made it: "by", right behind it
// or behind whom it is on, or the "of" of an owner; -1 for none.
func (c *signalContext) makerAt(sent stretch, a *anchor) int {
	if c.t.field == model.InTitle || a.verb {
		return -1
	}
	if c.t.has(a.hi, a.hi+1, "by") || c.ownedBy(a) {
		return a.hi
	}
	on := a.hi
	if w, n, ok := c.words.ladder.match(c.t.tok, on); ok && w.deed == deedImpose && (w.form == formPast || c.t.has(on, on+1, "put")) {
		on += n // "imposed on the country by"
	}
	if !c.t.has(on, on+1, "of", "on", "against") {
		return -1
	}
	for i := on + 1; i+1 < sent.hi && i < on+ownersReach; i++ {
		k := &c.t.tok[i]
		if k.low == "by" {
			return i
		}
		if w, n, ok := c.words.ladder.match(c.t.tok, i); ok && w.deed == deedImpose && w.form == formPast && c.t.has(i+n, i+n+1, "by") {
			return i + n // "on Ruritanian fish imposed by"
		}
		if k.kind != wordToken || c.words.formOf(k.low) == formPast || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal|classRelative) != 0 {
			return -1
		}
	}
	return -1
}

// ownedBy says that "of" stands behind a measure whose name takes whose it is there.
func (c *signalContext) ownedBy(a *anchor) bool {
	return c.t.field == model.InText && c.t.has(a.hi, a.hi+1, "of") && c.t.has(a.hi-1, a.hi, "sanctions", "tariffs", "duties", "measures", "penalties")
}

// onlyImposer names the one of those who impose measures that a sentence of a text names,
// where it does not say whose the measure is: "talks with Washington go on, and relief
// could follow". Nil for nobody, and where there are two.
func (c *signalContext) onlyImposer(sent stretch, ch *chain, out *act) []string {
	if c.t.field == model.InTitle || out.action == "called-for" || out.action == "opposed" {
		return nil
	}
	id, asking := "", c.onlyAsking(sent, ch, out)
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		who := c.senderID(m)
		switch {
		case slices.Contains(asking, who):
		case who == id, c.words.measures["firms"][c.res.actors[m.actor].ID], m.lo > sent.lo && c.res.lex.of(&c.t.tok[m.lo-1])&classConditional != 0 && !c.t.has(m.lo-1, m.lo, "when"), m.lo > sent.lo+1 && c.res.lex.of(&c.t.tok[m.lo-2])&classConditional != 0 && !c.t.has(m.lo-2, m.lo-1, "when"):
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

// onlyPower names the one whom a sentence names where he is one of those who impose measures
// and no word tells that it is put on him. Nil for nobody, and where there are two.
func (c *signalContext) onlyPower(sent stretch) []string {
	id := ""
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		who := c.senderID(m)
		if c.words.measures["firms"][c.res.actors[m.actor].ID] {
			continue
		}
		if !c.words.measures["powers"][who] && !c.words.measures["imposer"][who] || id != "" && id != who || c.t.has(m.lo-1, m.lo, "on", "against", "over", "for", "to", "from", "with") || m.seat && c.t.has(m.lo-1, m.lo, "in", "at") {
			return nil
		}
		id = who
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
func (c *signalContext) notActing(a *anchor, out *act) []string {
	if c.t.field == model.InText && (a.instrument == "travel-ban" || a.instrument == "asset-freeze") {
		return out.targets // a state may keep its own people in
	}
	return leaving(out.targets, func(id string) bool {
		x, ok := c.res.dir.Find(id)
		return ok && x.Kind == model.Person && slices.Contains(out.senders, x.State)
	})
}

// speaking falls back on who says the sentence, or on the last sender.
func (c *signalContext) speaking(sent stretch, ch *chain) []string {
	others := c.t.field == model.InText && ch.passive && (c.t.has(ch.lo, ch.hi, "could", "should", "may", "might", "must") || c.any("reckoning", sent.lo, ch.core.lo))
	own := ch.modal != "" && !others || ch.core.deed == deedThreaten && !c.threatBeside(sent, ch) || c.t.has(max(sent.lo, ch.lo-4), ch.hi, "we", "i", "our")
	forced := (ch.negated || ch.core.deed == deedForce || ch.core.deed == deedLoom || ch.core.deed == deedLicense && !c.t.has(ch.core.lo, ch.core.lo+1, "spared", "exempted", "shielded")) && c.t.field == model.InTitle
	planned := ch.core.lead == "wording" && (ch.core.deed == deedFloat || ch.core.deed == deedDeny) && ch.passive && c.t.field == model.InTitle
	span := c.t.span(ch.lo, max(ch.hi, ch.lo+1))
	if own || forced || planned {
		for _, sp := range c.spokenSpans() {
			if int(sp.lo) <= span[0] && span[1] <= int(sp.hi) {
				if a, ok := c.res.dir.Find(c.said[sp.by].Speaker.Actor); ok && (own || or(a.State, a.ID) == "eu" || or(a.State, a.ID) == "usa" || planned && c.words.measures["imposer"][or(a.State, a.ID)]) {
					return []string{or(a.State, a.ID)}
				}
			}
		}
	}
	if ch.passive || c.othersAct(sent, ch) || c.threatBeside(sent, ch) {
		return nil
	}
	if own := c.spokenOfLast(sent, ch); len(own) > 0 {
		return own
	}
	if c.sender != "" && int(c.t.tok[sent.lo].sent)-c.last <= 2 {
		return []string{c.sender}
	}
	return nil
}

// spokenSpan is where words of a speaker stand: code points, and the statement.
type spokenSpan struct{ lo, hi, by int32 }

// spokenSpans lists what was said in the text. It is made when it is first asked for.
func (c *signalContext) spokenSpans() []spokenSpan {
	if c.spoken == nil {
		c.spoken = make([]spokenSpan, 0, len(c.said)+len(c.said)/2)
		for i := range c.said {
			if st := &c.said[i]; st.In == c.t.field {
				for _, span := range st.Content.Spans {
					c.spoken = append(c.spoken, spokenSpan{int32(span[0]), int32(span[1]), int32(i)})
				}
			}
		}
	}
	return c.spoken
}
