package extract

import "parley/model"

// Parties of a measure for which somebody is thanked, asked in vain, or only spoken of.

// thanked reads who lifts a measure for which another thanks him, and whom it was on: "Altland
// thanks Ruritania for lifting".
func (r *actReader) thanked() bool {
	m, ok := r.thankedFor(r.sent, r.ch)
	if core := &r.ch.core; core.lead == "wording" && r.in("thanking", core.lo) {
		if m, ok = r.mentionEnding(r.sent, core.hi-1); ok {
			r.out.senders, r.acts, r.acting = r.senders([]mention{m}), true, r.senders(r.earlier(r.sent, core.lo)) // "thanks Altland for sanctions"
		}
		return ok
	}
	if !ok || !r.ch.core.deed.relieves() {
		return false
	}
	r.fromThem(m)
	return true
}

// fromThem makes somebody the sender of a measure, and him hit who was named before, where the
// text names nobody else.
func (r *actReader) fromThem(m mention) {
	r.out.senders = r.senders([]mention{m})
	if r.out.targets = without(r.out.targets, r.out.senders); len(r.out.targets) == 0 {
		r.out.targets = without(r.bearers(r.earlier(r.sent, m.lo)), r.out.senders)
	}
}

// pleaTurnedDown reads of relief that is asked for in vain who asked and who was asked: "Altland's
// demand that Ruritania lift the ban was turned down".
func (r *actReader) pleaTurnedDown() bool {
	up := &r.ch.upper
	if r.t.field != model.InText || r.out.action != "refused-relief" || !r.ch.hasUpper || up.lo-2 < r.sent.lo || !r.any("pleas", up.lo, up.hi) || !genitive(&r.t.tok[up.lo-1]) {
		return false
	}
	owner, ok := r.mentionEnding(r.sent, up.lo-1)
	asked := r.res.mentions(r.t, up.hi, r.ch.core.lo)
	if !ok || len(asked) == 0 {
		return false
	}
	r.out.senders = r.senders(asked[:1])
	r.out.targets = without(r.bearers([]mention{owner}), r.out.senders)
	return true
}

// threatOfThose reads that somebody stands up to whoever threatens him, whom nobody names: "will
// not bow to those who threaten it with sanctions".
func (r *actReader) threatOfThose() bool {
	at := r.ch.core.lo - 1
	if r.t.field != model.InText || r.ch.core.deed != deedThreaten || at-1 <= r.sent.lo || !r.t.has(at, at+1, "who", "that", "which") || !r.t.has(at-1, at, "those", "anyone", "countries", "states", "nations", "powers") {
		return false
	}
	if r.ch.negated {
		r.out.action = "opposed"
	}
	r.out.senders, r.out.targets = r.inPhrase, r.bearers(r.earlier(r.sent, at))
	return true
}

// notItsMember takes no member of the Union that a headline names beside its sanctions for whom
// they hit: "hails EU sanctions as Ruritania drops veto".
func (r *actReader) notItsMember() {
	if r.t.field == model.InTitle && r.out.action == "opposed" && r.belong(r.doers, r.out.senders) {
		r.out.targets = without(r.out.targets, r.asTargets(r.doers)) // "Altland and Borland block EU ban"
	}
	if r.t.field != model.InTitle || !r.ch.bare || r.a.instrument != "sanctions" || len(r.out.targets) != 1 {
		return
	}
	for _, m := range r.res.mentions(r.t, 0, len(r.t.tok)) {
		if r.res.actors[m.actor].ID == r.out.targets[0] && r.belong([]mention{m}, r.out.senders) {
			r.out.targets = nil
			return
		}
	}
}

// hopedOf reads who is to give relief where he stands right before its verb, behind "if" or "for":
// "offers oil if Ruritania drops sanctions", "what Altland wants is for Ruritania to cancel".
func (r *actReader) hopedOf() bool {
	verb := r.ch.core.lo
	if r.isTo(verb - 1) {
		verb--
	}
	m, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, verb))
	if !ok || m.lo <= r.sent.lo {
		return false
	}
	if before := r.t.tok[m.lo-1].low; before != "for" && (before != "if" && before != "once" || r.t.field != model.InTitle || verb < r.ch.core.lo) || before == "for" && verb == r.ch.core.lo {
		return false
	}
	r.fromThem(m)
	return true
}

