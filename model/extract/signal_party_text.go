package extract

import (
	"slices"

	"parley/model"
)

// Who does something with a measure of a text, by the build of its sentence: whom a pronoun or
// a relative clause goes on about, whose ministers act, who speaks for those under a measure.

// askers names those who ask for relief, or speak against a measure, as the ones it is on. In a
// text they are not where they impose measures themselves, or are no state's: they speak for
// others. Nor is a measure on whoever calls for its end where it is said to be on others, or is a
// blockade.
func (r *actReader) askers() []string {
	own := r.bearers(r.doers)
	if r.t.field == model.InTitle {
		return own
	}
	own = leaving(own, func(id string) bool {
		return r.words.measures["never-senders"][id] || r.kindOf(id) == model.Organisation && !r.words.measures["firms"][id]
	})
	if r.t.has(r.a.hi, r.a.hi+1, "on", "against") && r.onPeople(r.sent, r.a) || r.blockade(r.a) || r.belong(r.doers, r.inPhrase) || len(r.inPhrase) == 0 && slices.ContainsFunc(own, func(id string) bool { return r.words.measures["powers"][id] }) {
		return nil
	}
	return own
}

// meant finds whom the pronoun at i stands for: of the names before, in its sentence.
func (c *signalContext) meant(sent stretch, i int) []mention {
	ms := c.earlier(sent, i)
	switch {
	case c.t.field == model.InTitle:
	case c.t.has(i, i+1, "he", "she"):
		ms = c.himself(sent, i)
	case c.t.has(i, i+1, "it"):
		for _, m := range c.res.mentions(c.t, sent.lo, i) {
			if c.res.actors[m.actor].Kind != model.Person && m.how != byOffice && !c.governed(sent, m) {
				ms = []mention{m}
				break
			}
		}
	case c.t.has(i, i+1, "they"):
		return c.themselves(sent, i)
	}
	return ms[:min(1, len(ms))]
}

// himself finds whom "he" or "she" at i of a text stands for: the first person or office holder
// named before; else whoever the sentence began with. Goods and envoys of others are nobody:
// "as an Altland delegation left, President Ovezov said he would".
func (c *signalContext) himself(sent stretch, i int) []mention {
	for _, m := range c.res.mentions(c.t, sent.lo, i) {
		if (c.res.actors[m.actor].Kind == model.Person || m.how == byOffice) && !c.governed(sent, m) {
			return []mention{m}
		}
	}
	return c.earlier(sent, i)
}

// themselves finds whom "they" at i of a text stands for: of those named before the last that
// is more than one, whose name or whose "leaders" stand right before a verb; else whoever the
// sentence began with.
func (c *signalContext) themselves(sent stretch, i int) []mention {
	ms := c.res.mentions(c.t, sent.lo, i)
	for k := len(ms) - 1; k >= 0; k-- {
		m := ms[k]
		x := c.res.actors[m.actor]
		many := x.Kind == model.Bloc || x.Kind == model.Group || c.organEnd(m) > m.hi
		if many && !c.governed(sent, m) {
			return c.series(sent, m)
		}
	}
	if ms = c.earlier(sent, i); len(ms) > 0 {
		return c.series(sent, ms[0])
	}
	return nil
}

// organEnd finds the end of what is named behind a state or a bloc of a text as acting for it:
// "foreign ministers" in "EU foreign ministers"; the end of the name where nothing is.
func (c *signalContext) organEnd(m mention) int {
	end := m.hi
	for i := m.hi; c.t.field == model.InText && i < len(c.t.tok) && i < m.hi+4; i++ {
		k := &c.t.tok[i]
		if k.kind != wordToken && !genitive(k) || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal|classRelative|classSaid) != 0 {
			break
		}
		if c.in("organs", i) || c.in("delegates", i) || c.in("assembled", i) || c.in("agencies", i) {
			end = i + 1
		}
	}
	return end
}

