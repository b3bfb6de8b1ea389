package extract

import (
	"strings"

	"parley/model"
)

// headFound is a statement before it is written out.
type headFound struct {
	speakers []party
	speaker  stretch
	cue      stretch
	content  stretch
	about    stretch // before the speaker, what the content's last word belongs to; most have none
	typ      string
	stance   string
	modality string
	address  string
	rule     string
	judged   bool // the content is what the speaker judges
}

// add writes a statement out. A content that is one quotation loses its marks.
func (r *titleReader) add(f headFound) {
	t := r.t
	c := r.trimContent(f.content)
	if c.lo >= c.hi || !r.saidSomething(c) {
		return
	}
	f.speakers = r.without(f.speakers)
	for i, p := range f.speakers {
		if f.speakers[i] = r.particular(p); p.capacity == "anonymous" && p.id != model.Unnamed && p.id != model.Unknown {
			f.speakers[i].capacity = "collective"
		}
	}
	r.taken = append(r.taken, f.content)
	if f.judged {
		r.judged = append(r.judged, f.content)
	}
	mode, quotes := r.mode(&c)
	st := model.Statement{
		In: t.field, Mode: mode, Content: t.phrase(c), Quotes: quotes, Cue: t.phrase(f.cue), Addressee: f.address,
		Type: f.typ, Stance: f.stance, Rule: f.rule, Modality: f.modality,
	}
	if bareConfirmation(&st) {
		return
	}
	if !f.about.empty() {
		st.Content = t.phrase(f.about, c)
	}
	if st.Stance == "" {
		st.Stance = "neutral"
	}
	refineType(&st, t, c, r.onlyJudges(t, f.speaker))
	if st.Type == "offer" && f.typ != "offer" && r.ofOthers(c, f.speakers) {
		st.Type = "assertion"
		st.CAMEO = headCameo[st.Type]
	}
	st.Topics = r.topics.find(t, c)
	if r.allKnown(f.speakers) { // each of them is on record with it
		for _, p := range f.speakers {
			st.Speaker = speakerOf(t, p, f.speaker)
			r.out = append(r.out, st)
		}
		return
	}
	for i, p := range f.speakers {
		sp := speakerOf(t, p, f.speaker)
		if i == 0 {
			st.Speaker = sp
		}
		if len(f.speakers) > 1 {
			st.Speakers = append(st.Speakers, sp)
		}
	}
	r.out = append(r.out, st)
}

// ofOthers tells whether a content begins with somebody of another side than all who say it, and
// so tells what others are ready for, or is about who is not ready.
func (r *titleReader) ofOthers(c stretch, speakers []party) bool {
	if r.any(c.lo, min(c.lo+3, c.hi), "not", "isn't", "never") {
		return true
	}
	m, ok := r.who.nameAt(r.t, c.lo)
	if !ok {
		return false
	}
	side := r.who.actors[m.actor].Side
	for _, p := range speakers {
		if p.actor >= 0 && (p.actor == m.actor || r.who.actors[p.actor].Side == side) {
			return false
		}
	}
	return true
}

// saidSomething tells a content from a mark, or from a word that was cut off: "… says ne".
func (r *titleReader) saidSomething(c stretch) bool {
	if k := &r.t.tok[c.lo]; c.hi-c.lo == 1 && c.hi == len(r.t.tok) && len(k.low) < 3 && k.kind == wordToken && !k.is(flagAllCaps) && !k.is(flagQuoted) {
		return r.word(r.t, c.lo) != 0 || r.lex.of(k) != 0 || r.who.known(r.t, c.lo)
	}
	for i := c.lo; i < c.hi; i++ {
		if k := &r.t.tok[i]; k.wordy() && (k.is(flagQuoted) || k.kind != wordToken || r.lex.of(k)&classTime == 0 && !r.any(i, i+1, "next", "this", "last") && r.word(r.t, i)&hDeterminer == 0) {
			return true // "to speak on Monday" tells when
		}
	}
	return false
}

// without leaves out who a list excepts: "EU leaders, except Hungary".
func (r *titleReader) without(ps []party) []party {
	kept := ps[:0:0]
	for _, p := range ps {
		if p.hi > p.lo && (r.excepted(p.lo) || p.lo > 0 && r.excepted(p.lo-1)) {
			continue
		}
		kept = append(kept, p)
	}
	if len(kept) == 0 {
		return ps
	}
	return kept
}

func (r *titleReader) excepted(i int) bool {
	switch r.t.tok[i].low {
	case "except", "excluding", "without", "minus":
		return true
	}
	return false
}

func (r *titleReader) allKnown(ps []party) bool {
	for _, p := range ps {
		if p.actor < 0 {
			return false
		}
	}
	return true
}

func speakerOf(t *text, p party, whole stretch) model.Speaker {
	span := stretch{p.lo, p.hi}
	if p.hi <= p.lo {
		span = whole
	}
	return model.Speaker{Phrase: t.phrase(span), Actor: p.id, Name: p.name, Capacity: p.capacity}
}

