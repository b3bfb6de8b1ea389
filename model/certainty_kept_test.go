package model

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestAFilterByCertaintyKeepsTheRowsOfThatLevel compares the lists that the kept
// levels give with the rows themselves, at any moment, by both clocks, while the
// record grows and with the hand's work on it.
func TestAFilterByCertaintyKeepsTheRowsOfThatLevel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		texts := NewMemoryTexts()
		r := NewRecord(demoCase(), texts)
		var old []*Board
		every := Filter{Items: map[ItemID]bool{}}
		for _, e := range log {
			every.Items[e.v.Item] = true
		}
		for len(log) > 0 {
			n := rapid.IntRange(1, len(log)).Draw(t, "more")
			for _, e := range log[:n] {
				texts.Put(e.v, e.rd)
				r.Add(e.v, e.rd)
			}
			log = log[n:]
			if refs := r.AsOf(time.Time{}, BySeen).Statements(Filter{}); len(refs) > 1 && rapid.Bool().Draw(t, "hand") {
				pick := rapid.SampledFrom(refs)
				on := pick.Draw(t, "on")
				m := Mark{ID: int64(n + 100*len(log)), At: at("08:05"), Verb: rapid.SampledFrom([]string{"split", "join", "mute", "speaker"}).Draw(t, "verb"), On: on}
				switch m.Verb {
				case "join":
					m.Value = pick.Draw(t, "from").String()
				case "speaker":
					m.Value = "osk"
				case "mute":
					row, _ := r.AsOf(time.Time{}, BySeen).Statement(on)
					m.On = Ref{KindItem, int64(row.Evidence[0].Version.Item)}
				case "split":
					row, _ := r.AsOf(time.Time{}, BySeen).Statement(on)
					m.On = row.Evidence[len(row.Evidence)-1].Report
				}
				r.AddMark(m)
			}
			moment := time.Time{}
			if rapid.Bool().Draw(t, "past") {
				moment = at("08:00").Add(time.Duration(rapid.IntRange(-1000, 2200).Draw(t, "moment")) * time.Second)
			}
			old = append(old, r.AsOf(moment, BySeen), r.AsOf(moment, ByPublished))
			for _, b := range old {
				sameBySureness(t, b, every)
			}
		}
	})
}

// sameBySureness compares them for a board; every is a filter that everything passes.
func sameBySureness(t *rapid.T, b *Board, every Filter) {
	levels := map[Ref]CertaintyLevel{}
	lists := map[Kind]func(Filter) []Ref{KindStatement: b.Statements, KindSignal: b.Signals, KindEvent: b.Events}
	for kind, list := range lists {
		for _, ref := range list(every) {
			switch kind {
			case KindStatement:
				row, _ := b.Statement(ref)
				levels[ref] = row.Certainty.Level
			case KindSignal:
				row, _ := b.Signal(ref)
				levels[ref] = row.Certainty.Level
			default:
				row, _ := b.Event(ref)
				levels[ref] = row.Certainty.Level
			}
		}
		for _, wanted := range [][]CertaintyLevel{{Single}, {Corroborated, OfficialWord}, {Disputed, Corrected, Withdrawn}, {"sworn"}} {
			var want []Ref
			for _, ref := range list(every) {
				if slices.Contains(wanted, levels[ref]) {
					want = append(want, ref)
				}
			}
			if have := list(Filter{Certainty: wanted}); !slices.Equal(have, want) {
				t.Fatalf("clock %d, as of %s, %v\nhave %v\nwant %v", b.Clock, b.At, wanted, have, want)
			}
			if have, want := b.Actors(Filter{Certainty: wanted}), b.Actors(Filter{Certainty: wanted, Items: every.Items}); kind == KindStatement && !reflect.DeepEqual(have, want) {
				t.Fatalf("clock %d, as of %s, %v: actors\nhave %v\nwant %v", b.Clock, b.At, wanted, have, want)
			}
			if have, want := b.Moments(Filter{Certainty: wanted}), b.Moments(Filter{Certainty: wanted, Items: every.Items}); kind == KindSignal && !slices.Equal(have, want) {
				t.Fatalf("clock %d, as of %s, %v: moments\nhave %v\nwant %v", b.Clock, b.At, wanted, have, want)
			}
		}
	}
}

// TestStopsOfAFilterAreThoseOfItsRows compares the stops that a filter leaves with the
// signals and events that it lists, while the record grows.
func TestStopsOfAFilterAreThoseOfItsRows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := NewMemoryTexts()
		r := NewRecord(demoCase(), texts)
		every := Filter{Actor: "vell", Items: map[ItemID]bool{}}
		for i, e := range randomLog(t) {
			texts.Put(e.v, e.rd)
			r.Add(e.v, e.rd)
			every.Items[e.v.Item] = true
			if i%3 > 0 {
				continue
			}
			past := r.AsOf(at("08:00").Add(time.Duration(rapid.IntRange(-1000, 2200).Draw(t, "moment"))*time.Second), BySeen)
			for _, list := range []func(Filter) []Ref{past.Statements, past.Signals, past.Events} {
				if have, want := list(Filter{Actor: "vell"}), list(every); !slices.Equal(have, want) {
					t.Fatalf("of vell as of %s\nhave %v\nwant %v", past.At, have, want)
				}
			}
			b := r.AsOf(time.Time{}, BySeen)
			for _, f := range []Filter{{Actor: "vell"}, {Actor: "north"}, {Certainty: []CertaintyLevel{Single}}, {Actor: "vell", Certainty: []CertaintyLevel{Corroborated, Disputed}}} {
				listed := append(append(b.Signals(f), b.Events(f)...), b.Items(f)...)
				var want []Moment
				for _, m := range b.Moments(Filter{}) {
					if slices.Contains(listed, m.Ref) {
						want = append(want, m)
					}
				}
				if have := b.Moments(f); !slices.Equal(have, want) {
					t.Fatalf("%+v\nhave %v\nwant %v", f, have, want)
				}
			}
		}
	})
}
