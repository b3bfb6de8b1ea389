package extract

import "strings"

// readVerb reads the attribution of a verb cue, if it is one here.
func (s *scan) readVerb(c *cue, at stretch) (attribution, bool) {
	group := s.groupStart(at.lo)
	if c.lemma == "expect" && c.form == asPast && s.passive(group, at.lo) && s.low(at.hi) == "to" {
		return s.readExpected(c, at, group)
	}
	if c.lemma == "quote" || c.lemma == "cite" {
		if v := s.asSaying(at.hi); v > 0 {
			return s.readQuotedAs(c, at, group, v)
		}
	}
	if c.lemma == "tell of" && group == at.lo && s.low(at.lo-1) == "," || c.lemma == "say" && s.saysLittle(at.hi) {
		return attribution{}, false // "Smith, told of the fire, left"
	}
	if (c.lemma == "name" || c.lemma == "call") && c.form == asPast && group == at.lo && s.capital(at.hi) && s.class(s.nounPhraseEnding(at.lo).lo)&classDeterminer != 0 && s.low(s.nounPhraseEnding(at.lo).lo) != "the" {
		return attribution{}, false // "a sailor named Quell", "a Norseman called Reyl"
	}
	if c.lemma == "put it" && s.low(at.hi) == "to" && s.low(at.lo-2) == "when" {
		return attribution{}, false // "when I put it to him"
	}
	if c.lemma == "term" && s.endsTerms(at) {
		return attribution{}, false
	}
	if s.staysUnnamed(c, at.hi) || group == at.lo && s.cutShort(c, at) {
		return attribution{}, false
	}
	if (c.lemma == "ask" || c.lemma == "press" && s.pressedOn(at)) && c.form == asPast && (at.lo == s.unit.lo || s.low(at.lo-1) == "when" || s.passive(group, at.lo) || s.askedAside(at)) {
		return s.readAsked(c, at)
	}
	if c.lemma == "tell" && c.form == asPast && (s.passive(group, at.lo) || s.low(at.lo-1) == "nor" || s.low(at.lo-1) == "when" || s.low(at.lo-1) == "once") {
		return s.readTold(c, at, group) // "She left when told that"
	}
	if (c.form == asPast || c.form == asParticiple) && s.passive(group, at.lo) {
		a, ok := s.readPassive(c, at, group)
		return a, ok && !(len(a.content) > 0 && s.low(a.content[0].lo-1) == "to" && s.threatened(a.content[0].lo-1))
	}
	if c.form == asPast && (c.lemma == "believe" || c.lemma == "think") && s.low(at.hi) == "to" {
		return attribution{}, false // "Altland, widely believed to be": others believe it
	}
	if !s.isVerb(c, at, group) || s.onlyLater(c, at, group) || s.leftUnsaid(c, group) {
		return attribution{}, false
	}
	a := attribution{cue: stretch{s.afterTime(group, at.lo), at.hi}, entry: c}
	inv, ok := s.plainInversion(c, at)
	if !ok && c.lemma == "say" && c.form == asBase && s.low(at.lo-1) == "," && s.leftContent(at.lo) { // "…, say officials"
		inv, ok = s.invertedSubject(at.hi)
		ok = ok && s.pluralBefore(inv.hi-1) && (s.clauseTail(inv.hi) == inv.hi || s.class(inv.hi)&classPreposition != 0)
	}
	if ok && group == at.lo {
		a.speaker, a.who, a.rule = s.list(inv), inv, "verb-inverted"
		a.content = s.around(group, s.clauseTail(inv.hi), true)
		if e := s.segmentEnd(inv.hi); len(a.content) == 1 && !s.endsQuote(at.lo-1) && s.low(e) == "," && s.predicateAt(e+1, at.lo-1) { // "The plan, said Smith, a sailor, is …"
			a.content = s.list(a.content[0], s.trim(e+1, s.contentEnd(e+1)))
		}
		if at.lo-s.unit.lo == 2 && !s.endsQuote(at.lo-1) && (len(a.content) > 1 && !s.finiteAt(a.content[1].lo) || len(a.content) == 1 && !s.answers(at.lo-1)) {
			a.content = a.content[1:] // "But, said Smith, “…”"
		}
		return a, len(a.content) > 0
	}
	if inv, q := s.leadingInversion(c, at); q > 0 {
		a.speaker, a.who, a.rule = s.list(inv), inv, "verb-leading"
		a.content = s.list(s.trim(q, s.contentEnd(q)))
		return a, true
	}
	if e := s.calledBy(c, at, group); e > 0 { // "the plan, dubbed “a wish” by Smith"
		a.who = stretch{e + 1, s.addressee(e + 1)}
		a.speaker, a.content, a.rule = s.list(a.who), s.list(s.trim(at.hi, e)), "called-by"
		return a, a.who.hi > a.who.lo
	}
	sub := s.subject(c, group, at)
	// “…,” said Smith — the subject stands behind
	if c.takes(frameQuote) && (c.takes(frameClause) || !c.takes(framePassive)) && (c.form == asPast || c.form == asThird) && s.leftContent(group) && sub.kind != subjectOwn && (group == at.lo && s.endsClauseQuote(group-1) || !s.endsQuote(group-1) && len(s.found) == 0 || c.lemma == "say") {
		if inv, ok := s.invertedSubject(at.hi); ok {
			a.speaker, a.who = s.list(inv), inv
			a.cue = at
			a.rule = "verb-inverted"
			a.content = s.around(group, s.clauseTail(inv.hi), true)
			return a, len(a.content) > 0
		}
	}
	if sub.kind == subjectOwn && c.form == asPast && (group == at.lo && (s.incomplete(sub.who) || s.names(c, at, sub)) || s.describedIn(sub)) {
		return a, false // "a majority of pledged delegates", "60 claimed seats", "said long promised aid"
	}
	if sub.kind == subjectOwn && c.form == asPast && group == at.lo && s.sworn(c, sub.who, at.hi) {
		return a, false // "the pledged delegates"
	}
	if c.form == asIng && (c.kind == kindAct && s.low(at.lo-1) == "to" || c.typ == "threat" && s.low(at.lo-1) == "for") {
		return a, false // "the turn to seeking a truce", "punished for threatening peace"
	}
	if c.form == asIng && sub.kind == subjectShared && s.handed(at.lo) {
		return a, false
	}
	if sub.kind == subjectShared && len(s.found) > 0 && s.low(at.lo-1) == "," && s.sumsUp(at.lo) {
		return a, false // "Quell maintained that …, claims that nobody could check"
	}
	if doer := s.issuer(sub, c); doer.kind != subjectNone {
		sub.spans, sub.who = doer.spans, doer.who
	}
	if c.lemma == "read" && (sub.kind == subjectOwn && s.class(sub.who.hi-1)&classSurface != 0 || c.form == asIng && s.class(at.lo-1)&classSurface != 0) {
		return a, false // "a banner that reads": nobody says who wrote it
	}
	if c.lemma == "point to" && s.class(at.hi)&classPossessive != 0 && s.ofBody(at.hi+1) {
		return a, false // "pointed to his ear"
	}
	if c.lemma == "deny" && s.granted(at.hi) {
		return a, false
	}
	a.speaker, a.who = sub.spans, sub.who
	a.inner = sub.kind == subjectOwn && (c.form == asIng && group == at.lo || s.subordinate(sub.start))
	if sub.kind != subjectOwn && c.form == asIng && s.introducing(group) {
		if in, ok := s.readIntroducing(a, c, at); ok || sub.kind == subjectNone {
			return in, ok
		}
	}
	if sub.kind == subjectNone && c.kind != kindThink && c.kind != kindFind {
		return a, false
	}
	start := sub.start
	if j, _ := s.skipAdjuncts(at.hi, c); s.low(start-1) == "as" && sub.kind == subjectOwn && s.low(j) != "that" {
		if as, ok := s.readAs(a, c, at, start-1); ok || !s.quoteAt(j) && (s.low(j) != "," || !s.quoteAt(j+1)) && (!c.takes(frameNoun) || s.low(start-2) != "," && start-2 >= s.unit.lo && !s.opensUnit(start)) {
			return as, ok
		}
	}
	quoteBefore := start > s.unit.lo && s.endsQuote(start-1) && sub.kind != subjectShared && !(sub.kind == subjectOwn && len(sub.spans) > 1)
	s.fronted = sub.kind == subjectOwn && s.class(start-1)&classRelative != 0
	s.relative = s.fronted && s.class(start-2)&classPreposition == 0 || group > s.unit.lo && (s.low(group-1) == "who" || s.low(group-1) == "which")
	s.opens = s.opensUnit(s.clauseOf(sub)) || s.relative && start == s.unit.lo+1 && s.class(s.unit.lo)&classPreposition != 0 || // "For somebody who said …, she did well"
		s.relative && s.low(s.unit.lo) == "according" && start == s.unit.lo+2 // "According to Smith, who called it …, she did well"
	s.gerund, s.past = c.form == asIng, c.form == asPast || c.form == asParticiple
	s.fused = sub.kind == subjectOwn && s.low(start-1) == "what"
	s.from = start
	rt := s.complement(c, at.hi, quoteBefore)
	if quoteBefore && s.taken(start-1) { // “…” She replied, “…”
		if own := s.complement(c, at.hi, false); own.ok {
			rt, quoteBefore = own, false
		}
	}
	s.relative, s.opens, s.gerund, s.past, s.fused = false, false, false, false, false
	if c.form == asBase && s.low(at.lo-1) == "to" && s.low(at.lo-2) != "as" && !s.usedTo(at.lo-1) && (rt.rule == "verb-noun" || rt.rule == "verb-clause" && c.kind != kindSay) {
		return a, false // "to defend the plan" is a purpose
	}
	if rt.thing || rt.rule == "verb-noun" && c.lemma == "call" && s.phones(rt.lo) {
		return a, false
	}
	a.with = rt.addressee
	if rt.rule == "verb-clause" && c.kind == kindThink && start == s.unit.lo+1 && s.low(s.unit.lo) == "whether" {
		return a, false // "Whether she believed it is unclear"
	}
	if rt.rule == "verb-fronted" && s.negated(group, at.lo) && s.low(start-1) == "what" {
		return a, false // "What the deal did not say was how"
	}
	if rt.rule == "verb-wh" && s.low(a.who.lo) == "it" && s.negated(group, at.lo) {
		return a, false // "it did not say when"
	}
	switch {
	case rt.ok && !(quoteBefore && rt.weak && !s.frontsQuote(start)):
		a.content = s.list(stretch{rt.lo, rt.hi})
		if i, e := s.relativeIn(rt); rt.rule == "verb-noun" && e > i {
			a.content = s.list(stretch{rt.lo, i}, stretch{e + 1, rt.hi})
		} else if q := s.verdictBehind(c, rt.hi); rt.rule == "verb-noun" && q > 0 {
			a.content = s.list(stretch{rt.lo, rt.hi}, s.t.withoutStop(stretch{q, s.contentEnd(q)}))
		}
		a.rule = rt.rule
		if sub.kind == subjectShared {
			a.rule += "-shared"
		}
		if rt.rule == "verb-colon" && quoteBefore && sub.kind == subjectOwn && s.low(s.t.quotes[s.quote[s.closeBefore(start)]].hi-1) == "," { // “It is over,” she said: “We lost.”
			a.content = s.list(s.around(start, s.unit.hi, true)[0], stretch{rt.lo, rt.hi})
		}
		if open := s.behindLeadIn(stretch{s.behindDateline(), start - 1}, sub.who); rt.rule == "verb-comma-quote" && sub.kind == subjectOwn && s.low(start-1) == "," && open.lo > s.behindDateline() && !s.hasClass(open.lo, open.hi, classRelative) {
			a.content = s.list(s.trim(open.lo, start-1), stretch{rt.lo, rt.hi}) // "Her mate was blunt: without it, he said, “…”"
			a.rule = "verb-inside"
		} else if rt.rule == "verb-comma-quote" && sub.kind == subjectOwn && (s.hangsOpen(start-1) || s.predicateQuoted(rt.lo, start-1)) { // "It was, she said, “…”"
			a.content = s.list(s.trim(s.behindDateline(), start-1), stretch{rt.lo, rt.hi})
			a.rule = "verb-inside"
		}
	case (c.takes(frameQuote) || c.kind == kindSay && c.takes(frameClause)) && sub.kind != subjectShared && s.leftContent(start) && (quoteBefore || c.takes(frameClause)) && !s.ofRelative(group):
		if l := s.low(s.unit.lo); quoteBefore && (l == "when" || l == "while" || l == "after" || l == "as" || l == "although" || l == "though") && s.taken(start-1) {
			return a, false // "When Smith said “…,” the hall cheered"
		}
		if n := len(s.found); quoteBefore && c.form == asIng && n > 0 && s.found[n-1].rule == "quote-verb" && s.found[n-1].cue.hi >= group-4 {
			return a, false // “…,” Smith recalled telling him
		}
		if quoteBefore && s.low(rt.tail) != "," && s.frontsQuote(start) && s.inCapitals(s.t.quotes[s.quote[s.closeBefore(start)]]) {
			return a, false // "In her book “A Sea,” Smith wrote of the port"
		}
		a.content = s.around(start, rt.tail, false)
		if !quoteBefore && (s.enumerates(a.content, sub.who) || s.tells(a.content[0])) {
			return a, false
		}
		a.rule = "verb-after"
		if !quoteBefore {
			a.content[0] = s.behindLeadIn(s.behindTold(a.content[0]), sub.who)
		}
		if quoteBefore {
			a.rule = "quote-verb"
		}
	case c.takes(frameQuote) && c.kind == kindSay && sub.kind == subjectOwn && (c.takes(frameClause) || rt.tail == at.hi && (s.predicateAt(rt.tail+1, start-1) || start-s.unit.lo == 2)) && s.brokenOff(start, rt.tail):
		a.content = s.around(start, rt.tail, false)
		if start-s.unit.lo == 2 && len(a.content) > 1 && (s.class(s.unit.lo)&(classAdverb|classConjunction|classAnd) != 0 || strings.HasSuffix(s.low(s.unit.lo), "ly")) {
			a.content = a.content[1:] // "Instead, she said, …"
		}
		a.rule = "verb-inside"
	default:
		return a, false
	}
	return a, true
}