// onlyTold reads that a speaker in a text tells of talk, or that there is something, which is no doing
// of his: "Altland said talk of sanctions was idle", "said there had been no easing".
func (r *actReader) onlyTold() bool {
	core := &r.ch.core
	if r.t.field != model.InText || core.lo-4 < r.sent.lo {
		return false
	}
	if r.isTo(core.lo-1) && r.t.has(core.lo-2, core.lo-1, "proposal", "idea", "suggestion") && r.t.has(core.lo-3, core.lo-2, "the", "any") && (r.t.has(core.lo-4, core.lo-3, "that") || r.res.lex.of(&r.t.tok[core.lo-4])&classSaid != 0) {
		r.out.senders = r.inPhrase // "said the proposal to ban its gas was an insult"
		return true
	}
	if core.form != formNoun {
		return false
	}
	talk := core.deed == deedFloat && r.t.has(core.lo, core.lo+1, "talk") && (r.t.has(core.lo-1, core.lo, "that") || r.res.lex.of(&r.t.tok[core.lo-1])&classSaid != 0)
	if !talk && !r.t.has(max(r.sent.lo, core.lo-4), core.lo, "there") {
		return false
	}
	r.out.senders = r.inPhrase
	if r.out.targets = without(r.out.targets, r.inPhrase); len(r.out.targets) == 0 {
		r.out.targets = without(r.bearers(r.earlier(r.sent, core.lo)), r.inPhrase)
	}
	return true
}

// bidden says that a headline's first name is that of who is told to do something, by whom it does
// not say: "Altland's rulers told to yield or face sanctions".
func (r *actReader) bidden(first mention) bool {
	for i := first.hi; i < r.ch.core.lo && i < first.hi+4; i++ {
		if r.t.has(i, i+1, "told", "urged", "ordered", "warned", "asked") && r.isTo(i+1) {
			return true
		}
	}
	return false
}

// requestRefused reads who in a headline refuses what another asks of him as the one who will not
// do it: "Altland refuses Ruritania's request to seize".
func (r *actReader) requestRefused() bool {
	if r.t.field == model.InText {
		return r.pleaRefusedTo()
	}
	to := r.ch.core.lo - 1
	if !r.ch.hasUpper || to-2 <= r.sent.lo || !r.isTo(to) || !r.in("pleas", to-1) {
		return false
	}
	at := to - 1
	if genitive(&r.t.tok[at-1]) {
		at--
	}
	asker, ok := r.mentionEnding(r.sent, at)
	if own := r.senders(r.earlier(r.sent, asker.lo)); ok && len(own) == 1 && r.imposes(own[0]) {
		r.out.action, r.out.senders = "denied", own
		return true
	}
	return false
}

// pleaRefusedTo reads of a text whose plea somebody turns down that he give relief for longer: "Altland
// rejected a request by Ruritania to extend the waiver". It says whether that is told.
func (r *actReader) pleaRefusedTo() bool {
	to := r.ch.core.lo - 1
	if !r.ch.hasUpper || to <= r.sent.lo || !r.isTo(to) || r.a.instrument != "licence" && !r.ch.core.deed.relieves() {
		return false
	}
	plea := to - 1
	for plea > r.sent.lo && plea > to-7 && !r.in("pleas", plea) {
		plea--
	}
	if !r.in("pleas", plea) {
		return false
	}
	asks := r.res.mentions(r.t, plea+1, to)
	if m, ok := r.mentionEnding(r.sent, plea-1); ok && len(asks) == 0 && genitive(&r.t.tok[plea-1]) {
		asks = []mention{m}
	}
	if len(asks) == 0 {
		return false
	}
	own := r.senders(r.earlier(r.sent, min(plea, asks[0].lo)))
	if len(own) != 1 || !r.imposes(own[0]) {
		return false
	}
	r.out.action, r.out.direction, r.out.senders = "refused-relief", model.Pressure, own
	r.out.targets = without(r.bearers(asks[:1]), own)
	return true
}

// helpedEvade reads whom somebody helps to get round a measure as the one who bears it, and nobody
// in its way as its sender: "will not help Ruritania evade sanctions".
func (r *actReader) helpedEvade() bool {
	m, ok := r.mentionEnding(r.sent, r.ch.core.lo)
	if !ok || r.ch.core.deed != deedEvade || !r.t.has(m.lo-1, m.lo, "help", "helps", "helped", "helping", "let", "lets") {
		return false
	}
	r.out.senders, r.out.targets = r.inPhrase, without(r.bearers([]mention{m}), r.inPhrase)
	return true
}

// nextClause takes nobody for hit who stands behind a comma of a headline before a verb of his own:
// "sanctions on Ruritania, Altland opposed".
func (r *actReader) nextClause() {
	if r.t.field != model.InTitle || len(r.out.targets) < 2 {
		return
	}
	for _, m := range r.res.mentions(r.t, r.a.hi, r.sent.hi) {
		if w, _, ok := r.words.ladder.match(r.t.tok, m.hi); r.t.has(m.lo-1, m.lo, ",") && ok && (w.form == formPast || w.form == formPresent) && w.deed == deedOppose {
			r.out.targets = without(r.out.targets, r.asTargets([]mention{m}))
		}
	}
}