func (r *titleReader) trimContent(c stretch) stretch {
	t := r.t
	for c.lo < c.hi && !t.tok[c.lo].wordy() && t.tok[c.lo].kind != quoteToken && !strings.ContainsAny(t.tok[c.lo].low, "$€£#@") {
		c.lo++
	}
	if c.lo < c.hi && t.tok[c.lo].low == "that" && c.hi-c.lo > 2 {
		c.lo++
	}
	for c.hi > c.lo && !t.tok[c.hi-1].wordy() && t.tok[c.hi-1].kind != quoteToken && t.tok[c.hi-1].low != "%" && t.tok[c.hi-1].low != "?" && t.tok[c.hi-1].low != "!" {
		c.hi--
	}
	if c.hi-c.lo > 1 && c.hi < len(t.tok) && !t.tok[c.hi-1].is(flagCapital) {
		switch t.tok[c.hi-1].low {
		case "a", "an", "the":
			c.hi-- // it begins what was cut off: "a day before the talks"
		}
	}
	return c
}

// mode tells how much of a content is quoted, takes the marks off one that is
// quoted whole, and returns what is quoted.
func (r *titleReader) mode(c *stretch) (model.Mode, []string) {
	t := r.t
	mode, quotes := model.Indirect, []string{}
	for _, q := range t.quotes {
		if q.hi <= c.lo || q.lo >= c.hi {
			continue
		}
		quotes = append(quotes, t.raw(max(q.lo, c.lo), min(q.hi, c.hi)))
		if q.open <= c.lo && q.close >= c.hi-1 {
			c.lo, c.hi = max(q.lo, c.lo), min(q.hi, c.hi)
			if c.hi > c.lo && (t.tok[c.hi-1].low == "," || t.tok[c.hi-1].low == ":") {
				c.hi--
			}
			return model.Direct, quotes
		}
		mode = model.Mixed
	}
	return mode, quotes
}

// cueAt tells whether a reporting verb in a finite form stands at i, perhaps after
// an adverb: the same speaker goes on.
func (r *titleReader) cueAt(i int) bool {
	for i < len(r.t.tok) && r.word(r.t, i)&hAdverb != 0 {
		i++
	}
	if i >= len(r.t.tok) || r.t.tok[i].is(flagQuoted) {
		return false
	}
	v, _, ok := r.verbs.match(r.t.tok, i)
	return ok && v.frame != frameNone && v.form&inThird != 0
}

// thirdAt tells whether any finite verb of the lists stands at i.
func (r *titleReader) thirdAt(i int) bool {
	return i < len(r.t.tok) && r.word(r.t, i)&hVerb != 0 && strings.HasSuffix(r.t.tok[i].low, "s")
}

// plainCueAt tells whether a reporting verb in its plain form goes on for a plural subject.
func (r *titleReader) plainCueAt(i int) bool {
	v, _, ok := r.verbs.match(r.t.tok, i)
	return ok && v.frame != frameNone && v.form&inBase != 0
}

// goesOnPlain tells whether a plural subject goes on to speak behind a conjunction:
// "Dockers welcome A but fear B".
func (r *titleReader) goesOnPlain(i, hi int) bool {
	return r.plain && i+1 < hi && r.plainCueAt(i) && (r.t.tok[i+1].low != "of" || r.longCueAt(i)) && r.t.tok[i+1].low != "in"
}

// longCueAt tells whether a reporting verb of several words stands at i, or one that warns: "boast of".
func (r *titleReader) longCueAt(i int) bool {
	v, n, ok := r.verbs.match(r.t.tok, i)
	return ok && (n > 1 || v.frame == frameWarn)
}

// judgesAt tells whether a verb of judging in the third person stands at i, whose verdict is quoted
// before hi.
func (r *titleReader) judgesAt(i, hi int) bool {
	v, n, ok := r.verbs.match(r.t.tok, i)
	return ok && v.frame == frameJudge && v.form&inThird != 0 && !r.t.tok[i].is(flagCapital) && i+n < hi && r.anyQuote(stretch{i + n, hi})
}

