package extract

import "strings"

// What sort of phrase a segment of a headline is: whether somebody speaks in it, asks, or judges.

// hasOwnSpeaker tells whether a clause begins with a known actor and his verb.
func (r *titleReader) hasOwnSpeaker(s stretch) bool {
	np, verb := r.subject(s)
	return verb >= 0 && r.cueAt(verb) && r.canSpeak(np) && r.knownSpeaker(np)
}

// firstPerson tells whether "I" or "we" speaks in a stretch outside quotations.
func (r *titleReader) firstPerson(s stretch) bool {
	return r.any(s.lo, s.hi, "i", "we", "my", "our", "me")
}

// opines tells whether what follows an unknown person's name reads like his word and
// not like news of him: it goes on in lower case with a verb, or says what must be.
func (r *titleReader) opines(s stretch) bool {
	if r.cased || s.hi-s.lo < 4 {
		return false
	}
	k := &r.t.tok[s.lo]
	return k.kind == wordToken && !k.is(flagCapital) && r.word(r.t, s.lo)&(hPrep|hQuestion) == 0 && r.clauseFollows(s.lo, s.hi) || r.wantsOrMust(s)
}

// wantsOrMust tells whether a clause after a state's name is its word: a demand
// or a promise, not news from there.
func (r *titleReader) wantsOrMust(s stretch) bool {
	for i := s.lo; i < s.hi && i < s.lo+8; i++ {
		switch r.t.tok[i].low {
		case "must", "will", "should", "would", "ready", "cannot", "won't", "we", "our", "us":
			return true
		case "until", "unless":
			if i > s.lo+1 && i+1 < s.hi && r.lex.of(&r.t.tok[i+1])&(classTime|classNumeral) == 0 && r.t.tok[i+1].kind == wordToken && !r.hasPast(s.lo, i) {
				return true // "sanctions stay until the troops leave"
			}
		case "false", "untrue", "baseless", "groundless", "unfounded":
			return i > s.lo && r.any(i-1, i, "is", "are")
		case "is", "are":
			if r.who.known(r.t, s.lo) && i == s.lo+1 && i+1 < s.hi && strings.HasSuffix(r.t.tok[i+1].low, "ing") && !r.t.tok[s.lo].is(flagQuoted) {
				return true // "Kyiv: Putin is wasting time"
			}
		}
	}
	return false
}

// hasPast tells whether a regular past stands in lo to hi, as news is told: "shops closed until".
func (r *titleReader) hasPast(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if strings.HasSuffix(r.t.tok[i].low, "ed") {
			return true
		}
	}
	return false
}

// hasNone tells whether a clause after a state's name says that it has no plans, has asked for
// nothing and the like, which only the state can say: "No plans for talks".
func (r *titleReader) hasNone(s stretch) bool {
	return r.any(s.lo, s.lo+1, "no") && r.any(s.lo+1, min(s.lo+4, s.hi), "plan", "plans", "intention", "intentions", "talks", "negotiations", "dialogue", "contact", "contacts", "request", "decision", "need", "reason", "change", "concessions", "compromise")
}

// question tells whether a stretch asks: by its mark, or by its first word where
// it explains ("Why …", "What to know").
func (r *titleReader) question(s stretch) bool {
	t := r.t
	if s.lo >= s.hi {
		return false
	}
	if s.hi < len(t.tok) && t.tok[s.hi].low == "?" || t.tok[s.hi-1].low == "?" && !t.tok[s.hi-1].is(flagQuoted) {
		return true
	}
	return r.word(t, s.lo)&hQuestion != 0 && !t.tok[s.lo].is(flagQuoted)
}

// hasVerb tells whether a finite verb of any sort stands in a stretch.
func (r *titleReader) hasVerb(s stretch) bool {
	for i := s.lo; i < s.hi; i++ {
		if r.word(r.t, i)&hVerb != 0 && !r.t.tok[i].is(flagQuoted) {
			return true
		}
	}
	return false
}
