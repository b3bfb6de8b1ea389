package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

func TestAFilterSetAtTheEndOfAListFillsThePane(t *testing.T) {
	r := sit(t, exchange(60), 120, 36)
	rect, _ := r.m.lay.find(statementsPane)
	r.press("G").screen()
	place, _ := r.m.statements.row()
	r.press("/", `text:tariff-3`, "enter").screen()
	r.press("backspace").screen()
	if now, _ := r.m.statements.row(); now != place {
		t.Errorf("after the filter was dropped the cursor stands on %v, before it was set on %v", now, place)
	}
	r.press("/", "text:actor:okoro", "enter").screen()
	shown := strings.Count(r.screen(), "Tobias Okoro")
	r.press("f").screen()
	if got := strings.Count(r.screen(), "Tobias Okoro"); got < min(shown, rect.h-2) {
		t.Errorf("%d rows show, %d did before the filter:\n%s", got, shown, r.screen())
	}
}

func TestAFilterThatLeavesAPageOfRowsShowsAllOfIt(t *testing.T) {
	d := exchange(60)
	for i := range 8 {
		d.say(talks(8, 10+i), "Demo Wire", "maren", "Reply number "+itoa(i))
	}
	r := sit(t, d, 120, 36).press("G")
	r.screen()
	r.press("/", "text:reply", "enter")
	for i := range 8 {
		r.sees("Reply number " + itoa(i))
	}
	r.doesNotSee("newer ↑")
}

func TestTheKeyThatQuitsClosesWhatIsOnTop(t *testing.T) {
	for _, page := range []string{"?", "F", "c", "d", "A", "U", "r", "a", "enter", "v"} {
		r := sit(t, summitDesk(), 120, 36).press(page)
		if r.m.page == nil {
			t.Fatalf("%s opened nothing", page)
		}
		if r.press("q"); r.m.quitting || r.m.page != nil {
			t.Errorf("q after %s: quitting %v, page %v", page, r.m.quitting, r.m.page)
		}
		if r.press("q"); !r.m.quitting {
			t.Errorf("a second q after %s does not quit", page)
		}
	}
	for _, open := range [][]string{{"?"}, {"ctrl+p"}, {"/", "text:word"}, {"E"}, {}} {
		if r := sit(t, summitDesk(), 120, 36).press(open...).press("ctrl+c"); !r.m.quitting {
			t.Errorf("ctrl+c after %v does not quit", open)
		}
	}
	if r := sit(t, summitDesk(), 120, 36).press("?", "ctrl+p", "text:quit", "enter"); !r.m.quitting {
		t.Error("quit by its name does not quit")
	}
}

func TestNextUnseenReadsOnInTimeAndCounts(t *testing.T) {
	d := summitDesk()
	d.look = talks(22, 59)
	d.now = talks(23, 30)
	for i := range 8 { // more than a ladder shows at once
		d.signal(talks(23, i), "Demo Wire", "threatened", model.Pressure, "tariff-"+itoa(i), "arland", "beland")
	}
	d.say(talks(23, 10), "Demo Wire", "okoro", "We shall answer")
	d.event(talks(23, 12), "Demo Daily", "departure", model.Done, "maren")
	r := sit(t, d, 120, 36).sees("10 new")
	for i := range 8 {
		r.press("n").sees(itoa(i+1)+" of 10 new, oldest first", "tariff "+itoa(i))
		if ref := r.m.subject(); ref.Kind != model.KindSignal {
			t.Fatalf("press %d leads to %v", i+1, ref)
		}
	}
	r.press("n").sees("9 of 10 new", "We shall answer")
	d.say(talks(23, 20), "Demo Wire", "maren", "One word more")
	r.arrives().press("n").sees("10 of 11 new", "Evidence")
	r.press("n").sees("11 of 11 new: that was the last", "One word more")
	r.press("n").sees("nothing unseen is left")
}

func TestNextUnseenCountsWhatTheFiltersLetThrough(t *testing.T) {
	d := summitDesk()
	d.look = talks(22, 0)
	r := sit(t, d, 120, 36).press("/", "text:actor:okoro", "enter", "n").sees("1 of 2 new", "Nothing is signed tonight")
	r.press("n").sees("2 of 2 new: that was the last").press("n").sees("nothing unseen is left with these filters")
}

