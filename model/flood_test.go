package model

import (
	"fmt"
	"io"
	"testing"
	"time"
)

// flood is a record of many reports of few facts, in texts that hardly differ: what
// a loop of templates makes. Each report comes from one of the houses.
func flood(items int) *Record {
	c := demoCase()
	for i := range 8 {
		c.Feeds = append(c.Feeds, Feed{Name: fmt.Sprint("Demo Outlet ", i), URL: fmt.Sprintf("https://outlet%d.example/rss", i), Kind: Outlet})
	}
	texts := NewMemoryTexts()
	r := NewRecord(c, texts)
	for i := range items {
		feed := c.Feeds[i%len(c.Feeds)]
		at := day.Add(time.Duration(i) * time.Second)
		words := fmt.Sprintf("the harbour treaty will be signed on friday morning before boat %d of %d sails", i%7, i%5)
		title := fmt.Sprintf("Vell says the treaty of harbour number %d is as good as signed", i)
		v := Version{Item: ItemID(i + 1), N: 1, Sighting: Sighting{Feed: feed.Name, Identity: fmt.Sprint(i), Title: title, Link: fmt.Sprint("https://example.invalid/", i), Published: at, Seen: at,
			Summary: fmt.Sprintf("Ana Vell of Northland said in Tarn that %s, boat %d of the day", words, i)}}
		rd := Reading{Statements: []Statement{says("vell", words, "promise")}, Signals: []Signal{signal("north", "threatened", "tariff", "south")}}
		rd.Statements[0].In, rd.Signals[0].In = InText, InTitle
		e := event("meeting", Planned, "vell", "osk").on([]string{"10:00", "11:00", "12:00"}[i%3])
		e.In = InTitle
		rd.Events = []Event{e}
		texts.Put(v, rd)
		r.Add(v, rd)
	}
	return r
}

func TestARowOfVeryManyReportsShowsFewAndClaimsNoMore(t *testing.T) {
	const n = 3 * maxCompared
	b := flood(n).AsOf(time.Time{}, BySeen)
	s, _ := b.Statement(b.Statements(Filter{})[0])
	g, _ := b.Signal(b.Signals(Filter{})[0])
	e, _ := b.Event(b.Events(Filter{})[0])
	for _, row := range []struct {
		reports  int
		evidence []Evidence
		sure     Certainty
	}{{s.Reports, s.Evidence, s.Certainty}, {g.Reports, g.Evidence, g.Certainty}, {e.Reports, e.Evidence, e.Certainty}} {
		if row.reports < n/8 || len(row.evidence) != maxShown {
			t.Errorf("%d of %d reports are shown", len(row.evidence), row.reports)
		}
		if row.sure.Sources > 13 {
			t.Errorf("13 houses and their copies are %d sources: %v", row.sure.Sources, row.sure.Reasons)
		}
	}
	if first := day; !s.Seen.Equal(first) || !g.Seen.Equal(first) {
		t.Errorf("the first report came %s and %s", s.Seen, g.Seen)
	}
}

// BenchmarkBriefFlood writes a brief over what a few templates made.
func BenchmarkBriefFlood(b *testing.B) {
	r := flood(20_000)
	b.ReportAllocs()
	defer cpuTime(b)()
	for b.Loop() {
		if err := WriteBrief(io.Discard, r.AsOf(time.Time{}, BySeen), BriefOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// Where thousands differ the record keeps a few contradictions of each report, and
// the conflict still has all sides that are told of.
func TestVeryManyReportsContradictFewOthersEach(t *testing.T) {
	const n = 1000
	r := flood(n)
	b := r.AsOf(time.Time{}, BySeen)
	if all := b.nClashes(); all < n || all > 2*maxClashes*n {
		t.Errorf("%d reports clash %d times", n, all)
	}
	for _, c := range b.OpenConflicts(50) {
		if c.Kind == "time" && len(c.Sides) == 3 {
			return
		}
	}
	t.Error("no conflict has the three times that are told")
}
