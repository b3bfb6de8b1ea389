package extract

import (
	"strings"

	"parley/model"
)

// How sure it is that an agreement came about: what is to be, may be, nearly was or was
// only asked for is never told as done.

// reachBefore finds the verb that brings an agreement about and ends at token k, before the
// agreement's name: "sign", "agree on". It returns -1 for none.
func (r *eventReader) reachBefore(s stretch, k int) (int, eventWord) {
	for back := min(2, k-s.lo); back >= 0; back-- {
		if r.t.tok[k-back].id == 0 {
			continue
		}
		if w, n, ok := r.ev.terms.match(r.t.tok, k-back); ok && n == back+1 && w.is(roleReach) {
			return k - back, w
		}
	}
	return -1, eventWord{}
}

// reachedBy tells where an agreement stands by the verb at k that brings it about, empty
// where it is only wished for, doubted or thought of.
func (r *eventReader) reachedBy(s stretch, k int, g eventWord) string {
	t := r.t
	lo := r.clauseStart(s, k)
	end, aux := r.auxBefore(lo, k)
	switch {
	case r.beside(max(lo, k-3), k, aroundShort):
		return ""
	case g.lemma == "accept" && len(r.actorsIn(lo, k)) < 2 && !r.any(max(lo, k-2), k, "vote", "votes", "voted"):
		return "" // what one side accepts may not be what the other offers
	case r.any(max(s.lo, k-3), k, "yet") && (r.any(k-1, k, "to") || r.any(max(s.lo, k-3), k, "not", "n't")):
		return model.NoneReached // "have yet to sign"
	case g.form&inIng != 0 && k > s.lo && t.field == model.InTitle:
		return r.reachingIn(lo, k)
	}
	to := k - 1
	for to > lo && r.word(t, to)&hAdverb != 0 && t.tok[to].low != "to" {
		to--
	}
	if t.field == model.InTitle && to > lo && t.tok[to].low == "to" {
		return r.reachedTo(s, lo, to, end)
	}
	if t.field == model.InText && to > lo && t.tok[to].low == "to" && !r.any(end, to+1, "will", "set", "is", "are", "has", "have", "going", "due", "expected", "about") && !r.beside(to-1, to, aroundManaging|aroundRefusing|aroundFailing) {
		return "" // "had a deadline to agree to a truce", "met to seal a pact"
	}
	status := r.verbStatus(lo, end, k, g, aux)
	switch status {
	case model.UnderWay:
		return model.Done
	case model.EventDenied:
		if r.any(end, k, "may", "might", "want", "could") || r.any(k, s.hi, "if", "unless", "until") || t.field == model.InText && r.any(end, k, "will", "won't") {
			return ""
		}
		if r.any(end, k, "will", "won't", "shall") {
			return model.EventDenied
		}
		return model.NoneReached
	case model.Planned:
		if t.field == model.InTitle && r.any(k, s.hi, "if", "unless") {
			return ""
		}
		if !r.any(end, k, "will", "set", "expected") && (t.tok[end].low != "to" || t.field == model.InText || r.asked(s.lo, end)) {
			return ""
		}
	}
	return status
}

// reachedTo reads what stands before "to sign" in a headline: "X, Y hope to sign", "X
// refuses to sign". Whoever is only wanted or urged to sign has promised nothing.
func (r *eventReader) reachedTo(s stretch, lo, to, end int) string {
	t := r.t
	v := to - 1
	for v > lo && r.word(t, v)&hAdverb != 0 {
		v--
	}
	w := t.tok[v].low
	neg := r.any(max(lo, v-2), v+1, "not", "n't", "never")
	joint := len(r.actorsIn(lo, v)) > 1 && !r.asked(lo, v)
	switch {
	case r.beside(v, v+1, aroundOwing):
		return ""
	case r.beside(v, v+1, aroundFailing):
		if r.any(max(s.lo, v-2), v, "may", "might", "could", "will", "would", "to", "can") {
			return ""
		}
		return model.NoneReached
	case r.beside(v, v+1, aroundRefusing):
		return model.NoneReached
	case r.beside(v, v+1, aroundManaging):
		return model.Done
	case neg || r.asked(s.lo, v) || r.who.known(t, v) && r.hasVerb(stretch{lo, v}):
		return ""
	case r.beside(v, v+1, aroundNearing):
		return model.Planned
	case r.who.known(t, v) || end == to || r.delegates(stretch{lo, to}):
		return model.Planned // "X, Y to sign"
	case joint && w != "want" && w != "wants":
		return model.Planned // "X and Y race to sign"
	}
	return ""
}

