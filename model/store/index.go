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

// tagger writes the third column of the index: what the operators of a query ask
// for. It lets the index narrow a search before any text is read.
type tagger struct {
	made map[tagOf]string
	list []string // few: a list is faster than a map
}

// tagOf is a value and the class of operators that asks for it: f for feeds, k
// kinds, a actors, t types, o topics.
type tagOf struct{ class, value string }

// tags returns the tags of a reading.
func (t *tagger) tags(feed string, r *model.Reading) string {
	t.list = append(t.list[:0], everything)
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
	return strings.Join(t.list, " ")
}

func (t *tagger) fact(f fact) {
	t.add("k", kindNames[f.kind])
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
	if value == "" {
		return
	}
	key := tagOf{class, value}
	word, ok := t.made[key]
	if !ok {
		word = tag(class, value)
		if len(t.made) < maxWords {
			t.made[key] = word
		}
	}
	if !slices.Contains(t.list, word) {
		t.list = append(t.list, word)
	}
}

// tagClasses are the letters that tags begin with, that of everything among them.
const tagClasses = "efkato"

// everything is a tag that every version has: the index can only leave out from
// something.
const everything = "e0"

var kindNames = map[model.Kind]string{model.KindStatement: "statement", model.KindSignal: "signal", model.KindEvent: "event"}

// tag writes a value so that the tokenizer keeps it whole, and short, since tags
// are a good part of the index: 25 bits of a hash. That two values meet in one
// is rare and harmless, for what is asked of facts is looked at again. The digit
// at the end keeps the stemmer off.
func tag(class, value string) string {
	h := fnv.New32a()
	_, _ = io.WriteString(h, strings.ToLower(value))
	return class + strconv.FormatUint(uint64(h.Sum32()>>7), 36) + "0"
}

// fact is what a query can ask of a statement, a signal or an event.
type fact struct {
	kind   model.Kind
	actors []string
	types  []string
	topics []string
}

func statementFact(s *model.Statement) fact {
	f := fact{kind: model.KindStatement, types: []string{s.Type}, topics: s.Topics}
	f.actors = append(f.actors, s.Speaker.Actor)
	for i := range s.Speakers {
		f.actors = append(f.actors, s.Speakers[i].Actor)
	}
	return f
}

func signalFact(s *model.Signal) fact {
	f := fact{kind: model.KindSignal, types: []string{s.Action}, topics: []string{s.Instrument, s.Sector}}
	f.actors = append(append(append(f.actors, s.Sender), s.Target...), s.ThirdParty...)
	return f
}

func eventFact(e *model.Event) fact {
	return fact{kind: model.KindEvent, actors: e.Participants, types: []string{e.Kind}}
}

func appendNumber(b []byte, n int64) []byte { return binary.AppendUvarint(b, uint64(n)) }
