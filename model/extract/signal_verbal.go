package extract

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
)

// verbalMeasures appends to have, the measures with names, those that are told by a
// verb alone: "barred from entering", "froze the accounts of", "halts arms exports".
func (c *signalContext) verbalMeasures(have []anchor, sent stretch) []anchor {
	out := have
	inText, some, toks := c.t.field == model.InText, c.words.verbs, c.t.tok
	for i := sent.lo; i < sent.hi; i++ {
		if inText && toks[i].starts&some == 0 {
			continue
		}
		if !overlaps(have, i) && c.keepsOut(stretch{i, min(sent.hi, i+earshot)}) && !c.sporty(stretch{max(sent.lo, i-earshot), min(sent.hi, i+earshot)}) {
			passive := c.t.field == model.InTitle && c.t.has(i, i+1, "barred", "banned") && c.t.has(i+1, i+2, "from")
			out = append(out, anchor{lo: i, hi: i + 1, np: i, instrument: "travel-ban", verb: true, passive: passive, deed: deedImpose})
			continue
		}
		if (c.t.field == model.InTitle || c.in("forbid", i)) && !overlaps(have, i) {
			if a, ok := c.permit(sent, i); ok && (c.t.field == model.InTitle || a.deed == deedImpose) {
				out = append(out, a)
				continue
			}
		}
		if a, ok := c.forfeits(sent, i); ok {
			out = append(out, a)
			continue
		}
		uses, n, ok := c.words.verbals.match(c.t.tok, i)
		if !ok || overlaps(have, i) || c.named(sent, i) || c.ofMeasure(sent, have, i) || c.meantTo(sent, have, i) {
			continue
		}
		for _, use := range uses {
			if use.instrument == "asset-freeze" && c.ofCourt(sent, i) {
				continue
			}
			if at := c.undergone(sent, i, use); at > 0 && !overlaps(out, at) {
				out = append(out, anchor{lo: i, hi: i + n, np: c.phraseStart(sent, at), instrument: use.instrument, verb: true, trade: true, weak: !c.wholesale(sent) && !c.theirsIn(sent, at), passive: true, deed: use.deed})
				break
			}
			if use.instrument == "asset-freeze" && c.frozenWhere(sent, i) {
				out = append(out, anchor{lo: i, hi: i + n, np: c.phraseStart(sent, i-1), instrument: use.instrument, verb: true, trade: true, passive: true, deed: use.deed})
				break
			}
			if c.suffered(sent, i, use.objects) && !overlaps(have, i-1) {
				out = append(out, anchor{lo: i - 1, hi: i + n, np: c.phraseStart(sent, i-1), instrument: use.instrument, verb: true, trade: true, weak: true, passive: true, deed: use.deed})
				break
			}
			if c.t.has(i, i+1, "limited", "restricted") {
				if _, ok := c.mentionEnding(sent, i); !ok && !c.t.has(i-1, i, "has", "have", "had") {
					continue // "limited sales" are a thing
				}
			}
			if c.t.tok[i].low == "frozen" && !c.t.has(max(sent.lo, i-3), i, "has", "have", "had", "having") && !c.joinsPerfect(sent, i) {
				continue // "frozen assets" are a thing
			}
			if c.t.field == model.InText && c.words.formOf(c.t.tok[i].low) == formPast && i > sent.lo && c.res.lex.of(&c.t.tok[i-1])&classPreposition != 0 {
				continue // "into blocked accounts"
			}
			if at := c.object(i+n, sent.hi, use.objects); at > 0 && !overlaps(have, at) {
				if use.deed == deedTighten && use.instrument == "asset-freeze" && !c.in("fast", at+1) {
					continue // "keeps its reserves"
				}
				if use.instrument == "asset-freeze" && use.deed == deedLift && c.t.field == model.InText && c.t.has(at, at+1, "funds") && c.t.has(at+1, at+2, "for", "to") {
					continue // money that one gives
				}
				if use.instrument == "sanctions" && slices.ContainsFunc(have, func(a anchor) bool { return a.swift }) {
					continue // it is told of the network
				}
				if c.t.has(at, at+1, "visa") && at+1 < sent.hi && c.in("misused", at+1) {
					continue // "denies visa fraud"
				}
				if c.t.field == model.InText && c.any("hauliers", sent.lo, i) && !c.doneByState(sent, i) {
					continue // protesters who halt the lorries
				}
				if c.t.has(i+n, at, "use") || c.t.has(i+n, at, "frozen") && use.deed == deedImpose {
					continue // "blocks use of frozen assets"
				}
				if c.in("wares", at) && !c.stateIn(i+n, at) && !(c.t.has(at+1, at+2, "from") && c.stateIn(at+2, min(at+5, sent.hi))) {
					continue // "bans milk in schools"
				}
				if use.instrument == "other" && !c.shutTo(at+1, sent.hi) && !c.inAnswer(sent, i) && (c.t.field == model.InText || c.t.tok[at].low != "transit" || len(c.res.mentions(c.t, i+n, at)) == 0) {
					continue
				}
				name := use.instrument
				if c.t.field == model.InTitle && c.t.has(at, at+1, "trade") && c.t.has(at-1, at, "arms", "weapons") {
					name = "export-control"
				}
				out = append(out, anchor{lo: i, hi: at + 1, np: i, instrument: name, verb: true, trade: true, weak: use.instrument != "asset-freeze", deed: use.deed})
				if way := c.otherWay(at, sent.hi); way != "" {
					out = append(out, anchor{lo: i, hi: at + 1, np: i, instrument: way, verb: true, trade: true, weak: true, deed: use.deed})
				}
				break
			}
		}
	}
	return out
}

