package extract

import (
	"strings"

	"parley/model"
)

// Measures that are a verb: "sanctions X", "blacklists X", "targets X's banks".

// verbAnchor reads "sanction" as a verb: somebody sanctions somebody.
func (c *signalContext) verbAnchor(sent stretch, i int) (anchor, bool) {
	if c.onlyNames(sent, i) {
		return anchor{}, false
	}
	a, ok := c.sanctions(sent, i)
	if ok || c.t.field == model.InTitle {
		return a, ok
	}
	return c.noticed(sent, i)
}

// sanctions reads the verb where whom it hits is known.
func (c *signalContext) sanctions(sent stretch, i int) (anchor, bool) {
	a := anchor{lo: i, hi: i + 1, np: i, instrument: "sanctions", verb: true, deed: deedImpose}
	low := c.t.tok[i].low
	if !c.in("sanctioning", i) {
		if c.t.field == model.InText {
			return a, false
		}
		if c.pursues(sent, i) {
			a.weak = true
			a.hi = i + max(1, c.setsUpon(i))
			return a, true
		}
		if !c.in("lister", i) {
			return a, false
		}
		switch {
		case strings.HasPrefix(low, "delist"):
			a.deed = deedLift
		case strings.HasPrefix(low, "whitelist"):
			a.deed = deedLicense
		}
	}
	if i+1 >= sent.hi {
		return a, false
	}
	if c.approves(sent, i) {
		return a, false
	}
	before, hasBefore := c.tokenBefore(sent, i)
	next := i + 1
	if c.t.tok[next].kind == quoteToken && next+1 < sent.hi && c.t.field == model.InTitle {
		next++
	}
	m, isActor := c.res.nameAt(c.t, c.skipDeterminers(next, sent.hi))
	object := isActor && m.hi <= sent.hi || c.foreigners(sent, next) || c.personsAt(i+1, sent.hi) || c.t.field == model.InTitle && c.t.tok[min(i+1, sent.hi-1)].kind == numberToken && (c.in("pursued", i+2) || c.in("pursued", i+3) || c.in("envoys", i+2)) ||
		strings.HasPrefix("sanctions", low) && c.numbered(sent, i+1) ||
		c.t.field == model.InTitle && i+1 < sent.hi && c.t.tok[i+1].is(flagCapital) && c.t.tok[i+1].kind == wordToken && c.t.tok[i+1].class&(classPreposition|classConjunction|classAnd) == 0 && !(c.titleCase() && c.t.tok[i].is(flagCapital))
	switch low {
	case "sanction":
		if c.t.field == model.InTitle && object && i > sent.lo {
			if _, ok := c.mentionEnding(sent, i); ok || c.t.has(i-1, i, ",", "allies", "nations", "countries", "states", "partners") {
				return a, true // "X and Y sanction Z"
			}
		}
		object = object || before == "to" && c.t.field == model.InText && c.t.tok[i+1].is(flagCapital) && c.stateIn(sent.lo, sent.hi)
		return a, object && hasBefore && (before == "to" || before == "would" || before == "will" || before == "could" || before == "may" || before == "not" || before == "should" || before == "won't" || before == "can't" || before == "must" || before == "might" || before == "wouldn't")
	case "sanctions", "blacklists", "delists":
		// A verb only right behind a subject that is no adjective of the noun.
		subject, ok := c.mentionEnding(sent, i)
		if !ok && c.in("agencies", i-1) {
			if subject, ok = c.mentionEnding(sent, i-1); ok {
				subject.how = byName // "the US government blacklists"
			}
		}
		if !ok && c.t.field == model.InTitle && c.t.has(i-1, i, "west") {
			subject, ok = mention{lo: i - 1, hi: i, how: byName}, true
		}
		if c.t.field == model.InText && ok && subject.how == byName && subject.lo <= sent.lo+1 && c.t.tok[i+1].is(flagCapital) && c.res.lex.of(&c.t.tok[i+1])&classTime == 0 {
			object = true // "China sanctions Ferrant Aero"
		}
		if ok && c.t.field == model.InTitle && c.t.has(subject.lo-1, subject.lo, "fresh", "new", "more", "latest", "further", "by", "under", "after", "over", "of") && !(c.t.has(subject.lo-1, subject.lo, "after") && c.personsAt(i+1, i+2)) {
			return a, false // "hit by US sanctions"
		}
		if !object && c.t.field == model.InTitle && c.any("ranking", i+1, i+2) {
			m, known := c.res.nameAt(c.t, min(i+2, sent.hi-1))
			object = known && m.hi <= sent.hi // "sanctions top X bank"
		}
		return a, object && ok && (c.res.lex.of(&c.t.tok[i+1])&(classPreposition|classAuxiliary|classModal|classAnd) == 0 || c.numbered(sent, i+1)) && (subject.how == byName || c.res.actors[subject.actor].ID == "usa")
	case "sanctioned", "blacklisted":
		if c.t.field == model.InText && c.adjectival(sent, i) {
			return a, false // "of all sanctioned tankers"
		}
		if c.byImposer(sent, i) {
			a.passive = true
			return a, true
		}
		if low == "sanctioned" && c.strangerHit(sent, i) {
			return a, true
		}
		if _, ok := c.mentionEnding(sent, c.skipBack(sent, i)); !ok && i > sent.lo && c.t.field == model.InTitle && isActor && m.how == byAdjective && c.t.tok[i-1].class&classAuxiliary == 0 {
			a.deed = deedForce // "takes sanctioned Russian oil"
			return a, true
		}
		if c.t.field == model.InTitle && i == sent.lo && isActor && m.hi < sent.hi && c.sanctionedActs(sent, m) {
			a.deed, a.hi = deedForce, m.hi
			return a, true // "Sanctioned Ruritanian tycoon sues"
		}
		aux := before == "been" || before == "was" || before == "were" || before == "be" || before == "are" || before == "is"
		if _, ok := c.mentionEnding(sent, c.skipBack(sent, i)); !ok && !aux && hasBefore && c.t.field == model.InTitle && low == "sanctioned" && c.t.has(i-1, i, "first", "more", "another", "its", "their", "new", "second", "third", "heavily", "previously", "of", "with", "a", "the") {
			a.deed = deedForce // "buys first sanctioned LNG cargo"
		}
		return a, object || before == "been" || before == "was" || before == "were"
	default:
		return a, object
	}
}

