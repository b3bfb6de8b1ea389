package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

// plannedDesk is a desk with an agenda of its own, on which nothing has happened
// but one statement in the evening.
func plannedDesk(agenda ...model.Phase) *fakeDesk {
	d := newFakeDesk()
	d.summit.Agenda = agenda
	d.record = model.NewRecord(model.Case{Summit: d.summit, Directory: d.dir, Feeds: d.feeds}, d.texts)
	d.say(talks(22, 0), "Demo Wire", "maren", "We are still at it")
	return d
}

// lineWith is the line of the screen that holds a text.
func (r *reader) lineWith(part string) string {
	r.t.Helper()
	for line := range strings.SplitSeq(r.screen(), "\n") {
		if strings.Contains(line, part) {
			return line
		}
	}
	r.t.Fatalf("no line shows %q:\n%s", part, r.screen())
	return ""
}

// column is where a text begins on a line, in cells.
func column(line, part string) int {
	before, _, found := strings.Cut(line, part)
	if !found {
		return -1
	}
	return width(before)
}

func TestAMarkStandsAtItsTimeAndItsNameBesideIt(t *testing.T) {
	d := plannedDesk(
		model.Phase{ID: "visit", Title: "Visit of the old lighthouse and the harbour", Start: talks(21, 0), End: talks(21, 30), Kinds: []string{"visit"}},
		model.Phase{ID: "dinner", Title: "Dinner of the delegations", Kinds: []string{"dinner"}},
	)
	r := sit(t, d, 80, 24).press("4", "z")
	visit, axis := r.lineWith("Visit of"), r.lineWith("╵12:00")
	if mark, one := column(visit, "?"), column(axis, "╵12:00"); mark <= one || mark < column(visit, "Visit of") {
		t.Errorf("the name stands where the mark should:\n%s\n%s", axis, visit)
	}
	if dinner := r.lineWith("Dinner of"); !strings.HasSuffix(strings.TrimRight(dinner, " "), "Dinner of the delegations, no time given") || strings.ContainsAny(dinner, "╌━×?") {
		t.Errorf("a dinner at no time has a mark: %q", dinner)
	}
	for _, screen := range []*reader{r, sit(t, d, 60, 30).press("4", "z")} {
		if strings.Contains(screen.lineWith("▂"), "…") {
			t.Errorf("a lane has a stump of a name:\n%s", screen.screen())
		}
	}
}

func TestAHallReadsWhatCameOfItAndHowSureThatIs(t *testing.T) {
	d := summitDesk()
	d.event(talks(22, 45), "Demo Wire", "agreement", model.NoneReached, "maren", "okoro")
	d.event(talks(22, 50), "Demo Wire", "arrival", model.Done, "okoro")
	r := sit(t, d, 120, 36, func(o *Options) { o.Present = true })
	r.sees("14:45  ○ Maren, Okoro: no agreement   single source", "○ Ilse Maren   14:30   single source").doesNotSee("arrival")
	r.press("left", "left").sees("AS OF 20 May", "AKDT   22:45 UTC").doesNotSee("AS OF 20 May 14")
	r.press("P").sees("AS OF 20 May 14:45 AKDT")
	sit(t, d, 40, 12, func(o *Options) { o.Present = true }).sees("   20 May", "   AKDT").doesNotSee("Tue", "AKDT   2")
}

func TestALowScreenHasClockFilterAndFailingFeeds(t *testing.T) {
	d := summitDesk()
	d.health[1].State.Failures, d.health[1].State.LastError = 3, "the server answered 503"
	r := sit(t, d, 60, 16)
	r.sees("15:00 AKDT").sees("1 failing  ● LIVE")
	r.press("x", "x").sees("2 Statements · official only ━").doesNotSee("3 Signals")
	r.press("x", "x", "x").sees("3 Signals")
	if first := sit(t, d, 80, 24).line(0); strings.Contains(first, "failing") {
		t.Errorf("the second line says it already: %q", first)
	}
}

