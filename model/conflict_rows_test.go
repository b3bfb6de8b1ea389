package model

import (
	"testing"
	"time"
)

// contestCase is what two reports of one pair of houses say, for a table of contests.
type contestCase struct {
	name          string
	first, second func(b *bench)
	kind, topic   string // empty for no contest
}

// wrote adds a report to a bench.
func wrote(seen, feed, title string, facts ...any) func(b *bench) {
	return func(b *bench) { b.add(seen, feed, title, title, "", facts...) }
}

func checkContests(t *testing.T, cases []contestCase) {
	t.Helper()
	for _, c := range cases {
		b := newBench()
		c.first(b)
		c.second(b)
		again := NewRecord(demoCase(), b.texts)
		if err := again.Decode(b.r.Encode()); err != nil {
			t.Fatal(err)
		}
		for _, board := range []*Board{b.live(), again.AsOf(time.Time{}, BySeen)} {
			list := board.Conflicts()
			switch {
			case c.kind == "" && len(list) > 0:
				t.Errorf("%s: %+v", c.name, list)
			case c.kind != "" && (len(list) != 1 || list[0].Kind != c.kind || list[0].Topic != c.topic || len(list[0].Sides) != 2):
				t.Errorf("%s: %+v", c.name, list)
			case c.kind != "":
				for _, side := range list[0].Sides {
					if level := board.certaintyAt(t, side.Ref); level != Disputed {
						t.Errorf("%s: %q is %s", c.name, side.Says, level)
					}
				}
			}
		}
	}
}

// certaintyAt is how sure the row of a reference is.
func (b *Board) certaintyAt(t *testing.T, ref Ref) CertaintyLevel {
	t.Helper()
	switch ref.Kind {
	case KindStatement:
		row, _ := b.Statement(ref)
		return row.Certainty.Level
	case KindSignal:
		row, _ := b.Signal(ref)
		return row.Certainty.Level
	}
	row, _ := b.Event(ref)
	return row.Certainty.Level
}

func TestAnAgreementAndNoneOfOtherNames(t *testing.T) {
	states, people := event("agreement", Done, "north", "south"), event("agreement", Done, "vell", "osk")
	none := event("agreement", NoneReached)
	agreed := wrote("12:00", "Demo Daily", "Northland and Southland agreed to reopen the harbour", states)
	checkContests(t, []contestCase{
		{"states, and people", agreed, wrote("12:20", "Demo Post", "Vell and Osk end talks on the harbour with no agreement", event("agreement", NoneReached, "vell", "osk")), "agreement", "Northland, Southland: whether there is an agreement"},
		{"states, and nobody", agreed, wrote("12:20", "Demo Post", "No agreement of Northland and Southland on the harbour", none), "agreement", "Northland, Southland: whether there is an agreement"},
		{"none, and then one at once", wrote("12:00", "Demo Post", "Vell and Osk part without an accord on the harbour", none), wrote("12:20", "Demo Daily", "Vell and Osk reach an accord on the harbour", people), "agreement", "Vell, Osk: whether there is an agreement"},
		{"of another matter", wrote("12:00", "Demo Daily", "Northland and Southland agree on a prisoner swap", states), wrote("12:20", "Demo Post", "No agreement of Vell and Osk on a truce", none), "", ""},
		{"of another matter that no truce is", wrote("12:00", "Demo Daily", "Northland and Southland agree to reopen a border crossing", states), wrote("12:20", "Demo Post", "No trade agreement of Vell and Osk", none), "", ""},
		{"of one matter, by one of them", wrote("12:00", "Demo Daily", "Northland and Southland agree on a truce", states), wrote("12:20", "Demo Post", "Osk: no truce agreement was reached", none), "agreement", "Northland, Southland: whether there is an agreement"},
		{"of one matter, by a stranger", wrote("12:00", "Demo Daily", "Northland and Southland agree on a truce", states), func(b *bench) {
			b.add("12:20", "Demo Post", "2", "Coastland and its rebels", "Their envoys left the hills. No truce was agreed.", func(rd *Reading) {
				rd.Events = append(rd.Events, Event{Kind: "agreement", Status: NoneReached, In: InText, Spans: []Span{{29, 49}}})
			})
		}, "", ""},
		{"of others", wrote("12:00", "Demo Daily", "Northland and Coastland agree on fish quotas", event("agreement", Done, "north", "coast")), wrote("12:20", "Demo Post", "No agreement in talks of Vell and Osk", event("agreement", NoneReached, "vell", "osk")), "", ""},
		{"reached since", wrote("01:00", "Demo Post", "Vell and Osk part without an accord on the harbour", none), wrote("22:00", "Demo Daily", "Northland and Southland reach an accord on the harbour", states), "", ""},
	})
}

