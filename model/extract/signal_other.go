package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who is hit by a measure where its own phrase does not say so.

// manyPartners finds "dozens of trading partners", "60 countries".
func (c *signalContext) manyPartners(sent stretch) bool {
	for i := sent.lo + 1; i < sent.hi; i++ {
		before := &c.t.tok[i-1]
		switch c.t.tok[i].low {
		case "partners":
			if before.low == "trading" || before.low == "trade" {
				return true
			}
		case "countries", "nations", "economies":
			if before.kind == numberToken || before.low == "of" || before.low == "more" || before.low == "other" {
				return true
			}
		}
	}
	return false
}

// onPeople says that a measure of a text is on people who have no name there, so that a
// state named beside them is theirs: "visa bans on officials who rigged the vote in X".
func (c *signalContext) onPeople(sent stretch, a *anchor) bool {
	if c.t.field != model.InText {
		return false
	}
	for i := a.hi; i < sent.hi && i < a.hi+10; i++ {
		if c.in("envoys", i) || c.in("listees", i) || c.in("people", i) {
			return a.verb || c.t.has(a.hi, i, "on", "against", "for", "of")
		}
	}
	return false
}

// tellsWhich says that somebody behind a measure is named only to tell which people or ships it
// is on: "on officials who work with Altland", "on ships listed by Altland".
func (c *signalContext) tellsWhich(a *anchor, m mention) bool {
	partner := c.t.has(a.hi, m.lo, "who") && c.t.has(m.lo-2, m.lo, "with") && c.t.has(m.lo-3, m.lo-1, "work", "works", "worked", "cooperate", "collaborate", "collaborated", "colluded")
	lister := c.t.has(m.lo-3, m.lo, "by") && c.t.has(m.lo-4, m.lo, "listed", "sanctioned", "blacklisted", "designated")
	return partner || lister
}

// clauseOfOwn says that a text goes on behind a comma with what another does: "…, but Altland
// threatens to", "…, and Altland will".
func (c *signalContext) clauseOfOwn(sent stretch, m mention) bool {
	if c.t.field != model.InText || !c.t.has(m.lo-1, m.lo, "but", "and", "while", "though", "although") || !c.t.has(m.lo-2, m.lo-1, ",") || m.hi >= sent.hi {
		return false
	}
	next := &c.t.tok[m.hi]
	if c.res.lex.of(next)&(classModal|classAuxiliary) != 0 && !genitive(next) {
		return true
	}
	form := c.words.formOf(next.low)
	return form == formPast || form == formPresent
}

