package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

func TestSteppingBackTakesTheWholeScreenBack(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36)
	r.sees("LIVE", "Nothing is signed tonight", "We agreed on most points", "threatened", "licensed")
	r.press("left").sees("AS OF 20 May 14:40 AKDT")
	r.press("left").sees("AS OF 20 May 13:30 AKDT", "The harbour stays open").doesNotSee("Nothing is signed tonight", "We agreed on most points", "LIVE")
	r.press("home").sees("AS OF 20 May 10:40 AKDT", "We will talk first", "threatened").doesNotSee("The harbour stays open", "licensed")
	r.press("right").sees("AS OF 20 May 11:20 AKDT", "licensed").doesNotSee("The harbour stays open")
	r.press("L").sees("LIVE", "We agreed on most points").doesNotSee("AS OF")
}

func TestPastTheLastEventLiesThePresent(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("end").sees("AS OF 20 May 14:40 AKDT")
	r.press("right").sees("LIVE")
}

func TestEveryPaneStepsThroughTime(t *testing.T) {
	for _, pane := range []string{"1", "2", "3", "4"} {
		sit(t, summitDesk(), 120, 36).press(pane, "left", "left").sees("AS OF 20 May 13:30 AKDT")
	}
}

func TestFollowingAnActorStepsThroughTheirWords(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("2", "f").sees("following Ilse Maren")
	r.press("left", "left", "home").sees("AS OF 20 May 10:10 AKDT")
	r.press("right").doesNotSee("LIVE")
}

func TestEscComesHomeOneStepAtATime(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("left", "left", "enter").sees("Evidence", "AS OF")
	r.press("esc").doesNotSee("Evidence").sees("AS OF")
	r.press("esc").sees("LIVE")
}

func TestTheStepPutsTheCursorOnWhatHappened(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("home", "right")
	ref, _ := r.m.signals.row()
	row, ok := r.m.board.Signal(ref)
	if !ok || row.Signal.Action != "licensed" {
		t.Fatalf("the signals' cursor stands on %+v", row.Signal)
	}
}

func TestSteppingBySignalsSkipsTheRest(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36)
	r.press("{").sees("AS OF 20 May 11:20 AKDT")
	r.press("{").sees("AS OF 20 May 10:40 AKDT")
	r.press("}").sees("AS OF 20 May 11:20 AKDT")
}

func TestArrivalsNeverMoveTheLineBeingRead(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("j")
	before := r.line(6)
	cursor, _ := r.m.statements.row()
	d.now = talks(23, 5)
	for i := range 40 {
		d.say(talks(23, 1).Add(time.Duration(i)*time.Second), "Demo Wire", "maren", strings.Repeat("word ", 3)+itoa(i))
	}
	r.arrives().sees("40 new")
	if now, _ := r.m.statements.row(); now != cursor {
		t.Errorf("the cursor moved from %v to %v", cursor, now)
	}
	if after := r.line(6); strings.Split(after, "│")[1] != strings.Split(before, "│")[1] {
		t.Errorf("the line moved:\n%s\n%s", before, after)
	}
}

func TestAnUntouchedListShowsWhatArrives(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36)
	d.now = talks(23, 5)
	d.say(talks(23, 1), "Demo Wire", "okoro", "One more thing")
	r.arrives().sees("One more thing", "new")
}

func TestAFrozenScreenStandsStill(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("!").sees("FROZEN")
	d.now = talks(23, 5)
	d.say(talks(23, 1), "Demo Wire", "okoro", "One more thing")
	r.arrives().doesNotSee("One more thing").sees("more waiting")
	r.press("!").sees("One more thing")
}

func TestFollowingAnActorNarrowsThePanes(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("1", "j", "f")
	r.sees("following")
	shown := len(r.m.statements.rows)
	r.press("f").doesNotSee("following")
	if all := len(r.m.statements.rows); shown == 0 || all <= shown {
		t.Errorf("%d statements while following, %d without", shown, all)
	}
}

func TestSearchNarrowsAndClears(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("/", "text:harbour", "enter")
	r.sees("search “harbour”", "The harbour stays open").doesNotSee("Nothing is signed tonight ")
	r.press("backspace").sees("Nothing is signed tonight")
}

func TestASearchWithAPhraseAsksTheDesk(t *testing.T) {
	d := summitDesk()
	d.found = []model.ItemID{4}
	r := sit(t, d, 120, 36).press("/", `text:"stays`, "space", `text:open"`, "enter")
	if len(d.asked) != 1 || d.asked[0] != `"stays open"` {
		t.Fatalf("the desk was asked %q", d.asked)
	}
	r.sees("The harbour stays open")
	if n := len(r.m.statements.rows); n != 1 {
		t.Errorf("%d statements match", n)
	}
}

func TestABadSearchSaysWhatIsWrong(t *testing.T) {
	sit(t, summitDesk(), 120, 36).press("/", "text:nosuch:thing", "enter").sees("search, column 1:", "We agreed on most points")
}

func TestEvidenceShowsSentenceSourceAndCertainty(t *testing.T) {
	sit(t, summitDesk(), 120, 36).press("enter").sees("Evidence", "Ilse Maren", "president of Arland", "Demo Wire", "Certainty", "single source", "name-colon-quote", "https://demo.example/7")
}

