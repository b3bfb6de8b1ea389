package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who is meant by a post or a pronoun where somebody whom the directory does not know was
// named with his post before: "President Oskar Vell … He … The president".

// stranger is one place where a text names somebody whom the directory does not know.
type stranger struct {
	name   string // in full
	lo, hi int    // tokens of the name
	post   string // in front of it, lower case; empty for none
	former bool
	single bool // one word stands there
	sent   int32
}

// strangers lists where names stand that the directory does not know, in order: full ones, and
// family names of whom the text names in full or by a post somewhere.
func (d *discourse) strangers() []stranger {
	if d.unknowns != nil {
		return d.unknowns
	}
	d.gatherNames()
	d.unknowns = make([]stranger, 0, len(d.names))
	toks, m := d.t.tok, 0
	titled := map[string]bool{} // family names behind a post
	for _, n := range d.names {
		for m < len(d.ms) && d.ms[m].hi <= n.lo {
			m++
		}
		if m < len(d.ms) && d.ms[m].lo < n.hi {
			continue
		}
		s := stranger{lo: n.lo, hi: n.hi, sent: toks[n.lo].sent, single: d.nameUnit(n.lo) == n.hi}
		s.post, s.former = d.postBefore(s.lo)
		if s.single && s.post != "" {
			titled[toks[s.lo].low] = true
		}
		if !s.single && s.post == "" && s.lo > 0 && toks[s.lo-1].low == "the" {
			continue // "the Harbour Board Office"
		}
		d.unknowns = append(d.unknowns, s)
	}
	kept, families := d.unknowns[:0], map[string]string{}
	for _, s := range d.unknowns {
		if s.name = d.t.raw(s.lo, s.hi); s.single {
			low := toks[s.lo].low
			full, asked := families[low]
			if !asked {
				if _, ok := d.byFirst(s.name); ok {
					full = "" // the directory knows him
				} else if named, ok := d.fullName(s.name); ok {
					full = named
				} else if titled[low] {
					full = s.name
				}
				families[low] = full
			}
			if s.name = full; full == "" {
				continue
			}
		}
		kept = append(kept, s)
	}
	d.unknowns = kept
	return kept
}

// strangerFrom is the number of the first of all strangers at token i or behind it.
func strangerFrom(all []stranger, i int) int {
	n, _ := slices.BinarySearchFunc(all, i, func(s stranger, at int) int { return s.lo - at })
	return n
}

// postBefore returns the post in front of a name at i, with no more than a comma between, and
// whether it is one that he has no longer.
func (d *discourse) postBefore(i int) (post string, former bool) {
	toks := d.t.tok
	k := i - 1
	if k > 0 && toks[k].low == "," {
		k--
	}
	if k < 0 || d.who.noun(&toks[k])&nounTitle == 0 || d.who.names.lex.of(&toks[k])&classDeterminer != 0 {
		return "", false
	}
	if d.who.besideName[toks[k].low].short {
		return "", false
	}
	post = toks[k].low
	if k > 0 && toks[k-1].sent == toks[k].sent && d.ofPost(k-1) {
		if k--; toks[k].low != "former" {
			post = toks[k].low + " " + post
		}
	}
	for n := 0; n < 4 && k >= 0 && toks[k].sent == toks[i].sent; n, k = n+1, k-1 {
		former = former || toks[k].low == "former"
	}
	return post, former
}

// ofPost says whether the word at k, before a title, belongs to the post: "prime (minister)",
// "foreign (minister)".
func (d *discourse) ofPost(k int) bool {
	toks, lex := d.t.tok, d.who.names.lex
	if toks[k].kind != wordToken || lex.of(&toks[k])&classDeterminer != 0 {
		return false
	}
	if d.who.noun(&toks[k])&nounTitle != 0 || toks[k].is(flagCapital) && toks[k+1].is(flagCapital) && !genitive(&toks[k]) {
		return true
	}
	before := &toks[max(k-1, 0)]
	return lex.of(&toks[k]) == 0 && !toks[k].is(flagCapital) && !genitive(&toks[k]) && (genitive(before) || lex.of(before)&(classDeterminer|classPossessive) != 0 || before.low == "former" || before.is(flagCapital) && k > 0)
}

