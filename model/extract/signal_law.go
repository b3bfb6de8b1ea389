package extract

import "parley/model"

// What the law says of a measure in running text: who is under it, from when it holds,
// and what is no measure at all.

// liftedTo says that what is lifted is a rate, to a higher one: "lifting overall tariffs
// on some goods to 50%".
func (c *signalContext) liftedTo(sent stretch, a *anchor) bool {
	for i := a.hi; i+1 < sent.hi && i < a.hi+9; i++ {
		k := &c.t.tok[i]
		if k.low == "to" && c.t.tok[i+1].kind == numberToken {
			return c.t.tok[i+1].low != "0"
		}
		if c.t.field == model.InTitle || k.kind != wordToken {
			break
		}
	}
	return false
}

// comesTo says that a gerund behind a comma tells what a duty told before adds up to:
// ", lifting overall tariffs to 50%".
func (c *signalContext) comesTo(sent stretch, a *anchor, ch *chain) bool {
	return a.instrument == "tariff" && ch.core.form == formGerund && c.t.has(ch.core.lo-1, ch.core.lo, ",") && c.liftedTo(sent, a)
}

// startsOn says that a text of no known day tells in the present tense on which day a
// measure begins to hold: "enter into force on 9 August".
func (c *signalContext) startsOn(a *anchor, ch *chain) bool {
	if c.t.field == model.InText && ch.core.deed == deedForce && ch.core.lo >= a.hi && starting(ch.core.lead) && c.t.has(ch.core.hi, ch.core.hi+1, "next", "tomorrow", "soon", "shortly") {
		return true // "takes effect next month"
	}
	if c.t.field != model.InText || c.year > 1 || ch.core.deed != deedForce || ch.core.lo < a.hi || ch.now || !c.in("setting-in", ch.core.lo) {
		return false
	}
	return c.t.has(ch.core.hi, ch.core.hi+1, "on", "from", "in") && c.dateAt(ch.core.hi+1) || c.t.has(ch.core.hi+1, ch.core.hi+2, "midnight")
}

// voted says that a council decided with a vote what stands behind "to": "voted 13-0 to
// extend".
func (c *signalContext) voted(sent stretch, ch *chain) bool {
	for i := ch.core.lo - 2; i >= sent.lo && i >= ch.core.lo-8; i-- {
		if c.in("voting", i) {
			return c.t.field == model.InText && c.t.has(max(sent.lo, i-5), i, "council", "parliament", "cabinet") && !c.t.has(i-1, i, "to", "will", "would", "may", "could")
		}
	}
	return false
}

// lawful says that the subject of a measure that is borne are those whom a list names:
// "listed persons are subject to an asset freeze".
func (c *signalContext) lawful(sent stretch, ch *chain) bool {
	if c.t.field != model.InText {
		return false
	}
	for i := ch.lo - 1; i >= sent.lo && i >= ch.lo-9; i-- {
		if c.in("listed", i) {
			return true
		}
	}
	return false
}

// nothingYet says that a text speaks of a measure as what does not come about, or of
// talks that it is a matter of: "even if it does not trigger restrictions", "discussed
// tariffs and fentanyl".
func (c *signalContext) nothingYet(sent stretch, a *anchor, ch *chain) bool {
	if c.t.field != model.InText {
		return false
	}
	if c.inPassing(sent, a, ch) || c.beside(a) {
		return true
	}
	if ch.core.deed == deedForce && c.t.has(a.np-1, a.np, "since") && len(c.res.mentions(c.t, a.np, min(a.hi+6, sent.hi))) == 0 {
		return true // "since the sanctions began": background
	}
	if ch.core.lead == "cover" && c.in("papers", ch.core.lo-1) {
		return true // "the report covers sanctions"
	}
	if ch.negated && c.t.has(max(sent.lo, ch.lo-6), ch.core.lo, "even", "whether") && c.t.has(max(sent.lo, ch.lo-6), ch.core.lo, "if", "though", "whether") {
		return true
	}
	return ch.core.deed == deedFloat && a.instrument == "tariff" && !ch.hasUpper && a.after == noDeed && c.in("talked-of", ch.core.lo) && !c.t.has(a.hi, a.hi+1, "on", "against") && !c.any("harsher", a.np, a.lo)
}

