package extract

import "slices"

// readLone notes who may speak a unit that is one quotation and names nobody: whom
// the sentence before it is about: She left early. “It was late.” A long one is noted
// even where that sentence is about nobody.
func (s *scan) readLone() {
	open := s.unit.lo
	if len(s.found) > 0 || open == 0 || s.quote[open] < 0 {
		return
	}
	q := s.t.quotes[s.quote[open]]
	if q.open != open || q.close < s.unit.hi-2 || q.hi-q.lo < 4 || !s.t.tok[q.lo].is(flagCapital) || s.t.tok[q.hi-1].kind != stopToken {
		return
	}
	opens, long := open == s.para.lo, q.hi-q.lo >= longQuotation
	if opens && !long || !opens && s.quote[open-1] >= 0 {
		return
	}
	unit, above := s.unit, open
	if opens {
		above = s.belowHeadings(open)
	}
	if above == 0 {
		return
	}
	s.enter(s.t.sentence(above - 1))
	who := s.opening(s.unit.hi)
	named := s.person(who) && s.class(who.lo)&(classDeterminer|classPossessive|classRelative) == 0 && who.hi < s.unit.hi-1
	if opens && named && s.class(who.lo)&classPronoun == 0 {
		named = s.capital(who.lo) && (who.lo > s.unit.lo || s.class(who.lo) == 0 && s.low(who.lo) != "what")
	}
	if asked := s.unit.hi - 2; !named && s.low(asked+1) == "?" { // "Her answer? “…”"
		who, named = s.owner(asked)
		named = named && who.lo == s.unit.lo
	}
	s.enter(unit)
	a := attribution{cue: stretch{open, open}, content: s.list(s.t.unquoted(q)), entry: labelCue, rule: "lone"}
	if named {
		a.speaker, a.who = s.list(who), who
	}
	if named || long {
		s.lone = append(s.lone, a)
	}
}

// readBreakingIn reads the quotation behind the unit as of whom its last clause lets speak up:
// "“…,” Smith said, and her brother cut in. “…”".
func (s *scan) readBreakingIn() {
	next := s.unit.hi
	if next >= s.para.hi || s.quote[next] < 0 || s.t.quotes[s.quote[next]].open != next || len(s.found) == 0 {
		return
	}
	end := next - 1
	for end > s.unit.lo && s.t.tok[end].kind == stopToken {
		end--
	}
	for v := end; v > end-2 && v > s.unit.lo; v-- {
		c, n, ok := s.r.cues.verbs.match(s.t.tok, v)
		if !ok || v+n != end+1 || c.form != asPast || !c.takes(frameQuote) || c.takes(frameClause) {
			continue
		}
		sub := s.subject(c, s.groupStart(v), stretch{v, end + 1})
		if sub.kind != subjectOwn || s.low(sub.start-1) != "and" && s.low(sub.start-1) != "but" || s.low(sub.start-2) != "," {
			return
		}
		q := s.t.quotes[s.quote[next]]
		s.add(attribution{cue: stretch{v, end + 1}, entry: c, rule: "breaking-in", speaker: sub.spans, who: sub.who, content: s.list(s.t.unquoted(q))})
		return
	}
}

// readGoingOn reads a unit that is no sentence and tells what the speaker of the one before went on
// to say: "Quell called it late. Adding, “Nobody came.”".
func (s *scan) readGoingOn() {
	c, lo := s.verbAt(s.unit.lo), s.unit.lo+1
	if len(s.found) > 0 || c == nil || c.form != asIng || c.kind != kindSay || !c.takes(frameQuote) || s.before.entry == nil || s.before.entry.kind != kindSay {
		return
	}
	if l := s.low(lo); l == "," || l == ":" {
		lo++
	}
	if s.quoteAt(lo) || s.low(lo) == "that" && c.takes(frameClause) {
		s.add(attribution{cue: stretch{s.unit.lo, s.unit.lo + 1}, entry: c, rule: "going-on", speaker: s.before.speaker, who: s.before.who, content: s.list(s.trim(lo, s.contentEnd(lo)))})
	}
}

// belowHeadings returns where the headings begin that stand right above the paragraph at
// open: short lines without a stop. It returns open for none.
func (s *scan) belowHeadings(open int) int {
	for n := s.number - 1; n >= 0; n-- {
		p := s.t.paras[n]
		if last := &s.t.tok[p.hi-1]; p.hi-p.lo > 9 || last.kind > numberToken && last.low != ":" || last.is(flagQuoted) {
			break
		}
		open = p.lo
	}
	return open
}

// longQuotation is how many tokens a quotation has that is no slogan.
const longQuotation = 7

// loneAt returns what was noted of the quotation that opens at a token.
func loneAt(lone []attribution, open int) (attribution, bool) {
	k, ok := slices.BinarySearchFunc(lone, open, func(a attribution, open int) int { return a.cue.lo - open })
	if !ok {
		return attribution{}, false
	}
	return lone[k], true
}

// spokenAbove finds who says what stands alone and names nobody: the statement of its
// paragraph that it goes on with, or who spoke last, whom it gives a. It returns -1
// where there is no statement to go on with.
func (t *text) spokenAbove(a *attribution, all []attribution, cued, open int) int {
	if len(a.speaker) > 0 {
		return -1
	}
	if n := len(all); n > cued && all[n-1].rule == "lone" && t.tok[open].sent-t.tok[all[n-1].cue.lo].sent <= near {
		a.speaker, a.who = all[n-1].speaker, all[n-1].who
		return -1
	}
	last := lastSpeaker(t, a, all[:cued], open)
	if last >= 0 && t.paraStart(open) && t.tok[open].sent-t.tok[all[last].cue.lo].sent > near {
		a.speaker, a.who = nil, stretch{} // too much was told since
	}
	if last < 0 || t.paraStart(open) {
		return -1
	}
	for i := all[last].cue.lo + 1; i <= open; i++ {
		if t.paraStart(i) {
			return -1
		}
	}
	return last
}

// near is how many sentences a quotation that names nobody may stand behind who spoke last.
const near = 4

// lastSpeaker gives an attribution at a token, which names nobody, to who spoke last
// among those that have a cue. It returns the place of that one's statement, -1 for none.
func lastSpeaker(t *text, a *attribution, cued []attribution, open int) int {
	at, _ := slices.BinarySearchFunc(cued, open, func(a attribution, open int) int { return a.cue.lo - open })
	for k := at - 1; k >= 0 && t.tok[open].sent-t.tok[cued[k].cue.lo].sent <= farthest; k-- {
		if last := cued[k]; last.entry.kind == kindSay && !last.inner && last.who.hi > last.who.lo {
			a.speaker, a.who = last.speaker, last.who
			return k
		}
	}
	return -1
}
