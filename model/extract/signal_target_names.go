package extract

import (
	"slices"

	"parley/model"
)

// Which of the names in a phrase are those of whom a measure hits.

// notPlaces leaves out where something is: "companies in Moscow".
func (c *signalContext) notPlaces(ms []mention) []mention {
	var out []mention
	for _, m := range ms {
		if m.lo > 0 && c.t.tok[m.lo-1].low == "in" && len(out) > 0 {
			continue
		}
		out = append(out, m)
	}
	return out
}

// withoutTheirOwn leaves out persons where their state is named too: "the regime
// of its president". A headline that names the state first, as theirs, means them:
// "Ruritanian ministers A and B", "Ruritania's banks A and B".
func (c *signalContext) withoutTheirOwn(ms []mention) []string {
	ids := c.asTargets(ms)
	if c.t.field == model.InTitle && len(ms) == 2 && c.titles(ms[0], ms[1]) {
		return without(ids, c.asTargets(ms[:1])) // "UN expert X"
	}
	if first := c.res.actors[ms[0].actor]; c.t.field == model.InTitle && first.Kind == model.State && len(ms) > 1 && (ms[0].how == byAdjective || c.in("envoys", ms[0].hi) || c.in("callings", ms[0].hi) || genitive(&c.t.tok[ms[0].hi]) || c.words.measures["firms"][c.res.actors[ms[1].actor].ID]) {
		own := true
		for _, m := range ms[1:] {
			a := c.res.actors[m.actor]
			own = own && a.State == first.ID && a.Kind != model.State && !c.leads(a)
		}
		if own {
			return without(ids, []string{first.ID})
		}
	}
	if c.t.field == model.InText && len(ms) > 1 && c.ofHisState(ms[len(ms)-2], ms[len(ms)-1]) {
		return without(ids, c.asTargets(ms[len(ms)-2:len(ms)-1]))
	}
	return leaving(ids, func(id string) bool {
		a, ok := c.res.dir.Find(id)
		return ok && a.Kind == model.Person && a.State != "" && slices.Contains(ids, a.State)
	})
}

// listed says that a comma joins a name to the next of a list, which "and" goes on
// with: "A, B and others".
func (c *signalContext) listed(lo int, next mention) bool {
	return lo < next.lo && c.t.tok[lo].low == "," && !c.t.has(lo+1, next.lo, ",") && next.lo-lo <= 2 && c.t.has(next.hi, next.hi+1, "and")
}

// ofHisState says that a text names a person, or a firm, behind his state, or the body that he
// serves, and what he is there: "Ruritanian rebel leader Ada Ovezov". He is hit for himself.
func (c *signalContext) ofHisState(state, person mention) bool {
	s, p := c.res.actors[state.actor], c.res.actors[person.actor]
	firm := c.words.measures["firms"][p.ID]
	if s.Kind == model.Person || p.Kind != model.Person && !firm || s.Kind == model.State && p.State != s.ID || person.how != byName || person.lo-state.hi > 5 || person.lo == state.hi {
		return false
	}
	for i := state.hi; i < person.lo; i++ {
		if k := &c.t.tok[i]; k.kind != wordToken && !genitive(k) || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd) != 0 {
			return false
		}
	}
	return true
}
