package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"parley/model"
)

// tenure is who came into an office on a day; the actor is -1 for nobody known.
type tenure struct{ from, actor int }

// directoryDay is the day whose office holders the built-in directory knows.
const directoryDay = 20250815

// dayOf writes a day so that days compare as numbers, 0 for a time that is not known.
func dayOf(at time.Time) int {
	if at.IsZero() {
		return 0
	}
	y, m, d := at.UTC().Date()
	return y*10000 + int(m)*100 + d
}

// indexTenures reads who held which office when. An office that the directory gives to
// somebody else than the list does on the directory's day was given to him by a
// configuration, which wins.
func (r *resolver) indexTenures() error {
	const name = "data/holders.txt"
	rows, err := table(actorData, name, 2)
	if err != nil {
		return err
	}
	people := make(map[string]int, 2*len(r.actors))
	for i, a := range r.actors {
		if a.Kind != model.Person {
			continue
		}
		for _, alias := range a.Aliases {
			if strings.Contains(alias, " ") {
				people[kebab(alias)] = i
			}
		}
		people[kebab(a.Name)] = i
	}
	for _, row := range rows {
		offices := list(row[0])
		terms, err := r.termsOf(list(row[1]), offices, people)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", name, row[0], err)
		}
		for _, office := range offices {
			for _, key := range keysOf(office) {
				if who, held := r.holders[key]; !held || who == holderOn(terms, directoryDay) {
					r.tenures[key] = terms
				}
			}
		}
	}
	return nil
}

// keysOf are the keys of the posts in one entry of a holds column: "usa:president,leader",
// without the mark of one that others hold as well.
func keysOf(office string) []string {
	body, classes, _ := strings.Cut(office, ":")
	var keys []string
	for c := range strings.SplitSeq(classes, ",") {
		keys = append(keys, body+":"+strings.TrimSuffix(strings.TrimSpace(c), "~"))
	}
	return keys
}

// termsOf reads the tenures of one office. People whom the directory does not know are
// entered, without a name by which text finds them.
func (r *resolver) termsOf(column, offices []string, people map[string]int) ([]tenure, error) {
	var terms []tenure
	for _, entry := range column {
		date, name, _ := strings.Cut(entry, " ")
		day, err := time.Parse(time.DateOnly, date)
		if err != nil || name == "" {
			return nil, fmt.Errorf("%q is not a day and a name: write it as \"2025-01-20 Ada Quell\"", entry)
		}
		if len(terms) > 0 && dayOf(day) <= terms[len(terms)-1].from {
			return nil, fmt.Errorf("%q stands behind a later or the same day: put the oldest first", entry)
		}
		who, known := people[kebab(name)]
		switch {
		case name == "-":
			who = -1
		case !known:
			body, _, _ := strings.Cut(offices[0], ":")
			who = r.enter(kebab(name), name, body)
			people[kebab(name)] = who
		}
		terms = append(terms, tenure{from: dayOf(day), actor: who})
	}
	return terms, nil
}

// enter adds a person whom only the list of tenures knows, and returns his place.
func (r *resolver) enter(id, name, body string) int {
	a := &model.Actor{ID: id, Name: name, Kind: model.Person}
	if b := r.byID[body]; b != nil {
		a.State, a.Side = cmp.Or(b.State, b.ID), b.Side
	}
	if r.byID[id] == nil {
		r.byID[id] = a
	}
	r.actors = append(r.actors, a)
	return len(r.actors) - 1
}

// holderOn returns who held an office on a day, -1 for nobody known.
func holderOn(terms []tenure, day int) int {
	i, found := slices.BinarySearchFunc(terms, day, func(t tenure, day int) int { return t.from - day })
	if !found {
		i--
	}
	if i < 0 {
		return -1
	}
	return terms[i].actor
}

// holder returns who held, on the day of a text, the post of one of the classes of an
// actor. Without a day it is who holds it in the directory.
func (r *resolver) holder(t *text, actor int, classes []string) (int, bool) {
	for _, c := range classes {
		key := r.actors[actor].ID + ":" + c
		if t.day > 0 {
			if terms, dated := r.tenures[key]; dated {
				if who := holderOn(terms, t.day); who >= 0 {
					return who, true
				}
				continue
			}
		}
		if who, ok := r.holders[key]; ok {
			return who, true
		}
	}
	return r.holderUnder(t, actor, classes)
}

// cabinet are the posts that a head of state or government fills, so that they go by his
// name too: "Quell's finance minister".
var cabinet = []string{"foreign", "defence", "finance", "commerce", "trade", "energy", "justice", "homeland", "interior", "education", "health", "agriculture", "transport", "labour", "economy", "security-adviser", "vice-president", "top-general"}

// holderUnder returns who holds a post of the government whose head a person is.
func (r *resolver) holderUnder(t *text, actor int, classes []string) (int, bool) {
	a := r.actors[actor]
	if a.Kind != model.Person || a.State == "" || !shareAny(classes, cabinet) {
		return 0, false
	}
	state, ok := r.stateAt[a.State]
	if !ok {
		return 0, false
	}
	for _, head := range []string{"president", "prime-minister", "chancellor"} {
		if who, ok := r.holder(t, state, []string{head}); ok && who == actor {
			return r.holder(t, state, classes)
		}
	}
	return 0, false
}
