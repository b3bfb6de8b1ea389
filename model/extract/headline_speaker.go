package extract

import (
	"strings"

	"parley/model"
)

// speakerLabel tells whether a whole segment names one who can speak: "Zelenskyy",
// "NATO chief", "Officials".
func (r *titleReader) speakerLabel(s stretch) bool {
	if s.hi-s.lo > 7 || s.lo >= s.hi || r.kicker(s) != 0 || r.isKickerTail(s) || r.isOutlet(s) {
		return false
	}
	if r.word(r.t, s.lo)&(hPrep|hBreak|hPronoun) != 0 || r.t.tok[s.lo].low == "dear" {
		return false
	}
	for i := s.lo; i < s.hi; i++ {
		if !r.t.tok[i].wordy() && r.t.tok[i].low != "-" && r.t.tok[i].low != "," || i > s.lo && r.word(r.t, i)&hStirs != 0 {
			return false
		}
	}
	if _, verb := r.subject(s); verb >= 0 && (r.plainCueAt(verb) || r.cueAt(verb)) || !r.canSpeak(s) {
		return false
	}
	for _, p := range r.parties(s) {
		if p.actor < 0 && p.capacity != "anonymous" && (p.capacity != "person" && !r.title(s.lo) && !r.titled(s) && !(r.unheard(s) && r.colonAt(s.hi) && (r.hasVerb(stretch{s.hi, len(r.t.tok)}) || r.anyQuote(stretch{s.hi, len(r.t.tok)}))) || s.hi-s.lo > 5 && !r.hasComma(s)) {
			return false // an unknown single word is a label
		}
	}
	return true
}

// canSpeak tells whether a noun phrase is one who can speak: nothing in it is a
// verb or a mark, and its head is an actor, a person or a body.
func (r *titleReader) canSpeak(np stretch) bool {
	t := r.t
	np = r.withoutLead(np)
	if np.lo >= np.hi || np.hi-np.lo > 14 || r.isOutlet(np) {
		return false
	}
	switch t.tok[np.lo].low {
	case "i", "he", "she", "we", "they":
		if np.hi-np.lo > 1 && t.tok[np.lo+1].low != "and" {
			return false // "I asked a sailor"
		}
	}
	ms := r.who.mentions(t, np.lo, np.hi)
	inMention := func(i int) bool {
		for _, m := range ms {
			if m.lo <= i && i < m.hi {
				return true
			}
		}
		return false
	}
	for i := np.lo; i < np.hi; i++ {
		k := &t.tok[i]
		if inMention(i) || k.is(flagQuoted) {
			continue
		}
		c := r.word(t, i)
		if i > np.lo && !k.is(flagCapital) && k.low[len(k.low)-1] == 's' && r.lex.of(k) == 0 && c == 0 && r.who.noun(k) == 0 && i+1 < np.hi && inMention(i+1) && (inMention(i-1) || r.who.noun(&t.tok[i-1])&nounUnnamed != 0) {
			return false // "Reporter compliments X"
		}
		switch k.low {
		case "who":
			if k.is(flagAllCaps) && !t.caps {
				continue
			}
			return i > np.lo && i+2 < np.hi && !r.any(np.lo, i, ",") && r.hasVerb(stretch{i + 1, np.hi}) && r.canSpeak(stretch{np.lo, i})
		case "that", "which", "will", "would", "could", "may",
			"across", "through", "throughout", "amid", "into", "onto", "toward", "towards", "despite", "along", "around":
			return false
		case "to":
			if i == np.lo || r.who.noun(&t.tok[i-1])&nounUnnamed == 0 && t.tok[i-1].low != "close" {
				return false
			}
		}
		if joined := i+1 < np.hi && k.is(flagCapital) && t.tok[i+1].low == "-" && t.tok[i+1].is(flagGlued); joined {
			continue // "Rolls-Royce"
		}
		if k.kind == stopToken || k.kind == punctToken && k.low != "," && k.low != "&" || c&hVerb != 0 && c&hThing == 0 && !r.title(i) && r.who.noun(k) == 0 || c&hQuestion != 0 && i == np.lo || c&hBreak != 0 {
			return false
		}
	}
	return r.head(np, ms)
}

func (r *titleReader) title(i int) bool { return r.who.noun(&r.t.tok[i])&nounTitle != 0 }

