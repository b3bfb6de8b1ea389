package model

import "slices"

// trendBucket is the width of one bucket of an actor's trend, in ms.
const trendBucket = 30 * msPerMinute

// Actors returns those who speak or send signals, the most active first.
func (b *Board) Actors(f Filter) []ActorRow {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	t := b.r.tallies.Get().(*tally)
	defer t.free(b.r)
	var out []ActorRow
	lists, published := b.published()
	switch {
	case b.unfiltered(f) && b.Clock == BySeen:
		out = b.everyActor(t, b.view.listed)
	case b.plain(f.butCertainty()):
		s := b.sureEnough(f.Certainty)
		s.lists.hear(b.r)
		return b.everyActor(t, s.listed)
	case b.unfiltered(f) && published:
		out = b.everyActorOut(t, lists)
	default:
		return t.busiestFirst(b.actorsAmong(f))
	}
	if b.edits.some {
		out = t.busiestFirst(b.recount(out))
	}
	return out
}

// busiestFirst orders rows by what their actors said and sent. They are large:
// each is moved once.
func (t *tally) busiestFirst(rows []ActorRow) []ActorRow {
	ids := make([]string, len(rows))
	for i := range rows {
		ids[i] = rows[i].Actor.ID
	}
	rank := ranks(ids)
	t.busy = t.busy[:0]
	for i := range rows {
		t.busy = append(t.busy, busy{rows[i].Statements + rows[i].Signals, !named(ids[i]), rank[i]})
	}
	sorted := make([]ActorRow, len(rows))
	for k, i := range t.busiest() {
		sorted[k] = rows[i]
	}
	return sorted
}

// activity is how much an actor has said and sent. What was said is in two parts,
// oldest first, or in one by when it was out in the world.
type activity struct {
	no          int32
	base, layer []int32
	out         []timed
	said, sent  int
}

// rows shows the activity of the actors of a tally, the most active first.
func (b *Board) rows(t *tally) []ActorRow {
	ids := b.r.dict.actors.text
	rank := b.r.people.ranks(ids)
	for i := range t.actors {
		x := &t.actors[i]
		t.busy = append(t.busy, busy{x.said + x.sent, !named(ids[x.no]), rank[x.no]})
	}
	rows := make([]ActorRow, len(t.actors))
	for k, i := range t.busiest() {
		x, row := &t.actors[i], &rows[k]
		row.Actor, row.Statements, row.Signals = b.r.people.all[x.no], x.said, x.sent
		for k := len(x.out) - 1; k >= 0 && b.said(row, x.out[k].g, x.out[k].at); k-- {
		}
		for k := x.said - len(x.out) - 1; k >= 0; k-- {
			var g int32
			if n := len(x.base); k >= n {
				g = x.layer[k-n]
			} else {
				g = x.base[k]
			}
			if at, _ := b.firstTime(g); !b.said(row, g, at) {
				break
			}
		}
	}
	return rows
}

// everyActor counts by the lists of the actors, in two parts each: no statement is
// looked at but the latest ones.
func (b *Board) everyActor(t *tally, listed func(key listKey, no int32) (base, layer []int32)) []ActorRow {
	said, sent := listKey{kind: KindStatement, dim: byActor}, listKey{kind: KindSignal, dim: bySender}
	for no := range int32(len(b.r.dict.actors.text)) {
		base, layer := listed(said, no)
		sentBase, sentLayer := listed(sent, no)
		x := activity{no: no, base: base, layer: layer, said: len(base) + len(layer), sent: len(sentBase) + len(sentLayer)}
		if x.said+x.sent > 0 && no != nobody {
			t.actors = append(t.actors, x)
		}
	}
	return b.rows(t)
}

// everyActorOut is everyActor by when things were out in the world.
func (b *Board) everyActorOut(t *tally, lists *publishedLists) []ActorRow {
	late := [kinds]map[int32][]timed{KindStatement: b.lateBy(KindStatement), KindSignal: b.lateBy(KindSignal)}
	for no := range int32(len(b.r.dict.actors.text)) {
		said := b.outFrom(lists.actors[KindStatement][no], late[KindStatement][no])
		sent := b.outFrom(lists.actors[KindSignal][no], late[KindSignal][no])
		if len(said)+len(sent) > 0 && no != nobody {
			t.actors = append(t.actors, activity{no: no, out: said, said: len(said), sent: len(sent)})
		}
	}
	return b.rows(t)
}

// outFrom lays what the layer moved over the part of a list that is out.
func (b *Board) outFrom(list, moved []timed) []timed {
	list = list[:b.outBy(list)]
	gone := b.grownIn(list)
	if len(gone)+len(moved) == 0 {
		return list
	}
	stay := make([]timed, 0, len(list)+len(moved))
	from := 0
	for _, i := range gone {
		stay, from = append(stay, list[from:i]...), i+1
	}
	return merge(append(stay, list[from:]...), moved)
}

