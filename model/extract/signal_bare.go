package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Measures that a headline only names, as what weighs on somebody: "Minister on US
// duties", "Trump's tariffs spark calls for a boycott in India".

// bare reads a measure that no verb of the ladder governs: it is in force, or newly
// imposed, if the phrase says whose it is. Whom it hits has to be named as well: act
// sees to that.
func (c *signalContext) bare(sent stretch, a *anchor) (chain, bool) {
	if c.t.field == model.InText {
		return c.stands(sent, a)
	}
	if a.list || a.truce || a.verb || a.instrument == "licence" || a.instrument == "warrant" || a.instrument == "unspecified-consequences" {
		return chain{}, false
	}
	if m, ok := c.mentionEnding(sent, a.np-1); ok && c.t.has(a.np-1, a.np, "against") && !genitive(&c.t.tok[m.hi-1]) {
		return chain{lo: a.np - 1, hi: a.hi, core: link{a.np - 1, a.np, ladderWord{deed: deedOppose, form: formPresent, lead: "against"}}}, true // "Ruritania against sanctions"
	}
	if c.t.has(a.np-1, a.np, "without", "no", "if", "against", "than") || c.isMatter(a) || c.t.has(a.hi, a.hi+1, "pledge", "promise", "vow", "offer", "bid", "hopes", "plea", "appeal") {
		return chain{}, false
	}
	sources, targets := c.inside(a)
	whose := len(sources) > 0 || !a.weak && c.t.has(a.np-1, a.np, "with") && c.t.has(a.np, a.lo, "new", "fresh") || !a.weak && c.t.has(a.hi, a.hi+1, "if", "unless") || a.instrument == "tariff" && !a.weak && c.t.has(a.np-1, a.np, "over", "after", "amid", "despite", "under") || a.instrument == "sanctions" && !a.weak && c.t.has(a.np-1, a.np, "after", "amid", "despite", "as") && c.pressed(sent) != "" || a.after == deedThreaten && a.instrument == "tariff" || c.t.has(a.np, a.lo, "western", "west") || c.hasRate(a) || !a.weak && (len(targets) > 0 || c.t.has(a.hi, a.hi+1, "on", "against"))
	if !whose && !strings.HasSuffix(c.t.tok[a.lo].low, "-hit") {
		return chain{}, false
	}
	ch := chain{lo: a.np, hi: a.hi, bare: true, core: link{a.lo, a.hi, ladderWord{deed: deedForce, form: formNoun, lead: "bare"}}}
	if c.any("newness", a.np, a.lo) || c.t.has(a.np-1, a.np, ":") && c.strikesBack(a.np) != "" {
		ch.core.deed = deedImpose
	}
	toCome := c.isTo(a.hi) && a.hi+1 < sent.hi && c.words.formOf(c.t.tok[a.hi+1].low) == formBase && c.aim(a.hi+1) && !c.t.has(a.hi+1, a.hi+2, "cost") // "Ruritania's tariffs to hit jobs"
	if c.any("awaited", a.np, a.lo) || toCome || c.t.has(a.np-1, a.np, "for") && c.t.has(a.np-4, a.np-1, "deadline", "date") {
		ch.core.deed = deedLoom
	}
	if a.instrument == "tariff" && c.t.has(a.hi, a.hi+1, "list", "lists") {
		ch.core.deed = deedAnnounce // what is on it is still to be taxed
	}
	if c.t.has(a.hi, min(a.hi+8, sent.hi), "could", "would", "might", "may") {
		ch.core.deed = deedFloat
	}
	if c.t.has(a.np-1, a.np, "with") && c.t.has(a.np, a.lo, "new", "fresh") && len(sources) == 0 {
		ch.core.lead, ch.bare = "with", false // "reignites trade war with fresh tariffs"
	}
	if a.after == deedDefer {
		ch.core.deed = deedLoom // "as tariff deadline ticks down"
	}
	if c.t.has(a.hi, a.hi+1, "if", "unless") {
		ch.core.deed, ch.bare = deedThreaten, false // "sanctions if no deal"
	}
	if c.t.has(a.np-1, a.np, "at", "with") {
		ch.core.deed = deedAnnounce // "seals a pact at 20% duty"
	}
	if a.after == deedFloat || a.after == deedThreaten || a.after == deedAnnounce {
		ch.core.deed = a.after
	}
	if a.after == deedEase && c.in("cut-back", a.hi-1) && !c.t.has(a.np-1, a.np, "for", "of", "to", "on", "about") && !c.t.has(a.hi, min(a.hi+4, sent.hi), "could", "would", "might", "may", "hopes", "hope", "plan", "bid", "talks") {
		ch.core.deed, ch.core.lead, ch.bare = deedEase, "cut back", false // "Altland's tariff cut cheers"
	}
	return ch, true
}