// onlyOther takes the one other state that a sentence names for the target.
func (c *signalContext) onlyOther(sent stretch, a *anchor, ch *chain, out *act) []string {
	if ch.bare && c.t.field == model.InTitle {
		sent = stretch{0, len(c.t.tok)} // who bears it may be named in the sentence before
	}
	other, end, aside, power := "", 0, false, false
	var both []string
	for _, m := range c.res.mentions(c.t, sent.lo, sent.hi) {
		if c.buysFrom(m) || a.instrument != "oil-ban" && c.stopsBuying(m) || m.lo > sent.lo && c.t.field == model.InTitle && c.res.lex.of(&c.t.tok[m.lo-1])&classSaid != 0 && !(m.hi < sent.hi && c.res.lex.of(&c.t.tok[m.hi])&(classModal|classAuxiliary) != 0) && out.action != "demanded" && out.action != "offered" {
			continue // who only sold, or says it
		}
		if m.hi < sent.hi && (c.t.tok[m.hi].low == ":" || c.res.lex.of(&c.t.tok[m.hi])&classSaid != 0 || c.t.field == model.InTitle && m.lo > sent.lo && c.in("insist", m.hi)) && !ch.bare && !ch.inIf && out.action != "demanded" && out.action != "offered" {
			continue // who says it
		}
		if step, ok := c.whoseStep(sent, ch); ok && out.direction == model.Pressure && m.hi < step.lo && c.in("react", m.hi) {
			continue // who greets it
		}
		if c.t.field == model.InTitle && !ch.bare && a.instrument == "sanctions" && c.belong([]mention{m}, out.senders) {
			continue // a member of the bloc that sends it
		}
		if c.t.field == model.InTitle && m.hi < sent.hi && genitive(&c.t.tok[m.hi]) && c.t.has(m.hi+2, m.hi+4, ":") {
			continue // "Ruritania's X: …"
		}
		if out.action == "called-for" && m.hi <= ch.lo || c.t.has(m.lo-1, m.lo, "of") && c.t.has(m.lo-2, m.lo-1, "request", "behest", "urging", "insistence") {
			continue // who calls for it
		}
		if c.t.field == model.InText && c.tellsWhich(a, m) {
			continue
		}
		if m.how == byAdjective && m.hi+1 < sent.hi && c.res.lex.of(&c.t.tok[m.hi+1])&classSaid != 0 || c.t.field == model.InText && (m.seat || m.how == byAdjective) && c.says(sent, m) && !c.words.measures["under"][c.senderID(m)] || c.t.field == model.InText && m.seat && c.t.has(m.lo-1, m.lo, "in") {
			continue // "the Polish minister said", "told reporters in Warsaw"
		}
		if c.t.has(m.lo-1, m.lo, "on", "over", "about") && c.in("matters", m.lo-2) || ch.bare && (c.in("matters", m.lo-2) || c.in("matters", m.lo-3)) {
			continue // "no agreement on X"
		}
		if ch.bare && (c.t.has(m.lo-1, m.lo, "over", "about") || c.t.has(m.lo-1, m.lo, "with") && c.t.has(m.lo-2, m.lo-1, "trade") || m.how == byAdjective && c.goodsAt(m.hi) != "" && m.hi < a.np-1 && a.instrument == "tariff" || c.belong([]mention{m}, out.senders) || c.in("praise", m.hi)) {
			continue // whom it is told of only by the way
		}
		if c.t.field == model.InText && (out.action == "opposed" && m.hi <= ch.lo && c.in("resist", ch.core.lo) || c.organOfImposer(m)) {
			continue // who stands in its way, or acts for one who imposes measures
		}
		if c.t.field == model.InText && out.action == "refused-relief" && ch.hasUpper && ch.upper.deed == deedRefuse && ch.core.lo >= ch.upper.hi && m.hi <= ch.lo && !c.words.measures["under"][c.senderID(m)] {
			continue // who rules relief out does not ask for it
		}
		if m.lo > max(ch.hi, a.hi) && c.clauseOfOwn(sent, m) {
			continue // "new measures loom, but Altland wants to block them"
		}
		if c.t.field == model.InTitle && c.any("following", m.lo-1, m.lo) {
			continue // who did the like
		}
		if c.t.field == model.InTitle && m.seat && m.hi < sent.hi && (c.res.noun(&c.t.tok[m.hi])&nounVenue != 0 || c.in("attack", m.hi)) {
			continue // "after Kyiv strike"
		}
		if m.hi <= ch.lo && c.onlyGlad(ch) && c.words.measures["imposer"][c.senderID(m)] || c.in("waters", m.hi) || c.t.field == model.InTitle && c.t.has(m.lo-1, m.lo, "but", "except") {
			continue
		}
		if c.t.field == model.InTitle && c.besideThePoint(sent, m) {
			continue
		}
		if c.t.field == model.InText && out.action == "demanded" && m.hi <= ch.lo && (c.blockade(a) || c.belong([]mention{m}, out.senders)) {
			continue // who only asks
		}
		if c.t.field == model.InText && c.elsewhile(a.hi, m.lo) {
			continue // of whom another clause tells
		}
		if w, _, ok := c.words.ladder.match(c.t.tok, max(m.lo-2, 0)); ok && w.deed == deedImpose && c.t.field == model.InText && c.t.has(m.lo-1, m.lo, "by") {
			continue // who did it
		}
		if c.goodsOf(m) && (out.action == "in-force" || a.instrument == "tariff") {
			continue // "the duty over Russian oil" is another one
		}
		id := c.senderID(m)
		if c.t.field == model.InText && c.words.measures["powers"][id] && !slices.Contains(out.senders, id) && (a.instrument == "sanctions" || (out.action == "demanded" || out.action == "opposed") && m.hi <= ch.lo) {
			power = true
			continue // who imposes measures himself, and speaks of another's
		}
		if actor, ok := c.res.dir.Find(id); !ok || actor.Kind != model.State && (actor.Kind != model.Bloc || c.t.field == model.InText || m.lo > sent.lo) || out.action == "opposed" && c.belong([]mention{m}, out.senders) || slices.Contains(out.senders, id) {
			continue
		}
		if c.words.measures["firms"][c.res.actors[m.actor].ID] {
			id = c.res.actors[m.actor].ID
		}
		switch {
		case other == "" || other == id:
			if other == "" {
				end, aside = m.hi, c.byTheWay(sent, m)
			}
			other = id
		case ch.bare && c.joined(end, m.lo) && c.t.has(end, m.lo, "and") && m.lo <= a.np:
			both = append(both, id) // "X and Y agree after tariff threat"
		case c.boughtFrom(sent, m):
		case c.t.field == model.InTitle && a.instrument == "tariff" && !ch.bare && aside != c.byTheWay(sent, m):
			if aside {
				other, aside = id, false // of two, the one whom a verb of the headline is about
			}
		case c.t.field == model.InText || !ch.bare && ch.core.deed != deedForce || c.words.measures["under"][other] == c.words.measures["under"][id]:
			return nil
		case c.words.measures["under"][id]:
			other = id // of two, the one that lives under measures
		}
	}
	if other == "" || power {
		return nil
	}
	return append([]string{other}, both...)
}

