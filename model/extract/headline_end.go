package extract

import (
	"strings"

	"parley/model"
)

// contentEnd returns where what was said ends and the narrator goes on.
func (r *titleReader) contentEnd(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if r.endsContent(lo, i, hi) {
			return i
		}
	}
	return hi
}

func (r *titleReader) endsContent(lo, i, hi int) bool {
	t := r.t
	k := &t.tok[i]
	if k.is(flagQuoted) || i == lo {
		return false
	}
	if r.counted(i+1) && r.word(t, i-1)&(hVerb|hAux) == 0 {
		return true // "…, two days before the summit"
	}
	if k.low == "following" && r.word(t, i-1)&(hAux|hPrep) != 0 || k.low == "after" && r.word(t, i-1)&hCloser != 0 {
		return false // "they were following the rules", "answers on following the order", "right after the vote"
	}
	if _, n, ok := r.breaks.match(t.tok, i); ok && i+n < hi && !r.counted(i) && !(r.counted(i-1) && i > lo+1) {
		switch {
		case r.outlasts(lo, i, hi), k.low == "as" && r.quotedUpTo(i+1, hi), r.oddsBehind(lo, i, hi):
			return false
		case k.low == "as":
			return t.tok[i-1].low == "," || !r.guise(i+1, hi) && !r.roleBefore(i+1, hi) && (r.clauseFollows(i+1, hi) || r.pluralActs(i+1, hi) || r.setOut(i+1, hi) || r.goesOnMeanwhile(i+1, hi))
		case k.low == "ahead":
			return t.tok[i+1].low == "of"
		case r.anyQuote(stretch{i, hi}) && !r.anyQuote(stretch{lo, i}) && !r.hasCue(stretch{i, hi}):
			return false // the speaker's own words follow
		}
		return true
	}
	if _, _, ok := r.settings.match(t.tok, i); ok && (k.low != "on" || r.judges()) && !r.any(lo, i, "post", "posts", "posted", "posting", "shared", "published", "appeared", "seen") {
		return true // "… in an interview"
	}
	if (r.frame == frameJudge || r.frame == frameAsk || r.frame == frameAct) && r.staged(i, hi) || r.frame != frameNone && r.spokenIn(i, hi) {
		return true
	}
	switch k.low {
	case ",":
		return i+1 >= hi || r.partsAt(i+1, hi) || r.pluralSpeaks(i+1, hi) || r.anotherBehind(lo, i, hi)
	case "with":
		return hi-i > 2 && hi-i < 7 && r.word(t, hi-1)&hOnset != 0 && strings.HasSuffix(t.tok[hi-1].low, "ing") && r.word(t, hi-2)&(hPrep|hDeterminer) == 0 // "… with the vote looming"
	case "and":
		return r.cueAt(i+1) || r.goesOnPlain(i+1, hi) || r.frame != frameSay && i+1 < hi && r.lex.of(&t.tok[i+1])&classAuxiliary != 0 && !r.hasVerb(stretch{lo, i})
	case "but":
		return r.cueAt(i+1) || r.goesOnPlain(i+1, hi) || r.judges() && (r.thirdAt(i+1) || r.word(t, i+1)&hAux != 0 || r.clauseFollows(i+1, hi) && !r.anyQuote(stretch{lo, hi})) ||
			t.tok[lo].low == "to" && r.mayNarrate(i+1, hi)
	case "on": // "… on the 80th anniversary of the attack"
		return r.any(i+1, min(i+4, hi), "anniversary")
	}
	if i > lo+1 && t.tok[i-1].kind == quoteToken && !t.tok[i-1].is(flagOpens) && t.tok[i-2].low == "," && (r.partsAt(i, hi) || r.thirdAt(i)) {
		return true // "calls it 'a farce,' says A"
	}
	return k.low == "even" && i+1 < hi && t.tok[i+1].low == "as"
}

