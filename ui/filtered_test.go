package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

func TestTheBriefHoldsWhatTheFiltersLeave(t *testing.T) {
	d := summitDesk()
	d.look = talks(17, 0)
	r := sit(t, d, 160, 36).press("B").sees("brief written to brief-demo.md")
	if !strings.Contains(d.brief, "The harbour stays open") || !strings.Contains(d.brief, "We agreed on most points") {
		t.Fatalf("not all is in it:\n%s", d.brief)
	}
	r.press("/", "text:harbour", "enter", "B").sees("brief of what the filters leave (search “harbour”) written to brief-demo.md")
	if !strings.Contains(d.brief, "The harbour stays open") || strings.Contains(d.brief, "We agreed on most points") || !strings.Contains(d.brief, "Only what matches: search “harbour”") {
		t.Errorf("of the harbour:\n%s", d.brief)
	}
}

func TestTheLanesCountWhatTheFiltersLeave(t *testing.T) {
	d := summitDesk()
	bars := func(r *reader, lane string) int {
		for _, l := range strings.Split(r.screen(), "\n") {
			if strings.HasPrefix(l, " "+lane) {
				return strings.Count(l, "▂") + strings.Count(l, "▁") + strings.Count(l, "▃") + strings.Count(l, "▄")
			}
		}
		t.Fatalf("no lane of %s:\n%s", lane, r.screen())
		return 0
	}
	r := sit(t, d, 120, 48)
	all, events := bars(r, "statements"), bars(r, "events")
	r.press("/", "text:harbour", "enter")
	if n := bars(r, "statements"); n != 1 || all < 3 {
		t.Errorf("statements: %d of %d", n, all)
	}
	d.found = []model.ItemID{1, 4, 6, 7}
	r.press("backspace", "/", "text:kind:statement", "enter")
	if n := bars(r, "events"); n != 0 || events == 0 {
		t.Errorf("events: %d of %d", n, events)
	}
}

func TestTheListOfChangesFollowsTheFilters(t *testing.T) {
	d := summitDesk()
	d.look = talks(18, 0)
	d.correct(4, talks(22, 50), "CORRECTED-Tobias Okoro: “The harbour stays open on Sunday”")
	d.correct(7, talks(22, 51), "CORRECTED-Ilse Maren: “We agreed on hardly any points”")
	r := sit(t, d, 120, 40).press("d").sees("2 corrected or withdrawn", "8 new", "We agreed on most points").doesNotSee("the filters hide")
	r.press("/", "text:harbour", "enter").sees("1 corrected or withdrawn", "1 new", "Only search “harbour”: the filters hide 8 more", "The harbour stays open").doesNotSee("“We agreed on most points”")
	r.press("(").sees("AS OF 20 May 14:50", "Tobias Okoro: “The harbour stays open on Sunday”")
}

func TestACorrectionThatTheFiltersHideIsNoStop(t *testing.T) {
	d := summitDesk()
	d.correct(4, talks(22, 50), "CORRECTED-Tobias Okoro: “The harbour stays open on Sunday”")
	d.correct(7, talks(22, 51), "CORRECTED-Ilse Maren: “We agreed on hardly any points”")
	sit(t, d, 120, 40).press("(").sees("AS OF 20 May 14:51")
	sit(t, d, 120, 40).press("/", "text:harbour", "enter", "(").sees("AS OF 20 May 14:50").press("(").sees("no correction before this moment that the filters leave")
	sit(t, d, 120, 40).press("1", "f", "(").sees("following", "AS OF")
}

func TestWhatToWatchIsNeverFiltered(t *testing.T) {
	d := summitDesk()
	d.correct(7, talks(22, 51), "CORRECTED-Ilse Maren: “We agreed on hardly any points”")
	d.event(talks(22, 45), "Demo Wire", "agreement", model.Done, "maren", "okoro")
	r := sit(t, d, 200, 60).sees("To watch ─")
	pane, _ := r.m.lay.find(watchPane)
	rows := func() (out []string) {
		for _, l := range strings.Split(r.screen(), "\n")[pane.y+1 : pane.y+pane.h] {
			out = append(out, string([]rune(l)[:pane.w]))
		}
		return out
	}
	all := rows()
	r.press("/", "text:comet", "enter").sees("To watch, unfiltered")
	if some := rows(); !slices.Equal(all, some) || !strings.Contains(strings.Join(all, ""), "agreement") {
		t.Errorf("unfiltered:\n%s\nfiltered:\n%s", strings.Join(all, "\n"), strings.Join(some, "\n"))
	}
	r.press("c").doesNotSee("does not narrow")
}

// Following one actor does not widen a search for another, nor `x` one for a certainty.
func TestFiltersHoldTogether(t *testing.T) {
	d := summitDesk()
	d.found = []model.ItemID{1, 5, 7, 8} // of whom the search is for
	r := sit(t, d, 120, 36).press("1", "down", "f").sees("following Tobias Okoro", "“The harbour stays open”")
	r.press("/", "text:actor:maren", "enter").sees("following Tobias Okoro · search “actor:maren”", "meeting").doesNotSee("“The harbour stays open”", "“We agreed")
	d.found, d.asked = []model.ItemID{2}, nil
	sit(t, d, 120, 36).press("/", "text:actor:beland", "enter").sees("licensed").press("3", "f").sees("following Arland · search “actor:beland”", "threatened").doesNotSee("licensed")
	if len(d.asked) != 1 {
		t.Errorf("asked %q", d.asked)
	}
	r = sit(t, d, 120, 36).press("/", "text:certainty:single", "enter").sees("We agreed on most points")
	r.press("x", "x").sees("official only").doesNotSee("We agreed on most points").press("x").sees("single source only", "We agreed on most points")
}

// At any width it is said why rows are missing, and nothing of the desk's state is a stump.
func TestANarrowHeaderSaysWhatIsFiltered(t *testing.T) {
	d := summitDesk()
	d.look = talks(18, 0)
	d.health[0].State.Failures = 1
	d.correct(4, talks(22, 50), "CORRECTED-Tobias Okoro: “The harbour stays open on Sunday”")
	d.edit(7, talks(22, 51), "Ilse Maren: “We agreed on hardly any points”")
	for w := 40; w <= 130; w++ {
		r := sit(t, d, w, 20)
		if state := r.line(1); strings.Contains(state, "…") || !strings.Contains(state, "1 failing · 8 new") {
			t.Errorf("%d wide: %q", w, state)
		}
		r.press("/", "text:harbour open", "enter")
		if state := r.line(1); strings.Contains(state, "…") || !strings.Contains(state, "1 failing") || !strings.Contains(state, "search “harbour open”") {
			t.Errorf("%d wide: %q", w, state)
		}
	}
}

func TestTheBriefOfAFirstLookHoldsAllThatIsKnown(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 160, 36).press("B")
	if !strings.Contains(d.brief, "The harbour stays open") {
		t.Errorf("of a first look:\n%s", d.brief)
	}
	r.press("N", "B")
	if strings.Contains(strings.Split(d.brief, "## Latest")[0], "The harbour stays open") {
		t.Errorf("once all is seen:\n%s", d.brief)
	}
}

func TestASearchThatIsUnderWayIsSaidToBe(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("/", "text:kind:signal")
	_, answer := r.m.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	r.sees("search “kind:signal” · searching …").press("B").sees("the search is still under way")
	if d.brief != "" {
		t.Errorf("written:\n%s", d.brief)
	}
	r.m.settle(answer, 0)
	r.sees("search “kind:signal”").doesNotSee("searching …")
}