// reachingIn reads "after striking pact with Y", "close to signing", "denies signing".
func (r *eventReader) reachingIn(lo, k int) string {
	t := r.t
	switch {
	case t.tok[k-1].low == "after":
		return model.Done
	case r.any(k-1, k, "denies", "denied", "deny"):
		return model.EventDenied
	case r.nearAt(lo, k-1) && !r.farFrom(lo, k-1):
		return model.Planned
	}
	g, _, _ := r.ev.terms.match(t.tok, k)
	end, aux := r.auxBefore(lo, k)
	if status := r.verbStatus(lo, end, k, g, aux); status != model.UnderWay {
		return ""
	}
	return model.Planned // "are finalising a deal"
}

// onlyMeant tells whether somebody before the verb at k in a headline only hopes or expects
// that others do what it says: "X hopes Y, Z strike deal".
func (r *eventReader) onlyMeant(s stretch, k int) bool {
	for i := k - 2; i > s.lo && i > k-8; i-- {
		if _, _, brk := r.breaks.match(r.t.tok, i); brk {
			return false
		}
		if r.beside(i, i+1, aroundIntent) && r.actorAhead(i+1, k) {
			return true
		}
	}
	return false
}

// nearAt tells whether a phrase that says how near an agreement is ends at token k, an
// article left out: "close to a", "on brink of".
func (r *eventReader) nearAt(lo, k int) bool {
	for k > lo && r.word(r.t, k)&hDeterminer != 0 {
		k--
	}
	if k-2 > lo && r.t.tok[k].low == "to" && r.t.tok[k-1].kind == quoteToken {
		return r.isRole(k-2, roleNear) // "'very close' to"
	}
	for back := 0; back < 4 && k-back >= lo; back++ {
		if r.t.tok[k-back].id == 0 {
			continue
		}
		if w, n, ok := r.ev.terms.match(r.t.tok, k-back); ok && n == back+1 && w.is(roleNear) {
			return true
		}
	}
	return false
}

// farFrom tells whether what is said to be near in lo to hi is said not to be.
func (r *eventReader) farFrom(lo, hi int) bool {
	return r.beside(max(lo, hi-6), hi, aroundDistant)
}

// reachedVerb returns the place of the participle that says behind an agreement's name
// that it was brought about, its parties passed over: "deal with X reached"; 0 for none.
func (r *eventReader) reachedVerb(i, hi int) int {
	if _, to := r.companions(i, hi); to > i && to < hi {
		i = to
	}
	for k := i; k < hi && k < i+5; k++ {
		if _, _, brk := r.breaks.match(r.t.tok, k); brk || !r.t.tok[k].wordy() || r.who.known(r.t, k) {
			return 0
		}
		w, _, ok := r.ev.terms.match(r.t.tok, k)
		if ok && r.t.tok[k].id != 0 && w.is(roleReach) && w.form&inPast != 0 && w.form&(inThird|inIng) == 0 && !r.beside(k, k+1, aroundVague) {
			return k
		}
	}
	return 0
}

// reachedBehind tells where an agreement stands by the verb behind its name: "deal to be
// signed on Monday", "deal not yet reached".
func (r *eventReader) reachedBehind(s stretch, lo, i int) string {
	k := r.reachedVerb(i, s.hi)
	neg := r.any(i, k, "not", "n't", "never", "cannot", "won't") || lo > s.lo && r.any(lo-1, lo, "no")
	switch {
	case r.beside(max(s.lo, lo-4), i, aroundDoubting), r.any(i, k, "nearly", "almost", "would", "should", "cannot") || r.beside(max(s.lo, lo-2), lo, aroundEarly):
		return ""
	case neg && r.any(i, k, "will", "won't", "can", "could", "may", "might"):
		return ""
	case neg || r.any(i, k, "yet") && r.any(i, k, "to"):
		return model.NoneReached
	case r.beside(i, k, aroundModal):
		return model.Planned
	}
	return model.Done
}

// missedBy tells whether a phrase that says that none came about ends at token k: "no sign of".
func (r *eventReader) missedBy(s stretch, k int) bool {
	if k-2 < s.lo || r.t.tok[k-2].low != "no" {
		return false
	}
	w, n, ok := r.ev.terms.match(r.t.tok, k-2)
	return ok && n == 3 && w.is(roleMiss)
}

// conditional tells whether what is told at i hangs on something else.
func (r *eventReader) conditional(s stretch, i int) bool {
	return r.any(s.lo, i, "if", "unless", "until")
}

// isTerm tells whether "without" at k names what is asked for, not what did not come
// about: "no talks without a truce", "without a deal, X will …".
func (r *eventReader) isTerm(s stretch, k, end int) bool {
	if r.t.field != model.InTitle {
		return false
	}
	if k == s.lo {
		return r.beside(end, s.hi, aroundModal)
	}
	lo := r.clauseStart(s, k)
	return r.beside(lo, k, aroundRuling)
}

