package model

import (
	"strings"
	"testing"
)

// toldReport is a report in a test of which ones are of one event.
type toldReport struct {
	seen, feed, title, text string
	event                   Event
	beside                  string // who is named beside the event
}

func (e Event) in(place string) Event {
	e.Place = place
	return e
}

func TestReportsThatNameOneEventDifferently(t *testing.T) {
	for name, c := range map[string]struct {
		reports []toldReport
		want    int
	}{
		"nobody named at the place of others": {[]toldReport{
			{"09:00", "Demo Wire", "Northland and Southland open talks in Ardon", "", event("talks", UnderWay, "north", "south").in("Ardon"), ""},
			{"15:00", "Demo Post", "Ardon talks end with no agreement", "Delegations of Northland went home.", event("talks", Done).in("Ardon"), ""},
		}, 1},
		"nobody named where others met": {[]toldReport{
			{"09:00", "Demo Wire", "Northland and Southland open talks in Ardon", "", event("talks", UnderWay, "north", "south").in("Ardon"), ""},
			{"15:00", "Demo Post", "Coastland's talks end in Ardon", "The herring stays.", event("talks", Done).in("Ardon"), "coast"},
		}, 2},
		"talks that end where only others are told to meet": {[]toldReport{
			{"09:00", "Demo Wire", "Northland and Southland open talks in Ardon", "", event("talks", UnderWay, "north", "south").in("Ardon"), ""},
			{"15:00", "Demo Post", "Talks in Ardon end", "The hotel was emptied.", event("talks", Done).in("Ardon"), ""},
		}, 1},
		"a postponement that nobody is named for": {[]toldReport{
			{"09:00", "Demo Wire", "Vell-Osk talks in Ardon put off", "", event("cancellation", EventDenied, "vell", "osk").in("Ardon"), ""},
			{"09:10", "Demo Post", "Ardon talks postponed", "Vell has a cold.", event("cancellation", EventDenied).in("Ardon"), ""},
		}, 1},
		"two things called off by one": {[]toldReport{
			{"09:00", "Demo Wire", "Vell pauses talks", "", event("cancellation", EventDenied, "vell"), ""},
			{"19:00", "Demo Post", "Vell cancels trip to Ardon", "", event("cancellation", EventDenied, "vell"), ""},
		}, 2},
		"a truce of two leaders is their states'": {[]toldReport{
			{"09:00", "Demo Wire", "Vell and Osk agree truce", "", event("agreement", Done, "vell", "osk"), ""},
			{"09:10", "Demo Post", "Northland and Southland agree truce", "", event("agreement", Done, "north", "south"), ""},
		}, 1},
		"a swap, told with the truce that was not reached": {[]toldReport{
			{"09:00", "Demo Wire", "Vell and Osk agree prisoner swap", "", event("agreement", Done, "vell", "osk"), ""},
			{"09:10", "Demo Post", "Vell and Osk agree prisoner swap but no truce", "", event("agreement", Done, "vell", "osk"), ""},
			{"09:20", "Demo Wire", "Vell and Osk end talks without a truce", "", event("agreement", NoneReached, "vell", "osk"), ""},
		}, 2},
		"no deal on one day and a deal on the next": {[]toldReport{
			{"01:00", "Demo Wire", "Vell and Osk part without a deal", "", event("agreement", NoneReached, "vell", "osk"), ""},
			{"22:00", "Demo Post", "Vell and Osk strike a deal", "", event("agreement", Done, "vell", "osk"), ""},
		}, 2},
		"a handshake before the talks": {[]toldReport{
			{"08:00", "Demo Wire", "Vell to meet Osk", "", event("meeting", Planned, "vell", "osk"), ""},
			{"09:00", "Demo Post", "Vell and Osk shake hands", "", event("meeting", Done, "vell", "osk"), ""},
			{"09:10", "Demo Wire", "Vell and Osk in talks", "", event("talks", UnderWay, "vell", "osk"), ""},
		}, 2},
		"a truce and a swap": {[]toldReport{
			{"09:00", "Demo Wire", "Vell and Osk agree truce", "", event("agreement", Done, "vell", "osk"), ""},
			{"15:10", "Demo Post", "Vell and Osk agree prisoner swap", "", event("agreement", Done, "vell", "osk"), ""},
		}, 2},
		"a swap and a crossing of one day": {[]toldReport{
			{"13:00", "Demo Wire", "Northland, Southland agree on prisoner swap", "", event("agreement", Done, "north", "south"), ""},
			{"13:10", "Demo Post", "Northland and Southland agree to reopen border crossing", "", event("agreement", Done, "north", "south"), ""},
			{"13:20", "Demo Daily", "Northland and Southland to exchange captives", "They agreed on the exchange.", event("agreement", Done, "north", "south"), ""},
		}, 2},
		"a truce, a railway and gas of one day": {[]toldReport{
			{"12:00", "Demo Wire", "Northland and Southland agree truce", "", event("agreement", Done, "north", "south"), ""},
			{"13:10", "Demo Post", "Northland and Southland sign accord on gas deliveries", "", event("agreement", Done, "north", "south"), ""},
			{"13:20", "Demo Daily", "Northland, Southland agree to build railway", "", event("agreement", Done, "north", "south"), ""},
		}, 3},
		"a deal that one report says the matter of": {[]toldReport{
			{"12:00", "Demo Wire", "Northland and Southland reach deal", "", event("agreement", Done, "north", "south"), ""},
			{"12:10", "Demo Post", "Northland and Southland reach deal on water", "", event("agreement", Done, "north", "south"), ""},
		}, 1},
		"the next round in the same town": {[]toldReport{
			{"09:00", "Demo Wire", "Northland and Southland end talks in Ardon", "", event("talks", Done, "north", "south").in("Ardon"), ""},
			{"09:30", "Demo Post", "Next round with Northland to be in Ardon", "", event("talks", Planned).in("Ardon"), ""},
		}, 2},
		"a press conference that nobody is named for": {[]toldReport{
			{"14:00", "Demo Daily", "Press conference to start early", "", event("press", Planned), ""},
			{"15:00", "Demo Post", "Vell and Osk meet the press", "", event("press", Done, "vell", "osk"), ""},
		}, 1},
		"one of those who met": {[]toldReport{
			{"14:00", "Demo Daily", "Vell meets Osk in Ardon", "", event("meeting", UnderWay, "vell", "osk").in("Ardon"), ""},
			{"15:00", "Demo Post", "Ardon talks with Vell were tense", "Osk left first.", event("talks", Done, "vell").in("Ardon"), ""},
		}, 1},
		"one who met somebody else": {[]toldReport{
			{"14:00", "Demo Daily", "Vell meets Osk in Ardon", "", event("meeting", UnderWay, "vell", "osk").in("Ardon"), ""},
			{"15:00", "Demo Post", "Ardon talks with Vell were about herring", "", event("talks", Done, "vell").in("Ardon"), ""},
		}, 2},
		"a state for its people": {[]toldReport{
			{"14:00", "Demo Daily", "Vell meets Osk", "", event("meeting", UnderWay, "vell", "osk"), ""},
			{"15:00", "Demo Post", "Vell meets Southland", "", event("meeting", UnderWay, "vell", "south"), ""},
		}, 1},
		"a state that nobody stands for": {[]toldReport{
			{"14:00", "Demo Daily", "Vell meets Osk", "", event("meeting", UnderWay, "vell", "osk"), ""},
			{"15:00", "Demo Post", "Vell meets Coastland", "", event("meeting", UnderWay, "vell", "coast"), ""},
		}, 2},
		"talks that were a call": {[]toldReport{
			{"14:00", "Demo Daily", "Vell calls Osk", "", event("call", Done, "vell", "osk"), ""},
			{"15:00", "Demo Post", "Vell briefs Osk on herring", "", event("talks", UnderWay, "vell", "osk"), ""},
		}, 1},
		"the meeting after such talks": {[]toldReport{
			{"14:00", "Demo Daily", "Vell calls Osk", "", event("call", Done, "vell", "osk"), ""},
			{"15:00", "Demo Post", "Vell briefs Osk on herring", "", event("talks", UnderWay, "vell", "osk"), ""},
			{"16:00", "Demo Wire", "Vell meets Osk", "", event("meeting", UnderWay, "vell", "osk"), ""},
		}, 2},
		"talks at a place are no call": {[]toldReport{
			{"14:00", "Demo Daily", "Vell calls Osk", "", event("call", Done, "vell", "osk"), ""},
			{"15:00", "Demo Post", "Vell and Osk hold talks in Ardon", "", event("talks", UnderWay, "vell", "osk").in("Ardon"), ""},
		}, 2},
		"spoken again a day later": {[]toldReport{
			{"01:00", "Demo Daily", "Vell and Osk speak", "", event("talks", Done, "vell", "osk"), ""},
			{"22:00", "Demo Post", "Vell and Osk speak", "", event("talks", Done, "vell", "osk"), ""},
		}, 2},
	} {
		b := newBench()
		for n, r := range c.reports {
			naming := func(rd *Reading) {
				if r.beside != "" {
					rd.Actors = []Mention{{ID: r.beside}}
				}
			}
			b.add(r.seen, r.feed, string(rune('a'+n)), r.title, r.text, r.event, naming)
		}
		if refs := b.live().Events(Filter{}); len(refs) != c.want {
			t.Errorf("%s: %d events, not %d", name, len(refs), c.want)
			for _, ref := range refs {
				row, _ := b.live().Event(ref)
				t.Logf("  %s, %d reports", row.Title, row.Reports)
			}
		}
	}
}

