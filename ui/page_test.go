package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"parley/model"
)

func TestNoLineBreaksWhereOnlyTheStyleChanges(t *testing.T) {
	for name, c := range map[string]struct {
		pieces []string
		want   []string
	}{
		"a mark before a comma": {[]string{"the grants", ", he says"}, []string{"the", "grants, he", "says"}},
		"a mark in quotation":   {[]string{"‘", "ten weeks", "’ if so"}, []string{"‘ten", "weeks’ if", "so"}},
		"a word that is longer": {[]string{"a ", "abcdefghijklm", "nop"}, []string{"a", "abcdefghij", "klmnop"}},
	} {
		d := &doc{t: &theme{}, w: 10}
		var pieces []piece
		for _, text := range c.pieces {
			pieces = append(pieces, piece{"", text})
		}
		d.flow(0, pieces)
		var got []string
		for _, line := range d.lines {
			got = append(got, strings.TrimSpace(ansi.Strip(line)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestTheFeedsPageFollowsEveryChange(t *testing.T) {
	d := &sharedDesk{fakeDesk: summitDesk()}
	d.health[1].State.Failures, d.health[1].State.LastError = 2, "the server answered 503"
	m := New(d, Options{Profile: colorprofile.NoTTY})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	m.send(tea.KeyPressMsg{Code: 'F', Text: "F"})
	if got := m.frame(); !strings.Contains(got, "answered 503 (2 times") {
		t.Fatalf("not seen:\n%s", got)
	}
	d.health[1].State.LastError = "the server answered 404" // after as many failures
	m.send(wakeMsg{})
	if got := m.frame(); !strings.Contains(got, "answered 404 (2 times") || strings.Contains(got, "503") {
		t.Errorf("what it answered before is still seen:\n%s", got)
	}
}

func TestTheHelpTakesNoMoreRoomThanItMust(t *testing.T) {
	for _, w := range []int{120, 200} {
		r := sit(t, summitDesk(), w, 200).press("?")
		blank, lines := strings.Repeat(" ", w), strings.Split(r.screen(), "\n")
		used, all := 0, 0
		for i, l := range lines[3 : len(lines)-1] {
			if l != blank {
				used = i + 1
			}
		}
		columns := 2 + w/174
		for _, b := range r.m.helpBlocks((w - 3 - 3*(columns-1)) / columns) {
			all += len(b)
		}
		if even := all/columns + 4; used > even {
			t.Errorf("%d wide: %d lines, evenly it is %d", w, used, even)
		}
	}
}

func TestAFeedThatIsAskedNoMoreCountsNoTries(t *testing.T) {
	d := summitDesk()
	d.health[0].State.Gone, d.health[0].State.Failures = true, 3
	d.health[1].State.Failures, d.health[1].State.LastError = 3, "answered 500"
	r := sit(t, d, 120, 36).press("F").sees("gone for good (410)", "answered 500 (3 times in a row)")
	if n := strings.Count(r.screen(), "times in a row"); n != 1 {
		t.Errorf("%d feeds count their tries", n)
	}
}

func TestAStoryTellsItsHeadlinesWhole(t *testing.T) {
	d := newFakeDesk()
	long := "Maren and Okoro will sign the treaty of the harbours on Friday, or so both had said, until they did not"
	d.add(talks(22, 0), "Demo Wire", long, func(rd *model.Reading, title string) {
		rd.Statements = []model.Statement{d.statement(title, "maren", "until they did not", "assertion", "asserted")}
	})
	for _, size := range [][2]int{{40, 20}, {60, 24}, {80, 24}, {120, 36}, {200, 60}} {
		r := sit(t, d, size[0], size[1]).press("2", "r").sees("Story")
		checkFrame(t, r.screen(), size[0], size[1])
		if said := strings.Join(strings.Fields(r.screen()), " "); !strings.Contains(said, long) {
			t.Errorf("%v: the headline is cut:\n%s", size, r.screen())
		}
	}
}
