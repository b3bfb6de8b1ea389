package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Measures that go before they hold, and whose measure it is that its sentence tells of only by the
// way: by an answer to it, by who joins it, by where it keeps somebody.

// droppedBehind is the token of the verb behind i that takes a measure back before it begins, where
// the one at i tells when it was to begin: "tariffs due to take effect on Friday were dropped";
// 0 for none.
func (c *signalContext) droppedBehind(sent stretch, i int) int {
	for j := i; j < sent.hi && j < i+18; j++ {
		k := &c.t.tok[j]
		if w, _, ok := c.words.ladder.match(c.t.tok, j); ok && w.form == formPast && (w.deed.relieves() || w.deed == deedDefer) && (c.t.field == model.InTitle && c.goesOn(j+1, sent.hi) || c.skipBack(sent, j) < j) {
			return j
		}
		switch {
		case k.low == "," && j+1 < sent.hi && c.res.lex.of(&c.t.tok[j+1])&classAuxiliary != 0:
		case k.kind == stopToken, k.low == ",", k.low == ";", k.low == ":", c.res.lex.of(k)&(classAnd|classConjunction|classConditional|classRelative) != 0:
			return 0
		}
	}
	return 0
}

// beforeItBegan reads what is done with a measure that was still to begin as putting it off: it
// never held, and cannot be lifted.
func (c *signalContext) beforeItBegan(a *anchor, ch *chain) {
	if ch.core.lo < a.hi || !ch.passive || ch.hasUpper || ch.negated || ch.core.deed != deedLift && ch.core.deed != deedSuspend {
		return
	}
	for i := a.hi; i+2 < ch.core.lo; i++ {
		if c.t.has(i, i+1, "due", "set", "scheduled", "supposed", "meant", "slated", "planned") && c.isTo(i+1) {
			if w, _, ok := c.words.ladder.match(c.t.tok, i+2); ok && w.deed == deedForce && starting(w.lead) {
				ch.core.deed = deedDefer
				if ch.modal == "to" {
					ch.modal = ""
				}
				return
			}
		}
	}
}

// keepsIn makes the state that somebody may not leave the sender of what keeps him there: "an
// exit ban in Ruritania", "barred from leaving Ruritania".
func (r *actReader) keepsIn() {
	if r.a.instrument != "travel-ban" {
		return
	}
	at := r.a.hi
	switch {
	case r.t.has(r.a.lo, r.a.hi, "exit"):
		if ms := r.res.mentions(r.t, r.a.np, r.a.lo); len(ms) == 1 && r.kindOf(r.senderID(ms[0])) == model.State {
			r.keptBy(r.senderID(ms[0]))
			return
		}
		for at < r.sent.hi && at < r.a.hi+9 && !r.t.has(at, at+1, "in", "leaving", "by") {
			at++
		}
	case r.t.has(r.a.lo, r.a.hi, "leaving"):
		at = r.a.hi - 1
	default:
		return
	}
	if m, ok := r.res.nameAt(r.t, r.skipDeterminers(at+1, r.sent.hi)); ok && r.kindOf(r.senderID(m)) == model.State && len(r.out.senders) == 0 {
		r.keptBy(r.senderID(m))
	}
}

// keptBy makes a state the sender of what keeps somebody else in.
func (r *actReader) keptBy(state string) {
	if len(r.out.senders) > 0 && !slices.Contains(r.out.targets, state) {
		return
	}
	r.out.senders = []string{state}
	r.out.targets = without(r.out.targets, r.out.senders)
}

// joining says that somebody takes part in the measure of another: "mulls joining Altland's
// sanctions". It is he who sends his own.
func (r *actReader) joining() bool {
	at := r.a.np - 1
	if r.t.field == model.InText && (!r.ch.hasUpper || r.ch.upper.deed != deedDemand) {
		return false
	}
	return r.t.has(at, at+1, "joining", "join", "joins", "joined") && at > r.sent.lo
}

// deniesOwn takes the state whose spokesman says that no measure was put on off those it is on.
func (r *actReader) deniesOwn() {
	if r.t.field != model.InText || r.out.action != "denied" || !r.ch.passive || r.ch.core.lo < r.a.hi || r.t.has(r.a.hi, min(r.ch.hi+6, r.sent.hi), "on", "against") {
		return
	}
	said := r.res.mentions(r.t, r.sent.lo, r.a.np)
	for i := r.sent.lo; i < r.a.np && len(said) == 1; i++ {
		if i >= said[0].hi && r.res.lex.of(&r.t.tok[i])&classSaid != 0 {
			r.out.targets = without(r.out.targets, r.senders(said))
			return
		}
	}
}

// boreThem takes who lives under measures, and acts since they were lifted, for the one they were on:
// "Ruritania has paid its debts since the lifting of sanctions".
func (r *actReader) boreThem() {
	own, before := r.out.senders, r.ch.core.lo-1
	if r.t.field != model.InText || r.out.direction != model.Relief || r.ch.core.form != formNoun || len(own) != 1 || len(r.out.targets)+len(r.inPhrase) > 0 || r.imposes(own[0]) || !r.words.measures["under"][own[0]] {
		return
	}
	if r.determined(before) {
		before--
	}
	if r.t.has(before, before+1, "since", "after", "following", "despite") {
		r.out.senders, r.out.targets = nil, own
	}
}

// answers says that a measure comes right behind the word by which a sentence tells what somebody
// answers with the act read before it: "vows countermeasures after", "retaliation over".
func (c *signalContext) answers(before *act, lo int) bool {
	if before.direction != model.Pressure || before.lo >= lo || before.hi > lo {
		return false
	}
	for i := before.hi; i < lo; i++ {
		if c.t.has(i, i+1, "after", "over", "for", "following") || c.t.has(i, i+1, "response", "retaliation", "answer", "reply") && c.t.has(i+1, i+2, "to", "for") {
			return true
		}
	}
	return false
}

// inRelative says that a text tells of what a verb does in a clause of its own behind a comma:
// "…, which bans".
func (c *signalContext) inRelative(a *anchor) bool {
	return a.verb && c.t.field == model.InText && c.t.has(a.lo-1, a.lo, "which") && c.t.has(a.lo-2, a.lo-1, ",")
}

// aimBack tells the last signal of a sentence, which hits nobody that it names, that it is on
// whoever sent what it answers.
func (c *signalContext) aimBack(out []model.Signal, before, now *act) {
	n := len(out) - 1
	if n < 0 || len(out[n].Target) > 0 || out[n].Action != before.action || !strings.HasPrefix(out[n].Rule, before.rule) || len(before.senders) != 1 || len(now.senders) != 1 || now.senders[0] == before.senders[0] || !done(now.action) || now.direction != model.Pressure {
		return
	}
	if len(now.targets) > 0 && !slices.Contains(now.targets, before.senders[0]) {
		return
	}
	if c.answers(before, now.lo) {
		out[n].Target = append(out[n].Target, now.senders[0])
	}
}
