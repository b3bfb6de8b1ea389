package extract

import "strings"

// unlisted reads a verb that no list holds where what follows can only be speech:
// "X verbs that A", and "X verbs 'a whole clause'".
func (r *titleReader) unlisted(s stretch, i int) (headVerb, int, bool) {
	t := r.t
	k := &t.tok[i]
	if r.cased || i == s.lo || i+3 > s.hi || k.kind != wordToken || k.is(flagCapital|flagQuoted) || len(k.low) < 4 || !strings.HasSuffix(k.low, "s") || strings.HasSuffix(k.low, "ss") ||
		r.word(t, i) != 0 || r.lex.of(k) != 0 || r.who.noun(k) != 0 {
		return headVerb{}, 0, false
	}
	v := headVerb{lemma: k.low, frame: frameClaim, form: inThird, typ: "assertion"}
	next := &t.tok[i+1]
	switch {
	case next.low == "that" && r.clauseFollows(i+2, s.hi):
	case next.kind == quoteToken && next.is(flagOpens) && r.clauseQuoted(i+1, s.hi):
	default:
		return v, 0, false
	}
	np, _, _ := r.speakerBefore(s, i, v, stretch{})
	if np.lo >= np.hi || !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) {
		return v, 0, false
	}
	return v, 1, true
}

// clauseQuoted tells whether the quotation that opens at i is somebody's sentence
// and no name for a thing: it has a verb or a pronoun, and nothing is named by it.
func (r *titleReader) clauseQuoted(i, hi int) bool {
	for _, q := range r.t.quotes {
		if q.open != i || q.hi-q.lo < 3 {
			continue
		}
		if end := q.close + 1; end < hi && !r.narratorAt(end, hi) {
			return false
		}
		for j := q.lo; j < q.hi; j++ {
			if r.word(r.t, j)&(hAux|hPronoun) != 0 && r.t.tok[j].low != "to" && r.t.tok[j].low != "that" {
				return true
			}
		}
	}
	return false
}

// voiced reads "X voices deep concern over A" and "X expresses some hope of A": a
// verb of voicing, words that say how much, and a noun for what is felt.
func (r *titleReader) voiced(s stretch, i int) (headVerb, int, bool) {
	t := r.t
	if r.word(t, i)&hVoicing == 0 || t.tok[i].is(flagQuoted) {
		return headVerb{}, 0, false
	}
	if v, ok := r.voicedQuote(s, i); ok {
		return v, 1, true
	}
	for j := i + 1; j < s.hi && j < i+5; j++ {
		noun, ok := r.nouns[t.tok[j].id]
		if !ok {
			if !t.tok[j].wordy() && t.tok[j].low != "-" || t.tok[j].is(flagQuoted) || r.word(t, j)&hPrep != 0 {
				break
			}
			continue
		}
		if !noun.voiced || j+1 >= s.hi {
			break
		}
		n := j + 1 - i
		if c := r.word(t, j+1); c&hPrep != 0 && j+2 < s.hi || t.tok[j+1].low == "to" || t.tok[j+1].low == "that" {
			form := formOf(t.tok[i].low)
			if t.tok[j+1].low != "after" && t.tok[j+1].low != "as" && t.tok[j+1].low != "before" && t.tok[j+1].low != "ahead" && t.tok[j+1].low != "to" {
				n++
			}
			return headVerb{lemma: "voice " + t.tok[j].low, frame: frameClaim, form: form, typ: noun.typ, finite: t.tok[i].low == "raising"}, n, true
		}
		break
	}
	return headVerb{}, 0, false
}

// voicedQuote reads "X expresses 'deep concern' over A", where the feeling is quoted and
// so is part of what was said.
func (r *titleReader) voicedQuote(s stretch, i int) (headVerb, bool) {
	for _, q := range r.t.quotes {
		if q.open != i+1 || q.close+2 >= s.hi || q.hi-q.lo > 4 || q.hi <= q.lo {
			continue
		}
		noun, ok := r.nouns[r.t.tok[q.hi-1].id]
		if c := r.word(r.t, q.close+1); ok && noun.voiced && (c&hPrep != 0 || r.t.tok[q.close+1].low == "to" || r.t.tok[q.close+1].low == "that") {
			return headVerb{lemma: "voice " + r.t.tok[q.hi-1].low, frame: frameClaim, form: formOf(r.t.tok[i].low), typ: noun.typ}, true
		}
	}
	return headVerb{}, false
}

// formOf tells by its ending in which form a verb of voicing stands.
func formOf(w string) uint8 {
	switch {
	case strings.HasSuffix(w, "ed") || w == "spoke" || w == "felt" || w == "struck":
		return inPast
	case strings.HasSuffix(w, "ing"):
		return inIng
	case !strings.HasSuffix(w, "s") || w == "express":
		return inBase
	}
	return inThird
}
