package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var bridgePools = [][]string{
	{"ferry", "quay", "wharf", "docking", "dusk", "anchor"}, {"gin", "shift", "breathalysed", "officers", "flask", "captain"},
	{"orchard", "blight", "apples", "sprayer", "growers", "cider"}, {"lantern", "parade", "drums", "float", "confetti", "tuba"},
}

// bridgingLog draws reports whose words are from one of a few things, or from two.
func bridgingLog(t *rapid.T) []entry {
	var log []entry
	seen := at("08:00")
	for i := range rapid.IntRange(2, 25).Draw(t, "n") {
		seen = seen.Add(time.Duration(rapid.IntRange(0, 50).Draw(t, "gap")) * time.Second)
		words := func(name string) string {
			var list []string
			for range rapid.SampledFrom([]int{1, 1, 2}).Draw(t, name) {
				pool := rapid.SampledFrom(bridgePools).Draw(t, name)
				list = append(list, rapid.SliceOfN(rapid.SampledFrom(pool), 2, 4).Draw(t, name)...)
			}
			return strings.Join(list, " ")
		}
		item := ItemID(i + 1)
		v := Version{Item: item, N: 1, Sighting: Sighting{
			Feed: rapid.SampledFrom(demoCase().Feeds).Draw(t, "feed").Name, Identity: fmt.Sprint(item), Title: words("title"), Summary: words("text"), Seen: seen,
			Published: seen.Add(-time.Duration(rapid.IntRange(-5, 20).Draw(t, "lag")) * time.Minute),
		}}
		s := signal("north", rapid.SampledFrom([]string{"imposed", "licensed", "lifted"}).Draw(t, "action"), "tariff", "south")
		s.In = InTitle
		log = append(log, entry{v, Reading{Signals: []Signal{s}}})
	}
	return log
}

// storyMarks draws what a hand did to the stories of a log.
func storyMarks(t *rapid.T, log []entry) (marks []Mark) {
	when := at("08:00")
	for id := range rapid.IntRange(0, 6).Draw(t, "marks") {
		when = when.Add(time.Duration(rapid.IntRange(0, 300).Draw(t, "later")) * time.Second)
		item := func(name string) int64 { return int64(rapid.SampledFrom(log).Draw(t, name).v.Item) }
		m := Mark{ID: int64(id + 1), At: when, By: "ed", Verb: rapid.SampledFrom([]string{"split", "split", "join", "mute", "undo"}).Draw(t, "verb")}
		switch {
		case m.Verb == "undo" && len(marks) > 0:
			taken := rapid.SampledFrom(marks).Draw(t, "undone")
			m.On, m.Value = taken.On, fmt.Sprint(taken.ID)
		case m.Verb == "split":
			m.On = Ref{KindItem, item("item")}
		default:
			m.On, m.Value = Ref{KindStory, item("story")}, Ref{KindStory, item("from")}.String()
		}
		marks = append(marks, m)
	}
	return marks
}

// TestBridgesAreAsOfTheMoment compares boards with those of a record that holds
// nothing later, that took what came in a minute in another order, and that was closed
// and opened on the way.
func TestBridgesAreAsOfTheMoment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := bridgingLog(t)
		marks := storyMarks(t, log)
		moment := at("08:00").Add(time.Duration(rapid.IntRange(0, 1300).Draw(t, "moment")) * time.Second)
		clock := Clock(rapid.IntRange(0, 1).Draw(t, "clock"))
		with := func(r *Record, marks []Mark) *Board {
			for _, m := range marks {
				r.AddMark(m)
			}
			return r.AsOf(moment, clock)
		}
		want := dump(t, with(recordOf(log), marks))
		if clock == BySeen {
			then := slices.DeleteFunc(slices.Clone(log), func(e entry) bool { return e.v.Seen.After(moment) })
			by := slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.At.After(moment) })
			if have := dump(t, with(recordOf(then), by)); have != want {
				t.Fatalf("a fresh record differs\n%s", firstDifference(have, want))
			}
		}
		mixed := slices.Clone(log)
		for i := range mixed {
			j := rapid.IntRange(0, i).Draw(t, "swap")
			if floorMinute(mixed[i].v.Seen.UnixMilli()) == floorMinute(mixed[j].v.Seen.UnixMilli()) {
				mixed[i], mixed[j] = mixed[j], mixed[i]
			}
		}
		if have := dump(t, with(recordOf(mixed), marks)); have != want {
			t.Fatalf("another order within a minute differs\n%s", firstDifference(have, want))
		}
		cut := rapid.IntRange(0, len(log)).Draw(t, "cut")
		texts := NewMemoryTexts()
		first, second := NewRecord(demoCase(), texts), NewRecord(demoCase(), texts)
		for i, e := range log {
			texts.Put(e.v, e.rd)
			if i < cut {
				first.Add(e.v, e.rd)
			}
		}
		if err := second.Decode(first.Encode()); err != nil {
			t.Fatal(err)
		}
		for _, e := range log[cut:] {
			second.Add(e.v, e.rd)
		}
		if have := dump(t, with(second, marks)); have != want {
			t.Fatalf("a record that was opened again differs\n%s", firstDifference(have, want))
		}
	})
}

// TestEachItemStandsInOneStory joins, splits and takes back at random, on either clock:
// each item is in one story that is listed, the one that its row names when asked, and
// what a hand took out of a story stays out of it.
func TestEachItemStandsInOneStory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := bridgingLog(t)
		r := recordOf(log)
		marks := storyMarks(t, log)
		for _, m := range marks {
			r.AddMark(m)
		}
		moment := at("08:00").Add(time.Duration(rapid.IntRange(0, 1300).Draw(t, "moment")) * time.Second)
		b := r.AsOf(moment, Clock(rapid.IntRange(0, 1).Draw(t, "clock")))
		in := map[Ref]Ref{}
		for _, story := range b.Stories() {
			items := b.StoryItems(story)
			if len(items) == 0 || len(b.StoryWhy(story)) != len(items) && !b.regrouped().apart[items[0].N] {
				t.Fatalf("%v: items %v, why %q", story, items, b.StoryWhy(story))
			}
			for _, item := range items {
				if other, twice := in[item]; twice {
					t.Fatalf("%v is in %v and %v", item, other, story)
				}
				in[item] = story
				if own := b.StoryOf(item); own != story {
					t.Fatalf("%v is listed in %v, and says %v", item, story, own)
				}
			}
		}
		for _, ref := range b.Items(Filter{}) {
			if _, ok := in[ref]; !ok {
				t.Fatalf("%v is in no story", ref)
			}
		}
		joined := slices.ContainsFunc(b.hand.marks, func(m Mark) bool { return m.Verb == "join" })
		for item := range b.edits.cut {
			ref := Ref{KindItem, item}
			for other, story := range in {
				if versions := b.view.versions(other.N); !joined && in[ref] == story && b.view.ver(versions[0]).story != b.partAt(Ref{KindStory, item}) {
					t.Fatalf("%v was taken out by hand and is one story with %v", ref, other)
				}
			}
		}
	})
}
