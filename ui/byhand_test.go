package ui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

func TestMarkingCheckedAndTakingItBack(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("m").sees("marked as checked", "✓")
	r.press("m").doesNotSee("✓")
	if len(d.marks) != 2 || d.marks[1].Verb != "undo" {
		t.Errorf("marks: %+v", d.marks)
	}
}

func TestAFailedMarkSaysSo(t *testing.T) {
	d := summitDesk()
	d.failing = errDemo
	sit(t, d, 120, 36).press("m").sees("the mark was not stored: the demo disk is full")
	sit(t, d, 120, 36).press("B").sees("the brief was not written: the demo disk is full")
}

func TestFixingTheSpeakerByHand(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("e").sees("who spoke?", "▌  Ilse Maren", "president of Arland")
	r.press("text:okoro", "enter").sees("speaker set to Tobias Okoro")
	if len(d.marks) != 1 || d.marks[0].Verb != "speaker" || d.marks[0].Value != "okoro" || d.marks[0].By != "test" {
		t.Errorf("marks: %+v", d.marks)
	}
}

func TestReportsAreSplitOffAndStatementsJoined(t *testing.T) {
	d := newFakeDesk()
	words := "the lake treaty stands as it was signed last spring"
	d.say(talks(20, 0), "Demo Daily", fakeActors[0].ID, words)
	d.say(talks(20, 5), "Demo Wire", fakeActors[0].ID, words)
	r := sit(t, d, 120, 36).press("2", "S").sees("which report is to stand by itself?", "1 Demo Wire", "12:05  Ilse Maren")
	r.press("text:7").sees("nothing is called that").doesNotSee("⏎ take").press("esc").doesNotSee("which report", "stands by itself")
	r.press("S", "text:wire", "enter").sees("the report of Demo Wire stands by itself")
	count := func(want int) {
		t.Helper()
		if n := len(d.Board(time.Time{}, model.BySeen).Statements(model.Filter{})); n != want {
			t.Fatalf("%d statements, want %d", n, want)
		}
	}
	count(2)
	r.press("J").sees("now go to the statement that it belongs to").press("down", "J").sees("joined: one statement now")
	count(1)
	r.press("J").sees("the statements are apart again")
	count(2)
	r.press("g", "S").sees("the report is back with its statement")
	count(1)
	if len(d.marks) != 4 || d.marks[0].Verb != "split" || d.marks[1].Verb != "join" || d.marks[2].Verb != "undo" || d.marks[3].Verb != "undo" {
		t.Errorf("marks: %+v", d.marks)
	}
}

func TestAnEditorSeesAStoryAndTakesItApartByHand(t *testing.T) {
	d := summitDesk()
	d.say(talks(22, 50), "Demo Wire", "okoro", "Nothing is signed tonight, and nothing will be")
	d.say(talks(22, 55), "Demo Daily", "okoro", "Nothing is signed tonight, and nothing will be")
	r := sit(t, d, 120, 40)
	r.press("r").sees("Story", "from ", "takes the chosen one out")
	before := len(r.m.board.StoryItems(r.m.page.story))
	if before < 2 {
		t.Fatalf("the story under the cursor has %d items", before)
	}
	for range before {
		r.press("down")
	}
	r.press("S").sees("the item is out of this story")
	if n := len(r.m.board.StoryItems(r.m.page.story)); n != before-1 {
		t.Errorf("%d items are left of %d", n, before)
	}
	r.press("u").sees("taken back: split")
	if n := len(r.m.board.StoryItems(r.m.page.story)); n != before {
		t.Errorf("%d items of %d are back", n, before)
	}
	r.press("M").sees("story muted", "muted by hand").press("M").sees("taken back")
}

func TestPositionsTellWhereAnActorTurned(t *testing.T) {
	d := summitDesk()
	d.takes(talks(22, 50), "maren", "we will close the strait", "threat", "ceasefire")
	d.takes(talks(22, 55), "maren", "ships may pass the strait by night", "offer", "ceasefire")
	r := sit(t, d, 120, 40)
	r.press("a").sees("Positions", "Ilse Maren", "ceasefire", "we will close the strait", "↳ threat softened to offer", "ships may pass the strait by night")
	r.press("a").doesNotSee("↳")
}

