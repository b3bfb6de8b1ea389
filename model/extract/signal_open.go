package extract

import (
	"strings"

	"parley/model"
)

// What is said of a measure in passing, right behind its name or by a date: who wants to be rid of it,
// and that what was done with it lies well before the report.

// wantedGone reads a measure of which is said right behind its name who wants to be rid of it: "the
// tariffs Ottawa wants scrapped", "sanctions, which the regime wants lifted before it talks".
func (c *signalContext) wantedGone(sent stretch, a *anchor) (chain, bool) {
	if a.verb || a.list {
		return chain{}, false
	}
	for i := a.hi; i+1 < sent.hi && i < a.hi+relativeReach; i++ {
		k := &c.t.tok[i]
		if i > a.hi && c.t.has(i, i+1, "want", "wants", "wanted") {
			w, n, ok := c.words.ladder.match(c.t.tok, i+1)
			if c.t.has(i+1, i+2, "gone") {
				w, n, ok = ladderWord{deed: deedLift, form: formPast, lead: "gone"}, 1, true
			}
			if !ok || w.form != formPast || !w.deed.relieves() && w.deed != deedDefer || i+1+n < sent.hi && c.res.lex.of(&c.t.tok[i+1+n])&(classAuxiliary|classModal) != 0 {
				return chain{}, false // "the sanctions it wanted removed were lifted"
			}
			return chain{lo: i, hi: i + 1 + n, passive: true, core: link{i + 1, i + 1 + n, w}, upper: link{i, i + 1, ladderWord{deed: deedDemand, form: formPresent, lead: "want"}}, hasUpper: true}, true
		}
		if k.kind != wordToken && k.low != "," && !genitive(k) || c.modalAt(i) != "" || c.res.lex.of(k)&(classAnd|classConjunction|classConditional) != 0 && k.low != "that" {
			return chain{}, false
		}
		if w, _, ok := c.words.ladder.match(c.t.tok, i); ok && w.form != formNoun && w.form != formBase {
			return chain{}, false
		}
	}
	return chain{}, false
}

// seenTo reads what a deal or an order would have a measure do by the verb behind it: "would see tariffs
// on its goods fall to 19%", "will see the duty raised".
func (c *signalContext) seenTo(sent stretch, a *anchor) (chain, bool) {
	if a.verb || a.list {
		return chain{}, false
	}
	see := a.lo - 1
	for see > sent.lo && see > a.lo-6 && !c.t.has(see, see+1, "see", "sees", "saw") {
		see--
	}
	if !c.t.has(see, see+1, "see", "sees", "saw") || c.t.has(see+1, a.lo, "whether", "if", "how", ",") {
		return chain{}, false
	}
	a.np = max(a.np, see+1)
	if c.t.has(see-1, see, "or") && c.t.has(see, see+1, "see") {
		return chain{lo: see, hi: a.hi, core: link{see, see + 1, ladderWord{deed: deedSuffer, form: formBase, lead: "face"}}}, true // "yield or see tariffs fall on"
	}
	ch := chain{lo: see, hi: a.hi, modal: "will"}
	switch {
	case c.t.has(see, see+1, "saw"):
		ch.modal = ""
	case c.t.has(see-1, see, "should", "could", "may", "might"):
		ch.modal = "may"
	}
	for i := a.hi; i < sent.hi && i < a.hi+judgedReach; i++ {
		k := &c.t.tok[i]
		w, n, ok := c.words.ladder.match(c.t.tok, i)
		switch {
		case c.in("lower", i), ok && w.deed.relieves() && w.form == formPast, c.t.has(i, i+1, "halved", "scrapped"):
			w.deed = deedEase
			if c.t.has(i, i+1, "lifted", "removed", "scrapped", "abolished") {
				w.deed = deedLift
			}
		case c.t.has(i, i+1, "rise", "climb", "jump", "go", "double", "raised", "increased", "doubled", "hiked"):
			w.deed = deedTighten
		case k.kind == stopToken || k.low == "," || k.low == ";" || c.res.lex.of(k)&(classRelative|classConjunction|classModal) != 0:
			return chain{}, false
		default:
			continue
		}
		w.form, w.lead = formPast, "see"
		ch.core, ch.hi = link{i, i + max(n, 1), w}, i+max(n, 1)
		return ch, true
	}
	return chain{}, false
}

