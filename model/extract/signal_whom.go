package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Whom names stand for when they send a measure, bear it or are given relief.

// hitBySubject says that a state in a measure's phrase is the one that is hit, since
// somebody else of the first rank does something with it: "Trump delays EU tariffs".
func (c *signalContext) hitBySubject(subject []mention, own, inside []string) bool {
	if c.t.field != model.InTitle || len(own) == 0 || len(inside) != 1 || slices.Contains(own, inside[0]) {
		return false
	}
	x, ok := c.res.dir.Find(inside[0])
	if !ok || x.ID == "un" || x.Kind != model.State && x.Kind != model.Bloc {
		return false
	}
	for _, m := range subject {
		if !c.in("sender", m.lo) {
			return false
		}
	}
	return true
}

// belong says that a subject is a member of the bloc that sends: it holds a measure
// up and is not hit by it.
func (c *signalContext) belong(subject []mention, senders []string) bool {
	if !slices.Contains(senders, "eu") {
		return false
	}
	for _, m := range subject {
		if side := c.res.actors[m.actor].Side; side != "europe" {
			return false
		}
	}
	return len(subject) > 0
}

// senderID names a sender: the state or body that a person acts for.
func (c *signalContext) senderID(m mention) string {
	actor := c.res.actors[m.actor]
	if owner := c.ownerOf(m); owner != "" {
		return owner
	}
	if c.t.field == model.InText && c.words.measures["rebels"][actor.ID] {
		return actor.ID // no state does what they do
	}
	if actor.State != "" && actor.Kind != model.State && actor.Kind != model.Bloc {
		return actor.State
	}
	return actor.ID
}

