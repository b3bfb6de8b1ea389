package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestAPasteGoesWhereTheCursorIs(t *testing.T) {
	r := sit(t, summitDesk(), 100, 30).press("/", "text:harbour", "left", "left", "left")
	r.m.send(tea.PasteMsg{Content: "bo\nur har"})
	r.sees("search: harbbo ur harour")
	r.press("text:X").sees("search: harbbo ur harXour")
}