func TestATruceInForceAndNot(t *testing.T) {
	truce := event("agreement", Done, "north", "south")
	began := wrote("12:00", "Demo Daily", "Truce of Northland and Southland takes effect", truce)
	not := says("south", "The ceasefire has not yet come into force", "assertion")
	not.Modality = "negated"
	const topic = "Northland, Southland: whether it is agreed and in force"
	checkContests(t, []contestCase{
		{"not in force", wrote("12:00", "Demo Daily", "Ceasefire of Northland and Southland takes effect", truce), wrote("12:20", "Demo Post", "The ceasefire has not yet come into force, says Southland", not), "agreement", topic},
		{"denied", began, wrote("12:20", "Demo Post", "Southland denies that a truce has taken effect", denies("south", "that a truce has taken effect")), "agreement", topic},
		{"denied that it was agreed", wrote("12:00", "Demo Daily", "Northland and Southland agree on truce", truce), wrote("12:20", "Demo Post", "Osk denies truce deal with Northland", denies("osk", "truce deal with Northland")), "agreement", topic},
		{"agreed, but not in force", wrote("12:00", "Demo Daily", "Northland and Southland agree on ceasefire", truce), wrote("12:20", "Demo Post", "The ceasefire has not yet come into force, says Southland", not), "", ""},
		{"a breach denied", began, wrote("12:20", "Demo Post", "Southland denies breaking the truce", denies("south", "breaking the truce")), "", ""},
	})
}

func TestAMeasureTakenAndDenied(t *testing.T) {
	of := func(action string) Signal { return signal("north", action, "tariff", "south") }
	const topic = "how it stands: Northland tariff → Southland"
	imposed := wrote("12:00", "Demo Daily", "Northland imposes tariff on Southland grain", of("imposed"))
	withdrawn := wrote("12:00", "Demo Daily", "Northland withdraws tariff threat against Southland", of("deferred"))
	checkContests(t, []contestCase{
		{"imposed and denied", imposed, wrote("12:20", "Demo Post", "Northland denies a tariff on Southland", of("denied")), "measure", topic},
		{"denied to have been imposed", imposed, wrote("12:20", "Demo Post", "Northland denies it had imposed a tariff on Southland", Signal{Direction: Pressure, Action: "denied", Instrument: "tariff", Sender: "north", Target: []string{"south"}, Historical: true}), "measure", topic},
		{"denied, and at once imposed", wrote("11:40", "Demo Post", "Northland denies a tariff on Southland", of("denied")), imposed, "measure", topic},
		{"denied at dawn, imposed at night", wrote("01:00", "Demo Post", "Northland denies a tariff on Southland", of("denied")), wrote("22:00", "Demo Daily", "Northland imposes tariff on Southland", of("imposed")), "", ""},
		{"on another target", imposed, wrote("12:20", "Demo Post", "Northland denies a tariff on Coastland", signal("north", "denied", "tariff", "coast")), "", ""},
		{"one house goes on", imposed, wrote("12:20", "Demo Daily", "Northland denies a tariff on Southland", of("denied")), "", ""},
		{"the threat stands", withdrawn, wrote("12:20", "Demo Post", "Tariff threat against Southland still stands", of("threatened")), "measure", topic},
		{"threatened anew", withdrawn, wrote("12:20", "Demo Post", "Northland threatens Southland with a tariff", of("threatened")), "", ""},
		{"stood, and was withdrawn", wrote("09:00", "Demo Post", "Tariff threat against Southland still stands", of("threatened")), withdrawn, "", ""},
		{"refused, and lifted at once", wrote("12:00", "Demo Daily", "Northland will not lift its tariff on Southland", Signal{Direction: Relief, Action: "refused-relief", Instrument: "tariff", Sender: "north", Target: []string{"south"}}), wrote("12:20", "Demo Post", "Northland lifts tariff on Southland", of("lifted")), "measure", topic},
		{"refused, and lifted hours on", wrote("06:00", "Demo Daily", "Northland will not lift its tariff on Southland", Signal{Direction: Relief, Action: "refused-relief", Instrument: "tariff", Sender: "north", Target: []string{"south"}}), wrote("12:20", "Demo Post", "Northland lifts tariff on Southland", of("lifted")), "", ""},
		{"lifted, and in force still", wrote("12:00", "Demo Daily", "Northland lifts tariff on Southland", of("lifted")), wrote("12:20", "Demo Post", "Northland tariff on Southland remains in force", of("in-force")), "measure", topic},
		{"lifted for some", wrote("12:00", "Demo Daily", "Northland lifts tariff on two harbours of Southland", of("lifted")), wrote("12:20", "Demo Post", "Northland tariff on six harbours of Southland remains in force", of("in-force")), "", ""},
		{"lifted in part", wrote("12:00", "Demo Daily", "Northland partially lifts tariff on Southland", of("lifted")), wrote("12:20", "Demo Post", "Northland tariff on Southland remains in force", of("in-force")), "", ""},
	})
}

