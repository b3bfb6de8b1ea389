package model

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// What drafts prepare, several of them and each before anything is added, gives the
// record that adding one by one gives.
func TestDraftsGiveTheSameRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		want := recordOf(log)
		texts := NewMemoryTexts()
		r := NewRecord(demoCase(), texts)
		drafts := []*Draft{r.Draft(), r.Draft(), r.Draft()}
		prepared := make([]Prepared, len(log))
		for i, e := range log {
			texts.Put(e.v, e.rd)
			prepared[i] = drafts[i%len(drafts)].Prepare(e.v, e.rd)
		}
		for _, p := range prepared {
			r.AddPrepared(p)
		}
		for _, clock := range []Clock{BySeen, ByPublished} {
			x, y := dump(t, want.AsOf(time.Time{}, clock)), dump(t, r.AsOf(time.Time{}, clock))
			if x != y {
				t.Fatalf("by drafts the record differs:\n%s", firstDifference(x, y))
			}
		}
	})
}
