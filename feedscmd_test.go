package main

import (
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
)

func TestAnImportKeepsTheConfigurationWhereItIsAndToWhomItIs(t *testing.T) {
	home := emptyHome(t)
	list := writeFile(t, filepath.Join(home, "list.opml"), `<opml version="2.0"><body><outline text="Demo" xmlUrl="https://demo.example/feed"/></body></opml>`)
	file, link := writeFile(t, filepath.Join(home, "own.toml"), ""), filepath.Join(home, "linked.toml")
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	if status, _, errs := parley(t, "", "feeds", "import", list, "--config", link); status != exitDone {
		t.Fatal(errs)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is now %v, %v", info, err)
	}
	info, err := os.Stat(file)
	if err != nil || info.Size() == 0 || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is now %v, %v", info, err)
	}
}

func TestAnImportWithoutAFileSaysThatTheBuiltInOneIsLeft(t *testing.T) {
	home := emptyHome(t)
	list := writeFile(t, filepath.Join(home, "list.opml"), `<opml version="2.0"><body><outline text="Demo" xmlUrl="https://demo.example/feed"/></body></opml>`)
	more := writeFile(t, filepath.Join(home, "more.opml"), `<opml version="2.0"><body><outline text="More" xmlUrl="https://more.example/feed"/></body></opml>`)
	if _, _, errs := parley(t, "", "feeds", "import", list); !strings.Contains(errs, "is new and names these feeds alone") {
		t.Errorf("it says %q", errs)
	}
	if _, _, errs := parley(t, "", "feeds", "import", more); strings.Contains(errs, "is new") {
		t.Errorf("the second time it says %q", errs)
	}
}

func TestAFeedThatEndedByMistakeIsPolledAgainAfterACheck(t *testing.T) {
	home := emptyHome(t)
	var ended atomic.Bool
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if ended.Load() {
			w.WriteHeader(http.StatusGone)
			return
		}
		_, _ = w.Write([]byte(demoFeed))
	}))
	defer srv.Close()
	cfg := demoConfig(t, home, srv.URL, "1s")
	ended.Store(true)
	if status, out, errs := parley(t, "", "poll", "--once", "--config", cfg); !strings.Contains(out+errs, "parley feeds check") {
		t.Fatalf("no way back is named: %d\n%s%s", status, out, errs)
	}
	if _, _, errs := parley(t, "", "feeds", "check", "--config", cfg); strings.Contains(errs, "is back") {
		t.Errorf("it still says 410: %s", errs)
	}
	ended.Store(false)
	if _, out, _ := parley(t, "", "poll", "--once", "--config", cfg); strings.Contains(out, "2 new") {
		t.Errorf("polled though it had ended: %s", out)
	}
	if status, _, errs := parley(t, "", "feeds", "check", "--config", cfg); status != exitDone || !strings.Contains(errs, "Demo Wire had ended and is back") {
		t.Errorf("%d %s", status, errs)
	}
	if _, out, errs := parley(t, "", "poll", "--once", "--config", cfg); !strings.Contains(out, "2 new") {
		t.Errorf("not polled again: %s%s", out, errs)
	}
	if _, _, errs := parley(t, "", "feeds", "check", "--config", cfg); strings.Contains(errs, "is back") {
		t.Errorf("said twice: %s", errs)
	}
}

func TestAFeedIsReadFromStandardInput(t *testing.T) {
	emptyHome(t)
	status, out, errs := parley(t, demoFeed, "feeds", "read", "-")
	if status != exitDone || !strings.HasPrefix(out, `{"file":"-","error":"","title":"`) || strings.Count(out, `"guid"`) != 2 {
		t.Errorf("%d %s %s", status, out, errs)
	}
}
