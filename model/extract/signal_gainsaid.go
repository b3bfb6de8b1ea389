package extract

import (
	"slices"

	"parley/model"
)

// What takes back the verb of a measure, and whose word it is where another is named beside it.

// neither says that "neither … nor" before a measure takes back what is told of it.
func (c *signalContext) neither(sent stretch, a *anchor) bool {
	for i := max(sent.lo, a.np-earshot/6); i < a.np; i++ {
		if c.t.tok[i].low == "neither" && c.t.has(i+1, a.np, "nor") {
			return true
		}
	}
	return c.t.has(a.np-2, a.np, "neither") && c.t.has(a.hi, min(a.hi+8, sent.hi), "nor")
}

// noSubject reads what no state has done as negated: "no country has yet imposed".
func (c *signalContext) noSubject(sent stretch, ch *chain) {
	at := c.skipBack(sent, ch.core.lo)
	for at > sent.lo && c.t.has(at-1, at, "yet", "so", "far", "ever") {
		at = c.skipBack(sent, at-1)
	}
	if c.t.field == model.InText && !ch.negated && !ch.hasUpper && ch.core.deed.does() && at < ch.core.lo && at-2 >= sent.lo && c.t.has(at-2, at-1, "no") && c.t.has(at-1, at, "country", "state", "government", "nation", "power", "member", "capital", "administration") {
		ch.negated = true
	}
}

// ceased reads who stops doing what a gerund tells as letting go of the measure: "urged it to
// stop imposing".
func (c *signalContext) ceased(sent stretch, ch *chain) {
	at := ch.core.lo - 1
	if ch.core.form == formGerund && (ch.core.deed == deedImpose || ch.core.deed == deedTighten) && at >= sent.lo && c.in("ceasing", at) {
		ch.core = link{at, ch.core.hi, ladderWord{deed: deedLift, form: c.words.formOf(c.t.tok[at].low), lead: "stop"}}
		ch.lo = at
	}
}

// stillToCome says that the verb at i, by which a threat or a promise is carried out, tells what
// somebody may do, is to do, or has not done: "whether he will go through with".
func (c *signalContext) stillToCome(sent stretch, i int) bool {
	for j := i - 1; j >= sent.lo && j > i-4; j-- {
		if k := &c.t.tok[j]; c.modalAt(j) != "" || negative(k.low) || k.low == "to" || k.low == "whether" || k.low == "if" {
			return true
		}
	}
	return false
}

// notAgainst says that somebody is said not to be against a measure, which is no signal: "will
// not veto the sanctions", "does not oppose".
func (r *actReader) notAgainst() bool {
	up := r.ch.upper.deed
	return r.ch.negated && r.ch.core.deed == deedOppose && r.ch.core.form != formNoun && (!r.ch.hasUpper || up == deedAgree || up == deedAnnounce || up == deedDecide)
}

// thankedFor finds who does what a gerund tells for which another thanks him: "thanked Ruritania
// for lifting".
func (c *signalContext) thankedFor(sent stretch, ch *chain) (mention, bool) {
	at := ch.core.lo - 1
	if ch.core.form != formGerund || at <= sent.lo || !c.t.has(at, at+1, "for") {
		return mention{}, false
	}
	m, ok := c.mentionEnding(sent, at)
	return m, ok && c.any("thanking", max(sent.lo, m.lo-2), m.lo)
}

// threatBeside says that a threat stands behind "despite" or the like, beside what its sentence
// tells: whoever acts there has not made it.
func (c *signalContext) threatBeside(sent stretch, ch *chain) bool {
	if ch.core.deed != deedThreaten || ch.core.form != formNoun || ch.hasUpper {
		return false
	}
	at := ch.core.lo - 1
	for at > sent.lo && c.determined(at) {
		at--
	}
	return at > sent.lo && c.t.has(at, at+1, "despite", "amid")
}

