package extract

// complement is what follows a cue.
type complement struct {
	lo, hi    int
	ok        bool
	weak      bool // gives way to a quotation before the subject
	rule      string
	addressee stretch
	tail      int // where the attribution ends when its content stands before it
}

// complement reads what follows a cue that ends at i.
func (s *scan) complement(c *cue, i int, quoteBefore bool) complement {
	var out complement
	if c.takes(frameAddressee) || s.low(i) == "to" && c.takes(frameClause|frameQuote) && !c.takes(frameInfinitive) {
		j := i
		if s.low(j) == "to" && (s.class(j+1)&(classDeterminer|classPossessive|classObject) != 0 || s.capital(j+1) || s.pluralBefore(j+1)) {
			j++
		}
		if end := s.addressee(j); end > j && s.low(j) != "to" {
			out.addressee = stretch{j, end}
			i = end
		}
	}
	j, moved := s.skipAdjuncts(i, c)
	out.tail = s.clauseTail(j)
	found := func(lo int, rule string, weak bool) complement {
		out.lo, out.hi = lo, s.contentEnd(lo)
		if c.takes(frameNoun) && rule == "noun" {
			out.hi = s.nounEnd(lo, out.hi)
		}
		st := s.trim(out.lo, out.hi)
		out.lo, out.hi = st.lo, st.hi
		out.ok, out.rule, out.weak = out.lo < out.hi, rule, weak
		return out
	}
	if j >= s.unit.hi {
		return out
	}
	l, cl := s.low(j), s.class(j)
	switch {
	case s.quote[j] >= 0:
		if c.takes(frameQuote|frameNoun|frameClause) && !s.workTitle(j) {
			return found(j, "quote", quoteBefore)
		}
	case l == ":":
		if j+1 < s.unit.hi && c.takes(frameQuote|frameClause|frameNoun) {
			return found(j+1, "colon", false)
		}
	case l == ",":
		if s.class(j+1)&classAdverb != 0 && s.low(j+2) == "," { // "acknowledged, however, “…”"
			j += 2
		}
		if j+1 < s.unit.hi && s.quote[j+1] >= 0 && (c.takes(frameQuote) || c.kind == kindSay && c.takes(frameClause)) && !quoteBefore {
			return found(j+1, "comma-quote", false)
		}
		if q := s.lateQuote(j + 1); q > 0 && c.takes(frameQuote) && c.kind == kindSay && !quoteBefore && !s.leftContent(i-1) {
			return found(q, "late-quote", true)
		}
		if e := s.clauseTail(j + 1); e < j+9 && s.low(e) == "," && s.low(e+1) == "that" && c.takes(frameClause) && c.kind == kindSay && !quoteBefore {
			return found(e+1, "that", true) // "said, without evidence, that"
		}
		if s.low(j+1) == "that" && c.takes(frameClause) && c.kind == kindSay && !quoteBefore {
			return found(j+1, "that", true)
		}
		return out
	case s.fronted && (cl&(classAuxiliary|classModal) != 0 && c.takes(frameClause) || l == "as" && c.takes(frameNoun)) && c.kind == kindSay:
		return found(j, "fronted", true)
	case !s.isWord(j) && l != "$" && l != "#" && l != "@":
		return out
	case l == "that" && c.takes(frameClause):
		return found(j, "that", true)
	case cl&classRelative != 0 && c.takes(frameClause) || l == "whether" || l == "how" || l == "what" || l == "why" || l == "if" && c.lemma == "ask":
		if c.takes(frameClause|frameNoun) && !(moved && l == "who") && l != "which" {
			return found(j, "wh", true)
		}
	case l == "to" && c.takes(frameInfinitive) || l == "not" && s.low(j+1) == "to" && c.takes(frameInfinitive):
		return found(j, "to", true)
	case l == "to" && out.addressee.hi > out.addressee.lo:
		return found(out.addressee.lo, "to", true)
	case c.takes(framePreposition) && (l == "of" || l == "about" || l == "against" || l == "for" || l == "on" || l == "over" || l == "at") && j+1 < s.unit.hi:
		return found(j+1, "prep", true)
	case c.takes(frameClause) && cl&(classAuxiliary|classModal) == 0 && (!moved || cl&(classPronoun|classDeterminer|classPossessive) != 0 || s.capital(j)):
		if c.takes(frameNoun) && c.kind == kindSay || s.clauseAt(j, c.kind != kindSay) {
			return found(j, "clause", true)
		}
	case c.takes(frameNoun) && !moved:
		if cl&(classPreposition|classConjunction|classAuxiliary|classModal) == 0 || cl&classDeterminer != 0 {
			return found(j, "noun", true)
		}
	}
	if c.takes(frameNoun) && c.takes(frameClause) && !moved && cl&(classPreposition|classConjunction|classAuxiliary) == 0 {
		return found(j, "noun", true)
	}
	return out
}

