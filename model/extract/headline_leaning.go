package extract

import (
	"strings"

	"parley/model"
)

// leanings reads where somebody stands without a reporting verb: "X ready to A",
// "X open to A", "X hopeful after B", "X 'looking at' A".
func (r *titleReader) leanings(s segment) {
	t := r.t
	if r.question(s.stretch) {
		return
	}
	for i := s.lo + 1; i < s.hi; i++ {
		_, phrase, stance := r.stances.match(t.tok, i)
		ready := (stance || r.word(t, i)&hReady != 0) && (r.cased || !t.tok[i].is(flagCapital) || t.caps) // no "US Open"
		quoted := t.tok[i].kind == quoteToken && t.tok[i].is(flagOpens)
		if ready && r.who.known(t, i) {
			continue // "Coalition of the Willing"
		}
		if ready && !stance && t.tok[i].low == "open" && (i+1 >= s.hi || t.tok[i+1].low != "to") {
			continue // "officials open talks"
		}
		if !ready && !quoted || r.inTaken(i) || t.tok[i].is(flagQuoted) {
			continue
		}
		lo := r.clauseStart(s.stretch, i)
		from := i
		for from > lo && r.word(t, from-1)&hAdverb != 0 {
			from--
		}
		end := from
		for ready && end > lo && r.word(t, end-1)&hAux != 0 && !genitive(&t.tok[end-1]) {
			end--
		}
		if r.any(end, from, "should", "must", "may", "might", "could") {
			continue // the narrator's wish or guess
		}
		np := r.withoutLead(stretch{lo, end})
		if np.lo < np.hi && r.any(np.lo, np.lo+1, "leaving", "making", "keeping", "rendering") || np.lo > 0 && r.any(np.lo-1, np.lo, "leaves", "left", "leaving", "making", "makes", "keeps") {
			continue // "…, leaving Y stunned"
		}
		if np.lo >= np.hi || t.tok[np.hi-1].low == "," || genitive(&t.tok[np.hi-1]) || !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) && !r.fullNameEnds(np) || quoted && (!r.knownSpeaker(np) && !r.feels(i+1, s.hi) && !(r.titled(np) && i+3 < s.hi && t.tok[i+2].kind != quoteToken) || r.scareQuote(i, s.hi)) {
			continue
		}
		hi := r.otherSide(i, r.contentEnd(i, s.hi))
		if !quoted && !r.anyQuote(stretch{i, hi}) && r.nobodyInParticular(np) && (r.plural(np) || r.any(end, from, "was", "were")) {
			continue // what crowds and officials are ready for is the narrator's guess
		}
		if hi == i+1 && strings.HasSuffix(t.tok[i].low, "ed") && i+1 < s.hi && r.word(t, i+1)&hBreak != 0 {
			continue // "X outraged after B" tells of no word of his
		}
		if stance && hi <= i+phrase-1 || ready && !stance && (hi == i+1 && !r.endsAt(hi, s.hi) || r.attributive(i, hi)) || r.hopeful(i, s.hi) {
			continue
		}
		f := headFound{speakers: r.parties(np), speaker: np, content: stretch{from, hi}, typ: "assertion", rule: "pattern-18:stance", judged: !quoted}
		if quoted {
			f.content.lo, f.rule = i, "pattern-6:bare-quotation"
			if who := r.saysOfThem(s, np, i); who.lo < who.hi {
				f.speakers, f.speaker, f.content.lo = r.parties(who), who, np.lo
			}
		}
		r.add(f)
		return
	}
}

// otherSide returns where the narrator sets somebody else against the one who takes a stand, hi
// where he does not: "X ready for A, but Y stays silent".
func (r *titleReader) otherSide(lo, hi int) int {
	for i := lo + 1; i+2 < hi; i++ {
		if !r.any(i, i+1, "but", "while") || r.t.tok[i].is(flagQuoted) {
			continue
		}
		if m, ok := r.who.nameAt(r.t, i+1); ok && m.how != byAdjective && m.hi < hi && (r.thirdAt(m.hi) || r.looksThird(m.hi) || r.cueAt(m.hi)) {
			if r.t.tok[i-1].low == "," {
				return i - 1
			}
			return i
		}
	}
	return hi
}

// attributive tells whether the word at i stands before its noun: "an anxious wait".
func (r *titleReader) attributive(i, hi int) bool {
	if i+1 >= hi {
		return false
	}
	next := &r.t.tok[i+1]
	if next.kind != wordToken || next.is(flagCapital) || next.is(flagQuoted) || r.lex.of(next) != 0 || r.word(r.t, i+1)&^(hThing|hPeople|hVerb) != 0 {
		return false
	}
	return !r.clauseFollows(i+1, hi)
}

// hopeful tells a candidate ("premier hopeful Ada Quell") from one who hopes.
func (r *titleReader) hopeful(i, hi int) bool {
	return r.t.tok[i].low == "hopeful" && i+1 < hi && r.t.tok[i+1].is(flagCapital) && !r.cased && (r.who.noun(&r.t.tok[i-1]) != 0 || !r.t.tok[i-1].is(flagCapital))
}

// feels tells whether a quotation begins with where somebody stands: "X 'glad to go'".
func (r *titleReader) feels(i, hi int) bool {
	for j := i; j < hi && j < i+2; j++ {
		if r.word(r.t, j)&hReady != 0 {
			return true
		}
	}
	return false
}

// scareQuote tells whether the quotation that opens at i is one word before its
// noun, a name for a thing and not what somebody said: "US 'reciprocal' tariff".
func (r *titleReader) scareQuote(i, hi int) bool {
	t := r.t
	if i+3 >= hi || t.tok[i+2].kind != quoteToken || strings.HasSuffix(t.tok[i+1].low, "ing") {
		return false
	}
	next := &t.tok[i+3]
	return next.kind == wordToken && r.word(t, i+3)&^(hThing|hVerb) == 0 && r.lex.of(next) == 0
}

func (r *titleReader) endsAt(i, hi int) bool {
	return i >= hi || !r.t.tok[i].wordy() || r.narratorAt(i, hi)
}

// nobodyInParticular tells whether a phrase names none but people of a kind.
func (r *titleReader) nobodyInParticular(np stretch) bool {
	for _, p := range r.parties(np) {
		if p.id != model.Unnamed && (p.actor < 0 || r.who.actors[p.actor].ID != "protesters") {
			return false
		}
	}
	return true
}

func (r *titleReader) knownSpeaker(np stretch) bool {
	for _, p := range r.parties(np) {
		if p.actor < 0 {
			return false
		}
	}
	return true
}
