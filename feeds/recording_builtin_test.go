package feeds

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
)

func builtin(t *testing.T, name string) *Recording {
	t.Helper()
	rec, err := Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

func TestBuiltinUnknown(t *testing.T) {
	if _, err := Builtin("vienna"); err == nil || !strings.Contains(err.Error(), "alaska and aftermath") {
		t.Errorf("got %v", err)
	}
}

func TestBuiltinFilesAreAsWriteWritesThem(t *testing.T) {
	for _, name := range BuiltinNames {
		file, err := recordings.ReadFile("recordings/" + name + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := builtin(t, name).Write(&out); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(file, out.Bytes()) {
			for i, line := range strings.Split(out.String(), "\n") {
				if lines := strings.Split(string(file), "\n"); i >= len(lines) || lines[i] != line {
					t.Fatalf("%s line %d reads\n%s\nafter a round trip", name, i+1, line)
				}
			}
		}
	}
}

func TestBuiltinOutletsAreDemoOutlets(t *testing.T) {
	for _, name := range BuiltinNames {
		rec := builtin(t, name)
		known := map[string]bool{}
		for _, f := range rec.Feeds {
			known[f.Name] = true
			if !strings.Contains(strings.ToLower(f.Name), "demo") || !strings.Contains(f.URL, ".demo.invalid/") {
				t.Errorf("%s: feed %q at %s does not say that it is a demo", name, f.Name, f.URL)
			}
		}
		for _, s := range rec.Sightings {
			if !known[s.Feed] {
				t.Errorf("%s: %q comes from %q, which the header does not list", name, s.Title, s.Feed)
			}
			if !strings.Contains(s.Link, ".demo.invalid/") {
				t.Errorf("%s: %q links to %q", name, s.Title, s.Link)
			}
		}
	}
}

// A recording must not hold what a live feed could not have brought.
func TestBuiltinSightingsAreLikeLiveOnes(t *testing.T) {
	for _, name := range BuiltinNames {
		rec := builtin(t, name)
		last := map[string]model.Sighting{}
		for _, s := range rec.Sightings {
			if op, title := operation(s.Title); op != s.Op || title != s.OpTitle {
				t.Errorf("%s: %q is recorded as %q of %q, live it would be %q of %q", name, s.Title, s.Op, s.OpTitle, op, title)
			}
			if key := guidKey(s.GUID); key != s.Identity {
				t.Errorf("%s: %q is %q, live it would be %q", name, s.Title, s.Identity, key)
			}
			if lag := s.Seen.Sub(s.Published); lag < 0 {
				t.Errorf("%s: %q was seen %v before it was published", name, s.Title, -lag)
			}
			before, again := last[s.Identity]
			if again && before.Title == s.Title && before.Summary == s.Summary {
				t.Errorf("%s: %q comes again unchanged", name, s.Title)
			}
			if again && s.Updated.Before(before.Updated) {
				t.Errorf("%s: %q is older than what it replaces", name, s.Title)
			}
			if again && before.Feed != s.Feed {
				t.Errorf("%s: %q has one identity in two feeds", name, s.Title)
			}
			last[s.Identity] = s
		}
	}
}

func TestAlaskaHoldsWhatItClaims(t *testing.T) {
	rec := builtin(t, Alaska)
	day := time.Date(2025, 8, 15, 8, 0, 0, 0, time.UTC) // midnight in Anchorage
	titles := map[string]string{}
	var edits, taken, copies, onTheDay int
	for _, s := range rec.Sightings {
		title, again := titles[s.Identity]
		if again && title != s.Title {
			edits++
		}
		titles[s.Identity] = s.Title
		switch s.Op {
		case model.OpCorrected, model.OpRefile, model.OpWithdrawn, model.OpKill:
			taken++
		}
		if strings.HasSuffix(s.Summary, "(Demo Wire)") {
			copies++
		}
		if !again && s.Seen.After(day) && s.Seen.Before(day.Add(24*time.Hour)) {
			onTheDay++
		}
	}
	for what, n := range map[string][2]int{
		"items":                {len(titles), 300},
		"headline edits":       {edits, 30},
		"corrections or kills": {taken, 8},
		"wire copies":          {copies, 5},
		"items on the day":     {onTheDay, 120},
	} {
		if n[0] < n[1] {
			t.Errorf("%s: %d, want at least %d", what, n[0], n[1])
		}
	}
	first, last := rec.Sightings[0], rec.Sightings[len(rec.Sightings)-1]
	if first.Seen.Format(time.DateOnly) != "2025-07-14" || last.Seen.Format(time.DateOnly) != "2025-08-27" {
		t.Errorf("runs from %v to %v", first.Seen, last.Seen)
	}
	if rec.Start.Format(time.RFC3339) != "2025-08-15T14:00:00Z" || len(rec.Captions) == 0 || len(rec.Summit.Agenda) == 0 {
		t.Errorf("header: %+v", rec.Header)
	}
}

// What the desk may know at a given minute of the night, and what not yet.
func TestAlaskaTellsThingsInTheirTime(t *testing.T) {
	rec := builtin(t, Alaska)
	tests := []struct {
		words string
		after string // not known at this time
		by    string // known at this time
	}{
		{"Maybe I won't have to do it", "2025-08-15T16:00:00Z", "2025-08-15T18:20:00Z"},
		{"General License 125", "2025-08-13T16:00:00Z", "2025-08-13T18:00:00Z"},
		{"lands in alaska", "2025-08-15T18:20:00Z", "2025-08-15T18:30:00Z"},
		{"begin joint press conference", "2025-08-15T22:55:00Z", "2025-08-15T23:05:00Z"},
		{"understanding that we've reached together", "2025-08-15T22:58:00Z", "2025-08-15T23:05:00Z"},
		{"There's no deal until there's a deal", "2025-08-15T22:58:00Z", "2025-08-15T23:05:00Z"},
		{"working lunch", "2025-08-14T09:00:00Z", "2025-08-14T12:00:00Z"},
		{"session dropped", "2025-08-15T22:11:00Z", "2025-08-15T23:05:00Z"},
		{"press conference ends", "2025-08-15T23:05:00Z", "2025-08-15T23:20:00Z"},
		{"expired on Wednesday", "2025-08-20T04:01:00Z", "2025-08-20T05:00:00Z"},
	}
	for _, tt := range tests {
		n := slices.IndexFunc(rec.Sightings, func(s model.Sighting) bool {
			return containsWords(folded(s.Title+" "+s.Summary), folded(tt.words))
		})
		if n < 0 {
			t.Errorf("%q is nowhere", tt.words)
			continue
		}
		seen := rec.Sightings[n].Seen.Format(time.RFC3339)
		if seen <= tt.after || seen > tt.by {
			t.Errorf("%q is first seen at %s, want after %s and by %s", tt.words, seen, tt.after, tt.by)
		}
	}
}

func TestAftermathHoldsTheLadder(t *testing.T) {
	rec := builtin(t, Aftermath)
	all, err := json.Marshal(rec.Sightings)
	if err != nil {
		t.Fatal(err)
	}
	text := folded(string(all))
	for _, words := range []string{"Rosneft and Lukoil", "19th package", "General License 128B", "General License 133", "General License 134", "Supreme Court", "lifts additional 25% tariff"} {
		if !containsWords(text, folded(words)) {
			t.Errorf("%q is missing", words)
		}
	}
	if !rec.Sightings[0].Seen.After(time.Date(2025, 8, 20, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("begins at %v", rec.Sightings[0].Seen)
	}
}
