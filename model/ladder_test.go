package model

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// slowStanding goes through all signals of a ladder from the first to the last,
// asking each for what it is worth on the board: what Standing finds from the end.
func slowStanding(b *Board, l *Ladder) (rung, relieved string, next int64) {
	d := &b.r.dict
	var groups []int32
	for _, ref := range l.Refs {
		groups = append(groups, b.groupAt(ref))
	}
	licensed := map[int32]bool{}
	for _, g := range groups {
		if f := b.view.fact(b.founder(g)); licenses(f, d.labels.text) {
			licensed[b.view.ver(f.ver).story] = true
		}
	}
	acts, words, now := map[instrument]uint8{}, "", b.At.Unix()
	eased, lasts := uint8(0), false // lasts: a relief whose end is ahead
	for _, g := range groups {
		f := b.view.fact(b.founder(g))
		end := int64(0)
		for _, p := range b.membersOf(g) {
			for i := range b.view.members(g) {
				if x := b.view.fact(i); b.out(b.view.ver(x.ver)) && x.when != 0 && (end == 0 || x.when < end) {
					end = x.when
				}
			}
			_ = p
		}
		if !b.standing(g) || f.flags&flagHistorical != 0 {
			continue
		}
		if end > now && (next == 0 || end < next) {
			next = end
		}
		key := instrument{f.actor, f.detail}
		switch does, rank := deedOf(f, d.labels.text[f.class]); does {
		case act:
			acts[key], eased = max(acts[key], rank), 0
		case sayPressure:
			if words == "" || int(rank) > pressureRungs[words] {
				words = pressureNames[rank]
			}
		case putOff:
			if words != "" {
				words = "deferred"
			}
		case endAct:
			delete(acts, key)
		case ease:
			if rank > rungLicensed && (f.flags&flagTemporary != 0 || licensed[b.view.ver(f.ver).story]) {
				rank = rungLicensed
			}
			if end == 0 {
				end = b.easedUntil(g) // of a licence of the same story
			}
			if end > 0 && end <= now {
				continue
			}
			eased, lasts = max(eased, rank), lasts || end > now && rank >= rungLicensed
			if rank == rungLifted {
				delete(acts, key)
			}
		case endEase:
			eased = 0
		}
	}
	best := uint8(0)
	for _, a := range acts {
		best = max(best, a)
	}
	if eased == 0 && lasts {
		eased = rungLicensed
	}
	if best > 0 {
		words = pressureNames[best]
	}
	return words, reliefNames[eased], next
}

// randomSignals draws a record of signals only, with all that moves a ladder.
func randomSignals(t *rapid.T) []entry {
	seen := at("08:00")
	versions := map[ItemID]int{}
	feeds := demoCase().Feeds
	var log []entry
	for range rapid.IntRange(1, 40).Draw(t, "n") {
		seen = seen.Add(time.Duration(rapid.IntRange(0, 70).Draw(t, "gap")) * time.Second)
		item := ItemID(rapid.IntRange(1, 30).Draw(t, "item"))
		versions[item]++
		v := Version{Item: item, N: versions[item], Sighting: Sighting{
			Feed: feeds[int(item)%len(feeds)].Name, Identity: string(rune('a' + item)), Seen: seen,
			Title:     rapid.SampledFrom([]string{"Northland grain tariff", "Southland oil ban", "Harbour dues", "Coast licence for grain"}).Draw(t, "title"),
			Published: seen.Add(-time.Duration(rapid.IntRange(-5, 90).Draw(t, "lag")) * time.Minute),
			Op:        rapid.SampledFrom([]Operation{OpNone, OpNone, OpNone, OpNone, OpNone, OpCorrected, OpKill}).Draw(t, "op"),
		}}
		var rd Reading
		for range rapid.IntRange(0, 2).Draw(t, "signals") {
			s := signal(rapid.SampledFrom([]string{"north", "south"}).Draw(t, "sender"),
				rapid.SampledFrom([]string{"floated", "threatened", "announced", "deferred", "imposed", "in-force", "tightened", "expired", "offered", "licensed", "eased", "lifted", "demanded", "called-for"}).Draw(t, "action"),
				rapid.SampledFrom([]string{"tariff", "oil-ban"}).Draw(t, "instrument"), rapid.SampledFrom([]string{"north", "south", "coast"}).Draw(t, "target"))
			s.In, s.Temporary, s.Historical = InTitle, rapid.IntRange(0, 4).Draw(t, "temporary") == 0, rapid.IntRange(0, 6).Draw(t, "history") == 0
			if rapid.IntRange(0, 3).Draw(t, "ends") == 0 {
				s.Expires = at("08:00").Add(time.Duration(rapid.IntRange(0, 60).Draw(t, "end")) * time.Minute).Format(time.RFC3339)
			}
			rd.Signals = append(rd.Signals, s)
		}
		log = append(log, entry{v, rd})
	}
	return log
}

func TestALadderIsReadFromItsEnd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := recordOf(randomSignals(t))
		moment := at("08:00").Add(time.Duration(rapid.IntRange(-10, 3000).Draw(t, "moment")) * time.Second)
		for _, clock := range []Clock{BySeen, ByPublished} {
			b := r.AsOf(moment, clock)
			f := Filter{}
			if rapid.Bool().Draw(t, "filtered") {
				f.Types = []string{"threatened", "announced", "imposed", "lifted", "deferred", "licensed"}
			}
			for _, l := range b.Ladders(f) {
				rung, relieved, next := slowStanding(b, &l)
				s := b.Standing(&l)
				if s.Rung != rung || s.Relief != relieved || next != 0 && s.Next.Unix() != next || next == 0 && !s.Next.IsZero() {
					t.Fatalf("clock %d, %s: have %+v, want %q, %q, %d", clock, l.Target.ID, s, rung, relieved, next)
				}
			}
		}
	})
}

