package model

import (
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	var got strings.Builder
	for _, d := range Diff("the talks were quite useful today", "The talks were useful, today indeed") {
		got.WriteString(string(d.Op) + d.Text + "|")
	}
	if want := "=The talks were|-quite|=useful, today|+indeed|"; got.String() != want {
		t.Errorf("%s, want %s", got.String(), want)
	}
}

func TestEdits(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"a b c", "a b c", "=a b c"},
		{"no deal tonight", "a deal tonight", "-no +a =deal tonight"},
		{"", "new", "+new"},
		{"the Deal, then", "the deal then", "=the -Deal, +deal =then"},
		{"one two three four", "one three five four", "=one -two =three +five =four"},
	} {
		var got []string
		for _, w := range Edits(c.before, c.after) {
			got = append(got, string(w.Op)+w.Text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q to %q is %q, want %q", c.before, c.after, got, c.want)
		}
	}
}

func TestLongTextsDifferAsAWholeBetweenTheirEnds(t *testing.T) {
	long := func(word string) string { return "first " + strings.Repeat(word+" ", maxDiffWords+1) + "last" }
	diff := Edits(long("a"), long("b"))
	var ops string
	for _, w := range diff {
		ops += string(w.Op)
	}
	if ops != "=-+=" || diff[0].Text != "first" || diff[3].Text != "last" {
		t.Errorf("%s: %d runs", ops, len(diff))
	}
}
