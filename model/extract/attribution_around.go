package extract

// leftContent says whether what stands before token i can be the content of a
// cue that follows it: a quotation, or a clause and a comma.
func (s *scan) leftContent(i int) bool {
	k := i - 1
	if k < s.unit.lo {
		return false
	}
	if s.endsQuote(k) {
		return true
	}
	if l := s.low(k); l != "," && s.t.tok[k].kind != dashToken && !(s.quote[k] >= 0 && s.quoteEnd(k) == k && s.low(s.t.quotes[s.quote[k]].hi-1) == ",") {
		return false
	}
	return k-s.unit.lo >= 2 && !s.introOnly(s.unit.lo, k) || s.answers(k)
}

// answers says whether the few words that open the unit up to the comma i answer the question right
// before it, and so are what somebody says: "What does she want? Time, (says Smith)".
func (s *scan) answers(i int) bool {
	lo := s.unit.lo
	if lo <= s.para.lo || s.t.tok[lo-1].low != "?" || s.quote[lo] >= 0 || i <= lo || i-lo > 3 {
		return false
	}
	first := s.class(lo)
	return first&(classConjunction|classPreposition|classTime|classAnd) == 0 && (first&classAdverb == 0 || i-lo > 1) && !(i == lo+1 && s.endsInLy(lo))
}

// introOnly says whether lo to hi is a mere introduction ("On Friday",
// "Asked about it", "However"), and so no content of its own.
func (s *scan) introOnly(lo, hi int) bool {
	if hi-lo < 2 {
		return true
	}
	if s.wholeClause(lo, hi) {
		return false
	}
	first := s.class(lo)
	if first&(classPreposition|classConjunction|classAdverb|classTime) != 0 && first&classDeterminer == 0 {
		// a whole clause after a comma may still follow an introduction
		for i := lo; i < hi; i++ {
			if s.low(i) == "," && hi-i > 4 {
				return s.introOnly(i+1, hi)
			}
		}
		return first&(classConjunction) == 0 || s.low(lo) != "but"
	}
	if s.t.tok[lo].kind == wordToken && (s.formAt(lo) == asIng || s.formAt(lo) == asPast || first&classVerb != 0) {
		return true
	}
	return false
}

// wholeClause says whether a subject and its verb stand in lo to hi although the
// words it begins with could lead in another clause: "About 40 ships have left".
func (s *scan) wholeClause(lo, hi int) bool {
	if s.class(lo)&(classConjunction|classRelative|classTime) != 0 && s.low(lo) != "so" {
		return false
	}
	for i := lo + 2; i < hi && s.quote[i] < 0 && s.low(i) != ","; i++ {
		if s.low(i) == "(" {
			i = s.bracketEnd(i) - 1
			continue
		}
		cl := s.class(i)
		if cl&(classRelative|classConjunction) != 0 && cl&classPreposition == 0 || s.low(i) == "what" || s.low(i) == "how" || s.low(i) == "whether" {
			return false
		}
		if cl&(classAuxiliary|classModal) != 0 && !genitive(&s.t.tok[i]) && s.formAt(i) != asIng && s.class(i-1)&(classPreposition|classPronoun) == 0 && s.low(i-1) != "to" {
			return true
		}
	}
	return false
}

func (s *scan) formAt(i int) cueForm {
	if c := s.verbAt(i); c != nil {
		return c.form
	}
	l := s.low(i)
	switch {
	case len(l) > 5 && l[len(l)-3:] == "ing":
		return asIng
	case len(l) > 4 && l[len(l)-2:] == "ed", l == "used":
		return asPast
	}
	return asBase
}

// endsQuote says whether token k closes a quotation (a comma may stand after it).
func (s *scan) endsQuote(k int) bool {
	if k >= s.unit.lo && s.quote[k] < 0 && (s.low(k) == "," || s.t.tok[k].kind == dashToken) {
		k--
	}
	return k >= s.unit.lo && s.quote[k] >= 0 && s.quoteEnd(k) == k && !s.workTitle(k)
}

// endsClauseQuote says whether token k closes a quotation that ends its clause, as no mere
// word in quotation marks does.
func (s *scan) endsClauseQuote(k int) bool {
	if !s.endsQuote(k) {
		return false
	}
	if s.quote[k] < 0 {
		return true // a comma stands behind it
	}
	return s.t.tok[s.t.quotes[s.quote[k]].hi-1].endsClause()
}

