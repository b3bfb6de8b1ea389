package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
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

// noFeeds is said where there is nobody to ask.
const noFeeds = "no feeds are configured: write [[feeds]] sections, or add those of a list with `parley feeds import FILE`"

func (a *app) pollCommand() *cobra.Command {
	var f pollFlags
	cmd := &cobra.Command{
		Use:   "poll (--once | --for DURATION)",
		Short: "Poll the feeds without a screen and fill the record",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.poll(cmd.Context(), f) },
	}
	cmd.Flags().BoolVar(&f.once, "once", false, "ask each feed that is due, once")
	cmd.Flags().DurationVar(&f.span, "for", 0, "poll for a `DURATION`, such as 10m")
	cmd.Flags().BoolVar(&f.json, "json", false, "print one JSON object a fetch")
	return cmd
}

func (a *app) poll(ctx context.Context, f pollFlags) (err error) {
	if f.once == (f.span != 0) || f.span < 0 {
		return usagef("parley: poll wants either --once or --for DURATION, such as --for 10m")
	}
	defer roomToWork()()
	cfg, err := a.loadConfig()
	if err != nil {
		return err
	}
	d, err := openDesk(ctx, cfg, deskOptions{path: a.findStore(cfg), noBoards: true, progress: a.stderr})
	if err != nil {
		return err
	}
	defer d.Close()
	if len(d.feeds) == 0 {
		fmt.Fprintln(a.stderr, noFeeds)
	}
	said := &fetchPrinter{w: a.stdout, feeds: len(d.feeds), json: f.json}
	report := said.print
	defer func() { err = errors.Join(err, said.flush()) }()
	if f.once {
		held, release, err := d.lease(ctx)
		if err != nil {
			return err
		}
		if !held.mine {
			return fmt.Errorf("%s polls this record already: wait until it ends, or name another with --store", held.owner)
		}
		defer release()
		fetches, err := d.poller(cfg, report).Once(ctx)
		if err != nil {
			return errors.Join(err, d.unwritten())
		}
		if len(fetches) == 0 && len(d.feeds) > 0 {
			fmt.Fprintln(a.stderr, "no feed is due yet")
		}
		return errors.Join(d.derive(ctx), d.unwritten(), said.nothingCame())
	}
	limited, cancel := context.WithTimeout(ctx, f.span)
	defer cancel()
	d.poll(limited, cfg, report)
	if ctx.Err() != nil {
		return d.unwritten()
	}
	return errors.Join(d.derive(ctx), d.unwritten(), said.nothingCame())
}

// pollRoom is the memory in bytes that a command which polls may fill before
// garbage is collected more often than it must be.
const pollRoom = 120 << 20

// littleGarbage has garbage collected before there is much of it, for work that
// fills memory with what stays: then the room for as much again is not taken.
// restore goes back.
func littleGarbage() (restore func()) { return allowGarbage(mostGarbage) }

// roomToWork lets garbage lie for longer than the screen does, up to pollRoom:
// what a feed parses into is garbage as soon as it is stored. restore goes back.
// What the environment says of garbage stands.
func roomToWork() (restore func()) {
	if garbageSaid() {
		return func() {}
	}
	percent, limit := debug.SetGCPercent(300), debug.SetMemoryLimit(pollRoom)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// poller asks the config's feeds on behalf of this desk.
func (d *desk) poller(cfg config.Config, report func(feeds.Fetch)) *feeds.Poller {
	opts := []feeds.Option{feeds.OnStart(d.asking), feeds.WithLogger(slog.Default())}
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
