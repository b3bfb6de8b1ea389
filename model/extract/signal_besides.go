package extract

import (
	"slices"

	"parley/model"
)

// Whom a measure hits where its own phrase does not say so but the sentence tells it by the
// way: what it is put on for, what it is to bring about, what a clause behind it tells.

// besides looks for whom a measure hits in what else the sentence tells of it. Nil for
// nobody.
func (c *signalContext) besides(sent stretch, a *anchor, ch *chain, out *act) []string {
	for _, find := range [...]func(*signalContext, stretch, *anchor, *chain) []string{(*signalContext).itsObject, (*signalContext).ofClause, (*signalContext).toMake, (*signalContext).forDeeds, (*signalContext).asked} {
		if who := without(find(c, sent, a, ch), out.senders); len(who) > 0 {
			return who
		}
	}
	return nil
}

// itsObject resolves the pronoun that a measure is on as the object of its verb: "X said
// that Ruritania would sanction him", "gave X a licence exempting it from".
func (c *signalContext) itsObject(sent stretch, a *anchor, ch *chain) []string {
	if c.t.field == model.InTitle {
		return nil
	}
	at := a.hi
	if !a.verb || a.trade || ch.passive {
		for at = ch.core.lo + 1; at < a.np && !c.t.has(at, at+1, "him", "her", "them", "it"); at++ {
		}
		if at >= a.np || ch.core.lo >= a.np || !ch.with && ch.core.deed != deedLicense && ch.core.deed != deedImpose {
			return nil
		}
	}
	switch {
	case c.t.has(at, at+1, "him", "her"):
		if hi := c.capitals(sent.lo, ch.lo); c.t.has(hi, hi+1, ",") && c.nameable(sent.lo, sent.lo, hi) {
			return []string{c.nameID(sent.lo, hi)} // "Ada Ovezov, a minister, said that X would sanction her"
		}
		return c.asTargets(c.earlier(sent, ch.lo))
	case c.t.has(at, at+1, "it", "them"):
		return c.bearers(c.earlier(sent, ch.lo))
	}
	return nil
}

// ofClause reads whom the clause behind a measure of a text tells it to be on: "the embargo,
// which has stopped nearly all trade with Ruritania".
func (c *signalContext) ofClause(sent stretch, a *anchor, _ *chain) []string {
	i := a.hi
	if c.t.has(i, i+1, ",") {
		i++
	}
	if c.t.field == model.InTitle || !c.t.has(i, i+1, "which", "that") {
		return nil
	}
	for j := i + 1; j+1 < sent.hi && j < i+rollLength; j++ {
		if c.t.has(j, j+1, ",", ";") {
			return nil
		}
		if c.t.has(j, j+1, "with", "on", "against", "to", "from") && c.nextIsName(j+1, sent.hi) {
			if m, ok := c.res.nameAt(c.t, c.skipDeterminers(j+1, sent.hi)); ok {
				return c.asTargets([]mention{m})
			}
		}
	}
	return nil
}

// toMake names the one behind a verb of what a measure is to bring about: "sanctions to
// force Ruritania out".
func (c *signalContext) toMake(sent stretch, a *anchor, _ *chain) []string {
	for i := a.hi; i+2 < sent.hi && i < a.hi+rollLength; i++ {
		k := &c.t.tok[i]
		if k.kind == stopToken || k.low == ";" || k.low == ":" {
			return nil
		}
		if k.low != "to" && k.low != "at" || !c.in("bending", i+1) {
			continue
		}
		m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+2, sent.hi))
		if !ok {
			return nil
		}
		return c.senders([]mention{m})
	}
	return nil
}

// forDeeds names the state for whose misdeeds a measure is: "in response to Ruritania's
// invasion of Altland". Nil for none.
func (c *signalContext) forDeeds(sent stretch, _ *anchor, _ *chain) []string {
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		i := m.hi
		if i < sent.hi && genitive(&c.t.tok[i]) {
			i++
		} else if m.how != byAdjective {
			continue
		}
		if x := c.res.actors[m.actor]; x.Kind != model.State && !c.leads(x) {
			continue
		}
		for j := i; j < sent.hi && j < i+6; j++ {
			k := &c.t.tok[j]
			if c.in("misdeeds", j) {
				return c.senders([]mention{m})
			}
			if k.kind != wordToken && k.kind != dashToken || c.res.lex.of(k)&(classPreposition|classConjunction|classAuxiliary|classModal) != 0 {
				break
			}
		}
	}
	return nil
}

