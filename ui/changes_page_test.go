package ui

import (
	"strings"
	"testing"
)

func TestOfVeryManyChangesTheLatestAreListed(t *testing.T) {
	d := newFakeDesk()
	d.look = talks(10, 0)
	for i := range changesMost + 5 {
		d.say(talks(11, i), "Demo Wire", "maren", "Reply number "+itoa(i))
	}
	r := sit(t, d, 120, 36).press("d").sees("205 new", "… 5 earlier", "Reply number 5”").doesNotSee("Reply number 4”")
	r.press("end").sees("Reply number 204”")
}

func TestAChangeLeadsToItsEvidenceAndBack(t *testing.T) {
	d := summitDesk()
	d.look = talks(12, 0)
	item := d.say(talks(22, 45), "Demo Wire", "maren", "Grain sails at dawn")
	d.edit(item, talks(22, 50), "Ilse Maren: “Grain sails at noon”")
	r := sit(t, d, 120, 36).press("d").sees("1 edited", "evidence", "versions")
	r.press("v").sees("Versions", "silent edit").press("esc").sees("Since the last look")
	r.press("down", "enter").sees("Evidence", "We will talk first and judge later", "Needs one independent source")
	r.press("v").sees("Versions", "1 version so far").press("esc").sees("Since the last look")
	r.press("M")
	if len(d.marks) != 1 || d.marks[0].Verb != "mute" || d.marks[0].On.N != 1 {
		t.Errorf("%+v", d.marks)
	}
	r.press("esc").doesNotSee("Since the last look")
}

func TestTheCursorAmongChangesStaysOnItsRow(t *testing.T) {
	d := summitDesk()
	d.look = talks(12, 0)
	r := sit(t, d, 120, 36).press("d", "down")
	chosen := r.m.subject()
	d.edit(1, talks(22, 58), "Ilse Maren: “We will judge first and talk later”")
	r.arrives().sees("1 edited")
	if now := r.m.subject(); now != chosen {
		t.Errorf("the cursor stands on %v, before on %v", now, chosen)
	}
}

func TestTheChosenRowOfALongPageIsSeen(t *testing.T) {
	d := newFakeDesk()
	d.look = talks(10, 0)
	for i := range 60 {
		d.say(talks(11, i), "Demo Wire", "maren", "Reply number "+itoa(i))
	}
	r := sit(t, d, 120, 36).press("d")
	for range 59 {
		if r.press("down"); !strings.Contains(r.screen(), "▌") {
			t.Fatalf("no row is chosen:\n%s", r.screen())
		}
	}
	for range 59 {
		if r.press("up"); !strings.Contains(r.screen(), "▌") {
			t.Fatalf("no row is chosen:\n%s", r.screen())
		}
	}
	r.sees("60 new")
}

func TestTheChosenReportOfALongStoryIsSeen(t *testing.T) {
	d := newFakeDesk()
	for i := range 16 {
		d.say(talks(12, i), []string{"Demo Wire", "Demo Daily"}[i%2], "maren", "Grain ships leave the North Quay after the harbour talks, says pilot "+itoa(i))
	}
	r := sit(t, d, 120, 36).press("r").sees("16 items from 2 houses")
	for i := range 30 {
		if r.press([]string{"up", "down"}[i/15]); !strings.Contains(r.screen(), "▌") {
			t.Fatalf("no report is chosen:\n%s", r.screen())
		}
	}
}

func TestChangesInThePastAreThoseUpToItsMoment(t *testing.T) {
	d := summitDesk()
	d.look = talks(18, 0)
	d.edit(1, talks(22, 45), "Ilse Maren: “We will judge first and talk later”")
	r := sit(t, d, 120, 36).press("left", "left", "left").sees("AS OF 20 May 11:20")
	r.press("d").sees("and up to 20 May 2031 11:20 AKDT", "3 new", "We will talk first").doesNotSee("edited", "not on the board", "Nothing is signed")
	r.press("left").sees("2 new").press("L").sees("1 edited", "8 new").doesNotSee("and up to")
}

func TestANarrowListLeavesItsRoomToTheWords(t *testing.T) {
	d := summitDesk()
	d.look = talks(18, 0)
	sit(t, d, 40, 24).press("d").sees("▌ 10:10  Ilse Maren: “We will talk").press("esc", "G", "M", "U").sees("▌ 10:10  Demo Wire: Ilse Maren")
	d.say(talks(23, 0), "Demo Wire", "maren", "The quay is ours")
	d.now = talks(23, 0).AddDate(0, 0, 1)
	sit(t, d, 60, 24).press("d").sees("▌ 20 May 10:10  Ilse Maren")
}
