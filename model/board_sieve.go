package model

import (
	"slices"
	"strings"
)

// sieve keeps the groups that pass a filter.
type sieve struct {
	b      *Board
	f      Filter
	kind   Kind
	all    bool // of a list, but for certainty
	sure   *sureEnough
	types  []int32
	text   []string // the folded words of the filter's text
	words  [][]bool // per word of the text: which dictionary words hold it
	relief []bool   // per word: whether it is in what rows call a relief
	labels [][]bool // per word: which labels hold it: types, actions, instruments, sectors
	actors []map[int32]bool
	feed   int32
}

func (b *Board) newSieve(kind Kind, f Filter) *sieve {
	s := &sieve{b: b, f: f, kind: kind, feed: -1, sure: b.sureEnough(f.Certainty)}
	s.all = f.Text == "" && len(f.Types) == 0 && f.Topic == "" && f.Feed == "" && f.Side == "" && f.Items == nil && !f.Anew && !b.edits.some
	s.all = s.all && !(f.Actor != "" && kind == KindSignal && b.Clock == ByPublished) // see concerns
	for _, t := range f.Types {
		s.types = append(s.types, b.r.dict.labels.find(t))
	}
	if f.Feed != "" {
		if no, ok := b.r.feedNo[f.Feed]; ok {
			s.feed = no
		} else {
			s.feed = -2
		}
	}
	s.text = foldWords(f.Text)
	for _, word := range s.text {
		holds := make([]bool, len(b.r.dict.words.text))
		short := stem(word)
		for i, w := range b.r.dict.words.text {
			holds[i] = strings.Contains(w, word) || w == short
		}
		s.words = append(s.words, holds)
		s.labels, s.relief = append(s.labels, b.labelsWith(word)), append(s.relief, strings.HasPrefix("relief", word))
		actors := map[int32]bool{}
		for i, id := range b.r.dict.actors.text {
			if b.named(id, word) {
				actors[int32(i)] = true
			}
		}
		s.actors = append(s.actors, actors)
	}
	return s
}

func (s *sieve) keeps(g int32) bool {
	if s.sure != nil && !s.sure.keeps(g) {
		return false
	}
	if s.all {
		return true
	}
	b := s.b
	if b.edits.hidden[g] {
		return false
	}
	lead, fixed := b.lead(g), b.edits.fixed[g]
	first := b.view.fact(lead)
	if fixed.Type != "" && len(s.f.Types) > 0 && !slices.Contains(s.f.Types, fixed.Type) || fixed.Type == "" && len(s.types) > 0 && !slices.Contains(s.types, first.class) {
		return false
	}
	if fixed.Speaker != "" && s.f.Actor != "" && !slices.Contains(b.speakerIDs(g), s.f.Actor) {
		return false
	}
	if s.kind == KindSignal && s.f.Actor != "" && b.Clock == ByPublished && !s.concerns(g, first) {
		return false
	}
	if s.f.Anew && first.flags&(flagHistorical|flagStill) != 0 {
		return false
	}
	if s.f.Topic != "" && !s.isAbout(g, lead) {
		return false
	}
	if s.f.Side != "" && !s.onSide(first, b.view.others(lead), fixed.Speaker) {
		return false
	}
	if (s.feed != -1 || s.f.Items != nil || b.hand.mutes) && !s.someReport(g) {
		return false
	}
	for i := range s.words {
		if !s.holdsWord(g, i) {
			return false
		}
	}
	return true
}

// isAbout says whether a group is about the filter's topic: of a signal that is the
// instrument or the sector that one of its reports names.
func (s *sieve) isAbout(g, lead int32) bool {
	topic := s.b.r.dict.labels.find(s.f.Topic)
	if s.kind != KindSignal {
		return slices.Contains(s.b.view.topics(lead), topic)
	}
	for f := range s.b.wholeOf(g) {
		if x := s.b.view.fact(f); (x.detail == topic || x.sector == topic) && s.b.out(s.b.view.ver(x.ver)) {
			return true
		}
	}
	return false
}

func (s *sieve) onSide(f *fact, others []int32, fixed string) bool {
	on := func(id string) bool {
		actor, _ := s.b.r.c.Directory.Find(id)
		return actor.Side == s.f.Side
	}
	side := func(a int32) bool { return on(s.b.r.dict.actors.text[a]) }
	if fixed != "" {
		return on(fixed)
	}
	if f.actor >= 0 && side(f.actor) {
		return true
	}
	return f.kind == KindEvent && slices.ContainsFunc(others, side)
}

