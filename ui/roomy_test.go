package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

func TestAHugeScreenUsesItsRoom(t *testing.T) {
	d := summitDesk()
	d.event(talks(22, 42), "Demo Wire", "agreement", model.NoneReached, "maren", "okoro")
	lamps := strings.Repeat("the quay and the lamps ", 6) + "at the end"
	d.say(talks(22, 48), "Demo Daily", "maren", lamps+" of the pier")
	d.say(talks(22, 50), "Demo Wire", "okoro", lamps)
	r := sit(t, d, 300, 100)
	r.sees("Demo Wire: Arland threatened", "Demo Daily: Arland licensed", "In the same story", "14:50        Demo Wire")
	r.sees("○ Maren, Okoro: no agreement  14:42, single source")
	if n := strings.Count(r.screen(), "the quay and the lamps the quay"); n < 2 {
		t.Errorf("what Okoro said last shows %d times:\n%s", n, r.screen())
	}
	r.press("3", "down")
	before := r.lineOf("Demo Wire: Arland threatened")
	d.signal(talks(22, 55), "Demo Wire", "imposed", model.Pressure, "tariff", "beland", "arland")
	if r.arrives(); r.lineOf("Demo Wire: Arland threatened") != before {
		t.Error("an arrival moved the line being read")
	}
	sit(t, summitDesk(), 200, 60).doesNotSee("Demo Wire: Arland threatened")
}

func TestFewConflictsAreToldInTwoLinesASide(t *testing.T) {
	says := func(d *fakeDesk, at time.Time, feed, words string) {
		d.add(at, feed, words, func(rd *model.Reading, title string) {
			rd.Statements = []model.Statement{d.statement(title, "maren", words, "assertion", "asserted")}
		})
	}
	d := newFakeDesk()
	says(d, talks(22, 50), "Demo Wire", "The northern quay is not open to the ships of all Beland today")
	says(d, talks(22, 55), "Demo Daily", "The northern quay is open to the ships of all Beland today")
	for _, line := range []string{"The northern quay is not open to the", "ships of all Beland today"} {
		watched := ""
		for l := range strings.Lines(sit(t, d, 200, 60).screen()) {
			watched += string([]rune(l + strings.Repeat(" ", 46))[:46]) + "\n"
		}
		if !strings.Contains(watched, line) {
			t.Errorf("no %q in\n%s", line, watched)
		}
	}
}

func TestEverySideOfAConflictIsHeard(t *testing.T) {
	long := strings.Repeat("by way of the old harbour road ", 4)
	for each, want := range map[int]int{1: 2, 2: 4} {
		d := &doc{t: newTheme(ThemeDark, colorprofile.NoTTY), w: 60}
		d.sides([]string{"Ilse Maren: agreed, " + long, "Tobias Okoro: not agreed, " + long}, each)
		text := strings.Join(d.lines, "\n")
		if len(d.lines) != want || !strings.Contains(text, "Ilse Maren") || !strings.Contains(text, "Tobias Okoro") {
			t.Errorf("%d lines, want %d:\n%s", len(d.lines), want, text)
		}
	}
	d := &doc{t: newTheme(ThemeDark, colorprofile.NoTTY), w: 60}
	if d.sides([]string{"10:54", "10:56"}, 1); len(d.lines) != 1 || !strings.Contains(d.lines[0], "10:54 / 10:56") {
		t.Errorf("short ones: %q", d.lines)
	}
}