// lateQuote finds a whole quotation behind an aside that begins at i: "said in
// spring, when it all came out, “…”". It returns 0 for none.
func (s *scan) lateQuote(i int) int {
	for j := i; j < s.unit.hi && j < i+25; j++ {
		if s.quote[j] >= 0 {
			if s.low(j-1) == "," && s.t.tok[s.t.quotes[s.quote[j]].lo].is(flagCapital) && !s.workTitle(j) {
				return j
			}
			return 0
		}
		if c := s.verbAt(j); c != nil && c.kind == kindSay && !s.named(j) {
			return 0
		}
	}
	return 0
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
		if s.quote[i] >= 0 {
			return i > j && !strict
		}
		if strict && s.low(i) == "," {
			return false
		}
		if cl := s.class(i); cl&(classAuxiliary|classModal) != 0 && !(genitive(&s.t.tok[i]) && !s.pronounBefore(i)) {
			return true
		}
		if i > j && s.class(i-1)&classPronoun != 0 && s.class(i-1)&classDeterminer == 0 && i-j < 4 {
			return true
		}
		if strict {
			if s.class(i)&(classConjunction|classRelative) != 0 {
				return false
			}
			continue
		}
		if i > j && s.verbAt(i) != nil {
			return true
		}
		l := s.low(i)
		if i > j && s.isWord(i) && !s.capital(i) && len(l) > 3 && (l[len(l)-2:] == "ed" || l[len(l)-1] == 's' && l[len(l)-2] != 's') {
			return true
		}
	}
	return false
}

func (s *scan) pronounBefore(i int) bool { return s.class(i-1)&classPronoun != 0 }

// addressee returns the end of a noun phrase that somebody is addressed by.
func (s *scan) addressee(i int) int {
	if i >= s.unit.hi || s.quote[i] >= 0 || !s.isWord(i) {
		return i
	}
	cl := s.class(i)
	if cl&classObject != 0 && cl&classPossessive == 0 || s.low(i) == "you" || s.low(i) == "her" && s.objectHer(i) || s.low(i) == "it" {
		return i + 1
	}
	if l := s.low(i); l == "that" || l == "whether" || l == "if" || l == "how" || l == "what" || l == "why" || l == "to" || cl&(classPronoun|classConjunction|classRelative|classAuxiliary|classModal) != 0 && cl&classDeterminer == 0 || cl&classPreposition != 0 {
		return i
	}
	lo := i
	capital := s.capital(i)
	for i < s.unit.hi && s.quote[i] < 0 {
		cl, l := s.class(i), s.low(i)
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && l != "-" {
			break
		}
		if i > lo && (cl&(classConjunction|classRelative|classAuxiliary|classModal|classPronoun|classTime) != 0 && !genitive(&s.t.tok[i]) || l == "that" || l == "to" || cl&classPreposition != 0 && l != "of") {
			break
		}
		if i > lo && capital && !s.capital(i) && cl&(classAnd|classPreposition) == 0 && !genitive(&s.t.tok[i]) && l != "-" && !s.afterGenitive(i) {
			break // "told Channel Nine the deal was off"
		}
		if i > lo && !capital && cl&(classDeterminer|classPossessive) != 0 && s.class(i-1)&(classAnd|classPreposition|classDeterminer) == 0 {
			break // "told reporters the deal was off"
		}
		if i > lo && !capital && s.capital(i) && s.class(lo)&(classDeterminer|classPossessive) == 0 && s.class(i-1)&classPreposition == 0 && cl&classTime == 0 {
			break // "told reporters Smith had left"
		}
		i++
	}
	return i
}

