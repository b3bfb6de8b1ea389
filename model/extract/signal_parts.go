package extract

import "parley/model"

// What measures of a text consist of, and what is done by the power that a law or an order
// gives: "the sanctions involve freezing assets", "invoked the act to bar them".

// subjectMeasures says that measures are the subject of a verb whose auxiliaries begin at
// token i: "the sanctions", "the sanctions on X", "the curbs, adopted in May,".
func (c *signalContext) subjectMeasures(sent stretch, i int) bool {
	at := i - 1
	if c.t.has(at, at+1, ",") {
		for at--; at > sent.lo && at > i-12 && !c.t.has(at, at+1, ","); at-- {
		}
		at--
	}
	for n := 0; n < 7 && at > sent.lo; n++ {
		k := &c.t.tok[at]
		if c.in("measures", at) {
			return n == 0 || c.t.has(at+1, at+2, "on", "against", "for", "of")
		}
		if k.kind != wordToken && k.kind != quoteToken && !genitive(k) || c.res.lex.of(k)&(classRelative|classConjunction|classAuxiliary|classModal) != 0 {
			return false
		}
		at--
	}
	return at == sent.lo && c.in("measures", at)
}

// mooted finds where the words begin, before token i, that tell of what is only thought of:
// "options under consideration", "steps being weighed"; -1 for nowhere.
func (c *signalContext) mooted(sent stretch, i int) int {
	if c.in("options", i-1) {
		return i - 1
	}
	if i-2 >= sent.lo && (c.t.has(i-2, i-1, "under") && c.t.has(i-1, i, "consideration", "discussion", "review") || c.t.has(i-2, i-1, "being", "are", "were") && c.t.has(i-1, i, "considered", "weighed", "mulled", "discussed", "studied", "prepared", "examined")) {
		return i - 2
	}
	return -1
}

// doneByMeasures says that the verb of a measure tells what other measures do, which are
// there: "the sanctions freeze his assets", "the curbs involve barring ships".
func (c *signalContext) doneByMeasures(sent stretch, a *anchor) bool {
	if c.t.field != model.InText || a.deed != deedImpose || a.passive {
		return false
	}
	verb := a.lo
	if c.words.formOf(c.t.tok[verb].low) == formGerund {
		verb--
		if !c.in("comprising", verb) {
			return c.joinsDone(sent, a)
		}
	}
	whole := verb
	for whole > sent.lo && (c.res.lex.of(&c.t.tok[whole-1])&classAdverb != 0 || a.instrument == "asset-freeze" && c.t.has(whole-1, whole, "will")) {
		whole-- // what they will freeze is frozen with them
	}
	return !c.t.has(whole-1, whole, "and", "or") && c.subjectMeasures(sent, whole) || c.joinsDone(sent, a)
}

// joinsDone says that "and" joins the verb of a measure to one of which doneByMeasures is true.
func (c *signalContext) joinsDone(sent stretch, a *anchor) bool {
	if !c.t.has(a.lo-1, a.lo, "and") {
		return false
	}
	for k := range c.room {
		if b := &c.room[k]; b.verb && b.hi < a.lo && a.lo-b.lo < rollLength && c.words.formOf(c.t.tok[b.lo].low) == c.words.formOf(c.t.tok[a.lo].low) {
			return c.doneByMeasures(sent, b)
		}
	}
	return false
}

// byPowers says that the verb of a chain stands behind "to" as what somebody uses the power
// for that he has: "invoked the act to freeze", "used an order to bar".
func (c *signalContext) byPowers(sent stretch, ch *chain) bool {
	if !c.isTo(ch.core.lo-1) || ch.hasUpper && ch.upper.hi > ch.core.lo-8 && !c.in("wielding", ch.upper.lo) {
		return false
	}
	power := false
	for i := ch.core.lo - 2; i > sent.lo && i > ch.core.lo-11; i-- {
		power = power || c.in("statute", i) || c.t.has(i, i+1, "powers", "power", "authority", "legislation", "provisions", "clause")
		if power && c.in("wielding", i) && c.words.formOf(c.t.tok[i].low) == formPast && !c.t.has(i-1, i, "be", "not", "to") {
			return true
		}
		if k := &c.t.tok[i]; k.kind == stopToken || k.low == "," || k.low == ";" {
			return false
		}
	}
	return false
}

// ordersOwn says that the verb of a chain is what somebody of a text has ordered those to do
// who act for him, or a court its state: "ordered his minister to raise".
func (c *signalContext) ordersOwn(sent stretch, ch *chain) bool {
	if !c.isTo(ch.core.lo - 1) {
		return false
	}
	organ := false
	for i := ch.core.lo - 2; i > sent.lo && i > ch.core.lo-8; i-- {
		if c.t.has(i, i+1, "told") && c.t.has(i+1, i+2, "customs", "border", "port") && c.in("agencies", i+1) {
			return true // "told customs to stop"
		}
		if c.t.has(i, i+1, "ordered", "instructed", "directed") {
			return organ && !c.t.has(i-1, i, "be", "been", "was", "were", "not") && c.res.lex.of(&c.t.tok[i+1])&(classDeterminer|classPossessive) != 0
		}
		organ = organ || c.in("agencies", i) || c.in("callings", i)
		if k := &c.t.tok[i]; k.kind != wordToken {
			return false
		}
	}
	return false
}

// inAnswer says that a gerund at i is how somebody answers: "responded by suspending trade".
func (c *signalContext) inAnswer(sent stretch, i int) bool {
	return c.t.field == model.InText && i-2 >= sent.lo && c.t.has(i-1, i, "by") && c.in("answering", i-2)
}

