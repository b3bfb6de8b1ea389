package extract

import (
	"slices"

	"parley/model"
)

// Whom a measure of a text is on where its sentence calls him by something else than his name:
// by what is his, by what he is, by where he is.

// ownersReach is how many tokens behind a measure may stand between it and what is somebody's.
const ownersReach = 7

// whoseIsHit names the one whose people or things a measure of a text is on, where a pronoun
// tells that they are his: "the curbs that Altland put on its barley", "a freeze on their
// assets". Who sends it means others than himself. Nil for nobody.
func (c *signalContext) whoseIsHit(sent stretch, a *anchor, out *act) []string {
	if c.t.field == model.InTitle || a.list {
		return nil
	}
	at := -1
	for i := a.lo; i+1 < sent.hi && i < a.hi+ownersReach; i++ {
		k := &c.t.tok[i]
		if i > a.hi && (k.kind != wordToken || c.res.lex.of(k)&(classConjunction|classConditional|classRelative) != 0) {
			break
		}
		if c.in("owning", i) && (i > a.lo && a.verb && i < a.hi || c.t.has(i-1, i, "on", "against", "of", "for")) {
			at = i
			break
		}
	}
	if at < 0 || c.t.has(at-1, at, "from", "into", "through", "in") || c.in("friends", at+1) || c.in("partners", at+1) || c.t.has(at+1, at+2, "own", "imports", "purchases", "part", "role") {
		return nil
	}
	ms := c.res.mentions(c.t, sent.lo, a.np)
	for k := len(ms) - 1; k >= 0; k-- {
		x := c.res.actors[ms[k].actor]
		person := x.Kind == model.Person
		if person == c.t.has(at, at+1, "its") || !person && (x.Kind != model.State || c.t.has(at, at+1, "his", "her")) {
			continue
		}
		if slices.Contains(out.senders, or(x.State, x.ID)) && !person || c.t.has(ms[k].lo-1, ms[k].lo, "in", "at", "with") || ms[k].how == byAdjective && c.organEnd(ms[k]) == ms[k].hi {
			continue
		}
		return c.asTargets(ms[k : k+1])
	}
	return nil
}

// placeOf names the state that a text adds behind a comma to the place that it names before
// token i: "the region of Sarth, west Ruritania". Nil for none.
func (c *signalContext) placeOf(sent stretch, i int) []string {
	if !c.t.has(i, i+1, ",") || !c.t.tok[i-1].is(flagCapital) {
		return nil
	}
	at := i + 1
	if c.in("bearings", at) || c.t.has(at, at+1, "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west") {
		at++
	}
	m, ok := c.res.nameAt(c.t, at)
	if !ok || m.how != byName || c.kindOf(c.res.actors[m.actor].ID) != model.State || m.hi < sent.hi && c.t.tok[m.hi].kind != stopToken && c.t.tok[m.hi].low != "," {
		return nil
	}
	return c.asTargets([]mention{m})
}

// ofRule says that what is named with a ruler of a text is his state: "members of the Ovezov
// regime".
func (c *signalContext) ofRule(m mention) bool {
	return c.t.field == model.InText && m.hi < len(c.t.tok) && c.t.has(m.hi, m.hi+1, "regime", "government", "administration", "leadership", "junta")
}

// callsItCountry finds where a text says "the country" or the like of whom a measure is on:
// behind "on", "to", "from" in its phrase or soon after; -1 for nowhere.
func (c *signalContext) callsItCountry(sent stretch, a *anchor) int {
	for i := a.lo; i+2 < sent.hi && i < a.hi+ownersReach; i++ {
		k := &c.t.tok[i]
		if k.kind != wordToken || i >= a.hi && c.res.lex.of(k)&(classConjunction|classConditional|classRelative|classAuxiliary|classModal) != 0 {
			return -1
		}
		if !c.t.has(i, i+1, "on", "against", "to", "from", "with") || i > a.hi && k.low != "on" && k.low != "against" && !a.trade && !a.verb || !c.t.has(i+1, i+2, "the", "that", "this") {
			continue
		}
		for j := i + 2; j < sent.hi && j < i+5; j++ {
			if c.in("description", j) {
				return j
			}
			if c.t.tok[j].kind != wordToken {
				break
			}
		}
	}
	return -1
}

// numberedCouncil says that a text names a resolution by its number, as only the Security
// Council's are, or opens with the number of that council's members.
func (c *signalContext) numberedCouncil(sent stretch) bool {
	for i := sent.lo; c.t.field == model.InText && i+1 < sent.hi; i++ {
		if c.t.tok[i+1].kind == numberToken && len(c.t.tok[i+1].low) >= 3 && c.t.has(i, i+1, "resolution", "resolutions") {
			return true
		}
		if i < sent.lo+3 && c.t.has(i, i+1, "15-member", "15-nation", "15-strong") && c.t.has(i+1, i+2, "council", "body") {
			return true // as the subject: "the 15-nation council renewed"
		}
	}
	return false
}

