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

func TestADamagedFeedStateIsThatOfAFeedNeverAsked(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	for _, st := range []model.FeedState{{URL: "https://a.example/", ETag: "1"}, {URL: "https://b.example/", ETag: "2"}} {
		if err := s.SaveFeedState(ctx, st); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.w.Exec(`UPDATE feed_states SET body = '{"url":"https://a.example/","etag' WHERE url = 'https://a.example/'`); err != nil {
		t.Fatal(err)
	}
	if st, err := s.FeedState(ctx, "https://a.example/"); err != nil || !reflect.DeepEqual(st, model.FeedState{URL: "https://a.example/"}) {
		t.Errorf("%+v, %v", st, err)
	}
	if list, err := s.FeedStates(ctx); err != nil || len(list) != 2 || list[0].ETag != "" || list[1].ETag != "2" {
		t.Errorf("%+v, %v", list, err)
	}
	if faults, err := s.Check(ctx); err != nil || len(faults) != 1 || !strings.Contains(faults[0], "1 feed is damaged") || !strings.Contains(faults[0], "https://a.example/") {
		t.Errorf("%q, %v", faults, err)
	}
	if err := s.SaveFeedState(ctx, model.FeedState{URL: "https://a.example/", ETag: "3"}); err != nil {
		t.Fatal(err)
	}
	if faults, err := s.Check(ctx); err != nil || len(faults) > 0 {
		t.Errorf("after it was asked: %q, %v", faults, err)
	}
}

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

func TestUnreadIsWhatCameSinceTheLastLook(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	first := mustAppend(t, s, sighting("a", "Borun speaks", 0), sighting("b", "Chessa speaks", time.Hour))
	second := mustAppend(t, s, sighting("a", "Borun shouts", 2*time.Hour))
	mustRead(t, s, append(first, second...))
	for _, after := range []time.Duration{0, 90 * time.Minute} {
		if err := s.Looked(ctx, "mara", start.Add(after)); err != nil {
			t.Fatal(err)
		}
	}
	if at, err := s.LastLook(ctx, "mara"); err != nil || !at.Equal(start.Add(90*time.Minute)) {
		t.Errorf("%s %v", at, err)
	}
	if at, err := s.LastLook(ctx, "ivo"); err != nil || !at.IsZero() {
		t.Errorf("never looked: %s %v", at, err)
	}
	for reader, want := range map[string][]model.ItemID{"mara": {second[0].Item}, "ivo": {second[0].Item, first[1].Item}} {
		items, err := s.Matching(ctx, model.Query{Unread: true}, SearchOptions{Reader: reader})
		if err != nil || !slices.Equal(items, want) {
			t.Errorf("%s: the screen finds %v, want %v: %v", reader, items, want, err)
		}
		hits, err := s.Search(ctx, model.Query{Unread: true}, SearchOptions{Reader: reader})
		if err != nil || len(hits) != len(want) {
			t.Errorf("%s: unread %+v, want %d: %v", reader, hits, len(want), err)
		}
	}
	if _, err := s.Search(ctx, model.Query{Unread: true}, SearchOptions{}); err == nil {
		t.Error("unread by nobody")
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
	ask("a", false, "b") // what is another's cannot be given back
	if err := s.Release(ctx, "b"); err != nil {
		t.Error(err)
	}
	ask("a", true, "a")
	now = now.Add(-5 * time.Hour) // the clock was wrong and is set right
	ask("b", true, "b")
}