// TestWhatIsKeptChangesNoBoard asks one growing record for boards of any moment,
// so that all that it keeps between boards is used, and compares each with that of
// a record which was never asked before.
func TestWhatIsKeptChangesNoBoard(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		if rapid.Bool().Draw(t, "signals") {
			log = randomSignals(t)
		}
		texts := NewMemoryTexts()
		r := NewRecord(demoCase(), texts)
		for n, e := range log {
			texts.Put(e.v, e.rd)
			r.Add(e.v, e.rd)
			if rapid.IntRange(0, 3).Draw(t, "look") > 0 && n < len(log)-1 {
				continue
			}
			at := rapid.SampledFrom(log).Draw(t, "near").v.Seen.Add(time.Duration(rapid.IntRange(-90, 90).Draw(t, "off")) * time.Second)
			clock := rapid.SampledFrom([]Clock{BySeen, ByPublished}).Draw(t, "clock")
			have, want := dump(t, r.AsOf(at, clock)), dump(t, recordOf(log[:n+1]).AsOf(at, clock))
			if have != want {
				t.Fatalf("after %d versions, as of %s on clock %d\n%s", n+1, at.Format(time.TimeOnly), clock, firstDifference(have, want))
			}
		}
	})
}

// TestAnOldBoardStaysAsItWas keeps a board while its record grows.
func TestAnOldBoardStaysAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := append(randomLog(t), randomSignals(t)...)
		slices.SortStableFunc(log, func(a, b entry) int { return a.v.Seen.Compare(b.v.Seen) })
		for i := range log { // items of two logs: number the versions anew
			n := 1
			for _, e := range log[:i] {
				if e.v.Item == log[i].v.Item {
					n++
				}
			}
			log[i].v.N = n
		}
		cut := rapid.IntRange(1, len(log)).Draw(t, "cut")
		clock := rapid.SampledFrom([]Clock{BySeen, ByPublished}).Draw(t, "clock")
		texts := NewMemoryTexts()
		r := NewRecord(demoCase(), texts)
		add := func(list []entry) {
			for _, e := range list {
				texts.Put(e.v, e.rd)
				r.Add(e.v, e.rd)
			}
		}
		add(log[:cut])
		board := r.AsOf(log[cut-1].v.Seen.Add(time.Duration(rapid.IntRange(-300, 0).Draw(t, "back"))*time.Second), clock)
		want := standings(t, board)
		add(log[cut:])
		r.AsOf(time.Time{}, ByPublished).Ladders(Filter{})
		if have := standings(t, board); have != want {
			t.Fatalf("the board changed with the record\n%s", firstDifference(have, want))
		}
	})
}

// TestListsThatAreKeptAreThoseThatAreMade compares the lists that a record keeps
// with those made of every group, which a filter asks for that everything passes.
func TestListsThatAreKeptAreThoseThatAreMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		if rapid.Bool().Draw(t, "signals") {
			log = randomSignals(t)
		}
		all := Filter{Items: map[ItemID]bool{}}
		for _, e := range log {
			all.Items[e.v.Item] = true
		}
		moment := at("08:00").Add(time.Duration(rapid.IntRange(-3000, 3000).Draw(t, "moment")) * time.Second)
		for _, clock := range []Clock{BySeen, ByPublished} {
			b := recordOf(log).AsOf(moment, clock)
			lists := func(f Filter) string {
				out := []any{append([]Ref{}, b.Statements(f)...), append([]Ref{}, b.Signals(f)...), append([]Ref{}, b.Events(f)...), b.Actors(f)}
				for _, l := range b.Ladders(f) {
					out = append(out, l, b.Standing(&l))
				}
				blob, err := json.MarshalIndent(out, "", " ")
				if err != nil {
					t.Fatal(err)
				}
				return string(blob)
			}
			if have, want := lists(Filter{}), lists(all); have != want {
				t.Fatalf("clock %d\n%s", clock, firstDifference(have, want))
			}
		}
	})
}

// standings writes the lists of a board that come from what the record keeps.
func standings(t *rapid.T, b *Board) string {
	some := func(list []Ref) []Ref { return append([]Ref{}, list...) }
	out := []any{some(b.Statements(Filter{})), some(b.Signals(Filter{})), some(b.Events(Filter{})), b.Actors(Filter{}), b.Counts(), b.Density(day, day.Add(24*time.Hour), 48, Filter{})}
	for _, l := range b.Ladders(Filter{}) {
		out = append(out, l, b.Standing(&l))
	}
	blob, err := json.MarshalIndent(out, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(blob)
}

func TestWhatIsInForceStaysSoWhenAnotherMeasureIsImposed(t *testing.T) {
	b := newBench()
	for i, s := range []Signal{signal("north", "in-force", "tariff", "south"), signal("north", "imposed", "tariff", "south")} {
		b.add([]string{"08:00", "12:00"}[i], "Demo Wire", []string{"1", "2"}[i], []string{"Northland tariff in force", "Order on another tariff published"}[i], "", s)
	}
	if l := b.live().Ladders(Filter{})[0]; b.live().Standing(&l).Rung != "in-force" {
		t.Errorf("%+v", b.live().Standing(&l))
	}
	b.add("13:00", "Demo Wire", "3", "Northland lifts all tariffs on Southland", "", signal("north", "lifted", "tariff", "south"))
	if l := b.live().Ladders(Filter{})[0]; b.live().Standing(&l).Rung != "" {
		t.Errorf("lifted: %+v", b.live().Standing(&l))
	}
}
