package model

import (
	"strings"
	"testing"
	"time"
)

const longText = "Premier Vell told the Brimwater assembly on Friday that the harbour treaty was ready, and that grain ships would sail within a fortnight if both parliaments vote."

// from makes a version one that its feed has from another house.
func from(outlet string) func(*Version) { return func(v *Version) { v.Outlet = outlet } }

func TestCertainty(t *testing.T) {
	quote := says("vell", "the harbour treaty is ready for signing", "accord-claim")
	for _, c := range []struct {
		name  string
		build func(b *bench)
		want  CertaintyLevel
		why   string
	}{
		{"one report", func(b *bench) {
			b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "", quote)
		}, Single, "one source"},
		{"two houses", func(b *bench) {
			b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "", quote)
			b.add("10:10", "Demo Post", "1", "Premier says harbour paper can be signed", "", quote)
		}, Corroborated, "2 independent"},
		{"a house twice", func(b *bench) {
			b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "", quote)
			b.add("10:10", "Demo Daily", "2", "What Vell said on harbours", "", quote)
		}, Single, "one source"},
		{"copies of one text", func(b *bench) {
			b.add("10:00", "Demo Wire", "1", "Vell: treaty ready", longText, quote)
			b.add("10:10", "Demo Post", "1", "Treaty ready, says Vell", longText, quote)
			b.add("10:11", "Demo Daily", "1", "Ready for signing", longText+" More soon.", quote)
		}, Single, "2 copies"},
		{"the same agency credited", func(b *bench) {
			b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "BRIMWATER (Reuters) - The paper is ready.", quote)
			b.add("10:10", "Demo Post", "1", "Premier sees signing soon", "The harbour deal can go ahead, Reuters reported.", quote)
		}, Single, "one source"},
		{"an outlet of the desk that is named for it", func(b *bench) {
			b.add("10:00", "Demo Post", "1", "Vell: treaty ready, Demo Wire reports", "", quote)
			b.add("10:10", "Demo Daily", "1", "Demo Wire: Premier sees signing soon", "", quote)
		}, Single, "one source: Demo Post from Demo Wire"},
		{"an outlet that says so, and itself", func(b *bench) {
			b.add("10:00", "Demo Wire", "1", "Vell: treaty ready", "The paper can be signed, Demo Wire reports.", quote)
			b.add("10:10", "Demo Daily", "1", "Premier sees signing soon, Demo Wire says", "", quote)
		}, Single, "one source: Demo Wire"},
		{"passed on from a report that was killed", func(b *bench) {
			b.add("10:00", "Demo Wire", "1", "Vell declares harbour treaty ready", "", quote)
			b.add("10:30", "Demo Daily", "1", "Treaty can be signed, says Vell", "Demo Wire reported this.", quote)
			b.add("11:00", "Demo Wire", "1", "KILL-Vell declares harbour treaty ready", "", OpKill)
		}, Single, "the house whose report it passes on took that back"},
		{"passed on from a house that still has it", func(b *bench) {
			b.add("10:00", "Demo Wire", "1", "Vell declares harbour treaty ready", "", quote)
			b.add("10:30", "Demo Daily", "1", "Treaty can be signed, says Vell", "Demo Wire reported this.", quote)
			b.add("10:40", "Demo Wire", "2", "Premier content with harbour paper", "", quote)
			b.add("11:00", "Demo Wire", "1", "KILL-Vell declares harbour treaty ready", "", OpKill)
		}, Single, "one source: Demo Daily from Demo Wire; 1 report was taken back"},
		{"a copy of what was corrected", func(b *bench) {
			b.add("10:00", "Demo Wire", "1", "Vell: treaty ready", longText, quote)
			b.add("10:30", "Demo Daily", "1", "Treaty can be signed, says Vell", longText, quote)
			b.add("11:00", "Demo Wire", "1", "CORRECTED-Vell speaks in Brimwater", "", OpCorrected)
		}, Single, "the house whose report it passes on took that back"},
		{"one feed with items of two houses", func(b *bench) {
			b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "", quote, from("courier.example"))
			b.add("10:10", "Demo Daily", "2", "Premier says harbour paper can be signed", "", quote, from("herald.example"))
		}, Corroborated, "2 independent"},
		{"an item of a house that has a feed of its own", func(b *bench) {
			b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "", quote, from("post.example"))
			b.add("10:10", "Demo Post", "1", "Premier says harbour paper can be signed", "", quote)
		}, Single, "one source: Demo Daily from post.example"},
		{"her own office", func(b *bench) {
			b.add("10:00", "Demo North Office", "1", "Remarks by the Premier", "", quote)
		}, OfficialWord, "own channel"},
		{"the other side's office", func(b *bench) {
			b.add("10:00", "Demo South Office", "1", "What the Premier said", "", quote)
		}, Single, "one source"},
		{"edited out in silence", func(b *bench) {
			b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "", quote)
			b.add("11:00", "Demo Daily", "1", "Vell speaks in Brimwater", "")
		}, Withdrawn, "edited out"},
		{"corrected under the same identity", func(b *bench) {
			b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "", quote)
			b.add("11:00", "Demo Daily", "1", "CORRECTED-Vell speaks in Brimwater", "", OpCorrected)
		}, Corrected, "corrected by"},
		{"killed by another item", func(b *bench) {
			b.add("10:00", "Demo Wire", "1", "Vell declares harbour treaty ready", "", quote)
			b.add("11:00", "Demo Wire", "2", "Vell declares harbour treaty ready", "", OpKill)
		}, Withdrawn, "withdrawn by"},
		{"killed once, still said elsewhere", func(b *bench) {
			b.add("10:00", "Demo Wire", "1", "Vell declares harbour treaty ready", "", quote)
			b.add("10:30", "Demo Daily", "1", "Treaty can be signed, says Vell", "", quote)
			b.add("11:00", "Demo Wire", "2", "Vell declares harbour treaty ready", "", OpKill)
		}, Single, "taken back"},
	} {
		b := newBench()
		c.build(b)
		board := b.live()
		row, ok := board.Statement(only(t, board.Statements(Filter{})))
		if !ok || row.Certainty.Level != c.want || !strings.Contains(strings.Join(row.Certainty.Reasons, "; "), c.why) {
			t.Errorf("%s: %+v, want %s because %q", c.name, row.Certainty, c.want, c.why)
		}
		if fallen := c.want == Corrected || c.want == Withdrawn; row.Struck != fallen {
			t.Errorf("%s: struck %v", c.name, row.Struck)
		}
		// Before anything was taken back it stood.
		early, ok := b.r.AsOf(at("10:05"), BySeen).Statement(row.Ref)
		if !ok || early.Struck || !early.Evidence[0].Vanished.IsZero() {
			t.Errorf("%s: at 10:05 struck %v, vanished %s", c.name, early.Struck, early.Evidence[0].Vanished)
		}
	}
}

