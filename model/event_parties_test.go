package model

import (
	"slices"
	"strings"
	"testing"
)

// inText has an event stand in the text of its version.
func inText(b *bench, seen, feed, identity, title, text string, head, below Event, more ...any) {
	below.In = InText
	below.Spans = []Span{{0, len([]rune(text))}}
	v := Version{Item: ItemID(1000 + len(b.log)), N: 1, Sighting: Sighting{
		Feed: feed, Identity: identity, Title: title, Summary: text, Link: "https://example.invalid/" + identity, Published: at(seen), Seen: at(seen),
	}}
	head.In, head.Spans = InTitle, []Span{{0, len([]rune(title))}}
	rd := Reading{Events: []Event{head, below}}
	for _, m := range more {
		switch m := m.(type) {
		case Statement:
			rd.Statements = append(rd.Statements, m)
		case Mention:
			rd.Actors = append(rd.Actors, m)
		}
	}
	b.put(v, rd)
}

func spanning(e Event, from, to int) Event {
	e.Spans = []Span{{from, to}}
	return e
}

func titles(b *bench) (out []string) {
	for _, ref := range b.live().Events(Filter{}) {
		row, _ := b.live().Event(ref)
		out = append(out, row.Title)
	}
	return out
}

func TestAHeadlineWithoutNamesIsOfTheMeetingBelowIt(t *testing.T) {
	both := event("talks", UnderWay, "vell", "osk")
	b := newBench()
	b.add("10:00", "Demo Wire", "1", "Vell and Osk begin talks", "", both)
	inText(b, "10:05", "Demo Post", "2", "Talks have begun", "Ana Vell and Tomas Osk sat down.", event("talks", UnderWay), both)
	inText(b, "10:06", "Demo North Office", "3", "Talks of Northland and Southland begin", "Vell and Osk sat down.", event("talks", UnderWay, "north", "south"), both)
	b.add("10:10", "Demo Daily", "4", "Vell meets Osk, Coastland joins talks", "",
		spanning(event("meeting", UnderWay, "vell", "osk"), 0, 14), spanning(event("talks", UnderWay, "coast"), 16, 37))
	if got := titles(b); len(got) != 1 {
		t.Fatalf("%d meetings: %q", len(got), got)
	}
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if row.Certainty.Sources < 3 {
		t.Errorf("%+v", row.Certainty)
	}
	// Other states' talks, those of another stage and those of two who are named are their own.
	inText(b, "11:00", "Demo Post", "5", "Northland and Coastland in talks", "Vell met Osk.", event("talks", UnderWay, "north", "coast"), both)
	inText(b, "11:01", "Demo Post", "6", "New talks are planned", "Vell met Osk.", event("talks", Planned), both)
	if got := titles(b); len(got) != 3 {
		t.Errorf("%d meetings, want three: %q", len(got), got)
	}
}

func TestWhoSpeaksOfAMeetingWithTheOtherPrincipalMetHim(t *testing.T) {
	said := func(who string) Statement {
		s := says(who, "meeting with Osk was useful", "assertion")
		s.Mode, s.In, s.Quotes = Indirect, InTitle, nil
		return s
	}
	for who, want := range map[string]int{"vell": 1, "coast": 2} {
		b := newBench()
		b.add("10:00", "Demo Wire", "1", "Vell and Osk meet", "", event("meeting", Done, "vell", "osk"))
		title := "Vell: meeting with Osk was useful"
		b.add("12:00", "Demo Post", "2", title, "", said(who), spanning(event("meeting", Done, "osk"), 6, 22))
		if got := titles(b); len(got) != want {
			t.Errorf("%s says: %d meetings, want %d: %q", who, len(got), want, got)
		}
	}
	b := newBench()
	b.add("12:00", "Demo Post", "2", "Vell: meeting with Osk was useful", "", said("vell"), event("meeting", Done, "osk"))
	if got := titles(b); len(got) != 1 || got[0] != "Vell, Osk: meeting" {
		t.Errorf("alone it is told with both: %q", got)
	}
}

func TestTalksAtTheSummitsPlaceAreThoseOfItsPrincipals(t *testing.T) {
	at := func(kind, status, place string, who ...string) Event {
		e := event(kind, status, who...)
		e.Place = place
		return e
	}
	named := func(id string) Mention { return Mention{ID: id, Mentions: []Span{{4, 9}}} }
	b := harbourBench()
	b.add("08:00", "Demo Wire", "1", "Vell and Osk to meet in Tarn", "", at("meeting", Planned, "Tarn", "vell", "osk"))
	b.add("08:10", "Demo Post", "2", "Summit in Tarn to begin at noon", "", at("meeting", Planned, "Tarn"))
	b.add("08:20", "Demo Daily", "3", "Northland-Southland talks in Tarn", "", at("talks", Planned, "Tarn", "north", "south"))
	inText(b, "08:30", "Demo Post", "4", "Talks soon to begin", "The premier and her guest will come.", event("talks", Planned), event("visit", Planned, "osk"), named("vell"), named("osk"))
	got := titles(b)
	if len(got) != 2 {
		t.Errorf("%q", got)
	}
	b.add("08:40", "Demo Daily", "5", "Talks in Ardon to begin", "", at("talks", Planned, "Ardon"))
	b.add("08:50", "Demo Wire", "6", "Coastland talks in Tarn to begin", "", at("talks", Planned, "Tarn", "coast"))
	if got = titles(b); len(got) != 4 {
		t.Errorf("talks elsewhere and those of others are their own: %q", got)
	}
}