// notSaid reads what somebody has not said he will do as what is only thought of, and that he will not
// enforce a measure as his being against it: "has not confirmed that it will lift", "would not enforce".
func (c *signalContext) notSaid(sent stretch, ch *chain) {
	if !ch.negated {
		return
	}
	if up := &ch.upper; ch.hasUpper && up.deed == deedAnnounce && up.form != formNoun && ch.modal != "" && ch.core.lo >= up.hi && c.deniedAt(sent, up.lo) {
		up.deed, ch.negated, ch.modal = deedFloat, false, ""
		return
	}
	if !ch.hasUpper && ch.core.deed == deedForce && strings.HasPrefix(ch.core.lead, "enforce") && (ch.modal == "will" || ch.modal == "would") && c.deniedAt(sent, ch.core.lo) {
		ch.core.deed, ch.negated, ch.modal = deedOppose, false, ""
	}
}

// deniesAsking reads who denies in a headline that he asks for something: "denies seeking end to".
func (c *signalContext) deniesAsking(ch *chain) {
	asks := &ch.core
	if ch.hasUpper {
		asks = &ch.upper
	}
	if asks.deed == deedDemand && asks.form == formGerund && c.t.has(asks.lo-1, asks.lo, "denies", "denied", "deny", "denying") {
		asks.deed = deedDeny
	}
}

// deniedAt says that a negation stands right before the verb at token i, or before its adverbs.
func (c *signalContext) deniedAt(sent stretch, i int) bool {
	for j := c.skipBack(sent, i); j < i; j++ {
		if negative(c.t.tok[j].low) {
			return true
		}
	}
	return false
}

// wellBefore is how many days before a report what it tells by its date is background.
const wellBefore = 6

// datedBack says that a text gives a day or a month well before that of writing for what a chain tells:
// "signed on 6 August", "On 3 February it froze". A date in another clause is of another thing.
func (c *signalContext) datedBack(sent stretch, ch *chain, a *anchor) bool {
	past := ch.core.form == formPast || c.t.has(ch.core.lo, ch.core.lo+1, "cut", "put", "hit", "set", "shut") // not told from the present by their looks
	if c.t.field != model.InText || c.written.Year() < 2 || !past && ch.core.form != formGerund || ch.hasUpper {
		return false
	}
	if old, dated := c.oldDate(sent.lo, sent.hi); dated && ch.core.lo < sent.lo+earshot/6 {
		return old
	}
	if ch.core.form == formGerund {
		return false
	}
	for i := ch.core.hi; i+1 < sent.hi && i < max(ch.core.hi, a.hi)+earshot/8; i++ {
		k := &c.t.tok[i]
		if k.kind == stopToken || k.low == ";" || c.res.lex.of(k)&(classRelative|classConjunction) != 0 || c.t.has(i, i+1, "for", "over", "following", "from", "through") {
			return false
		}
		if w, _, ok := c.words.ladder.match(c.t.tok, i); ok && (w.form == formPast || w.form == formPresent) && i > a.lo {
			return false // "lifted the sanctions imposed in March"
		}
		if old, dated := c.oldDate(i, sent.hi); dated {
			return old
		}
	}
	return false
}

// onlyEnvoys says that the envoys of a bloc's members do what a chain tells: what they agree on their
// ministers still have to adopt.
func (r *actReader) onlyEnvoys() bool {
	at := r.skipBack(r.sent, r.ch.lo)
	for n := 0; n < 4 && at-1 > r.sent.lo && (r.res.lex.of(&r.t.tok[at-1])&classTime != 0 || r.t.has(at-1, at, "on", "last", "this", "week")); n++ {
		at--
	}
	if at-2 < r.sent.lo || !r.t.has(at-1, at, "envoys", "ambassadors", "diplomats") {
		return false
	}
	_, named := r.mentionEnding(r.sent, at-1)
	return named || genitive(&r.t.tok[at-2])
}

