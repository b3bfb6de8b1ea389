package extract

import (
	"strings"

	"parley/model"
)

// participle finds who speaks by a participle without a comma: "Hundreds march in
// Paris urging A", "Guards hold protesters demanding A".
func (r *titleReader) participle(lo, i int, v headVerb) stretch {
	switch {
	case v.things && r.word(r.t, i-1)&hPaper == 0 && !v.awaits() || v.frame == frameAct || v.frame == frameNone:
		return stretch{}
	case (v.typ == "promise" || v.typ == "praise") && r.word(r.t, i-1)&hPaper != 0: // "X signs letter praising A"
	case v.typ != "appeal" && v.typ != "demand" && v.typ != "criticism" && v.typ != "accusation" && v.frame != frameSay && v.frame != frameWarn && !v.awaits():
		return stretch{}
	case r.t.tok[i-1].low == "in" && r.any(lo+1, i-2, "joins", "joined", "join"): // "X joins Y in urging A"
		if np, verb := r.subject(stretch{lo, i}); verb >= 0 && r.any(verb, verb+1, "joins", "joined", "join") && r.canSpeak(np) && r.knownOrPeople(np) {
			return np
		}
		return stretch{}
	case r.word(r.t, i-1)&(hDeterminer|hPrep|hAdverb|hAux) != 0 || !r.t.tok[i-1].wordy() || genitive(&r.t.tok[i-1]) || r.lex.of(&r.t.tok[i-1])&classAnd != 0:
		return stretch{} // "a warning", "amid backing"
	}
	np, verb := r.subject(stretch{lo, i})
	if verb < 0 || verb >= i-1 {
		return stretch{}
	}
	if r.word(r.t, i-1)&hPaper != 0 {
		return r.signer(np, verb, i-1)
	}
	if r.any(verb, verb+1, "vetoes", "vetoed", "veto", "blocks", "blocked", "block", "defeats", "defeated", "kills", "killed") && r.t.tok[i-1].low != "," {
		return stretch{} // "X vetoes motion calling for A"
	}
	if against, _, ok := r.verbs.match(r.t.tok, verb); ok && (against.typ == "rejection" || against.typ == "criticism") && r.t.tok[i-1].low != "," {
		return stretch{} // "X rejects motion calling for A"
	}
	from := i - 1
	for from > verb+1 && r.word(r.t, from-1)&hPrep == 0 {
		from--
	}
	for _, c := range []stretch{{from, i}, np} { // the nearer one, if it is people
		if c.lo >= c.hi || !r.canSpeak(c) {
			if c.lo > 0 && r.t.tok[c.lo-1].low == "of" {
				break // "a film of divers saying A"
			}
			continue
		}
		if r.arePeople(c) && (!r.cased || r.knownOrPeople(c)) || c == np && r.knownSpeaker(c) {
			return c
		}
	}
	return stretch{}
}

// signer returns who speaks by the paper at i: its owner ("X blocks Y's statement urging A"),
// or the subject where he signs or sends it; empty for others.
func (r *titleReader) signer(np stretch, verb, i int) stretch {
	for _, m := range r.who.mentions(r.t, verb+1, i) {
		if m.hi == i-1 && genitive(&r.t.tok[i-1]) {
			return stretch{m.lo, m.hi}
		}
	}
	if r.word(r.t, verb)&hIssues != 0 && r.canSpeak(np) && (r.personOrKnown(np) || r.knownOrPeople(np)) {
		return np
	}
	return stretch{}
}

// arePeople tells whether a phrase means people of a kind or persons.
func (r *titleReader) arePeople(np stretch) bool {
	for _, p := range r.parties(np) {
		if p.capacity == "collective" {
			return false
		}
	}
	return true
}

