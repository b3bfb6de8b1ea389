package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// What else a sentence of a text tells of a measure of which it has told what is done with it:
// when it came, that it has held since, what was done with it then.

// besideAct is an act that a sentence tells of a measure beside the one it was read for.
type besideAct struct {
	act
	instrument string // of it; empty for that of the measure
}

// toldBefore lists what a sentence of a text tells of a measure from the time before.
func (c *signalContext) toldBefore(sent stretch, a *anchor, main *act) []besideAct {
	return c.tell(sent, a, main, (*signalContext).imposedBefore, (*signalContext).heldBefore)
}

// toldBeside lists what else a sentence of a text tells of a measure. It may put right who sends
// the measure, where it finds that somebody else does the like.
func (c *signalContext) toldBeside(sent stretch, a *anchor, main *act) []besideAct {
	return c.tell(sent, a, main, (*signalContext).whichDid, (*signalContext).theyWere, (*signalContext).rebuffed, (*signalContext).contested, (*signalContext).keptRest, (*signalContext).furtherSteps, (*signalContext).likewise, (*signalContext).pleadedFor)
}

func (c *signalContext) tell(sent stretch, a *anchor, main *act, finders ...func(*signalContext, stretch, *anchor, *act) (besideAct, bool)) []besideAct {
	if c.t.field == model.InTitle {
		return nil
	}
	var out []besideAct
	for _, find := range finders {
		if more, ok := find(c, sent, a, main); ok {
			out = append(out, more)
		}
	}
	return out
}

// mergeBeside adds the signals of what else is told of a measure.
func (c *signalContext) mergeBeside(out []model.Signal, sent stretch, a *anchor, more []besideAct) []model.Signal {
	for i := range more {
		of := *a
		of.instrument = or(more[i].instrument, a.instrument)
		out = c.mergeAll(out, c.signals(sent, &of, &more[i].act), sent)
	}
	return out
}

// then makes what else is told out of an act, with its own rung and the tokens that tell it.
func (main *act) then(action, direction, rule string, lo, hi int) besideAct {
	more := besideAct{act: *main}
	more.action, more.direction, more.rule, more.lo, more.hi = action, direction, rule, lo, hi
	more.condition, more.temporary, more.hedged, more.historical, more.expires, more.effective = nil, false, false, false, "", ""
	more.senders, more.targets = slices.Clone(main.senders), slices.Clone(main.targets)
	return more
}

// undoes says that an act ends a measure, or is about its end, or makes it last.
func (main *act) undoes() bool {
	return main.action != "imposed" && main.action != "opposed" && (main.direction == model.Relief || main.action == "refused-relief" || main.action == "tightened")
}

// imposedBefore reads behind a measure that is lifted, kept or fought when it came: "sanctions
// imposed on Moscow", "the embargo it has imposed".
func (c *signalContext) imposedBefore(sent stretch, a *anchor, main *act) (besideAct, bool) {
	if !main.undoes() && !(main.action == "in-force" && c.t.has(a.hi, a.hi+1, "which", "that") && c.t.has(a.hi+1, a.hi+4, "imposed")) {
		return besideAct{}, false
	}
	which := c.clauseBehind(sent, a)
	from := a.hi
	if main.action == "offered" {
		from++ // right behind it the participle only tells which of them are to end
	}
	for i := from; i < sent.hi && i < a.hi+14; i++ {
		k := &c.t.tok[i]
		if negative(k.low) || i == from && c.t.has(a.np-1, a.lo, "no", "none", "neither") {
			break // "no sanctions have been imposed"
		}
		if k.low == "imposed" || k.low == "slapped" || k.low == "levied" || c.in("put-on", i) && (c.t.has(i-1, i, "had", "has", "have") || i-1 == a.hi && c.t.has(i-1, i, "it", "he", "she", "they", "we") || which > 0 && i > which+1 && i < which+5) {
			past := main.then("imposed", model.Pressure, "signal-imposed-before", i, i+1)
			past.historical = true
			if got := c.agent(sent, i); len(got) > 0 {
				past.senders = got
			}
			return past, true
		}
		if k.low == ";" || k.low == "," && i > a.hi+8 {
			break
		}
	}
	return besideAct{}, false
}

// heldBefore reads behind a measure that is lifted or fought that it has held until now, and
// what it does: "that have been in place since the coup", "that has crippled its trade".
func (c *signalContext) heldBefore(sent stretch, a *anchor, main *act) (besideAct, bool) {
	which := c.clauseBehind(sent, a)
	if !main.undoes() || a.verb || which == 0 {
		return besideAct{}, false
	}
	verb := which + 1
	for verb < sent.hi && c.res.lex.of(&c.t.tok[verb])&(classAuxiliary|classAdverb) != 0 {
		verb++
	}
	if verb >= sent.hi {
		return besideAct{}, false
	}
	held := main.then("in-force", model.Pressure, "signal-held-before", which, verb+1)
	switch {
	case c.t.has(verb, verb+1, "in") && c.t.has(verb+1, verb+2, "place", "force", "effect") && c.t.has(which+1, verb, "been"):
		held.historical = true
		return held, true
	case (c.in("effect", verb) || c.in("harming", verb) || c.in("hurting", verb)) && !c.t.has(which+1, verb, "been") && !c.goesOn(verb+1, sent.hi):
		return held, true
	}
	return besideAct{}, false
}

