package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who is meant by a family name or a post alone where the directory knows nobody of it.

// listed returns the person of the directory that a full name means, nil for none.
func (d *discourse) listed(p party) *model.Actor {
	if p.actor >= 0 {
		if a := d.who.actors[p.actor]; a.Kind == model.Person {
			return a
		}
		return nil
	}
	a, _ := d.withoutInitials(p)
	return a
}

// inShort finds in the directory whom a name means that has initials, or is all that his full
// name in the text begins with, and nobody else's: "Ada J. Quell", "Ada".
func (d *discourse) inShort(p party) (*model.Actor, bool) {
	if a, ok := d.withoutInitials(p); ok || strings.Contains(p.name, " ") {
		return a, ok
	}
	return d.byFirst(p.name)
}

// byFirst finds whom of the directory a word alone means with which his full name begins.
func (d *discourse) byFirst(word string) (*model.Actor, bool) {
	d.gatherNames()
	if len(d.people[strings.ToLower(word)]) > 0 {
		return nil, false
	}
	known, full := d.beginning(word)
	if len(known) != 1 || len(full) > 1 {
		return nil, false
	}
	return known[0], true
}

// fullName finds who a family name alone means: the first full name in the text that ends in
// it, of several the one who spoke last, unless as one whom the text calls by the first name.
func (d *discourse) fullName(family string) (string, bool) {
	d.gatherNames()
	names := d.people[strings.ToLower(family)]
	if len(names) == 0 {
		if full, ok := d.spokeAs(family); ok {
			return full, true
		}
		_, names = d.beginning(family)
		return strings.Join(names, ""), len(names) == 1 && names[0] != "" // "Mao" is Mao Ning, "Ada" Ada Quell
	}
	turns := d.recent()
	for k := len(turns) - 1; k >= 0 && len(names) > 1; k-- {
		for _, full := range names {
			if s := &turns[k].speaker; strings.HasSuffix(s.Name, full) && !strings.HasPrefix(full, s.Text+" ") {
				return full, true
			}
		}
	}
	return names[0], true
}

// namesake finds whom of another given name a family name alone means that the directory has for
// somebody of whom the text says no more: "Ada Putin … Putin". The head of a state is named so
// at any time.
func (d *discourse) namesake(p party) (model.Speaker, bool) {
	if p.actor < 0 || p.capacity != "person" {
		return model.Speaker{}, false
	}
	a, last := d.who.actors[p.actor], p.hi-1
	family := d.t.tok[last].low
	if holds(a, []string{"leader"}) || p.hi-p.lo > 2 || !strings.HasSuffix(strings.ToLower(a.Name), " "+family) || last > p.lo && !d.who.honorific(d.t.tok[p.lo].low) {
		return model.Speaker{}, false
	}
	if at, ok := d.namedInFull(p.actor); ok && at < p.lo {
		return model.Speaker{}, false
	}
	d.gatherNames()
	names := d.people[family]
	if len(names) != 1 || names[0][0] == a.Name[0] {
		return model.Speaker{}, false
	}
	for _, n := range d.names {
		if n.lo < p.lo && d.t.raw(n.lo, n.hi) == names[0] {
			return person(names[0]), true
		}
	}
	return model.Speaker{}, false
}

// spokeAs finds the name under which the last one spoke who bears a family name that is a
// word as well: "Ada Law", "George Will".
func (d *discourse) spokeAs(family string) (string, bool) {
	if strings.ToUpper(family) == family {
		return "", false
	}
	turns := d.recent()
	for k := len(turns) - 1; k >= 0; k-- {
		if s := &turns[k].speaker; s.Capacity == "person" && strings.HasSuffix(s.Name, " "+family) {
			return s.Name, true
		}
	}
	return "", false
}

// initials says whether a word is made of single letters with a dot behind each: "p.j.".
func initials(low string) bool {
	for i := range len(low) {
		if (low[i] == '.') != (i%2 == 1) {
			return false
		}
	}
	return len(low) > 0 && len(low)%2 == 0
}

// postOf returns the post by which a phrase names one person, before the name or behind it:
// "Mayor Ada Quell", "Ada Quell, the mayor of Salem,". It is empty for none.
func (d *discourse) postOf(a *attribution) string {
	toks, lex := d.t.tok, d.who.names.lex
	post := ""
	for i := a.who.lo; i < a.who.hi-1; i++ {
		if lex.of(&toks[i])&classTitle != 0 || d.who.noun(&toks[i])&nounTitle != 0 {
			post = toks[i].low
		}
	}
	if title := d.who.besideName[post]; title.short {
		post = title.post
	}
	if post != "" || a.who.hi >= len(toks) || toks[a.who.hi].low != "," || toks[a.who.hi-1].low == "," {
		return post
	}
	i := a.who.hi + 1
	if lo := i; lo < len(toks) && lex.of(&toks[lo])&classDeterminer != 0 {
		i++
	}
	for ; i < len(toks) && i < a.who.hi+9 && toks[i].kind == wordToken && lex.of(&toks[i])&(classPreposition|classRelative) == 0; i++ {
		if post = toks[i].low; toks[i].is(flagCapital) {
			post = ""
		}
	}
	return post
}