func (s *scan) afterGenitive(i int) bool { return i > s.unit.lo && genitive(&s.t.tok[i-1]) }

func (s *scan) objectHer(i int) bool {
	return s.class(i+1)&(classDeterminer|classPronoun|classPreposition|classRelative) != 0 || !s.isWord(i+1) || s.low(i+1) == "that" || s.low(i+1) == "to"
}

// skipAdjuncts passes over what may stand between a cue and its content: "on
// Friday", "in an interview with the paper", "again".
func (s *scan) skipAdjuncts(i int, c *cue) (end int, moved bool) {
	start := i
	for i < s.unit.hi && s.quote[i] < 0 {
		cl, l := s.class(i), s.low(i)
		switch {
		case l == "(":
			for i < s.unit.hi && s.low(i) != ")" {
				i++
			}
			i++
			continue
		case len(l) > 4 && l[len(l)-2:] == "ly" && !s.capital(i) && cl == 0:
			i++
			continue
		case cl&classTime != 0 && i+1 < s.unit.hi && genitive(&s.t.tok[i+1]):
			return i, i > start
		case cl&classTime != 0 && l != "may" || cl&classAdverb != 0 && cl&(classDeterminer|classNegation) == 0 && l != "only" && l != "even":
			i++
			continue
		case s.t.tok[i].kind == dashToken && s.dashAside(i) > i:
			i = s.dashAside(i)
			continue
		case (l == "last" || l == "that" || l == "this" || l == "next" || l == "earlier" || l == "late" || l == "early" || l == "one" || l == "the") && s.class(i+1)&classTime != 0:
			i += 2
			continue
		case l == "the" && s.class(i+2)&classTime != 0 && s.low(i+1) != "last":
			return i, i > start
		case cl&classPreposition != 0 && l != "like" && l != "than" && l != "as" && (c.takes(frameClause | frameQuote)) && !(c.takes(framePreposition) && (l == "of" || l == "about" || l == "for" || l == "against" || l == "over")):
			if l == "to" && s.class(i+1)&(classDeterminer|classPossessive|classObject) == 0 && !s.capital(i+1) && !s.pluralBefore(i+1) {
				return i, i > start
			}
			e := s.prepositionalEnd(i)
			if e < 0 {
				return i, i > start
			}
			i = e
			continue
		}
		break
	}
	i = min(i, s.unit.hi)
	return i, i > start
}

// dashAside returns the end of a short aside between dashes at i, else i.
func (s *scan) dashAside(i int) int {
	for j := i + 1; j < s.unit.hi && j < i+7; j++ {
		if s.quote[j] >= 0 {
			return i
		}
		if s.t.tok[j].kind == dashToken {
			return j + 1
		}
	}
	return i
}

// prepositionalEnd returns the end of a prepositional phrase at i when what
// follows it can be the content of a cue before it, else -1.
func (s *scan) prepositionalEnd(i int) int {
	for j := i + 1; j < s.unit.hi && j < i+30; j++ {
		if s.quote[j] >= 0 {
			if e := s.quoteEnd(j); s.workTitle(j) {
				j = e
				continue
			}
			return j
		}
		cl, l := s.class(j), s.low(j)
		if l == "that" || l == "," || l == ":" || l == "." || l == "whether" || l == "how" || s.t.tok[j].kind == stopToken || s.t.tok[j].kind == dashToken {
			return j
		}
		if c := s.verbAt(j); c != nil && c.kind == kindSay && (c.form == asIng || c.form == asPast && c.takes(frameClause)) && !s.named(j) && s.class(j-1)&classDeterminer == 0 {
			return -1
		}
		if l == "(" {
			for j < s.unit.hi && s.low(j) != ")" {
				j++
			}
			continue
		}
		if cl&classTime != 0 && s.class(j+1)&(classTime|classPreposition) == 0 {
			return j + 1
		}
		if j > i+1 && cl&classPronoun != 0 && cl&(classDeterminer|classObject) == 0 && l != "one" && l != "who" {
			return j
		}
		if cl&(classConjunction|classRelative) != 0 && cl&classPreposition == 0 && l != "who" && l != "which" && l != "when" && l != "where" && cl&classAnd == 0 {
			return j
		}
	}
	return s.unit.hi
}

