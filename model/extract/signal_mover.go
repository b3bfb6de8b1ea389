package extract

import (
	"strings"

	"parley/model"
)

// Who does what is done with a measure where somebody else opens the sentence: one who is
// expected to, or made to, one who is given leave, one of a number.

// mover names the one right before the "to" of a verb whom another expects or makes to do it, or
// whose step it is: "Ruritania expects Altland to lift", "prompting Altland to ease", "welcomed a
// decision by Altland to". In a text he does what "and" joins to that verb, too.
func (c *signalContext) mover(sent stretch, ch *chain) (mention, bool) {
	if ch.hasUpper && (ch.upper.deed == deedDemand || ch.upper.deed == deedThreaten) {
		return mention{}, false
	}
	to := ch.core.lo - 1
	for to > sent.lo+1 && (c.res.lex.of(&c.t.tok[to])&classAdverb != 0 || strings.HasSuffix(c.t.tok[to].low, "ly")) {
		to--
	}
	if c.t.field == model.InText && c.t.has(to, to+1, "and", "or") && (ch.core.form == formBase || c.t.has(ch.core.lo, ch.core.lo+1, "put", "cut", "hit", "set")) {
		for to--; to > sent.lo+1 && to > ch.core.lo-earshot/6 && !c.t.has(to, to+1, "to", ",", ";"); to-- {
		}
	}
	if to <= sent.lo+1 || !c.t.has(to, to+1, "to") {
		return mention{}, false
	}
	m, ok := c.mentionEnding(sent, to)
	if !ok || m.lo <= sent.lo {
		return mention{}, false
	}
	before := m.lo - 1
	if c.determined(before) && before > sent.lo {
		before--
	}
	return m, c.in("expecting", before) || c.in("causing", before) || c.t.field == model.InText && c.t.has(before, before+1, "by") && c.in("steps", before-1)
}

// foreseen names the one whom a verb of a text foresees to do something, in a clause of its own: "expects
// that Ruritania will begin to lift".
func (c *signalContext) foreseen(ch *chain) (mention, bool) {
	if c.t.field != model.InText || !ch.hasUpper || !ch.core.deed.does() || ch.upper.deed != deedFloat && ch.upper.deed != deedAgree && ch.upper.deed != deedThreaten && ch.upper.deed != deedAnnounce || ch.upper.form == formNoun {
		return mention{}, false
	}
	at := ch.upper.hi
	if c.t.has(at, at+1, "that") {
		at++
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(at, ch.core.lo))
	return m, ok && m.hi < ch.core.lo && c.modalAt(m.hi) != "" && c.t.tok[m.hi].low != "to"
}

// whoseStep names the one in the genitive whose plan, pledge or refusal "to" do something a
// headline tells, where somebody else opens it: "Ruritania hails Altland's pledge to".
func (c *signalContext) whoseStep(sent stretch, ch *chain) (mention, bool) {
	if c.t.field != model.InTitle || ch.hasUpper && (ch.upper.deed == deedOppose || ch.upper.deed == deedDemand) || ch.core.deed.suffers() || ch.core.deed == deedOppose {
		return mention{}, false
	}
	to := ch.core.lo - 1
	if ch.hasUpper && c.isTo(ch.upper.hi-1) {
		to = ch.upper.hi - 1 // "refusal to"
	}
	if m, ok := c.mentionEnding(sent, to-1); ok && c.isTo(to) && c.in("steps", to-1) && m.lo > sent.lo && c.any("react", m.lo-2, m.lo) {
		return m, true
	}
	for j := to - 1; c.isTo(to) && j > sent.lo && j > to-4; j-- {
		if genitive(&c.t.tok[j]) {
			m, ok := c.mentionEnding(sent, j)
			return m, ok && m.lo > sent.lo
		}
	}
	return mention{}, false
}

// whoseThreat finds in a text whose threat or plan to do something it is of which somebody else speaks:
// "Ovezov was asked about Altland's threat to". Of "the president's plan" it is nobody whom it names.
func (c *signalContext) whoseThreat(sent stretch, ch *chain) ([]mention, bool) {
	to := ch.core.lo - 1
	if ch.hasUpper && c.isTo(ch.upper.hi-1) {
		to = ch.upper.hi - 1
	}
	if c.t.field != model.InText || !c.isTo(to) || !c.in("steps", to-1) && !c.t.has(to-1, to, "threat", "threats", "proposal") {
		return nil, false
	}
	for j := to - 2; j > sent.lo && j > to-4; j-- {
		if !genitive(&c.t.tok[j]) {
			continue
		}
		if m, ok := c.mentionEnding(sent, j); ok {
			return []mention{m}, true
		}
		return nil, !ch.hasUpper || ch.upper.deed != deedOppose
	}
	return nil, false
}

// paperDoes says that the verbs of a text tell what a bill or an order would do, which stands right before
// them: "the package, which would ban".
func (c *signalContext) paperDoes(sent stretch, ch *chain) bool {
	which := c.skipBack(sent, ch.lo) - 1
	if c.t.field != model.InText || ch.hasUpper || ch.modal != "would" && ch.modal != "could" || which <= sent.lo+1 || !c.t.has(which, which+1, "which", "that") {
		return false
	}
	paper := which - 1
	if c.t.has(paper, paper+1, ",") {
		paper--
	}
	for i := sent.lo; i < paper; i++ {
		if w, _, ok := c.words.ladder.match(c.t.tok, i); ok && w.deed == deedOppose {
			return false // who is against it is told by that verb
		}
	}
	return c.in("bill", paper) || c.in("project", paper) || c.in("instruments", paper)
}

