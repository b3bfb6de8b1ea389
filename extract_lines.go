package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"time"

	"parley/feeds"
	"parley/model"
)

type batch struct {
	firstLine int
	lines     []byte
}

type batchResult struct {
	out    []byte
	read   int // documents
	passed []error
}

// maxPassed is how many lines that were passed over are named one by one.
const maxPassed = 5

// stream reads JSONL on all cores in constant memory and writes in input order:
// a queue of promised results as long as a few batches a core holds the order.
// When ctx ends, whoever waits for a line more is left waiting.
func (x *extraction) stream(ctx context.Context, name string, r io.Reader) error {
	workers := runtime.GOMAXPROCS(0)
	promised := make(chan chan batchResult, 2*workers)
	tickets := make(chan struct{}, workers)
	var readErr error
	go func() {
		defer close(promised)
		readErr = batches(r, func(b batch) {
			result := make(chan batchResult, 1)
			promised <- result
			tickets <- struct{}{}
			go func() {
				result <- x.batch(name, b)
				<-tickets
			}()
		})
	}()
	var failed error
	read, passed := 0, 0
	for {
		var result chan batchResult
		var open bool
		select {
		case <-ctx.Done():
			return errors.Join(failed, ctx.Err())
		case result, open = <-promised:
		}
		if !open {
			break
		}
		done := <-result
		for _, err := range done.passed[:min(len(done.passed), max(0, maxPassed-passed))] {
			failed = errors.Join(failed, err)
		}
		read, passed = read+done.read, passed+len(done.passed)
		if _, err := x.out.Write(done.out); err != nil {
			go func() {
				for range promised { //nolint:revive // let the reader run out
				}
			}()
			return err
		}
	}
	if passed > maxPassed {
		failed = errors.Join(failed, fmt.Errorf("%s: %s passed over", name, model.Counted(passed-maxPassed, "line more was", "lines more were")))
	}
	if passed > 0 && read == 0 {
		failed = errors.Join(failed, fmt.Errorf("%s has no line that is a document; for plain text write --text, or name a file that does not end in .jsonl", name))
	}
	if readErr != nil {
		failed = errors.Join(failed, fmt.Errorf("%s: %w", name, readErr))
	}
	return failed
}

// batches cuts a stream into runs of whole lines.
func batches(r io.Reader, each func(batch)) error {
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), maxLine)
	b := batch{firstLine: 1}
	n := 0
	for in.Scan() {
		line := in.Bytes()
		if n++; n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		b.lines = append(append(b.lines, line...), '\n')
		if len(b.lines) >= batchBytes {
			each(b)
			b = batch{firstLine: n + 1}
		}
	}
	if len(b.lines) > 0 {
		each(b)
	}
	if errors.Is(in.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("line %d is longer than %d MiB: split the document", n+1, maxLine>>20)
	}
	return in.Err()
}

func (x *extraction) batch(name string, b batch) batchResult {
	var res batchResult
	var buf bytes.Buffer
	n := b.firstLine
	for line := range bytes.Lines(b.lines) {
		if len(bytes.TrimSpace(line)) > 0 {
			doc, err := decodeDocument(line)
			if err == nil {
				err = x.one(&buf, doc)
			}
			if err != nil {
				res.passed = append(res.passed, fmt.Errorf("%s: line %d was passed over: %w", name, n, err))
			} else {
				res.read++
			}
		}
		n++
	}
	res.out = buf.Bytes()
	return res
}

// publishedForms are the ways that scripts write a document's date.
var publishedForms = []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", time.RFC1123, time.RFC1123Z, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02"}

// documentID is a text, or a number as it is written.
type documentID string

// UnmarshalJSON takes a number's digits for its text: they are not to pass through a float.
func (id *documentID) UnmarshalJSON(data []byte) error {
	if c := data[0]; c == '-' || c >= '0' && c <= '9' {
		*id = documentID(data)
		return nil
	}
	return json.Unmarshal(data, (*string)(id))
}

func decodeDocument(line []byte) (model.Document, error) {
	var in struct {
		ID        documentID     `json:"id"`
		Title     string         `json:"title"`
		Text      string         `json:"text"`
		Published string         `json:"published"`
		Feed      string         `json:"feed"`
		Kind      model.FeedKind `json:"kind"`
		Side      string         `json:"side"`
	}
	err := json.Unmarshal(line, &in)
	if err == nil && bytes.TrimSpace(line)[0] != '{' { // null, which is no error to the library
		err = &json.UnmarshalTypeError{Value: "null"}
	}
	if err != nil {
		return model.Document{}, notADocument(line, err)
	}
	doc := model.Document{ID: string(in.ID), Title: in.Title, Text: in.Text, Feed: in.Feed, Kind: in.Kind, Side: in.Side}
	if in.Published == "" {
		return doc, nil
	}
	for _, form := range publishedForms {
		if t, err := time.Parse(form, in.Published); err == nil {
			doc.Published = t
			return doc, nil
		}
	}
	return doc, fmt.Errorf("published %q is no date: write it as 2025-08-15T19:00:00Z", in.Published)
}

// notADocument says what is wrong with a line that is none.
func notADocument(line []byte, err error) error {
	const form = `a document is a JSON object on one line, such as {"id": "1", "title": "…", "text": "…"}`
	var wrong *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &wrong) && bytes.HasPrefix(bytes.TrimSpace(line), []byte("{")):
		return fmt.Errorf("it is broken JSON (%w); %s", err, form)
	case wrong == nil:
		return fmt.Errorf("it is not JSON, but begins with “%s”; %s", beginning(string(bytes.TrimSpace(line))), form)
	case wrong.Field != "":
		return fmt.Errorf("its %s is a %s and no text; %s", wrong.Field, wrong.Value, form)
	}
	return fmt.Errorf("it is a JSON %s; %s", wrong.Value, form)
}

// beginning is as much of a line as tells which it is.
func beginning(line string) string {
	const most = 24
	runes := []rune(strings.ToValidUTF8(feeds.Clean(line), "\uFFFD"))
	if len(runes) <= most {
		return string(runes)
	}
	return string(runes[:most]) + "…"
}