// whichDid reads in the clause behind a measure what was done with it later: "which it lifted in
// July", "which were suspended".
func (c *signalContext) whichDid(sent stretch, a *anchor, main *act) (besideAct, bool) {
	which := c.clauseBehind(sent, a)
	if which == 0 || a.verb || main.lo >= which || main.hi > which {
		return besideAct{}, false
	}
	ch, ok := c.relative(sent, a)
	if !ok {
		ch, ok = c.undergoes(sent, which+1)
	}
	if !ok || ch.negated || ch.core.deed == deedImpose {
		return besideAct{}, false
	}
	more, ok := c.doneThen(sent, a, main, &ch, "signal-which-")
	return more, ok
}

// theyWere reads the pronoun of a later clause as a measure to which something else is done:
// "were suspended, but they could be reimposed".
func (c *signalContext) theyWere(sent stretch, a *anchor, main *act) (besideAct, bool) {
	for i := a.hi + 1; i+2 < sent.hi && i < a.hi+earshot/3; i++ {
		if covered(c.room, i, i+1) {
			return besideAct{}, false // another measure is nearer
		}
		low := c.t.tok[i].low
		if low != "they" && low != "it" && low != "these" || (low != "it") != strings.HasSuffix(c.t.tok[a.hi-1].low, "s") {
			continue
		}
		if !c.t.has(i-1, i, ",", ";", "and", "but", "that", "said", "says", "saying", "warned", "though", "although", "before", "when", "while") {
			continue
		}
		ch, ok := c.undergoes(sent, i+1)
		if !ok {
			ch, ok = c.willCome(sent, i+1)
		}
		if !ok {
			continue
		}
		more, ok := c.doneThen(sent, a, main, &ch, "signal-they-")
		if ok && more.action == "floated" && c.t.has(i-4, i, "warned", "warning", "stressed", "threatened") {
			more.action = "threatened"
		}
		return more, ok
	}
	return besideAct{}, false
}

// undergoes reads from token i on the passive of what is done with a measure: "were later
// lifted", "could still be reimposed".
func (c *signalContext) undergoes(sent stretch, i int) (chain, bool) {
	ch := chain{lo: i, passive: true}
	for ; i < sent.hi && c.res.lex.of(&c.t.tok[i])&(classAuxiliary|classModal|classAdverb|classNegation) != 0; i++ {
		ch.modal = or(ch.modal, c.modalAt(i))
		ch.negated = ch.negated || negative(c.t.tok[i].low)
	}
	w, n, ok := c.words.ladder.match(c.t.tok, i)
	if !ok || i == ch.lo || w.form != formPast || !w.deed.does() || w.deed == deedForce || w.deed == deedExpire || !slices.ContainsFunc(c.t.tok[ch.lo:i], func(k token) bool { return isBe(k.low) }) {
		return chain{}, false
	}
	ch.core, ch.hi = link{i, i + n, w}, i+n
	return ch, true
}

// willCome reads from token i on that a measure is still to come: "would follow if".
func (c *signalContext) willCome(sent stretch, i int) (chain, bool) {
	if i+1 >= sent.hi || c.modalAt(i) == "" || c.modalAt(i) == "must" {
		return chain{}, false
	}
	at := i + 1
	for at < sent.hi && c.res.lex.of(&c.t.tok[at])&classAdverb != 0 {
		at++
	}
	if !c.t.has(at, at+1, "come", "follow") {
		return chain{}, false
	}
	word := ladderWord{deed: deedLoom, form: formBase, lead: "come"}
	if c.t.has(at+1, min(at+12, sent.hi), "if", "unless", "should") {
		word.deed = deedThreaten
	}
	return chain{lo: i, hi: at + 1, modal: c.modalAt(i), core: link{at, at + 1, word}}, true
}

// doneThen puts on its rung what is done with a measure later. What is only told again is
// nothing else.
func (c *signalContext) doneThen(sent stretch, a *anchor, main *act, ch *chain, rule string) (besideAct, bool) {
	plain := *a
	plain.after = noDeed
	action, direction := decide(ch, &plain, false)
	if action == "" || action == main.action || action == "imposed" && main.action == "tightened" {
		return besideAct{}, false
	}
	more := main.then(action, direction, rule+ruleOf(ch.core.deed), ch.lo, ch.hi)
	more.historical = c.historical(sent, ch, a)
	return more, true
}
