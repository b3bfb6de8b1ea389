package extract

import "parley/model"

// inPlace is the governor of "X in Berlin for talks".
const inPlace = -2

// governor finds the verb whose object an event is, or "X in Berlin for".
func (r *eventReader) governor(s stretch, lo int) (int, eventWord) {
	t := r.t
	i := lo - 1
	for i >= s.lo && (r.word(t, i)&hDeterminer != 0 || r.lex.of(&t.tok[i])&(classDeterminer|classPossessive) != 0) {
		i--
	}
	if q := r.beforeQuoted(s, i); q < i {
		for i = q; i > s.lo && r.word(t, i)&hDeterminer != 0; {
			i-- // "had a 'good talk'"
		}
	}
	if i-2 >= s.lo && t.tok[i].low == "of" && t.tok[i-1].kind == quoteToken && r.any(i-2, i-1, "prospect", "chance") {
		return i - 2, eventWord{roles: rolePlan, lemma: "prospect of"} // "'good prospect' of a summit"
	}
	for back := min(3, i-s.lo); back >= 0; back-- {
		if w, n, ok := r.ev.terms.match(t.tok, i-back); ok && n == back+1 && w.is(roleHold|rolePlan|roleDrop|roleDeny|roleRecall) {
			return i - back, w
		}
	}
	if i >= s.lo && t.tok[i].low == "for" && r.placedBefore(s, i) {
		return inPlace, eventWord{}
	}
	return -1, eventWord{}
}

// refused tells whether the verb at i is turned round: "does not rule out", "'not ruling out'".
func (r *eventReader) refused(s stretch, i int) bool {
	for k := i - 1; k >= max(s.lo, i-3); k-- {
		if negative(r.t.tok[k].low) {
			return true
		}
	}
	return false
}

// placedBefore tells whether "X in Berlin" stands right before "for talks".
func (r *eventReader) placedBefore(s stretch, i int) bool {
	lo := r.clauseStart(s, i)
	for k := lo + 1; k < i; k++ {
		if r.t.tok[k].low == "in" && !r.hasVerb(stretch{lo, k}) && r.placeAt(k+1, i) != "" && len(r.actorsIn(lo, k)) > 0 {
			return true
		}
	}
	return false
}

// inPlaceOf lists who is there, and notes his visit.
func (r *eventReader) inPlaceOf(s stretch, before int) []string {
	lo := r.clauseStart(s, before-1)
	for k := lo + 1; k < before; k++ {
		if r.t.tok[k].low == "in" {
			return r.actorsIn(lo, k)
		}
	}
	return nil
}

// governedStatus tells where an event stands by the verb that it is the object of.
func (r *eventReader) governedStatus(s stretch, g int, gov eventWord) string {
	lo := r.clauseStart(s, g)
	end, aux := r.auxBefore(lo, g)
	status := r.verbStatus(lo, end, g, gov, aux)
	if status == "" && r.t.field == model.InTitle && gov.form&inIng != 0 && gov.is(roleHold) && g > lo && r.who.known(r.t, g-1) && !r.hasVerb(stretch{lo, g}) {
		return model.UnderWay // "X and Y holding talks"
	}
	switch {
	case status == model.EventDenied && r.t.field == model.InTitle && (gov.lemma == "confirm" || gov.lemma == "announce" || gov.lemma == "request" || gov.lemma == "ask for"):
		return "" // "has not confirmed the summit" denies none
	case status == model.EventDenied:
		return status
	case status == model.UnderWay && r.t.field == model.InTitle && gov.is(roleHold) && gov.form&inBase != 0 && g > lo && r.t.tok[g-1].low == "to":
		return "" // "drops levy to restart talks" tells what it is to lead to
	case gov.is(rolePlan) && !gov.is(roleHold):
		return model.Planned
	case status == model.UnderWay && (gov.lemma == "end" || gov.lemma == "conclude" || gov.lemma == "finish" || gov.lemma == "wrap up" || gov.lemma == "leave" || gov.lemma == "cut short"):
		return model.Done
	case status == model.Done && opensEvent(gov.lemma):
		return model.UnderWay // "began talks": that they ended is for another report
	}
	return status
}

