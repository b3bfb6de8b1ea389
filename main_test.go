package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

// parley runs one command line in an empty home and returns what it wrote.
func parley(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	status = run(context.Background(), args, strings.NewReader(stdin), &out, &errs)
	return status, out.String(), errs.String()
}

// emptyHome keeps a test away from the user's own files.
func emptyHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	t.Setenv("XDG_STATE_HOME", filepath.Join(home, "state"))
	t.Setenv("PARLEY_CONFIG", "")
	t.Setenv("NO_COLOR", "")
	return home
}

func writeFile(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWrongCommandLinesSayWhatToDo(t *testing.T) {
	home := emptyHome(t)
	bad := writeFile(t, filepath.Join(home, "bad.toml"), "[poll]\nevry = \"5m\"\n\n[[feeds]]\nurl = \"gopher://x\"\n")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--xyzzy"}, "unknown flag: --xyzzy; see"},
		{[]string{"--pain"}, "unknown flag: --pain (did you mean --plain?); see"},
		{[]string{"poll", "--onec"}, "(did you mean --once?); see"},
		{[]string{"sarch", "tariff"}, `"sarch" for "parley" (did you mean search?); see`},
		{[]string{"feeds", "lst"}, `"lst" for "parley feeds" (did you mean list?); see`},
		{[]string{"ab"}, `"ab" for "parley"; see`},
		{[]string{"help", "feeds", "knit"}, `there is no command "feeds knit"; see`},
		{[]string{"demo", "twice"}, `parley demo takes no arguments: leave out "twice"; see`},
		{[]string{"demo", "--speed", "fast"}, `"fast" for "--speed" flag: it wants a number; see`},
		{[]string{"search", "--limit", "2.5", "x"}, "it wants a whole number; see"},
		{[]string{"poll", "--for", "ever"}, "it wants a duration, such as 90s, 10m or 8h; see"},
		{[]string{"poll", "--json=maybe"}, "it wants true or false; see"},
		{[]string{"poll"}, "--once or --for"},
		{[]string{"poll", "--once", "--for", "1m"}, "--once or --for"},
		{[]string{"snapshot", "--demo", "--size", "wide"}, "120x36"},
		{[]string{"snapshot", "--demo", "--at", "teatime"}, "or 15:05; without an offset it is in the summit's zone"},
		{[]string{"export", "--demo", "--what", "gossip"}, "statements"},
		{[]string{"brief", "--demo", "--format", "pdf"}, "md, json or csv"},
		{[]string{"search", "--demo", "colour:red"}, "colour"},
		{[]string{"brief", "--demo", "--filter", "colour:red"}, "colour"},
		{[]string{"replay"}, "it is `parley replay FILE`"},
		{[]string{"store", "backup", "a", "b"}, "2 arguments were given; it is `parley store backup FILE`"},
		{[]string{"demo", "--recording", "yalta"}, "alaska"},
		{[]string{"config", "check", "--config", bad}, "bad.toml:2:1: poll.evry: unknown key"},
		{[]string{"config", "check", bad}, "config check --config "},
		{[]string{"--config", filepath.Join(home, "none.toml")}, "terminal"},
		{[]string{"config", "check", "--config", filepath.Join(home, "none.toml")}, "parley config init"},
		{nil, "terminal"},
		{[]string{"demo"}, "terminal"},
	} {
		status, out, errs := parley(t, "", c.args...)
		if status != exitUsage || out != "" || !strings.Contains(errs, c.says) {
			t.Errorf("parley %v: status %d, stdout %q, stderr %q; want 2 and %q", c.args, status, out, errs, c.says)
		}
	}
	_, _, errs := parley(t, "", "config", "check", "--config", bad)
	if lines := strings.Count(strings.TrimSpace(errs), "\n") + 1; lines != 2 || !strings.Contains(errs, "bad.toml:5:1: feeds[0].url") {
		t.Errorf("both faults, each with its line:\n%s", errs)
	}
}

