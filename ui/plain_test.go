package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

func TestPlainBeginsWithTheLatest(t *testing.T) {
	desk := exchange(90)
	for _, c := range []struct {
		name  string
		opts  Options
		lines int
		says  string
	}{
		{"the latest", Options{At: desk.now}, 42, "left out: 320 lines"},
		{"all of it", Options{At: desk.now, Whole: true}, 0, ""},
	} {
		var out strings.Builder
		if err := Plain(t.Context(), desk, c.opts, &out); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		if c.lines > 0 && len(lines) != c.lines || c.lines == 0 && len(lines) < 91 || strings.Contains(out.String(), "left out") != (c.says != "") || !strings.Contains(out.String(), c.says) {
			t.Errorf("%s: %d lines\n%s", c.name, len(lines), out.String())
		}
	}
}

func TestPlainTellsWhatWasKnownAtAMoment(t *testing.T) {
	var out strings.Builder
	if err := Plain(t.Context(), summitDesk(), Options{At: talks(19, 0)}, &out); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.HasPrefix(text, "Harbour summit. 20 May 2031 11:00 AKDT.\n") || !strings.Contains(text, "threatened") || strings.Contains(text, "licensed") {
		t.Errorf("printed:\n%s", text)
	}
}

func TestPlainBeginsWithANameWhereTheSummitHasNone(t *testing.T) {
	desk := summitDesk()
	desk.summit.Name = ""
	var out strings.Builder
	if err := Plain(t.Context(), desk, Options{At: talks(19, 0)}, &out); err != nil || !strings.HasPrefix(out.String(), "Parley. 20 May 2031 11:00 AKDT.\n") {
		t.Errorf("%v: %s", err, out.String())
	}
}

func TestPlainPrintsNothingWhereItsFilterHasNoAnswer(t *testing.T) {
	desk := summitDesk()
	desk.failing = errors.New("the record is busy")
	var out strings.Builder
	err := Plain(t.Context(), desk, Options{At: talks(19, 0), Filter: `"late word"`}, &out)
	if err == nil || !strings.Contains(err.Error(), "the record is busy") || strings.Contains(out.String(), "threatened") {
		t.Errorf("%v, and printed:\n%s", err, out.String())
	}
}

func TestPlainSaysWhatBecameOfAStatementOnce(t *testing.T) {
	d := summitDesk()
	item := d.say(talks(22, 50), "Demo Wire", "okoro", "The quay is shut")
	d.revise(item, talks(22, 58), "WITHDRAWN: the quay", model.OpWithdrawn)
	m := New(d, Options{Profile: colorprofile.NoTTY})
	text := strings.Join(new(plainFacts).lines(m), "\n")
	if !strings.Contains(text, "Tobias Okoro, assertion, withdrawn: “The quay is shut”") || strings.Contains(text, "withdrawn, withdrawn") {
		t.Errorf("printed:\n%s", text)
	}
}

func TestPlainSaysOnceThatTheNetworkIsDownAndBack(t *testing.T) {
	d, p := cutOff(newFakeDesk()), plainNews{}
	lines := func() string {
		m := New(d, Options{Profile: colorprofile.NoTTY})
		return strings.Join(p.lines(m.health, m.outage), "\n")
	}
	asked := d.health[1].State.LastTry
	d.health[1].State.LastTry = time.Time{}
	if got := lines(); got != "" {
		t.Errorf("while one is still to be asked it says %q", got)
	}
	d.health[1].State.LastTry = asked
	if got := lines(); got != "The network seems to be down: no server of 2 feeds can be reached (there is no host …)." {
		t.Errorf("says %q", got)
	}
	if got := lines(); got != "" {
		t.Errorf("says again %q", got)
	}
	d.health[0].State = model.FeedState{LastStatus: 200, LastTry: d.now.Add(time.Minute), LastSuccess: d.now.Add(time.Minute)}
	if got := lines(); got != "The network is back." {
		t.Errorf("says %q", got)
	}
	d.health[1].State.LastTry = d.now.Add(2 * time.Minute)
	if got := lines(); !strings.HasPrefix(got, "Feed Demo Daily fails: there is no host daily.demo.example") {
		t.Errorf("says %q", got)
	}
	d.health[1].State = d.health[0].State
	if got := lines(); got != "Feed Demo Daily works again." {
		t.Errorf("says %q", got)
	}
}