func TestTwoRatesOfOneTariff(t *testing.T) {
	of := signal("north", "imposed", "tariff", "south")
	steel := of
	steel.Sector = "steel"
	first := wrote("12:00", "Demo Daily", "Northland imposes 25% tariff on Southland goods", of)
	checkContests(t, []contestCase{
		{"two", first, wrote("12:20", "Demo Post", "Northland imposes tariff of 15 percent on Southland goods", of), "number", "how high it is: Northland tariff → Southland"},
		{"one", first, wrote("12:20", "Demo Post", "Northland imposes tariff of 25 percent on Southland goods", of), "", ""},
		{"all together", first, wrote("12:20", "Demo Post", "Northland takes total tariff on Southland goods to 50%", of), "", ""},
		{"of a sector", first, wrote("12:20", "Demo Post", "Northland imposes 50% tariff on Southland steel goods", steel), "", ""},
		{"raised to two", wrote("12:00", "Demo Daily", "Northland raises its tariff on Southland goods to 40%", of), wrote("12:20", "Demo Post", "Northland hikes its tariff on Southland goods to 45%", of), "number", "how high it is: Northland tariff → Southland"},
		{"raised by so much, and to so much", wrote("12:00", "Demo Daily", "Northland raises its tariff on Southland goods by 20%", of), wrote("12:20", "Demo Post", "Northland raises its tariff on Southland goods to 45%", of), "", ""},
		{"raised at night", wrote("06:00", "Demo Daily", "Northland imposes 25% tariff on Southland goods", of), wrote("22:00", "Demo Post", "Northland imposes 35% tariff on Southland goods", of), "", ""},
	})
	b := newBench()
	first(b)
	wrote("12:20", "Demo Post", "Northland imposes 15% tariff on Southland goods", of)(b)
	wrote("12:40", "Demo Post", "Northland imposes 25% tariff on goods of Southland", of)(b)
	if list := b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("12:40")) {
		t.Errorf("the house said otherwise since: %+v", list)
	}
}

