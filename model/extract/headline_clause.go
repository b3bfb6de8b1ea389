package extract

import "strings"

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

// tail reads an attribution that stands after what was said, and returns what is
// left to read after it.
func (r *titleReader) tail(s stretch) (stretch, bool) {
	t := r.t
	for i := s.hi - 1; i > s.lo+1; i-- {
		if !r.mayAttribute(i) {
			continue
		}
		np, cue, end, ok := r.attribution(i, s.hi)
		if !ok {
			continue
		}
		content := stretch{s.lo, i}
		rest := stretch{end, s.hi}
		if r.isOutlet(np) {
			return stretch{s.lo, i}, true
		}
		v, k, _ := r.verbs.match(t.tok, cue.lo)
		if k > 0 {
			cue.hi = cue.lo + k
		}
		f := headFound{speakers: r.who.parties(t, np.lo, np.hi), speaker: np, cue: cue, content: content, typ: v.typ, stance: v.stance, rule: "pattern-4:attribution-after"}
		if q, quoted := r.wholeQuote(r.trimContent(content)); quoted {
			f.content, f.rule = stretch{q.open, q.close + 1}, "pattern-3:quotation-attributed"
		}
		r.taken = append(r.taken, content)
		r.add(f)
		return rest, true
	}
	return s, false
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
	if c := r.word(t, i); c&(hPrep|hBreak) != 0 {
		return np, cue, 0, false
	}
	if v, n, is := r.verbs.match(t.tok, i); is && v.frame == frameSay && v.form&(inThird|inPast|inBase) != 0 {
		end = i + n
		for end < hi && !r.narratorAt(end, hi) {
			end++
		}
		np = stretch{i + n, end}
		if np.lo < np.hi && (r.isOutlet(np) || r.canSpeak(np) || np.hi-np.lo < 5 && !r.hasVerb(np) && r.t.tok[np.lo].wordy()) {
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
	}
	for j := i + 1; j < hi && j < i+12; j++ {
		v, n, is := r.verbs.match(t.tok, j)
		reports := !is && (t.tok[j].low == "reports" || t.tok[j].low == "reported")
		if !reports && (!is || v.frame != frameSay && v.frame != frameWarn && v.frame != frameTell && !(v.frame == frameClaim && j+n >= hi) || v.form&(inThird|inPast|inBase) == 0) {
			continue
		}
		if reports {
			n = 1
		}
		if is && v.frame == frameTell && hi == j+n && v.form&inPast != 0 {
			return np, cue, 0, false // "…, government told"
		}
		if is && v.frame == frameTell && hi-j-n <= 3 && hi > j+n {
			if to := (stretch{j + n, hi}); r.canSpeak(to) || r.isOutlet(to) || t.tok[j+n].low == "reporters" || t.tok[j+n].low == "me" {
				n = hi - j
			}
		}
		if j+n < hi && !r.narratorAt(j+n, hi) {
			return np, cue, 0, false
		}
		np = stretch{i, r.backOverAdverbs(i, j)}
		if !reports && v.form&(inThird|inPast) == 0 && !r.plural(np) {
			return np, cue, 0, false
		}
		if np.lo < np.hi && (r.isOutlet(np) || !reports && (r.canSpeak(np) || v.frame == frameSay && np.hi-np.lo < 5 && !r.hasVerb(np) && !r.hasComma(np))) {
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
		return t.tok[i].kind != quoteToken
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
	if shared && np.hi-np.lo == 1 && !r.knownOrPeople(np) || r.passive(i+k, np, v) {
		return np, 0, false
	}
	f := headFound{speakers: r.who.parties(r.t, np.lo, np.hi), speaker: np, cue: stretch{i, i + k}, typ: v.typ, stance: v.stance, rule: "pattern-5:" + v.lemma}
	if thingsToo[v.lemma] && (!r.strongSpeaker(f.speakers) || !r.knownOrPeople(np) && (r.cased || r.has("'s", np.lo, np.hi))) {
		return np, 0, false
	}
	if future {
		f.modality = "future"
	}
	r.plain = v.form&inThird == 0 && v.form&inBase != 0
	lo := i + k
	hi := r.contentEnd(lo, s.hi)
	if lo >= s.hi {
		return r.colonContent(f, s)
	}
	if lo >= hi || !r.t.tok[lo].wordy() && r.t.tok[lo].kind != quoteToken && r.t.tok[lo].low != "$" && r.t.tok[lo].low != "€" && r.t.tok[lo].low != "£" || !r.frameFits(v, lo, hi, s.hi) {
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

// colonContent reads "X says: A" and "X tells reporters: A", where what was said is
// the next segment.
func (r *titleReader) colonContent(f headFound, s stretch) (stretch, int, bool) {
	for i := 1; i < len(r.segs); i++ {
		if r.segs[i-1].hi == s.hi && r.segs[i].sep == ":" && !r.segs[i].label && !r.question(r.segs[i].stretch) {
			f.content = stretch{r.segs[i].lo, r.contentEnd(r.segs[i].lo, r.segs[i].hi)}
			r.segs[i].label = true
			r.add(f)
			return f.speaker, s.hi, true
		}
	}
	return f.speaker, 0, false
}

// thingsToo are verbs whose subject need not be a person: only a speaker who is
// known, or a person by kind or full name, speaks by them.
var thingsToo = map[string]bool{
	"threaten": true, "offer": true, "back": true, "support": true, "challenge": true, "question": true, "push": true,
	"press": true, "pressure": true, "see": true, "fault": true, "welcome": true, "spin": true, "rip": true, "signal": true,
	"suggest": true, "reveal": true, "indicate": true, "contradict": true, "propose": true, "call": true, "credit": true,
	"underscore": true, "underline": true, "confirm": true, "fear": true, "worry": true, "stress": true, "state": true,
	"note": true, "add": true, "argue": true, "raise concerns": true, "raise doubts": true, "cast doubt on": true,
	"celebrate": true, "deny": false, "hint": true, "imply": true, "promise": true, "give": true, "term": true, "brand": true,
	"label": true, "dub": true, "compare": true, "cheer": true,
}

// passive tells "Police told to …" and "X accused of …" from the active.
func (r *titleReader) passive(next int, np stretch, v headVerb) bool {
	if v.form&inPast == 0 || v.form&inThird != 0 {
		return false
	}
	if next-1 > np.hi { // "is argued"
		for i := np.hi; i < next-1; i++ {
			switch r.t.tok[i].low {
			case "is", "are", "was", "were", "be", "been", "being":
				return true
			}
		}
	}
	if next >= len(r.t.tok) {
		return true
	}
	w := r.t.tok[next].low
	switch v.frame {
	case frameTell, frameAsk, frameWarn, frameJudge:
		return w == "to" || w == "of" || w == "by" || w == "with" || w == "over" || w == "for" || w == "as" || w == "about" || w == "after" || w == "they" ||
			v.frame == frameTell && !r.strongSpeaker(r.who.parties(r.t, np.lo, np.hi))
	}
	return w == "by" || (w == "to" || w == "in") && v.lemma != "swear" && v.lemma != "refuse" && v.lemma != "decline" && v.lemma != "claim" && v.lemma != "promise" && v.lemma != "vow" && v.lemma != "pledge" && v.lemma != "threaten" && v.lemma != "offer" && v.lemma != "hope"
}

// knownOrPeople tells whether a phrase names a known actor or people of a kind.
func (r *titleReader) knownOrPeople(np stretch) bool {
	for _, p := range r.who.parties(r.t, np.lo, np.hi) {
		if p.actor < 0 && p.capacity != "anonymous" {
			return false
		}
	}
	return true
}

func (r *titleReader) hasComma(s stretch) bool { return r.has(",", s.lo, s.hi) }

// strongSpeaker tells whether the speakers are known, or persons by name or kind.
func (r *titleReader) strongSpeaker(ps []party) bool {
	for _, p := range ps {
		if p.actor < 0 && p.capacity == "collective" {
			return false
		}
	}
	return true
}

// speakerBefore finds who speaks by the verb at i: the noun phrase before it, or
// the speaker of the clause before when the verb follows a conjunction.
func (r *titleReader) speakerBefore(s stretch, i int, v headVerb, last stretch) (np stretch, shared, future bool) {
	t := r.t
	lo := r.clauseStart(s, i)
	end, aux := r.auxBefore(lo, i)
	switch {
	case v.form&inThird == 0 && v.form&inPast == 0 && v.form&inBase != 0 && aux == "" && !r.plural(r.withoutLead(stretch{lo, end})) && end > lo:
		return stretch{}, false, false
	case v.form == inIng && aux != "is" && end > lo:
		return stretch{}, false, false
	case end > lo && aux != "" && r.attempt(lo, end) > lo:
		return stretch{lo, r.attempt(lo, end)}, false, false
	case v.form&inThird == 0 && v.form&inBase != 0 && aux == "" && end > lo && r.headOf(stretch{lo, end}) != end:
		return stretch{}, false, false
	case end > lo && (genitive(&t.tok[end-1]) || r.nounBefore(end)):
		return stretch{}, false, false
	}
	future = aux == "to" || aux == "will"
	if end > lo {
		np = stretch{lo, end}
		if !r.canSpeak(np) {
			if c := r.relative(lo, end); c.lo < c.hi {
				return c, false, future
			}
		}
		return np, false, future
	}
	if lo == s.lo {
		return stretch{}, false, false
	}
	if last.lo >= last.hi {
		if np, _ := r.subject(s); r.canSpeak(np) && np.hi <= i {
			last = np
		}
	}
	return last, true, future
}

// attempt reads "JD Vance's attempt to blame": it returns where the owner ends.
func (r *titleReader) attempt(lo, end int) int {
	t := r.t
	if genitive(&t.tok[end-1]) && end < len(t.tok) {
		end++ // auxBefore went over "attempt to"
	}
	if end-2 > lo && genitive(&t.tok[end-2]) {
		switch t.tok[end-1].low {
		case "attempt", "bid", "effort", "attempts", "efforts":
			return end - 2
		}
	}
	return lo
}

func (r *titleReader) headOf(np stretch) int {
	np = r.withoutLead(np)
	for i := np.hi - 1; i > np.lo; i-- {
		if w := r.t.tok[i].low; w == "," || w == "and" {
			np.lo = i + 1
			break
		}
	}
	return r.who.headEnd(r.t, np.lo, np.hi, r.who.mentions(r.t, np.lo, np.hi))
}

// nounBefore tells whether the word before makes the verb a noun: "a call", "new offer".
func (r *titleReader) nounBefore(i int) bool {
	c := r.word(r.t, i-1)
	return c&hDeterminer != 0 || c&hPrep != 0 && c&hAdverb == 0 || r.lex.of(&r.t.tok[i-1])&classPossessive != 0
}

// relative finds the speaker of a clause inside a noun phrase: "weapons that
// Putin says …".
func (r *titleReader) relative(lo, end int) stretch {
	for j := end - 1; j > lo && j > end-5; j-- {
		switch r.t.tok[j].low {
		case "that", "which", "what", "who", "whom":
			if c := (stretch{j + 1, end}); r.t.tok[c.lo].is(flagCapital) && r.canSpeak(c) {
				return c
			}
		}
	}
	return stretch{}
}

// auxBefore steps back over adverbs and auxiliaries, and over "set to", "tries
// to"; it returns where the subject ends and the auxiliary that decides.
func (r *titleReader) auxBefore(lo, i int) (int, string) {
	aux := ""
	for i > lo {
		k := &r.t.tok[i-1]
		c := r.word(r.t, i-1)
		switch {
		case genitive(k) || k.is(flagQuoted):
			return i, aux
		case k.low == "to":
			aux = "to"
			if i-2 >= lo && r.word(r.t, i-2)&hPlan != 0 {
				i--
			}
		case c&hAux != 0 || r.lex.of(k)&(classAuxiliary|classModal) != 0:
			switch k.low {
			case "is", "are", "was", "were", "be", "been":
				aux = "is"
			default:
				aux = "will"
			}
		case c&hAdverb == 0 && r.lex.of(k)&(classAdverb|classNegation) == 0:
			return i, aux
		}
		i--
	}
	return i, aux
}

// clauseStart returns where the clause around the verb at i begins: after a comma
// that is not within a list of names, a conjunction or a narrator's word.
func (r *titleReader) clauseStart(s stretch, i int) int {
	t := r.t
	for j := i - 1; j >= s.lo; j-- {
		k := &t.tok[j]
		if r.inTaken(j) {
			return j + 1
		}
		if k.is(flagQuoted) {
			continue
		}
		_, n, brk := r.breaks.match(t.tok, j)
		switch {
		case brk && !(j == s.lo && r.commaBetween(j, i)):
			return j + n
		case k.low == "but" || k.low == "yet" || k.low == "because" || k.low == "so":
			return j + 1
		case k.low == "and" && r.partsClauses(s.lo, j) && !r.joinsNames(j):
			return j + 1
		case k.low == "," && r.partsClauses(s.lo, j):
			if j+1 < i && (t.tok[j+1].low == "and" || t.tok[j+1].low == "but") {
				return j + 2
			}
			return j + 1
		}
	}
	return s.lo
}

// joinsNames tells whether "and" at j stands between two known names.
func (r *titleReader) joinsNames(j int) bool {
	if j == 0 || !r.who.known(r.t, j-1) || j+1 >= len(r.t.tok) {
		return false
	}
	_, ok := r.who.nameAt(r.t, j+1)
	return ok
}

func (r *titleReader) commaBetween(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.t.tok[i].low == "," {
			return true
		}
	}
	return false
}

// partsClauses tells whether a finite verb stands before j: then "and" or a comma
// at j begins another clause, else it joins two names.
func (r *titleReader) partsClauses(lo, j int) bool {
	return r.plain || r.hasVerb(stretch{lo, j}) || r.hasCue(stretch{lo, j}) || r.word(r.t, lo)&(hPrep|hBreak) != 0
}

func (r *titleReader) negated(lo, i int) bool {
	for j := lo; j < i; j++ {
		if r.word(r.t, j)&hNegator != 0 || r.lex.of(&r.t.tok[j])&classNegation != 0 {
			return true
		}
	}
	return false
}

// frameFits tells whether what follows is what the verb takes.
func (r *titleReader) frameFits(v headVerb, lo, hi, end int) bool {
	t := r.t
	first := r.word(t, lo)
	if r.cased && first&hVerb != 0 && first&(hDeterminer|hPlan) == 0 && v.frame != frameSay && !r.who.known(t, lo) {
		return false
	}
	switch t.tok[lo].low {
	case "goodbye", "farewell", "hello":
		return false
	case "why", "how", "what", "whether", "if", "when", "where":
		if r.any(lo-4, lo, "not", "n't") {
			return false // "has not said why"
		}
	case "is", "are", "was", "were", "has", "have", "will", "would":
		return false // the verb was a noun: "demands are …"
	}
	switch v.lemma {
	case "call":
		return r.anyQuote(stretch{lo, hi}) || r.secondObject(lo, hi)
	case "press", "pressure", "push", "ask", "invite":
		return r.has("to", lo, hi) || r.anyQuote(stretch{lo, hi})
	case "welcome":
		m, ok := r.who.nameAt(t, lo)
		return !(ok && m.hi <= hi && (m.hi == hi || !genitive(&t.tok[m.hi])))
	case "see":
		switch t.tok[lo].low {
		case "rise", "drop", "fall", "surge", "increase", "decline", "spike", "jump", "growth", "record", "biggest", "largest", "off":
			return false
		}
		return first&hPrep == 0
	case "back", "press for":
		return first&hPrep == 0 && t.tok[lo].low != "to"
	case "give":
		return t.tok[lo].kind == quoteToken || lo+1 < hi && t.tok[lo+1].kind == quoteToken
	case "question", "reveal":
		return first&hPrep == 0 || first&hQuestion != 0
	case "add", "note", "state", "post", "write", "rip", "challenge", "label", "brand", "term", "fault":
		return first&hPrep == 0 && t.tok[lo].low != "to"
	case "confess", "repeat", "respond":
		return r.anyQuote(stretch{lo, hi})
	case "say", "claim", "think", "joke":
		return t.tok[lo].low != "about" && t.tok[lo].low != "of" || r.anyQuote(stretch{lo, hi})
	}
	if v.frame == frameJudge || v.frame == frameAct {
		return first&hPrep == 0 || t.tok[lo].low == "to" || t.tok[lo].low == "no" || strings.Contains(v.lemma, " ")
	}
	return true
}

// secondObject tells "calls Putin a friend" from "calls Putin".
func (r *titleReader) secondObject(lo, hi int) bool {
	for i := lo + 1; i < hi; i++ {
		w := r.t.tok[i].low
		if w == "a" || w == "an" || w == "the" && i > lo+1 {
			return true
		}
	}
	return false
}

func (r *titleReader) has(word string, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.t.tok[i].low == word {
			return true
		}
	}
	return false
}

// afterAddressee skips whom a speaker tells: "tells European leaders he intends
// …". One who is told to do something belongs to the content.
func (r *titleReader) afterAddressee(lo, hi int) (int, string) {
	t := r.t
	for i := lo + 1; i < hi && i < lo+8; i++ {
		k := &t.tok[i]
		switch {
		case k.low == "to" || k.low == "not":
			return lo, t.raw(lo, i)
		case k.low == "that" || k.low == "of" || k.low == "about":
			return i + 1, t.raw(lo, i)
		case k.kind == quoteToken && k.is(flagOpens), r.word(t, i)&hPronoun != 0, k.low == "it's", k.low == "there":
			return i, t.raw(lo, i)
		}
		if m, ok := r.who.nameAt(t, i-1); ok && i-1 == lo && m.hi < hi {
			if w := t.tok[m.hi].low; w != "to" && w != "not" && w != "and" && w != "," && w != "that" && !genitive(&t.tok[m.hi]) && r.noun(m.hi) == 0 {
				return m.hi, t.raw(lo, m.hi)
			}
			if m.hi > i {
				i = m.hi - 1
			}
		} else if r.who.noun(&t.tok[i-1])&nounUnnamed != 0 && r.hasVerb(stretch{i, hi}) && k.low != "and" {
			return i, t.raw(lo, i)
		}
	}
	return lo, ""
}

func (r *titleReader) noun(i int) nounClass { return r.who.noun(&r.t.tok[i]) }

// afterWarned skips whom a speaker warns: "warns Russia of 'consequences'".
func (r *titleReader) afterWarned(lo, hi int) (int, string) {
	t := r.t
	switch t.tok[lo].low {
	case "of", "about":
		return lo + 1, ""
	case "against", "over", "that":
		return lo, ""
	}
	for i := lo + 1; i < hi && i < lo+6; i++ {
		k := &t.tok[i]
		switch {
		case k.low == "of" || k.low == "about":
			return i + 1, t.raw(lo, i)
		case k.low == "that" || k.low == "against" || k.low == "over" || k.low == "not":
			return i, t.raw(lo, i)
		case k.kind == quoteToken && k.is(flagOpens) && i > lo:
			return i, t.raw(lo, i)
		case r.word(t, i)&(hVerb|hAux) != 0:
			return lo, ""
		}
	}
	return lo, ""
}