// byPost finds the only one whom the text names by the post that stands from lo to hi, behind
// "the", without a name.
func (d *discourse) byPost(lo, hi int) (model.Speaker, bool) {
	toks := d.t.tok
	if d.who.noun(&toks[hi-1])&nounTitle == 0 {
		return model.Speaker{}, false
	}
	former := toks[lo].low == "former"
	if former {
		lo++
	}
	name := ""
	for _, s := range d.strangers() {
		if s.lo >= lo {
			break
		}
		from := hi - 1 - strings.Count(s.post, " ")
		if hi == lo+1 && strings.HasSuffix(s.post, " "+toks[lo].low) {
			from = lo // "the minister" for the foreign one
		} else if from < lo || !strings.EqualFold(d.t.raw(from, hi), s.post) {
			continue
		}
		if s.post == "" || s.former != former || !d.placedAs(s, lo, from) {
			continue
		}
		if name != "" && name != s.name {
			return model.Speaker{}, false
		}
		name = s.name
	}
	return model.Speaker{Actor: kebab(name), Name: name}, name != ""
}

// placedAs says whether the words from lo to hi, in front of a post, stand beside the stranger's
// name as well: "the Borland (president)", "Borland's president, Oskar Vell", "Vell of Borland".
func (d *discourse) placedAs(s stranger, lo, hi int) bool {
	toks := d.t.tok
	for i := lo; i < hi; i++ {
		beside := false
		for k := max(0, s.lo-6); k < min(len(toks), s.hi+3); k++ {
			beside = beside || toks[k].low == toks[i].low && toks[k].sent == s.sent
		}
		if !beside {
			return false
		}
	}
	return true
}

// strangerDoes finds the stranger who does what sentence sent tells, before the pronoun at i:
// who opens it, with his post or without, or of whom it asks: "What will Quell do?". Only the
// pronouns of the text tell whether he is sought; without any he must be all that the sentence
// right before names.
func (d *discourse) strangerDoes(sent int32, i int, want string) (model.Speaker, bool) {
	toks, s := d.t.tok, d.t.sents[sent]
	all := d.strangers()
	for k := strangerFrom(all, s.lo); k < len(all) && all[k].lo < min(s.hi, i); k++ {
		who := &all[k]
		if toks[who.lo].is(flagQuoted) || who.hi >= min(s.hi, i) || genitive(&toks[who.hi]) || !d.acts(s, who) && !d.aged(who) || !who.single && who.post == "" && (d.who.party(d.t, who.lo, who.hi).capacity != "person" || d.ofThing(who.lo, who.hi)) {
			continue
		}
		switch goes := d.goesBy(who.name); {
		case goes == want:
		case goes != "" || sent != toks[i].sent-1 || d.goesOther(who.name, want) || d.startsParagraph(i) && !d.introduced(s, who) || d.anotherActs(all[k+1:], s) || d.personIn(s):
			return model.Speaker{}, false
		}
		return person(who.name), !d.nearer(i, want, who.name)
	}
	return model.Speaker{}, false
}

// ofThing says whether the name from lo to hi is more than a person's: "Marden Street", or "Salem
// Hook" where a school is called Salem Hook Harbour School.
func (d *discourse) ofThing(lo, hi int) bool {
	if d.who.noun(&d.t.tok[hi-1])&nounSpot != 0 {
		return true
	}
	for _, n := range d.startingWith(d.t.raw(lo, d.nameUnit(lo))) {
		if n.hi-n.lo > hi-lo && d.t.raw(n.lo, n.lo+hi-lo) == d.t.raw(lo, hi) && (n.hi-n.lo > hi-lo+1 || d.who.party(d.t, n.lo, n.hi).capacity != "person") {
			return true
		}
	}
	return false
}

// introduced says whether a stranger opens a sentence that is a paragraph by itself and tells who he
// is: "Ada Quell, a pilot, was blunt". It leads in what the next paragraph gives her to say.
func (d *discourse) introduced(s stretch, who *stranger) bool {
	if !d.t.paraStart(s.lo) || !d.t.paraStart(s.hi) {
		return false
	}
	if d.aged(who) {
		return true
	}
	if who.lo != s.lo || d.t.tok[who.hi].low != "," {
		return false
	}
	next := &d.t.tok[who.hi+1]
	return next.low == "who" || d.who.names.lex.of(next)&classDeterminer != 0
}

// aged says whether a stranger's age stands behind the name: "sailors like Ada Quell, 34, a mate".
func (d *discourse) aged(who *stranger) bool {
	t, i := d.t.tok, who.hi
	return !who.single && i+2 < len(t) && t[i].low == "," && t[i+1].kind == numberToken && t[i+2].low == ","
}

// anotherActs says whether a sentence names one of some strangers who is more than what a
// preposition or an article belongs to: "(Quell), of the Marden Centre for Port Studies, (laughed)".
func (d *discourse) anotherActs(all []stranger, s stretch) bool {
	for k := range all {
		if all[k].lo >= s.hi {
			break
		}
		if before := d.t.tok[all[k].lo-1].low; before != "of" && before != "for" && before != "the" {
			return true
		}
	}
	return false
}

