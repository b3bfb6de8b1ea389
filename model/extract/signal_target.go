package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// without is ids but for those of others. It leaves the list that it is given as it is, which
// others may hold too.
func without(ids, others []string) []string {
	return leaving(ids, func(id string) bool { return slices.Contains(others, id) })
}

// leaving is ids but for those of which out holds; ids itself where it holds of none.
func leaving(ids []string, out func(string) bool) []string {
	if !slices.ContainsFunc(ids, out) {
		return ids
	}
	return slices.DeleteFunc(slices.Clone(ids), out)
}

// targets reads whom a measure is on: behind "on", "against"; between the verb
// and "with"; behind the verb that is the measure itself.
func (c *signalContext) targets(sent stretch, a *anchor, ch chain) []string {
	if ch.with {
		hi := ch.core.hi
		for hi < a.np && !c.t.has(hi, hi+1, "over", "for", "after") {
			hi++
		}
		if ms := c.res.mentions(c.t, ch.core.hi, hi); len(ms) > 0 {
			if c.t.field == model.InTitle {
				return c.withoutTheirOwn(ms) // "hits Brazilian judge X with sanctions"
			}
			return c.asTargets(ms)
		}
	}
	if (ch.core.deed == deedImpose || ch.core.deed == deedTighten) && c.t.field == model.InTitle && c.t.has(a.np-1, a.np, "in", "under") && ch.core.hi < a.np {
		if ms := c.res.mentions(c.t, ch.core.hi, a.np); len(ms) > 0 {
			return c.asTargets(ms) // "hits X's refiners in latest sanctions"
		}
	}
	if ch.core.deed == deedLicense && c.t.has(a.np-1, a.np, "from", "off") {
		if ms := c.res.mentions(c.t, ch.core.hi, a.np); len(ms) > 0 {
			return c.asTargets(ms) // "exempts X from tariffs"
		}
	}
	if who := c.calledForOn(a, &ch); len(who) > 0 {
		return who
	}
	if ch.core.lead == "describe" {
		return c.reached(sent, ch.core.hi)
	}
	if ch.core.lead == "wording" && ch.core.deed == deedImpose && c.t.has(ch.core.hi-1, ch.core.hi, "under") {
		if ch.passive {
			return or2(c.nearest(sent, ch.lo), c.asTargets(c.subject(sent, &ch))) // "was put under sanctions"
		}
		return c.reached(sent, ch.core.lo+1) // "placed the bank under a freeze"
	}
	if m, ok := c.res.nameAt(c.t, a.lo+1); ok && a.verb && a.deed == deedForce && a.lo == sent.lo && c.t.field == model.InTitle {
		return c.asTargets([]mention{m}) // "Sanctioned Ruritanian tycoon sues"
	}
	if ch.core.lead == "added" {
		return c.asTargets(c.res.mentions(c.t, ch.core.hi, a.np))
	}
	if a.list && c.t.has(a.hi, a.hi+1, ":") {
		if ids, _ := c.namedInTurn(sent, a.hi+1); len(ids) > 0 {
			return ids
		}
	}
	if a.list || a.swift {
		if ch.passive {
			return or2(c.nearest(sent, ch.lo), c.asTargets(c.subject(sent, &ch)))
		}
		if ch.core.deed == deedTighten && c.t.has(a.hi, min(a.hi+3, sent.hi), "include", "including", "with", "by") {
			return c.reached(sent, a.hi+2) // "widened its blacklist to include"
		}
		named, _ := c.namedInTurn(stretch{sent.lo, a.np}, ch.core.hi)
		return or2(or2(or2(named, c.asTargets(c.res.mentions(c.t, ch.core.hi, a.np))), c.ofTown(ch.core.hi, a.np)), c.listedNames(ch.core.hi, a.np))
	}
	if who := or2(c.relatedTo(sent, a), c.firmLicensed(sent, a)); len(who) > 0 {
		return who
	}
	if a.permit || a.instrument == "licence" && c.t.field == model.InText {
		if who := c.licensee(sent, a); len(who) > 0 {
			return who
		}
	}
	if a.permit {
		if who := c.pressed(sent); who != "" {
			return []string{who}
		}
		return nil
	}
	if ch.passive || a.passive {
		if who := c.whoseIs(sent, min(a.lo, ch.lo)); who != nil {
			return who
		}
	}
	if a.passive && a.np < a.lo {
		return c.asTargets(c.res.mentions(c.t, a.np, a.lo+1)) // "X's visa revoked"
	}
	if a.trade && (c.t.field == model.InTitle && a.instrument != "export-control" || a.instrument == "asset-freeze" || a.instrument == "import-ban" || a.instrument == "oil-ban") {
		if ms := c.res.mentions(c.t, a.lo+1, a.hi); len(ms) > 0 && !c.heldFor(sent, a) {
			return c.asTargets(ms) // "freezes Russian assets", "bans Russian crude and deals with Lukoil"
		}
	}
	if ch.core.lead == "wording" && ch.core.deed == deedLicense && !ch.passive {
		if ms := c.res.mentions(c.t, ch.core.lo, ch.core.hi); len(ms) > 0 {
			return c.asTargets(ms) // "exempted X from the embargo"
		}
	}
	if ch.core.lead == "wording" && ch.core.deed == deedLicense && ch.passive && !a.worded {
		if own := c.asTargets(c.subject(sent, &ch)); len(own) > 0 {
			return own // "won an exemption from the embargo"
		}
	}
	if a.worded && ch.passive {
		ms := c.res.mentions(c.t, a.lo, a.hi)
		if a.instrument == "tariff" && len(ms) > 0 {
			return c.asTargets(ms) // "pay 30 percent on goods from X"
		}
		if a.instrument == "asset-freeze" {
			if m, ok := c.mentionEnding(sent, a.lo); ok && m.how == byAdjective && c.words.measures["under"][c.senderID(m)] {
				return c.asTargets([]mention{m}) // "Ruritanian assets will stay frozen"
			}
			return nil
		}
		if who := or2(c.betweenCommas(sent, c.skipBack(sent, ch.lo)), c.peopleOf(sent, a)); a.instrument == "travel-ban" && len(who) > 0 {
			return who
		}
		if a.instrument == "travel-ban" {
			if who := c.nearest(sent, ch.lo); who != nil {
				return who
			}
		}
	}
	if a.worded && !ch.passive {
		return c.wordedTargets(sent, a)
	}
	if a.verb && (!a.trade || a.worded) {
		if ch.passive {
			if who := or2(c.rollBefore(sent, ch.lo), c.nearest(sent, ch.lo)); who != nil {
				return who
			}
			who := c.subject(sent, &ch)
			return or2(or2(c.ofState(who, c.skipBack(sent, ch.lo)), c.told(sent, who)), c.asTargets(who))
		}
		if who := or2(c.nameTold(sent, a), c.nameHit(sent, a.hi)); who != nil {
			return who
		}
		if c.t.has(a.hi, a.hi+1, "entry") {
			return c.reached(sent, a.hi+2) // "bans entry to officials of X"
		}
		return or2(c.reached(sent, a.hi), c.tradedWith(sent, a))
	}
	if strings.HasSuffix(c.t.tok[a.hi-1].low, "-hit") {
		got := c.reached(sent, a.hi)
		return got[:min(len(got), 1)]
	}
	for i := a.hi; i < sent.hi && i < a.hi+14; i++ {
		k := &c.t.tok[i]
		if c.t.field == model.InText && c.res.lex.of(k)&classModal != 0 && c.t.has(a.hi, i, ",") {
			return nil // another clause
		}
		if c.t.field == model.InText && i > a.hi+1 && c.in("doing", i) && !c.t.has(a.hi, i, ",") {
			return nil // "officials involved in attacks on"
		}
		switch k.low {
		case "on", "against", "upon", "targeting", "towards", "toward", "vs", "versus":
			if got := c.reached(sent, i+1); len(got) > 0 {
				return c.andOn(sent, i, got)
			}
		case "with":
			if got := c.reached(sent, i+1); (a.trade || c.t.field == model.InText && c.t.has(i-1, i, "trade", "commerce", "business")) && len(got) > 0 {
				return got
			}
		case "over":
			if got := c.reached(sent, i+1); (a.after == deedThreaten && ch.core.lo == a.lo || i == a.hi && c.blockade(a)) && len(got) > 0 {
				return got
			}
		case "in":
			if i == a.hi && c.t.has(i+1, i+3, "relation", "connection") && c.t.has(i+2, i+3, "to", "with") {
				if got := c.reached(sent, i+3); len(got) > 0 {
					return got
				}
			}
		case "to", "of", "from", "into":
			if k.low == "into" && (!a.trade || c.t.field == model.InTitle) {
				continue
			}
			if k.low == "from" && ch.core.deed.suffers() {
				return nil // "stunned by tariffs from X"
			}
			if k.low == "to" && !a.trade && c.aim(i+1) && (c.t.field == model.InTitle || i+1 < sent.hi && c.t.tok[i+1].kind == wordToken && c.words.formOf(c.t.tok[i+1].low) == formBase && !c.t.tok[i+1].is(flagCapital)) {
				return nil // "sanctions to deter X"
			}
			if i == a.hi || k.low == "to" && i == a.hi+1 || a.trade || c.t.field == model.InText && (k.low == "from" && (a.instrument == "tariff" || a.instrument == "import-ban") && c.t.has(a.hi, a.hi+8, "on") || k.low == "to" && a.instrument == "export-control" && c.t.has(a.hi, i, "on")) {
				if got := c.reached(sent, i+1); len(got) > 0 {
					if c.t.field == model.InTitle {
						return got
					}
					return c.andOn(sent, i, got)
				}
			}
		case "for":
			if c.t.field == model.InText && c.any("purchase", i+1, i+4) {
				return nil // who sells is not hit
			}
			if c.t.field == model.InText && i+1 < sent.hi && c.res.lex.of(&c.t.tok[i+1])&classPossessive != 0 {
				return nil // "for its trade with X"
			}
			if i == a.hi && !c.t.has(i+2, i+3, "buying") {
				if got := c.reached(sent, i+1); len(got) > 0 {
					return got
				}
			}
			return nil
		case ";", ":", "that", "which", "after", "if", "unless", "because":
			return nil
		case "but", "while":
			if c.t.field == model.InTitle {
				return nil // "lifts X sanctions but keeps those on Y"
			}
		}
	}
	return nil
}

