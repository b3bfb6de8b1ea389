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
		from := max(ch.core.hi, sent.lo) // a list beside another measure has no verb of its own
		named, _ := c.namedInTurn(stretch{sent.lo, a.np}, from)
		return or2(or2(or2(named, c.asTargets(c.res.mentions(c.t, from, a.np))), c.ofTown(from, a.np)), c.listedNames(from, a.np))
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

// banVerbAt says that a verb stands at token i of a text which is a measure with its object:
// "listed Ferrant Oil and banned Ruritanian crude".
func (c *signalContext) banVerbAt(i int) bool {
	_, _, ok := c.words.verbals.match(c.t.tok, i)
	return ok && c.t.field == model.InText && c.words.formOf(c.t.tok[i].low) != formBase
}

// sector finds what trade a measure is about.
func (c *signalContext) sector(sent stretch, a *anchor) string {
	best := ""
	for i := max(sent.lo, a.np-4); i < sent.hi && i < a.hi+14; i++ {
		if i > a.hi && c.t.tok[i].low == "from" && c.t.has(i-1, i, "separate", "apart", "different", "distinct") {
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
