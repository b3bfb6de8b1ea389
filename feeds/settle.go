package feeds

import (
	"context"
	"errors"
	"net/http"
	"time"

	"parley/model"
)

// settle carries a round into what the record knows of the feed, and plans the
// next one.
func (p *Poller) settle(ctx context.Context, r *round) Fetch {
	st, a := &r.st, r.answer
	st.LastTry, st.LastStatus, st.LastOutcome, st.LastError = r.at, a.status, r.outcome, words(r.err)
	if a.header != nil {
		st.Skew = skewOf(a.header, r.now)
	}
	inHouse := p.learn(r)
	switch r.outcome {
	case model.OutcomeNew, model.OutcomeUnchanged, model.OutcomeNotModified:
		st.Failures, st.LastSuccess = 0, r.now
		if r.outcome == model.OutcomeNew {
			st.LastNew = r.now
		}
		keepValidators(st, a)
		if r.partial {
			st.ETag, st.LastModified = "", ""
		}
		keepFreshness(st, a, r.now)
		p.keepMove(r)
	case model.OutcomeGone:
		st.Gone = true
		st.Failures++
	default:
		st.Failures++
		p.dropMove(r)
	}
	next := p.plan(r, inHouse)
	st.NextDue, st.Interval, st.IntervalWhy = next.due.UTC(), next.interval, next.why
	if st.Gone {
		st.NextDue, st.Interval, st.IntervalWhy = time.Time{}, 0, "the feed has ended (410)"
	}
	p.mu.Lock()
	st.Articles = r.job.st.Articles // grows by itself, while feeds are asked
	r.job.st, r.job.due, r.job.inHouse = *st, st.NextDue, inHouse
	p.mu.Unlock()
	f := Fetch{
		At: r.at, Feed: Clean(r.job.feed.Name), URL: Redact(r.job.feed.URL), Outcome: r.outcome, HTTP: a.status,
		Items: r.items, New: r.fresh, Changed: r.edits, Next: st.NextDue, Error: st.LastError,
	}
	if err := p.save(ctx, r.job); err != nil {
		err = errors.New("what is known of the feed could not be saved: " + err.Error())
		f.Error = words(errors.Join(r.err, err))
	}
	if a.status == http.StatusTooManyRequests && !a.speaksForItself() {
		p.quiet(ctx, r, next.due, inHouse)
	}
	p.report(f, st)
	return f
}

// learn finds out whether the feed lives in-house, from the connection that its
// answer came over. It stays as it was where nothing answered.
func (p *Poller) learn(r *round) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if r.answer.status != 0 && r.job.bad == nil {
		if _, ok := literal(r.job.url.Hostname()); !ok {
			return r.job.feed.AllowPrivate && r.answer.inHouse
		}
	}
	return r.job.inHouse
}

// plan says when a round's feed is due again.
func (p *Poller) plan(r *round, inHouse bool) plan {
	var next plan
	feed, chance := r.job.feed, p.o.jitter()
	switch {
	case r.outcome == model.OutcomeDeferred && r.told:
		next = planRetryAfter(p.cfg, feed, r.st, inHouse, r.now, r.wait, chance)
	case r.st.Failures > 0:
		next = planBackOff(p.cfg, feed, r.st, inHouse, r.now, r.limit, chance)
	default:
		next = planOrdinary(p.cfg, feed, r.st, inHouse, r.at, chance)
	}
	if until := p.client.hosts.pausedUntil(hostOf(r.answer.url)); until.After(next.due) {
		next.due, next.why = until, whyHost
	}
	return next
}

