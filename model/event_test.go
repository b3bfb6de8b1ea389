package model

import "testing"

// named gives an event the words of its title that name it.
func (e Event) named(title, words string) Event {
	_, e.Spans = find(title, "", words)
	return e
}

func TestCancellationsOfOnePhaseAreOneEvent(t *testing.T) {
	b := newBench()
	for _, report := range []struct {
		seen, feed, title, what string
		who                     []string
	}{
		{"12:40", "Demo Wire", "Working lunch dropped, talks go on", "Working lunch", nil},
		{"12:44", "Demo Post", "Vell and Osk call off the working lunch", "the working lunch", []string{"vell", "osk"}},
		{"12:50", "Demo Daily", "The lunch will not be held, Vell's office says", "The lunch", []string{"vell"}},
	} {
		b.add(report.seen, report.feed, "1", report.title, "", event("cancellation", Done, report.who...).named(report.title, report.what))
	}
	row, ok := b.live().Event(only(t, b.live().Events(Filter{})))
	if !ok || len(row.Evidence) != 3 || row.Certainty.Level != Corroborated {
		t.Errorf("%d reports, %s: %v", len(row.Evidence), row.Certainty.Level, row.Certainty.Reasons)
	}
	if row.Title != "lunch called off" {
		t.Errorf("it is called %q", row.Title)
	}
	b.add("13:00", "Demo Wire", "2", "Exchange of gifts cancelled", "", event("cancellation", Done).named("Exchange of gifts cancelled", "Exchange of gifts"))
	if n := len(b.live().Events(Filter{})); n != 2 {
		t.Errorf("%d events after something else was cancelled, not 2", n)
	}
}

func TestCancellationOfManyWordsKeepsItsParticipants(t *testing.T) {
	b := newBench()
	title := "Vell and Osk will not after all walk the harbour front together this evening"
	b.add("12:40", "Demo Wire", "1", title, "", event("cancellation", Done, "vell", "osk"))
	if row, _ := b.live().Event(only(t, b.live().Events(Filter{}))); row.Title != "Vell, Osk: cancellation" {
		t.Errorf("it is called %q", row.Title)
	}
}
