package extract

import (
	"slices"
	"strings"

	"parley/model"
)

//go:generate go run ./learn/train

// Where the rules say nothing of a measure, what was learnt from sentences is asked:
// see package learn. It weighs the words around the mention and says which rung of
// the ladder they are most like, or none. Who sends it and who is hit is read as ever.
// In a headline it is asked too where the rules know no verb and only guess.

// learnt reads what is done with a measure of a text by what was learnt, or that nothing is.
func (c *signalContext) learnt(sent stretch, a *anchor) (act, bool) {
	if c.t.has(a.np-8, a.np, "instead") || c.t.has(a.np-2, a.np-1, "rather") || c.beside(a) || c.t.field == model.InText && c.t.has(a.hi, a.hi+1, "include", "includes", "included", "comprise", "comprised") || c.t.field == model.InTitle && (c.sporty(sent) || c.isMatter(a)) {
		return act{}, false // "instead of voting on sanctions", "the sanctions include", told of what they include
	}
	if c.neither(sent, a) || c.doubtedBefore(sent, a.np) {
		return act{}, false
	}
	known := *a
	ch, _, told := c.governing(sent, &known)
	if told && (a.worded && ch.negated || c.onlyTalk(sent, &known, &ch) || c.nothingYet(sent, &known, &ch) || c.debated(&known, &ch) || c.t.field == model.InTitle && ch.core.deed.relieves() && c.attempted(&ch)) {
		return act{}, false // the rules know it for no signal
	}
	var v view
	s := c.weigh(&v, sent, a)
	best, ok := s.Decide()
	if !ok && !told && c.t.field == model.InText {
		best, ok = s.Lean()
	}
	if !ok || told && ch.negated && done(LearnedActions[best]) {
		return act{}, false
	}
	action := LearnedActions[best]
	if c.t.field == model.InTitle && onlyMeant[action] && c.t.has(max(sent.lo, a.np-8), a.np, "won't", "not", "didn't", "doesn't", "don't", "never", "denies", "denied", "refuses") {
		return act{}, false // "won't call Altland to beg over tariffs", "didn't impose sanctions"
	}
	if c.t.has(a.np-1, a.np, "over") && (action == "refused-relief" || action == "denied") {
		return act{}, false // "ruled out talks with Altland over the tariffs"
	}
	if action == "threatened" && c.warnedEffect(sent, a) {
		return act{}, false
	}
	if c.t.field == model.InTitle && directionOf(action) == model.Relief && c.t.has(a.np-1, a.np, "if", "once", "unless") {
		return act{}, false // "to come back if sanctions are lifted" says of something else
	}
	if action == "expired" && c.stillRuns(sent, a) {
		if action = "in-force"; a.instrument == "licence" {
			action = "licensed"
		}
	}
	ch = c.around(sent, a, action)
	out := act{
		lo: min(a.np, ch.lo), hi: max(a.hi, ch.hi), action: action, direction: directionOf(action), rule: "signal-learned",
	}
	out.condition = c.condition(sent, &ch, a)
	c.parties(sent, a, &ch, &out)
	if c.onlyWhen(a) {
		out.senders, _ = c.inside(a)
	}
	if !c.hitsSomebody(sent, a, &out, 1-s[noAction]) || c.ofNoState(sent, &out) || c.elsewhere(sent, a, &ch, &out) || action == "in-force" && c.tried(sent) && !c.saysWhom(sent, a) {
		return act{}, false // what hits nobody may be mere talk
	}
	out.sector = c.sector(sent, a)
	out.temporary = action == "licensed" || c.temporary(sent, a, &ch)
	out.historical = c.historical(sent, &ch, a)
	c.dates(sent, a, &ch, &out)
	out.rule += ":" + c.reasons(&v, sent, a, best)
	return out, true
}

// onlyMeant are actions by which nothing is done yet, and which a "not" before the measure takes back.
var onlyMeant = map[string]bool{"demanded": true, "announced": true, "considered": true, "offered": true, "called-for": true}

// onlyWhen says that a text names a measure only for the time, or the reason, of what somebody does, who
// so need not send it: "stopped its purchases after the sanctions on".
func (c *signalContext) onlyWhen(a *anchor) bool {
	at := a.np - 1
	for at > 0 && c.determined(at) {
		at--
	}
	return c.t.field == model.InText && at >= 0 && c.t.has(at, at+1, "after", "following", "despite", "amid", "since")
}

// stillRuns says that a text tells when a measure is to run out, and not that it has: "expires on".
func (c *signalContext) stillRuns(sent stretch, a *anchor) bool {
	for i := a.hi; i < sent.hi; i++ {
		if c.t.has(i, i+1, "expires", "lapses") || c.t.has(i, i+1, "expire", "lapse") && (c.isTo(i-1) || c.modalAt(i-1) == "will") {
			return c.t.field == model.InText
		}
	}
	return false
}

