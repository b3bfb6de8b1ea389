package extract

// Verbs that look like a report and only say more of what stands before them, and what they must leave.

// cutShort says whether a past form only tells which source or paper is meant: "according to
// answers posted on a page", "a note posted on Friday read".
func (s *scan) cutShort(c *cue, at stretch) bool {
	if c.form != asPast {
		return false
	}
	for _, f := range s.found {
		if f.entry.takes(frameSource) && f.who.lo < at.lo && at.lo < f.who.hi {
			return true
		}
	}
	if np := s.nounPhraseEnding(at.lo); s.low(np.lo-1) == "," && s.capital(np.lo-2) && !s.capital(np.lo) && s.class(np.lo)&(classDeterminer|classPossessive|classPronoun) == 0 && np.hi-np.lo > 1 {
		if e := s.clauseTail(at.hi); s.low(e) == "," && s.finiteCue(e+1) { // "Smith, head of a board focused on ports, said"
			return true
		}
	}
	if at.lo == s.unit.lo || s.r.heads.word(s.t, at.lo-1)&hPaper == 0 {
		return false
	}
	for i := at.hi; i < s.unit.hi && i < at.hi+8 && s.isWord(i) && s.quote[i] < 0; i++ {
		if d := s.verbAt(i); d != nil && d.takes(frameQuote) && (d.form == asPast || d.form == asThird) && !s.named(i) {
			return s.class(i-1)&(classDeterminer|classPossessive|classPreposition) == 0
		}
		if s.class(i)&(classPronoun|classRelative|classModal) != 0 && s.class(i)&classDeterminer == 0 {
			break
		}
	}
	return false
}

// frontsQuote says whether the quotation before i only ends a phrase that leads in a clause:
// "In a letter to the “harbour family,” (Smith said)".
func (s *scan) frontsQuote(i int) bool {
	k := s.closeBefore(i)
	if k <= s.unit.lo || s.quote[k] < 0 {
		return false
	}
	open := s.quoteStart(k)
	if s.low(open-1) == "," && s.inCapitals(s.t.quotes[s.quote[k]]) { // "In a talk about her book, “A Sea,” (Smith said)"
		open--
	}
	return open > s.behindDateline() && s.hangs(stretch{s.behindDateline(), open})
}

// tells says whether a quotation and who spoke it stand in what is taken for a content, as the
// tag behind it only tells when: "“…,” Smith wrote on Friday, a year, he said, after …".
func (s *scan) tells(content stretch) bool {
	for _, f := range s.found {
		if (f.rule == "quote-verb" || f.rule == "verb-inverted") && content.lo <= f.content[0].lo && f.cue.hi <= content.hi && s.quoteAt(f.content[0].lo) {
			return true
		}
	}
	return false
}

// quoteTold says whether a quotation before i has a tag of its own: "“…,” Smith said, as a gull cried".
func (s *scan) quoteTold(i int) bool {
	n := len(s.found)
	return n > 0 && s.found[n-1].rule == "quote-verb" && s.found[n-1].cue.hi <= i
}

// behindTold leaves out what another said before "while" where one content reaches back over it:
// "Quell called it “bad”, while (Reyl left early, his aides said)".
func (s *scan) behindTold(content stretch) stretch {
	for i := content.lo + 4; i+1 < content.hi; i++ {
		if s.low(i) != "," || s.low(i+1) != "while" || s.quote[i] >= 0 {
			continue
		}
		for _, f := range s.found {
			if f.cue.lo > content.lo && f.content[0].lo >= f.cue.hi && f.content[len(f.content)-1].hi <= i && f.entry.kind == kindSay && s.capital(f.who.lo) {
				return stretch{i + 2, content.hi}
			}
		}
	}
	return content
}

// behindLeadIn leaves out the writer's own clause before a colon that leads to what he or she said:
// "Her mate disagreed: (let them talk), he said".
func (s *scan) behindLeadIn(content, who stretch) stretch {
	if who.hi != who.lo+1 || pronounOf(s.low(who.lo)) == "" || content.lo != s.behindDateline() {
		return content
	}
	for i := content.lo + 2; i+1 < content.hi; i++ {
		if s.low(i) == ":" && s.quote[i] < 0 {
			return stretch{i + 1, content.hi}
		}
	}
	return content
}

