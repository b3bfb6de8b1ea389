package model

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// randomMarks draws entries of the editor's hand on what a record holds, some of
// them taken back, over the time in which it was made.
func randomMarks(t *rapid.T, r *Record, log []entry) []Mark {
	whole := r.AsOf(time.Time{}, BySeen)
	var refs []Ref
	for _, list := range [][]Ref{whole.Statements(Filter{}), whole.Signals(Filter{}), whole.Events(Filter{})} {
		refs = append(refs, list...)
	}
	shared := slices.Clone(refs) // what can be split off, where there is any
	for _, ref := range whole.Statements(Filter{}) {
		row, _ := whole.Statement(ref)
		for _, e := range row.Evidence {
			if len(row.Evidence) > 1 {
				shared = append(shared, e.Report)
			}
		}
	}
	if n := len(refs); n < len(shared) {
		refs, shared = append(refs, shared[n:]...), shared[n:]
	}
	verbs := []string{"split", "split", "join", "join", "mute", "speaker", "type", "undo"}
	var marks []Mark
	when := at("08:00")
	for id := range rapid.IntRange(1, 8).Draw(t, "marks") {
		when = when.Add(time.Duration(rapid.IntRange(0, 300).Draw(t, "later")) * time.Second)
		m := Mark{ID: int64(id + 1), At: when, By: "ed", Verb: rapid.SampledFrom(verbs).Draw(t, "verb")}
		switch {
		case m.Verb == "undo" && len(marks) > 0:
			taken := rapid.SampledFrom(marks).Draw(t, "undone")
			m.On, m.Value = taken.On, fmt.Sprint(taken.ID)
		case m.Verb == "mute" || m.Verb == "undo" || len(refs) == 0:
			m.Verb, m.On = "mute", Ref{KindItem, int64(rapid.SampledFrom(log).Draw(t, "item").v.Item)}
		default:
			m.On = rapid.SampledFrom(refs).Draw(t, "on")
			if m.Verb == "split" {
				m.On = rapid.SampledFrom(shared).Draw(t, "report")
			}
			m.Value = rapid.SampledFrom([]string{"coast", "osk", "threat"}).Draw(t, "value")
			if m.Verb == "join" {
				m.Value = rapid.SampledFrom(refs).Draw(t, "from").String()
			}
		}
		marks = append(marks, m)
	}
	return marks
}

// TestEachReportStandsInOneRowWhateverTheHandDid splits, joins, mutes and takes
// back at random: on either clock no row is listed twice, no report stands in two
// rows of a kind, and none that was not muted is lost.
func TestEachReportStandsInOneRowWhateverTheHandDid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		r := recordOf(log)
		for _, m := range randomMarks(t, r, log) {
			r.AddMark(m)
		}
		moments := rapid.SliceOfN(rapid.IntRange(-600, 2600), 6, 6).Draw(t, "moments")
		for i := range 2 * len(moments) {
			moment := at("08:00").Add(time.Duration(moments[i/2]) * time.Second)
			eachReportInOneRow(t, r.AsOf(moment, Clock(i%2)), log)
		}
	})
}

