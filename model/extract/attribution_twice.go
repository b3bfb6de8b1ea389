package extract

// joinTwice makes one of two attributions that the same one has for the same words, before them
// and in or behind them: "Smith shot back: “If it rains,” she wrote, “we stay.”".
func (s *scan) joinTwice() {
	for j := 1; j < len(s.found); j++ {
		i := j - 1
		a, b := &s.found[i], &s.found[j]
		first := a.content[0]
		if b.entry.kind != kindSay || a.entry.kind != kindSay || b.who.empty() || len(a.content) != 1 || !s.quoteAt(first.lo) || a.cue.hi > first.lo || first.lo-a.cue.hi > 2 {
			continue
		}
		e := s.quoteEnd(first.lo)
		if at := min(b.who.lo, b.cue.lo); first.hi > e+1 || at <= e || at > e+2 || !s.sameWho(a.who, b.who) {
			continue
		}
		switch {
		case b.rule == "verb-comma-quote" && b.content[0].lo > b.cue.hi:
			a.content = append(s.list(first), b.content...)
		case b.rule == "quote-verb" && b.content[0].lo == first.lo:
			a.content = b.content
		default:
			continue
		}
		s.found = append(s.found[:j], s.found[j+1:]...)
		j--
	}
}

// endAtTag ends what one attribution reports where another begins that tells who reports all of
// it: "Quell will leave if it rains, two of her aides told the board".
func (s *scan) endAtTag() {
	for j := range s.found {
		b := &s.found[j]
		sums := s.low(b.who.lo) == "something" || s.low(b.who.lo) == "a" && s.sumsUp(b.who.lo)
		if b.rule != "verb-after" && b.rule != "verb-inverted" || sums && !gainsays(b.entry.typ) { // "…, something her aides call unlikely"
			continue
		}
		all := b.content[0]
		for i := range s.found {
			a := &s.found[i]
			if i == j || a.rule == "label" && len(b.content) > 1 || len(a.content) > 1 { // a tag in the midst of what it reports
				continue
			}
			if told := a.content[0]; all.lo <= a.cue.lo && a.cue.hi <= all.hi && told.lo < all.hi && (told.hi > all.hi && b.cue.lo < told.hi || sums && told.hi == all.hi) {
				a.content = s.list(s.trim(told.lo, all.hi))
				if sums { // "(Quell said) it was over, something Reyl denies"
					b.content = s.list(a.content...)
				}
			}
		}
	}
}

// sameWho says whether the second of two speakers can be the first again: a pronoun, or the name
// that the first ends with.
func (s *scan) sameWho(a, b stretch) bool {
	if a.empty() {
		return false
	}
	return b.hi == b.lo+1 && s.class(b.lo)&classPronoun != 0 || s.low(a.hi-1) == s.low(b.hi-1)
}
