package extract

import (
	"strings"

	"parley/model"
)

// governing finds the verbs of a measure: its own, those left of it, those right
// of it, or a noun behind it.
func (c *signalContext) governing(sent stretch, a *anchor) (chain, string, bool) {
	if a.list {
		ch, ok := c.listing(sent, a)
		return ch, "signal-listing", ok
	}
	if a.swift {
		return c.cutOff(sent, a)
	}
	if a.elided {
		ch, ok := c.chainAfter(sent, a)
		return ch, "signal-then-" + ruleOf(ch.core.deed), ok
	}
	if a.verb {
		if ch, ok := c.saidOf(sent, a, nil, false); ok && a.deed == deedImpose {
			return ch, "signal-said-of", true
		}
		ch := chain{lo: a.lo, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: a.deed, form: c.words.formOf(c.t.tok[a.lo].low)}}}
		c.climb(sent, &ch)
		if k, ok := c.tokenBefore(sent, a.lo); ok && c.t.tok[a.lo].low != "sanctions" && ch.core.form != formGerund && (k == "been" || k == "was" || k == "were" || k == "be" || k == "are" || k == "is") {
			ch.passive = true
		}
		ch.passive = ch.passive || a.passive
		ch.modal = or(ch.modal, c.sharedModal(sent, a.lo))
		if c.doneByMeasures(sent, a) {
			ch.core.form, ch.hasUpper, ch.modal = formPast, false, ""
			return ch, "signal-comprised", true
		}
		if a.permit {
			if c.t.field == model.InText && a.deed == deedImpose {
				ch.passive = false // whom a state forbids to deal is not the one it hits
			}
			return ch, "signal-permit", true
		}
		if a.worded {
			c.toldInside(a, &ch)
			c.forbidden(a, &ch)
			return ch, "signal-wording", true
		}
		return ch, "signal-verb", true
	}
	if c.t.field == model.InTitle && strings.HasSuffix(c.t.tok[a.lo].low, "-hit") {
		ch, ok := c.bare(sent, a)
		return ch, "signal-bare", ok
	}
	if a.asked {
		return chain{lo: a.np, hi: a.hi, bare: true, core: link{a.lo, a.hi, ladderWord{deed: deedForce, form: formNoun, lead: "bare"}}}, "signal-bare", true
	}
	if at := c.ranOut(sent, a); at > 0 && (a.instrument == "licence" || a.after == deedLicense) {
		a.after = noDeed
		return chain{lo: a.np, hi: at + 1, core: link{at, at + 1, ladderWord{deed: deedExpire, form: formPast, lead: "expire"}}}, "signal-right-expire", true
	}
	if ch, ok := c.seenTo(sent, a); ok {
		return ch, "signal-seen", true
	}
	if ch, ok := c.governedByWording(sent, a); ok {
		return ch, "signal-wording-" + ruleOf(ch.core.deed), true
	}
	if ch, ok := c.governedByIdiom(sent, a); ok {
		return ch, "signal-idiom-" + ruleOf(ch.core.deed), true
	}
	if at := c.passedWithout(sent, a); at > 0 {
		return chain{lo: at, hi: a.hi, core: link{at, a.np, ladderWord{deed: deedDefer, form: formPast, lead: "without"}}}, "signal-without", true
	}
	if c.t.has(a.np-1, a.np, "without") && c.any("harsher", a.np, a.lo) {
		return chain{lo: a.np - 1, hi: a.hi, core: link{a.np - 1, a.np, ladderWord{deed: deedDemand, form: formNoun, lead: "without"}}}, "signal-without", true
	}
	if ch, ok := c.warnedOff(sent, a); ok {
		return ch, "signal-warned-off", true
	}
	if ch, ok := c.comprised(sent, a); ok {
		return ch, "signal-comprised", true
	}
	if ch, ok := c.answersWith(sent, a); ok {
		return ch, "signal-answer", true
	}
	if ch, ok := c.willStrike(sent, a); ok {
		return ch, "signal-strike", true
	}
	left, okLeft := c.chainBefore(sent, a)
	if okLeft && c.expectsIt(a, &left) {
		left.core.deed, left.hasUpper, left.modal = deedDread, false, ""
		return left, "signal-dread", true
	}
	if ch, ok := c.saidOf(sent, a, &left, okLeft); ok {
		return ch, "signal-said-of", true
	}
	if !okLeft || left.core.form == formGerund || left.core.deed == deedAnnounce || left.core.deed == deedFloat {
		if ch, ok := c.judged(sent, a); ok {
			if okLeft && left.core.form == formGerund && left.core.deed.relieves() && !left.hasUpper {
				a.after = left.core.deed // "lifting them would be wrong" speaks for them
			}
			return ch, "signal-judged", true
		}
	}
	if okLeft && c.warnsOfHarm(a, &left) {
		left.core.deed = deedOppose
	}
	if ch, ok := c.gazetted(sent, a); ok && (!okLeft || left.core.deed == deedAnnounce) {
		return ch, "signal-gazetted", true
	}
	if okLeft && left.core.deed == deedTighten && a.after == deedDefer {
		return left, "signal-truce", true
	}
	if okLeft && left.core.deed == deedAgree && strings.TrimPrefix(left.core.lead, "=") == "prepared" && left.core.hi == a.np && !isBe(c.t.tok[max(sent.lo, left.core.lo-1)].low) {
		left.core.deed = deedFloat // "officials prepared new sanctions"
	}
	if okLeft && left.core.deed == deedAgree && a.after == noDeed && !c.words.measures["takes-measure"][left.core.lead] && !strings.Contains(left.core.lead, " ") {
		okLeft = false // "ready", "set", "expected" need a verb of their own
	}
	if okLeft && (c.saysThat(sent, a, &left) || c.t.field == model.InText && (starting(left.core.lead) || left.core.lead == "suggest") && c.willOwn(sent, a.hi)) {
		okLeft = false
	}
	if okLeft {
		c.wantedDone(a, &left)
		return left, "signal-" + ruleOf(left.core.deed), true
	}
	if at := c.speaksAgainst(sent, a); at > 0 {
		return chain{lo: at, hi: a.hi, core: link{at, a.np, ladderWord{deed: deedOppose, form: formPast, lead: "warn against"}}}, "signal-against", true
	}
	if ch, ok := c.wantedGone(sent, a); ok {
		return ch, "signal-wanted", true
	}
	if ch, ok := c.relative(sent, a); ok {
		return ch, "signal-relative", true
	}
	if ch, ok := c.describes(sent, a); ok {
		return ch, "signal-describes", true
	}
	if ch, ok := c.struckWith(sent, a); ok {
		return ch, "signal-with", true
	}
	if a.instrument == "licence" && c.t.field == model.InText {
		if ch, ok := c.won(sent, a); ok {
			return ch, "signal-won", true
		}
	}
	if right, ok := c.chainAfter(sent, a); ok && !(c.t.field == model.InTitle && c.isMatter(a)) {
		if at := c.deniedThat(a); at > 0 && !right.hasUpper {
			right.upper, right.hasUpper = link{at, at + 1, ladderWord{deed: deedDeny, form: formPast, lead: "deny"}}, true
		}
		return right, "signal-right-" + ruleOf(right.core.deed), true
	}
	if threat, ok := c.threatIn(sent, a); ok {
		return threat, "signal-consequences", true
	}
	if i := c.called(sent, a); i > 0 {
		a.np = max(a.np, i+1)
		return chain{lo: i, hi: a.hi, core: link{i, i + 1, ladderWord{deed: deedOppose, form: formPast}}}, "signal-called", true
	}
	for i := a.hi; i < sent.hi && i < a.hi+14; i++ {
		if c.in("verdict", i) && c.t.has(i-1, i, "it") && c.t.has(i-2, i-1, "make", "makes", "made", "making") {
			return chain{lo: a.np, hi: i + 1, modal: c.willBefore(i - 2), core: link{i - 2, i, ladderWord{deed: deedForce, form: formPresent, lead: "make"}}}, "signal-forbids", true
		}
		if c.in("verdict", i) && !c.t.has(i-2, i, "not", "no", "nothing") {
			return chain{lo: a.np, hi: i + 1, core: link{i, i + 1, ladderWord{deed: deedOppose}}}, "signal-verdict", true
		}
		if c.in("menace", i) && c.t.has(a.hi, i, "would", "could", "will") {
			return chain{lo: a.np, hi: i + 1, modal: "could", core: link{i, i + 1, ladderWord{deed: deedThreaten}}}, "signal-menace", true
		}
	}
	if at := c.answersListing(sent, a); at > 0 {
		ch := chain{lo: at, hi: a.hi, core: link{at, at + 1, ladderWord{deed: deedOppose, form: c.words.formOf(c.t.tok[at].low), lead: "retaliate against"}}}
		c.climb(sent, &ch)
		return ch, "signal-answer", true
	}
	if a.listing {
		ch := chain{lo: a.lo, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: deedImpose, form: formNoun, lead: "listing"}}}
		return ch, "signal-listing", true
	}
	if c.t.field == model.InTitle && c.t.has(a.np-5, a.np+1, "no") {
		return chain{lo: a.np, hi: a.hi, negated: true, core: link{a.lo, a.hi, ladderWord{deed: deedImpose}}}, "signal-none", true
	}
	if a.np-2 == sent.lo && c.t.has(a.np-2, a.np-1, "instead") && c.t.has(a.np-1, a.np, "of") {
		return chain{lo: a.np - 2, hi: a.hi, core: link{a.np - 2, a.np, ladderWord{deed: deedDefer, lead: "instead"}}}, "signal-instead", true
	}
	if a.after == deedThreaten && (c.owned(a) || c.t.field == model.InText && c.ofStates(sent) || c.t.field == model.InTitle && c.named(sent, a.np)) {
		return chain{lo: a.np, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: deedThreaten}}}, "signal-noun-threaten", true
	}
	if (a.truce || a.after == deedDefer && !a.dated) && c.t.field == model.InTitle && (c.any("react", a.np-3, a.np) || c.movesMarkets(sent, a)) {
		return c.putOff(a), "signal-noun-defer", true
	}
	if a.truce {
		return chain{}, "", false
	}
	if ch, ok := c.won(sent, a); ok {
		return ch, "signal-won", true
	}
	if ch, ok := c.priced(sent, a); ok {
		return ch, "signal-price", true
	}
	if a.after == deedForce && c.t.has(a.hi, a.hi+1, "set", "poised", "due", "expected") {
		a.after = noDeed
		return chain{lo: a.np, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: deedAnnounce}}}, "signal-noun-announce", true
	}
	delay := c.t.has(a.hi-1, a.hi, "delays", "delay") // as likely a verb, but behind a preposition
	switch {
	case a.after == deedDefer && !c.t.has(a.hi-1, a.hi, "deadline") && (!delay || c.t.has(a.np-1, a.np, "after", "amid", "on", "by", "despite")):
		return c.putOff(a), "signal-noun-defer", true
	case a.after == deedForce:
		return chain{lo: a.np, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: deedForce}}}, "signal-noun-force", true
	}
	ch, ok := c.bare(sent, a)
	return ch, "signal-bare", ok
}