// alone are the reports that were split off and pass the filter.
func (s *sieve) alone() []int32 {
	var out []int32
	for _, g := range s.b.edits.alone {
		if s.b.kindOf(g) == s.kind && s.keeps(g) && (s.f.Actor == "" || slices.Contains(s.b.speakerIDs(g), s.f.Actor)) {
			out = append(out, g)
		}
	}
	return out
}

// halved are the groups of which a report was split off and that pass the filter: what
// is left of them may have come out later.
func (s *sieve) halved() []int32 {
	var out []int32
	for g := range s.b.edits.apart {
		if s.b.kindOf(g) == s.kind && s.keeps(g) {
			out = append(out, g)
		}
	}
	return out
}

// fixedTo are the statements that the hand gave the filter's actor, and that do
// not stand in the actor's list.
func (s *sieve) fixedTo(list listKey) []int32 {
	var out []int32
	for g, x := range s.b.edits.fixed {
		if g >= 0 && s.kind == KindStatement && x.Speaker == s.f.Actor && !slices.Contains(s.b.view.actorsOf(s.b.lead(g)), list.id) && s.keeps(g) {
			out = append(out, g)
		}
	}
	return out
}

// concerns says whether a signal of the actor's list was the actor's, or known to hit
// the actor, by when things were out: a report that names the target may have come
// out later than the one that was seen first.
func (s *sieve) concerns(g int32, first *fact) bool {
	actor := s.b.r.dict.actors.find(s.f.Actor)
	return first.actor == actor || slices.Contains(s.b.targetsOf(g), actor)
}

// cameTo are the signals that hit the filter's actor by a later report than their
// first, and so do not stand in the actor's list.
func (s *sieve) cameTo(list listKey) []int32 {
	if list.id < 0 {
		return nil
	}
	groups := s.b.late(KindSignal)
	if p := s.b.view.base.orders.paths[list.id]; p != nil {
		for _, m := range p.moved {
			if int(m.group) < s.b.view.top.groups {
				groups = append(groups, m.group)
			}
		}
	}
	slices.Sort(groups)
	return slices.DeleteFunc(slices.Compact(groups), func(g int32) bool {
		return s.b.view.fact(s.b.view.group(g).founder).nOther > 0 || slices.Contains(s.b.view.actorsOf(s.b.lead(g)), list.id) ||
			!slices.Contains(s.b.targetsOf(g), list.id) || !s.keeps(g)
	})
}

// names says whether an actor's id or name has a word of the filter's text.
func (s *sieve) names(i int, id string) bool { return s.b.named(id, s.text[i]) }

func (b *Board) named(id, word string) bool {
	if strings.Contains(strings.ToLower(id+" "+b.r.c.Directory.Name(id)), word) {
		return true
	}
	a, _ := b.r.c.Directory.Find(id)
	return slices.ContainsFunc(a.Aliases, func(alias string) bool { return folded(alias) == word })
}

// labelsWith says which labels of the record hold a word as rows spell them:
// "in force" for "in-force".
func (b *Board) labelsWith(word string) []bool {
	labels := b.r.dict.labels.text
	holds := make([]bool, len(labels))
	for i, l := range labels {
		holds[i] = slices.ContainsFunc(strings.FieldsFunc(l, func(r rune) bool { return r == '-' || r == ' ' }), func(part string) bool {
			return strings.HasPrefix(part, word) || stem(part) == stem(word)
		})
	}
	return holds
}

// someReport says whether a report stands in a wanted feed and item and is not muted.
func (s *sieve) someReport(g int32) bool {
	for f := range s.b.wholeOf(g) {
		v := s.b.view.ver(s.b.view.fact(f).ver)
		if s.b.out(v) && (s.feed == -1 || v.feed == s.feed) && (s.f.Items == nil || s.f.Items[ItemID(v.item)]) && !s.b.hand.muted(s.b, v) {
			return true
		}
	}
	return false
}

func (s *sieve) holdsWord(g int32, i int) bool {
	fixed := s.b.edits.fixed[g].Speaker
	if fixed != "" && s.names(i, fixed) {
		return true
	}
	for f := range s.b.wholeOf(g) {
		x := s.b.view.fact(f)
		if !s.b.out(s.b.view.ver(x.ver)) {
			continue
		}
		if x.actor >= 0 && fixed == "" && s.actors[i][x.actor] {
			return true
		}
		for _, a := range s.b.view.others(f) {
			if s.actors[i][a] {
				return true
			}
		}
		if s.labels[i][x.class] || s.labels[i][x.detail] || s.labels[i][x.sector] || x.dir == relief && s.relief[i] {
			return true
		}
		for _, list := range [][]uint32{s.b.view.factWords(f), s.b.view.titleWords(x.ver)} {
			for _, w := range list {
				if int(w) < len(s.words[i]) && s.words[i][w] {
					return true
				}
			}
		}
	}
	return false
}
