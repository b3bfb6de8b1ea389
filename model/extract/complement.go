package extract

import "strings"

// complement is what follows a cue.
type complement struct {
	lo, hi    int
	ok        bool
	weak      bool   // gives way to a quotation before the subject
	thing     bool   // the cue has a thing for its object, and reports nothing
	rule      string // of the attribution, unless its content stands elsewhere
	addressee stretch
	tail      int // where the attribution ends when its content stands before it
}

// complement reads what follows a cue that ends at i.
func (s *scan) complement(c *cue, i int, quoteBefore bool) complement {
	var out complement
	if c.takes(frameAddressee) || s.low(i) == "to" && c.takes(frameClause|frameQuote) && !c.takes(frameInfinitive) {
		j := i
		if s.low(j) == "to" && s.somebodyAt(j+1) {
			j++
		}
		if end := s.addressee(j); end > j && s.low(j) != "to" && !s.subjectOfClause(c, stretch{j, end}) {
			out.addressee = stretch{j, end}
			i = end
		}
	}
	if strings.HasSuffix(c.lemma, " with") {
		if end := s.addressee(i); end > i && s.low(end) == "that" && (s.capital(end-1) || s.class(i)&classObject != 0) { // "agrees with Smith that"
			i = end
		}
	}
	if s.low(i) == "according" && s.low(i+1) == "to" { // "they take time, he said according to a paper"
		out.tail = s.clauseTail(i)
		return out
	}
	j, moved := s.skipAdjuncts(i, c)
	l, cl := s.low(j), s.class(j)
	out.tail = s.clauseTail(j)
	found := func(lo int, rule string, weak bool) complement {
		s.clause = rule == "verb-that" || rule == "verb-clause" && c.kind == kindSay && (!c.takes(frameNoun) || c.lemma == "say")
		if that := s.equalsThat(lo); s.fused && rule == "verb-clause" && that > lo {
			lo = that // "What one aide says another told him is that"
		}
		out.lo, out.hi = lo, s.contentEnd(lo)
		s.clause = false
		switch {
		case c.takes(frameNoun) && (rule == "verb-noun" || rule == "verb-wh" && s.termAt(lo)):
			out.hi = s.beforeSetting(lo, s.nounEnd(lo, out.hi))
		case (c.lemma == "announce" || c.lemma == "question") && rule == "verb-clause" && !s.clauseAt(lo, true):
			out.hi = s.beforeSetting(lo, s.nounEnd(lo, out.hi))
		case c.lemma == "read" && s.quoteAt(lo):
			out.hi = min(out.hi, s.quoteEnd(lo)+1)
		case rule == "verb-to":
			out.hi = s.infinitiveEnd(lo, out.hi)
		case c.typ == "promise" && (rule == "verb-that" || rule == "verb-clause"):
			out.hi = s.promiseEnd(lo, out.hi)
		}
		switch {
		case s.fused:
			out.hi = s.fusedEnd(lo, out.hi)
		case rule == "verb-fronted" && l == "as":
			out.hi = s.nounEnd(lo, out.hi)
		}
		st := s.trim(out.lo, out.hi)
		out.lo, out.hi = st.lo, st.hi
		if st.hi == st.lo || rule == "verb-to" && s.low(st.hi-1) == "to" || st.hi == st.lo+1 && s.quote[st.lo] < 0 && (s.low(st.lo) == "back" || s.low(st.lo) == "again") || rule == "verb-prep" && s.spell(st.lo-1) {
			return out // "told her not to", "asked to report back", "thought for a while"
		}
		if c.takes(frameAs) && !s.heldAs(st) {
			return out
		}
		out.ok, out.rule, out.weak = out.lo < out.hi, rule, weak
		return out
	}
	if j >= s.unit.hi || s.t.tok[j].kind == stopToken {
		if c.kind == kindSay && c.takes(frameClause) && !quoteBefore && !s.leftContent(i-1) && s.clauseBehindPhrase(i) {
			return found(i, "verb-clause", true)
		}
		return out
	}
	switch {
	case s.quote[j] >= 0:
		if c.takes(frameQuote|frameNoun|frameClause) && (s.cries(c, j) || !s.workTitle(j)) {
			return found(j, "verb-quote", quoteBefore)
		}
	case l == ":" || l == ";" && s.quoteAt(j+1) && !quoteBefore:
		if j+1 < s.unit.hi && c.takes(frameQuote|frameClause|frameNoun) {
			return found(j+1, "verb-colon", false)
		}
	case l == ",":
		if quoteBefore {
			return out
		}
		if at, rule, weak := s.behindCueComma(c, i, j, out.addressee); rule != "" {
			return found(at, rule, weak)
		}
		return out
	case (s.fronted || s.fused) && (cl&(classAuxiliary|classModal) != 0 && c.takes(frameClause) || l == "as" && c.takes(frameNoun)) && c.kind == kindSay:
		return found(j, "verb-fronted", true)
	case l == "as" && c.kind == kindSay && c.takes(frameNoun) && !c.takes(frameAs) && s.judgedAs(j) > 0: // "rejected as “fake” a report that"
		return found(j, "verb-noun", true)
	case !s.isWord(j) && l != "$" && l != "#" && l != "@":
		return out
	case c.lemma == "rule" && s.low(j+1) == "out": // "has ruled that out"
		return out
	case l == "that" && (c.takes(frameClause) || strings.HasSuffix(c.lemma, " with")):
		return found(j, "verb-that", true)
	case cl&classRelative != 0 && c.takes(frameClause) || indirectQuestion(l) || l == "if" && c.lemma == "ask":
		if c.takes(frameClause|frameNoun) && !(moved && l == "who") && l != "which" && !(l == "when" && s.formAt(j+1) == asPast) {
			return found(j, "verb-wh", true)
		}
	case l == "to" && c.takes(frameInfinitive) || l == "not" && s.low(j+1) == "to" && c.takes(frameInfinitive):
		return found(j, "verb-to", true)
	case (l == "to" || l == "not" && s.low(j+1) == "to") && out.addressee.hi > out.addressee.lo:
		return found(out.addressee.lo, "verb-to", true)
	case cl&classPreposition != 0 && c.takes(frameQuote) && s.colonQuote(j) > 0: // "asked of the plan: “…”"
		return found(s.colonQuote(j), "verb-colon", false)
	case cl&classDeterminer != 0 && c.takes(frameQuote) && c.kind == kindSay && s.announces(j): // "tweeted this answer: “…”"
		return found(s.colonQuote(j), "verb-colon", false)
	case c.takes(framePreposition) && aboutWord(l) && j+1 < s.unit.hi:
		return found(j+1, "verb-prep", true)
	case (l == "having" || l == "being") && !moved && (c.takes(frameClause) && c.kind == kindSay || c.typ == "denial"):
		return found(j, "verb-clause", true) // "said having him there helps", "denied being late"
	case c.takes(frameClause) && !c.needsThat() && (!moved || s.clauseBehindAdjunct(j)) && s.bareClauseAt(j):
		switch {
		case s.relative && s.saysOf(j):
			return out
		case c.thingToo() && !s.clausal(j):
			out.thing = true
			return out
		case c.takes(frameNoun) && c.kind == kindSay || s.clauseAt(j, c.kind != kindSay):
			return found(j, "verb-clause", true)
		}
	case c.takes(frameNoun) && !c.needsThat() && (!moved || s.onlyTime(i, j) && cl&(classDeterminer|classPossessive) != 0) && cl&classAnd == 0:
		if cl&(classPreposition|classConjunction|classAuxiliary|classModal) == 0 || cl&classDeterminer != 0 {
			return found(j, "verb-noun", true)
		}
	}
	if c.takes(frameNoun) && c.takes(frameClause) && !c.needsThat() && !moved && cl&(classAnd|classPreposition|classConjunction|classAuxiliary) == 0 {
		return found(j, "verb-noun", true)
	}
	return out
}

