package main

import (
	"bufio"
	"context"
	"time"

	"github.com/spf13/cobra"

	"parley/model"
)

type briefFlags struct {
	readFlags
	since, format string
}

func (a *app) briefCommand() *cobra.Command {
	f := briefFlags{format: "md"}
	cmd := &cobra.Command{
		Use:   "brief",
		Short: "Write the hand-over note: confirmed, unconfirmed, conflicts, what changed, the ladder, what is next",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.brief(cmd.Context(), f) },
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.since, "since", "", "what changed since `TIME|DURATION` (default: the last 8 hours)")
	choose(cmd, &f.format, "format", "how it is written", "md", "json", "csv")
	return cmd
}

// shift is how long an editor's turn lasts when --since does not say.
const shift = 8 * time.Hour

func (a *app) brief(ctx context.Context, f briefFlags) error {
	d, _, at, err := a.openReading(ctx, f.readFlags)
	if err != nil {
		return err
	}
	defer d.Close()
	b := d.Board(at, model.BySeen)
	since := b.At.Add(-shift)
	if f.since != "" {
		if since, err = parseSince(f.since, d.zone(), b.At); err != nil {
			return err
		}
	}
	out := bufio.NewWriter(a.stdout)
	return flushed(out, model.WriteBrief(out, b, model.BriefOptions{Since: since, Format: f.format}))
}