// ownClosure reads the closure of the skies of somebody who is named in it as his own: "the closure of
// Ruritanian airspace".
func (r *actReader) ownClosure() {
	from := r.a.lo
	switch {
	case r.a.worded && r.t.has(from, from+1, "closure") && r.t.has(from+1, r.a.hi, "airspace", "skies"):
	case r.t.field == model.InTitle && len(r.out.senders) == 0 && r.t.has(from, from+1, "airspace"):
		from = r.a.np // "Ruritania airspace ban"
	default:
		return
	}
	ms := r.res.mentions(r.t, from, r.a.hi)
	if len(ms) == 0 {
		return
	}
	r.out.senders = r.senders(ms[:1])
	r.out.targets = without(r.out.targets, r.out.senders)
	if r.out.action == "imposed" && !r.ch.hasUpper {
		r.out.action = "in-force"
	}
}

// goodsOf names whose goods are told of behind a ban: "a ban on maritime services for Ruritanian oil".
func (r *actReader) goodsOf() []string {
	if !r.t.has(r.a.hi, r.a.hi+1, "on") && !r.t.has(r.a.lo, r.a.hi, "on") {
		return nil
	}
	for _, m := range r.res.mentions(r.t, r.a.lo, min(r.a.hi+9, r.sent.hi)) {
		if m.how == byAdjective && r.goodsAt(m.hi) != "" {
			return r.asTargets([]mention{m})
		}
	}
	return nil
}

// behindDeterminers is the token before the phrase of a measure, and before the word that opens it.
func (r *actReader) behindDeterminers() int {
	at := r.a.np - 1
	for at > r.sent.lo && r.determined(at) {
		at--
	}
	return at
}

// wanter names in a text who wants to be rid of a measure: it is on him.
func (r *actReader) wanter() {
	if r.out.rule != "signal-wanted" || len(r.out.targets) > 0 {
		return
	}
	if ms := r.res.mentions(r.t, r.a.hi, r.ch.lo); len(ms) > 0 {
		r.out.targets = without(r.asTargets(ms[len(ms)-1:]), r.out.senders)
	}
}

// onThisDay says that a headline looks back at what a paper told long ago: "On this day in 1990: UN
// imposes", "From the archive", "25 years ago today".
func (c *signalContext) onThisDay(sent stretch) bool {
	if c.t.field != model.InTitle {
		return false
	}
	for i := sent.lo; i+1 < sent.hi && i < sent.lo+4; i++ {
		if c.t.has(i, i+1, "this") && c.t.has(i+1, i+2, "day") && c.t.has(i+2, i+4, "in", ":") || c.t.has(i, i+1, "flashback", "archive", "archives") || c.t.has(i, i+1, "years") && c.t.has(i+1, i+2, "ago") {
			return true
		}
	}
	return false
}

// oldDate says whether a date stands at token i, with its preposition or as a day of these days, and
// whether that is well before the day of writing.
func (c *signalContext) oldDate(i, hi int) (old, dated bool) {
	today := midnight(c.written)
	at := i
	if c.t.has(i, i+1, "on", "in") {
		at++
	} else if _, week := weekdays[c.t.tok[i].low]; !week && !c.t.has(i, i+1, "today", "yesterday", "overnight") {
		return false, false
	}
	day, precision, n := date(c.t, at, hi, today, -1)
	switch {
	case n == 0 || precision != "day" && precision != "month":
		return false, false
	case precision == "month":
		day = firstOfMonth(day).AddDate(0, 1, 0)
	}
	return !day.After(today.AddDate(0, 0, -wellBefore)), true
}
