package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"sync"

	"github.com/cli/browser"
	"golang.org/x/term"

	"parley/model"
	"parley/model/config"
	"parley/ui"
)

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
	if f.filter != "" {
		if _, err := model.ParseQuery(f.filter, d.summit.Zone(), d.Now()); err != nil {
			return usagef("parley: --filter: %w", err)
		}
		opts.Filter = f.filter
	}
	if f.theme != "" {
		opts.Theme = ui.ThemeName(f.theme)
	}
	if f.all && !f.plain {
		return usagef("parley: --all goes with --plain; a screen scrolls")
	}
	if f.plain {
		opts.Whole = f.all
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
		FirstClock: cfg.Screen.Clock,
		Zones:      cfg.Screen.Zones,
		Sides:      sidesOf(cfg.Actors),
		Reader:     readerName(),
		ConfigPath: a.findConfig(),
		NoMouse:    !cfg.Screen.Mouse,
		Quiet:      cfg.Screen.Quiet,
		Filter:     cfg.Screen.Filter,
		Keys:       cfg.Keys,
		OpenLink:   openLink,
		Ring:       ringer(cfg.Watch),
	}
}

// sidesOf are the parties that actors stand for, in the order in which they are named.
func sidesOf(actors []model.Actor) []string {
	var sides []string
	for _, a := range actors {
		if side := cmp.Or(a.Side, a.State); side != "" && !slices.Contains(sides, side) {
			sides = append(sides, side)
		}
	}
	return sides
}

// quietBrowser sees that what a browser prints gets no place on the screen. Links are
// opened beside each other: it is set once.
var quietBrowser = sync.OnceFunc(func() { browser.Stdout, browser.Stderr = io.Discard, io.Discard })

// openLink opens a link in a browser.
func openLink(url string) error {
	quietBrowser()
	err := browser.OpenURL(url)
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("no browser was found on this machine")
	}
	return err
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