// struckWith reads a verb that no list knows between who sends and who is hit "with" a
// measure: "Norway whips X with new tariffs".
func (c *signalContext) struckWith(sent stretch, a *anchor) (chain, bool) {
	if c.t.field != model.InTitle || !c.t.has(a.np-1, a.np, "with") {
		return chain{}, false
	}
	ms := c.res.mentions(c.t, sent.lo, a.np-1)
	if len(ms) < 2 {
		return chain{}, false
	}
	verb := ms[0].hi
	for verb < ms[1].lo && c.t.tok[verb].class&(classAuxiliary|classModal|classAdverb|classNegation) != 0 || c.t.has(verb, verb+1, "to") {
		verb++
	}
	if verb >= ms[1].lo || c.t.tok[verb].kind != wordToken || c.t.tok[verb].class&(classPreposition|classConjunction|classAnd) != 0 {
		return chain{}, false
	}
	if c.in("follow", verb) {
		ch := chain{lo: verb, hi: a.np, core: link{verb, verb + 1, ladderWord{deed: deedImpose, form: formPresent, lead: "with"}}}
		c.climb(sent, &ch)
		return ch, true
	}
	ch := chain{lo: verb, hi: a.np, with: true, core: link{verb, verb + 1, ladderWord{deed: deedImpose, form: formPresent, lead: "with"}}}
	c.climb(sent, &ch)
	return ch, true
}

