package model

import (
	"strings"
	"testing"
)

func TestReadoutsThatCannotBothHold(t *testing.T) {
	for _, c := range []struct{ one, other, kind string }{
		{"the understanding that we've reached on the harbour will hold", "there was no deal on the harbour", "agreement"},
		{"we have reached an agreement on grain", "no agreement was reached at all", "agreement"},
		{"we did not reach any agreement", "the accord reached today opens the border", "agreement"},
		{"there's no deal until there's a deal", "an understanding was reached between us", "agreement"},
		{"he discussed border swaps with the premier", "border swaps were not discussed with anybody", "readout"},
		{"a three-way meeting was not discussed in Tarn", "the leaders discussed a three-way meeting", "readout"},
	} {
		b := newBench()
		b.add("15:00", "Demo Daily", "1", "One says", "Vell said "+c.one, says("vell", c.one, "assertion"))
		b.add("15:30", "Demo Post", "1", "The other says", "Osk said "+c.other, says("osk", c.other, "assertion"))
		list := b.live().Conflicts()
		if len(list) != 1 || list[0].Kind != c.kind || len(list[0].Sides) != 2 || !list[0].Resolved.IsZero() {
			t.Errorf("%q against %q: %+v", c.one, c.other, list)
			continue
		}
		for _, s := range list[0].Sides {
			if len(s.Evidence) != 1 || !strings.Contains(s.Says, ": ") {
				t.Errorf("%q: a side without its source: %+v", c.one, s)
			}
		}
		if n := b.live().Counts().Conflicts; n != 1 {
			t.Errorf("%q: %d conflicts counted", c.one, n)
		}
		b.add("18:00", "Demo Post", "1", "CORRECTED-Osk said otherwise", "", OpCorrected)
		if list = b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("18:00")) {
			t.Errorf("%q: not resolved by a correction: %+v", c.one, list)
		}
	}
}

func TestReadoutsThatMayBothHold(t *testing.T) {
	for _, c := range []struct{ who, one, other string }{
		{"osk", "we hope to reach an agreement on grain", "there was no deal on grain"},
		{"osk", "an agreement could be reached on grain", "no agreement was reached"},
		{"osk", "we have reached an agreement on grain", "no deal is better than a bad one"},
		{"osk", "we have reached an agreement on grain", "there will be no deal without the harbour"},
		{"osk", "he discussed border swaps with the premier", "grain quotas were not discussed with anybody"},
		{"osk", "we have reached an agreement on grain", "we have reached an understanding on grain"},
		{"vell", "we have reached an agreement on grain", "there was no deal on grain"},  // one mouth: a turn, not two readouts
		{"coast", "we have reached an agreement on grain", "there was no deal on grain"}, // no party
	} {
		b := newBench()
		b.add("15:00", "Demo Daily", "1", "One says", "Vell said "+c.one, says("vell", c.one, "assertion"))
		b.add("15:30", "Demo Post", "1", "The other says", "Osk said "+c.other, says(c.who, c.other, "assertion"))
		for _, list := range b.live().Conflicts() {
			if list.Kind == "agreement" || list.Kind == "readout" {
				t.Errorf("%q against %q: %+v", c.one, c.other, list)
			}
		}
	}
	// Other topics, or another week, are other talks.
	far := newBench()
	grain, border := says("vell", "we have reached an agreement on grain", "assertion"), says("osk", "there was no deal on the border", "assertion")
	grain.Topics, border.Topics = []string{"trade"}, []string{"territory"}
	far.add("15:00", "Demo Daily", "1", "One says", "Vell said", grain)
	far.add("15:30", "Demo Post", "1", "The other says", "Osk said", border)
	if list := far.live().Conflicts(); len(list) != 0 {
		t.Errorf("other topics: %+v", list)
	}
}

