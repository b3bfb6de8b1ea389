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
	type near struct {
		says  string
		apart int
	}
	wanted := kebab(name)
	var list []near
	for _, a := range dir.All() {
		best := near{"actor:" + a.ID, len(wanted)}
		if kebab(a.Name) != a.ID {
			best.says += " (" + a.Name + ")"
		}
		for _, called := range append([]string{a.ID, a.Name}, a.Aliases...) {
			whole := kebab(called)
			for _, part := range append(strings.Split(whole, "-"), whole) {
				switch {
				case len(wanted) >= 3 && strings.HasPrefix(part, wanted):
					best.apart = min(best.apart, 1)
				case len(wanted) >= 4: // of three letters one other makes another name
					best.apart = min(best.apart, LettersApart(wanted, part))
				}
			}
		}
		if best.apart <= max(1, len(wanted)/4) {
			list = append(list, best)
		}
	}
	slices.SortStableFunc(list, func(x, y near) int { return cmp.Compare(x.apart, y.apart) })
	var out []string
	for _, n := range list[:min(nearNames, len(list))] {
		out = append(out, n.says)
	}
	return out
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
