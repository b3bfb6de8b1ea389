package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"unicode/utf8"

	"parley/model"
)

// The signs between which SQLite puts what matched; no cleaned text has them.
const (
	markFrom = "\x02"
	markTo   = "\x03"
)

// snippetWords is the length of a snippet.
const snippetWords = 32

// markWords fills in what of each hit matched. The record's index holds no texts,
// so that the few hits go through a small index in memory, which parts and folds
// words in exactly the same way.
func (s *Store) markWords(ctx context.Context, q *model.Query, hits []Hit) error {
	for i := range hits {
		hits[i].Snippet = opening(&hits[i])
	}
	words := wordsExpr(q)
	if words == "" || len(hits) == 0 {
		return nil
	}
	s.markMu.Lock()
	defer s.markMu.Unlock()
	if err := s.openMarked(ctx); err != nil {
		return err
	}
	tx, err := s.marked.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // nothing is kept
	insert, err := tx.PrepareContext(ctx, "INSERT INTO marked (rowid, title, body) VALUES (?, ?, ?)")
	if err != nil {
		return err
	}
	defer insert.Close()
	for i := range hits {
		if _, err := insert.ExecContext(ctx, i, hits[i].Version.Title, indexed(&hits[i].Version)); err != nil {
			return err
		}
	}
	rows, err := tx.QueryContext(ctx, fmt.Sprintf(`SELECT rowid, highlight(marked, 0, char(2), char(3)),
		snippet(marked, 1, char(2), char(3), '…', %d) FROM marked WHERE marked MATCH ?`, snippetWords), words)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var i int
		var title, body string
		if err := rows.Scan(&i, &title, &body); err != nil {
			return err
		}
		h := &hits[i]
		_, h.TitleMarks = cutMarks(title)
		if text, marks := cutMarks(body); len(marks) > 0 || len(h.Facts) == 0 {
			h.Snippet, h.SnippetMarks = text, marks
		}
	}
	return rows.Err()
}

func (s *Store) openMarked(ctx context.Context) error {
	if s.marked != nil {
		return nil
	}
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, "CREATE VIRTUAL TABLE marked USING fts5(title, body, tokenize = 'porter unicode61 remove_diacritics 2')"); err != nil {
		return err
	}
	s.marked = db
	return nil
}

// cutMarks takes the marks out of a text and returns where they were.
func cutMarks(s string) (string, []model.Span) {
	var b strings.Builder
	marks := []model.Span{}
	at := 0
	for s != "" {
		i := strings.IndexAny(s, markFrom+markTo)
		if i < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:i])
		at += utf8.RuneCountInString(s[:i])
		if s[i:i+1] == markFrom {
			marks = append(marks, model.Span{at, at})
		} else if len(marks) > 0 {
			marks[len(marks)-1][1] = at
		}
		s = s[i+1:]
	}
	return b.String(), marks
}

// opening is the snippet of a hit that no word led to: what the first fact that
// met the query says, else how the text begins.
func opening(h *Hit) string {
	for _, f := range h.Facts {
		if f.Kind == model.KindStatement {
			return h.Reading.Statements[f.Index].Content.Text
		}
	}
	fields := strings.Fields(h.Version.Body())
	if len(fields) > snippetWords {
		return strings.Join(fields[:snippetWords], " ") + "…"
	}
	return strings.Join(fields, " ")
}
