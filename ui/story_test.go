package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

// reader is a test's editor: presses keys, looks at the screen.
type reader struct {
	t *testing.T
	m *Model
	d *fakeDesk
}

// sit puts an editor before a desk, in plain text.
func sit(t *testing.T, d *fakeDesk, w, h int, opts ...func(*Options)) *reader {
	t.Helper()
	o := Options{Profile: colorprofile.NoTTY, Reader: "test", Zones: []string{"Europe/Moscow", "Europe/Kyiv"}}
	for _, f := range opts {
		f(&o)
	}
	m := New(d, o)
	m.still = true
	m.send(tea.WindowSizeMsg{Width: w, Height: h})
	m.settle(m.startFilter(), 0)
	return &reader{t, m, d}
}

func (r *reader) press(keys ...string) *reader {
	r.t.Helper()
	for _, k := range keys {
		presses, err := keyPresses(k)
		if err != nil {
			r.t.Fatal(err)
		}
		for _, p := range presses {
			r.m.send(p)
			r.m.frame()
		}
	}
	return r
}

// arrives wakes the screen, as the desk does after an arrival.
func (r *reader) arrives() *reader {
	r.m.send(wakeMsg{})
	return r
}

func (r *reader) screen() string { return r.m.frame() }

func (r *reader) line(n int) string { return strings.Split(r.screen(), "\n")[n] }

func (r *reader) sees(parts ...string) *reader {
	r.t.Helper()
	for _, p := range parts {
		if !strings.Contains(r.screen(), p) {
			r.t.Fatalf("the screen does not show %q:\n%s", p, r.screen())
		}
	}
	return r
}

func (r *reader) doesNotSee(parts ...string) *reader {
	r.t.Helper()
	for _, p := range parts {
		if strings.Contains(r.screen(), p) {
			r.t.Fatalf("the screen shows %q:\n%s", p, r.screen())
		}
	}
	return r
}

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

func TestThePaletteFindsActionsByName(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("ctrl+p", "text:conflic").sees("accounts that cannot both hold")
	r.press("enter").sees("Conflicts")
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

// sharedDesk is a desk on a record that another process polls.
type sharedDesk struct {
	*fakeDesk
	by, trouble, opening string
	grown                int64
}

func (d *sharedDesk) PolledBy() string { return d.by }
func (d *sharedDesk) Trouble() string  { return d.trouble }
func (d *sharedDesk) Opening() string  { return d.opening }
func (d *sharedDesk) Grown() int64     { return d.grown }

func TestAWakeForAFeedsHealthLeavesTheBoardAlone(t *testing.T) {
	d := &sharedDesk{fakeDesk: summitDesk()}
	m := New(d, Options{Profile: colorprofile.NoTTY})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	d.say(talks(22, 50), "Demo Wire", "okoro", "A late word")
	d.health[1].State.Failures = 1
	m.send(wakeMsg{})
	if got := m.frame(); !strings.Contains(got, "1 failing") || strings.Contains(got, "A late word") {
		t.Errorf("after a feed failed:\n%s", got)
	}
	d.grown++
	m.send(wakeMsg{})
	if got := m.frame(); !strings.Contains(got, "A late word") {
		t.Errorf("after an arrival:\n%s", got)
	}
	d.now = talks(23, 30)
	gen := m.gen
	m.send(tickMsg{m.ticking})
	if m.gen == gen || !m.board.At.Equal(d.now) {
		t.Errorf("a minute later the board is still as of %s", m.board.At)
	}
}

func TestAScreenThatOpensEarlyShowsTheRestWhenItIsThere(t *testing.T) {
	d := &sharedDesk{fakeDesk: newFakeDesk(), opening: "opening the record"}
	d.say(talks(22, 10), "Demo Wire", "okoro", "Nothing is signed tonight")
	m := New(d, Options{Profile: colorprofile.NoTTY, At: talks(22, 20)})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 120, Height: 36})
	if got := m.frame(); !strings.Contains(got, "opening the record…") || !strings.Contains(got, "Nothing is signed") {
		t.Errorf("while the record opens:\n%s", got)
	}
	d.say(talks(19, 50), "Demo Daily", "okoro", "The harbour stays open")
	d.grown--
	m.send(wakeMsg{})
	if got := m.frame(); strings.Contains(got, "The harbour stays open") {
		t.Errorf("an arrival changed what is shown of the past:\n%s", got)
	}
	d.opening, d.grown = "", 1
	m.send(wakeMsg{})
	if got := m.frame(); strings.Contains(got, "opening") || !strings.Contains(got, "The harbour stays open") {
		t.Errorf("when the record is open:\n%s", got)
	}
}

func TestTheHeaderSaysWhoPollsAndWhatIsWrongWithTheRecord(t *testing.T) {
	d := &sharedDesk{fakeDesk: summitDesk(), by: "process 7 on demo"}
	m := New(d, Options{Profile: colorprofile.NoTTY})
	m.still = true
	m.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	if got := m.frame(); !strings.Contains(got, "reading along: process 7 on demo polls") {
		t.Errorf("who polls:\n%s", got)
	}
	d.by, d.trouble = "", "the record: no space left on the disk, and a very long story about why that is so, and what to do"
	m.send(wakeMsg{})
	got := m.frame()
	if !strings.Contains(got, "no space left on the disk") || strings.Contains(got, "reading along") {
		t.Errorf("trouble comes first:\n%s", got)
	}
	checkFrame(t, got, 100, 30)
}

func TestADeskThatOpensFilteredSaysSoAndOpensUpAgain(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36, func(o *Options) { o.Filter = "actor:okoro" })
	r.sees("search “actor:okoro”").doesNotSee("We agreed on most points")
	r.press("esc").doesNotSee("search “").sees("We agreed on most points")

	r = sit(t, summitDesk(), 120, 36, func(o *Options) { o.Filter = "before:never" })
	r.sees("search, column 8: ", "We agreed on most points")
}
