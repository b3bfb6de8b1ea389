package model

import (
	"slices"
	"time"
)

// clash is a pair of facts that cannot both hold.
type clash struct {
	a, b    int32 // a came first
	contest int32 // the first clash of what it is about, by its place in the record
	kind    clashKind
	ofSides bool  // it is of what two sides claim: all that is told of either belongs to it
	own     bool  // b takes the place of a: one house tells both, or what was open came about
	seen    int64 // ms; when the desk knew both
	out     int64 // ms; when both were out
}

type clashKind uint8

const (
	clashTime clashKind = iota // two accounts of when it was
	clashPlace
	clashNumber
	clashPlan  // a plan against what then happened
	clashPlans // two plans
	clashReadout
	clashAgreement
	clashWeekday
	clashWording
	clashVenue
	clashAsked
	clashLength
	clashRate    // how high a measure is
	clashTerm    // how long it holds
	clashDay     // on which day it is to be what statements tell
	clashOff     // whether something is off
	clashForce   // whether it is in force
	clashDeal    // whether there is an agreement, by reports
	clashMeasure // whether a measure was taken, or a threat stands
	clashDenied  // whether it is so what somebody says
	clashFigure  // which figure he says
	clashDays    // on which day it is to be what two of them say
	clashKinds
)

// clashNames is what a Conflict calls each kind.
var clashNames = [clashKinds]string{
	clashTime: "time", clashPlans: "time",
	clashPlace: "place", clashVenue: "place",
	clashReadout: "readout", clashAsked: "readout",
	clashNumber: "number", clashPlan: "plan", clashAgreement: "agreement", clashWeekday: "weekday",
	clashWording: "wording", clashLength: "length", clashRate: "number", clashTerm: "length", clashDay: "time", clashOff: "cancellation",
	clashForce: "agreement", clashDeal: "agreement", clashMeasure: "measure", clashDenied: "denial", clashFigure: "number", clashDays: "time",
}

// ofRows says whether it is of two rows of the board as they stand, and neither of reports of
// one row nor of what sides claim.
func (k clashKind) ofRows() bool { return k >= clashOff }

// settles says whether it is no clash, but what came of one of two sides.
func (c *clash) settles() bool { return c.own && c.ofSides }

// mayBeMended says whether the later word of a house takes the place of its earlier one:
// times, places and numbers are mended, what happened is not.
func (k clashKind) mayBeMended() bool {
	return k == clashTime || k == clashPlans || k == clashPlace || k == clashNumber || k == clashLength || k == clashRate || k == clashTerm || k == clashDay || k == clashFigure || k == clashDays
}

// about is the kind of its contest: one event has one contest about when it was to be,
// and one about when it was.
func (k clashKind) about() clashKind {
	if k == clashPlans {
		return clashPlan
	}
	return k
}

// clashesOf notes with which earlier reports of the same thing a fact cannot hold.
func (w *writer) clashesOf(i int32) {
	f := w.fact(i)
	if f.flags&flagWeekday != 0 {
		w.noteClash(i, i, clashWeekday)
	}
	w.clashOffs(i)
	switch {
	case f.kind == KindSignal:
		w.clashMeasures(i)
	case f.kind == KindEvent:
		w.settleVenue(i)
		w.clashOutcomes(i)
	default:
		if f.flags&flagsOfReadout != 0 {
			w.clashReadouts(i)
		}
		w.clashDenials(i)
	}
	steps, noted := 0, 0
	for j := f.prev; j >= 0 && steps < maxMatches && noted < maxClashes; j = w.fact(j).prev {
		steps++
		if w.ver(f.ver).item == w.ver(w.fact(j).ver).item {
			continue
		}
		if kind, ok := w.clash(j, i); ok {
			w.noteClash(j, i, kind)
			noted++
		}
	}
}

// maxClashes is how many of the reports before it a fact is set against. Where
// thousands differ, each with the latest of them tells as much as each with all.
const maxClashes = 16

