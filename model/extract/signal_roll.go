package extract

import (
	"slices"

	"parley/model"
)

// Those whom a text names one after the other as hit, some of whom the directory does not
// know: "the insurer Ferrant Marine, Ada Ovezov, a former minister, and two Ruritanian
// banks".

// rollLength is how many tokens one of a roll may take, with what is told of him.
const rollLength = 16

// namedInTurn lists those whom the phrase from token lo on names, and where it ends. Nil where the
// directory knows them all, and where nothing says that a word with a capital is a name.
func (c *signalContext) namedInTurn(sent stretch, lo int) (ids []string, end int) {
	if c.t.field == model.InTitle {
		return nil, lo
	}
	strange, i := false, lo
	counted := false
	people := c.fullName(lo, sent.hi) > lo && c.manyNames(c.fullName(lo, sent.hi))
	for i < sent.hi && i < lo+earshot {
		id, hi, unknown := c.rolled(sent, i)
		if full := c.fullName(i, sent.hi); people && full > i {
			id, hi, unknown = kebab(c.t.raw(i+1, full)), full, true
		}
		if i == lo && !unknown && c.counted(lo, hi, sent.hi) {
			if next := c.capitals(hi+1, sent.hi); next > hi+1 {
				id, hi, unknown, counted = c.nameID(hi+1, next), next, true, true // "two Ruritanian firms, Ferrant Air and"
			}
		}
		if i > lo && hi < sent.hi && c.res.lex.of(&c.t.tok[hi])&classSaid != 0 || people && !unknown && c.kindOf(id) == model.State {
			break // "…, minister Ada Ovezov said", "…, three Ruritanian bankers"
		}
		if hi == i {
			if id, hi = c.likeTheLast(i, ids, counted, sent.hi); hi == i {
				break
			}
			unknown = true
		}
		if kin := c.kinOf(i, hi, ids); kin != "" {
			id = kin
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
		strange = strange || unknown
		end = c.afterAside(sent, hi)
		strange = strange || end > hi+1 && c.t.tok[hi].kind == dashToken && c.nextIsName(c.nextOfRoll(sent, end), sent.hi)
		i = c.nextOfRoll(sent, end)
		if i == end {
			break
		}
	}
	if !strange {
		return nil, lo
	}
	return ids, end
}

// nextOfRoll goes over the comma or "and" behind one of a roll; i where none stands there.
func (c *signalContext) nextOfRoll(sent stretch, i int) int {
	j := i
	if c.t.has(j, j+1, ",") {
		j++
	}
	switch {
	case c.t.has(j, j+1, "and", "&"):
		j++
	case c.t.has(j, j+1, "as") && c.t.has(j+1, j+2, "well") && c.t.has(j+2, j+3, "as"):
		j += 3
	}
	if j >= sent.hi {
		return i
	}
	return j
}

// rolled reads one of a roll at token lo: his id, where his phrase ends, which is lo for
// none, and whether the directory does not know him.
func (c *signalContext) rolled(sent stretch, lo int) (id string, end int, unknown bool) {
	for i := lo; i < sent.hi && i < lo+rollLength; i++ {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		m, known := c.res.nameAt(c.t, i)
		switch {
		case known && m.how == byName && (c.bears(m) || c.res.actors[m.actor].Kind == model.Person && !c.ofRule(m)) && !c.ofFirm(i, m.hi, sent.hi) && !(m.hi < sent.hi && genitive(&c.t.tok[m.hi]) && c.leads(c.res.actors[m.actor])):
			return c.asTargets([]mention{m})[0], m.hi, unknown
		case known && m.how == byName && c.ofFirm(i, m.hi, sent.hi):
			hi := c.capitals(i, sent.hi)
			return c.nameID(i, hi), hi, true // "Ruritania Gems Corporation"
		case known && m.how == byOffice, known && c.res.actors[m.actor].Kind != model.Person:
			if m.hi < sent.hi && genitive(&c.t.tok[m.hi]) {
				m.hi++
			}
			id, i = c.senderID(m), m.hi-1
		case k.low == "," && i > lo && id != "" && c.calledBefore(lo, i) && c.nextIsName(i+1, sent.hi):
			unknown = true // "Ruritania's minister of trade, Ada Ovezov" is one
		case k.low == "of" && i > lo && (c.in("envoys", i-1) || c.in("people", i-1) || c.in("listees", i-1) || c.in("callings", i-1) || c.in("friends", i-1) || c.in("delegates", i-1) || c.in("description", i-1)):
			return "", lo, false // those of somebody are not he
		case k.kind == numberToken, k.kind == wordToken && class&(classDeterminer|classPossessive|classNumeral) != 0, k.low == "of" && i > lo:
		case k.kind == wordToken && k.is(flagCapital) && (c.ofPlace(i) || i+1 < sent.hi && !c.t.tok[i+1].is(flagCapital) && c.t.tok[i+1].kind == wordToken && c.ofTown(i, i+1) != nil):
			if who := c.ofTown(i, i+1); who != nil {
				id = who[0] // "the Murmansk shipper"
			}
		case k.kind == wordToken && k.is(flagCapital):
			hi := c.capitals(i, sent.hi)
			named := c.skipRanks(i, hi)
			if m, ok := c.res.nameAt(c.t, named); ok && named > i && m.how == byName && m.hi == hi && c.res.actors[m.actor].Kind == model.Person {
				return c.asTargets([]mention{m})[0], hi, false
			}
			if hi < sent.hi && genitive(&c.t.tok[hi]) || hi == named || !c.nameable(lo, named, hi) || class&classTime != 0 {
				return "", lo, false
			}
			return c.nameID(named, hi), hi, true
		case genitive(k) && i > lo:
		case k.kind != wordToken, class != 0 && class&^(classTitle|classBody|classAdverb) != 0, c.words.forms["past"][k.low]:
			if i == lo || id == "" {
				return "", lo, false
			}
			return id, i, false
		}
	}
	return "", lo, false
}

// afterAside goes right over what brackets or commas tell of the one before token i: ", the
// Ruritanian lender,". i where nothing is told.
func (c *signalContext) afterAside(sent stretch, i int) int {
	if c.t.has(i, i+1, "(") {
		for j := i + 1; j < sent.hi && j < i+rollLength; j++ {
			if c.t.has(j, j+1, ")") {
				i = j + 1
				break
			}
		}
	}
	if i+1 >= sent.hi || !c.t.has(i, i+1, ",") && c.t.tok[i].kind != dashToken {
		return i
	}
	open, at := &c.t.tok[i], i+1
	if m, ok := c.res.nameAt(c.t, at); ok && m.hi < sent.hi && genitive(&c.t.tok[m.hi]) {
		at = m.hi // "Ruritania's state oil company"
	} else if !c.t.has(at, at+1, "a", "an", "the", "one", "both", "all", "then", "once", "formerly", "currently", "its", "his", "her", "their", "who", "which") && (!c.in("callings", at) || c.t.tok[at].is(flagCapital)) {
		return i
	}
	for j := at + 1; j < sent.hi && j < at+rollLength; j++ {
		switch k := &c.t.tok[j]; {
		case k.kind == open.kind && k.low == open.low:
			if k.kind == dashToken {
				j++
			}
			return j
		case k.low == "and" && open.kind != dashToken && c.nextIsName(j+1, sent.hi):
			return j
		case k.kind == stopToken || k.low == ";" || k.low == ":":
			return j
		}
	}
	return i
}

// nextIsName says that a name with a capital stands at token i, behind an article or not.
func (c *signalContext) nextIsName(i, hi int) bool {
	i = c.skipDeterminers(i, hi)
	return i < hi && c.t.tok[i].kind == wordToken && c.t.tok[i].is(flagCapital)
}

// rollBefore lists those of a roll that ends where the verbs before token i begin: "Ada
// Ovezov and the insurer Ferrant Marine were blacklisted".
func (c *signalContext) rollBefore(sent stretch, i int) []string {
	if c.t.field == model.InTitle {
		return nil
	}
	verbs := c.skipBack(sent, i)
	for lo := max(sent.lo, verbs-earshot/2); lo < verbs; lo++ {
		if lo > sent.lo && !c.t.has(lo-1, lo, ",", ":", "that") {
			continue
		}
		if ids, end := c.namedInTurn(stretch{sent.lo, verbs}, lo); len(ids) > 0 && (end == verbs || end+1 == verbs && c.t.has(end, verbs, ",")) {
			return ids
		}
	}
	return nil
}
