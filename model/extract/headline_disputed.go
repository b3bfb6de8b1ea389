package extract

// disputes reads who gainsays what stands before a comma: "…, which X denies", "…, a
// charge X rejects", "…, X denies". It returns him and where his verb stands, an empty
// stretch for nobody.
func (r *titleReader) disputes(i, hi int) (stretch, int) {
	lo := i
	switch t := r.t; {
	case t.tok[i].low == "which" || t.tok[i].low == "something":
		lo = i + 1
	case i+2 < hi && (t.tok[i].low == "a" || t.tok[i].low == "an"):
		for k := i + 1; k < hi && k < i+4; k++ {
			if r.nouns[t.tok[k].id].typ != "" || r.word(t, k)&hCharge != 0 {
				lo = k + 1
			}
		}
		if lo == i {
			return stretch{}, 0
		}
		if lo < hi && t.tok[lo].low == "that" || lo < hi && t.tok[lo].low == "which" {
			lo++
		}
	}
	for j := lo + 1; j < hi && j < lo+7; j++ {
		v, n, ok := r.verbs.match(r.t.tok, j)
		if !ok || v.typ != "denial" && v.typ != "rejection" || v.form&(inThird|inPast|inBase) == 0 || j+n < hi && !r.narratorAt(j+n, hi) {
			continue
		}
		np := stretch{lo, r.backOverAdverbs(lo, j)}
		if np.lo < np.hi && r.canSpeak(np) && (r.personOrKnown(np) || r.knownOrPeople(np) || r.titled(np)) {
			return np, j
		}
		break
	}
	return stretch{}, 0
}

// disputed adds the word of one who gainsays what ends at a comma: he denies the same.
func (r *titleReader) disputed(content stretch, hi int) {
	at := content.hi
	if at < hi && r.t.tok[at].low == "," {
		at++
	}
	if at >= hi {
		return
	}
	np, verb := r.disputes(at, hi)
	if np.lo >= np.hi {
		return
	}
	v, n, _ := r.verbs.match(r.t.tok, verb)
	r.taken = append(r.taken, stretch{at, verb + n})
	r.add(headFound{speakers: r.parties(np), speaker: np, cue: stretch{verb, verb + n}, content: content, typ: v.typ, stance: v.stance, rule: "pattern-15:" + v.lemma})
}