// behindCueComma finds where what follows a cue that ends at i begins behind the comma at j, by
// which rule, and whether it gives way to a quotation; the rule is empty for nothing.
func (s *scan) behindCueComma(c *cue, i, j int, addressee stretch) (at int, rule string, weak bool) {
	if s.class(j+1)&classAdverb != 0 && s.low(j+2) == "," { // "acknowledged, however, “…”"
		j += 2
	}
	says := c.kind == kindSay && c.takes(frameClause)
	if j+1 < s.unit.hi && s.quote[j+1] >= 0 && (c.takes(frameQuote) || says) {
		return j + 1, "verb-comma-quote", false
	}
	if q := s.lateQuote(j + 1); q > 0 && c.takes(frameQuote) && c.kind == kindSay && (!s.leftContent(i-1) || !s.leftContent(s.from)) {
		return q, "verb-late-quote", true
	}
	if e := s.segmentEnd(j); e > j && !addressee.empty() && c.kind == kindSay { // "told Smith, who runs it, that"
		if s.low(e) == "," {
			e++
		}
		if s.low(e) == "that" && c.takes(frameClause) {
			return e, "verb-that", true
		}
		if s.quoteAt(e) && s.low(e-1) == "," && c.takes(frameQuote|frameClause) {
			return e, "verb-comma-quote", false
		}
	}
	if e := s.clauseTail(j + 1); e < j+16 && s.low(e) == "," && s.low(e+1) == "that" && says {
		return e + 1, "verb-that", true // "said, without evidence, that"
	} else if s.quotesBehindComma(j) && s.class(j+1)&(classPreposition|classAdverb) != 0 && c.takes(frameQuote) {
		return e + 1, "verb-comma-quote", false // "reads, in part, “…”"
	}
	if says && s.low(j+1) == "that" {
		return j + 1, "verb-that", true
	}
	if says {
		if k := s.behindState(j, c); s.low(k) == "that" {
			return k, "verb-that", true
		}
	}
	return 0, "", false
}