// predicateAt says whether the verb at i belongs to a bare subject that opens the unit
// and ends at hi: "The plan, Smith said, made no sense".
func (s *scan) predicateAt(i, hi int) bool {
	lo := s.behindDateline()
	return s.finiteAt(i) && s.heading(lo, hi).hi == hi
}

// hangsOpen says whether a clause that opens the unit breaks off at the comma i before
// what it needs: "It was,", "The answer lies in,".
func (s *scan) hangsOpen(i int) bool {
	lo := s.behindDateline()
	if i-lo < 2 || s.low(i) != "," {
		return false
	}
	for k := lo; k < i; k++ {
		if s.quote[k] >= 0 || s.low(k) == "," {
			return false
		}
	}
	return s.class(i-1)&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[i-1])
}

// relativeIn finds a relative clause about the object that a content begins with when
// the content goes on behind it: its first comma and its last.
func (s *scan) relativeIn(rt complement) (int, int) {
	for i := rt.lo; i < rt.hi && i < rt.lo+4 && s.quote[i] < 0; i++ {
		if l := s.low(i + 1); s.low(i) == "," && (l == "who" || l == "which" || l == "whose") {
			if e := s.relativeAside(i); e < rt.hi-1 {
				return i, e
			}
			break
		}
	}
	return 0, 0
}

