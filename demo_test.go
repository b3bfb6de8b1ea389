package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parley/feeds"
)

// frame is the demo as of a moment, as text.
func frame(t *testing.T, args ...string) string {
	t.Helper()
	emptyHome(t)
	status, out, errs := parley(t, "", append([]string{"snapshot", "--demo", "--format", "text"}, args...)...)
	if status != exitDone {
		t.Fatalf("snapshot: %s", errs)
	}
	return out
}

func TestDemoAtThePressAppearance(t *testing.T) {
	at := frame(t, "--at", "2025-08-15T23:05:00Z", "--size", "120x36")
	for _, want := range []string{"AS OF", "REPLAY", "Trump", "Putin", "There’s no deal until", "threatened", "licensed", "not held"} {
		if !strings.Contains(strings.ToLower(at), strings.ToLower(want)) { // a headline may be in capitals
			t.Errorf("an editor looks for %q:\n%s", want, at)
		}
	}
	before := frame(t, "--at", "2025-08-15T19:00:00Z", "--size", "120x36")
	for _, later := range []string{"no deal until", "not held", "extremely productive"} {
		if strings.Contains(strings.ToLower(before), later) {
			t.Errorf("at 19:00Z nobody knows %q yet:\n%s", later, before)
		}
	}
}

func TestEveryPaneFollowsTheCursor(t *testing.T) {
	late := frame(t, "--at", "2025-08-15T23:05:00Z")
	back := frame(t, "--at", "2025-08-15T23:05:00Z", "--keys", strings.Repeat("left ", 12))
	if late == back {
		t.Fatal("left changes nothing")
	}
	if strings.Contains(back, "15:05 AKDT  Fri 15 Aug 15:05") {
		t.Errorf("the header follows:\n%s", back)
	}
}

func TestTheDemoIsExportedAndReadBackExactly(t *testing.T) {
	emptyHome(t)
	status, out, errs := parley(t, "", "export", "--demo", "--what", "recording")
	if status != exitDone {
		t.Fatal(errs)
	}
	got, err := feeds.ReadRecording(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	want, err := feeds.Builtin(feeds.Alaska)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Sightings) != len(want.Sightings) {
		t.Fatalf("%d sightings, want %d", len(got.Sightings), len(want.Sightings))
	}
	for i := range want.Sightings {
		if !reflect.DeepEqual(got.Sightings[i], want.Sightings[i]) {
			t.Fatalf("sighting %d:\n got %+v\nwant %+v", i, got.Sightings[i], want.Sightings[i])
		}
	}
	var again bytes.Buffer
	if err := got.Write(&again); err != nil || again.String() != out {
		t.Error("writing what was read gives other bytes")
	}
}

func TestABriefIsReproducible(t *testing.T) {
	emptyHome(t)
	for _, format := range []string{"md", "json", "csv"} {
		for _, at := range [][]string{{"--at", "2025-08-15T23:05:00Z"}, nil} {
			args := append([]string{"brief", "--demo", "--format", format}, at...)
			status, first, errs := parley(t, "", args...)
			_, second, _ := parley(t, "", args...)
			if status != exitDone || first == "" || first != second {
				t.Errorf("%s %v: %d %s", format, at, status, errs)
			}
		}
	}
}

func TestABriefIsNarrowedByAQuery(t *testing.T) {
	emptyHome(t)
	brief := func(query string) (note struct {
		Filter    string                               `json:"filter"`
		Confirmed []struct{ Kind, Actor, Type string } `json:"confirmed"`
		Actors    []struct{ ID string }                `json:"actors"`
	}) {
		status, out, errs := parley(t, "", "brief", "--demo", "--at", "2025-08-16T00:30:00Z", "--since", "24h", "--format", "json", "--filter", query)
		if err := json.Unmarshal([]byte(out), &note); status != exitDone || err != nil || note.Filter != query {
			t.Fatalf("%s: status %d, %v, %s", query, status, err, errs)
		}
		return note
	}
	all := len(brief("").Confirmed)
	for _, query := range []string{"actor:us type:threatened", `actor:"Donald Trump" -lunch kind:statement`} {
		note := brief(query)
		if len(note.Confirmed) == 0 || len(note.Confirmed) >= all {
			t.Errorf("%s: %d of %d confirmed facts", query, len(note.Confirmed), all)
		}
		for _, f := range note.Confirmed {
			if strings.Contains(query, "kind:statement") && (f.Actor != "Donald Trump" || f.Kind != "statement") || strings.Contains(query, "type:") && f.Type != "threatened" {
				t.Errorf("%s keeps %+v", query, f)
			}
		}
	}
}

func TestASnapshotHasTheThemeOfTheConfigUnlessAnotherIsNamed(t *testing.T) {
	home := emptyHome(t)
	cfg := writeFile(t, filepath.Join(home, "desk.toml"), "[screen]\ntheme = \"light\"\n")
	shot := func(args ...string) string {
		_, out, errs := parley(t, "", append([]string{"snapshot", "--demo", "--size", "80x12"}, args...)...)
		if errs != "" {
			t.Fatal(errs)
		}
		return out
	}
	light, dark := shot("--theme", "light"), shot("--theme", "dark")
	if light == dark || shot() != dark || shot("--config", cfg) != light || shot("--config", cfg, "--theme", "dark") != dark {
		t.Error("the theme is not that of the config or of the flag")
	}
}