// stands reads a measure that opens a sentence of a text with whose it is and whom it is
// on, as what is in force: "Ruritania's ban on X's coal is".
func (c *signalContext) stands(sent stretch, a *anchor) (chain, bool) {
	if a.instrument == "licence" || a.instrument == "warrant" || a.instrument == "unspecified-consequences" || a.after != noDeed {
		return chain{}, false
	}
	sources, inside := c.inside(a)
	whom := without(c.targets(sent, a, chain{}), sources)
	if c.any("hypothetical", a.np, a.lo) && (len(sources)+len(inside)+len(whom) > 0 || a.instrument == "sanctions") && !a.weak {
		return chain{lo: a.np, hi: a.hi, core: link{a.lo, a.hi, ladderWord{deed: deedFloat, form: formNoun, lead: "planned"}}}, true
	}
	if c.owing(a) && len(whom) > 0 && !a.weak {
		return chain{lo: a.np, hi: a.hi, bare: true, core: link{a.lo, a.hi, ladderWord{deed: deedForce, form: formNoun, lead: "bare"}}}, true
	}
	if c.owing(a) && len(sources) > 0 && c.pressed(sent) != "" && c.pressed(sent) != sources[0] {
		return chain{lo: a.np, hi: a.hi, bare: true, core: link{a.lo, a.hi, ladderWord{deed: deedForce, form: formNoun, lead: "bare"}}}, true
	}
	if a.np > sent.lo+1 {
		return chain{}, false
	}
	if at := c.reaching(sent, a); at > 0 {
		return chain{lo: a.np, hi: at, core: link{at - 1, at, ladderWord{deed: deedForce, form: formPresent, lead: "reach"}}}, true
	}
	if len(sources) == 0 || len(inside)+len(whom) == 0 {
		return chain{}, false
	}
	return chain{lo: a.np, hi: a.hi, bare: true, core: link{a.lo, a.hi, ladderWord{deed: deedForce, form: formNoun, lead: "bare"}}}, true
}

// reaching finds the end of a verb right behind sanctions of a text that tells how far they
// reach: "sanctions now cover 300 firms"; 0 for none.
func (c *signalContext) reaching(sent stretch, a *anchor) int {
	if a.weak || a.loose || a.instrument == "tariff" || !strings.HasSuffix(c.t.tok[a.hi-1].low, "s") {
		return 0
	}
	i := a.hi
	for i < sent.hi && (c.res.lex.of(&c.t.tok[i])&classAdverb != 0 || c.t.has(i, i+1, "now", "currently", "already", "also")) {
		i++
	}
	if c.t.has(i, min(i+1, sent.hi), "target", "cover", "affect", "hit") && (c.hasObject(i+1, sent.hi) || c.t.has(i+1, i+2, "more", "over", "some", "about", "nearly", "almost", "around")) {
		return i + 1
	}
	return 0
}

// owing says that something is so because of a measure, or in spite of it.
func (c *signalContext) owing(a *anchor) bool {
	i := a.np - 1
	return c.t.has(i, i+1, "despite", "amid") || c.t.has(i, i+1, "of") && c.t.has(i-1, i, "spite", "because", "result") || c.t.has(i, i+1, "to") && c.t.has(i-1, i, "due", "owing", "thanks")
}

// isMatter says that a measure is what people talk or deal about: "talks on tariffs",
// "a deal over the levy".
func (c *signalContext) isMatter(a *anchor) bool {
	if !c.t.has(a.np-1, a.np, "on", "over", "about", "of", "in", "for") {
		return false
	}
	for i := a.np - 2; i >= 0 && i >= a.np-4; i-- {
		if c.in("matters", i) || c.in("clarity", i) {
			return true
		}
	}
	return false
}