// organOfImposer says that a name is a body of a state that imposes measures of its own.
func (c *signalContext) organOfImposer(m mention) bool {
	x := c.res.actors[m.actor]
	return x.Kind == model.Organisation && c.words.measures["imposer"][x.State] && !c.words.measures["firms"][x.ID]
}

// goodsOf says that a name only says whose goods these are: "Russian oil".
func (c *signalContext) goodsOf(m mention) bool {
	if m.how != byAdjective || m.hi >= len(c.t.tok) {
		return false
	}
	_, _, ok := c.words.sectors.match(c.t.tok, m.hi)
	return ok && c.t.has(m.lo-1, m.lo, "over")
}

// unknown names those hit by a headline's measure whom the directory does not know, where
// a capital marks a name: "sanctions on Ovezov", "strikes Ovezov off the list".
func (c *signalContext) unknown(sent stretch, a *anchor, ch *chain) []string {
	if c.t.field != model.InTitle || c.titleCase() && !(a.verb && !a.worded && !c.t.tok[a.lo].is(flagCapital)) {
		return nil // a verb without a capital is of no title in capitals
	}
	if c.t.has(a.lo, a.hi, "blockade", "siege") && a.lo > sent.lo && c.in("enclaves", a.lo-1) {
		return []string{c.t.tok[a.lo-1].low} // "Gaza blockade"
	}
	at := 0
	switch {
	case c.t.has(a.lo, a.hi, "blockade", "siege") && c.t.has(a.hi, a.hi+1, "of"):
		at = a.hi + 1
	case a.list && !ch.passive:
		at = ch.core.hi
	case a.verb && !a.trade && !a.permit && !ch.passive:
		at = a.hi
	case c.t.has(a.hi, a.hi+1, "on", "against"):
		at = a.hi + 1
	}
	for n := 0; n < 3 && at > 0 && at < sent.hi && !c.t.tok[at].is(flagCapital) && c.t.tok[at].kind == wordToken && c.t.tok[at].class&(classPreposition|classConjunction|classAnd) == 0; n++ {
		at++
	}
	if at == 0 || at >= sent.hi || !c.t.tok[at].is(flagCapital) || c.t.tok[at].kind != wordToken {
		return nil
	}
	hi := at
	for hi < sent.hi && hi < at+6 && (c.t.tok[hi].is(flagCapital) && c.t.tok[hi].kind == wordToken || c.t.has(hi, hi+1, "and", ",", "-") && hi+1 < sent.hi && c.t.tok[hi+1].is(flagCapital)) {
		hi++
	}
	if hi < sent.hi && c.t.tok[hi].kind == wordToken && c.t.tok[hi].class&(classPreposition|classConjunction|classAnd|classAuxiliary|classModal) == 0 {
		return nil // "Asian cars"
	}
	return c.partiesAt(at, hi)
}

