package store

import (
	"bytes"
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
)

func TestFeedStates(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "record.db")
	s := reopen(t, path)
	const url = "https://wire.demo.example/rss"
	if st, err := s.FeedState(ctx, url); err != nil || !reflect.DeepEqual(st, model.FeedState{URL: url}) {
		t.Errorf("never asked: %+v %v", st, err)
	}
	want := model.FeedState{URL: url, ETag: `W/"a\x00b"`, NextDue: start.Add(123456 * time.Microsecond), Failures: 3, LastOutcome: model.OutcomeFailed, Interval: time.Minute}
	for _, st := range []model.FeedState{{URL: url, Failures: 2, Gone: true}, want, {URL: "a"}} {
		if err := s.SaveFeedState(ctx, st); err != nil {
			t.Fatal(err)
		}
	}
	s = reopen(t, path)
	if st, err := s.FeedState(ctx, url); err != nil || !reflect.DeepEqual(st, want) {
		t.Errorf("%+v %v", st, err)
	}
	if list, err := s.FeedStates(ctx); err != nil || len(list) != 2 || list[1].ETag != want.ETag {
		t.Errorf("%+v %v", list, err)
	}
}

func TestSettingsAndCheckpoints(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	for _, value := range []string{"", "three columns", "two columns"} {
		if value != "" {
			if err := s.SetSetting(ctx, "layout", value); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := s.Setting(ctx, "layout"); err != nil || got != value {
			t.Errorf("%q %v", got, err)
		}
	}
	if seq, body, err := s.Checkpoint(ctx, "v1"); seq != 0 || body != nil || err != nil {
		t.Errorf("none yet: %d %v %v", seq, body, err)
	}
	for _, c := range []struct {
		format string
		seq    int64
	}{{"v1", 1}, {"v1", 5}, {"v2", 7}} {
		if err := s.SaveCheckpoint(ctx, c.format, c.seq, []byte{0, byte(c.seq)}); err != nil {
			t.Fatal(err)
		}
		if seq, body, err := s.Checkpoint(ctx, c.format); seq != c.seq || !bytes.Equal(body, []byte{0, byte(c.seq)}) || err != nil {
			t.Errorf("%v: %d %v %v", c, seq, body, err)
		}
	}
	if _, body, err := s.Checkpoint(ctx, "v1"); body != nil || err != nil {
		t.Errorf("an older format takes no room: %v %v", body, err)
	}
}

func TestMarks(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	on := model.Ref{Kind: model.KindStatement, N: 7}
	add := func(verb, value string) model.Mark {
		t.Helper()
		m, err := s.AddMark(ctx, model.Mark{At: start, By: "mara", Verb: verb, On: on, Value: value})
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	undone := func() (list []bool) {
		marks, err := s.Marks(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range marks {
			list = append(list, m.Undone)
		}
		return list
	}
	if m := add("checked", ""); m.ID != 1 || !m.At.Equal(start) || m.On != on {
		t.Errorf("%+v", m)
	}
	add("note", "call the hall")
	add(Undo, "1")
	if got := undone(); !slices.Equal(got, []bool{true, false, false}) {
		t.Errorf("the first is undone: %v", got)
	}
	add(Undo, "3")
	if got := undone(); !slices.Equal(got, []bool{false, false, true, false}) {
		t.Errorf("the undo is undone: %v", got)
	}
	for _, id := range []string{"99", "x", ""} {
		if _, err := s.AddMark(ctx, model.Mark{At: start, Verb: Undo, Value: id}); err == nil || !strings.Contains(err.Error(), "no mark") {
			t.Errorf("undo of %q: %v", id, err)
		}
	}
}

func TestReadState(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	first := mustAppend(t, s, sighting("a", "Borun speaks", 0), sighting("b", "Chessa speaks", time.Hour))
	second := mustAppend(t, s, sighting("a", "Borun shouts", 2*time.Hour))
	state := func(reader string) ReadState {
		t.Helper()
		st, err := s.ReadState(ctx, reader)
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	check := func(what, reader string, want ...bool) {
		t.Helper()
		st := state(reader)
		if got := []bool{st.Seen(&first[0]), st.Seen(&second[0]), st.Seen(&first[1])}; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	ok := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check("at first", "mara", false, false, false)
	ok(s.MarkSeen(ctx, "mara", start, refOf(&first[0])))
	check("one version", "mara", true, false, false)
	ok(s.MarkSeen(ctx, "mara", start, refOf(&second[0]), refOf(&first[0])))
	check("its edit too, and never less", "mara", true, true, false)
	check("another reader", "ivo", false, false, false)
	ok(s.SeenUpTo(ctx, "ivo", start.Add(90*time.Minute)))
	check("all up to a time", "ivo", true, false, true)

	mustRead(t, s, append(first, second...))
	hits, err := s.Search(ctx, model.Query{Unread: true}, SearchOptions{Reader: "ivo"})
	if err != nil || len(hits) != 1 || hits[0].Version.Title != "Borun shouts" {
		t.Errorf("unread: %+v %v", hits, err)
	}
	if _, err := s.Search(ctx, model.Query{Unread: true}, SearchOptions{}); err == nil {
		t.Error("unread by nobody")
	}
	ok(s.Looked(ctx, "ada", start.Add(90*time.Minute))) // as the screen does when it is left
	hits, err = s.Search(ctx, model.Query{Unread: true}, SearchOptions{Reader: "ada"})
	if err != nil || len(hits) != 1 || hits[0].Version.Title != "Borun shouts" {
		t.Errorf("unread since the last look: %+v %v", hits, err)
	}

	ok(s.Looked(ctx, "mara", start))
	ok(s.Looked(ctx, "mara", start.Add(time.Hour)))
	if at, err := s.LastLook(ctx, "mara"); err != nil || !at.Equal(start.Add(time.Hour)) {
		t.Errorf("%s %v", at, err)
	}
	if at := state("ivo").Looked; !at.IsZero() {
		t.Errorf("never looked: %s", at)
	}
	ok(s.HandOver(ctx, "mara", start))
	ok(s.HandOver(ctx, "ivo", start.Add(8*time.Hour)))
	for _, c := range []struct {
		before time.Duration
		by     string
	}{{9 * time.Hour, "ivo"}, {8 * time.Hour, "mara"}, {0, ""}} {
		if at, by, err := s.LastHandOver(ctx, start.Add(c.before)); err != nil || by != c.by || at.IsZero() != (c.by == "") {
			t.Errorf("before %s: %s %q %v", c.before, at, by, err)
		}
	}
}

func TestLease(t *testing.T) {
	ctx := context.Background()
	now := start
	s := open(t, Clock(func() time.Time { return now }))
	ask := func(who string, want bool, owner string) {
		t.Helper()
		held, got, err := s.Lease(ctx, who, time.Minute)
		if err != nil || held != want || got != owner {
			t.Errorf("%s asks: %v %q %v", who, held, got, err)
		}
	}
	ask("a", true, "a")
	ask("b", false, "a")
	now = now.Add(50 * time.Second)
	ask("a", true, "a") // goes on
	now = now.Add(50 * time.Second)
	ask("b", false, "a")
	now = now.Add(20 * time.Second)
	ask("b", true, "b") // a has died
	ask("a", false, "b")
	if err := s.Release(ctx, "a"); err != nil {
		t.Error(err)
	}
	if owner, err := s.LeaseOwner(ctx); err != nil || owner != "b" {
		t.Errorf("%q %v", owner, err)
	}
	if err := s.Release(ctx, "b"); err != nil {
		t.Error(err)
	}
	if owner, err := s.LeaseOwner(ctx); err != nil || owner != "" {
		t.Errorf("%q %v", owner, err)
	}
	ask("a", true, "a")
	now = now.Add(-5 * time.Hour) // the clock was wrong and is set right
	ask("b", true, "b")
}
