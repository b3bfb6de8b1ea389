package feeds

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"time"

	"parley/model"
)

// repeats is how often a permanent redirect must be seen, in a row, before the
// old address is asked no more.
const repeats = 3

// round is one request for one feed and what came of it.
type round struct {
	job    *job
	st     model.FeedState // as it will be
	at     time.Time       // asked
	now    time.Time       // answered
	asked  request
	answer *answer

	outcome      model.Outcome
	err          error
	limit        time.Duration // of the back-off, where it failed
	wait         time.Duration // that the server asked for, where it deferred
	told         bool          // it said how long
	items        int
	fresh, edits int
	partial      bool // the end may be missing: the next request is to be unconditional
}

// ask makes one request for a feed and carries its outcome to the record. It
// reports false where nothing was asked: the program ends, or the server wants
// to be left alone.
func (p *Poller) ask(ctx context.Context, j *job) (Fetch, bool) {
	p.mu.Lock()
	r := &round{job: j, st: j.st}
	p.mu.Unlock()
	defer p.release(j)
	r.at = p.o.clock.Now().UTC()
	r.asked = j.request(r.st)
	r.asked.started = func() {
		r.at = p.o.clock.Now().UTC()
		p.o.onStart(j.feed)
	}
	r.answer, r.err = &answer{url: r.asked.url}, j.bad
	if r.err == nil {
		r.answer, r.err = p.client.get(ctx, r.asked)
	}
	defer r.answer.done()
	r.now = p.o.clock.Now().UTC()
	if ctx.Err() != nil && r.err != nil {
		return Fetch{}, false
	}
	if errors.Is(r.err, errPaused) && len(r.answer.hops) == 0 {
		p.mu.Lock()
		defer p.mu.Unlock()
		if until := p.client.hosts.pausedUntil(hostOf(r.asked.url)); until.After(j.due) {
			j.due = until
		}
		return Fetch{}, false
	}
	// An answer that has come is stored even if the program is about to end.
	ctx = context.WithoutCancel(ctx)
	p.judge(ctx, r)
	return p.settle(ctx, r), true
}

func (p *Poller) release(j *job) {
	p.mu.Lock()
	defer p.mu.Unlock()
	j.busy = false
}

// request is what a feed is asked with: where it moved for good, and what we have.
func (j *job) request(st model.FeedState) request {
	q := request{
		url: j.url, user: j.user, private: j.feed.AllowPrivate, accept: accept,
		etag: validator(st.ETag), lastModified: validator(st.LastModified),
	}
	if st.Location == "" || j.bad != nil {
		return q
	}
	moved, err := address(st.Location, j.feed.AllowPrivate)
	if err != nil || moved.Scheme != j.url.Scheme {
		return q
	}
	if moved.Host != j.url.Host {
		q.user = nil
	}
	q.url = moved
	return q
}

// judge finds the outcome of a round and hands its items to the Sink.
func (p *Poller) judge(ctx context.Context, r *round) {
	a := r.answer
	r.outcome, r.limit = model.OutcomeFailed, capTroubled
	wait, told := time.Duration(0), false
	if a.header != nil {
		wait, told = retryAfter(a.header, r.now)
	}
	switch {
	case isRefusal(r.err):
		r.outcome, r.limit = model.OutcomeRefused, capUnwelcome
	case errors.Is(r.err, errPaused):
		r.outcome = model.OutcomeDeferred
	case r.err != nil:
		if a.status == 0 {
			r.limit = capOurs
		}
	case a.status == http.StatusNotModified:
		if r.asked.etag == "" && r.asked.lastModified == "" {
			r.err = errors.New("answered 304 Not Modified to a request without conditions")
			return
		}
		r.outcome = model.OutcomeNotModified
	case a.status == http.StatusOK, a.status == http.StatusNonAuthoritativeInfo:
		p.read(ctx, r)
	case a.status == http.StatusGone && a.stayed():
		r.outcome, r.err = model.OutcomeGone, errors.New(statusWords(a.status))
	case a.status == http.StatusTooManyRequests, a.status == http.StatusServiceUnavailable, a.status >= 400 && told:
		r.outcome, r.wait, r.told = model.OutcomeDeferred, wait, told
		r.err = errors.New(laterWords(a.status, wait, told))
	default:
		r.err = errors.New(statusWords(a.status))
		if a.status >= 400 && a.status < 500 {
			r.limit = capUnwelcome
		}
	}
}

// read parses a body and gives its items to the Sink. What the record knows of
// the feed changes only when both have succeeded.
func (p *Poller) read(ctx context.Context, r *round) {
	a, f := r.answer, r.job.feed
	contentType := a.header.Get("Content-Type")
	hash := bodyHash(f, contentType, a.body)
	if hash == r.st.BodyHash {
		r.outcome, r.items = model.OutcomeUnchanged, r.st.Items
		return
	}
	if r.err = noNews(a.body); r.err != nil {
		return
	}
	// A place is held until the items are stored: some wait for the record as items,
	// so that it can take them in together, and the others as bodies, which are a
	// fraction of what they parse into.
	p.parsed <- struct{}{}
	defer func() { <-p.parsed }()
	p.parse <- struct{}{}
	parsed, err := a.feed(p.o.parse, f, r.now)
	<-p.parse
	if a.body = nil; err != nil {
		r.err = err
		return
	}
	if len(parsed.Items) > 0 {
		fresh, edits, err := p.sink.Take(ctx, f, parsed.Items)
		if err != nil { // nothing is new that comes again
			r.err, r.limit = fmt.Errorf("its items could not be stored, and will be asked for again: %w", err), capOurs
			return
		}
		r.fresh, r.edits = fresh, edits
	}
	if f.FullText {
		p.pages.offer(r.job, parsed.Items)
	}
	r.outcome, r.items = model.OutcomeUnchanged, len(parsed.Items)
	if r.fresh+r.edits > 0 {
		r.outcome = model.OutcomeNew
	}
	if parsed.Overlong {
		r.err = errors.New(overlong(parsed))
	}
	if parsed.Truncated && !a.whole {
		hash, r.partial = "", true // perhaps our loss, and not how the feed is
	}
	r.st.BodyHash, r.st.Items, r.st.Bytes = hash, len(parsed.Items), a.wire
	r.st.Title, r.st.Format = Clean(parsed.Title), Clean(parsed.Format)
	keepHints(&r.st, parsed.Hints)
}

// feed parses an answer. One that broke off before its first item is an error.
func (a *answer) feed(parse ParseFunc, f model.Feed, seen time.Time) (Parsed, error) {
	p, err := parse(a.body, ParseOptions{ContentType: a.header.Get("Content-Type"), URL: a.url.String(), Feed: f, Seen: seen})
	if err == nil && p.Truncated && len(p.Items) == 0 {
		err = errCut
	}
	if err != nil {
		return Parsed{}, marked{fmt.Errorf("what it sent is no feed that can be read: %w", err), errNoFeed}
	}
	return p, nil
}

func overlong(p Parsed) string {
	return fmt.Sprintf("it has more items than are read; those after the first %d were left out", len(p.Items))
}

// bodyHash names a body, and what else its items depend on.
func bodyHash(f model.Feed, contentType string, body []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %t\n", f.Name, contentType, f.DayFirst)
	h.Write(body)
	return hex.EncodeToString(h.Sum(nil)[:16])
}
