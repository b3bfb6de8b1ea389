package extract

import "strings"

// readNoun reads the attribution of a noun, an adjective or a source phrase.
func (s *scan) readNoun(c *cue, at stretch) (attribution, bool) {
	switch {
	case c.takes(frameSource):
		return s.readSource(c, at)
	case c.takes(frameAdjective):
		return s.readAdjective(c, at)
	}
	if c.takes(frameOwner) {
		if a, ok := s.readOwnWords(c, at); ok {
			return a, true
		}
	}
	a := attribution{cue: at, entry: c}
	if s.verbAt(at.lo) != nil && s.low(at.lo-1) == "to" && !c.plural || c.lemma == "wish" && s.unnamedFrom(at.hi) || (c.lemma == "hope" || c.lemma == "fear") && s.stirred(at.lo-1) {
		return a, false
	}
	if len(s.found) > 0 && ((s.low(at.lo-2) == "," || at.lo-2 > s.unit.lo && s.dashAt(at.lo-2)) && s.sumsUp(at.lo-1) || s.low(at.lo-1) == "," && s.sumsUp(at.lo)) {
		return a, false // "…, a charge that he denied" is about what was just said
	}
	if s.leadsWithDoing(at.lo) {
		return a, false
	}
	i := at.hi
	// "a warning by the envoy that", "his warning on Friday that"
	var by stretch
	if l := s.low(i); l == "by" || l == "from" {
		if end := s.addressee(i + 1); end > i+1 && !s.finiteCue(end-1) { // "a report by the board argues that" is the board's verb
			by = stretch{i + 1, end}
			i = end
		}
	}
	if s.low(i) == "of" && c.takes(frameClause) { // "the contention of the mayor, Ada Quell, that", "the hope of many that"
		if end := s.addressee(i + 1); end > i+1 && s.low(end) == "that" && s.person(stretch{i + 1, end}) {
			by = stretch{i + 1, end}
			i = end
		}
	}
	l := s.low(i)
	switch {
	case l == "that" && c.takes(frameClause):
		end := s.contentEnd(i)
		if s.headsClause(at.lo) {
			end = s.predicateBehind(i, end)
		}
		a.content = s.list(s.trim(i, end))
		a.rule = "noun-that"
	case l == "to" && c.takes(frameInfinitive) && !(c.lemma == "call" && s.rings(i+1)) && (s.quoteAt(i+1) && s.ownedAt(at.lo) || s.isWord(i+1) && s.class(i+1)&(classDeterminer|classPossessive|classObject) == 0 && !s.capital(i+1)):
		end := s.nounEnd(i, s.contentEnd(i))
		if s.quoteAt(i+1) && s.headsClause(at.lo) {
			end = s.verbAhead(i, end)
		}
		a.content = s.list(s.trim(i, end))
		a.rule = "noun-to"
	case c.takes(framePreposition) && i < s.unit.hi && c.preps[s.t.tok[i].id] && i+1 < s.unit.hi:
		a.cue.hi = max(a.cue.hi, i+1)
		end := s.nounEnd(i+1, s.contentEnd(i+1))
		if s.headsClause(at.lo) {
			end = s.verbAhead(i+1, end)
		}
		a.content = s.list(s.trim(i+1, end))
		a.rule = "noun-prep"
	case c.takes(frameQuote) && s.quoteAt(i) && !s.workTitle(i):
		a.content = s.list(s.trim(i, s.contentEnd(i)))
		a.rule = "noun-quote"
	default:
		lo := s.equated(i)
		if !c.takes(frameBe) || lo == 0 {
			return a, false
		}
		a.content = s.list(s.trim(lo, s.contentEnd(lo)))
		a.rule = "noun-is"
	}
	if s.giveUp(&a); len(a.speaker) > 0 {
		return a, true
	}
	if by.hi > by.lo {
		a.speaker, a.who = s.list(by), by
		a.cue.hi = at.hi
		return a, true
	}
	if who, ok := s.owner(at.lo); ok {
		a.speaker, a.who = s.list(who), who
	} else if sub := s.givenBy(at.lo); a.rule != "noun-is" && sub.who.hi > sub.who.lo {
		a.speaker, a.who = sub.spans, sub.who
	}
	if a.rule == "noun-prep" && len(a.speaker) == 0 && c.takes(frameOwned) {
		return a, false
	}
	if c.lemma == "mention" && s.low(at.lo-1) == "no" || len(a.speaker) == 0 && s.low(s.unit.hi-1) == "?" && s.class(s.unit.lo)&classAuxiliary != 0 {
		return a, false // "there was no mention of a truce", "was there a promise to go?"
	}
	if l := s.low(at.lo); (l == "question" || l == "questions" && s.low(at.hi) == "about") && s.keptQuiet(at.lo) {
		return a, false
	}
	if s.low(a.content[0].hi-2) == "without" && s.low(a.content[0].hi-1) == "comment" {
		return a, false // nothing was said of it
	}
	if a.rule == "noun-prep" && (len(a.speaker) == 0 || !s.ownedAt(at.lo)) && s.bought(at) {
		return a, false
	}
	return a, true
}