// workTitle says whether the quotation at i names a work or a programme: its
// longer words have capitals, it is short, and a word before it leads to it.
func (s *scan) workTitle(i int) bool {
	q := s.t.quotes[s.quote[i]]
	if q.hi-q.lo > 10 || !s.isWord(q.open-1) && !genitive(&s.t.tok[max(q.open-1, 0)]) {
		return false
	}
	words := 0
	for k := q.lo; k < q.hi; k++ {
		w := &s.t.tok[k]
		if w.kind == wordToken && len(w.low) > 3 && !w.is(flagCapital) {
			return false
		}
		if w.kind <= numberToken {
			words++
		}
	}
	if words == 1 && q.hi-q.lo == 2 && s.t.tok[q.hi-1].low == "," {
		return s.t.tok[q.lo].is(flagCapital) && (genitive(&s.t.tok[q.open-1]) || s.low(q.open-1) == "of")
	}
	return words > 1
}

// clauseTail returns where the clause of an attribution ends: at the next comma,
// dash, quotation or stop.
func (s *scan) clauseTail(i int) int {
	for i < s.unit.hi {
		if s.quote[i] >= 0 || s.low(i) == "," || s.low(i) == ";" || s.t.tok[i].kind == dashToken || s.t.tok[i].kind == stopToken {
			return i
		}
		i++
	}
	return i
}

// contentEnd returns the end of a content that begins at lo: the end of the unit,
// or where another attribution takes over.
func (s *scan) contentEnd(lo int) int {
	opened := s.quote[lo] >= 0
	for i := lo; i < s.unit.hi; i++ {
		if s.quote[i] >= 0 {
			e := s.quoteEnd(i)
			if opened && i == lo && s.completeQuote(e) && !s.quoteAt(e+1) && !(s.class(e+1)&classAnd != 0 && s.quoteAt(e+2)) {
				return e + 1
			}
			if s.low(s.t.quotes[s.quote[i]].hi-1) == "," && (s.takesOver(e+1) || s.relative && s.finiteAt(e+1)) {
				return e + 1
			}
			i = e
			continue
		}
		l := s.low(i)
		switch {
		case l == ";" && i > lo:
			return i
		case l == "," && i > lo:
			if s.takesOver(i+1) || s.relative && (s.finiteAt(i+1) || s.isWord(i+1) && s.class(i+1)&(classPreposition|classRelative|classConjunction|classAnd|classDeterminer|classPossessive|classAdverb) == 0 && !s.capital(i+1)) {
				return i
			}
		case (l == "and" || l == "but" || l == "then" || l == "while" || l == "although" || l == "though") && i > lo && (s.sharedCueAt(i+1) || s.newClauseAt(i+1)):
			return i
		case (l == "while" || l == "before" || l == "after") && i > lo:
			if c := s.verbAt(i + 1); c != nil && c.kind == kindSay && c.form == asIng {
				return i
			}
		case s.t.tok[i].kind == dashToken && i > lo && lo > s.unit.lo && s.dashBefore(lo):
			return i
		case l == "(" && i == lo:
			return i
		}
	}
	return s.unit.hi
}

func (s *scan) quoteAt(i int) bool { return i < s.unit.hi && s.quote[i] >= 0 }

// dashBefore says whether a dash opened the clause that a content at lo is in.
func (s *scan) dashBefore(lo int) bool {
	for i := lo - 1; i >= s.unit.lo && lo-i < 12; i-- {
		if s.t.tok[i].kind == dashToken && !s.t.tok[i].is(flagGlued) {
			return true
		}
		if s.low(i) == "," || s.quote[i] >= 0 {
			return false
		}
	}
	return false
}

