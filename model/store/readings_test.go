package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/model"
)

func TestUnread(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	s := reopen(t, path)
	m := newMaker()
	added := mustAppend(t, s, m.batch(0, 10)...)
	unread := func(rules string, limit, want int) []model.Version {
		t.Helper()
		list, err := s.Unread(ctx, rules, limit)
		if err != nil || len(list) != want {
			t.Fatalf("%d unread by %s, want %d, %v", len(list), rules, want, err)
		}
		return list
	}
	save := func(rules string, versions []model.Version) {
		t.Helper()
		if err := s.SaveReadings(ctx, rules, m.read(versions)); err != nil {
			t.Fatal(err)
		}
	}
	if list := unread("rules-1", 4, 4); list[0].Item != 1 || list[3].Item != 4 {
		t.Errorf("oldest first: %+v", list)
	}
	save("rules-1", added[2:8])
	unread("rules-1", 100, 4)
	save("rules-1", unread("rules-1", 100, 4))
	unread("rules-1", 100, 0)
	save("rules-1", mustAppend(t, s, m.batch(10, 5)...))
	mustAppend(t, s, m.batch(15, 1)...)
	unread("rules-1", 100, 1)
	s = reopen(t, path) // as after a crash
	save("rules-1", unread("rules-1", 100, 1))

	unread("rules-2", 7, 7)
	save("rules-2", unread("rules-2", 10, 10))
	unread("rules-2", 100, 6)
	save("rules-2", unread("rules-2", 100, 6))
	unread("rules-2", 100, 0)
	unread("rules-1", 100, 16) // going back to older rules reads again, too
}