func TestTheFeedViewBeginsWithWhatFails(t *testing.T) {
	d := summitDesk()
	for i := range 20 {
		d.health = append(d.health, FeedHealth{Feed: model.Feed{Name: "Demo Outlet " + itoa(i)}, State: model.FeedState{LastTry: d.now, LastSuccess: d.now, Items: 40, NextDue: d.now.Add(95 * time.Minute), Interval: 2 * time.Hour}})
	}
	last := &d.health[len(d.health)-1]
	last.State.Failures, last.State.LastError, last.State.LastStatus = 3, "the server answered 404", 404
	for _, h := range []int{16, 24} {
		r := sit(t, d, 60, h).press("F")
		r.sees("× Demo Outlet 19", "the server answered 404 (3 times in a row)", "answered 0 s ago · next in 1 h 35")
		if column(r.screen(), "Demo Outlet 19") > column(r.screen(), "Demo Wire") {
			t.Errorf("what fails comes last:\n%s", r.screen())
		}
		r.doesNotSee("every 2 h", "…")
	}
	sit(t, d, 160, 24).press("F").sees("40 items · every 2 h")
}

func TestAFeedThatIsNotThereSaysNothingAboutTheNetwork(t *testing.T) {
	d := newFakeDesk()
	for i := range d.health {
		d.health[i].State.Failures, d.health[i].State.LastError, d.health[i].State.LastStatus = 1, "the server answered 404", 404
	}
	sit(t, d, 100, 30).sees("No feed could be read; each says why.").doesNotSee("network seems")
	d.health[0].State.LastStatus, d.health[1].State.LastStatus = 0, 0
	for i := range d.health {
		d.health[i].State.LastError = "there is no host " + []string{"wire", "daily"}[i] + ".demo.example; check the spelling"
	}
	sit(t, d, 100, 30).sees("The network seems to be down: no server of 2 feeds can be reached", "× Demo Wire", "0/2 feeds, no network").doesNotSee("check the spelling", "No feed could be read")
}

func TestHomeAndEndMoveWithinAPage(t *testing.T) {
	r := sit(t, summitDesk(), 80, 24).press("?").doesNotSee("AS OF")
	top := r.screen()
	r.press("end").sees("100%").doesNotSee("AS OF")
	if r.press("home").screen() != top {
		t.Errorf("Home does not go back to the top:\n%s", r.screen())
	}
	r.press("esc", "home").sees("AS OF 20 May 10:40 AKDT")
	r = sit(t, summitDesk(), 120, 36).press("enter", "home") // beside the panes it leaves the keys to them
	r.sees("Evidence", "AS OF 20 May 10:40 AKDT")
}

func TestASignalReadsTheSameOnTheTimelineAndInTheList(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 40).press("home").sees("10:40  △ threatened ARL → BEL  secondary sanctions")
	r.press("L", "3", "s").sees("10:40  △ threatened ARL → BEL  secondary", "11:20  ◇ licensed   ARL → BEL  relief from")
	d = summitDesk()
	d.signal(talks(23, 5), "Demo Wire", "imposed", model.Pressure, "asset-freeze", "arland", "okoro")
	d.now = talks(23, 10)
	sit(t, d, 120, 40).press("end").sees("▲ IMPOSED ARL → Okoro  asset freeze")
}

func TestACorrectionIsSaidOnce(t *testing.T) {
	d := summitDesk()
	item := d.say(talks(23, 1), "Demo Wire", "maren", "Eleven points are open")
	d.now = talks(23, 10)
	d.correct(item, talks(23, 5), "CORRECTED-Maren: “Twelve points are open”")
	sit(t, d, 120, 36).press("end").sees("± corrected: Demo Wire, Maren: “Twelve").doesNotSee("CORRECTED-").press("v").sees("CORRECTED-Maren")
}

func TestHelpBeginsWithTheMarksAndExplainsEachOfThem(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		r := sit(t, summitDesk(), size[0], size[1]).press("?")
		for action, rung := range rungs {
			if action != "reimposed" { // looks like imposed
				r.sees(rung.glyph + " " + rung.word)
			}
		}
		for _, sure := range surenesses {
			r.sees(sure.glyph + " " + sure.word)
		}
		r.sees("·△··■·  ···◇···  over the signals to a target")
	}
}

