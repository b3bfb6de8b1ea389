package extract

import "slices"

// readLone notes who may speak a unit that is one quotation and names nobody: whom
// the sentence before it in the paragraph is about: She left early. “It was late.”
func (s *scan) readLone() {
	open := s.unit.lo
	if len(s.found) > 0 || open == s.para.lo || s.quote[open] < 0 || s.quote[open-1] >= 0 {
		return
	}
	q := s.t.quotes[s.quote[open]]
	if q.open != open || q.close < s.unit.hi-2 || q.hi-q.lo < 4 || !s.t.tok[q.lo].is(flagCapital) || s.t.tok[q.hi-1].kind != stopToken {
		return
	}
	unit := s.unit
	s.unit = s.t.sentence(open - 1)
	who := s.opening(s.unit.hi)
	named := s.person(who) && s.class(who.lo)&(classDeterminer|classPossessive|classRelative) == 0 && who.hi < s.unit.hi-1
	if asked := s.unit.hi - 2; !named && s.low(asked+1) == "?" { // "Her answer? “…”"
		who, named = s.owner(asked)
		named = named && who.lo == s.unit.lo
	}
	s.unit = unit
	if named {
		s.lone = append(s.lone, attribution{
			speaker: []stretch{who}, who: who, cue: stretch{open, open}, content: []stretch{s.t.unquoted(q)}, entry: labelCue, rule: "lone",
		})
	}
}

// loneAt returns what was noted of the quotation that opens at a token.
func loneAt(lone []attribution, open int) (attribution, bool) {
	k, ok := slices.BinarySearchFunc(lone, open, func(a attribution, open int) int { return a.cue.lo - open })
	if !ok {
		return attribution{}, false
	}
	return lone[k], true
}