func TestConfigIsWrittenOnceAndFound(t *testing.T) {
	emptyHome(t)
	status, out, _ := parley(t, "", "config", "init")
	path := strings.TrimSpace(out)
	if status != exitDone || !strings.HasSuffix(path, "config/parley/config.toml") {
		t.Fatalf("init: %d %q", status, out)
	}
	if status, _, errs := parley(t, "", "config", "init"); status != exitFailed || !strings.Contains(errs, "left alone") {
		t.Errorf("a second init must not overwrite: %d %q", status, errs)
	}
	if status, out, errs := parley(t, "", "config", "path", "--config", path+".none"); status != exitDone || strings.TrimSpace(out) != path+".none" || !strings.Contains(errs, "is not there yet") {
		t.Errorf("a file that is missing: %d %q %q", status, out, errs)
	}
	if _, out, _ := parley(t, "", "config", "path"); strings.TrimSpace(out) != path {
		t.Errorf("path: %q", out)
	}
	if status, out, errs := parley(t, "", "config", "check"); status != exitDone || !strings.Contains(out, "is sound") {
		t.Errorf("check: %d %q %q", status, out, errs)
	}
}

const demoFeed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Demo Wire</title>
<item><guid>1</guid><title>Minister Ada Quill says talks were "hard but fair"</title><link>https://wire.demo.invalid/1</link><pubDate>Fri, 15 Aug 2025 19:00:00 GMT</pubDate></item>
<item><guid>2</guid><title>TITLE</title><link>https://wire.demo.invalid/2</link><pubDate>Fri, 15 Aug 2025 19:05:00 GMT</pubDate></item>
</channel></rss>`

// demoServer serves a feed whose second headline can be changed.
func demoServer(t *testing.T) (url string, retitle func(string)) {
	t.Helper()
	var title atomic.Value
	title.Store("Envoys arrive for talks")
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		_, _ = w.Write([]byte(strings.Replace(demoFeed, "TITLE", title.Load().(string), 1)))
	}))
	t.Cleanup(srv.Close)
	return srv.URL, func(s string) { title.Store(s) }
}

func demoConfig(t *testing.T, dir, url, every string) string {
	return writeFile(t, filepath.Join(dir, "desk.toml"), `
[summit]
name = "Demo talks"
timezone = "UTC"

[poll]
floor = "0s"

