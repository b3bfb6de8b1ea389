package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who does what is done with a measure: the subject of its verbs.

// subject finds who does what a chain says: the last actor before it that is no
// object of something else, and those joined to it.
func (c *signalContext) subject(sent stretch, ch *chain) []mention {
	if m, ok := c.doubted(sent, ch); ok {
		return []mention{m}
	}
	if m, ok := c.foreseen(ch); ok {
		return []mention{m}
	}
	if m, ok := c.signs(sent, ch); ok {
		return []mention{m}
	}
	if m, ok := c.promisesBoth(sent, ch); ok {
		return []mention{m}
	}
	if m, ok := c.homeChamber(sent, ch); ok {
		return []mention{m}
	}
	if who, ok := c.pronounBefore(sent, ch.lo); ok {
		return who
	}
	if c.goesOnAbout(sent, ch.lo) {
		return nil
	}
	if m, ok := c.toldOf(sent, ch); ok {
		return []mention{m}
	}
	if m, ok := c.helped(sent, ch); ok {
		return []mention{m}
	}
	if m, ok := c.thankedFor(sent, ch); ok {
		return []mention{m}
	}
	if who, ok := c.theBloc(sent, ch.lo); ok {
		return who
	}
	if m, ok := c.whichDoes(sent, ch); ok {
		return []mention{m}
	}
	if c.paperDoes(sent, ch) {
		return nil
	}
	if who, ok := c.whoseThreat(sent, ch); ok {
		return who
	}
	if ch.passive || ch.core.deed.suffers() {
		if m, ok := c.firmsThat(sent, c.skipBack(sent, ch.lo)); ok {
			return []mention{m}
		}
	}
	if m, ok := c.mover(sent, ch); ok {
		return []mention{m}
	}
	if i := c.skipTime(sent, c.skipBack(sent, ch.lo)); i > sent.lo && (c.t.tok[i-1].low == "," || c.t.tok[i-1].low == "and" || c.t.tok[i-1].low == "but" || c.t.field == model.InText && c.t.has(i-1, i, "as") && c.t.has(i-2, i-1, "well")) {
		if ms := c.earlier(stretch{c.clauseFrom(sent, i), sent.hi}, i); len(ms) > 0 && ms[0].hi < i-1 {
			if c.t.field == model.InText {
				return c.series(sent, ms[0])
			}
			return c.withJoined(sent, ms[0]) // "The US, which has …, has threatened"; "gives 50 days and threatens"
		}
	}
	if m, ok := c.whoseStep(sent, ch); ok {
		return []mention{m}
	}
	if c.thingActs(sent, ch.lo) {
		if ch.core.deed.suffers() || ch.core.deed == deedLoom && ch.core.lead == "wording" {
			return c.whoseFirms(sent, ch.lo)
		}
		return nil
	}
	if c.t.has(ch.lo-1, ch.lo, "in") {
		for i := ch.lo - 2; i > sent.lo && i > ch.lo-7; i-- {
			if c.t.has(i, i+1, "joins", "join", "joined", "joining", "follows", "followed", "following", "backs") {
				first := c.earlier(sent, i) // "Norway follows the EU in blacklisting"
				if len(first) == 0 || c.t.field == model.InTitle {
					return first
				}
				return c.series(sent, first[0])
			}
		}
	}
	ms := c.res.mentions(c.t, sent.lo, ch.lo)
	for k := len(ms) - 1; k >= 0; k-- {
		m := ms[k]
		if c.governed(sent, m) && !c.opens(sent, m, ch.lo) || (k > 0 || c.t.field == model.InText) && m.hi != ch.lo && c.namesMeasure(m) || c.sideClause(m.hi, ch.lo) && (k > 0 || c.another(m.hi, ch.lo)) || k > 0 && c.t.field == model.InTitle && m.how == byAdjective && c.goodsAt(m.hi) != "" || c.t.field == model.InText && !ch.core.deed.suffers() && c.ofGoods(sent, m) {
			continue
		}
		out := []mention{m}
		for k--; k >= 0 && !c.likeHim(sent, ms[k]) && !c.setOff(sent, ms[k]) && !c.onlyBefore(sent, ms[k], m) && (c.joined(ms[k].hi, m.lo) || c.listed(ms[k].hi, m) || (len(out) > 1 || c.t.has(ms[k].hi, m.lo, "and")) && c.alongside(ms[k].hi, m.lo)); k-- {
			m = ms[k]
			out = append([]mention{m}, out...)
		}
		if len(out) > 2 && c.t.has(out[0].lo-2, out[0].lo, "between", "among") {
			return nil // a deal between them does it
		}
		return out
	}
	return nil
}

