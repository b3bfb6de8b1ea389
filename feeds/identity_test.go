package feeds

import (
	"testing"
	"time"

	"parley/model"
)

func TestCanonicalLink(t *testing.T) {
	cases := []struct{ in, want string }{
		{"https://Demo.Example/a?utm_source=rss&id=7&at_medium=RSS#top", "https://demo.example/a?id=7"},
		{"https://demo.example/a?fbclid=x", "https://demo.example/a"},
		{"https://demo.example:443/a?", "https://demo.example/a"},
		{"http://demo.example:8080/a", "http://demo.example:8080/a"},
		{"https://demo.example", "https://demo.example/"},
		{"https://user:secret@demo.example/a", "https://demo.example/a"},
		{"https://demo.example/#!/a", "https://demo.example/#!/a"},
		{"https://demo.example/a?b=%20&a=1", "https://demo.example/a?b=%20&a=1"},
		{"ftp://demo.example/a", ""},
		{"javascript:alert(1)", ""},
		{"", ""},
	}
	for _, c := range cases {
		got := CanonicalLink(c.in)
		if got != c.want {
			t.Errorf("%q becomes %q, want %q", c.in, got, c.want)
		}
		if again := CanonicalLink(got); again != got {
			t.Errorf("%q becomes %q the second time", got, again)
		}
	}
}

// Two items are one story, or they are not, whatever else changed.
func TestIdentity(t *testing.T) {
	item := func(guid, link, title string) model.Sighting {
		return model.Sighting{GUID: guid, Link: link, Title: title, DateFrom: model.DateFirstSeen}
	}
	cases := []struct {
		name string
		a, b model.Sighting
		same bool
	}{
		{"a revision", item("https://demo.example/a#0", "", "x"), item("https://demo.example/a#3", "", "y"), true},
		{"another story", item("https://demo.example/a#0", "", "x"), item("https://demo.example/b#0", "", "x"), false},
		{"a number sign that is no revision", item("ticket#1", "", "x"), item("ticket#2", "", "y"), false},
		{"a new headline under one guid", item("id-1", "https://demo.example/a", "x"), item("id-1", "https://demo.example/a-2", "y"), true},
		{"tracking", item("", "https://demo.example/a?utm_medium=x", "x"), item("", "http://demo.example/a#y", "y"), true},
		{"another page", item("", "https://demo.example/?p=1", "x"), item("", "https://demo.example/?p=2", "x"), false},
		{"the same words", item("", "", "Envoys meet"), item("", "", "Envoys meet"), true},
		{"other words", item("", "", "Envoys meet"), item("", "", "Envoys part"), false},
	}
	for _, c := range cases {
		a := identify([]model.Sighting{c.a}, false)[0].Identity
		b := identify([]model.Sighting{c.b}, false)[0].Identity
		if a == "" || (a == b) != c.same {
			t.Errorf("%s: %q and %q", c.name, a, b)
		}
	}
}

