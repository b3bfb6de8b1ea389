package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

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
	var explain, text bool
	cmd := &cobra.Command{
		Use:   "extract [FILE… | -]",
		Short: "Read text and print the facts in it as JSON, a line a document",
		Long: "Reads plain text files (each one document) and .jsonl files or standard input (-),\n" +
			"a document a line: {\"id\", \"title\", \"text\", \"published\", \"feed\", \"kind\"}.\n" +
			"With --text standard input and .jsonl files are plain text, too.\n" +
			"Prints who said what, which signals were sent and what happened, with spans in\n" +
			"code points and the rule that fired. Touches no record and no network.",
		RunE: func(cmd *cobra.Command, args []string) error { return a.extract(cmd.Context(), args, explain, text) },
	}
	cmd.Flags().BoolVar(&explain, "explain", false, "show the text with what was read in it coloured, instead of JSON")
	cmd.Flags().BoolVar(&text, "text", false, "take all that is read for plain text, each file or standard input for one document")
	return cmd
}

func (a *app) extract(ctx context.Context, args []string, explain, text bool) error {
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
	allowGarbage(200) // of documents that were read nothing stays: speed costs little memory here
	out := bufio.NewWriterSize(a.stdout, 1<<16)
	x := &extraction{reader: reader, out: out, explain: explain, text: text, colour: isTerminal(a.stdout) && os.Getenv("NO_COLOR") == ""}
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
		if x.text {
			return x.plain("-", a.stdin)
		}
		return x.stream(ctx, "standard input", a.stdin)
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if strings.HasSuffix(name, ".jsonl") && !x.text {
		return x.stream(ctx, name, f)
	}
	return x.plain(name, f)
}

// plain reads a text as one document.
func (x *extraction) plain(name string, r io.Reader) error {
	text, err := io.ReadAll(r)
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
	text    bool // of JSON lines, too
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
