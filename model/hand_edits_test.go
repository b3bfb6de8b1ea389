package model

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func hasReason(c Certainty, words string) bool {
	return slices.ContainsFunc(c.Reasons, func(r string) bool { return strings.Contains(r, words) })
}

func TestReportsAreSplitOffAndJoinedByHand(t *testing.T) {
	b := newBench()
	words := "the harbour treaty will be signed on friday morning"
	b.add("10:00", "Demo Daily", "d1", "Vell speaks", "Vell said: "+words, says("vell", words, "promise"))
	b.add("10:02", "Demo Post", "p1", "Vell on the treaty", "She said: "+words, says("vell", words, "promise"))
	b.add("10:04", "Demo Wire", "w1", "Osk on grain", "Osk said: grain first and nothing else today", says("osk", "grain first and nothing else today", "demand"))
	for _, clock := range []Clock{BySeen, ByPublished} {
		before := b.r.AsOf(time.Time{}, clock)
		whole, _ := before.Statement(before.Statements(Filter{})[1])
		if len(whole.Evidence) != 2 || whole.Certainty.Level != Corroborated {
			t.Fatalf("before: %+v", whole.Certainty)
		}
	}
	whole, _ := b.live().Statement(b.live().Statements(Filter{})[1])
	second, grain := whole.Evidence[1].Report, b.live().Statements(Filter{})[0]
	b.r.AddMark(Mark{ID: 1, At: at("10:10"), By: "ed", Verb: "split", On: second})
	b.r.AddMark(Mark{ID: 2, At: at("10:20"), By: "ed", Verb: "join", On: grain, Value: second.String()})
	b.r.AddMark(Mark{ID: 3, At: at("10:30"), Verb: "undo", On: grain, Value: "2"})
	b.r.AddMark(Mark{ID: 4, At: at("10:40"), Verb: "undo", On: second, Value: "1"})
	for _, c := range []struct {
		at      string
		reports []int // of the statements, newest first
	}{{"10:09", []int{1, 2}}, {"10:15", []int{1, 1, 1}}, {"10:25", []int{2, 1}}, {"10:35", []int{1, 1, 1}}, {"10:45", []int{1, 2}}} {
		for _, clock := range []Clock{BySeen, ByPublished} {
			board := b.r.AsOf(at(c.at), clock)
			var have []int
			for _, ref := range board.Statements(Filter{}) {
				row, ok := board.Statement(ref)
				if !ok {
					t.Fatalf("%s: no row for %v", c.at, ref)
				}
				have = append(have, len(row.Evidence))
				if len(c.reports) == 3 && ref == second && (!hasReason(row.Certainty, "split off by hand, by ed") || row.Certainty.Level != Single) {
					t.Errorf("%s: %+v", c.at, row.Certainty)
				}
				if len(c.reports) == 2 && len(row.Evidence) == 2 && c.at == "10:25" && !hasReason(row.Certainty, "joined by hand, by ed") {
					t.Errorf("%s: %+v", c.at, row.Certainty)
				}
			}
			if !slices.Equal(have, c.reports) {
				t.Errorf("%s on clock %d: reports %v, want %v", c.at, clock, have, c.reports)
			}
		}
	}
}

func TestFiltersSeeTheSpeakerSetByHand(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Treaty on friday", "", says("osk", "the treaty is signed on friday", "promise"))
	b.add("10:01", "Demo Post", "p1", "Vell waits", "", says("vell", "we wait for grain and harbour dues", "assertion"))
	ref := b.live().Statements(Filter{Actor: "osk"})[0]
	b.r.AddMark(Mark{ID: 1, At: at("10:05"), By: "ed", Verb: "speaker", On: ref, Value: "coast"})
	b.r.AddMark(Mark{ID: 2, At: at("10:06"), By: "ed", Verb: "type", On: ref, Value: "threat"})
	for _, clock := range []Clock{BySeen, ByPublished} {
		now, before := b.r.AsOf(at("10:07"), clock), b.r.AsOf(at("10:04"), clock)
		for _, c := range []struct {
			f         Filter
			then, now int
		}{
			{Filter{Actor: "osk"}, 1, 0}, {Filter{Actor: "coast"}, 0, 1}, {Filter{Side: "south"}, 1, 0},
			{Filter{Text: "coastland"}, 0, 1}, {Filter{Types: []string{"threat"}}, 0, 1}, {Filter{Types: []string{"promise"}}, 1, 0},
			{Filter{Actor: "coast", Text: "treaty"}, 0, 1}, {Filter{}, 2, 2},
		} {
			if n := len(before.Statements(c.f)); n != c.then {
				t.Errorf("before, %+v: %d statements, want %d", c.f, n, c.then)
			}
			if n := len(now.Statements(c.f)); n != c.now {
				t.Errorf("after, %+v: %d statements, want %d", c.f, n, c.now)
			}
		}
		counts := map[string]int{}
		for _, a := range now.Actors(Filter{}) {
			counts[a.Actor.ID] = a.Statements
		}
		if counts["osk"] != 0 || counts["coast"] != 1 || counts["vell"] != 1 {
			t.Errorf("actors count %v", counts)
		}
		if fixed := now.Fixed(); fixed[VersionRef{1, 1}][0] != (Fixed{"coast", "threat"}) || len(fixed) != 1 {
			t.Errorf("fixed %v", fixed)
		}
	}
}

