package model

import "slices"

// clash is a pair of facts that cannot both hold.
type clash struct {
	a, b    int32 // a came first
	group   int32 // of a
	contest int32 // the first clash of that group and kind, by its place in the record
	kind    clashKind
	seen    int64 // ms; when the desk knew both
	out     int64 // ms; when both were out
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
	if f.kind == KindStatement && f.flags&flagsOfReadout != 0 {
		w.clashReadouts(i)
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

// noteClash keeps a clash of two reports of one group, of one with itself, or of
// two readouts.
func (w *writer) noteClash(a, b int32, kind clashKind) {
	x, y, n := w.ver(w.fact(a).ver), w.ver(w.fact(b).ver), int32(w.seg.top().clashes)
	c := clash{a: a, b: b, group: w.fact(a).group, contest: n, kind: kind, seen: max(x.seen, y.seen), out: max(x.out, y.out)}
	for i := range newestFirst(posted(&w.view, clashesIn, uint32(c.group), w.top.clashes)) {
		if o := w.view.clash(i); o.group == c.group && o.kind == kind {
			c.contest = o.contest
			break
		}
	}
	list := &w.seg.index.clashes
	list.add(uint32(c.group), n)
	if other := w.fact(b).group; other != c.group {
		list.add(uint32(other), n)
	}
	w.seg.clashes = append(w.seg.clashes, c)
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
	if (x.flags^y.flags)&flagNegative != 0 && jaccard(w.factWords(a), w.factWords(b)) >= .6 && !w.goesOn(w.factWords(a), w.factWords(b)) {
		return clashWording, true
	}
	if w.otherNumber(a, b) && w.otherNumber(b, a) {
		return clashNumber, true
	}
	return 0, false
}

// goesOn says whether one of two quotations only has more of it than the other:
// what turns the sentence round may then stand in the part that the other left out.
func (w *writer) goesOn(a, b []uint32) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	more := false
	for _, word := range b {
		if _, shared := slices.BinarySearch(a, word); !shared {
			more = more || !negations[w.r.dict.words.text[word]]
		}
	}
	return more && common(a, b) == len(a)
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
	if x.prec >= precHour && y.prec >= precHour {
		apart, planned := absDiff(x.when, y.when), (sx == Planned) != (sy == Planned)
		switch {
		case apart < tolerance(min(x.prec, y.prec)), planned && apart < punctual:
		case planned:
			return clashPlan, true
		default:
			return clashTime, true
		}
	}
	if x.prec == precDay && y.prec == precDay && x.when/86400 != y.when/86400 {
		return clashTime, true
	}
	if d.labels.text[x.class] == "departure" {
		return 0, false // one report names where from, another where to
	}
	if x.detail != 0 && y.detail != 0 && x.detail != y.detail && !w.near(a, b) {
		return clashPlace, true
	}
	return 0, false
}

// planWindow is how long after one plan another one contradicts it, in ms; later
// it is a change of plan.
const planWindow = 36 * msPerHour

// punctual is how far from its plan a thing may begin, in s, and be on time.
const punctual = 15 * 60

// tolerance is how far apart two times may be, in s, and still be the same.
func tolerance(p precision) int64 {
	if p == precMinute {
		return 2 * 60
	}
	return 90 * 60
}
