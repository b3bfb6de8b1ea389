package extract

import "parley/model"

// Measures in the words of the notices that impose them: "designated X under E.O. …",
// "also sanctioned were", "those listed include".

// noticed reads a verb at token i of a text that puts somebody under measures, who need
// not be known. A verb that has other uses too counts where the sentence speaks of
// measures or somebody does it who imposes them.
func (c *signalContext) noticed(sent stretch, i int) (anchor, bool) {
	a := anchor{lo: i, hi: i + 1, np: i, instrument: "sanctions", verb: true, deed: deedImpose}
	if !c.in("designating", i) && !c.in("pursue", i) || i+1 >= sent.hi || c.approves(sent, i) || c.adjectival(sent, i) {
		return a, false
	}
	if c.listNamed(sent, i) {
		return a, false
	}
	official := c.official(sent)
	form := c.words.formOf(c.t.tok[i].low)
	if form == formPast {
		if end := c.roll(sent, i); end > 0 {
			a.hi = end
			return a, official || !c.t.has(i, i+1, "designated", "listed", "named", "targeted")
		}
		if before, ok := c.tokenBefore(sent, i); ok && (before == "was" || before == "were" || before == "been" || before == "being" || before == "is" || before == "are" || before == "be") {
			a.passive = true
			if before == "is" || before == "are" {
				a.deed = deedForce
			}
			return a, official && !c.t.has(i, i+1, "listed", "named", "targeted") || c.sentBy(sent, i)
		}
	}
	if c.in("pursue", i) {
		return a, c.hunted(sent, i)
	}
	next := &c.t.tok[i+1]
	if next.kind != wordToken && next.kind != numberToken && next.kind != quoteToken || c.res.lex.of(next)&(classPreposition|classConjunction|classRelative|classAuxiliary|classModal|classAnd) != 0 {
		return a, false
	}
	return a, !c.t.has(i, i+1, "listed", "named") && c.noticer(sent, i, official)
}

// hunted says that the treasury or its like in a text targets somebody's networks and
// ships: "the Treasury targeted a procurement ring".
func (c *signalContext) hunted(sent stretch, i int) bool {
	if !c.official(sent) {
		return false
	}
	for j := i + 1; j < sent.hi && j < i+9; j++ {
		if c.in("pursued", j) {
			return !c.t.has(sent.lo, sent.hi, "sanctions", "tariffs", "designated", "sanctioned")
		}
	}
	return false
}

// officiallyListed says that those who are listed at token i are persons or goods of a
// state, or that the sentence speaks of measures.
func (c *signalContext) officiallyListed(sent stretch, i int) bool {
	if c.t.field == model.InTitle {
		return false
	}
	for j := i; j < sent.hi && j < i+7; j++ {
		if c.in("envoys", j) || c.in("pursued", j) {
			return true
		}
	}
	return c.official(sent)
}

// licensor fills in who gives a licence, and for trade with whom, from the sanctions that a
// text names beside it.
func (c *signalContext) licensor(sent stretch, out *act) {
	for i := sent.lo + 1; i < sent.hi && len(out.senders) == 0; i++ {
		if c.t.tok[i].low != "sanctions" {
			continue
		}
		if m, ok := c.mentionEnding(sent, i); ok && c.words.measures["imposer"][c.senderID(m)] {
			out.senders = c.senders([]mention{m})
		}
	}
	if who := c.pressed(sent); len(out.targets) == 0 && who != "" {
		out.targets = []string{who}
	}
}

// heldIn names the state that what is frozen lies in: it freezes it.
func (c *signalContext) heldIn(sent stretch, a *anchor) []string {
	for _, m := range c.res.mentions(c.t, sent.lo, a.lo) {
		if k := c.res.actors[m.actor].Kind; k == model.State && c.t.has(m.lo-2, m.lo, "in") {
			return c.senders([]mention{m})
		}
	}
	if m, ok := c.res.nameAt(c.t, c.skipDeterminers(min(a.hi+1, sent.hi-1), sent.hi)); ok && c.frozenWhere(sent, a.lo) {
		return c.senders([]mention{m})
	}
	return nil
}

// frozenWhere says that a headline tells at token i that somebody's assets are frozen, and in which
// state: "Ovezov's accounts frozen in Altland". Where more is told, they are only a thing.
func (c *signalContext) frozenWhere(sent stretch, i int) bool {
	if c.t.field != model.InTitle || !c.t.has(i, i+1, "frozen", "seized", "blocked") || !c.t.has(i-1, i, "assets", "accounts", "funds", "fortune", "wealth", "property", "villas", "yacht", "yachts") || !c.t.has(i+1, i+2, "in", "by") || i-1 <= sent.lo {
		return false
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+2, sent.hi))
	return ok && c.res.actors[m.actor].Kind == model.State && (m.hi >= sent.hi || c.t.has(m.hi, m.hi+1, "over", "after", "amid", "as", ",", "on"))
}

// listNamed says that the list behind the verb at i is named, which is told of it.
func (c *signalContext) listNamed(sent stretch, i int) bool {
	for j := i + 1; j < sent.hi && j < i+12; j++ {
		if ins, _, ok := c.words.instruments.match(c.t.tok, j); ok && ins.list && j < i+8 || c.t.has(j, j+1, "subject") && c.t.has(j+1, j+2, "to") {
			return true
		}
	}
	return false
}