// handed says whether what ends before i is a paper that somebody was given, and did not write:
// "(who) was handed a note (calling it a theft)".
func (s *scan) handed(i int) bool {
	if i <= s.unit.lo || s.r.heads.word(s.t, i-1)&hPaper == 0 {
		return false
	}
	for k := i - 2; k > s.unit.lo && i-k < 6; k-- {
		switch s.low(k) {
		case "handed", "given", "shown", "sent", "passed":
			return s.passive(s.groupStart(k), k)
		}
	}
	return false
}

// closeBefore returns the last token of the quotation that ends before i, perhaps with a comma
// between.
func (s *scan) closeBefore(i int) int {
	if i--; s.quote[i] < 0 {
		i--
	}
	return i
}

// enumerates says whether what stands before a subject is the first of a list that the
// subject ends, and not what was said: "Envoys of A, B and C agreed on it".
func (s *scan) enumerates(content []stretch, who stretch) bool {
	if len(content) != 1 || content[0].lo != s.behindDateline() || content[0].hi+1 != who.lo {
		return false
	}
	and := false
	for i := who.lo; i < who.hi; i++ {
		and = and || s.low(i) == "and"
	}
	for i := content[0].lo; i < content[0].hi; i++ {
		and = and && (s.capital(i) || !s.finiteAt(i))
	}
	return and && s.capital(content[0].hi-1)
}

// ofRelative says whether the verb group at i belongs to a relative that is its subject:
// "the firm, which maintains the line", whose content never stands before it.
func (s *scan) ofRelative(i int) bool {
	return i > s.unit.lo && (s.low(i-1) == "who" || s.low(i-1) == "which")
}

// taken says whether an attribution before has the quotation that ends at token k
// for its content.
func (s *scan) taken(k int) bool {
	for k > s.unit.lo && s.quote[k] < 0 {
		k--
	}
	for _, f := range s.found {
		for _, c := range f.content {
			if f.cue.hi <= c.lo && c.lo < k && k <= c.hi+1 {
				return true
			}
		}
	}
	return false
}

// describedIn says whether what was taken for a subject is the verb of speech that a clause
// follows, so that the participle behind it is of that clause: "and signalled (long promised aid)".
func (s *scan) describedIn(sub subject) bool {
	if sub.who.hi-sub.who.lo != 1 || s.capital(sub.who.lo) || s.class(sub.who.lo-1)&classAnd == 0 {
		return false
	}
	c := s.verbAt(sub.who.lo)
	return c != nil && c.kind == kindSay && c.form == asPast && c.takes(frameClause)
}

// names says whether a participle only tells the name of the thing before it: "a course
// called “The Sea”".
func (s *scan) names(c *cue, at stretch, sub subject) bool {
	last := sub.who.hi - 1
	if !c.takes(framePassive) || c.takes(frameClause) || s.capital(last) || s.class(last)&(classPronoun|classRelative) != 0 || s.low(sub.start-1) == "what" || s.class(sub.start-1)&classRelative != 0 {
		return false
	}
	i := at.hi
	if s.low(i) == "the" {
		i++
	}
	return s.quoteAt(i) && s.inCapitals(s.t.quotes[s.quote[i]])
}

// sworn says whether a participle that ends at i only tells what people are by what they said,
// as nobody stands before it who could have said it: "60 pledged delegates", "a few invited guests".
func (s *scan) sworn(c *cue, who stretch, i int) bool {
	last := who.hi - 1
	if i >= s.unit.hi || !c.takes(frameClause) || s.capital(last) || s.speaks(last) || s.class(last)&(classPronoun|classRelative) != 0 && s.class(last)&classDeterminer == 0 {
		return false
	}
	return !s.capital(i) && s.class(i) == 0 && s.pluralBefore(i) && s.speaks(i) && !s.clauseAt(i, true) || s.t.tok[last].kind == numberToken && s.speaks(i)
}
