package model

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// The people, places and outlets of these tests are made up.

var day = time.Date(2031, 3, 14, 0, 0, 0, 0, time.UTC)

func at(clock string) time.Time {
	t, err := time.Parse("15:04", clock[:5])
	if err != nil {
		panic(err)
	}
	out := day.Add(time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute)
	if len(clock) == 8 {
		var s int
		fmt.Sscanf(clock[6:], "%d", &s)
		out = out.Add(time.Duration(s) * time.Second)
	}
	return out
}

func demoCase() Case {
	return Case{
		Summit: Summit{Name: "Demo summit", Timezone: "America/Anchorage", Start: at("10:00"), Agenda: []Phase{
			{ID: "arrival", Title: "Arrival of Premier Vell", Start: at("09:00"), Kinds: []string{"arrival"}, Actors: []string{"vell"}},
			{ID: "talks", Title: "One-on-one talks", Start: at("10:00"), Kinds: []string{"meeting"}, Terms: []string{"one-on-one"}, Actors: []string{"vell", "osk"}},
			{ID: "lunch", Title: "Working lunch", Start: at("12:30"), End: at("13:30"), Kinds: []string{"meeting", "cancellation"}, Terms: []string{"lunch"}},
			{ID: "press", Title: "Press conference", Start: at("15:00"), Kinds: []string{"press"}},
			{ID: "departure", Title: "Departure", Start: at("17:00"), Kinds: []string{"departure"}, Actors: []string{"vell"}},
		}},
		Directory: NewDirectory([]Actor{
			{ID: "vell", Name: "Ana Vell", Kind: Person, Side: "north"},
			{ID: "osk", Name: "Tomas Osk", Kind: Person, Side: "south"},
			{ID: "north", Name: "Northland", Kind: State, Side: "north"},
			{ID: "south", Name: "Southland", Kind: State, Side: "south"},
			{ID: "coast", Name: "Coastland", Kind: State},
		}),
		Feeds: []Feed{
			{Name: "Demo Daily", URL: "https://daily.example/rss", Kind: Outlet},
			{Name: "Demo Post", URL: "https://post.example/rss", Kind: Outlet},
			{Name: "Demo Wire", URL: "https://wire.example/rss", Kind: Wire},
			{Name: "Demo North Office", URL: "https://office.north.example/rss", Kind: Official, Side: "north"},
			{Name: "Demo South Office", URL: "https://office.south.example/rss", Kind: Official, Side: "south"},
		},
	}
}

// bench is a record in the making.
type bench struct {
	r     *Record
	texts *MemoryTexts
	ids   map[string]ItemID
	n     map[string]int
	log   []entry
}

type entry struct {
	v  Version
	rd Reading
}

func newBench() *bench {
	texts := NewMemoryTexts()
	return &bench{r: NewRecord(demoCase(), texts), texts: texts, ids: map[string]ItemID{}, n: map[string]int{}}
}

// add takes in a version of an item; its facts are found in title and text.
func (b *bench) add(seen, feed, identity, title, text string, facts ...any) Version {
	key := feed + "|" + identity
	if b.ids[key] == 0 {
		b.ids[key] = ItemID(len(b.ids) + 1)
	}
	b.n[key]++
	v := Version{Item: b.ids[key], N: b.n[key], Sighting: Sighting{
		Feed: feed, Identity: identity, Title: title, Summary: text, Link: "https://example.invalid/" + identity,
		Published: at(seen).Add(-3 * time.Minute), Seen: at(seen),
	}}
	var rd Reading
	for _, f := range facts {
		switch f := f.(type) {
		case Operation:
			v.Op = f
		case func(*Version):
			f(&v)
		case func(*Reading):
			f(&rd)
		case Statement:
			f.In, f.Content.Spans = find(title, text, f.Content.Text)
			rd.Statements = append(rd.Statements, f)
		case Signal:
			f.In = InTitle
			rd.Signals = append(rd.Signals, f)
		case Event:
			f.In = InTitle
			if f.Spans == nil {
				f.Spans = []Span{{0, len([]rune(title))}}
			}
			rd.Events = append(rd.Events, f)
		}
	}
	b.put(v, rd)
	return v
}

func (b *bench) put(v Version, rd Reading) {
	b.texts.Put(v, rd)
	b.r.Add(v, rd)
	b.log = append(b.log, entry{v, rd})
}

func find(title, text, words string) (Field, []Span) {
	for _, f := range []struct {
		in Field
		s  string
	}{{InTitle, title}, {InText, text}} {
		if i := strings.Index(f.s, words); i >= 0 {
			from := len([]rune(f.s[:i]))
			return f.in, []Span{{from, from + len([]rune(words))}}
		}
	}
	return InTitle, nil
}

func says(who, words, typ string) Statement {
	return Statement{Mode: Direct, Speaker: Speaker{Actor: who, Name: who}, Content: Phrase{Text: words}, Quotes: []string{words}, Type: typ, Modality: "asserted", Topics: []string{"ceasefire"}}
}

func signal(sender, action, instrument string, targets ...string) Signal {
	dir := Pressure
	if reliefRungs[action] > 0 {
		dir = Relief
	}
	return Signal{Direction: dir, Action: action, Instrument: instrument, Sender: sender, Target: targets}
}

func event(kind, status string, who ...string) Event {
	return Event{Kind: kind, Status: status, Participants: who}
}

func (e Event) on(clock string) Event {
	e.When = When{Start: at(clock).Format(time.RFC3339), Precision: "minute"}
	return e
}

// onDay is the event on a day of the month.
func (e Event) onDay(n int) Event {
	e.When = When{Start: time.Date(2031, 3, n, 0, 0, 0, 0, time.UTC).Format(time.RFC3339), Precision: "day"}
	return e
}

// briefOf is the hand-over note of a board.
func briefOf(t *testing.T, b *Board) string {
	t.Helper()
	var out strings.Builder
	if err := WriteBrief(&out, b, BriefOptions{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func (b *bench) live() *Board { return b.r.AsOf(time.Time{}, BySeen) }

// activityOn are the actors of a board in words.
func activityOn(b *Board, f Filter) string {
	var out strings.Builder
	for _, r := range b.Actors(f) {
		who := r.Actor
		r.Actor = nil
		fmt.Fprintf(&out, "%v %v\n", *who, r)
	}
	return out.String()
}

func only(t *testing.T, refs []Ref) Ref {
	t.Helper()
	if len(refs) != 1 {
		t.Fatalf("want one row, have %d", len(refs))
	}
	return refs[0]
}
