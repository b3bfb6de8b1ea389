package extract

// clauses reads the clauses of segment n: an attribution at the end ("A, X
// says"), and every speaker with his verb ("X says A but warns of B").
func (r *titleReader) clauses(n int) {
	s := r.segs[n].stretch
	if at, ok := r.tail(s); ok {
		s = at
	}
	if r.question(s) {
		return
	}
	subject := stretch{}
	if n > 0 && r.segs[n].sep != "." && r.segs[n].sep != ":" && r.opensWithCue(s) {
		subject = r.last
	}
	for i := s.lo; i < s.hi; i++ {
		if r.inTaken(i) || r.t.tok[i].is(flagQuoted) {
			continue
		}
		v, k, ok := r.verbs.match(r.t.tok, i)
		if !ok || v.frame == frameNone || i+k > s.hi {
			continue
		}
		if np, end, ok := r.verbClause(s, i, k, v, subject); ok {
			subject, r.last = np, np
			i = end - 1
		}
	}
}

// opensWithCue tells whether a segment goes on with a verb of the speaker before:
// "… — but rules out A".
func (r *titleReader) opensWithCue(s stretch) bool {
	if s.lo < s.hi && (r.t.tok[s.lo].low == "but" || r.t.tok[s.lo].low == "and") {
		s.lo++
	}
	return s.lo < s.hi && r.cueAt(s.lo)
}

func (r *titleReader) inTaken(i int) bool {
	for _, s := range r.taken {
		if s.lo <= i && i < s.hi {
			return true
		}
	}
	return false
}

// verbClause reads the clause of a verb of k tokens at i: whom it reports and
// what. It returns the speaker and where the content ends.
func (r *titleReader) verbClause(s stretch, i, k int, v headVerb, last stretch) (stretch, int, bool) {
	switch r.t.tok[max(s.lo, r.clauseStart(s, i)-1)].low {
	case "if", "when", "unless", "because", "once":
		return stretch{}, 0, false
	}
	np, shared, future := r.speakerBefore(s, i, v, last)
	switch r.t.tok[np.lo].low {
	case "if", "when", "unless", "because", "once":
		return np, 0, false
	}
	if np.lo >= np.hi || !shared && !r.canSpeak(np) {
		return np, 0, false
	}
	np = r.withoutLead(np)
	if shared && i > s.lo && r.word(r.t, i-1)&hBreak != 0 && v.form&inIng == 0 {
		return np, 0, false // "X does A as state prepares"
	}
	if shared && np.hi-np.lo == 1 && !r.knownOrPeople(np) || r.passive(i+k, np, v) {
		return np, 0, false
	}
	f := headFound{speakers: r.who.parties(r.t, np.lo, np.hi), speaker: np, cue: stretch{i, i + k}, typ: v.typ, stance: v.stance, rule: "pattern-5:" + v.lemma}
	if v.things && (!r.strongSpeaker(f.speakers) || !r.knownOrPeople(np) && (r.cased || r.has("'s", np.lo, np.hi))) {
		return np, 0, false
	}
	if (v.frame == frameAct || v.frame == frameTell) && r.any(np.hi, i, "may", "might", "could") {
		return np, 0, false // the narrator guesses
	}
	if future {
		f.modality = "future"
	}
	r.plain = v.form&inThird == 0 && v.form&inBase != 0
	lo := i + k
	hi := r.contentEnd(lo, s.hi)
	if lo >= s.hi || (v.frame == frameTell || v.frame == frameWarn) && r.colonAt(s.hi) && r.canSpeak(stretch{lo, s.hi}) {
		return r.colonContent(f, s)
	}
	if lo >= hi || !r.t.tok[lo].wordy() && r.t.tok[lo].kind != quoteToken && r.t.tok[lo].low != "$" && r.t.tok[lo].low != "€" && r.t.tok[lo].low != "£" || !r.frameFits(v, lo, hi) {
		return np, 0, false
	}
	f.content = stretch{lo, hi}
	switch v.frame {
	case frameTell:
		f.content.lo, f.address = r.afterAddressee(lo, hi)
	case frameWarn:
		f.content.lo, f.address = r.afterWarned(lo, hi)
	}
	switch {
	case v.typ == "rejection" && r.negated(np.hi, i): // "won't rule out": open
		f.typ, f.modality = "assertion", "hedged"
	case r.negated(np.hi, i), v.lemma == "refuse", v.lemma == "decline":
		f.modality = "negated"
	}
	r.add(f)
	return np, hi, true
}