// setOff says that a headline opens with whom what it tells is good or bad for: "In blow to
// Ruritania, Altland extends sanctions", "Ruritania: Altland extends sanctions".
func (c *signalContext) setOff(sent stretch, m mention) bool {
	if c.t.field != model.InTitle || m.hi >= sent.hi {
		return false
	}
	if m.lo == sent.lo {
		seat := slices.ContainsFunc(c.res.actors[m.actor].Seats, func(town string) bool { return strings.EqualFold(town, c.t.tok[m.lo].low) })
		return c.t.tok[m.hi].low == ":" && !seat // at its seat a state speaks: "Tokyo: Altland promised"
	}
	return c.t.tok[m.hi].low == "," && c.t.has(sent.lo, sent.lo+1, "in") && m.lo > sent.lo+2 && m.lo < sent.lo+6 && c.t.has(m.lo-1, m.lo, "to", "for", "against")
}

// likeHim says that a headline opens with one whose example another follows: "Echoing
// Ruritania, Altland raises".
func (c *signalContext) likeHim(sent stretch, m mention) bool {
	return c.t.field == model.InTitle && m.lo <= sent.lo+2 && c.in("following", sent.lo) && !c.t.has(sent.lo, sent.lo+1, "joining")
}

// opens says that a word such as "after" before a name begins a clause whose verb
// follows right behind the name: "rise after Trump pauses".
func (c *signalContext) opens(sent stretch, m mention, verb int) bool {
	if at := c.skipBack(sent, verb); m.lo == sent.lo || at != m.hi && at != c.organEnd(m) {
		return false
	}
	if c.t.field == model.InText && c.words.formOf(c.t.tok[verb].low) == formGerund && c.t.has(max(sent.lo, m.lo-3), m.lo, "for", "with") {
		return true // "in return for Ruritania holding off"
	}
	i := m.lo
	for i > sent.lo && c.res.lex.of(&c.t.tok[i-1])&(classDeterminer|classPossessive) != 0 {
		i--
	}
	return c.t.has(i-1, i, "after", "as", "before")
}

// ofGoods says that a name inside a sentence only tells whose some goods are: "it bans
// Ruritanian gas and lists …". Who deals in them is somebody.
func (c *signalContext) ofGoods(sent stretch, m mention) bool {
	return m.how == byAdjective && m.lo > sent.lo+1 && c.goodsAt(m.hi) != "" && c.capitals(m.hi, sent.hi) == m.hi
}

// namesMeasure says that a name stands before a measure as whose it is, and does
// nothing: "EU approves Russia sanctions".
func (c *signalContext) namesMeasure(m mention) bool {
	if c.t.field == model.InText {
		return c.in("regime", m.hi)
	}
	if genitive(&c.t.tok[min(m.hi, len(c.t.tok)-1)]) {
		return false
	}
	_, n, ok := c.words.instruments.match(c.t.tok, m.hi)
	return ok && n > 0
}

// beHit reads the passive of a verb that takes its measure with "with".
func (c *signalContext) beHit(sent stretch, ch *chain) bool {
	i := ch.core.lo - 1
	if c.t.field == model.InTitle && ch.core.form != formPresent && ch.core.hi < len(c.t.tok) && c.t.tok[ch.core.hi].low == "with" {
		return true // "X hit with tariffs"
	}
	return i >= sent.lo && c.t.has(i, i+1, "be", "been", "being", "is", "are", "was", "were", "get", "gets", "got")
}

