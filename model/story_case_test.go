package model

import (
	"os"
	"strings"
	"testing"
	"time"
)

// talksReports reads the made-up reports of a week around talks, with what they tell of.
func talksReports(t *testing.T) (list []article) {
	data, err := os.ReadFile("testdata/talks.txt")
	if err != nil {
		t.Fatal(err)
	}
	event := -1
	for line := range strings.Lines(string(data)) {
		switch line = strings.TrimSpace(line); {
		case strings.HasPrefix(line, "=="):
			event++
		case line != "" && !strings.HasPrefix(line, "#"):
			f := strings.Split(line+" ", " | ")
			when, err := time.Parse("2 15:04", f[0])
			if err != nil || len(f) < 2 {
				t.Fatalf("%q: %v", line, err)
			}
			h := headline{Title: strings.TrimSuffix(f[1], " |"), Published: day.AddDate(0, 0, when.Day()).Add(when.Sub(when.Truncate(24 * time.Hour)))}
			if len(f) > 2 {
				h.Text = strings.TrimSpace(f[2])
			}
			list = append(list, article{h, event})
		}
	}
	return list
}

// talksCase is the case that a desk would write down for them.
func talksCase() Case {
	return Case{
		Summit: Summit{Name: "Brimwater trade talks", Place: "Brimwater", Agenda: []Phase{{ID: "talks", Actors: []string{"brask", "tolvay"}}}},
		Directory: NewDirectory([]Actor{
			{ID: "norvia", Name: "Norvia", Kind: State, Demonyms: []string{"Norvian"}, Seats: []string{"Oslaven"}},
			{ID: "sudra", Name: "Sudra", Kind: State, Demonyms: []string{"Sudran"}, Seats: []string{"Tarvik"}},
			{ID: "brask", Name: "Halden Brask", Kind: Person, State: "norvia"},
			{ID: "tolvay", Name: "Imre Tolvay", Kind: Person, State: "sudra"},
		}),
	}
}

// What all reports of a desk name, the town, the states and the ministers, makes no
// story of them, be the record ever so new.
func TestReportsOfTalksFallIntoTheirEvents(t *testing.T) {
	for name, c := range map[string]struct {
		of    Case
		bare  bool
		least float64
	}{
		"texts":  {talksCase(), false, .8},
		"titles": {talksCase(), true, .7},
	} {
		t.Run(name, func(t *testing.T) {
			list := talksReports(t)
			heads := make([]headline, len(list))
			for i, a := range list {
				if heads[i] = a.h; c.bare {
					heads[i].Text = ""
				}
			}
			f1, largest := bCubed(list, clusterOf(c.of, heads))
			t.Logf("%d reports: B-cubed F1 %.3f, largest story %d", len(list), f1, largest)
			if f1 < c.least {
				t.Errorf("B-cubed F1 %.3f, want %.2f", f1, c.least)
			}
		})
	}
}
