package model

import (
	"slices"
	"strings"
	"time"
)

// Signals lists the sanction signals that pass a filter, newest first.
func (b *Board) Signals(f Filter) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	if b.plain(f) {
		return b.plainRefs(KindSignal)
	}
	return b.refs(b.groups(KindSignal, f))
}

// Signal returns the row of a signal; false when the board does not have it.
func (b *Board) Signal(ref Ref) (SignalRow, bool) {
	if ref.Kind != KindSignal {
		return SignalRow{}, false
	}
	h, ok := b.hold(ref)
	if !ok {
		return SignalRow{}, false
	}
	row := SignalRow{Ref: h.ref, Certainty: h.certainty, Story: h.story, Marks: h.marks, Struck: struckAll(h.list)}
	row.Seen, row.Published = firstTimes(h.list)
	row.At = b.byClock(row.Seen, row.Published)
	list := b.fetch(h.list)
	slices.SortStableFunc(list, func(a, c told) int { return -compareBool(a.stands(), c.stands()) })
	for i := range list {
		t := &list[i]
		if t.idx >= len(t.reading.Signals) {
			continue
		}
		s := t.reading.Signals[t.idx]
		if len(row.Evidence) == 0 {
			row.Signal = s
		} else {
			row.Signal = fuller(row.Signal, s)
		}
		row.Evidence = append(row.Evidence, t.evidence(s.In, s.Spans, s.Rule))
	}
	row.Countdown = b.countdown(row.Signal)
	return row, len(row.Evidence) > 0
}

// fuller fills what the leading report leaves open from another one.
func fuller(s, t Signal) Signal {
	if s.Sector == "" {
		s.Sector = t.Sector
	}
	if len(s.Target) == 0 {
		s.Target = t.Target
	}
	if s.Condition == nil {
		s.Condition, s.Conditional = t.Condition, s.Conditional || t.Conditional
	}
	if s.Expires == "" {
		s.Expires = t.Expires
	}
	if s.Effective == "" {
		s.Effective = t.Effective
	}
	return s
}

// countdown is the nearest time ahead that a signal names, else the latest past.
func (b *Board) countdown(s Signal) time.Time {
	var best time.Time
	for _, text := range []string{s.Expires, conditionDeadline(&s), s.Effective} {
		t, ok := parseTime(text)
		if !ok {
			continue
		}
		if best.IsZero() || best.Before(b.At) && t.After(best) || t.After(b.At) && t.Before(best) {
			best = t.UTC()
		}
	}
	return best
}

// rungs give each action its place on the ladder of pressure or relief; an
// action that is not here moves nothing.
var (
	pressureRungs = map[string]int{"floated": 1, "threatened": 2, "announced": 3, "imposed": 4, "in-force": 5, "tightened": 6}
	reliefRungs   = map[string]int{"considered": 1, "offered": 2, "licensed": 3, "eased": 4, "suspended": 5, "lifted": 6}
)

// Ladders returns the path of signals to each target, the busiest first. What is
// history, denied, opposed or only called for moves no rung, a threat never
// stands for an act, and a licence is relief for a time.
func (b *Board) Ladders(f Filter) []Ladder {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	groups := b.groups(KindSignal, f)
	byTarget := map[int32][]int32{}
	for _, g := range slices.Backward(groups) {
		targets := b.view.others(b.founder(g))
		for i, t := range targets {
			if !slices.Contains(targets[:i], t) {
				byTarget[t] = append(byTarget[t], g)
			}
		}
	}
	var out []Ladder
	for t, list := range byTarget {
		out = append(out, b.ladder(t, list))
	}
	slices.SortFunc(out, func(x, y Ladder) int {
		if n := len(y.Refs) - len(x.Refs); n != 0 {
			return n
		}
		return strings.Compare(x.Target.ID, y.Target.ID)
	})
	return out
}

// step is what stands of one instrument of one sender.
type step struct{ sender, instrument int32 }

