package store

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"

	"pgregory.net/rapid"
)

// fetches draws what a few feeds show over time: few items, few words, edits,
// clocks that jump back, dates that are missing or in the future.
func fetches(t *rapid.T) [][]model.Sighting {
	words := rapid.SampledFrom([]string{"aldra", "borun", "tariff", "talks", "deal"})
	now := start
	var all [][]model.Sighting
	for range rapid.IntRange(1, 8).Draw(t, "fetches") {
		now = now.Add(time.Duration(rapid.IntRange(-30, 90).Draw(t, "minutes")) * time.Minute)
		var fetch []model.Sighting
		for range rapid.IntRange(0, 5).Draw(t, "items") {
			id := fmt.Sprint("id", rapid.IntRange(0, 3).Draw(t, "id"))
			s := model.Sighting{Feed: rapid.SampledFrom([]string{"Demo Wire", "Demo Daily"}).Draw(t, "feed"), Identity: id, GUID: id, Seen: now,
				Title:   strings.Join(rapid.SliceOfN(words, 1, 3).Draw(t, "title"), " "),
				Summary: strings.Join(rapid.SliceOfN(words, 0, 4).Draw(t, "summary"), " ")}
			if rapid.Bool().Draw(t, "dated") {
				s.Published = now.Add(time.Duration(rapid.IntRange(-200, 30).Draw(t, "age")) * time.Minute)
				s.DateFrom = model.DatePublished
			}
			if rapid.Bool().Draw(t, "has updated") {
				s.Updated = now.Add(time.Duration(rapid.IntRange(-100, 10).Draw(t, "update")) * time.Minute)
			}
			fetch = append(fetch, s)
		}
		all = append(all, fetch)
	}
	return all
}

// What is in the record never changes, versions count from 1 without gaps, and
// what a search finds as of a moment is what a record of only that would hold.
func TestRecordProperties(t *testing.T) {
	ctx := context.Background()
	rapid.Check(t, func(t *rapid.T) {
		s, err := OpenTemp(ctx)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		var all []model.Version // in the order of the record
		for _, fetch := range fetches(t) {
			added, err := s.Append(ctx, fetch)
			if err != nil {
				t.Fatal(err)
			}
			var list []Stored
			for _, v := range added {
				list = append(list, Stored{Version: v})
			}
			if err := s.SaveReadings(ctx, "rules-1", list); err != nil {
				t.Fatal(err)
			}
			all = append(all, added...)
			checkGrown(t, s, all)
			if again, err := s.Append(ctx, unseen(fetch)); err != nil || len(again) > 0 {
				t.Fatalf("the same fetch again made %d versions, %v", len(again), err)
			}
		}
		word := rapid.SampledFrom([]string{"aldra", "tariff", "deal"}).Draw(t, "word")
		at := start.Add(time.Duration(rapid.IntRange(-60, 600).Draw(t, "at")) * time.Minute)
		clock := rapid.SampledFrom([]model.Clock{model.BySeen, model.ByPublished}).Draw(t, "clock")
		checkAsOf(t, s, all, word, at, clock)
	})
}

// unseen leaves of a fetch the last sighting of each item: the one that stands.
func unseen(fetch []model.Sighting) []model.Sighting {
	last := map[string]model.Sighting{}
	for _, s := range fetch {
		last[s.Feed+s.Identity] = s
	}
	return slices.Collect(maps.Values(last))
}

func checkGrown(t *rapid.T, s *Store, all []model.Version) {
	s.cache.reset()
	next := map[model.ItemID]int{}
	for i := range all {
		want := &all[i]
		next[want.Item]++
		if want.N != next[want.Item] {
			t.Fatalf("item %d has version %d after %d", want.Item, want.N, next[want.Item]-1)
		}
		got, err := s.Version(refOf(want))
		if err != nil || !reflect.DeepEqual(got, *want) {
			t.Fatalf("stored %+v, was %+v, %v", got, *want, err)
		}
	}
	for item, n := range next {
		if h, err := s.History(item); err != nil || len(h) != n || h[n-1].N != n {
			t.Fatalf("history of item %d: %+v, %v", item, h, err)
		}
	}
	var last Stored
	count := 0
	if err := s.Replay(context.Background(), 0, func(st Stored) error {
		if count++; st.Version.Seen.Before(last.Version.Seen) || (st.Version.Seen.Equal(last.Version.Seen) && st.Seq <= last.Seq) {
			return fmt.Errorf("%d %s comes after %d %s", st.Seq, st.Version.Seen, last.Seq, last.Version.Seen)
		}
		last = st
		return nil
	}); err != nil || count != len(all) {
		t.Fatalf("replay of %d versions gave %d, %v", len(all), count, err)
	}
}

func checkAsOf(t *rapid.T, s *Store, all []model.Version, word string, at time.Time, clock model.Clock) {
	stood := map[model.ItemID]model.Version{}
	for _, v := range all {
		if when := timeOf(t, s, &v, clock); !when.After(at) && v.N > stood[v.Item].N {
			stood[v.Item] = v
		}
	}
	want := map[model.ItemID]model.Version{}
	for id, v := range stood {
		if slices.Contains(strings.Fields(v.Title+" "+v.Summary), word) {
			want[id] = v
		}
	}
	hits, err := s.Search(context.Background(), model.Query{Words: []model.AnyWord{{{Text: word}}}}, SearchOptions{At: at, Clock: clock})
	if err != nil {
		t.Fatal(err)
	}
	got := map[model.ItemID]model.Version{}
	for _, h := range hits {
		got[h.Version.Item] = h.Version
		for _, m := range h.TitleMarks {
			if marked := string([]rune(h.Version.Title)[m[0]:m[1]]); marked != word {
				t.Fatalf("%q is marked in %q for %q", marked, h.Version.Title, word)
			}
		}
	}
	if len(hits) != len(got) || !reflect.DeepEqual(got, want) {
		t.Fatalf("as of %s %q finds %+v, want %+v", at, word, got, want)
	}
	items, err := s.Matching(context.Background(), model.Query{Words: []model.AnyWord{{{Text: word}}}}, SearchOptions{At: at, Clock: clock})
	slices.Sort(items)
	if ids := slices.Sorted(maps.Keys(want)); err != nil || !slices.Equal(items, ids) {
		t.Fatalf("as of %s %q matches %v, want %v, %v", at, word, items, ids, err)
	}
	n := 0
	for it, err := range s.Items(context.Background(), at, clock) {
		n++
		if v := stood[it.ID]; err != nil || it.Title != v.Title || len(it.Versions) > v.N {
			t.Fatalf("item %+v, stood %+v, %v", it, v, err)
		}
	}
	if n != len(stood) {
		t.Fatalf("%d items as of %s, want %d", n, at, len(stood))
	}
}

// timeOf is the time of a version by a clock, as the record has it.
func timeOf(t *rapid.T, s *Store, v *model.Version, clock model.Clock) time.Time {
	var ms int64
	if err := s.r.QueryRow("SELECT "+clockColumn("v", clock)+" FROM versions v WHERE item = ? AND n = ?", int64(v.Item), v.N).Scan(&ms); err != nil {
		t.Fatal(err)
	}
	if out := moment(ms); clock == model.ByPublished && v.N == 1 && out.After(v.Seen) {
		t.Fatalf("version %+v was out after it was seen: %s", v, out)
	}
	return moment(ms)
}
