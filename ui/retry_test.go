package ui

import (
	"strings"
	"testing"

	"parley/model"
)

func TestAFaultyQueryStaysToBePutRight(t *testing.T) {
	r := sit(t, summitDesk(), 80, 24).press("/", "text:harbour", "enter")
	r.press("/", "ctrl+u", "text:okoro", "space", "text:type:foo", "enter")
	r.sees("search, column", "search: okoro type:foo", "search “harbour”")
	if x := r.m.prompt.input.Position(); x != len("okoro ") && x != len("okoro type:") {
		t.Errorf("the cursor is at %d", x)
	}
	checkFrame(t, r.screen(), 80, 24)
	r.press("end", "backspace").doesNotSee("search, column")
	r.press("ctrl+u", "text:okoro", "enter").sees("search “okoro”").doesNotSee("search “harbour”")
	r.press("/", "text:(", "esc").sees("search “okoro”")
}

func TestAnEmptyPaneSaysWhereTheMatchesAre(t *testing.T) {
	d := summitDesk()
	d.found = []model.ItemID{2, 3}
	r := sit(t, d, 80, 24).press("/", "text:kind:signal", "enter")
	r.sees("Nothing here matches: search “kind:signal”. Elsewhere: 2 signals (3).")
	r.press("3").sees("threatened").doesNotSee("Elsewhere")
	sit(t, d, 120, 36).press("/", "text:kind:signal", "enter").sees("Nothing here matches").doesNotSee("Elsewhere")
	sit(t, d, 80, 24).press("/", "text:comet", "enter").sees("Nothing here matches").doesNotSee("Elsewhere")
}

func TestAFrozenDeskNamesTheKeyThatGoesOn(t *testing.T) {
	r := sit(t, summitDesk(), 80, 24).press("!").sees("FROZEN", "! go on")
	r.press("!").doesNotSee("FROZEN", "! go on")
	r.press("/", "text:harbour", "enter", "down", "!", "c", "esc").sees("FROZEN")
	r.press("esc").doesNotSee("FROZEN").sees("search “harbour”").press("esc").doesNotSee("search “harbour”")
}

func TestAListThatIsLongerThanItsWindowSaysHowLong(t *testing.T) {
	r := sit(t, summitDesk(), 80, 24).press("ctrl+p").sees("1/" + itoa(len(defaultBindings)))
	checkFrame(t, r.screen(), 80, 24)
	r.press("down", "down").sees("3/").press("text:zoom").doesNotSee("1/1")
}

func TestNothingToWriteANoteOnIsSaidSo(t *testing.T) {
	sit(t, newFakeDesk(), 120, 36).press("i").sees("nothing to write a note on here")
	sit(t, newFakeDesk(), 120, 36).press("M").sees("nothing to mute here")
	sit(t, summitDesk(), 120, 36).press("3", "e").sees("choose a statement: of other rows")
	sit(t, newFakeDesk(), 120, 36).press("home").sees("no event on this record yet")
}

// What a row has no more room for at the lower edge ends in an ellipsis, as elsewhere.
func TestARowAtTheLowerEdgeIsCutWithAnEllipsis(t *testing.T) {
	d := newFakeDesk()
	for i := range 30 {
		d.say(talks(20, i), "Demo Wire", "maren", remark(4*i)+" "+remark(4*i+1)+" "+remark(4*i+2)+" "+remark(4*i+3))
	}
	for h := 20; h < 30; h++ {
		r := sit(t, d, 80, h)
		rect, _ := r.m.lay.find(statementsPane)
		text := r.line(rect.y + rect.h - 1)
		if !containsAny(text, "…", "”") {
			t.Errorf("%d high: the last line is cut without a mark: %q", h, text)
		}
		checkFrame(t, r.screen(), 80, h)
	}
}

func TestTheFirstLookLastsUntilSomethingCame(t *testing.T) {
	d := newFakeDesk()
	down := func(failed bool) {
		for i := range d.health {
			d.health[i].State.LastTry, d.health[i].State.Failures = d.now, 0
			if failed {
				d.health[i].State.Failures, d.health[i].State.LastOutcome, d.health[i].State.LastError = 1, model.OutcomeFailed, "connection refused"
			}
		}
	}
	down(true)
	r := sit(t, d, 120, 36).arrives().sees("Nothing has arrived yet")
	d.now = talks(23, 5)
	down(false)
	d.say(talks(23, 4), "Demo Wire", "maren", "We will talk first and judge later")
	r.arrives().sees("1 item, first look").doesNotSee("1 new")
	d.now = talks(23, 10)
	d.say(talks(23, 9), "Demo Wire", "okoro", "The harbour stays open")
	r.arrives().sees("1 new")
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func TestASignalAtTheLowerEdgeIsCutWithAnEllipsis(t *testing.T) {
	d := newFakeDesk()
	for i := range 20 {
		d.signal(talks(20, i), "Demo Wire", "threatened", model.Pressure, "ban-"+itoa(i)+"-on-every-ship-that-has-grain-or-oil-or-fish-on-board-in-the-harbour", "arland", "beland")
	}
	for h := 20; h < 30; h++ {
		r := sit(t, d, 80, h).press("3", "s")
		rect, _ := r.m.lay.find(signalsPane)
		if text := r.line(rect.y + rect.h - 1); !containsAny(text, "…", "harbour") {
			t.Errorf("%d high: the last line is cut without a mark: %q", h, text)
		}
	}
}