// cutOff reads who is cut off from the payments network Swift, or let back in.
func (c *signalContext) cutOff(sent stretch, a *anchor) (chain, string, bool) {
	for i := a.lo - 1; i >= sent.lo && i > a.lo-18; i-- {
		if !c.in("cut-off", i) {
			continue
		}
		ch := chain{lo: i, hi: a.hi, core: link{i, i + 1, ladderWord{deed: deedImpose, form: c.words.formOf(c.t.tok[i].low), lead: "swift"}}}
		c.climb(sent, &ch)
		ch.passive = len(c.res.mentions(c.t, i, a.lo)) == 0 && (c.t.field == model.InTitle || i > sent.lo && isBe(c.t.tok[i-1].low))
		return ch, "signal-swift", true
	}
	return chain{}, "", false
}

// saysThat says that a verb before a measure only opens a clause about it: "warns
// tariffs will push up prices".
func (c *signalContext) saysThat(sent stretch, a *anchor, left *chain) bool {
	switch left.core.deed {
	case deedThreaten, deedAnnounce, deedFloat, deedDeny:
	default:
		return false
	}
	if left.core.form == formNoun || left.core.hi != a.np || a.hi >= sent.hi {
		return false
	}
	return c.t.field == model.InTitle && c.res.lex.of(&c.t.tok[a.hi])&(classModal|classAuxiliary) != 0 && !c.t.has(a.hi, a.hi+1, "being")
}

