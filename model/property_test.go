package model

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// dump writes everything a board knows, so that two boards can be compared.
func dump(t interface{ Fatal(...any) }, b *Board) string {
	var out []any
	for _, ref := range b.Statements(Filter{}) {
		row, ok := b.Statement(ref)
		out = append(out, ok, row)
	}
	for _, ref := range b.Signals(Filter{}) {
		row, ok := b.Signal(ref)
		out = append(out, ok, row)
	}
	for _, ref := range b.Events(Filter{}) {
		row, ok := b.Event(ref)
		out = append(out, ok, row)
	}
	for _, ref := range b.Items(Filter{}) {
		row, ok := b.Item(ref)
		out = append(out, ok, row, len(b.History(ref)))
	}
	for _, ref := range b.Stories() {
		out = append(out, ref, b.StoryItems(ref), b.StoryWhy(ref))
	}
	for _, l := range b.Ladders(Filter{}) {
		out = append(out, l, b.Standing(&l), b.Senders(&l))
	}
	out = append(out, b.Actors(Filter{}), b.Phases(), b.Conflicts(), b.Counts(), b.Positions("vell", ""))
	out = append(out, b.Changed(b.At.Add(-30*time.Minute)), b.Density(day, day.Add(24*time.Hour), 48, Filter{}))
	blob, err := json.MarshalIndent(out, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(blob)
}

var demoWords = []string{"ceasefire", "grain", "border", "useful", "never", "25%", "30%", "corridor", "harbour", "treaty", "sign", "friday"}

// demoClaims are words on which two sides can differ; empty for others.
var demoClaims = []string{"", "", "", "we have reached an agreement", "there was no deal", "the venue has been agreed", "no venue has been set", "the talks are at the request of Ana Vell", "the talks are at the request of Tomas Osk"}

// randomLog draws a record: items of several feeds with edits, statements,
// signals, events, corrections and kills.
func randomLog(t *rapid.T) []entry {
	n := rapid.IntRange(1, 40).Draw(t, "n")
	seen := at("08:00")
	versions := map[ItemID]int{}
	feedOfItem := map[ItemID]string{}
	feeds := demoCase().Feeds
	var log []entry
	for i := range n {
		seen = seen.Add(time.Duration(rapid.IntRange(0, 50).Draw(t, "gap")) * time.Second)
		item := ItemID(rapid.IntRange(1, 25).Draw(t, "item"))
		versions[item]++
		if feedOfItem[item] == "" {
			feedOfItem[item] = rapid.SampledFrom(feeds).Draw(t, "feed").Name
		}
		words := func(name string, least, most int) string {
			text := ""
			for _, w := range rapid.SliceOfN(rapid.SampledFrom(demoWords), least, most).Draw(t, name) {
				text += " " + w
			}
			return text[1:]
		}
		title := words("title", 2, 6)
		v := Version{Item: item, N: versions[item], Sighting: Sighting{
			Feed: feedOfItem[item], Identity: fmt.Sprint(item), Title: title, Summary: words("text", 3, 12), Seen: seen,
			Published: seen.Add(-time.Duration(rapid.IntRange(-5, 90).Draw(t, "lag")) * time.Minute),
			Op:        rapid.SampledFrom([]Operation{OpNone, OpNone, OpNone, OpNone, OpCorrected, OpKill}).Draw(t, "op"),
		}}
		var rd Reading
		for range rapid.IntRange(0, 2).Draw(t, "statements") {
			said := rapid.SampledFrom(demoClaims).Draw(t, "claim")
			if said == "" {
				said = words("said", 1, 6)
			}
			s := says(rapid.SampledFrom([]string{"vell", "osk", Unnamed}).Draw(t, "who"), said,
				rapid.SampledFrom([]string{"assertion", "threat", "denial", "offer", "demand"}).Draw(t, "type"))
			s.In, s.Content.Spans = InTitle, []Span{{0, 2}}
			rd.Statements = append(rd.Statements, s)
		}
		for range rapid.IntRange(0, 1).Draw(t, "signals") {
			s := signal(rapid.SampledFrom([]string{"north", "south"}).Draw(t, "sender"),
				rapid.SampledFrom([]string{"threatened", "imposed", "licensed"}).Draw(t, "action"), "tariff", rapid.SampledFrom([]string{"north", "south", "coast", ""}).Draw(t, "target"))
			if s.Target[0] == "" {
				s.Target = nil
			}
			s.In = InTitle
			rd.Signals = append(rd.Signals, s)
		}
		for range rapid.IntRange(0, 1).Draw(t, "events") {
			e := event(rapid.SampledFrom([]string{"arrival", "meeting", "press", "agreement"}).Draw(t, "kind"),
				rapid.SampledFrom([]string{Planned, UnderWay, Done, NoneReached}).Draw(t, "status"), "vell", "osk")
			e.In, e.Place = InTitle, rapid.SampledFrom([]string{"", "", "Tarn"}).Draw(t, "place")
			if rapid.Bool().Draw(t, "timed") {
				e.When = When{seen.Add(time.Duration(rapid.IntRange(-2, 2).Draw(t, "when")) * time.Hour).Format(time.RFC3339), "minute"}
			}
			rd.Events = append(rd.Events, e)
		}
		log = append(log, entry{v, rd})
		_ = i
	}
	return log
}

func recordOf(log []entry) *Record {
	texts := NewMemoryTexts()
	r := NewRecord(demoCase(), texts)
	for _, e := range log {
		texts.Put(e.v, e.rd)
		r.Add(e.v, e.rd)
	}
	return r
}

func TestAsOfIsAFreshRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		whole := recordOf(log)
		moment := at("08:00").Add(time.Duration(rapid.IntRange(-10, 2200).Draw(t, "moment")) * time.Second)
		then := slices.DeleteFunc(slices.Clone(log), func(e entry) bool { return e.v.Seen.After(moment) })
		have, want := dump(t, whole.AsOf(moment, BySeen)), dump(t, recordOf(then).AsOf(moment, BySeen))
		if have != want {
			t.Fatalf("as of %s the board differs from a fresh record\n%s", moment.Format(time.TimeOnly), firstDifference(have, want))
		}
	})
}

func TestOrderWithinAMinuteIsAllTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		mixed := slices.Clone(log)
		for i := range mixed {
			j := rapid.IntRange(0, i).Draw(t, "swap")
			if floorMinute(mixed[i].v.Seen.UnixMilli()) == floorMinute(mixed[j].v.Seen.UnixMilli()) {
				mixed[i], mixed[j] = mixed[j], mixed[i]
			}
		}
		moment := at("08:00").Add(time.Duration(rapid.IntRange(0, 40).Draw(t, "minute")) * time.Minute)
		have, want := dump(t, recordOf(mixed).AsOf(moment, BySeen)), dump(t, recordOf(log).AsOf(moment, BySeen))
		if have != want {
			t.Fatalf("another order within a minute gives another board\n%s", firstDifference(have, want))
		}
	})
}

func TestNothingLeaksIntoThePublishedClock(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		moment := at("08:00").Add(time.Duration(rapid.IntRange(-60, 40).Draw(t, "minute")) * time.Minute)
		b := recordOf(log).AsOf(moment, ByPublished)
		out := map[VersionRef]bool{}
		for _, e := range log {
			out[VersionRef{e.v.Item, e.v.N}] = outTime(&e.v) <= moment.UnixMilli()
		}
		var evidence []Evidence
		for _, ref := range b.Statements(Filter{}) {
			row, _ := b.Statement(ref)
			evidence = append(evidence, row.Evidence...)
		}
		for _, ref := range b.Events(Filter{}) {
			row, _ := b.Event(ref)
			evidence = append(evidence, row.Evidence...)
		}
		for _, c := range b.Conflicts() {
			for _, s := range c.Sides {
				evidence = append(evidence, s.Evidence...)
			}
		}
		for _, e := range evidence {
			if !out[e.Version] || e.Vanished.After(moment) {
				t.Fatalf("version %v was not out as of %s", e.Version, moment)
			}
		}
		facts := 0
		for _, e := range log {
			if out[VersionRef{e.v.Item, e.v.N}] && !codeOf(e.v.Op).kills() {
				facts += len(e.rd.Statements)
			}
		}
		if (facts > 0) != (len(b.Statements(Filter{})) > 0) {
			t.Fatalf("%d statements were out, the board has %d", facts, len(b.Statements(Filter{})))
		}
	})
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("have …%s\nwant …%s", clip(a[max(0, i-300):], 600), clip(b[max(0, i-300):], 600))
}
