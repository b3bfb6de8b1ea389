package feeds

import (
	"fmt"
	"slices"
	"time"

	"parley/model"
)

// This file decides when a feed is due again. It is pure: a feed's entry, what
// the record knows of it, and a moment go in, a plan comes out.

// plan is when a feed is due and why then.
type plan struct {
	due      time.Time
	interval time.Duration
	why      string
}

// Caps of the back-off. What is our own trouble is tried again soon, so that a
// desk whose network was down all night has its feeds within minutes.
const (
	capOurs      = 15 * time.Minute // no server was reached, or the record took nothing
	capTroubled  = time.Hour        // 5xx, cut off, no feed
	capUnwelcome = 24 * time.Hour   // 403, 404 and their like, and refusals
	maxHush      = time.Hour        // for the other feeds of a server that answered 429
	jitterShare  = 0.1              // of an interval, added and never taken off
	backOffShare = 0.25             // of a back-off
)

// whyHost marks a feed that waits for another feed of its server.
const whyHost = "its server asked for quiet (429)"

// interval is how often a feed is asked while all is well. inHouse feeds answer
// to the config's floor alone, those of public hosts also to PublicFloor.
func interval(cfg Config, f model.Feed, st model.FeedState, inHouse bool) (time.Duration, string) {
	d, why := cfg.Every, "the config's default"
	if f.Every > 0 {
		d, why = f.Every, "the feed's every"
	}
	if st.Hint > d {
		if f.Every > 0 {
			why = fmt.Sprintf("the feed's every, though its %s asks for %s", st.HintWhy, Spell(min(st.Hint, maxRaise)))
		} else {
			d, why = max(d, min(st.Hint, maxRaise)), "the feed's "+st.HintWhy
		}
	}
	if st.Fresh > d {
		d, why = max(d, min(st.Fresh, maxRaise)), st.FreshWhy
	}
	if cfg.Floor > d {
		d, why = cfg.Floor, "the config's floor"
	}
	if !inHouse && d < PublicFloor {
		d, why = PublicFloor, "the least for a public host"
	}
	return d, why
}

// planOrdinary says when a feed that has answered is due again.
func planOrdinary(cfg Config, f model.Feed, st model.FeedState, inHouse bool, now time.Time, chance float64) plan {
	d, why := interval(cfg, f, st, inHouse)
	due := now.Add(d)
	if !inHouse { // in-house feeds need no spreading and are asked to the second
		due = due.Add(share(d, jitterShare, chance))
	}
	if f.Every > 0 && len(st.SkipHours)+len(st.SkipDays) > 0 {
		if after, _ := afterQuiet(due, st); after.After(due) {
			why += ", though the feed names this time as quiet"
		}
		return plan{due, d, why}
	}
	if after, quiet := afterQuiet(due, st); after.After(due) {
		due, why = after.Add(share(d, jitterShare, chance)), quiet
	}
	return plan{due, d, why}
}

// planBackOff says when to try again after failures in a row (from 1): twice as
// late each time, up to a cap, and never sooner than the ordinary interval.
func planBackOff(cfg Config, f model.Feed, st model.FeedState, inHouse bool, now time.Time, limit time.Duration, chance float64) plan {
	ordinary, _ := interval(cfg, f, st, inHouse)
	d := ordinary
	for range st.Failures {
		if d = 2 * d; d >= limit {
			break
		}
	}
	d = max(min(d, limit), ordinary)
	times := "once"
	if st.Failures > 1 {
		times = fmt.Sprintf("%d times in a row", st.Failures)
	}
	return plan{now.Add(d + share(d, backOffShare, chance)), d, "back-off: it failed " + times}
}

// planRetryAfter obeys a server that says when to come back.
func planRetryAfter(cfg Config, f model.Feed, st model.FeedState, inHouse bool, now time.Time, wait time.Duration, chance float64) plan {
	d, why := interval(cfg, f, st, inHouse)
	if wait >= d {
		d, why = wait, "Retry-After"
	}
	due := now.Add(d)
	if !inHouse {
		due = due.Add(share(d, jitterShare, chance))
	}
	return plan{due, d, why}
}

// afterQuiet moves a time out of the hours and days that a feed names as quiet,
// in UTC. A feed that names all of them is not believed.
func afterQuiet(t time.Time, st model.FeedState) (time.Time, string) {
	at := t.UTC()
	for range 8 * 24 {
		switch {
		case slices.Contains(st.SkipDays, at.Weekday()):
			y, m, d := at.Date()
			at = time.Date(y, m, d+1, 0, 0, 0, 0, time.UTC)
		case slices.Contains(st.SkipHours, at.Hour()):
			at = at.Truncate(time.Hour).Add(time.Hour)
		case at.Equal(t):
			return t, ""
		default:
			return at, "the feed's skipHours and skipDays"
		}
	}
	return t, ""
}

// resume says when a feed is due by what the record remembers of it. The config
// may have changed since, and so may the clock.
func resume(cfg Config, f model.Feed, st model.FeedState, inHouse bool, now time.Time) time.Time {
	if st.LastTry.IsZero() {
		return now
	}
	well := st.Failures == 0 && st.IntervalWhy != whyHost
	d, _ := interval(cfg, f, st, inHouse)
	switch {
	case st.LastOutcome == model.OutcomeRefused && st.LastStatus == 0 && f.AllowPrivate:
		return now // it was refused without asking anybody, and may be allowed now
	case st.LastTry.After(now.Add(time.Minute)): // our clock was ahead then
		return earlier(st.NextDue, now.Add(d))
	case well && d != st.Interval:
		return st.LastTry.Add(d)
	}
	return earlier(st.NextDue, st.LastTry.Add(maxRetryAfter+maxRaise))
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// share is a random part, up to a share, of an interval.
func share(d time.Duration, share, chance float64) time.Duration {
	return time.Duration(float64(d) * share * chance)
}