// ofWhole names whom the measures are on that a measure of a text is told to be part of: "the
// sanctions on Ferrant include a travel ban". Nil for nobody.
func (c *signalContext) ofWhole(sent stretch, ch *chain) []string {
	if c.t.field == model.InTitle || ch.core.lead != "comprise" {
		return nil
	}
	for i := ch.core.lo - 2; i >= sent.lo; i-- {
		if c.in("measures", i) && c.t.has(i+1, i+2, "on", "against") {
			return c.reached(stretch{sent.lo, ch.core.lo}, i+2)
		}
	}
	return nil
}

// beforeAside finds where the name ends of whom a text tells something between commas, or
// with his own, before the verbs at token i: "Ada Ovezov, who led the navy, was", "Ada Ovezov
// and her sons were". i where it tells nothing.
func (c *signalContext) beforeAside(sent stretch, i int) int {
	if c.t.has(i-1, i, ",") {
		for j := i - 2; j > sent.lo && j > i-earshot/4; j-- {
			if c.t.has(j, j+1, ",") && c.t.tok[j-1].is(flagCapital) && c.t.has(j+1, j+2, "who", "which", "whose", "a", "an", "the", "one") {
				return j
			}
		}
	}
	for j := i - 2; j > sent.lo && j > i-6; j-- {
		if c.t.has(j, j+1, "and") && c.any("owning", j+1, j+2) {
			return j
		}
	}
	return i
}

// behindOffice goes right over the office that stands with capitals before a name of tokens lo
// to hi: "Lands Minister Ada Ovezov", "Minister of Energy and Mines Ada Ovezov".
func (c *signalContext) behindOffice(sent stretch, lo, hi int) int {
	for i := hi - 2; i >= lo; i-- {
		if c.in("callings", i) || c.t.tok[i].class&classTitle != 0 {
			return i + 1
		}
	}
	of := lo - 1
	if c.t.has(of, of+1, "and") && of-2 > sent.lo {
		of -= 2
	}
	if hi-lo > 2 && of > sent.lo && c.t.has(of, of+1, "of") && c.in("callings", of-1) {
		return lo + 1
	}
	return lo
}

// ofLand says that tokens lo to hi name a land that bears measures for itself and is no state.
func (c *signalContext) ofLand(lo, hi int) bool {
	who := c.ofTown(lo, hi)
	return who != nil && c.kindOf(who[0]) == ""
}

// territories adds to whom a measure of a text is on the lands in tokens lo to hi that bear it
// beside a state: "on Ruritania and the Sarth".
func (c *signalContext) territories(lo, hi int, got []string) []string {
	if c.t.field == model.InTitle {
		return got
	}
	for i := lo + 1; i < hi; i++ {
		k := &c.t.tok[i]
		if id := c.states[k.low]; k.is(flagCapital) && c.ofLand(i, i+1) && c.t.has(i-2, i, "and", ",") && !slices.Contains(got, id) {
			got = append(got, id)
		}
	}
	return got
}

// tradedWith names the one with whom, or to whom, a verb of a text forbids something of which it
// does not say whose it is: "banned trade with the Sarth". Nil for nobody.
func (c *signalContext) tradedWith(sent stretch, a *anchor) []string {
	for i := a.hi; c.t.field == model.InText && i+1 < sent.hi && i < a.hi+5; i++ {
		k := &c.t.tok[i]
		if c.t.has(i, i+1, "with", "to", "for") {
			return c.reached(sent, i+1)
		}
		if k.kind != wordToken || k.is(flagCapital) || c.res.lex.of(k)&(classConjunction|classAnd|classAuxiliary|classRelative) != 0 || k.low == "from" {
			return nil
		}
	}
	return nil
}

// heldFor says that a verb of a text freezes the assets "of" somebody, so that a name before
// them tells where they are: "froze the Altland assets of six Ruritanian bankers".
func (c *signalContext) heldFor(sent stretch, a *anchor) bool {
	return c.t.field == model.InText && a.instrument == "asset-freeze" && c.t.has(a.hi, a.hi+1, "of") && len(c.reached(sent, a.hi+1)) > 0
}

// boughtOf goes from whose purchases a measure of a text is on to what he buys, and from trade
// to with whom it is: "a ban on Altland's imports of Ruritanian cotton", "on all trade with".
func (c *signalContext) boughtOf(sent stretch, lo int) int {
	if c.t.field == model.InTitle {
		return lo
	}
	for i := lo; i+2 < sent.hi && i < lo+3; i++ {
		if c.t.has(i, i+1, "trade", "dealings", "business", "commerce") && c.t.has(i+1, i+2, "with") {
			return i + 2
		}
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(lo, sent.hi))
	if !ok {
		return lo
	}
	i := m.hi
	if i < sent.hi && genitive(&c.t.tok[i]) {
		i++
	}
	if i+2 < sent.hi && c.t.has(i, i+1, "imports", "purchases") && c.t.has(i+1, i+2, "of", "from") {
		return i + 2
	}
	return lo
}

// elsewhile says that a clause begins between tokens lo and hi of a text that tells of something
// else at the same time: ", while the rift with Ruritania deepens".
func (c *signalContext) elsewhile(lo, hi int) bool {
	for i := lo; i+1 < hi; i++ {
		if c.t.has(i, i+1, ",") && c.t.has(i+1, i+2, "while", "whereas") {
			return true
		}
	}
	return false
}
