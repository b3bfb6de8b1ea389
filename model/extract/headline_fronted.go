package extract

// fronted reads an attribution that stands before what was said and is no label:
// "According to X, A", "Per X, A", "In the words of X, A", "As X puts it, A" and
// "Citing 'q', X quits". It returns what is left to read.
func (r *titleReader) fronted(s stretch) stretch {
	comma := r.commaOutside(s)
	if comma <= s.lo+1 || comma+2 > s.hi {
		return s
	}
	before, after := stretch{s.lo, comma}, stretch{comma + 1, s.hi}
	if np, cue := r.frontedSource(before); np.lo < np.hi {
		if r.isOutlet(np) {
			return after
		}
		if !r.canSpeak(np) {
			return s
		}
		r.frame = frameSay
		r.add(headFound{speakers: r.parties(np), speaker: np, cue: cue, content: stretch{after.lo, r.contentEnd(after.lo, after.hi)}, typ: "assertion", rule: "pattern-4:attribution-before"})
		return stretch{s.hi, s.hi}
	}
	v, k, ok := r.verbs.match(r.t.tok, s.lo)
	if !ok || v.form != inIng || v.frame == frameNone || v.frame == frameAct || v.finite || v.things && !v.after && v.lemma != "cite" || s.lo+k >= comma {
		return s
	}
	np, verb := r.subject(after)
	np.hi = r.beforeComma(np.lo, np.hi)
	if verb < 0 && r.t.tok[after.hi-1].kind == wordToken && np.hi-np.lo > 2 {
		np.hi-- // a last word that no list knows: "…, X quits"
	}
	if np.lo >= np.hi || !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) {
		if np = r.begins(after, v); np.lo >= np.hi {
			return s
		}
	}
	f := headFound{speakers: r.parties(np), speaker: np, cue: stretch{s.lo, s.lo + k}, content: stretch{s.lo + k, comma}, typ: v.typ, stance: v.stance, rule: "fronted:" + v.lemma}
	switch v.frame {
	case frameTell:
		f.content.lo, f.address = r.afterAddressee(f.content.lo, comma)
	case frameWarn:
		f.content.lo, f.address = r.afterWarned(f.content.lo, comma)
	}
	r.add(f)
	return after
}

// frontedSource returns whom a phrase before a comma names as the source of what
// follows, and the words that do so.
func (r *titleReader) frontedSource(s stretch) (np, cue stretch) {
	t := r.t
	at := func(i int, w string) bool { return i < s.hi && t.tok[i].low == w }
	switch t.tok[s.lo].low {
	case "according":
		if at(s.lo+1, "to") {
			return stretch{s.lo + 2, s.hi}, stretch{s.lo, s.lo + 2}
		}
	case "to":
		if last := s.hi - 2; at(s.lo+1, "hear") && last > s.lo+2 && (at(last, "tell") || at(last, "describe")) && at(s.hi-1, "it") {
			return stretch{s.lo + 2, last}, stretch{last, last + 1}
		}
	case "per":
		return stretch{s.lo + 1, s.hi}, stretch{s.lo, s.lo + 1}
	case "in":
		if at(s.lo+1, "the") && (at(s.lo+2, "words") || at(s.lo+2, "view") || at(s.lo+2, "eyes") || at(s.lo+2, "opinion")) && at(s.lo+3, "of") {
			return stretch{s.lo + 4, s.hi}, stretch{s.lo, s.lo + 4}
		}
		if last := s.hi - 1; last > s.lo+2 && genitive(&t.tok[last-1]) && (at(last, "words") || at(last, "view") || at(last, "telling")) {
			return stretch{s.lo + 1, last - 1}, stretch{s.lo, s.hi}
		}
	case "as":
		for i := s.lo + 2; i < s.hi; i++ {
			switch t.tok[i].low {
			case "puts", "put", "tells", "told", "sees", "saw", "says", "said", "has", "had", "would", "explains", "framed", "frames", "describes":
				if t.tok[s.hi-1].low == "it" || i == s.hi-1 && t.tok[i].low[0] == 's' {
					return stretch{s.lo + 1, i}, stretch{i, i + 1}
				}
			}
		}
	}
	return np, cue
}

// commaOutside returns the first comma of a stretch outside quotations, its end for none.
func (r *titleReader) commaOutside(s stretch) int {
	for i := s.lo; i < s.hi; i++ {
		if r.t.tok[i].low == "," && !r.t.tok[i].is(flagQuoted) {
			return i
		}
		if k := &r.t.tok[i]; k.low == "," && i+1 < s.hi && r.t.tok[i+1].kind == quoteToken {
			return i // the comma that closes a quotation
		}
	}
	return s.hi
}
