package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/store"
)

type searchFlags struct {
	readFlags
	format string
	limit  int
}

// searchWords is what a QUERY is made of, wherever one is taken.
const searchWords = `Search everything in the record, as of a moment. All words of a QUERY must hold:

  word  "two words"  begin*     in title or text; a OR b: one of them; -word: not
  actor:  side:                 who speaks, sends, is meant or takes part: an id, a name, an alias
  type:                         of a statement, a signal or an event: threat, imposed, meeting
  topic:                        a topic, an instrument or a sector: tariff, oil, or one of [topics]
  kind:statement|signal|event   what was read
  certainty:                    single, corroborated, official, disputed, corrected, withdrawn
  feed:  title:                 a feed by its name; a word of the title
  after:  before:               a moment: 21:00, "15 Aug 21:00", 2025-08-15
  is:unread                     what you have not seen

Several values stand behind one another with commas: type:threat,ultimatum.
On the screen / takes the same words, and so do --filter and the filter of the configuration.`

func (a *app) searchCommand() *cobra.Command {
	f := searchFlags{format: "text"}
	cmd := &cobra.Command{
		Use:     "search QUERY",
		Short:   "Search everything in the record, as of a moment",
		Long:    searchWords,
		Example: `  parley search 'actor:trump type:threat before:"15 Aug 21:00" -tariff "severe consequences"'`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.search(cmd.Context(), strings.Join(args, " "), f)
		},
	}
	f.register(cmd)
	choose(cmd, &f.format, "format", "how it is written", "text", "json")
	cmd.Flags().IntVar(&f.limit, "limit", 50, "at most `N`")
	return cmd
}

func (a *app) search(ctx context.Context, query string, f searchFlags) error {
	if f.limit < 1 {
		return usagef("parley: --limit wants a number from 1, not %d", f.limit)
	}
	f.noBoards = true // words are found without
	d, _, at, err := a.openReading(ctx, f.readFlags)
	if err != nil {
		return err
	}
	defer d.Close()
	if at.IsZero() {
		at = d.Now()
	}
	q, err := model.ParseQuery(query, d.summit.Zone(), at)
	if err != nil {
		return usageError{fmt.Errorf("parley: %w", err)}
	}
	strangers := q.Strangers(d.directory)
	q = q.Resolve(d.directory, d.feeds)
	if err := d.boardsFor(ctx, q); err != nil {
		return err
	}
	fixed := d.fixed(at, model.BySeen)
	hits, err := d.store.Search(ctx, q, store.SearchOptions{At: at, Limit: f.limit, Reader: readerName(), Keep: d.asSure(q, at), Fixed: fixed})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.stdout)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for _, h := range hits {
		if f.format == "json" {
			_ = enc.Encode(h) // Flush tells what went wrong
			continue
		}
		fmt.Fprintf(out, "%s  %s%s\n    %s\n", seenAt(h.Version.Seen.In(d.summit.Zone()), at), h.Version.Feed, cameOut(h.Version, at, d.summit.Zone()), h.Version.Title)
		facts, err := d.factsOf(h, fixed)
		if err != nil {
			return err
		}
		for _, line := range facts {
			fmt.Fprintf(out, "      %s\n", line)
		}
		if h.Version.Link != "" {
			fmt.Fprintf(out, "    %s\n", h.Version.Link)
		}
	}
	if len(hits) == 0 {
		if strangers != "" {
			strangers = ": " + strangers
		}
		fmt.Fprintln(a.stderr, "nothing matches"+strangers)
	}
	return out.Flush()
}

// boardsFor makes the record where the answers to a query depend on it: by how
// sure a fact is, or by what hands put right.
func (d *desk) boardsFor(ctx context.Context, q model.Query) error {
	if d.record != nil {
		return nil
	}
	if len(q.Certainty) == 0 {
		if marks, err := d.store.Marks(ctx); err != nil || len(marks) == 0 {
			return err
		}
	}
	return d.loadRecord(ctx)
}

// fixed are the reports that hands put right by a moment.
func (d *desk) fixed(at time.Time, clock model.Clock) store.Fixed {
	if d.boards.Load() == nil {
		return nil
	}
	return d.Board(at, clock).Fixed()
}

// asSure keeps the hits that report a fact of the certainty a query asks for,
// which only the board knows; nil where it asks for none.
func (d *desk) asSure(q model.Query, at time.Time) func(*store.Hit) bool {
	if len(q.Certainty) == 0 {
		return nil
	}
	b := d.Board(at, model.BySeen)
	sure := map[model.VersionRef]bool{}
	tookBack := map[model.ItemID]bool{} // whose later versions no longer say it
	note := func(list []model.Evidence) {
		for _, e := range list {
			sure[e.Version] = true
			if e.Struck != model.OpNone || !e.Vanished.IsZero() {
				tookBack[e.Version.Item] = true
			}
		}
	}
	f := model.Filter{Certainty: q.Certainty}
	for _, ref := range b.Statements(f) {
		if row, ok := b.Statement(ref); ok {
			note(row.Evidence)
		}
	}
	for _, ref := range b.Signals(f) {
		if row, ok := b.Signal(ref); ok {
			note(row.Evidence)
		}
	}
	for _, ref := range b.Events(f) {
		if row, ok := b.Event(ref); ok {
			note(row.Evidence)
		}
	}
	return func(h *store.Hit) bool {
		return sure[model.VersionRef{Item: h.Version.Item, N: h.Version.N}] || tookBack[h.Version.Item]
	}
}

// cameOut says when a version came out that was old news when the desk saw it.
func cameOut(v model.Version, asOf time.Time, zone *time.Location) string {
	if v.N > 1 || v.Published.IsZero() || v.DateFrom == model.DateFirstSeen || v.Seen.Sub(v.Published) < 24*time.Hour {
		return ""
	}
	return ", published " + seenAt(v.Published.In(zone), asOf)
}

// seenAt writes when a version came, with the year when that is not the year of a search
// as of then.
func seenAt(t, asOf time.Time) string {
	if t.Year() != asOf.In(t.Location()).Year() {
		return t.Format("2 Jan 2006 15:04 MST")
	}
	return t.Format("2 Jan 15:04 MST")
}
