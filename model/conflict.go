package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// clash is a pair of facts that cannot both hold.
type clash struct {
	a, b int32 // a came first
	kind clashKind
}

type clashKind uint8

const (
	clashTime clashKind = iota
	clashPlace
	clashNumber
	clashPlan
	clashReadout
	clashAgreement
	clashWeekday
	clashWording
)

var clashNames = []string{"time", "place", "number", "plan", "readout", "agreement", "weekday", "wording"}

// clashesOf notes with which earlier reports of the same thing a fact cannot hold.
func (w *writer) clashesOf(i int32) {
	f := w.fact(i)
	if f.flags&flagWeekday != 0 {
		w.noteClash(i, i, clashWeekday)
	}
	steps := 0
	for j := f.prev; j >= 0 && steps < maxMatches; j = w.fact(j).prev {
		steps++
		if w.ver(f.ver).item == w.ver(w.fact(j).ver).item {
			continue
		}
		if kind, ok := w.clash(j, i); ok {
			w.noteClash(j, i, kind)
		}
	}
}

// noteClash keeps a clash of two reports of one group, or of one with itself.
func (w *writer) noteClash(a, b int32, kind clashKind) {
	w.seg.index.clashes.add(uint32(w.fact(b).group), int32(w.seg.top().clashes))
	w.seg.clashes = append(w.seg.clashes, clash{a, b, kind})
}

// clash says whether two reports of one fact contradict each other, and in what.
func (w *writer) clash(a, b int32) (clashKind, bool) {
	x := w.fact(a)
	switch x.kind {
	case KindStatement:
		return w.clashWords(a, b)
	case KindEvent:
		return w.clashEvents(a, b)
	}
	return 0, false
}

// clashWords looks for a turned polarity or another number in near words.
func (w *writer) clashWords(a, b int32) (clashKind, bool) {
	x, y := w.fact(a), w.fact(b)
	if (x.flags^y.flags)&flagNegative != 0 && jaccard(w.factWords(a), w.factWords(b)) >= .6 {
		return clashWording, true
	}
	if w.otherNumber(a, b) && w.otherNumber(b, a) {
		return clashNumber, true
	}
	return 0, false
}

// otherNumber says whether a has a number that b lacks.
func (w *writer) otherNumber(a, b int32) bool {
	theirs := w.factWords(b)
	for _, word := range w.factWords(a) {
		if isNumber(w.r.dict.words.text[word]) {
			if _, ok := slices.BinarySearch(theirs, word); !ok {
				return true
			}
		}
	}
	return false
}

func (w *writer) clashEvents(a, b int32) (clashKind, bool) {
	x, y, d := w.fact(a), w.fact(b), &w.r.dict
	sx, sy := d.labels.text[x.sector], d.labels.text[y.sector]
	happened := func(s string) bool { return s == Done || s == UnderWay }
	not := func(s string) bool { return s == EventDenied || s == NoneReached }
	if happened(sx) && not(sy) || not(sx) && happened(sy) {
		if d.labels.text[x.class] == "agreement" {
			return clashAgreement, true
		}
		if jaccard(w.factWords(a), w.factWords(b)) < .3 {
			return 0, false // denied is something else about it
		}
		return clashReadout, true
	}
	if sx == Planned && sy == Planned && absDiff(w.factTime(a), w.factTime(b)) > planWindow {
		return 0, false // plans change
	}
	if x.prec >= precHour && y.prec >= precHour && absDiff(x.when, y.when) >= tolerance(min(x.prec, y.prec)) {
		if (sx == Planned) != (sy == Planned) {
			return clashPlan, true
		}
		return clashTime, true
	}
	if x.prec == precDay && y.prec == precDay && x.when/86400 != y.when/86400 {
		return clashTime, true
	}
	if x.detail != 0 && y.detail != 0 && x.detail != y.detail && !w.near(a, b) {
		return clashPlace, true
	}
	return 0, false
}

// planWindow is how long after one plan another one contradicts it, in ms; later
// it is a change of plan.
const planWindow = 36 * msPerHour

// near says whether the places of two events may be one inside the other: they
// share a word, one report names both, both are at the summit, or one party has
// its seat in both.
func (w *writer) near(a, b int32) bool {
	d := &w.r.dict.labels
	p, q := d.text[w.fact(a).detail], d.text[w.fact(b).detail]
	if sharesWord(p, q) || w.names(a, q) || w.names(b, p) {
		return true
	}
	summit := w.r.here
	if sharesWord(p, summit) && sharesWord(q, summit) {
		return true
	}
	return w.r.seats[p] != "" && w.r.seats[p] == w.r.seats[q]
}

