package main

import (
	"bufio"
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/store"
)

type briefFlags struct {
	readFlags
	since, format, filter string
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
	cmd.Flags().StringVar(&f.filter, "filter", "", "only what matches a `QUERY`, in the words of a search: 'actor:putin type:threat -tariff'")
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
		if since, err = parseSince(f.since, d.summit.Zone(), b.At); err != nil {
			return err
		}
	}
	opts := model.BriefOptions{Since: since, Format: f.format, Asked: f.filter}
	if opts.Filter, opts.Kinds, err = d.filterOf(ctx, f.filter, b.At); err != nil {
		return err
	}
	out := bufio.NewWriter(a.stdout)
	return flushed(out, model.WriteBrief(out, b, opts))
}

// filterOf reads a query as what narrows a board as of a moment, and the kinds of
// facts that it names: what no filter of the board can say is asked of the full-text
// search.
func (d *desk) filterOf(ctx context.Context, query string, at time.Time) (model.Filter, []model.Kind, error) {
	q, err := model.ParseQuery(query, d.summit.Zone(), at)
	if err != nil {
		return model.Filter{}, nil, usageError{fmt.Errorf("parley: %w", err)}
	}
	q = q.Resolve(d.directory, d.feeds)
	f := q.Filter()
	if q.Exact() {
		return f, q.Kinds, nil
	}
	hits, err := d.store.Matching(ctx, q, store.SearchOptions{At: at, Limit: searchLimit, Reader: readerName(), Fixed: d.fixed(at, model.BySeen)})
	if err != nil {
		return f, nil, err
	}
	f.Items = make(map[model.ItemID]bool, len(hits))
	for _, id := range hits {
		f.Items[id] = true
	}
	return f, q.Kinds, nil
}