func TestTheFooterShowsWhatWasCopied(t *testing.T) {
	sit(t, summitDesk(), 200, 50).press("y").sees("copied: “We agreed on most points” — Ilse Maren, Demo Wire, 20 May 2031 14:30 AKDT (22:30 UTC) https://demo.example/7")
}

func TestNextUnseenGoesThroughWhatIsNew(t *testing.T) {
	d := summitDesk()
	d.look = talks(22, 0)
	r := sit(t, d, 120, 36).sees("3 new")
	r.press("n").sees("2 new").press("n").sees("1 new")
	r.press("n").sees("nothing new", "press appearance under way", "event-noun")
	r.press("n").sees("nothing unseen is left")
}

func TestTheReplaySaysSoAtAllTimes(t *testing.T) {
	d := summitDesk()
	p := &fakePlayer{speed: 60, caption: "Watch the second lane"}
	d.player = p
	r := sit(t, d, 120, 36).sees("REPLAY ×60", "Watch the second lane").doesNotSee("LIVE")
	r.press(">").sees("REPLAY ×120").press("space").sees("REPLAY ×120 paused")
	r.press("left").sees("REPLAY · AS OF")
}

func TestTheClockGoesThroughItsZones(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36, localIs(mustZone(t, "Asia/Tokyo"))).sees("14:30")
	r.press("t", "t").sees("UTC", "22:30").press("t").sees("MSK", "01:30")
}

func TestTheFeedViewSaysWhyAFeedFails(t *testing.T) {
	d := summitDesk()
	d.health[1].State.Failures, d.health[1].State.LastError = 3, "the server answered 503"
	sit(t, d, 120, 36).sees("1/2 feeds", "1 failing").press("F").sees("Demo Daily", "the server answered 503 (3 times in a row)")
}

func TestAnEmptyDeskExplainsItself(t *testing.T) {
	d := newFakeDesk()
	d.health[0].Asking, d.health[0].State.LastTry = true, time.Time{}
	d.health[1].State.Failures, d.health[1].State.LastError = 1, "no such host"
	r := sit(t, d, 100, 30, func(o *Options) { o.ConfigPath = "/home/demo/parley.toml" })
	r.sees("Nothing has arrived yet", "asking", "no such host", "parley demo", "/home/demo/parley.toml")
}

func TestHelpNamesEveryAction(t *testing.T) {
	r := sit(t, summitDesk(), 220, 60).press("?")
	for _, b := range defaultBindings {
		r.sees(b.help)
	}
}

func TestASmallTerminalGetsANote(t *testing.T) {
	r := sit(t, summitDesk(), 20, 5)
	if got := strings.Join(strings.Fields(r.screen()), " "); !strings.Contains(got, "Parley needs 40×10") {
		t.Errorf("got %q", got)
	}
}

func TestKeysCanBeChangedAndFaultsAreNamed(t *testing.T) {
	for name, keys := range map[string][]string{`no key "ctrl+banana"`: {"ctrl+banana"}, `no key is left for "mute"`: {"M"}} {
		if _, err := NewKeyMap(map[string][]string{"copy": keys}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v: %v", keys, err)
		}
	}
	k, err := NewKeyMap(map[string][]string{"copy": {"ctrl+y"}, "help": {"y"}})
	if err != nil || k.byKey["y"] != "help" || k.byKey["ctrl+y"] != "copy" {
		t.Errorf("keys %v, %v; err %v", k.byKey["y"], k.byKey["ctrl+y"], err)
	}
	if _, err := NewKeyMap(map[string][]string{"copy": {"u"}, "help": {"u"}, "fly": {"b"}}); err == nil || !strings.Contains(err.Error(), `"fly"`) || !strings.Contains(err.Error(), `"u"`) {
		t.Errorf("err %v", err)
	}
}

func TestNoDefaultKeyIsBoundTwice(t *testing.T) {
	seen := map[string]action{}
	for _, b := range defaultBindings {
		for _, k := range b.keys {
			if other, taken := seen[k]; taken {
				t.Errorf("%q is bound to %s and %s", k, other, b.action)
			}
			seen[k] = b.action
			if _, err := keyPresses(k); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestTypingInThePromptIsNotTakenForKeys(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("/", "text:quiet").sees("search: quiet")
	if r.m.quitting {
		t.Error("q in the prompt quit the program")
	}
	r.press("esc").doesNotSee("search:")
}

func TestTheMousePutsTheCursorAndOpens(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36)
	r.sees("LIVE")
	rect, _ := r.m.lay.find(statementsPane)
	click := tea.MouseClickMsg{X: rect.x + 5, Y: rect.y + 2, Button: tea.MouseLeft}
	r.m.send(click)
	if r.m.statements.cur != 1 {
		t.Fatalf("the cursor is on row %d", r.m.statements.cur)
	}
	r.m.send(click)
	r.sees("Evidence", "Nothing is signed tonight")
}

func TestADeskThatOpensFilteredSaysSoAndOpensUpAgain(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36, func(o *Options) { o.Filter = "actor:okoro" })
	r.sees("search “actor:okoro”").doesNotSee("We agreed on most points")
	r.press("esc").doesNotSee("search “").sees("We agreed on most points")

	r = sit(t, summitDesk(), 120, 36, func(o *Options) { o.Filter = "before:never" })
	r.sees("search, column 8: ", "We agreed on most points")
}
