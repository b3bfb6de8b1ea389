package extract

import "parley/model"

// onlyToward reads what the gerund of a text tells as no more than thought of where a word
// of talk or of a way that leads there stands before its preposition: "moved towards lifting",
// "spoke of imposing", "paved the way for easing".
func (c *signalContext) onlyToward(sent stretch, ch *chain) {
	if ch.hasUpper && ch.upper.deed == deedDecide && c.t.has(ch.core.lo-1, ch.core.lo, "on") && c.t.has(ch.upper.lo, ch.upper.hi, "vote", "votes", "voted") {
		ch.upper.deed = deedFloat // "is to vote on lifting"
	}
	if ch.hasUpper || ch.modal != "" || ch.core.form != formGerund && ch.core.form != formNoun || !ch.core.deed.does() {
		return
	}
	at := ch.core.lo - 1
	for n := 0; n < 2 && ch.core.form == formNoun && at > sent.lo && (c.determined(at) || c.in("partly", at) || c.t.has(at, at+1, "gradual", "partial", "full", "complete", "swift")); n++ {
		at--
	}
	if at-1 < sent.lo {
		return
	}
	toward := c.t.has(at, at+1, "towards", "toward") && !c.t.has(at-1, at, "attitude", "stance", "policy")
	if !toward && !(ch.core.form == formGerund && c.t.has(at, at+1, "of", "about", "on", "for", "to", "at") && c.in("leading", at-1)) {
		return
	}
	ch.upper, ch.hasUpper, ch.lo = link{at, at + 1, ladderWord{deed: deedFloat, form: formNoun, lead: "towards"}}, true, at-1
	c.negationBefore(sent, ch, at-1)
}

// pausedOwn reads that somebody puts measures of his own on hold, which hold already, as
// their suspension: "paused its sanctions". Duties are as often put on hold before they hold.
func (c *signalContext) pausedOwn(a *anchor, ch *chain) {
	if ch.core.deed != deedDefer || a.instrument == "tariff" || a.verb || c.any("hypothetical", a.np, a.lo) || c.any("newness", a.np, a.lo) || c.any("awaited", a.np, a.lo) {
		return
	}
	own := false
	for i := a.np; i < a.lo; i++ {
		own = own || c.res.lex.of(&c.t.tok[i])&classPossessive != 0
	}
	if own && c.any("pausing", ch.core.lo, min(max(ch.core.hi, ch.hi, a.hi+3), len(c.t.tok))) {
		ch.core.deed = deedSuspend
	}
}

// relativeReach is how many tokens behind a measure the clause may begin that tells what was
// done with it, and how many its subject may have.
const relativeReach = 9

// clauseBehind finds the "which" or "that" which opens a clause about a measure behind it; 0 for
// none.
func (c *signalContext) clauseBehind(sent stretch, a *anchor) int {
	for which := a.hi; which < sent.hi && which < a.hi+relativeReach; which++ {
		k := &c.t.tok[which]
		if k.low == "which" || k.low == "that" {
			return which
		}
		if k.kind != wordToken && k.low != "," && k.kind != numberToken && !genitive(k) || c.res.lex.of(k)&(classAuxiliary|classConjunction|classConditional) != 0 && !genitive(k) || c.modalAt(which) != "" {
			return 0
		}
		if w, _, ok := c.words.ladder.match(c.t.tok, which); ok && w.form != formNoun && w.form != formBase {
			return 0
		}
	}
	return 0
}

// goneBehind finds the participle by which a measure goes, behind the clause that tells who put it on
// and ends at token i: "the duties that Altland put on wine in May were removed"; 0 for none.
func (c *signalContext) goneBehind(sent stretch, i int) int {
	for ; i+1 < sent.hi; i++ {
		k := &c.t.tok[i]
		if k.kind != wordToken && k.kind != numberToken || c.res.lex.of(k)&(classRelative|classConjunction|classConditional|classModal) != 0 {
			return 0
		}
		if !isBe(k.low) && !c.t.has(i, i+1, "been") {
			continue
		}
		if w, _, ok := c.words.ladder.match(c.t.tok, i+1); ok && w.form == formPast && (w.deed.relieves() || w.deed == deedDefer) {
			return i + 1
		}
	}
	return 0
}

// relative reads the clause behind a measure of a text that tells what somebody did with it:
// "the sanctions on Ruritania, which the bloc lifted in May".
func (c *signalContext) relative(sent stretch, a *anchor) (chain, bool) {
	if c.t.field != model.InText || a.instrument == "licence" {
		return chain{}, false
	}
	which := c.clauseBehind(sent, a)
	if which == 0 {
		return chain{}, false
	}
	var ch chain
	for i := which + 1; i < sent.hi && i < which+relativeReach; i++ {
		k := &c.t.tok[i]
		if w, n, ok := c.words.ladder.match(c.t.tok, i); ok && i > which+1 && w.form != formNoun && (w.deed == deedImpose || w.deed == deedTighten || w.deed == deedDefer || w.deed.relieves()) && c.goesOn(i+n, sent.hi) {
			if w.form != formPast && ch.modal == "" && !c.t.has(i, i+1, "put", "cut", "hit", "set") {
				return chain{}, false
			}
			ch.core, ch.lo, ch.hi = link{i, i + n, w}, i, i+n
			if at := c.goneBehind(sent, i+n); at > 0 && w.deed == deedImpose && ch.modal == "" && !ch.negated {
				w, n, _ := c.words.ladder.match(c.t.tok, at)
				ch.core, ch.hi, ch.passive = link{at, at + n, w}, at+n, true
			}
			return ch, true
		}
		class := c.res.lex.of(k)
		switch {
		case k.kind != wordToken && !genitive(k), class&(classRelative|classConjunction|classConditional) != 0:
			return chain{}, false
		case isBe(k.low):
			return chain{}, false
		case negative(k.low):
			ch.negated = true
		case modalOf(k.low) != "":
			ch.modal = modalOf(k.low)
		}
	}
	return chain{}, false
}
