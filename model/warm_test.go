package model

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestWhatARecordKeepsIsWhatAFreshOneAnswers asks a growing record, with the hand's
// work on it, for all that it keeps between boards, and a record that was never asked
// before for the same. What boards said before stays as it was.
func TestWhatARecordKeepsIsWhatAFreshOneAnswers(t *testing.T) {
	defer func(n int) { settleAtOnce = n }(settleAtOnce)
	settleAtOnce = 2
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		marks := randomMarks(t, recordOf(log), log)
		texts := NewMemoryTexts()
		asked := NewRecord(demoCase(), texts)
		added, given := 0, 0
		var old []*Board
		var said [][]string
		for added < len(log) {
			for n := rapid.IntRange(1, len(log)-added).Draw(t, "more"); n > 0; n-- {
				texts.Put(log[added].v, log[added].rd)
				asked.Add(log[added].v, log[added].rd)
				added++
			}
			for ; given < len(marks) && rapid.Bool().Draw(t, "mark"); given++ {
				asked.AddMark(marks[given])
			}
			moment := time.Time{}
			if rapid.Bool().Draw(t, "past") {
				moment = at("08:00").Add(time.Duration(rapid.IntRange(-1000, 2200).Draw(t, "moment")) * time.Second)
			}
			for _, clock := range []Clock{BySeen, ByPublished} {
				fresh := recordOf(log[:added])
				for _, m := range marks[:given] {
					fresh.AddMark(m)
				}
				for i, b := range old {
					for k, now := range answers(b) {
						if now != said[i][k] {
							t.Fatalf("a board of %v, clock %d, says after %d versions and %d marks\n%s\nand said before\n%s", b.At, b.Clock, added, given, now, said[i][k])
						}
					}
				}
				b := asked.AsOf(moment, clock)
				have, want := slices.Concat(answers(b), stops(b)), slices.Concat(answers(fresh.AsOf(moment, clock)), stops(fresh.AsOf(moment, clock)))
				old, said = append(old, b), append(said, answers(b))
				for i := range want {
					if i >= len(have) || have[i] != want[i] {
						t.Fatalf("clock %d, at %v, after %d versions and %d marks:\n%v\na fresh record says\n%s", clock, moment, added, given, have[min(i, len(have)):min(i+1, len(have))], want[i])
					}
				}
			}
		}
	})
}

// demoFilters are what the boards of the tests are asked for by.
var demoFilters = []Filter{{}, {Actor: "north"}, {Actor: "osk"}, {Text: "grain"}, {Certainty: []CertaintyLevel{Single}}}

// stops are those of the whole record, which a board gives as it is now.
func stops(b *Board) []string {
	var out []string
	for _, f := range demoFilters {
		out = append(out, fmt.Sprintf("moments %v: %v", f, b.Moments(f)))
	}
	return out
}

// answers are what boards take from lists that the record keeps.
func answers(b *Board) []string {
	var out []string
	for _, f := range demoFilters {
		out = append(out,
			fmt.Sprintf("words %v: %v", f, b.Words(f, 4)),
			fmt.Sprintf("statements %v: %v", f, b.Statements(f)),
			fmt.Sprintf("signals %v: %v", f, b.Signals(f)),
			fmt.Sprintf("events %v: %v", f, b.Events(f)))
	}
	for _, l := range b.Ladders(Filter{}) {
		out = append(out, fmt.Sprintf("ladder of %s: %v", l.Target.ID, l.Refs), fmt.Sprintf("where it stands: %+v", b.Standing(&l)))
	}
	out = append(out, fmt.Sprintf("counts: %v", b.Counts()), fmt.Sprintf("phases: %v", b.Phases()), "actors: "+activityOn(b, Filter{}))
	from := at("07:30")
	return append(out, fmt.Sprintf("density: %v", b.Density(from, from.Add(2*time.Hour), 17, Filter{})))
}