func TestIdentityWithinOneBody(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2025, 8, 15, hour, 0, 0, 0, time.UTC) }
	cases := []struct {
		name  string
		items []model.Sighting
		want  []string // titles that stay
	}{
		{"one guid for different stories", []model.Sighting{
			{GUID: "x", Link: "https://demo.example/1", Title: "One"}, {GUID: "x", Link: "https://demo.example/2", Title: "Two"}}, []string{"One", "Two"}},
		{"one guid, no links", []model.Sighting{{GUID: "x", Title: "One"}, {GUID: "x", Title: "Two"}}, []string{"One", "Two"}},
		{"neither guid nor link", []model.Sighting{{Title: "One"}, {Title: "One"}, {Title: "Two"}}, []string{"One", "One", "Two"}},
		{"one link for different stories", []model.Sighting{
			{Link: "https://demo.example/", Title: "One"}, {Link: "https://demo.example/", Title: "Two"}}, []string{"One", "Two"}},
		{"posts without a title under one guid", []model.Sighting{{GUID: "x", Summary: "It rains."}, {GUID: "x", Summary: "It snows."}}, []string{"", ""}},
		{"posts without a title under one link", []model.Sighting{
			{Link: "https://demo.example/", Content: "It rains."}, {Link: "https://demo.example/", Content: "It snows."}}, []string{"", ""}},
		{"a series under one title", []model.Sighting{
			{Link: "https://demo.example/", Title: "Statement", Summary: "It rains.", Published: at(1), DateFrom: model.DatePublished},
			{Link: "https://demo.example/", Title: "Statement", Summary: "It snows.", Published: at(2), DateFrom: model.DatePublished}}, []string{"Statement", "Statement"}},
		{"one post twice", []model.Sighting{{GUID: "x", Summary: "It rains."}, {GUID: "x", Summary: "It rains."}}, []string{""}},
		{"two revisions of one time", []model.Sighting{
			{GUID: "https://demo.example/a#9", Title: "Old", Link: "https://demo.example/a"},
			{GUID: "https://demo.example/a#10", Title: "New", Link: "https://demo.example/a"}}, []string{"New"}},
		{"two states of one story", []model.Sighting{
			{GUID: "https://demo.example/a#0", Link: "https://demo.example/a", Title: "Old", Published: at(1)},
			{GUID: "https://demo.example/b#0", Link: "https://demo.example/b", Title: "Other", Published: at(1)},
			{GUID: "https://demo.example/a#1", Link: "https://demo.example/a", Title: "New", Published: at(2)}}, []string{"New", "Other"}},
	}
	for _, c := range cases {
		var titles []string
		seen := map[string]bool{}
		for _, it := range identify(append([]model.Sighting{}, c.items...), false) {
			titles = append(titles, it.Title)
			if seen[it.Identity] {
				t.Errorf("%s: %q twice", c.name, it.Identity)
			}
			seen[it.Identity] = true
		}
		if len(titles) != len(c.want) {
			t.Errorf("%s: %q stay", c.name, titles)
			continue
		}
		for i := range titles {
			if titles[i] != c.want[i] {
				t.Errorf("%s: %q stay", c.name, titles)
			}
		}
		if kept := identify(append([]model.Sighting{}, c.items...), true); len(kept) != len(c.items) {
			t.Errorf("%s: %d kept of %d", c.name, len(kept), len(c.items))
		}
	}
}

// A post at the top of a list does not take the place of the one below it.
func TestPostsWithoutAnythingButTextKeepTheirIdentity(t *testing.T) {
	old := model.Sighting{Content: "It rains."}
	first := identify([]model.Sighting{old}, false)
	then := identify([]model.Sighting{{Content: "It snows."}, old}, false)
	if len(then) != 2 || then[1].Identity != first[0].Identity || then[0].Identity == first[0].Identity {
		t.Errorf("%q, then %q", first, then)
	}
}

func TestOperation(t *testing.T) {
	cases := []struct {
		title string
		op    model.Operation
		rest  string
	}{
		{"CORRECTED-Envoys meet on Friday", model.OpCorrected, "Envoys meet on Friday"},
		{"CORRECTED: Envoys meet", model.OpCorrected, "Envoys meet"},
		{"CORRECTED (OFFICIAL)-Envoys meet", model.OpCorrected, "Envoys meet"},
		{"Correction: Envoys story", model.OpCorrected, "Envoys story"},
		{"(CORRECTED) Envoys meet", model.OpCorrected, "Envoys meet"},
		{"Envoys meet (corrected)", model.OpCorrected, "Envoys meet"},
		{"UPDATE 2-Envoys meet", model.OpUpdate, "Envoys meet"},
		{"WRAPUP 3-Envoys meet", model.OpUpdate, "Envoys meet"},
		{"(LEAD) Envoys meet", model.OpUpdate, "Envoys meet"},
		{"(2nd LD) Envoys meet", model.OpUpdate, "Envoys meet"},
		{"LEAD-free pipes for the capital", model.OpNone, ""},
		{"REFILE-UPDATE 1-Envoys meet", model.OpRefile, "Envoys meet"},
		{"REFILE-CORRECTED-Envoys meet", model.OpCorrected, "Envoys meet"},
		{"WITHDRAWN-Envoys meet", model.OpWithdrawn, "Envoys meet"},
		{"Withdrawn: Envoys meet", model.OpWithdrawn, "Envoys meet"},
		{"KILL - Envoys meet", model.OpKill, "Envoys meet"},
		{"MANDATORY KILL: Envoys meet", model.OpKill, "Envoys meet"},
		{"Kill-switch bill passes", model.OpNone, ""},
		{"Kill the deal, says envoy", model.OpNone, ""},
		{"Corrected figures show a deficit", model.OpNone, ""},
		{"Update on the talks", model.OpNone, ""},
		{"Withdrawal from the valley begins", model.OpNone, ""},
		{"Killings go on as envoys meet", model.OpNone, ""},
		{"CORRECTED-", model.OpNone, ""},
	}
	for _, c := range cases {
		if op, rest := operation(c.title); op != c.op || rest != c.rest {
			t.Errorf("%q is %q on %q", c.title, op, rest)
		}
	}
}
