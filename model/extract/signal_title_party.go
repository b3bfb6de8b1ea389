package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who sends what a headline tells of a measure where only who speaks, refuses or is spoken
// to says it.

// imposes says that somebody puts measures on others: a state that is known for it, or a bloc.
func (c *signalContext) imposes(id string) bool {
	return c.words.measures["imposer"][id] || c.words.measures["powers"][id] || c.kindOf(id) == model.Bloc
}

// declines says that a headline tells of one who could put a measure on another that he will
// not: "Altland rejects tariffs on Ruritania". Who is under it, or who has no such power, only
// speaks against the measure of somebody else, unless the verb speaks of his own plans.
func (r *actReader) declines() bool {
	core := &r.ch.core
	refuses := core.deed == deedRefuse || core.deed == deedDemand && r.ch.hasUpper && r.ch.upper.deed == deedRefuse
	if r.t.field != model.InTitle || r.out.action != "opposed" || !refuses || r.ch.passive || r.out.direction != model.Pressure {
		return false
	}
	own := r.senders(r.subject(r.sent, r.ch))
	sources, inside := r.inside(r.a)
	if len(own) != 1 || len(without(sources, own)) > 0 || slices.Contains(or2(r.targets(r.sent, r.a, *r.ch), inside), own[0]) {
		return false
	}
	if balks(core.lead) && r.t.has(core.hi-1, core.hi, "at") {
		return false // "lawmakers balk at"
	}
	return r.words.measures["own-plans"][core.lead] || r.imposes(own[0])
}

// holdsOn says that the verb of a refusal in a headline tells that a measure is to stay: "stands
// firm on sanctions", "insists on keeping".
func (r *actReader) holdsOn() bool {
	if r.t.field != model.InTitle || r.ch.core.deed != deedRefuse || r.out.action != "opposed" {
		return false
	}
	return r.any("holding-on", r.ch.core.lo, r.ch.core.hi)
}

// plainlyNot says that a headline tells that somebody will not put a measure on, without a word
// that it may still come: "will not sanction", but not "will not yet sanction".
func (r *actReader) plainlyNot() bool {
	if r.t.field != model.InTitle || r.out.action != "deferred" || !r.ch.negated || r.ch.hasUpper && r.ch.upper.deed != deedDecide || r.ch.core.deed != deedImpose && r.ch.core.deed != deedTighten {
		return false
	}
	return !r.any("for-now", r.sent.lo, r.sent.hi)
}

// toldByItself names the state that speaks a headline in which a measure on another comes,
// holds or is kept, where nothing else says whose it is: "Sanctions on Ruritania loom, Altland
// says". Nil for none.
func (r *actReader) toldByItself() []string {
	if len(r.out.senders) > 0 || len(r.out.targets) == 0 || r.ch.bare || r.ch.core.deed == deedEvade || r.out.action == "opposed" || r.out.action == "called-for" || r.out.action == "demanded" || r.out.action == "expired" {
		return nil
	}
	if r.out.action == "in-force" && !starting(r.ch.core.lead) && !strings.Contains(r.ch.core.lead, "stay") && !strings.Contains(r.ch.core.lead, "remain") {
		return nil // what it does to those who bear it others tell as well
	}
	span := r.t.span(r.a.lo, r.a.hi)
	for _, sp := range r.spokenSpans() {
		if int(sp.lo) > span[0] || span[1] > int(sp.hi) {
			continue
		}
		who, ok := r.res.dir.Find(r.said[sp.by].Speaker.Actor)
		if !ok || r.words.measures["firms"][who.ID] || r.words.measures["never-senders"][who.ID] {
			continue
		}
		id := who.ID
		if who.State != "" && who.Kind != model.State && who.Kind != model.Bloc {
			id = who.State
		}
		if kind := r.kindOf(id); (kind == model.State || kind == model.Bloc) && !slices.Contains(r.out.targets, id) {
			return []string{id}
		}
	}
	return nil
}

