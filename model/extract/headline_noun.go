package extract

import "strings"

// nominals reads what nouns report: "X's pledge to A", "X's claim that A", "X's
// tariff threat", "X issues a plea to A".
func (r *titleReader) nominals(s segment) {
	t := r.t
	if r.question(s.stretch) {
		return
	}
	examined := r.examined(s.stretch)
	r.frame = frameAct
	for i := s.lo; i < s.hi; i++ {
		noun, ok := r.nouns[t.tok[i].id]
		if !ok || examined && r.any(i+1, min(i+2, s.hi), "about", "on", "over") || t.tok[i].is(flagQuoted) || r.inTaken(i) && !r.inJudged(i) {
			continue
		}
		switch {
		case noun.owned && i > s.lo+1 && genitive(&t.tok[i-1]):
			r.ownedOf(s, i, i-1, noun)
		case noun.owned && i > s.lo && r.who.known(t, i-1):
			r.ownedOf(s, i, i, noun)
		case noun.made && i > s.lo+1:
			r.light(s, i, noun)
		case !noun.anywhere():
		case r.withWord(s, i, noun):
		case r.from(s, i, noun):
		case i == s.lo:
		case r.clauseNoun(s, i, noun):
		case i > s.lo+1 && genitive(&t.tok[i-1]):
			r.owned(s, i, noun)
		case r.ownedBare(s, i, noun):
		case !r.compound(s, i, noun) && !r.inTaken(i):
			r.light(s, i, noun)
		}
	}
}

// from reads "Call by X for A" and "Warning from X over A".
func (r *titleReader) from(s segment, i int, noun headNoun) bool {
	t := r.t
	if i+2 >= s.hi || t.tok[i+1].low != "by" && t.tok[i+1].low != "from" {
		return false
	}
	if r.compoundFrom(s, i, noun) {
		return true
	}
	if i+4 >= s.hi {
		return false
	}
	for end := i + 3; end < s.hi && end < i+9; end++ {
		lo := r.linked(end-1, noun)
		if lo == 0 && t.tok[end].low == "on" {
			lo = end + 1
		}
		if lo == 0 {
			continue
		}
		np := stretch{i + 2, end}
		if !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) {
			return false
		}
		hi := r.contentEnd(lo, s.hi)
		for j := lo + 1; j < hi; j++ { // "… goes unheeded"
			if r.thirdAt(j) && r.word(t, j)&hThing == 0 && noun.typ != "assertion" {
				hi = j
			}
		}
		if lo < hi {
			r.addNoun(np, i, noun, stretch{lo, hi})
		}
		return true
	}
	return false
}

// compoundFrom reads "X rejects peace offer from Y": what Y offers stands before the noun.
func (r *titleReader) compoundFrom(s segment, i int, noun headNoun) bool {
	if i == s.lo || !noun.compound || noun.only != nil && !noun.only[r.t.tok[i-1].id] || !r.inJudged(i) {
		return false
	}
	lo := i
	for lo > s.lo && r.inJudged(lo-1) && r.t.tok[lo-1].wordy() && r.word(r.t, lo-1)&hDeterminer == 0 && !isNew(r.t.tok[lo-1].low) {
		lo--
	}
	end := i + 2
	for end < s.hi && r.inJudged(end) && (r.word(r.t, end)&(hPrep|hBreak) == 0 || r.t.tok[end].low == "of") && r.t.tok[end].low != "to" && r.t.tok[end].wordy() {
		end++
	}
	np := stretch{i + 2, end}
	if strings.HasSuffix(r.t.tok[np.lo].low, "ed") && np.hi-np.lo > 1 {
		np.lo++ // "fired minister"
	}
	if lo == i || i-lo > 3 || r.onlyName(lo, i) || np.lo >= np.hi || !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) {
		return false
	}
	if end < s.hi && r.linked(end-1, noun) > 0 && r.inJudged(end) {
		return false // what is asked for stands behind him
	}
	r.addNoun(np, i, noun, stretch{lo, i})
	return true
}

// inJudged tells whether the word at i stands in what somebody judged: his
// judgement of "X's pledge to A" leaves A to X.
func (r *titleReader) inJudged(i int) bool {
	for _, s := range r.judged {
		if s.lo <= i && i < s.hi {
			return true
		}
	}
	return false
}

// addNoun adds a statement whose cue is the noun at i.
func (r *titleReader) addNoun(np stretch, i int, noun headNoun, content stretch) {
	r.add(headFound{speakers: r.parties(np), speaker: np, cue: stretch{i, i + 1}, content: content, typ: noun.typ, rule: "noun:" + r.t.tok[i].low})
}

