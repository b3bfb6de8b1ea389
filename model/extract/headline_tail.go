package extract

import "strings"

// tail reads an attribution that stands after what was said, and returns what is
// left to read after it.
func (r *titleReader) tail(s stretch) (stretch, bool) {
	t := r.t
	for i := s.hi - 1; i > s.lo+1; i-- {
		if !r.mayAttribute(i) {
			continue
		}
		np, cue, end, ok := r.attribution(i, s.hi)
		if !ok || r.cueAt(np.lo) && np.hi-np.lo > 2 && r.has("to", np.lo, np.hi) {
			continue // "X visits Y, asks Z to drop claims"
		}
		if cue.lo == i && !r.isOutlet(np) && r.sharesSubject(stretch{s.lo, i}, np, cue.lo) {
			continue
		}
		content := stretch{s.lo, i}
		if end == s.hi && r.colonAt(end) && r.word(t, s.lo)&(hPrep|hBreak) != 0 {
			continue // "After A, X warns: B"
		}
		rest := stretch{end, s.hi}
		if r.isOutlet(np) {
			return stretch{s.lo, i}, true
		}
		v, k, _ := r.verbs.match(t.tok, cue.lo)
		if k > 0 {
			cue.hi = cue.lo + k
		}
		f := headFound{speakers: r.parties(np), speaker: np, cue: cue, content: content, typ: v.typ, stance: v.stance, rule: "pattern-4:attribution-after"}
		if q, quoted := r.wholeQuote(r.trimContent(content)); quoted {
			f.content, f.rule = stretch{q.open, q.close + 1}, "pattern-3:quotation-attributed"
		}
		if end+1 < s.hi && t.tok[end].low == "," && i-s.lo < 6 && !r.hasVerb(content) && r.hasVerb(rest) && r.word(t, end+1)&hBreak == 0 {
			f.content, rest = stretch{end + 1, s.hi}, stretch{s.hi, s.hi} // "Cargo, X says, helped trade"
		}
		if !r.anyQuote(content) {
			r.inner(content)
		}
		r.taken = append(r.taken, content)
		if !r.ranking(content, cue) {
			r.add(f)
		}
		return rest, true
	}
	return s, false
}

// firstWords returns what stands at lo before a preposition or a narrator's word.
func (r *titleReader) firstWords(lo, hi int) stretch {
	end := lo
	for end < hi && r.t.tok[end].wordy() && r.word(r.t, end)&(hPrep|hBreak) == 0 {
		end++
	}
	return stretch{lo, end}
}

// opensName tells whether words behind a verb can name who says it: they begin
// like a name, or say what he is ("says top general").
func (r *titleReader) opensName(np stretch) bool {
	if r.word(r.t, np.lo)&(hPrep|hBreak) != 0 || r.goesOn(np) || np.hi-np.lo > 1 && r.any(np.lo, np.lo+1, "he", "she", "it", "they", "we", "i", "there") {
		return false
	}
	if k := &r.t.tok[np.lo]; k.is(flagCapital) || r.word(r.t, np.lo)&hDeterminer != 0 || r.lex.of(k) != 0 {
		return true
	}
	for i := np.lo; i < np.hi; i++ {
		if r.noun(i) != 0 {
			return true
		}
	}
	return r.word(r.t, np.lo)&(hVerb|hAux|hAdverb|hPronoun) == 0 && r.t.tok[np.lo].wordy()
}

// goesOn tells whether words behind a verb are a clause of their own and name nobody:
// "says premier exceeded his powers".
func (r *titleReader) goesOn(np stretch) bool {
	for i := np.lo + 1; i+1 < np.hi; i++ {
		if k := &r.t.tok[i]; strings.HasSuffix(k.low, "ed") && !k.is(flagCapital) && r.lex.of(&r.t.tok[i+1])&(classPossessive|classDeterminer) != 0 {
			return true
		}
	}
	return false
}