// aim says that a verb stands behind "to", and no name.
func (c *signalContext) aim(i int) bool {
	if i >= len(c.t.tok) || c.t.tok[i].is(flagCapital) && !c.titleCase() {
		return false
	}
	_, named := c.res.nameAt(c.t, i)
	return !named && c.res.lex.of(&c.t.tok[i])&(classDeterminer|classPossessive|classNumeral) == 0 && c.goodsAt(i) == "" && !c.in("partners", i)
}

// titleCase says that a headline writes most words with a capital, so that a capital
// marks no name.
func (c *signalContext) titleCase() bool {
	if c.small == 0 {
		c.small = 1
		for i := 0; i < len(c.t.tok) && c.small < 3; i++ {
			if k := &c.t.tok[i]; k.kind == wordToken && len(k.low) > 4 && !k.is(flagCapital) && c.res.lex.of(k)&(classPreposition|classConjunction) == 0 {
				c.small++
			}
		}
	}
	return c.small < 3
}

// banVerbAt says that a verb stands at token i of a text which is a measure with its object:
// "listed Ferrant Oil and banned Ruritanian crude".
func (c *signalContext) banVerbAt(i int) bool {
	_, _, ok := c.words.verbals.match(c.t.tok, i)
	return ok && c.t.field == model.InText && c.words.formOf(c.t.tok[i].low) != formBase
}

