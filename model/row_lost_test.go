package model

import (
	"testing"
	"time"
)

// readingsLost are texts whose readings have lost their facts.
type readingsLost struct{ Texts }

func (readingsLost) Reading(VersionRef) (Reading, error) { return Reading{}, nil }

// A reading that no longer has what the record counted in it costs the board that row, and
// the contest that it had part in.
func TestAReadingThatLostItsFactsHasNoRows(t *testing.T) {
	b := newBench()
	b.add("12:00", "Demo Daily", "Northland imposes tariff on Southland grain", "Northland imposes tariff on Southland grain", "", signal("north", "imposed", "tariff", "south"))
	b.add("12:20", "Demo Post", "Northland denies a tariff on Southland", "Northland denies a tariff on Southland", "", signal("north", "denied", "tariff", "south"))
	b.add("13:00", "Demo Daily", "Truce of Northland and Southland takes effect", "Truce of Northland and Southland takes effect", "", event("agreement", Done, "north", "south"))
	b.add("13:20", "Demo Post", "Osk denies that a truce has taken effect", "Osk denies that a truce has taken effect", "", denies("osk", "that a truce has taken effect"))
	if list := b.live().Conflicts(); len(list) != 2 {
		t.Fatalf("%d conflicts, want 2: %+v", len(list), list)
	}
	r := NewRecord(demoCase(), readingsLost{b.texts})
	if err := r.Decode(b.r.Encode()); err != nil {
		t.Fatal(err)
	}
	board := r.AsOf(time.Time{}, BySeen)
	if list := board.Conflicts(); len(list) > 0 {
		t.Errorf("%+v", list)
	}
	for _, ref := range board.Statements(Filter{}) {
		if row, ok := board.Statement(ref); ok {
			t.Errorf("%+v", row)
		}
	}
	for _, ref := range board.Signals(Filter{}) {
		if row, ok := board.Signal(ref); ok {
			t.Errorf("%+v", row)
		}
	}
	for _, ref := range board.Events(Filter{}) {
		if row, ok := board.Event(ref); ok {
			t.Errorf("%+v", row)
		}
	}
}