// verdictBehind finds the quotation that says what somebody calls a thing, behind an aside
// about it that begins at the comma i: "called the duty, due in May, “unfair”". 0 for none.
func (s *scan) verdictBehind(c *cue, i int) int {
	if !c.takes(framePassive) || c.takes(frameClause) || s.low(i) != "," {
		return 0
	}
	for j := i + 1; j < s.unit.hi && j < i+20 && s.quote[j] < 0 && s.t.tok[j].kind != stopToken; j++ {
		if v := s.verbAt(j); v != nil && v.kind == kindSay && s.low(j+1) != "by" {
			return 0
		}
		if s.low(j) == "," && s.quoteAt(j+1) {
			if s.t.tok[s.t.quotes[s.quote[j+1]].lo].is(flagCapital) {
				return 0
			}
			return j + 1
		}
	}
	return 0
}

// readAs reads "As Smith said, …" and "…, as Smith said".
func (s *scan) readAs(a attribution, c *cue, at stretch, start int) (attribution, bool) {
	if c.kind != kindSay || !c.takes(frameQuote|frameClause) && !(c.takes(framePassive) && s.class(at.hi)&classObject != 0) {
		return a, false // “…,” as Smith called him
	}
	j, _ := s.skipAdjuncts(at.hi, c)
	tail := s.clauseTail(j)
	for k := j; k < tail; k++ {
		if s.low(k) == ":" {
			tail = k
		}
	}
	a.rule = "as-verb"
	switch {
	case !c.takes(frameClause) && !s.endsQuote(start-1) && !s.quoteAt(tail+1), c.form == asParticiple && s.low(a.who.lo) == "it" && s.low(a.who.hi) == "'s":
		return a, false // "as the day went on", "as it's now written"
	case start-s.unit.lo <= 3 && tail+1 < s.unit.hi && (s.low(tail) == "," || s.low(tail) == ":"):
		a.content = s.list(s.trim(tail+1, s.contentEnd(tail+1)))
	case s.leftContent(start) && tail-j < 2 && !s.quoteTold(start):
		a.content = s.around(start, tail, false)
	default:
		return a, false
	}
	return a, true
}

// incomplete says whether a phrase cannot be a subject: its noun is still to come.
func (s *scan) incomplete(np stretch) bool {
	last := np.hi - 1
	if np.lo > last {
		return true
	}
	cl := s.class(last)
	return cl&classPreposition != 0 && cl&classPronoun == 0 && !s.capital(last) || s.t.tok[last].kind == numberToken && np.hi-np.lo > 1 && s.class(last-1)&classTime == 0 && s.low(last-1) != "may" && s.low(last-1) != "in" && s.low(last-1) != "of"
}

// subordinate says whether the clause whose subject begins at lo hangs on another.
func (s *scan) subordinate(lo int) bool {
	if s.class(lo-1)&(classConjunction|classRelative) != 0 {
		return s.low(lo-1) != "but"
	}
	l := s.low(lo - 1)
	return l == "how" || l == "what" || l == "why" || l == "as" || l == "whether" || s.low(lo) == "who"
}