func TestMisquotations(t *testing.T) {
	for _, c := range []struct {
		name, lead, other, alert string
	}{
		{"another number", "there is a 25% chance that the talks in Brimwater fail", "there is a 35% chance that the talks in Brimwater fail", "number"},
		{"turned round", "I see a chance of failure in these harbour talks", "I see a chance of success in these harbour talks", "turned round"},
		{"a lost not", "we will not sign the harbour treaty this week", "we will sign the harbour treaty this week", "polarity"},
		{"trimmed", "a long, frank and quite useful talk about harbours", "frank and quite useful talk about harbours", ""},
	} {
		b := newBench()
		b.add("10:00", "Demo Daily", "1", "Vell speaks", c.lead, says("vell", c.lead, "assertion"))
		b.add("10:10", "Demo Post", "1", "Premier speaks", c.other, says("vell", c.other, "assertion"))
		board := b.live()
		row, _ := board.Statement(only(t, board.Statements(Filter{})))
		if len(row.Variants) != 1 {
			t.Errorf("%s: %d variants", c.name, len(row.Variants))
			continue
		}
		if v := row.Variants[0]; (v.Alert == "") != (c.alert == "") || !strings.Contains(v.Alert, c.alert) {
			t.Errorf("%s: alert %q, want %q", c.name, v.Alert, c.alert)
		}
	}
}

