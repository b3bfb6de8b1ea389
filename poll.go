package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"parley/feeds"

	"parley/model/config"
)

type pollFlags struct {
	once bool
	span time.Duration
	json bool
}

func (a *app) pollCommand() *cobra.Command {
	var f pollFlags
	cmd := &cobra.Command{
		Use:   "poll (--once | --for DURATION)",
		Short: "Poll the feeds without a screen and fill the record",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.poll(cmd.Context(), f) },
	}
	cmd.Flags().BoolVar(&f.once, "once", false, "ask each feed that is due, once")
	cmd.Flags().DurationVar(&f.span, "for", 0, "poll for this long, such as 10m")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object a fetch")
	return cmd
}

func (a *app) poll(ctx context.Context, f pollFlags) error {
	if f.once == (f.span != 0) || f.span < 0 {
		return usagef("parley: poll wants either --once or --for DURATION, such as --for 10m")
	}
	d, cfg, err := a.liveDesk(ctx)
	if err != nil {
		return err
	}
	defer d.Close()
	report := fetchPrinter(a.stdout, f.json)
	if f.once {
		held, release, err := d.lease(ctx)
		if err != nil {
			return err
		}
		if !held.mine {
			return fmt.Errorf("%s polls this record already: wait until it ends, or name another with --store", held.owner)
		}
		defer release()
		_, err = d.poller(cfg, report).Once(ctx)
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, f.span)
	defer cancel()
	err = d.poll(ctx, cfg, report)
	if errors.Is(err, context.DeadlineExceeded) {
		return nil
	}
	return err
}

// fetchPrinter prints each fetch as it ends, from whichever goroutine.
func fetchPrinter(w io.Writer, asJSON bool) func(feeds.Fetch) {
	var mu sync.Mutex
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return func(f feeds.Fetch) {
		mu.Lock()
		defer mu.Unlock()
		if asJSON {
			_ = enc.Encode(f)
			return
		}
		fmt.Fprintf(w, "%s  %-28s %-12s %4d items %4d new %3d changed", f.At.Format(time.TimeOnly), f.Feed, f.Outcome, f.Items, f.New, f.Changed)
		if f.Error != "" {
			fmt.Fprintf(w, "  %s", f.Error)
		}
		fmt.Fprintln(w)
	}
}

// poller asks the config's feeds on behalf of this desk.
func (d *desk) poller(cfg config.Config, report func(feeds.Fetch)) *feeds.Poller {
	opts := []feeds.Option{feeds.OnStart(d.asking)}
	if report != nil {
		opts = append(opts, feeds.OnFetch(report))
	}
	return feeds.NewPoller(pollConfig(cfg), d.feeds, d, d, opts...)
}

func pollConfig(cfg config.Config) feeds.Config {
	return feeds.Config{
		Every: cfg.Poll.Every, Floor: cfg.Poll.Floor, Timeout: cfg.Poll.Timeout,
		MaxBody: int64(cfg.Poll.MaxBody), PerHost: cfg.Poll.PerHost, UserAgent: cfg.Poll.UserAgent,
	}
}

// leaseFor is how long a poller that died keeps others from taking over.
const leaseFor = 15 * time.Second

// tenure is who polls a record.
type tenure struct {
	mine  bool
	owner string
}

func leaseName() string {
	host, err := os.Hostname()
	if err != nil {
		host = "this machine"
	}
	return fmt.Sprintf("process %d on %s", os.Getpid(), host)
}

// lease asks to be the record's one poller.
func (d *desk) lease(ctx context.Context) (tenure, func(), error) {
	mine, owner, err := d.store.Lease(ctx, leaseName(), leaseFor)
	release := func() { _ = d.store.Release(context.WithoutCancel(ctx), leaseName()) }
	return tenure{mine, owner}, release, err
}

// poll keeps the record growing until ctx ends: as its poller while it holds the
// lease, else as a reader that follows what the poller writes and takes over
// when that one dies.
func (d *desk) poll(ctx context.Context, cfg config.Config, report func(feeds.Fetch)) error {
	tick := time.NewTicker(leaseFor / 3)
	defer tick.Stop()
	follow := time.NewTicker(time.Second)
	defer follow.Stop()
	for {
		held, release, err := d.lease(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case err != nil:
			return err
		case held.mine:
			d.setPolledBy("")
			err := d.pollWhileLeased(ctx, cfg, report, tick.C)
			release()
			if err != nil || ctx.Err() != nil {
				return err
			}
		default:
			d.setPolledBy(held.owner)
		}
		for waiting := true; waiting; {
			select {
			case <-ctx.Done():
				return nil
			case <-tick.C:
				waiting = false
			case <-follow.C:
				if err := d.catchUp(ctx); err != nil && ctx.Err() == nil {
					return err
				}
			}
		}
	}
}

// pollWhileLeased runs the poller and keeps the lease fresh. It returns nil when
// the lease was lost to another process, as after a long sleep of the machine.
func (d *desk) pollWhileLeased(ctx context.Context, cfg config.Config, report func(feeds.Fetch), tick <-chan time.Time) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() { ended <- d.poller(cfg, report).Run(ctx) }()
	for {
		select {
		case err := <-ended:
			return err
		case <-tick:
			held, _, err := d.lease(ctx)
			if err == nil && !held.mine {
				stop()
				<-ended
				return nil
			}
		}
	}
}