// reached gathers the names from a token on, to the end of their phrase.
func (c *signalContext) reached(sent stretch, lo int) []string {
	if lo < sent.hi && c.t.tok[lo].low == "both" {
		lo++
	}
	lo = c.boughtOf(sent, lo)
	if lo+1 < sent.hi && c.t.tok[lo+1].kind == numberToken && c.t.has(lo, lo+1, "about", "around", "over", "near") {
		lo++ // "on about 20 officials"
	}
	if ids, _ := c.namedInTurn(sent, lo); len(ids) > 0 {
		if all := c.namesOf(sent, lo); len(all) > len(ids) {
			return all
		}
		return ids
	}
	hi := lo
loop:
	for ; hi < sent.hi && hi < lo+24; hi++ {
		k := &c.t.tok[hi]
		class := c.res.lex.of(k)
		switch {
		case hi > lo && (c.ladderStart(hi) || c.t.has(hi-1, hi, "and") && c.banVerbAt(hi)):
			break loop
		case k.low == ";" || k.low == ":" || k.kind == dashToken && !k.is(flagGlued) || k.kind == stopToken && k.low != ".":
			break loop
		case k.low == "as" && hi+1 < sent.hi && c.t.tok[hi+1].low != "well":
			break loop
		case hi > lo && c.t.field == model.InText && c.t.has(hi, hi+1, "has", "have", "had") && c.endsName(sent, hi):
			break loop // "sanctions on X has angered Y"
		case hi == lo && class&classDeterminer != 0:
		case class&(classConjunction|classRelative|classConditional|classModal|classPronoun) != 0 && k.low != "as":
			break loop
		case k.low == "from" && hi > lo && !(hi+1 < sent.hi && c.words.formOf(c.t.tok[hi+1].low) == formGerund) && (c.goodsAt(hi-1) != "" || c.in("partners", hi-1) || c.t.field == model.InText && (c.in("envoys", hi-1) || c.in("people", hi-1) || c.in("pursued", hi-1))):
		case class&classPreposition != 0 && k.low != "of" && k.low != "in" && k.low != "as" && !(k.low == "behind" && c.t.field == model.InText && hi > lo), k.low == "ahead":
			break loop
		case k.low == "including" && c.t.field == model.InTitle && len(c.res.mentions(c.t, lo, hi)) > 0:
			break loop // some of them are named only as such
		case hi > lo && (c.in("doing", hi) || c.handling(hi, sent.hi)):
			break loop // "firms supplying X" are not X
		case k.low == ",":
			if c.t.field == model.InText && hi+2 < sent.hi && c.t.tok[hi+1].class&classTitle != 0 {
				break loop // "…, President X said"
			}
			if name := c.capitals(hi+1, sent.hi); c.t.field == model.InText && name > hi+1 && name < sent.hi && c.t.tok[name].class&classSaid != 0 {
				break loop // "…, Ada Ovezov said"
			}
			if m, ok := c.res.nameAt(c.t, min(hi+1, sent.hi-1)); ok && m.hi < sent.hi && c.opensClause(sent, m) {
				break loop // "…, X says"
			}
			next := hi + 1
			if c.t.has(next, next+1, "and") && hi > lo {
				next++ // "X, Y, and Z"
			}
			if m, ok := c.res.nameAt(c.t, c.skipDeterminers(next, sent.hi)); ok && c.t.field == model.InText && hi > lo && m.how == byName && m.hi < sent.hi && !genitive(&c.t.tok[m.hi]) && !c.opensClause(sent, m) {
				next = m.lo // "from Ruritania, the European Union and"
			}
			if _, ok := c.res.nameAt(c.t, min(next, sent.hi-1)); !ok && !(next < sent.hi && c.t.tok[next].is(flagCapital) && (next == hi+1 || c.t.field == model.InText)) {
				break loop
			}
		}
	}
	ms := c.res.mentions(c.t, lo, hi)
	for i := lo; i < hi && len(ms) == 0; i++ {
		if id := c.linked(i); id != "" {
			return []string{id}
		}
	}
	if len(ms) == 0 && c.t.has(lo, min(lo+2, hi), "european") {
		return []string{"eu"}
	}
	if len(ms) == 0 && c.t.field == model.InText && c.t.has(lo, min(lo+2, hi), "western") {
		return []string{"west"}
	}
	if len(ms) == 0 && hi+2 < sent.hi && hi > lo && c.t.field == model.InText && c.in("partners", hi-1) && c.t.has(hi, hi+1, ",") && c.t.has(hi+1, hi+2, "including", "among") {
		if m, ok := c.res.nameAt(c.t, hi+2); ok {
			return c.asTargets(c.series(sent, m)) // "six states, including X and Y"
		}
	}
	if len(ms) == 0 && hi < sent.hi && hi > lo && c.in("partners", hi-1) {
		ms = c.res.mentions(c.t, hi, c.clauseOf(hi, sent.hi)) // "countries that trade with X"
	}
	if who := c.ofState(ms, hi); who != nil {
		return who
	}
	if len(ms) > 0 {
		return c.territories(lo, hi, c.among(sent, hi, c.withoutTheirOwn(c.notPlaces(ms))))
	}
	if c.t.field == model.InTitle {
		return nil // whom nobody knows is looked for when nobody known was found
	}
	if all := c.namesOf(sent, lo); all != nil {
		return all
	}
	if who := or2(c.placeOf(sent, hi), c.ofTown(lo, hi)); who != nil {
		return c.territories(lo, hi, who)
	}
	return c.strangers(lo, hi)
}

