package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"parley/feeds"
	"parley/model/config"
	"parley/ui"
)

type snapshotFlags struct {
	readFlags
	size    string
	keys    string
	format  string
	theme   string
	colours string
	present bool
}

func (a *app) snapshotCommand() *cobra.Command {
	f := snapshotFlags{format: "ansi", colours: "true"}
	cmd := &cobra.Command{
		Use:   "snapshot",
		Short: "Print one frame of the dashboard, after the given key presses; no terminal needed",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.snapshot(cmd.Context(), f) },
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.size, "size", "120x36", "`COLUMNSxROWS` of the screen")
	cmd.Flags().StringVar(&f.keys, "keys", "", "`KEYS` to press, parted by spaces: \"left shift+tab enter text:oil\"")
	choose(cmd, &f.format, "format", "with colours, or plain text", "ansi", "text")
	choose(cmd, &f.theme, "theme", "instead of the one in the config", config.Themes[1:]...)
	choose(cmd, &f.colours, "colours", "how many the terminal has", "true", "256", "16", "none")
	cmd.Flags().BoolVar(&f.present, "present", false, "presentation mode")
	return cmd
}

func (a *app) snapshot(ctx context.Context, f snapshotFlags) error {
	var width, height int
	if n, err := fmt.Sscanf(f.size+" ", "%dx%d ", &width, &height); n != 2 || err != nil || width < 1 || height < 1 || width > 1000 || height > 1000 {
		return usagef("parley: --size wants columns and rows, up to 1000 of each, such as 120x36, not %q", f.size)
	}
	profile := map[string]colorprofile.Profile{
		"true": colorprofile.TrueColor, "256": colorprofile.ANSI256, "16": colorprofile.ANSI, "none": colorprofile.ASCII,
	}[f.colours]
	if os.Getenv("NO_COLOR") != "" {
		profile = colorprofile.ASCII
	}
	d, cfg, at, err := a.openReading(ctx, f.readFlags)
	if err != nil {
		return err
	}
	defer d.Close()
	opts := a.screenOptions(cfg)
	if f.theme != "" {
		opts.Theme = ui.ThemeName(f.theme)
	}
	opts.Profile, opts.At, opts.Replay, opts.Present = profile, at, f.demo, f.present
	v, err := d.view(ctx, opts.Reader)
	if err != nil {
		return err
	}
	defer v.leave()
	frame, err := ui.Snapshot(v, opts, width, height, strings.Fields(f.keys))
	if err != nil {
		return usagef("parley: %w", err)
	}
	if f.format == "text" {
		frame = ansi.Strip(frame)
	}
	_, err = fmt.Fprintln(a.stdout, strings.TrimRight(frame, "\n"))
	return err
}

// replayConfig is the configuration in force with the recording's own summit,
// feeds and actors in the place of the file's. The filter goes with the file's feeds.
func (a *app) replayConfig(rec *feeds.Recording) (config.Config, error) {
	cfg, err := a.loadConfig()
	if err != nil {
		return cfg, err
	}
	cfg.Summit = rec.Summit
	cfg.Feeds, cfg.Screen.Filter = nil, ""
	for _, f := range rec.Feeds {
		cfg.Feeds = append(cfg.Feeds, config.Feed{Feed: f})
	}
	cfg.Actors = append(cfg.Actors, rec.Actors...)
	return cfg, nil
}
