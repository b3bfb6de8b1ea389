package extract

// subjectKind says how the subject of a cue was found.
type subjectKind uint8

const (
	subjectNone   subjectKind = iota
	subjectOwn                // stands before the cue
	subjectShared             // that of an earlier verb: "described … but admitted"
)

// subject is who does a cue.
type subject struct {
	kind  subjectKind
	spans []stretch
	who   stretch
	start int // where the attribution begins
}

// subject finds who does the verb group that begins at group.
func (s *scan) subject(c *cue, group int, at stretch) subject {
	k := group - 1
	if c.lemma == "say" && c.form == asBase && group == at.lo {
		if who, ok := s.whoseWord(group); ok {
			return subject{subjectOwn, s.list(who), who, who.lo}
		}
	}
	if s.low(group) == "to" && group < at.lo {
		if s.grantedTime(group) {
			return subject{kind: subjectNone, start: group}
		}
		if sub := s.moved(group); sub.kind != subjectNone {
			return sub
		}
		if sub := s.driven(group); sub.kind != subjectNone {
			return sub
		}
		return s.shared(group)
	}
	switch {
	case k < s.unit.lo, c.form == asIng && (s.class(k)&(classPreposition|classConjunction) != 0 || s.low(k-1) == "at" && s.low(k) == "times" || s.low(k-2) == "at" && (s.low(k) == "point" || s.low(k) == "moment")): // "answered by saying", "fumed, at times calling", "at one point calling"
		return s.shared(group)
	case s.quote[k] >= 0:
		if q := s.t.quotes[s.quote[k]]; s.workTitle(k) && s.low(q.hi-1) == "," && c.form != asIng { // 'Smith, host of "Morning Hour," said'
			return s.beforeAside(q.hi-1, group)
		}
		if who := s.aroundAside(c, at, k); who.hi > who.lo && c.form != asIng {
			return subject{subjectOwn, s.list(who), who, who.lo}
		}
		if open := s.quoteStart(k); c.form != asIng && s.isWord(open-1) && !s.endsClauseQuote(k) {
			if np := s.nounPhraseEnding(open); np.lo < np.hi { // 'her club “The Bay” says', 'this “reporter” has said'
				np.hi = k + 1
				return subject{subjectOwn, s.list(np), np, np.lo}
			}
		}
		return s.shared(group)
	case s.low(k) == "who" || s.low(k) == "which" || s.low(k) == "that" && s.class(k-1)&classPreposition == 0:
		if who, ok := s.antecedent(k); ok {
			if s.quotesWhatItBears(at, k) || s.low(k) == "which" {
				who.lo = s.ownerStart(who)
			} else {
				who.lo = s.nameBehind(stretch{s.behindVerb(who), who.hi})
			}
			if s.class(who.lo-1)&classModal != 0 && !s.capital(who.lo) && who.hi-who.lo > 1 {
				who.lo++ // "(would) suit Altland (, which)"
			}
			if s.progressive(who) && who.hi-who.lo > 1 {
				who.lo++ // "(is) running an ad (that)"
			}
			return subject{subjectOwn, s.list(who, stretch{k, k + 1}), who, who.lo}
		}
		return subject{subjectOwn, s.list(stretch{k, k + 1}), stretch{k, k + 1}, k}
	case s.low(k) == "others" && s.class(k-1)&classAnd != 0 && s.capital(k-2): // "Smith and others"
		np := s.nounPhraseEnding(k - 1)
		np.hi = k + 1
		return subject{subjectOwn, s.list(np), np, np.lo}
	case s.low(k) == "one" && s.low(k-1) == "no":
		return subject{subjectOwn, s.list(stretch{k - 1, k + 1}), stretch{k - 1, k + 1}, k - 1}
	case s.withHer(k):
		return s.shared(group)
	case s.aboutIt(k):
		np := s.nounPhraseEnding(k - 1)
		np.hi = k + 1
		return subject{subjectOwn, s.list(np), np, np.lo}
	case s.class(k)&classPronoun != 0:
		return subject{subjectOwn, s.list(stretch{k, k + 1}), stretch{k, k + 1}, k}
	case s.low(k) == "," || s.low(k) == ")" || s.dashAt(k):
		if c.form == asIng {
			if sub := s.withDoer(k); sub.kind != subjectNone {
				return sub
			}
			if sub := s.withNamed(k); sub.kind != subjectNone {
				return sub
			}
			if sub := s.lastDoer(k); sub.kind != subjectNone {
				return subject{subjectShared, sub.spans, sub.who, group}
			}
			return s.shared(group)
		}
		if c.takes(frameQuote) && s.low(k) == "," {
			if who := s.behindQuote(k); who.hi > who.lo {
				return subject{subjectOwn, s.list(who), who, who.lo}
			}
		}
		return s.beforeAside(k, group)
	case s.class(k)&(classAnd|classConjunction) != 0 || s.low(k) == "then":
		return s.shared(group)
	case !s.isWord(k) && !genitive(&s.t.tok[k]) && s.low(k) != "%":
		return s.shared(group)
	}
	np := s.nounPhraseEnding(k + 1)
	if np.lo >= np.hi {
		return s.shared(group)
	}
	if c.takes(frameQuote) {
		np = s.backToQuote(np)
	}
	if s.low(np.lo-1) == "nor" && s.low(np.lo-3) == "neither" { // "Neither he nor Smith"
		np.lo -= 3
		return subject{subjectOwn, s.list(np), np, np.lo}
	}
	if who := s.headOfRelative(np); who.hi > who.lo && c.form != asIng {
		return subject{subjectOwn, s.list(who), who, who.lo}
	}
	np = s.withList(s.behindHead(s.behindAfter(s.withRelative(np))))
	if c.takes(frameQuote) && (s.low(np.lo-1) == "," && s.capital(np.lo-2) || s.class(np.lo-1)&classAnd != 0 && s.low(np.lo-2) == ",") {
		if who := s.behindQuote(group); who.hi > who.lo { // “…,” Smith, a pilot who left early said
			return subject{subjectOwn, s.list(who), who, who.lo}
		}
	}
	if c.form == asIng && s.leadsIn(np.lo) { // "Smith was caught on a tape telling"
		return s.subject(c, s.groupStart(np.lo), stretch{np.lo, np.lo + 1})
	}
	if s.progressive(np) {
		if c.form == asBase { // "Smith is choosing not to reply"
			return s.subject(c, s.groupStart(np.lo), stretch{np.lo, np.lo + 1})
		}
		return s.shared(group)
	}
	if c.form == asThird && c.nounToo && group == at.lo && s.ofPerfect(np) {
		return subject{} // "has left a share in fund terms"
	}
	if v := s.verbAt(np.lo - 1); c.form == asIng && group == at.lo && v != nil && v.form == asPast && (v.takes(frameAddressee) || v.lemma == "email") {
		return s.shared(group) // "emailed supporters saying"
	}
	if c.form == asIng && s.afterTime(group, at.lo) == at.lo && (s.overVerb(np) || s.perfect(np) || s.cameAway(np)) {
		return s.shared(group)
	}
	return subject{subjectOwn, s.list(np), np, np.lo}
}

