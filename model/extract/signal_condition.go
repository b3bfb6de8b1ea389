package extract

import (
	"strconv"
	"strings"
	"time"

	"parley/model"
)

// condition reads what a measure hangs on: "if Moscow refuses", "unless there is
// a deal", "until it leaves". If and unless have opposite triggers, so the
// polarity is kept.
func (c *signalContext) condition(sent stretch, ch *chain, a *anchor) *model.Condition {
	for i := sent.lo; i < sent.hi; i++ {
		k := &c.t.tok[i]
		polarity := ""
		switch k.low {
		case "if", "provided", "should":
			polarity = "if"
			if k.low == "should" && !(k.is(flagCapital) && i == sent.lo) && !c.inverted(sent, i) {
				continue
			}
			if i > sent.lo && (c.t.has(i-1, i, "even", "as") || k.low == "if" && c.leftOpen(sent, i)) {
				continue
			}
		case "unless", "absent":
			polarity = "unless"
		case "barring", "short":
			if (k.low == "barring" || c.t.has(i+1, i+2, "of")) && (i == sent.lo || c.t.has(i-1, i, ",") || k.low == "barring") && c.any("settling", i+1, i+6) && !c.t.has(i+1, i+6, "from") {
				polarity = "unless" // "barring a late deal"
			}
		case "until", "till":
			polarity = "until"
			if c.t.has(i+1, i+2, "further", "now", "then", "recently") {
				continue
			}
			if j := c.dateFrom(i+1, sent.hi); j < sent.hi && c.dateAt(j) {
				continue
			}
		case "without":
			if i+2 < sent.hi && !c.in("partners", i-1) && c.any("settling", i+1, i+4) {
				polarity = "unless"
			}
		case "before":
			if ch.core.deed.relieves() && c.t.has(sent.lo, i, "must", "should", "needs") {
				polarity = "until"
			}
		}
		if polarity == "" || i >= a.np && i < a.hi {
			continue
		}
		if k.low == "short" {
			i++
		}
		hi := c.clauseEnd(i+1, sent.hi)
		if hi <= i+1 || polarity == "if" && c.alternative(a, i+1, hi) || i > sent.lo && ch.lo > hi && ch.modal == "" && c.t.has(hi, hi+1, ",") && c.t.has(hi+1, hi+2, "and") {
			continue // "(would act) if they stay, and has doubled the duty"
		}
		return &model.Condition{Polarity: polarity, Trigger: c.t.raw(i+1, hi), Deadline: c.deadline(i+1, hi)}
	}
	return nil
}

// onlyThen says that a sentence makes a condition the only one: "only if", "only after".
func (c *signalContext) onlyThen(sent stretch) bool {
	for i := sent.lo; i+1 < sent.hi; i++ {
		if c.t.has(i, i+1, "only") && c.t.has(i+1, i+2, "if", "when", "once", "after", "upon", "following", "provided") {
			return true
		}
	}
	return false
}

// supposed says that a measure and what is done with it stand in a condition: "if tariffs
// take effect", "unless the embargo is lifted".
func (c *signalContext) supposed(sent stretch, a *anchor, ch *chain) bool {
	for i := min(a.lo, ch.lo) - 1; i >= sent.lo; i-- {
		k := &c.t.tok[i]
		if k.low == "," || k.low == ";" || k.kind == stopToken || k.kind == dashToken {
			return false
		}
		switch k.low {
		case "if", "unless", "provided":
		case "should":
			if i > sent.lo && !c.inverted(sent, i) {
				continue
			}
		case "case":
			if !c.t.has(i-1, i, "in") {
				continue
			}
		default:
			continue
		}
		return !c.t.has(i-1, i, "even", "as") && c.clauseEnd(i+1, sent.hi) >= max(a.hi, ch.hi)
	}
	return false
}

// suppose puts a deed that is only supposed onto the rung of who supposes it: what has
// been done to nobody yet is threatened, and relief that others wait for demanded.
func (o *act) suppose() {
	switch o.action {
	case "imposed", "in-force", "tightened":
		o.action = "threatened"
	case "lifted", "eased", "suspended", "licensed", "expired":
		o.action = "demanded"
	}
}

