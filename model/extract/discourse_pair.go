package extract

import (
	"slices"

	"parley/model"
)

// Who is meant by two together: "both men", "the two presidents", "neither side".

// pair resolves a phrase of two to those whom the latest sentence that names several names as
// two. Whoever else was named since leaves it open who they are.
func (d *discourse) pair(who stretch) []int {
	fits := d.pairOf(who)
	if fits == nil {
		return d.joinedBefore(who.lo)
	}
	m := d.mentionFrom(who.lo)
	here := d.t.tok[who.lo].sent
	var since []int
	for sent := here; sent >= 0 && sent > here-reach; sent-- {
		var named []int
		for m > 0 && d.t.tok[d.ms[m-1].lo].sent >= sent {
			if m--; !d.t.tok[d.ms[m].lo].is(flagQuoted) && fits(d.ms[m]) && !slices.Contains(named, d.ms[m].actor) {
				named = append(named, d.ms[m].actor)
			}
		}
		if d.strangerIn(sent, who.lo) {
			return nil
		}
		if len(named) < 2 {
			since = append(since, named...)
			continue
		}
		if len(named) > 2 || slices.ContainsFunc(since, func(a int) bool { return !slices.Contains(named, a) }) {
			return nil
		}
		slices.Reverse(named)
		return named
	}
	return nil
}

// pairOf tells which mentions a phrase of two may stand for, nil when it is no such phrase.
func (d *discourse) pairOf(who stretch) func(mention) bool {
	i := who.lo
	if low := d.t.tok[i].low; low == "the" || low == "these" {
		i++
	}
	if i >= who.hi || who.hi-i > 3 {
		return nil
	}
	low, alone := d.t.tok[i].low, who.hi == i+1
	switch {
	case alone && (low == "pair" || low == "duo" || i > who.lo && low == "two" || i == who.lo && low == "both"):
		return d.isPerson
	case low != "two" && low != "both" && low != "neither":
		return nil
	case low == "two" && i == who.lo:
		return nil // "two diplomats": any two
	}
	for k := i + 1; k < who.hi-1; k++ {
		if w := &d.t.tok[k]; w.kind != wordToken || w.is(flagCapital) || d.who.names.lex.of(w)&classPreposition != 0 {
			return nil
		}
	}
	switch class := d.who.noun(&d.t.tok[who.hi-1]); {
	case class&nounOfPersons != 0:
		return d.isPerson
	case class&nounOfSides != 0:
		return d.isSide
	}
	return nil
}

// ofTwo resolves "the former" and "the latter" to the first and second of the two who spoke in
// the sentence before.
func (d *discourse) ofTwo(who stretch) (model.Speaker, bool) {
	if who.hi != who.lo+2 || d.t.tok[who.lo].low != "the" || !d.t.has(who.lo+1, who.hi, "former", "latter") {
		return model.Speaker{}, false
	}
	var two []model.Speaker
	turns := d.recent()
	for k := range turns {
		tn := &turns[k]
		if tn.sent == d.t.tok[who.lo].sent-1 && !slices.ContainsFunc(two, func(s model.Speaker) bool { return s.Actor == tn.speaker.Actor }) {
			two = append(two, tn.speaker)
		}
	}
	if len(two) != 2 || two[0].Actor == model.Unnamed || two[1].Actor == model.Unnamed {
		return model.Speaker{}, false
	}
	if d.t.has(who.lo+1, who.hi, "former") {
		return two[0], true
	}
	return two[1], true
}

// joinedBefore lists the two whom "they" at i means, whom nobody else can: "Quell and Marden
// met. They said".
func (d *discourse) joinedBefore(i int) []int {
	here := d.t.tok[i].sent
	if d.t.tok[i].low != "they" || i != d.t.sentence(i).lo || here == 0 {
		return nil
	}
	before := d.t.sents[here-1]
	ms := d.who.mentions(d.t, before.lo, before.hi)
	if len(ms) != 2 || ms[0].lo != before.lo && (ms[0].lo != before.lo+1 || d.who.noun(&d.t.tok[before.lo])&nounTitle == 0) || !d.t.has(ms[0].hi, ms[0].hi+1, "and") || ms[1].lo > ms[0].hi+4 || !d.isPerson(ms[0]) || !d.isPerson(ms[1]) || d.strangerIn(here-1, before.hi) {
		return nil
	}
	return []int{ms[0].actor, ms[1].actor}
}

func (d *discourse) isPerson(m mention) bool { return d.who.actors[m.actor].Kind == model.Person }

func (d *discourse) isSide(m mention) bool {
	kind := d.who.actors[m.actor].Kind
	return (kind == model.State || kind == model.Bloc) && !d.who.isPlace(d.t, m)
}

// strangerIn says whether a sentence, up to a token, gives somebody whom the directory does
// not know a title: "minister Ada Quell".
func (d *discourse) strangerIn(sent int32, end int) bool {
	s := d.t.sents[sent]
	for i := s.lo; i+1 < min(s.hi, end); i++ {
		if d.who.noun(&d.t.tok[i])&(nounTitle|nounUnnamed) == 0 || !d.t.tok[i+1].is(flagCapital) {
			continue
		}
		if !slices.ContainsFunc(d.ms, func(m mention) bool { return m.lo <= i+1 && i+1 < m.hi }) {
			return true
		}
	}
	return false
}

// ownsBehindAnd says whether an "and" from i on joins somebody who is named by the one before
// it, or by a post: "and his Marden counterpart", "and the president of Marden".
func (d *discourse) ownsBehindAnd(i, hi int) bool {
	for ; i+1 < hi; i++ {
		if d.t.tok[i].low == "and" {
			next := &d.t.tok[i+1]
			return d.who.names.lex.of(next)&classPossessive != 0 || next.low == "the" && i+2 < hi && d.who.noun(&d.t.tok[i+2])&nounTitle != 0
		}
	}
	return false
}