// eachReportInOneRow fails where a row of a board is listed twice, a report stands
// in two rows, or one that nobody muted in none.
func eachReportInOneRow(t *rapid.T, b *Board, log []entry) {
	rows := map[Ref]bool{}
	reports := map[Ref]Ref{}
	take := func(ref, own Ref, ok bool, list []Evidence) {
		if !ok || own != ref {
			t.Fatalf("clock %d: %v is listed, its row is %v (%v)", b.Clock, ref, own, ok)
		}
		if rows[ref] {
			t.Fatalf("clock %d: %v is listed twice", b.Clock, ref)
		}
		rows[ref] = true
		for _, e := range list {
			if other, twice := reports[e.Report]; twice {
				t.Fatalf("clock %d: the report %v stands in %v and in %v", b.Clock, e.Report, other, ref)
			}
			reports[e.Report] = ref
		}
	}
	for _, ref := range b.Statements(Filter{}) {
		row, ok := b.Statement(ref)
		take(ref, row.Ref, ok, row.Evidence)
	}
	for _, ref := range b.Signals(Filter{}) {
		row, ok := b.Signal(ref)
		take(ref, row.Ref, ok, row.Evidence)
	}
	for _, ref := range b.Events(Filter{}) {
		row, ok := b.Event(ref)
		take(ref, row.Ref, ok, row.Evidence)
	}
	onLadders := map[Ref][]string{}
	for _, l := range b.Ladders(Filter{}) {
		for _, ref := range l.Refs {
			onLadders[ref] = append(onLadders[ref], l.Target.ID)
		}
	}
	for _, ref := range b.Signals(Filter{}) {
		var want []string
		for _, target := range b.targetsOf(b.groupAt(ref)) {
			want = append(want, b.r.dict.actors.text[target])
		}
		have := onLadders[ref]
		slices.Sort(want)
		slices.Sort(have)
		if !slices.Equal(have, want) {
			t.Fatalf("clock %d: %v is on the ladders of %q, want %q", b.Clock, ref, have, want)
		}
		for _, target := range []string{"north", "south", "coast"} {
			sender := b.r.dict.actors.text[b.view.fact(b.lead(b.groupAt(ref))).actor]
			if hits := slices.Contains(want, target); hits && !slices.Contains(b.Signals(Filter{Actor: target}), ref) ||
				!hits && sender != target && slices.Contains(b.Signals(Filter{Actor: target}), ref) {
				t.Fatalf("clock %d: %v hits %q: %v, its filter says otherwise", b.Clock, ref, target, hits)
			}
		}
		delete(onLadders, ref)
	}
	if len(onLadders) > 0 {
		t.Fatalf("clock %d: on ladders, and no row: %v", b.Clock, onLadders)
	}
	for _, e := range log {
		v := e.v
		known := outTime(&v)
		if b.Clock == BySeen {
			known = v.Seen.UnixMilli()
		}
		item, ok := b.Item(Ref{KindItem, int64(v.Item)})
		if known > b.until || codeOf(v.Op).kills() || !ok || item.Muted {
			continue
		}
		for _, ref := range refsIn(&v, &e.rd) {
			if row, ok := b.rowOf(ref); !ok || !rows[row] {
				t.Fatalf("clock %d: the report %v stands in no row that is listed", b.Clock, ref)
			}
		}
	}
}

// refsIn are the facts of a version.
func refsIn(v *Version, rd *Reading) []Ref {
	var out []Ref
	for kind, n := range map[Kind]int{KindStatement: len(rd.Statements), KindSignal: len(rd.Signals), KindEvent: len(rd.Events)} {
		for i := range n {
			out = append(out, refOf(&fact{kind: kind, idx: uint16(i)}, &ver{item: int64(v.Item), n: int32(v.N)}))
		}
	}
	return out
}

// rowOf is the row that a report stands in.
func (b *Board) rowOf(ref Ref) (Ref, bool) {
	switch ref.Kind {
	case KindStatement:
		row, ok := b.Statement(ref)
		return row.Ref, ok
	case KindSignal:
		row, ok := b.Signal(ref)
		return row.Ref, ok
	}
	row, ok := b.Event(ref)
	return row.Ref, ok
}

// TestWhatTheHandDidIsAsOfTheMomentToo compares the board at a moment with that of
// a record that holds no later version and no later mark.
func TestWhatTheHandDidIsAsOfTheMomentToo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		whole := recordOf(log)
		marks := randomMarks(t, whole, log)
		for _, m := range marks {
			whole.AddMark(m)
		}
		moment := at("08:00").Add(time.Duration(rapid.IntRange(-10, 2600).Draw(t, "moment")) * time.Second)
		then := recordOf(slices.DeleteFunc(slices.Clone(log), func(e entry) bool { return e.v.Seen.After(moment) }))
		for _, m := range marks {
			if !m.At.After(moment) {
				then.AddMark(m)
			}
		}
		have, want := dump(t, whole.AsOf(moment, BySeen)), dump(t, then.AsOf(moment, BySeen))
		if have != want {
			t.Fatalf("as of %s the board differs from a fresh record\n%s", moment.Format(time.TimeOnly), firstDifference(have, want))
		}
	})
}