// shortOfIt puts onto its rung what a text tells of a deed that falls short of it: a threat to
// whoever does something, a measure stopped that was only threatened, a review agreed on.
func (c *signalContext) shortOfIt(sent stretch, a *anchor, ch *chain, out *act) {
	if c.t.field != model.InText {
		return
	}
	switch {
	case out.direction == model.Pressure && a.verb && (ch.modal == "may" || ch.modal == "could") && c.anyoneWho(sent, a.lo):
		out.action = "threatened"
	case done(out.action) && c.stillThreatened(a, ch):
		out.action, out.direction = "deferred", model.Relief
	case out.direction == model.Relief && done(out.action) && !ch.hasUpper && (ch.core.form == formNoun || ch.core.form == formGerund) && c.t.has(ch.core.lo-1, ch.core.lo, "possible", "potential", "eventual"):
		out.action = "considered" // "a possible lifting of"
	case out.action == "floated" && (c.reviewAgreed(ch) || c.reviewsOwn(a, ch)):
		out.action, out.direction = "considered", model.Relief
	}
}

// stillThreatened says that a measure which is stopped has only been threatened: "halted the
// threatened tariffs".
func (c *signalContext) stillThreatened(a *anchor, ch *chain) bool {
	return (ch.core.deed.relieves() || ch.core.deed == deedDefer) && !ch.hasUpper && c.t.has(a.np, a.lo, "threatened", "looming", "impending", "planned")
}

// reviewAgreed says that somebody agrees to look anew at a measure of his own: "agreed to a
// review of the duties".
func (c *signalContext) reviewAgreed(ch *chain) bool {
	return ch.core.deed == deedFloat && ch.hasUpper && !ch.negated && (ch.upper.deed == deedAgree || ch.upper.deed == deedAnnounce) && c.t.has(ch.core.lo, ch.core.hi, "review", "reconsider", "revisit", "reassess")
}

// reviewsOwn says that somebody looks anew at a measure that is there: "is reviewing its sanctions
// on", "while it reviews the tariff".
func (c *signalContext) reviewsOwn(a *anchor, ch *chain) bool {
	if ch.core.deed != deedFloat || ch.hasUpper || ch.negated || !c.any("reviewing", ch.core.lo, ch.core.hi) || c.any("newness", a.np, a.lo) || c.any("hypothetical", a.np, a.lo) {
		return false
	}
	for i := a.np; i < a.lo; i++ {
		if c.t.has(i, i+1, "the") || genitive(&c.t.tok[i]) || c.res.lex.of(&c.t.tok[i])&classPossessive != 0 {
			return true
		}
	}
	return false
}

// ranOut says that the clause behind a measure of a text tells that it has ended by itself:
// "the waiver, which expired last week".
func (c *signalContext) ranOut(sent stretch, a *anchor) int {
	for i := a.hi; i+1 < sent.hi && i < a.hi+judgedReach; i++ {
		if c.t.has(i, i+1, "which", "that") {
			if w, _, ok := c.words.ladder.match(c.t.tok, i+1); ok && w.deed == deedExpire && w.form == formPast {
				return i + 1
			}
			return 0
		}
		if k := &c.t.tok[i]; k.kind == stopToken || k.low == ";" || c.res.lex.of(k)&(classAuxiliary|classModal|classConjunction) != 0 {
			return 0
		}
	}
	return 0
}

// onlyStates says that a measure of a text is one that nobody but a state takes: "they could
// face an asset freeze".
func (c *signalContext) onlyStates(a *anchor) bool {
	return c.t.field == model.InText && !a.verb && !a.weak && !a.loose && (a.instrument == "asset-freeze" || a.instrument == "travel-ban")
}

// anyoneWho says that a text tells before token i what may be done to whoever does something,
// which is a threat: "anyone who helps them may be barred".
func (c *signalContext) anyoneWho(sent stretch, i int) bool {
	for j := sent.lo; j+1 < i; j++ {
		if c.t.has(j, j+1, "whoever") || c.t.has(j, j+1, "anyone", "anybody", "those", "individuals", "persons", "officials", "people") && c.t.has(j+1, j+2, "who", "found", "responsible", "involved") {
			return true
		}
	}
	return false
}

// soCalled goes left over who gives a measure its name, to the verb that takes it: "impose
// what he described as" a levy; i for nothing to go over.
func (c *signalContext) soCalled(sent stretch, i int) int {
	if c.t.field != model.InText {
		return i
	}
	named := i - 1
	if c.t.has(named, named+1, "as") {
		named--
	}
	if named <= sent.lo || !c.in("brand", named) && !c.in("branding", named) {
		return i
	}
	for j := named - 1; j > sent.lo && j > named-6; j-- {
		if c.t.has(j, j+1, "what") {
			return j
		}
	}
	return i
}

// sharedModal is the modal of a passive that "and" or "or" joins to the participle at token i
// of a text: "may be arrested and barred"; empty for none.
func (c *signalContext) sharedModal(sent stretch, i int) string {
	if c.t.field != model.InText || !c.t.has(i-1, i, "and", "or") || c.words.formOf(c.t.tok[i].low) != formPast {
		return ""
	}
	for j := i - 2; j > sent.lo && j > i-rollLength; j-- {
		if k := &c.t.tok[j]; k.kind == stopToken || k.low == ";" || k.low == "," || c.res.lex.of(k)&(classRelative|classConjunction) != 0 {
			return ""
		}
		if c.t.has(j, j+1, "be") && modalOf(c.t.tok[j-1].low) != "" {
			return modalOf(c.t.tok[j-1].low)
		}
	}
	return ""
}