func TestReadoutsDifferAsSoonAsBothAreOnTheRecord(t *testing.T) {
	b := newBench()
	hopes, none := says("vell", "I hope that the understanding that we have reached will bring calm to the harbour", "assertion"), says("osk", "There's no deal until there's a deal", "assertion")
	hopes.Modality, none.Modality = "future", "conditional"
	b.add("15:00", "Demo Daily", "1", "Vell speaks", "", hopes)
	b.add("15:01", "Demo Post", "9", "Ships wait at the bar", "", event("meeting", Done, "vell", "osk").on("11:02"))
	b.add("15:02", "Demo Daily", "9", "Ships wait", "", event("meeting", Done, "vell", "osk").on("11:30"))
	b.add("15:03", "Demo Post", "1", "Osk speaks", "", none)
	b.add("15:05", "Demo Wire", "1", "Osk after the talks", "", none)
	b.add("15:09", "Demo Post", "7", "Quays are full", "", event("arrival", Done, "vell").on("08:10"))
	b.add("15:10", "Demo Daily", "7", "The quays", "", event("arrival", Done, "vell").on("09:40"))
	if n := len(b.r.AsOf(at("15:02"), BySeen).Conflicts()); n != 1 {
		t.Fatalf("%d conflicts with one readout only", n)
	}
	list := b.live().Conflicts()
	if len(list) != 3 || list[0].Kind != "agreement" || list[0].Since != at("15:03") || len(list[0].Sides[1].Evidence) != 2 {
		t.Fatalf("what the sides say comes first, with all that is told of it: %+v", list)
	}
	for _, ref := range b.live().Statements(Filter{}) {
		if row, _ := b.live().Statement(ref); row.Certainty.Level != Disputed {
			t.Errorf("%q is %s", row.Statement.Content.Text, row.Certainty.Level)
		}
	}
	b.add("18:00", "Demo Post", "1", "CORRECTED-Osk said nothing", "", OpCorrected)
	if list = b.live().Conflicts(); !list[0].Resolved.IsZero() {
		t.Errorf("resolved while another report stands: %+v", list[0])
	}
	b.add("18:10", "Demo Wire", "1", "CORRECTED-Osk after the talks", "", OpCorrected)
	for _, c := range b.live().Conflicts() {
		if c.Kind == "agreement" && !c.Resolved.Equal(at("18:10")) {
			t.Errorf("not resolved: %+v", c)
		}
	}
}

func TestWhoAskedForTheMeeting(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "Vell: talks at Southland's request", "", says("vell", "the talks in Tarn are at Southland's request", "assertion"))
	b.add("09:30", "Demo Wire", "2", "Vell again", "", says("vell", "a visit at the invitation of the Southland premier", "assertion"))
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Fatalf("one side alone: %+v", list)
	}
	b.add("11:00", "Demo Post", "1", "Osk: it was Vell", "", says("osk", "the meeting was at the suggestion of Ana Vell", "assertion"))
	list := b.live().Conflicts()
	if len(list) != 1 || list[0].Topic != "who asked for the meeting" || len(list[0].Sides) != 2 {
		t.Errorf("%+v", list)
	}
}

func TestWhoAskedByTheVerb(t *testing.T) {
	for words, clash := range map[string]bool{"Premier Ana Vell asked for the meeting": true, "Tomas Osk asked for the meeting": false, "Ana Vell asked about the meeting": false} {
		b := newBench()
		b.add("09:00", "Demo Daily", "1", "Vell: talks at Southland's request", "", says("vell", "the talks in Tarn are at Southland's request", "assertion"))
		b.add("11:00", "Demo Post", "1", "Osk: "+words, "", worded("osk", words))
		if list := b.live().Conflicts(); (len(list) == 1 && list[0].Topic == "who asked for the meeting") != clash {
			t.Errorf("%q: %+v", words, list)
		}
	}
}

