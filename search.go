package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/store"
)

type searchFlags struct {
	readFlags
	format string
	limit  int
}

func (a *app) searchCommand() *cobra.Command {
	var f searchFlags
	cmd := &cobra.Command{
		Use:     "search QUERY",
		Short:   "Search everything in the record, as of a moment",
		Example: `  parley search 'actor:putin type:threat before:"15 Aug 21:00" -tariff "exact words"'`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.search(cmd.Context(), strings.Join(args, " "), f)
		},
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.format, "format", "text", "text or json")
	cmd.Flags().IntVar(&f.limit, "limit", 50, "at most this many")
	return cmd
}

func (a *app) search(ctx context.Context, query string, f searchFlags) error {
	if f.format != "text" && f.format != "json" {
		return usagef("parley: --format wants text or json, not %q", f.format)
	}
	d, _, at, err := a.openReading(ctx, f.readFlags)
	if err != nil {
		return err
	}
	defer d.Close()
	if at.IsZero() {
		at = d.Now()
	}
	q, err := model.ParseQuery(query, d.zone(), at)
	if err != nil {
		return usageError{fmt.Errorf("parley: %w", err)}
	}
	hits, err := d.store.Search(ctx, q, store.SearchOptions{At: at, Limit: f.limit})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, h := range hits {
		if f.format == "json" {
			if err := enc.Encode(h); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(out, "%s  %s\n    %s\n", h.Version.Seen.In(d.zone()).Format("2 Jan 15:04 MST"), h.Version.Feed, h.Version.Title)
		if h.Version.Link != "" {
			fmt.Fprintf(out, "    %s\n", h.Version.Link)
		}
	}
	if len(hits) == 0 {
		fmt.Fprintln(a.stderr, "nothing matches")
	}
	return errors.Join(out.Flush())
}
