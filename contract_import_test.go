package main

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestImportTakesWhatCanBeTaken(t *testing.T) {
	home := emptyHome(t)
	const good = `<outline text="Wire" xmlUrl="https://wire.example/rss"/>`
	for name, c := range map[string]struct {
		list   string
		status int
		feeds  int
		says   string
	}{
		"one of another kind": {"<opml><body>" + good + `<outline text="x" xmlUrl="ftp://wire.example/"/></body></opml>`, exitDone, 1, "ftp://wire.example/ is left out"},
		"cut off":             {"<opml><body>" + good + `<outline text="y" xmlUrl="https://wi`, exitFailed, 1, "breaks off"},
		"nothing to take":     {`<opml><body><outline text="x" xmlUrl="ftp://wire.example/"/></body></opml>`, exitFailed, 0, "left out"},
		"no list":             {"hello", exitFailed, 0, "no OPML list"},
	} {
		list := writeFile(t, filepath.Join(home, "list.opml"), c.list)
		own := writeFile(t, filepath.Join(home, "desk.toml"), "")
		status, _, errs := parley(t, "", "feeds", "import", list, "--config", own)
		_, out, _ := parley(t, "", "feeds", "list", "--config", own)
		if status != c.status || strings.Count(out, "https://wire.example/rss") != c.feeds || !strings.Contains(errs, c.says) {
			t.Errorf("%s: status %d, %q\n%s", name, status, errs, out)
		}
	}
}

func TestExportAndImportKeepWhatIsKnownOfAFeed(t *testing.T) {
	home := emptyHome(t)
	own := writeFile(t, filepath.Join(home, "desk.toml"), `[[feeds]]
name = "Wire"
url = "https://wire.example/rss"
kind = "wire"
side = "host"
publisher = "Wire House"
every = "90s"
full_text = true
day_first = true
`)
	_, before, _ := parley(t, "", "feeds", "export", "--config", own)
	list := writeFile(t, filepath.Join(home, "list.opml"), before)
	other := writeFile(t, filepath.Join(home, "other.toml"), "")
	if status, _, errs := parley(t, "", "feeds", "import", list, "--config", other); status != exitDone {
		t.Fatal(errs)
	}
	if _, after, _ := parley(t, "", "feeds", "export", "--config", other); after != before {
		t.Errorf("before\n%s\nafter\n%s", before, after)
	}
}
