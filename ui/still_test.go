package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// exchange is a desk on which Okoro speaks three times between any two signals.
func exchange(signals int) *fakeDesk {
	d, n := newFakeDesk(), 0
	for i := range signals {
		at := talks(8, 0).Add(time.Duration(i) * 4 * time.Minute)
		d.signal(at, "Demo Wire", "threatened", model.Pressure, "tariff-"+itoa(i), "arland", "beland")
		for k := range 3 {
			d.say(at.Add(time.Duration(k+1)*time.Minute), "Demo Wire", "okoro", remark(n))
			n++
		}
	}
	return d
}

// lineOf is the line of the screen that has a text, -1 for none.
func (r *reader) lineOf(text string) int {
	for y, l := range strings.Split(r.screen(), "\n") {
		if strings.Contains(l, text) {
			return y
		}
	}
	return -1
}

func TestAStepInTimeLeavesStatementsWhereTheyStand(t *testing.T) {
	for _, key := range []string{"left", "right"} {
		r := sit(t, exchange(60), 120, 36).press("left")
		if key == "right" {
			for range 30 {
				r.press("left")
			}
		}
		rect, _ := r.m.lay.find(statementsPane)
		kept := 0
		for range 25 {
			first, _ := r.m.statements.row()
			row, _ := r.m.statement(first)
			old := wordsOf(row)
			before := r.lineOf(old)
			r.press(key)
			newest, _ := r.m.statements.row()
			if newest != r.m.statements.rows[0] {
				t.Fatalf("after %s the cursor is not on the newest statement", key)
			}
			row, _ = r.m.statement(newest)
			y := r.lineOf(wordsOf(row))
			if y < 0 || y > rect.y+1+rect.h*2/3 {
				t.Fatalf("after %s the newest statement stands on line %d of a pane on lines %d to %d", key, y, rect.y, rect.y+rect.h)
			}
			if key == "left" { // what was second to the last ones that went
				before += 3
			} else {
				before -= 3
			}
			if y == before {
				kept++
			}
		}
		if kept < 13 {
			t.Errorf("in %d of 25 steps by %s the statements stayed where they were; want most", kept, key)
		}
	}
}

func wordsOf(row model.StatementRow) string { return row.Statement.Content.Text }

func TestComingBackToThePresentFillsThePage(t *testing.T) {
	r := sit(t, exchange(60), 120, 36).press("left", "left", "left").sees("not known yet")
	r.press("L").doesNotSee("not known yet")
	rect, _ := r.m.lay.find(statementsPane)
	if y := r.lineOf(remark(60*3 - 1)); y != rect.y+1 {
		t.Errorf("the newest statement stands on line %d, want %d", y, rect.y+1)
	}
}

func TestTheCursorAndTheMouseReadAPageWithBlankLinesOnTop(t *testing.T) {
	r := sit(t, exchange(60), 120, 36).press("left", "left")
	pad := r.m.statements.pad
	if pad == 0 {
		t.Fatal("nothing was left blank")
	}
	rect, _ := r.m.lay.find(statementsPane)
	second := r.m.statements.rows[1]
	row, _ := r.m.statement(second)
	y := r.lineOf(wordsOf(row))
	r.m.send(tea.MouseClickMsg{X: rect.x + 5, Y: rect.y + 1, Button: tea.MouseLeft})
	if r.m.statements.cur != 0 {
		t.Errorf("a click on a blank line moved the cursor to row %d", r.m.statements.cur)
	}
	r.m.send(tea.MouseClickMsg{X: rect.x + 5, Y: y, Button: tea.MouseLeft})
	if ref, _ := r.m.statements.row(); ref != second {
		t.Errorf("a click on line %d chose %v, want %v", y, ref, second)
	}
	if got := r.lineOf(wordsOf(row)); got != y {
		t.Errorf("the click moved its row from line %d to %d", y, got)
	}
	for range rect.h {
		r.press("down")
		if ref, _ := r.m.statements.row(); ref.Kind == model.KindStatement {
			row, _ := r.m.statement(ref)
			if r.lineOf(wordsOf(row)) < 0 {
				t.Fatalf("the cursor left the screen on row %d", r.m.statements.cur)
			}
		}
	}
	checkFrame(t, r.screen(), 120, 36)
}