func TestTheReadoutsOfTwoChannels(t *testing.T) {
	told := func(who, cue, words string) Statement {
		return Statement{Mode: Indirect, Speaker: Speaker{Phrase: Phrase{Text: who}, Actor: folded(who), Name: who}, Cue: Phrase{Text: cue}, Content: Phrase{Text: words}, Type: "assertion", Modality: "asserted"}
	}
	denied := told("presidency", "said", "The withdrawal of guards was not discussed")
	denied.Modality = "negated"
	for feed, clash := range map[string]bool{"Demo South Office": true, "Demo North Office": false, "Demo Post": false} {
		b := newBench()
		b.add("14:00", "Demo North Office", "1", "Readout of the talks", "The leaders discussed the withdrawal of guards.", told("leaders", "discussed", "the withdrawal of guards"))
		b.add("14:10", feed, "2", "On the meeting", "The withdrawal of guards was not discussed, the presidency said.", denied)
		if list := b.live().Conflicts(); (len(list) == 1 && list[0].Topic == "whether it was discussed") != clash {
			t.Errorf("%s: %+v", feed, list)
		}
	}
}

func TestWhetherThereIsAVenue(t *testing.T) {
	agreed, none := says("vell", "the venue has been agreed", "assertion"), says(Unnamed, "no location had been set", "assertion")
	none.Speaker.Text, none.Modality = "a Southland official", "negated"
	b := newBench()
	b.add("09:00", "Demo Daily", "1", "Vell: venue agreed", "", agreed)
	b.add("11:00", "Demo Post", "1", "No location, says official", "", none)
	list := b.live().Conflicts()
	if len(list) != 1 || list[0].Topic != "whether a venue is agreed" || !list[0].Resolved.IsZero() || b.live().Counts().Conflicts != 1 {
		t.Fatalf("%+v", list)
	}
	tarn := event("meeting", Planned, "vell", "osk")
	tarn.Place = "Tarn"
	b.add("16:00", "Demo Wire", "1", "Vell and Osk to meet in Tarn", "", tarn)
	if list = b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("16:00")) || b.live().Counts().Conflicts != 0 {
		t.Errorf("the plan with its place settles it: %+v", list)
	}
	if row, _ := b.live().Statement(b.live().Statements(Filter{})[0]); row.Certainty.Level == Disputed {
		t.Errorf("disputed after it was settled: %+v", row.Certainty)
	}
	// First none, then one: that is news, not a quarrel.
	news := newBench()
	news.add("09:00", "Demo Post", "1", "No location, says official", "", none)
	news.add("11:00", "Demo Daily", "1", "Vell: venue agreed", "", agreed)
	if list := news.live().Conflicts(); len(list) != 0 {
		t.Errorf("%+v", list)
	}
}

func TestAnOutletsLaterWordTakesThePlaceOfItsEarlierOne(t *testing.T) {
	b := newBench()
	b.add("07:00", "Demo Daily", "1", "Talks to start at 11 p.m.", "", event("meeting", Planned, "vell", "osk").on("23:00"))
	b.add("07:20", "Demo Daily", "2", "CORRECTED-Talks to start at 11 a.m.", "", event("talks", Planned, "vell", "osk").on("11:00"))
	list := b.live().Conflicts()
	if len(list) != 1 || !list[0].Resolved.Equal(at("07:20")) || b.live().Counts().Conflicts != 0 {
		t.Fatalf("%+v", list)
	}
	// Another outlet's other time is a conflict; the actual time ends it.
	b.add("08:00", "Demo Post", "1", "Talks to start at 11.30 a.m.", "", event("meeting", Planned, "vell", "osk").on("11:30"))
	if list = b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.IsZero() || list[0].Kind != "time" {
		t.Errorf("one meeting is one conflict: %+v", list)
	}
	b.add("12:00", "Demo Wire", "1", "Talks began at noon", "", event("talks", Done, "vell", "osk").on("12:00"))
	if list = b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("12:00")) || list[0].Kind != "plan" {
		t.Errorf("plans of what has begun: %+v", list)
	}
}