// anotherBehind tells whether what somebody else does or is stands behind the comma at i, which so
// ends a content that is no clause of its own.
func (r *titleReader) anotherBehind(lo, i, hi int) bool {
	noClause := r.t.tok[lo].low == "to" || r.judges() || r.frame == frameAsk
	noClause = noClause || r.frame != frameNone && !r.hasVerb(stretch{lo, i}) && !r.anyQuote(stretch{lo, i})
	return noClause && r.anotherActs(i+1, hi) || r.frame != frameSay && r.frame != frameNone && r.anotherIs(i+1, hi)
}

// oddsBehind tells whether a name without a verb goes on at i with when it would be, and ends
// with how likely that is: "truce before vote unlikely".
func (r *titleReader) oddsBehind(lo, i, hi int) bool {
	return r.any(i, i+1, "before", "after", "until", "by", "during") && !r.hasVerb(stretch{lo, i}) && r.word(r.t, hi-1)&hOdds != 0
}

// quotedUpTo tells whether a quotation at i ends its clause: "hails line as 'historic', thanks A".
func (r *titleReader) quotedUpTo(i, hi int) bool {
	for _, q := range r.t.quotes {
		if q.open == i {
			return q.close+1 >= hi || r.t.tok[q.close+1].low == ","
		}
	}
	return false
}

// anotherActs tells whether somebody else does something in a clause of the narrator's at i,
// behind what one speaker means to do: "refuses to pay, Malta recalls envoy".
func (r *titleReader) anotherActs(i, hi int) bool {
	m, ok := r.who.nameAt(r.t, i)
	return ok && m.how != byAdjective && m.hi+1 < hi && (r.thirdAt(m.hi) && r.word(r.t, m.hi)&hThing == 0 || r.looksThird(m.hi) && !r.compoundAt(m.hi))
}

// anotherIs tells whether somebody else is something in his own word at i: "offers to host talks,
// Malta 'open' to idea".
func (r *titleReader) anotherIs(i, hi int) bool {
	m, ok := r.who.nameAt(r.t, i)
	return ok && m.how != byAdjective && m.hi+1 < hi && r.t.tok[m.hi].kind == quoteToken && r.t.tok[m.hi].is(flagOpens)
}

// mayNarrate tells whether what stands at i, behind "but" and what somebody means to do, is
// a clause of the narrator's: "vows to stay but date remains unknown".
func (r *titleReader) mayNarrate(i, hi int) bool {
	return i < hi && r.word(r.t, i)&(hAdverb|hNegator|hPronoun|hPrep|hAux|hVerb) == 0 && r.lex.of(&r.t.tok[i])&classPronoun == 0 && (r.clauseFollows(i, hi) || r.any(i+1, hi, "still", "yet", "remains", "remain"))
}

// partsAt tells whether what stands at i behind a comma is no part of what was said:
// the speaker or somebody else goes on there.
func (r *titleReader) partsAt(i, hi int) bool {
	t := r.t
	if w := t.tok[i].low; w == "but" || w == "and" || w == "while" {
		_, other := r.who.nameAt(t, min(i+1, hi-1)) // "says deal is near, but work remains" is all his
		if m, ok := r.who.nameAt(t, min(i+1, hi-1)); ok && r.frame == frameSay && m.hi+1 < hi && r.word(t, m.hi)&hAux != 0 && t.tok[m.hi+1].kind == quoteToken && !r.hasCue(stretch{i, hi}) {
			return false // "says he would go, but Quell is 'no friend'": the words are his
		}
		return r.cueAt(i+1) || w == "but" && r.frame != frameNone && (r.clauseFollows(i+1, hi) && (other || r.judges() || r.frame == frameAsk) || r.thirdAt(i+1))
	}
	if at, _ := r.disputes(i, hi); at.lo < at.hi || t.tok[i].low == "then" && i+1 < hi && (r.thirdAt(i+1) || r.looksPlainThird(i+1)) {
		return true
	}
	return r.cueAt(i) || r.thirdAt(i) && i+1 < hi && (t.tok[i+1].wordy() || t.tok[i+1].is(flagOpens)) && (r.word(t, i)&hThing == 0 || r.who.known(t, i+1)) || r.anotherSays(i, hi) || r.plain && (r.plainCueAt(i) || r.any(i, i+1, "want", "seek", "eye", "mull", "brace")) || strings.HasSuffix(t.tok[i].low, "ing") && t.tok[i].kind == wordToken && len(t.tok[i].low) > 5 || r.attributionAt(i, hi)
}

