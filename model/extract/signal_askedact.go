package extract

import "parley/model"

// Texts in which somebody asks for what a noun or a gerund tells to be done with a measure:
// "appealed in Altmark for the lifting of", "what we need is an end to".

// askedForAct finds the wish above a noun that acts, or a gerund.
func (c *signalContext) askedForAct(sent stretch, ch *chain) {
	core := &ch.core
	if ch.hasUpper || ch.modal != "" || ch.negated || core.form != formNoun && core.form != formGerund || !core.deed.relieves() && core.deed != deedImpose && core.deed != deedTighten {
		return
	}
	at := core.lo
	for n := 0; n < 4 && at-1 > sent.lo && !c.t.has(at-1, at, "for", "of", "about", "on") && !isBe(c.t.tok[at-1].low); n++ {
		if k := &c.t.tok[at-1]; k.kind != wordToken {
			return
		}
		at--
	}
	for i := at - 2; i >= sent.lo && i > at-askedReach; i-- {
		k := &c.t.tok[i]
		if c.t.has(at-1, at, "of", "about", "on") && c.in("airing", i) && i > at-7 {
			ch.upper, ch.hasUpper, ch.lo = link{i, i + 1, ladderWord{deed: deedFloat, form: formNoun, lead: "talk"}}, true, i
			return
		}
		asks := c.t.has(at-1, at, "for") && c.in("asking", i) || isBe(c.t.tok[at-1].low) && c.in("lacking", i) && c.t.has(max(sent.lo, i-5), i, "what", "all")
		if asks && !c.t.has(i-1, i, "not", "n't", "never", "no", "without") {
			ch.upper, ch.hasUpper, ch.lo = link{i, i + 1, ladderWord{deed: deedDemand, form: formPast, lead: "ask"}}, true, i
			return
		}
		if k.kind != wordToken && !genitive(k) && k.kind != numberToken || c.res.lex.of(k)&(classRelative|classConjunction|classConditional) != 0 && k.low != "what" {
			return
		}
	}
}

// pleadedFor reads behind a measure who asks for its end by a pronoun: "though the League had
// appealed for it to be lifted".
func (c *signalContext) pleadedFor(sent stretch, a *anchor, main *act) (besideAct, bool) {
	if main.action == "demanded" || a.verb {
		return besideAct{}, false
	}
	for i := a.hi + 1; i+1 < sent.hi && i < a.hi+earshot/3; i++ {
		if covered(c.room, i, i+1) {
			return besideAct{}, false // another measure is nearer
		}
		if w, n, ok := c.words.ladder.match(c.t.tok, i+1); ok && c.t.has(i, i+1, "it", "them") && c.in("wishing", i-1) && w.form == formPast && w.deed.relieves() {
			return main.then("demanded", model.Relief, "signal-pleaded", i-1, i+1+n), true // "wanted it lifted"
		}
		if low := c.t.tok[i].low; low != "it" && low != "them" && low != "these" || !c.t.has(i-1, i, "for") || i+3 >= sent.hi || !c.isTo(i+1) || !c.t.has(i+2, i+3, "be") {
			continue
		}
		w, n, ok := c.words.ladder.match(c.t.tok, i+3)
		if ok && w.form == formPast && w.deed.relieves() && c.any("asking", max(a.hi, i-6), i-1) {
			return main.then("demanded", model.Relief, "signal-pleaded", i-1, i+3+n), true
		}
	}
	return besideAct{}, false
}

// urgedToHold reads who is asked to hold on to a measure as asked for it: "urged Altland to stick to
// the sanctions".
func (c *signalContext) urgedToHold(sent stretch, ch *chain) {
	if !ch.hasUpper || ch.upper.deed != deedRefuse || ch.upper.lead != "wording" || !ch.core.deed.relieves() || !c.isTo(ch.core.lo-1) {
		return
	}
	asked := chain{lo: ch.core.lo, core: link{ch.core.lo, ch.core.hi, ladderWord{deed: deedForce, form: formBase, lead: "keep"}}}
	if c.askedTo(sent, &asked, ch.core.lo-1); asked.hasUpper && asked.upper.deed == deedDemand {
		ch.core, ch.upper, ch.lo, ch.modal, ch.negated = asked.core, asked.upper, asked.lo, "", false
	}
}