func TestWhatIsNeverOneUtterance(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b Statement
		gap  string
	}{
		{"two mouths", says("vell", "the harbour treaty is ready for signing", "assertion"), says("osk", "the harbour treaty is ready for signing", "assertion"), "10:10"},
		{"threat and denial", says("vell", "we will close the harbour to grain ships", "threat"), says("vell", "close the harbour to grain ships", "denial"), "10:10"},
		{"other words", says("vell", "the harbour treaty is ready for signing", "assertion"), says("vell", "cheese from Tarn is the best cheese", "assertion"), "10:10"},
	} {
		b := newBench()
		b.add("10:00", "Demo Daily", "1", "One", "", c.a)
		b.add(c.gap, "Demo Post", "1", "Two", "", c.b)
		if n := len(b.live().Statements(Filter{})); n != 2 {
			t.Errorf("%s: %d statements, want 2", c.name, n)
		}
	}
}

func TestConflicts(t *testing.T) {
	for _, c := range []struct {
		name, kind string
		build      func(b *bench)
	}{
		{"a.m. against p.m.", "time", func(b *bench) {
			b.add("07:00", "Demo Daily", "1", "Talks to start at 11 a.m.", "", event("meeting", Planned, "vell", "osk").on("11:00"))
			b.add("07:10", "Demo Post", "1", "Talks to start at 11 p.m.", "", event("meeting", Planned, "vell", "osk").on("23:00"))
		}},
		{"agreed against no deal", "agreement", func(b *bench) {
			b.add("15:00", "Demo North Office", "1", "Agreement reached on harbours", "", event("agreement", Done, "vell", "osk"))
			b.add("15:10", "Demo South Office", "1", "No deal, office says", "", event("agreement", NoneReached, "vell", "osk"))
		}},
		{"places", "place", func(b *bench) {
			tarn, brim := event("meeting", Planned, "vell", "osk"), event("meeting", Planned, "vell", "osk")
			tarn.Place, brim.Place = "Tarn", "Brimwater"
			b.add("07:00", "Demo Daily", "1", "Leaders to meet in Tarn", "", tarn)
			b.add("07:10", "Demo Post", "1", "Leaders to meet in Brimwater", "", brim)
		}},
		{"numbers", "number", func(b *bench) {
			b.add("07:00", "Demo Daily", "1", "A", "", says("osk", "there are 30 ships waiting in the harbour", "assertion"))
			b.add("07:10", "Demo Post", "1", "B", "", says("osk", "there are 40 ships waiting in the harbour", "assertion"))
		}},
	} {
		b := newBench()
		c.build(b)
		list := b.live().Conflicts()
		if len(list) != 1 || list[0].Kind != c.kind || len(list[0].Sides) != 2 || !list[0].Resolved.IsZero() {
			t.Errorf("%s: %+v", c.name, list)
			continue
		}
		if n := b.live().Counts().Conflicts; n != 1 {
			t.Errorf("%s: %d conflicts counted", c.name, n)
		}
		// The second account is corrected: that settles it.
		b.add("18:00", b.log[1].v.Feed, "1", "CORRECTED-Nothing of the kind", "", OpCorrected)
		if list = b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("18:00")) {
			t.Errorf("%s: not resolved by a correction: %+v", c.name, list)
		}
		if n := b.live().Counts().Conflicts; n != 0 {
			t.Errorf("%s: %d conflicts counted after the correction", c.name, n)
		}
	}
}

