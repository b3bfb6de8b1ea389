package store

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"parley/model"
)

func TestSearchGoesByWhatAHandPutRight(t *testing.T) {
	s := talks(t)
	fixed := Fixed{{Item: 1, N: 1}: {0: {Speaker: "hollin-union", Type: "demand"}}}
	for _, c := range []struct{ query, before, after string }{
		{"actor:hollin-union", "3", "13"},
		{"actor:hollin-union type:demand", "", "1"},
		{"actor:hollin-union tariffs", "", "1"},
		{"actor:hollin-union lake", "", ""},
		{"actor:aldra type:threat", "1", ""},
		{"type:threat", "12", "2"},
		{"-actor:aldra", "2", "12"},
		{"-actor:hollin-union", "124", "24"},
		{"actor:borun", "124", "124"},
		{"tariffs", "1", "1"},
	} {
		q, err := model.ParseQuery(c.query, time.UTC, start)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range []SearchOptions{{}, {Fixed: fixed}} {
			want := c.before
			if o.Fixed != nil {
				want = c.after
			}
			var found []model.ItemID
			for _, h := range find(t, s, c.query, o) {
				found = append(found, h.Version.Item)
			}
			items, err := s.Matching(context.Background(), q, o)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.IsSortedFunc(items, func(a, b model.ItemID) int { return int(b - a) }) {
				t.Errorf("%s: items %v are not newest first", c.query, items)
			}
			for _, list := range [][]model.ItemID{found, items} {
				slices.Sort(list)
				have := ""
				for _, id := range list {
					have += fmt.Sprint(id)
				}
				if have != want {
					t.Errorf("%s (put right: %v): items %s, want %s", c.query, o.Fixed != nil, have, want)
				}
			}
		}
	}
}

// Many searches at once share a few connections.
func TestManySearchWhatAHandPutRightAtOnce(t *testing.T) {
	s := talks(t)
	q, err := model.ParseQuery("actor:hollin-union", time.UTC, start)
	if err != nil {
		t.Fatal(err)
	}
	crowd(t, s, 40, func(int) error {
		_, err := s.Matching(context.Background(), q, SearchOptions{Fixed: Fixed{{Item: 1, N: 1}: {0: {Speaker: "hollin-union"}}}})
		return err
	})
}