// names says whether the version of a fact has all words of a place.
func (w *writer) names(i int32, place string) bool {
	vi := w.fact(i).ver
	for p := range strings.FieldsSeq(place) {
		no := w.r.dict.words.find(stem(p))
		if functionWords[p] {
			continue
		}
		if no < 0 || !slices.Contains(w.titleWords(vi), uint32(no)) && !slices.Contains(w.bodyWords(vi), uint32(no)) {
			return false
		}
	}
	return true
}

// placesOf are the words of all that the summit and its agenda call a place.
func placesOf(s Summit) string {
	all := []string{s.Name, s.Place}
	for _, p := range s.Agenda {
		all = append(all, p.Place, p.Title)
	}
	return folded(strings.Join(all, " "))
}

// seatsOf says whose seat a place is, by its folded name.
func seatsOf(d *Directory) map[string]string {
	seats := map[string]string{}
	for _, a := range d.All() {
		for _, s := range append(append(slices.Clone(a.Seats), a.Aliases...), a.Name) {
			whose := a.State
			if whose == "" || a.Kind == State {
				whose = a.ID
			}
			if key := folded(s); seats[key] == "" {
				seats[key] = whose
			}
		}
	}
	return seats
}

// tolerance is how far apart two times may be, in s, and still be the same.
func tolerance(p precision) int64 {
	if p == precMinute {
		return 4 * 60
	}
	return 90 * 60
}

func sharesWord(a, b string) bool {
	words := strings.Fields(b)
	for w := range strings.FieldsSeq(a) {
		if !functionWords[w] && slices.Contains(words, w) {
			return true
		}
	}
	return false
}

// eachClash walks the clashes whose both reports are on the board, oldest first.
func (b *Board) eachClash(yield func(c clash)) {
	visit := func(list []clash) {
		for _, c := range list {
			if b.out(b.view.ver(b.view.fact(c.a).ver)) && b.out(b.view.ver(b.view.fact(c.b).ver)) {
				yield(c)
			}
		}
	}
	visit(b.view.base.clashes[:min(b.view.top.clashes, len(b.view.base.clashes))])
	if b.view.layer != nil {
		visit(b.view.layer.clashes)
	}
}

// openConflicts counts the groups and kinds with a clash of reports that stand.
func (b *Board) openConflicts() int {
	type key struct {
		group int32
		kind  clashKind
	}
	open := map[key]bool{}
	b.eachClash(func(c clash) {
		k := key{b.view.fact(c.a).group, c.kind}
		if !open[k] && b.factStands(c.a) && b.factStands(c.b) {
			open[k] = true
		}
	})
	return len(open)
}

// disputed says whether one of the reports clashes with another that stands.
func (b *Board) disputed(reports []report) bool {
	if len(reports) < 2 {
		return false
	}
	stands := map[int32]bool{}
	for i := range reports {
		if reports[i].stands() {
			stands[reports[i].fact] = true
		}
	}
	var asked []int32
	for i := range reports {
		g := b.view.fact(reports[i].fact).group
		if slices.Contains(asked, g) {
			continue
		}
		asked = append(asked, g)
		for n := range newestFirst(posted(&b.view, clashesIn, uint32(g), b.view.top.clashes)) {
			if c := b.view.clash(n); stands[c.a] && stands[c.b] {
				return true
			}
		}
	}
	return false
}

// Conflicts returns the accounts that cannot all hold, open ones first, each
// with its sides. One is resolved when only one side still stands.
func (b *Board) Conflicts() []Conflict {
	open := b.contested()
	out := make([]Conflict, 0, len(open))
	for i := range open {
		if c, ok := b.conflict(&open[i]); ok {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y Conflict) int {
		return cmp.Or(compareBool(!x.Resolved.IsZero(), !y.Resolved.IsZero()), -x.Since.Compare(y.Since), cmp.Compare(x.Ref.N, y.Ref.N))
	})
	return out
}

// contest is a group with clashes of one kind.
type contest struct {
	ref   Ref
	kind  clashKind
	since int64
	list  []sourced
}

func (b *Board) contested() []contest {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	type key struct {
		group int32
		kind  clashKind
	}
	at := map[key]int{}
	facts := map[key]map[int32]bool{}
	var out []contest
	b.eachClash(func(c clash) {
		k := key{b.view.fact(c.a).group, c.kind}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k], facts[k] = i, map[int32]bool{}
			out = append(out, contest{ref: Ref{KindConflict, b.factRef(c.b).N}, kind: c.kind, since: maxTime})
		}
		since := max(b.time(b.view.ver(b.view.fact(c.a).ver)), b.time(b.view.ver(b.view.fact(c.b).ver)))
		out[i].since = min(out[i].since, since)
		facts[k][c.a], facts[k][c.b] = true, true
	})
	for k, i := range at {
		// Sources are made of the whole group, because copies name each other by
		// their place in it.
		for _, s := range b.sources(b.membersOf(k.group)) {
			if facts[k][s.fact] {
				out[i].list = append(out[i].list, s)
			}
		}
	}
	return out
}

