package extract

// readExpected reads "Smith is expected to leave": nobody says who expects it.
func (s *scan) readExpected(c *cue, at stretch, group int) (attribution, bool) {
	sub := s.subject(c, group, at)
	if sub.kind != subjectOwn {
		return attribution{}, false
	}
	a := attribution{cue: stretch{group, at.hi}, entry: c, rule: "verb-passive"}
	a.content = s.list(sub.who, s.trim(at.hi, s.contentEnd(at.hi)))
	return a, true
}

// readAsked reads a question told in the passive: "asked by a reporter whether …",
// "when asked about …". Without "by" nobody is named.
func (s *scan) readAsked(c *cue, at stretch) (attribution, bool) {
	a := attribution{cue: at, entry: c, rule: "verb-asked", inner: true}
	if c.lemma == "press" {
		a.entry = pressedCue
	}
	j := at.hi
	if s.low(j) == "by" {
		end := s.addressee(j + 1)
		if end == j+1 {
			return a, false
		}
		a.who = stretch{j + 1, end}
		a.speaker = s.list(a.who)
		j = end
	}
	j, _ = s.skipAdjuncts(j, c)
	if j >= s.unit.hi {
		return a, false
	}
	switch l := s.low(j); {
	case l == "to" && len(a.speaker) == 0:
		group := s.groupStart(at.lo)
		sub := s.subject(c, group, at)
		if !s.passive(group, at.lo) || sub.kind != subjectOwn {
			return a, false // an errand that nobody gave
		}
		a.cue = stretch{group, at.hi}
		a.content = s.list(sub.who, s.trim(j, s.contentEnd(j)))
		return a, true
	case s.quote[j] >= 0:
		a.content = s.list(s.trim(j, s.quoteEnd(j)+1))
		return a, true
	case l == "," && s.quoteAt(j+1):
		a.content = s.list(s.trim(j+1, s.quoteEnd(j+1)+1))
		return a, true
	case l == "about", l == "on" && c.lemma == "press":
		j++
	case l != "whether" && l != "if" && l != "why" && l != "how" && l != "what" && l != "which" && l != "who" && l != "to":
		return a, false
	}
	end := j
	for end < s.unit.hi && s.low(end) != "," && s.t.tok[end].kind != stopToken && s.t.tok[end].kind != dashToken {
		if s.quote[end] >= 0 {
			end = s.quoteEnd(end)
			if s.low(s.t.quotes[s.quote[end]].hi-1) == "," { // "Asked whether it was “useful,” she said"
				end++
				break
			}
		}
		end++
	}
	a.content = s.list(s.trim(j, min(end, s.unit.hi)))
	return a, true
}

// readTold reads "She was told to “go home”", "told that …": nobody says who told her,
// unless "by" does.
func (s *scan) readTold(c *cue, at stretch, group int) (attribution, bool) {
	a := attribution{cue: stretch{group, at.hi}, entry: c, rule: "passive", inner: true}
	i := at.hi
	if s.low(i) == "by" {
		i = s.addressee(at.hi + 1)
		a.who = stretch{at.hi + 1, i}
		a.speaker = s.list(a.who)
	}
	if l := s.low(i); (l != "to" || !s.quoteAt(i+1)) && l != "that" && !s.quoteAt(i) && (l != "," && l != ":" || !s.quoteAt(i+1)) || a.speaker != nil && a.who.hi <= a.who.lo {
		return a, false
	}
	end := s.contentEnd(i)
	if s.low(i) == "to" {
		end = s.quoteEnd(i+1) + 1
	}
	if l := s.low(i); l == "," || l == ":" {
		i, end = i+1, s.contentEnd(i+1)
	}
	a.content = s.list(s.trim(i, end))
	return a, true
}