func TestPlainNamesWhoIsKnownAndDatesOldNews(t *testing.T) {
	d := newFakeDesk()
	d.now = talks(23, 50)
	fill := func(sender string, target ...string) func(rd *model.Reading, title string) {
		return func(rd *model.Reading, title string) {
			rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "imposed", Instrument: "sanctions", Sender: sender, Target: target, Spans: span(title, "sanctions")}}
		}
	}
	d.add(talks(23, 1), "Demo Wire", "New sanctions in force", fill(""))
	d.addLate(talks(23, 2).AddDate(-1, 0, 0), talks(23, 2), "Demo Wire", "Arland puts sanctions on Beland", fill("arland", "beland"))
	m := New(d, Options{Profile: colorprofile.NoTTY})
	text := strings.Join(new(plainFacts).lines(m), "\n")
	for _, want := range []string{"Sanction signal, imposed, single source: sanctions (Demo Wire)", "imposed, single source: sanctions, from Arland, to Beland (Demo Wire, published 20 May 2030)"} {
		if !strings.Contains(text, want) {
			t.Errorf("printed:\n%s\nwant %q", text, want)
		}
	}
}

// listener hears plain lines, those of one wake at a time.
type listener struct {
	d     *fakeDesk
	facts plainFacts
}

func (l *listener) hears() string {
	return strings.Join(l.facts.lines(New(l.d, Options{Profile: colorprofile.NoTTY})), "\n")
}

func TestPlainSaysOnceThatWhatItSaidNoLongerStands(t *testing.T) {
	l := &listener{d: summitDesk()}
	item := l.d.signal(talks(22, 50), "Demo Wire", "lifted", model.Relief, "sanctions", "arland", "beland")
	if text := l.hears(); !strings.Contains(text, "Sanction signal, lifted, single source: sanctions, from Arland, to Beland (Demo Wire)") {
		t.Fatalf("printed:\n%s", text)
	}
	l.d.now = talks(23, 4)
	if text := l.hears(); text != "" {
		t.Errorf("with nothing new it prints:\n%s", text)
	}
	l.d.revise(item, talks(23, 2), "WITHDRAWN: Arland and the sanctions", model.OpWithdrawn)
	if text, want := l.hears(), "20 May 15:04. No longer stands: Sanction signal, lifted, withdrawn: sanctions, from Arland, to Beland (Demo Wire)"; text != want {
		t.Errorf("printed:\n%s\nwant\n%s", text, want)
	}
	if text := l.hears(); text != "" {
		t.Errorf("it prints again:\n%s", text)
	}
}

func TestPlainLeavesOutOfATakingBackWhatItsFilterKeptOut(t *testing.T) {
	l := &listener{d: summitDesk()}
	item := l.d.say(talks(22, 50), "Demo Wire", "okoro", "The quay is shut")
	hears := func() string {
		m := New(l.d, Options{Profile: colorprofile.NoTTY, Filter: "actor:maren"})
		m.settle(m.startFilter(), 0)
		return strings.Join(l.facts.lines(m), "\n")
	}
	if text := hears(); strings.Contains(text, "quay") || text == "" {
		t.Fatalf("printed:\n%s", text)
	}
	l.d.revise(item, talks(22, 58), "WITHDRAWN: the quay", model.OpWithdrawn)
	if text := hears(); text != "" {
		t.Errorf("printed:\n%s", text)
	}
}

func TestPlainSaysOnceWhereAccountsDiffer(t *testing.T) {
	l := &listener{d: newFakeDesk()}
	lands(l.d, talks(18, 10), "Demo Wire", talks(18, 0))
	l.hears()
	lands(l.d, talks(18, 20), "Demo Daily", talks(18, 45))
	if text, want := l.hears(), "Accounts differ, Maren: arrival: Tue 20 May 10:00 AKDT (Demo Wire 10:10); or Tue 20 May 10:45 AKDT (Demo Daily 10:20)."; !strings.Contains(text, want) {
		t.Errorf("printed:\n%s\nwant\n%s", text, want)
	}
	if text := l.hears(); text != "" {
		t.Errorf("it prints again:\n%s", text)
	}
}

func TestPlainSaysOfAnOldEventWhenItCameOut(t *testing.T) {
	l := &listener{d: newFakeDesk()}
	l.d.addLate(talks(18, 0).AddDate(-1, 0, 0), talks(22, 0), "Demo Wire", "Maren lands", func(rd *model.Reading, title string) {
		rd.Events = []model.Event{{In: model.InTitle, Kind: "arrival", Status: model.Done, Participants: []string{"maren"}, Spans: span(title, "lands")}}
	})
	if text, want := l.hears(), "20 May 14:00. Event, single source: Maren: arrival (Demo Wire, published 20 May 2030)"; text != want {
		t.Errorf("printed:\n%s\nwant\n%s", text, want)
	}
}

func TestPlainEndsAFaultWithOneMark(t *testing.T) {
	d, p := summitDesk(), plainNews{}
	for fault, want := range map[string]string{"is it meant to be http?": "Feed Demo Daily fails: is it meant to be http?", "the answer is empty": "Feed Demo Daily fails: the answer is empty."} {
		d.health[1].State.Failures, d.health[1].State.LastError = 1, fault
		if got := p.lines(d.health, model.Outage{}); len(got) != 1 || got[0] != want {
			t.Errorf("%q, want %q", got, want)
		}
		p.failing = nil
	}
}
