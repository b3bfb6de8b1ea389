package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"github.com/cli/browser"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"parley/feeds"
	"parley/model/config"
	"parley/ui"
)

// screenFlags are what the dashboard takes beside the global flags.
type screenFlags struct {
	at      string
	speed   float64
	demo    bool
	present bool
	plain   bool
	noMouse bool
	quiet   bool
	theme   string
	name    string // of the built-in recording
}

func (f *screenFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.at, "at", "", "`TIME` to start at")
	cmd.Flags().BoolVar(&f.plain, "plain", false, "print arrivals as lines of text, for screen readers and pipes")
	cmd.Flags().BoolVar(&f.noMouse, "no-mouse", false, "leave the mouse to the terminal's own selection")
	cmd.Flags().BoolVar(&f.quiet, "quiet", false, "no bell and no notifications")
	cmd.Flags().StringVar(&f.theme, "theme", "", "auto, dark, light, high-contrast or colour-blind")
}

func (f *screenFlags) registerReplay(cmd *cobra.Command) {
	f.register(cmd)
	cmd.Flags().Float64Var(&f.speed, "speed", 60, "seconds of the recording that pass in a second")
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
	cmd.Flags().BoolVar(&f.demo, "demo", false, "work on the built-in recording, as `parley demo`")
	return cmd
}

func (a *app) demoCommand() *cobra.Command {
	var f screenFlags
	cmd := &cobra.Command{Use: "demo", Short: "Play the built-in recording of the Alaska summit, without a network", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.demo(cmd.Context(), f) }}
	f.registerReplay(cmd)
	cmd.Flags().StringVar(&f.name, "recording", feeds.Alaska, "which built-in recording: alaska or aftermath")
	return cmd
}

func (a *app) replayCommand() *cobra.Command {
	var f screenFlags
	cmd := &cobra.Command{Use: "replay FILE", Short: "Play a recording made by `parley export --what recording`", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			rec, err := readRecording(args[0])
			if err != nil {
				return err
			}
			return a.play(cmd.Context(), rec, f)
		}}
	f.registerReplay(cmd)
	return cmd
}

func readRecording(path string) (*feeds.Recording, error) {
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
	at, err := parseMoment(f.at, d.zone(), rec.Start)
	if err != nil {
		return err
	}
	if at.IsZero() {
		at = rec.Start
	}
	if f.speed <= 0 {
		return usagef("parley: --speed must be more than nothing, such as 60")
	}
	d.player = newPlayer(rec, at, f.speed)
	if err := d.takeAll(ctx, d.player.due()); err != nil {
		return err
	}
	opts := a.screenOptions(cfg)
	opts.Replay = true
	opts.Present = f.present
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		if err := d.player.run(ctx, d); err != nil {
			slog.Error("the replay stopped", "err", err)
		}
	}()
	return a.screen(ctx, d, opts, f)
}

// live runs the dashboard over the feeds of the config.
func (a *app) live(ctx context.Context, f screenFlags) error {
	if err := a.needTerminal(f.plain); err != nil {
		return err
	}
	d, cfg, err := a.liveDesk(ctx)
	if err != nil {
		return err
	}
	defer d.Close()
	opts := a.screenOptions(cfg)
	if opts.At, err = parseMoment(f.at, d.zone(), time.Now()); err != nil {
		return err
	}
	opts.StorePath = d.store.Path()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		if err := d.poll(ctx, cfg, nil); err != nil {
			slog.Error("polling stopped", "err", err)
		}
	}()
	return a.screen(ctx, d, opts, f)
}

// liveDesk opens the record of the config in force.
func (a *app) liveDesk(ctx context.Context) (*desk, config.Config, error) {
	cfg, err := a.loadConfig()
	if err != nil {
		return nil, cfg, err
	}
	d, err := openDesk(ctx, cfg, deskOptions{path: a.findStore(cfg), progress: a.stderr})
	return d, cfg, err
}

// screen shows a desk until the reader quits.
func (a *app) screen(ctx context.Context, d *desk, opts ui.Options, f screenFlags) error {
	v, err := d.view(ctx, opts.Reader)
	if err != nil {
		return err
	}
	defer v.leave()
	opts.Settings = v.settings
	opts.NoMouse = opts.NoMouse || f.noMouse
	opts.Quiet = opts.Quiet || f.quiet
	if f.theme != "" {
		opts.Theme = ui.ThemeName(f.theme)
	}
	if f.plain {
		return ui.Plain(ctx, v, opts, a.stdout)
	}
	restore := logToFile(filepath.Join(xdg("XDG_STATE_HOME", filepath.Join(".local", "state")), "parley", "parley.log"))
	defer restore()
	return ui.Run(ctx, v, opts)
}

// screenOptions are the config's wishes for the screen.
func (a *app) screenOptions(cfg config.Config) ui.Options {
	return ui.Options{
		Theme:      ui.ThemeName(cfg.Screen.Theme),
		Reader:     readerName(),
		ConfigPath: a.findConfig(),
		NoMouse:    !cfg.Screen.Mouse,
		Quiet:      cfg.Screen.Quiet,
		Keys:       cfg.Keys,
		OpenLink:   browser.OpenURL,
		Ring:       ringer(cfg.Watch),
	}
}

func readerName() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "editor"
}

// needTerminal says in one line why there can be no dashboard.
func (a *app) needTerminal(plain bool) error {
	if plain {
		return nil
	}
	if !isTerminal(a.stdout) {
		return usagef("parley: the dashboard needs a terminal on standard output; `parley snapshot` prints one frame, `parley --plain` prints lines")
	}
	if os.Getenv("TERM") == "dumb" {
		return usagef("parley: the terminal says that it is dumb (TERM=dumb) and cannot show the dashboard; `parley --plain` prints lines")
	}
	return nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// maxLog is where the log starts anew, in bytes.
const maxLog = 4 << 20

// logToFile sends the log to a file while the screen is in use; without a file
// it goes nowhere, because the terminal is taken.
func logToFile(path string) (restore func()) {
	before := slog.Default()
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if info, err := os.Stat(path); err == nil && info.Size() > maxLog {
		flags |= os.O_TRUNC
	}
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	f, openErr := os.OpenFile(path, flags, 0o600)
	if err = errors.Join(err, openErr); err != nil {
		slog.SetDefault(slog.New(slog.DiscardHandler))
		return func() { slog.SetDefault(before) }
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(f, nil)))
	return func() {
		slog.SetDefault(before)
		f.Close()
	}
}