// readPassive reads what is said of the subject: "is known as …", "was accused of
// …", "has been called “…” by the mayor". The subject and what is said of it are the
// content; who says it is named behind "by", or nobody.
func (s *scan) readPassive(c *cue, at stretch, group int) (attribution, bool) {
	a := attribution{entry: c, rule: "passive", inner: true}
	if c.lemma == "see" && s.low(at.hi) == "by" && s.pressAt(at.hi+1) {
		return a, false // "a copy was seen by this newspaper"
	}
	if l := s.low(group); l == "being" || l == "to" {
		return a, false // "being called names": no clause of its own
	}
	if c.lemma == "call" && s.class(at.hi+1)&classTime != 0 {
		return a, false // "were called that evening"
	}
	sub := s.subject(c, group, at)
	it := sub.kind != subjectNone && s.low(sub.who.lo) == "it" && sub.who.hi == sub.who.lo+1
	if it && s.low(at.hi) == "that" && c.kind == kindSay && c.takes(frameClause) && !c.takes(frameAddressee) && !s.hasClass(group, at.lo, classModal) {
		s.opens = s.opensUnit(sub.start) // "When it was reported that the port was shut, (the crowd left)"
		a.cue, a.content = stretch{group, at.hi}, s.list(s.trim(at.hi, s.contentEnd(at.hi)))
		s.opens = false
		return a, true // "It was stressed that"
	}
	if sub.kind == subjectNone || it {
		return a, false
	}
	a.cue = stretch{s.afterTime(group, at.lo), at.hi}
	rest := at.hi
	var end int
	switch l := s.low(at.hi); {
	case l == "by":
		if !(c.kind == kindSay && c.takes(frameNoun) && !c.takes(frameAs) || c.takes(framePassive)) {
			return a, false
		}
		by := s.addressee(at.hi + 1)
		if by <= at.hi+1 {
			return a, false
		}
		a.who = stretch{at.hi + 1, by}
		rest, end = by, by
		if l := s.low(by); l == "as" || l == "of" || l == "for" {
			end = s.nounEnd(by, s.contentEnd(by))
		}
	case !c.takes(framePassive) || c.takes(frameAs) && l != "as":
		return a, false
	case l == "as" || l == "of" || l == "for" || l == "to" && s.low(at.hi+1) != "the" || s.quoteAt(at.hi) || c.takes(frameNoun) && s.class(at.hi)&(classDeterminer|classPossessive) != 0:
		end = s.nounEnd(rest, s.contentEnd(rest))
	default:
		return a, false
	}
	if s.class(group-1)&classRelative != 0 || s.low(group-1) == "that" { // "what was described as “a joke” was no joke"
		end = s.fusedEnd(rest, end)
		end = s.verbAhead(rest, end)
	}
	for i := rest; i < end; i++ {
		if s.quote[i] >= 0 {
			if i = s.quoteEnd(i); s.low(i+1) == "by" { // "called “…” by the mayor"
				end = i + 1
			}
		}
	}
	if by := s.namedBy(rest, end); s.low(at.hi) == "as" && by > 0 {
		end = by
	}
	if s.low(end) == "by" {
		if by := s.addressee(end + 1); by > end+1 {
			a.who = stretch{end + 1, by}
		}
	}
	if a.who.hi > a.who.lo {
		a.speaker = s.list(a.who)
	}
	a.content = s.list(sub.who, s.trim(rest, end))
	return a, true
}

// namedBy finds the "by" before somebody the directory knows at the end of what is said of a
// subject: "billed as a truce by Moscow". 0 for none.
func (s *scan) namedBy(lo, hi int) int {
	hi = s.t.withoutStop(stretch{lo, hi}).hi
	for i := hi - 2; i > lo; i-- {
		if s.low(i) == "by" {
			if ms := s.r.who.mentions(s.t, i+1, hi); len(ms) == 1 && ms[0].hi == hi && s.addressee(i+1) == hi {
				return i
			}
			return 0
		}
	}
	return 0
}

// asSaying returns the verb of "as saying" behind "quoted" that ends at i, 0 for none.
func (s *scan) asSaying(i int) int {
	for k := i; k < i+10 && k+1 < s.unit.hi && s.quote[k] < 0 && s.low(k) != "," && s.t.tok[k].kind != stopToken; k++ {
		if c := s.verbAt(k + 1); s.low(k) == "as" && c != nil && c.form == asIng && c.kind == kindSay {
			return k + 1
		}
	}
	return 0
}

// readQuotedAs reads "Smith was quoted by the paper as saying that …" and "the paper
// quoted Smith as saying, “…”": Smith speaks, whoever quotes him.
func (s *scan) readQuotedAs(c *cue, at stretch, group, v int) (attribution, bool) {
	a := attribution{cue: stretch{group, v + 1}, entry: s.verbAt(v), rule: "quoted-as"}
	sub := s.subject(c, group, at)
	if sub.kind == subjectNone {
		return a, false
	}
	if a.speaker, a.who = sub.spans, sub.who; !s.passive(group, at.lo) {
		if a.who = (stretch{at.hi, v - 1}); a.who.hi <= a.who.lo {
			return a, false
		}
		a.speaker = s.list(a.who)
	}
	switch rt := s.complement(a.entry, v+1, false); {
	case rt.ok:
		a.content = s.list(stretch{rt.lo, rt.hi})
	case sub.kind == subjectOwn && s.leftContent(sub.start):
		a.content = s.around(sub.start, rt.tail, false)
	}
	return a, len(a.content) > 0
}

// pressAt says whether the words at i name the paper or agency that tells the story, or those who
// write it: "this newspaper", "the agency", "reporters".
func (s *scan) pressAt(i int) bool {
	if s.class(i)&classDeterminer != 0 {
		i++
	}
	return s.isWord(i) && (s.r.heads.word(s.t, i)&hRelay != 0 || s.listener(i) || s.r.byOutlet(s.t, stretch{i, i + 1}))
}