// completeQuote says whether the quotation that ends at e is a statement of its
// own: it ends with a stop, or nothing but more attribution follows.
func (s *scan) completeQuote(e int) bool {
	q := s.t.quotes[s.quote[e]]
	last := s.low(q.hi - 1)
	if last == "," || s.t.tok[q.hi-1].kind == stopToken {
		return true
	}
	return false
}

// takesOver says whether after a comma at i-1 something begins that belongs to
// another attribution: "adding that", "according to", "he said".
func (s *scan) takesOver(i int) bool {
	if i >= s.unit.hi || s.quote[i] >= 0 {
		return false
	}
	j := i
	if s.class(j)&classAnd != 0 || s.low(j) == "but" || s.low(j) == "while" || s.low(j) == "although" || s.low(j) == "though" {
		return s.sharedCueAt(j+1) || s.newClauseAt(j+1)
	}
	for j < s.unit.hi && s.class(j)&classAdverb != 0 {
		j++
	}
	if c := s.verbAt(j); c != nil && c.kind != kindAct && (c.form == asIng || c.form == asPast && c.kind == kindSay && (s.low(j+1) == "that" || s.class(j+1)&classObject != 0 || c.takes(frameClause) && c.takes(frameQuote) && c.lemma != "ask")) {
		return true
	}
	if c, _, ok := s.r.cues.nouns.match(s.t.tok, j); ok && c.takes(frameSource) {
		return true
	}
	return s.parenthetic(i)
}

// finiteAt says whether the verb of a main clause stands at i, behind a relative
// clause that a comma ended: "Smith, who says it is over, called for calm".
func (s *scan) finiteAt(i int) bool {
	if i >= s.unit.hi || s.quote[i] >= 0 {
		return false
	}
	for s.class(i)&classAdverb != 0 && i+1 < s.unit.hi {
		i++
	}
	return s.class(i)&(classAuxiliary|classModal) != 0 || s.formAt(i) == asPast || s.formAt(i) == asThird
}

// newClauseAt says whether a clause with a subject and a verb of speech of its own
// begins at i, behind "and": "… and the envoy vowed to return".
func (s *scan) newClauseAt(i int) bool {
	for n := 0; n < 7 && i < s.unit.hi && s.quote[i] < 0; n, i = n+1, i+1 {
		if !s.isWord(i) && !genitive(&s.t.tok[i]) {
			return false
		}
		if c := s.verbAt(i); c != nil && n > 0 && c.kind == kindSay && (c.form == asPast || c.form == asThird) && (!s.named(i) || s.title) {
			return c.takes(frameClause|frameQuote) && s.class(i-1)&(classDeterminer|classPossessive) == 0 && (c.form == asPast || !c.nounLike())
		}
		if n == 0 && s.class(i)&(classDeterminer|classPronoun|classPossessive) == 0 && !s.capital(i) {
			return false
		}
		if cl := s.class(i); n > 0 && cl&(classPreposition|classConjunction|classModal|classRelative|classObject) != 0 && s.low(i) != "of" && cl&classDeterminer == 0 {
			return false
		}
	}
	return false
}

// parenthetic says whether "he said" or "Smith told reporters on Friday" and then
// an end stands at i.
func (s *scan) parenthetic(i int) bool {
	for n := 0; n < 8 && i < s.unit.hi && s.quote[i] < 0; n, i = n+1, i+1 {
		if c := s.verbAt(i); c != nil && n > 0 && c.kind == kindSay && c.takes(frameQuote) && (c.form == asPast || c.form == asThird) {
			tail := s.clauseTail(i + 1)
			return tail-i < 8 && (tail >= s.unit.hi || s.low(tail) == "," || s.t.tok[tail].kind == stopToken) && s.low(i+1) != "that" && !s.hasComplement(c, i+1, tail)
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) {
			return false
		}
		if s.class(i)&(classConjunction|classRelative|classPreposition) != 0 && s.low(i) != "of" && s.low(i) != "for" {
			return false
		}
	}
	return false
}

