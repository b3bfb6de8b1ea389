package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Which way a measure of a headline goes, where its words name two parties alike.

// dutiesOf puts that side of a deal on duties first whose duties every reader has in mind,
// where no other is said to have any: "Altland, US agree to cut tariffs".
func (c *signalContext) dutiesOf(sides []mention, a *anchor) []mention {
	if c.t.field != model.InTitle || a.instrument != "tariff" {
		return sides
	}
	for i := range sides {
		if i > 0 && c.senderID(sides[i]) == "usa" {
			return append([]mention{sides[i]}, append(slices.Clone(sides[:i]), sides[i+1:]...)...)
		}
	}
	return sides
}

// rightWay turns round relief from sanctions that two sides only talk about, which is given
// by the one who imposes measures to the one under them: "Altland, Ruritania discuss
// sanctions relief". Whose measures are asked for stands behind "from". What a state lets its own firm sell abroad is relief for those abroad.
func (c *signalContext) rightWay(sent stretch, a *anchor, ch *chain, out *act) {
	if ms := c.res.mentions(c.t, a.hi+1, min(a.hi+10, sent.hi)); c.t.field == model.InTitle && out.action == "called-for" && c.t.has(a.hi, a.hi+1, "from") && len(ms) > 0 {
		out.senders = c.senders(c.withJoined(sent, ms[0])) // "sanctions from Altland against X are needed"
		out.targets = without(c.asTargets(ms), out.senders)
		return
	}
	if c.t.field == model.InTitle && out.action == "called-for" && ch.core.lo < a.np && c.any("faced-with", ch.lo-2, ch.core.lo) && c.t.has(ch.core.lo-1, ch.core.hi, "calls", "call", "demands", "pressure", "clamour") {
		if asked := c.senders(c.subject(sent, ch)); len(asked) > 0 {
			out.senders = asked // "Altland faces calls for sanctions on X"
			out.targets = without(or2(c.targets(sent, a, chain{}), out.targets), asked)
			return
		}
	}
	if ms := c.res.mentions(c.t, ch.core.lo+1, a.np); out.action == "opposed" && ch.core.lead == "wording" && c.t.field == model.InTitle && ch.core.lo < a.np && (len(ms) == 1 || len(ms) == 2 && c.words.measures["never-senders"][c.senderID(ms[1])]) {
		ms = ms[:1]
		if c.t.has(ch.core.lo, ch.core.lo+1, "back", "backs", "backed", "backing") {
			out.targets = without(c.asTargets(ms), out.senders) // "backs Altland against Ruritanian duties"
		} else if inSource, _ := c.inside(a); len(inSource) == 0 {
			out.senders = c.senders(ms) // "takes Ruritania to court over duties"
			out.targets = without(out.targets, out.senders)
		}
	}
	if out.action == "opposed" && c.t.field == model.InTitle && len(out.targets) == 0 && len(out.senders) > 0 {
		out.targets = without(c.sayer(a), out.senders) // "duties are unfair, says Altland"
		return
	}
	if ms := c.res.mentions(c.t, a.hi+1, min(a.hi+4, sent.hi)); c.t.field == model.InTitle && a.after == deedDefer && strings.HasSuffix(out.rule, "-assumed") && c.t.has(a.hi, a.hi+1, "with", "from") && len(ms) > 0 {
		out.senders = c.senders(ms[:1]) // "hails truce with Ruritania"
		out.targets = without(or2(c.bearers(c.earlier(sent, a.np)), out.targets), out.senders)
		return
	}
	if len(out.senders) == 1 && len(out.targets) == 0 && c.t.field == model.InTitle && a.instrument == "sanctions" && (out.action == "considered" || out.action == "offered") && c.words.measures["under"][out.senders[0]] {
		out.senders, out.targets = nil, out.senders // "Ruritania expects lifting of sanctions"
		return
	}
	if c.t.field != model.InTitle || len(out.senders) != 1 || len(out.targets) != 1 {
		return
	}
	from, to := out.senders[0], out.targets[0]
	if a.verb && a.instrument == "travel-ban" && c.t.has(a.lo, a.lo+1, "denied", "refused") && c.words.measures["imposer"][to] && !c.words.measures["imposer"][from] {
		out.senders, out.targets = []string{to}, []string{from} // "Y refused Ruritanian visa"
		return
	}
	if out.action == "considered" && a.instrument == "sanctions" && c.words.measures["under"][from] && c.words.measures["powers"][to] {
		out.senders, out.targets = []string{to}, []string{from}
		return
	}
	if firm, ok := c.res.dir.Find(to); ok && a.permit && out.direction == model.Relief && firm.State == from && c.words.measures["firms"][to] {
		for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
			if id := c.senderID(m); id != from && c.kindOf(id) == model.State && c.words.measures["under"][id] {
				out.targets = []string{id}
				return
			}
		}
	}
}

// sayer names the state, or the bloc, that a headline quotes with what it says of a measure.
// Nil for nobody.
func (c *signalContext) sayer(a *anchor) []string {
	span := c.t.span(a.lo, a.hi)
	for _, sp := range c.spokenSpans() {
		if int(sp.lo) > span[0] || span[1] > int(sp.hi) {
			continue
		}
		if x, ok := c.res.dir.Find(c.said[sp.by].Speaker.Actor); ok {
			if id := or(x.State, x.ID); c.kindOf(id) == model.State || c.kindOf(id) == model.Bloc {
				return []string{id}
			}
		}
	}
	return nil
}
