package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"

	"parley/model"
)

// Stored is a version with what was read from it.
type Stored struct {
	Seq     int64 // place in the record, growing with each version; 0 where not known
	Version model.Version
	Reading model.Reading
	Rules   string // version of the rules that gave Reading, empty for none
	Fault   error  // why the version cannot be read any more; then of the rest only Seq is good
}

// SaveReadings stores what was read from versions by a version of the rules, in
// place of what older rules had read, and makes the versions searchable. The
// versions must be as Append returned them; Seq and Rules of list are ignored.
func (s *Store) SaveReadings(ctx context.Context, rules string, list []Stored) error {
	if len(list) == 0 {
		return ctx.Err()
	}
	s.numbering.Lock()
	defer s.numbering.Unlock()
	err := s.write(ctx, func(inner context.Context, tx *sql.Tx) error {
		w, err := s.newReadingWriter(inner, tx, rules)
		if err != nil {
			return err
		}
		for i := range list {
			if i%64 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			if err := w.save(inner, &list[i]); err != nil {
				return err
			}
		}
		if err := w.put(inner); err != nil {
			return err
		}
		// Not in the same loop: each statement on a table between two on the
		// index would make the index write out what it has gathered.
		for i := range list {
			if i%64 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			if err := w.index(inner, i, &list[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		s.words.reset() // those numbered in this transaction are gone with it
		return err
	}
	for i := range list {
		ref := refOf(&list[i].Version)
		if i >= len(list)-latestRead || s.cache.hasReading(ref) {
			v, r := list[i].Version, list[i].Reading // of their own: not all of the list
			s.cache.put(ref, cached{version: &v, reading: &r})
		} else {
			s.cache.drop(ref)
		}
	}
	return nil
}

// latestRead is how many versions of those that are stored at once are kept at hand with
// their readings, for who looks at what is new. Those of a flood would fill memory, and
// nobody looks at all.
const latestRead = 100

type readingWriter struct {
	s     *Store
	rules int64
	shape int64
	enc   encoder
	tags  tagger
	seqs  []int64 // of the versions, in the order of the list
	again []bool  // which of them were read before
	last  int64   // the last version that was read
	fresh *rows   // of versions after it
	find  *sql.Stmt
	body  *sql.Stmt
	other *sql.Stmt
	found *sql.Stmt
	anew  *sql.Stmt
}

func (s *Store) newReadingWriter(ctx context.Context, tx *sql.Tx, rules string) (*readingWriter, error) {
	w := &readingWriter{s: s, tags: tagger{made: map[tagOf]string{}}}
	err := s.words.catchUp(ctx, tx)
	if err != nil {
		return nil, err
	}
	if w.rules, err = s.words.number(ctx, tx, rules); err != nil {
		return nil, err
	}
	if w.shape, err = s.words.number(ctx, tx, readingShape.String()); err != nil {
		return nil, err
	}
	w.enc.known = s.words.find
	w.enc.recurring = func(word string) (int64, bool, error) { return s.words.recurring(ctx, tx, word) }
	st, err := s.statements.in(ctx, tx, "SELECT coalesce(max(seq), 0) FROM readings") //nolint:sqlclosecheck // it ends with its transaction
	if err != nil {
		return nil, err
	}
	if err := st.QueryRowContext(ctx).Scan(&w.last); err != nil {
		return nil, err
	}
	if w.fresh, err = s.rowsInto(ctx, tx, "INSERT INTO readings (seq, rules, body)", 3); err != nil {
		return nil, err
	}
	const find = "SELECT seq, hash FROM versions WHERE item = ? AND n = ?"
	if w.find, err = s.statements.in(ctx, tx, find); err != nil {
		return nil, err
	}
	const body = "INSERT INTO readings (seq, rules, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
	if w.body, err = s.statements.in(ctx, tx, body); err != nil {
		return nil, err
	}
	const other = "UPDATE readings SET rules = ?2, body = ?3 WHERE seq = ?1"
	if w.other, err = s.statements.in(ctx, tx, other); err != nil {
		return nil, err
	}
	const found = "INTO found (rowid, title, body, tags) VALUES (?, ?, ?, ?)"
	if w.found, err = s.statements.in(ctx, tx, "INSERT "+found); err != nil {
		return nil, err
	}
	if w.anew, err = s.statements.in(ctx, tx, "INSERT OR REPLACE "+found); err != nil {
		return nil, err
	}
	return w, nil
}

func (w *readingWriter) save(ctx context.Context, st *Stored) error {
	v := &st.Version
	at, err := w.placeOf(ctx, refOf(v))
	if err != nil {
		return err
	}
	// Strings are stored as places in the text: it must be the same text.
	if !w.asAppended(v) && at.hash != substance(&v.Sighting) && !w.asOnDisk(v) {
		return fmt.Errorf("version %d of item %d differs from the one in the record; save readings of versions as Append returned them", v.N, v.Item)
	}
	if w.fresh.full() {
		if err := w.put(ctx); err != nil {
			return err
		}
	}
	from := len(w.enc.buf)
	w.enc.title, w.enc.body = v.Title, v.Body()
	w.enc.buf = appendNumber(w.enc.buf, w.shape)
	if err := w.enc.value(readingShape, reflect.ValueOf(&st.Reading).Elem()); err != nil {
		return err
	}
	body := w.enc.buf[from:len(w.enc.buf):len(w.enc.buf)]
	if at.seq > w.last { // most are: they go in many at once
		w.last = at.seq
		w.seqs, w.again = append(w.seqs, at.seq), append(w.again, false)
		w.fresh.values = append(w.fresh.values, at.seq, w.rules, body)
		return nil
	}
	if err := w.put(ctx); err != nil {
		return err
	}
	res, err := w.body.ExecContext(ctx, at.seq, w.rules, body)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err != nil {
		return err
	}
	w.seqs, w.again = append(w.seqs, at.seq), append(w.again, n == 0)
	if n == 0 {
		_, err = w.other.ExecContext(ctx, at.seq, w.rules, body)
	}
	return err
}

// put puts in the readings that were gathered.
func (w *readingWriter) put(ctx context.Context) error {
	err := w.fresh.put(ctx)
	w.enc.buf = w.enc.buf[:0]
	return err
}

// asAppended says whether a version is known to be as Append has just returned it: its
// texts are the same strings then, which is seen without reading them.
func (w *readingWriter) asAppended(v *model.Version) bool {
	return sameTexts(w.s.cache.get(refOf(v)).version, v)
}

// asOnDisk says whether a version has the texts that the record has, though these are
// not those that were stored: a damaged title is read like another one.
func (w *readingWriter) asOnDisk(v *model.Version) bool {
	have, err := w.s.onDisk(refOf(v))
	return err == nil && sameTexts(&have, v)
}

func sameTexts(have, v *model.Version) bool {
	return have != nil && have.Title == v.Title && have.Summary == v.Summary && have.Content == v.Content && have.Op == v.Op && have.OpTitle == v.OpTitle
}

// placeOf returns where a version is. Append has just said it of most.
func (w *readingWriter) placeOf(ctx context.Context, ref model.VersionRef) (place, error) {
	p := w.s.cache.get(ref).place
	if p.seq != 0 {
		return p, nil
	}
	err := w.find.QueryRowContext(ctx, int64(ref.Item), ref.N).Scan(&p.seq, &p.hash)
	if errors.Is(err, sql.ErrNoRows) {
		return p, fmt.Errorf("version %d of item %d: %w; append it before its reading", ref.N, ref.Item, ErrNotFound)
	}
	return p, err
}

// index makes the i-th version of the list searchable.
func (w *readingWriter) index(ctx context.Context, i int, st *Stored) error {
	insert := w.found
	if w.again[i] {
		insert = w.anew
	}
	_, err := insert.ExecContext(ctx, w.seqs[i], st.Version.Title, indexed(&st.Version), w.tags.tags(st.Version.Feed, &st.Reading))
	return err
}

// decode reads a stored reading of a version.
func (s *Store) decode(v *model.Version, body []byte) (model.Reading, error) {
	var r model.Reading
	d := decoder{buf: body, title: v.Title, body: v.Body(), word: func(id int64) (string, error) {
		return s.words.text(context.Background(), s.r, id)
	}}
	id, err := d.uint()
	if err != nil {
		return r, err
	}
	shape, err := s.shape(int64(id))
	if err != nil {
		return r, err
	}
	if err := d.value(shape, reflect.ValueOf(&r).Elem()); err != nil {
		return model.Reading{}, fmt.Errorf("reading of version %d of item %d: %w", v.N, v.Item, err)
	}
	return r, nil
}

// shape returns the layout with that number, bound to the program's types.
func (s *Store) shape(id int64) (*shape, error) {
	s.words.mu.RLock()
	sh := s.words.shapes[id]
	s.words.mu.RUnlock()
	if sh != nil {
		return sh, nil
	}
	text, err := s.words.text(context.Background(), s.r, id)
	if err != nil {
		return nil, err
	}
	if sh, err = parseShape(text, reflect.TypeFor[model.Reading]()); err != nil {
		return nil, err
	}
	s.words.mu.Lock()
	defer s.words.mu.Unlock()
	s.words.shapes[id] = sh
	return sh, nil
}