// keptQuiet says whether the question at i is only what somebody did not answer, or did: "did not
// answer a shouted question about".
func (s *scan) keptQuiet(i int) bool {
	for k := i - 1; k > s.unit.lo && i-k < 6 && s.isWord(k); k-- {
		if s.wordIs(k, reportDodging) {
			return true
		}
	}
	return false
}

// giveUp turns a demand or a threat that somebody gives up into the concession
// that it is: "Marden dropped her demand for a gate", "dropped a call for talks".
func (s *scan) giveUp(a *attribution) {
	if !a.entry.pressing() && a.entry.typ != "appeal" || len(a.content) != 1 {
		return
	}
	lo := a.cue.lo
	for lo > s.unit.lo && lo > a.cue.lo-3 && s.class(lo)&(classDeterminer|classPossessive) == 0 {
		lo--
	}
	if lo <= s.unit.lo || s.class(lo)&(classDeterminer|classPossessive) == 0 {
		return
	}
	for v := lo - 1; v > s.unit.lo && lo-v < 4; v-- {
		if _, n, ok := s.r.cues.yields.match(s.t.tok, v); !ok || v+n != lo {
			continue
		}
		at := stretch{v, lo}
		group := s.groupStart(v)
		sub := s.subject(concededCue, group, at)
		if sub.kind == subjectNone || s.negated(group, v) {
			return
		}
		a.content = s.list(stretch{lo, a.content[0].hi})
		a.cue, a.entry, a.rule = at, concededCue, "given-up"
		a.speaker, a.who = sub.spans, sub.who
		return
	}
}

// concededCue stands for whatever word says that somebody gives in.
var concededCue = &cue{lemma: "give up", form: asPast, frames: frameNoun, kind: kindAct, stance: "neutral", typ: "concession", cameo: "08"}

// givenBy finds who gives a promise, a call or the like that nobody is said to
// own: the subject of the verb that has it for an object, "The mayor made a promise".
func (s *scan) givenBy(i int) subject {
	for v := i - 1; v > s.unit.lo && i-v < 9; v-- {
		if s.quote[v] >= 0 || !s.isWord(v) || s.class(v)&(classConjunction|classRelative) != 0 && s.class(v)&classPreposition == 0 {
			return subject{}
		}
		c := s.verbAt(v)
		if c == nil {
			if s.setsApart(v) {
				return subject{}
			}
			if l := s.low(v); l == "has" || l == "have" || l == "had" { // "Smith has doubts about"
				c = unlistedCue
			} else if s.class(v)&(classDeterminer|classPreposition|classPossessive) != 0 || !s.finiteUnlisted(v) && (s.class(v) != 0 || s.formAt(v) != asIng) {
				continue
			} else {
				c = unlistedCue
			}
		} else if c.form == asBase && s.low(v-1) != "to" && !s.hasHelper(s.groupStart(v), v) {
			continue
		}
		group := s.groupStart(v)
		if s.r.heads.word(s.t, v)&hDraw != 0 || s.passive(group, v) {
			return subject{}
		}
		sub := s.subject(c, group, stretch{v, v + 1})
		if sub.kind == subjectNone || !s.person(sub.who) {
			return subject{}
		}
		return sub
	}
	return subject{}
}

