package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"parley/model"
)

// chatter is a summit desk after which Okoro spoke many times in a minute.
func chatter(times int) *fakeDesk {
	d := summitDesk()
	for i := range times {
		d.say(talks(22, 41).Add(time.Duration(i)*time.Second), "Demo Wire", "okoro", remark(i))
	}
	return d
}

// remark is one that shares no word with another: the desk would take them for one.
func remark(i int) string {
	n := itoa(i)
	return "Quay" + n + " mist" + n + " lamp" + n + " rope" + n
}

func TestTheCursorTurnsThePage(t *testing.T) {
	r := sit(t, chatter(60), 120, 36)
	rect, _ := r.m.lay.find(statementsPane)
	for range rect.h - 2 {
		r.press("down").screen()
	}
	if r.m.statements.top != 0 {
		t.Fatalf("the page turned before its end: it begins with row %d", r.m.statements.top)
	}
	last := r.m.statements.cur
	r.press("down").sees(remark(59-last), remark(58-last))
	if r.m.statements.top != last {
		t.Errorf("the next page begins with row %d, want %d, the one that the cursor came from", r.m.statements.top, last)
	}
	r.press("up").screen()
	if r.m.statements.top != last {
		t.Errorf("going back a row turned the page")
	}
	r.press("up").screen()
	if r.m.statements.top >= last || r.m.statements.cur != last-1 {
		t.Errorf("the page before begins with row %d under a cursor on %d", r.m.statements.top, r.m.statements.cur)
	}
}

func TestTheHeadsOfThePartiesComeFirst(t *testing.T) {
	d := summitDesk()
	for i := range 5 {
		d.say(talks(22, 41+i), "Demo Wire", "beland", "Word of the ministry "+itoa(i))
	}
	r := sit(t, d, 200, 60).sees("principals, most heard")
	if got := strings.Join(r.m.actors.rows, " "); got != "maren okoro beland arland" && got != "okoro maren beland arland" {
		t.Errorf("the actors stand in the order %s", got)
	}
}

func TestAHallHearsEveryParty(t *testing.T) {
	r := sit(t, chatter(30), 120, 36).press("P")
	r.sees(remark(29), "Tobias Okoro", "Ilse Maren", "We agreed on most points")
}

func TestAHallReadsALadderToItsEnd(t *testing.T) {
	d := summitDesk()
	d.signal(talks(22, 45), "Demo Wire", "imposed", model.Pressure, "tariff", "arland", "beland")
	d.add(talks(22, 50), "Demo Wire", "Arland threatens", func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "threatened", Instrument: "asset-freeze", Sector: "shipping", Sender: "arland", Target: []string{"beland"}, Spans: span(title, "threatens"), Conditional: true,
			Condition: &model.Condition{Polarity: "unless", Trigger: "the harbour is opened to every ship that asks for it before the last day of the month"}}}
	})
	r := sit(t, d, 80, 40).press("P").sees("of the month")
	checkFrame(t, r.screen(), 80, 40)
}

func TestAWideScreenSaysWhatToWatch(t *testing.T) {
	d := summitDesk()
	d.health[1].State.Failures, d.health[1].State.LastError = 1, "no such host"
	r := sit(t, d, 200, 60).sees("To watch", "Working lunch", "no report that it was", "Demo Daily", "no such host")
	r.press("home").doesNotSee("no report that it was")
	sit(t, summitDesk(), 120, 36).doesNotSee("To watch")
}

func TestAVeryWideScreenShowsTheEvidenceOfTheRow(t *testing.T) {
	r := sit(t, summitDesk(), 240, 60).sees("Evidence", "https://demo.example/7")
	r.press("down").sees("https://demo.example/6").doesNotSee("https://demo.example/7")
	r.press("enter").sees("Esc closes").press("esc").sees("⏎ opens")
}

func TestEvidenceWaitsUntilTheCursorRests(t *testing.T) {
	r := sit(t, summitDesk(), 240, 60)
	r.m.still = false
	first := r.m.preview
	down := tea.KeyPressMsg{Code: tea.KeyDown}
	r.m.Update(down)
	r.m.Update(down)
	if r.m.preview != first {
		t.Fatal("the evidence follows a cursor that moves on")
	}
	r.m.Update(restedMsg{ref: first})
	if r.m.preview != first {
		t.Fatal("a rest that was broken off counts")
	}
	r.m.Update(restedMsg{ref: r.m.rowUnderCursor()})
	if r.m.preview != r.m.rowUnderCursor() {
		t.Error("the evidence does not follow a cursor that rests")
	}
}