// TestTheHandWorksAlikeOnKeptAndMadeLists draws marks of all kinds and compares
// the fast lists with those that a filter makes of every group.
func TestTheHandWorksAlikeOnKeptAndMadeLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		r := recordOf(log)
		all := Filter{Items: map[ItemID]bool{}}
		for _, e := range log {
			all.Items[e.v.Item] = true
		}
		whole := r.AsOf(time.Time{}, BySeen)
		var refs []Ref
		for _, kind := range [][]Ref{whole.Statements(Filter{}), whole.Signals(Filter{}), whole.Events(Filter{})} {
			refs = append(refs, kind...)
		}
		for _, ref := range whole.Statements(Filter{}) {
			row, _ := whole.Statement(ref)
			for _, e := range row.Evidence {
				refs = append(refs, e.Report)
			}
		}
		for id := range rapid.IntRange(1, 6).Draw(t, "marks") {
			m := Mark{ID: int64(id + 1), At: at("08:00"), By: "ed", Verb: rapid.SampledFrom([]string{"split", "join", "mute", "speaker", "type"}).Draw(t, "verb")}
			if len(refs) == 0 || m.Verb == "mute" {
				m.Verb, m.On = "mute", Ref{KindItem, int64(rapid.SampledFrom(log).Draw(t, "item").v.Item)}
			} else {
				m.On = rapid.SampledFrom(refs).Draw(t, "on")
				m.Value = rapid.SampledFrom([]string{"coast", "osk", "threat"}).Draw(t, "value")
				if m.Verb == "join" {
					m.Value = rapid.SampledFrom(refs).Draw(t, "from").String()
				}
			}
			r.AddMark(m)
		}
		moment := at("08:00").Add(time.Duration(rapid.IntRange(0, 2200).Draw(t, "moment")) * time.Second)
		for _, clock := range []Clock{BySeen, ByPublished} {
			b := r.AsOf(moment, clock)
			for name, lists := range map[string][2][]Ref{
				"statements": {b.Statements(Filter{}), b.Statements(all)}, "signals": {b.Signals(Filter{}), b.Signals(all)}, "events": {b.Events(Filter{}), b.Events(all)},
			} {
				if !slices.Equal(lists[0], lists[1]) {
					t.Fatalf("%s on clock %d: %v, want %v", name, clock, lists[0], lists[1])
				}
			}
			if have, want := activityOn(b, Filter{}), activityOn(b, all); have != want {
				t.Fatalf("actors on clock %d:\n%v, want\n%v", clock, have, want)
			}
			for _, ref := range append(b.Statements(Filter{}), b.Signals(Filter{})...) {
				_, isStatement := b.Statement(ref)
				_, isSignal := b.Signal(ref)
				if !isStatement && !isSignal {
					t.Fatalf("no row for %v", ref)
				}
			}
		}
	})
}

// TestAReportSplitOffIsListedOnceWhileItsStatementGrows splits off the report that
// was out first, in the minute in which another one comes.
func TestAReportSplitOffIsListedOnceWhileItsStatementGrows(t *testing.T) {
	b := newBench()
	words := "the harbour treaty will be signed on friday morning"
	early := func(v *Version) { v.Published = at("09:30") }
	b.add("10:00", "Demo Daily", "d1", "Vell speaks", words, says("vell", words, "promise"))
	b.add("10:02", "Demo Post", "p1", "Vell on the treaty", words, early, says("vell", words, "promise"))
	b.add("10:04", "Demo Wire", "w1", "Vell promises", words, says("vell", words, "promise"))
	whole, _ := b.live().Statement(only(t, b.live().Statements(Filter{})))
	for _, e := range whole.Evidence {
		if e.Feed.Name == "Demo Post" {
			b.r.AddMark(Mark{ID: 1, At: at("10:05"), By: "ed", Verb: "split", On: e.Report})
		}
	}
	for _, clock := range []Clock{BySeen, ByPublished} {
		refs := b.r.AsOf(at("10:06"), clock).Statements(Filter{})
		if len(refs) != 2 || refs[0] == refs[1] {
			t.Errorf("clock %d lists %v", clock, refs)
		}
	}
}

func TestAReportOfWhatWasJoinedFindsItsRow(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Treaty on friday", "", says("vell", "the treaty is signed on friday", "promise"))
	b.add("10:01", "Demo Post", "p1", "Vell waits", "", says("vell", "grain is at the harbour", "assertion"))
	refs := b.live().Statements(Filter{})
	b.r.AddMark(Mark{ID: 1, At: at("10:05"), By: "ed", Verb: "type", On: refs[0], Value: "offer"})
	b.r.AddMark(Mark{ID: 2, At: at("10:06"), By: "ed", Verb: "join", On: refs[1], Value: refs[0].String()})
	now := b.r.AsOf(at("10:07"), BySeen)
	if row, ok := now.Statement(refs[0]); !ok || row.Ref != refs[1] || len(row.Evidence) != 2 {
		t.Errorf("the report that was joined finds %+v", row)
	}
	for _, f := range []Filter{{Types: []string{"offer"}}, {Text: "harbour"}} {
		if list := now.Statements(f); !slices.Equal(list, refs[1:]) {
			t.Errorf("%+v finds %v, want the row that it was joined to", f, list)
		}
	}
	b.r.AddMark(Mark{ID: 3, At: at("10:08"), By: "ed", Verb: "mute", On: Ref{KindItem, 1}})
	if list := b.r.AsOf(at("10:09"), BySeen).Statements(Filter{}); !slices.Equal(list, refs[1:]) {
		t.Errorf("with one of its two reports muted: %v", list)
	}
}