// progressive says whether a phrase begins with the participle of a verb whose helper
// stands before it: "(is) weighing a ban", "(is) choosing".
func (s *scan) progressive(np stretch) bool {
	return np.lo > s.unit.lo && np.lo < np.hi && s.formAt(np.lo) == asIng && !s.capital(np.lo) && s.class(np.lo)&(classPreposition|classDeterminer|classPronoun) == 0 &&
		s.hasHelper(s.groupStart(np.lo), np.lo) && s.class(np.lo-1)&classModal == 0
}

// perfect says whether a phrase begins with the participle of a verb whose helper stands
// before it: "(has) drawn huge crowds".
func (s *scan) perfect(np stretch) bool {
	return np.lo > s.unit.lo && np.hi-np.lo > 1 && !s.hasPreposition(np) && !s.capital(np.hi-1) && (s.formAt(np.lo) == asPast || s.class(np.lo)&classVerb != 0) && s.class(np.lo-1)&classAuxiliary != 0 && !s.genitiveAt(np.lo-1)
}

// behindAfter cuts a subject to what stands behind a conjunction of time in it:
// "rejected ceding land after Smith spoke of" has Smith for the speaker.
func (s *scan) behindAfter(np stretch) stretch {
	for i := np.hi - 2; i > np.lo; i-- {
		switch s.low(i) {
		case "after", "before", "when", "while", "since":
			if s.r.heads.word(s.t, np.lo+1)&hPaper != 0 && s.class(np.lo)&classDeterminer != 0 && s.formAt(i-1) == asPast {
				return np // "A letter issued after the talks (said)"
			}
			if s.capital(i+1) && (s.low(i) != "since" || s.class(i+1)&classTime == 0) || s.low(i+1) == "the" && s.capital(i+2) && i+2 < np.hi || s.speaks(np.hi-1) {
				return stretch{i + 1, np.hi}
			}
		}
	}
	return np
}