// thingActs says that what stands right before a verb is no actor that is known:
// "the meeting delays", "African countries are imposing".
func (c *signalContext) thingActs(sent stretch, verb int) bool {
	i := c.skipBack(sent, verb) - 1
	if i <= sent.lo || c.t.tok[i].kind != wordToken || c.in("acting", i) {
		return false
	}
	if c.t.field == model.InText && c.in("friends", i) && c.any("owning", i-2, i) {
		return true // "its neighbours"
	}
	if c.in("partners", i) && c.res.lex.of(&c.t.tok[i])&classPronoun == 0 && !c.t.has(i-1, i, "other") {
		_, known := c.mentionEnding(sent, i+1)
		bloc, named := c.mentionEnding(sent, i) // "E3 nations"
		return !known && !(named && bloc.how == byName && c.res.actors[bloc.actor].Kind == model.Bloc)
	}
	if c.t.field == model.InTitle || !c.in("occasions", i) {
		return false
	}
	return c.res.lex.of(&c.t.tok[i-1])&classDeterminer != 0
}

// skipBack goes left over auxiliaries and adverbs.
func (c *signalContext) skipBack(sent stretch, i int) int {
	for i > sent.lo && c.res.lex.of(&c.t.tok[i-1])&(classAuxiliary|classModal|classAdverb|classNegation) != 0 {
		i--
	}
	return i
}

// skipTime goes left over words of a text that tell when, if they follow "and": "and last week
// (doubled)".
func (c *signalContext) skipTime(sent stretch, i int) int {
	k := i
	for k > sent.lo && c.t.field == model.InText && (c.res.lex.of(&c.t.tok[k-1])&classTime != 0 || c.t.has(k-1, k, "on", "last", "this", "earlier")) {
		k--
	}
	if k > sent.lo && c.t.has(k-1, k, "and") {
		return k
	}
	return i
}

// withJoined adds to a subject those that "and" joins to it from behind.
func (c *signalContext) withJoined(sent stretch, m mention) []mention {
	out := []mention{m}
	for _, next := range c.res.mentions(c.t, m.hi, min(m.hi+8, sent.hi)) {
		if !c.joined(out[len(out)-1].hi, next.lo) {
			break
		}
		out = append(out, next)
	}
	return out
}

// fronted says that a chain opens its sentence and so has its subject behind a comma.
func (c *signalContext) fronted(sent stretch, ch *chain) bool {
	return ch.lo == sent.lo && !ch.hasUpper && ch.modal == ""
}

// behindComma reads the names joined behind the first comma from lo on.
func (c *signalContext) behindComma(sent stretch, lo int) []mention {
	for i := lo; i < sent.hi && i < lo+6; i++ {
		if c.t.tok[i].low == "," {
			ms := c.res.mentions(c.t, i+1, min(i+5, sent.hi))
			if len(ms) == 0 || ms[0].lo != c.skipDeterminers(i+1, sent.hi) {
				return nil
			}
			return c.withJoined(sent, ms[0])
		}
	}
	return nil
}

// participle finds who does what the participle at the head of a text tells: "Slapping
// duties on Ruritania, Altland ended". It is named behind the comma.
func (c *signalContext) participle(sent stretch, a *anchor, ch *chain) []mention {
	if c.t.field != model.InText || ch.core.form != formGerund || ch.core.lo > sent.lo+3 {
		return nil
	}
	for i := sent.lo; i < ch.core.lo; i++ {
		if c.res.lex.of(&c.t.tok[i])&(classPreposition|classConjunction|classConditional) == 0 && !c.t.has(i, i+1, "apart", "aside", "addition", "well", "besides") {
			return nil
		}
	}
	return c.behindComma(sent, a.hi)
}

// sideClause says that a stop lies between a name and its verb, so that the name
// closes another clause: "…over China, sanctions".
func (c *signalContext) sideClause(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if low := c.t.tok[i].low; low == ";" || low == ":" {
			return true
		}
	}
	return false
}

