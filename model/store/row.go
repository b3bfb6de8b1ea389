package store

import (
	"bytes"
	"compress/flate"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"parley/model"
)

// columns are those of a version as scanVersion reads them.
const columns = `v.seq, v.item, v.n, f.name, v.seen, v.published, v.updated, v.op,
	v.guid, v.link, v.identity, v.title, v.summary, v.content, v.extra`

// fromVersions joins what columns needs.
const fromVersions = ` FROM versions v JOIN items i ON i.id = v.item JOIN feeds f ON f.id = i.feed `

// extra is what few versions have.
type extra struct {
	Authors  []string          `json:"a,omitempty"`
	Outlet   string            `json:"u,omitempty"`
	OpTitle  string            `json:"o,omitempty"`
	Flags    []model.Flag      `json:"f,omitempty"`
	DateFrom *model.DateSource `json:"d,omitempty"` // nil: published
}

// appendVersion appends the values of a row of versions, in the order of insertVersion.
func appendVersion(row []any, at place, v *model.Version, out time.Time) ([]any, error) {
	var link, identity any
	if v.Link != v.GUID {
		link = v.Link
	}
	if same := fallback(v.GUID, v.Link); v.Identity != same {
		identity = v.Identity
	}
	var rest any
	x := extra{Authors: v.Authors, Outlet: v.Outlet, OpTitle: v.OpTitle, Flags: v.Flags}
	if from := v.DateFrom; from != model.DatePublished {
		x.DateFrom = &from // of its own: else each version would be garbage, for the few that have it
	}
	if len(x.Authors) > 0 || x.Outlet != "" || x.OpTitle != "" || len(x.Flags) > 0 || x.DateFrom != nil {
		b, err := json.Marshal(x)
		if err != nil {
			return row, err
		}
		rest = string(b)
	}
	return append(row, at.seq, int64(v.Item), v.N, v.Seen.UnixMilli(), millis(v.Published), millis(v.Updated), out.UnixMilli(), at.hash,
		string(v.Op), v.GUID, link, identity, v.Title, v.Summary, packText(v.Content), rest), nil
}

const (
	insertVersion = `INSERT INTO versions
		(seq, item, n, seen, published, updated, out, hash, op, guid, link, identity, title, summary, content, extra)`
	versionColumns = 16
)

type scanner interface{ Scan(dest ...any) error }

// scanVersion reads a row of columns, and more columns after them into more. Of a version
// that is damaged it still gives where it is.
func scanVersion(row scanner, more ...any) (int64, model.Version, error) {
	var (
		v                  model.Version
		seq, seen          int64
		published, updated sql.NullInt64
		link, identity     sql.NullString
		content            any
		rest               sql.RawBytes
		restText           sql.NullString
	)
	dest := []any{&seq, &v.Item, &v.N, &v.Feed, &seen, &published, &updated, &v.Op,
		&v.GUID, &link, &identity, &v.Title, &v.Summary, &content, nil}
	_, streaming := row.(*sql.Rows)
	if streaming {
		dest[len(dest)-1] = &rest
	} else {
		dest[len(dest)-1] = &restText
	}
	if err := row.Scan(append(dest, more...)...); err != nil {
		return 0, v, err
	}
	if !streaming && restText.Valid {
		rest = []byte(restText.String)
	}
	v.Seen, v.Published, v.Updated = moment(seen), momentOf(published), momentOf(updated)
	v.Link = v.GUID
	if link.Valid {
		v.Link = link.String
	}
	v.Identity = fallback(v.GUID, v.Link)
	if identity.Valid {
		v.Identity = identity.String
	}
	for _, at := range [...]time.Time{v.Seen, v.Published, v.Updated} {
		if at.Year() < 0 || at.Year() > 9999 { // as neither a person nor JSON writes them
			return seq, v, fmt.Errorf("time of version %d of item %d: %w (year %d)", v.N, v.Item, errDamaged, at.Year())
		}
	}
	var err error
	if v.Content, err = unpackText(content); err != nil {
		return seq, v, fmt.Errorf("content of version %d of item %d: %w (%w)", v.N, v.Item, errDamaged, err)
	}
	v.DateFrom = model.DatePublished
	if len(rest) > 0 {
		var x extra
		if err := json.Unmarshal(rest, &x); err != nil {
			return seq, v, fmt.Errorf("version %d of item %d: %w (%w)", v.N, v.Item, errDamaged, err)
		}
		v.Authors, v.Outlet, v.OpTitle, v.Flags = x.Authors, x.Outlet, x.OpTitle, x.Flags
		if x.DateFrom != nil {
			v.DateFrom = *x.DateFrom
		}
	}
	return seq, v, nil
}

func fallback(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// asStored returns the sighting as the record will give it back: times in whole
// milliseconds UTC, no empty lists, nothing shared with the caller.
func asStored(in model.Sighting) model.Sighting {
	in.Seen, in.Published, in.Updated = whole(in.Seen), whole(in.Published), whole(in.Updated)
	in.Authors, in.Flags = slices.Clone(in.Authors), slices.Clone(in.Flags)
	if len(in.Authors) == 0 {
		in.Authors = nil
	}
	if len(in.Flags) == 0 {
		in.Flags = nil
	}
	for _, s := range []*string{&in.Title, &in.Summary, &in.Content, &in.GUID, &in.Link, &in.Identity, &in.OpTitle} {
		// A NUL would end the text in some of SQLite's functions.
		if strings.IndexByte(*s, 0) >= 0 {
			*s = strings.ReplaceAll(*s, "\x00", "")
		}
	}
	return in
}

func whole(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return moment(t.UnixMilli())
}

func moment(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

func momentOf(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return moment(ms.Int64)
}

// millis is a time as a column holds it.
func millis(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMilli()
}

// packFrom is the length in bytes from which a content is stored compressed.
const packFrom = 600

var packers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, 5)
	if err != nil {
		panic(err) // only for a level that does not exist
	}
	return w
}}

// packText returns a content as its column holds it.
func packText(s string) any {
	switch {
	case s == "":
		return nil
	case len(s) < packFrom:
		return s
	}
	w := packers.Get().(*flate.Writer)
	defer packers.Put(w)
	var b bytes.Buffer
	b.Grow(len(s) / 2)
	w.Reset(&b)
	// A buffer takes every write.
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.Bytes()
}

func unpackText(column any) (string, error) {
	switch c := column.(type) {
	case nil:
		return "", nil
	case string:
		return c, nil
	case []byte:
		var b strings.Builder
		r := flate.NewReader(bytes.NewReader(c))
		_, err := io.Copy(&b, r)
		return b.String(), err
	}
	return "", fmt.Errorf("unexpected %T", column)
}
