package model

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Two reports of one licence may let it run to two days, two of one suspension for two lengths, and
// two of one promise may name two days on which it is kept.

// otherTerm says whether two reports of a measure, told on one day, let it hold for two lengths or to
// two ends. Who tells that it was made longer tells what came of the other.
func (w *writer) otherTerm(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	if f.sector != g.sector || w.apart(i, j) > cameAbout || w.madeLonger(i) || w.madeLonger(j) || !w.countsTheSame(i, j) {
		return false
	}
	p, q := termAmong(w.textsOf(i)), termAmong(w.textsOf(j))
	if p != "" || q != "" {
		return p != "" && q != "" && p != q
	}
	return f.when != 0 && g.when != 0 && f.when/secondsPerDay != g.when/secondsPerDay
}

// longerStems are the stems by which a term is made longer.
var longerStems = stemsOf("extend extends extended extending extension renew renews renewed renewing renewal prolong prolongs prolonged")

func (w *writer) madeLonger(i int32) bool { return w.namesAny(i, longerStems) }

// longerSince says whether one of two reports of a measure for a time tells that it was made longer,
// and not the other, nor to the same day: it ends when it was made to, and who gave it told nothing
// of that.
func (w *writer) longerSince(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	if f.when != 0 && g.when != 0 {
		return f.when/secondsPerDay != g.when/secondsPerDay && (w.madeLonger(i) || w.madeLonger(j))
	}
	return f.flags&g.flags&flagTemporary != 0 && w.madeLonger(i) != w.madeLonger(j)
}

// textsOf are the words of a fact.
func (w *writer) textsOf(i int32) []string {
	out := make([]string, 0, maxFactWords)
	for _, no := range w.factWords(i) {
		out = append(out, w.r.dict.words.text[no])
	}
	return out
}

// spans are the stems of the units in which a term is told.
var spans = stemsOf("day days week weeks month months year years")

// termAmong is how long something holds by some stems in any order, such as "90 day": of one unit,
// and of one number that is no rate; empty for none or several.
func termAmong(stems []string) string {
	number, unit := "", ""
	for _, s := range stems {
		switch n := figure(s); {
		case spans[s] && unit != "" && unit != s, n != "" && !strings.HasSuffix(n, "%") && number != "" && number != n:
			return ""
		case spans[s]:
			unit = s
		case n != "" && !strings.HasSuffix(n, "%"):
			number = n
		}
	}
	if number == "" || unit == "" {
		return ""
	}
	return number + " " + unit
}

// termOf is by what a report of a measure takes its side in a contest about how long it holds.
func termOf(s *Signal, sentence string) string {
	if term := termAmong(eachStem(foldWords(sentence))); term != "" {
		return term
	}
	if end := signalEnd(s); end != 0 {
		return time.Unix(end, 0).UTC().Format(time.DateOnly)
	}
	return ""
}

// dayAmong is the day that some stems in any order name: a month with the one number beside it, else a
// weekday; empty for none or several.
func dayAmong(stems []string) string {
	month, weekday, number := "", "", ""
	for _, s := range stems {
		m, d := slices.Index(monthStems, s) >= 0, slices.Index(weekdayStems, s) >= 0
		isDay := false
		if isNumber(s) {
			n, err := strconv.Atoi(s)
			isDay = err == nil && n >= 1 && n <= 31
		}
		switch {
		case m && month != "" && month != s, d && weekday != "" && weekday != s, isDay && number != "" && number != s:
			return ""
		case m:
			month = s
		case d:
			weekday = s
		case isDay:
			number = s
		}
	}
	if month != "" && number != "" {
		return number + " " + month
	}
	return weekday
}

var monthStems, weekdayStems = eachStem(monthNames), eachStem(weekdayNames)

// eachStem are the stems of some folded words, in their order.
func eachStem(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = stem(w)
	}
	return out
}

// otherDay says whether two statements put what they tell, in otherwise the same words, on two days.
func (w *writer) otherDay(i, j int32) bool {
	p, q := w.dayOf(i), w.dayOf(j)
	if p == "" || q == "" || p == q || strings.Contains(p, " ") != strings.Contains(q, " ") {
		return false
	}
	a, b := w.withoutDays(i), w.withoutDays(j)
	shared := common(a, b)
	return shared >= leastOfDay && jaccard(a, b) >= .7
}

// dayOf is the day that the words of a fact name, empty for none or several. Few name any.
func (w *writer) dayOf(i int32) string {
	for _, word := range w.factWords(i) {
		if w.r.dict.kinds[word]&isOfDay != 0 {
			return dayAmong(w.textsOf(i))
		}
	}
	return ""
}

// leastOfDay is how many words beside their days two must share.
const leastOfDay = 3

// withoutDays are the words of a fact that are no number, no month and no weekday.
func (w *writer) withoutDays(i int32) []uint32 {
	return slices.DeleteFunc(w.withoutNumbers(i), func(word uint32) bool {
		text := w.r.dict.words.text[word]
		return isNumber(text) || slices.Contains(monthStems, text) || slices.Contains(weekdayStems, text)
	})
}

// dayIn is by what a statement takes its side in a contest about a day.
func dayIn(text string) string { return dayAmong(eachStem(foldWords(text))) }
