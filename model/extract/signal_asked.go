package extract

// Texts in which somebody asks another to do something about a measure, or says that it has
// to be done, in whatever words: "tried to convince Ruritania to lift", "it was time for
// Altland to impose", "hopes to see the duties dropped". Nothing of it is done.

// askedReach is how many tokens before "to" the word that asks stands at the furthest.
const askedReach = 14

// askedFor reads as a demand what a verb of a text tells that somebody else is to do.
func (c *signalContext) askedFor(sent stretch, a *anchor, ch *chain) {
	ch.yet = c.t.mayHold(sent, c.words.untilNow) && (c.t.has(max(sent.lo, ch.lo-3), min(sent.hi, max(ch.hi, a.hi)+8), untilNow...) || c.timeBeing(max(sent.lo, ch.lo-3), min(sent.hi, max(ch.hi, a.hi)+9)))
	if ch.core.lo >= a.hi {
		if c.t.has(a.np-1, a.lo, "no") && !ch.negated {
			ch.negated = true // "no sanctions are planned"
		}
		c.wantedSeen(sent, a, ch)
		c.calledToBe(sent, a, ch)
		if c.hasTo(a.hi, ch.core.lo) {
			ch.modal = "must" // "the tariffs need to be removed"
		}
		return
	}
	if ch.core.deed == deedDemand {
		c.wantedLater(sent, a, ch)
		return
	}
	c.askedForAct(sent, ch)
	if ch.hasUpper && ch.modal == "must" && !ch.negated && onlySays(ch.upper.deed) && ch.core.form == formBase && c.t.has(ch.upper.hi, ch.core.lo, "should", "must") {
		ch.hasUpper, ch.lo = false, ch.core.lo // "warned that Ruritania should lift"
	}
	to := ch.core.lo - 1
	for to > sent.lo && c.res.lex.of(&c.t.tok[to])&classAdverb != 0 {
		to--
	}
	if to <= sent.lo || !c.isTo(to) || ch.core.deed.suffers() || ch.core.deed == deedOppose || ch.core.deed == deedEvade || ch.core.form != formBase {
		return
	}
	c.askedTo(sent, ch, to)
	if !ch.hasUpper || onlySays(ch.upper.deed) {
		switch at := c.incumbent(sent, to); {
		case at > 0 && at < to-1:
			ch.upper, ch.hasUpper, ch.lo = link{at, at + 1, ladderWord{deed: deedDemand, form: formNoun, lead: "ask"}}, true, at
		case at > 0 || c.hasTo(to-1, to+1):
			ch.modal, ch.hasUpper, ch.lo = "must", false, to-1
		}
	}
	if ch.hasUpper && ch.upper.deed == deedDemand && ch.core.deed.relieves() && c.t.has(to-1, to, "not") {
		ch.upper.deed, ch.negated = deedOppose, false // "asked the allies not to lift"
	}
}

// onlySays says that a verb above another may tell only that somebody says something:
// "suggested", "warned", "declared".
func onlySays(d deed) bool { return d == deedFloat || d == deedThreaten || d == deedAnnounce }

// askedTo finds the word of asking before the "to" of a chain: "urged the leaders of six
// states to", "a plea by Ruritania for Altland to", "was begged to".
func (c *signalContext) askedTo(sent stretch, ch *chain, to int) {
	if ch.hasUpper && ch.upper.deed == deedDemand {
		return
	}
	from := to // where whom somebody asks begins
	for i := to - 1; i >= sent.lo && i >= to-askedReach; i-- {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		switch {
		case ch.hasUpper && i < ch.upper.lo && (ch.upper.deed == deedRefuse || ch.upper.deed == deedOppose || ch.upper.deed == deedDeny):
			return
		case c.in("asking", i) && (i < to-1 || c.t.has(i, i+1, "pressure") || i > sent.lo && isBe(c.t.tok[i-1].low)),
			c.in("counting-on", i) && i < to-1:
			w := ladderWord{deed: deedDemand, form: c.words.formOf(k.low), lead: "ask"}
			if _, ok := c.mentionEnding(sent, c.skipBack(sent, i)); !ok && c.t.has(i, i+1, "expect", "expects", "expected") {
				w.deed = deedFloat // who only foresees it does not ask for it
			}
			if i > sent.lo && c.t.has(i, i+1, "expected") && isBe(c.t.tok[i-1].low) {
				w.deed = deedFloat // "is expected on Monday to"
			}
			if from == to {
				from = i + 1
			}
			c.putAbove(sent, ch, link{i, from, w})
			return
		case k.low == "for" || k.low == "on" || k.low == "upon" || k.low == "to" || k.low == "with" || k.low == "from" || k.low == "by" || k.low == "of":
			if from == to && k.low != "of" {
				from = i + 1
			}
		case class&classAuxiliary != 0 && c.in("mounting", i+1): // "pressure is growing on Altland to"
		case k.kind != wordToken && k.kind != numberToken && k.kind != quoteToken && !genitive(k),
			class&(classModal|classRelative|classConjunction|classConditional|classPreposition) != 0,
			class&classAuxiliary != 0 && !genitive(k):
			return
		case ch.hasUpper && i < ch.upper.lo:
			return
		case i < to-1 && c.addresses(sent, i, to):
			c.putAbove(sent, ch, link{i, i + 1, ladderWord{deed: deedDemand, form: formPast, lead: "ask"}})
			return
		}
	}
}

