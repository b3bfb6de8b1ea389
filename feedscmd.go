package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"parley/feeds"
	"parley/model"
	"parley/model/config"
	"parley/model/store"
)

func (a *app) feedsCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "feeds", Short: "List, check, import, export the feeds, or read feed files", Args: cobra.NoArgs}
	list := &cobra.Command{Use: "list", Short: "List the feeds of the configuration", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.listFeeds() }}
	var asJSON bool
	check := &cobra.Command{Use: "check [NAME…]", Short: "Fetch each feed once and say what is wrong with it and what to do",
		RunE: func(cmd *cobra.Command, args []string) error { return a.checkFeeds(cmd.Context(), args, asJSON) }}
	check.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a feed")
	var print bool
	imports := &cobra.Command{Use: "import FILE", Short: "Add the feeds of an OPML file to the configuration", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.importFeeds(args[0], print) }}
	imports.Flags().BoolVar(&print, "print", false, "print the [[feeds]] entries and change nothing")
	export := &cobra.Command{Use: "export", Short: "Print the feeds as OPML", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			cfg, err := a.loadConfig()
			if err != nil {
				return err
			}
			return feeds.ExportOPML(a.stdout, cfg.ModelFeeds())
		}}
	var o feeds.ParseOptions
	read := &cobra.Command{Use: "read FILE…", Short: "Print what Parley sees in feed files, a JSON line each", Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.readFeedFiles(args, o) }}
	read.Flags().StringVar(&o.ContentType, "content-type", "", "the Content-Type header `T` that the files came with")
	read.Flags().StringVar(&o.URL, "url", "", "the address `U` that they came from, for relative links")
	cmd.AddCommand(list, check, imports, export, read)
	return cmd
}

func (a *app) listFeeds() error {
	cfg, err := a.loadConfig()
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "NAME\tKIND\tSIDE\tEVERY\tURL")
	for _, f := range cfg.ModelFeeds() {
		every := f.Every
		if every == 0 {
			every = cfg.Poll.Every
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", f.Name, f.Kind, f.Side, feeds.Spell(every), feeds.Redact(f.URL))
	}
	return w.Flush()
}

func (a *app) checkFeeds(ctx context.Context, names []string, asJSON bool) error {
	cfg, err := a.loadConfig()
	if err != nil {
		return err
	}
	list, err := chooseFeeds(cfg.ModelFeeds(), names)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		fmt.Fprintln(a.stderr, noFeeds)
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	bad := 0
	reports := feeds.CheckAll(ctx, pollConfig(cfg), list)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	outage := outageOf(reports)
	for _, report := range reports {
		if !report.OK() {
			bad++
		}
		switch {
		case asJSON:
			err = enc.Encode(report)
		case !outage.Explains(tryOf(report)):
			_, err = fmt.Fprintln(a.stdout, report)
		}
		if err != nil {
			return err
		}
	}
	if err := a.askAgain(ctx, cfg, list, reports); err != nil {
		fmt.Fprintf(a.stderr, "whether feeds that had ended are back was not noted: %v\n", err)
	}
	if outage.Down {
		return errors.New(outage.String())
	}
	if bad > 0 {
		return fmt.Errorf("%d of %s attention", bad, model.Counted(len(list), "feed needs", "feeds need"))
	}
	return nil
}

// askAgain notes in the record, if there is one, which feeds that had ended for good
// (410) have answered after all, so that they are polled again.
func (a *app) askAgain(ctx context.Context, cfg config.Config, list []model.Feed, reports []feeds.Report) (err error) {
	path := a.findStore(cfg)
	if _, err := os.Stat(path); err != nil || !slices.ContainsFunc(reports, feeds.Report.OK) {
		return nil
	}
	st, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	for i, f := range list {
		if !reports[i].OK() {
			continue
		}
		ended, err := feeds.AskAgain(ctx, st, f)
		if err != nil {
			return err
		}
		if ended {
			fmt.Fprintf(a.stderr, "%s had ended and is back: it is polled again\n", f.Name)
		}
	}
	return nil
}

func outageOf(reports []feeds.Report) model.Outage {
	tries := make([]model.Try, len(reports))
	for i, r := range reports {
		tries[i] = tryOf(r)
	}
	return model.OutageOf(tries)
}

// tryOf is a report as far as it tells whether there is a network.
func tryOf(r feeds.Report) model.Try {
	t := model.Try{URL: r.URL, Status: r.HTTP, Outcome: r.Outcome}
	for _, f := range r.Faults {
		if f.Grave {
			t.Error = f.What
			break
		}
	}
	return t
}

func chooseFeeds(all []model.Feed, names []string) ([]model.Feed, error) {
	if len(names) == 0 {
		return all, nil
	}
	var chosen []model.Feed
	for _, name := range names {
		found := false
		for _, f := range all {
			if strings.EqualFold(f.Name, name) || f.URL == name {
				chosen, found = append(chosen, f), true
			}
		}
		if !found {
			return nil, usagef("parley: no feed is called %q; `parley feeds list` names them", name)
		}
	}
	return chosen, nil
}

