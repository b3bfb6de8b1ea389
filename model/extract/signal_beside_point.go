package extract

import (
	"slices"

	"parley/model"
)

// Names in a sentence about a measure that are no party to it: whose goods somebody deals in,
// whose example somebody follows, who only stood in the way of it.

// soldTo says that a name only tells whose goods they are in which those deal that are hit, who
// are named before them: "Chinese buyers of Ruritanian oil".
func (c *signalContext) soldTo(m mention) bool {
	of := m.lo - 1
	if c.t.has(of, of+1, "the") {
		of--
	}
	if !c.t.has(of, of+1, "of") || !c.t.has(of-1, of, "buyers", "buyer", "importers", "importer", "customers", "purchasers", "sellers", "traders", "shippers", "refiners", "carriers", "distributors") {
		return false
	}
	_, ok := c.mentionEnding(stretch{max(0, of-7), of - 1}, of-1)
	return ok
}

// followsOne says that the verb at token i of a text tells whose example somebody follows:
// "followed the US with", "joined the Baltic states in".
func (c *signalContext) followsOne(sent stretch, i int) bool {
	if !c.t.has(i, i+1, "follow", "follows", "followed", "following") {
		return false
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi))
	return ok && c.t.has(m.hi, m.hi+1, "with", "in")
}

// stopsBuying says that a name only tells whose goods somebody is to do without who is no party by
// any name: "until it stopped buying Ruritanian oil".
func (c *signalContext) stopsBuying(m mention) bool {
	at := m.lo - 1
	if !c.t.has(at, at+1, "buying", "importing", "purchasing", "purchases", "imports", "of") || c.goodsAt(m.hi) == "" {
		return false
	}
	return c.any("ceasing", max(0, at-4), at) || c.t.has(max(0, at-4), at, "halt", "halts", "halted", "halting")
}

// answeredIf turns round a measure that is only supposed, where the main clause tells what whoever
// it would hit does then: "if Ruritania puts duties on us we will respond".
func (r *actReader) answeredIf() {
	if r.out.action != "threatened" || r.ch.core.deed.suffers() || !r.supposed(r.sent, r.a, r.ch) {
		return
	}
	for i := r.a.hi; i+1 < r.sent.hi; i++ {
		if r.t.has(i, i+1, "we") && r.t.has(i+1, i+2, "will", "would", "shall", "'ll", "must") {
			at := i + 2
			for at < r.sent.hi && r.res.lex.of(&r.t.tok[at])&(classAdverb|classAuxiliary) != 0 {
				at++
			}
			if !r.t.has(at, at+1, "respond", "retaliate", "answer", "react", "reciprocate", "hit", "strike", "reply", "counter", "match") {
				continue
			}
			own := r.whoSays(i)
			if slices.Equal(own, r.out.senders) {
				return
			}
			r.out.senders, r.out.targets = own, r.out.senders
			return
		}
	}
}

// whoSays names who says what stands at token i: the statement that holds it, or the one other party
// of the sentence that is named before or behind a verb of saying.
func (r *actReader) whoSays(i int) []string {
	for _, m := range r.res.mentions(r.t, i, r.sent.hi) {
		if id := r.senderID(m); !slices.Contains(r.out.senders, id) {
			return []string{id}
		}
	}
	for _, m := range r.res.mentions(r.t, r.sent.lo, r.a.np) {
		if id := r.senderID(m); !slices.Contains(r.out.senders, id) {
			return []string{id}
		}
	}
	return nil
}

// inTheWay takes the member who stood in the way of its union's measure off those it is on: "failed
// to agree on the package after Ruritania blocked it", "Ruritania lifted its veto and the package was
// adopted".
func (r *actReader) inTheWay() {
	if r.t.field != model.InText || len(r.out.targets) != 1 || !slices.Contains(r.out.senders, "eu") {
		return
	}
	for _, m := range r.res.mentions(r.t, r.sent.lo, r.sent.hi) {
		if r.senderID(m) == r.out.targets[0] && r.belong([]mention{m}, []string{"eu"}) && (r.any("resist", m.hi, min(m.hi+4, r.sent.hi)) || r.t.has(m.hi, min(m.hi+5, r.sent.hi), "veto", "vetoes", "objections", "objection", "resistance", "blockade")) {
			r.out.targets = nil
			return
		}
	}
}

// passedWithout finds the verb of a day of grace that went by in a text, and no measure came: "the
// deadline passed without any new sanctions"; 0 for none.
func (c *signalContext) passedWithout(sent stretch, a *anchor) int {
	at := a.np - 1
	for at > sent.lo && (c.determined(at) || c.t.has(at, at+1, "any", "new", "of", "sign", "word", "imposing", "announcing")) {
		at--
	}
	if !c.t.has(at, at+1, "without") {
		return 0
	}
	for i := at - 1; i > sent.lo && i > at-5; i-- {
		if c.t.has(i, i+1, "passed", "passes", "expired", "expires", "went", "lapsed", "slipped") && c.t.has(max(sent.lo, i-8), i, "deadline", "date", "ultimatum", "deadlines") {
			return i
		}
	}
	return 0
}