// opensEvent tells whether a verb says of an event only that it is on.
func opensEvent(lemma string) bool {
	switch lemma {
	case "begin", "start", "open", "kick off", "resume", "get under way", "get underway", "convene", "enter", "continue", "extend":
		return true
	}
	return false
}

// sticks tells whether a verb says of an event that it does not get on, and so is not over.
func sticks(lemma string) bool {
	switch lemma {
	case "stall", "stutter", "deadlock", "falter", "snag", "stagnate", "drag", "drag on", "limp on":
		return true
	}
	return false
}

// over tells whether a verb or a word says of an event that it is at its end.
func over(lemma string) bool {
	switch lemma {
	case "over", "end", "conclude", "finish", "collapse", "break down", "break up", "fall apart", "wrap up", "adjourn", "close", "done", "fail", "unravel", "founder", "complete":
		return true
	}
	return false
}

// endsAfter tells whether a clause goes on from i to the end of what it told:
// "talks that began at noon have ended".
func (r *eventReader) endsAfter(i, hi int) bool {
	for ; i < hi; i++ {
		if _, _, brk := r.breaks.match(r.t.tok, i); brk {
			return false
		}
		w, n, ok := r.ev.terms.match(r.t.tok, i)
		if !ok || r.t.tok[i].id == 0 {
			continue
		}
		if w.is(roleEnd) && w.form&inPast != 0 {
			return true
		}
		i += n - 1
	}
	return false
}

// startsClause tells whether an event's name is the subject of its clause.
func (r *eventReader) startsClause(s stretch, lo int) bool {
	k := lo
	for k > s.lo && (r.word(r.t, k-1)&hDeterminer != 0 || r.lex.of(&r.t.tok[k-1])&classDeterminer != 0 || r.t.tok[k-1].kind == quoteToken) {
		k--
	}
	if k == s.lo {
		return true
	}
	p := r.t.tok[k-1].low
	if r.t.field == model.InText && (k < lo && r.t.tok[k].low == "that" || r.lex.of(&r.t.tok[k-1])&classSaid != 0 || p == "," && r.opensAdjunct(s.lo) || p == "and" && r.any(k-2, k-1, ",") || p == ";") {
		return true // "the Kremlin said the summit", "On Friday, the talks", "…, and the lunch"
	}
	if p == "as" && k-2 > s.lo && r.any(k-2, k-1, "soon", "long", "far") {
		return false // "as soon as talks end"
	}
	if p == "after" || p == "as" || p == "while" || p == "but" || p == "that" {
		return true
	}
	return r.cueAt(k - 1)
}

// tellsStatus tells whether an auxiliary, an adverb or a word that says where an event
// stands comes at i.
func (r *eventReader) tellsStatus(i, hi int) bool {
	if r.word(r.t, i)&(hAux|hAdverb|hNegator) != 0 || r.lex.of(&r.t.tok[i])&(classAuxiliary|classAdverb|classNegation) != 0 {
		return true
	}
	w, _, ok := r.ev.terms.match(r.t.tok, i)
	return ok && i < hi && w.is(roleBegin|roleEnd|roleDue|roleHold|roleDrop|roleFall|roleMiss)
}