func (c *signalContext) senders(ms []mention) []string {
	var out []string
	for _, m := range ms {
		if id := c.senderID(m); !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// ownerOf names the state or the bloc whose organ is meant in a text where the directory knows
// that name as another's: "Brazil's Supreme Court", "the ECOWAS Commission"; empty for none.
func (c *signalContext) ownerOf(m mention) string {
	at := m.lo
	if c.t.has(at-2, at-1, "peace") && c.t.has(at-1, at, "and") {
		at -= 2 // "Peace and Security Council"
	}
	x := c.res.actors[m.actor]
	if c.t.field != model.InText || at < 1 || x.Kind != model.Organisation && m.how != byOffice {
		return ""
	}
	his := genitive(&c.t.tok[at-1])
	if his {
		at--
	}
	owner, ok := c.mentionEnding(stretch{max(0, at-6), at}, at)
	if !ok {
		return ""
	}
	if o := c.res.actors[owner.actor]; o.Kind == model.State && his || o.Kind == model.Bloc && o.ID != "european-leaders" {
		return o.ID
	}
	return ""
}

// bearers names those who ask for relief: companies by themselves, all others by their
// state.
func (c *signalContext) bearers(ms []mention) []string {
	var out []string
	for _, m := range ms {
		id := c.senderID(m)
		if actor := c.res.actors[m.actor]; c.words.measures["firms"][actor.ID] {
			id = actor.ID
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// asTargets names those hit: persons by themselves unless they lead a state.
func (c *signalContext) asTargets(ms []mention) []string {
	var out []string
	longer := 0 // where a name ends that only begins with a known one
	for _, m := range ms {
		if m.lo < longer {
			continue
		}
		actor := c.res.actors[m.actor]
		id := actor.ID
		if longer = c.longerName(m); longer > m.hi {
			if id = c.nameID(m.lo, longer); !slices.Contains(out, id) {
				out = append(out, id)
			}
			continue
		}
		if c.buysFrom(m) {
			continue // whose goods they buy is not hit
		}
		if actor.Kind == model.Person && actor.State != "" && (m.hi+1 < len(c.t.tok) && genitive(&c.t.tok[m.hi]) && !(c.t.field == model.InText && c.any("belongings", m.hi+1, min(m.hi+3, len(c.t.tok)))) || c.t.field == model.InText && c.t.has(m.lo-1, m.lo, "of") && (c.in("friends", m.lo-2) || c.in("callings", m.lo-2)) || c.ofRule(m)) {
			id = actor.State // "members of his inner circle" are hit as his state's
		}
		if !c.persons && c.t.field == model.InTitle && c.leads(actor) || !c.persons && m.how == byOffice && actor.State != "" && (c.t.field == model.InTitle || !c.t.tok[m.hi-1].is(flagCapital)) || c.people(actor) {
			id = actor.State
		}
		if actor.Kind == model.Organisation && actor.State != "" && (!c.words.measures["firms"][actor.ID] || c.endsInGoods(m)) {
			id = actor.State
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// recipient finds who is given relief: "grants X a reprieve", "gives X's unit a waiver".
func (c *signalContext) recipient(sent stretch, ch *chain, a *anchor) []mention {
	if c.t.field != model.InTitle || !ch.core.deed.relieves() && ch.core.deed != deedDefer {
		return nil
	}
	for i := ch.core.hi - 1; i > sent.lo && i > ch.core.hi-7; i-- {
		if c.in("give", i) {
			hi := a.lo
			if i < ch.core.lo {
				hi = ch.core.lo
			}
			return c.res.mentions(c.t, i+1, hi)
		}
	}
	return nil
}

// dealWith names the great power that a deal was struck with, before a measure in a
// headline.
func (c *signalContext) dealWith(sent stretch, a *anchor) string {
	if c.t.field != model.InTitle {
		return ""
	}
	for _, m := range c.res.mentions(c.t, sent.lo, a.np) {
		if id := c.senderID(m); (id == "usa" || id == "eu" || id == "china") && c.t.has(m.lo-1, m.lo, "with") && (c.in("matters", m.lo-2) || c.t.has(m.lo-2, m.lo-1, "pact", "call", "meeting", "conversation") && c.t.has(m.hi, m.hi+1, "that", "which")) {
			return id
		}
	}
	return ""
}

// stranger names the one whom nobody knows and who opens a headline: one word, or two,
// with capitals right before the verb; empty for none.
func (c *signalContext) stranger(sent stretch, ch *chain) string {
	if c.t.field != model.InTitle || sent.lo >= ch.lo || c.t.tok[sent.lo].id != 0 || strings.HasSuffix(c.t.tok[sent.lo].low, "s") {
		return ""
	}
	hi := c.skipBack(sent, ch.lo)
	if hi-sent.lo > 2 || hi <= sent.lo || c.titleCase() {
		return ""
	}
	for i := sent.lo; i < hi; i++ {
		if k := &c.t.tok[i]; k.kind != wordToken || !k.is(flagCapital) {
			return ""
		}
	}
	return kebab(c.t.raw(sent.lo, hi))
}

// strangerActs names the one whom nobody knows and who does what a headline tells, himself or
// by the holder of one of his posts: "Altland president threatens". Empty for none.
func (c *signalContext) strangerActs(sent stretch, ch *chain) string {
	if ch.passive || ch.core.deed.suffers() || ch.core.deed == deedLoom || sent.lo >= ch.lo {
		return ""
	}
	hi := sent.lo + 1
	for hi < ch.lo && c.t.tok[hi].is(flagCapital) && c.t.tok[hi].id == 0 {
		hi++
	}
	behind := hi
	if genitive(&c.t.tok[behind]) {
		behind++
	}
	if end, _ := c.res.officeAt(c.t, behind); end == c.skipBack(sent, ch.lo) && end > behind {
		return c.stranger(sent, &chain{lo: hi})
	}
	return c.stranger(sent, ch)
}

// people says that a group is the people of its state: "Russians".
func (c *signalContext) people(actor *model.Actor) bool {
	return actor.Kind == model.Group && actor.State != "" && c.states[strings.TrimSuffix(strings.ToLower(actor.Name), "s")] == actor.State
}

// leads says that a person heads a state, so that what hits them hits it.
func (c *signalContext) leads(actor *model.Actor) bool {
	if actor.Kind != model.Person || actor.State == "" {
		return false
	}
	for _, h := range actor.Holds {
		body, posts, _ := strings.Cut(h, ":")
		if body != actor.State {
			continue
		}
		for _, post := range strings.Split(posts, ",") {
			if c.words.measures["leader"][strings.TrimSpace(post)] {
				return true
			}
		}
	}
	return false
}

// namedAsSource says that a name in a measure's own phrase is of who sends it, whatever measure it is: in the
// genitive, with a word that says so, or of those who impose most.
func (c *signalContext) namedAsSource(m mention) bool {
	if m.hi < len(c.t.tok) && genitive(&c.t.tok[m.hi]) || c.in("source", m.lo) {
		return true
	}
	switch actor := c.res.actors[m.actor]; actor.Kind {
	case model.Bloc, model.Person:
		return true
	case model.Organisation:
		return actor.ID == "un" || c.words.measures["imposer"][actor.State] && !c.words.measures["firms"][actor.ID]
	default:
		return actor.ID == "usa" || actor.ID == "uk" || actor.ID == "un"
	}
}

// impliesSource says that an adjective in a measure's own phrase is of who sends it, as it is of most states:
// "Ruritanian sanctions".
func (c *signalContext) impliesSource(a *anchor, m mention) bool {
	if m.how != byAdjective {
		return false
	}
	return !c.words.measures["usual-target"][c.res.actors[m.actor].ID] || c.t.field == model.InText && c.t.has(a.hi, a.hi+1, "on", "against")
}

// inside reads the names within a measure's own phrase: "US sanctions" has its
// sender there, "Iran sanctions" its target.
func (c *signalContext) inside(a *anchor) (sources, targets []string) {
	for _, m := range c.res.mentions(c.t, a.np, a.lo) {
		actor := c.res.actors[m.actor]
		ownSky := c.t.has(a.lo, a.hi, "airspace") // which nobody else closes
		if ownSky || c.namedAsSource(m) || c.impliesSource(a, m) {
			sources = append(sources, c.senderID(m))
		} else {
			targets = append(targets, actor.ID)
		}
	}
	if len(sources) == 0 && len(targets) == 1 && (c.onAnother(a, targets[0]) || c.t.field == model.InTitle && a.instrument == "tariff" && a.lo > a.np && c.goodsAt(a.lo-1) != "" && c.t.has(a.np-1, a.np, "by") && c.kindOf(targets[0]) == model.State && len(c.res.mentions(c.t, 0, a.np-1)) > 0) {
		sources, targets = targets, nil // "Ruritania sanctions on Altland"
	}
	for i := a.np; i < a.lo && len(targets) == 0 && len(sources) == 0; i++ {
		if id := c.linked(i); id != "" {
			targets = append(targets, id)
		}
	}
	for i := a.np; i < a.lo && len(sources) == 0; i++ {
		if low := c.t.tok[i].low; low == "western" || low == "west" {
			sources = append(sources, "west")
		} else if low == "european" && c.t.field == model.InText && len(targets) == 0 {
			sources = append(sources, "eu")
		}
	}
	return sources, targets
}

// linked names the state in "Iran-related", "Moscow-backed" at token i.
func (c *signalContext) linked(i int) string {
	name, rest, ok := strings.Cut(c.t.tok[i].low, "-")
	if !ok || rest != "related" && rest != "linked" && rest != "backed" && rest != "based" && rest != "flagged" && rest != "owned" && rest != "made" && rest != "origin" {
		return ""
	}
	return c.states[name]
}

// organs keeps a subject that acts for the state that would impose: "British
// lawmakers", "a U.S. congressional report".
func (c *signalContext) organs(ms []mention) []string {
	if len(ms) == 0 {
		return nil
	}
	m := ms[len(ms)-1]
	if c.t.has(m.hi, m.hi+2, "opposition") {
		return nil // it imposes nothing
	}
	if actor := c.res.actors[m.actor]; actor.Kind == model.Group && actor.State != "" && !c.people(actor) {
		return c.senders([]mention{m})
	}
	if c.in("organs", m.hi) || c.in("organs", m.hi+1) || c.res.actors[m.actor].State != "" && c.res.actors[m.actor].Kind == model.Organisation {
		return c.senders([]mention{m})
	}
	return nil
}
