package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"parley/feeds"
	"parley/model/config"
)

// screenFlags are what the dashboard takes beside the global flags.
type screenFlags struct {
	at      string
	speed   float64
	demo    bool
	present bool
	plain   bool
	all     bool
	noMouse bool
	quiet   bool
	theme   string
	filter  string
	name    string // of the built-in recording
}

func (f *screenFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.at, "at", "", "`TIME` to start at")
	cmd.Flags().BoolVar(&f.plain, "plain", false, "print arrivals as lines of text, for screen readers and pipes")
	cmd.Flags().BoolVar(&f.all, "all", false, "with --plain: first all that is on the record, not only the latest of it")
	cmd.Flags().StringVar(&f.filter, "filter", "", "`QUERY` that narrows what is shown from the start, as `/` does, instead of the one in the config")
	cmd.Flags().BoolVar(&f.noMouse, "no-mouse", false, "leave the mouse to the terminal's own selection")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "no bell and no notifications")
	choose(cmd, &f.theme, "theme", "instead of the one in the config", config.Themes...)
}

func (f *screenFlags) registerReplay(cmd *cobra.Command) {
	f.register(cmd)
	cmd.Flags().Float64Var(&f.speed, "speed", usualSpeed, "`N` seconds of the recording pass in a second")
	cmd.Flags().BoolVar(&f.present, "present", false, "presentation mode, for a hall")
}

func (a *app) dashboardCommand() *cobra.Command {
	var f screenFlags
	cmd := &cobra.Command{
		Use:   "parley",
		Short: "Track a live negotiation in the terminal: who said what, how sure that is, and what changed",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.demo {
				return a.demo(cmd.Context(), f)
			}
			return a.live(cmd.Context(), f)
		},
	}
	f.registerReplay(cmd)
	f.name = feeds.Alaska
	cmd.Flags().BoolVar(&f.demo, "demo", false, "work on the built-in recording, as the command demo does")
	return cmd
}

func (a *app) demoCommand() *cobra.Command {
	var f screenFlags
	cmd := &cobra.Command{Use: "demo", Short: "Play the built-in recording of the Alaska summit, without a network", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.demo(cmd.Context(), f) }}
	f.registerReplay(cmd)
	f.name = feeds.Alaska
	choose(cmd, &f.name, "recording", "which built-in recording", feeds.BuiltinNames...)
	return cmd
}

func (a *app) replayCommand() *cobra.Command {
	var f screenFlags
	cmd := &cobra.Command{Use: "replay FILE", Short: "Play a recording made by `parley export --what recording`; - reads it from standard input", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			rec, err := a.readRecording(args[0])
			if err != nil {
				return err
			}
			return a.play(cmd.Context(), rec, f)
		}}
	f.registerReplay(cmd)
	return cmd
}

func (a *app) readRecording(path string) (*feeds.Recording, error) {
	if path == "-" {
		return feeds.ReadRecording(a.stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rec, err := feeds.ReadRecording(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return rec, nil
}

func (a *app) demo(ctx context.Context, f screenFlags) error {
	rec, err := feeds.Builtin(f.name)
	if err != nil {
		return usageError{err}
	}
	return a.play(ctx, rec, f)
}

// play runs the dashboard over a recording in a throw-away store.
func (a *app) play(ctx context.Context, rec *feeds.Recording, f screenFlags) error {
	if err := a.needTerminal(f.plain); err != nil {
		return err
	}
	cfg, err := a.replayConfig(rec)
	if err != nil {
		return err
	}
	d, err := openDesk(ctx, cfg, deskOptions{})
	if err != nil {
		return err
	}
	defer d.Close()
	at, err := parseMoment(f.at, d.summit.Zone(), rec.Start)
	if err != nil {
		return err
	}
	if at.IsZero() {
		at = rec.Start
	}
	if f.speed <= 0 || math.IsNaN(f.speed) || math.IsInf(f.speed, 1) {
		return usagef("parley: --speed must be a number above nothing, such as 60")
	}
	d.player = newPlayer(rec, at, f.speed)
	if err := d.takeAll(ctx, d.player.due()); err != nil {
		return err
	}
	opts := a.screenOptions(cfg)
	opts.Replay = true
	opts.Present = f.present
	var stopped error
	stop := beside(ctx, func(ctx context.Context) {
		if err := d.player.run(ctx, d); err != nil && ctx.Err() == nil {
			stopped = fmt.Errorf("the replay stopped: %w", err)
			d.setTrouble(stopped.Error())
		}
		if f.plain { // lines end with their recording; on a screen one still looks round
			d.news.close()
		}
	})
	err = a.screen(ctx, d, opts, f)
	stop()
	if f.plain {
		err = errors.Join(err, stopped)
	}
	return err
}

// live runs the dashboard over the feeds of the config.
func (a *app) live(ctx context.Context, f screenFlags) (failed error) {
	if err := a.needTerminal(f.plain); err != nil {
		return err
	}
	drawn, settle := roomToStart()
	defer settle()
	d, cfg, err := a.liveDesk(ctx, !f.plain)
	if err != nil {
		return err
	}
	defer d.Close()
	loaded := func(err error) error { return err }
	if f.plain {
		settle()
	} else {
		ctx, loaded = d.loadBeside(ctx, drawn)
	}
	opts := a.screenOptions(cfg)
	if opts.At, err = parseMoment(f.at, d.summit.Zone(), time.Now()); err != nil {
		return loaded(err)
	}
	opts.StorePath, opts.Drawn = d.store.Path(), settle
	defer beside(ctx, whenDrawn(drawn, func(ctx context.Context) { d.poll(ctx, cfg, nil) }))()
	// Loading ends first: what the poller has to store waits for it.
	defer func() { failed = loaded(failed) }()
	return a.screen(ctx, d, opts, f)
}

// beside runs work next to the screen. stop ends it and waits until it has let
// go of the record, which the caller closes next.
func beside(ctx context.Context, work func(context.Context)) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var wg sync.WaitGroup
	wg.Go(func() { work(ctx) })
	return func() {
		cancel()
		wg.Wait()
	}
}

// liveDesk opens the record of the config in force, early for a screen.
func (a *app) liveDesk(ctx context.Context, early bool) (*desk, config.Config, error) {
	cfg, err := a.loadConfig()
	if err != nil {
		return nil, cfg, err
	}
	d, err := openDesk(ctx, cfg, deskOptions{path: a.findStore(cfg), progress: a.stderr, early: early})
	return d, cfg, err
}