func (a *app) readFeedFiles(paths []string, o feeds.ParseOptions) error {
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	o.Seen = time.Now().UTC()
	for _, path := range paths {
		report := feeds.ReadFile
		if path == "-" {
			report = func(name string, o feeds.ParseOptions) feeds.FileReport { return feeds.ReadFrom(name, a.stdin, o) }
		}
		if err := enc.Encode(report(path, o)); err != nil {
			return err
		}
	}
	return nil
}

// importFeeds adds a list's feeds to the user's own file. Entries that cannot be
// taken do not keep the others out; a list that breaks off is a failure besides.
func (a *app) importFeeds(opml string, print bool) error {
	f, err := os.Open(opml)
	if err != nil {
		return err
	}
	defer f.Close()
	list, fault := feeds.ImportOPML(f)
	if fault != nil {
		fault = fmt.Errorf("%s: %w", opml, fault)
	}
	if len(list) == 0 && fault != nil {
		return fault
	}
	err = a.addFeeds(list, print)
	if broken := new(feeds.BrokenList); errors.As(fault, broken) {
		return errors.Join(err, fault)
	}
	if fault != nil {
		fmt.Fprintln(a.stderr, fault)
	}
	return err
}

// addFeeds adds what is not there yet to the user's own file. The built-in
// configuration is never changed: without a file, one is made.
func (a *app) addFeeds(list []model.Feed, print bool) error {
	path := a.findConfig()
	if path == "" {
		path = userConfigPath()
	}
	before, err := os.ReadFile(path)
	isNew := errors.Is(err, fs.ErrNotExist)
	if err != nil && !isNew {
		return err
	}
	cfg, err := config.Parse(path, before)
	if err != nil {
		return err
	}
	text, added := entries(list, cfg.Feeds)
	if print {
		_, err := a.stdout.Write(text)
		return err
	}
	if added == 0 {
		fmt.Fprintf(a.stderr, "nothing was added: %s in %s already\n", model.Counted(len(list), "feed is", "feeds are"), path)
		return nil
	}
	if len(before) > 0 && !bytes.HasSuffix(before, []byte("\n")) {
		before = append(before, '\n')
	}
	after := slices.Concat(before, text)
	if _, err := config.Parse(path, after); err != nil {
		return fmt.Errorf("nothing was changed, the result would not be sound:\n%w", err)
	}
	if err := replaceFile(path, after); err != nil {
		return err
	}
	fmt.Fprintf(a.stderr, "%s added to %s, %s there\n", model.Counted(added, "feed", "feeds"), path, model.Counted(len(list)-added, "was", "were"))
	if isNew {
		fmt.Fprintf(a.stderr, "%s is new and names these feeds alone: the built-in summit and its feeds are no longer in force; to have them, too, run `parley config init --force` and import again\n", path)
	}
	return nil
}

// entries writes the [[feeds]] sections of those that the config does not have.
func entries(list []model.Feed, have []config.Feed) ([]byte, int) {
	urls, names := map[string]bool{}, map[string]bool{}
	for _, f := range have {
		urls[f.URL], names[f.Name] = true, true
	}
	var out bytes.Buffer
	added := 0
	for _, f := range list {
		if urls[f.URL] {
			continue
		}
		name := f.Name
		for n := 2; names[name]; n++ {
			name = f.Name + " " + strconv.Itoa(n)
		}
		urls[f.URL], names[name] = true, true
		fmt.Fprintf(&out, "\n[[feeds]]\nname = %s\nurl = %s\n", tomlString(name), tomlString(f.URL))
		if f.Kind != "" {
			fmt.Fprintf(&out, "kind = %s\n", tomlString(string(f.Kind)))
		}
		for _, is := range [][2]string{{"side", f.Side}, {"publisher", f.Publisher}} {
			if is[1] != "" {
				fmt.Fprintf(&out, "%s = %s\n", is[0], tomlString(is[1]))
			}
		}
		if f.Every > 0 {
			fmt.Fprintf(&out, "every = %q\n", feeds.Spell(f.Every))
		}
		if f.FullText {
			out.WriteString("full_text = true\n")
		}
		if f.DayFirst {
			out.WriteString("day_first = true\n")
		}
		added++
	}
	return out.Bytes(), added
}

// tomlString quotes s; JSON's escapes are a subset of TOML's.
func tomlString(s string) string {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always encodes
	return strings.TrimSpace(out.String())
}

// replaceFile writes a file whole or not at all. One that is there keeps who may read
// it, since addresses may hold passwords, and the link that leads to it.
func replaceFile(path string, data []byte) error {
	mode := fs.FileMode(0o644)
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(dir, ".parley-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	_, err = tmp.Write(data)
	if err = errors.Join(err, tmp.Sync(), tmp.Chmod(mode), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
