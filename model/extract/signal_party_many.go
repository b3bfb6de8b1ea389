package extract

import (
	"strings"

	"parley/model"
)

// Those who send a measure of a text as many, under no name that the directory knows: the
// states of a part of the world, and who act together.

// manyActing names the many who stand in a text right before token i as those of a part of the
// world or as led by somebody: "Arab states", "the Saudi-led coalition". Those of the European Union act for it. Empty for nobody.
func (c *signalContext) manyActing(sent stretch, i int) string {
	if c.t.field != model.InText || i-2 < sent.lo || !c.in("many", i-1) || c.t.tok[i-1].is(flagCapital) {
		return ""
	}
	lo := i - 1
	if c.t.has(lo-1, lo, "foreign", "finance", "interior", "defence", "defense", "energy", "trade") { //nolint:misspell // as American papers have it
		lo--
	}
	if c.t.has(lo-1, lo, "european") {
		return "eu"
	}
	region := lo
	for region > sent.lo && region > i-5 && (c.in("regions", region-1) || strings.HasSuffix(c.t.tok[region-1].low, "-led")) {
		region--
	}
	if counted := &c.t.tok[max(region-1, sent.lo)]; region > sent.lo && (counted.kind == numberToken || c.res.lex.of(counted)&classNumeral != 0) {
		return "" // "the four Arab states" are named somewhere else
	}
	if region > sent.lo && c.t.tok[region-1].class&classPreposition != 0 {
		return "" // something is done to them
	}
	if m, ok := c.res.nameAt(c.t, region); region == lo || ok && (m.how == byAdjective || m.hi == i) {
		return ""
	}
	if c.t.has(region, lo, "western") && region == lo-1 {
		return "west"
	}
	return kebab(c.t.raw(region, i))
}

// manyFrom names the many whose phrase begins at token lo of a text: "by the Saudi-led coalition". Nil
// for nobody.
func (c *signalContext) manyFrom(sent stretch, lo int) []string {
	lo = c.skipDeterminers(lo, sent.hi)
	for i := lo + 2; i <= sent.hi && i < lo+6; i++ {
		if who := c.manyActing(stretch{lo, sent.hi}, i); who != "" {
			return []string{who}
		}
	}
	return nil
}

// manyBefore names the many who do what a chain of a text tells: they stand right before its
// verbs, or open a sentence whose verbs "and" joins.
func (c *signalContext) manyBefore(sent stretch, ch *chain) string {
	at := c.skipBack(sent, ch.lo)
	if who := or(c.manyActing(sent, at), c.manyActing(sent, c.skipBack(sent, ch.core.lo))); who != "" {
		return who
	}
	if at <= sent.lo || !c.t.has(at-1, at, "and", "but") {
		return ""
	}
	for i := sent.lo + 2; i < at && i < sent.lo+7; i++ {
		if who := c.manyActing(sent, i); who != "" {
			return who
		}
	}
	return ""
}

// toldOf names the one right before a verb of a text of whom somebody else tells it: "Ovezov
// told lawmakers that Altland was preparing".
func (c *signalContext) toldOf(sent stretch, ch *chain) (mention, bool) {
	if c.t.field != model.InText || !ch.hasUpper || !c.t.has(ch.upper.lo, ch.upper.hi, "told", "tells", "tell", "telling", "assured", "reminded", "informed") {
		return mention{}, false
	}
	m, ok := c.mentionEnding(sent, c.skipBack(sent, ch.core.lo))
	return m, ok && m.lo > ch.upper.hi
}

// helped names the one right before a bare verb of a text whom another helps or makes to do it:
// "refused to help Altland enforce".
func (c *signalContext) helped(sent stretch, ch *chain) (mention, bool) {
	m, ok := c.mentionEnding(sent, ch.core.lo)
	if !ok || c.t.field != model.InText || ch.core.form != formBase || m.lo-2 < sent.lo {
		return mention{}, false
	}
	return m, c.any("enabling", m.lo-2, m.lo)
}

// manyAsked names the many of whom a text asks something: "called on Arab states to lift". Empty
// for nobody.
func (c *signalContext) manyAsked(sent stretch, ch *chain) string {
	to := ch.core.lo - 1
	if !ch.hasUpper || !c.isTo(to) || to <= ch.upper.hi {
		return ""
	}
	if c.t.has(to-1, to, "community") && c.t.has(to-2, to-1, "international") {
		return "international-community"
	}
	return c.manyActing(stretch{ch.upper.hi, sent.hi}, to)
}

// twoTalk reads of two who talk about what is done with a measure of a text the one who imposes
// measures as its sender, and the other as hit: "talks between Altland and Ruritania on lifting".
func (r *actReader) twoTalk() {
	if r.t.field != model.InText || len(r.doers) != 2 || !r.t.has(r.doers[0].lo-2, r.doers[0].lo, "between") {
		return
	}
	for n, m := range r.doers {
		other := r.doers[1-n : 2-n]
		if r.words.measures["powers"][r.senderID(m)] && !r.words.measures["powers"][r.senderID(other[0])] {
			r.doers = []mention{m}
			r.out.targets = or2(r.out.targets, r.bearers(other))
			return
		}
	}
	r.doers = nil
}

// askedOf names the state or the bloc to which a text says that somebody speaks of a measure before
// it: "told the Union that", "lobbied Altland for". Nil for none.
func (r *actReader) askedOf() []string {
	if r.t.field == model.InTitle {
		return nil
	}
	for i := r.sent.lo + 1; i+1 < r.a.np; i++ {
		told := r.t.has(i, i+1, "told", "tells", "telling", "reminded")
		if !told && !r.in("asking", i) {
			continue
		}
		ms := r.res.mentions(r.t, i+1, r.a.np)
		if len(ms) == 0 || ms[0].lo > i+4 {
			return nil
		}
		for j := ms[0].hi; j < r.a.np && j < ms[0].hi+4; j++ {
			if told && r.t.has(j, j+1, "that") || !told && r.t.has(j, j+1, "for") {
				if kind := r.kindOf(r.senderID(ms[0])); kind == model.State || kind == model.Bloc || r.senderID(ms[0]) == "un" {
					return r.senders(ms[:1])
				}
			}
		}
		return nil
	}
	return nil
}

// theBloc finds which bloc a text means that only says "the bloc" before its verbs at i: the last one
// that the sentence named before, and nobody where it named none.
func (c *signalContext) theBloc(sent stretch, i int) ([]mention, bool) {
	at := c.skipBack(sent, i)
	if c.t.has(sent.lo+2, sent.lo+3, ",") && c.t.has(at-1, at, ",") {
		at = sent.lo + 2 // "The bloc, which Altland chairs, has"
	}
	if c.t.field == model.InTitle || at-2 < sent.lo || !c.t.has(at-2, at-1, "the") || !c.t.has(at-1, at, "bloc", "union", "alliance", "organisation", "organization") || c.t.tok[at-1].is(flagCapital) { //nolint:misspell // as American papers have it
		return nil, false
	}
	ms := c.res.mentions(c.t, sent.lo, at-2)
	for k := len(ms) - 1; k >= 0; k-- {
		if x := c.res.actors[ms[k].actor]; x.Kind == model.Bloc || x.ID == "un" {
			return ms[k : k+1], true
		}
	}
	return nil, true
}