// nearer says whether the sentence of the pronoun at i names another stranger before it whom it
// may mean.
func (d *discourse) nearer(i int, want, name string) bool {
	lo := d.t.sentence(i).lo
	all := d.strangers()
	for k := strangerFrom(all, lo); k < len(all) && all[k].hi <= i; k++ {
		s := &all[k]
		if s.name == name {
			continue
		}
		if goes := d.goesBy(s.name); goes == want || goes == "" {
			return true
		}
	}
	return false
}

// acts says whether a stranger is the subject of a sentence: nothing but his post, and what that
// belongs to, stands before his name, or words that ask what he does.
func (d *discourse) acts(s stretch, who *stranger) bool {
	toks, lex := d.t.tok, d.who.names.lex
	asks := toks[s.hi-1].low == "?"
	for k := d.behindFronted(s, who.lo); k < who.lo; k++ {
		cl := lex.of(&toks[k])
		if asks && (cl&(classModal|classAuxiliary|classRelative) != 0 || k == s.lo && toks[k].low == "what") || k == s.lo && cl&(classAnd|classAdverb|classConjunction|classDeterminer|classPossessive) != 0 && cl&classPreposition == 0 {
			continue
		}
		if toks[k].low == "," && k >= who.lo-4 || genitive(&toks[k]) || who.post != "" && toks[k].kind == wordToken && k >= who.lo-6 && cl&(classPreposition|classAuxiliary|classModal|classVerb|classRelative) == 0 {
			continue
		}
		return false
	}
	next := &toks[who.hi]
	return next.kind == wordToken && (lex.of(next)&(classAnd|classPreposition) == 0 || next.low == "of" && !who.single) || next.low == "," && lex.of(&toks[who.hi+1])&classAnd == 0
}

// behindFronted returns where the clause begins that names who acts at token i, behind a phrase
// that leads in the sentence: "In Salem, (Quell laughed)", "Asked when, (Quell laughed)".
func (d *discourse) behindFronted(s stretch, i int) int {
	toks, first := d.t.tok, &d.t.tok[s.lo]
	asked := d.t.has(s.lo, s.lo+1, "asked", "pressed", "quizzed", "questioned")
	if !asked && d.who.names.lex.of(first)&classPreposition == 0 && !(strings.HasSuffix(first.low, "ing") && d.who.names.lex.of(first) == 0) {
		return s.lo
	}
	for k := i - 1; k > s.lo && (asked || k > i-8); k-- {
		if toks[k].low == "," {
			return k + 1
		}
	}
	return s.lo
}

// goesBy tells by what pronoun somebody goes in the text: that of the sentences that he opens.
func (d *discourse) goesBy(name string) string {
	if goes, ok := d.goes[name]; ok {
		return goes
	}
	if d.goes == nil {
		d.goes = map[string]string{}
	}
	goes := d.goesIn(name)
	d.goes[name] = goes
	return goes
}

// goesIn looks for what goesBy returns.
func (d *discourse) goesIn(name string) string {
	for _, s := range d.strangers() {
		if s.name != name {
			continue
		}
		at := d.t.sents[s.sent]
		if goes := d.genderOf(nil, stretch{max(at.lo, s.lo-2), s.lo}); goes != "" {
			return goes
		}
		for k := max(at.lo, s.lo-2); k < s.lo; k++ {
			if goes := d.who.besideName[d.t.tok[k].low].goes; goes != "" {
				return goes // "her husband, Ivo Quell"
			}
		}
		for k := s.hi; k < at.hi && s.lo <= at.lo+5; k++ {
			if d.t.tok[k].is(flagQuoted) {
				continue
			}
			if d.nameWord(k) || d.t.tok[k-1].low == "," && d.t.has(at.lo, at.lo+1, "if", "unless") {
				break // somebody else, perhaps: "If Quell is elected, he said"
			}
			if goes := pronounOf(d.t.tok[k].low); goes != "" {
				return goes
			}
		}
	}
	return ""
}

// goesOther says whether somebody goes by another pronoun than want, where he spoke or is named.
func (d *discourse) goesOther(name, want string) bool {
	turns := d.recent()
	for k := range turns {
		if tn := &turns[k]; tn.speaker.Name == name && tn.pronoun != "" && tn.pronoun != want {
			return true
		}
	}
	goes := d.goesBy(name)
	return goes != "" && goes != want
}

// startsParagraph says whether the sentence of token i is the first of its paragraph.
func (d *discourse) startsParagraph(i int) bool { return d.t.paraStart(d.t.sentence(i).lo) }

// personIn says whether a sentence names a person whom the directory knows.
func (d *discourse) personIn(s stretch) bool {
	m := d.mentionFrom(s.lo)
	for ; m < len(d.ms) && d.ms[m].lo < s.hi; m++ {
		if d.isPerson(d.ms[m]) {
			return true
		}
	}
	return false
}