// setsApart says whether the preposition at i only tells when or why something was done: "The
// fall comes after a plan to".
func (s *scan) setsApart(i int) bool {
	switch s.low(i) {
	case "after", "before", "since", "amid", "despite", "following", "during", "against", "over", "under":
		return true
	}
	return false
}

// headsClause says whether a noun at i is the subject of its clause: nothing but
// its owner and its adjectives stands before it.
func (s *scan) headsClause(i int) bool {
	for k := i - 1; k >= s.behindDateline() && s.low(k) != ","; k-- {
		if !s.isWord(k) && !genitive(&s.t.tok[k]) || i-k > 6 || s.verbAt(k) != nil || s.class(k)&(classAuxiliary|classModal|classVerb|classPreposition) != 0 && !genitive(&s.t.tok[k]) {
			return false
		}
	}
	return true
}

// predicateBehind returns where the main verb stands behind the quotation that ends the
// clause of a noun: "Her view that it is “cheap” is wrong". It returns hi for none.
func (s *scan) predicateBehind(lo, hi int) int {
	told := false
	for i := lo + 1; i < hi; i++ {
		if s.quote[i] < 0 {
			told = told || s.class(i)&(classAuxiliary|classModal|classVerb) != 0 || s.formAt(i) == asPast || s.class(i)&classPronoun != 0
			continue
		}
		e := s.quoteEnd(i)
		if f := s.formAt(e + 1); told && e+1 < hi && (s.class(e+1)&(classAuxiliary|classModal|classVerb) != 0 || s.class(e+1) == 0 && (f == asPast || f == asThird)) {
			return e + 1
		}
		i = e
	}
	return hi
}

// verbAhead returns the first verb of lo to hi that helps or has a tense, hi for none.
func (s *scan) verbAhead(lo, hi int) int {
	for i := lo + 1; i < hi; i++ {
		if s.quote[i] >= 0 {
			i = s.quoteEnd(i)
			continue
		}
		if l := s.low(i); s.class(i)&classRelative != 0 || l == "whether" || l == "how" {
			return hi
		}
		if s.class(i)&(classAuxiliary|classModal|classVerb) != 0 && !genitive(&s.t.tok[i]) || s.finiteUnlisted(i) && s.class(i+1)&(classTime|classPreposition|classConjunction|classAdverb) != 0 && s.low(i+1) != "by" {
			return i
		}
	}
	return hi
}

// leadsWithDoing says whether the noun at i is what somebody does in words that lead in a clause
// in which he speaks: "Taking a dig at the board, (Quell said)".
func (s *scan) leadsWithDoing(i int) bool {
	if s.formAt(s.unit.lo) != asIng && !strings.HasSuffix(s.low(s.unit.lo), "ing") || s.class(s.unit.lo) != 0 || i-s.unit.lo > 3 {
		return false
	}
	comma := s.clauseTail(i)
	for k := comma + 1; s.low(comma) == "," && k < comma+10 && s.isWord(k); k++ {
		if c := s.verbAt(k); c != nil && c.kind == kindSay && (c.form == asPast || c.form == asThird) {
			return true
		}
	}
	return false
}

// stirred says whether the word at i tells what news does to a feeling of nobody named: "raising
// (hopes of a truce)".
func (s *scan) stirred(i int) bool { return s.wordIs(i, reportStirring) }

// equated returns where the words begin that a noun which ends at i is said to be:
// "answer was that …", "slogan is “…”". It returns 0 for none.
func (s *scan) equated(i int) int {
	for n := 0; n < 12 && i < s.unit.hi && s.quote[i] < 0; n, i = n+1, i+1 {
		switch s.low(i) {
		case "is", "was", "'s", "are", "were", "remains", "remained":
		default:
			if c := s.verbAt(i); c != nil && c.kind == kindSay && c.form != asBase || s.class(i)&(classModal|classRelative|classAnd|classConjunction|classPronoun) != 0 && s.class(i)&(classPreposition|classDeterminer) == 0 {
				return 0
			}
			continue
		}
		for i++; s.class(i)&classAdverb != 0 || s.low(i) == "," || s.low(i) == ":"; i++ {
		}
		if s.quoteAt(i) && !s.workTitle(i) || s.low(i) == "that" && (s.isWord(i+1) || s.quoteAt(i+1)) {
			return i
		}
		return 0
	}
	return 0
}

