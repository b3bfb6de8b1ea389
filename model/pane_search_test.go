package model

import "testing"

func TestASearchMatchesWhatARowDraws(t *testing.T) {
	b := newBench()
	s := signal("north", "in-force", "secondary-tariff", "south")
	s.Sector, s.Spans, s.In = "oil", []Span{{0, 40}}, InText
	text := "Buyers of Southland's barrels now pay a duty at the harbour."
	b.add("08:00", "Demo Daily", "1", "What merchants pay", text)
	v := Version{Item: 50, N: 1, Sighting: Sighting{Feed: "Demo Post", Identity: "s", Title: "What merchants pay from today", Summary: text, Seen: at("08:10")}}
	b.put(v, Reading{Signals: []Signal{s}})
	b.add("08:20", "Demo Wire", "1", "Vell and the quays", "", says("vell", "we will close the quays for good", "threat"))
	for _, c := range []struct {
		text                string
		signals, statements int
	}{
		{"oil", 1, 0}, {"tariffs", 1, 0}, {"secondary", 1, 0}, {"force", 1, 0}, {"barrels", 1, 0}, {"northland", 1, 0},
		{"oil in force", 1, 0}, {"threat", 0, 1}, {"vell", 0, 1}, {"quays", 0, 1}, {"relief", 0, 0}, {"cheese", 0, 0},
	} {
		f := Filter{Text: c.text}
		if n, m := len(b.live().Signals(f)), len(b.live().Statements(f)); n != c.signals || m != c.statements {
			t.Errorf("%q: %d signals, %d statements", c.text, n, m)
		}
	}
}

// The help of a search calls an instrument and a sector a topic, too.
func TestATopicIsTheInstrumentOrTheSectorOfASignal(t *testing.T) {
	b := newBench()
	s := signal("north", "in-force", "tariff", "south")
	b.add("08:00", "Demo Daily", "1", "Northland's tariff on Southland is in force", "", s)
	s.Sector = "oil"
	b.add("08:10", "Demo Post", "1", "Northland's tariff on oil from Southland is in force", "", s)
	b.add("08:20", "Demo Wire", "1", "Vell on a truce", "we will keep the truce", says("vell", "we will keep the truce", "promise"))
	for _, c := range []struct {
		topic               string
		signals, statements int
	}{{"tariff", 1, 0}, {"oil", 1, 0}, {"ceasefire", 0, 1}, {"licence", 0, 0}, {"in-force", 0, 0}} {
		for _, clock := range []Clock{BySeen, ByPublished} {
			board := b.r.AsOf(at("09:00"), clock)
			f := Filter{Topic: c.topic}
			if n, m := len(board.Signals(f)), len(board.Statements(f)); n != c.signals || m != c.statements {
				t.Errorf("%s, clock %v: %d signals, %d statements", c.topic, clock, n, m)
			}
		}
	}
	if n := len(b.r.AsOf(at("08:05"), BySeen).Signals(Filter{Topic: "oil"})); n != 0 {
		t.Errorf("before a report named the oil: %d signals", n)
	}
}