// owned says that somebody's name stands in the genitive in a measure's phrase.
func (c *signalContext) owned(a *anchor) bool {
	for i := a.np; i < a.lo; i++ {
		if genitive(&c.t.tok[i]) {
			return true
		}
	}
	return false
}

// threatIn finds the warning that unnamed consequences belong to, wherever in
// the sentence it stands.
func (c *signalContext) threatIn(sent stretch, a *anchor) (chain, bool) {
	if a.instrument != "unspecified-consequences" {
		return chain{}, false
	}
	for i := sent.lo; i < sent.hi; i++ {
		if w, n, ok := c.words.ladder.match(c.t.tok, i); ok && w.deed == deedThreaten {
			return chain{lo: i, hi: a.hi, core: link{i, i + n, w}}, true
		}
	}
	for i := a.hi; i < sent.hi; i++ {
		if c.t.tok[i].low == "if" || c.t.tok[i].low == "unless" {
			return chain{lo: a.np, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: deedThreaten}}}, true
		}
	}
	return chain{}, false
}

func ruleOf(r deed) string { return deedNames[r] }

// willBefore is the modal "will" where the verb at token i is still to come; empty for none.
func (c *signalContext) willBefore(i int) string {
	if c.t.has(i-1, i, "will", "would") {
		return "will"
	}
	return ""
}

// willOwn says that a modal stands behind the measure that ends at token i, and so a verb of
// its own.
func (c *signalContext) willOwn(sent stretch, i int) bool {
	for hi := min(i+6, sent.hi); i < hi && c.t.tok[i].kind == wordToken; i++ {
		if class := c.res.lex.of(&c.t.tok[i]); class&classModal != 0 {
			return true
		} else if class&(classAnd|classConjunction|classRelative) != 0 {
			return false
		}
	}
	return false
}

// putOff is the chain of a measure whose own noun says that it is put off: "a tariff
// reprieve". Where the noun names nobody, who is named before it is no sender: "Mexican peso
// soars after tariff delays".
func (c *signalContext) putOff(a *anchor) chain {
	ch := chain{lo: a.np, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: deedDefer}}}
	if ch.bare = len(c.res.mentions(c.t, a.np, a.hi)) == 0; ch.bare {
		ch.core.lead = "bare"
	}
	return ch
}