func TestTheHandTakesOnlyWhatItKnows(t *testing.T) {
	r := sit(t, summitDesk(), 120, 40)
	r.press("E").sees("what kind of statement is it?", "assertion").press("text:bogus").sees("nothing is called that").doesNotSee("⏎ take").press("esc")
	if len(r.d.marks) != 0 {
		t.Errorf("marks: %+v", r.d.marks)
	}
	r.press("E", "text:threat", "enter").sees("type set to threat", "threat: ").press("u").sees("taken back: type threat")
	r.press("e", "text:zzz").sees("nothing is called that").doesNotSee("⏎ take").press("esc")
	r.press("e", "text:bel", "enter").sees("speaker set to Beland").press("u").sees("taken back: speaker Beland")
	r.press("e", "text:president", "space", "text:of", "space", "text:b", "enter").sees("speaker set to Tobias Okoro")
	r.press("u").sees("taken back: speaker Tobias Okoro")
	r.press("u").sees("nothing of yours is left to take back")
}

func TestEvidenceSaysOnceWhoDidWhatByHand(t *testing.T) {
	r := sit(t, summitDesk(), 120, 40).press("m", "i", "text:ask", "space", "text:again", "enter").sees("noted: “ask again”")
	r.press("enter").sees("✓ checked by test, 20 May", "✎ note “ask again” by test")
	if n := strings.Count(r.screen(), "checked by"); n != 1 {
		t.Errorf("it says %d times who checked it:\n%s", n, r.screen())
	}
	r.press("u").sees("taken back: note “ask again”")
	two := sit(t, summitDesk(), 120, 40).press("J", "down", "J").sees("joined")
	two.press("u").sees("taken back: join ").doesNotSee("statement:")
}

// In so many columns nothing of it fits in one line.
func TestEvidenceAndANoteAreReadWholeInANarrowTerminal(t *testing.T) {
	d := newFakeDesk()
	d.add(talks(22, 10), "Demo Daily", "Maren: “The quay stays open to every ship of Beland”", func(rd *model.Reading, title string) {
		s := d.statement(title, "maren", "The quay stays open to every ship of Beland", "promise", "asserted")
		s.Topics = []string{"shipping", "harbour dues", "passage of grain", "insurance of cargo"}
		rd.Statements = []model.Statement{s}
	})
	for _, w := range []int{40, 60, 80} {
		note := "ring the harbour master about 日本語 papers before the second edition, and ask for the list of ships"
		r := sit(t, d, w, 60).press("2", "i")
		r.m.send(tea.PasteMsg{Content: note})
		r.press("enter", "enter")
		checkFrame(t, r.screen(), w, 60)
		_, page, _ := strings.Cut(r.screen(), "Esc closes")
		page, _, _ = strings.Cut(page, "Timeline")
		said := strings.Join(strings.Fields(page), " ")
		for _, want := range []string{"note “" + note + "” by test, 20 May 15:00", "About shipping, harbour dues, passage of grain, insurance of cargo", "published 14:10 · seen 14:10 AKDT · version 1"} {
			if !strings.Contains(said, want) {
				t.Errorf("%d columns: %q is cut:\n%s", w, want, r.screen())
			}
		}
		r.press("esc", "u")
	}
}

func TestWhatOneEditorCheckedStaysCheckedByThem(t *testing.T) {
	d := summitDesk()
	ada := sit(t, d, 120, 36, func(o *Options) { o.Reader = "ada" }).press("m").sees("marked as checked")
	bo := sit(t, d, 120, 36, func(o *Options) { o.Reader = "bo" }).press("m").sees("marked as checked")
	bo.press("m").sees("taken back", "✓")
	ada.arrives().press("m").sees("taken back").doesNotSee("✓")
}