// equalsThat returns where "that" stands behind "is" or "was" in the words from lo, before any
// comma; 0 for nowhere.
func (s *scan) equalsThat(lo int) int {
	for i := lo; i+1 < s.unit.hi && s.isWord(i) && s.quote[i] < 0; i++ {
		if l := s.low(i); (l == "is" || l == "was") && s.low(i+1) == "that" {
			return i + 1
		}
	}
	return 0
}

// fusedEnd returns where what somebody calls something ends, in words that begin at lo and
// of which some stand in quotation marks: "what she called “a joke” was no joke".
func (s *scan) fusedEnd(lo, hi int) int {
	for i := lo; i < min(lo+4, hi); i++ {
		if s.quote[i] < 0 {
			continue
		}
		e := s.quoteEnd(i) + 1
		for n := 0; n < 3 && e < hi && s.isWord(e) && s.class(e)&^(classBody|classTitle) == 0 && s.verbAt(e) == nil && !s.finiteUnlisted(e); n, e = n+1, e+1 {
		}
		return e
	}
	return hi
}

// heldAs says whether a content tells as what something is held: "the vote as a test".
func (s *scan) heldAs(content stretch) bool {
	for i := content.lo + 1; i < content.hi-1 && s.quote[i] < 0; i++ {
		switch s.low(i) {
		case "as":
			after := s.class(i + 1)
			return s.low(i-1) != "such" && s.low(i+1) != "well" && (after&classPronoun == 0 || after&classDeterminer != 0)
		case "vote", "votes", "ballot", "ballots", "doubt":
			return false
		}
	}
	return false
}

