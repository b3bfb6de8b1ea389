package model

import "math"

// By says who of the senders on one of the board's ladders brought it to its rung and to
// its relief, by what the signals of each alone come to.
func (b *Board) By(l *Ladder, s *Standing) (pressing, easing []string) {
	senders := b.Senders(l)
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	for _, id := range senders {
		up, down := b.climbOf(l, b.r.dict.actors.find(id))
		if up == s.Rung && up != "" {
			pressing = append(pressing, id)
		}
		if down == s.Relief && down != "" {
			easing = append(easing, id)
		}
	}
	if len(easing) == 0 && s.Relief != "" { // a licence that lasts beside later sanctions
		if _, f := b.endWithin(l, b.lateEnds(l), b.At.Unix(), math.MaxInt64, b.lastsBeside); f != nil && f.actor >= 0 {
			easing = append(easing, b.r.dict.actors.text[f.actor])
		}
	}
	return pressing, easing
}

// climbOf is the rung and the relief to which the signals of one sender come.
func (b *Board) climbOf(l *Ladder, sender int32) (up, down string) {
	c := climb{b: b, l: l}
	for _, list := range [][]rung{l.late.rungs, l.path.rungs[:l.n]} {
		for i := len(list) - 1; i >= 0 && !c.over(); i-- {
			if list[i].sender == sender {
				c.pass(&list[i])
			}
		}
	}
	return c.standing()
}
