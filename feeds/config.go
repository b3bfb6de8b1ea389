package feeds

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"net"
	"runtime"
	"time"

	"parley/model"
)

const (
	// DefaultUserAgent names the program where the config does not. It has no
	// contact of the desk's, which only the config can give.
	DefaultUserAgent = "Parley/0.1 (feed reader of a news desk; contact: webmaster of the address this comes from)"

	// PublicFloor is the shortest interval at which one feed of a public host is
	// asked, whatever the config says.
	PublicFloor = 30 * time.Second
	// atOnce bounds the requests under way over all hosts.
	atOnce = 32
)

// Config is the [poll] section, whose defaults are those of the config: all but Floor
// and UserAgent are above zero. Floor may be zero, but public hosts are never asked
// below PublicFloor.
type Config struct {
	Every     time.Duration // interval of feeds that say nothing
	Floor     time.Duration // no feed is asked more often than this
	Timeout   time.Duration // for one fetch, from the first byte sent to the last received
	MaxBody   int64         // bytes after decompression
	PerHost   int           // requests at once to one host
	UserAgent string        // must name the program and a contact; empty for DefaultUserAgent
}

// named is the config with a user agent.
func (c Config) named() Config {
	if c.UserAgent == "" {
		c.UserAgent = DefaultUserAgent
	}
	return c
}

// Sink takes the items of one answer, all or none, and says how many were new
// and how many changed. It is called from several goroutines at once. Until it
// has returned without an error the answer counts as not received: the feed's
// validators stay as they were and the next request brings the items again.
type Sink interface {
	Take(ctx context.Context, feed model.Feed, items []model.Sighting) (fresh, changed int, err error)
}

// States remembers each feed between runs, by Key of its URL. A feed that it
// does not know has a zero state and no error. It is called from several
// goroutines at once.
type States interface {
	FeedState(ctx context.Context, url string) (model.FeedState, error)
	SaveFeedState(ctx context.Context, s model.FeedState) error
}

// AskAgain lets a feed be polled that had ended (410) and has answered since. It
// reports whether it had ended. A Poller under way takes notice within a minute.
func AskAgain(ctx context.Context, states States, f model.Feed) (ended bool, err error) {
	st, err := states.FeedState(ctx, Key(f.URL))
	if err != nil || !st.Gone {
		return false, err
	}
	st.Gone, st.Failures, st.LastError, st.LastTry = false, 0, "", time.Time{}
	return true, states.SaveFeedState(ctx, st)
}

// ParseFunc is the shape of Parse.
type ParseFunc func(body []byte, o ParseOptions) (Parsed, error)

// Clock tells the time and waits. Tests have one that they turn by hand.
type Clock interface {
	Now() time.Time
	After(d time.Duration) <-chan time.Time
}

type systemClock struct{}

// Now is the time on the wall alone: a machine's other clock stands still while
// it sleeps, and feeds do not.
func (systemClock) Now() time.Time                         { return time.Now().Round(0) }
func (systemClock) After(d time.Duration) <-chan time.Time { return time.After(d) }

// options are what an Option can change, for a Poller and for CheckAll alike.
type options struct {
	clock    Clock
	resolver *net.Resolver
	proxy    proxyFunc
	log      *slog.Logger
	onStart  func(model.Feed)
	onFetch  func(Fetch)
	jitter   func() float64
	parse    ParseFunc
	parsers  int
}

// Option changes how a Poller or CheckAll works.
type Option func(*options)

// WithLogger says where to log; nothing is logged without it. Each fetch is an
// Info; a Warn is what the config's owner should act on and no fetch will tell:
// feeds that ended earlier, and feeds that stand there twice. Credentials are
// never logged.
func WithLogger(l *slog.Logger) Option { return func(o *options) { o.log = l } }

// OnStart is called when a feed is about to be asked, from the fetch's own goroutine.
func OnStart(f func(model.Feed)) Option { return func(o *options) { o.onStart = f } }

// OnFetch is called when a fetch has ended and its items are in the Sink. Calls
// do not overlap.
func OnFetch(f func(Fetch)) Option { return func(o *options) { o.onFetch = f } }

func newOptions(opts []Option) options {
	o := options{
		clock:    systemClock{},
		resolver: net.DefaultResolver,
		proxy:    environmentProxy(),
		log:      slog.New(slog.DiscardHandler),
		onStart:  func(model.Feed) {},
		onFetch:  func(Fetch) {},
		jitter:   rand.Float64,
		parse:    Parse,
		parsers:  runtime.GOMAXPROCS(0),
	}
	for _, set := range opts {
		set(&o)
	}
	return o
}