// around returns the content before an attribution that stands at from, and what
// goes on after it at tail: only a quotation when more of the speaker may stand there.
func (s *scan) around(from, tail int, onlyQuote bool) []stretch {
	lo, hi := s.openBracket(s.behindDateline(), from), from
	if s.endsQuote(from - 1) {
		k := from - 1
		if s.quote[k] < 0 {
			k--
		}
		open := s.quoteStart(k)
		hi = k + 1
		// another attribution before the quotation owns what is before it
		fragment := s.isWord(open - 1) // the quotation is only part of the content
		for _, f := range s.found {
			if f.cue.hi == open && f.entry.kind == kindSay && f.entry.takes(frameQuote) && s.t.tok[s.t.quotes[s.quote[k]].lo].is(flagCapital) {
				lo = open // Smith said “…,” she said.
			}
			if fragment {
				continue
			}
			if f.cue.hi <= open && f.cue.lo >= lo {
				lo = open
			}
			for _, c := range f.content {
				if c.hi > lo && c.hi <= open {
					lo = open
				}
			}
		}
		if l := s.low(open - 1); (l == "while" || l == "whereas") && s.low(open-2) == "," { // “…,” she said, while “…,” he said
			lo = open
		}
		if s.introOnly(lo, open) && s.low(open-1) == "," || s.low(open-1) == ":" || s.low(open-1) == "(" {
			lo = open
		}
	}
	if k := hi - 2; k > lo && s.low(hi-1) == "," && s.class(k)&classRelative != 0 && s.low(k) != "that" {
		for i := k - 1; i > lo && i > k-4 && s.isWord(i); i-- {
			if s.low(i-1) == "," {
				lo = i // "some of the crew, most of whom, she said, …"
			}
		}
	}
	out := s.list(s.trim(lo, hi))
	if s.quoteAt(tail) && s.low(tail-1) != ":" && s.endsQuote(from-1) && (s.wholeQuote(tail) || s.titleComma(tail-1)) { // “…,” she said “…”; “…,” she said on “Morning Hour,” “…”
		return append(out, s.trim(tail, s.contentEnd(tail)))
	}
	if tail+1 < s.unit.hi && (s.low(tail) == "," || s.low(tail) == ";" && s.quoteAt(tail+1)) {
		next := tail + 1
		switch {
		case s.quote[next] >= 0, s.endsQuote(from-1) && s.class(next)&classAnd != 0 && s.quoteAt(next+1) && s.t.tok[s.t.quotes[s.quote[next+1]].hi-1].endsClause():
			out = append(out, s.trim(next, s.contentEnd(next)))
		case !onlyQuote && s.endsQuote(from-1) && s.hangs(out[0]) && !s.asides(next): // "Despite its “charm,” she wrote, it is …"
			out = append(out, s.trim(next, s.contentEnd(next)))
		case !onlyQuote && !s.endsQuote(from-1) && (!s.asides(next) || s.saidOf(next) || s.low(from-1) == "," && s.predicateAt(next, from-1)):
			out = append(out, s.trim(next, s.contentEnd(next)))
		}
	}
	return out
}

// titleComma says whether the title of a programme ends at i with the comma that parts it from what
// follows.
func (s *scan) titleComma(i int) bool {
	return i >= s.unit.lo && s.quote[i] >= 0 && s.quoteEnd(i) == i && s.workTitle(i) && s.low(s.t.quotes[s.quote[i]].hi-1) == ","
}

// openBracket goes behind the bracket between lo and hi that nothing closes there, lo for none.
func (s *scan) openBracket(lo, hi int) int {
	for i := hi - 1; i > lo && s.low(i) != ")"; i-- {
		if s.low(i) == "(" {
			return i + 1
		}
	}
	return lo
}

// hangs says whether words that end in a quotation only lead in a clause: "Despite its
// “charm,”".
func (s *scan) hangs(left stretch) bool {
	for s.class(left.lo)&classAdverb != 0 && s.low(left.lo+1) == "," { // "Meanwhile, after the “rite,”"
		left.lo += 2
	}
	leads := s.class(left.lo)&classPreposition != 0 || s.low(left.lo) == "following" || s.low(left.lo) == "ahead"
	if s.quote[left.lo] >= 0 || !leads || s.class(left.lo)&(classConjunction|classDeterminer) != 0 {
		return false
	}
	for i := left.lo; i < left.hi; i++ {
		if s.class(i)&(classAuxiliary|classModal|classVerb) != 0 && !genitive(&s.t.tok[i]) || s.low(i) == "," && s.quote[i] < 0 {
			return false
		}
	}
	return true
}