// sharesSubject tells whether a verb at the end has its subject before it, so that
// what stands behind it is no speaker: "X meets Y, warns Z", "X rates Y a 10, says
// deal near".
func (r *titleReader) sharesSubject(before, np stretch, cue int) bool {
	if r.titled(np) && !r.cased {
		return false // "…, argues historian Ada Quell"
	}
	if !r.knownOrPeople(np) && r.speaksBefore(before) {
		return true
	}
	v, _, ok := r.verbs.match(r.t.tok, cue)
	if v.lemma == "expect" && !r.knownOrPeople(np) && r.who.known(r.t, before.lo) {
		return true // "Norway grants licence, expects little of it"
	}
	if !ok || v.frame == frameSay && (r.canSpeak(np) || r.word(r.t, np.hi-1)&hReport != 0) {
		return false
	}
	if v.after && v.frame == frameClaim && v.typ == "assertion" && !v.clause && r.canSpeak(np) && r.knownOrPeople(np) && !r.knownSpeaker(np) {
		return false // "Deal is dead, argues aide": nobody argues an aide
	}
	subject, verb := r.subject(before)
	if v.after && (v.frame == frameClaim || v.frame == frameAsk) && r.knownSpeaker(np) && verb >= 0 && !r.knownSpeaker(subject) {
		return false // "Crew may never be found, fears Norway"
	}
	return verb >= 0 && r.canSpeak(subject)
}

// speaksBefore tells whether a clause has a known speaker of its own, who goes on behind
// a comma: "X calls Y a success, confirms Bergen" as the place of it.
func (r *titleReader) speaksBefore(s stretch) bool {
	np, verb := r.subject(s)
	return verb >= 0 && r.cueAt(verb) && r.canSpeak(np) && r.knownOrPeople(r.withoutLead(np))
}

func (r *titleReader) tailAttribution(s stretch) bool {
	for i := s.lo + 2; i < s.hi; i++ {
		if r.mayAttribute(i) {
			if np, _, _, ok := r.attribution(i, s.hi); ok {
				return !r.isOutlet(np)
			}
		}
	}
	return false
}

func (r *titleReader) attributionAt(i, hi int) bool {
	_, _, _, ok := r.attribution(i, hi)
	return ok
}

// mayAttribute tells whether an attribution may begin at i: after a comma or
// after a closing mark.
func (r *titleReader) mayAttribute(i int) bool {
	p := &r.t.tok[i-1]
	if r.t.tok[i].is(flagQuoted) {
		return false
	}
	return p.low == "," && !p.is(flagQuoted) || p.kind == quoteToken && !p.is(flagOpens) || r.t.tok[i].low == "according"
}

