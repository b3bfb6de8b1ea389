package extract

import (
	"slices"

	"parley/model"
)

// People of a text whom the directory does not know are called by their family names, as
// the directory calls those whom it knows.

// nameID is the id of the one whose name stands in tokens lo to hi: of a person the family
// name, of anybody else the whole of it.
func (c *signalContext) nameID(lo, hi int) string {
	if hi-lo > 1 && c.t.has(lo, lo+1, "like", "unlike") {
		lo++ // "Like Quorent, a rival, …"
	}
	hi = c.withoutForm(lo, hi)
	return kebab(c.t.raw(c.familyName(lo, hi), hi))
}

// familyName finds where the family name begins in a name of two words or three, where the
// text says that it is a person's; lo for any other name.
func (c *signalContext) familyName(lo, hi int) int {
	if c.t.field == model.InTitle {
		return lo
	}
	first := lo
	for first < hi && c.t.tok[first].class&classTitle != 0 {
		first++
	}
	if hi-first < 2 || hi-first > 5 {
		return lo
	}
	if c.capitals(first, hi) != hi {
		return lo
	}
	for i := first; i < hi; i++ {
		if k := &c.t.tok[i]; k.is(flagAllCaps) && len(k.low) > 2 {
			return lo
		}
	}
	if c.in("trading-as", hi-1) || first == lo && !c.personal(lo, hi) {
		return lo
	}
	if hi-first > 3 {
		return hi - 1
	}
	return first + 1
}

// personal says that what stands around a name tells that it is a person's: "General Ada
// Ovezov", "Ada Ovezov, a former judge", "the head of the navy, Ada Ovezov".
func (c *signalContext) personal(lo, hi int) bool {
	if c.in("forenames", lo) {
		return true
	}
	before := lo - 1
	if c.t.has(before, lo, ",") {
		for i := before - 1; i >= 0 && i > before-7 && c.t.tok[i].kind == wordToken; i-- {
			if c.in("callings", i) {
				return true
			}
		}
	} else if before >= 0 && (c.in("callings", before) || c.t.tok[before].is(flagCapital) && c.t.tok[before].class&classTitle != 0) {
		return true
	}
	if hi >= len(c.t.tok) || !c.t.has(hi, hi+1, ",") && c.t.tok[hi].kind != dashToken {
		return false
	}
	for i := hi + 1; i < len(c.t.tok) && i < hi+8 && (c.t.tok[i].kind == wordToken || genitive(&c.t.tok[i])); i++ {
		if c.in("callings", i) {
			return true
		}
		if i > hi+1 && !genitive(&c.t.tok[i]) && c.res.lex.of(&c.t.tok[i])&(classPreposition|classRelative|classAuxiliary) != 0 {
			return false
		}
	}
	return false
}

// among adds to whom a measure of a text is on those whom it names as some of them: "on
// Ruritanian firms, including the shipper Ferrant Marine". What it names begins at i.
func (c *signalContext) among(sent stretch, i int, got []string) []string {
	if c.t.has(i+1, i+2, "among") && c.t.has(i+2, i+3, "them") {
		i++
	}
	if c.t.field == model.InTitle || !c.t.has(i, i+1, ",") && !c.t.has(i-1, i, ",") || !c.t.has(i+1, i+2, "including", "them") {
		return got
	}
	if id, hi, unknown := c.rolled(sent, i+2); hi > i+2 && id != "" && (unknown || c.kindOf(id) == model.Person || c.words.measures["firms"][id]) {
		return append(got, id)
	}
	return got
}

// skipCallings goes right over titles.
func (c *signalContext) skipCallings(lo, hi int) int {
	for lo < hi && c.t.tok[lo].class&classTitle != 0 {
		lo++
	}
	return lo
}

// namesOf lists the people and firms whom a text names one after the other from token lo on,
// with what each of them is: "Ada Ovezov, a banker, and the head of the navy, Ilan Breck".
// Nil where there are fewer than two.
func (c *signalContext) namesOf(sent stretch, lo int) []string {
	var out []string
	for i := lo; i < sent.hi && i < lo+earshot/2; i++ {
		hi := c.capitals(i, sent.hi)
		if hi == i {
			continue
		}
		named := c.skipCallings(i, hi)
		ends := hi >= sent.hi || c.t.tok[hi].kind == stopToken || c.t.has(hi, hi+1, ",", "and", "who")
		if opens := i == lo || c.t.has(i-1, i, ",", "and") || c.in("callings", i-1); ends && opens && hi-named > 1 && hi-named < 5 && len(c.res.mentions(c.t, named, hi)) == 0 && (named > i || c.personal(named, hi) || c.in("trading-as", hi-1)) {
			out = append(out, c.nameID(i, hi))
		}
		i = hi
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// andOn adds those whom a second preposition of the kind at i joins: "on X's oil and
// on Y".
func (c *signalContext) andOn(sent stretch, i int, got []string) []string {
	for j := i + 2; j+2 < sent.hi && j < i+earshot/6; j++ {
		k, next := &c.t.tok[j], j+1
		if c.t.has(j, j+1, "as") && c.t.has(j+1, j+2, "well") && c.t.has(j+2, j+3, "as") {
			next = j + 3 // "from X, as well as from Y"
		} else if k.low == "," && c.t.field == model.InText && c.t.has(j+1, j+2, "as", "and") {
			continue
		}
		if (k.low == "and" || next > j+1) && next+1 < sent.hi && c.t.tok[next].low == c.t.tok[i].low {
			for _, id := range c.reached(sent, next+1) {
				if !slices.Contains(got, id) {
					got = append(got, id)
				}
			}
			return got
		}
		if k.kind != wordToken && !genitive(k) {
			return got
		}
	}
	return got
}

// longerName finds the end of a firm's name that only begins with the one of a firm that the
// directory knows, and so is another firm's: "Lukoil Ferrant". It is the end of the known
// name where that is all.
func (c *signalContext) longerName(m mention) int {
	if !c.words.measures["firms"][c.res.actors[m.actor].ID] {
		return m.hi
	}
	hi := m.hi
	for hi < len(c.t.tok) && hi < m.hi+3 {
		k := &c.t.tok[hi]
		named, known := c.res.nameAt(c.t, hi)
		state := known && c.kindOf(c.res.actors[named.actor].ID) == model.State && named.how == byName && named.hi == hi+1
		if k.kind != wordToken || !k.is(flagCapital) || k.is(flagAllCaps) || known && (!state || c.t.field == model.InTitle && !c.in("branch", hi+1)) || c.res.lex.of(k)&(classTitle|classTime) != 0 || c.in("callings", hi) || c.in("becoming", hi) {
			break
		}
		hi++
	}
	if hi == m.hi || c.t.field == model.InTitle && c.titleCase() && (m.lo == 0 || c.t.tok[m.lo-1].is(flagCapital)) {
		return m.hi // where all words have capitals they mark no name
	}
	return hi
}
