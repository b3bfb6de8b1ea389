package ui

import (
	"strings"
	"testing"
	"time"

	"parley/model"
)

// lands has a feed tell when Maren landed.
func lands(d *fakeDesk, at time.Time, feed string, when time.Time) model.ItemID {
	return d.add(at, feed, "Maren lands at "+when.Format("15:04")+", "+feed+" says", func(rd *model.Reading, title string) {
		rd.Events = []model.Event{{In: model.InTitle, Kind: "arrival", Status: model.Done, Participants: []string{"maren"}, When: model.When{Start: when.Format(time.RFC3339), Precision: "minute"}, Spans: span(title, "lands")}}
	})
}

func TestAnAccountInAConflictLeadsToItsEvidenceAndBack(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 36}, {200, 60}} {
		d := newFakeDesk()
		lands(d, talks(18, 10), "Demo Wire", talks(18, 0))
		lands(d, talks(18, 20), "Demo Daily", talks(18, 45))
		r := sit(t, d, size[0], size[1]).press("c").sees("≠ Maren: arrival", "▌ Tue 20 May 10:00 AKDT", "evidence")
		checkFrame(t, r.screen(), size[0], size[1])
		for i, feed := range []string{"Demo Wire", "Demo Daily"} {
			if i > 0 {
				r.press("down").sees("▌ Tue 20 May 10:45 AKDT")
			}
			r.press("y").sees(feed + " says")
			r.press("enter")
			first := strings.Index(r.screen(), "Maren lands at")
			if first < 0 || !strings.Contains(r.screen()[first:first+60], feed) {
				t.Errorf("%v: not the report of %s in front:\n%s", size, feed, r.screen())
			}
			r.press("v").sees("1 version so far", feed).press("esc").sees("Conflicts")
		}
		r.press("esc").doesNotSee("Conflicts ")
	}
}

func TestTheCursorAmongConflictsStaysOnItsAccount(t *testing.T) {
	d := newFakeDesk()
	lands(d, talks(18, 10), "Demo Wire", talks(18, 0))
	lands(d, talks(18, 20), "Demo Daily", talks(18, 45))
	r := sit(t, d, 120, 36).press("c", "down").sees("▌ Tue 20 May 10:45 AKDT")
	d.say(talks(22, 50), "Demo Wire", "maren", "The quay is not open to ships of all Beland today")
	d.say(talks(22, 55), "Demo Daily", "maren", "The quay is open to ships of all Beland today")
	r.arrives().sees("▌ Tue 20 May 10:45 AKDT", "words of Ilse Maren")
	r.press("up", "up", "up").sees("▌ The quay is")
}

func TestTheChosenAccountOfManyIsSeen(t *testing.T) {
	d := newFakeDesk()
	for i := range 12 {
		lands(d, talks(18, i), []string{"Demo Wire", "Demo Daily"}[i%2], talks(10+i/2, 30*(i%2)))
	}
	r := sit(t, d, 80, 24).press("c")
	if r.m.choices() < 12 {
		t.Fatalf("%d accounts", r.m.choices())
	}
	for range 2 {
		for _, key := range []string{"down", "up"} {
			for range r.m.choices() {
				if r.press(key); !strings.Contains(r.screen(), "▌") {
					t.Fatalf("no account is chosen:\n%s", r.screen())
				}
			}
		}
	}
}

func TestAnEmptyDeskDoesNotSayThatAllAccountsAgree(t *testing.T) {
	sit(t, newFakeDesk(), 120, 36).press("c").sees("Nothing has arrived yet").doesNotSee("No two accounts")
}

func TestASettledConflictIsNamedAmongTheChangesAndLeadsToItsAccounts(t *testing.T) {
	d := newFakeDesk()
	d.look = talks(19, 0)
	lands(d, talks(18, 10), "Demo Wire", talks(18, 0))
	item := lands(d, talks(18, 20), "Demo Daily", talks(18, 45))
	d.revise(item, talks(20, 0), "WITHDRAWN: the landing", model.OpWithdrawn)
	r := sit(t, d, 120, 36).press("d").sees("1 settled", "12:00  ≠ Maren: arrival   time").doesNotSee("not on the board")
	r.press("down", "enter").sees("Conflicts", "settled 12:00").press("enter").sees("Evidence", "Maren lands at")
	r.press("esc").sees("Conflicts").press("esc").sees("1 settled").press("y").sees("nothing to copy here")
}