// clauseNoun reads "X claims that A" and "X's claim A", where A is a clause and
// "claims" a noun.
func (r *titleReader) clauseNoun(s segment, i int, noun headNoun) bool {
	t := r.t
	if i+2 >= s.hi || !t.tok[i+1].wordy() && t.tok[i+1].kind != quoteToken || r.inTaken(i+1) && !r.inJudged(i+1) || t.tok[i+1].low != "that" && (!r.clauseFollows(i+1, s.hi) || r.word(t, i+1)&(hPrep|hVerb|hBreak) != 0 || noun.typ == "offer" || noun.typ == "appeal") {
		return false
	}
	end := i
	if genitive(&t.tok[end-1]) {
		end--
	} else if t.tok[i+1].low != "that" && !r.inJudged(i) {
		return false // "X claims A" has a verb
	}
	np, ok := r.ownerBefore(s.lo, end)
	if ok {
		r.addNoun(np, i, noun, stretch{i + 1, r.beforeStir(i+2, r.contentEnd(i+2, s.hi))})
	}
	return ok
}

// beforeVerb returns where a finite verb stands first, whose subject is the noun that
// reports: "X's criticism of Y alarms allies".
func (r *titleReader) beforeVerb(lo, hi int) int {
	for j := lo + 1; j < hi; j++ {
		if r.looksThird(j) || r.word(r.t, j)&hStirs != 0 || r.thirdAt(j) && r.word(r.t, j)&hThing == 0 || r.cueAt(j) {
			return j
		}
	}
	return hi
}

// examined tells whether a title only looks into what somebody said, so that what his
// claims are "about" is not what they claim: "Fact-checking X's claims about A".
func (r *titleReader) examined(s stretch) bool {
	for i := s.lo; i < s.hi && i < s.lo+4; i++ {
		if r.word(r.t, i)&hExamines != 0 && (i == s.lo || !genitive(&r.t.tok[i-1])) {
			return true
		}
	}
	if r.any(s.hi-1, s.hi, "explained", "examined", "debunked", "unpacked", "fact-checked") && s.hi-2 > s.lo && r.t.tok[s.hi-2].low == "," {
		return true
	}
	if label := r.segs[0]; label.label && label.lo < s.lo {
		for i := label.lo; i < label.hi; i++ {
			if r.word(r.t, i)&hExamines != 0 {
				return true
			}
		}
	}
	return false
}

// linked returns where the content begins that a preposition ties to the noun at i,
// 0 if none does.
func (r *titleReader) linked(i int, noun headNoun) int {
	switch r.t.tok[i+1].low {
	case "to":
		if over := r.overWhat(i + 2); over > 0 && noun.typ != "offer" && noun.typ != "promise" {
			return over
		}
		return i + 2
	case "that", "for":
		return i + 2
	case "of":
		if noun.typ != "offer" {
			return i + 2
		}
	case "on":
		switch {
		case noun.typ == "assertion" && r.t.tok[i+2].kind == quoteToken || noun.warns:
			return i + 2
		case noun.typ == "promise" && r.inJudged(i):
			return i + 1
		}
	case "about", "over", "against":
		if r.t.tok[i+1].low == "against" && noun.typ == "appeal" {
			return 0 // that is a court's business
		}
		if noun.typ != "offer" && noun.typ != "promise" {
			return i + 2
		}
	}
	return 0
}

// overWhat returns where stands what a warning or plea to somebody is about: "to Norway over
// A"; 0 where an act stands behind "to", or nothing more.
func (r *titleReader) overWhat(lo int) int {
	t := r.t
	if lo >= len(t.tok) || r.mayBeVerb(lo) && !r.who.known(t, lo) {
		return 0
	}
	for i := lo + 1; i+1 < len(t.tok) && i < lo+6 && t.tok[i].wordy() && !r.who.known(t, i+1); i++ {
		if r.any(i, i+1, "over", "about", "on", "that") {
			return i + 1
		}
	}
	return 0
}

func (r *titleReader) beforeComma(lo, hi int) int { return r.beforeWord(",", lo, hi) }

// beforeWord returns where a word stands first, hi if it does not.
func (r *titleReader) beforeWord(w string, lo, hi int) int {
	for i := lo; i < hi; i++ {
		if r.t.tok[i].low == w {
			return i
		}
	}
	return hi
}

// compound reads "Putin's ceasefire offer" and "US security vow": what is offered
// stands before the noun.
func (r *titleReader) compound(s segment, i int, noun headNoun) bool {
	t := r.t
	if !noun.compound || noun.only != nil && !noun.only[t.tok[i-1].id] || r.isVerbHere(i, s.hi) {
		return false
	}
	for _, m := range r.who.mentions(t, max(s.lo, i-6), i) {
		lo := m.hi
		if r.any(lo, lo+1, "sign", "seal", "ink") {
			continue // "Norway, Oman sign peace pledge": what they did
		}
		owned := lo < i && genitive(&t.tok[lo])
		if owned {
			lo++
		}
		for lo < i-1 && isNew(t.tok[lo].low) {
			lo++
		}
		if owned && r.surnameActs(lo, i, s.hi) {
			return false // "Ruritania's Quell vows to stay"
		}
		if n := i - lo; n < 1 || n > 3 || n > 2 && !owned || r.acts(lo, i) || r.hasComma(stretch{m.lo, i}) || r.hasPlainCue(stretch{lo, i}) || r.has("and", lo, i) || r.looksThird(lo) || r.onlyName(lo, i) || r.word(t, lo)&(hAux|hPrep) != 0 || r.lex.of(&t.tok[lo])&classAnd != 0 || r.who.noun(&t.tok[i-1])&(nounUnnamed|nounOrgan) != 0 || r.word(t, i-1)&hPeople != 0 {
			continue
		}
		r.addNoun(stretch{m.lo, m.hi}, i, noun, stretch{lo, i})
		return true
	}
	return false
}

