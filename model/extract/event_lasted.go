package extract

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"parley/model"
)

// How long a meeting or a call went on stands with it ("held a 90-minute call", "met for
// two hours") or in a sentence of its own ("The call lasted 40 minutes"), which may be
// the only thing that a text tells below its headline.

// ownLength is a length told in a sentence that tells of no event, with the kind of the
// event that it is the length of.
type ownLength struct {
	kind string
	took model.Length
}

// lengths gives the events of a segment, which begin at the n-th found, how long they were,
// or keeps the length for an event that was told before.
func (r *eventReader) lengths(s stretch, n int) {
	from := s.lo
	first, _ := slices.BinarySearch(r.units, s.lo)
	for _, at := range r.units[first:] {
		if at >= s.hi {
			break
		}
		if at < from {
			continue
		}
		for i := max(from, at-4); i <= at; i++ {
			took, k := r.length(i, s.hi)
			if k == 0 {
				continue
			}
			kind, head := r.lengthOf(s, i, i+k)
			if kind != "" && (len(r.found) == n || !r.giveLength(n, head, kind, took)) && len(r.found) == n {
				r.own = append(r.own, ownLength{kind, took})
			}
			from = i + k
			break
		}
	}
}

// markUnits marks the words of hours or minutes, once all lists are read.
func (e *events) markUnits() {
	for _, word := range e.lex.known.words[1:] {
		if isUnit(word) {
			e.lex.mark(word, e.unit)
		}
	}
}

// unitsIn finds where hours or minutes stand in a text.
func (e *events) unitsIn(t *text) (at []int) {
	if !timed(t.s) {
		return nil
	}
	toks, unit := t.tok, e.unit
	for i := range toks {
		if k := &toks[i]; k.starts&unit != 0 || k.word == 0 && isUnit(k.low) {
			at = append(at, i)
		}
	}
	return at
}

// isUnit tells whether a word is of hours or minutes: "minutes", "90-minute".
func isUnit(low string) bool {
	switch low[0] { // a token is never empty
	case 'h':
		return strings.HasPrefix(low, "hour")
	case 'm':
		return strings.HasPrefix(low, "minute") || low == "min"
	}
	switch low[len(low)-1] {
	case 'r':
		return strings.HasSuffix(low, "-hour")
	case 'e':
		return strings.HasSuffix(low, "-minute")
	case 'n':
		return strings.HasSuffix(low, "-min")
	}
	return false
}

// timed tells whether hours or minutes are told of in a text otherwise than in capitals.
func timed(s string) bool {
	for _, unit := range [...]string{"hour", "minute", "Hour", "Minute", "-min", " min "} {
		if strings.Contains(s, unit) {
			return true
		}
	}
	return false
}

// giveLength gives a length to the event from the n-th on that is nearest to token at.
func (r *eventReader) giveLength(n, at int, kind string, took model.Length) bool {
	best := -1
	for i := n; i < len(r.found); i++ {
		if r.found[i].Lasted == nil && lengthFits(r.found[i].Kind, kind) && happens(r.found[i].Status) && (best < 0 || r.heads[i].lo <= at) {
			best = i
		}
	}
	if best >= 0 {
		r.found[best].Lasted = &took
	}
	return best >= 0
}

// lengthsBelow gives the lengths told in sentences of their own to the last event of their
// kind in the text, else to the one of the headline.
func lengthsBelow(heads, below []model.Event, own []ownLength) {
	for _, o := range own {
		for _, list := range [][]model.Event{below, heads} {
			var fits []*model.Event
			for i := range list {
				if lengthFits(list[i].Kind, o.kind) && happens(list[i].Status) {
					fits = append(fits, &list[i])
				}
			}
			if len(fits) > 0 {
				if e := fits[len(fits)-1]; e.Lasted == nil {
					e.Lasted = &o.took
				}
				break
			}
		}
	}
}

func happens(status string) bool { return status == model.Done || status == model.UnderWay }

// lengthFits tells whether an event of a kind can be what a length of another is told of:
// a call is spoken of as talks, and talks as a meeting.
func lengthFits(kind, told string) bool {
	return kind == told || told == "talks" && (kind == "call" || kind == "meeting") || kind == "talks" && told == "meeting"
}

