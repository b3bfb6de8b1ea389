package extract

import "parley/model"

// Who threatens whom in a text: by a threat that is somebody's, by what another has to do "or
// face" a measure, by who is told that he will pay.

// threatOfAnother reads who sends a measure of a text that somebody only has to do with as the
// threat of another: "Ruritania rejects Altland's threat of", "shrugs off the threat of sanctions
// from Altland".
func (r *actReader) threatOfAnother() bool {
	if r.t.field == model.InTitle || r.ch.core.deed != deedThreaten || r.ch.core.form != formNoun || r.ch.core.lo > r.a.np {
		return false
	}
	at, by := r.ch.core.lo, r.inPhrase
	for i := at - 1; len(by) == 0 && i > r.sent.lo && i > at-4; i-- {
		if genitive(&r.t.tok[i]) {
			if m, ok := r.mentionEnding(r.sent, i); ok && m.lo > r.sent.lo {
				by = r.senders([]mention{m})
			}
			break
		}
	}
	if m, ok := r.res.nameAt(r.t, r.skipDeterminers(min(r.a.hi+1, r.sent.hi-1), r.sent.hi)); ok && len(by) == 0 && r.t.has(r.a.hi, r.a.hi+1, "from", "by") {
		by = r.senders([]mention{m})
	}
	if len(by) == 0 {
		return false
	}
	r.out.senders, r.out.targets = by, without(r.out.targets, by)
	if ms := r.earlier(r.sent, at); len(r.out.targets) == 0 && len(ms) > 0 && ms[0].hi+3 < at {
		r.out.targets = without(r.bearers(ms), by)
	}
	return true
}

// orFace reads who has to do something in a text "or face" a measure, and who tells him so: "Altland
// told Ruritania to talk or face", "Ruritania was warned by Altland to".
func (r *actReader) orFace() bool {
	or := r.skipBack(r.sent, r.ch.core.lo) - 1
	if r.t.field == model.InTitle || or <= r.sent.lo || !r.t.has(or, or+1, "or") || len(r.out.targets) > 0 {
		return false
	}
	ms := r.res.mentions(r.t, r.sent.lo, or)
	for n, m := range ms {
		before := m.lo - 1
		if r.determined(before) {
			before--
		}
		his := genitive(&r.t.tok[m.hi]) && r.t.has(m.hi+1, m.hi+2, "ultimatum", "demand", "order", "call", "warning", "deadline")
		alone := len(ms) == 1 && r.t.has(m.hi, min(m.hi+5, or), "ultimatum", "told", "warned", "ordered", "gave")
		if !his && !alone && !r.t.has(before, before+1, "by") {
			continue
		}
		if r.out.senders = or2(r.inPhrase, r.senders(ms[n:n+1])); n > 0 {
			r.out.targets = without(r.asTargets(ms[:1]), r.out.senders)
		}
		return true
	}
	return false
}

// underThreat says that the subject does something, or not, under the threat of a measure, which is
// another's: "will not talk under the threat of sanctions".
func (r *actReader) underThreat() bool {
	return r.ch.core.deed == deedThreaten && (r.ch.core.lead == "wording" && r.t.has(r.ch.core.lo, r.ch.core.lo+1, "under") || r.ch.bowed)
}

// orFaceIt reads who has to do something in a headline "or face" a measure, and who bids him:
// "Altland gives Ruritania and Vesk a week or face", "Ruritania, Vesk must yield or face".
func (r *actReader) orFaceIt() {
	ms := r.res.mentions(r.t, r.sent.lo, r.ch.core.lo)
	if len(ms) == 1 && r.t.has(ms[0].hi, ms[0].hi+1, "orders", "tells", "told", "warns") {
		r.out.senders, r.out.targets = r.senders(ms), without(r.out.targets, r.senders(ms)) // "Altland orders makers to yield or face"
	}
	if len(ms) < 2 || len(r.out.senders) > 1 {
		return
	}
	if faced := r.withJoined(r.sent, ms[0]); len(faced) > 1 {
		r.out.targets = r.senders(faced)
		r.out.senders = without(r.out.senders, r.out.targets)
		return
	}
	if r.bidden(ms[0]) {
		r.out.targets = r.asTargets(ms[:1])
		r.out.senders = without(r.inPhrase, r.out.targets)
		return
	}
	bids, faced := ms[0], r.withJoined(r.sent, ms[1])
	if genitive(&r.t.tok[ms[1].hi]) && r.any("faced-with", ms[0].hi, ms[1].lo) {
		bids, faced = ms[1], ms[:1] // "X faces Y's deadline to yield or face tariffs"
	}
	r.out.senders = r.senders([]mention{bids})
	r.out.targets = without(r.senders(faced), r.out.senders)
}

// facesIt turns round who only says in a text what he does if a measure comes, or that the threat
// of it does not move him: "Altland would answer if the sanctions came back".
func (r *actReader) facesIt() {
	if r.t.field == model.InTitle || r.out.action != "threatened" || len(r.inPhrase) > 0 || len(r.out.senders) != 1 || len(r.out.targets) > 0 {
		return
	}
	before := r.a.np - 1
	for before > r.sent.lo && r.determined(before) {
		before--
	}
	threat := r.t.has(before, before+1, "of") && r.t.has(before-1, before, "threat", "threats") && !genitive(&r.t.tok[max(before-2, 0)]) && r.t.has(r.a.hi, min(r.a.hi+2, r.sent.hi), "would", "will", "could", "can", "did", "does", "do", "won't")
	if threat || r.t.has(before, before+1, "if", "unless", "should") {
		r.out.senders, r.out.targets = nil, r.out.senders
	}
}

// foretold reads who says in a text that there will be consequences, and for whom: "there will be severe
// consequences for Ruritania, the Altland premier said".
func (r *actReader) foretold() bool {
	if r.t.field == model.InTitle || r.a.instrument != "unspecified-consequences" || !r.t.has(max(r.sent.lo, r.ch.core.lo-1), r.ch.core.lo+1, "there") {
		return false
	}
	for _, m := range r.res.mentions(r.t, r.sent.lo, r.sent.hi) {
		if id := r.senderID(m); r.says(r.sent, m) && (r.words.measures["imposer"][id] || r.words.measures["powers"][id]) {
			r.out.senders = []string{id}
			break
		}
	}
	if r.t.has(r.a.hi, r.a.hi+1, "for") {
		r.out.targets = or2(r.out.targets, without(r.reached(r.sent, r.a.hi+1), r.out.senders))
	}
	return len(r.out.senders) > 0
}

// willPay names who is told in a text that he will pay or face what is only threatened: "warned
// that Ruritania would pay a heavy price". Nil for nobody.
func (r *actReader) willPay() []string {
	if r.t.field == model.InTitle || r.a.instrument != "unspecified-consequences" {
		return nil
	}
	for i := r.sent.lo + 2; i < r.a.hi; i++ {
		if !r.t.has(i, i+1, "pay", "face", "suffer", "regret", "bear") {
			continue
		}
		if m, ok := r.mentionEnding(r.sent, r.skipBack(r.sent, i)); ok && m.lo > r.sent.lo+1 {
			return r.asTargets([]mention{m})
		}
	}
	return nil
}

// risks says that the subject of a text runs the risk of a measure, which hits it.
func (r *actReader) risks() bool {
	return r.t.field == model.InText && (r.t.has(r.ch.core.lo, r.ch.core.lo+1, "risk", "risks", "risked", "risking") || r.ch.hasUpper && r.t.has(r.ch.upper.lo, r.ch.upper.lo+1, "risk", "risks", "risked", "risking"))
}
