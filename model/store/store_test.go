package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
)

func sighting(identity, title string, seen time.Duration) model.Sighting {
	return model.Sighting{Feed: "Demo Wire", Identity: identity, GUID: identity, Link: "https://wire.demo.example/" + identity,
		Title: title, Summary: "The envoy of Aldra left the hall.", Published: start.Add(seen - time.Minute), DateFrom: model.DatePublished, Seen: start.Add(seen)}
}

func mustAppend(tb testing.TB, s *Store, items ...model.Sighting) []model.Version {
	tb.Helper()
	added, err := s.Append(context.Background(), items)
	if err != nil {
		tb.Fatal(err)
	}
	return added
}

// mustRead saves an empty reading, or the given one, of each version.
func mustRead(tb testing.TB, s *Store, versions []model.Version, readings ...model.Reading) {
	tb.Helper()
	list := make([]Stored, len(versions))
	for i := range versions {
		list[i].Version = versions[i]
		if i < len(readings) {
			list[i].Reading = readings[i]
		}
	}
	if err := s.SaveReadings(context.Background(), "rules-1", list); err != nil {
		tb.Fatal(err)
	}
}

func TestAppendAndSearch(t *testing.T) {
	ctx := context.Background()
	s := open(t)
	first := mustAppend(t, s, sighting("a", "Borun threatens tariffs", 0), sighting("b", "Chessa arrives", time.Minute))
	if len(first) != 2 || first[0].N != 1 || first[1].Item != 2 {
		t.Fatalf("first sight: %+v", first)
	}
	mustRead(t, s, first)
	if again := mustAppend(t, s, sighting("a", "Borun threatens tariffs", time.Hour)); len(again) != 0 {
		t.Fatalf("the same again is no version: %+v", again)
	}
	second := mustAppend(t, s, sighting("a", "Borun orders tariffs", 2*time.Hour))
	if len(second) != 1 || second[0].N != 2 || second[0].Item != 1 {
		t.Fatalf("a changed headline is version 2: %+v", second)
	}
	mustRead(t, s, second)

	got, err := s.Version(model.VersionRef{Item: 1, N: 1})
	if err != nil || got.Title != "Borun threatens tariffs" {
		t.Errorf("version 1 reads as it did: %q, %v", got.Title, err)
	}
	history, err := s.History(1)
	if err != nil || len(history) != 2 {
		t.Errorf("history: %+v, %v", history, err)
	}
	if _, err := s.Version(model.VersionRef{Item: 9, N: 1}); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such version: %v", err)
	}
	find := func(query string, at time.Duration) []string {
		q, err := model.ParseQuery(query, time.UTC, start)
		if err != nil {
			t.Fatal(err)
		}
		hits, err := s.Search(ctx, q, SearchOptions{At: start.Add(at)})
		if err != nil {
			t.Fatal(err)
		}
		var titles []string
		for _, h := range hits {
			titles = append(titles, h.Version.Title)
		}
		return titles
	}
	for _, c := range []struct {
		query string
		at    time.Duration
		want  []string
	}{
		{"tariff", time.Hour, []string{"Borun threatens tariffs"}},
		{"tariff", 3 * time.Hour, []string{"Borun orders tariffs"}},
		{"threatens", 3 * time.Hour, nil},
		{"threatening", time.Hour, []string{"Borun threatens tariffs"}},
		{"-tariff envoy", 3 * time.Hour, []string{"Chessa arrives"}},
		{"feed:wire chessa OR nobody", 3 * time.Hour, []string{"Chessa arrives"}},
		{"feed:other chessa", 3 * time.Hour, nil},
		{"", 3 * time.Hour, []string{"Borun orders tariffs", "Chessa arrives"}},
		{"tariff before:07:00", 3 * time.Hour, []string{"Borun threatens tariffs"}},
	} {
		if got := find(c.query, c.at); !slices.Equal(got, c.want) {
			t.Errorf("%q at %s: %q, want %q", c.query, c.at, got, c.want)
		}
	}
}

// A time that no JSON can say would end every export in front of it.
func TestATimeOutOfAllYearsIsDamage(t *testing.T) {
	ctx := context.Background()
	for _, column := range []string{"seen", "published", "updated"} {
		s := open(t)
		mustAppend(t, s, sighting("a", "Borun speaks", 0))
		mustAppend(t, s, sighting("b", "Borun leaves", 1))
		far := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli()
		for _, query := range []string{"DROP TRIGGER versions_fixed", fmt.Sprintf("UPDATE versions SET %s = %d WHERE seq = 1", column, far)} {
			if _, err := s.w.Exec(query); err != nil {
				t.Fatal(err)
			}
		}
		var titles, faults []string
		for it, err := range s.Items(ctx, time.Time{}, model.BySeen) {
			if err != nil {
				faults = append(faults, err.Error())
				continue
			}
			titles = append(titles, it.Title)
		}
		if len(titles) != 1 || titles[0] != "Borun leaves" || len(faults) != 1 || !strings.Contains(faults[0], "version 1 of item 1") {
			t.Errorf("%s: %q, %q", column, titles, faults)
		}
		if found, err := s.Check(ctx); err != nil || len(found) != 1 || !strings.Contains(found[0], "version 1 of item 1") {
			t.Errorf("%s: the check finds %q, %v", column, found, err)
		}
	}
}
