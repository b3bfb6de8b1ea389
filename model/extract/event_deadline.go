package extract

import (
	"strings"
	"time"

	"parley/model"
)

// deadline reads "deadline looms", "sets deadline", "deadline passes".
func (r *eventReader) deadline(s stretch, i, n int) bool {
	t := r.t
	ev := model.Event{Kind: "deadline", Rule: "event-deadline"}
	for k := i + n; k < s.hi && k < i+n+9; k++ {
		switch {
		case t.field == model.InText && t.tok[k].low == "set" && k > i+n && !r.any(k-1, k, "is", "was", "be", "been"): // "the deadline that X set"
		case r.beside(k, k+1, aroundDue), k == i+n && r.any(k, k+1, "is", "falls") && k+1 < s.hi && r.overTime(k+1, s.hi) > k+1 && !r.any(r.overTime(k+1, s.hi)-1, r.overTime(k+1, s.hi), "on"):
			ev.Status = model.Planned
		case r.any(k, k+1, "ran", "runs", "run") && k+1 < s.hi && r.any(k+1, k+2, "out"), r.beside(k, k+1, aroundFallen) && (t.tok[k].low != "missed" || k == i+n || r.any(k-1, k, "was", "been", "is")):
			ev.Status = model.Done
			if strings.HasSuffix(t.tok[k].low, "s") && r.namesDay(stretch{k, s.hi}) {
				ev.Status = model.Planned // "expires on Tuesday", told on a Monday
			}
		}
	}
	if g, w := r.governor(s, r.nameStart(s, i)); g >= 0 && (w.lemma == "set" || w.lemma == "give") {
		ev.Status = model.Planned
		end, _ := r.auxBefore(r.clauseStart(s, g), g)
		ev.Participants, _ = r.doers(s, r.clauseStart(s, g), end)
	}
	if start := r.nameStart(s, i); ev.Status == "" && t.field == model.InTitle && r.any(max(s.lo, start-2), i, "shortens", "shortened", "shorten", "moves", "moved", "brings", "brought", "cuts", "tightens", "tightened") {
		np, _ := r.subject(s)
		ev.Status, ev.Participants = model.Planned, r.subjectActors(np)
	}
	if start := r.nameStart(s, i); ev.Status == "" && t.field == model.InTitle {
		np, _ := r.subject(s)
		switch {
		case r.any(max(s.lo, start-2), i, "by") && r.any(s.lo, start, "must", "should", "has", "have", "told", "ordered"):
			ev.Status, ev.Participants = model.Planned, r.subjectActors(np) // "must withdraw by Friday deadline"
		case r.any(max(s.lo, start-1), i, "misses", "missed", "miss") && !r.beside(max(s.lo, start-4), start, aroundModal|aroundDistant):
			ev.Status, ev.Participants = model.Done, r.subjectActors(np)
		case r.any(max(s.lo, start-1), i, "faces", "face"):
			ev.Status, ev.Participants = model.Planned, r.subjectActors(np)
		}
	}
	if ev.Status == "" {
		return false
	}
	ev.When = r.falls(s, i, n, ev.Status)
	return r.add(ev, stretch{r.nameStart(s, i), min(i+n+1, s.hi)}, s)
}

// namesDay tells whether a stretch names a day that is not over.
func (r *eventReader) namesDay(s stretch) bool {
	w := r.when(model.Planned, s, nil)
	return w.Precision == "day" && !r.past(w)
}