// another says that in a headline somebody else, whom nobody knows, stands between the
// stop and the verb: "X's war: Council extends".
func (c *signalContext) another(lo, hi int) bool {
	return c.t.field == model.InTitle && hi-2 >= lo && c.t.tok[hi-2].low == ":" && c.t.tok[hi-1].is(flagCapital) && c.t.tok[hi-1].kind == wordToken && c.res.lex.of(&c.t.tok[hi-1])&(classPronoun|classDeterminer) == 0
}

// governed says that a name is the object of a preposition or verb before it.
func (c *signalContext) governed(sent stretch, m mention) bool {
	if c.t.field == model.InText && m.hi+1 < sent.hi && genitive(&c.t.tok[m.hi]) && c.any("friends", m.hi+1, min(m.hi+3, sent.hi)) {
		return true // "X's allies" are others
	}
	i := m.lo - 1
	for i >= sent.lo && c.res.lex.of(&c.t.tok[i])&(classDeterminer|classPossessive) != 0 {
		i--
	}
	if i < sent.lo {
		return false
	}
	switch low := c.t.tok[i].low; low {
	case "on", "against", "with", "over", "about", "to", "from", "for", "in", "at", "into", "under", "after", "toward", "towards":
		return low != "in" && (low != "from" || c.t.field == model.InTitle) || !c.in("rulers", i-1) // "officials in Washington" act for it
	case "of":
		if c.t.field == model.InText && m.hi < sent.hi && genitive(&c.t.tok[m.hi]) {
			return true // "members of X's council"
		}
		return m.how == byName && !c.any("delegates", i-1, i) && !(c.t.field == model.InText && c.in("agencies", i-1))
	case "by":
		return m.how == byName
	}
	return false
}

// joined says that two names stand side by side: "the US and the EU".
func (c *signalContext) joined(lo, hi int) bool {
	and := false
	for i := lo; i < hi; i++ {
		switch c.t.tok[i].low {
		case "and", "&":
			and = true
		case ",", "the":
		default:
			return false
		}
	}
	return and || hi-lo == 1
}

// pronounBefore resolves "he", "it", "we" right before a chain.
func (c *signalContext) pronounBefore(sent stretch, lo int) ([]mention, bool) {
	for i := lo - 1; i >= sent.lo && i >= lo-4; i-- {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		switch {
		case k.low == "he" || k.low == "she" || k.low == "it" || k.low == "they":
			if ms := c.meant(sent, i); len(ms) > 0 {
				return ms, true
			}
			if ms := c.announcedLater(sent, i); len(ms) > 0 {
				return ms, true
			}
			return nil, c.sender == ""
		case k.low == "we" || k.low == "i":
			return nil, true
		case class&(classAuxiliary|classModal|classAdverb|classNegation) != 0:
		case c.t.field == model.InText && (k.low == "stand" || k.low == "stands" || k.low == "stood" || k.low == "ready" || k.low == "prepared" || k.low == "willing" || k.low == "to"): // "we stand ready to impose"
		default:
			return nil, false
		}
	}
	return nil, false
}

// announcedLater finds whom a pronoun in a clause that opens the sentence stands for:
// "Even as he announced the sanctions, X said". Nil for nobody.
func (c *signalContext) announcedLater(sent stretch, i int) []mention {
	if i-sent.lo > 2 || i == sent.lo {
		return nil
	}
	for j := i; j+1 < sent.hi && j < i+earshot/4; j++ {
		if c.t.tok[j].low == "," {
			if ms := c.res.mentions(c.t, j+1, min(j+5, sent.hi)); len(ms) > 0 && !c.governed(sent, ms[0]) {
				return ms[:1]
			}
			return nil
		}
	}
	return nil
}

// earlier returns the actors that a sentence names before a token, as subjects.
func (c *signalContext) earlier(sent stretch, i int) []mention {
	var out []mention
	for _, m := range c.res.mentions(c.t, sent.lo, i) {
		if c.t.field == model.InText && (c.namesMeasure(m) || c.in("trades-noun", m.lo-2) && c.ofGoods(sent, m)) {
			continue
		}
		if !c.governed(sent, m) {
			out = append(out, m)
			break
		}
	}
	return out
}