// subjectOf finds who opens a sentence under a name that the directory does not know, before
// the pronoun at i, where a title or a pronoun behind the name goes with the one sought: "Ada
// Quell left her house. She said".
func (d *discourse) subjectOf(sent int32, i int, want string) (model.Speaker, bool) {
	toks, s := d.t.tok, d.t.sents[sent]
	lo := s.lo
	for lo < s.hi && d.who.names.lex.of(&toks[lo])&(classAnd|classConjunction|classAdverb) != 0 {
		lo++
	}
	lo = d.behindLeft(lo, s.hi)
	fits, name := false, lo
	switch toks[lo].low {
	case "for":
		name = lo + 1 // "For Quell, 34, it was": his age must tell that it is somebody
	case "mr", "mr.":
		fits, name = want == "he", lo+1
	case "ms", "ms.", "mrs", "mrs.":
		fits, name = want == "she", lo+1
	}
	if name > lo && !fits && toks[lo].low != "for" {
		return model.Speaker{}, false
	}
	units, hi := 0, name
	for ; units < 4 && hi < s.hi; units++ {
		end := d.nameUnit(hi)
		if end == hi {
			break
		}
		hi = end
	}
	if units == 0 || hi >= min(s.hi, i) || toks[name].is(flagQuoted) || genitive(&toks[hi]) || d.who.names.lex.of(&toks[hi])&classAnd != 0 {
		return model.Speaker{}, false
	}
	if m := d.mentionFrom(lo); m < len(d.ms) && d.ms[m].lo < hi {
		return model.Speaker{}, false // the directory knows the name
	}
	if units > 1 && (d.who.party(d.t, name, hi).capacity != "person" || d.ofThing(name, hi)) {
		return model.Speaker{}, false // "Salem Conservatives"
	}
	aged := hi+2 < s.hi && toks[hi].low == "," && toks[hi+1].kind == numberToken && toks[hi+2].low == ","
	if toks[lo].low == "for" && !aged {
		return model.Speaker{}, false
	}
	fits = fits || aged
	for k := hi; k < min(s.hi, i) && !fits; k++ {
		fits = !toks[k].is(flagQuoted) && want != "" && pronounOf(toks[k].low) == want
	}
	if !fits {
		return model.Speaker{}, false
	}
	full := d.t.raw(name, hi)
	if units == 1 {
		if a, ok := d.byFirst(full); ok {
			return model.Speaker{Actor: a.ID, Name: a.Name, Capacity: "person"}, true
		}
		known, ok := d.fullName(full)
		if !ok && name == lo {
			return model.Speaker{}, false
		}
		if ok {
			full = known
		}
	}
	return person(full), true
}

// person is the speaker that a name of somebody stands for whom the directory does not know.
func person(name string) model.Speaker {
	return model.Speaker{Actor: kebab(name), Name: name, Capacity: "person"}
}

// pronounOf is the pronoun of one person that a word is a form of, "he" or "she"; empty for none.
func pronounOf(low string) string {
	switch low {
	case "he", "his", "himself":
		return "he"
	case "she", "her", "herself":
		return "she"
	}
	return ""
}

// withoutInitials finds in the directory whom a name with initials in it means: "Ada J. Quell".
func (d *discourse) withoutInitials(p party) (*model.Actor, bool) {
	if p.hi-p.lo < 3 {
		return nil, false // a given name, the initials and a family name are three tokens at least
	}
	words := strings.Fields(p.name)
	plain := words[:0:0]
	for n, w := range words {
		if n == 0 || n == len(words)-1 || !initials(strings.ToLower(w)) {
			plain = append(plain, w)
		}
	}
	if len(plain) == len(words) || len(plain) < 2 {
		return nil, false
	}
	m, ok := d.who.nameAt(d.t, p.hi-1)
	if a, short := d.who.actors, strings.Join(plain, " "); !ok || a[m.actor].Name != short && !slices.Contains(a[m.actor].Aliases, short) {
		return nil, false
	}
	return d.who.actors[m.actor], true
}

// strangerActs finds whom a sentence, up to token i, names by a post and a name that the directory
// does not know, and who does something in it: "Marden's spokesman, Ada Quell, shrugged".
func (d *discourse) strangerActs(sent int32, i int, want string) (model.Speaker, bool) {
	toks, s := d.t.tok, d.t.sents[sent]
	if name, ok := d.kinNamed(s, i, want); ok {
		return person(name), true
	}
	for k := s.lo + 1; k+3 < min(s.hi, i); k++ {
		kin := toks[k].low == "," && d.kin(stretch{max(s.lo, k-3), k})
		if toks[k].low != "," || d.who.noun(&toks[k-1])&nounTitle == 0 && !kin {
			continue
		}
		hi, units := k+1, 0
		for end := d.nameUnit(hi); end > hi && units < 4; units++ {
			hi, end = end, d.nameUnit(end)
		}
		if units < 2 && !(kin && units == 1) || hi+1 >= min(s.hi, i) || toks[hi].low != "," || toks[hi+1].is(flagCapital) || d.who.names.lex.of(&toks[hi+1])&(classAnd|classPreposition|classRelative|classDeterminer|classPossessive) != 0 {
			continue
		}
		if p := d.who.party(d.t, k+1, hi); p.actor >= 0 || p.capacity != "person" && units > 1 {
			continue
		}
		name := d.t.raw(k+1, hi)
		goes := d.genderOf(nil, stretch{k - 1, k})
		if kin {
			goes = d.who.besideName[toks[k-1].low].goes
		}
		if goes != "" && goes != want || d.goesOther(name, want) {
			continue
		}
		return person(name), true
	}
	return model.Speaker{}, false
}