// withheld says that an embargo keeps news back until an hour, and no goods.
func (c *signalContext) withheld(sent stretch, i int) bool {
	if !c.t.has(i-1, i, "embargo", "embargoes") || !c.t.has(i, i+1, "on", "for", "of") {
		return false
	}
	for j := i + 1; j < sent.hi && j < i+6 && c.t.tok[j].kind != punctToken; j++ {
		if c.in("papers", j) {
			return true
		}
	}
	return false
}

// rated says that a levy in a text is one on imports though its sender or its target is
// not known: its rate is told or whose goods it is on, and a state is named.
func (c *signalContext) rated(sent stretch, a *anchor, ch *chain, out *act) bool {
	if c.t.field != model.InText || a.instrument != "tariff" && !c.t.has(a.lo, a.lo+1, "measures", "penalties") || !c.stateIn(sent.lo, sent.hi) {
		return false
	}
	if c.t.has(a.hi, a.hi+1, "on", "against", "for") && c.stateIn(a.hi+1, min(a.hi+5, sent.hi)) {
		return true
	}
	return a.instrument == "tariff" && (c.hasRate(a) || ch.core.lead == "wording" || ch.with && len(out.targets) > 0)
}

// ofMeasure says that a verb stands in the relative clause of a measure that the sentence
// names: "the embargo, which has stopped all trade".
func (c *signalContext) ofMeasure(sent stretch, have []anchor, i int) bool {
	if c.t.field != model.InText {
		return false
	}
	at := c.skipBack(sent, i)
	if at-1 <= sent.lo || !c.t.has(at-1, at, "which", "that") {
		return false
	}
	end := at - 1
	if c.t.has(end-1, end, ",") {
		end--
	}
	for k := range have {
		if have[k].hi == end {
			return true
		}
	}
	return false
}

// theirsIn says that what is frozen belongs to those whom the sentence named before, and
// lies in a state: "whose property in Ruritania".
func (c *signalContext) theirsIn(sent stretch, at int) bool {
	if at == sent.lo || !c.t.has(at-1, at, "whose", "their", "his", "her", "its") || !c.t.has(at+1, at+2, "in", "there") {
		return false
	}
	return c.stateIn(sent.lo, min(at+5, sent.hi))
}

// since says that a year stands at token i behind "in", as that of a participle which
// tells which measures are meant, and that a verb follows: "lifted in 2015 came back".
func (c *signalContext) since(sent stretch, i int) bool {
	if c.t.field != model.InText || i+1 >= sent.hi || !c.t.has(i, i+1, "in") || c.t.tok[i+1].kind != numberToken || len(c.t.tok[i+1].low) != 4 {
		return false
	}
	for j := i + 2; j < sent.hi && j < i+14; j++ {
		if w, _, ok := c.words.ladder.match(c.t.tok, j); ok && (w.deed == deedForce || w.deed == deedExpire) && w.form != formNoun {
			return true
		}
	}
	return false
}

// ofNoState says that what a text tells of is done by a court or a federation to somebody
// whom it does not name: no matter of states.
func (c *signalContext) ofNoState(sent stretch, out *act) bool {
	if c.t.field == model.InText && len(out.targets) == 0 && c.t.has(out.lo, out.hi, "assets", "accounts", "funds") && out.direction == model.Pressure && c.any("bench", sent.lo, out.lo) && len(out.senders) > 0 && c.kindOf(out.senders[0]) == model.State && !c.any("notice", sent.lo, sent.hi) {
		return true // a court of its own freezes what somebody at home has
	}
	if c.t.field == model.InText && c.any("referees", sent.lo, sent.hi) && (len(out.senders) == 0 || !c.words.measures["imposer"][out.senders[0]]) {
		return true // who rules on games rules on no states
	}
	return c.t.field == model.InText && len(out.senders)+len(out.targets) == 0 && c.sporty(sent) && (out.action == "imposed" || c.t.has(sent.lo, sent.hi, "fifa", "uefa", "ioc", "wada")) && !c.stateIn(sent.lo, sent.hi)
}

