package extract

import (
	"slices"

	"parley/model"
)

// Whose measure it is where the one who opens a sentence only speaks of it, bears it, or is named for
// something else.

// onOwnGoods turns round a measure that is on the goods of the one who was taken for its sender: "credit
// for exporters hit by the levy on Ruritanian goods".
func (r *actReader) onOwnGoods() {
	if r.t.field != model.InText || len(r.out.senders) != 1 || !r.t.has(r.a.hi, r.a.hi+1, "on", "against") {
		return
	}
	m, ok := r.res.nameAt(r.t, r.skipDeterminers(r.a.hi+1, r.sent.hi))
	if !ok || m.how != byAdjective || r.goodsAt(m.hi) == "" && !r.t.has(m.hi, m.hi+1, "goods", "exports", "imports", "products") {
		return
	}
	if id := r.senderID(m); r.out.senders[0] == id && !slices.Contains(r.out.targets, id) && len(r.out.targets) < 2 {
		r.out.senders, r.out.targets = r.out.targets, []string{id}
	}
}

// ownAnswer turns round countermeasures of the one who opens a text and is taken to be hit by them: "the
// Ruritanian leader left Altland without a deal, and said no countermeasures were considered".
func (r *actReader) ownAnswer() {
	if r.t.field != model.InText || len(r.out.targets) != 1 || len(r.out.senders) != 1 || r.ch.core.deed.suffers() || r.ch.passive || !r.t.has(r.a.lo, r.a.hi, "countermeasures", "countermeasure", "counter-measures", "retaliation", "counter-tariffs") {
		return
	}
	ms := r.res.mentions(r.t, r.sent.lo, r.a.np)
	if len(ms) > 1 && ms[0].lo <= r.sent.lo+1 && r.senderID(ms[0]) == r.out.targets[0] && !r.t.has(r.a.hi, r.a.hi+1, "on", "against", "from", "by") {
		r.out.senders, r.out.targets = r.out.targets, r.out.senders
	}
}

// onlyInCondition takes off those a measure is on whom its opponent only names in what he asks for: "will
// veto the package unless Ruritania stops".
func (r *actReader) onlyInCondition() {
	if r.t.field != model.InText || r.out.action != "opposed" || len(r.out.targets) == 0 {
		return
	}
	for i := r.a.hi; i < r.sent.hi && i < r.a.hi+4; i++ {
		if !r.t.has(i, i+1, "unless", "until", "if") {
			continue
		}
		before := r.senders(r.res.mentions(r.t, r.sent.lo, i))
		r.out.targets = leaving(r.out.targets, func(id string) bool { return !slices.Contains(before, id) })
		return
	}
}

// signs names who signs or issues the paper that does what the verbs of a text tell: "after Ovezov signed an
// order that delayed".
func (c *signalContext) signs(sent stretch, ch *chain) (mention, bool) {
	which := c.skipBack(sent, ch.lo) - 1
	if c.t.field != model.InText || which-2 <= sent.lo || !c.t.has(which, which+1, "that", "which") || !c.t.has(which-1, which, "order", "decree", "proclamation", "directive", "bill", "law", "memorandum") {
		return mention{}, false
	}
	for i := which - 2; i > sent.lo && i > which-7; i-- {
		if c.t.has(i, i+1, "signed", "signs", "issued", "issues", "approved", "published") {
			return c.mentionEnding(sent, c.skipBack(sent, i))
		}
	}
	return mention{}, false
}

// promisesBoth names who promises the second of two things to do that "and" joins: "said Altland had promised to
// mend the order, and to cut the duty".
func (c *signalContext) promisesBoth(sent stretch, ch *chain) (mention, bool) {
	to := ch.core.lo - 1
	if c.t.field != model.InText || to-3 <= sent.lo || !c.isTo(to) || !c.t.has(to-1, to, "and") {
		return mention{}, false
	}
	for i := to - 2; i > sent.lo && i > to-earshot/2; i-- {
		if c.isTo(i+1) && c.t.has(i, i+1, "promised", "agreed", "pledged", "vowed", "decided", "offered", "planned", "undertaken", "committed") {
			return c.mentionEnding(sent, c.skipBack(sent, i))
		}
	}
	return mention{}, false
}

// homeChamber names the state that opens a text for its parliament or its cabinet, which acts in the next
// clause under no name: "Ruritania asked Altland for …, and parliament voted to ban".
func (c *signalContext) homeChamber(sent stretch, ch *chain) (mention, bool) {
	at := c.skipBack(sent, ch.lo) - 1
	if c.t.field != model.InText || at-2 <= sent.lo || !c.t.has(at, at+1, "parliament", "cabinet", "lawmakers", "ministers") {
		return mention{}, false
	}
	before := at - 1
	if c.determined(before) {
		before--
	}
	if !c.t.has(before, before+1, "and", "but", "while") {
		return mention{}, false
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(sent.lo, at))
	return m, ok && c.kindOf(c.senderID(m)) == model.State
}