// head tells whether a phrase's head can speak.
func (r *titleReader) head(np stretch, ms []mention) bool {
	t := r.t
	end := r.who.headEnd(t, np.lo, np.hi, ms)
	if end <= np.lo {
		return false
	}
	for _, m := range ms {
		if m.hi == end {
			return m.how != byAdjective || r.who.actors[m.actor].Kind != model.State
		}
	}
	if end-1 > np.lo && (t.tok[end-1].low == "close" || t.tok[end-1].low == "familiar") {
		end-- // "source close to talks"
	}
	if end <= np.lo {
		return false
	}
	k := &t.tok[end-1]
	if r.who.noun(k)&(nounUnnamed|nounOrgan) != 0 || r.word(t, end-1)&hReport != 0 && r.word(t, end-1)&(hThing|hAttribute) != hThing || r.word(t, end-1)&hPeople != 0 || r.word(t, end-1)&hBody != 0 && (end-np.lo > 1 || end < np.hi && t.tok[end].low == "of") {
		return true
	}
	if end-np.lo > 1 && t.tok[end-2].is(flagCapital) && (strings.HasPrefix(k.low, "al-") || strings.HasPrefix(k.low, "el-")) {
		return true // "Adil al-Marden"
	}
	if r.word(t, end-1) != 0 || !k.is(flagCapital) || k.kind != wordToken || k.low == "'s" || r.lex.of(k) != 0 && r.lex.of(k) != classTitle {
		return false
	}
	if r.cased && len(ms) > 0 && ms[0].lo == np.lo && ms[0].how == byName && r.who.actors[ms[0].actor].Kind == model.State && !genitive(&t.tok[ms[0].hi]) && !r.titled(np) {
		return false // "Norway Grants Licence"
	}
	return end-np.lo > 1 || !r.cased || t.caps || k.id == 0 && k.low[len(k.low)-1] != 's'
}

// loneName tells whether a phrase is one word that no list knows, in a title whose
// words are all capitalised: before a verb of speaking it is a family name.
func (r *titleReader) loneName(np stretch) bool {
	if np.hi-np.lo != 1 || r.isOutlet(np) {
		return false
	}
	k := &r.t.tok[np.lo]
	return k.kind == wordToken && k.is(flagCapital) && !k.is(flagQuoted) && r.lex.of(k) == 0 && r.word(r.t, np.lo) == 0 && r.who.noun(k) == 0 && k.low[len(k.low)-1] != 's'
}

// unheard tells whether a phrase is one capitalised word that no list of any kind
// holds: a family name rather than a thing.
func (r *titleReader) unheard(np stretch) bool {
	return np.hi-np.lo == 1 && r.t.tok[np.lo].id == 0 && r.t.tok[np.lo].is(flagCapital) && !r.t.tok[np.lo].is(flagAllCaps) && r.t.tok[np.lo].kind == wordToken
}

// shortForm tells whether a phrase is the short form of a body's name, in capitals: "NFQB".
func (r *titleReader) shortForm(np stretch) bool {
	if np.hi-np.lo != 1 || r.t.caps {
		return false
	}
	k := &r.t.tok[np.lo]
	return k.id == 0 && k.is(flagAllCaps) && k.kind == wordToken && len(k.low) > 2 && len(k.low) < 7
}

// titleCase tells whether most words of the title begin with a capital, so that
// capitals name nobody. A noun or verb in lower case tells a sentence full of names.
func (h *headlines) titleCase(t *text) bool {
	capital, words := 0, 0
	for i := range t.tok {
		k := &t.tok[i]
		if k.kind != wordToken || len(k.low) < 4 || k.is(flagQuoted) {
			continue
		}
		if !k.is(flagCapital) && h.word(t, i)&(hPrep|hBreak) != 0 {
			continue // small words stay small in titles: "Marden Rebukes Airline over Delays"
		}
		words++
		if k.is(flagCapital) {
			capital++
		} else if h.word(t, i)&(hPrep|hBreak|hDeterminer|hPronoun|hAux|hAdverb) == 0 && h.lex.of(k) == 0 {
			return false
		}
	}
	return capital*10 >= words*8
}

// withoutLead drops the adjunct before a subject: "Ahead of summit, Trump …",
// "After reassuring Europe, Trump …".
func (r *titleReader) withoutLead(np stretch) stretch {
	if np.lo >= np.hi {
		return np
	}
	np.lo = r.shareEnd(np.lo, np.hi)
	if !r.opensAdjunct(np.lo) && !r.any(np.lo, np.lo+1, "asked", "pressed", "quizzed", "questioned", "grilled", "told", "urged", "stung", "buoyed", "irked", "emboldened", "cornered", "faced", "flanked") && !strings.HasSuffix(r.t.tok[np.lo].low, "ing") {
		return np
	}
	for i := np.hi - 1; i > np.lo; i-- {
		if r.t.tok[i].low == "," && i-np.lo > 1 {
			return stretch{i + 1, np.hi}
		}
	}
	for _, m := range r.who.mentions(r.t, np.lo, np.hi) { // "In Moscow Putin says"
		if m.hi == np.hi && m.lo > np.lo+1 && m.how != byAdjective {
			return stretch{m.lo, m.hi}
		}
	}
	return np
}

// opensAdjunct tells whether what stands at i leads up to a subject: "In Oslo, …", "Days
// before vote, …".
func (r *titleReader) opensAdjunct(i int) bool {
	_, _, brk := r.breaks.match(r.t.tok, i)
	return brk || r.word(r.t, i)&(hPrep|hBreak) != 0
}