func (s *scan) hasComplement(c *cue, i, tail int) bool {
	j, _ := s.skipAdjuncts(i, c)
	return j < tail && (s.class(j)&(classPronoun|classDeterminer|classPossessive) != 0 || s.low(j) == "that" || s.low(j) == "to")
}

// sharedCueAt says whether a verb of speech without a subject of its own stands
// at i: "… and said".
func (s *scan) sharedCueAt(i int) bool {
	for n := 0; n < 4 && i < s.unit.hi; n, i = n+1, i+1 {
		if s.quote[i] >= 0 {
			return false
		}
		if c := s.verbAt(i); c != nil {
			if n > 0 && c.form == asBase && c.kind == kindSay {
				return s.class(i-1)&classNegation != 0
			}
			if c.kind == kindSay && c.form == asIng {
				return s.low(i+1) == "," || s.low(i+1) == "that" || i+1 < s.unit.hi && s.quote[i+1] >= 0
			}
			return c.kind == kindSay && (c.form == asPast || c.form == asThird) && (c.form == asPast || n > 0 || s.low(i+1) == "that" || !c.nounLike()) && s.class(i+1)&classAuxiliary == 0
		}
		if s.class(i)&(classAdverb|classAuxiliary) == 0 {
			return false
		}
	}
	return false
}

// nounEnd cuts a content that is a noun phrase at the first clause after it.
func (s *scan) nounEnd(lo, hi int) int {
	for i := lo + 1; i < hi; i++ {
		if s.quote[i] >= 0 {
			i = s.quoteEnd(i)
			if s.low(s.t.quotes[s.quote[i]].hi-1) == "," && i+1 < hi && !s.quoteAt(i+1) && !s.quoteAt(i+2) {
				return i + 1
			}
			continue
		}
		l, cl := s.low(i), s.class(i)
		if l == "," {
			if e := s.relativeAside(i); e > i {
				i = e
				continue
			}
			if i-lo <= 1 || s.listGoesOn(i, hi) || i-lo < 8 && (s.class(i-2)&classDeterminer != 0 || s.low(i-2) == "as") && s.isWord(i+1) && s.class(i+1) == 0 {
				continue
			}
			return i
		}
		if l == "while" || l == "because" || l == "although" || l == "though" || l == "but" || l == "after" && i > lo+1 || l == "before" && i > lo+1 || l == "when" || l == "if" || l == "unless" || l == "until" {
			return i
		}
		if cl&classAnd != 0 && i+1 < hi && (s.verbAt(i+1) != nil && s.verbAt(i+1).form != asBase && s.verbAt(i+1).form != asIng || s.class(i+1)&(classAuxiliary|classModal) != 0 || s.class(i+1)&classPronoun != 0 && s.class(i+1)&(classDeterminer|classObject) == 0) {
			return i
		}
		if s.t.tok[i].kind == dashToken && l != "-" {
			return i
		}
	}
	return hi
}

// relativeAside returns the comma that ends a relative clause opened at the comma
// i when what it broke off goes on: "praised Smith, who left early, as a friend".
func (s *scan) relativeAside(i int) int {
	if l := s.low(i + 1); l != "who" && l != "which" && l != "whose" {
		return i
	}
	for j := i + 2; j < s.unit.hi && j < i+25; j++ {
		if s.low(j) == "," {
			if l := s.low(j + 1); l == "as" || l == "for" || l == "of" {
				return j
			}
		}
	}
	return i
}

// listGoesOn says whether the comma at i parts the members of a list.
func (s *scan) listGoesOn(i, hi int) bool {
	for j := i + 1; j < hi && j < i+7; j++ {
		if s.class(j)&classAnd != 0 {
			return true
		}
		if s.low(j) == "," {
			return s.listGoesOn(j, hi)
		}
		if s.class(j)&(classAuxiliary|classModal|classRelative|classConjunction|classPronoun) != 0 {
			return false
		}
	}
	return false
}
