package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/extract"
)

// maxLine bounds one document of a JSONL stream, so that memory stays bounded.
const maxLine = 64 << 20

// batchBytes is how much JSONL one worker takes at a time: enough that handing
// it over costs nothing, little enough that output keeps flowing.
const batchBytes = 64 << 10

func (a *app) extractCommand() *cobra.Command {
	var explain bool
	cmd := &cobra.Command{
		Use:   "extract [FILE… | -]",
		Short: "Read text and print the facts in it as JSON, a line a document",
		Long: "Reads plain text files (each one document) and .jsonl files or standard input (-),\n" +
			"a document a line: {\"id\", \"title\", \"text\", \"published\", \"feed\", \"kind\"}.\n" +
			"Prints who said what, which signals were sent and what happened, with spans in\n" +
			"code points and the rule that fired. Touches no record and no network.",
		RunE: func(cmd *cobra.Command, args []string) error { return a.extract(cmd.Context(), args, explain) },
	}
	cmd.Flags().BoolVar(&explain, "explain", false, "show the text with what was read in it coloured, instead of JSON")
	return cmd
}

func (a *app) extract(ctx context.Context, args []string, explain bool) error {
	cfg, err := a.loadConfig()
	if err != nil {
		return err
	}
	directory, err := directoryOf(cfg)
	if err != nil {
		return err
	}
	reader, err := readerOf(cfg, directory, false)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		args = []string{"-"}
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // of documents that were read nothing stays: speed costs little memory here
	}
	out := bufio.NewWriterSize(a.stdout, 1<<16)
	x := &extraction{reader: reader, out: out, explain: explain, colour: isTerminal(a.stdout) && os.Getenv("NO_COLOR") == ""}
	var failed error
	for _, name := range args {
		if err := a.extractOne(ctx, x, name); err != nil {
			failed = errors.Join(failed, err)
		}
		if ctx.Err() != nil {
			break
		}
	}
	return flushed(out, failed)
}

func (a *app) extractOne(ctx context.Context, x *extraction, name string) error {
	if name == "-" {
		return x.stream(ctx, "standard input", a.stdin)
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if strings.HasSuffix(name, ".jsonl") {
		return x.stream(ctx, name, f)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		return err
	}
	doc := model.Document{ID: name, Text: strings.ToValidUTF8(string(text), "\uFFFD")}
	var buf bytes.Buffer
	if err := x.one(&buf, doc); err != nil {
		return err
	}
	_, err = x.out.Write(buf.Bytes())
	return err
}

// extraction turns documents into lines of output.
type extraction struct {
	reader  model.Reader
	out     io.Writer
	explain bool
	colour  bool
}

func (x *extraction) one(w *bytes.Buffer, doc model.Document) error {
	reading := x.reader.Read(doc)
	if x.explain {
		return extract.Explain(w, doc, reading, x.colour)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(reading)
}

type batch struct {
	firstLine int
	lines     []byte
}

type batchResult struct {
	out []byte
	err error
}

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
		failed = errors.Join(failed, done.err)
		if _, err := x.out.Write(done.out); err != nil {
			go func() {
				for range promised { //nolint:revive // let the reader run out
				}
			}()
			return err
		}
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
		n++
		b.lines = append(append(b.lines, in.Bytes()...), '\n')
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
				res.err = errors.Join(res.err, fmt.Errorf("%s: line %d was passed over: %w", name, n, err))
			}
		}
		n++
	}
	res.out = buf.Bytes()
	return res
}

// publishedForms are the ways that scripts write a document's date.
var publishedForms = []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02"}

func decodeDocument(line []byte) (model.Document, error) {
	var in struct {
		ID        string         `json:"id"`
		Title     string         `json:"title"`
		Text      string         `json:"text"`
		Published string         `json:"published"`
		Feed      string         `json:"feed"`
		Kind      model.FeedKind `json:"kind"`
		Side      string         `json:"side"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		return model.Document{}, fmt.Errorf("it is no document, a JSON object such as {\"id\": \"1\", \"text\": \"…\"}: %w", err)
	}
	doc := model.Document{ID: in.ID, Title: in.Title, Text: in.Text, Feed: in.Feed, Kind: in.Kind, Side: in.Side}
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