func TestSignalsOutOfSightDoNotTurnThePaneUnlessItHasTheKeys(t *testing.T) {
	d := exchange(20)
	for i := range 12 { // ladders below the first page
		d.signal(talks(10, i), "Demo Wire", "imposed", model.Pressure, "asset-freeze", "beland", "port-"+itoa(i))
	}
	r := sit(t, d, 120, 36).press("left")
	heading := r.lineOf("ARL → BEL")
	if heading < 0 {
		t.Fatal("the longest ladder is not on top")
	}
	r.press("left", "left", "left")
	if got := r.lineOf("ARL → BEL"); got != heading {
		t.Errorf("a step moved the first ladder from line %d to %d", heading, got)
	}
	r.press("3")
	here, _ := r.m.here()
	if ref, _ := r.m.signals.row(); ref != here.Ref {
		t.Errorf("the signals' cursor stands on %v when the pane gets the keys, want %v", ref, here.Ref)
	}
	r.press("left")
	here, _ = r.m.here()
	if ref, _ := r.m.signals.row(); ref != here.Ref {
		t.Errorf("the signals' cursor stands on %v after a step, want %v", ref, here.Ref)
	}
}

func TestActsOnlyShowsWhatWasDone(t *testing.T) {
	d := summitDesk()
	d.signal(talks(22, 50), "Demo Wire", "imposed", model.Pressure, "tariff", "arland", "beland")
	r := sit(t, d, 120, 36).press("3", "s", "s").sees("acts only", "IMPOSED", "licensed").doesNotSee("threatened secondary")
	r.press("/", "text:type:threatened", "enter").doesNotSee("IMPOSED").doesNotSee("licensed")
}

// A filter that leaves out the row being read shows its newest rows, and the reader
// finds that row again when it is dropped.
func TestAFilterStartsAtTheNewestAndComesBack(t *testing.T) {
	d := chatter(60)
	d.say(talks(22, 50), "Demo Wire", "okoro", "The ferry leaves at nine")
	d.say(talks(22, 51), "Demo Wire", "okoro", "The ferry is late")
	r := sit(t, d, 120, 36).press("down", "down", "pgdown", "pgdown")
	at := r.lineWith("▌")
	r.press("/", "text:ferry", "enter").sees("▌ 14:51", "The ferry leaves")
	if r.press("backspace"); r.lineWith("▌") != at {
		t.Errorf("the cursor is on\n%s\nand was on\n%s", r.lineWith("▌"), at)
	}
}

func TestASmallScreenCountsWhatIsNew(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 60, 16).press("down").doesNotSee(" new")
	d.say(talks(23, 0).Add(time.Second), "Demo Wire", "okoro", "One more word")
	d.now = talks(23, 1)
	r.arrives().sees("1 new  ● LIVE")
	checkFrame(t, r.screen(), 60, 16)
	r.press("n").doesNotSee("1 new  ●")
}

// The name of a ladder stands at the top of the pane too where its first rows are above.
func TestTheCursorOfTheSignalsStaysInSight(t *testing.T) {
	d := newFakeDesk()
	for i := range 60 {
		d.signal(talks(20, 0), "Demo Wire", []string{"threatened", "announced", "imposed"}[i%3], model.Pressure, "tariff-"+itoa(i)+"-on-things-whose-names-take-room", "arland", fakeActors[i%4].ID)
	}
	for _, h := range []int{20, 24, 30, 36} {
		r := sit(t, d, 100, h).press("3")
		for i := range 120 {
			r.press(map[bool]string{true: "down", false: "up"}[i < 60])
			if got, want := strings.Count(r.screen(), "▌"), len(r.m.signalLines(r.m.signals.cur)); got != want {
				t.Fatalf("at a height of %d, press %d: %d of %d lines of the row are in sight:\n%s", h, i, got, want, r.screen())
			}
		}
	}
}
