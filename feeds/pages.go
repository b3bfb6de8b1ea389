package feeds

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"parley/model"
)

const (
	pagesPerBody = 20               // newest items whose pages are fetched after one answer
	pagesBudget  = time.Minute      // for all pages of one Once
	pageGap      = 2 * time.Second  // between two pages of a public host
	longestGap   = 30 * time.Second // however long a robots.txt wants
	maxPage      = 2 << 20          // bytes
	acceptPage   = "text/html, application/xhtml+xml;q=0.9"
	// longContent is how much of an article a feed must have sent for its page
	// not to be worth fetching, in bytes.
	longContent = 2000
)

// pages fetches the articles behind the items of feeds with full_text: each
// once, after robots.txt, one at a time per host, under the guards that feeds
// are fetched under. An article goes to the Sink as a second sighting of its
// item; until then, and if it never comes, the summary stands.
type pages struct {
	p      *Poller
	client *client         // with gates of its own
	ctx    context.Context // of the Once or Run under way
	wg     sync.WaitGroup

	mu    sync.Mutex
	hosts map[string]*pageHost
}

// pageHost is a server that pages are fetched from. Its turn is held by the one
// who asks it, and for a while after.
type pageHost struct {
	turn   chan struct{}
	robots *robots // guarded by turn
	users  int     // who wait for a turn or have it; guarded by pages.mu
}

func newPages(p *Poller) *pages {
	cfg := p.cfg
	cfg.PerHost = 1
	return &pages{
		p: p, client: &client{cfg: cfg, net: p.client.net, hosts: newHosts(1, p.o.clock.Now)},
		ctx: context.Background(), hosts: map[string]*pageHost{},
	}
}

func (g *pages) wait() { g.wg.Wait() }

// host returns a server to whoever wants a turn there, until letGo.
func (g *pages) host(u *url.URL) *pageHost {
	g.mu.Lock()
	defer g.mu.Unlock()
	h := g.hosts[hostOf(u)]
	if h == nil {
		g.forget()
		h = &pageHost{turn: make(chan struct{}, 1)}
		g.hosts[hostOf(u)] = h
	}
	h.users++
	return h
}

func (g *pages) letGo(h *pageHost) {
	g.mu.Lock()
	defer g.mu.Unlock()
	h.users--
}

// forget makes room among the servers: of those that nobody asks now, those first
// whose robots.txt is to be asked for again anyway. g.mu is held.
func (g *pages) forget() {
	now := g.p.o.clock.Now()
	for _, all := range []bool{false, true} {
		if len(g.hosts) >= manyHosts {
			maps.DeleteFunc(g.hosts, func(_ string, h *pageHost) bool {
				return h.users == 0 && (all || h.robots == nil || !now.Before(h.robots.until))
			})
		}
	}
}

// offer starts fetching the pages of a body's items that have not been dealt
// with, the newest first.
func (g *pages) offer(j *job, items []model.Sighting) {
	g.p.mu.Lock()
	j.showing = make(map[string]model.Sighting, len(items))
	var present []string
	var wanted []model.Sighting
	for _, it := range items {
		j.showing[it.Identity] = it
		switch {
		case it.Link == "":
		case slices.Contains(j.st.Articles, digest(it.Link)):
			present = append(present, digest(it.Link))
		case len(it.Content) < longContent && it.Op != model.OpKill && it.Op != model.OpWithdrawn:
			wanted = append(wanted, it)
		}
	}
	j.st.Articles = present // what has left the feed need not be remembered
	g.p.mu.Unlock()
	slices.SortStableFunc(wanted, func(a, b model.Sighting) int { return cmp.Compare(b.Published.Unix(), a.Published.Unix()) })
	byHost := map[string][]model.Sighting{}
	for _, it := range wanted[:min(len(wanted), pagesPerBody)] {
		if u, err := url.Parse(it.Link); err == nil {
			byHost[hostOf(u)] = append(byHost[hostOf(u)], it)
		}
	}
	ctx := g.ctx
	for _, list := range byHost {
		g.wg.Go(func() {
			for _, it := range list {
				g.deal(ctx, j, it)
			}
		})
	}
}

