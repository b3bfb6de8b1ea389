package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

func TestEveryActionIsFoundByItsName(t *testing.T) {
	for _, b := range defaultBindings {
		m := New(summitDesk(), Options{Profile: colorprofile.NoTTY})
		m.openPalette()
		m.palette.typed = string(b.action)
		m.palette.match()
		if len(m.palette.found) == 0 || m.palette.found[0].name != string(b.action) {
			t.Errorf("%q finds %v first", b.action, m.palette.found)
			continue
		}
		if got := m.palette.found[0].key; got != keyLabelsOf(b.keys) {
			t.Errorf("%q shows the keys %q", b.action, got)
		}
	}
	sit(t, summitDesk(), 120, 36).press(":", "text:filt").sees("search; only matching rows stay", "/")
}

func TestEveryActionOfThePaletteDoesSomething(t *testing.T) {
	d := summitDesk()
	for _, b := range defaultBindings {
		r := sit(t, d, 120, 36).press(":", "text:"+string(b.action), "enter")
		checkFrame(t, r.screen(), 120, 36)
		if r.m.palette != nil && b.action != "palette" && b.action != "fix-speaker" && b.action != "fix-type" && b.action != "split" {
			t.Errorf("the palette stays open after %s", b.action)
		}
	}
}

func TestTheMouseChoosesFromThePalette(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press(":", "text:conflicts")
	box := func() rect { r.screen(); return r.m.palette.box }()
	r.m.send(tea.MouseClickMsg{X: box.x + 4, Y: box.y, Button: tea.MouseLeft})
	r.sees("━ Conflicts ━")
	r.press("q", ":", "text:conflicts").screen()
	r.m.send(tea.MouseClickMsg{X: 0, Y: 0, Button: tea.MouseLeft})
	r.doesNotSee("━ Conflicts ━", "╭")
}

func TestThePaletteFindsActionsByName(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("ctrl+p", "text:conflic").sees("accounts that cannot both hold")
	r.press("enter").sees("Conflicts")
}

func TestAPaletteThatFindsNothingStaysToBePutRight(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("2", "e", "text:Maren", "text:日本", "enter").sees("nothing is called that", "› Maren日本")
	r.press("backspace", "backspace", "enter").doesNotSee("╭")
}

func TestBackspaceInAPaletteTakesAWholeCharacter(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("ctrl+p")
	for _, c := range []string{"e\u0301", "👍🏽", "日"} {
		r.m.send(tea.PasteMsg{Content: "h" + c})
		if r.press("backspace"); r.m.palette.typed != "h" {
			t.Errorf("after %q it says %q", c, r.m.palette.typed)
		}
		if r.press("backspace", "backspace"); r.m.palette.typed != "" {
			t.Errorf("%q is left", r.m.palette.typed)
		}
	}
}

// In a small terminal the list lies over the row that it is about.
func TestAListOfWhatToFixNamesItsRow(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 36}} {
		for _, key := range []string{"e", "E"} {
			r := sit(t, summitDesk(), size[0], size[1]).press("2", "down", key).sees("╭─ Tobias Okoro: “Nothing is ")
			checkFrame(t, r.screen(), size[0], size[1])
		}
	}
	sit(t, summitDesk(), 80, 24).press("ctrl+p").doesNotSee("╭─ ")
}