// onAnother says that the phrase of a measure in a headline goes on with "on" and a state other
// than the one named in it, which so is the one that sends it; likewise where import or export
// curbs hit another: "Altland import curbs hit Ruritanian weavers".
func (c *signalContext) onAnother(a *anchor, inside string) bool {
	hits := c.t.field == model.InTitle && c.t.has(a.lo, a.lo+1, "import", "export") && c.t.has(a.hi, a.hi+1, "hit", "hits", "hurt", "hurts", "squeeze", "squeezes", "rattle", "rattles", "batter", "batters", "choke", "chokes")
	hits = hits || c.t.field == model.InTitle && a.instrument == "tariff" && a.lo > a.np && c.goodsAt(a.lo-1) != "" && c.t.has(a.hi, a.hi+1, "hit", "hits", "hurt", "hurts", "squeeze", "squeezes", "batter", "batters", "slam", "slams")
	if !hits && !c.t.has(a.hi, a.hi+1, "on", "against") && !(c.t.field == model.InText && c.t.has(a.hi, a.hi+1, "of")) || c.kindOf(inside) != model.State {
		return false
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(a.hi+1, len(c.t.tok)))
	return ok && c.senderID(m) != inside && !(hits && c.senderID(m) == "usa" && c.any("metals", a.lo-1, a.lo)) && !c.words.measures["usual-target"][inside]
}

// besideThePoint says that a name in a headline is one to whom others turn, or only tells of a
// meeting that is ahead: "turns to Ruritania", "ahead of Altland summit".
func (c *signalContext) besideThePoint(sent stretch, m mention) bool {
	if c.t.has(m.lo-1, m.lo, "to", "toward", "towards") && c.in("turning", m.lo-2) || c.t.has(m.lo-1, m.lo, "of") && c.t.has(m.lo-2, m.lo-1, "ahead") {
		return true
	}
	for i := m.hi; i < sent.hi && i < m.hi+3; i++ {
		if c.t.has(i, i+1, "meet", "meeting", "summit", "visit") && (c.t.has(m.lo-2, m.lo, "ahead", "before") || c.t.has(m.lo-3, m.lo, "ahead")) {
			return true
		}
	}
	return false
}

// handling says that a participle in a headline tells what those before it do with the goods of
// somebody else: "network moving Ruritanian oil".
func (c *signalContext) handling(i, hi int) bool {
	if c.t.field != model.InTitle || i+1 >= hi || c.words.formOf(c.t.tok[i].low) != formGerund || c.goodsAt(i) != "" {
		return false
	}
	m, ok := c.res.nameAt(c.t, i+1)
	return ok && m.how == byAdjective
}

// isNew says that the words lo to hi call something new. The word in "New Zealand" does not.
func (c *signalContext) isNew(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if c.t.has(i, i+1, "fresh", "latest") || c.t.has(i, i+1, "new") && !c.t.has(i+1, i+2, "zealand", "delhi", "york", "caledonia", "guinea") {
			return true
		}
	}
	return false
}

// wantsRelief says that a headline tells of one who puts measures on others that he wants to
// ease one of his own: it is a plan, and no plea.
func (c *signalContext) wantsRelief(sent stretch, a *anchor, ch *chain) bool {
	if !ch.hasUpper || ch.upper.deed != deedDemand || !ch.core.deed.relieves() || ch.passive || !c.in("wishing", ch.upper.lo) || !c.isTo(c.skipBack(sent, ch.core.lo)-1) {
		return false
	}
	sources, inside := c.inside(a)
	own := c.senders(c.subject(sent, ch))
	return len(own) == 1 && len(without(sources, own)) == 0 && c.imposes(own[0]) && c.skipBack(sent, ch.core.lo) <= ch.upper.hi+1 && !slices.Contains(or2(c.targets(sent, a, *ch), inside), own[0])
}

