package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// The names that a text has, whoever bears them, and what of them is found by a word.

// maxSharing bounds the full names of a text that are kept by one first name, and by one family name.
const maxSharing = 64

// gatherNames lists the names in the text, whoever bears them, and the full ones by the family
// name that they end in.
func (d *discourse) gatherNames() {
	if d.people != nil {
		return
	}
	d.people = map[string][]string{}
	t, toks := d.t, d.t.tok
	for i := 0; i < len(toks); i++ {
		if !toks[i].is(flagCapital) {
			continue
		}
		end := d.nameUnit(i)
		if end == i || d.who.noun(&toks[i])&(nounTitle|nounUnnamed) != 0 {
			continue
		}
		if d.townBefore(i, end) {
			continue
		}
		last, hi := i, end
		for n := 1; n < 4 && hi < len(toks) && toks[hi].sent == toks[i].sent; n++ {
			next := d.nameUnit(hi)
			if next == hi {
				break
			}
			last, hi = hi, next
		}
		d.names = append(d.names, stretch{i, hi})
		if last > i {
			full, family := t.raw(i, hi), strings.ToLower(t.raw(last, hi))
			if len(d.people[family]) < maxSharing && !slices.Contains(d.people[family], full) {
				d.people[family] = append(d.people[family], full)
			}
		}
		i = hi - 1
	}
}

// townBefore says whether the word from i to end is the seat of a state before a full name:
// "(envoy to) Kyiv Ada Quell".
func (d *discourse) townBefore(i, end int) bool {
	if i == 0 || end+1 >= len(d.t.tok) || d.who.names.lex.of(&d.t.tok[i-1])&classPreposition == 0 {
		return false
	}
	next := d.nameUnit(end)
	if next == end || next >= len(d.t.tok) || d.nameUnit(next) == next {
		return false
	}
	m, ok := d.who.nameAt(d.t, i)
	return ok && m.hi == end && m.seat
}

// startingWith lists those names of a text of several words that begin with one, some of them where it
// is a common one.
func (d *discourse) startingWith(word string) []stretch {
	if d.first == nil {
		d.gatherNames()
		d.first = map[string][]stretch{}
		for _, n := range d.names {
			end := d.nameUnit(n.lo)
			if end == n.hi {
				continue
			}
			if w := strings.ToLower(d.t.raw(n.lo, end)); len(d.first[w]) < maxSharing {
				d.first[w] = append(d.first[w], n)
			}
		}
	}
	return d.first[strings.ToLower(word)]
}

// beginning gathers those whose full names in the text begin with a word: people of the
// directory, and the names of others; the empty one stands for all that are of the directory
// or of no person.
func (d *discourse) beginning(word string) (known []*model.Actor, full []string) {
	for _, n := range d.startingWith(word) {
		name, p := d.t.raw(n.lo, n.hi), d.who.party(d.t, n.lo, n.hi)
		if a := d.listed(p); a != nil {
			if name = ""; !slices.Contains(known, a) {
				known = append(known, a)
			}
		} else if p.capacity != "person" || n.lo > 0 && d.t.tok[n.lo-1].low == "the" {
			name = "" // "the Salem Harbour Association"
		}
		if !slices.Contains(full, name) {
			full = append(full, name)
		}
	}
	return known, full
}

// namedInFull finds where a text first names somebody of the directory by more than the family name.
func (d *discourse) namedInFull(actor int) (int, bool) {
	if d.inFull == nil {
		d.inFull = map[int]int{}
		for _, m := range d.ms {
			if _, known := d.inFull[m.actor]; known {
				continue
			}
			if m.hi > m.lo+1 || m.how != byName || m.lo > 0 && d.who.noun(&d.t.tok[m.lo-1])&nounTitle != 0 && !d.who.honorific(d.t.tok[m.lo-1].low) {
				d.inFull[m.actor] = m.lo
			}
		}
	}
	at, ok := d.inFull[actor]
	return at, ok
}

// nameUnit returns the end of a word of a name at i, with what hyphens tie to it:
// "Abdel-Karim". It returns i for none.
func (d *discourse) nameUnit(i int) int {
	if !d.nameWord(i) {
		return i
	}
	toks := d.t.tok
	for i++; i+1 < len(toks) && toks[i].low == "-" && toks[i].is(flagGlued) && toks[i+1].is(flagGlued) && d.nameWord(i+1); i += 2 {
	}
	return i
}

// nameWord says whether the token at i can be part of a person's name.
func (d *discourse) nameWord(i int) bool {
	k := &d.t.tok[i]
	if k.kind != wordToken || !k.is(flagCapital) || genitive(k) || d.who.names.lex.of(k) != 0 || d.who.besideName[k.low].common {
		return false
	}
	return initials(k.low) || !k.is(flagAllCaps) && !k.is(flagAbbrev)
}