// asked names the state that lives under measures and for which somebody answers a question
// about one: "asked about new sanctions, Ruritania's spokesman said".
func (c *signalContext) asked(sent stretch, a *anchor, _ *chain) []string {
	if c.t.field == model.InTitle || !c.t.has(sent.lo, min(sent.lo+2, sent.hi), "asked") {
		return nil
	}
	for _, m := range c.res.mentions(c.t, a.hi, sent.hi) {
		if id := c.senderID(m); c.words.measures["under"][id] && c.says(sent, m) {
			return []string{id}
		}
	}
	return nil
}

// says tells that somebody tells what the sentence tells: a verb of speech stands behind his
// name, or behind what he is and how he is called: "Ruritania's minister Ada Ovezov said".
func (c *signalContext) says(sent stretch, m mention) bool {
	for i := m.hi; i < sent.hi && i < m.hi+8; i++ {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		if class&classSaid != 0 || c.in("reporting", i) {
			return i > m.hi || m.how == byName || m.how == byOffice
		}
		if k.kind != wordToken && !genitive(k) || class&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal|classRelative) != 0 {
			return false
		}
	}
	return false
}

// foreignBuyers lists those whom a text names only as the ones with whom others trade that a
// measure is on: they are not hit, and nobody else is named: "any country that buys
// Ruritanian oil". Nil for none.
func (c *signalContext) foreignBuyers(sent stretch, a *anchor, out *act) []string {
	if c.t.field == model.InTitle || a.weak || out.condition != nil && out.condition.Polarity != "if" {
		return nil // it is on the one who can have it lifted, or may be no measure at all
	}
	for i := sent.lo; i+1 < sent.hi; i++ {
		if !c.in("partners", i) {
			continue
		}
		at := i - 1
		for at > sent.lo && c.t.tok[at].kind == wordToken && c.res.lex.of(&c.t.tok[at]) == 0 && !c.t.tok[at].is(flagCapital) {
			at--
		}
		if i > sent.lo && !c.t.has(at, at+1, "any", "all", "on", "from", "against", "punish", "foreign") && !c.t.has(i, i+1, "anyone", "those") {
			continue
		}
		next := i + 1
		if c.t.has(next, next+1, "that", "which", "who") {
			next++
		}
		if !c.in("dealing", next) && !c.in("purchase", next) {
			continue
		}
		if ms := c.res.mentions(c.t, next, c.clauseOf(next+1, sent.hi)); len(ms) > 0 && (ms[0].hi <= a.np || ms[0].lo >= a.hi) {
			return append(c.senders(ms), c.asTargets(ms)...)
		}
	}
	return nil
}

// ofTown names the state, or the territory, of the town that tokens lo to hi name. Nil for
// none.
func (c *signalContext) ofTown(lo, hi int) []string {
	for i := lo; i < hi; i++ {
		k := &c.t.tok[i]
		if k.kind != wordToken {
			continue
		}
		for n := min(2, hi-i); n > 0; n-- {
			if n == 1 && !k.is(flagCapital) {
				break
			}
			name := k.low
			if n == 2 {
				name += " " + c.t.tok[i+1].low
			}
			if id := c.states[name]; id != "" {
				return []string{id}
			}
		}
	}
	return nil
}

// otherTargets looks where a target stands when it does not stand behind the
// measure: the object of a threat, the subject of its condition.
func (c *signalContext) otherTargets(sent stretch, ch *chain, out *act) []string {
	if ch.core.deed == deedThreaten || ch.hasUpper && ch.upper.deed == deedThreaten {
		from := ch.core.lo
		if ch.hasUpper && ch.upper.deed == deedThreaten {
			from = ch.upper.lo
		}
		if ms := c.res.mentions(c.t, from, ch.hi); len(ms) > 0 {
			return c.leaders(ms)
		}
	}
	if out.condition != nil {
		for i := sent.lo; i < sent.hi; i++ {
			if c.res.lex.of(&c.t.tok[i])&classConditional != 0 || c.inverted(sent, i) {
				if c.t.field == model.InText && c.determined(i+1) && c.in("description", i+2) {
					for ms := c.res.mentions(c.t, sent.lo, i); len(ms) > 0; ms = ms[:len(ms)-1] {
						if id := c.senderID(ms[len(ms)-1]); c.kindOf(id) == model.State && !slices.Contains(out.senders, id) {
							return []string{id} // "X: if the country buys"
						}
					}
				}
				ms := c.res.mentions(c.t, i, c.clauseEnd(i+1, min(i+10, sent.hi)))
				for _, m := range ms {
					if !c.governed(sent, m) && !c.stopsBuying(m) && !slices.Contains(out.senders, c.senderID(m)) {
						return c.leaders([]mention{m})
					}
				}
				if c.t.has(i+1, i+3, "west") && c.t.field == model.InText && !slices.Contains(out.senders, "west") {
					return []string{"west"}
				}
			}
		}
	}
	return nil
}

// leaders names the states behind those addressed.
func (c *signalContext) leaders(ms []mention) []string {
	return c.senders(ms)
}