func TestRowsCurlWhatEvidenceAndCopiesLeave(t *testing.T) {
	for plain, want := range map[string]string{
		`it's "all" over`:            `it’s “all” over`,
		`'a firm "no"' to both`:      `‘a firm “no”’ to both`,
		`the boats' crews and 'tis`:  `the boats’ crews and ’tis`,
		`"don't", the '90s, 'quay'.`: `“don’t”, the ’90s, ‘quay’.`,
		`‘as it was’ “and is”`:       `‘as it was’ “and is”`,
		`a 5" pipe`:                  `a 5” pipe`,
		`'`:                          `’`,
	} {
		if got := curled(plain); got != want {
			t.Errorf("%s became %s, want %s", plain, got, want)
		}
	}
	d := summitDesk()
	d.say(talks(22, 50), "Demo Wire", "okoro", "It isn't a 'treaty' yet")
	sit(t, d, 160, 36).sees("“It isn’t a ‘treaty’ yet”").press("enter").sees("“It isn't a 'treaty' yet”").press("y").sees("copied: “It isn't a 'treaty' yet” — Tobias Okoro")
}

func TestTheTypeOfAStatementStandsBeforeItsWordsEverywhere(t *testing.T) {
	d := newFakeDesk()
	d.typed(talks(22, 10), "okoro", "The door will close behind everyone who waits for a better offer from the other side of the lake", "threat", "asserted")
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 36}, {200, 60}} {
		sit(t, d, size[0], size[1]).sees("threat: “The door will")
	}
	sit(t, d, 120, 36).sees("everyone who waits for a better offer from…") // the other lines are as long as without
}

func TestWordsThatFitALineAreNotBroken(t *testing.T) {
	for text, want := range map[string]string{
		"of presidents":                  "of|presidents",
		"a harbourmaster's house":        "a harbourm|aster's|house", // no line holds the long one
		"the pilots wait for the ferry":  "the pilots|wait for|the ferry",
		"we harboured others":            "we|harboured|others",
		"for-the-time-being it is quiet": "for-the-ti|me-being|it is|quiet",
	} {
		if got := strings.Join(wrap(text, 10, 0), "|"); got != want {
			t.Errorf("%q wraps as %q, want %q", text, got, want)
		}
	}
}

func TestANarrowListKnowsEverybodyByTheirFamilyName(t *testing.T) {
	d := summitDesk()
	d.say(talks(22, 50), "Demo Wire", "okoro", "The tide turns at nine")
	sit(t, d, 100, 30).sees("○ Maren ", "○ Okoro ").doesNotSee("Ilse Maren", "Tobias Okoro")
	sit(t, d, 120, 36).sees("○ Ilse Maren ", "○ Tobias Okoro ")
}

func TestTwoThreatsReadApartWhereTheyDifferLate(t *testing.T) {
	d := summitDesk()
	d.signal(talks(22, 50), "Demo Wire", "threatened", model.Pressure, "secondary-sanctions-on-ships-that-carry-oil", "arland", "beland")
	sit(t, d, 120, 36).sees("secondary sanctions on", "ships that carry oil")
}