// alternative says that a measure belongs to a condition that is cut off before it: "if I
// did sanctions, or a tariff, it would hurt" hangs on nothing else.
func (c *signalContext) alternative(a *anchor, lo, hi int) bool {
	if a.np < hi || a.np > hi+4 || !c.t.has(hi+1, hi+2, "or") {
		return false
	}
	for i := lo; i < hi; i++ {
		if c.measureAt(i) {
			return true
		}
	}
	return false
}

// clauseEnd finds where a clause that begins at lo ends: at a comma, a stop or a
// closing quotation mark.
func (c *signalContext) clauseEnd(lo, hi int) int {
	for i := lo; i < hi; i++ {
		k := &c.t.tok[i]
		if k.low == "," || k.low == ";" || k.kind == stopToken || k.kind == quoteToken && !k.is(flagOpens) || k.kind == dashToken {
			return i
		}
	}
	return hi
}

// deadline finds a date that a condition names: "by Friday", "within 50 days".
func (c *signalContext) deadline(lo, hi int) string {
	for i := lo; i+1 < hi; i++ {
		switch c.t.tok[i].low {
		case "by", "within", "before":
			if c.dateAt(i+1) || c.t.tok[i+1].kind == numberToken || c.t.has(i+1, min(i+4, hi), "end", "days", "weeks", "week", "month") {
				return c.t.raw(i, min(i+4, hi))
			}
		}
	}
	return ""
}

func (c *signalContext) dateAt(i int) bool {
	k := &c.t.tok[i]
	if k.kind == numberToken {
		return true
	}
	return c.res.lex.of(k)&classTime != 0 || c.t.has(i, i+1, "spring", "summer", "autumn", "winter") || k.low == "next" || k.low == "the" && i+1 < len(c.t.tok) && c.t.tok[i+1].low == "end"
}

// dates reads until when a measure or a licence holds and from when, and puts
// what is still to come back onto the rung where it stands today.
func (c *signalContext) dates(sent stretch, a *anchor, ch *chain, out *act) {
	for i := max(sent.lo, a.np-2); i < sent.hi && i < a.hi+20; i++ {
		lo := c.dateFrom(i+1, sent.hi)
		hi := min(lo+8, sent.hi)
		switch c.t.tok[i].low {
		case "until", "till", "through", "expires", "expire", "expiring", "expired", "lapses":
			if w := c.times.find(c.t, lo, hi, c.written, 1, nil); w.Start != "" && w.Precision != "month" && w.Precision != "year" {
				out.expires = or(out.expires, w.Start)
			}
		case "effect", "force", "effective", "starting", "beginning":
			if w := c.times.find(c.t, lo, hi, c.written, 1, nil); w.Start != "" {
				out.effective = or(out.effective, w.Start)
			}
		}
	}
	switch {
	case c.t.field == model.InTitle && out.action == "announced" && out.direction == model.Relief && ch.core.deed == deedExpire && ch.modal == "to" && !ch.hasUpper && !ch.negated && a.after == noDeed:
		out.action, out.direction = "in-force", model.Pressure // "embargo due to expire"
		if a.instrument == "licence" {
			out.action, out.direction = "licensed", model.Relief
		}
	case c.t.field == model.InText && ch.core.deed == deedExpire && ch.core.lead != "wording" && !ch.hasUpper && !ch.negated && (out.action == "announced" && ch.modal == "to" || out.action == "expired" && ch.modal == "" && ch.core.lo >= a.hi && (ch.core.form == formPresent || ch.core.form == formBase)):
		out.action, out.direction = "in-force", model.Pressure // "are due to expire", "expire in May"
		if a.instrument == "licence" {
			out.action, out.direction = "licensed", model.Relief
		}
	case out.action == "expired" && ch.core.form != formPast && c.toCome(out.expires):
		out.action = "licensed"
	case out.action == "in-force" && ch.core.form != formPast && (c.toCome(out.effective) || c.startsOn(a, ch)):
		out.action = "announced"
	}
}

// dateFrom is where a date that begins at i is told: behind the colon in "one date: 20
// August".
func (c *signalContext) dateFrom(i, hi int) int {
	for k := i + 1; k < min(i+3, hi); k++ {
		if c.t.tok[k].low == ":" && c.t.tok[k-1].kind == wordToken {
			return k + 1
		}
	}
	return i
}

// toCome says whether a moment lies after the day of writing.
func (c *signalContext) toCome(when string) bool {
	at, err := time.Parse(time.RFC3339, when)
	return err == nil && !c.written.IsZero() && at.After(c.written.Add(24*time.Hour))
}