// leftOut says that somebody is named only as one whom the measure does not hit: "does not apply
// to Altland".
func (r *actReader) leftOut(id string) bool {
	for i := r.a.hi; i+2 < r.sent.hi && i < r.a.hi+4; i++ {
		if negative(r.t.tok[i].low) && r.t.has(i+1, i+2, "apply", "extend", "affect", "cover", "concern") {
			return slices.ContainsFunc(r.res.mentions(r.t, i, r.sent.hi), func(m mention) bool { return r.senderID(m) == id })
		}
	}
	return false
}

// described names the state that a text calls "the country" or "the regime" behind a
// measure: the last one that the sentence named before, which does not send it.
func (c *signalContext) described(sent stretch, a *anchor, out *act) ([]string, bool) {
	i := c.callsItCountry(sent, a)
	if c.t.field != model.InText || i < 0 || c.ofLand(i-1, i+1) || i+1 < sent.hi && c.t.has(i+1, i+2, "of", "in", "that", "which", "'s") || len(out.targets) == 1 && c.kindOf(out.targets[0]) == model.State {
		return nil, false
	}
	ms := c.res.mentions(c.t, sent.lo, max(a.np, min(i, a.hi)))
	for k := len(ms) - 1; k >= 0; k-- {
		if id := c.senderID(ms[k]); c.kindOf(id) == model.State && !slices.Contains(out.senders, id) {
			return []string{id}, true
		}
	}
	return nil, false
}

// kindOf returns the kind of an actor, empty for one that the directory does not know.
func (c *signalContext) kindOf(id string) model.ActorKind {
	x, _ := c.res.dir.Find(id)
	return x.Kind
}

// onThem says that a text names whom a measure is on by a pronoun: another sentence says
// who that is.
func (c *signalContext) onThem(sent stretch, a *anchor) bool {
	return c.t.field == model.InText && c.t.has(a.hi, a.hi+1, "on", "against") && c.t.has(a.hi+1, min(a.hi+2, sent.hi), "him", "her", "them")
}

// strangers names those hit that the directory does not know.
func (c *signalContext) strangers(lo, hi int) []string {
	for lo < hi && !c.t.tok[lo].is(flagCapital) {
		if c.t.tok[lo].kind != wordToken && c.t.tok[lo].kind != quoteToken || lo > hi {
			return nil
		}
		lo++
	}
	if lo >= hi || c.t.field == model.InTitle && c.titleCase() {
		return nil
	}
	return c.partiesAt(lo, hi)
}

// partiesAt names those whom nobody may know in tokens lo to hi, by their capitals.
func (c *signalContext) partiesAt(lo, hi int) []string {
	var out []string
	for _, p := range c.res.parties(c.t, lo, hi) {
		if whole := c.capitals(p.lo, hi); c.t.field == model.InText && p.actor < 0 && whole-p.lo > 1 && c.in("trading-as", whole-1) {
			p.id = kebab(c.t.raw(p.lo, whole)) // a firm is called by all of its name
		}
		if from := c.familyName(p.lo, p.hi); p.actor < 0 && from > p.lo {
			p.id = kebab(c.t.raw(from, p.hi))
		}
		if p.id == model.Unnamed || c.in("waters", p.hi-1) || c.in("bearings", p.lo) && p.hi == p.lo+1 || c.res.lex.of(&c.t.tok[p.lo])&classTime != 0 {
			continue
		}
		out = append(out, p.id)
	}
	if k := &c.t.tok[lo]; len(out) == 0 && k.is(flagAllCaps) && len(k.low) > 2 && c.res.noun(k) == 0 && (lo+1 >= len(c.t.tok) || c.t.tok[lo+1].kind != numberToken) {
		return []string{k.low} // "TPLF hardliners"
	}
	return out
}

// capitals finds the end of the words with capitals that begin at lo, with the small words that
// stand within a name: "Karim al-Ovezi", "Ferrant Oil and Gas Enterprise".
func (c *signalContext) capitals(lo, hi int) int {
	first := lo
	for lo < hi && c.t.tok[lo].kind == wordToken {
		k := &c.t.tok[lo]
		inside := lo > first && lo+1 < hi && c.t.tok[lo+1].is(flagCapital)
		switch {
		case k.is(flagCapital), lo > first && (strings.HasPrefix(k.low, "al-") || strings.HasPrefix(k.low, "el-")):
		case inside && k.low == "and" && c.goodsAt(lo-1) != "" && c.goodsAt(lo+1) != "":
		default:
			return lo
		}
		lo++
	}
	return lo
}
