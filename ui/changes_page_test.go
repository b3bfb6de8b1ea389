package ui

import "testing"

func TestOfVeryManyChangesTheLatestAreListed(t *testing.T) {
	d := newFakeDesk()
	d.look = talks(10, 0)
	for i := range changesMost + 5 {
		d.say(talks(11, i), "Demo Wire", "maren", "Reply number "+itoa(i))
	}
	r := sit(t, d, 120, 36).press("d").sees("205 new", "… 5 earlier", "Reply number 5”").doesNotSee("Reply number 4”")
	r.press("end").sees("Reply number 204”")
}
