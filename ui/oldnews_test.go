package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// sanction reads a report as an imposed measure.
func sanction(rd *model.Reading, title string) {
	rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "imposed", Instrument: "tariff", Sender: "arland", Target: []string{"beland"}, Spans: span(title, "imposes a tariff"), Rule: "verb-instrument"}}
}

func TestOldNewsIsToldAsOfThen(t *testing.T) {
	d := newFakeDesk()
	d.addLate(talks(1, 0).AddDate(-3, -4, 10), talks(22, 50), "Demo Wire", "Arland imposes a tariff on Beland", sanction)
	r := sit(t, d, 200, 60).sees("Jan’28 ○ ▲ IMPOSED").doesNotSee("14:50  ○ ▲ IMPOSED")
	r.sees("14:50  ▲ IMPOSED ARL → BEL  tariff, published Jan’28") // when it came is what the timeline walks through
	r.press("3", "enter").sees("published 29 Jan 2028 16:00 AKST, seen 14:50")
	r.press("esc", "p").sees("Jan’28 ○ ▲ IMPOSED") // by publication it always was

	d = newFakeDesk()
	d.addLate(talks(22, 0).Add(-20*time.Hour), talks(22, 50), "Demo Wire", "Arland imposes a tariff on Beland", sanction)
	sit(t, d, 200, 60).sees("14:50  ○ ▲ IMPOSED") // what came out yesterday evening is news
}

func TestOldNewsIsNotRed(t *testing.T) {
	frame := func(published time.Time) (string, *theme) {
		d := newFakeDesk()
		d.addLate(published, talks(22, 50), "Demo Wire", "Arland imposes a tariff on Beland", sanction)
		m := New(d, Options{Profile: colorprofile.TrueColor, Theme: ThemeDark})
		m.still = true
		m.send(tea.WindowSizeMsg{Width: 120, Height: 36})
		return m.frame(), m.theme
	}
	news, th := frame(talks(22, 45))
	red := newLine(2).put(th.hard, "▲ ").done()
	if !strings.Contains(news, red) {
		t.Error("an imposed tariff is not red")
	}
	if old, _ := frame(talks(22, 45).AddDate(0, 0, -9)); strings.Contains(old, red) {
		t.Error("a tariff of nine days ago is red as if it came now")
	}
}

func TestAFirstLookSaysHowMuchStandsThere(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).sees("8 items, first look").doesNotSee("nothing new")
	d.now = talks(23, 5)
	d.say(talks(23, 1), "Demo Wire", "okoro", "One more thing")
	r.arrives().sees("1 new").doesNotSee("first look")
	r.press("N").sees("nothing new")
	d.look = talks(23, 0)
	sit(t, d, 120, 36).sees("1 new")
}

// What the first round brings was all seen in one minute: another clock tells it apart.
func TestAFirstLookNamesTheKeyToTheTimesOfPublication(t *testing.T) {
	r := sit(t, summitDesk(), 80, 24).sees("first look · p times as published")
	r.press("p").sees("first look").doesNotSee("times as published")
	r.press("p").sees("times as published").press("N").doesNotSee("times as published")
	sit(t, summitDesk(), 30, 16).doesNotSee("times as")
	sit(t, summitDesk(), 120, 36, func(o *Options) { o.Replay = true }).doesNotSee("times as published")
}

// The number is that of the moment shown, wherever the reader began.
func TestAFirstLookCountsWhatIsShown(t *testing.T) {
	d := summitDesk()
	early := sit(t, d, 120, 36, func(o *Options) { o.At = talks(20, 0) })
	n := d.Board(talks(20, 0), model.BySeen).Counts().Items
	if all := d.Board(time.Time{}, model.BySeen).Counts().Items; n == 0 || n == all {
		t.Fatalf("%d of %d items by then", n, all)
	}
	early.sees(model.Counted(n, "item", "items") + ", first look")
	early.press("end").sees("8 items, first look")
	early.press("home").sees("2 items, first look")
}