func TestTalksWithoutAnAgreementAreOfThoseWhoTalked(t *testing.T) {
	b := newBench()
	b.add("14:00", "Demo Daily", "1", "Ardon talks end without a truce", "Talks of Northland and Southland ended.",
		event("agreement", NoneReached), event("talks", Done, "north", "south").in("Ardon"))
	for _, ref := range b.live().Events(Filter{}) {
		if row, _ := b.live().Event(ref); row.Event.Kind == "agreement" && row.Title != "Northland, Southland: no agreement" {
			t.Error(row.Title)
		}
	}
}

func TestAHandshakeIsNotTheEndOfTheTalks(t *testing.T) {
	b := newBench()
	b.add("08:00", "Demo Daily", "1", "Vell and Osk in talks", "", event("talks", UnderWay, "vell", "osk"))
	b.add("08:10", "Demo Post", "1", "Vell and Osk shake hands", "", event("meeting", Done, "vell", "osk"))
	var titles []string
	for _, ref := range b.live().Events(Filter{}) {
		row, _ := b.live().Event(ref)
		titles = append(titles, row.Title)
	}
	if got := strings.Join(titles, "; "); got != "Vell, Osk: talks under way; Vell, Osk: handshake" {
		t.Error(got)
	}
}

func TestTalksThatWereACallAreCalledOne(t *testing.T) {
	b := newBench()
	b.add("14:00", "Demo Daily", "1", "Vell calls Osk", "", event("call", Done, "vell", "osk"))
	b.add("15:00", "Demo Post", "1", "Vell and Osk spoke for an hour", "", event("talks", Done, "vell", "osk"))
	if row, _ := b.live().Event(only(t, b.live().Events(Filter{}))); row.Event.Kind != "call" {
		t.Errorf("a %s", row.Event.Kind)
	}
}