// owner finds whose a noun at i is: "his", "the minister's", skipping adjectives.
func (s *scan) owner(i int) (stretch, bool) {
	for k := i - 1; k >= s.unit.lo && i-k < 5 && s.quote[k] < 0; k-- {
		if s.class(k)&classPossessive != 0 {
			return stretch{k, k + 1}, true
		}
		if genitive(&s.t.tok[k]) {
			np := s.nounPhraseEnding(k)
			return stretch{s.ownerStart(np), k + 1}, np.lo < k
		}
		if l := s.low(k); l == "most" || l == "first" || l == "many" || l == "other" || l == "only" || l == "few" || l == "own" {
			continue
		}
		if !s.isWord(k) || s.class(k)&(classDeterminer|classPreposition|classConjunction|classAuxiliary) != 0 {
			break
		}
	}
	return stretch{}, false
}

func (s *scan) ownedAt(i int) bool {
	_, ok := s.owner(i)
	return ok
}

// ownerStart cuts what is not the owner's name off the front of a phrase that
// reached back over a verb: "The paper printed the minister('s claim)".
func (s *scan) ownerStart(np stretch) int {
	for i := np.hi - 1; i > np.lo; i-- {
		if s.class(i)&classVerb != 0 || s.class(i)&classPreposition != 0 && s.low(i) != "of" && s.low(i) != "for" {
			return i + 1
		}
		if s.class(i)&(classDeterminer|classPossessive) != 0 && s.low(i-1) != "of" && s.low(i-1) != "for" {
			return i
		}
		if s.capital(i) && !s.capital(i-1) && s.class(i-1)&(classPreposition|classDeterminer|classPossessive|classTitle|classAnd) == 0 && s.t.tok[i-1].kind == wordToken && !genitive(&s.t.tok[i-1]) && s.formAt(i-1) == asPast {
			return i
		}
	}
	return np.lo
}

// readAdjective reads "is confident that", "was critical of".
func (s *scan) readAdjective(c *cue, at stretch) (attribution, bool) {
	group := s.groupStart(at.lo)
	a := attribution{entry: c}
	if l := s.low(at.lo - 1); l == "remain" || l == "remains" || l == "remained" { // "We remain convinced that"
		group = s.groupStart(at.lo - 1)
	} else if group == at.lo || !s.hasHelper(group, at.lo) && s.low(group) != "not" {
		return a, false
	}
	a.cue = stretch{group, at.hi}
	sub := s.subject(c, group, at)
	if sub.kind == subjectNone {
		return a, false
	}
	a.speaker, a.who = sub.spans, sub.who
	if s.low(sub.who.lo) == "it" && sub.who.hi-sub.who.lo == 1 {
		return a, false // "it was not clear when"
	}
	i := at.hi
	l := s.low(i)
	switch {
	case l == "that" && c.takes(frameClause):
		a.rule = "adjective-that"
		a.content = s.list(s.trim(i, s.contentEnd(i)))
	case l == "to" && c.takes(frameInfinitive):
		a.rule = "adjective-to"
		a.content = s.list(s.trim(i, s.contentEnd(i)))
	case c.takes(framePreposition) && i+1 < s.unit.hi && c.preps[s.t.tok[i].id]:
		a.cue.hi = i + 1
		a.rule = "adjective-prep"
		a.content = s.list(s.trim(i+1, s.nounEnd(i+1, s.contentEnd(i+1))))
	case c.takes(frameClause) && s.class(i)&(classPronoun|classDeterminer|classPossessive|classRelative) != 0 || s.low(i) == "whether" || s.low(i) == "how":
		a.rule = "adjective-clause"
		a.content = s.list(s.trim(i, s.contentEnd(i)))
	default:
		return a, false
	}
	return a, true
}
