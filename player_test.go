package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/feeds"
	"parley/model"
)

func TestACaptionIsTheLastOneNotAfterTheMoment(t *testing.T) {
	noon := time.Date(2031, 5, 20, 12, 0, 0, 0, time.UTC)
	p := newPlayer(&feeds.Recording{Header: feeds.Header{Captions: []feeds.Caption{
		{At: noon.Add(time.Hour), Text: "the doors close"}, {At: noon, Text: "the doors open"},
	}}}, noon, 60)
	for _, c := range []struct {
		after time.Duration
		want  string
	}{{-time.Minute, ""}, {0, "the doors open"}, {59 * time.Minute, "the doors open"}, {time.Hour, "the doors close"}, {48 * time.Hour, "the doors close"}} {
		if got := p.Caption(noon.Add(c.after)); got != c.want {
			t.Errorf("%v after noon: %q, want %q", c.after, got, c.want)
		}
	}
}

func TestAReplayEndsAMinuteAfterItsLastSighting(t *testing.T) {
	last := time.Date(2031, 5, 20, 12, 0, 0, 0, time.UTC)
	rec := &feeds.Recording{Sightings: []model.Sighting{{Seen: last}}}
	if p := newPlayer(rec, last, 60); p.Ended() {
		t.Error("ended before its last sighting was a minute old")
	}
	if p := newPlayer(rec, last.Add(2*time.Minute), 60); !p.Ended() || !p.Now().Equal(last.Add(time.Minute)) {
		t.Errorf("it goes on at %s", p.Now())
	}
}

func TestTheFastestReplayEndsWhereItsRecordingDoes(t *testing.T) {
	first := time.Date(2031, 5, 20, 12, 0, 0, 0, time.UTC)
	rec := &feeds.Recording{Sightings: []model.Sighting{{Seen: first}, {Seen: first.Add(time.Hour)}}}
	p := newPlayer(rec, first, 1e15)
	p.since = p.since.Add(-time.Minute) // played for a minute
	if now := p.Now(); !now.Equal(first.Add(time.Hour + time.Minute)) {
		t.Errorf("it stands at %s", now)
	}
}

func TestLinesOfAReplayEndWithItsRecording(t *testing.T) {
	home := emptyHome(t)
	file := writeFile(t, filepath.Join(home, "demo.jsonl"), `{"recording":"demo","version":1,"summit":{"name":"Demo talks","timezone":"UTC"},"feeds":[{"name":"Demo Wire","url":"https://wire.demo.invalid/rss"}]}
{"feed":"Demo Wire","identity":"a","title":"Osk says: “The bridge stays closed”","seen":"2031-05-20T12:00:00Z"}
{"feed":"Demo Wire","identity":"b","title":"Vell says: “The grain tariff must end by Friday”","seen":"2031-05-20T12:01:00Z"}
`)
	status, out, errs := parley(t, "", "replay", file, "--plain", "--speed", "36000")
	if status != exitDone || !strings.Contains(out, "The bridge stays closed") || !strings.Contains(out, "The grain tariff must end by Friday") {
		t.Errorf("%d\n%s\n%s", status, out, errs)
	}
}