func (b *Board) ladder(target int32, groups []int32) Ladder {
	d := &b.r.dict
	l := Ladder{Target: b.actor(d.actors.text[target], "")}
	acts, words, reliefs := map[step]string{}, "", ""
	l.Refs = make([]Ref, 0, len(groups))
	licensed := b.licensedStories(groups)
	var next int64
	now := b.At.Unix()
	for _, g := range groups {
		l.Refs = append(l.Refs, b.groupRef(g))
		fi := b.founder(g)
		f := b.view.fact(fi)
		if f.actor >= 0 {
			if id := d.actors.text[f.actor]; id != "" && !slices.Contains(l.Senders, id) {
				l.Senders = append(l.Senders, id)
			}
		}
		if f.flags&flagHistorical != 0 {
			continue
		}
		action := d.labels.text[f.class]
		end, stands := b.endOf(g)
		if !stands && !b.standing(g) {
			continue
		}
		if end > now && (next == 0 || end < next) {
			next = end
			l.NextWhy = "deadline"
			if f.dir == relief || f.flags&flagTemporary != 0 {
				l.NextWhy = "expires"
			}
		}
		over := end > 0 && end <= now
		key := step{f.actor, f.detail}
		switch {
		case f.dir == pressure && pressureRungs[action] >= 4:
			acts[key] = action
			reliefs = ""
		case f.dir == pressure && pressureRungs[action] > 0:
			if pressureRungs[action] > pressureRungs[words] || words == "" {
				words = action
			}
		case f.dir == pressure && (action == "deferred" || action == "expired"):
			if words != "" && action == "deferred" {
				words = "deferred"
			}
			if action == "expired" {
				delete(acts, key)
			}
		case f.dir == relief && reliefRungs[action] > 0:
			if reliefRungs[action] > reliefRungs["licensed"] && (f.flags&flagTemporary != 0 || licensed[b.storyOf(g)]) {
				action = "licensed" // for a time is not for good
			}
			if over {
				continue
			}
			if reliefRungs[action] >= reliefRungs[reliefs] {
				reliefs = action
			}
			if action == "lifted" {
				delete(acts, key)
			}
		case action == "expired":
			reliefs = ""
		}
	}
	l.Rung, l.Relief = words, reliefs
	highest := ""
	for _, a := range acts {
		if pressureRungs[a] > pressureRungs[highest] {
			highest = a
		}
	}
	if highest != "" {
		l.Rung = highest
	}
	if next > 0 {
		l.Next = time.Unix(next, 0).UTC()
	}
	return l
}

// licensedStories are the stories in which a relief is called a licence or
// temporary. A headline there that says "lifts" or "eases" is about the same.
func (b *Board) licensedStories(groups []int32) map[int32]bool {
	out := map[int32]bool{}
	for _, g := range groups {
		f := b.view.fact(b.founder(g))
		if f.dir == relief && (f.flags&flagTemporary != 0 || b.r.dict.labels.text[f.class] == "licensed") {
			out[b.storyOf(g)] = true
		}
	}
	return out
}

// storyOf is the story of a group's first report.
func (b *Board) storyOf(g int32) int32 { return b.view.ver(b.view.fact(b.founder(g)).ver).story }

// standing says whether a report of a group on the board still holds it.
func (b *Board) standing(g int32) bool {
	for _, p := range b.membersOf(g) {
		if p.stands() {
			return true
		}
	}
	return false
}

// untouched says whether a version is its item's only one and nothing names it:
// most are, and what they say stands.
func (b *Board) untouched(i int32) bool {
	v, layer := b.view.ver(i), b.view.layer
	if layer == nil {
		return v.touched == 0 || int(v.touched) > b.view.top.vers
	}
	if int(i) >= layer.from.vers {
		return v.touched == 0
	}
	return (v.touched == 0 || int(v.touched) > b.view.top.vers) && len(layer.index.items.of(uint32(v.item))) == 0 && len(layer.index.hits[v.item]) == 0
}

// endOf is the earliest end that a report of a group names, in s, 0 for none, and
// whether a report surely stands.
func (b *Board) endOf(g int32) (end int64, stands bool) {
	for i := b.view.tail(g); i >= 0; {
		x := b.view.fact(i)
		if b.out(b.view.ver(x.ver)) {
			if x.when != 0 && (end == 0 || x.when < end) {
				end = x.when
			}
			stands = stands || b.untouched(x.ver)
		}
		i = x.prev
	}
	return end, stands
}