// outlasts tells whether what is said to come is tied to the end of what goes on now, so
// that this is part of it: "troops will go after war ends", "before year is out".
func (r *titleReader) outlasts(lo, i, hi int) bool {
	t := r.t
	if w := t.tok[i].low; w != "after" && w != "before" || r.judges() {
		return false
	}
	if t.tok[i].low == "before" && (r.any(i+1, min(i+5, hi), "can", "could", "may") || r.frame != frameSay && i+1 < hi && strings.HasSuffix(t.tok[i+1].low, "ing") && r.any(lo, i, "to", "must", "should")) {
		return true // "must drop levy before talks can begin", "to 'think twice' before raising A"
	}
	if i > lo && r.any(i-1, i, "come", "comes", "happen", "happens", "place", "only", "not", "long", "until") {
		return true // "truce should come before talks", "lift it only after vote"
	}
	from := i + 1
	if from < hi && r.word(t, from)&hDeterminer != 0 {
		from++
	}
	for k := from; k+1 < hi && k < from+3; k++ {
		if r.word(t, k)&hLasting != 0 && r.word(t, k+1)&hTurns != 0 {
			return r.any(lo, i, "will", "would", "wo", "won't", "'ll", "to", "must", "should", "can", "could", "may", "might", "pledge", "pledges", "plan", "plans", "not")
		}
	}
	return false
}

// pluralActs guesses that a plural and its verb in the plain form stand at i: "as
// talks break down", not "as news" or "as sanctions relief".
func (r *titleReader) pluralActs(i, hi int) bool {
	t := r.t
	if i+1 >= hi || r.cased {
		return false
	}
	noun, verb := &t.tok[i], &t.tok[i+1]
	switch noun.low {
	case "sanctions", "arms", "news", "sports", "sales", "savings", "goods", "services", "earnings", "politics", "economics", "always", "hostages":
		return false
	}
	if noun.kind != wordToken || noun.is(flagCapital) || !strings.HasSuffix(noun.low, "s") || strings.HasSuffix(noun.low, "ss") || r.word(t, i)&hDeterminer != 0 || r.lex.of(noun) != 0 {
		return false
	}
	return verb.kind == wordToken && !verb.is(flagCapital) && r.word(t, i+1)&hPrep == 0 && r.lex.of(verb)&(classPreposition|classAnd|classConjunction|classRelative) == 0 &&
		!strings.HasSuffix(verb.low, "s") && !strings.HasSuffix(verb.low, "ed") && !strings.HasSuffix(verb.low, "ing")
}

// guise tells whether what stands behind "as" at i only says what something is: "as part of
// peace push".
func (r *titleReader) guise(i, hi int) bool {
	if i < hi && r.word(r.t, i)&hDeterminer != 0 {
		i++
	}
	return i+1 < hi && r.word(r.t, i)&hGuise != 0 && r.any(i+1, i+2, "of", "to", "for", "towards", "toward", "in", "against")
}

// roleBefore tells whether what stands behind "as" at i only says what something is up to a
// comma, behind which the speaker goes on: "as client, hints".
func (r *titleReader) roleBefore(i, hi int) bool {
	for j := i; j < hi && j < i+4; j++ {
		if r.t.tok[j].low == "," {
			return j > i && r.cueAt(j+1)
		}
		if !r.t.tok[j].wordy() || r.word(r.t, j)&(hVerb|hAux) != 0 || r.thirdAt(j) {
			return false
		}
	}
	return false
}

