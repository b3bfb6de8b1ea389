package model

import "testing"

func TestAnOutageIsToldFromFeedsThatFail(t *testing.T) {
	gone := func(host string) Try {
		return Try{URL: "https://" + host + "/rss", Outcome: OutcomeFailed, Error: "there is no host " + host + "; check the spelling"}
	}
	slow := Try{URL: "https://slow.demo.example/rss", Outcome: OutcomeFailed, Error: "no answer in 30 s"}
	answered := Try{URL: "https://up.demo.example/rss", Status: 404, Outcome: OutcomeFailed, Error: "answered 404"}
	barred := Try{URL: "https://barred.demo.example/rss", Outcome: OutcomeRefused, Error: "a private address"}
	for _, c := range []struct {
		name  string
		tries []Try
		down  bool
		feeds int
	}{
		{"nothing asked", nil, false, 0},
		{"one feed alone", []Try{gone("one.demo.example")}, false, 1},
		{"two feeds of one host", []Try{gone("one.demo.example"), gone("one.demo.example")}, false, 2},
		{"three feeds of one host", []Try{gone("one.demo.example"), gone("one.demo.example"), gone("one.demo.example")}, true, 3},
		{"two hosts", []Try{gone("one.demo.example"), gone("two.demo.example")}, true, 2},
		{"for different reasons", []Try{gone("one.demo.example"), slow, gone("two.demo.example")}, true, 3},
		{"one that may not be asked", []Try{barred, gone("one.demo.example"), gone("two.demo.example")}, true, 2},
		{"one server answered, if only to say no", []Try{gone("one.demo.example"), gone("two.demo.example"), answered}, false, 0},
	} {
		if o := OutageOf(c.tries); o.Down != c.down || o.Feeds != c.feeds {
			t.Errorf("%s: %+v", c.name, o)
		}
	}
	if o := OutageOf([]Try{slow, slow, slow}); o.String() != "the server of all 3 feeds, or the network, seems to be down (no answer in 30 s)" {
		t.Errorf("says %q of one host", o)
	}
	o := OutageOf([]Try{gone("one.demo.example"), slow, gone("two.demo.example")})
	if !o.Explains(gone("three.demo.example")) || o.Explains(slow) || o.Explains(Try{}) {
		t.Error("the reason that most have explains those, and no other")
	}
	if want := "the network seems to be down: no server of 3 feeds can be reached (there is no host …)"; o.String() != want {
		t.Errorf("says %q, want %q", o, want)
	}
}
