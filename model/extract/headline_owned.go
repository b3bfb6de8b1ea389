package extract

import "strings"

// Whose word a noun reports: "X's pledge to A", "Y demand for A", "X's warning: A".

// owned reads "X's pledge to A".
func (r *titleReader) owned(s segment, i int, noun headNoun) {
	np, ok := r.ownerBefore(s.lo, i-1)
	if !ok || i+2 >= s.hi {
		return
	}
	if lo := r.linked(i, noun); lo > 0 {
		hi := r.beforeComma(lo, r.contentEnd(lo, s.hi))
		switch {
		case r.inJudged(i):
		case r.any(lo-1, lo, "for", "of", "over", "against"):
			hi = r.beforeVerb(lo, hi)
		default:
			hi = r.beforeStir(lo, hi)
		}
		r.addNoun(np, i, noun, stretch{lo, hi})
	}
}

// beforeStir returns where stands what a word does to others or what becomes of it, behind what
// is to be done: "X's threat to A rattles Y", "X's vow to A looms".
func (r *titleReader) beforeStir(lo, hi int) int {
	for j := lo + 2; j < hi; j++ {
		if c := r.word(r.t, j); !r.t.tok[j].is(flagQuoted) && (c&hStirs != 0 || c&(hFade|hOnset) != 0 && j+1 == hi && strings.HasSuffix(r.t.tok[j].low, "s")) && !r.any(lo, j, "that", "who", "which") {
			return j
		}
	}
	return hi
}

// ownedBare reads "X rejects Y demand for A" and "Y threat to A rattles X", where the owner
// stands before his noun without a genitive.
func (r *titleReader) ownedBare(s segment, i int, noun headNoun) bool {
	judged, plural := r.inJudged(i), strings.HasSuffix(r.t.tok[i].low, "s")
	if i+2 >= s.hi || plural && !judged || !r.who.known(r.t, i-1) {
		return false
	}
	if v, _, verb := r.verbs.match(r.t.tok, i); verb && !judged && v.form&inBase != 0 && r.plural(stretch{r.clauseStart(s.stretch, i), i}) {
		return false // "X and Y call for A"
	}
	lo := r.linked(i, noun)
	if lo == 0 {
		if !judged || noun.typ == "offer" || noun.typ == "appeal" || !r.clauseFollows(i+1, s.hi) || r.word(r.t, i+1)&(hPrep|hVerb|hBreak) != 0 {
			return false
		}
		lo = i + 1
	}
	for _, m := range r.who.mentions(r.t, max(s.lo, i-6), i) {
		if m.hi != i || judged != r.inJudged(m.lo) {
			continue
		}
		hi := r.contentEnd(lo, s.hi)
		if !judged {
			hi = r.beforeVerb(lo, hi)
		}
		r.addNoun(stretch{m.lo, m.hi}, i, noun, stretch{lo, hi})
		return true
	}
	return false
}

// ownedOf reads "X's praise of A" and "X rebuke of A", where the noun tells how he judges A
// and he ends at end.
func (r *titleReader) ownedOf(s segment, i, end int, noun headNoun) {
	if i+2 >= s.hi || r.t.tok[i+1].low != "of" {
		return
	}
	np, ok := r.ownerBefore(s.lo, end)
	if !ok {
		return
	}
	lo := i + 2
	r.addNoun(np, i, noun, stretch{lo, r.beforeVerb(lo, r.beforeComma(lo, r.contentEnd(lo, s.hi)))})
}

// ownerBefore finds the known actor whose genitive ends at end.
func (r *titleReader) ownerBefore(lo, end int) (stretch, bool) {
	for _, m := range r.who.mentions(r.t, lo, end) {
		if m.hi == end {
			return stretch{m.lo, m.hi}, true
		}
	}
	for _, s := range r.judged {
		if s.lo > lo && s.lo < end && end <= s.hi {
			lo = s.lo
		}
	}
	if np := (stretch{lo, end}); lo < end && end-lo < 7 && genitive(&r.t.tok[end]) && r.canSpeak(np) && !r.hasVerb(np) && !r.hasCue(np) && (r.personOrKnown(np) || r.knownOrPeople(np)) && (!r.cased || r.inJudged(lo)) {
		return np, true // "Ruritanian MP's warning"
	}
	return stretch{}, false
}

// nounLabel reads "X's warning: A" and "X's message to Y: A": it returns X.
func (r *titleReader) nounLabel(s stretch) (stretch, int) {
	for i := s.lo + 2; i < s.hi && i < s.lo+9; i++ {
		if noun, ok := r.nouns[r.t.tok[i].id]; !ok || noun.voiced || noun.owned || noun.made || i+1 < s.hi && r.word(r.t, i+1)&hPrep == 0 && r.t.tok[i+1].low != "to" {
			continue
		}
		from := i
		for from > s.lo && from > i-3 && !genitive(&r.t.tok[from-1]) {
			from--
		}
		if from == s.lo || !genitive(&r.t.tok[from-1]) || r.hasVerb(stretch{s.lo, s.hi}) {
			continue
		}
		if np := (stretch{s.lo, from - 1}); r.canSpeak(np) && (r.personOrKnown(np) || r.knownOrPeople(np) || r.titled(np) || r.unheard(np)) {
			return np, i
		}
	}
	return stretch{}, 0
}
