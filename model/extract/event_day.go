package extract

import (
	"strings"
	"time"

	"parley/model"
)

// A plan is often told with a clock time alone, because its day was named before:
// in the sentence above, or, for a headline, in the text below it.

// whenOf reads when an event is told to be. In running text the time nearest to it counts:
// behind it, then before it in its clause, then where the sentence begins.
func (r *eventReader) whenOf(status string, head, s stretch, at *time.Location) model.When {
	if r.t.field == model.InTitle {
		return r.when(status, s, at)
	}
	aside := min(r.beforeComma(head.hi, min(head.hi+8, s.hi)), s.hi)
	if aside > head.hi && r.when(status, stretch{head.hi, aside}, at).Start != "" {
		aside = head.hi // its own time is told before
	}
	if close := r.afterRelative(aside, s.hi); close > aside {
		if w := r.whenOut(status, stretch{close, s.hi}, at); w.Start != "" {
			return w // "the talks, which began on Monday, ended on Tuesday"
		}
	}
	for k := head.hi; k+1 < s.hi; k++ {
		if r.t.tok[k].low == "," && (strings.HasSuffix(r.t.tok[k+1].low, "ing") || r.any(k+1, k+2, "who", "which", "where", "whose")) {
			s.hi = k // what comes along with it has a time of its own
		}
	}
	w := r.whenOut(status, stretch{head.lo, s.hi}, at)
	if w.Precision == "minute" || w.Precision == "hour" {
		return r.when(status, s, at) // its day may stand before it
	}
	lo := s.lo
	for k := head.lo - 1; k > s.lo && lo == s.lo; k-- {
		if _, _, brk := r.breaks.match(r.t.tok, k); brk {
			lo = k
		}
	}
	if w.Start == "" {
		w = r.whenOut(status, stretch{lo, head.lo}, at)
	}
	if w.Start == "" && lo > s.lo && r.word(r.t, s.lo)&hPrep != 0 {
		w = r.whenOut(status, stretch{s.lo, r.beforeComma(s.lo, lo)}, at)
	}
	return w
}

// countedWithin tells whether a headline's only time is that within which events are counted:
// "second dinner in two days", "third visit this year".
func (r *eventReader) countedWithin(s stretch) bool {
	for k := s.lo; k < s.hi; k++ {
		if !r.any(k, k+1, "second", "third", "fourth", "fifth", "sixth", "first") {
			continue
		}
		for i := k + 1; i+1 < s.hi && i < k+6; i++ {
			if r.any(i, i+1, "this") && r.any(i+1, i+2, "year", "month", "week") || i+2 < s.hi && r.any(i, i+1, "in") && r.any(i+2, i+3, "days", "weeks", "months", "years") {
				return true
			}
		}
	}
	return false
}

// afterRelative returns where a relative clause ends that begins at i, i for anything else.
func (r *eventReader) afterRelative(i, hi int) int {
	if i+2 >= hi || r.t.tok[i].low != "," || !r.any(i+1, i+2, "who", "which", "whose", "where") && !(r.any(i+1, i+2, "originally", "initially", "previously", "first") && r.any(i+2, i+3, "planned", "scheduled", "due", "set")) {
		return i
	}
	if end := r.beforeWord(",", i+1, hi); end < hi {
		return end
	}
	return i
}

// whenOut reads the time in a stretch but for the days on which something was only said:
// "X said on Thursday that he would meet Y".
func (r *eventReader) whenOut(status string, s stretch, at *time.Location) model.When {
	from := s.lo
	for k := s.lo; k < s.hi; k++ {
		day := r.saidOn(k, s.hi)
		if day < 0 {
			continue
		}
		if w := r.when(status, stretch{from, k}, at); w.Start != "" {
			return w
		}
		from, k = day+1, day
	}
	return r.when(status, stretch{from, s.hi}, at)
}