func TestWhatTheFirstRoundBringsIsNotNews(t *testing.T) {
	d := newFakeDesk()
	d.health[0].Asking, d.health[1].State.LastTry = true, time.Time{}
	r := sit(t, d, 120, 36).sees("Nothing has arrived yet")
	d.say(talks(22, 58), "Demo Wire", "okoro", "We are at the quay")
	d.now = talks(23, 1)
	r.arrives().sees("We are at the quay", "1 item, first look").doesNotSee("1 new", "•")
	d.health[0].Asking, d.health[1].State.LastTry = false, d.now
	d.say(talks(23, 1), "Demo Daily", "maren", "So are we")
	d.now = talks(23, 2)
	r.arrives().sees("So are we", "2 items, first look").doesNotSee("•")
	d.say(talks(23, 3), "Demo Daily", "maren", "Now we begin")
	d.now = talks(23, 4)
	r.arrives().sees("Now we begin", "1 new", "•")
}

func TestOldNewsDoesNotRing(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36, func(o *Options) {
		o.Ring = func(*model.Board, model.Ref) (string, bool) { return "words", true }
	})
	d.now = talks(23, 10)
	d.addLate(talks(23, 5).Add(-72*time.Hour), talks(23, 5), "Demo Wire", "Okoro: “Long ago”", func(rd *model.Reading, title string) {
		rd.Statements = []model.Statement{d.statement(title, "okoro", "Long ago", "assertion", "asserted")}
	})
	r.arrives().press("A").sees("words (silent)")
}

func TestAReportWithoutADateSaysSo(t *testing.T) {
	landed := func(rd *model.Reading, title string) {
		rd.Events = []model.Event{{In: model.InTitle, Kind: "arrival", Status: model.Done, Participants: []string{"maren"}, Spans: span(title, title)}}
	}
	d := newFakeDesk()
	d.addLate(time.Time{}, talks(22, 50), "Demo Wire", "Maren lands", landed)
	sit(t, d, 200, 60).press("4", "enter").sees("undated · seen 14:50")
	d = newFakeDesk()
	d.addLate(talks(22, 50).AddDate(-1, 0, 0), talks(22, 50), "Demo Wire", "Maren lands", landed)
	sit(t, d, 200, 60).sees("Maren: arrival, published May’30")
}

func TestAnActorWasHeardLastWhenThatCameOut(t *testing.T) {
	d := newFakeDesk()
	d.addLate(talks(1, 0).AddDate(-3, -4, 10), talks(22, 50), "Demo Wire", "Ilse Maren: “The quay is ours”", func(rd *model.Reading, title string) {
		rd.Statements = []model.Statement{d.statement(title, "maren", "The quay is ours", "assertion", "asserted")}
	})
	for _, w := range []int{80, 120, 200} {
		r := sit(t, d, w, 36).press("1")
		line := r.line(3)
		if actor, _, _ := strings.Cut(line, "│"); !strings.Contains(actor, "Ilse Maren") || !strings.Contains(actor, "Jan’28") {
			t.Errorf("%d wide: %q", w, actor)
		}
	}
}

// An outlet whose clock or whose day is wrong: what is pasted says so.
func TestADateThatIsYetToComeIsNotGivenForWhenItCameOut(t *testing.T) {
	d := newFakeDesk()
	d.addLate(talks(22, 0).AddDate(1, 0, 0), talks(22, 0), "Demo Wire", "Maren: “The quay is shut”", func(rd *model.Reading, title string) {
		rd.Statements = []model.Statement{d.statement(title, "maren", "The quay is shut", "assertion", "asserted")}
	})
	r := sit(t, d, 200, 40).press("2", "y").sees("Demo Wire, dated 20 May 2032 14:00 AKDT, here 20 May 2031 14:00 AKDT https://").doesNotSee("UTC)")
	r.press("enter").sees("dated 20 May 2032 14:00, after it was seen · seen 14:00 AKDT")
	r.press("v").sees("dated 20 May 2032 14:00, after it was seen · seen 14:00")
}