// errLater is a page that may be had another time.
var errLater = errors.New("not now")

// deal fetches one page and gives its article to the Sink.
func (g *pages) deal(ctx context.Context, j *job, it model.Sighting) {
	text, err := g.fetch(ctx, j, it)
	if errors.Is(err, errLater) || ctx.Err() != nil {
		return
	}
	ctx = context.WithoutCancel(ctx)
	log := g.p.o.log.With("feed", Clean(j.feed.Name), "page", Redact(it.Link))
	if err != nil {
		log.Info("no article", "error", words(err))
	} else if err := g.deliver(ctx, j, it, text); err != nil {
		log.Error("an article could not be stored", "error", words(err))
		return
	}
	g.p.mu.Lock()
	j.st.Articles = append(slices.Clip(j.st.Articles), digest(it.Link))
	g.p.mu.Unlock()
	if err := g.p.save(ctx, j); err != nil {
		log.Error("that the page was fetched could not be saved", "error", words(err))
	}
}

// deliver shows the Sink the item again, as the feed has it now, with its text.
func (g *pages) deliver(ctx context.Context, j *job, it model.Sighting, text string) error {
	g.p.mu.Lock()
	if now, ok := j.showing[it.Identity]; ok {
		it = now
	}
	g.p.mu.Unlock()
	var cut bool
	it.Content, cut = truncate(text, maxContent)
	it.Seen = g.p.o.clock.Now().UTC()
	it.Flags = append(slices.Clip(it.Flags), model.FlagFullText)
	if cut && !slices.Contains(it.Flags, model.FlagTruncated) {
		it.Flags = append(it.Flags, model.FlagTruncated)
	}
	_, _, err := g.p.sink.Take(ctx, j.feed, []model.Sighting{it})
	return err
}

// fetch asks for one page and takes the article out of it.
func (g *pages) fetch(ctx context.Context, j *job, it model.Sighting) (string, error) {
	u, err := url.Parse(it.Link)
	if err != nil {
		return "", refused("the link cannot be read")
	}
	u.User, u.Fragment = nil, ""
	// A feed's leave to live in-house covers its own server, and not whatever its
	// items may link to.
	private := j.feed.AllowPrivate && hostOf(u) == hostOf(j.url)
	h := g.host(u)
	select {
	case h.turn <- struct{}{}:
	case <-ctx.Done():
		g.letGo(h)
		return "", errLater
	}
	rules, err := g.rules(ctx, h, u, private)
	gap := rules.gap
	if private {
		gap = 0
	}
	defer func() { // the next one waits its turn, and this one goes on
		go func() {
			defer func() {
				<-h.turn
				g.letGo(h)
			}()
			if gap > 0 {
				select {
				case <-g.p.o.clock.After(gap):
				case <-ctx.Done():
				}
			}
		}()
	}()
	if err != nil {
		return "", err
	}
	if !rules.allow(u) {
		return "", errors.New("its robots.txt asks us not to fetch this page")
	}
	a, err := g.client.get(ctx, request{url: u, private: private, accept: acceptPage, limit: maxPage, page: true})
	defer a.done()
	switch {
	case isRefusal(err):
		return "", err
	case err != nil, a.status >= 500, a.status == http.StatusTooManyRequests:
		if a.status == http.StatusTooManyRequests {
			wait, _ := retryAfter(a.header, g.p.o.clock.Now())
			g.client.hosts.pause(hostOf(a.url), g.p.o.clock.Now().Add(max(wait, time.Hour)))
		}
		return "", errLater
	case a.status != http.StatusOK:
		return "", errors.New(statusWords(a.status))
	}
	g.p.parse <- struct{}{}
	defer func() { <-g.p.parse }()
	return article(a.body, a.header.Get("Content-Type"), a.url, it)
}
