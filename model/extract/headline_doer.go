package extract

// Who begins a clause whose verb no list holds, and goes on to speak.

// doer returns the known actor with whose name a clause begins, before a verb that no list
// of nouns holds: "Marden relishes A and accuses B".
func (r *titleReader) doer(s stretch, i int) stretch {
	m, ok := r.who.nameAt(r.t, s.lo)
	if !ok || m.how == byAdjective && !r.who.names.values[r.who.refAt(r.t, s.lo)].both || m.hi+1 >= i || !r.looksPlainThird(m.hi) && !r.looksThird(m.hi) {
		return stretch{}
	}
	return stretch{m.lo, m.hi}
}

// pluralAhead returns the people that begin a clause whose verb no list holds, before
// a second verb at i: "Dockers pile crates, blame Marden".
func (r *titleReader) pluralAhead(lo, i int) stretch {
	for end := lo + 1; end < lo+5 && end+1 < i; end++ {
		np, next := stretch{lo, end}, &r.t.tok[end]
		if next.kind != wordToken || next.is(flagCapital) || (r.word(r.t, end)|r.word(r.t, end-1))&(hPrep|hBreak) != 0 || r.who.noun(next) != 0 || r.word(r.t, end)&hPeople != 0 || r.lex.of(next)&^classVerb != 0 {
			continue
		}
		if r.plural(np) && r.canSpeak(np) && (r.knownSpeaker(np) || r.knownOrPeople(np)) {
			return np
		}
	}
	return stretch{}
}

// doerAhead returns who begins a clause whose verb no list holds, before a second verb at
// i: "Court jails skipper, says A", "Police detain skipper, say A".
func (r *titleReader) doerAhead(lo, i int, v headVerb) stretch {
	if v.form&inThird == 0 {
		return r.pluralAhead(lo, i)
	}
	for end := lo + 1; end < lo+6 && end+1 < i; end++ {
		if np := (stretch{lo, end}); r.looksPlainThird(end) && r.canSpeak(np) && (r.knownOrPeople(np) || r.personOrKnown(np) || r.unheard(np)) {
			return np
		}
	}
	return stretch{}
}