// amongMany lists those who open a sentence as some of a number: "Ruritania and Altland
// among 30 states facing".
func (c *signalContext) amongMany(sent stretch, hi int) []string {
	for i := sent.lo + 1; i+1 < hi; i++ {
		if c.t.has(i, i+1, "among") && c.any("partners", i+1, min(i+5, hi)) {
			return c.senders(c.res.mentions(c.t, sent.lo, i))
		}
	}
	return nil
}

// licensee names the one who is let trade behind the verb that lets him: "Ruritania lets
// Altland buy oil", "a waiver that allows Altland to buy oil". Nil for nobody.
func (c *signalContext) licensee(sent stretch, a *anchor) []string {
	for i := sent.lo; i+2 < sent.hi && (i < a.hi || c.t.field == model.InText && i < a.hi+rollLength); i++ {
		at := -1
		switch {
		case c.t.field == model.InText:
			if m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi)); ok && m.how == byAdjective && c.t.has(i-1, i, "that", "which") && c.t.has(i, i+1, "lets", "allows", "let", "allowed") {
				return c.asTargets([]mention{m}) // "a licence that lets a Ruritanian plant pay"
			}
			if m, ok := c.res.nameAt(c.t, i+1); ok && m.how == byName && (c.t.has(i, i+1, "let", "lets", "letting") || (c.in("allow", i) || c.t.has(i, i+1, "for") && i <= a.hi+1) && c.t.has(m.hi, m.hi+1, "to")) {
				return c.asTargets([]mention{m})
			}
		case c.in("give", i), c.in("letting", i):
			at = c.skipDeterminers(i+1, sent.hi)
		}
		if at < 0 {
			continue
		}
		if m, ok := c.res.nameAt(c.t, at); ok && m.how == byName && (m.hi < sent.hi && !genitive(&c.t.tok[m.hi])) {
			return c.asTargets([]mention{m})
		}
	}
	return nil
}

// firmLicensed names the firm that a licence of a headline is for: "renews Lukoil licence",
// "gives Lukoil licence", "licence for Lukoil". Nil for none.
func (c *signalContext) firmLicensed(sent stretch, a *anchor) []string {
	if c.t.field == model.InText || a.instrument != "licence" {
		return nil
	}
	hi := min(a.hi+3, sent.hi)
	for _, m := range c.res.mentions(c.t, max(sent.lo+1, a.lo-4), hi) {
		after := m.lo >= a.hi && c.t.has(m.lo-1, m.lo, "for", "to")
		if id := c.res.actors[m.actor].ID; c.words.measures["firms"][id] && (m.hi <= a.lo || after) {
			return []string{id}
		}
	}
	return nil
}

// nameHit names the one whom nobody knows and who stands in a headline behind the verb that
// hits him: by his given name, or behind what he is: "sanctions fintech A7". Nil for nobody.
func (c *signalContext) nameHit(sent stretch, at int) []string {
	if c.t.field == model.InText {
		return nil
	}
	if hi := c.capitals(at, min(at+3, sent.hi)); c.in("forenames", at) && hi > at+1 && len(c.res.mentions(c.t, at, hi)) == 0 {
		return []string{kebab(c.t.raw(hi-1, hi))}
	}
	if c.titleCase() {
		return nil
	}
	for i := at; i+1 < sent.hi && i < at+5 && c.t.tok[i].kind == wordToken; i++ {
		if !c.in("concerns", i) {
			continue
		}
		hi := c.capitals(i+1, sent.hi)
		if ends := hi >= sent.hi || c.res.lex.of(&c.t.tok[hi])&(classPreposition|classConjunction) != 0; hi > i+1 && ends && len(c.res.mentions(c.t, i+1, hi)) == 0 {
			return []string{kebab(c.t.raw(i+1, hi))}
		}
		return nil
	}
	return nil
}

// pleaOf reads who asks for relief and who refuses or grants it in a headline: "Ruritania
// rejects Altland's plea for".
func (c *signalContext) pleaOf(sent stretch, ch *chain) (asked, asks []string, ok bool) {
	at := ch.core.lo
	if c.t.field != model.InTitle || at-2 < sent.lo || !genitive(&c.t.tok[at-1]) {
		return nil, nil, false
	}
	m, ok := c.mentionEnding(sent, at-1)
	if !ok || m.lo == sent.lo {
		return nil, nil, false
	}
	asked = c.senders(c.earlier(sent, m.lo))
	return asked, c.bearers([]mention{m}), len(asked) > 0
}

// relatedTo lists those whom a licence of a text is about: "licences related to X and Y".
func (c *signalContext) relatedTo(sent stretch, a *anchor) []string {
	if c.t.field == model.InTitle || a.instrument != "licence" {
		return nil
	}
	for i := a.hi; i+1 < sent.hi && i < a.hi+earshot/3; i++ {
		var at int
		switch {
		case c.t.has(i, i+1, "involving", "concerning"):
			at = i + 1
		default:
			continue
		}
		ids, _ := c.namedInTurn(sent, at)
		return ids
	}
	return nil
}

// byTheWay says that a name in a headline is only the object of a preposition, or tells
// whose goods these are.
func (c *signalContext) byTheWay(sent stretch, m mention) bool {
	return c.governed(sent, m) || m.how == byAdjective && c.goodsAt(m.hi) != ""
}

// onlyGlad says that whoever acts in a text only speaks of what is done with a measure,
// gladly or not: he does not send it.
func (c *signalContext) onlyGlad(ch *chain) bool {
	return c.t.field == model.InText && c.any("react", ch.core.lo-3, ch.core.lo)
}