// curbsTrade says that "curbs" in a headline is the verb of the one before it, and stops trade:
// "Ruritania curbs chip exports". Where another verb stands before what is traded, the curbs do it.
func (c *signalContext) curbsTrade(sent stretch, i int) bool {
	if c.t.field != model.InTitle || c.t.tok[i].low != "curbs" {
		return false
	}
	if _, named := c.mentionEnding(sent, i); !named {
		return false
	}
	uses, n, ok := c.words.verbals.match(c.t.tok, i)
	for _, use := range uses {
		if at := c.object(i+n, sent.hi, use.objects); ok && at > 0 && at < i+5 {
			for j := i + n; j < at; j++ {
				if c.verbAt(j) || c.in("effect", j) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// otherWay names the instrument of trade in the other direction that a text stops as well:
// "bans the export of rice and the import of gold"; empty for none.
func (c *signalContext) otherWay(at, hi int) string {
	if c.t.field != model.InText {
		return ""
	}
	for i := at + 1; i+1 < hi && i < at+8; i++ {
		if c.t.has(i, i+1, "and") && c.t.has(i+1, min(i+3, hi), "import", "imports") && !c.in("forbid", i+1) && c.t.has(at, at+1, "export", "exports") {
			return "import-ban"
		}
	}
	return ""
}

// suffered says that a verb in a headline is the passive of the noun before it: "visas
// revoked".
func (c *signalContext) suffered(sent stretch, i int, objects map[string]bool) bool {
	if c.t.field != model.InTitle || i == sent.lo || c.words.formOf(c.t.tok[i].low) != formPast {
		return false
	}
	return objects[c.t.tok[i-1].low] && c.goesOn(i+1, sent.hi)
}

// undergone finds what is frozen or taken away by the passive at token i of a text:
// "their assets there are frozen", "visas have been revoked"; 0 for nothing.
func (c *signalContext) undergone(sent stretch, i int, use verbal) int {
	if c.t.field != model.InText || use.instrument != "asset-freeze" && use.instrument != "travel-ban" && !c.t.has(i, i+1, "banned", "outlawed", "prohibited", "barred") || c.words.formOf(c.t.tok[i].low) != formPast {
		return 0
	}
	verb := c.skipBack(sent, i)
	if verb == i || c.t.has(verb, i, "has", "have", "had", "having") && !c.t.has(verb, i, "been") {
		return 0
	}
	if c.wholesale(sent) {
		for at := sent.lo; at < verb && at < verb+earshot; at++ {
			if use.objects[c.t.tok[at].low] {
				return at
			}
		}
	}
	for at := verb - 1; at >= sent.lo && at > verb-14; at-- {
		k := &c.t.tok[at]
		if use.objects[k.low] {
			return at
		}
		if k.kind != wordToken && k.kind != numberToken && !genitive(k) {
			return 0
		}
	}
	return 0
}

// forfeits reads those who lose their visas: "judges lose US visas".
func (c *signalContext) forfeits(sent stretch, i int) (anchor, bool) {
	stripped := c.t.has(i, i+1, "stripped") && c.t.has(i+1, i+2, "of")
	if !stripped && !c.in("forfeit", i) {
		return anchor{}, false
	}
	first := i + 1
	if stripped {
		first++
	}
	for at := first; at < sent.hi && at < i+5; at++ {
		if c.t.has(at, at+1, "visa", "visas") {
			from := c.skipBack(sent, i)
			if c.isTo(from - 1) {
				from--
			}
			return anchor{lo: i, hi: at + 1, np: c.phraseStart(sent, from), instrument: "travel-ban", verb: true, trade: true, weak: true, passive: true, deed: deedImpose}, true
		}
		if k := &c.t.tok[at]; k.kind != wordToken || k.class&(classPreposition|classConjunction) != 0 {
			break
		}
	}
	return anchor{}, false
}

// wholesale says that a sentence freezes in the words of a notice all that those listed
// own: "all property and interests in property of the designated persons".
func (c *signalContext) wholesale(sent stretch) bool {
	all, whose := false, false
	for i := sent.lo; i < sent.hi; i++ {
		all = all || c.t.has(i, i+1, "all", "any") && c.t.has(i+1, min(i+3, sent.hi), "property", "assets", "funds")
		whose = whose || c.in("listed", i)
	}
	return all && whose
}

// keepsOut tells "barred from entering", "barring ten judges from its soil".
func (c *signalContext) keepsOut(s stretch) bool {
	if !c.in("barring", s.lo) {
		return false
	}
	if c.t.has(s.lo, s.lo+1, "ban", "bar") && !c.t.has(s.lo-1, s.lo, "to", "will", "would", "may", "should", "must", "could") {
		if m, ok := c.res.nameAt(c.t, s.lo+1); !ok || c.t.field != model.InTitle || !c.in("envoys", m.hi) {
			return false // no "X and Y bar Z citizens"
		}
	}
	if c.t.field == model.InTitle && c.t.tok[s.lo].low != "barred" && c.t.tok[s.lo].low != "banned" && s.lo+2 < s.hi {
		if c.t.has(s.lo+1, s.lo+2, "entry") {
			return true
		}
		if c.t.has(s.lo+1, s.lo+2, "european") && c.in("envoys", s.lo+2) {
			return true
		}
		if m, ok := c.res.nameAt(c.t, c.skipDeterminers(s.lo+1, s.hi)); ok && (m.how == byAdjective || c.res.actors[m.actor].Kind == model.State) && c.in("envoys", m.hi) {
			return true // "bars British diplomats"
		}
	}
	for i := s.lo + 1; i < s.hi && i < s.lo+20; i++ {
		if c.t.tok[i].low == "from" {
			if m, ok := c.res.nameAt(c.t, i+1); ok && c.t.field == model.InTitle && c.res.actors[m.actor].Kind != model.Person && (c.in("envoys", s.lo-1) || c.in("envoys", s.lo+1)) {
				return true
			}
			if c.t.field == model.InText && c.t.has(i+1, i+2, "the") && c.any("realm", i+2, min(i+4, s.hi)) && c.goodsAt(i-1) == "" {
				return true
			}
			if c.t.field == model.InTitle && c.any("access", i+1, min(i+4, s.hi)) {
				return true
			}
			within := i + 1
			for within < s.hi && within < i+7 && c.t.tok[within].kind != punctToken {
				within++
			}
			return !c.any("venues", i+1, within) && c.any("entering", i+1, min(i+6, s.hi))
		}
	}
	return false
}

// named tells whether a verb is a noun where it stands: "a block", "the ban".
func (c *signalContext) named(sent stretch, i int) bool {
	if i == sent.lo {
		return false
	}
	k := &c.t.tok[i-1]
	return c.res.lex.of(k)&(classDeterminer|classPossessive) != 0 && k.low != "that" || k.low == "'s" || k.low == "of" && !(c.words.formOf(c.t.tok[i].low) == formGerund && (c.in("intent", i-2) || c.t.has(i-2, i-1, "short")))
}

// object finds the noun that a verb takes, within its phrase; 0 for none.
func (c *signalContext) object(lo, hi int, nouns map[string]bool) int {
	for i := lo; i < hi && i < lo+10; i++ {
		k := &c.t.tok[i]
		if nouns[k.low] {
			if c.in("matters", i+1) && i+1 < hi {
				return 0 // "halts trade talks"
			}
			return i
		}
		switch k.low {
		case "of", "about", "nearly", "$", "€", "£":
			continue
		}
		and := k.low == "and" || k.low == "or"
		if (and || k.low == ",") && c.goodsAt(i-1) != "" && i+1 < hi && c.goodsAt(i+1) != "" {
			continue // "meat, fish and dairy imports"
		}
		if and && i+1 < hi && (c.words.verbals.begins(&c.t.tok[i+1]) || c.verbAt(i+1)) {
			return 0 // another verb with its own object
		}
		if k.low == "that" && c.t.field == model.InText && i > lo {
			break
		}
		if k.class&classDeterminer != 0 {
			continue
		}
		if k.kind != wordToken && k.kind != numberToken && k.kind != quoteToken && k.low != "'s" || !genitive(k) && c.res.lex.of(k)&(classPreposition|classConjunction|classRelative|classAuxiliary|classModal|classPronoun) != 0 {
			break
		}
	}
	return 0
}

// listing reads what is done with a list of those under a measure: somebody is put
// on it or taken off it.
func (c *signalContext) listing(sent stretch, a *anchor) (chain, bool) {
	for i := a.np - 1; i >= sent.lo && i > a.np-earshot/6; i-- {
		var r deed
		form := c.words.formOf(c.t.tok[i].low)
		switch low := c.t.tok[i].low; {
		case c.in("list-adding", i):
			r = deedImpose
		case c.in("list-widening", i):
			if c.t.field == model.InTitle {
				continue
			}
			r = deedTighten
		case c.in("list-dropping", i):
			r = deedLift
		case c.in("list-holding", i):
			if c.t.field == model.InTitle || !c.t.has(i+1, i+2, "on", "in") {
				continue
			}
			r, form = deedImpose, formPast
			if k, ok := c.tokenBefore(sent, i); ok && (k == "is" || k == "are") || !strings.HasSuffix(c.t.tok[i].low, "d") {
				r = deedForce
			}
		case low == "off":
			if c.t.field == model.InText || i == sent.lo || c.verbAt(i-1) || len(c.res.mentions(c.t, sent.lo, i)) == 0 || c.any("striking", sent.lo, i) {
				continue
			}
			r, form = deedLift, formPast // "X off blacklist"
		case low == "back", low == "returned", low == "returns":
			if !c.t.has(i+1, i+2, "on") {
				continue
			}
			r, form = deedImpose, formPast // "X back on terror list"
		case c.in("list-addition", i) && c.excused(sent, i):
			r, form = deedLicense, formPast // "exempted it from its inclusion on"
		case c.in("list-removal", i):
			r, form = deedLift, formNoun
		case c.in("list-addition", i):
			r, form = deedImpose, formNoun
		default:
			continue
		}
		ch := chain{core: link{i, i + 1, ladderWord{deed: r, form: form, lead: "list"}}, lo: i, hi: a.np}
		c.climb(sent, &ch)
		aux := i - 1
		for aux > sent.lo && (c.res.lex.of(&c.t.tok[aux])&classAdverb != 0 || c.t.has(aux, aux+1, "itself", "himself", "herself", "themselves")) {
			aux--
		}
		ch.passive = i > sent.lo && (form == formPast || c.t.tok[i].low == "put") && (c.res.lex.of(&c.t.tok[aux])&classAuxiliary != 0 && !c.t.has(aux, aux+1, "has", "have", "had") || c.t.has(i, i+1, "back", "off") || r == deedForce)
		if c.t.field == model.InTitle && r == deedImpose && c.t.has(i, i+1, "put", "added", "placed") && c.t.has(i+1, i+2, "on", "to") {
			ch.passive = true // "mayor put on Altland's list"
		}
		return ch, true
	}
	return chain{}, false
}

// excused says that somebody is let off from being on a list, which the noun at i tells.
func (c *signalContext) excused(sent stretch, i int) bool {
	for j := i - 1; j > sent.lo && j > i-4; j-- {
		if c.t.has(j, j+1, "from", "of") {
			for k := j - 1; k >= sent.lo && k > j-7; k-- {
				if c.in("sparing", k) {
					return true
				}
			}
		}
	}
	return false
}

func overlaps(list []anchor, i int) bool {
	k, _ := slices.BinarySearchFunc(list, i, func(a anchor, i int) int { return cmp.Compare(a.hi, i+1) })
	return k < len(list) && list[k].np <= i
}

// shutTo says that what is closed is closed to somebody: "ports to the ships of X".
func (c *signalContext) shutTo(lo, hi int) bool {
	for i := lo; i < hi && i < lo+3; i++ {
		if c.t.has(i, i+1, "to", "for", "against", "with", "into") {
			return true
		}
	}
	return false
}
