package feeds

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"parley/model"
)

// Report is what one look at a feed found: for a person who decides whether to
// keep it. All strings are safe to draw.
type Report struct {
	Feed      string        `json:"feed"`
	URL       string        `json:"url"` // without credentials
	Outcome   model.Outcome `json:"outcome"`
	HTTP      int           `json:"http"`
	Redirects []Hop         `json:"redirects,omitempty"`
	Took      time.Duration `json:"took"` // nanoseconds

	Title  string        `json:"title,omitempty"`
	Format string        `json:"format,omitempty"`
	Items  int           `json:"items"`
	Newest time.Time     `json:"newest,omitzero"`
	Gap    time.Duration `json:"gap,omitempty"` // median time between items, 0 for unknown

	ContentType  string        `json:"content_type,omitempty"`
	ETag         string        `json:"etag,omitempty"`
	LastModified string        `json:"last_modified,omitempty"`
	CacheControl string        `json:"cache_control,omitempty"`
	Expires      string        `json:"expires,omitempty"`
	Encoding     string        `json:"encoding,omitempty"` // of the transfer: gzip, …
	Wire         int64         `json:"wire"`               // bytes that this look cost
	Size         int64         `json:"size"`               // bytes when decompressed
	Skew         time.Duration `json:"skew,omitempty"`     // the server's clock before ours
	Every        time.Duration `json:"every"`              // how often Parley will ask
	EveryWhy     string        `json:"every_why"`

	Faults []Fault `json:"faults"`
}

// Fault is something wrong with a feed and what to do about it.
type Fault struct {
	What string `json:"what"`
	Do   string `json:"do"`
	// Grave faults keep the feed's news away.
	Grave bool `json:"grave"`
}

// OK reports whether the feed can be used.
func (r Report) OK() bool {
	for _, f := range r.Faults {
		if f.Grave {
			return false
		}
	}
	return true
}

func (r *Report) fault(what, do string) {
	r.Faults = append(r.Faults, Fault{What: Clean(what), Do: Clean(do)})
}

func (r *Report) grave(what, do string) {
	r.Faults = append(r.Faults, Fault{What: Clean(what), Do: Clean(do), Grave: true})
}

// CheckAll asks for each feed of a list, once and without conditions, few at once per
// host, and says what it found. The reports are in the order of the list.
func CheckAll(ctx context.Context, cfg Config, list []model.Feed, opts ...Option) []Report {
	cfg = cfg.named()
	o := newOptions(opts)
	c := newClient(cfg, o)
	defer c.net.close()
	reports := make([]Report, len(list))
	var wg sync.WaitGroup
	for i, f := range list {
		wg.Go(func() { reports[i] = check(ctx, c, o, newJob(f)) })
	}
	wg.Wait()
	return reports
}

func check(ctx context.Context, c *client, o options, j *job) Report {
	r := Report{Feed: Clean(j.feed.Name), URL: Redact(j.feed.URL), Outcome: model.OutcomeFailed, Faults: []Fault{}}
	if j.bad != nil {
		r.Outcome = model.OutcomeRefused
		r.grave(faultWords(j.bad), adviceOn(j.bad, 0))
		return r
	}
	q := j.request(model.FeedState{})
	var began time.Time
	q.started = func() {
		began = o.clock.Now()
		o.onStart(j.feed)
	}
	a, err := c.get(ctx, q)
	defer a.done()
	now := o.clock.Now().UTC()
	r.HTTP, r.Redirects, r.Wire, r.Size = a.status, a.hops, a.wire, int64(len(a.body))
	if !began.IsZero() {
		r.Took = now.Sub(began)
	}
	wait, told := time.Duration(0), false
	if a.header != nil {
		r.headers(a.header, now)
		wait, told = retryAfter(a.header, now)
	}
	switch {
	case isRefusal(err):
		r.Outcome = model.OutcomeRefused
	case errors.Is(err, errPaused):
		r.Outcome = model.OutcomeDeferred
	case err != nil:
	case a.status == http.StatusGone:
		r.Outcome = model.OutcomeGone
		err = errors.New(statusWords(a.status))
	case a.status == http.StatusTooManyRequests, a.status == http.StatusServiceUnavailable, a.status >= 400 && told:
		r.Outcome = model.OutcomeDeferred
		err = errors.New(laterWords(a.status, wait, told))
	case a.status != http.StatusOK && a.status != http.StatusNonAuthoritativeInfo:
		err = errors.New(statusWords(a.status))
	default:
		err = r.body(c.cfg, o, j, a, now)
	}
	r.moved(a)
	if err != nil {
		r.grave(faultWords(err), adviceOn(err, a.status))
	}
	return r
}

// headers takes down what the server says about its answer.
func (r *Report) headers(h http.Header, now time.Time) {
	say := func(name string) string { return short(Clean(h.Get(name)), 200) }
	r.ContentType, r.ETag, r.LastModified = say("Content-Type"), say("ETag"), say("Last-Modified")
	r.CacheControl, r.Expires, r.Encoding = say("Cache-Control"), say("Expires"), say("Content-Encoding")
	r.Skew = skewOf(h, now)
}

// body takes down what is in a feed.
func (r *Report) body(cfg Config, o options, j *job, a *answer, now time.Time) error {
	if err := noNews(a.body); err != nil {
		return err
	}
	parsed, err := a.feed(o.parse, j.feed, now)
	if err != nil {
		return err
	}
	r.Outcome = model.OutcomeUnchanged
	if len(parsed.Items) > 0 {
		r.Outcome = model.OutcomeNew
	}
	r.Title, r.Format, r.Items = Clean(parsed.Title), Clean(parsed.Format), len(parsed.Items)
	r.Newest, r.Gap = rhythm(parsed.Items)
	st := model.FeedState{}
	keepHints(&st, parsed.Hints)
	keepFreshness(&st, a, now)
	inHouse := j.feed.AllowPrivate && a.inHouse
	r.Every, r.EveryWhy = interval(cfg, j.feed, st, inHouse)
	r.judge(cfg, st, parsed, now)
	return nil
}

// moved says where a feed that redirects is now.
func (r *Report) moved(a *answer) {
	if to := a.movedTo(); to != nil && r.Outcome != model.OutcomeRefused && a.status < 400 {
		r.fault("it has moved for good", fmt.Sprintf("put url = %q into the config", redactURL(to)))
	}
	if len(a.hops) > 2 {
		r.fault(fmt.Sprintf("it takes %d redirects to get there", len(a.hops)), "put the last address into the config, unless it changes from day to day")
	}
}