func (c *signalContext) ladderStart(i int) bool {
	w, _, ok := c.words.ladder.match(c.t.tok, i)
	return ok && (w.form == formPast || w.form == formPresent || w.deed == deedForce && i > 0 && c.t.tok[i-1].is(flagCapital)) && w.deed != deedImpose
}

// clauseOf finds the end of the relative clause or participle at lo.
func (c *signalContext) clauseOf(lo, hi int) int {
	for i := lo; i < hi && i < lo+12; i++ {
		if k := &c.t.tok[i]; k.low == "," || k.low == ";" || k.kind == stopToken || k.kind == dashToken || c.res.lex.of(k)&(classConditional|classConjunction) != 0 {
			return i
		}
	}
	return min(hi, lo+12)
}

// sector finds what trade a measure is about.
func (c *signalContext) sector(sent stretch, a *anchor) string {
	best := ""
	for i := max(sent.lo, a.np-4); i < sent.hi && i < a.hi+14; i++ {
		if i > a.hi && c.t.has(i, i+1, "from") && c.t.has(i-1, i, "separate", "apart", "different", "distinct") {
			break // "separate from the duty over crude"
		}
		if name, _, ok := c.words.sectors.match(c.t.tok, i); ok {
			if best == "" || best == "finance" {
				best = name
			}
		}
	}
	return best
}