func TestSomebodyUnknownIsWrittenAsTheSourceWritesThem(t *testing.T) {
	d := summitDesk()
	d.add(talks(22, 50), "Demo Wire", "Arland threatens tariffs against the NQP and MacAllan", func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "threatened", Instrument: "tariff", Sender: "arland", Target: []string{"nqp", "macallan"}, Spans: span(title, "threatens tariffs"), Rule: "verb-instrument"}}
	})
	d.add(talks(22, 55), "Demo Daily", "LNQ ports shut to Arland", func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "announced", Instrument: "import-ban", Sender: "lnq-ports", Target: []string{"arland"}, Spans: span(title, "ports shut"), Rule: "verb-instrument"}}
	})
	r := sit(t, d, 120, 40).sees("ARL → NQP", "MacAllan").doesNotSee("Nqp", "nqp", "Macallan")
	r.sees("LNQ ports").press("3", "s").sees("LNQ ports → ARL").press("enter").sees("LNQ ports")
	for _, c := range [][3]string{{"the-quay", "They sail from The Quay.", "The Quay"}, {"nqp", "the NQPs and the nqp", ""}, {"nqp", "NQP", "NQP"}, {"long-name-here", "short", ""}} {
		if got := spelledIn(c[0], c[1]); got != c[2] {
			t.Errorf("%s in %q is %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestAnotherYearIsNamed(t *testing.T) {
	d := summitDesk()
	d.now = talks(23, 0).AddDate(0, 8, 0) // in January
	sit(t, d, 120, 36).sees("20 May ○").doesNotSee("May’31")
	r := sit(t, d, 120, 36).press("enter").sees("published 20 May 2031 14:30")
	r.press("home").sees("AS OF 20 May 2031 10:40 AKDT", "published 10:10")
	d.now = talks(23, 0).AddDate(2, 0, 0)
	sit(t, d, 120, 36).sees("May’31 ○").press("w", "w").sees("2031 – ")
}

func TestALookLaterThanTheMomentShownIsSaidToBe(t *testing.T) {
	d := summitDesk()
	d.look = talks(22, 0)
	r := sit(t, d, 120, 36).press("d").sees("Since 20 May 2031 14:00 AKDT", "3 new")
	r.press("left", "left").sees("Your last look (20 May 2031 14:00 AKDT) is later than this moment.", "L returns to live").doesNotSee("Nothing has changed", "We agreed on most points")
	r.press("L").sees("3 new", "We agreed on most points")
}

func TestAccountsOfATimeAreShortenedToWhatSetsThemApart(t *testing.T) {
	m := sit(t, summitDesk(), 120, 36).m
	for _, c := range []struct{ says, want string }{
		{"Tue 20 May 11:00 AKDT (planned)|Tue 20 May 11:26 AKDT", "11:00 planned|11:26"},
		{"Wed 21 May 11:00 AKDT|Wed 21 May 11:26 AKDT", "Wed 21 May 11:00|11:26"},
		{"Tue 20 May 11:00 CEST|Tue 20 May 11:26 CEST (planned)", "11:00|11:26 planned CEST"},
		{"Tue 20 May 11:00 AKDT|Wed 21 May 11:00 AKDT", "Tue 20 May 11:00 AKDT|Wed 21 May 11:00 AKDT"},
		{"Tue 20 May|Tue 20 May 11:00 AKDT", "Tue 20 May|Tue 20 May 11:00 AKDT"},
	} {
		if got := strings.Join(m.timesApart(strings.Split(c.says, "|")), "|"); got != c.want {
			t.Errorf("%s became %s, want %s", c.says, got, c.want)
		}
	}
}

func TestAVeryWideScreenHasRoomForWhatAnActorSaidLast(t *testing.T) {
	d := summitDesk()
	d.say(talks(22, 50), "Demo Wire", "okoro", "The ferry may leave at nine")
	row := sit(t, d, 300, 100).lineWith("▁  “The ferry may leave at nine”")
	if !strings.Contains(row, "Tobias Okoro") || !strings.Contains(row, "14:50 ") {
		t.Errorf("the row says %q", row)
	}
}

// A statement at the moment shown is seen under the cursor, and others at one time
// change no bar elsewhere.
func TestBarsStayWhatTheyAreAsMoreIsSaid(t *testing.T) {
	d := summitDesk()
	lane := func() string { return sit(t, d, 120, 36).lineWith("statements ·") }
	before, _, _ := strings.Cut(lane(), "│")
	for i := range 3 {
		d.say(talks(23, 0), "Demo Daily", "okoro", "Word "+itoa(i)+" of this very minute")
	}
	after := lane()
	if !strings.HasPrefix(after, before+"▆") {
		t.Errorf("three words of this minute in\n%s\nmake it\n%s", before, after)
	}
}

// Accounts stand beside each other, as many as have room; the next ones below them.
func TestSeveralAccountsStandSideBySide(t *testing.T) {
	m := New(summitDesk(), Options{Profile: colorprofile.NoTTY})
	var sides []model.ConflictSide
	for _, says := range []string{"it begins at nine", "it begins at ten", "it begins at noon, or so those say who wait at the quay since the early morning"} {
		sides = append(sides, model.ConflictSide{Says: says})
	}
	d := &doc{t: m.theme, w: 100}
	m.page = &page{kind: conflictsPage}
	m.sideBySide(d, sides, 2, 0, 0)
	for _, line := range d.lines {
		if width(line) != 100 {
			t.Errorf("%q is %d wide", line, width(line))
		}
	}
	text := strings.Join(d.lines, "\n")
	if !strings.Contains(d.lines[0], "it begins at nine") || !strings.Contains(d.lines[0], "│   it begins at ten") || strings.Contains(d.lines[0], "noon") || !strings.Contains(text, "early morning") {
		t.Errorf("written:\n%s", text)
	}
}

// A high screen on which nothing has arrived shows what is planned.
func TestAnEmptyDeskShowsItsAgendaWhereThereIsRoom(t *testing.T) {
	r := sit(t, newFakeDesk(), 160, 45).sees("Nothing has arrived yet", "4 Timeline", "One-on-one", "Working lunch").doesNotSee("┴")
	checkFrame(t, r.screen(), 160, 45)
	sit(t, newFakeDesk(), 80, 24).sees("Nothing has arrived yet").doesNotSee("Timeline")
}

func TestAWeekIsNamedByItsDaysAndTheCursorByItsTime(t *testing.T) {
	sit(t, summitDesk(), 120, 36).press("w").sees("Timeline · 19 May – 25 May 2031", "╵19 May", "▼Tue 15:00")
}

func TestWhoFollowsAPersonIsToldWhoSendsSignals(t *testing.T) {
	d := summitDesk()
	sit(t, d, 120, 36).press("1", "f").sees("following Ilse Maren", "No signal names Ilse Maren: states send", "f on Arland among")
	sit(t, d, 120, 36).press("1", "f", "x").sees("Nothing here matches")
}

func TestALargeHallHasALargeClock(t *testing.T) {
	hall := func(o *Options) { o.Present = true }
	sit(t, summitDesk(), 120, 36, hall).sees("▀█  █▀▀▀").doesNotSee("██████")
	r := sit(t, summitDesk(), 200, 60, hall).sees("  ████    ████████", "██    ██    Tuesday 20 May 2031", "AKDT   23:00 UTC")
	checkFrame(t, r.screen(), 200, 60)
}

// A target that nothing stands against is not worth a hall's time.
func TestAHallSeesNoNameWithNothingBehindIt(t *testing.T) {
	d := summitDesk()
	d.add(talks(22, 45), "Demo Wire", "Arland once put a ban on Okoro", func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "imposed", Instrument: "ban", Sender: "arland", Target: []string{"okoro"}, Historical: true, Spans: span(title, "ban")}}
	})
	sit(t, d, 200, 60, func(o *Options) { o.Present = true }).sees("Beland   △ threatened").doesNotSee("\n            Tobias Okoro  ")
}

// The parties of a case that is not the built-in one have colours, too.
func TestThePartiesOfAnyCaseHaveColoursOfTheirOwn(t *testing.T) {
	for name := range palettes {
		th := newTheme(name, colorprofile.TrueColor)
		th.seat([]string{"upland", "russia", "delta", "upland"})
		upland, delta := th.side("upland"), th.side("delta")
		if upland == "" || delta == "" || upland == delta || upland == th.side("russia") || delta == th.side("russia") {
			t.Errorf("%s: %q, %q and %q", name, upland, delta, th.side("russia"))
		}
		th.seat([]string{"a", "b", "c", "d", "e", "f", "g"}) // more than there are colours
		if th.side("g") != th.nobody {
			t.Errorf("%s: the seventh party has the colour %q", name, th.side("g"))
		}
	}
}