// addresses says that a verb at i which no list knows has for its object those who are named
// right before "to": "prodded Ruritania to". Who causes, helps or allows somebody to act does
// not ask for it, nor does who meets him to act himself.
func (c *signalContext) addresses(sent stretch, i, to int) bool {
	k := &c.t.tok[i]
	if k.is(flagCapital) || k.kind != wordToken || c.in("causing", i) || c.in("not-asking", i) || c.in("beginning", i) || c.res.lex.of(k)&(classDeterminer|classNumeral|classAdverb|classTime) != 0 {
		return false
	}
	if form := c.words.formOf(k.low); form != formPast && form != formGerund {
		return false
	}
	if _, _, ok := c.words.ladder.match(c.t.tok, i); ok {
		return false
	}
	m, ok := c.mentionEnding(sent, to)
	return ok && (m.lo == i+1 || m.lo == i+2 && c.determined(i+1))
}

// putAbove makes a word that asks the upper verb of a chain, and reads whether somebody
// refuses what is asked.
func (c *signalContext) putAbove(sent stretch, ch *chain, up link) {
	ch.upper, ch.hasUpper, ch.lo = up, true, min(ch.lo, up.lo)
	if at, w := c.refusedAbove(sent, up.lo, ch); at > 0 {
		ch.upper, ch.lo = link{at, at + 1, w}, at
	}
}

// hasTo says that tokens lo to hi hold a word by which something has to be done, and its "to":
// "need to", "ought to".
func (c *signalContext) hasTo(lo, hi int) bool {
	for i := max(lo, 0); i+1 < hi; i++ {
		if c.isTo(i+1) && c.t.has(i, i+1, "ought", "need", "needs", "needed", "has", "have", "had") && !c.t.has(i-1, i, "not", "n't", "never", "no") {
			return true
		}
	}
	return false
}

// incumbent finds the word by which it is called time, or needed, that somebody does what
// stands behind "to": "it was high time for Ruritania to", "it is essential to"; 0 for none.
func (c *signalContext) incumbent(sent stretch, to int) int {
	for i := to - 1; i > sent.lo && i > to-8; i-- {
		if c.in("incumbent", i) {
			if c.t.has(i-2, i, "not", "n't", "no", "first", "last", "any", "some") && !c.t.has(i+1, i+2, "but") || i < to-1 && !c.t.has(i+1, i+2, "for", "now", "but", "come") {
				return 0
			}
			return i
		}
		if k := &c.t.tok[i]; k.kind != wordToken || c.res.lex.of(k)&(classModal|classRelative|classConjunction) != 0 && k.low != "but" {
			return 0
		}
	}
	return 0
}