// moves says that a measure in a text has an effect on something else: "have raised the
// price". It does not suffer what the participle at i tells.
func (c *signalContext) moves(sent stretch, i, n int) bool {
	if c.t.field != model.InText || !c.t.has(i-1, i, "have", "has", "had", "already", "also") || c.t.has(i-2, i, "been") || i+n >= sent.hi {
		return false
	}
	return !c.goesOn(i+n, sent.hi)
}

// stopsTrade says that a state stops its trade with whomever.
func (c *signalContext) stopsTrade(a *anchor, out *act) bool {
	if !a.trade || len(out.senders) == 0 || c.t.field == model.InText && len(out.targets) == 0 && (a.instrument == "other" || c.soldAtHome(a)) {
		return false
	}
	sender, ok := c.res.dir.Find(out.senders[0])
	return ok && (sender.Kind == model.State || sender.Kind == model.Bloc)
}

// curbsCommerce says that a measure of one of those who impose most is on a kind of dealing
// with others: "will ease restrictions on financial services".
func (c *signalContext) curbsCommerce(a *anchor, out *act) bool {
	if c.t.field == model.InTitle || len(out.senders) != 1 || !c.words.measures["powers"][out.senders[0]] || !c.t.has(a.lo, a.hi, "restrictions", "curbs") {
		return false
	}
	return c.t.has(a.hi, a.hi+1, "on") && c.any("commerce", a.hi+1, a.hi+4)
}

// onForces says that what limits is put on what a state may do with its own arms and alliances, the
// terms of a treaty and no measure: "restrictions on Altland's army", "a ban on NATO membership".
func (c *signalContext) onForces(sent stretch, a *anchor) bool {
	if a.hi-a.lo != 1 || !c.in("limits", a.lo) {
		return false
	}
	on := a.hi
	for on < min(a.hi+7, sent.hi) && !c.t.has(on, on+1, "on", "to") {
		on++
	}
	for i := on + 1; i < min(on+8, sent.hi); i++ {
		k := &c.t.tok[i]
		if c.in("flows", i) || k.kind != wordToken && k.kind != dashToken && !genitive(k) {
			return false
		}
		if c.in("own-arms", i) && (i+1 >= sent.hi || c.t.tok[i+1].kind != wordToken || c.res.lex.of(&c.t.tok[i+1])&(classPreposition|classAnd|classAuxiliary|classModal|classConjunction) != 0) {
			return true
		}
	}
	return false
}

// onlyItsGround says that what is taken away is only what a measure rests on in law, which
// does not end it: "the ruling removes the legal basis of the duties".
func (c *signalContext) onlyItsGround(sent stretch, a *anchor) bool {
	if !c.t.has(a.np-1, a.np, "of", "for", "behind", "underlying") || !c.in("grounds", a.np-2) {
		return false
	}
	for i := a.np - 2; i > sent.lo && i > a.np-9; i-- {
		if n := c.ladderEnding(sent, i); n > 0 {
			w, _, _ := c.words.ladder.match(c.t.tok, i-n)
			return w.deed.relieves() || w.deed == deedExpire || w.deed == deedDefer
		}
	}
	return c.any("ruling", sent.lo, a.np-2) || c.any("bench", sent.lo, a.np-2) || c.t.has(sent.lo, a.np-2, "verdict", "judgment", "judgement", "opinion")
}
