package extract

import (
	"strings"
	"time"
	"unicode/utf8"

	"parley/model"
)

// RulesVersion numbers the rules: the record reads its versions again when it
// grows. It counts up with every change that changes readings.
const RulesVersion = 20

// Reader reads English documents. It is safe for use by several goroutines.
type Reader struct {
	lex     *lexicon
	who     *resolver
	about   *topics
	heads   *headlines
	cues    *cues
	signals *signalReader
	events  *events
	topics  map[string][]string // topics of the configuration, laid over the built-in ones
	place   string              // of the events; empty when not known
	zone    *time.Location      // of the events that the documents are about; nil when not known
	clocks  *time.Location      // of clock times for which nothing names a zone; nil for the document's
	day     time.Time           // on which the events begin; zero for not known
}

var _ model.Reader = (*Reader)(nil)

// Option changes how a Reader is made.
type Option func(*Reader)

// WithTopics adds topics, each with its terms, to the built-in ones; a topic of
// the same name gets the terms in addition to its own.
func WithTopics(topics map[string][]string) Option {
	return func(r *Reader) { r.topics = topics }
}

// WithZone names the zone that the documents' events are in. A clock time that is
// said to be local, in a text whose dateline names no place, is read in it.
func WithZone(zone *time.Location) Option {
	return func(r *Reader) { r.zone = zone }
}

// WithPlace names where the events are, the smaller place before the larger one, parted by
// commas. A place that no list knows lies in the zone of the events.
func WithPlace(place string) Option {
	return func(r *Reader) { r.place = place }
}

// WithClocks names the zone of clock times for which nothing else does: no zone is
// written, no place is named, and the document is dated in UTC. Day is when the
// events are to begin, zero for not known: on its eve a meeting that is planned for a
// clock time alone is planned for that day.
func WithClocks(zone *time.Location, day time.Time) Option {
	return func(r *Reader) { r.clocks, r.day = zone, day }
}

// New makes a Reader that resolves speakers against a directory of actors. An
// error means that an embedded list is malformed.
func New(dir *model.Directory, opts ...Option) (*Reader, error) {
	lex, err := newLexicon()
	if err != nil {
		return nil, err
	}
	r := &Reader{lex: lex}
	for _, o := range opts {
		o(r)
	}
	if r.who, err = newResolver(lex, dir); err != nil {
		return nil, err
	}
	if r.about, err = newTopics(lex, r.topics); err != nil {
		return nil, err
	}
	if r.heads, err = newHeadlines(lex, r.who, r.about); err != nil {
		return nil, err
	}
	if r.cues, err = newCues(lex); err != nil {
		return nil, err
	}
	if r.events, err = newEvents(lex, r.heads, r.zone, r.clocks); err != nil {
		return nil, err
	}
	r.events.day = r.day
	r.events.times.addPlaces(list(strings.ReplaceAll(r.place, ",", ";")), r.zone)
	r.events.times.addPlaces(r.who.seats(), nil)
	r.heads.yields = r.cues.yields
	r.heads.towns = r.events.times.places
	if r.signals, err = newSignalReader(lex, r.who, r.events.times); err != nil {
		return nil, err
	}
	r.events.markUnits()
	return r, nil
}

// Read reads one document. Lists in the reading are never nil.
func (r *Reader) Read(in model.Document) model.Reading {
	in.Text = withoutDeskNote(r.heads.withoutSection(in.Text))
	d := r.lex.newDoc(in)
	for _, t := range []*text{&d.title, &d.body} {
		r.who.search(t)
	}
	out := model.Reading{ID: in.ID, Statements: []model.Statement{}, Signals: []model.Signal{}, Events: []model.Event{}, Actors: []model.Mention{}}
	out.Statements = append(out.Statements, r.heads.read(&d.title)...)
	out.Statements = r.readText(d, out.Statements)
	out.Signals = r.signals.read(d, out.Statements)
	heads, _ := r.events.read(&d.title, nil, in.Published)
	below, own := r.events.read(&d.body, heads, in.Published)
	lengthsBelow(heads, below, own)
	r.events.times.dayBelow(&d.title, heads, below, in.Published)
	below = r.withoutRetold(heads, below)
	out.Events = append(append(out.Events, heads...), below...)
	if out.Events == nil {
		out.Events = []model.Event{}
	}
	out.Actors = r.who.record(d)
	r.lex.done(d)
	return out
}

// withoutDeskNote blanks what a desk says of its own text at the head of it, "(Corrects the
// number in the headline)", so that places in the rest stay as they are.
func withoutDeskNote(text string) string {
	for _, verb := range []string{"(Corrects ", "(Refiles ", "(Updates ", "(Adds ", "(Recasts "} {
		end := strings.IndexByte(text, ')')
		if strings.HasPrefix(text, verb) && end > 0 {
			return strings.Repeat(" ", utf8.RuneCountInString(text[:end+1])) + text[end+1:]
		}
	}
	return text
}
