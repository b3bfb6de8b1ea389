package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// click presses the left button on the first cell of a text on the screen.
func (r *reader) click(text string) *reader {
	r.t.Helper()
	for y, l := range strings.Split(r.screen(), "\n") {
		if before, _, ok := strings.Cut(l, text); ok {
			r.m.send(tea.MouseClickMsg{X: width(before), Y: y, Button: tea.MouseLeft})
			return r
		}
	}
	r.t.Fatalf("the screen does not show %q:\n%s", text, r.screen())
	return r
}

func TestAClickOnTheNameOfAPaneOpensIt(t *testing.T) {
	r := sit(t, summitDesk(), 80, 24)
	for name, p := range map[string]paneID{"3 Signals": signalsPane, "1 Actors": actorsPane, "2 Statements": statementsPane} {
		if r.click(name); r.m.plan.focus != p {
			t.Errorf("%s leads to %d", name, p)
		}
	}
	r.click("3 Signals").sees("threatened").click("threatened").click("threatened").sees("Evidence")
}

func TestAClickChoosesARowOfAPageAndOpensIt(t *testing.T) {
	d := summitDesk()
	d.look = talks(18, 0)
	r := sit(t, d, 120, 40).press("d").click("Tobias Okoro: “The harbour").sees("Since the last look")
	if r.m.listed() != r.m.board.Statements(r.m.current)[2] {
		t.Error("the cursor is elsewhere")
	}
	r.click("Tobias Okoro: “The harbour").sees("Evidence", "Certainty", "The harbour stays open")
	r.press("esc").sees("Since the last look").press("pgdown").click("Since 20 May").sees("Since the last look")

	r = sit(t, d, 120, 40).press("M", "down", "M", "U").sees("Muted")
	first := r.m.page.muted[1].On
	_, text := r.m.briefly(first)
	if r.click(text); r.m.page.cur != 1 {
		t.Errorf("the cursor is at %d", r.m.page.cur)
	}
}

func TestAClickOnAnAccountOfAConflictChoosesIt(t *testing.T) {
	d := newFakeDesk()
	lands(d, talks(18, 10), "Demo Wire", talks(18, 0))
	lands(d, talks(18, 20), "Demo Daily", talks(18, 45))
	r := sit(t, d, 120, 40).press("c")
	rows := r.m.conflicts().rows
	if len(rows) < 2 {
		t.Fatalf("%d accounts", len(rows))
	}
	side, _ := r.m.conflict(rows[1].conflict)
	r.click(r.m.saysOf(side.Sides[1]))
	if r.m.page.cur != 1 {
		t.Errorf("the cursor is at %d", r.m.page.cur)
	}
	r.click(r.m.saysOf(side.Sides[1])).sees("Evidence")
}

func TestAClickLosesNothingThatIsBeingTyped(t *testing.T) {
	r := sit(t, summitDesk(), 80, 24).press("/", "text:harb").click("2 Statements")
	r.press("text:our", "enter").sees("search “harbour”")
}

func TestTheWheelTurnsTheListThatLiesOverThePanes(t *testing.T) {
	r := sit(t, summitDesk(), 100, 30).press("ctrl+p")
	r.m.send(tea.MouseWheelMsg{X: 50, Y: 12, Button: tea.MouseWheelDown})
	if r.m.palette == nil || r.m.palette.cur != 3 || r.m.statements.cur != 0 {
		t.Errorf("the list is at %+v, the statements behind it at %d", r.m.palette, r.m.statements.cur)
	}
}

func TestTheMouseFindsNoPanesBehindAPresentation(t *testing.T) {
	r := sit(t, summitDesk(), 200, 60).press("P")
	for y := range 60 {
		for x := range 20 {
			r.m.send(tea.MouseClickMsg{X: 10 * x, Y: y, Button: tea.MouseLeft})
			r.m.send(tea.MouseWheelMsg{X: 10 * x, Y: y, Button: tea.MouseWheelDown})
		}
	}
	if r.m.page != nil || r.m.plan.focus != statementsPane || r.m.statements.cur != 0 || !r.m.at.IsZero() {
		t.Errorf("page %v, focus %d, row %d, moment %s", r.m.page, r.m.plan.focus, r.m.statements.cur, r.m.at)
	}
}

func TestThePaneThatHasTheKeysIsSeen(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {60, 13}, {80, 13}, {120, 12}, {200, 12}, {80, 24}, {120, 36}} {
		for key, p := range map[string]paneID{"1": actorsPane, "2": statementsPane, "3": signalsPane, "4": timelinePane} {
			r := sit(t, summitDesk(), size[0], size[1]).press(key)
			if _, seen := r.m.lay.find(p); !seen {
				t.Errorf("%v: pane %s is out of sight", size, key)
			}
			checkFrame(t, r.screen(), size[0], size[1])
			r.press("enter").press("esc", "-", "-", "-", "-", "-", "-")
			if _, seen := r.m.lay.find(p); !seen {
				t.Errorf("%v: pane %s is out of sight once it is small", size, key)
			}
		}
	}
}

func TestANarrowHeadingNamesThePaneThatShowsAndCountsItsRows(t *testing.T) {
	for w := 40; w < 60; w++ {
		r := sit(t, summitDesk(), w, 20).press("3", "2")
		if head := r.line(2); strings.Contains(head, "…") || !strings.Contains(head, "2 Statements  3") || !strings.Contains(head, "4 ━") && !strings.Contains(head, "4 Timeline") || !strings.HasSuffix(strings.TrimSpace(head), " 4 ━") {
			t.Errorf("%d wide: %q", w, head)
		}
	}
	r := sit(t, summitDesk(), 40, 20).click("3 ").sees("3 Signals", "threatened")
	r.click("1  2").sees("1 Actors")
}

func TestAClickBeforeTheFirstFrameBreaksNothing(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36)
	for _, s := range r.m.lay.slots() {
		r.m.send(tea.MouseClickMsg{X: s.x + 3, Y: s.y + 2, Button: tea.MouseLeft})
	}
	checkFrame(t, r.screen(), 120, 36)
}
