package extract

// readHeaded reads the quotation q, which opens at i behind a colon, where the words
// before the colon name nobody as their subject: "From the mayor's letter: “…”" has its
// speaker there, "On the budget: “…”" is noted for when it is known who spoke before.
func (s *scan) readHeaded(i int, q quotation) (attribution, bool) {
	lo, colon := s.behindDateline(), i-1
	if s.class(lo)&classAnd != 0 && s.class(lo+1)&classPreposition != 0 { // "And of the plan: “…”"
		lo++
	}
	a := attribution{cue: stretch{colon, i}, content: s.list(s.t.unquoted(q)), entry: labelCue, rule: "headed"}
	from := lo
	if s.low(lo+1) == "from" { // "This from Smith:"
		from++
	}
	if s.low(from) == "from" {
		if a.who = s.sender(from+1, colon); a.who.hi > a.who.lo {
			a.speaker = s.list(a.who)
			return a, true
		}
		return a, false
	}
	if who := s.byline(lo, colon); who.hi > who.lo {
		a.who, a.speaker = who, s.list(who)
		return a, true
	}
	if who, ok := s.owner(colon - 1); ok && who.lo == lo { // "Smith's answer: “…”"
		a.who, a.speaker = who, s.list(who)
		return a, true
	}
	if s.namesNobody(lo, colon) {
		a.cue = stretch{i, i}
		if a.who = s.lastNamed(); a.who.hi > a.who.lo {
			a.speaker = s.list(a.who)
		}
		s.lone = append(s.lone, a)
	}
	return a, false
}

// byline finds who is named at the end of a heading, behind a dash: "HARBOUR TO CLOSE -
// Jane Smith: “…”". It is empty where lo to hi names nobody there.
func (s *scan) byline(lo, hi int) stretch {
	for i := hi - 1; i > lo; i-- {
		if s.t.tok[i].kind == dashToken && !s.t.tok[i].is(flagGlued) {
			who := stretch{i + 1, hi}
			if s.capital(who.lo) && s.speakerLabel(who.lo, who.hi) && s.class(who.lo)&classTime == 0 {
				return who
			}
			break
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && s.low(i) != "-" && s.low(i) != "&" {
			break
		}
	}
	return stretch{}
}

// sender finds whose words come from what lo to hi names: "Ada Quell", "the mayor's
// letter to the board".
func (s *scan) sender(lo, hi int) stretch {
	for i := lo; i < hi; i++ {
		if genitive(&s.t.tok[i]) {
			return stretch{lo, i + 1}
		}
	}
	if s.class(lo)&classPossessive != 0 {
		return stretch{lo, lo + 1}
	}
	end := lo
	for end < hi && (s.isWord(end) || s.low(end) == "-") && (end == lo || s.class(end)&(classPreposition|classRelative) == 0 || s.low(end) == "of") {
		end++
	}
	return stretch{lo, end}
}

// namesNobody says whether lo to hi is a heading without a verb and without a speaker:
// "On the budget", "In 2012", "Key line", "The harbour".
func (s *scan) namesNobody(lo, hi int) bool {
	if hi-lo > 8 || lo >= hi {
		return false
	}
	comma := false
	for i := lo; i < hi; i++ {
		if s.low(i) == "," {
			comma = true
			continue
		}
		if comma && s.capital(i) && !s.capital(i-1) && s.class(i-1)&classPreposition == 0 {
			return false // "In 2012, Smith: “…”"
		}
		if s.class(i)&(classAuxiliary|classModal|classVerb|classPronoun) != 0 && s.class(i)&classDeterminer == 0 && !genitive(&s.t.tok[i]) || s.verbAt(i) != nil && s.formAt(i) != asBase || i > lo && s.finiteUnlisted(i) || !s.isWord(i) && s.low(i) != "." && !genitive(&s.t.tok[i]) {
			return false
		}
	}
	if s.class(lo)&(classPreposition|classTime|classAdverb) != 0 && s.class(lo)&classDeterminer == 0 || s.t.tok[lo].kind == numberToken {
		return true
	}
	head := &s.t.tok[hi-1]
	return !comma && !head.is(flagCapital) && s.class(hi-1) == 0 && s.r.who.noun(head)&(nounUnnamed|nounOrgan|nounTitle) == 0 && s.r.lex.of(head)&(classBody|classTitle) == 0 && head.kind == wordToken && !s.capitalIn(lo+1, hi)
}

func (s *scan) capitalIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.capital(i) {
			return true
		}
	}
	return false
}

// lastNamed finds whom one of the sentences before the unit is about, nearest first.
func (s *scan) lastNamed() stretch {
	unit := s.unit
	defer s.enter(unit)
	for lo := unit.lo; lo > 0 && s.t.tok[unit.lo].sent-s.t.tok[lo-1].sent <= farthest; lo = s.unit.lo {
		s.enter(s.t.sentence(lo - 1))
		who := s.opening(s.unit.hi)
		for i := who.lo + 1; i < who.hi; i++ {
			if genitive(&s.t.tok[i]) && s.capital(i-1) { // "Smith's plan is bold"
				return stretch{who.lo, i + 1}
			}
		}
		if who.hi < s.unit.hi-1 && s.capital(who.hi-1) && s.person(who) {
			return who
		}
	}
	return stretch{}
}

// farthest is how many sentences a heading may stand behind whom its quotation is of.
const farthest = 12

// headedAt completes what was noted of the quotation that opens at a token behind a
// heading: who spoke last speaks there, and where nobody did, whom the text was about.
func headedAt(t *text, lone, all []attribution, cued, open int) (attribution, bool) {
	a, ok := loneAt(lone, open)
	if !ok || a.rule != "headed" {
		return attribution{}, false
	}
	if n := len(all); n > cued && all[n-1].rule == "headed" && t.tok[open].sent-t.tok[all[n-1].cue.lo].sent <= farthest {
		a.speaker, a.who = all[n-1].speaker, all[n-1].who // the heading before
		return a, true
	}
	lastSpeaker(t, &a, all[:cued], open)
	return a, len(a.speaker) > 0
}
