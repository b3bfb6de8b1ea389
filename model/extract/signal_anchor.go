package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// anchor is the name of a measure in a sentence, or the verb that is one.
type anchor struct {
	lo, hi     int // the name itself
	np         int // where its noun phrase begins, with heads before "of"
	instrument string
	weak       bool
	verb       bool // "sanctions", "sanctioned" as a verb
	trade      bool // a verb with its object: "halts arms exports"
	list       bool // the list of those under a measure
	listing    bool // that somebody is put on such a list: "the listing of X"
	truce      bool // a pause in a measure
	swift      bool // the payments network that somebody is cut off from
	permit     bool // leave to trade, or a ban on it
	back       bool // a pronoun for the measure before
	elided     bool // left out, for the measure before: see thenDone
	worded     bool // a phrase of data/wordings.txt
	listed     bool // a ban on anything that goes on with a list: see banInList
	loose      bool // its name alone does not tell it
	asked      bool // a headline asks something of it: see presumed
	passive    bool // of a verb: its subject is the one that is hit
	deed       deed // of a verb
	after      deed // what a noun behind it does with it: "tariff truce"
	dated      bool // that noun is the day from which it holds: "tariff deadline"
}

// anchors finds the measures that a sentence names.
func (c *signalContext) anchors(sent stretch) []anchor {
	out := c.room[:0]
	whole := sent
	inText := c.t.field == model.InText
	wordy, meant := c.wordy(sent)
	some := wordy | c.words.nouns
	for i := whole.lo; i < whole.hi; i++ {
		k := &c.t.tok[i]
		if len(out) > 0 && inText && k.starts&c.words.further != 0 {
			if then, ok := c.thenDone(whole, out, i); ok {
				out = append(out, then)
				continue
			}
			if again, ok := c.again(whole, out, i); ok {
				out = append(out, again)
				continue
			}
			if ban, ok := c.banInList(stretch{max(whole.lo, i-earshot), min(whole.hi, i+earshot)}, out, i); ok {
				out = append(out, ban)
				continue
			}
		}
		if inText && k.starts&some == 0 || k.id == 0 && k.starts&(c.words.classed|c.words.wordy|c.words.headed) == 0 {
			continue
		}
		sent := stretch{max(whole.lo, i-earshot), min(whole.hi, i+earshot)}
		if k.starts&wordy != 0 {
			if w, ok := c.wordingAnchor(sent, out, i, false); ok {
				out = append(out, w)
				i = w.hi - 1
				continue
			}
			if inText && k.starts&c.words.nouns == 0 {
				continue
			}
		}
		if v, ok := c.verbAnchor(sent, i); ok {
			out = append(out, v)
			continue
		}
		if b, ok := c.banAnchor(sent, i); ok {
			if named, n, ok := c.words.instruments.match(c.t.tok, i); ok && n > 1 {
				b.hi, b.instrument = i+n, named.name
			}
			b.np = c.phraseStart(sent, b.lo)
			out = append(out, b)
			i = b.hi - 1
			continue
		}
		if those, ok := c.those(sent, out, i); ok {
			out = append(out, those)
			continue
		}
		if k.low == "swift" && (c.t.has(max(sent.lo, i-2), i, "from", "off") || c.t.has(max(sent.lo, i-3), i-1, "out") || c.t.field == model.InText && c.t.has(max(sent.lo, i-6), i, "from") && c.any("payers", max(sent.lo, i-4), i)) {
			out = append(out, anchor{lo: i, hi: i + 1, np: i, instrument: "sanctions", swift: true})
			continue
		}
		if c.ordinal(sent, i) {
			out = append(out, anchor{lo: i, hi: i + 1, np: c.phraseStart(sent, i), instrument: "sanctions"})
			continue
		}
		ins, n, ok := c.words.instruments.match(c.t.tok, i)
		if !ok || c.curbsTrade(sent, i) || i+n > sent.hi || k.low == "sanction" && n == 1 && (c.t.has(i+1, i+2, "to", "for") || c.t.field == model.InText && c.t.has(i+1, i+2, "of")) || k.low == "snapback" && n == 1 && (c.t.has(i+1, i+2, "of") || c.t.has(i+2, i+3, "of")) || c.builds(i, sent.hi) || k.low == "levy" && i > sent.lo && (c.isTo(i-1) || c.res.lex.of(&c.t.tok[i-1])&classModal != 0) {
			continue
		}
		if second, more, two := c.words.instruments.match(c.t.tok, i+n); two && n == 1 && i+n+more <= sent.hi && ((second.name == "other" || second.name == "unspecified-consequences") && k.low == "tariff" || ins.weak && ins.name == "sanctions" && second.name == "tariff") {
			continue // "tariff countermeasures" and "a penalty tariff" are one measure
		}
		if ins.names && (!c.t.has(i+n, i+n+1, "of") || !c.officiallyListed(sent, i+n+1)) {
			continue
		}
		a := anchor{lo: i, hi: i + n, listing: ins.names, instrument: ins.name, weak: ins.weak, list: ins.list, truce: ins.truce}
		if ins.name == "unspecified-consequences" && (!c.fierce(sent, i) || c.brings(sent, i+n)) {
			continue
		}
		if ins.weak && (ins.name == "sanctions" || c.t.has(i, i+1, "quota", "quotas")) && c.in("at-home", i-1) || ins.weak && (!ins.names && c.sporty(sent) || c.t.has(i-1, i, "necessary") && c.t.has(i-2, i-1, "all")) || ins.court && !c.t.has(sent.lo, sent.hi, "icc", "international") || ins.siege && !c.closesOff(sent, i, i+n) {
			continue
		}
		if n == 1 && (c.coupled(sent, i) || c.dealOn(i) || c.atHome(sent, i)) || c.defines(sent, i) {
			continue
		}
		if c.anotherThing(&a, sent) || c.withheld(sent, i+n) {
			i = a.hi - 1
			continue
		}
		if a.truce {
			a.after = deedDefer
		}
		a.np = c.phraseStart(sent, a.lo)
		out = c.withOtherKind(out, a)
		i = a.hi - 1
	}
	c.joinLists(out)
	if len(out) > 1 && c.t.field == model.InTitle {
		out = slices.DeleteFunc(out, func(a anchor) bool {
			if !a.verb || c.t.tok[a.lo].low != "sanctioned" || a.lo == whole.lo {
				return false
			}
			k := &c.t.tok[a.lo-1]
			return k.kind == quoteToken || k.class&(classPreposition|classDeterminer) != 0 // "of sanctioned tankers"
		})
	}
	return c.withoutEffects(sent, c.looseAnchors(c.verbalMeasures(out, sent), sent, meant))
}