// lengthOf tells of which kind of event tokens lo to hi are the length, empty for none, and
// where it is named.
func (r *eventReader) lengthOf(s stretch, lo, hi int) (kind string, at int) {
	t := r.t
	if strings.Contains(t.tok[hi-1].low, "-") { // "two-hour closed-door talks"
		for k := hi; k < s.hi && k < hi+4; k++ {
			if w, _, ok := r.ev.terms.match(t.tok, k); ok && t.tok[k].id != 0 && w.is(roleNoun) {
				return w.kinds[roleNoun], k
			}
		}
		return "", 0
	}
	if hi < s.hi && r.beside(hi, hi+1, aroundCounting) {
		return "", 0
	}
	k := r.beforeRough(s.lo, lo) - 1
	if k <= s.lo {
		return "", 0
	}
	switch {
	case r.isRole(k, roleSpan):
	case t.tok[k].low == "for" && r.isRole(k-1, roleSpan|roleDo):
		if w, _, _ := r.ev.terms.match(t.tok, k-1); w.is(roleDo) {
			return w.kinds[roleDo], k - 1 // "they spoke for an hour"
		}
	case t.tok[k].low == "for":
	case t.tok[k].low == "after" && r.endsAt(s.lo, k):
	default:
		return "", 0
	}
	for ; k > s.lo-1; k-- {
		w, n, ok := r.ev.terms.match(t.tok, k)
		if !ok || t.tok[k].id == 0 || !w.is(roleNoun|roleDo) || k+n > lo {
			continue
		}
		if w.is(roleNoun) {
			return w.kinds[roleNoun], k
		}
		return w.kinds[roleDo], k
	}
	return "", 0
}

// endsAt tells whether what stands before token k says that something is over.
func (r *eventReader) endsAt(lo, k int) bool {
	for i := max(lo, k-2); i < k; i++ {
		if w, _, ok := r.ev.terms.match(r.t.tok, i); ok && r.t.tok[i].id != 0 && w.is(roleEnd) {
			return true
		}
	}
	return false
}

// beforeRough goes left from a length over what says that it is only near: "about", "a
// little over".
func (r *eventReader) beforeRough(lo, i int) int {
	for i > lo && r.beside(i-1, i, aroundRough) {
		i--
	}
	return i
}

// length reads how long something took at token i: "90 minutes", "two and a half hours",
// "an hour and 20 minutes", "two-hour"; n is how many tokens that is, 0 for none.
func (r *eventReader) length(i, hi int) (took model.Length, n int) {
	t := r.t
	took.AtLeast = i > 0 && (r.any(i-1, i, "over") || i > 1 && r.any(i-1, i, "than", "least") && r.any(i-2, i-1, "more", "at"))
	if head, tail, ok := strings.Cut(t.tok[i].low, "-"); ok {
		unit, _, _ := strings.Cut(tail, "-")
		x, num := amount(head)
		if took.Minutes = minutes(x, unit); !num || took.Minutes == 0 {
			return took, 0
		}
		return took, 1
	}
	low := func(k int) string {
		if k < hi {
			return t.tok[k].low
		}
		return ""
	}
	k := i
	x, ok := amount(low(k))
	switch {
	case low(k) == "half" && (low(k+1) == "an" || low(k+1) == "a"):
		x, k = .5, k+2
	case !ok:
		return took, 0
	default:
		k++
	}
	if low(k) == "and" && low(k+1) == "a" && low(k+2) == "half" {
		x, k = x+.5, k+3
	}
	if took.Minutes = minutes(x, low(k)); took.Minutes == 0 {
		return took, 0
	}
	k++
	switch hour := strings.HasPrefix(low(k-1), "hour"); {
	case hour && low(k) == "and" && low(k+1) == "a" && low(k+2) == "half":
		took.Minutes, k = took.Minutes+30, k+3
	case hour:
		and := k
		if low(and) == "and" {
			and++
		}
		if more, ok := amount(low(and)); ok && strings.HasPrefix(low(and+1), "minute") {
			took.Minutes, k = took.Minutes+int(more), and+2
		}
	}
	return took, k - i
}

// amount reads "90", "2.5", "two", "a" and "an".
func amount(word string) (float64, bool) {
	switch {
	case word == "a", word == "an":
		return 1, true
	case word == "":
		return 0, false
	case word[0] < '0' || word[0] > '9':
		n, ok := smallNumber(word)
		return float64(n), ok
	}
	x, err := strconv.ParseFloat(word, 64)
	return x, err == nil && x > 0 && x < 1000
}

// minutes is how many an amount of hours or minutes is, 0 for another unit or more than
// two days.
func minutes(x float64, unit string) int {
	switch unit {
	case "minute", "minutes", "min":
	case "hour", "hours":
		x *= 60
	default:
		return 0
	}
	if x > 48*60 {
		return 0
	}
	return int(math.Round(x))
}
