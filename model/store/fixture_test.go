package store

import (
	"context"
	"fmt"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/model"
)

var start = time.Date(2025, 8, 14, 6, 0, 0, 0, time.UTC)

// maker makes sightings of made-up words that are spread as words in news are: a
// few in nearly every item, most in hardly any.
type maker struct {
	r    *rand.Rand
	zipf *rand.Zipf
}

func newMaker() *maker {
	r := rand.New(rand.NewSource(1))
	return &maker{r, rand.NewZipf(r, 1.07, 8, 40000)}
}

func madeWord(i int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for {
		b.WriteByte(consonants[i%14])
		i /= 14
		b.WriteByte(vowels[i%5])
		if i /= 5; i == 0 {
			return b.String()
		}
	}
}

func (m *maker) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = madeWord(int(m.zipf.Uint64()))
	}
	return strings.ToUpper(list[0][:1]) + strings.Join(list, " ")[1:]
}

// sighting makes the i-th item: a headline of 10 words and a summary of 40.
func (m *maker) sighting(i int) model.Sighting {
	seen := start.Add(time.Duration(i) * time.Second)
	feed := i % 20
	return model.Sighting{
		Feed: fmt.Sprintf("Demo Daily %d", feed), Identity: fmt.Sprintf("https://daily%d.demo.example/world/%d", feed, 40000000+i),
		GUID: fmt.Sprintf("https://daily%d.demo.example/world/%d", feed, 40000000+i), Link: fmt.Sprintf("https://daily%d.demo.example/world/%d", feed, 40000000+i),
		Title: m.words(10), Summary: m.words(20) + ". " + m.words(20) + ".",
		Published: seen.Add(-time.Duration(m.r.Intn(900)) * time.Second), DateFrom: model.DatePublished, Seen: seen,
	}
}

var (
	madeActors = []string{"aldra", "borun", "chessa", "dormont", "eskil", "farrow", "state-of-gada", "hollin-union"}
	madeTypes  = []string{"assertion", "threat", "demand", "offer", "denial", "praise"}
)

// reading makes what a reader might find: two statements, every second time a
// signal, every third time an event, with spans and texts that fit the version.
func (m *maker) reading(v *model.Version) model.Reading {
	body := v.Body()
	r := model.Reading{ID: fmt.Sprintf("%d.%d", v.Item, v.N)}
	actor := func() string { return madeActors[m.r.Intn(len(madeActors))] }
	for k := range 2 {
		from := k * len(body) / 2
		to := from + len(body)/3
		a := actor()
		r.Statements = append(r.Statements, model.Statement{
			In: model.InText, Mode: model.Indirect,
			Speaker: model.Speaker{Phrase: model.Phrase{Text: body[from : from+6], Spans: []model.Span{{from, from + 6}}}, Actor: a, Name: "Mr " + a, Capacity: "person"},
			Cue:     model.Phrase{Text: body[from+7 : from+11], Spans: []model.Span{{from + 7, from + 11}}},
			Content: model.Phrase{Text: body[from+12 : to], Spans: []model.Span{{from + 12, to}}},
			Quotes:  []string{body[from+14 : to-2]}, Type: madeTypes[m.r.Intn(len(madeTypes))], Modality: "asserted", CAMEO: "010",
			Topics: []string{"ceasefire"}, Rule: fmt.Sprintf("indirect-that-%d", m.r.Intn(20)),
		})
		r.Actors = append(r.Actors, model.Mention{ID: a, Name: "Mr " + a, Mentions: []model.Span{{from, from + 6}}})
	}
	if v.Item%2 == 0 {
		r.Signals = append(r.Signals, model.Signal{In: model.InTitle, Direction: model.Pressure, Action: "threatened", Instrument: "sanctions",
			Sender: actor(), Target: []string{actor()}, Sector: "oil", Spans: []model.Span{{0, 12}}, Rule: "threaten-with"})
	}
	if v.Item%3 == 0 {
		r.Events = append(r.Events, model.Event{In: model.InText, Kind: "meeting", Status: model.Planned, Participants: []string{actor(), actor()},
			Place: body[2:9], When: model.When{Start: "2025-08-15T19:00:00Z", Precision: "hour"}, Spans: []model.Span{{2, 30}}, Rule: "to-meet"})
	}
	return r
}

// batch makes n sightings from the i-th on.
func (m *maker) batch(i, n int) []model.Sighting {
	list := make([]model.Sighting, n)
	for k := range list {
		list[k] = m.sighting(i + k)
	}
	return list
}

// read makes the readings of versions.
func (m *maker) read(versions []model.Version) []Stored {
	list := make([]Stored, len(versions))
	for i := range versions {
		list[i] = Stored{Version: versions[i], Reading: m.reading(&versions[i])}
	}
	return list
}

// fill takes n items into the record in batches, each with its reading.
func (m *maker) fill(tb testing.TB, s *Store, from, n, size int) {
	tb.Helper()
	for at := from; at < from+n; at += size {
		added := mustAppend(tb, s, m.batch(at, min(size, from+n-at))...)
		if err := s.SaveReadings(context.Background(), "rules-1", m.read(added)); err != nil {
			tb.Fatal(err)
		}
	}
}

// open opens a fresh record in a directory of the test.
func open(tb testing.TB, opts ...Option) *Store {
	tb.Helper()
	return reopen(tb, filepath.Join(tb.TempDir(), "record.db"), opts...)
}

func reopen(tb testing.TB, path string, opts ...Option) *Store {
	tb.Helper()
	s, err := Open(context.Background(), path, opts...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}