// saidOn is where the weekday or the clock time ends when was said what the cue at k reports,
// -1 for none: "said on Thursday", "told reporters Thursday", "said at noon".
func (r *eventReader) saidOn(k, hi int) int {
	v, n, ok := r.verbs.match(r.t.tok, k)
	if !ok || v.frame != frameSay && v.frame != frameTell {
		return -1
	}
	k += n
	for d := k; d+1 < hi && d < k+7 && r.t.tok[d].wordy(); d++ {
		if r.day(d) && r.t.tok[d+1].low == "that" {
			return d // "told Y by phone on Monday that"
		}
	}
	if v.frame == frameTell && k+1 < hi && !r.day(k) && r.t.tok[k].low != "on" {
		k++ // who was told
	}
	if k+1 < hi && r.t.tok[k].low == "on" {
		k++
	}
	if k < hi && r.day(k) {
		return k
	}
	if r.t.field == model.InText && k+1 < hi && r.t.tok[k].low == "at" {
		if _, _, n := r.ev.times.clock(r.t, k+1, hi); n > 0 {
			return k + n
		}
	}
	return -1
}

// dayless tells whether a stretch has a clock time and no day to it.
func (tm *times) dayless(t *text, s stretch, written time.Time) bool {
	if _, n := tm.firstClock(t, s.lo, s.hi); n == 0 {
		return false
	}
	for i := s.lo; i < s.hi; i++ {
		if _, precision, n := date(t, i, s.hi, written, 1); n > 0 && precision == "day" {
			return false
		}
	}
	return true
}

// dayBefore gives a plan without a day the one of the last plan that had one.
func (r *eventReader) dayBefore(w model.When, s stretch) model.When {
	at, known := startOf(w)
	if !known || w.Precision != "minute" || !r.ev.times.dayless(r.t, s, r.written) {
		return w
	}
	for i := len(r.found) - 1; i >= 0; i-- {
		day, known := startOf(r.found[i].When)
		if !known || r.found[i].Status != model.Planned || r.found[i].When.Precision != "minute" && r.found[i].When.Precision != "day" {
			continue
		}
		moved := time.Date(day.Year(), day.Month(), day.Day(), at.Hour(), at.Minute(), 0, 0, at.Location())
		return model.When{Start: moved.Format(time.RFC3339), Precision: "minute"}
	}
	return w
}

// eve is how long before the day of the events a plan may leave its day out.
const eve = 48 * time.Hour

// onTheEve gives a plan without a day, told shortly before the events begin, their day.
func (r *eventReader) onTheEve(w model.When, s stretch) model.When {
	at, known := startOf(w)
	if !known || r.ev.day.IsZero() || w.Precision != "minute" || !r.ev.times.dayless(r.t, s, r.written) || !r.written.Before(r.ev.day) || r.ev.day.Sub(r.written) > eve {
		return w
	}
	day := r.ev.day.In(at.Location())
	return model.When{Start: time.Date(day.Year(), day.Month(), day.Day(), at.Hour(), at.Minute(), 0, 0, at.Location()).Format(time.RFC3339), Precision: "minute"}
}

// dayBelow gives the plans of a headline that names a clock time and no day the
// day that the text below names for the same clock time.
func (tm *times) dayBelow(title *text, heads, below []model.Event, written time.Time) {
	if !tm.dayless(title, stretch{0, len(title.tok)}, written) {
		return
	}
	for i := range heads {
		at, known := startOf(heads[i].When)
		if !known || heads[i].Status != model.Planned || heads[i].When.Precision != "minute" {
			continue
		}
		for _, b := range below {
			told, known := startOf(b.When)
			if known && b.Status == model.Planned && b.When.Precision == "minute" && told.Hour() == at.Hour() && told.Minute() == at.Minute() {
				heads[i].When = b.When
				break
			}
		}
	}
}

// beforeNext returns where between lo and hi begins what is told of the next event, hi where
// nothing is: "held talks, next round planned for Tuesday".
func (r *eventReader) beforeNext(lo, hi int) int {
	for k := lo; k+1 < hi; k++ {
		if r.any(k, k+1, "next", "another", "new", "further", "second", "third") && (r.any(k+1, k+2, "round") || r.anyRole(k+1, min(k+3, hi), roleNoun)) {
			return k
		}
	}
	return hi
}