// anotherSays tells whether somebody else begins to speak at i: "…, official says …".
func (r *titleReader) anotherSays(i, hi int) bool {
	if m, ok := r.who.nameAt(r.t, i); ok && m.how != byAdjective && m.hi+1 < hi && r.cueAt(m.hi) && r.word(r.t, m.hi)&(hHomograph|hThing) == 0 && !r.t.tok[m.hi].is(flagCapital) {
		return true // "…, Quell speaks of A"
	}
	if m, ok := r.who.nameAt(r.t, i); ok && m.how != byAdjective && r.judgesAt(m.hi, hi) {
		return true // "…, Quell calls report 'lies'"
	}
	if m, ok := r.who.nameAt(r.t, i); ok && m.hi+2 < hi && r.any(m.hi, m.hi+1, "yet", "still") && r.t.tok[m.hi+1].low == "to" {
		return true // "…, Quell yet to respond"
	}
	for j := i + 1; j < hi && j < i+6; j++ {
		if v, n, ok := r.verbs.match(r.t.tok, j); ok && v.frame == frameSay && v.form&inThird != 0 {
			return r.canSpeak(stretch{i, j})
		} else if ok && v.frame != frameNone && v.form&inThird != 0 && (j+n >= hi || j+n+1 == hi && r.word(r.t, j+n)&hPronoun != 0) && !v.things && r.canSpeak(stretch{i, j}) && r.knownSpeaker(stretch{i, j}) {
			return true // "…, X denies"
		}
	}
	return false
}

// clauseFollows tells whether a subject and a verb stand at i ("as Witkoff meets
// Putin"), not a mere phrase ("as a mistake").
func (r *titleReader) clauseFollows(i, hi int) bool {
	t := r.t
	if i < hi && t.tok[i].low == "the" {
		i++
	}
	if i+3 < hi && t.tok[i].kind == numberToken && (t.tok[i+1].low == "more" || t.tok[i+1].low == "others") {
		return true // "as 60 more face charges"
	}
	if i >= hi || r.word(t, i)&hDeterminer != 0 && !r.hasVerb(stretch{i, hi}) {
		return false
	}
	if m, ok := r.who.nameAt(t, i); ok && m.hi < hi {
		k := &t.tok[m.hi] // "as Russians make gains"
		if k.kind == wordToken && !k.is(flagCapital) && r.word(t, m.hi)&hPrep == 0 && r.who.noun(k) == 0 && !genitive(k) && r.lex.of(k)&(classAnd|classPreposition) == 0 && m.hi+1 < hi && r.word(t, m.hi+1)&hVerb == 0 && !r.cueAt(m.hi+1) {
			return true
		}
	}
	for j := i + 1; j < hi && j < i+9; j++ {
		if _, _, ok := r.breaks.match(t.tok, j); ok {
			return false
		}
		c := r.word(t, j)
		v, _, cue := r.verbs.match(t.tok, j)
		if c&hVerb != 0 || cue && v.form&(inThird|inPast) != 0 || cue && v.frame != frameNone && r.plural(stretch{i, j}) || r.looksThird(j) || r.mayBeThird(i, j) {
			return true
		}
	}
	return false
}

// looksThird guesses that a lower-case word right after a name is its verb.
func (r *titleReader) looksThird(i int) bool {
	k := &r.t.tok[i]
	if k.kind != wordToken || k.is(flagCapital) || !strings.HasSuffix(k.low, "s") || len(k.low) < 4 || genitive(&r.t.tok[i-1]) || r.who.noun(k) != 0 || r.word(r.t, i)&(hPeople|hVerb) == hPeople {
		return false
	}
	return r.t.tok[i-1].is(flagCapital) && r.who.known(r.t, i-1)
}

// looksPlainThird guesses that a word in lower case that no list of nouns holds is a verb.
func (r *titleReader) looksPlainThird(i int) bool {
	k := &r.t.tok[i]
	return !r.cased && k.kind == wordToken && !k.is(flagCapital|flagQuoted) && strings.HasSuffix(k.low, "s") && !strings.HasSuffix(k.low, "ss") && r.noun(i) == 0 && r.lex.of(k) == 0 && r.word(r.t, i)&^hVerb == 0
}

// mayBeThird guesses that a word that no list knows is the verb of the clause that
// begins at lo: "as harbour reopens".
func (r *titleReader) mayBeThird(lo, i int) bool {
	k, p := &r.t.tok[i], &r.t.tok[i-1]
	return i > lo && k.id == 0 && !k.is(flagQuoted) && k.kind == wordToken && len(k.low) > 4 && strings.HasSuffix(k.low, "s") && !strings.HasSuffix(k.low, "ss") &&
		p.kind == wordToken && !strings.HasSuffix(p.low, "s") && r.lex.of(p)&(classDeterminer|classPreposition|classPossessive) == 0
}

// compoundAt tells whether a common noun stands after i: then what stands at i is
// more likely a plural before it ("US weapons deal") than a verb.
func (r *titleReader) compoundAt(i int) bool {
	if i+1 >= len(r.t.tok) {
		return false
	}
	next := &r.t.tok[i+1]
	return next.kind == wordToken && !next.is(flagCapital) && r.lex.of(next) == 0 && r.word(r.t, i+1)&^hThing == 0
}

// any tells whether one of the words stands in lo to hi.
func (r *titleReader) any(lo, hi int, words ...string) bool {
	for i := max(lo, 0); i < hi; i++ {
		if low := r.t.tok[i].low; among(words, low) || strings.HasSuffix(low, "n't") && among(words, "n't") {
			return true
		}
	}
	return false
}