// adjectival says that a participle tells of which thing is meant: "the designated
// persons", "of sanctioned tankers".
func (c *signalContext) adjectival(sent stretch, i int) bool {
	if i == sent.lo {
		return c.t.field == model.InText && i+1 < sent.hi && c.t.tok[i+1].kind == wordToken && c.res.lex.of(&c.t.tok[i+1])&(classPreposition|classAuxiliary|classAnd|classTime|classAdverb) == 0
	}
	k := &c.t.tok[i-1]
	class, past := c.res.lex.of(k), c.words.formOf(c.t.tok[i].low) == formPast
	switch {
	case class&(classDeterminer|classPossessive) != 0 && !c.t.has(i-1, i, "those", "both"):
		return true // "the designated persons"
	case past && class&classPreposition != 0, c.in("purchase", i-1):
		return true // "of sanctioned tankers", "buy sanctioned oil"
	case past && c.words.formOf(k.low) == formGerund && class&classAuxiliary == 0:
		return true // "shipping sanctioned oil"
	}
	return genitive(k) && !c.t.has(i-2, i-1, "it", "he", "she")
}

// official says that a sentence uses the words of a notice: "Executive Order", "OFAC".
func (c *signalContext) official(sent stretch) bool {
	for i := sent.lo; i < sent.hi; i++ {
		if c.in("notice", i) || c.t.has(i, i+1, "shadow") && c.t.has(i+1, i+2, "fleet") || c.t.has(i, i+1, "executive") && c.t.has(i+1, i+2, "order", "orders") {
			return true
		}
	}
	return false
}

// roll reads a participle that opens a list of those who are hit, and returns where the
// list begins: "also sanctioned were two yards", "those designated include X"; 0 for none.
func (c *signalContext) roll(sent stretch, i int) int {
	opens := i == sent.lo || c.any("rollcall", i-1, i)
	if !opens {
		return 0
	}
	for j := i + 1; j < sent.hi && j < i+earshot/4; j++ {
		if c.t.has(j, j+1, "include", "includes", "included", "including") {
			return j + 1
		}
		if c.t.has(j, j+1, "is", "are", "was", "were") {
			if j+1 < sent.hi && c.res.lex.of(&c.t.tok[j+1])&(classAuxiliary|classNegation) != 0 || i > sent.lo && c.any("listees", i-1, i) && !c.t.has(sent.lo, i, "among", "Among") {
				return 0
			}
			return j + 1
		}
		if k := &c.t.tok[j]; k.kind == stopToken || k.kind == punctToken && k.low != "(" && k.low != ")" {
			return 0
		}
	}
	return 0
}

// sentBy says that "by" and somebody who imposes measures stand behind a passive.
func (c *signalContext) sentBy(sent stretch, i int) bool {
	for j := i + 1; j+1 < sent.hi && j < i+10; j++ {
		if c.t.tok[j].low == "by" {
			for _, m := range c.res.mentions(c.t, j+1, min(j+5, sent.hi)) {
				return c.words.measures["imposer"][c.senderID(m)]
			}
			return false
		}
	}
	return false
}

// noticer says that whoever does what the verb at i tells imposes measures: a state, its
// organ, or "it" in a notice.
func (c *signalContext) noticer(sent stretch, i int, official bool) bool {
	at := c.skipBack(sent, i)
	if c.t.has(at-1, at, ")") {
		for at--; at > sent.lo && !c.t.has(at, at+1, "("); at-- {
		}
	}
	if m, ok := c.mentionEnding(sent, at); ok && (m.how == byName || c.res.actors[m.actor].Kind == model.Organisation) {
		actor := c.res.actors[m.actor]
		return c.words.measures["imposer"][c.senderID(m)] || official && actor.Kind != model.Person || (actor.Kind == model.State || actor.Kind == model.Bloc) && (c.t.has(i, i+1, "sanctioned", "blacklisted", "blacklist") || c.t.has(i, i+1, "sanction") && at < i)
	}
	if at > sent.lo && official && (c.in("noticer", at-1) || c.res.lex.of(&c.t.tok[at-1])&classPronoun != 0) {
		return true
	}
	if c.words.formOf(c.t.tok[i].low) == formGerund && at > sent.lo && (c.t.has(at-1, at, "by", "in", "for", "after", "from", ",") || at < i) {
		ms := c.res.mentions(c.t, sent.lo, at)
		return len(ms) > 0 && (c.words.measures["imposer"][c.senderID(ms[0])] || official)
	}
	if c.t.has(at-1, at, "to") || c.t.has(i-1, i, "will", "would", "to", "could", "may") {
		return official || len(c.res.mentions(c.t, sent.lo, at)) > 0 && c.t.tok[i].low == "sanction"
	}
	return official && c.t.has(at-1, at, "and", "also")
}

// onlyNames says that the verb at token i only tells whose names somebody wrote down, which
// puts nothing on them: "the report lists 96 oligarchs", "listed him as close to the palace".
func (c *signalContext) onlyNames(sent stretch, i int) bool {
	if !c.in("writing-down", i) {
		return false
	}
	for j := i - 1; j >= sent.lo && j > i-5; j-- {
		if c.in("papers", j) || c.t.has(j, j+1, "list", "ranking") {
			return !c.t.has(j-1, j, "sanctions", "sdn", "entity", "black")
		}
		if c.t.tok[j].kind != wordToken && c.t.tok[j].kind != numberToken && c.t.tok[j].kind != quoteToken {
			break
		}
	}
	for j := i + 1; j < sent.hi; j++ {
		if c.t.has(j, j+1, "close") && c.isTo(j+1) || c.t.has(j, j+1, "richest", "wealthiest") {
			return !c.t.has(sent.lo, sent.hi, "sanctions", "sanctioned", "blacklist", "blacklisted")
		}
	}
	return false
}