// withList widens two joined names by those that commas part from them: "Smith(, Jones
// and Miller)".
func (s *scan) withList(np stretch) stretch {
	joined := false
	for i := np.lo; i < np.hi; i++ {
		joined = joined || s.class(i)&classAnd != 0
	}
	for joined && s.capital(np.lo) && s.low(np.lo-1) == "," {
		i := np.lo - 2
		for i >= s.unit.lo && i > np.lo-7 && (s.capital(i) && s.class(i)&classTime == 0 || i < np.lo-2 && s.r.who.noun(&s.t.tok[i])&nounParticle != 0) {
			i--
		}
		of := i
		if s.class(of)&classDeterminer != 0 {
			of--
		}
		if i < np.lo-2 && s.low(of) == "of" && s.pluralBefore(of-1) { // "the leaders of the UK, …"
			np.lo = of + 1
			break
		}
		if i < np.lo-2 && s.low(i) == "including" {
			np.lo = i + 1
			break
		}
		if i == np.lo-2 || i >= s.unit.lo && s.low(i) != "," && s.class(i)&(classConjunction|classAnd) == 0 {
			break
		}
		np.lo = i + 1
	}
	if all := s.nounPhraseEnding(np.lo - 1); joined && s.low(np.lo-1) == "including" && !all.empty() && s.pluralBefore(all.hi-1) {
		np.lo = all.lo // "mayors including Smith, Jones and Miller"
	}
	return np
}

// speaks says whether the common noun at i is of somebody: "officials", "government".
func (s *scan) speaks(i int) bool {
	return s.class(i)&classTitle != 0 || s.r.who.noun(&s.t.tok[i])&(nounUnnamed|nounOrgan) != 0
}

// withRelative widens a subject that is the rest of a relative clause by what the
// clause is about: "the board that runs the harbour".
func (s *scan) withRelative(np stretch) stretch {
	rel := np.lo - 1
	if rel-1 < s.unit.lo || s.class(rel)&classRelative == 0 || s.class(rel)&classConjunction != 0 || !s.isWord(rel-1) || s.verbAt(rel-1) != nil || s.capital(np.lo) {
		return np
	}
	if np.hi == np.lo+1 && s.class(rel-1)&classPreposition == 0 && s.class(np.lo) == 0 && s.verbAt(np.lo) == nil {
		return np // "a cove that locals (say)": it has a subject of its own
	}
	if l := s.low(np.lo); s.class(np.lo)&(classAuxiliary|classVerb) == 0 && s.formAt(np.lo) != asPast && (len(l) < 3 || l[len(l)-1] != 's') {
		return np
	}
	if head := s.nounPhraseEnding(rel); head.lo < head.hi && s.nounish(head) {
		return stretch{head.lo, np.hi}
	}
	return np
}