// falls reads when a deadline falls. "On Monday" beside the verb that sets it is the
// day on which it was set; when it falls stands in its name ("8 August deadline",
// "50-day deadline") or behind "of", "until", "by" and "makes it".
func (r *eventReader) falls(s stretch, i, n int, status string) model.When {
	t, unknown := r.t, model.When{Precision: "unknown"}
	if status == model.Done {
		return r.when(status, s, nil)
	}
	if r.written.IsZero() {
		return unknown
	}
	today := midnight(r.written)
	for k := max(s.lo, i-4); k < i; k++ {
		if day, precision, m := date(t, k, i, today, 1); m > 0 && k+m == i {
			return model.When{Start: day.Format(time.RFC3339), Precision: precision}
		}
		if count, unit, ok := strings.Cut(t.tok[k].low, "-"); ok && k == i-1 {
			if days, ok := daysIn(count, unit); ok {
				return model.When{Start: today.AddDate(0, 0, days).Format(time.RFC3339), Precision: "day"}
			}
		}
	}
	best := unknown
	for k := i + n; k < s.hi && k < i+n+22; k++ {
		switch low := t.tok[k].low; {
		case low == "is" && k == i+n, low == "falls" && k == i+n, low == "of", low == "until", low == "till", low == "by", low == "to", low == "at", low == "it" && t.tok[k-1].low == "makes",
			low == "on" && !r.settles(s, i):
		default:
			continue
		}
		from := k + 1
		for from < s.hi && (t.tok[from].kind == quoteToken || t.tok[from].low == "the") {
			from++
		}
		if day, precision, m := date(t, from, s.hi, today, 1); m > 0 {
			return model.When{Start: day.Format(time.RFC3339), Precision: precision}
		}
		if from+1 < s.hi {
			if days, ok := daysIn(t.tok[from].low, t.tok[from+1].low); ok {
				best = model.When{Start: today.AddDate(0, 0, days).Format(time.RFC3339), Precision: "day"}
			}
		}
	}
	return best
}

// settles tells whether somebody sets the deadline that is named at i.
func (r *eventReader) settles(s stretch, i int) bool {
	g, w := r.governor(s, r.nameStart(s, i))
	return g >= 0 && (w.lemma == "set" || w.lemma == "give")
}

// daysIn counts the days of "10 days", "two weeks", "50-day".
func daysIn(count, unit string) (int, bool) {
	n, ok := smallNumber(count)
	switch strings.TrimSuffix(unit, "s") {
	case "day":
		return n, ok
	case "week":
		return 7 * n, ok
	}
	return 0, false
}

// grace reads "X gives Y until Monday to …", and "Y has until Monday to …", as the deadline that
// is told.
func (r *eventReader) grace(s stretch) {
	t := r.t
	if t.mayHold(s, r.ev.until) {
		for k := s.lo + 2; k+1 < s.hi; k++ {
			if t.tok[k].starts&r.ev.until != 0 && r.any(k-1, k, "has", "have", "had") {
				r.term(s, k-1, k)
				return
			}
		}
	}
	if !t.mayHold(s, r.ev.giving) {
		return
	}
	for i := s.lo + 1; i+3 < s.hi; i++ {
		if k := &t.tok[i]; k.starts&r.ev.giving == 0 || !r.ev.terms.begins(k) {
			continue
		}
		for k := i + 2; k+1 < s.hi && k < i+7; k++ {
			if t.tok[k].starts&r.ev.until != 0 || r.termAt(k, s.hi) {
				r.term(s, i, k)
				return
			}
		}
	}
}

// term adds the deadline that ends as told at token k, and that the subject of the verb at i
// gives or has.
func (r *eventReader) term(s stretch, i, k int) {
	end, _ := r.auxBefore(r.clauseStart(s, i), i)
	who, _ := r.doers(s, r.clauseStart(s, i), end)
	ev := model.Event{Kind: "deadline", Status: model.Planned, Participants: who, Rule: "event-deadline"}
	ev.When = r.falls(s, k, 0, ev.Status)
	if r.t.field == model.InTitle || len(who) > 0 && ev.When.Start != "" {
		r.add(ev, stretch{k, k + 2}, s)
	}
}

// ticks reads "clock runs down on …".
func (r *eventReader) ticks(s stretch, i, n int) bool {
	if r.t.field != model.InTitle || i > s.lo && r.word(r.t, i-1)&hBreak == 0 {
		return false
	}
	return r.add(model.Event{Kind: "deadline", Status: model.Planned, Rule: "event-deadline", When: model.When{Precision: "unknown"}}, stretch{i, i + n}, s)
}

// termAt reads "10 days to" at i in a headline.
func (r *eventReader) termAt(i, hi int) bool {
	if r.t.field != model.InTitle || i+2 >= hi {
		return false
	}
	if _, ok := smallNumber(r.t.tok[i].low); ok && i+4 < hi && r.any(i+1, i+2, "or", "to") {
		i += 2 // "10 or 12 days"
	}
	to := i + 2
	if to < hi && r.t.tok[to].kind == quoteToken {
		to++
	}
	_, ok := daysIn(r.t.tok[i].low, r.t.tok[i+1].low)
	return ok && to < hi && r.t.tok[to].low == "to"
}