func TestACorrectionIsAcknowledgedAndTakenBack(t *testing.T) {
	d := summitDesk()
	item := d.say(talks(22, 50), "Demo Wire", "okoro", "The quay is shut")
	d.correct(item, talks(22, 58), "Tobias Okoro: “The quay is open”")
	d.look = talks(22, 55)
	r := sit(t, d, 120, 36).sees("1 corrected")
	r.press("m").sees("the correction is acknowledged").doesNotSee("1 corrected")
	r.press("enter").sees("✓ correction acknowledged by test")
	r.press("u").sees("taken back: correction acknowledged", "1 corrected")
	r.press("esc", "m").sees("the correction is acknowledged").press("m").sees("marked as checked")
}

func TestAWithdrawalIsAcknowledgedAndNeverChecked(t *testing.T) {
	d := summitDesk()
	item := d.say(talks(22, 50), "Demo Wire", "okoro", "The quay is shut")
	d.revise(item, talks(22, 58), "WITHDRAWN: the quay", model.OpWithdrawn)
	d.look = talks(22, 55)
	r := sit(t, d, 120, 36).press("m").sees("the correction is acknowledged").doesNotSee("1 corrected")
	r.press("m").sees("taken back", "1 corrected")
}

func TestWhatIsDoneByHandInThePastIsDoneOnce(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("left", "m").sees("marked as checked; it shows from now on, not as of a moment before")
	r.press("m").sees("taken back").press("M").sees("item muted").press("M").sees("taken back")
	if len(d.marks) != 4 || d.marks[1].Verb != "undo" || d.marks[3].Verb != "undo" {
		t.Errorf("marks: %+v", d.marks)
	}
}

func TestANoteThatIsNotStoredStandsInThePromptAgain(t *testing.T) {
	d := summitDesk()
	d.failing = errDemo
	r := sit(t, d, 120, 40).press("i", "text:ask", "space", "text:again", "enter")
	r.sees("the mark was not stored: "+errDemo.Error(), " note: ask again")
	checkFrame(t, r.screen(), 120, 40)
	d.failing = nil
	r.press("enter").sees("noted: “ask again”").doesNotSee(errDemo.Error())
}

func TestJoiningTheWordsOfTwoSpeakersSaysSo(t *testing.T) {
	r := sit(t, summitDesk(), 120, 36).press("2", "J", "down", "J")
	r.sees("joined, though of two speakers, Ilse Maren and Tobias Okoro; u takes it back")
	r.press("u").sees("taken back: join")
}

// The key may be pressed days later, with the cursor elsewhere.
func TestWhatIsTakenBackIsNamedWithItsRowAndDay(t *testing.T) {
	d := summitDesk()
	r := sit(t, d, 120, 36).press("2", "m", "down", "E", "text:threat", "enter").sees("type set to threat").press("g")
	r.press("u").sees("taken back: type threat on Tobias Okoro: “Nothing is signed tonight”").doesNotSee(", of 20 May")
	d.now = d.now.AddDate(0, 0, 2)
	r.press("G", "u").sees("taken back: checked on Ilse Maren: “We agreed on most points”, of 20 May 2031 15:00 AKDT")
}

// Who takes a statement up and is called away would join it to another hours later.
func TestAStatementThatWasTakenUpIsSeenToBeSoAndCanBeLeft(t *testing.T) {
	sit(t, summitDesk(), 40, 24).press("2", "J", "down").sees("J join here", "q quit")
	for _, w := range []int{60, 80, 120} {
		d := summitDesk()
		r := sit(t, d, w, 24).press("2", "J").sees("now go to the statement")
		r.press("down").sees("J join here", "Esc leave apart", "q quit")
		r.press("enter").sees("Evidence").press("esc").sees("J join here")
		r.press("esc").doesNotSee("J join here", "leave apart")
		r.press("J").sees("now go to the statement").press("esc", "r", "J").sees("now open the story").press("esc").sees("r story to join", "Esc leave apart")
		if r.press("esc").doesNotSee("to join"); len(d.marks) > 0 {
			t.Errorf("%d columns: joined: %+v", w, d.marks)
		}
	}
}