// threatOfOwner reads whose threat it is of which another only speaks: "backs Altland's threat of
// sanctions", "will go on despite the threat of". It says whether that is told.
func (r *actReader) threatOfOwner() bool {
	if r.threatBeside(r.sent, r.ch) {
		r.out.senders = r.inPhrase
		if !r.t.has(r.a.hi, r.a.hi+1, "on", "against") {
			r.out.targets = without(r.bearers(r.earlier(r.sent, r.ch.core.lo)), r.inPhrase)
		}
		return true
	}
	at := r.ch.core.lo
	if r.ch.core.deed != deedThreaten || r.ch.core.form != formNoun || at-1 <= r.sent.lo {
		return false
	}
	if genitive(&r.t.tok[at-1]) {
		at--
	}
	m, ok := r.mentionEnding(r.sent, at)
	if !ok || len(r.inPhrase) > 0 || m.lo == r.sent.lo {
		return false
	}
	r.out.senders = r.senders([]mention{m})
	if r.out.action == "denied" && r.ch.hasUpper && (r.ch.upper.deed == deedRefuse || r.ch.upper.deed == deedOppose) {
		r.out.action = "threatened" // "rejects Altland's threat of sanctions"
		r.out.targets = or2(r.out.targets, without(r.bearers(r.earlier(r.sent, m.lo)), r.out.senders))
	}
	return true
}

// notTheUNsOwn takes measures of the United Nations for being on somebody else, who is named
// before them.
func (r *actReader) notTheUNsOwn() {
	if r.t.has(r.a.np, r.a.lo, "un", "u.n.") && slices.Equal(r.out.targets, []string{"un"}) {
		r.out.targets = without(r.bearers(r.earlier(r.sent, r.a.np)), append(r.out.senders, "un"))
	}
}

// warnedList says that the comma at i stands between names of those whom a text tells to be warned
// of a measure: "warned Altland, Borland and Ruritania of sanctions".
func (c *signalContext) warnedList(sent stretch, i int, a *anchor) bool {
	if c.t.field != model.InText || !c.t.has(a.np-1, a.np, "of", "against") || !c.t.has(max(sent.lo, i-12), i, "warn", "warns", "warned", "warning") {
		return false
	}
	_, before := c.mentionEnding(sent, i)
	_, behind := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi))
	return before && behind
}

// doubted names who would do what another does not believe he will: "he did not think Altland
// would impose".
func (c *signalContext) doubted(sent stretch, ch *chain) (mention, bool) {
	if c.t.field != model.InText || ch.hasUpper || !ch.negated || ch.modal == "" || ch.modal == "to" {
		return mention{}, false
	}
	m, ok := c.mentionEnding(sent, c.skipBack(sent, ch.core.lo))
	return m, ok && m.lo > ch.lo
}

// empowered reads what a law or a parliament lets somebody do as no more than possible: "a bill
// letting the president sanction".
func (c *signalContext) empowered(sent stretch, a *anchor, ch *chain) {
	if ch.hasUpper || ch.negated || ch.core.deed != deedImpose {
		return
	}
	for i := ch.core.hi; i < a.lo && ch.core.lo < a.np; i++ {
		if c.in("giving-leave", i) && (c.any("bill", ch.core.hi, i) || c.any("statute", ch.core.hi, i)) {
			ch.upper, ch.hasUpper, ch.modal = link{i, i + 1, ladderWord{deed: deedFloat, form: formPresent, lead: "empower"}}, true, ""
			return // "signs a bill allowing sanctions on"
		}
	}
	if ch.core.form != formBase || ch.modal != "" && ch.modal != "to" {
		return
	}
	for i := ch.core.lo - 2; i > sent.lo && i > ch.core.lo-6; i-- {
		switch k := &c.t.tok[i]; {
		case c.in("giving-leave", i):
			ch.upper, ch.hasUpper, ch.modal, ch.lo = link{i, i + 1, ladderWord{deed: deedFloat, form: formPresent, lead: "empower"}}, true, "", i
			return
		case k.kind != wordToken && !genitive(k), c.res.lex.of(k)&(classConjunction|classConditional|classRelative|classModal) != 0:
			return
		}
	}
}

// askedNotTo reads who is asked not to give relief as against it: "press it not to lift".
func (c *signalContext) askedNotTo(ch *chain) {
	if ch.hasUpper && ch.upper.deed == deedDemand && ch.core.deed.relieves() && ch.negated && c.isTo(ch.core.lo-1) && c.t.has(ch.core.lo-2, ch.core.lo-1, "not", "never") {
		ch.upper.deed, ch.negated = deedOppose, false
	}
}

