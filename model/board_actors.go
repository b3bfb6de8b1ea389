package model

import (
	"cmp"
	"slices"
)

// trendBucket is the width of one bucket of an actor's trend, in ms.
const trendBucket = 30 * msPerMinute

// Actors returns those who speak or send signals, the most active first.
func (b *Board) Actors(f Filter) []ActorRow {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	var out []ActorRow
	lists, published := b.published()
	switch {
	case b.unfiltered(f) && b.Clock == BySeen:
		out = b.everyActor()
	case b.unfiltered(f) && published:
		out = b.everyActorOut(lists)
	default:
		out = b.actorsAmong(f)
	}
	if b.unfiltered(f) && b.edits.some {
		out = b.recount(out)
	}
	type key struct {
		id     string
		n, row int
	}
	order := make([]key, len(out))
	for i := range out {
		order[i] = key{out[i].Actor.ID, out[i].Statements + out[i].Signals, i}
	}
	slices.SortFunc(order, func(x, y key) int {
		return cmp.Or(compareBool(!named(x.id), !named(y.id)), cmp.Compare(y.n, x.n), cmp.Compare(x.id, y.id))
	})
	sorted := make([]ActorRow, len(out))
	for k, x := range order {
		sorted[k] = out[x.row]
	}
	return sorted
}

// everyActor counts by the lists of the actors: no statement is looked at but
// the latest ones.
func (b *Board) everyActor() []ActorRow {
	out := make([]ActorRow, 0, len(b.r.dict.actors.text))
	said, sent := listKey{kind: KindStatement, dim: byActor}, listKey{kind: KindSignal, dim: bySender}
	for i, id := range b.r.dict.actors.text {
		base, layer := b.view.listed(said, int32(i))
		sentBase, sentLayer := b.view.listed(sent, int32(i))
		row := ActorRow{Statements: len(base) + len(layer), Signals: len(sentBase) + len(sentLayer)}
		if row.Statements+row.Signals == 0 || id == "" {
			continue
		}
		row.Actor = b.actor(id, "")
		for g := range newestFirst(base, layer) {
			at, _ := b.firstTime(g)
			if b.tooOld(at) && row.Last.Kind != KindNone {
				break
			}
			b.said(&row, g, at)
		}
		out = append(out, row)
	}
	return out
}

// everyActorOut is everyActor by when things were out in the world.
func (b *Board) everyActorOut(lists *publishedLists) []ActorRow {
	out := make([]ActorRow, 0, len(b.r.dict.actors.text))
	late := [kinds]map[int32][]timed{KindStatement: b.lateBy(KindStatement), KindSignal: b.lateBy(KindSignal)}
	for i, id := range b.r.dict.actors.text {
		said := b.outFrom(lists.actors[KindStatement][int32(i)], late[KindStatement][int32(i)])
		sent := b.outFrom(lists.actors[KindSignal][int32(i)], late[KindSignal][int32(i)])
		row := ActorRow{Statements: len(said), Signals: len(sent)}
		if len(said)+len(sent) == 0 || id == "" {
			continue
		}
		row.Actor = b.actor(id, "")
		for _, x := range slices.Backward(said) {
			if b.tooOld(x.at) && row.Last.Kind != KindNone {
				break
			}
			b.said(&row, x.g, x.at)
		}
		out = append(out, row)
	}
	return out
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
		if i, ok := slices.BinarySearchFunc(list, timed{b.view.base.groups[g].out, g}, sooner); ok {
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

// said takes a statement into the trend and the latest of a row.
func (b *Board) said(row *ActorRow, g int32, at int64) {
	if age := b.At.UnixMilli()/trendBucket - at/trendBucket; age >= 0 && age < int64(len(row.Trend)) {
		row.Trend[int64(len(row.Trend))-1-age]++
	}
	if row.Last.Kind == KindNone || moment(at).After(row.LastAt) {
		row.Last, row.LastAt = b.groupRef(g), moment(at)
	}
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
	rows := map[string]*ActorRow{}
	row := func(id string) *ActorRow {
		if r, ok := rows[id]; ok {
			return r
		}
		r := &ActorRow{Actor: b.actor(id, "")}
		rows[id] = r
		return r
	}
	for _, g := range b.groups(KindStatement, f) {
		at, _ := b.firstTime(g)
		for _, id := range b.speakerIDs(g) {
			r := row(id)
			r.Statements++
			b.said(r, g, at)
		}
	}
	for _, g := range b.groups(KindSignal, f) {
		if x := b.view.fact(b.founder(g)); x.actor >= 0 {
			row(b.r.dict.actors.text[x.actor]).Signals++
		}
	}
	out := make([]ActorRow, 0, len(rows))
	for id, r := range rows {
		if id != "" {
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
