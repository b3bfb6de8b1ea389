package model

import (
	"strings"
	"testing"
	"time"
)

// denies is a statement as the reader finds it in "X denies that Y".
func denies(who, words string) Statement {
	s := says(who, words, "denial")
	s.Mode, s.Quotes, s.Modality = Indirect, nil, "negated"
	return s
}

func TestWhoDeniesThatTheTalksAreOffContradictsWhoSaysSo(t *testing.T) {
	off := event("cancellation", EventDenied, "vell", "osk")
	for _, c := range []struct {
		name, title string
		facts       []any
		clash       bool
	}{
		{"as a denial of the talks", "Southland denies that talks with Vell are off", []any{denies("south", "talks with Vell are off"), event("meeting", EventDenied, "south", "vell")}, true},
		{"as a cancellation", "Southland denies that Osk cancelled talks with Vell", []any{denies("south", "Osk cancelled talks with Vell"), off}, true},
		{"in his own mouth", "Osk: “The talks with Vell have not been called off”", []any{says("osk", "The talks with Vell have not been called off", "assertion")}, true},
		{"a report rejected", "Osk rejects claims that talks with Vell were postponed", []any{
			func() Statement {
				s := denies("osk", "claims that talks with Vell were postponed")
				s.Type = "rejection"
				return s
			}(), off,
		}, true},
		{"a delay rejected", "Osk rejects postponing talks with Vell", []any{
			func() Statement {
				s := denies("osk", "postponing talks with Vell")
				s.Type = "rejection"
				return s
			}(),
		}, false},
		{"of other people", "Southland denies that talks with Coastland are off", []any{denies("south", "talks with Coastland are off")}, false},
		{"of a session", "Southland denies that the dinner talks with Vell are off", []any{denies("south", "the dinner talks with Vell are off")}, false},
		{"of the talks themselves", "Southland denies that Osk will meet Vell for talks", []any{denies("south", "Osk will meet Vell for talks"), event("meeting", EventDenied, "vell", "osk")}, false},
	} {
		for _, deniedFirst := range []bool{false, true} {
			b := newBench()
			report := func(seen string) { b.add(seen, "Demo Wire", "1", "Vell calls off talks with Osk", "", off) }
			if !deniedFirst {
				report("06:00")
			}
			b.add("07:00", "Demo Post", "1", c.title, "", c.facts...)
			if deniedFirst {
				report("08:00")
			}
			again := NewRecord(demoCase(), b.texts)
			if err := again.Decode(b.r.Encode()); err != nil {
				t.Fatal(err)
			}
			for _, board := range []*Board{b.live(), again.AsOf(time.Time{}, BySeen)} {
				list := board.Conflicts()
				if clash := len(list) == 1; clash != c.clash {
					t.Errorf("%s, denied first %v: %+v", c.name, deniedFirst, list)
					continue
				}
				if !c.clash {
					continue
				}
				if x := list[0]; x.Topic != "Vell, Osk: whether the meeting is off" || len(x.Sides) != 2 || !strings.Contains(x.Sides[0].Says+x.Sides[1].Says, "Vell calls off talks with Osk") {
					t.Errorf("%s: %+v", c.name, x)
				}
				for _, ref := range board.Events(Filter{}) {
					row, _ := board.Event(ref)
					if row.Event.Kind == cancellation && row.Certainty.Level != Disputed || strings.Contains(row.Title, "denied") {
						t.Errorf("%s: %s, %s", c.name, row.Title, row.Certainty.Level)
					}
				}
			}
		}
	}
}

func TestWhatWasHeldAfterAllIsNoLongerContested(t *testing.T) {
	b := newBench()
	b.add("06:00", "Demo Wire", "1", "Vell calls off talks with Osk", "", event("cancellation", EventDenied, "vell", "osk"))
	b.add("07:00", "Demo Post", "1", "Southland denies that talks with Vell are off", "", denies("south", "talks with Vell are off"))
	b.add("11:00", "Demo Daily", "1", "Vell and Osk meet", "", event("meeting", UnderWay, "vell", "osk"))
	if list := b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("11:00")) {
		t.Errorf("%+v", list)
	}
}

func TestADenialHoursOldContestsNoCancellation(t *testing.T) {
	off := event("cancellation", EventDenied, "vell", "osk")
	deny := func(b *bench, seen string) {
		b.add(seen, "Demo Post", "1", "Southland denies that talks with Vell are off", "", denies("south", "talks with Vell are off"))
	}
	b := newBench()
	deny(b, "06:00")
	b.add("09:30", "Demo Wire", "1", "Vell calls off talks with Osk", "", off)
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Errorf("it came about: %+v", list)
	}
	b = newBench()
	b.add("05:00", "Demo Wire", "1", "Vell calls off talks with Osk", "", off)
	deny(b, "06:00")
	b.add("08:00", "Demo Daily", "1", "Vell cancels talks with Osk", "", off)
	if list := b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.IsZero() {
		t.Errorf("two hours on it stands: %+v", list)
	}
	b.add("10:00", "Demo Daily", "2", "Vell has cancelled talks with Osk", "", off)
	if list := b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("10:00")) {
		t.Errorf("hours on it is settled: %+v", list)
	}
}

func TestWhoDeniesThatOthersDoNotMeetTakesNoPart(t *testing.T) {
	b := newBench()
	b.add("07:00", "Demo Post", "1", "Coastland denies that talks of Vell and Osk are off", "", denies("coast", "talks of Vell and Osk are off"), event("talks", EventDenied, "coast", "vell", "osk"))
	if row, _ := b.live().Event(only(t, b.live().Events(Filter{}))); row.Title != "Vell, Osk: talks planned" {
		t.Errorf("%q", row.Title)
	}
}

func TestADeniedCancellationCallsNothingOff(t *testing.T) {
	b := newBench()
	b.add("06:00", "Demo Wire", "1", "Vell and Osk to meet for talks", "", event("talks", Planned, "vell", "osk"))
	b.add("07:00", "Demo Post", "1", "Southland denies that Osk cancelled talks with Vell", "", denies("south", "Osk cancelled talks with Vell"), event("cancellation", EventDenied, "vell", "osk"))
	for _, ref := range b.live().Events(Filter{}) {
		if row, _ := b.live().Event(ref); row.Event.Status != Planned || strings.Contains(row.Title, "off") {
			t.Errorf("%q is %s", row.Title, row.Event.Status)
		}
	}
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Errorf("nobody said that they are off: %+v", list)
	}
}