func TestWhatOneSaysAndAnotherDenies(t *testing.T) {
	claim := says("vell", "Southland agreed to pull its guards back from the harbour", "assertion")
	claim.Mode, claim.Quotes = Indirect, nil
	said := wrote("12:00", "Demo Daily", "Vell: Southland agreed to pull its guards back from the harbour", claim)
	hedged := claim
	hedged.Modality = "hedged"
	denial := denies("osk", "that Southland had agreed to pull back its guards")
	checkContests(t, []contestCase{
		{"denied", said, wrote("12:20", "Demo Post", "Osk denied that Southland had agreed to pull back its guards", denial), "denial", "whether it is as Vell says"},
		{"said not to be so", wrote("12:00", "Demo Daily", "Vell: Southland released the captured sailors", worded("vell", "Southland released the captured sailors")), wrote("12:20", "Demo Post", "Osk: Southland has not released any captured sailors", worded("osk", "Southland has not released any captured sailors")), "denial", "whether it is as Vell says"},
		{"of another party", wrote("12:00", "Demo Daily", "Vell: Northland signed the treaty", worded("vell", "Northland signed the treaty")), wrote("12:20", "Demo Post", "Osk: Southland has not signed the treaty", worded("osk", "Southland has not signed the treaty")), "", ""},
		{"denied by her own side", said, wrote("12:20", "Demo Post", "Northland denied that Southland had agreed to pull back its guards", denies("north", "that Southland had agreed to pull back its guards")), "", ""},
		{"something else", said, wrote("12:20", "Demo Post", "Osk denied that Southland had agreed to sell its grain", denies("osk", "that Southland had agreed to sell its grain")), "", ""},
		{"denied before", wrote("11:40", "Demo Post", "Osk denied that Southland had agreed to pull back its guards", denial), said, "denial", "whether it is as Vell says"},
		{"said before not to be so", wrote("11:40", "Demo Post", "Osk: Southland has not released any captured sailors", worded("osk", "Southland has not released any captured sailors")), wrote("12:00", "Demo Daily", "Vell: Southland released the captured sailors", worded("vell", "Southland released the captured sailors")), "denial", "whether it is as Vell says"},
		{"denied at dawn, and so at noon", wrote("06:40", "Demo Post", "Osk denied that Southland had agreed to pull back its guards", denial), said, "", ""},
		{"only supposed", wrote("12:00", "Demo Daily", "Vell: Southland agreed to pull its guards back from the harbour", hedged), wrote("12:20", "Demo Post", "Osk denied that Southland had agreed to pull back its guards", denial), "", ""},
	})
}

// worded is what somebody says in a report's words.
func worded(who, words string) Statement {
	s := says(who, words, "assertion")
	s.Mode, s.Quotes = Indirect, nil
	return s
}

func TestNumbersInWords(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		clash bool
	}{
		{"Southland will open three harbours to grain ships", "Southland will open two harbours to grain ships", true},
		{"Southland will open three harbours to grain ships", "Southland will open 2 harbours to grain ships", true},
		{"Southland will open three harbours to grain ships", "Southland will open 3 harbours to grain ships", false},
		{"We will free 40 sailors", "We will free 14 sailors", true},
		{"We will free 40 sailors", "We will sink 14 trawlers", false},
		{"The lunch planned for the two delegations will not be held", "Vell and Osk will not hold the lunch that was planned for their delegations after the three-on-three session", false},
	} {
		b := newBench()
		b.add("12:00", "Demo Daily", "1", c.a, "", worded("vell", c.a))
		b.add("12:20", "Demo Post", "1", c.b, "", worded("vell", c.b))
		if list := b.live().Conflicts(); (len(list) == 1 && list[0].Kind == "number" && len(list[0].Sides) == 2) != c.clash {
			t.Errorf("%s / %s: %+v", c.a, c.b, list)
		}
	}
}

func TestWhoPutsOffNamesAnotherDayThanWhoCallsOff(t *testing.T) {
	b := newBench()
	off := event("cancellation", EventDenied, "vell", "osk")
	b.add("12:00", "Demo Daily", "1", "Vell and Osk call off the talks of 14 March", "", off.onDay(14))
	b.add("12:20", "Demo Post", "1", "Talks of Vell and Osk postponed to 15 March", "", off.onDay(15))
	if list := b.live().Conflicts(); len(list) != 0 {
		t.Errorf("%+v", list)
	}
}

func TestThatTheyGoOnSaysNothingOfWhoLeft(t *testing.T) {
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Osk storms out of talks with Vell", "", event("cancellation", EventDenied, "osk", "vell"))
	b.add("12:15", "Demo Post", "1", "Southland: Osk did not walk out of the talks, it was lunch", "", worded("south", "Osk did not walk out of the talks, it was lunch"))
	b.add("12:40", "Demo Wire", "1", "Vell and Osk are back at the table", "", event("talks", UnderWay, "vell", "osk"))
	if list := b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.IsZero() {
		t.Errorf("%+v", list)
	}
}

