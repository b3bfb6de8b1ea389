package extract

import "parley/model"

// Where the object of a verb, what is told of an event, and its clause end.

// predicateEnd returns where what is told of an event ends because its subject goes
// on to speak: "met him on Monday and said …".
func (r *eventReader) predicateEnd(lo, hi int) int {
	for i := lo; i+1 < hi; i++ {
		if r.t.tok[i].low == "and" && (r.cueAt(i+1) || r.lex.of(&r.t.tok[i+1])&classSaid != 0) {
			return i
		}
	}
	return hi
}

// clauseEnd returns where the clause around lo ends.
func (r *eventReader) clauseEnd(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if _, n, ok := r.breaks.match(r.t.tok, i); ok && !r.timeBehind(i, n, hi) {
			return i
		}
		if w := r.t.tok[i].low; w == "but" || w == ";" {
			return i
		}
	}
	return hi
}

// sourceFrom returns where those begin behind a comma who are said to tell what stands before
// it: "on Sunday, the ministry in Oslo said"; hi where none are.
func (r *eventReader) sourceFrom(lo, hi int) int {
	for i := lo; i+1 < hi; i++ {
		if r.t.tok[i].low != "," {
			continue
		}
		for k := i + 1; k < hi && k < i+9 && r.t.tok[k].low != ","; k++ {
			if r.cueAt(k) || r.lex.of(&r.t.tok[k])&classSaid != 0 {
				return i
			}
		}
	}
	return hi
}

// timeBehind tells whether what breaks off a clause elsewhere only goes before a time: "shortly
// before 9 a.m.", "as early as 22 August".
func (r *eventReader) timeBehind(i, n, hi int) bool {
	k := i + n
	if k < hi && r.t.tok[i].low == "as" && r.any(k, k+1, "early", "soon", "late", "planned", "scheduled", "expected") {
		return true
	}
	if k < hi && r.t.tok[i].low == "as" && r.any(i-1, i, "early", "soon", "late") {
		return true
	}
	if k < hi && r.any(k, k+1, "tomorrow", "yesterday") || i > 0 && r.t.tok[i].low == "ahead" && r.any(i-1, i, "go", "goes", "went", "going") {
		return true
	}
	if k >= hi || !r.any(i, i+1, "before", "after") {
		return false
	}
	_, _, clocked := r.ev.times.clock(r.t, k, hi)
	return clocked > 0
}

// objectEnd returns where the object of a verb ends: at a place, a time, another
// clause.
func (r *eventReader) objectEnd(lo, hi int) int {
	t := r.t
	for i := lo; i < hi; i++ {
		k := &t.tok[i]
		c := r.word(t, i)
		_, _, brk := r.breaks.match(t.tok, i)
		switch {
		case i == lo && k.low == "to" && t.field == model.InTitle && i+1 < hi && r.mayBeVerb(i+1):
			return i // "meet to discuss A"
		case i == lo && (k.low == "with" || k.low == "to"):
		case i > lo && (negative(k.low) || r.beside(i, i+1, aroundScarce)):
			return i // "talks between X and Y never began"
		case i > lo && (c&hVerb != 0 || (r.who.known(t, i-1) || r.isRole(i-1, rolePeople)) && (r.isRole(i, roleBegin|roleEnd|roleDue|roleDrop) || r.followsOn(i))):
			return i
		case t.field == model.InTitle && i > lo && r.who.known(t, i-1) && !k.is(flagCapital) && r.ev.effects[k.low]&(inThird|inPast) != 0:
			return i
		case brk, c&hPrep != 0 && k.low != "with" && k.low != "of", k.low == "says", k.low == "say", k.kind == dashToken && !r.joins(i), k.low == ":", r.day(i), k.kind == quoteToken && i > lo:
			return i
		case k.low == "to" && i > lo, k.low == "next" || k.low == "this" || k.low == "later":
			return i
		case t.field == model.InText && (k.low == "," || k.low == "and" && !r.any(max(0, lo-1), lo+1, "between", "of", "among", "both")) && r.actsNext(i+1, hi):
			return i
		case k.low == "," && r.attributedAt(i+1, hi), t.field == model.InTitle && (k.low == "," || k.low == "and") && r.goesOnAt(i+1, hi):
			return i
		case k.low == "and" || k.low == ",":
			if i+1 < hi && !r.actorAhead(i+1, hi) {
				return i
			}
		}
	}
	return hi
}

// attributedAt tells whether a name at i only says who told what stands before it: "X to
// meet Y, Kremlin says".
func (r *eventReader) attributedAt(i, hi int) bool {
	m, ok := r.who.nameAt(r.t, i)
	if !ok {
		return false
	}
	if held, is := r.who.holderAfter(r.t, m); is {
		m = held
	}
	k := m.hi
	for k < hi && k < m.hi+3 && r.who.noun(&r.t.tok[k])&(nounUnnamed|nounRank|nounTitle) != 0 {
		k++ // "a Kremlin source says"
	}
	return k < hi && (r.cueAt(k) || r.lex.of(&r.t.tok[k])&classSaid != 0)
}

// goesOnAt tells whether another verb follows at i, of the same subject or of a name before it:
// "X meets Y, thanks Z", "X meets Y, Z flies to Oslo".
func (r *eventReader) goesOnAt(i, hi int) bool {
	if i < hi && r.t.tok[i].low == "and" {
		i++
	}
	finite := func(i int) bool {
		w, _, ok := r.ev.terms.match(r.t.tok, i)
		return r.cueAt(i) || r.thirdAt(i) || ok && w.form&inThird != 0 && w.is(roleDo|roleTravel|roleArrive|roleDepart|roleVisit|roleReceive) && !w.is(roleNoun)
	}
	if i+1 >= hi {
		return false
	}
	if finite(i) && !r.who.known(r.t, i) {
		return true
	}
	m, ok := r.who.nameAt(r.t, i)
	return ok && m.hi+1 < hi && finite(m.hi)
}

// actorAhead tells whether a list goes on with an actor.
func (r *eventReader) actorAhead(i, hi int) bool {
	for k, end := i, i+4; k < hi && k < end; k++ {
		if _, ok := r.who.nameAt(r.t, k); ok {
			return true
		}
		if k > i && r.t.tok[k].low == "of" && r.who.noun(&r.t.tok[k-1])&nounTitle != 0 && k+1 < hi && r.t.tok[k+1].is(flagCapital) {
			end, k = k+4, k+1 // "Secretary of State Ada Quell"
			continue
		}
		if r.word(r.t, k)&(hPrep|hVerb|hBreak) != 0 || r.any(k, k+1, "but", "while") {
			return false
		}
	}
	return false
}