// nearBehind tells whether what follows an agreement's name says that it is near: "deal
// with X is close".
func (r *eventReader) nearBehind(i, hi int) bool {
	if _, to := r.companions(i, hi); to > i {
		i = to
	} else if i < hi && r.beside(i, i+1, aroundTopic) {
		i = r.nearFrom(i+1, hi)
	}
	for i < hi && (r.beside(i, i+1, aroundSeeming) || r.t.tok[i].kind == quoteToken) {
		i++
	}
	if i >= hi {
		return false
	}
	w, n, ok := r.ev.terms.match(r.t.tok, i)
	return ok && r.t.tok[i].id != 0 && w.is(roleNear) && (i+n >= hi || !r.t.tok[i+n].wordy() || r.word(r.t, i+n)&(hBreak|hPrep) != 0 && r.t.tok[i+n].low != "to")
}

// nearFrom returns where the first phrase begins behind i that may say that something is
// near, hi for none: "deal on wheat in reach".
func (r *eventReader) nearFrom(i, hi int) int {
	for ; i < hi; i++ {
		if _, _, brk := r.breaks.match(r.t.tok, i); brk {
			return hi
		}
		if w, _, ok := r.ev.terms.match(r.t.tok, i); ok && r.t.tok[i].id != 0 && w.is(roleNear) {
			return i
		}
	}
	return hi
}

// inForce tells whether an agreement is said to apply from now on: "takes effect".
func (r *eventReader) inForce(i, hi int) bool {
	if r.forceAhead(i, hi) {
		return true
	}
	if _, to := r.companions(i, hi); to > i {
		i = to
	}
	w, _, ok := r.ev.terms.match(r.t.tok, min(i, hi-1))
	return ok && i < hi && w.is(roleForce)
}

// applies tells whether an agreement is said in as many words to apply from now on, and not
// only to hold or to begin.
func (r *eventReader) applies(i, hi int) bool {
	if _, to := r.companions(i, hi); to > i {
		i = to
	}
	w, _, ok := r.ev.terms.match(r.t.tok, min(i, hi-1))
	return ok && w.is(roleForce) && (strings.HasSuffix(w.lemma, "effect") || strings.HasSuffix(w.lemma, "force"))
}

// truce tells whether the agreement whose name stands at i can be none but one between those
// at war: "ceasefire", "peace accord", "prisoner swap".
func (r *eventReader) truce(i, n int) bool { return r.beside(i, i+n, aroundWarring) }

// behindCue returns where a clause begins in running text that ends before token k and is what
// somebody says, with those who agree in it: "X announced that Y and Z had agreed to"; the start
// of the sentence for anything else.
func (r *eventReader) behindCue(s stretch, k int) int {
	for i := k - 1; i > s.lo && r.t.field == model.InText; i-- {
		if r.t.tok[i].low == "that" && r.hasCue(stretch{s.lo, i}) && len(r.actorsIn(i+1, k)) > 1 {
			return i + 1
		}
	}
	return s.lo
}

// validFrom tells whether what is told between lo and hi is to hold from a time: "agreed to a
// truce from midnight".
func (r *eventReader) validFrom(lo, hi int) bool {
	for k := lo; k+1 < hi; k++ {
		if r.t.tok[k].low != "from" {
			continue
		}
		_, _, timed := r.ev.times.clock(r.t, k+1, hi)
		_, _, dated := date(r.t, k+1, hi, r.written, 1)
		if timed > 0 || dated > 0 {
			return true
		}
	}
	return false
}

// signedBy lists those by whom what is named before i was brought about: "signed by X and Y".
func (r *eventReader) signedBy(i, hi int) []string {
	k := r.reachedVerb(i, hi)
	if k == 0 || k+2 >= hi || r.t.tok[k+1].low != "by" {
		return nil
	}
	return r.partiesIn(k+2, r.objectEnd(k+2, hi))
}

// forceAhead tells whether an agreement is said to apply from some time to come: "due to
// take effect", "in Tarn will come into force". What may be so is no event.
func (r *eventReader) forceAhead(i, hi int) bool {
	if i < hi && r.t.tok[i].low == "in" {
		i += 1 + len(r.cut(r.placeAt(i+1, hi)))
	} else if _, to := r.companions(i, hi); to > i {
		i = to
	}
	for i < hi && (r.beside(i, i+1, aroundNearing) || r.any(i, i+1, "is")) {
		i++
	}
	if i+1 >= hi || !r.any(i, i+1, "to", "will") || r.any(i, hi, "if", "unless") {
		return false
	}
	w, _, ok := r.ev.terms.match(r.t.tok, i+1)
	return ok && w.is(roleForce) && w.form&inBase != 0
}

// reachedThere tells whether a meeting is where an agreement named before i was reached: "agreed at
// the talks".
func (r *eventReader) reachedThere(i, hi int) bool {
	k := r.reachedVerb(i, hi)
	return k > 0 && k+1 < hi && r.any(k+1, k+2, "at", "in", "during", "after")
}