// followedStatus tells where an event stands by what follows its name.
func (r *eventReader) followedStatus(i, hi int) string {
	t := r.t
	neg, future := false, false
	for k := i; k < hi && k < i+12; k++ {
		low := t.tok[k].low
		switch {
		case t.tok[k].kind == quoteToken && k > i && r.any(i, k, "was", "were", "went"):
			return model.Done
		case low == "not" || low == "n't" || low == "won't" || low == "never" || low == "cannot" || low == "can't" || r.noLonger(k-1, k+1):
			neg = true
		case low == "," && k+1 < hi && r.cueAt(k+1):
			return ""
		case r.t.field == model.InTitle && (low == "will" || low == "would") && k+1 < hi && !r.tellsStatus(k+1, hi):
			return "" // "the summit will achieve nothing"
		case k == i && low == "to" && r.placeAt(k+1, hi) != "": // "visit to Oslo ends"
		case low == "to" && k == i && (r.t.field == model.InText || k+1 < hi && !r.tellsStatus(k+1, hi) && !r.any(k+1, k+2, "be", "have")):
			k++ // "talks to end the war"
			continue
		case low == "to" && r.t.field == model.InText && !r.infinitiveAt(k+1, hi): // "was changed to a lunch"
		case low == "have" && r.any(max(i, k-1), k, "to") && r.any(max(i, k-2), k, "was", "were"):
			return "" // "were to have ended in July"
		case low == "be" && k == i: // "that the talks be held"
			future = true
		case r.t.field == model.InText && (low == "should" || low == "must" || low == "ought") && !r.dayWithin(k, hi):
			return "" // what ought to be is no plan
		case low == "to" || low == "will" || low == "could" || low == "may" || low == "might" || low == "would" || low == "should":
			future = true
		}
		if _, _, brk := r.breaks.match(t.tok, k); brk || low == "who" || low == "but" {
			return ""
		}
		w, n, ok := r.ev.terms.match(t.tok, k)
		if !ok || t.tok[k].id == 0 || r.t.field == model.InText && (k > i && r.word(t, k-1)&hDeterminer != 0 || low == "over" && !r.any(max(i, k-3), k, "is", "are", "was", "were", "'s", "be", "been")) {
			continue // "at the last minute", "talks over fish"
		}
		switch {
		case w.is(roleDue) && k > i && t.tok[k-1].low == "than": // "for longer than planned"
		case r.t.field == model.InTitle && w.is(roleEnd) && k > i && r.any(k-1, k, "dead", "no", "any"): // "a dead end", "no end in sight"
		case w.is(roleEnd) && k > i && k+1 < hi && t.tok[k+1].low == "of" && r.any(k-1, k, "by", "at", "before", "until", "the", "towards", "toward"): // "by end of August"
		case r.t.field == model.InTitle && w.is(roleEnd|roleFall) && t.tok[k-1].low == "of" && r.any(max(i, k-3), k, "verge", "brink", "edge", "cusp", "risk"):
			return model.UnderWay // "on verge of collapse"
		case w.is(roleDrop) && (neg || r.any(i, k, "may", "might", "could", "would", "should")):
			return "" // "has not been cancelled"
		case w.is(roleDrop) && (w.form&inPast != 0 && (r.any(i, k, "is", "are", "was", "were", "be", "been", "being") || !r.objectAt(k+n, hi)) || future):
			return model.EventDenied
		case neg && w.is(roleBegin|roleDue) && (r.t.field == model.InTitle && r.any(i, k, "may", "might", "could") || r.any(max(i, k-4), k, "yet", "has", "have", "had")):
			return "" // "may not take place", "have not begun"
		case r.t.field == model.InText && future && r.any(k, hi, "if", "unless", "provided", "condition", "basis"):
			return "" // "will be held on the basis of a truce"
		case r.t.field == model.InTitle && r.any(i, k, "would") && r.any(k, hi, "if", "unless"):
			return "" // "would resume if"
		case neg && w.is(roleBegin|roleDue):
			return model.EventDenied
		case r.t.field == model.InText && (future && r.any(k, k+1, "last", "focus", "cover", "centre", "center", "hinge") || w.is(roleDue) && r.tellsHow(k+n, hi)): //nolint:misspell // as American papers have it
			return "" // "could last six hours" tells how long
		case future && (w.lemma == "fail" || w.lemma == "collapse" || w.is(roleMiss)):
			if r.t.field == model.InTitle && r.any(i, k, "may", "might", "could") {
				return model.UnderWay // they are on, and may fail
			}
			return ""
		case w.is(roleEnd|roleFall) && k > i && r.beside(k-1, k, aroundScarce), w.lemma == "near" && k+1 < hi && (r.isRole(k+1, roleEnd|roleFall) || r.any(k+1, k+2, "climax", "conclusion", "close", "breaking")):
			return model.UnderWay // "nearly collapsed", "near collapse"
		case w.is(roleBegin) && k-2 >= i && r.any(k-1, k, "to") && r.any(k-2, k-1, "yet"):
			return "" // "yet to resume"
		case w.is(roleDue) && r.butNot(k, hi):
			return ""
		case over(w.lemma) && r.t.field == model.InTitle && r.any(i, k, "may", "might", "could"):
			return model.UnderWay // "could end today"
		case w.is(roleDue) && low != "possible" || future && w.is(roleBegin|roleEnd|roleHold):
			return model.Planned
		case low == "held" && !future && r.any(i, k, "was", "were", "been"):
			if neg {
				return ""
			}
			return model.Done
		case w.is(roleEnd|roleFall) && !future && k > i && r.any(k-1, k, "to", "near", "nearing", "of") && r.any(max(i, k-3), k, "close", "near", "nearing", "verge", "brink", "edge", "cusp", "risk", "point"):
			return model.UnderWay // "are close to collapse"
		case w.is(roleMiss) && w.lemma == "fail to" && k+n < hi && r.isRole(k+n, roleBegin):
			return model.EventDenied // "fail to start"
		case w.lemma == "fail" && !future && !neg && k+n+1 < hi && r.any(k+n, k+n+1, "to") && r.isRole(k+n+1, roleBegin):
			return model.EventDenied // "failed to start"
		case neg && !future && over(w.lemma):
			if r.any(i, k, "has", "have", "is", "are", "'s", "'re", "hasn't", "haven't", "isn't", "aren't") {
				return model.UnderWay // "are not over"
			}
			return "" // "did not collapse"
		case w.is(roleOngoing) && !neg && !future:
			return model.UnderWay
		case w.is(roleHalted) && !neg:
			return model.EventDenied
		case w.is(roleBegin) && low != "open":
			past := w.form&inPast != 0 && w.form&inThird == 0 && low != "gone" // "have gone on for hours"
			if r.t.field == model.InText && r.opensWay(w, k+n, hi) && !past && !r.any(i, k, "has", "have") {
				return ""
			}
			if past && (!opensEvent(w.lemma) && !sticks(w.lemma) || r.endsAfter(k+n, hi) || r.t.field == model.InText && r.any(i, k, "had") || r.opensWay(w, k+n, hi)) || low == "unfolds" {
				return model.Done
			}
			if r.t.field == model.InText && w.form&(inBase|inThird) != 0 && w.form&inIng == 0 && opensEvent(w.lemma) && w.lemma != "continue" && k+n < hi && t.tok[k+n].low == "at" {
				if _, c := r.ev.times.firstClock(t, k+n, min(k+n+3, hi)); c > 0 {
					return model.Planned // "the talks begin at noon" tells of the programme
				}
			}
			return model.UnderWay
		case w.is(roleEnd):
			return model.Done
		}
		k += n - 1
	}
	return ""
}

// opensWay tells whether an event that "opens" something leads to it, behind the verb at i: "the
// talks opened the way to a truce".
func (r *eventReader) opensWay(w eventWord, i, hi int) bool {
	return w.lemma == "open" && r.any(i, min(i+4, hi), "way", "path", "door", "road", "chance", "prospect")
}

// dayWithin tells whether a day is named between lo and hi.
func (r *eventReader) dayWithin(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if r.day(k) {
			return true
		}
	}
	return false
}
