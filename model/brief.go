package model

import (
	"fmt"
	"io"
	"time"
)

// BriefOptions choose what a hand-over note holds and how it is written.
type BriefOptions struct {
	Since  time.Time // what changed since then; zero for everything
	Format string    // md, json or csv; empty means md
	Filter Filter    // only what passes it; the zero value keeps everything
	Kinds  []Kind    // only facts of these; empty for all
	Asked  string    // the filter as an editor wrote it, for the head of the note
}

// WriteBrief writes the hand-over note of a board. The same record and moment
// give the same bytes. The error is the writer's, or names an unknown format.
func WriteBrief(w io.Writer, b *Board, opts BriefOptions) error {
	n := newNote(b, opts)
	switch opts.Format {
	case "", "md":
		return n.markdown(w)
	case "json":
		return n.json(w)
	case "csv":
		return n.csv(w)
	}
	return fmt.Errorf("a brief is written as md, json or csv, not as %q", opts.Format)
}