// hasRate says that a percentage stands in a measure's phrase.
func (c *signalContext) hasRate(a *anchor) bool {
	for i := a.np; i < a.lo; i++ {
		if c.t.tok[i].kind == numberToken && (c.t.has(i+1, i+2, "%", "percent", "pc", "pct") || c.t.has(i+1, i+2, "per") && c.t.has(i+2, i+3, "cent")) {
			return true
		}
	}
	return false
}

// rateBehind says that a rate follows a measure: "penalty of 25%".
func (c *signalContext) rateBehind(a *anchor) bool {
	return c.t.has(a.hi, a.hi+1, "of") && c.t.tok[min(a.hi+1, len(c.t.tok)-1)].kind == numberToken && c.t.has(a.hi+2, a.hi+3, "%", "percent", "pc", "pct", "per")
}

// putOn says that a measure is described by who bears it: "measures imposed on X".
func (c *signalContext) putOn(a *anchor) bool {
	return c.t.has(a.hi, a.hi+1, "imposed", "levied", "slapped") && c.t.has(a.hi+1, a.hi+2, "on", "against")
}

// effect reads a verb right behind a measure, or behind whom it is on, that tells what
// it does: "tariffs upend", "duties on steel cost".
func (c *signalContext) effect(i int, ch *chain, a *anchor) bool {
	if c.t.field == model.InText && !c.tells(i, ch, a) || !c.in("effect", i) && !c.actsOnThings(i, a) || ch.modal != "" && ch.modal != "must" && !ch.negated || i == a.lo || c.t.has(i, i+1, "put") && c.t.has(i+1, i+2, "on") && c.t.has(i+2, i+3, "ice", "hold", "pause") {
		return false
	}
	if c.t.has(i, i+1, "stall", "stalls", "stalled") && c.goesOn(i+1, len(c.t.tok)) {
		return false // "the package stalls" is not there yet
	}
	k := &c.t.tok[i-1]
	return c.res.lex.of(k)&(classPreposition|classDeterminer|classPossessive) == 0 && !genitive(k)
}

// felt says that a headline tells what somebody's duties do, or who bears them, whoever
// that is: "as Ruritania's tariffs bite", "brewers hit by Ruritanian tariffs".
func (c *signalContext) felt(a *anchor, ch *chain, out *act) bool {
	if a.instrument != "tariff" || a.weak || ch.core.lead == "bare" || ch.core.form == formNoun || ch.modal != "" || len(out.senders) == 0 || !strings.HasSuffix(c.t.tok[a.hi-1].low, "s") && a.after != deedBear {
		return false
	}
	sources, _ := c.inside(a)
	return len(sources) > 0
}

// tells says that a verb of a text stands right behind a measure that names whose it is:
// "Ruritania's tariffs have forced".
func (c *signalContext) tells(i int, ch *chain, a *anchor) bool {
	if sources, _ := c.inside(a); len(sources) == 0 && (a.weak || !c.t.has(a.lo, a.hi, "sanctions", "embargo", "blockade") || c.t.has(a.np-1, a.np, "whether", "how", "if", "that") || !c.stateIn(max(0, a.np-earshot/6), min(a.hi+earshot/6, len(c.t.tok)))) || ch.modal != "" {
		return false
	}
	from := a.hi
	if c.t.has(from, from+1, "by", "from") {
		for from++; from < i && from < a.hi+7 && c.res.lex.of(&c.t.tok[from])&(classAuxiliary|classModal) == 0 && c.t.tok[from].kind == wordToken; from++ { // "sanctions by its neighbours have"
		}
	}
	for j := from; j < i; j++ {
		if c.res.lex.of(&c.t.tok[j])&(classAuxiliary|classAdverb|classNegation) == 0 {
			return false
		}
	}
	return true
}

