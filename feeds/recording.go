package feeds

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"parley/model"
)

// RecordingVersion is the format that Write writes and ReadRecording reads.
const RecordingVersion = 1

// maxRecordingLine is the longest line of a recording, in bytes: an item at all
// its limits, with room for escapes.
const maxRecordingLine = 4 << 20

// Recording is what a desk saw, in the order in which it saw it. As a file it is
// JSONL: the header on the first line, then one sighting a line.
//
//	{"recording":"…","version":1,"summit":{…},"feeds":[…],"start":"…","captions":[…]}
//	{"feed":"…","identity":"…","title":"…",…,"seen":"…"}
//	{"feed":"…","identity":"…","title":"…",…,"seen":"…"}
type Recording struct {
	Header
	Sightings []model.Sighting
}

// Header is the first line of a recording: all that a desk needs to know beside
// the items.
type Header struct {
	Name    string        `json:"recording"`
	Version int           `json:"version"`
	Note    string        `json:"note,omitempty"`
	Summit  model.Summit  `json:"summit"`
	Actors  []model.Actor `json:"actors,omitempty"`
	Feeds   []model.Feed  `json:"feeds"`
	// Start is where a replay begins; what was seen earlier is there at once.
	// A file without it starts with its first sighting.
	Start    time.Time `json:"start,omitzero"`
	Captions []Caption `json:"captions,omitempty"`
}

// Caption says what to look at from a moment on, for an audience.
type Caption struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

// ReadRecording reads a recording. Its text passes the same cleaning as that of
// a live feed. An error names the line and says what to do about it.
func ReadRecording(r io.Reader) (*Recording, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxRecordingLine)
	rec := &Recording{}
	n, headed := 0, false
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(lines.Bytes())
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		if len(line) == 0 {
			continue
		}
		var err error
		if !headed {
			err, headed = rec.readHeader(line), true
		} else {
			err = rec.readSighting(line)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("line %d: longer than %d MiB: a recording has one item a line, parted by line feeds", n+1, maxRecordingLine>>20)
	case err != nil:
		return nil, fmt.Errorf("line %d: %w", n+1, err)
	case !headed:
		return nil, errors.New(`the recording is empty: its first line must be the header {"recording": …, "version": 1, …}`)
	}
	if rec.Start.IsZero() && len(rec.Sightings) > 0 {
		rec.Start = rec.Sightings[0].Seen
	}
	return rec, nil
}

func (rec *Recording) readHeader(line []byte) error {
	// Looked at loosely first, so that a later version is called one, not faulted
	// for the fields that it has more.
	var probe struct {
		Name    *string `json:"recording"`
		Version int     `json:"version"`
	}
	if err := json.Unmarshal(line, &probe); err == nil {
		switch {
		case probe.Name == nil:
			return errors.New(`no header: a recording begins with {"recording": …, "version": 1, …}; was the first line lost?`)
		case probe.Version > RecordingVersion:
			return fmt.Errorf("the recording has version %d, this Parley reads up to %d: use a newer Parley", probe.Version, RecordingVersion)
		}
	}
	if err := decodeLine(line, &rec.Header); err != nil {
		return fmt.Errorf("header: %w", err)
	}
	if rec.Version < 1 {
		return fmt.Errorf(`header: "version" is missing: write "version": %d`, RecordingVersion)
	}
	if rec.Summit.Timezone != "" {
		if _, err := time.LoadLocation(rec.Summit.Timezone); err != nil {
			return fmt.Errorf(`header: "timezone" %q is not known: use a name such as "America/Anchorage"`, rec.Summit.Timezone)
		}
	}
	rec.clean()
	return nil
}

func (rec *Recording) readSighting(line []byte) error {
	var s model.Sighting
	if err := decodeLine(line, &s); err != nil {
		return err
	}
	cleanSighting(&s)
	switch {
	case s.Feed == "":
		return errors.New(`"feed" is missing: name the feed that showed the item`)
	case s.Identity == "":
		return errors.New(`"identity" is missing: give the item's guid or link`)
	case s.Seen.IsZero():
		return errors.New(`"seen" is missing: say when the desk saw the item, such as "2025-08-15T19:30:00Z"`)
	}
	if len(rec.Sightings) > 0 {
		if last := rec.Sightings[len(rec.Sightings)-1].Seen; s.Seen.Before(last) {
			return fmt.Errorf(`"seen" is %s, earlier than the line before (%s): sort the lines by "seen"`,
				s.Seen.Format(time.RFC3339), last.Format(time.RFC3339))
		}
	}
	rec.Sightings = append(rec.Sightings, s)
	return nil
}

// decodeLine reads one JSON object that must fill the line and has no field that
// nobody would look at.
func decodeLine(line []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return explainJSON(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something stands after the closing brace: one JSON object a line")
	}
	return nil
}

func explainJSON(err error) error {
	var wrongType *json.UnmarshalTypeError
	var wrongTime *time.ParseError
	text := strings.TrimPrefix(err.Error(), "json: ")
	switch {
	case errors.As(err, &wrongType):
		return fmt.Errorf("%q cannot be a JSON %s: correct the value", wrongType.Field, wrongType.Value)
	case errors.As(err, &wrongTime):
		return fmt.Errorf(`%s is no time: write it like "2025-08-15T19:30:00Z"`, Clean(wrongTime.Value))
	case strings.HasPrefix(text, "unknown field"):
		return fmt.Errorf("%s: correct its spelling or take it out", Clean(text))
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("the line breaks off: it must be one whole JSON object")
	}
	return fmt.Errorf("no JSON object: %s", Clean(text))
}

// Write writes the recording so that ReadRecording gives the same one back. The
// sightings must be in the order in which they were seen.
func (rec *Recording) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	head := rec.Header
	head.Version = RecordingVersion
	if err := enc.Encode(head); err != nil {
		return err
	}
	for i := range rec.Sightings {
		s := &rec.Sightings[i]
		if i > 0 && s.Seen.Before(rec.Sightings[i-1].Seen) {
			return fmt.Errorf("sighting %d was seen before the one ahead of it: sort them first", i+1)
		}
		if err := enc.Encode(s); err != nil {
			return err
		}
	}
	return out.Flush()
}