// byAgent reads "X urged by Y to A" and "X accused by Y of A": Y speaks.
func (r *titleReader) byAgent(s stretch, i, k int, v headVerb) (stretch, int, bool) {
	lo := i + k + 1
	blames := v.frame == frameJudge && !v.things && (v.typ == "criticism" || v.typ == "rejection" || v.typ == "praise" || v.typ == "accusation")
	if lo >= s.hi || r.t.tok[lo-1].low != "by" || v.frame != frameAsk && v.frame != frameTell && v.frame != frameWarn && !blames {
		return stretch{}, 0, false
	}
	end := lo
	for end < s.hi && r.word(r.t, end)&(hPrep|hBreak) == 0 && r.t.tok[end].low != "to" && r.t.tok[end].wordy() {
		end++
	}
	np := stretch{lo, end}
	if np.lo >= np.hi || end+1 >= s.hi && !(blames && end == s.hi) || !r.canSpeak(np) || !r.personOrKnown(np) && !r.knownOrPeople(np) {
		return stretch{}, 0, false
	}
	content := stretch{end, r.contentEnd(min(end, s.hi-1), s.hi)}
	bare := end == s.hi || content.empty() || r.word(r.t, end)&hBreak != 0 && (r.t.tok[end].low != "as" || r.clauseFollows(end+1, s.hi) || r.goesOnMeanwhile(end+1, s.hi))
	switch {
	case blames && v.lemma != "accuse" && bare:
		content.lo = r.clauseStart(s, i)
		content.hi = r.backOverAdverbs(content.lo, i)
		if content.hi-content.lo > 8 || content.empty() || r.hasVerb(content) || r.word(r.t, content.lo)&(hPrep|hBreak) != 0 || r.actsOn(stretch{end - 1, s.hi}) {
			return stretch{}, 0, false
		}
		r.add(headFound{speakers: r.parties(np), speaker: np, cue: stretch{i, i + k}, content: content, typ: v.typ, stance: v.stance, rule: "passive:" + v.lemma})
		return np, end, true
	case bare:
		return stretch{}, 0, false
	case blames && r.any(end, end+1, "over", "for", "as", "at"):
		content.lo++
		if r.actsOn(content) {
			return stretch{}, 0, false
		}
	}
	switch r.t.tok[end].low {
	case "of", "about":
		content.lo++
	case "for", "as", "at":
		if !blames {
			return stretch{}, 0, false
		}
	case "to", "over", "against", "not", "that":
	default:
		return stretch{}, 0, false
	}
	r.add(headFound{speakers: r.parties(np), speaker: np, cue: stretch{i, i + k}, content: content, typ: v.typ, stance: v.stance, rule: "passive:" + v.lemma})
	return np, content.hi, true
}

// agentless reads a passive that keeps silent about who spoke: "X told to A", "X
// accused of A", "X criticised over A".
func (r *titleReader) agentless(s, np stretch, i, k int, v headVerb) {
	t := r.t
	lo := i + k
	if lo+1 >= s.hi || r.cased || r.word(t, np.lo)&hDeterminer != 0 || strings.HasSuffix(t.tok[np.lo].low, "sands") || t.tok[np.hi-1].low == "," || t.tok[i-1].low == "," || r.any(np.hi, i, "not", "to", "will", "may", "could", "should", "be", "been", "being") {
		return
	}
	w := t.tok[lo].low
	toldTo := w == "to" || w == "not" && t.tok[lo+1].low == "to"
	switch {
	case (v.frame == frameTell || v.frame == frameAsk || v.frame == frameWarn) && toldTo && !strings.Contains(v.lemma, " "):
	case v.lemma == "tell" && r.word(t, np.hi-1)&hReport != 0 && lo+2 < s.hi && (r.word(t, lo)&hPrep == 0 || w == "how" || w == "that"):
	case v.lemma == "tell" && (w == "they" || w == "he" || w == "she" || w == "it"):
	case v.lemma == "tell" && w == "of" && r.word(t, np.hi-1)&hReport != 0:
		lo++
	case v.names() && t.tok[lo].kind == quoteToken:
	case v.frame == frameWarn && t.tok[lo].kind == wordToken && r.word(t, lo)&hPrep == 0 && r.clauseFollows(lo, s.hi):
	case v.frame == frameWarn && (w == "over" || w == "about" || w == "against" || w == "of" && !r.knownSpeaker(np)):
		lo++
	case (v.lemma == "accuse" && w == "of" || v.lemma == "blame" && w == "for") && r.namesSomebody(np):
		lo++
	case v.frame == frameJudge && !v.things && (v.typ == "criticism" || v.typ == "praise") && (w == "for" || w == "over" || w == "as"):
		lo++
	default:
		return
	}
	if content := (stretch{lo, r.contentEnd(lo, s.hi)}); v.lemma == "tell" && !toldTo || !r.actsOn(content) {
		for by := content.lo + 1; by < s.hi-1; by++ { // "X urged to A by Y"
			if np := (stretch{by + 1, s.hi}); t.tok[by].low == "by" && r.canSpeak(np) && (r.personOrKnown(np) || r.knownOrPeople(np)) {
				r.add(headFound{speakers: r.parties(np), speaker: np, cue: stretch{i, lo}, content: stretch{lo, by}, typ: v.typ, stance: v.stance, rule: "passive:" + v.lemma})
				return
			}
		}
		r.add(headFound{
			speakers: []party{{id: model.Unknown, name: model.Unknown, capacity: "anonymous", actor: -1}},
			cue:      stretch{i, lo}, content: content, typ: v.typ, stance: v.stance, rule: "passive:" + v.lemma,
		})
	}
}

