package extract

import (
	"strings"
	"time"

	"parley/model"
)

// Where an event is, and by what clock.

// place reads "in Alaska", "at the White House" after a trigger.
func (r *eventReader) place(lo, hi int) string {
	t := r.t
	for i := lo; i < hi-1; i++ {
		switch t.tok[i].low {
		case "in", "at", "to", "near", "inside":
		default:
			continue
		}
		if i > lo && (r.word(t, i-1)&hMatter != 0 || t.tok[i-1].low == "according") || r.otherClock(lo, i) {
			continue // what is talked of is there, not the talks
		}
		if t.tok[i].low == "to" && t.field == model.InText && !r.townAt(i+1) && r.word(t, i+1)&hDeterminer == 0 {
			continue // "spoke to Republican voters"
		}
		k := i + 1
		if t.tok[k].low == "the" && t.tok[k].is(flagCapital) {
			if p := r.placeAt(k, hi); strings.HasPrefix(p, "The ") {
				return p // "in The Hague"
			}
		}
		for k < hi && (r.word(t, k)&hDeterminer != 0 || r.lex.of(&t.tok[k])&(classDeterminer|classPossessive) != 0) {
			k++
		}
		if k >= hi {
			return ""
		}
		p := r.placeAt(k, hi)
		if p == "" {
			continue
		}
		if end := k + len(r.cut(p)); r.qualifies(end, hi) {
			m, named := r.who.nameAt(t, k)
			if named && !m.seat && r.any(end, end+1, "mission", "embassy", "consulate", "residence", "delegation") {
				return r.place(end, hi) // "at the Norwegian embassy in Tarn"
			}
			if q := r.place(end, hi); named && !m.seat && (q != "" || r.isRole(end, roleNoun) || end+1 < hi && r.isRole(end+1, roleNoun)) {
				return q
			}
		}
		return p
	}
	return ""
}

// otherClock tells whether a second clock time ends at i, which only tells those at another
// place when it is: "at 11:30, 21:30 in Berlin".
func (r *eventReader) otherClock(lo, i int) bool {
	first, n := r.ev.times.firstClock(r.t, lo, i)
	if n == 0 {
		return false
	}
	second, m := r.ev.times.firstClock(r.t, first+n, i)
	return m > 0 && second+m == i
}

// qualifies tells whether a noun follows at i that a state's name before it may only
// describe: "at U.S. air base in Tarn", "at the Coastland peace summit".
func (r *eventReader) qualifies(i, hi int) bool {
	if i >= hi || !r.t.tok[i].wordy() || r.day(i) {
		return false
	}
	const joins = hPrep | hBreak | hAdverb | hVerb | hDeterminer | hPronoun | hQuestion
	low := r.t.tok[i].low
	_, _, dated := date(r.t, i, hi, r.written, 1)
	return r.word(r.t, i)&joins == 0 && dated == 0 && low != "and" && low != "or" && low != "with"
}

// placeAt reads a place's name at k.
func (r *eventReader) placeAt(k, hi int) string {
	t := r.t
	if _, n, ok := r.ev.times.places.match(t.tok, k); ok && n > 1 && t.tok[k].is(flagCapital) && k+n <= hi {
		return t.raw(k, k+n) // "The Hague"
	}
	for k < hi && r.lex.of(&t.tok[k])&(classDeterminer|classPossessive) != 0 {
		k++
	}
	if k >= hi {
		return ""
	}
	if _, n, ok := r.ev.times.places.match(t.tok, k); ok && t.tok[k].is(flagCapital) && k+n <= hi {
		return t.raw(k, k+n)
	}
	if m, ok := r.who.nameAt(t, k); ok && (m.seat || r.who.actors[m.actor].Kind == model.State) && m.how == byName {
		return t.raw(m.lo, m.hi)
	}
	if !r.cased {
		end := k
		for end < hi && t.tok[end].is(flagCapital) && months[t.tok[end].low] == 0 && !r.day(end) {
			end++
		}
		if end > k && end+1 < hi && t.tok[end].low == "of" && r.any(end-1, end, "state", "city", "town", "republic", "kingdom") {
			return r.placeAt(end+1, hi) // "the Great State of Alaska"
		}
		if end == k+1 && end < hi && (strings.HasSuffix(t.tok[k].low, "ian") || strings.HasSuffix(t.tok[k].low, "ese")) && r.qualifies(end, hi) {
			return "" // "at Tarnian request"
		}
		if end > k && end-k < 5 && !r.who.known(t, end-1) {
			return t.raw(k, end)
		}
	}
	return ""
}

func (r *eventReader) day(i int) bool {
	low := r.t.tok[i].low
	if !strings.HasSuffix(low, "day") {
		return false
	}
	_, ok := weekdays[low]
	return ok
}

// localTime tells whether a stretch has "local time", which is that of the place it tells of.
func (r *eventReader) localTime(s stretch) bool {
	for k := s.lo; k+1 < s.hi; k++ {
		if r.t.tok[k].low == "local" && r.t.tok[k+1].low == "time" {
			return true
		}
	}
	return false
}

// zoneAt is the zone of a place, nil when that is not known.
func (r *eventReader) zoneAt(place string) *time.Location {
	zone, _, _ := r.ev.times.places.match(r.cut(place), 0)
	return zone
}

// whereItIs tells whether a zone is that in which the events are.
func (r *eventReader) whereItIs(at *time.Location) bool {
	return at != nil && !r.ev.day.IsZero() && at.String() == r.ev.times.local.String()
}

// townAt tells whether the name of a place, or of a state, stands right at i.
func (r *eventReader) townAt(i int) bool {
	if i >= len(r.t.tok) || !r.t.tok[i].is(flagCapital) {
		return false
	}
	_, _, town := r.ev.times.places.match(r.t.tok, i)
	_, named := r.who.nameAt(r.t, i)
	return town || named || r.t.tok[i].id == 0
}