// termAt says whether a content is what somebody calls something: "what she calls
// “the tax”".
func (s *scan) termAt(i int) bool {
	if s.low(i) != "what" || s.class(i+1)&classPronoun == 0 && !s.capital(i+1) {
		return false
	}
	for j := i + 2; j < i+6; j++ {
		if c := s.verbAt(j); c != nil {
			return c.takes(framePassive) && !c.takes(frameClause) && c.form != asIng
		}
	}
	return false
}

// clauseAt says whether a clause with a subject and a verb may begin at j.
//
// A strict reading asks for a verb that cannot be anything else.
func (s *scan) clauseAt(j int, strict bool) bool {
	cl := s.class(j)
	if cl&(classConjunction|classAuxiliary) != 0 && cl&(classPreposition|classAdverb) == 0 {
		return s.low(j) == "if" || s.low(j) == "when" || s.low(j) == "while" || s.low(j) == "although"
	}
	if cl&classObject != 0 && cl&(classPronoun|classPossessive) == 0 {
		return false
	}
	for i := j; i < s.unit.hi && i < j+30; i++ {
		if s.quote[i] >= 0 && i > j && s.workTitle(i) {
			i = s.quoteEnd(i)
			continue
		}
		if s.quote[i] >= 0 {
			return i > j && (!strict || s.verbal(s.t.quotes[s.quote[i]].lo))
		}
		if (strict || s.relative) && s.low(i) == "," {
			return false
		}
		if cl := s.class(i); cl&(classAuxiliary|classModal) != 0 && !(genitive(&s.t.tok[i]) && !s.pronounBefore(i)) {
			return true
		}
		if i > j && s.class(i-1)&classPronoun != 0 && s.class(i-1)&classDeterminer == 0 && i-j < 4 {
			return true
		}
		if strict {
			if s.class(i)&(classConjunction|classRelative) != 0 || i > j && s.low(i) == "what" {
				return false // "found a way of doing what the plan is for"
			}
			continue
		}
		if i > j && (s.verbAt(i) != nil || s.class(i)&classVerb != 0) {
			return true
		}
		l := s.low(i)
		if i > j && s.isWord(i) && !s.capital(i) && len(l) > 3 && (l[len(l)-2:] == "ed" || l[len(l)-1] == 's' && l[len(l)-2] != 's') {
			return true
		}
	}
	return false
}

// verbal says whether the word at i can only be a verb in a tense: "needs", "is".
func (s *scan) verbal(i int) bool {
	return s.class(i)&(classAuxiliary|classModal|classVerb) != 0 || s.low(i) == "need" || s.low(i) == "needs"
}

func (s *scan) pronounBefore(i int) bool { return s.class(i-1)&classPronoun != 0 }

// indirectQuestion says whether a word opens a question that is told: "asked why".
func indirectQuestion(low string) bool {
	return low == "whether" || low == "how" || low == "what" || low == "why"
}

// aboutWord says whether a preposition goes on with what is spoken of: "spoke of", "warned against".
func aboutWord(low string) bool {
	switch low {
	case "of", "about", "against", "for", "on", "over", "at":
		return true
	}
	return false
}

// bareClauseAt says whether a clause without "that" may begin at j behind a cue: no "to", no verb that
// helps another, no preposition that goes on with no clause.
func (s *scan) bareClauseAt(j int) bool {
	cl := s.class(j)
	return s.low(j) != "to" && cl&(classAuxiliary|classModal) == 0 && (cl&classPreposition == 0 || s.prepositionalEnd(j) >= 0)
}

// clauseBehindAdjunct says whether the word at j, with a time or an adverb between it and the cue, is
// the subject of a clause: "said on Monday the deal".
func (s *scan) clauseBehindAdjunct(j int) bool {
	return s.class(j)&(classPronoun|classDeterminer|classPossessive) != 0 || s.capital(j) || s.low(j) == "there" || s.formAt(j) == asPast && s.class(j-1)&classAdverb != 0
}
