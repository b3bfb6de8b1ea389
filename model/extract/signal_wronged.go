package extract

import (
	"parley/model"
)

// Who is named only as the one to whom something was done: a measure "over the invasion of
// Altland" is not on Altland, nor is it Altland's.

// wrongReach is how many tokens before a name the noun may stand that tells what was done there.
const wrongReach = 6

// spareWronged takes those off who are named nowhere in the sentence but as wronged.
func (r *actReader) spareWronged() {
	r.out.targets, r.out.senders = leaving(r.out.targets, r.onlyWronged), leaving(r.out.senders, r.onlyWronged)
}

// onlyWronged says that the sentence names somebody, and only as the one to whom something
// was done.
func (r *actReader) onlyWronged(id string) bool {
	named := false
	for _, m := range r.res.mentions(r.t, r.sent.lo, r.sent.hi) {
		if r.res.actors[m.actor].ID != id && r.senderID(m) != id {
			continue
		}
		if m.lo >= r.a.lo && m.hi <= r.a.hi || !r.wronged(r.sent, m) && !r.over(m) {
			return false // "the seizure of Ruritanian assets" is the measure itself
		}
		named = true
	}
	return named
}

// over says that a name only tells over what land a measure is: "sanctions over Altland".
func (r *actReader) over(m mention) bool {
	return m.how == byName && m.lo == r.a.hi+1 && r.t.has(r.a.hi, m.lo, "over") && !r.blockade(r.a) && !r.words.measures["under"][r.res.actors[m.actor].ID] && r.nameEnds(r.sent, m.hi)
}

// wronged says that what stands around the name of a state tells of something done to it or in
// its land: "the invasion of Altland", "for bombing Altland", "undermined Altland's sovereignty".
// What goes on in a land that lives under measures is as a rule why it does.
func (c *signalContext) wronged(sent stretch, m mention) bool {
	x := c.res.actors[m.actor]
	if x.Kind != model.State {
		return false
	}
	bears := c.words.measures["under"][x.ID]
	if !bears && c.in("strife", m.hi) && !c.t.has(m.lo-1, m.lo, "with", "against") {
		return true // "over the Altland war"
	}
	at := m.lo - 1
	for at > sent.lo && at > m.lo-4 && (c.determined(at) || c.in("bearings", at) || c.in("quarters", at)) {
		at--
	}
	if c.in("wronging", at) {
		return true
	}
	if m.hi+1 < sent.hi && genitive(&c.t.tok[m.hi]) && c.any("integrity", m.hi+1, min(m.hi+4, sent.hi)) {
		return c.in("infringing", at) || c.t.has(at, at+1, "of", "to", "on", "against") && c.in("infringing", at-1)
	}
	if !c.t.has(at, at+1, "of", "on", "against", "in", "into", "inside") {
		return false
	}
	if bears {
		return c.in("wrongs", at-1) && c.t.tok[at].low != "in"
	}
	if c.in("strife", at-1) {
		return !c.t.has(at-2, at-1, "civil")
	}
	for i := at - 1; i > sent.lo && i > at-wrongReach; i-- {
		k := &c.t.tok[i]
		if c.in("wrongs", i) {
			return true // "attacks on villages in Altland"
		}
		if k.kind != wordToken || c.res.lex.of(k)&(classConjunction|classRelative|classConditional|classAuxiliary|classModal|classSaid) != 0 {
			break
		}
	}
	return false
}

// nameEnds says that nothing goes on behind a name which is its own or has it for an adjective.
func (c *signalContext) nameEnds(sent stretch, hi int) bool {
	if hi >= sent.hi {
		return true
	}
	k := &c.t.tok[hi]
	return !genitive(k) && (k.kind != wordToken || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal|classRelative) != 0)
}