// sanctionedActs says that a headline goes on with what he does whom its first word tells to be under
// sanctions: "Sanctioned Ruritanian tycoon sues".
func (c *signalContext) sanctionedActs(sent stretch, m mention) bool {
	next := &c.t.tok[m.hi]
	if m.how != byAdjective && (next.kind != wordToken || next.is(flagCapital) || genitive(next)) {
		return false
	}
	return c.verbLater(m.hi, sent.hi) || c.t.has(m.hi, min(m.hi+5, sent.hi), "to")
}

// verbLater says that a verb in the present stands soon behind token lo of a headline.
func (c *signalContext) verbLater(lo, hi int) bool {
	for i := lo + 1; i < hi && i < lo+5; i++ {
		if k := &c.t.tok[i]; k.kind == wordToken && !k.is(flagCapital) && (k.class&(classSaid|classAuxiliary) != 0 || c.words.formOf(k.low) == formPresent && strings.HasSuffix(k.low, "s")) {
			return true
		}
	}
	return false
}

// approves says that what is "sanctioned" is an act that somebody allowed, or
// that somebody is punished who is no matter of states.
func (c *signalContext) approves(sent stretch, i int) bool {
	if c.foreigners(sent, i+1) {
		return false
	}
	for j := i + 1; j < sent.hi && j <= i+5; j++ {
		if c.t.field == model.InTitle && j > i+1 && c.t.has(j, j+1, "over", "for", "after", "amid", "following") {
			break // "sanctions X over attack"
		}
		if c.in("approval", j) {
			return true
		}
	}
	if c.t.field == model.InText && c.t.has(i+1, i+2, "for") && c.in("lapses", i+2) {
		return true // "lenders were sanctioned for hoarding"
	}
	if c.t.has(i+1, i+2, "by") && c.any("approval", max(sent.lo, i-3), i) || c.any("sums", max(sent.lo, i-8), i) {
		return true // "the killing was sanctioned by"
	}
	return c.t.has(i+1, min(i+3, sent.hi), "by") && c.any("discipline", i+1, min(i+6, sent.hi)) || c.sporty(sent)
}

// foreigners says that the people of a state stand in a headline from token i on:
// "Ruritanian judge", "far-right Ruritanian ministers". Who sanctions them does not
// give leave to them.
func (c *signalContext) foreigners(sent stretch, i int) bool {
	if c.t.field != model.InTitle {
		return false
	}
	if c.t.tok[min(i, sent.hi-1)].kind == numberToken {
		i++ // "28 Ruritanian settlers"
	}
	for hi := min(i+3, sent.hi-1); i < hi && c.t.tok[i].kind == wordToken && c.t.tok[i].class&(classPreposition|classConjunction|classAnd) == 0; i++ {
		if m, ok := c.res.nameAt(c.t, i); ok {
			return m.how == byAdjective && m.hi < sent.hi && c.in("envoys", m.hi)
		}
	}
	return false
}

// pursues says that a verb in a headline hits somebody's banks, tankers or networks, and
// that the headline has no other name for the measure: "Treasury targets X's banks".
func (c *signalContext) pursues(sent stretch, i int) bool {
	n := c.setsUpon(i)
	if n == 0 {
		return false
	}
	before := c.skipBack(sent, i)
	subject, ok := c.mentionEnding(sent, before)
	if !ok || !c.words.measures["imposer"][c.senderID(subject)] || c.byArms(sent, i) {
		return false
	}
	foreign, pursued := false, false
	for j := i + n; j < sent.hi && j < i+n+9; j++ {
		k := &c.t.tok[j]
		if k.kind != wordToken && k.kind != quoteToken && k.kind != numberToken && !genitive(k) || c.t.has(j, j+1, "with", "as", "after", "in") {
			break
		}
		if m, ok := c.res.nameAt(c.t, j); ok && c.senderID(m) != c.senderID(subject) || c.linked(j) != "" {
			foreign = true
		}
		pursued = pursued || c.in("pursued", j) || c.t.has(i, i+1, "lists") && c.in("envoys", j)
	}
	return foreign && pursued && (!c.any("warfare", sent.lo, sent.hi) || c.res.actors[subject.actor].ID == "us-treasury" && !c.t.has(sent.lo, sent.hi, "sanctions", "tariffs"))
}

