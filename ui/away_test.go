package ui

import (
	"context"
	"strings"
	"testing"
	"time"

	"parley/model"
)

func TestAMutedItemIsFoundAgainAndHeard(t *testing.T) {
	d := summitDesk()
	d.say(talks(22, 50), "Demo Wire", "okoro", "A word too many")
	r := sit(t, d, 140, 36).sees("A word too many")
	r.press("M").doesNotSee("“A word too many”").sees("U lists what is muted")
	r.press("U").sees("Muted", "Demo Wire: Tobias Okoro: “A word too many”", "by test")
	r.press("M").sees("Nothing is muted", "heard again")
	r.press("esc").sees("“A word too many”")
}

func TestTheMutedListHasACursor(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 140, 36).press("M", "M").press("U")
	first := r.m.page.muted[1]
	r.press("down", "down", "M")
	if len(d.marks) != 3 || d.marks[2].Verb != "undo" || d.marks[2].On != first.On {
		t.Fatalf("marks %+v", d.marks)
	}
	if len(r.m.page.muted) != 1 {
		t.Errorf("%d are still muted, want 1", len(r.m.page.muted))
	}
}

func TestNothingMutedSaysHowToMute(t *testing.T) {
	sit(t, summitDesk(), 120, 36).press("U").sees("Nothing is muted. M on a row mutes")
}

func TestAHiddenPaneGivesItsRoomAndComesBackByItsNumber(t *testing.T) {
	d := summitDesk()
	for _, w := range []int{120, 200} {
		r := sit(t, d, w, 45).press("3").sees("Sanction signals")
		r.press("H").doesNotSee("Sanction signals").sees("Actors", "3 brings the pane back")
		checkFrame(t, r.screen(), w, 45)
		if d.saved["hidden"] != "3" {
			t.Errorf("saved %q", d.saved["hidden"])
		}
		r.press("1", "H").doesNotSee("Actors", "Sanction signals").sees("We agreed on most points")
		checkFrame(t, r.screen(), w, 45)
		r.press("enter").sees("Evidence", "We agreed on most points")
		checkFrame(t, r.screen(), w, 45)
		r.press("esc", "4", "H").doesNotSee("Timeline")
		again := sit(t, d, w, 45, func(o *Options) { o.Settings = d.saved }).doesNotSee("Actors", "Sanction signals", "Timeline")
		again.press("tab").sees("We agreed on most points")
		again.press("3").sees("Sanction signals").press("1").sees("Actors").press("4").sees("Timeline")
		if d.saved["hidden"] != "" {
			t.Errorf("saved %q", d.saved["hidden"])
		}
	}
}

func TestTheStatementsStay(t *testing.T) {
	sit(t, summitDesk(), 120, 36).press("2", "H").sees("Statements", "the statements stay")
}

func TestTheCaptionFollowsTheCursorOfTime(t *testing.T) {
	d := summitDesk()
	d.player = &fakePlayer{speed: 60, caption: "Watch the second lane", since: talks(22, 0)}
	r := sit(t, d, 120, 36).sees("Watch the second lane")
	r.press("left").sees("AS OF 20 May 14:40", "Watch the second lane")
	r.press("left").sees("AS OF 20 May 13:30").doesNotSee("Watch the second lane")
}

func TestTheTypeShowsOnlyWhereItSaysSomething(t *testing.T) {
	d := newFakeDesk()
	d.say(talks(22, 0), "Demo Wire", "maren", "The weather is fine")
	d.typed(talks(22, 10), "okoro", "The door will close", "threat", "conditional")
	d.typed(talks(22, 20), "maren", "It could have rained", "assertion", "conditional")
	for _, size := range [][2]int{{60, 16}, {80, 24}, {120, 36}, {200, 60}} {
		r := sit(t, d, size[0], size[1])
		r.sees("The weather is fine", "threat (if)", "conditional").doesNotSee("assertion")
	}
}