// goesOnMeanwhile tells whether a noun and a verb that says what goes on stand at i, though
// the noun is parted from it: "as talks with Y begin", "as new tariffs kick in".
func (r *titleReader) goesOnMeanwhile(i, hi int) bool {
	t, several := r.t, false
	for j := i; j < hi && j < i+8; j++ {
		k := &t.tok[j]
		if !k.wordy() && k.low != "-" || k.is(flagQuoted) {
			return false
		}
		if c := r.word(t, j-1); j > i && r.word(t, j)&hOnset != 0 && c&(hPrep|hDeterminer) == 0 && t.tok[j-1].low != "to" {
			if strings.HasSuffix(k.low, "s") && !strings.HasSuffix(k.low, "ss") {
				return true
			}
			if several && !strings.HasSuffix(k.low, "ing") {
				return true
			}
		}
		several = several || k.low == "and" || strings.HasSuffix(k.low, "s") && !strings.HasSuffix(k.low, "ss") || k.low == "people"
	}
	return false
}

// pluralSpeaks tells whether somebody else begins to speak at i behind a comma, by a verb in
// its plain form: "X hails truce, Mardenians fear A".
func (r *titleReader) pluralSpeaks(i, hi int) bool {
	for j := i + 1; j+1 < hi && j < i+5; j++ {
		v, n, ok := r.verbs.match(r.t.tok, j)
		if !ok || v.frame == frameNone || v.form&inBase == 0 || j+n >= hi || v.clause || v.quoted {
			continue
		}
		np := stretch{i, j}
		return r.t.tok[j+n].wordy() && r.word(r.t, j+n)&(hPrep|hBreak|hAux) == 0 && r.plural(np) && r.canSpeak(np) && r.knownOrPeople(np) && !r.who.known(r.t, j)
	}
	return false
}

// setOut tells whether somebody is to do something at i: "as Quell to visit Oslo".
func (r *titleReader) setOut(i, hi int) bool {
	m, ok := r.who.nameAt(r.t, min(i, hi-1))
	return ok && m.hi+1 < hi && m.how != byAdjective && r.t.tok[m.hi].low == "to" && r.word(r.t, m.hi+1)&(hDeterminer|hPronoun|hPrep) == 0
}

// staged tells whether the place where somebody spoke stands at i: "… at rowdy town hall".
func (r *titleReader) staged(i, hi int) bool {
	if w := r.t.tok[i].low; w != "at" && w != "in" && w != "during" {
		return false
	}
	for j := i + 1; j < hi && j < i+5; j++ {
		if r.word(r.t, j)&hStage != 0 {
			return j+1 >= hi || r.narratorAt(j+1, hi)
		}
		if r.any(j, j+1, "end", "start", "close") && j+1 < hi && r.t.tok[j+1].low == "of" {
			j++ // "at end of briefing"
			continue
		}
		if r.word(r.t, j)&hPrep != 0 {
			return false
		}
	}
	return false
}

// spokenIn tells whether what somebody spoke ends the clause behind "in" at i: "… in UN
// speech", "… in Quell talks".
func (r *titleReader) spokenIn(i, hi int) bool {
	t := r.t
	if t.tok[i].low != "in" || hi-i > 5 || hi-i < 2 || r.word(t, i-1)&hPrep != 0 {
		return false
	}
	for j := i + 1; j < hi; j++ {
		if !t.tok[j].wordy() || r.word(t, j)&hPrep != 0 {
			return false
		}
	}
	if r.word(t, hi-1)&hSpoken != 0 {
		return true
	}
	m, ok := r.who.nameAt(t, i+1)
	return ok && m.hi == hi-1 && r.who.actors[m.actor].Kind == model.Person && r.any(hi-1, hi, "talks", "call", "meeting", "phone")
}

// judges tells whether the verb last read takes an object and no clause, so that a
// verb behind "but" is the narrator's.
func (r *titleReader) judges() bool { return r.frame == frameJudge || r.frame == frameAct }

// counted tells whether "days before" and the like stand at i behind a number:
// that belongs to the verb before it in "X has 10 days before tariffs".
func (r *titleReader) counted(i int) bool {
	if i < 1 || i >= len(r.t.tok) {
		return false
	}
	_, n, ok := r.breaks.match(r.t.tok, i)
	p := &r.t.tok[i-1]
	return ok && n == 2 && strings.HasSuffix(r.t.tok[i].low, "s") && (p.kind == numberToken || r.word(r.t, i-1)&hDeterminer != 0)
}