// wantedSeen joins a measure and what is done with it to a wish to have it so: "hopes to see
// the sanctions lifted", "in a bid to have the duties dropped".
func (c *signalContext) wantedSeen(sent stretch, a *anchor, ch *chain) {
	if ch.hasUpper || ch.modal != "" || ch.core.form != formPast || ch.core.lo > a.hi+8 || !ch.core.deed.relieves() && ch.core.deed != deedImpose && ch.core.deed != deedTighten {
		return
	}
	at := a.lo - 1
	for at > sent.lo && at >= a.np && !c.t.has(at, at+1, "have", "get", "see", "having", "getting", "seeing") {
		at--
	}
	if !c.t.has(at, at+1, "have", "get", "see", "having", "getting", "seeing") {
		return
	}
	a.np = max(a.np, at+1)
	up := link{at, at + 1, ladderWord{deed: deedDemand, form: formBase, lead: "ask"}}
	switch before := c.skipBack(sent, at); {
	case c.isTo(at - 1):
		if n := c.ladderEnding(sent, at-1); n > 0 {
			if w, _, _ := c.words.ladder.match(c.t.tok, at-1-n); !w.deed.does() {
				up = link{at - 1 - n, at - 1, w}
			}
		}
	case ch.core.form == formPast && c.words.formOf(c.t.tok[at].low) == formGerund && c.t.has(before-1, before, "in", "at", "of", "for", "on"):
	default:
		return
	}
	ch.upper, ch.hasUpper, ch.lo, ch.passive = up, true, up.lo, true
	c.negationBefore(sent, ch, up.lo)
}

// calledToBe joins what a measure is to suffer to the call for it that stands before the
// measure: "calls are growing for the sanctions to be lifted".
func (c *signalContext) calledToBe(sent stretch, a *anchor, ch *chain) {
	if ch.hasUpper || ch.modal != "to" || !c.t.has(a.np-1, a.np, "for") {
		return
	}
	for i := a.np - 2; i >= sent.lo && i > a.np-7; i-- {
		if c.in("asking", i) || c.in("counting-on", i) {
			ch.upper, ch.hasUpper, ch.lo = link{i, a.np, ladderWord{deed: deedDemand, form: formNoun, lead: "ask"}}, true, i
			return
		}
	}
}

// wantedLater joins a call for what is to become of a measure, which stands behind whom it is
// on: "calls for the sanctions on Ruritania to be eased".
func (c *signalContext) wantedLater(sent stretch, a *anchor, ch *chain) {
	if ch.hasUpper {
		return
	}
	limit := a.hi + judgedReach
	for i := a.hi; i+1 < sent.hi && i < limit; i++ {
		k := &c.t.tok[i]
		if c.isTo(i) && c.t.has(i+1, i+2, "be") {
			if w, n, ok := c.words.ladder.match(c.t.tok, i+2); ok && w.form == formPast && w.deed.relieves() {
				ch.upper, ch.hasUpper = ch.core, true
				ch.upper.hi = i // whom the measure is on is not asked
				ch.core, ch.hi = link{i + 2, i + 2 + n, w}, i+2+n
			}
			return
		}
		if w, n, ok := c.words.ladder.match(c.t.tok, i); ok && w.form == formPast && w.deed.relieves() || c.t.has(i, i+1, "gone") || c.isTo(i) && c.t.has(i+1, i+2, "end", "go", "stop", "cease") {
			ch.upper, ch.hasUpper = ch.core, true
			ch.upper.hi = i
			ch.core, ch.hi = link{i, i + max(n, 1), ladderWord{deed: deedLift, form: formPast, lead: "gone"}}, i+max(n, 1) // "wants the tariffs gone"
			return
		}
		if k.low == "," && i+1 < sent.hi {
			if j := c.asideBefore(sent, i); j > 0 {
				i, limit = j, j+3
				continue
			}
		}
		if k.kind != wordToken && k.kind != numberToken && !genitive(k) || c.res.lex.of(k)&(classModal|classRelative|classConjunction|classConditional) != 0 {
			return
		}
	}
}

// asideBefore finds the comma that ends an aside which begins with the one at i, where "to be"
// goes on behind it: "sanctions, aimed at firms, to be lifted"; 0 for none.
func (c *signalContext) asideBefore(sent stretch, i int) int {
	for j := i + 2; j+2 < sent.hi && j < i+earshot/6; j++ {
		if c.t.tok[j].low == "," && c.isTo(j+1) && c.t.has(j+2, j+3, "be") {
			return j
		}
	}
	return 0
}

// untilNow are the words by which something is only so for the time.
var untilNow = []string{"yet", "far", "until", "immediately", "now", "still", "moment"}

// timeBeing says that "for the time being" stands in tokens lo to hi.
func (c *signalContext) timeBeing(lo, hi int) bool {
	for i := lo; i+1 < hi; i++ {
		if c.t.tok[i].low == "time" && c.t.tok[i+1].low == "being" {
			return true
		}
	}
	return false
}