// byArms says that the verb at i, which may tell of a measure, has a state at war for its
// subject: it tells of arms then.
func (c *signalContext) byArms(sent stretch, i int) bool {
	if !c.in("aimed", i) {
		return false
	}
	subject, ok := c.mentionEnding(sent, c.skipBack(sent, i))
	return ok && c.words.measures["at-arms"][c.senderID(subject)]
}

// setsUpon counts the words at token i that tell of going after somebody: "targets", "takes
// aim at"; 0 for none.
func (c *signalContext) setsUpon(i int) int {
	switch {
	case c.in("pursue", i):
		return 1
	case !c.in("set-upon", i):
	case c.t.has(i+1, i+2, "after") && c.t.has(i, i+1, "goes", "go", "went"):
		return 2
	case c.t.has(i+1, i+2, "down", "in") && c.t.has(i+2, i+3, "on"), c.t.has(i+1, i+2, "aim") && c.t.has(i+2, i+3, "at"), c.t.has(i+1, i+2, "noose", "net", "screws") && c.t.has(i+2, i+3, "on", "around"):
		return 3
	}
	return 0
}

// byImposer says that a headline's participle has the state behind it that sends the
// measure: "Ovezov sanctioned by US".
func (c *signalContext) byImposer(sent stretch, i int) bool {
	if c.t.field != model.InTitle || i == sent.lo || i+2 > sent.hi-1 || !c.t.has(i+1, i+2, "by") || c.t.tok[i-1].kind != wordToken && c.t.tok[i-1].kind != numberToken {
		return false
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+2, sent.hi))
	if !ok {
		return false
	}
	id := c.senderID(m)
	return c.words.measures["imposer"][id] || id == "un" || c.kindOf(id) == model.Bloc
}

// strangerHit says that in a text a state or its organ sanctioned somebody whom nobody
// knows: "The Treasury (OFAC) sanctioned Ferrant Refining".
func (c *signalContext) strangerHit(sent stretch, i int) bool {
	if c.t.field != model.InText || i+1 >= sent.hi || c.t.tok[i+1].kind != wordToken || !c.t.tok[i+1].is(flagCapital) {
		return false
	}
	subject := c.skipBack(sent, i)
	m, ok := c.mentionEnding(sent, subject)
	if !ok && subject == i && i-1 > sent.lo && c.t.tok[i-1].kind == wordToken && c.t.tok[i-1].is(flagCapital) {
		return c.stateIn(i, sent.hi) // somebody in office did whom nobody knows either
	}
	return ok && c.words.measures["imposer"][c.senderID(m)]
}

// builds says that what is "sanctioned" at i are houses: that is leave to build them.
func (c *signalContext) builds(i, hi int) bool {
	return c.in("sanctioning", i) && c.any("dwellings", i+1, min(i+5, hi))
}

// personsAt finds "officials", "banks", "judges" within earshot of a verb.
func (c *signalContext) personsAt(lo, hi int) bool {
	for i := lo; i < hi && i < lo+4; i++ {
		if c.t.tok[i].kind != wordToken && c.t.tok[i].kind != numberToken && !genitive(&c.t.tok[i]) {
			hi = i
		}
	}
	return c.any("punishable", lo, min(lo+4, hi))
}

// numbered finds a number of people or ships in a headline: "10 more people", "500
// Ruritania-linked targets".
func (c *signalContext) numbered(sent stretch, i int) bool {
	if c.t.has(i, i+1, "over", "nearly", "about", "around", "some") {
		i++
	}
	return c.t.field == model.InTitle && i+1 < sent.hi && (c.t.tok[i].kind == numberToken || c.t.tok[i].class&classNumeral != 0) && (c.any("struck", i+1, min(i+4, sent.hi)) || c.any("punishable", i+1, min(i+4, sent.hi)) || c.linked(i+1) != "")
}

func (c *signalContext) skipDeterminers(i, hi int) int {
	for i < hi-1 && c.res.lex.of(&c.t.tok[i])&(classDeterminer|classPossessive) != 0 {
		i++
	}
	return i
}

func (c *signalContext) tokenBefore(sent stretch, i int) (string, bool) {
	for i--; i >= sent.lo; i-- {
		k := &c.t.tok[i]
		if k.kind == wordToken && c.res.lex.of(k)&classAdverb == 0 || k.low == "not" {
			return k.low, true
		}
	}
	return "", false
}
