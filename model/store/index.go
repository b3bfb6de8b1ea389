package store

import (
	"encoding/binary"
	"hash/fnv"
	"io"
	"slices"
	"strconv"
	"strings"

	"parley/model"
)

// indexed is the text of a version that is searched beside its title. Where a
// feed gives a summary and a fuller text, both are.
func indexed(v *model.Version) string {
	if v.Content == "" || v.Summary == "" || strings.Contains(v.Content, v.Summary) {
		return v.Body()
	}
	return v.Summary + "\n\n" + v.Content
}

// tags are the words of the third column of the index: what the operators of a
// query ask for. They let the index narrow a search before any text is read.
func tags(feed string, r *model.Reading) string {
	var t tagger
	t.b.WriteString(everything)
	t.add("f", feed)
	for i := range r.Statements {
		t.fact(statementFact(&r.Statements[i]))
	}
	for i := range r.Signals {
		t.fact(signalFact(&r.Signals[i]))
	}
	for i := range r.Events {
		t.fact(eventFact(&r.Events[i]))
	}
	return t.b.String()
}

type tagger struct {
	b    strings.Builder
	seen []uint32 // few: a list is faster than a map
}

func (t *tagger) fact(f fact) {
	t.add("k", strconv.Itoa(int(f.kind)))
	for _, a := range f.actors {
		t.add("a", a)
	}
	for _, a := range f.types {
		t.add("t", a)
	}
	for _, a := range f.topics {
		t.add("o", a)
	}
}

func (t *tagger) add(class, value string) {
	if h := tagHash(class, value); value != "" && !slices.Contains(t.seen, h) {
		t.seen = append(t.seen, h)
		t.b.WriteByte(' ')
		t.b.WriteString(tag(class, value))
	}
}

// tag writes a value so that the tokenizer keeps it whole. The digit at the end
// keeps the stemmer off.
func tag(class, value string) string {
	return class + strconv.FormatUint(uint64(tagHash(class, value)), 36) + "0"
}

func tagHash(class, value string) uint32 {
	h := fnv.New32a()
	_, _ = io.WriteString(h, class)
	_, _ = io.WriteString(h, strings.ToLower(value))
	return h.Sum32()
}

// fact is what a query can ask of a statement, a signal or an event.
type fact struct {
	kind   model.Kind
	actors []string
	types  []string
	topics []string
}

func statementFact(s *model.Statement) fact {
	f := fact{kind: model.KindStatement, types: []string{s.Type, s.Modality, string(s.Mode)}, topics: s.Topics}
	f.actors = append(f.actors, s.Speaker.Actor)
	for i := range s.Speakers {
		f.actors = append(f.actors, s.Speakers[i].Actor)
	}
	return f
}

func signalFact(s *model.Signal) fact {
	f := fact{kind: model.KindSignal, types: []string{s.Action, s.Direction}, topics: []string{s.Instrument, s.Sector}}
	f.actors = append(append(append(f.actors, s.Sender), s.Target...), s.ThirdParty...)
	return f
}

func eventFact(e *model.Event) fact {
	return fact{kind: model.KindEvent, actors: e.Participants, types: []string{e.Kind, e.Status}}
}

func appendNumber(b []byte, n int64) []byte { return binary.AppendUvarint(b, uint64(n)) }