func TestASmallScreenShowsTheWholeCaption(t *testing.T) {
	d := summitDesk()
	caption := "Both of them come out, and what they agreed on is not yet said."
	d.player = &fakePlayer{speed: 60, caption: caption}
	sit(t, d, 80, 24).sees(caption)
	sit(t, d, 80, 24).press("1", "f").sees("following").doesNotSee(caption)
}

func TestASignalIsReadToItsEndWhereThereIsRoom(t *testing.T) {
	d := summitDesk()
	d.add(talks(22, 50), "Demo Wire", "Arland threatens", func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "threatened", Instrument: "tariff", Sender: "arland", Target: []string{"beland"}, Spans: span(title, "threatens"), Conditional: true,
			Condition: &model.Condition{Polarity: "unless", Trigger: "the ferries run again by the end of the month"}}}
	})
	r := sit(t, d, 200, 60).sees("end of the month")
	checkFrame(t, r.screen(), 200, 60)
}

func TestASignalInANarrowPaneGoesOnBelowItsRung(t *testing.T) {
	d := newFakeDesk()
	d.signal(talks(22, 30), "Demo Wire", "threatened", model.Pressure, "export-controls-on-harbour-cranes", "arland", "beland")
	sit(t, d, 100, 30).sees("▏ 14:30  △ threatened export controls", "▏          on harbour cranes ")
}

func TestALongDescriptionOfASpeakerGoesOnBelow(t *testing.T) {
	d := summitDesk()
	d.add(talks(22, 50), "Demo Wire", "harbour staff on the quay", func(rd *model.Reading, title string) {
		rd.Statements = []model.Statement{{In: model.InTitle, Mode: model.Indirect, Type: "assertion", Modality: "asserted", Rule: "demo",
			Speaker: model.Speaker{Phrase: model.Phrase{Text: "harbour staff on the quay"}, Actor: model.Unnamed},
			Content: model.Phrase{Text: "the ferry is late", Spans: span(title, "quay")}}}
	})
	r := sit(t, d, 120, 36)
	r.sees("harbour", "on the quay").doesNotSee("harbour staff…")
}

func TestAThousandArrivalsDropNoKey(t *testing.T) {
	d := chatter(3)
	tm := start(t, d, 120, 36)
	tm.shows(t, "LIVE")
	tm.SendKey(uv.KeyPressEvent{Code: uv.KeyDown})
	before := tm.quiet()
	for i := range 1000 {
		d.say(talks(22, 50), "Demo Wire", "okoro", remark(1000+i))
	}
	d.wakes <- struct{}{}
	tm.SendText("f")
	tm.SendText("m")
	tm.shows(t, "following", "marked as checked")
	if sent := tm.quiet() - before; sent > 16_000 {
		t.Errorf("a thousand arrivals and two keys sent %d bytes: more than a frame for each key", sent)
	}
}

// Without its type a rejection would say what it rejects.
func TestTheLastWordsOfAnActorComeWithWhatHeDidWithThem(t *testing.T) {
	d := newFakeDesk()
	says := func(at time.Time, title, content, kind, cue string) {
		d.add(at, "Demo Wire", title, func(rd *model.Reading, title string) {
			rd.Statements = []model.Statement{{In: model.InTitle, Mode: model.Indirect, Speaker: model.Speaker{Actor: "okoro", Name: "Tobias Okoro"},
				Cue: model.Phrase{Text: cue}, Content: model.Phrase{Text: content, Spans: span(title, content)}, Type: kind, Modality: "asserted"}}
		})
	}
	says(talks(22, 10), "Okoro rejects the handing over of the northern quay", "the handing over of the northern quay", "rejection", "rejects")
	sit(t, d, 200, 60).press("1").sees("rejection: the handing over")
	says(talks(22, 20), "Okoro speaks of crates", "crates", "assertion", "speaks of")
	sit(t, d, 200, 60).press("1").sees("rejection: the handing over")
	d = newFakeDesk()
	says(talks(22, 20), "Okoro speaks of crates", "crates", "assertion", "speaks of")
	sit(t, d, 80, 24).press("1").sees("Okoro speaks of crates")
}
