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
		if !r.t.tok[i].wordy() && r.t.tok[i].low != "-" && r.t.tok[i].low != "," {
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

// parties returns who a phrase means. A title begins with a capital: "Hundreds" and
// "Court" there name nobody.
func (r *titleReader) parties(np stretch) []party {
	ps := r.who.parties(r.t, np.lo, np.hi)
	for i := range ps {
		if p := ps[i]; p.lo < p.hi {
			ps[i] = r.ofState(p)
		}
		p := &ps[i]
		if p.actor < 0 && p.hi == p.lo+1 && strings.HasPrefix(r.t.tok[p.lo].low, "ex-") {
			p.id, p.name, p.capacity = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous"
			continue
		}
		if w := r.t.tok[min(p.lo, len(r.t.tok)-1)].low; p.actor < 0 && p.hi == p.lo+1 && p.capacity == "collective" && len(w) > 5 && strings.HasSuffix(w, "ans") {
			p.capacity = "anonymous" // "Mardenians" are people, though no list knows from where
			continue
		}
		if p.actor < 0 && p.capacity == "collective" && p.hi > p.lo && r.word(r.t, r.who.headEnd(r.t, p.lo, p.hi, nil)-1)&(hPeople|hReport|hAttribute) != 0 {
			p.id, p.name, p.capacity = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous"
		}
		if p.id == model.Unnamed && p.lo < p.hi {
			if name := r.personAtEnd(*p); name != "" {
				p.id, p.name, p.capacity = kebab(name), name, "person"
			}
		}
		if first := &r.t.tok[min(p.lo, len(r.t.tok)-1)]; p.actor < 0 && p.capacity == "person" && strings.Count(p.name, " ") > 1 && strings.HasPrefix(strings.ToLower(p.name), first.low+" ") && r.word(r.t, p.lo)&hPeople != 0 {
			p.name = p.name[strings.IndexByte(p.name, ' ')+1:] // "Novelist Ada Quell"
			p.id = kebab(p.name)
		}
		if p.actor < 0 && p.capacity == "collective" && p.hi > p.lo && !strings.Contains(p.name, " ") && r.who.noun(&r.t.tok[p.hi-1])&nounTitle != 0 && p.hi-p.lo > 1 {
			p.id, p.name, p.capacity = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous" // "Ruritanian caretaker PM"
		}
		if r.formerHolder(*p) {
			p.id, p.name, p.capacity, p.actor = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous", -1
		}
	}
	return ps
}

// particular names a group or body that no list knows and that a word before its
// noun tells from others ("wreck survivors", "Marden's harbour board"): that is
// somebody, where "officials" is nobody in particular.
func (r *titleReader) particular(p party) party {
	if p.id != model.Unnamed || p.hi <= p.lo {
		return p
	}
	end := r.who.headEnd(r.t, p.lo, p.hi, nil)
	head := &r.t.tok[end-1]
	c := r.word(r.t, end-1)
	placed := r.placed(p.lo, end-1)
	group := c&hFaceless == 0 && (strings.HasSuffix(head.low, "s") && !strings.HasSuffix(head.low, "ss") || c&hCamp != 0) && (c&hPeople != 0 && c&hVague == 0 || placed && r.who.noun(head)&nounUnnamed != 0)
	if c&hReport != 0 && !placed || !group && (c&hBody == 0 || !placed && r.who.noun(head)&nounUnnamed != 0) {
		return p
	}
	lo := p.lo
	for i := lo; i < end-1; i++ {
		if genitive(&r.t.tok[i]) {
			lo = i + 1
		}
	}
	for lo < end-1 && (r.word(r.t, lo)&hDeterminer != 0 || r.lex.of(&r.t.tok[lo])&(classDeterminer|classPossessive|classPronoun|classPreposition|classAnd) != 0 || !r.t.tok[lo].wordy() || isNew(r.t.tok[lo].low)) {
		lo++
	}
	if lo < end-1 {
		p.name = r.t.raw(lo, end)
		p.id, p.capacity = kebab(p.name), "collective"
	}
	return p
}

// placed tells whether a name or a place stands in lo to hi.
func (r *titleReader) placed(lo, hi int) bool {
	if len(r.who.mentions(r.t, lo, hi)) > 0 {
		return true
	}
	for i := lo; i < hi; i++ {
		k := &r.t.tok[i]
		if k.kind != wordToken || !k.is(flagCapital) {
			continue
		}
		if _, _, town := r.towns.match(r.t.tok, i); town || k.id == 0 || !r.cased && i > 0 && i > lo {
			return true
		}
	}
	return false
}

// ofItsPeople finds the one known person of a state whose name has the word at i: "North
// Korea's Kim", "Syria's Sharaa"; one in office before others. It returns -1 for none
// or several.
func (r *titleReader) ofItsPeople(i int) int {
	t, found := r.t, -1
	for _, m := range r.who.mentions(t, max(0, i-5), i-1) {
		if m.hi != i-1 || m.how != byName || r.who.actors[m.actor].Kind != model.State {
			continue
		}
		name := t.raw(i, i+1)
		for k := range r.who.actors {
			if a := r.who.actors[k]; a.Kind == model.Person && a.State == r.who.actors[m.actor].ID && hasName(a.Name, name) {
				switch {
				case found < 0 || len(r.who.actors[found].Holds) == 0 && len(a.Holds) > 0:
					found = k
				case len(a.Holds) > 0:
					return -1
				}
			}
		}
	}
	return found
}

// hasName tells whether a word is one of a full name, an article aside ("al-").
func hasName(full, word string) bool {
	for _, w := range strings.Fields(full) {
		if w == word || len(w) > 3 && w[2] == '-' && w[3:] == word {
			return true
		}
	}
	return false
}

// ofState reads "its military chief" behind the name of a state, and "E3 nations".
func (r *titleReader) ofState(p party) party {
	t := r.t
	if w := t.tok[p.lo].low; (w == "its" || w == "their" || w == "his" || w == "her") && p.actor < 0 {
		end, classes := r.who.officeAt(t, p.lo+1)
		ms := r.who.mentions(t, 0, p.lo)
		for i := 0; end == p.hi && i < len(ms); i++ {
			if who, ok := r.who.holder(ms[i].actor, classes); ok && r.who.actors[ms[i].actor].Kind != model.Person {
				a := r.who.actors[who]
				return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byOffice), actor: who, lo: p.lo, hi: p.hi}
			}
		}
	}
	if p.actor < 0 && p.hi-p.lo > 2 && genitive(&t.tok[p.hi-2]) && t.tok[p.hi-1].is(flagCapital) {
		if who := r.ofItsPeople(p.hi - 1); who >= 0 {
			a := r.who.actors[who]
			return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byName), actor: who, lo: p.lo, hi: p.hi}
		}
	}
	if end, classes := r.who.officeAt(t, p.lo); p.actor < 0 && p.lo > 0 && end == p.hi {
		if ms := r.who.mentions(t, 0, p.lo); len(ms) > 0 && ms[0].lo == r.segs[0].lo && r.who.actors[ms[0].actor].Kind == model.State && ms[0].how == byName {
			if who, ok := r.who.holder(ms[0].actor, classes); ok { // "Ukraine won't A, says foreign minister"
				a := r.who.actors[who]
				return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byOffice), actor: who, lo: p.lo, hi: p.hi}
			}
		}
	}
	if p.actor < 0 && p.hi-p.lo > 1 {
		switch t.tok[p.hi-1].low {
		case "nations", "countries", "members", "powers", "states":
			for _, m := range r.who.mentions(t, p.lo, p.hi-1) {
				if a := r.who.actors[m.actor]; m.hi == p.hi-1 && (a.Kind == model.Bloc || a.Kind == model.Organisation) {
					return party{id: a.ID, name: a.Name, capacity: capacityOf(a, m.how), actor: m.actor, lo: p.lo, hi: p.hi}
				}
			}
		}
	}
	return p
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

