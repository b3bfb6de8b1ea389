package model

import (
	"fmt"
	"slices"
	"time"
)

// headline is a report's title, with its text and time where they are known.
type headline struct {
	Title     string
	Text      string
	Published time.Time
}

// cluster puts reports into stories, as a record does that takes them in by
// their time: the answer has a number for each, the same for reports of one
// story, counted from 0 in order of time. Reports without a time count as of one
// moment.
func cluster(list []headline) []int { return clusterOf(Case{}, list) }

// clusterOf does so in the record of a case.
func clusterOf(c Case, list []headline) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return list[i].Published.Compare(list[j].Published) })
	r := NewRecord(c, nil)
	for n, i := range order {
		seen := list[i].Published
		if seen.IsZero() {
			seen = time.Unix(0, 0)
		}
		r.Add(Version{Item: ItemID(i + 1), N: 1, Sighting: Sighting{
			Identity: fmt.Sprintf("%09d", n), Title: list[i].Title, Summary: list[i].Text, Published: seen, Seen: seen,
		}}, Reading{})
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.settle()
	r.settleDue(len(r.due))
	b := r.asOf(time.Time{}, BySeen)
	out := make([]int, len(list))
	for i := range int32(r.base.vers.len()) {
		out[r.base.vers.at(i).item-1] = int(b.wholeOfStory(r.base.vers.at(i).story))
	}
	return out
}