// bowsTo says that the threat of a chain is what somebody does or does not give way to: "would not
// bow to threats of tariffs".
func (c *signalContext) bowsTo(ch *chain) bool {
	if ch.core.deed != deedThreaten || ch.core.form != formNoun && !c.t.has(ch.core.lo, ch.core.lo+1, "threats", "threat") {
		return false
	}
	to := ch.core.lo - 1
	for to > 0 && (c.determined(to) || c.t.tok[to].is(flagCapital) || genitive(&c.t.tok[to]) || c.t.has(to, to+1, "any", "such", "new")) {
		to--
	}
	return c.t.has(to, to+1, "to", "by", "in", "before") && c.t.has(max(0, to-3), to, "bow", "bows", "bowing", "bowed", "yield", "yields", "yielding", "give", "gives", "giving", "cave", "caving", "surrender", "bend", "submit", "intimidated", "cowed", "swayed", "deterred", "frightened", "bullied")
}

// endsInGoods says that what looks like a firm's name are a state's goods, since a measure on them
// stands behind it: "US steel tariffs".
func (c *signalContext) endsInGoods(m mention) bool {
	return c.goodsAt(m.hi-1) != "" && c.t.has(m.hi, m.hi+1, "tariff", "tariffs", "duty", "duties", "levy", "levies", "quota", "quotas", "curbs", "and")
}

// letIn reads whom a state lets in by leave from a measure: it gives the leave, and he is under the
// measure: "the Ruritanian minister was let into Altland under a waiver".
func (r *actReader) letIn() {
	if r.t.field != model.InText || r.out.direction != model.Relief || r.a.instrument != "licence" {
		return
	}
	for i := r.a.np - 1; i > r.sent.lo && i > r.a.np-12; i-- {
		if !r.t.has(i, i+1, "in", "into", "to") || !r.t.has(i-1, i, "let", "allowed", "admitted", "permitted", "entry", "enter") {
			continue
		}
		who := r.bearers(r.earlier(r.sent, i-1))
		if m, ok := r.res.nameAt(r.t, r.skipDeterminers(i+1, r.sent.hi)); ok {
			r.out.senders = r.senders([]mention{m})
		}
		if len(who) > 0 {
			r.out.senders = without(r.out.senders, who)
			r.out.targets = who
		}
		return
	}
}

// ofPlanOpposed reads what a plan would do against which the subject of a text is, who does nothing of
// it: "vetoed the package because it would end", "opposes the plan, which would ban".
func (r *actReader) ofPlanOpposed() {
	at := r.skipBack(r.sent, r.ch.lo) - 1
	if r.t.field != model.InText || r.out.direction != model.Pressure || r.ch.modal != "would" || r.ch.hasUpper || at <= r.sent.lo || !r.t.has(at, at+1, "it", "which", "that") || len(r.doers) == 0 {
		return
	}
	plan := 0
	for i := at - 1; i > r.sent.lo && i > at-8; i-- {
		if plan == 0 && (r.in("project", i) || r.t.has(i, i+1, "package", "law", "text")) {
			plan = i
		}
		w, _, ok := r.words.ladder.match(r.t.tok, i)
		if plan == 0 || !ok || w.deed != deedOppose && w.deed != deedRefuse {
			continue
		}
		r.out.action, r.out.senders = "opposed", nil
		if r.belong(r.doers, []string{"eu"}) {
			r.out.senders = []string{"eu"}
		}
		return
	}
}

// warnedEffect says that somebody in a text warns of what a measure, which is there already, does, and
// does not threaten with it: "warned that the sanctions on Ruritania would push up prices".
func (c *signalContext) warnedEffect(sent stretch, a *anchor) bool {
	that := a.np - 1
	for that > sent.lo && (c.determined(that) || c.t.has(that, that+1, "that")) {
		that--
	}
	if c.t.field != model.InText || !c.t.has(max(sent.lo, a.np-1), a.lo, "the", "these", "those") || !c.t.has(that, that+1, "warned", "warns", "warning", "cautioned", "feared") {
		return false
	}
	for i := a.hi; i+1 < sent.hi && i < a.hi+judgedReach; i++ {
		if k := &c.t.tok[i]; k.kind == stopToken || k.low == "," {
			return false
		}
		if c.t.has(i, i+1, "would", "will", "could", "may", "might") {
			return !c.t.has(i+1, i+2, "be", "follow", "come", "hit", "return", "take", "apply", "remain", "stay", "continue", "go", "rise", "double", "start", "begin", "kick", "snap", "not")
		}
	}
	return false
}