// sporty says that a sentence is about games or courts, where nobody puts measures on states.
func (c *signalContext) sporty(sent stretch) bool {
	if !c.t.mayHold(sent, c.words.sporting) {
		return false
	}
	maybe := false
	for i := sent.lo; i < sent.hi; i++ {
		if !c.in("sport", i) {
			continue
		}
		if c.t.field == model.InTitle || !c.in("sport-or-else", i) {
			return true
		}
		maybe = true
	}
	return maybe && !c.twoStates(sent) // "a court in Altland annulled the ban on Ruritanian"
}

// mentionEnding finds the actor whose name ends right before token i.
func (c *signalContext) mentionEnding(sent stretch, i int) (mention, bool) {
	for k := max(sent.lo, i-4); k < i; k++ {
		if m, ok := c.res.nameAt(c.t, k); ok && m.hi == i {
			return m, true
		}
	}
	return mention{}, false
}

// fierce says whether consequences are meant as a threat.
func (c *signalContext) fierce(sent stretch, i int) bool {
	if c.t.tok[i].low == "economic" {
		return true
	}
	near := c.t.has(i-1, i, "be") && c.t.has(i-2, i-1, "will", "would") && c.t.has(i-3, i-2, "there") // "there will be consequences"
	for j := i - 1; j >= sent.lo && j >= i-4; j-- {
		near = near || c.in("fierce", j)
	}
	return near || c.t.has(sent.lo, i, "warns", "warned", "threatens", "threatened") || c.t.has(i, i+1, "retaliation", "reprisals") && c.aboutTrade(sent) && c.t.has(max(sent.lo, i-3), i, "vows", "vowed", "promises", "promised", "pledges", "pledged")
}

// anotherThing reads the noun behind a measure: it may be about something else,
// or change what is done.
func (c *signalContext) anotherThing(a *anchor, sent stretch) bool {
	if a.hi >= sent.hi {
		return false
	}
	k := &c.t.tok[a.hi]
	if k.kind != wordToken {
		return false
	}
	if c.t.has(a.hi, a.hi+1, "loophole", "loopholes") && c.any("plug", max(sent.lo, a.lo-5), a.lo) {
		a.after = deedTighten
		a.hi++
		return false
	}
	plural := strings.HasSuffix(c.t.tok[a.hi-1].low, "s")
	if plural && c.in("predicate", a.hi) && a.hi+1 < sent.hi && c.t.tok[a.hi+1].kind == wordToken && c.t.tok[a.hi+1].class&(classPreposition|classConjunction) == 0 || plural && c.in("growth", a.hi) {
		return false
	}
	if plural && c.breaksLaw(a.hi) {
		return false
	}
	if plural && k.low == "freeze" && c.t.field == model.InText && c.hasObject(a.hi+1, sent.hi) {
		return false // "the sanctions freeze his assets"
	}
	if k.low == "regime" && c.t.field == model.InText {
		a.hi++
		return false
	}
	if c.t.has(a.hi, a.hi+1, "breaks", "break") && a.instrument != "tariff" {
		return false // "a ship under sanctions breaks down"
	}
	if r, ok := c.words.after[k.low]; ok && !(plural && r == deedBear) && !(r == deedBear && c.t.field == model.InText && c.hasObject(a.hi+1, sent.hi)) {
		a.after, a.dated = r, k.low == "deadline"
		if k.low == "extension" && c.t.field == model.InTitle && a.instrument != "tariff" && a.instrument != "licence" {
			a.after = deedTighten // that of a duty is one of the time before it
		}
		if a.instrument == "price-cap" && r == deedEase && c.in("lower", a.hi) {
			a.after = deedTighten // the lower a cap, the harder it hits
		}
		a.hi++
		return false
	}
	return c.in("other", a.hi) || strings.HasPrefix(c.t.tok[a.hi-1].low, "penalt") && c.t.has(a.hi, a.hi+1, "kick", "kicks")
}