func TestEveryPressOfTheClockShowsAnotherOne(t *testing.T) {
	for _, c := range []struct {
		local *time.Location
		want  []string
	}{
		{time.UTC, []string{"UTC", "MSK", "EEST", "AKDT"}},
		{mustZone(t, "America/Anchorage"), []string{"UTC", "MSK", "EEST", "AKDT"}},
		{mustZone(t, "Europe/Kyiv"), []string{"EEST", "UTC", "MSK", "AKDT"}},
		{mustZone(t, "Asia/Tokyo"), []string{"JST", "UTC", "MSK", "EEST", "AKDT"}},
	} {
		r := sit(t, summitDesk(), 120, 36, localIs(c.local))
		var got []string
		for range c.want {
			r.press("t").sees("clock: ")
			got = append(got, abbrev(r.m.moment(), r.m.loc()))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("local %s: %v, want %v", c.local, got, c.want)
		}
	}
}

// localIs gives the reader a zone.
func localIs(loc *time.Location) func(*Options) {
	return func(o *Options) { o.Local = loc }
}

func mustZone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestAPausedReplayShowsTheSpeedItWillHave(t *testing.T) {
	d := summitDesk()
	d.player = &fakePlayer{speed: 60, paused: true}
	r := sit(t, d, 120, 36).sees("REPLAY ×60 paused")
	r.press(">").sees("REPLAY ×120 paused", "speed ×120; Space plays")
	r.press("<", "<").sees("REPLAY ×30 paused")
	sit(t, d, 60, 16).sees("REPLAY ×30 paused")
}

func TestALinkThatDoesNotOpenIsShownWhole(t *testing.T) {
	d := summitDesk()
	long := "https://demo.example/" + strings.Repeat("a-long-way/", 12) + "end"
	d.dir = model.NewDirectory(fakeActors)
	for _, w := range []int{60, 80, 120} {
		r := sit(t, d, w, 24, func(o *Options) {
			o.OpenLink = func(string) error { return errors.New("no browser was found on this machine") }
		})
		r.m.settle(func() tea.Msg {
			return didMsg{err: errors.New("the link did not open; it is copied: " + long), copies: long}
		}, 0)
		checkFrame(t, r.screen(), w, 24)
		joined := strings.ReplaceAll(strings.ReplaceAll(r.screen(), "\n", ""), " ", "")
		if !strings.Contains(joined, long) {
			t.Errorf("at %d columns the link is cut:\n%s", w, r.screen())
		}
		r.press("j")
		if strings.Contains(r.screen(), "a-long-way") {
			t.Errorf("the notice stays after a key:\n%s", r.screen())
		}
	}
}

func TestWhatWasWrittenAnewWasNotWithdrawn(t *testing.T) {
	d := summitDesk()
	item := d.say(talks(22, 50), "Demo Wire", "okoro", "The quay is shut")
	history, err := d.texts.History(item)
	if err != nil {
		t.Fatal(err)
	}
	v := history[0]
	v.N, v.Title, v.Seen = 2, "Ships wait at the quay", talks(22, 58)
	d.texts.Put(v, model.Reading{})
	d.record.Add(v, model.Reading{})
	r := sit(t, d, 120, 36)
	plain := strings.Join(new(plainFacts).lines(New(d, Options{Profile: colorprofile.NoTTY})), "\n")
	for where, text := range map[string]string{"the pane": r.press("2", "g").screen(), "its evidence": r.press("enter").screen(), "plain lines": plain} {
		if strings.Contains(text, "withdrawn") || !strings.Contains(text, "edited out") {
			t.Errorf("%s:\n%s", where, text)
		}
	}
}

// cutOff is a desk that reaches no server.
func cutOff(d *fakeDesk) *fakeDesk {
	for i := range d.health {
		name := []string{"wire", "daily"}[i] + ".demo.example"
		d.health[i].State.Failures, d.health[i].State.LastError = 3, "there is no host "+name+"; check the spelling, and the network"
	}
	return d
}

func TestANetworkThatIsDownIsSaidInOneLine(t *testing.T) {
	d := cutOff(summitDesk())
	r := sit(t, d, 120, 36).sees("0/2 feeds, no network").press("F")
	r.sees("The network seems to be down: no server of 2 feeds can be reached (there is no host …).", "× Demo Wire", "× Demo Daily").doesNotSee("check the spelling")
	sit(t, d, 60, 16).sees("no network")
	sit(t, d, 200, 60).sees("× The network seems to be down").doesNotSee("× Demo Wire")
	d.health[1].State.LastError = "TLS: the server's certificate has run out"
	sit(t, d, 120, 36).press("F").sees("The network seems to be down", "the server's certificate has run out (3 times in a row)").doesNotSee("check the spelling")
	d.health[0].State.Failures, d.health[0].State.LastStatus = 0, 200
	r = sit(t, d, 120, 36).sees("1/2 feeds, 1 failing").press("F")
	r.doesNotSee("network").sees("the server's certificate has run out")
}

