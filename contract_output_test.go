package main

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/model/store"
)

// fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// A script that reads an exit status of 0 may rely on the output.
func TestOutputThatCannotBeWrittenIsAFailure(t *testing.T) {
	home := emptyHome(t)
	own := writeFile(t, filepath.Join(home, "desk.toml"), "[[feeds]]\nname = \"Demo\"\nallow_private = true\nurl = \""+manyItems(t, 3)+"\"\n")
	store := filepath.Join(home, "desk.db")
	for _, line := range []string{
		"poll --once", "export --what items", "export --what statements", "brief", "search bridge", "search --format json bridge", "snapshot",
		"feeds list", "feeds check", "feeds export", "feeds read " + own, "config check", "config path", "version", "extract " + own,
	} {
		var errs bytes.Buffer
		args := append(strings.Fields(line), "--config", own, "--store", store)
		status := run(context.Background(), args, strings.NewReader(""), fullDisk{}, &errs)
		if status != exitFailed || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("%s: status %d, %q", line, status, errs.String())
		}
	}
	for _, line := range []string{"poll --once --json", "export --what items"} { // nothing was lost by that
		status, out, errs := parley(t, "", append(strings.Fields(line), "--config", own, "--store", store)...)
		if status != exitDone || strings.HasPrefix(line, "export") && strings.Count(out, "\n") != 3 {
			t.Errorf("%s: status %d, %q, %q", line, status, out, errs)
		}
	}
}

func TestAWrongTimeIsAFaultOfTheCommandLineEvenWithoutARecord(t *testing.T) {
	emptyHome(t)
	for _, line := range []string{"brief", "search x", "export", "snapshot", "brief --demo"} {
		if status, _, errs := parley(t, "", append(strings.Fields(line), "--at", "25:99")...); status != exitUsage || !strings.Contains(errs, "25:99") {
			t.Errorf("%s: %d, %q", line, status, errs)
		}
	}
}

func TestPollSaysWhyItOnlyWaits(t *testing.T) {
	home := emptyHome(t)
	own := writeFile(t, filepath.Join(home, "desk.toml"), "[[feeds]]\nname = \"Demo\"\nallow_private = true\nurl = \""+manyItems(t, 3)+"\"\n")
	path := filepath.Join(home, "desk.db")
	other, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if mine, _, err := other.Lease(t.Context(), "another desk", time.Minute); err != nil || !mine {
		t.Fatal(mine, err)
	}
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelWarn})))
	defer slog.SetDefault(before)
	_, out, _ := parley(t, "", "poll", "--for", "100ms", "--config", own, "--store", path)
	if out != "" || !strings.Contains(log.String(), "another desk") {
		t.Errorf("%q, %q", out, log.String())
	}
}

func TestCommandsWithNobodyToAskSaySo(t *testing.T) {
	home := emptyHome(t)
	none := writeFile(t, filepath.Join(home, "none.toml"), "")
	own := writeFile(t, filepath.Join(home, "desk.toml"), "[[feeds]]\nname = \"Demo\"\nallow_private = true\nurl = \""+manyItems(t, 3)+"\"\n")
	store := filepath.Join(home, "desk.db")
	for _, c := range []struct{ line, config, says string }{
		{"poll --once --json", none, "no feeds are configured"},
		{"poll --for 1ms", none, "no feeds are configured"},
		{"feeds check", none, "no feeds are configured"},
		{"poll --once", own, ""},
		{"poll --once --json", own, "no feed is due yet"},
	} {
		status, out, errs := parley(t, "", append(strings.Fields(c.line), "--config", c.config, "--store", store)...)
		if status != exitDone || !strings.Contains(errs, c.says) || c.says != "" && out != "" {
			t.Errorf("%s: %d, %q, %q", c.line, status, out, errs)
		}
	}
}
