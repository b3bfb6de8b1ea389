package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestASignalEndsWhoWaitsForInput(t *testing.T) {
	emptyHome(t)
	ctx, cancel := context.WithCancel(context.Background())
	silent, keep := io.Pipe()
	defer keep.Close()
	cancel()
	var errs bytes.Buffer
	if status := run(ctx, []string{"extract", "-"}, silent, io.Discard, &errs); status != exitFailed || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("%d %q", status, errs.String())
	}
}

func TestAPollUnderNohupOutlivesItsTerminal(t *testing.T) {
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGHUP) // the tests may run under nohup themselves
	defer signal.Stop(heard)
	if !slices.Contains(endings(), os.Signal(syscall.SIGHUP)) {
		t.Error("a terminal that closes leaves its programs running")
	}
	signal.Ignore(syscall.SIGHUP)
	if list := endings(); slices.Contains(list, os.Signal(syscall.SIGHUP)) || !slices.Contains(list, os.Signal(syscall.SIGTERM)) {
		t.Errorf("under nohup %v end it", list)
	}
}

func TestOnlyADeadProcessOfThisMachineIsGone(t *testing.T) {
	dead := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^$")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	pid := dead.Process.Pid
	for owner, want := range map[string]bool{
		fmt.Sprintf(leaseForm, pid, hostname()):         true,
		fmt.Sprintf(leaseForm, pid, "elsewhere"):        false,
		fmt.Sprintf(leaseForm, os.Getpid(), hostname()): false,
		"somebody": false,
	} {
		if gone(owner) != want {
			t.Errorf("%s: gone should be %v", owner, want)
		}
	}
}

func TestTheRecordIsCheckedAndCopied(t *testing.T) {
	home := emptyHome(t)
	url, _ := demoServer(t)
	cfg, path := demoConfig(t, home, url, "1ms"), filepath.Join(home, "copy.db")
	if status, _, errs := parley(t, "", "store", "check", "--config", cfg); status != exitFailed || !strings.Contains(errs, "no record") {
		t.Errorf("nothing to check: %d %q", status, errs)
	}
	for _, args := range [][]string{{"poll", "--once"}, {"store", "check"}, {"store", "backup", path}, {"store", "check", "--store", path}} {
		if status, _, errs := parley(t, "", append(args, "--config", cfg)...); status != exitDone {
			t.Fatalf("%v: %d %q", args, status, errs)
		}
	}
	if status, _, errs := parley(t, "", "store", "backup", path, "--config", cfg); status != exitFailed || !strings.Contains(errs, "there already") {
		t.Errorf("a backup was overwritten: %d %q", status, errs)
	}
}