func TestWhoDeniesAWalkoutDoesNotBearItOut(t *testing.T) {
	out := event("cancellation", EventDenied, "south", "north")
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Southland delegation walks out of talks with Northland", "", out)
	b.add("12:20", "Demo Post", "1", "Southland denied its delegation had walked out of talks with Northland", "", denies("south", "its delegation had walked out of talks with Northland"), out)
	board := b.live()
	if list := board.Conflicts(); len(list) != 1 || list[0].Kind != "cancellation" || list[0].Topic != "Southland, Northland: whether anybody left the meeting" {
		t.Errorf("%+v", list)
	}
	var titles []string
	for _, ref := range board.Events(Filter{}) {
		row, _ := board.Event(ref)
		titles = append(titles, row.Title)
		if row.Reports != 1 || row.Event.Kind == cancellation && row.Certainty.Level != Disputed {
			t.Errorf("%s: %+v", row.Title, row.Certainty)
		}
	}
	if len(titles) != 2 || titles[0] == titles[1] || titles[1] != "Southland, Northland: walkout denied" {
		t.Errorf("%q", titles)
	}
	for words, denied := range map[string]bool{"Our delegation did not walk out of the talks": true, "We didn't leave the talks": true, "We will not be leaving empty-handed": false, "They walked out of the talks": false} {
		s := says("south", words, "assertion")
		if class := upholds(&s); (class != "") != denied {
			t.Errorf("%s: %q", words, class)
		}
	}
}

func TestWhoLeftThoseWhomAReportNamesBrokeTheTalksOff(t *testing.T) {
	b := newBench()
	b.add("12:00", "Demo Daily", "1", "Osk stormed out of the talks with Vell", "", func(rd *Reading) {
		rd.Events = append(rd.Events, Event{Kind: cancellation, Status: EventDenied, Participants: []string{"osk", "vell"}, In: InTitle, Spans: []Span{{19, 28}}})
	})
	if row, _ := b.live().Event(only(t, b.live().Events(Filter{}))); row.Title != "Osk, Vell: talks broken off" {
		t.Errorf("%q", row.Title)
	}
}

func TestACorrectionThatNamesThePlaceItTakesBackSettlesIt(t *testing.T) {
	in := func(place string) Event {
		e := event("meeting", Planned, "vell", "osk").onDay(16)
		e.Place = place
		return e
	}
	b := newBench()
	b.add("08:00", "Demo Daily", "1", "Vell and Osk to meet in Lund", "", in("Lund"))
	b.add("08:20", "Demo Post", "1", "Vell and Osk to meet in Merrow", "", in("Merrow"))
	b.add("09:20", "Demo Post", "2", "CORRECTED-Vell and Osk to meet in Lund", "(Corrects the place to Lund from Merrow)", in("Lund"), OpCorrected, func(v *Version) { v.OpTitle = "Vell and Osk to meet in Lund" })
	if list := b.live().Conflicts(); len(list) != 1 || !list[0].Resolved.Equal(at("09:20")) {
		t.Errorf("%+v", list)
	}
}

func TestAHeadlineWithoutTheVerbOfItsClaimTakesItsSide(t *testing.T) {
	b := newBench()
	yes, no := says("vell", "We reached an agreement on the harbour", "assertion"), says("osk", "There is no agreement on the harbour", "assertion")
	label := no
	label.Mode, label.Quotes, label.Content.Text = Indirect, nil, "on harbour no agreement"
	b.add("12:00", "Demo Daily", "1", "Vell speaks", "“We reached an agreement on the harbour,” Vell said.", yes)
	b.add("12:20", "Demo Post", "1", "Osk: on harbour no agreement", "“There is no agreement on the harbour,” Osk said.", label, no)
	board := b.live()
	if list := board.Conflicts(); len(list) != 1 || len(list[0].Sides) != 2 {
		t.Errorf("%+v", list)
	}
	for _, ref := range board.Statements(Filter{}) {
		if row, _ := board.Statement(ref); row.Certainty.Level != Disputed {
			t.Errorf("%q is %s", row.Statement.Content.Text, row.Certainty.Level)
		}
	}
}