// conflict gives a contest its sides in words.
func (b *Board) conflict(c *contest) (Conflict, bool) {
	out := Conflict{Ref: c.ref, Kind: clashNames[c.kind], Since: moment(c.since)}
	at := map[string]int{}
	standing, resolved := map[string]bool{}, int64(0)
	for _, t := range b.fetch(c.list) {
		if c.kind == clashWeekday {
			b.takeWeekday(&out, &t)
			continue
		}
		says, side, e := b.says(&t, c.kind)
		if says == "" {
			continue
		}
		i, ok := at[side]
		if !ok {
			i = len(out.Sides)
			at[side] = i
			out.Sides = append(out.Sides, ConflictSide{Says: says})
		}
		out.Sides[i].Evidence = append(out.Sides[i].Evidence, e)
		if t.stands() {
			standing[side] = true
		} else {
			resolved = max(resolved, t.vanished)
		}
		if out.Topic == "" {
			out.Topic = b.topicOf(&t)
		}
	}
	if len(standing) < 2 && resolved > 0 {
		out.Resolved = moment(resolved)
	}
	return out, len(out.Sides) > 1
}

// takeWeekday adds what a report says against itself: its weekday and its date.
func (b *Board) takeWeekday(out *Conflict, t *told) {
	if t.idx >= len(t.reading.Events) {
		return
	}
	e := t.reading.Events[t.idx]
	ev := t.evidence(e.In, e.Spans, e.Rule)
	weekday, date, wrong := wrongWeekday(ev.Sentence, t.version.Published)
	if !wrong {
		return
	}
	out.Topic = b.topicOf(t)
	for i, says := range []string{weekday, date} {
		if i == len(out.Sides) {
			out.Sides = append(out.Sides, ConflictSide{Says: says})
		}
		out.Sides[i].Evidence = append(out.Sides[i].Evidence, ev)
	}
	if !t.stands() {
		out.Resolved = moment(t.vanished)
	}
}

// says is a report's account of what is contested, and which side that is: one
// side may put it in several ways.
func (b *Board) says(t *told, kind clashKind) (says, side string, e Evidence) {
	says, e = b.account(t, kind)
	side = says
	switch kind {
	case clashNumber:
		side = ""
		for _, w := range foldWords(says) {
			if isNumber(w) {
				side += " " + w
			}
		}
	case clashWording:
		side = fmt.Sprint(len(negationsIn(foldWords(says))) % 2)
	}
	return says, side, e
}

func (b *Board) account(t *told, kind clashKind) (string, Evidence) {
	if kind == clashNumber || kind == clashWording {
		if t.idx >= len(t.reading.Statements) {
			return "", Evidence{}
		}
		s := t.reading.Statements[t.idx]
		return s.Content.Text, t.evidence(s.In, s.Content.Spans, s.Rule)
	}
	if t.idx >= len(t.reading.Events) {
		return "", Evidence{}
	}
	e := t.reading.Events[t.idx]
	ev := t.evidence(e.In, e.Spans, e.Rule)
	switch kind {
	case clashPlace:
		return e.Place, ev
	case clashTime, clashPlan:
		when, ok := parseTime(e.When.Start)
		if !ok {
			return "", ev
		}
		text := b.local(when).Format("Mon 2 Jan 15:04 MST")
		if e.When.Precision == "day" {
			text = when.Format("Mon 2 Jan") // a date is the day that it was written as
		}
		if e.Status == Planned {
			text += " (planned)"
		}
		return text, ev
	}
	return e.Status, ev
}

func (b *Board) topicOf(t *told) string {
	if t.kind == KindEvent && t.idx < len(t.reading.Events) {
		e := t.reading.Events[t.idx]
		e.Status = Done
		return b.eventTitle(e)
	}
	if t.idx < len(t.reading.Statements) {
		return "words of " + b.actor(t.reading.Statements[t.idx].Speaker.Actor, t.reading.Statements[t.idx].Speaker.Name).Name
	}
	return ""
}

// local is a time in the summit's zone.
func (b *Board) local(t time.Time) time.Time {
	if loc, err := time.LoadLocation(b.r.c.Summit.Timezone); err == nil && b.r.c.Summit.Timezone != "" {
		return t.In(loc)
	}
	return t.UTC()
}
