package extract

import "strings"

// Who stands beside a mark: the owner of what stands before it, the actor of the clause
// before or behind a quotation.

// wordOfOwner reads "A: X's blunt verdict on B", where A is the verdict itself, and
// "A: X spells out his terms".
func (r *titleReader) wordOfOwner(n int) bool {
	before, last := r.segs[n-2], r.segs[n-1]
	if last.sep != ":" && last.sep != "–" || n > 2 && !r.segs[n-3].label || before.label || before.hi-before.lo < 4 || r.question(before.stretch) {
		return false
	}
	np, at := r.nounLabel(last.stretch)
	cue := stretch{at, at + 1}
	if at == 0 {
		var verb int
		if np, verb = r.subject(last.stretch); verb < 0 || !r.cueAt(verb) || !r.canSpeak(np) || !r.ownTerms(verb+1, last.hi) {
			return false
		}
		cue = stretch{verb, verb + 1}
	} else if r.nouns[r.t.tok[at].id].typ == "threat" || r.nouns[r.t.tok[at].id].typ == "promise" || !r.hasVerb(before.stretch) && !r.hasCue(before.stretch) && !r.anyQuote(before.stretch) && r.word(r.t, before.lo)&hNegator == 0 {
		return false
	}
	r.add(headFound{speakers: r.parties(np), speaker: np, cue: cue, content: before.stretch, typ: "assertion", rule: "pattern-14:owned-mark"})
	r.segs[n-2].label, r.segs[n-1].label = true, true
	return true
}

// ownTerms tells whether "its terms" and the like end a clause, so that what he said
// stands before it.
func (r *titleReader) ownTerms(lo, hi int) bool {
	if hi-lo < 2 || hi-lo > 4 || r.lex.of(&r.t.tok[hi-2])&classPossessive == 0 {
		return false
	}
	return r.any(hi-1, hi, "terms", "position", "stance", "conditions", "demands", "case", "line", "lines", "price", "vision", "view", "verdict", "message", "priorities")
}

// staff tells whether a clause begins with an outlet's own people.
func (r *titleReader) staff(s stretch) bool {
	_, n, paper := r.outlets.match(r.t.tok, s.lo)
	return paper && r.t.tok[s.lo].is(flagCapital) && s.lo+n < s.hi && (r.noun(s.lo+n)&nounUnnamed != 0 || r.word(r.t, s.lo+n)&hPeople != 0)
}

// standing returns who a clause says stands somewhere: "X confident A", "X open to A".
func (r *titleReader) standing(s stretch) stretch {
	for i := s.lo + 1; i < s.hi && i < s.lo+7; i++ {
		quoted := r.t.tok[i].kind == quoteToken && r.t.tok[i].is(flagOpens) && i+2 < s.hi && r.t.tok[i+2].kind == quoteToken
		_, _, stance := r.stances.match(r.t.tok, i)
		if !quoted && (!stance && r.word(r.t, i)&hReady == 0 || r.t.tok[i].is(flagQuoted)) {
			continue
		}
		if np := (stretch{s.lo, r.backOverAdverbs(s.lo, i)}); r.canSpeak(np) && (r.knownOrPeople(np) || quoted && r.personOrKnown(np)) {
			return np
		}
		break
	}
	return stretch{}
}

// struck returns the known actor that begins a clause of how something strikes him: "X stunned
// by A".
func (r *titleReader) struck(s stretch) stretch {
	m, ok := r.who.nameAt(r.t, s.lo)
	if !ok || m.hi+2 >= s.hi || !strings.HasSuffix(r.t.tok[m.hi].low, "ed") || !r.any(m.hi+1, m.hi+2, "by", "at", "over", "with") {
		return stretch{}
	}
	return stretch{m.lo, m.hi}
}

// quoting returns the known actor that a clause begins with when nothing but a quotation of
// several words goes on with him: "X 'not ruling out' A".
func (r *titleReader) quoting(s stretch) stretch {
	m, ok := r.who.nameAt(r.t, s.lo)
	if !ok || m.hi+3 >= s.hi || !r.t.tok[m.hi].is(flagOpens) || r.t.tok[m.hi].kind != quoteToken || r.t.tok[m.hi+2].kind == quoteToken || r.t.tok[s.hi-1].is(flagQuoted) {
		return stretch{}
	}
	return stretch{m.lo, m.hi}
}

// stirred returns the people whom a clause says something moves: "plan angers fishermen".
func (r *titleReader) stirred(s stretch) stretch {
	for i := s.lo + 1; i+1 < s.hi; i++ {
		if r.word(r.t, i)&hStirs == 0 || r.t.tok[i].is(flagQuoted) {
			continue
		}
		if who := r.firstWords(i+1, s.hi); r.canSpeak(who) && r.arePeople(who) && r.knownOrPeople(who) {
			return who
		}
	}
	return stretch{}
}

// actor returns the subject of a clause and its verb, -1 for one that no list holds or
// none; what leads up to it is no part of it: "Asked about A, X shrugs".
func (r *titleReader) actor(s stretch) (stretch, int) {
	if strings.HasSuffix(r.t.tok[s.lo].low, "ed") && r.word(r.t, s.lo+1)&hPrep != 0 {
		if comma := r.commaOutside(s); comma+1 < s.hi {
			s.lo = comma + 1
		}
	}
	np, verb := r.subject(s)
	if verb < 0 && np.hi == s.hi && np.hi-np.lo > 1 && r.looksPlainThird(np.hi-1) && r.canSpeak(stretch{np.lo, np.hi - 1}) {
		np.hi--
	}
	return np, verb
}
