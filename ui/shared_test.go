package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// sharedDesk is a desk on a record that another process polls.
type sharedDesk struct {
	*fakeDesk
	by, trouble, opening string
	grown                int64
}

func (d *sharedDesk) PolledBy() string { return d.by }

func (d *sharedDesk) Trouble() string { return d.trouble }

func (d *sharedDesk) Opening() string { return d.opening }

func (d *sharedDesk) Grown() int64 { return d.grown }

func TestAWakeForAFeedsHealthLeavesTheBoardAlone(t *testing.T) {
	d := &sharedDesk{fakeDesk: summitDesk()}
	m := New(d, Options{Profile: colorprofile.NoTTY})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	d.say(talks(22, 50), "Demo Wire", "okoro", "A late word")
	d.health[1].State.Failures = 1
	m.send(wakeMsg{})
	if got := m.frame(); !strings.Contains(got, "1 failing") || strings.Contains(got, "A late word") {
		t.Errorf("after a feed failed:\n%s", got)
	}
	d.grown++
	m.send(wakeMsg{})
	if got := m.frame(); !strings.Contains(got, "A late word") {
		t.Errorf("after an arrival:\n%s", got)
	}
	d.now = talks(23, 30)
	gen := m.gen
	m.send(tickMsg{m.ticking})
	if m.gen == gen || !m.board.At.Equal(d.now) {
		t.Errorf("a minute later the board is still as of %s", m.board.At)
	}
}

func TestAScreenThatOpensEarlyShowsTheRestWhenItIsThere(t *testing.T) {
	d := &sharedDesk{fakeDesk: newFakeDesk(), opening: "opening the record"}
	d.say(talks(22, 10), "Demo Wire", "okoro", "Nothing is signed tonight")
	m := New(d, Options{Profile: colorprofile.NoTTY, At: talks(22, 20)})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	if got := m.frame(); !strings.Contains(got, "opening the record…") || !strings.Contains(got, "Nothing is signed") {
		t.Errorf("while the record opens:\n%s", got)
	}
	d.say(talks(19, 50), "Demo Daily", "okoro", "The harbour stays open")
	d.grown--
	m.send(wakeMsg{})
	if got := m.frame(); strings.Contains(got, "The harbour stays open") {
		t.Errorf("an arrival changed what is shown of the past:\n%s", got)
	}
	d.opening, d.grown = "", 1
	m.send(wakeMsg{})
	if got := m.frame(); strings.Contains(got, "opening") || !strings.Contains(got, "The harbour stays open") {
		t.Errorf("when the record is open:\n%s", got)
	}
}

func TestTheHeaderSaysWhoPollsAndWhatIsWrongWithTheRecord(t *testing.T) {
	d := &sharedDesk{fakeDesk: summitDesk(), by: "process 7 on demo"}
	m := New(d, Options{Profile: colorprofile.NoTTY})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	if got := m.frame(); !strings.Contains(got, "reading along: process 7 on demo polls") {
		t.Errorf("who polls:\n%s", got)
	}
	d.by, d.trouble = "", "the record: no space left on the disk, and a very long story about why that is so, and what to do"
	m.send(wakeMsg{})
	got := m.frame()
	if !strings.Contains(got, "no space left on the disk") || strings.Contains(got, "reading along") {
		t.Errorf("trouble comes first:\n%s", got)
	}
	checkFrame(t, got, 100, 30)
}