func TestSomebodyWithoutANameReadsWell(t *testing.T) {
	for _, c := range []struct {
		actor model.Actor
		text  string
		want  string
	}{
		{model.Actor{ID: model.Unknown}, "", "unclear who"},
		{model.Actor{ID: model.Unnamed}, "It", "unclear who"},
		{model.Actor{ID: model.Unnamed}, "harbour officials", "harbour officials"},
		{model.Actor{ID: model.Unnamed}, "", "unnamed sources"},
		{model.Actor{ID: "port-union", Name: "port-union"}, "", "Port Union"},
		{model.Actor{ID: "port-union"}, "", "Port Union"},
		{model.Actor{ID: "port-union", Name: "Port Union"}, "they", "Port Union"},
	} {
		s := model.Speaker{Phrase: model.Phrase{Text: c.text}}
		if got := speakerName(c.actor, s); got != c.want {
			t.Errorf("%s %q is %q, want %q", c.actor.ID, c.text, got, c.want)
		}
	}
}

func TestTheCursorsTimeStandsApartFromTheTicks(t *testing.T) {
	d := summitDesk()
	for minute := range 60 {
		d.now = talks(21, minute)
		axis := ""
		for _, l := range strings.Split(sit(t, d, 80, 24).screen(), "\n") {
			if strings.Contains(l, "▼") {
				axis = l
			}
		}
		want := "▼" + hm(d.now, time.FixedZone("AKDT", -8*3600))
		if !strings.Contains(axis, want+" ") || !strings.Contains(strings.SplitN(axis, "▼", 2)[0]+"|", " |") {
			t.Fatalf("at %s: %q", want, axis)
		}
		for _, label := range strings.Fields(strings.NewReplacer("╵", " ", "▼", " ", "!", " ").Replace(axis))[1:] {
			if len(label) != len("15:04") {
				t.Errorf("at %s a torn label %q: %q", want, label, axis)
			}
		}
	}
}

func TestAnItemWithoutATitleShowsItsWords(t *testing.T) {
	v := model.Version{Sighting: model.Sighting{Summary: "The  ferry\nleaves at noon."}}
	if got := titleOf(v); got != "The ferry leaves at noon." {
		t.Errorf("shown as %q", got)
	}
	v.Title = " Ferry leaves "
	if got := titleOf(v); got != "Ferry leaves" {
		t.Errorf("shown as %q", got)
	}
}

func TestALostTerminalStoresTheLastLook(t *testing.T) {
	d := summitDesk()
	ctx, cancel := context.WithCancel(context.Background())
	r := sit(t, d, 120, 36)
	d.now = talks(23, 10)
	r.press("down")
	d.now = talks(23, 40)
	d.say(talks(23, 39), "Demo Wire", "okoro", "Said to an empty chair")
	r.arrives()
	m := r.m
	cancel()
	if err := Left(ctx, m); err != nil {
		t.Fatal(err)
	}
	if len(d.looked) != 1 || !d.looked[0].Equal(talks(23, 10)) {
		t.Errorf("looked %v, want once, when the last key was pressed", d.looked)
	}
	m.quitting = true // q has stored it already
	if err := Left(ctx, m); err != nil || len(d.looked) != 1 {
		t.Errorf("looked %d times, %v", len(d.looked), err)
	}
}

func TestTheWelcomeTellsTheWholeReason(t *testing.T) {
	d := newFakeDesk()
	d.health[0].State.Failures, d.health[0].State.LastError = 1, "the server of the demo wire answered with a page about something else altogether; look for the address that ends in .xml"
	r := sit(t, d, 100, 30).sees("× Demo Wire", "look for the address", ".xml").doesNotSee("nothing new")
	checkFrame(t, r.screen(), 100, 30)
}

func TestAReplayDoesNotSayThatItsFeedsWait(t *testing.T) {
	d := summitDesk()
	d.player = &fakePlayer{speed: 60}
	for i := range d.health {
		d.health[i] = FeedHealth{Feed: d.health[i].Feed}
	}
	sit(t, d, 120, 36).press("F").sees("2 feeds, recorded", "A replay asks nobody").doesNotSee("not asked yet")
}
