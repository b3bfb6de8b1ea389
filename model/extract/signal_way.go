package extract

import (
	"slices"

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
	if c.t.field != model.InTitle || len(out.senders) != 1 || len(out.targets) != 1 {
		return
	}
	from, to := out.senders[0], out.targets[0]
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