func TestAWeekdayThatTheDateIsNot(t *testing.T) {
	b := newBench()
	// 14 March 2031 is a Friday.
	b.add("07:00", "Demo Daily", "1", "Leaders meet on Friday, 14 March", "", event("meeting", Planned, "vell", "osk"))
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Fatalf("a right weekday: %+v", list)
	}
	b.add("07:10", "Demo Post", "1", "Leaders meet on Saturday, March 14th", "", event("meeting", Planned, "vell", "osk"))
	list := b.live().Conflicts()
	if len(list) != 1 || list[0].Kind != "weekday" || list[0].Sides[0].Says != "Saturday" || list[0].Sides[1].Says != "14 March 2031 is a Friday" {
		t.Errorf("%+v", list)
	}
}

func TestALunchIsNotTheSummit(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "1", "Vell and Osk meet", "", event("meeting", UnderWay, "vell", "osk"))
	b.add("12:00", "Demo Post", "1", "Working lunch of Vell and Osk cancelled", "", event("meeting", EventDenied, "vell", "osk"))
	if n := len(b.live().Events(Filter{})); n != 2 {
		t.Errorf("%d events, want 2", n)
	}
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Errorf("conflicts %+v", list)
	}
	if p := b.live().Phases()[2]; p.Status != PhaseCancelled {
		t.Errorf("lunch %s", p.Status)
	}
}

func TestAPlaceWithinAPlaceIsNoConflict(t *testing.T) {
	b := newBench()
	hall, town := event("meeting", Done, "vell", "osk"), event("meeting", Done, "vell", "osk")
	hall.Place, town.Place = "Grain Hall", "Tarn"
	b.add("07:00", "Demo Daily", "1", "Leaders met in the Grain Hall of Tarn", "", hall)
	b.add("07:10", "Demo Post", "1", "Leaders met in Tarn", "", town)
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Errorf("%+v", list)
	}
}

func TestNoTurnWithoutAWordInCommon(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "Vell offers", "", says("vell", "grain may leave by the northern gate", "offer"))
	b.add("13:10", "Demo Daily", "3", "Vell on fishing", "", says("vell", "a trawler that sails is sunk", "threat"))
	if path := b.live().Positions("vell", "ceasefire"); len(path) != 2 || path[1].Turn != "" || path[1].Was != path[0].Ref {
		t.Errorf("of two things without a word in common one is no turn of the other: %+v", path)
	}
}

func TestShiftsAndChanges(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "Vell threatens", "", says("vell", "we will close the harbour for a year", "threat"))
	b.add("12:00", "Demo Daily", "2", "Vell offers", "", says("vell", "grain may leave the harbour by the northern gate", "offer"))
	b.add("12:30", "Demo Post", "1", "Vell offers a gate", "", says("vell", "grain may leave the harbour by the northern gate", "offer"))
	b.add("13:00", "Demo Daily", "1", "Vell once threatened", "", says("vell", "we will close the harbour for a year", "threat"))
	path := b.live().Positions("vell", "ceasefire")
	if len(path) != 2 || path[0].Type != "threat" || path[0].Turn != "" || path[1].Type != "offer" || path[1].Turn != "threat softened to offer" || path[1].Was != path[0].Ref {
		t.Errorf("the path of positions: %+v", path)
	}
	if back := b.r.AsOf(at("11:00"), BySeen).Positions("vell", ""); len(back) != 1 {
		t.Errorf("at 11:00 there was one position: %+v", back)
	}
	c := b.live().Changed(at("12:10"))
	if len(c.New) != 0 || len(c.Lifted) != 1 || len(c.Changed) != 1 || len(c.Corrected) != 0 {
		t.Errorf("changed since 12:10: %+v", c)
	}
	if c = b.live().Changed(time.Time{}); len(c.New) != 2 {
		t.Errorf("changed since ever: %+v", c)
	}
}