func TestNewRulesReplaceOlder(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	v := mustAppend(t, s, sighting("a", "Borun threatens tariffs", 0))
	by := func(actor string) model.Reading {
		return model.Reading{Statements: []model.Statement{{Speaker: model.Speaker{Actor: actor}, Type: "threat"}}}
	}
	find := func(query string) int {
		t.Helper()
		q, err := model.ParseQuery(query, time.UTC, start)
		if err != nil {
			t.Fatal(err)
		}
		items, err := s.Matching(ctx, q, SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		hits, err := s.Search(ctx, q, SearchOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if len(items) != len(hits) {
			t.Errorf("%s: %d items match, %d are found", query, len(items), len(hits))
		}
		return len(hits)
	}
	mustRead(t, s, v, by("aldra"))
	if find("actor:aldra tariff") != 1 || find("actor:borun") != 0 {
		t.Error("by the older rules aldra speaks")
	}
	if err := s.SaveReadings(ctx, "rules-2", []Stored{{Version: v[0], Reading: by("borun")}}); err != nil {
		t.Fatal(err)
	}
	if find("actor:aldra") != 0 || find("actor:borun tariff") != 1 {
		t.Error("by the newer rules borun does")
	}
	if err := s.Replay(ctx, 0, func(st Stored) error {
		if st.Rules != "rules-2" || st.Reading.Statements[0].Speaker.Actor != "borun" {
			t.Errorf("%+v", st)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}

func TestSaveReadingsRefusesOtherText(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	v := mustAppend(t, s, sighting("a", "Borun speaks", 0))[0]
	if _, err := s.Reading(refOf(&v)); !errors.Is(err, ErrNotFound) {
		t.Errorf("not read yet: %v", err)
	}
	other := v
	other.Title = "Borun shouts"
	if err := s.SaveReadings(ctx, "rules-1", []Stored{{Version: other}}); err == nil || !strings.Contains(err.Error(), "as Append returned") {
		t.Errorf("%v", err)
	}
	none := v
	none.Item = 99
	if err := s.SaveReadings(ctx, "rules-1", []Stored{{Version: v}, {Version: none}}); !errors.Is(err, ErrNotFound) {
		t.Errorf("%v", err)
	}
	if _, err := s.Reading(refOf(&v)); !errors.Is(err, ErrNotFound) {
		t.Errorf("the whole batch is refused: %v", err)
	}
}

// A word that was numbered in a batch that failed must not be used by the next.
func TestWordsOfAFailedBatch(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	s := reopen(t, path)
	m := newMaker()
	added := mustAppend(t, s, m.batch(0, 50)...)
	list := append(m.read(added), Stored{Version: model.Version{Item: 999, N: 1}})
	if err := s.SaveReadings(ctx, "rules-1", list); err == nil {
		t.Fatal("no error")
	}
	if err := s.SaveReadings(ctx, "rules-1", list[:50]); err != nil {
		t.Fatal(err)
	}
	again := reopen(t, path)
	for i := range added {
		r, err := again.Reading(refOf(&added[i]))
		if err != nil || r.Statements[0].Type != list[i].Reading.Statements[0].Type {
			t.Fatalf("%+v %v", r, err)
		}
	}
}

func TestReplayFromAPlace(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	var seqs []int64
	mustAppend(t, s, sighting("a", "one", time.Hour))
	mustAppend(t, s, sighting("b", "two", 0)) // the clock was set back
	mustAppend(t, s, sighting("c", "three", 2*time.Hour))
	collect := func(after int64) string {
		seqs = nil
		var titles []string
		if err := s.Replay(ctx, after, func(st Stored) error {
			seqs, titles = append(seqs, st.Seq), append(titles, st.Version.Title)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return strings.Join(titles, " ")
	}
	if got := collect(0); got != "two one three" {
		t.Errorf("%s", got)
	}
	if got := collect(1); got != "two three" {
		t.Errorf("%s", got)
	}
	stop := errors.New("enough")
	if err := s.Replay(ctx, 0, func(Stored) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("%v", err)
	}
}

// A write that fails when it is committed has given the connection to the next
// writer by then: it must not take from that one the words that it numbers.
func TestAWriteThatFailsLeavesOthersTheirWords(t *testing.T) {
	s, ctx := open(t), context.Background()
	mustRead(t, s, mustAppend(t, s, sighting("a", "Borun leaves", 0)))
	known := len(s.words.id)
	err := s.write(ctx, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "PRAGMA defer_foreign_keys = ON"); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO items (feed) VALUES (-1)")
		return err // only the commit finds that there is no such feed
	})
	if err == nil {
		t.Fatal("the write went through")
	}
	if n := len(s.words.id); known == 0 || n != known {
		t.Errorf("%d words are known, want %d", n, known)
	}
	mustRead(t, s, mustAppend(t, s, sighting("b", "Borun is back", time.Minute)))
}

// Many readers at once share a few connections.
func TestManyLookAtHistoriesAtOnce(t *testing.T) {
	s := open(t)
	const items, versions = 40, 5
	for n := range versions {
		var list []model.Sighting
		for i := range items {
			list = append(list, sighting(fmt.Sprint(i), fmt.Sprintf("Borun %d, wording %d", i, n), time.Duration(n)*time.Minute))
		}
		mustAppend(t, s, list...)
	}
	crowd(t, s, items, func(i int) error {
		list, err := s.History(model.ItemID(i + 1))
		if err == nil && len(list) != versions {
			err = fmt.Errorf("item %d has %d versions", i+1, len(list))
		}
		return err
	})
}

// crowd has n readers ask at once, twenty times over: none may wait for a second
// connection while it holds the first.
func crowd(t *testing.T, s *Store, n int, ask func(i int) error) {
	t.Helper()
	for range 20 {
		s.cache.reset()
		done := make(chan error, n)
		for i := range n {
			go func() { done <- ask(i) }()
		}
		for range n {
			select {
			case err := <-done:
				if err != nil {
					t.Fatal(err)
				}
			case <-time.After(20 * time.Second):
				t.Fatal("they wait for each other")
			}
		}
	}
}