// actsOn tells whether a finite verb stands in a stretch, so that a participle
// before it only describes the subject: "Man accused of A appears in court".
func (r *titleReader) actsOn(s stretch) bool {
	for i := s.lo + 1; i < s.hi; i++ {
		if r.thirdAt(i) && r.word(r.t, i)&hThing == 0 && !r.t.tok[i].is(flagQuoted) {
			return true
		}
	}
	return false
}

// namesSomebody tells a name from people of a kind: "Soldier accused of A" is the
// business of a court.
func (r *titleReader) namesSomebody(np stretch) bool {
	for _, p := range r.parties(np) {
		if p.capacity == "anonymous" {
			return false
		}
	}
	return true
}

// heardTail reads what somebody was told, at the end of a segment: "A, inquest told",
// "A, council heard". Who said it stays open. It returns what is left to read.
func (r *titleReader) heardTail(s stretch) (stretch, bool) {
	t := r.t
	for i := s.hi - 1; i > s.lo+2; i-- {
		told, heard := false, false
		switch t.tok[i].low {
		case "told", "warned", "advised", "instructed":
			told = true
		case "hears", "heard", "hear":
			heard = true
		}
		if !told && !heard || t.tok[i].is(flagQuoted) || i+1 < s.hi && !r.narratorAt(i+1, s.hi) {
			continue
		}
		end := r.backOverAdverbs(s.lo, i)
		lo := end
		for lo > s.lo && t.tok[lo-1].low != "," && t.tok[lo-1].kind != quoteToken {
			lo--
		}
		np := stretch{lo, end}
		if lo <= s.lo+1 || np.hi-np.lo < 1 || np.hi-np.lo > 5 || told && end == i && i+1 < s.hi || t.tok[lo-1].is(flagQuoted) || r.hasVerb(np) || heard && r.word(t, end-1)&hReport == 0 || told && !r.canSpeak(np) && !r.nounOf(np) {
			return s, false
		}
		content := stretch{s.lo, lo}
		r.taken = append(r.taken, content)
		r.addUnknown(stretch{i, i + 1}, content, "heard")
		return stretch{i + 1, s.hi}, true
	}
	return s, false
}

// addUnknown adds what was said without a word on who said it.
func (r *titleReader) addUnknown(cue, content stretch, rule string) {
	r.add(headFound{
		speakers: []party{{id: model.Unknown, name: model.Unknown, capacity: "anonymous", actor: -1}},
		cue:      cue, content: content, typ: "assertion", rule: "passive:" + rule,
	})
}
