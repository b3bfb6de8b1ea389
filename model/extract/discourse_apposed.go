package extract

import (
	"strings"

	"parley/model"
)

// Who is meant by a phrase beside which his name stands, or that only gives him a turn.

// asker says whether a label in a transcript stands for whoever asks.
func (d *discourse) asker(who stretch) bool {
	switch d.t.tok[who.lo].low {
	case "question", "q", "reporter", "journalist", "interviewer":
		return who.hi == who.lo+1
	}
	return false
}

// apposed finds who is named behind the comma after what he is: "its spokesman, Ada Quell".
func (d *discourse) apposed(p party, a *attribution) (party, bool) {
	if p.id != model.Unnamed && p.capacity != "office" || !d.t.has(a.who.hi, a.who.hi+1, ",") {
		return party{}, false
	}
	lo, end := a.who.hi+1, a.speaker[0].hi
	lo = d.behindTrade(lo, end)
	hi := lo
	for hi < end && d.t.tok[hi].low != "," && d.t.tok[hi].low != "(" {
		if k := &d.t.tok[hi]; (k.kind != wordToken || !k.is(flagCapital) && d.who.noun(k)&nounParticle == 0) && (k.low != "-" || !k.is(flagGlued)) {
			return party{}, false
		}
		hi++
	}
	if hi == lo {
		return party{}, false
	}
	named := d.who.party(d.t, lo, hi)
	if a, ok := d.withoutInitials(named); ok && named.actor < 0 {
		named.id, named.name = a.ID, a.Name
	}
	person := named.capacity == "person" || named.capacity == "spokesperson"
	if !person && hi-lo > 1 && p.capacity == "office" || !person && d.who.noun(&d.t.tok[a.who.hi-1])&nounTitle != 0 {
		named, person = d.familyFirst(named, lo, hi)
	}
	return named, person && (named.actor >= 0 || hi-lo > 1)
}

// behindTrade goes over what tells what somebody is before his name: "(his sister,) the painter
// (Ada Quell)". It returns lo where nothing does.
func (d *discourse) behindTrade(lo, end int) int {
	if lo >= end || d.who.names.lex.of(&d.t.tok[lo])&classDeterminer == 0 {
		return lo
	}
	for i := lo + 1; i+1 < end && i < lo+4 && d.t.tok[i].kind == wordToken && d.who.names.lex.of(&d.t.tok[i])&(classPreposition|classAnd|classRelative) == 0; i++ {
		if d.t.tok[i].is(flagCapital) {
			if i > lo+1 && d.t.tok[i+1].is(flagCapital) {
				return i
			}
			break
		}
	}
	return lo
}

// behindLeft goes over what tells that something is somebody's turn: "It was left to (Quell to
// …)", "It fell to". It returns lo where nothing does.
func (d *discourse) behindLeft(lo, hi int) int {
	to := lo + 2
	switch {
	case d.t.has(lo, lo+1, "it") && d.t.has(lo+1, min(lo+2, hi), "was") && d.t.has(lo+2, min(lo+3, hi), "left", "up"):
		to++
	case d.t.has(lo, lo+1, "it") && d.t.has(lo+1, min(lo+2, hi), "fell"):
	default:
		return lo
	}
	if to+1 < hi && d.t.tok[to].low == "to" {
		return to + 1
	}
	return lo
}

// familyFirst reads a name from lo to hi that begins with a family name which a list knows:
// "Katayama Ada".
func (d *discourse) familyFirst(p party, lo, hi int) (party, bool) {
	m, ok := d.who.nameAt(d.t, lo)
	if !ok || m.lo != lo || m.hi >= hi || d.who.actors[m.actor].Kind != model.Person {
		return p, false
	}
	if a := d.who.actors[m.actor]; strings.EqualFold(a.Name, d.t.raw(m.hi, hi)+" "+d.t.raw(lo, m.hi)) {
		return party{id: a.ID, name: a.Name, capacity: "person", actor: m.actor, lo: lo, hi: hi}, true
	}
	name := d.t.raw(lo, hi)
	return party{id: kebab(name), name: name, capacity: "person", actor: -1, lo: lo, hi: hi}, true
}