func TestTheEditorsHand(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "Talks called 'useful for both of us'", "", says(Unknown, "useful for both of us and the harbour", "assertion"))
	b.add("09:30", "Demo Post", "1", "Osk opens fair", "", says("osk", "cheese is the glue of nations", "praise"))
	refs := b.live().Statements(Filter{})
	b.r.AddMark(Mark{ID: 1, At: at("10:00"), By: "ed", Verb: "speaker", On: refs[1], Value: "vell"})
	b.r.AddMark(Mark{ID: 2, At: at("10:01"), By: "ed", Verb: "checked", On: refs[1]})
	b.r.AddMark(Mark{ID: 3, At: at("10:02"), By: "ed", Verb: "mute", On: Ref{KindItem, 2}})
	row, _ := b.live().Statement(refs[1])
	if row.Speaker.ID != "vell" || row.Speaker.Name != "Ana Vell" || len(row.Marks) != 2 {
		t.Errorf("by hand: %+v, marks %v", row.Speaker, row.Marks)
	}
	if n := len(b.live().Statements(Filter{})); n != 1 {
		t.Errorf("%d statements with one muted", n)
	}
	if before, _ := b.r.AsOf(at("09:45"), BySeen).Statement(refs[1]); before.Speaker.ID != Unknown {
		t.Errorf("the hand reaches back to 09:45: %+v", before.Speaker)
	}
	b.r.AddMark(Mark{ID: 4, At: at("10:05"), By: "ed", Verb: "undo", Value: "1"})
	b.r.AddMark(Mark{ID: 5, At: at("10:06"), By: "ed", Verb: "undo", Value: "3"})
	row, _ = b.live().Statement(refs[1])
	if row.Speaker.ID != Unknown || !row.Marks[0].Undone || len(b.live().Statements(Filter{})) != 2 {
		t.Errorf("undone: %+v, marks %v", row.Speaker, row.Marks)
	}
	b.r.AddMark(Mark{ID: 6, At: at("10:10"), By: "ed", Verb: "join", On: refs[0], Value: refs[1].String()})
	if row, _ = b.live().Statement(only(t, b.live().Statements(Filter{}))); len(row.Evidence) != 2 {
		t.Errorf("joined: %d reports", len(row.Evidence))
	}
}

func TestAFewWordsToldInOneWayAreOneUtterance(t *testing.T) {
	told := func(who, words, typ string) Statement {
		s := says(who, words, typ)
		s.Mode, s.Quotes = Indirect, nil
		return s
	}
	hedged := told("vell", "ceding harbours", "rejection")
	hedged.Modality = "hedged"
	for _, c := range []struct {
		name  string
		other Statement
		when  string
		rows  int
	}{
		{"the same words", told("vell", "ceding any harbours", "rejection"), "11:00", 1},
		{"one word more", told("vell", "ceding harbours to Southland", "rejection"), "11:00", 1},
		{"much more", told("vell", "ceding harbours to Southland while ships burn", "rejection"), "11:00", 2},
		{"another mouth", told("osk", "ceding harbours", "rejection"), "11:00", 2},
		{"another type", told("vell", "ceding harbours", "offer"), "11:00", 2},
		{"another way", hedged, "11:00", 2},
		{"turned round", told("vell", "not ceding harbours", "rejection"), "11:00", 2},
		{"one of two words", told("vell", "ceding islands", "rejection"), "11:00", 2},
	} {
		b := newBench()
		b.add("10:00", "Demo Daily", "1", "Vell rejects ceding harbours", "", told("vell", "ceding harbours", "rejection"))
		b.add(c.when, "Demo Post", "1", "The second report", "", c.other)
		if n := len(b.live().Statements(Filter{})); n != c.rows {
			t.Errorf("%s: %d rows, want %d", c.name, n, c.rows)
		}
	}
}