// titleCase tells whether most words of the title begin with a capital, so that
// capitals name nobody. A noun or verb in lower case tells a sentence full of names.
func (h *headlines) titleCase(t *text) bool {
	capital, words := 0, 0
	for i := range t.tok {
		k := &t.tok[i]
		if k.kind != wordToken || len(k.low) < 4 || k.is(flagQuoted) {
			continue
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
	c := r.word(r.t, np.lo)
	if c&(hPrep|hBreak) == 0 && !r.any(np.lo, np.lo+1, "asked", "pressed", "quizzed", "questioned", "grilled", "told", "urged", "stung", "buoyed", "irked", "emboldened", "cornered", "faced", "flanked") && !strings.HasSuffix(r.t.tok[np.lo].low, "ing") {
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
	for i > lo && r.word(r.t, i-1)&(hAux|hAdverb) != 0 && !genitive(&r.t.tok[i-1]) {
		i--
	}
	return i
}

// plural tells whether a subject takes a verb's plain form: a list, or a plural.
func (r *titleReader) plural(np stretch) bool {
	t := r.t
	if np.lo >= np.hi {
		return false
	}
	if np.hi-np.lo == 1 && r.nation(np.lo) {
		return true // "Dutch warn"
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
	w := t.tok[end-1].low
	if t.tok[end-1].is(flagCapital) && !r.cased && r.who.noun(&t.tok[end-1])&(nounUnnamed|nounOrgan) == 0 && !r.who.known(t, end-1) && end-1 > np.lo {
		return false // a name that ends in s
	}
	if w == "police" || w == "taliban" || w == "clergy" || w == "media" || w == "people" || w == "men" || w == "women" || w == "us" || w == "u.s." || w == "uk" || w == "military" {
		return w != "us" && w != "u.s."
	}
	switch w {
	case "team", "government", "cabinet", "union", "council", "committee", "family", "couple", "pair", "crew", "staff", "party", "group", "public", "delegation":
		return true // British headlines let those act in the plural
	}
	if r.word(t, end-1)&hCamp != 0 {
		return true
	}
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && !r.singularName(np, end)
}

// singularName tells names that only look plural: "Sanders", "United States".
func (r *titleReader) singularName(np stretch, end int) bool {
	for _, m := range r.who.mentions(r.t, np.lo, np.hi) {
		if m.hi == end {
			k := r.who.actors[m.actor].Kind
			return k == model.Person || k == model.State || k == model.Organisation
		}
	}
	return false
}