// facesNone reads "will face no sanctions" and, in a headline, "deadline passes with no new
// sanctions" as negated.
func (c *signalContext) facesNone(a *anchor, ch *chain) {
	if ch.core.deed == deedImpose && !ch.hasUpper && c.t.field == model.InTitle && c.t.has(ch.core.hi, min(ch.core.hi+1, a.lo), "no") {
		ch.negated = true // "to impose no new sanctions"
	}
	if ch.core.deed == deedImpose && ch.core.hi < a.np && c.t.field == model.InTitle && (c.t.has(ch.core.hi, a.np, "without") || c.t.has(ch.core.hi, a.np, "with") && c.t.has(ch.core.hi+1, a.lo, "no")) {
		ch.negated = true
	}
	if ch.core.deed == deedSuffer && ch.core.lo < a.np && c.t.has(ch.core.hi, a.lo, "no") {
		ch.negated = true
	}
}

// unasked says that somebody will not ask another for what a chain tells, that it would take an
// agreement which there is not, or that it is only what somebody does now and then, or once bore:
// "would not ask it to sanction", "without a deal to cut", "rarely imposes", "once under sanctions".
func (r *actReader) unasked() bool {
	ch := r.ch
	switch core := &ch.core; {
	case ch.hasUpper && ch.upper.deed == deedDemand && ch.negated && (ch.modal == "will" || ch.modal == "would"):
		return true
	case core.deed == deedDemand && !ch.hasUpper && ch.negated && r.t.field == model.InTitle && r.t.has(max(r.sent.lo, core.lo-3), core.lo, "didn't", "did", "never"):
		return true // "didn't ask for waiver"
	case ch.modal == "to" && r.t.has(max(r.sent.lo, ch.lo-3), ch.core.lo-1, "without"):
		return true
	case core.deed.does() && r.t.has(core.lo-1, core.lo, "almost", "nearly"):
		return true
	case core.deed.suffers():
		return r.t.has(core.lo-1, core.lo, "once") && r.t.has(core.lo-2, core.lo-1, ",")
	default:
		return !ch.hasUpper && core.form == formPresent && r.t.has(core.lo-1, core.lo, "rarely", "seldom", "often", "usually", "normally", "typically", "sometimes")
	}
}

// doubtful says that what a chain tells is only doubted, or given up for something else: "doubts
// that Altland will agree", "rather than lift", "nobody wants".
func (r *actReader) doubtful() bool {
	lo := r.ch.lo
	if r.t.has(lo-1, lo, "than") && r.t.has(lo-2, lo-1, "rather") {
		return true
	}
	if core := &r.ch.core; core.deed == deedDemand && !r.ch.hasUpper && core.lo > r.sent.lo && (r.in("nobodies", core.lo-1) || r.t.has(core.lo-1, core.lo, "one") && r.t.has(core.lo-2, core.lo-1, "no")) {
		return true
	}
	return r.doubtedBefore(r.sent, lo)
}

// doubtedBefore says that what follows from token lo on is only doubted.
func (c *signalContext) doubtedBefore(sent stretch, lo int) bool {
	for i := lo - 1; i >= sent.lo && i > lo-9; i-- {
		k := &c.t.tok[i]
		if c.t.has(i, i+1, "doubt", "doubts", "doubted", "doubting") {
			return i == sent.lo || !negative(c.t.tok[i-1].low)
		}
		if k.kind != wordToken && !genitive(k) {
			return false
		}
	}
	return false
}

// putOffByBill reads what a bill would put off as relief that is thought of, or refused where the
// bill fails: "rejected a resolution to delay the return of sanctions".
func (c *signalContext) putOffByBill(sent stretch, ch *chain) {
	up := &ch.upper
	if !ch.hasUpper || up.deed != deedDefer || ch.core.deed != deedImpose && ch.core.deed != deedTighten || !c.isTo(up.lo-1) {
		return
	}
	for i := up.lo - 2; i > sent.lo && i > up.lo-10; i-- {
		k := &c.t.tok[i]
		if k.kind != wordToken && k.kind != quoteToken && !genitive(k) {
			return
		}
		if !c.in("project", i) {
			continue
		}
		ch.core.deed, up.deed, ch.negated, ch.modal = deedLift, deedFloat, false, ""
		for j := i - 1; j > sent.lo && j > i-4; j-- {
			if w, n, ok := c.words.ladder.match(c.t.tok, j); ok && j+n <= i && (w.deed == deedRefuse || w.deed == deedOppose) {
				ch.upper, ch.lo = link{j, j + n, w}, j
				ch.upper.deed = deedRefuse
				return
			}
		}
		return
	}
}