// attribution reads "X says" or "says X" from i to the end of the segment or to
// where the narrator goes on.
func (r *titleReader) attribution(i, hi int) (np, cue stretch, end int, ok bool) {
	t := r.t
	if c := r.word(t, i); c&(hPrep|hBreak) != 0 && t.tok[i].low != "per" {
		return np, cue, 0, false
	}
	if v, n, is := r.verbs.match(t.tok, i); is && v.invertible() && (!v.quoted || r.anyQuote(stretch{0, i})) && (v.form&(inThird|inPast) != 0 || v.form&inBase != 0 && (v.frame == frameSay || r.plural(r.firstWords(i+n, hi)))) {
		end = i + n
		for end < hi && !r.narratorAt(end, hi) {
			end++
		}
		np = stretch{i + n, end}
		object := v.frame == frameAsk || v.frame == frameJudge || v.frame == frameAct && v.lemma != "threaten"
		if np.lo < np.hi && !(object && (!r.canSpeak(np) || !r.knownSpeaker(np) || r.has("to", np.lo, np.hi))) && r.opensName(np) && (v.form&(inThird|inPast) != 0 && (v.frame == frameSay || r.cased || t.tok[np.lo].is(flagCapital)) || r.canSpeak(np) || r.nounOf(np) && r.plural(np)) && (r.isOutlet(np) || r.canSpeak(np) || np.hi-np.lo < 5 && !r.hasVerb(np) && r.t.tok[np.lo].wordy()) {
			return np, stretch{i, i + n}, end, true
		}
	}
	if t.tok[i].low == "according" && i+2 < hi && t.tok[i+1].low == "to" || t.tok[i].low == "per" {
		n := 2
		if t.tok[i].low == "per" {
			n = 1
		}
		if np = (stretch{i + n, hi}); r.isOutlet(np) || r.canSpeak(np) || np.hi-np.lo < 6 && !r.hasVerb(np) {
			return np, stretch{i, i + n}, hi, true
		}
		return np, cue, 0, false
	}
	for j := i + 1; j < hi && j < i+12; j++ {
		v, n, is := r.verbs.match(t.tok, j)
		if !is || v.quoted && !r.anyQuote(stretch{0, i}) || v.frame != frameSay && v.frame != frameWarn && v.frame != frameTell && !(v.frame == frameClaim && j+n >= hi) || v.form&(inThird|inPast|inBase) == 0 {
			continue
		}
		if v.frame == frameTell && hi == j+n && v.form&inPast != 0 {
			return np, cue, 0, false // "…, government told"
		}
		if v.form&inPast != 0 && (v.lemma == "expect" || r.any(r.backOverAdverbs(i, j), j, "is", "are", "was", "were", "be", "been")) {
			return np, cue, 0, false // "…, X is expected"
		}
		if genitive(&t.tok[j-1]) {
			return np, cue, 0, false // "X's say in Y"
		}
		if v.frame == frameTell && hi-j-n <= 3 && hi > j+n {
			if to := (stretch{j + n, hi}); r.addressed(to) {
				n = hi - j
			}
		}
		if v.frame == frameTell && hi-j-n > 3 {
			to := stretch{j + n, j + n}
			for to.hi < hi && to.hi < j+n+6 && !(r.narratorAt(to.hi, hi) && t.tok[to.hi].low != "and") {
				to.hi++
			}
			if to.hi < hi && r.narratorAt(to.hi, hi) && r.anyQuote(stretch{0, i}) && r.addressed(to) {
				n = to.hi - j // "'A,' X tells Y and Z before B"
			}
		}
		if of := j+n+1 < hi && t.tok[j+n].low == "of" && v.frame == frameSay && t.tok[i-1].kind == quoteToken || j+n+1 < hi && t.tok[j+n].low == "of" && t.tok[i-1].low == "," && r.anyQuote(stretch{0, i}); j+n < hi && !of && !r.narratorAt(j+n, hi) {
			return np, cue, 0, false
		}
		np = stretch{i, r.backOverAdverbs(i, j)}
		if m, ok := r.who.nameAt(t, i); ok && m.hi == np.hi && m.how == byAdjective && t.tok[i-1].kind == quoteToken {
			if _, noun := r.nouns[t.tok[j].id]; noun {
				return np, cue, 0, false // "'absurd' Norwegian claims"
			}
		}
		if first := &t.tok[i]; strings.HasSuffix(first.low, "ing") && len(first.low) > 5 && first.id == 0 && np.hi-np.lo > 1 && t.tok[i-1].low == "," && r.cased && !r.who.known(t, i) {
			return np, cue, 0, false // "…, Raising Famine Fears"
		}
		if v.form&(inThird|inPast) == 0 && !r.plural(np) {
			return np, cue, 0, false
		}
		if np.lo < np.hi && (r.isOutlet(np) || r.canSpeak(np) || r.onlyMouthed(j, v) && r.nounOf(np) || v.frame == frameSay && np.hi-np.lo < 5 && !r.hasVerb(np) && !r.hasComma(np)) {
			return np, stretch{j, j + n}, j + n, true
		}
		return np, cue, 0, false
	}
	return np, cue, 0, false
}

// narratorAt tells whether the narrator goes on at i.
func (r *titleReader) narratorAt(i, hi int) bool {
	t := r.t
	if !t.tok[i].wordy() {
		return t.tok[i].kind != quoteToken && !(t.tok[i].kind == dashToken && r.joins(i))
	}
	if _, _, ok := r.breaks.match(t.tok, i); ok {
		return true
	}
	switch t.tok[i].low {
	case "in", "on", "at", "during", "but", "and", "about", "over", "through":
		return !r.anyQuote(stretch{i, hi})
	}
	return false
}

// addressed tells whether what stands behind "tells" at the end is only whom or what
// somebody spoke to: "…, X tells parliament", "…, X tells BBC Radio".
func (r *titleReader) addressed(s stretch) bool {
	if r.canSpeak(s) || r.isOutlet(s) || r.hasVerb(s) || s.lo >= s.hi {
		return s.lo < s.hi && !r.hasVerb(s)
	}
	return !r.any(s.lo, s.hi, "to", "that", "it", "he", "she", "they", "we", "of", "about", "not") && r.word(r.t, s.lo)&(hPrep|hBreak) == 0 && !r.anyQuote(s)
}