[[feeds]]
name = "Demo Wire"
url = "`+url+`"
every = "`+every+`"
allow_private = true
`)
}

func TestPollFillsTheRecordAndKeepsVersions(t *testing.T) {
	home := emptyHome(t)
	url, retitle := demoServer(t)
	cfg := demoConfig(t, home, url, "1ms")
	poll := func() map[string]any {
		t.Helper()
		status, out, errs := parley(t, "", "poll", "--once", "--json", "--config", cfg)
		if status != exitDone {
			t.Fatalf("poll: %d %s", status, errs)
		}
		var fetch map[string]any
		if err := json.Unmarshal([]byte(out), &fetch); err != nil {
			t.Fatalf("%v in %q", err, out)
		}
		for _, key := range []string{"at", "feed", "url", "outcome", "http", "items", "new", "changed", "next", "error"} {
			if _, ok := fetch[key]; !ok {
				t.Errorf("poll --json lacks %q", key)
			}
		}
		return fetch
	}
	if f := poll(); f["outcome"] != "new" || f["new"] != 2.0 {
		t.Errorf("first: %v", f)
	}
	if f := poll(); f["outcome"] != "unchanged" {
		t.Errorf("second: %v", f)
	}
	retitle("Envoys delayed on the way to talks")
	if f := poll(); f["outcome"] != "new" || f["changed"] != 1.0 || f["new"] != 0.0 {
		t.Errorf("third: %v", f)
	}
	_, out, _ := parley(t, "", "export", "--what", "items", "--config", cfg)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 || !strings.Contains(lines[1], "Envoys arrive for talks") || !strings.Contains(lines[1], "Envoys delayed on the way to talks") {
		t.Errorf("items with their versions:\n%s", out)
	}
	_, out, _ = parley(t, "", "export", "--what", "statements", "--config", cfg)
	if !strings.Contains(out, "hard but fair") || !strings.Contains(out, "quill") {
		t.Errorf("who said what:\n%s", out)
	}
	if status, out, errs := parley(t, "", "search", "quill", "--config", cfg); status != exitDone || !strings.Contains(out, "Ada Quill · assertion · talks were") {
		t.Errorf("search: %d %q %q", status, out, errs)
	}
	if status, out, errs := parley(t, "", "snapshot", "--format", "text", "--size", "80x24", "--config", cfg); status != exitDone || !strings.Contains(out, "Quill") {
		t.Errorf("snapshot: %d\n%s%s", status, out, errs)
	}
}

func TestADeadHostAndAPageThatIsNoFeedAreToldAndLoseNothing(t *testing.T) {
	home := emptyHome(t)
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("<!doctype html><html><body>Checking your browser</body></html>"))
	}))
	defer page.Close()
	dead := httptest.NewServer(http.NotFoundHandler())
	dead.Close()
	for _, url := range []string{page.URL, dead.URL} {
		cfg := demoConfig(t, home, url, "1ms")
		status, out, errs := parley(t, "", "poll", "--once", "--json", "--config", cfg, "--store", filepath.Join(t.TempDir(), "x.db"))
		if status != exitFailed || !strings.Contains(out, `"outcome":"failed"`) || !strings.Contains(errs, "parley: nothing came of polling: 1 feed was asked, and none gave an answer") || strings.Contains(out+errs, "goroutine") {
			t.Errorf("%s: %d %s %s", url, status, out, errs)
		}
	}
}

func TestAStoreThatCannotBeWrittenIsAClearLine(t *testing.T) {
	home := emptyHome(t)
	file := writeFile(t, filepath.Join(home, "file"), "no folder")
	status, _, errs := parley(t, "", "poll", "--once", "--store", filepath.Join(file, "x.db"))
	if status != exitFailed || strings.Count(errs, "\n") > 2 || strings.Contains(errs, "goroutine") || errs == "" {
		t.Errorf("%d %q", status, errs)
	}
	status, _, errs = parley(t, "", "export", "--store", filepath.Join(home, "nowhere.db"))
	if status != exitFailed || !strings.Contains(errs, "parley poll --once") {
		t.Errorf("no record yet: %d %q", status, errs)
	}
}

func TestExtractReadsFilesAndStreams(t *testing.T) {
	home := emptyHome(t)
	plain := writeFile(t, filepath.Join(home, "note.txt"), "“We will not sign,” Minister Ada Quill said on Friday.")
	stream := `{"id":"a","title":"Quill: 'No deal'"}` + "\n\n" + `not json` + "\n" + `{"id":"b","text":"Nothing was said.","published":"2025-08-15"}` + "\n"
	status, out, errs := parley(t, stream, "extract", plain, "-")
	if status != exitFailed || !strings.Contains(errs, "standard input: line 3") {
		t.Errorf("a bad line is named: %d %q", status, errs)
	}
	var ids []string
	for line := range strings.Lines(out) {
		var r struct {
			ID         string
			Statements []struct{ Content struct{ Text string } }
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		ids = append(ids, r.ID)
		if r.ID == plain && (len(r.Statements) != 1 || r.Statements[0].Content.Text != "We will not sign,") && (len(r.Statements) != 1 || r.Statements[0].Content.Text != "We will not sign") {
			t.Errorf("statements: %+v", r.Statements)
		}
	}
	if strings.Join(ids, " ") != plain+" a b" {
		t.Errorf("order: %v", ids)
	}
}

func TestExtractKeepsTheOrderOfAThousandDocuments(t *testing.T) {
	emptyHome(t)
	var in strings.Builder
	enc := json.NewEncoder(&in)
	for i := range 5000 {
		_ = enc.Encode(map[string]any{"id": i2s(i), "text": "The envoy said that round " + i2s(i) + " was over. " + strings.Repeat("It rained. ", i%40)})
	}
	status, out, errs := parley(t, in.String(), "extract")
	if status != exitDone {
		t.Fatal(errs)
	}
	n := 0
	for line := range strings.Lines(out) {
		if !strings.HasPrefix(line, `{"id":"`+i2s(n)+`"`) {
			t.Fatalf("line %d: %.60s", n, line)
		}
		n++
	}
	if n != 5000 {
		t.Errorf("%d documents", n)
	}
}

func i2s(i int) string { b, _ := json.Marshal(i); return string(b) }

func TestASearchFindsWhatWasTakenBack(t *testing.T) {
	emptyHome(t)
	for _, level := range []string{"corrected", "withdrawn"} {
		status, exported, errs := parley(t, "", "export", "--demo", "--what", "statements")
		if status != exitDone {
			t.Fatal(errs)
		}
		if !strings.Contains(exported, `"level":"`+level+`"`) {
			t.Fatalf("the demo has no statement that was %s", level)
		}
		if status, out, errs := parley(t, "", "search", "--demo", "certainty:"+level); status != exitDone || strings.Count(out, "https://") < 2 {
			t.Errorf("%s: %d %q %q", level, status, out, errs)
		}
	}
}

func TestConfigCheckTellsWhichKeysWereTaken(t *testing.T) {
	home := emptyHome(t)
	cfg := writeFile(t, filepath.Join(home, "keys.toml"), "[keys]\ncopy = [\"y\", \"k\"]\nnote = [\"i\", \"delete\"]\n")
	status, out, errs := parley(t, "", "config", "check", "--config", cfg)
	if status != exitDone || !strings.Contains(out, "is sound") {
		t.Fatalf("%d %q %q", status, out, errs)
	}
	for _, want := range []string{"keys: the key k is for copy now; up keeps up", "the key delete is for note now; clear keeps backspace"} {
		if !strings.Contains(errs, want) {
			t.Errorf("says %q, want %q", errs, want)
		}
	}
}

func TestConfigCheckNamesEveryFaultOfTheKeysWithItsPlace(t *testing.T) {
	home := emptyHome(t)
	cfg := writeFile(t, filepath.Join(home, "keys.toml"), "[summit]\ntimezone = \"Nowhere/None\"\n\n[keys]\ncopy = [\"y\", \"ctrl+banana\"]\nfly = [\"b\"]\nnote = [\"i\", \"M\"]\n")
	status, _, errs := parley(t, "", "config", "check", "--config", cfg)
	if status != exitUsage {
		t.Errorf("status %d", status)
	}
	for _, want := range []string{
		":2:1: summit.timezone:", `:5:14: keys.copy[1]: there is no key "ctrl+banana"`, `:6:1: keys.fly: there is no action "fly"`, `:7:14: keys.note[1]: no key is left for "mute"`,
	} {
		if !strings.Contains(errs, cfg+want) {
			t.Errorf("%q is not in\n%s", want, errs)
		}
	}
}

func TestTheClockOfTheConfigIsTheFirstOnTheScreen(t *testing.T) {
	cfg := writeFile(t, filepath.Join(emptyHome(t), "desk.toml"), "[screen]\nclock = \"utc\"\n")
	for args, want := range map[string]string{"": "AKDT · ", " --config " + cfg: "UTC · "} {
		_, out, errs := parley(t, "", strings.Fields("snapshot --demo --format text"+args)...)
		head, _, _ := strings.Cut(out, "\n")
		if !strings.Contains(head, want) {
			t.Errorf("%q: %s%s", args, head, errs)
		}
	}
}