// temporary says that a measure or its relief is for a time only.
func (c *signalContext) temporary(sent stretch, a *anchor, ch *chain) bool {
	for i := max(sent.lo, ch.lo-3); i < sent.hi && i < a.hi+14; i++ {
		low := c.t.tok[i].low
		switch {
		case low == "temporarily" || low == "temporary" || low == "interim" || low == "truce" || low == "reprieve":
			return true
		case lasts(low) && !c.t.has(i+1, i+2, "deadline", "ultimatum") && !c.hasLasted(sent, a, ch, i) && !(i < ch.lo && c.t.has(i, ch.lo, ",")):
			return true
		case (low == "for" || low == "by") && i+2 < sent.hi && c.t.has(i+2, i+4, "day", "days", "week", "weeks", "month", "months", "year") && (c.t.tok[i+1].kind == numberToken || c.res.lex.of(&c.t.tok[i+1])&classDeterminer != 0):
			return true
		}
	}
	return a.instrument == "licence"
}

// hasLasted says that the length of time at token i tells how long a measure has held that is now
// lifted: "lifts six-year embargo", "resumes imports after 3-year ban".
func (c *signalContext) hasLasted(sent stretch, a *anchor, ch *chain, i int) bool {
	if !ch.core.deed.relieves() || a.instrument == "licence" || a.after != noDeed {
		return false
	}
	if a.np <= i && i < a.lo {
		return true
	}
	for at := i - 1; at > sent.lo && at > i-3; at-- {
		if c.t.has(at, at+1, "after", "following") {
			return true
		}
	}
	return false
}

// lasts reads "90-day", "six-month".
func lasts(low string) bool {
	_, unit, ok := strings.Cut(low, "-")
	return ok && (unit == "day" || unit == "week" || unit == "month" || unit == "year")
}

// limited says that relief is told with its end, or ease with the one thing that it
// is for: "until 20 August", "eases … for the talks".
func (c *signalContext) limited(sent stretch, a *anchor, action string) bool {
	for i := a.hi; i+1 < sent.hi && i < a.hi+12; i++ {
		switch c.t.tok[i].low {
		case "until", "till", "through":
			if c.dateAt(i + 1) {
				return true
			}
		case "for":
			if action == "eased" && c.any("occasion", i+1, min(i+6, sent.hi)) {
				return true
			}
		case ",", ";", ":", "after", "as":
			return false
		}
	}
	return false
}

// historical says that an act is background: it lies in the past of the report.
func (c *signalContext) historical(sent stretch, ch *chain, a *anchor) bool {
	if ch.core.lead == "violate" || ch.core.lead == "violation of" {
		return true
	}
	if ch.modal != "" {
		return false
	}
	if c.datedBack(sent, ch, a) || c.onThisDay(sent) {
		return true
	}
	if ch.core.form != formPast && ch.core.form != formNoun && ch.core.form != formGerund {
		return false
	}
	if c.openedLongAgo(sent, ch, a) {
		return true
	}
	for i := max(sent.lo, ch.lo-5); i < sent.hi && i < a.hi+20; i++ {
		k := &c.t.tok[i]
		switch {
		case k.low == "had" && i <= ch.hi && c.reportedHad(sent, i): // "said it had lifted"
		case k.low == "already" && ch.core.form == formGerund:
		case i <= ch.hi && (c.in("past", i) || k.low == "had"):
			return true
		case i >= a.hi && (k.low == "imposed" || k.low == "slapped") && i > ch.hi:
			return false // the year behind it is of another act
		case k.low == "ago" || k.low == "last" && i+1 < sent.hi && (c.t.tok[i+1].low == "year" || c.t.tok[i+1].low == "month"):
			return true
		case k.kind == numberToken && len(k.low) == 4 && (k.low[:2] == "19" || k.low[:2] == "20"):
			if c.t.has(max(sent.lo, i-4), i, "until", "till", "through", "by") {
				continue
			}
			if y, err := strconv.Atoi(k.low); err == nil && (c.year <= 1 || y < c.year) && i > sent.lo && c.t.tok[i-1].kind == wordToken {
				return true
			}
		case k.low == "so" && i+1 < sent.hi && c.t.tok[i+1].low == "far":
			return true
		}
	}
	return false
}
