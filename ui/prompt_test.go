package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

func TestAPasteGoesWhereTheCursorIs(t *testing.T) {
	r := sit(t, summitDesk(), 100, 30).press("/", "text:harbour", "left", "left", "left")
	r.m.send(tea.PasteMsg{Content: "bo\nur har"})
	r.sees("search: harbbo ur harour")
	r.press("text:X").sees("search: harbbo ur harXour")
}

// A brief narrowed to signals has no statements, and so has the screen.
func TestAQueryForAKindLeavesNoOther(t *testing.T) {
	d := newFakeDesk()
	item := d.add(talks(20, 0), "Demo Wire", "Maren: “The quay is ours”, and Arland imposes a tariff on Beland", func(rd *model.Reading, title string) {
		sanction(rd, title)
		rd.Statements = []model.Statement{d.statement(title, "maren", "The quay is ours", "assertion", "asserted")}
	})
	d.found = []model.ItemID{item}
	r := sit(t, d, 120, 36).press("/", "text:kind:signal", "enter")
	r.sees("▲ IMPOSED", "Nothing here matches: search “kind:signal”").doesNotSee("The quay is ours", "Ilse Maren")
	r.press("/", "ctrl+u", "text:kind:statement", "enter").sees("The quay is ours", "Ilse Maren").doesNotSee("IMPOSED")
	r.press("backspace").sees("The quay is ours", "▲ IMPOSED")
}

func TestEarlierQueriesAreCalledUpAgain(t *testing.T) {
	r := sit(t, summitDesk(), 100, 30).press("/").doesNotSee("earlier ones").press("text:harbour", "enter", "/", "ctrl+u", "text:signed", "enter", "backspace")
	r.press("/").sees("↑ earlier ones").press("up").sees("search: signed").press("up", "up").sees("search: harbour")
	r.press("down").sees("search: signed").press("down", "down").doesNotSee("search: signed").press("up", "up", "enter").sees("search “harbour”", "The harbour stays open")
	r.press("/").sees("search: harbour").press("up").sees("search: signed").press("esc").sees("search “harbour”")
}