// surnameActs tells whether a name that no list knows stands from lo to i, and what it is
// to do behind the verb at i.
func (r *titleReader) surnameActs(lo, i, hi int) bool {
	v, _, ok := r.verbs.match(r.t.tok, i)
	if r.cased || !ok || v.form&inThird == 0 || lo >= i || i+2 >= hi || r.t.tok[i+1].low != "to" || r.t.tok[i+2].is(flagCapital) {
		return false
	}
	for k := lo; k < i; k++ {
		if !r.t.tok[k].is(flagCapital) {
			return false
		}
	}
	return true
}

// acts tells whether a verb that is no noun stands in a stretch.
func (r *titleReader) acts(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if c := r.word(r.t, i); c&hVerb != 0 && c&hThing == 0 {
			return true
		}
	}
	return false
}

// isVerbHere tells whether a plural that may be a verb has an object behind it:
// "X offers America lessons".
func (r *titleReader) isVerbHere(i, hi int) bool {
	v, _, ok := r.verbs.match(r.t.tok, i)
	if !ok || v.form&inThird == 0 || i+1 >= hi {
		return false
	}
	return r.t.tok[i+1].wordy() && r.word(r.t, i+1)&(hPrep|hBreak|hVerb|hAux) == 0 || r.t.tok[i+1].kind == quoteToken || strings.ContainsAny(r.t.tok[i+1].low, "$€£")
}

// onlyName tells whether a stretch is nothing but the name of a place or an actor.
func (r *titleReader) onlyName(lo, hi int) bool {
	m, ok := r.who.nameAt(r.t, lo)
	return ok && m.hi == hi
}

// isNew tells words that say which pledge it is and not what was pledged.
func isNew(w string) bool {
	switch w {
	case "new", "latest", "fresh", "renewed", "repeated", "recent", "earlier", "own", "first", "last", "old", "leading", "top", "major", "prominent":
		return true
	}
	return false
}

// hasPlainCue tells whether a verb that reports stands in a stretch, in any form.
func (r *titleReader) hasPlainCue(s stretch) bool {
	for i := s.lo; i < s.hi; i++ {
		if v, _, ok := r.verbs.match(r.t.tok, i); ok && v.frame != frameNone && v.form&inIng == 0 {
			return true
		}
	}
	return false
}

// light reads "X issues fresh plea to A" and "X gives warning over A": the verb says
// nothing, the noun reports.
func (r *titleReader) light(s segment, i int, noun headNoun) {
	t := r.t
	if i+2 >= s.hi {
		return
	}
	lo := r.linked(i, noun)
	if lo == 0 || r.inTaken(lo) || t.tok[i+1].low == "to" && r.onlyName(lo, s.hi) || t.tok[i+1].low == "to" && (t.tok[i].low == "call" || (noun.typ == "threat" || noun.typ == "demand") && !r.mayBeVerb(lo)) {
		return // "issues threat to Y" tells of no act
	}
	verb := i - 1
	for verb > s.lo && verb > i-4 && r.word(t, verb)&hLight == 0 {
		verb--
	}
	if noun.made && !r.any(verb, verb+1, "make", "makes", "made") {
		return // "X takes up the case for Y"
	}
	if verb <= s.lo || r.word(t, verb)&hLight == 0 || r.any(verb+1, i, "no", "to", "of", "for", "'s") {
		return
	}
	start := r.clauseStart(s.stretch, verb)
	np := r.withoutLead(stretch{start, r.backOverAdverbs(start, verb)})
	if np.lo >= np.hi || !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) {
		return
	}
	r.addNoun(np, i, noun, stretch{lo, r.contentEnd(lo, s.hi)})
}

// mayBeVerb tells whether the word behind "to" may be a verb and no name or noun phrase.
func (r *titleReader) mayBeVerb(i int) bool {
	k := &r.t.tok[i]
	return k.kind == wordToken && (!k.is(flagCapital) || r.cased && !r.who.known(r.t, i)) && r.lex.of(k)&^classVerb == 0 && r.noun(i) == 0 && r.word(r.t, i)&(hPeople|hDeterminer|hPronoun) == 0
}