// awaitsLeave says that a licence is only what somebody waits for: "not before the ministry had issued licences".
func (r *actReader) awaitsLeave() bool {
	if r.t.field != model.InText || r.a.instrument != "licence" || r.ch.core.lo >= r.a.np || r.ch.core.deed == deedDemand || r.ch.hasUpper {
		return false
	}
	for i := r.ch.core.lo - 1; i > r.sent.lo && i > r.ch.core.lo-7; i-- {
		if r.t.has(i, i+1, "until", "unless") {
			return true
		}
		if r.t.tok[i].kind != wordToken {
			return false
		}
	}
	return false
}

// prolongsRates reads who wins a longer time for the duties that are there as put off from worse ones: "won a
// 90-day extension of its tariffs".
func (c *signalContext) prolongsRates(sent stretch, a *anchor, ch *chain) {
	if a.instrument != "tariff" || ch.core.form != formNoun || ch.core.deed != deedTighten || !c.t.has(ch.core.lo, ch.core.lo+1, "extension", "rollover", "prolongation") {
		return
	}
	for i := ch.core.lo - 1; i >= sent.lo && i > ch.core.lo-4; i-- {
		if c.in("obtain", i) {
			ch.core.deed, ch.core.form, ch.core.lead = deedDefer, formPast, "obtain"
			ch.core.lo, ch.lo = i, min(ch.lo, i)
			return
		}
	}
}

// planOfOther turns round the plan of a measure of which a headline tells how the one who would bear it takes it:
// "Ruritania hits back at Altland tariff plan".
func (r *actReader) planOfOther() {
	if r.t.field == model.InTitle && r.a.after == deedFloat && r.ch.core.deed == deedOppose && r.t.has(r.ch.core.hi-1, r.ch.core.hi, "at") && len(r.out.senders) == 1 && len(r.out.targets) == 1 && len(r.inPhrase) == 0 {
		r.out.senders, r.out.targets = r.out.targets, r.out.senders
	}
}

// suedOver names the one whom a headline tells to be sued over a measure, which is his, on the one who sues:
// "Ruritania sues Altland over tariffs".
func (r *actReader) suedOver() {
	if r.t.field != model.InTitle || r.out.action != "opposed" {
		return
	}
	for i := r.sent.lo + 1; i+2 < r.a.np; i++ {
		if !r.t.has(i, i+1, "sue", "sues", "sued", "suing") {
			continue
		}
		m, ok := r.res.nameAt(r.t, r.skipDeterminers(i+1, r.sent.hi))
		who, named := r.mentionEnding(r.sent, i)
		if sued := r.senders([]mention{m}); ok && named && r.t.has(m.hi, r.a.np, "over", "for") && slices.Equal(r.out.targets, sued) {
			r.out.senders, r.out.targets = sued, r.senders([]mention{who})
		}
		return
	}
}

// deserves reads that somebody deserves relief, or does not, as a plea for it or against it, in which he is the
// one under the measure: "Ruritania does not deserve relief from sanctions".
func (r *actReader) deserves() bool {
	verb := 0
	for i := r.ch.core.lo - 1; i > r.sent.lo && i > r.ch.core.lo-4; i-- {
		if r.t.has(i, i+1, "deserve", "deserves", "deserved", "merit", "merits") {
			verb = i
		}
	}
	if verb == 0 || !r.ch.core.deed.relieves() || r.ch.core.lo >= r.a.np {
		return false
	}
	m, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, verb))
	if !ok {
		return false
	}
	r.out.action, r.out.direction = "demanded", model.Relief
	if r.ch.negated {
		r.out.action = "opposed"
	}
	r.out.senders, r.out.targets = r.inPhrase, r.senders([]mention{m})
	return true
}

// retaliationOff says that somebody will not answer a measure: "shelves plan to retaliate against", "rules out
// retaliation for".
func (r *actReader) retaliationOff() bool {
	for i := r.sent.lo + 1; i < r.a.np; i++ {
		if !r.t.has(i, i+1, "retaliate", "retaliation", "retaliating") || !r.t.has(i+1, i+2, "against", "for", "over") || i < r.a.np-5 {
			continue
		}
		for j := i - 1; j >= r.sent.lo && j > i-5; j-- {
			if r.in("shelve", j) || r.t.has(j, j+1, "out", "off") && r.t.has(j-1, j, "rule", "rules", "ruled", "ruling", "hold", "holds", "held", "holding") {
				return true
			}
		}
	}
	return false
}

// failsToDelay reads that somebody fails to put off a measure as its coming all the same: "fail to delay the
// return of sanctions".
func (c *signalContext) failsToDelay(sent stretch, ch *chain) {
	at := ch.core.lo
	if ch.hasUpper && ch.upper.deed == deedDefer {
		at = ch.upper.lo
	} else if ch.core.deed != deedDefer {
		return
	}
	if at-2 < sent.lo || !c.isTo(at-1) || !c.t.has(at-2, at-1, "fail", "fails", "failed", "failing", "unable", "bid", "attempt") || c.t.has(at-2, at-1, "bid", "attempt") && !c.t.has(max(sent.lo, at-6), at-2, "fail", "fails", "failed", "lose", "loses", "lost", "in") {
		return
	}
	ch.core.lo, ch.core.hi = min(at, ch.core.lo), max(at+1, ch.core.hi)
	ch.core.deed, ch.core.form, ch.hasUpper, ch.negated, ch.modal = deedForce, formPresent, false, false, "will"
	ch.bare, ch.core.lead = false, "take effect"
}
