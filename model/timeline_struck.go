package model

import "slices"

// A lane of the timeline marks how far the signals of each of its buckets go. What was told as
// imposed and corrected since went nowhere.

// fell says whether what a lane tells of a signal in the place of its action is that no report
// holds it any longer.
func fell(action string) bool { return action == string(Corrected) || action == string(Withdrawn) }

// laneAction is the action of a signal of the board in a lane or, where no report of it stands,
// what became of it.
func (b *Board) laneAction(g int32) string {
	if _, stands := b.inForce(g); stands {
		return b.r.dict.labels.text[b.view.fact(b.founder(g)).class]
	}
	w := b.weigh(b.membersOf(g))
	return string(w.level())
}

// strikeLane counts the buckets of a lane anew that hold a signal, of the base, that no report
// holds any longer on the board: touched are those on whose reports later versions bear.
func (b *Board) strikeLane(k stretchOfTime, lane *Lane, touched []int32) {
	var again []int
	for _, g := range append(b.touchedLate(), touched...) {
		if int(g) >= b.view.top.groups {
			continue // of a later moment than the board's
		}
		at, ok := b.firstTime(g)
		i := k.bucket(at)
		if !ok || at < k.lo || i >= k.buckets || slices.Contains(again, i) || !fell(b.laneAction(g)) {
			continue
		}
		again = append(again, i)
		one := b.density(k.only(i), newLane(1), 0)
		lane.PressureMost[i], lane.ReliefMost[i] = one.PressureMost[0], one.ReliefMost[0]
	}
}

// only is one bucket of a stretch.
func (k stretchOfTime) only(i int) stretchOfTime {
	edge := func(i int) int64 { return (int64(i)*k.width + int64(k.buckets) - 1) / int64(k.buckets) }
	return stretchOfTime{k.lo + edge(i), edge(i+1) - edge(i), 1}
}

// touchedLate are the signals of the base on whose items versions of the open minute bear.
func (b *Board) touchedLate() (out []int32) {
	layer := b.view.layer
	if layer == nil {
		return nil
	}
	take := func(item int64) {
		for _, j := range b.view.versions(item) {
			v := b.view.ver(j)
			for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
				if x := b.view.fact(f); x.kind == KindSignal && int(x.group) < layer.from.groups {
					out = append(out, x.group)
				}
			}
		}
	}
	for i := range int32(layer.vers.len()) {
		if v := layer.vers.at(i); v.n > 1 || v.op.takesBack() {
			take(v.item)
			if v.target >= 0 {
				take(b.view.ver(v.target).item)
			}
		}
	}
	return out
}

// bornOn says whether later versions bear on a report of a group of the base.
func (s *segment) bornOn(g int32) bool {
	for i := s.groups.at(g).last; i >= 0; i = s.facts.at(i).prev {
		if s.verOf(i).touched != 0 {
			return true
		}
	}
	return false
}