func TestAWordOfTheAgendaTellsWhoseTalksGoOn(t *testing.T) {
	for lead, want := range map[string]int{"The one-on-one meeting goes on.": 1, "Envoys of Ardon came, too.": 2} {
		b := newBench()
		b.add("10:00", "Demo Wire", "1", "Vell and Osk meet one-on-one", "", event("meeting", UnderWay, "vell", "osk"))
		b.add("11:00", "Demo Post", "2", "Meeting continues", lead, event("meeting", UnderWay))
		if got := titles(b); len(got) != want {
			t.Errorf("%s: %q", lead, got)
		}
	}
}

func TestASessionOfTheDayIsToldByItsName(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Wire", "1", "Vell and Osk meet one-on-one", "", event("meeting", Done, "vell", "osk"))
	b.add("12:40", "Demo Wire", "2", "Vell and Osk sit down to lunch", "", event("meeting", Done, "vell", "osk"))
	b.add("19:40", "Demo Wire", "3", "Vell and Osk met", "", event("meeting", Done, "vell", "osk"))
	got := titles(b)
	if !slices.Equal(got, []string{"Vell, Osk: one-on-one talks", "Vell, Osk: working lunch", "Vell, Osk: meeting"}) {
		t.Errorf("%q", got)
	}
	// What is held in another form is not called by its plan.
	c := demoCase()
	c.Summit.Agenda[1].Instead, c.Summit.Agenda[1].InsteadTerms = "Talks with aides, not one-on-one", []string{"with aides"}
	for title, want := range map[string]string{"Vell and Osk meet one-on-one": "Vell, Osk: meeting", "Vell and Osk meet with aides": "Vell, Osk: talks with aides"} {
		b := newBench()
		b.r = NewRecord(c, b.texts)
		b.add("10:00", "Demo Wire", "1", title, "", event("meeting", Done, "vell", "osk"))
		if got := titles(b); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
}

func TestTheSummitIsNotHeldDaysBeforeItsDay(t *testing.T) {
	meets := event("meeting", UnderWay, "vell", "osk")
	meets.Rule = RuleMeeting
	for days, want := range map[int]string{4: "Vell, Osk: meeting planned", 0: "Vell, Osk: meeting under way"} {
		c := demoCase()
		c.Summit.Start = c.Summit.Start.AddDate(0, 0, days)
		b := newBench()
		b.r = NewRecord(c, b.texts)
		b.add("08:00", "Demo Wire", "1", "Vell and Osk to meet in Tarn", "", event("meeting", Planned, "vell", "osk"))
		b.add("09:00", "Demo Post", "1", "Coastland uneasy as Vell meets Osk", "", meets)
		if got := titles(b); len(got) != 1 || got[0] != want {
			t.Errorf("%d days before: %q, want %q", days, got, want)
		}
	}
}

func TestTalksOfStatesLendTheirNamesToAHeadlineWithout(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Wire", "1", "Third round of talks begins in Tarn", "Delegations of Northland and Southland met in Tarn.",
		event("talks", UnderWay), event("meeting", Done, "north", "south"))
	row, _ := b.live().Event(only(t, b.live().Events(Filter{})))
	if row.Title != "Northland, Southland: meeting" && row.Title != "Northland, Southland: talks" {
		t.Error(row.Title)
	}
}

func TestWhatATextGoesBackToIsOfThoseOfItsHeadline(t *testing.T) {
	both := event("meeting", Planned, "vell", "osk")
	named := func(id string) Mention { return Mention{ID: id, TitleMentions: []Span{{0, 4}}} }
	for _, c := range []struct {
		name, title, text string
		head, below       Event
		more              []any
		lone              bool // whether it is told without both
	}{
		{"who announced it", "Vell to meet Osk", "Vell announced the meeting.", both, event("meeting", Planned, "vell"), nil, false},
		{"who plans another", "Vell to meet Osk", "Coastland announced a meeting.", both, event("meeting", Planned, "coast"), nil, true},
		{"a word of the agenda", "Osk has come", "The one-on-one meeting is to follow.", event("arrival", Done, "osk"), event("meeting", Planned), nil, false},
		{"both in the headline", "Vell and Osk: what to know", "The meeting is to follow.", event("arrival", Done, "osk"), event("meeting", Planned), []any{named("vell"), named("osk")}, false},
		{"one in the headline", "Vell: what to know", "The meeting is to follow.", event("arrival", Done, "osk"), event("meeting", Planned), []any{named("vell")}, true},
	} {
		b := newBench()
		b.add("09:00", "Demo Wire", "1", "Vell and Osk to meet", "", both)
		inText(b, "09:10", "Demo Post", "2", c.title, c.text, c.head, c.below, c.more...)
		lone := slices.ContainsFunc(titles(b), func(s string) bool { return strings.Contains(s, "planned") && !strings.HasPrefix(s, "Vell, Osk:") })
		if lone != c.lone {
			t.Errorf("%s: %q", c.name, titles(b))
		}
	}
}

func TestATextThatNamesNobodyTellsOfTheMeetingOfItsHeadline(t *testing.T) {
	for status, want := range map[string]int{Done: 1, Planned: 2} {
		b := newBench()
		inText(b, "10:00", "Demo Wire", "1", "Ardon talks end", "The round of Wednesday is over.", event("talks", Done), event("talks", status))
		if got := titles(b); len(got) != want {
			t.Errorf("%s: %q, want %d", status, got, want)
		}
	}
}