// hitsSomebody says that whom a measure is on, or whose it is, is known as far as its name
// leaves a doubt that one of states is meant. A text that is as good as sure needs less.
func (c *signalContext) hitsSomebody(sent stretch, a *anchor, out *act, chance float64) bool {
	sure := c.t.field == model.InText && chance >= surelyLoose
	switch {
	case a.weak && sure:
		return len(out.targets) > 0 && c.amongStates(sent) && (c.plausible(out) || c.t.has(a.hi, a.hi+1, "on", "against", "targeting"))
	case a.weak:
		return len(out.targets) > 0 && c.plausible(out)
	case len(out.targets) > 0:
		return true
	case a.loose || c.t.field == model.InTitle:
		return false
	}
	return sure && !c.sporty(sent) && !c.domestic(sent)
}

// weigh finds the chance of each action of a measure.
func (c *signalContext) weigh(v *view, sent stretch, a *anchor) Scores {
	var s Scores
	c.features(v, sent, a, func(feature []byte) {
		for _, x := range c.learned.of(feature) {
			s[x.action] += float64(x.weight) / 100
		}
	})
	s.Chances()
	return s
}

// deedOf is what the chain of a learned action would say, for those who read its parties.
var deedOf = map[string]deed{
	"floated": deedFloat, "threatened": deedThreaten, "announced": deedAnnounce, "imposed": deedImpose, "in-force": deedForce,
	"tightened": deedTighten, "called-for": deedDemand, "demanded": deedDemand, "considered": deedFloat, "offered": deedAgree, "licensed": deedLicense,
	"eased": deedEase, "suspended": deedSuspend, "lifted": deedLift, "deferred": deedDefer, "denied": deedDeny, "opposed": deedOppose,
	"refused-relief": deedRefuse, "expired": deedExpire,
}

// around makes the chain that a measure would hang on, for those who read its parties.
func (c *signalContext) around(sent stretch, a *anchor, action string) chain {
	ch := chain{lo: a.np, hi: a.np, core: link{max(a.np-1, sent.lo), a.np, ladderWord{deed: deedOf[action], form: formBase}}}
	switch {
	case a.verb:
		ch.core.lo, ch.core.hi, ch.lo, ch.hi = a.lo, a.hi, a.lo, a.hi
		before, _ := c.tokenBefore(sent, a.lo)
		ch.passive = a.passive || isBe(before)
		ch.core.form = c.words.formOf(c.t.tok[a.lo].low)
	case a.hi < sent.hi && c.res.lex.of(&c.t.tok[a.hi])&(classAuxiliary|classModal) != 0:
		ch.lo, ch.hi, ch.core.lo, ch.core.hi = a.hi, a.hi+1, a.hi, a.hi+1
		ch.passive = true
	default:
		c.verbs(sent, a, &ch)
	}
	if action != "in-force" && done(action) && !a.verb {
		ch.core.form = formPast // so that a year behind it makes it history
	}
	return ch
}

// verbs finds the verb between who acts and who is hit "with" a measure, and the one
// between who asks and who is asked "to" do something.
func (c *signalContext) verbs(sent stretch, a *anchor, ch *chain) {
	ms := c.res.mentions(c.t, sent.lo, a.np)
	if len(ms) < 2 {
		return
	}
	asks, asked := ms[len(ms)-2], ms[len(ms)-1]
	switch {
	case c.t.has(a.np-1, a.np, "with") && asks.hi < asked.lo:
		ch.lo, ch.with, ch.core.lo, ch.core.hi = asks.hi, true, asks.hi, asks.hi+1
	case ch.core.deed == deedDemand && asks.hi < asked.lo && asked.hi+1 < a.np && c.t.has(asked.hi, asked.hi+1, "to"):
		ch.lo, ch.hasUpper, ch.upper = asks.hi, true, link{asks.hi, asks.hi + 1, ladderWord{deed: deedDemand, form: formPast}}
		ch.core.lo, ch.core.hi = asked.hi+1, asked.hi+2
	}
}

// sameKind says that one of the measures before is of the same kind: of it the sentence
// has told already.
func sameKind(before []anchor, a *anchor) bool {
	return slices.ContainsFunc(before, func(b anchor) bool { return b.instrument == a.instrument })
}

// reasons names the two features that spoke most for an action, so that an editor sees
// why it was read.
func (c *signalContext) reasons(v *view, sent stretch, a *anchor, action int) string {
	var words [2]string
	var most [2]int16
	c.features(v, sent, a, func(feature []byte) {
		for _, x := range c.learned.of(feature) {
			switch name := string(feature); {
			case int(x.action) != action || name == words[0]:
			case x.weight > most[0]:
				most[1], words[1] = most[0], words[0]
				most[0], words[0] = x.weight, name
			case x.weight > most[1]:
				most[1], words[1] = x.weight, name
			}
		}
	})
	return strings.Join(words[:], ",")
}
