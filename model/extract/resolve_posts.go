package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Which posts the people of the directory hold: those in Holds, and those that their Office
// says in words, which is how a configuration gives them.

// indexPosts enters all posts. Those of a configuration come last and win, and whoever is
// given one there holds it like those of the built-in directory do.
func (r *resolver) indexPosts() {
	for i, a := range r.actors {
		r.addHolds(a, i)
	}
	given := map[int][]string{}
	for i, a := range r.actors {
		if keys := r.postsOf(a); len(keys) > 0 {
			given[i] = keys
		}
	}
	for i, a := range r.actors {
		if !a.Builtin {
			r.succeed(i, given[i])
		}
	}
	for i, a := range r.actors {
		for _, key := range given[i] {
			if _, held := r.holders[key]; !held || !a.Builtin {
				r.holders[key] = i
			}
		}
	}
	for i, a := range r.actors {
		if !a.Builtin {
			r.lead(i, given[i])
		}
	}
	for key, i := range r.holders {
		if a := r.actors[i]; !a.Builtin && given[i] != nil {
			a.Holds = append(a.Holds, key)
			slices.Sort(a.Holds)
		}
	}
}

func (r *resolver) addHolds(a *model.Actor, i int) {
	for _, h := range a.Holds {
		body, classes, _ := strings.Cut(h, ":")
		for _, c := range strings.Split(classes, ",") {
			key, several := strings.CutSuffix(body+":"+strings.TrimSpace(c), "~")
			r.holders[key] = i
			r.several[key] = several
		}
	}
}

// postsOf reads the posts that an Office says: "Slovenian prime minister", "president of
// Slovenia", or "prime minister" alone of somebody whose state is known. A post of a
// configuration that no list has is a class of its own.
func (r *resolver) postsOf(a *model.Actor) []string {
	if len(a.Holds) > 0 || a.Office == "" || a.Kind != model.Person {
		return nil
	}
	t := r.lex.newText(model.InText, a.Office)
	if r.noun(&t.tok[0])&nounPast != 0 {
		return nil
	}
	body, lo, hi := r.bodyOf(&t, a)
	if body == "" || lo >= hi {
		return nil
	}
	var keys []string
	for from := lo; from < hi; {
		end, classes := r.officeAt(&t, from)
		if end == from || end < hi && t.tok[end].low != "and" {
			keys = nil
			break
		}
		for _, c := range classes {
			keys = append(keys, body+":"+c)
		}
		from = end + 1
	}
	if keys == nil && !a.Builtin && hi-lo > 1 {
		post := strings.ToLower(t.raw(lo, hi))
		r.offices.add(post, []string{post})
		return []string{body + ":" + post}
	}
	return keys
}

// bodyOf finds whose post an Office is, and between which tokens the post itself stands.
// Empty for nobody who is known.
func (r *resolver) bodyOf(t *text, a *model.Actor) (body string, lo, hi int) {
	hi = len(t.tok)
	if t.tok[0].low == "the" {
		lo++
	}
	if m, ok := r.nameAt(t, lo); ok && m.hi < hi {
		if lo = m.hi; genitive(&t.tok[lo]) {
			lo++
		}
		return r.actors[m.actor].ID, lo, hi
	}
	for i := lo + 1; i+1 < hi; i++ {
		if t.tok[i].low != "of" {
			continue
		}
		k := i + 1
		if t.tok[k].low == "the" {
			k++
		}
		if m, ok := r.nameAt(t, k); ok && m.hi == hi {
			return r.actors[m.actor].ID, lo, i
		}
	}
	if r.byID[a.State] == nil {
		return "", lo, hi
	}
	return a.State, lo, hi
}

// besides are the posts by which whoever holds another of his body is called as well
var besides = []string{"leader", "head", "chair"}

// succeed gives to whom a configuration puts into an office what text calls its holder by
// besides: who is "UN secretary general" is "the UN chief".
func (r *resolver) succeed(i int, keys []string) {
	for _, key := range keys {
		before, held := r.holders[key]
		if !held || before == i {
			continue
		}
		body, _, _ := strings.Cut(key, ":")
		for _, c := range besides {
			if who, ok := r.holders[body+":"+c]; ok && who == before {
				r.holders[body+":"+c] = i
			}
		}
	}
}

// heads are the posts whose holder is the leader of a state, or the head of a body.
var heads = []string{"supreme-leader", "president", "prime-minister", "chancellor", "king", "queen", "emir", "secretary-general"}

// lead makes the one head that a configuration names its state's leader, or its body's
// chief; of several the only one who is a principal of the talks.
func (r *resolver) lead(i int, keys []string) {
	for _, key := range keys {
		body, class, _ := strings.Cut(key, ":")
		if !slices.Contains(heads, class) || r.byID[body] == nil {
			continue
		}
		called := body + ":leader"
		if r.byID[body].Kind != model.State {
			called = body + ":head"
		}
		before, held := r.holders[called]
		switch {
		case !held:
			r.holders[called] = i
		case before != i && before >= 0 && !r.actors[before].Builtin && r.actors[i].Role == "principal" && r.actors[before].Role != "principal":
			r.holders[called] = i
		}
	}
}