// hasObject says that the object of a verb stands at token i: "the embargo cost it millions".
func (c *signalContext) hasObject(i, hi int) bool {
	if i >= hi {
		return false
	}
	k := &c.t.tok[i]
	return k.kind == numberToken || c.res.lex.of(k)&(classDeterminer|classPossessive|classPronoun|classObject) != 0 || k.is(flagCapital)
}

// dealOn says that a name in the singular is one of two things that a deal of a headline is
// about: "tariff and beef deal".
func (c *signalContext) dealOn(i int) bool {
	return c.t.field == model.InTitle && c.t.has(i, i+1, "tariff", "sanction") && c.t.has(i+1, i+2, "and", "&") && c.in("matters", i+3)
}

// coupled says that a name in the singular is one of two words that tell of which kind a
// thing is: "tariff and labour worries".
func (c *signalContext) coupled(sent stretch, i int) bool {
	if c.t.field != model.InText || !c.t.has(i, i+1, "tariff", "sanction", "embargo") || i+2 >= sent.hi || !c.t.has(i+1, i+2, "and", "or") || i == sent.lo {
		return false
	}
	for j := i - 1; j >= sent.lo && j > i-4; j-- {
		if k := &c.t.tok[j]; c.res.lex.of(k)&classDeterminer != 0 && !c.t.has(j, j+1, "both") || k.kind == numberToken {
			return false
		}
	}
	return c.t.tok[i+2].kind == wordToken && c.res.lex.of(&c.t.tok[i+2])&(classDeterminer|classAuxiliary|classModal) == 0
}

// phraseStart walks back over what belongs to the measure's noun phrase.
func (c *signalContext) phraseStart(sent stretch, lo int) int {
	i := lo
	for i > sent.lo && lo-i < 14 {
		k := &c.t.tok[i-1]
		switch {
		case k.kind == quoteToken, k.kind == numberToken, k.low == "%", k.low == "$":
		case k.low == "of" && i-2 >= sent.lo && c.in("heads", i-2):
			i--
		case k.low == "per" && c.t.has(i, i+1, "cent"): // of a rate
		case k.low == "'s" || k.low == "'":
			if article := c.articleIn(i, lo); article > 0 {
				return article // "gave Ruritania's refiner a waiver"
			}
		case k.low == "to" && c.t.field == model.InTitle && c.t.has(i-2, i-1, "up") && c.t.tok[i].kind == numberToken:
			i-- // "up to 20%"
		case k.low == "," && (c.namesAround(sent, i-1) || i-2 >= sent.lo && c.in("joins", i-2) && c.in("joins", i)):
		case k.low == "," && c.t.field == model.InTitle && i-2 >= sent.lo && c.goodsAt(i-2) != "" && c.goodsAt(i) != "": // "steel, aluminium tariffs"
		case k.kind != wordToken && k.kind != dashToken:
			return i
		case k.low == "including" || k.low == "include" || k.low == "includes" || k.low == "included":
			return i
		case c.t.field == model.InText && c.in("comprising", i-1) && i > sent.lo+1 && c.in("measures", c.skipBack(sent, i-1)-1):
			return i
		case c.t.field == model.InTitle && c.in("brand", i-1):
			return i
		case c.ladderEnding(sent, i) > 0, c.t.field == model.InTitle && (c.in("react", i-1) || c.in("obtain", i-1) || c.in("blaming", i-1)):
			return i
		case k.low == "and" && i-2 >= sent.lo && (c.in("joins", i-2) || c.twoPowers(sent, i-1)):
		case c.res.lex.of(k)&(classPreposition|classConjunction|classRelative|classAnd|classAuxiliary|classModal|classPronoun|classNegation|classSaid) != 0:
			return i
		}
		i--
	}
	return i
}

// articleIn finds an article in [lo, hi). What belongs to somebody takes none, so that one behind a
// genitive opens a phrase of its own. 0 for none.
func (c *signalContext) articleIn(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if c.t.has(i, i+1, "a", "an", "the") {
			return i
		}
	}
	return 0
}

// namesAround says that the comma at i parts two names of a list: "Mexico, Canada
// tariffs".
func (c *signalContext) namesAround(sent stretch, i int) bool {
	if c.t.field != model.InTitle {
		return false
	}
	first, ok := c.mentionEnding(sent, i)
	if !ok {
		return false
	}
	second, ok := c.res.nameAt(c.t, i+1)
	if ok && c.res.actors[first.actor].Kind == model.Person && c.res.actors[second.actor].Kind != model.Person {
		return false // "meets Quell, EU sanctions loom"
	}
	return ok
}
