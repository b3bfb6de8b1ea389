package store

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"parley/model"
)

// Fixed are the reports whose speaker or type was set by hand, by version and by
// index among its statements, as model.Board.Fixed has them.
type Fixed map[model.VersionRef]map[int]model.Fixed

// The index holds what was read, not what a hand put right. So the versions that
// a hand touched are taken out of what it finds, and those of them are put in
// that meet the query as they were put right.

// fixedIn returns the versions with a fact put right that the query finds but for
// what it asks of facts, newest first.
func (sr *search) fixedIn(ctx context.Context) ([]candidate, error) {
	if len(sr.o.Fixed) == 0 || !sr.q.OfFacts() {
		return nil, nil
	}
	open := *sr.q
	open.Actors, open.Sides, open.Types, open.Topics, open.Kinds = nil, nil, nil, nil, nil
	var where []string
	for ref := range sr.o.Fixed {
		where = append(where, "("+strconv.FormatInt(int64(ref.Item), 10)+","+strconv.Itoa(ref.N)+")")
	}
	slices.Sort(where)
	col := clockColumn("v", sr.o.Clock)
	rows, err := sr.s.r.QueryContext(ctx, "WITH fixed (item, n) AS (VALUES "+strings.Join(where, ",")+`)
		SELECT v.seq, v.item, v.n, `+col+` FROM fixed CROSS JOIN versions v ON v.item = fixed.item AND v.n = fixed.n
		WHERE v.seq IN (SELECT rowid FROM found WHERE found MATCH ?) AND `+col+" <= ? AND "+col+" >= ?",
		matchExpr(&open), sr.at, sr.after)
	if err != nil {
		return nil, sr.s.explain(err)
	}
	defer rows.Close()
	var list []candidate
	for rows.Next() {
		c := candidate{score: 1}
		if err := rows.Scan(&c.seq, &c.ref.Item, &c.ref.N, &c.at); err != nil {
			return nil, sr.s.explain(err)
		}
		list = append(list, c)
	}
	slices.SortFunc(list, newestFirst)
	return list, sr.s.explain(rows.Err())
}

func newestFirst(a, b candidate) int { return cmp.Compare(b.seq, a.seq) }

// fixedItems are the items of fixedIn that meet the query.
func (sr *search) fixedItems(ctx context.Context) ([]candidate, error) {
	list, err := sr.fixedIn(ctx)
	if err != nil {
		return nil, err
	}
	var out []candidate
	for i := range list {
		_, ok, err := sr.hit(&list[i])
		if err != nil {
			return nil, err
		}
		if ok {
			out = append(out, list[i])
		}
	}
	return out, nil
}

// PutRight lays what was set by hand over a reading.
func (f Fixed) PutRight(ref model.VersionRef, r model.Reading) model.Reading {
	fixed := f[ref]
	if len(fixed) == 0 {
		return r
	}
	r.Statements = slices.Clone(r.Statements)
	for i, x := range fixed {
		if i >= len(r.Statements) {
			continue
		}
		s := &r.Statements[i]
		if x.Type != "" {
			s.Type = x.Type
		}
		if x.Speaker != "" {
			was := s.Speaker.Actor
			s.Speakers = slices.DeleteFunc(slices.Clone(s.Speakers), func(o model.Speaker) bool { return o.Actor == was })
			s.Speaker.Actor = x.Speaker
		}
	}
	return r
}

// barred reports whether a fact of a reading has what the query says none may have.
func barred(q *model.Query, r *model.Reading) bool {
	var not model.Query
	for _, list := range []struct{ from, to *[]model.Choice }{{&q.Actors, &not.Actors}, {&q.Types, &not.Types}, {&q.Topics, &not.Topics}} {
		for _, c := range *list.from {
			if c.Not {
				*list.to = append(*list.to, c)
			}
		}
	}
	facts := len(r.Statements) + len(r.Signals) + len(r.Events)
	return len(matching(&not, r)) < facts
}