// opensClause says that a name behind a comma is the subject of a verb of its own, and not one
// more in a list: "…, Altland says", "…, Altland's minister warns". Of verbs without speech
// only headlines tell it by their form.
func (c *signalContext) opensClause(sent stretch, m mention) bool {
	i := m.hi
	if c.t.field == model.InTitle {
		for n := 0; n < 3 && i+1 < sent.hi && (genitive(&c.t.tok[i]) || c.in("organs", i) || c.in("agencies", i) || m.how == byAdjective && c.t.tok[i].class == 0 && i == m.hi); n++ {
			i++
		}
	}
	if c.t.tok[i].class&classSaid != 0 {
		return true
	}
	if c.t.field == model.InText {
		return false
	}
	w, _, ok := c.words.ladder.match(c.t.tok, i)
	return ok && w.form == formPresent && !c.measureAt(i) || c.in("reporting", i) || c.in("following-suit", i)
}

// spokenTo names the one to whom a headline says what it makes of a measure, or from whom relief
// is asked: "lashes out at Altland over", "asks Altland for", "Lift sanctions, Ruritania tells
// Altland". Nil for nobody.
func (r *actReader) spokenTo() []string {
	if r.out.action != "opposed" && r.out.action != "demanded" && r.out.action != "called-for" {
		return nil
	}
	for _, m := range r.res.mentions(r.t, r.sent.lo+1, r.sent.hi) {
		before := m.lo - 1
		for before > r.sent.lo && r.determined(before) {
			before--
		}
		asked := r.in("appealing", before)
		if m.lo >= r.a.hi {
			if asked && m.hi >= r.sent.hi-1 {
				return r.senders([]mention{m})
			}
			continue
		}
		after := m.hi
		for after < r.a.np && (r.in("organs", after) || r.in("messengers", after)) {
			after++
		}
		if (asked || r.t.has(before, before+1, "at", "to", "with", "from") && before > r.sent.lo) && r.t.has(after, after+1, "over", "for", "about", "on", "to", "against", ":") {
			return without(r.senders([]mention{m}), r.out.targets)
		}
	}
	return nil
}

// laysOnTable names the one who keeps a measure in play: "leaves sanctions on Ruritania on the
// table". Nil for nobody.
func (r *actReader) laysOnTable() []string {
	for i := r.a.np - 1; i < r.a.lo && r.ch.core.lo >= r.a.hi; i++ {
		if !r.in("laying", i) {
			continue
		}
		if m, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, i)); ok {
			return without(r.senders([]mention{m}), r.out.targets)
		}
	}
	return nil
}

// agentBehind names who stands behind "by" after a measure, whatever its verb: "faces sanctions
// by Altland". What others made or hold is theirs: "tariffs on cars made by". Nil for nobody.
func (r *actReader) agentBehind() []string {
	for i := r.a.hi; i+1 < r.sent.hi && i < r.a.hi+6; i++ {
		if !r.t.has(i, i+1, "by") {
			if k := &r.t.tok[i]; k.kind != wordToken && !genitive(k) {
				return nil
			}
			continue
		}
		_, named := r.mentionEnding(r.sent, i)
		m, ok := r.res.nameAt(r.t, r.skipDeterminers(i+1, r.sent.hi))
		if !ok || i > r.a.hi && !named || r.words.measures["firms"][r.res.actors[m.actor].ID] {
			return nil
		}
		return without(r.senders([]mention{m}), r.out.targets)
	}
	return nil
}

// membersSpeak puts the Union in the place of a member that is told in a headline to speak
// against what the Union does to another.
func (r *actReader) membersSpeak() {
	if r.out.action == "opposed" && slices.Contains(r.out.targets, "eu") && len(r.out.targets) > 1 && r.belong(r.doers, []string{"eu"}) {
		r.out.senders, r.out.targets = []string{"eu"}, without(r.out.targets, []string{"eu"})
	}
}

// leaderTells names the state whose leader tells in a headline that another puts off or takes
// back a measure, where nobody else is named: "President Ovezov says Altland's tariffs delayed".
func (r *actReader) leaderTells() []string {
	ms := r.res.mentions(r.t, r.sent.lo, r.sent.hi)
	if r.out.direction != model.Relief || len(r.out.senders) == 0 || len(ms) == 0 || ms[0].lo != r.sent.lo || ms[0].hi >= r.sent.hi || r.t.tok[ms[0].hi].class&classSaid == 0 || !r.leads(r.res.actors[ms[0].actor]) {
		return nil
	}
	return without(r.senders(ms[:1]), r.out.senders)
}