func TestAFeedThatFailedInAnOutageWaitsToBeAskedAgain(t *testing.T) {
	d := cutOff(summitDesk())
	r := sit(t, d, 120, 36).sees("0/2 feeds, no network")
	d.health[0].State = model.FeedState{LastStatus: 200, LastTry: d.now.Add(time.Minute), LastSuccess: d.now.Add(time.Minute)}
	r.arrives()
	r.sees("1/2 feeds, 1 to be asked again").doesNotSee("failing").press("F")
	r.sees("· Demo Daily", "failed while no server could be reached, and is still to be asked again").doesNotSee("there is no host")
	d.health[1].State.LastTry = d.now.Add(2 * time.Minute)
	r.arrives()
	r.sees("1/2 feeds, 1 failing", "× Demo Daily", "there is no host daily.demo.example").doesNotSee("asked again")
}

func TestAConditionIsSaidInANarrowColumnToo(t *testing.T) {
	d := newFakeDesk()
	d.typed(talks(22, 20), "maren", "It could have rained all day on the quay", "assertion", "conditional")
	d.typed(talks(22, 30), "okoro", "The door stays shut to all of them", "rejection", "asserted")
	for _, h := range []int{20, 30} {
		sit(t, d, 100, h).press("enter").sees("  14:20  ○ Ilse Maren  ", "           conditional: “It could")
	}
	sit(t, d, 120, 36).sees("conditional: “It could have rained")
}

func TestAKeyThatDoesNothingSaysWhereTheKeysAre(t *testing.T) {
	sit(t, summitDesk(), 120, 36).press("b").sees("b does nothing; ? shows the keys").press("j").doesNotSee("does nothing")
	sit(t, summitDesk(), 120, 36).press("f9").doesNotSee("does nothing")
}

func TestAFrozenReplayIsStillAReplay(t *testing.T) {
	d := summitDesk()
	d.player = &fakePlayer{speed: 60}
	sit(t, d, 120, 36).press("!").sees("REPLAY · ‖ FROZEN")
	sit(t, d, 80, 24).press("x").sees("corroborated or official")
}

func TestAnAlertNamesTheSpeakerOnce(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36, func(o *Options) {
		o.Ring = func(*model.Board, model.Ref) (string, bool) { return "Tobias Okoro speaks", true }
	})
	d.now = talks(23, 10)
	d.say(talks(23, 5), "Demo Wire", "okoro", "We shall see")
	r.arrives().press("A").sees("Tobias Okoro speaks", "  “We shall see”")
}

func TestAReplayThatHasEndedSaysSo(t *testing.T) {
	d := summitDesk()
	d.player = &fakePlayer{speed: 60, ended: true}
	r := sit(t, d, 120, 36).sees("REPLAY ended").doesNotSee("×60", "Space pause")
	r.press("space").sees("the recording has ended: ← steps back in it, Home goes to its start")
	r.press("home").sees("REPLAY · AS OF 20 May 10:40")
}

func TestASearchForNobodySaysSo(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("/", "text:actor:moren", "enter")
	r.sees("“moren”: did you mean actor:maren", "no event and no signal up to here matches the search")
	r.press("backspace").doesNotSee("did you mean")
}

func TestTheFooterAlwaysSaysHowToLeave(t *testing.T) {
	for _, w := range []int{60, 80, 100, 120} {
		r := sit(t, summitDesk(), w, 24)
		r.sees("q quit")
		if r.press("left"); !strings.Contains(r.line(23), "q quit") || width(strings.TrimRight(r.line(23), " ")) > w {
			t.Errorf("%d columns: %q", w, r.line(23))
		}
	}
}

func TestASearchForNothingSaysWhatToWrite(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36)
	r.screen()
	before := len(r.m.statements.rows)
	r.press("/", "(", "enter").sees("nothing is looked for: ( has no letter and no number; write words").doesNotSee("search: search")
	if r.m.query != "" || len(r.m.statements.rows) != before {
		t.Errorf("it narrowed to %q", r.m.query)
	}
}

func TestAFeedSaysWhyItIsAskedLessOftenThanItsEvery(t *testing.T) {
	d := summitDesk()
	h := &d.health[0]
	h.Feed.Every, h.State.Interval, h.State.IntervalWhy = 5*time.Second, 30*time.Second, "the config's floor"
	sit(t, d, 120, 36).press("F").sees("its every is 5 s, but it is asked every 30 s: the config's floor")
	h.State.Interval = 5 * time.Second
	sit(t, d, 120, 36).press("F").doesNotSee("its every is")
}