// grownIn finds the groups of a list that the layer adds to.
func (b *Board) grownIn(list []timed) []int {
	if b.view.layer == nil {
		return nil
	}
	var at []int
	for g := range b.view.layer.tails {
		if i, ok := slices.BinarySearchFunc(list, timed{b.view.base.groupOut(g), g}, sooner); ok {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	return at
}

// lateBy are the groups of a kind that the layer founds or adds to, by actor.
func (b *Board) lateBy(kind Kind) map[int32][]timed {
	by := map[int32][]timed{}
	for _, x := range b.moved(kind) {
		first := b.view.group(x.g).founder
		actors := b.view.actorsOf(first)
		if kind == KindSignal {
			actors = actorsWith(b.view.fact(first).actor, nil)
		}
		for _, a := range actors {
			by[a] = append(by[a], x)
		}
	}
	return by
}

// tooOld says whether a time lies before an actor's trend.
func (b *Board) tooOld(at int64) bool {
	return b.At.UnixMilli()-at > int64(len(ActorRow{}.Trend))*trendBucket+msPerMinute
}

// said takes a statement that was first known at a time into the trend and the latest of a
// row, as of when it is told. It is false when the statement and all that were known before
// it are too old for that.
func (b *Board) said(row *ActorRow, g int32, at int64) bool {
	if b.tooOld(at) && row.Last.Kind != KindNone && at <= row.known {
		return false
	}
	told := b.toldTime(g, at)
	if age := b.At.UnixMilli()/trendBucket - told/trendBucket; age >= 0 && age < int64(len(row.Trend)) {
		row.Trend[int64(len(row.Trend))-1-age]++
	}
	if row.Last.Kind != KindNone && told <= row.weight && at <= row.known {
		return true
	}
	younger := int64(0)
	if b.fragment(g) {
		younger = fragmentAge
	}
	if row.Last.Kind == KindNone || told-younger > row.weight {
		row.Last, row.LastAt, row.weight = b.groupRef(g), moment(told), told-younger
	}
	if row.known == 0 || at-younger > row.known {
		row.known = at - younger
	}
	return true
}

// toldTime is when a group that was first known at a time is told as of, in ms: when it came
// out, where that was old news then.
func (b *Board) toldTime(g int32, at int64) int64 {
	if v := b.view.ver(b.view.fact(b.founder(g)).ver); b.Clock == BySeen && v.told() < v.seen {
		return v.told()
	}
	return at
}

// recount counts anew those whose rows the hand touched.
func (b *Board) recount(rows []ActorRow) []ActorRow {
	touched := map[string]bool{}
	note := func(actors []int32) {
		for _, a := range actors {
			touched[b.r.dict.actors.text[a]] = true
		}
	}
	for g := range b.edits.hidden {
		note(b.view.actorsOf(b.lead(g)))
	}
	for _, g := range b.edits.alone {
		note(b.view.actorsOf(b.lead(g)))
	}
	for g, x := range b.edits.fixed {
		note(b.view.actorsOf(b.lead(g)))
		if x.Speaker != "" {
			touched[x.Speaker] = true
		}
	}
	rows = slices.DeleteFunc(rows, func(r ActorRow) bool { return touched[r.Actor.ID] })
	for id := range touched {
		for _, r := range b.actorsAmong(Filter{Actor: id}) {
			if r.Actor.ID == id {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// actorsAmong counts in what passes a filter.
func (b *Board) actorsAmong(f Filter) []ActorRow {
	var rows []*ActorRow
	byID := map[string]*ActorRow{}
	byNo := make([]*ActorRow, len(b.r.dict.actors.text)) // the same by number
	row := func(id string, no int32) *ActorRow {
		r := byID[id]
		if r == nil {
			r = &ActorRow{Actor: b.actor(id, "")}
			byID[id], rows = r, append(rows, r)
		}
		if no >= 0 {
			byNo[no] = r
		}
		return r
	}
	numbered := func(no int32) *ActorRow {
		if r := byNo[no]; r != nil {
			return r
		}
		return row(b.r.dict.actors.text[no], no)
	}
	for _, g := range b.groups(KindStatement, f) {
		at, _ := b.firstTime(g)
		count := func(r *ActorRow) {
			r.Statements++
			b.said(r, g, at)
		}
		lead := b.lead(g)
		if first, others := b.view.fact(lead), b.view.others(lead); len(others) == 0 && first.actor >= 0 && b.edits.fixed[g].Speaker == "" {
			count(numbered(first.actor))
			continue
		}
		for _, id := range b.speakerIDs(g) {
			count(row(id, -1))
		}
	}
	for _, g := range b.groups(KindSignal, f) {
		if x := b.view.fact(b.founder(g)); x.actor >= 0 {
			numbered(x.actor).Signals++
		}
	}
	out := make([]ActorRow, 0, len(rows))
	for _, r := range rows {
		if r.Actor.ID != "" {
			out = append(out, *r)
		}
	}
	return out
}

// speakerIDs are those in whose lists a statement stands on the board.
func (b *Board) speakerIDs(g int32) []string {
	fixed, first := b.edits.fixed[g].Speaker, b.lead(g)
	var ids []string
	if fixed != "" {
		ids = append(ids, fixed)
	} else if a := b.view.fact(first).actor; a >= 0 {
		ids = append(ids, b.r.dict.actors.text[a])
	}
	for _, a := range unique(b.view.others(first)) {
		if id := b.r.dict.actors.text[a]; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}