// noteClash keeps a clash of two reports of one group, of one with itself, or of
// two readouts, or what settles one.
func (w *writer) noteClash(a, b int32, kind clashKind) {
	f, g := w.fact(a), w.fact(b)
	x, y, n := w.ver(f.ver), w.ver(g.ver), int32(w.seg.top().clashes)
	c := clash{
		a: a, b: b, contest: n, kind: kind, seen: max(x.seen, y.seen), out: max(x.out, y.out),
		ofSides: !kind.ofRows() && (f.group != g.group || kind == clashVenue || kind == clashAsked),
	}
	switch {
	case kind.mayBeMended():
		c.own = w.r.houses[x.feed] == w.r.houses[y.feed]
	case kind == clashVenue:
		c.own = g.kind == KindEvent
	}
	keys := []uint32{uint32(f.group), uint32(g.group)}
	if c.ofSides && kind != clashReadout {
		keys = append(keys, matterOf(kind))
	}
	for _, key := range keys {
		if o := w.latestAbout(&c, key); o != nil && c.contest == n {
			c.contest = o.contest
		}
	}
	slices.Sort(keys)
	for _, key := range slices.Compact(keys) {
		w.seg.index.clashes.add(key, n)
	}
	w.seg.clashes = append(w.seg.clashes, c)
}

// latestAbout is the latest clash under a key that is about what another one is.
func (w *writer) latestAbout(c *clash, key uint32) *clash {
	window := int64(readoutWindow)
	if c.kind == clashVenue || c.kind == clashAsked {
		window = askedWindow
	}
	for i := range newestFirst(posted(&w.view, clashesIn, key, w.top.clashes)) {
		o := w.view.clash(i)
		if o.kind.about() == c.kind.about() && o.ofSides == c.ofSides && (!c.ofSides || absDiff(o.seen, c.seen) <= window) {
			return &o
		}
	}
	return nil
}

// matterOf is by what clashes of sides of a kind are found, whatever statements they
// are told in; there is no group of that number.
func matterOf(kind clashKind) uint32 { return 1<<31 | uint32(kind) }

// clash says whether two reports of one fact contradict each other, and in what.
func (w *writer) clash(a, b int32) (clashKind, bool) {
	x := w.fact(a)
	switch x.kind {
	case KindStatement:
		return w.clashWords(a, b)
	case KindEvent:
		return w.clashEvents(a, b)
	}
	if w.otherRate(a, b) {
		return clashRate, true
	}
	return clashTerm, w.otherTerm(a, b)
}

