package extract

import (
	"strings"

	"parley/model"
)

// Words that name an event or are the verb for it: "a call", "calls Quell".

// isNoun tells "a call" from "calls Quell".
func (r *eventReader) isNoun(s stretch, i, n int, w eventWord) bool {
	if strings.HasSuffix(w.lemma, "round") && i+n < s.hi && r.t.tok[i+n].low == "of" {
		return false // "a new round of tariffs"; talks are read by their own name
	}
	if r.t.field == model.InText && n == 1 && r.any(i, i+1, "bilateral", "trilateral", "one-on-one", "face-to-face") && i+1 < s.hi && r.thing(i+1) {
		return false // "bilateral trade"
	}
	if !w.is(roleDo | roleVisit) {
		return true
	}
	if r.noLonger(i-2, i) {
		return false // "will no longer visit Y"
	}
	if i == s.lo || r.t.tok[i].low == "visit" && r.t.field == model.InTitle && i+1 < s.hi && r.t.tok[i+1].low == "to" {
		return true
	}
	p := i - 1
	if w.is(roleVisit) && r.t.field == model.InTitle {
		if g, gov := r.governor(s, r.nameStart(s, i)); g >= 0 && (gov.is(roleHold|roleDrop) && r.nameStart(s, i) < i || gov.is(roleDrop) || gov.is(rolePlan|roleDeny) && !gov.is(roleHold)) {
			return true // "begins Brussels visit", "postpones visit"
		}
	}
	if w.is(roleVisit) && r.t.field == model.InTitle {
		if at := r.nameStart(s, i); at > s.lo && at < i && r.any(at-1, at, "on", "during", "of") {
			return true // "on Brussels visit"
		}
	}
	known := r.actorAhead(i+n, min(i+n+1, s.hi))
	switch low := r.t.tok[i].low; {
	case low == "meeting" && r.t.field == model.InText && r.any(p, i, "is", "are", "'re", "was", "were"):
		return false // "X and Y are meeting at a base"
	case low == "meeting" || low == "meetings":
		with := i+n < s.hi && r.any(i+n, i+n+1, "with", "between")
		return !known && (with || !r.isRole(p, rolePlan))
	case low == "call" && i+n < s.hi && r.beside(i+n, i+n+1, aroundLeaving):
		return r.afterHyphen(p) || genitive(&r.t.tok[p]) // "Oslo-Cairo call eases tensions"
	case low == "call" && r.afterHyphen(p) && i+n < s.hi && r.followsOn(i+n):
		return true // "Oslo-Cairo call postponed"
	case low == "call" && i+n < s.hi && r.t.field == model.InTitle && r.who.known(r.t, p) && r.word(r.t, i+n)&hAux != 0:
		return true // "Quell call was useful"
	case low == "meet":
		return r.afterHyphen(p)
	case low == "talks":
		verb := r.who.known(r.t, p) && i+n < s.hi && r.any(i+n, i+n+1, "with", "to") && r.who.headEnd(r.t, s.lo, i, nil) == i && !r.afterHyphen(p)
		if verb && r.t.field == model.InTitle {
			_, to := r.companions(i+n, s.hi)
			verb = !r.tellsEnd(i+n, s.hi) && !(to > i+n && to < s.hi && r.word(r.t, to)&hAux != 0)
		}
		return !verb // "White House talks with X begin", "White House talks with X were tense"
	}
	if w.is(roleVisit) && r.owned(s.lo, p) {
		return true // "a planned visit", "Quell's Oslo visit"
	}
	if _, long := r.length(p, i); long > 0 && strings.Contains(r.t.tok[p].low, "-") {
		return true // "90-minute call"
	}
	if r.cueAt(p) && i+n < s.hi && r.followsOn(i+n) {
		return true // "says call took place"
	}
	return genitive(&r.t.tok[p]) || r.word(r.t, p)&(hDeterminer|hPrep) != 0 && r.t.tok[p].low != "to" || r.lex.of(&r.t.tok[p])&(classPossessive|classDeterminer) != 0 ||
		r.isRole(p, roleHold|roleMatter) || i+n < s.hi && (r.t.tok[i+n].low == "with" || r.t.tok[i+n].low == "between")
}

// afterHyphen tells whether the name that ends at p is the second of a pair.
func (r *eventReader) afterHyphen(p int) bool {
	for k := p; k > p-4 && k > 0; k-- {
		if r.t.tok[k].kind == dashToken {
			return r.joins(k) // and is none behind a dateline
		}
	}
	return false
}

// owned tells whether a determiner, or somebody in the genitive, stands before the noun behind
// token p, with no more than adjectives and names in between.
func (r *eventReader) owned(lo, p int) bool {
	for k := p; k >= lo && k > p-4; k-- {
		w := &r.t.tok[k]
		if genitive(w) || r.lex.of(w)&(classDeterminer|classPossessive) != 0 && k < p {
			return true
		}
		if w.kind != wordToken || r.word(r.t, k)&(hPrep|hBreak|hAux|hVerb) != 0 && r.word(r.t, k)&hPlanned == 0 || r.cueAt(k) || r.lex.of(w)&(classAuxiliary|classModal) != 0 {
			return false
		}
	}
	return false
}
