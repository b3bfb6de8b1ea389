package extract

import "strings"

// Subjects with one aside between them and their verb.

// beforeAside finds the head before an aside that ends at k, a comma, bracket or
// dash: "Smith, the leader of the bloc, said".
func (s *scan) beforeAside(k, group int) subject {
	mark, open := s.low(k), s.low(k)
	if mark == ")" {
		open = "("
	}
	// "After the vote, Smith (R-Ohio), said"
	if mark == "," && s.low(k-1) == ")" && s.introductory(s.unit.lo) {
		if sub := s.beforeAside(k-1, group); sub.kind == subjectOwn && s.capital(sub.who.lo) && s.low(sub.who.lo-1) == "," {
			return sub
		}
	}
	if who := s.beforeAsides(k); mark == "," && who.hi > who.lo {
		return subject{subjectOwn, s.list(who), who, who.lo}
	}
	// "Rep. Smith (R-Ohio), a leader, said"
	for i := k - 1; i > s.unit.lo && k-i < 40; i-- {
		if s.quote[i] >= 0 && mark != "," {
			continue
		}
		if s.low(i) != open || open == "-" && s.t.tok[i].is(flagGlued) {
			continue
		}
		np := s.withRelative(s.nounPhraseEnding(i))
		if np.hi-np.lo > 1 && (s.low(np.lo) == "it" || s.low(np.lo) == "they") {
			return subject{} // "It bans gas, from May, lists ships"
		}
		if np.hi-np.lo == 3 && s.low(np.lo+1) == "-" && len(s.low(np.lo)) == 1 {
			name := s.nounPhraseEnding(np.lo - 1) // "Ada Quell, R-Texas, left early, said"
			if l := s.low(name.lo - 1); mark != "," || name.hi-name.lo < 2 || name.lo != s.behindDateline() && l != "," && l != "that" || s.class(i+1)&classAnd != 0 {
				break
			}
			return subject{subjectOwn, s.list(name), name, name.lo}
		}
		if np.hi-np.lo > 1 && s.low(group) == "then" && (s.low(np.lo) == "he" || s.low(np.lo) == "she") {
			return s.shared(group) // "Asked if he felt ill, Smith paused, then said"
		}
		if np.lo < np.hi && s.nounish(np) {
			if mark == "," && s.low(i-1) == ")" {
				return s.beforeAside(i-1, group)
			}
			// "Smith, at a meeting in Columbus, Ohio, said"
			if mark == "," && s.class(np.lo-1)&classPreposition != 0 && s.low(np.lo-2) == "," {
				i = np.lo - 1
				continue
			}
			// "Smith, a pastor in Salem, New Borland, said"
			if outer := s.aroundPlace(np, i, k); mark == "," && outer < i {
				i = outer + 1
				continue
			}
			// "Smith, director of the port, who left early, said"
			if l := s.low(i + 1); mark == "," && (l == "who" || l == "which") && s.low(np.lo-1) == "," && s.capital(np.lo-2) && (!s.capital(np.lo) || s.low(np.lo+1) == "of" && !s.introductory(s.behindDateline())) {
				i = np.lo
				continue
			}
			// an apposition begins with a name, an article or a number
			if mark == "," && !s.apposition(i+1, k) {
				break
			}
			return subject{subjectOwn, s.list(np), np, np.lo}
		}
		if mark == "," && s.low(i-1) == ")" {
			sub := s.beforeAside(i-1, group)
			if sub.kind == subjectOwn {
				return sub
			}
		}
		if mark != "," {
			break
		}
	}
	return s.shared(group)
}

// aroundPlace returns the comma that opens the aside which np, a phrase that ends at the
// comma i in the name of a town, belongs to, where the name of its state is all that
// follows up to the comma k. It returns i for none.
func (s *scan) aroundPlace(np stretch, i, k int) int {
	for j := i + 1; j < k; j++ {
		if !s.capital(j) {
			return i
		}
	}
	at := i - 1
	for at > np.lo && s.capital(at) {
		at--
	}
	if k-i > 4 || at == i-1 || s.class(at)&classPreposition == 0 || s.low(at) == "of" || s.low(at) == "for" || s.low(at) == "by" || s.low(at) == "with" {
		return i
	}
	for j := np.lo - 1; j > s.unit.lo && np.lo-j < 6 && s.quote[j] < 0; j-- {
		if s.low(j) == "," {
			return j
		}
	}
	return i
}

// apposition says whether lo to hi can stand between a name and its verb.
func (s *scan) apposition(lo, hi int) bool {
	cl := s.class(lo)
	if s.low(lo) == "who" || s.low(lo) == "which" || s.low(lo) == "whose" {
		return true
	}
	if cl&(classPronoun|classConjunction) != 0 && cl&(classPreposition|classDeterminer) == 0 {
		return false
	}
	for i := lo; i < hi; i++ {
		if s.class(i)&classRelative != 0 {
			break // what it did, not what is said here
		}
		if c := s.verbAt(i); c != nil && c.kind == kindSay && c.form == asPast && c.takes(frameClause|frameQuote|frameNoun) && !strings.Contains(c.lemma, " ") && !s.modifier(i) && i > lo && !((c.lemma == "name" || c.lemma == "call") && s.capital(i+1)) {
			return false
		}
	}
	return true
}
