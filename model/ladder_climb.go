package model

import "slices"

// climb goes a ladder's path back from its end until nothing earlier can change
// what stands.
type climb struct {
	b *Board
	l *Ladder

	said     uint8 // the highest rung of words since they were last put off
	putOff   bool  // and they were
	saidDone bool

	done     uint8 // the highest rung of what is in force
	ended    map[instrument]bool
	doneDone bool

	eased     uint8 // the highest relief since something was last put in force
	easedDone bool

	reached     reached // by signals that stand
	reachedDone bool
}

// instrument is one kind of measure of one sender, which is ended as a whole.
type instrument struct{ sender, instrument int32 }

func (c *climb) over() bool { return c.saidDone && c.doneDone && c.easedDone && c.reachedDone }

// pass takes in the signal before those passed so far.
func (c *climb) pass(r *rung) {
	if !c.saidDone {
		c.passWords(r)
	}
	if !c.doneDone {
		c.passActs(r)
	}
	if !c.easedDone {
		c.passRelief(r)
	}
	if x := r.reaches(); x&^c.reached != 0 && c.stands(r) {
		c.reached |= x
	}
	c.reachedDone = r.upTo&^c.reached == 0
}

func (c *climb) passWords(r *rung) {
	switch {
	case r.upTo.said() == 0, c.said > 0 && r.upTo.said() <= c.said:
		// Nobody said anything before, or nothing that is higher.
		c.putOff, c.saidDone = false, true
	case r.does == sayPressure && r.rank > c.said && c.stands(r):
		if c.putOff {
			c.saidDone = true
			return
		}
		c.said = r.rank
	case r.does == putOff && !c.putOff && c.stands(r):
		c.putOff = c.said == 0
		c.saidDone = c.said > 0
	}
}

func (c *climb) passActs(r *rung) {
	if r.upTo.done() <= c.done {
		c.doneDone = true
		return
	}
	ends := r.does == endAct || r.does == ease && r.rank == rungLifted
	key := instrument{r.sender, r.instrument}
	if !ends && r.does != act || c.ended[key] || !c.stands(r) || r.does == ease && c.relief(r) != rungLifted {
		return
	}
	if r.does == act {
		c.done = max(c.done, r.rank) // what is in force stays so when another measure is imposed
		return
	}
	if c.ended == nil {
		c.ended = map[instrument]bool{}
	}
	c.ended[key] = true
}

func (c *climb) passRelief(r *rung) {
	switch {
	case r.upTo.eased() <= c.eased:
		c.easedDone = true
	case r.does == act || r.does == endEase:
		c.easedDone = c.stands(r)
	case r.does == ease && r.rank > c.eased && c.stands(r):
		c.eased = max(c.eased, c.relief(r))
	}
}

// standing names what was found.
func (c *climb) standing() (rung, relief string) {
	rung = pressureNames[c.said]
	if c.putOff && c.saidDone {
		rung = "deferred"
	}
	if c.done > 0 {
		rung = pressureNames[c.done]
	}
	return rung, reliefNames[c.eased]
}

func (c *climb) stands(r *rung) bool {
	_, ok := c.b.inForce(r.group)
	return ok
}

// relief is the rung of a relief as it stands: none when it has run out, and a
// licence where it is for a time only.
func (c *climb) relief(r *rung) uint8 {
	if end := c.b.easedUntil(r.group); end > 0 && end <= c.b.At.Unix() {
		return 0
	}
	if r.rank > rungLicensed && c.b.forATime(r.group, c.l) {
		return rungLicensed
	}
	return r.rank
}

// forATime says whether a relief is called temporary, or its story has a licence
// for the target.
func (b *Board) forATime(g int32, l *Ladder) bool {
	first := b.view.fact(b.founder(g))
	if first.flags&flagTemporary != 0 {
		return true
	}
	found := false
	b.eachLicence(b.view.ver(first.ver).story, func(x int32) bool {
		found = slices.Contains(b.targetsOf(x), l.target) && l.has(x)
		return !found
	})
	return found
}

// inForce is the end that the reports of a group name, in s, 0 for none, and whether
// a report still holds the signal.
func (b *Board) inForce(g int32) (end int64, stands bool) {
	var ends earliest
	for i := b.view.tail(g); i >= 0; {
		x := b.view.fact(i)
		if b.out(b.view.ver(x.ver)) {
			ends.add(x.when)
			stands = stands || b.untouched(x.ver)
		}
		i = x.prev
	}
	return ends.end(), stands || b.standing(g)
}

// earliest is the first of some ends, in s: of those that tell only a day, and of
// those that tell more.
type earliest struct{ day, exact int64 }

const secondsPerDay = msPerDay / 1000

// dayReach is how long after the beginning of a day in UTC a moment can be on that
// day, somewhere, in s.
const dayReach = secondsPerDay * 3 / 2

func (e *earliest) add(end int64) {
	first := &e.exact
	if end%secondsPerDay == 0 {
		first = &e.day
	}
	if end != 0 && (*first == 0 || end < *first) {
		*first = end
	}
}

// end is the earliest, 0 for none: "until 20 March" is the minute of that day which
// another report tells.
func (e *earliest) end() int64 {
	if e.day == 0 || e.exact != 0 && e.exact < e.day+dayReach {
		return e.exact
	}
	return e.day
}

// standing says whether a report of a group on the board still holds it.
func (b *Board) standing(g int32) bool {
	return slices.ContainsFunc(b.membersOf(g), func(p report) bool { return p.stands() })
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