// wholeQuote says whether the quotation at i ends its clause, as no mere word in
// quotation marks does.
func (s *scan) wholeQuote(i int) bool {
	q := s.t.quotes[s.quote[i]]
	last := max(q.hi-1, q.lo)
	if s.t.tok[last].kind == quoteToken && last > q.lo {
		last-- // “… ‘wait.’”
	}
	return s.t.tok[q.lo].is(flagCapital) && s.t.tok[last].endsClause() && q.hi-q.lo > 2
}

// asides says whether a clause at i only comments on the attribution before it.
func (s *scan) asides(i int) bool {
	cl := s.class(i)
	if cl&(classPreposition|classRelative|classConjunction) != 0 && s.low(i) != "but" {
		return true
	}
	if f := s.formAt(i); (f == asIng || f == asPast) && !s.clauseAt(i, true) {
		return true
	}
	if s.timesBy(i) {
		return true
	}
	if s.class(i)&classAnd != 0 || s.low(i) == "but" {
		return s.verbAt(i+1) != nil || s.class(i+1)&classAdverb != 0 && s.verbAt(i+2) != nil
	}
	return s.low(i) == "citing"
}

// timesBy says whether words at i tell how long before or after something else it was said:
// "hours after the vote", "a day before".
func (s *scan) timesBy(i int) bool {
	for n := 0; n < 3 && (s.class(i)&(classDeterminer|classNumeral) != 0 || s.t.tok[min(i, s.unit.hi-1)].kind == numberToken); n, i = n+1, i+1 {
	}
	switch l := s.low(i); {
	case l == "hours", l == "hour", l == "minutes", l == "moments", s.class(i)&classTime != 0:
	default:
		return false
	}
	return s.low(i+1) == "after" || s.low(i+1) == "before"
}

// saidOf says whether a phrase at i tells more of what is said before the attribution, and not
// of the attribution: "It will last, she said, until May", "He left, she said, to “rest.”".
func (s *scan) saidOf(i int) bool {
	switch s.low(i) {
	case "because", "until", "unless", "if", "so":
		return true
	case "provided":
		return s.low(i+1) == "that" || s.clauseAt(i+1, true)
	case "as":
		return s.low(i+1) == "long" && s.low(i+2) == "as"
	case "on":
		if s.low(i+1) == "condition" {
			return s.low(i+2) == "that" // who is cited "on condition of anonymity" says nothing by that
		}
	case "to":
		return s.class(i+1)&(classDeterminer|classPossessive) == 0 && !s.capital(i+1)
	}
	for k, end := i, s.contentEnd(i); k < end; k++ {
		if s.quote[k] >= 0 {
			return !s.workTitle(k)
		}
		if s.verbAt(k) != nil {
			return false
		}
	}
	return false
}

// trim takes quotation marks and punctuation off the ends of a stretch, so that
// a content of one quotation leaves out its marks.
func (s *scan) trim(lo, hi int) stretch {
	t := s.t
	for lo < hi {
		k := &t.tok[lo]
		if k.kind == punctToken && k.low != "$" && k.low != "#" && k.low != "@" && k.low != "(" && k.low != "[" && k.low != "£" && k.low != "€" || k.kind == dashToken || k.kind == stopToken && k.low != "..." && k.low != "…" {
			lo++
			continue
		}
		break
	}
	for lo < hi {
		k := &t.tok[hi-1]
		if k.low == "," || k.low == ";" || k.low == ":" || k.kind == dashToken || k.kind == stopToken && s.quote[hi-1] < 0 {
			hi--
			continue
		}
		break
	}
	// outer marks of a single quotation
	if lo < hi && s.quote[lo] >= 0 && s.quote[lo] == s.quote[hi-1] {
		q := t.quotes[s.quote[lo]]
		lo, hi = max(lo, q.lo), min(hi, q.hi)
		if hi > lo && t.tok[hi-1].low == "," {
			hi--
		}
	}
	return stretch{lo, hi}
}