// subject finds the noun phrase that a clause begins with and its first finite
// verb, -1 for none ("DC residents on the takeover").
func (r *titleReader) subject(s stretch) (stretch, int) {
	t := r.t
	ms := r.who.mentions(t, s.lo, s.hi)
	k := 0
	for i := s.lo; i < s.hi; i++ {
		for k < len(ms) && ms[k].hi <= i {
			k++
		}
		if k < len(ms) && ms[k].lo <= i {
			i = ms[k].hi - 1
			continue
		}
		c := r.word(t, i)
		v, _, cue := r.verbs.match(t.tok, i)
		cue = cue && !(i > s.lo && t.tok[i].is(flagGlued) && t.tok[i-1].low == "-")
		verb := cue && (v.form&(inThird|inPast) != 0 || v.form&inBase != 0 && i > s.lo && r.plural(stretch{s.lo, i})) && i > s.lo && r.who.noun(&t.tok[i-1])&nounRank == 0
		switch {
		case i == s.lo:
		case genitive(&t.tok[i-1]):
		case verb || r.looksThird(i) && !r.compoundAt(i) || c&hVerb != 0 && c&hDeterminer == 0:
			end := r.backOverAdverbs(s.lo, i)
			return stretch{s.lo, end}, i
		case c&hPrep != 0 && t.tok[i].low != "of" && t.tok[i].low != "for" && t.tok[i].low != "to" && r.word(t, s.lo)&(hPrep|hBreak) == 0:
			return stretch{s.lo, i}, -1
		}
	}
	return s, -1
}

// backOverAdverbs returns where the subject before a verb at i ends.
func (r *titleReader) backOverAdverbs(lo, i int) int {
	for i > lo {
		if from := r.gapBefore(lo, i); from < i {
			i = from
			continue
		}
		if r.word(r.t, i-1)&(hAux|hAdverb) == 0 || genitive(&r.t.tok[i-1]) {
			break
		}
		i--
	}
	return i
}

// gapBefore returns where an adverb of several words begins that ends at i ("X once more
// calls for A", "X this week said A"), i if none does.
func (r *titleReader) gapBefore(lo, i int) int {
	if i-1 <= lo {
		return i
	}
	for from := max(lo+1, i-4); from < i; from++ {
		if _, n, ok := r.gaps.match(r.t.tok, from); ok && from+n == i && !r.t.tok[from].is(flagQuoted) {
			return from
		}
	}
	return i
}

// quotedAdverb returns where the quotation marks open that close at i and hold adverbs
// only, -1 for others.
func (r *titleReader) quotedAdverb(lo, i int) int {
	for j := i - 1; j >= lo && j > i-4; j-- {
		switch k := &r.t.tok[j]; {
		case k.kind == quoteToken && j < i-1:
			return j
		case !k.wordy() || !strings.HasSuffix(k.low, "ly") && r.word(r.t, j)&hAdverb == 0 && r.lex.of(k)&classAdverb == 0:
			return -1
		}
	}
	return -1
}

// plural tells whether a subject takes a verb's plain form: a list, or a plural.
func (r *titleReader) plural(np stretch) bool {
	t := r.t
	if np.lo >= np.hi {
		return false
	}
	if np.hi-np.lo == 1 && (r.nation(np.lo) || r.several(np.lo)) {
		return true // "Dutch warn", "E3 tell"
	}
	for i := np.lo + 1; i < np.hi; i++ {
		if k := t.tok[i].low; k == "and" || k == "&" || k == "," {
			return true
		}
	}
	end := r.who.headEnd(t, np.lo, np.hi, r.who.mentions(t, np.lo, np.hi))
	if end <= np.lo {
		return false
	}
	if end-1 > np.lo && r.any(end-1, end, "familiar", "close", "briefed") {
		end-- // "officials familiar with talks"
	}
	w := t.tok[end-1].low
	if t.tok[end-1].is(flagCapital) && !r.cased && r.who.noun(&t.tok[end-1])&(nounUnnamed|nounOrgan) == 0 && !r.who.known(t, end-1) && end-1 > np.lo {
		return false // a name that ends in s
	}
	if w == "police" || w == "mps" || w == "taliban" || w == "clergy" || w == "media" || w == "people" || w == "men" || w == "women" || w == "us" || w == "u.s." || w == "uk" || w == "military" {
		return w != "us" && w != "u.s."
	}
	if strings.HasSuffix(w, "men") && len(w) > 5 && r.who.noun(&t.tok[end-1])&nounUnnamed != 0 {
		return true // "fishermen"
	}
	switch w {
	case "team", "government", "cabinet", "union", "council", "committee", "family", "couple", "pair", "crew", "staff", "party", "group", "public", "delegation":
		return true // British headlines let those act in the plural
	}
	if r.word(t, end-1)&hCamp != 0 {
		return true
	}
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// several tells whether the one word at i names several that act in the plural: a group,
// or states that go by their number ("E3").
func (r *titleReader) several(i int) bool {
	m, ok := r.who.nameAt(r.t, i)
	if !ok || m.hi != i+1 {
		return false
	}
	a, w := r.who.actors[m.actor], r.t.tok[i].low
	return a.Kind == model.Group || a.Kind == model.Bloc && len(w) > 1 && w[1] >= '0' && w[1] <= '9'
}