// won reads relief that its subject gets, with no verb of the ladder: "wins waiver",
// "secures exemption for its gas".
func (c *signalContext) won(sent stretch, a *anchor) (chain, bool) {
	low := a.instrument == "tariff" && c.t.field == model.InTitle && c.t.has(a.np, a.lo, "zero", "lower", "reduced")
	if !low && a.instrument != "licence" && !a.after.relieves() && (a.after != deedDefer || c.t.has(a.hi-1, a.hi, "deadline")) {
		return chain{}, false
	}
	for i := a.lo - 1; i >= sent.lo && i >= a.lo-8; i-- {
		if a.instrument == "licence" && c.t.has(i, i+1, "loses", "lose", "lost", "losing") {
			return chain{lo: i, hi: a.hi, core: link{i, i + 1, ladderWord{deed: deedExpire, form: formPast, lead: "obtain"}}}, true
		}
		if c.in("obtain", i) || a.instrument == "licence" && c.wasGiven(sent, i) || c.t.field == model.InText && a.after.relieves() && c.in("give", i) && c.t.has(max(sent.lo, i-2), i, "was", "were", "been", "is", "are") {
			w := ladderWord{deed: deedLicense, form: formPresent, lead: "obtain"}
			if a.after == deedDefer {
				w.deed = deedDefer
			}
			ch := chain{lo: i, hi: a.hi, core: link{i, i + 1, w}}
			c.climb(sent, &ch) // "did not get a licence"
			return ch, true
		}
		if k := &c.t.tok[i]; k.kind == punctToken || k.kind == stopToken || c.res.lex.of(k)&(classPreposition|classConjunction) != 0 {
			break
		}
	}
	return chain{}, false
}

// priced reads relief that somebody names as a condition: "lifting of sanctions must
// be part of any deal".
func (c *signalContext) priced(sent stretch, a *anchor) (chain, bool) {
	if !a.after.relieves() || a.hi >= sent.hi || c.res.lex.of(&c.t.tok[a.hi])&(classAuxiliary|classModal) == 0 {
		return chain{}, false
	}
	for i := a.hi; i < sent.hi && i < a.hi+5; i++ {
		if c.in("price", i) {
			return chain{lo: a.np, hi: i + 1, core: link{i, i + 1, ladderWord{deed: deedDemand, form: formNoun, lead: "price"}}}, true
		}
	}
	return chain{}, false
}

// vague says that a headline names nobody who sends a measure or is hit by it, where
// that is needed to tell it from a matter of prices, sport or talk.
func (c *signalContext) vague(a *anchor, ch *chain, out *act) bool {
	if len(out.senders) == 0 && (ch.core.deed != deedEvade || len(out.targets) == 0) && c.sporty(stretch{0, len(c.t.tok)}) {
		return true
	}
	if a.instrument == "tariff" && c.t.has(ch.core.lo, ch.core.lo+1, "talks", "talk") && (a.after == noDeed || a.truce) || ch.inIf && out.direction == model.Relief && ch.core.lo >= a.hi {
		return true // "talks on tariffs", "if sanctions are lifted"
	}
	if c.debated(a, ch) {
		return true
	}
	if len(out.targets) > 0 {
		return false
	}
	if c.t.has(ch.core.lo, ch.core.lo+1, "pass", "passes", "passed") && c.t.has(a.hi, a.hi+1, "on", "along") && c.t.has(a.hi+1, a.hi+2, "to") {
		return true // "to pass tariffs on to customers"
	}
	if ch.core.deed == deedFloat && c.in("debate", ch.core.lo) {
		return true
	}
	if a.instrument == "tariff" && strings.HasSuffix(out.rule, "-assumed") {
		starts := ch.core.deed == deedForce && (strings.Contains(ch.core.lead, "effect") || strings.Contains(ch.core.lead, "kick") || strings.Contains(ch.core.lead, "force"))
		return !starts || !slices.Contains(c.senders(c.res.mentions(c.t, 0, len(c.t.tok))), out.senders[0])
	}
	return len(out.senders) == 0 && a.instrument != "sanctions" && a.instrument != "secondary-sanctions"
}

// debated says that a headline only tells of talks about duties: whose they are is known.
func (c *signalContext) debated(a *anchor, ch *chain) bool {
	return c.t.field == model.InTitle && ch.core.deed == deedFloat && c.in("debate", ch.core.lo) && a.instrument == "tariff" && a.after == noDeed
}

// toAvoid says that a measure is only what a pause in it is to avoid.
func (c *signalContext) toAvoid(ch *chain) bool {
	return ch.core.deed.suffers() && (ch.core.lead == "avoid" || ch.core.lead == "escape")
}