// clashWords looks for a turned polarity or another number in near words.
func (w *writer) clashWords(a, b int32) (clashKind, bool) {
	x, y := w.fact(a), w.fact(b)
	if (x.flags^y.flags)&flagNegative != 0 && jaccard(w.factWords(a), w.factWords(b)) >= .6 && !w.goesOn(w.factWords(a), w.factWords(b)) {
		return clashWording, true
	}
	if w.apart(a, b) <= cameAbout && w.otherDay(a, b) {
		return clashDay, true
	}
	if w.otherNumber(a, b) && w.otherNumber(b, a) && w.countsTheSame(a, b) {
		return clashNumber, true
	}
	if p, q := w.spelledIn(a), w.spelledIn(b); p != "" && q != "" && p != q && jaccard(w.withoutNumbers(a), w.withoutNumbers(b)) >= .75 {
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

// countsTheSame says whether the numbers of two statements can be of one thing: half of the
// other words of the shorter one stand in both. Two parts of one longer statement may
// have a number each.
func (w *writer) countsTheSame(a, b int32) bool {
	x, y := w.withoutNumbers(a), w.withoutNumbers(b)
	return 2*common(x, y) >= min(len(x), len(y))
}

func (w *writer) withoutNumbers(i int32) []uint32 {
	return slices.DeleteFunc(slices.Clone(w.factWords(i)), func(word uint32) bool { return w.r.dict.kinds[word]&isFigure != 0 })
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

// spelledIn is the one number of a statement where that may be written as a word, empty for
// none or several. Such words stand in many phrases, so that they tell less than figures.
func (w *writer) spelledIn(i int32) (n string) {
	for _, word := range w.factWords(i) {
		if w.r.dict.kinds[word]&isFigure == 0 {
			continue
		}
		if n != "" {
			return ""
		}
		n = figure(w.r.dict.words.text[word])
	}
	return n
}

// figure is a word as a number in figures, empty for none.
func figure(word string) string {
	if isNumber(word) {
		return word
	}
	return spelledNumbers[word]
}

// spelledNumbers are the stems of numbers that are written as words, and of no other thing.
var spelledNumbers = map[string]string{
	"two": "2", "thre": "3", "four": "4", "fiv": "5", "six": "6", "seven": "7", "eight": "8", "nin": "9", "ten": "10", "eleven": "11", "twelv": "12",
}

func (w *writer) clashEvents(a, b int32) (clashKind, bool) {
	x, y, d := w.fact(a), w.fact(b), &w.r.dict
	sx, sy := d.labels.text[x.sector], d.labels.text[y.sector]
	apart := w.apart(a, b)
	happened := func(s string) bool { return s == Done || s == UnderWay }
	not := func(s string) bool { return s == EventDenied || s == NoneReached }
	if happened(sx) && not(sy) || not(sx) && happened(sy) {
		switch {
		case apart > planWindow || not(sx) && apart > cameAbout:
			return 0, false // what was denied came about
		case d.labels.text[x.class] == "agreement":
			return clashAgreement, true
		case jaccard(w.factWords(a), w.factWords(b)) < .3:
			return 0, false // denied is something else about it
		}
		return clashReadout, true
	}
	if (x.flags|y.flags)&flagOpen != 0 || sx == Planned && sy == Planned && apart > planWindow {
		return 0, false // what is only suggested contradicts nothing, and plans change
	}
	if d.labels.text[x.class] == cancellation && (w.putsOff(a) || w.putsOff(b)) {
		return 0, false // one names the day that it was to be, the other the day that it will be
	}
	if x.prec >= precHour && y.prec >= precHour {
		if kind := timeClash(sx, sy); absDiff(x.when, y.when) > tolerance(kind, min(x.prec, y.prec)) {
			return kind, true
		}
	}
	if x.prec == precDay && y.prec == precDay && x.when/secondsPerDay != y.when/secondsPerDay && !(happened(sx) && happened(sy) && w.toldOnItsDay(a) && w.toldOnItsDay(b)) {
		return timeClash(sx, sy), true
	}
	if otherLength(x.flags, y.flags) {
		return clashLength, true
	}
	if d.labels.text[x.class] == "departure" {
		return 0, false // one report names where from, another where to
	}
	if x.detail != 0 && y.detail != 0 && x.detail != y.detail && !w.near(a, b) {
		return clashPlace, true
	}
	return 0, false
}

// putsOff says whether the report of a cancellation names another day for what it takes back.
func (w *writer) putsOff(i int32) bool { return w.namesAny(i, laterStems) }

// laterStems are the stems by which a meeting is put off.
var laterStems = stemsOf("postpone postponed postpones delay delayed delays reschedule rescheduled moved pushed put")

// toldOnItsDay says whether what happened on a day, in UTC, was told on that day: of what goes
// on for two days each report names its own.
func (w *writer) toldOnItsDay(i int32) bool {
	return w.fact(i).when/secondsPerDay == w.factTold(i)/msPerDay
}

// timeClash is what it is that two reports of such statuses name different times: two
// plans, a plan that changed, or two accounts of what happened.
func timeClash(sx, sy string) clashKind {
	switch {
	case sx == Planned && sy == Planned:
		return clashPlans
	case sx == Planned || sy == Planned:
		return clashPlan
	}
	return clashTime
}

// otherLength says whether two lengths of an event cannot both be right: they are a fifth
// and ten minutes apart, since "about an hour" is no measure, and the shorter one is not
// just the least that it was.
func otherLength(f, g factFlags) bool {
	if f.lasted() > g.lasted() {
		f, g = g, f
	}
	short, long := f.lasted(), g.lasted()
	return short > 0 && f&flagAtLeast == 0 && long-short > 10 && 5*(long-short) > long
}

// cameAbout is how long after it was denied that a thing happened it is told to have
// happened without contradiction, in ms.
const cameAbout = 12 * msPerHour

// planWindow is how long after one plan another one contradicts it, in ms; later
// it is a change of plan.
const planWindow = 36 * msPerHour

// Rounding is how far apart two times of day may be that reports give of one thing
// that happened, and contradict each other in nothing.
const Rounding = 10 * time.Minute

// tolerance is how far apart two reports may put an event, in s, and tell the same time,
// by what they tell and how precise the less precise of them is. Where one names an hour
// only, it means all of that hour. Of what happened each reporter has his own first
// moment (the wheels, the door, the handshake) and may be off by Rounding; what is held may
// begin a quarter of an hour off its plan; a plan is set and not measured, so that of two
// plans a minute tells.
func tolerance(kind clashKind, p precision) int64 {
	switch {
	case p < precMinute:
		return 59 * 60
	case kind == clashTime:
		return int64(Rounding / time.Second)
	case kind == clashPlan:
		return 15*60 - 1
	}
	return 60
}
