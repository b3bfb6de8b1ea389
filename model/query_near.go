package model

import (
	"cmp"
	"slices"
	"strings"
)

// nearNames is how many names Strangers offers at most for one that nobody bears.
const nearNames = 3

// Strangers says which actors of a query the directory does not know, and whom it knows
// that are spelled nearly so; empty where it knows all. It is for a search without an
// answer: who only reports name has an id, too, and is found by it.
func (q *Query) Strangers(dir *Directory) string {
	var says []string
	for _, c := range q.Actors {
		for _, name := range c.Any {
			if _, known := dir.Find(actorID(dir, name)); known || c.Not {
				continue
			}
			text := "no actor is known as “" + name + "”"
			if near := nearTo(dir, name); len(near) > 0 {
				text += ": did you mean " + strings.Join(near, " or ") + "?"
			}
			says = append(says, text)
		}
	}
	return strings.Join(says, "; ")
}

// nearTo are those of a directory of whom a name or a part of one is spelled nearly as
// another one, the nearest first, as a query asks for them, with their names.
func nearTo(dir *Directory, name string) []string {
	var list []near
	for _, a := range dir.All() {
		says := "actor:" + a.ID
		if kebab(a.Name) != a.ID {
			says += " (" + a.Name + ")"
		}
		list = append(list, near{says, spelledApart(kebab(name), append([]string{a.ID, a.Name}, a.Aliases...))})
	}
	return nearest(list, name)
}

// nearWords are those of a list of words that are spelled nearly as another one, the
// nearest first.
func nearWords(known []string, name string) []string {
	var list []near
	for _, word := range slices.Compact(slices.Sorted(slices.Values(known))) {
		list = append(list, near{word, spelledApart(kebab(name), []string{word})})
	}
	return nearest(list, name)
}

// near is what may have been meant, and in how many letters it differs.
type near struct {
	says  string
	apart int
}

// nearest are the few of a list that differ in no more letters than a slip would make.
func nearest(list []near, name string) (out []string) {
	slices.SortStableFunc(list, func(x, y near) int { return cmp.Compare(x.apart, y.apart) })
	for _, n := range list[:min(nearNames, len(list))] {
		if n.apart <= max(1, len(kebab(name))/4) {
			out = append(out, n.says)
		}
	}
	return out
}

// spelledApart is in how many letters a name differs from the nearest of some, whole or
// in part; one that only begins it differs in one.
func spelledApart(wanted string, names []string) int {
	best := len(wanted)
	for _, called := range names {
		whole := kebab(called)
		for _, part := range append(strings.Split(whole, "-"), whole) {
			switch {
			case len(wanted) >= 3 && strings.HasPrefix(part, wanted):
				best = min(best, 1)
			case len(wanted) >= 4: // of three letters one other makes another name
				best = min(best, LettersApart(wanted, part))
			}
		}
	}
	return best
}

// LettersApart is how many letters must be put in, taken out or changed to make one word
// of another.
func LettersApart(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before := row[0]
		row[0] = i + 1
		for j := range y {
			change := before
			if x[i] != y[j] {
				change++
			}
			before, row[j+1] = row[j+1], min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