// backToQuote widens a subject to the end of a quotation shortly before it when
// nothing but more of its name stands between: “…,” the head of X and Y said.
func (s *scan) backToQuote(np stretch) stretch {
	for i := np.lo - 1; i >= s.unit.lo && np.lo-i < 30; i-- {
		if s.quote[i] >= 0 {
			if q := s.t.quotes[s.quote[i]]; i+1 < np.lo && s.class(i+1)&(classConjunction|classAnd) == 0 && s.low(i+1) != "as" && s.quoteEnd(i) == i && s.t.tok[q.hi-1].endsClause() {
				return stretch{i + 1, np.hi}
			}
			return np
		}
		if !s.isWord(i) && !genitive(&s.t.tok[i]) && (s.low(i) != "-" || !s.t.tok[i].is(flagGlued)) || s.finiteCue(i) && s.verbAt(i).takes(frameClause|frameQuote) || s.class(i)&(classAuxiliary|classModal|classPronoun|classRelative) != 0 && !genitive(&s.t.tok[i]) {
			return np
		}
	}
	return np
}

// antecedent finds the noun phrase that "who" at k is about.
func (s *scan) antecedent(k int) (stretch, bool) {
	hi := k
	if s.class(hi-1)&classAnd != 0 { // "Smith, who left and who called it late"
		for i := hi - 2; i > s.unit.lo && hi-i < 20 && s.quote[i] < 0; i-- {
			if s.low(i) == s.low(k) {
				return s.antecedent(i)
			}
		}
	}
	if l := s.low(hi - 1); l == "," || l == "(" || s.dashAt(hi-1) {
		hi--
	}
	np := s.nounPhraseEnding(hi)
	for i := np.lo + 1; i+1 < np.hi && s.low(k) == "who"; i++ {
		if s.low(i) == "by" && s.formAt(i-1) == asPast && !s.capital(i-1) { // "applauded by aides who"
			np.lo = i + 1
		}
	}
	if s.low(np.lo) == "according" && s.low(np.lo+1) == "to" && np.hi > np.lo+2 {
		np.lo += 2
	}
	if l := s.low(np.lo - 1); hi < k && (l == "then" || l == "now") && s.low(np.lo-2) == "," && s.capital(np.lo-3) { // "Ada Quell, then the mayor, who"
		if name := s.nounPhraseEnding(np.lo - 2); name.lo < name.hi && s.capital(name.hi-1) {
			return name, true
		}
	}
	if s.class(np.lo)&classDeterminer != 0 && hi < k && s.low(np.lo-1) == "," && s.capital(np.lo-2) && s.class(np.lo-2)&classTime == 0 { // "Ada Quell, a pilot, who"
		if name := s.nounPhraseEnding(np.lo - 1); name.hi-name.lo > 1 && s.capital(name.lo) {
			return name, true
		}
	}
	return np, np.lo < np.hi
}

// behindVerb returns where the object of a verb begins in a phrase that reached back
// over it: "The board met Smith(, who …)".
func (s *scan) behindVerb(np stretch) int {
	for i := np.hi - 2; i > np.lo; i-- {
		next := s.class(i + 1)
		if s.class(i)&classVerb != 0 || s.class(i) == 0 && !s.capital(i) && s.formAt(i) == asPast && (s.capital(i+1) || next&(classDeterminer|classPossessive) != 0) {
			return i + 1
		}
	}
	return np.lo
}

// issuer finds who issued the paper that a verb makes speak: "Smith released a
// statement saying …". None when the paper is nobody's object.
func (s *scan) issuer(sub subject, c *cue) subject {
	if sub.kind != subjectOwn || c.form != asIng && s.class(sub.spans[len(sub.spans)-1].lo)&classRelative == 0 {
		return subject{}
	}
	for i := sub.who.lo; i < sub.who.hi; i++ {
		if !s.wordIs(i, reportPaper) {
			continue
		}
		if l := s.low(i + 1); (l == "from" || l == "by") && i+2 < sub.who.hi && s.capital(sub.who.hi-1) { // "a letter from Smith that says"
			who := stretch{i + 2, sub.who.hi}
			return subject{subjectOwn, s.list(who), who, who.lo}
		}
		if i > s.unit.lo {
			return s.givenBy(i)
		}
	}
	return subject{}
}

// owns says whether a phrase only names an owner, and so no subject: "his", "the mayor's".
func (s *scan) owns(who stretch) bool {
	last := who.hi - 1
	return who.lo <= last && (genitive(&s.t.tok[last]) || who.lo == last && s.class(last)&classPossessive != 0)
}
