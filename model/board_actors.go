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
	if b.plain(f) {
		out = b.everyActor()
	} else {
		out = b.actorsAmong(f)
	}
	slices.SortFunc(out, func(x, y ActorRow) int {
		return cmp.Or(
			compareBool(!named(x.Actor.ID), !named(y.Actor.ID)),
			-cmp.Compare(x.Statements+x.Signals, y.Statements+y.Signals),
			cmp.Compare(x.Actor.ID, y.Actor.ID),
		)
	})
	return out
}

// everyActor counts by the lists of the actors: no statement is looked at but
// the latest ones.
func (b *Board) everyActor() []ActorRow {
	var out []ActorRow
	count := func(kind Kind, dim dimension, a int32) (base, layer []int32) {
		return posted(&b.view, func(x *index) *postings { return x.list(listKey{kind: kind, dim: dim}) }, uint32(a), b.view.top.groups)
	}
	for i, id := range b.r.dict.actors.text {
		base, layer := count(KindStatement, byActor, int32(i))
		sentBase, sentLayer := count(KindSignal, bySender, int32(i))
		row := ActorRow{Statements: len(base) + len(layer), Signals: len(sentBase) + len(sentLayer)}
		if row.Statements+row.Signals == 0 || id == "" {
			continue
		}
		row.Actor = b.actor(id, "")
		for g := range newestFirst(base, layer) {
			at, _ := b.firstTime(g)
			if b.At.UnixMilli()-at > int64(len(row.Trend))*trendBucket+msPerMinute && row.Last.Kind != KindNone {
				break
			}
			b.said(&row, g, at)
		}
		out = append(out, row)
	}
	return out
}

// said takes a statement into the trend and the latest of a row.
func (b *Board) said(row *ActorRow, g int32, at int64) {
	if age := (b.At.UnixMilli() - at) / trendBucket; age >= 0 && age < int64(len(row.Trend)) {
		row.Trend[int64(len(row.Trend))-1-age]++
	}
	if row.Last.Kind == KindNone || moment(at).After(row.LastAt) {
		row.Last, row.LastAt = b.groupRef(g), moment(at)
	}
}

// actorsAmong counts in what passes a filter.
func (b *Board) actorsAmong(f Filter) []ActorRow {
	rows := map[int32]*ActorRow{}
	row := func(a int32) *ActorRow {
		if r, ok := rows[a]; ok {
			return r
		}
		r := &ActorRow{Actor: b.actor(b.r.dict.actors.text[a], "")}
		rows[a] = r
		return r
	}
	for _, g := range b.groups(KindStatement, f) {
		first := b.founder(g)
		at, _ := b.firstTime(g)
		for _, a := range unique(append([]int32{b.view.fact(first).actor}, b.view.others(first)...)) {
			r := row(a)
			r.Statements++
			b.said(r, g, at)
		}
	}
	for _, g := range b.groups(KindSignal, f) {
		if x := b.view.fact(b.founder(g)); x.actor >= 0 {
			row(x.actor).Signals++
		}
	}
	out := make([]ActorRow, 0, len(rows))
	for a, r := range rows {
		if b.r.dict.actors.text[a] != "" {
			out = append(out, *r)
		}
	}
	return out
}