// whichDoes finds the state, the bloc or the body whose relative clause the verbs of a text at
// lo begin: "with the Union, which could announce", "Altland, which has imposed". A measure is
// done by nobody before it.
func (c *signalContext) whichDoes(sent stretch, ch *chain) (mention, bool) {
	which := c.skipBack(sent, ch.lo) - 1
	if c.t.field != model.InText || ch.passive || ch.core.deed.suffers() || which <= sent.lo+1 || !c.t.has(which, which+1, "which", "who") || !c.t.has(which-1, which, ",") {
		return mention{}, false
	}
	m, ok := c.mentionEnding(sent, which-1)
	if !ok || m.how != byName {
		return mention{}, false
	}
	x := c.res.actors[m.actor]
	return m, (x.Kind == model.State || x.Kind == model.Bloc || x.Kind == model.Organisation && x.State != "") && !c.words.measures["firms"][x.ID]
}

// blockaded fills in the land that a text names beside a blockade of which it does not say on
// whom it is, and the one state that it names beside both, whose it is.
func (r *actReader) blockaded() {
	if r.t.field == model.InTitle || len(r.out.targets) > 0 || !r.blockade(r.a) {
		return
	}
	for i := r.sent.lo; i < r.sent.hi; i++ {
		if !r.t.tok[i].is(flagCapital) || !r.ofLand(i, i+1) {
			continue
		}
		r.out.targets = r.ofTown(i, i+1)
		state := ""
		for _, m := range r.res.mentions(r.t, r.sent.lo, r.sent.hi) {
			if id := r.senderID(m); r.kindOf(id) == model.State && id != state {
				if state != "" {
					return
				}
				state = id
			}
		}
		if state != "" && len(r.out.senders) == 0 && r.out.action != "demanded" {
			r.out.senders = []string{state}
		}
		return
	}
}

// onlyAsking lists those of a sentence who ask for relief, say that it is due or give a measure
// its name, and so do not send it.
func (c *signalContext) onlyAsking(sent stretch, ch *chain, out *act) []string {
	if out.action != "demanded" {
		return nil
	}
	asks := ch.core.deed == deedDemand && ch.core.lo == ch.lo || ch.hasUpper && ch.upper.deed == deedDemand && ch.upper.lo == ch.lo
	var ids []string
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		if before := m.hi <= ch.lo && !c.governed(sent, m); before && (asks || c.says(sent, m)) || c.t.has(m.hi, m.hi+1, "calls", "called", "describes", "described") {
			ids = append(ids, c.senderID(m))
		}
	}
	return ids
}

// rebelsState names the state that those who send a measure of a text fight or hold a part of,
// where nobody else is hit: the rebels' blockade of its ports. Nil for none.
func (c *signalContext) rebelsState(out *act) []string {
	if c.t.field == model.InTitle || len(out.senders) != 1 || !c.words.measures["rebels"][out.senders[0]] {
		return nil
	}
	if x, ok := c.res.dir.Find(out.senders[0]); ok && x.State != "" {
		return []string{x.State}
	}
	return nil
}

// oneAnother says that two sides of a text do the same to each other: by these words, or since
// both cut duties in a deal.
func (r *actReader) oneAnother() bool {
	if r.t.field == model.InTitle || len(r.out.senders) != 2 || len(without(r.out.targets, r.out.senders)) > 0 {
		return false
	}
	for i := r.a.hi; i+1 < r.sent.hi && i < r.a.hi+rollLength; i++ {
		if r.t.has(i, i+1, "each", "one", "the") && r.t.has(i+1, i+2, "other", "another") {
			return true
		}
	}
	return r.a.instrument == "tariff" && r.out.direction == model.Relief && r.out.action != "demanded" && r.any("matters", r.sent.lo, r.a.np)
}

// blockade says that a measure is one, which is on whatever it closes off.
func (c *signalContext) blockade(a *anchor) bool {
	return c.t.has(a.lo, a.hi, "blockade", "blockades", "siege")
}

// onlyBefore says that in a text a comma, with "and" or alone, stands between two names, of which the
// first closes a phrase before the clause: "Besides banning flights to Altland, Ruritania".
func (c *signalContext) onlyBefore(sent stretch, first, next mention) bool {
	if c.t.field != model.InText || !c.t.has(first.hi, first.hi+1, ",") || !c.governed(sent, first) {
		return false
	}
	return next.lo == first.hi+1 || next.lo == first.hi+2 && c.t.has(first.hi+1, next.lo, "and")
}