// quiet leaves a server alone that answered 429: every feed of it waits, in the
// record too, so that a restart does not forget it. The feeds that were not told
// so themselves wait for maxHush at most.
func (p *Poller) quiet(ctx context.Context, r *round, until time.Time, inHouse bool) {
	host := hostOf(r.answer.url)
	if most := r.now.Add(maxHush); until.After(most) {
		until = most
	}
	p.client.hosts.pause(host, until)
	p.mu.Lock()
	var held []*job
	for _, j := range p.jobs {
		if j == r.job || j.bad != nil || j.st.Gone || hostOf(j.request(j.st).url) != host || !j.st.NextDue.Before(until) {
			continue // the record has it wait; due alone may be of a request that was turned away just now
		}
		due := until
		if !inHouse {
			due = until.Add(share(PublicFloor, 1, p.o.jitter()))
		}
		if due.After(j.due) {
			j.due = due
		}
		j.st.NextDue, j.st.IntervalWhy = j.due.UTC(), whyHost
		held = append(held, j)
	}
	p.mu.Unlock()
	for _, j := range held {
		if err := p.save(ctx, j); err != nil {
			p.o.log.Error("a feed's wait could not be saved", "feed", Clean(j.feed.Name), "error", words(err))
		}
	}
}

// save carries to the record how a feed stands now. Saves do not overtake each
// other.
func (p *Poller) save(ctx context.Context, j *job) error {
	p.saving.Lock()
	defer p.saving.Unlock()
	p.mu.Lock()
	st := j.st
	p.mu.Unlock()
	return p.states.SaveFeedState(ctx, st)
}

// keepValidators stores what the next request is to be conditional on. A 200
// replaces both, for a validator that is gone no longer holds; a 304 replaces
// those that it names.
func keepValidators(st *model.FeedState, a *answer) {
	etag, modified := validator(a.header.Get("ETag")), validator(a.header.Get("Last-Modified"))
	if a.status != http.StatusNotModified || etag != "" {
		st.ETag = etag
	}
	if a.status != http.StatusNotModified || modified != "" {
		st.LastModified = modified
	}
}

func keepFreshness(st *model.FeedState, a *answer, now time.Time) {
	if a.status != http.StatusNotModified || saysFreshness(a.header) {
		st.Fresh, st.FreshWhy = freshness(a.header, now)
	}
}

// keepHints stores what the feed asks of those who poll it: the longer of its
// two intervals.
func keepHints(st *model.FeedState, h Hints) {
	st.Hint, st.HintWhy = h.TTL, "ttl"
	if h.UpdateEvery > st.Hint {
		st.Hint, st.HintWhy = h.UpdateEvery, "sy:updatePeriod"
	}
	if st.Hint <= 0 {
		st.Hint, st.HintWhy = 0, ""
	}
	st.SkipHours, st.SkipDays = h.SkipHours, h.SkipDays
}

// keepMove counts permanent redirects to the same place and, after enough of
// them, asks there directly.
func (p *Poller) keepMove(r *round) {
	st, to := &r.st, r.answer.movedTo()
	if to == nil {
		st.MovedTo, st.MovedSeen = "", 0
		return
	}
	if where := to.String(); where != st.MovedTo {
		st.MovedTo, st.MovedSeen = where, 0
	}
	if st.MovedSeen++; st.MovedSeen < repeats {
		return
	}
	p.o.log.Info("a feed has moved for good; put its new address into the config", "feed", r.job.feed.Name, "to", redactURL(to))
	st.Location, st.MovedTo, st.MovedSeen = st.MovedTo, "", 0
	if st.Location == r.job.url.String() {
		st.Location = ""
	}
}

// dropMove goes back to the config's address when the remembered one is no good.
func (p *Poller) dropMove(r *round) {
	lost := r.answer.status == http.StatusNotFound || r.answer.status == http.StatusGone
	if r.st.Location != "" && (lost || r.st.Failures > repeats) {
		r.st.Location, r.st.MovedTo, r.st.MovedSeen = "", "", 0
	}
}

// report logs how a round ended. It is no warning, for whoever wants to know of
// failures is told by OnFetch.
func (p *Poller) report(f Fetch, st *model.FeedState) {
	p.o.log.Info("fetched", "feed", f.Feed, "url", f.URL, "outcome", f.Outcome, "http", f.HTTP, "items", f.Items,
		"new", f.New, "changed", f.Changed, "next", f.Next, "why", st.IntervalWhy, "error", f.Error)
}
