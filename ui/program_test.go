package ui

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
)

// terminal is a whole program in an emulated terminal.
type terminal struct {
	*vt.SafeEmulator
	bytes atomic.Int64
	done  chan error
	stop  context.CancelFunc
}

func (tm *terminal) Write(p []byte) (int, error) {
	tm.bytes.Add(int64(len(p)))
	// Without a tty of its own the program leaves carriage returns to the driver.
	if _, err := tm.SafeEmulator.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// start runs the program as the terminal's only one.
func start(tb testing.TB, d *fakeDesk, w, h int, more ...func(*Options)) *terminal {
	tb.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	tm := &terminal{SafeEmulator: vt.NewSafeEmulator(w, h), done: make(chan error, 1), stop: cancel}
	opts := Options{Profile: colorprofile.ANSI256}
	for _, set := range more {
		set(&opts)
	}
	go func() {
		tm.done <- Run(ctx, d, opts, tea.WithInput(tm.SafeEmulator), tea.WithOutput(tm), tea.WithWindowSize(w, h), tea.WithoutSignalHandler(),
			tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	}()
	tb.Cleanup(func() {
		cancel()
		select {
		case <-tm.done:
		case <-time.After(10 * time.Second):
			tb.Error("the program did not end")
		}
	})
	return tm
}

// shows waits until the screen has all the parts.
func (tm *terminal) shows(tb testing.TB, parts ...string) {
	tb.Helper()
	var screen string
	for range 500 {
		screen = ansi.Strip(tm.Render())
		missing := false
		for _, p := range parts {
			missing = missing || !strings.Contains(screen, p)
		}
		if !missing {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	tb.Fatalf("the terminal never showed %q:\n%s", parts, screen)
}

// ends waits until the program has ended well, and the last look is stored.
func (tm *terminal) ends(t *testing.T, d *fakeDesk) {
	t.Helper()
	select {
	case err := <-tm.done:
		tm.done <- err
		if err != nil {
			t.Fatal(err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the program runs on")
	}
	if len(d.looked) != 1 {
		t.Errorf("the last look was stored %d times", len(d.looked))
	}
}

func TestTheWholeProgramInATerminal(t *testing.T) {
	d := summitDesk()
	tm := start(t, d, 120, 36)
	tm.shows(t, "Harbour summit", "LIVE", "We agreed on most points", "threatened")
	tm.SendKey(uv.KeyPressEvent{Code: uv.KeyLeft})
	tm.shows(t, "AS OF 20 May 14:40")
	tm.SendKey(uv.KeyPressEvent{Code: uv.KeyLeft})
	tm.shows(t, "AS OF 20 May 13:30")
	tm.SendText("L")
	tm.shows(t, "LIVE")
	d.say(talks(22, 59), "Demo Wire", "okoro", "A late word")
	d.wakes <- struct{}{}
	tm.shows(t, "A late word")
	tm.SendText("q")
	tm.ends(t, d)
}

func TestLosingTheTerminalEndsTheProgram(t *testing.T) {
	d := summitDesk()
	tm := start(t, d, 100, 30)
	tm.shows(t, "LIVE")
	tm.stop()
	tm.ends(t, d)
}

func TestPlainPrintsEachArrivalOnce(t *testing.T) {
	d := summitDesk()
	ctx, cancel := context.WithCancel(context.Background())
	var out lockedBuffer
	done := make(chan error, 1)
	go func() { done <- Plain(ctx, d, Options{}, &out) }()
	waitFor(t, func() bool { return strings.Contains(out.String(), "We agreed on most points") })
	d.say(talks(22, 59), "Demo Wire", "okoro", "A late word")
	d.wakes <- struct{}{}
	waitFor(t, func() bool { return strings.Contains(out.String(), "A late word") })
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if text := out.String(); strings.Contains(text, "\x1b") || strings.Count(text, "We agreed on most points") != 1 || !strings.Contains(text, "Tobias Okoro") {
		t.Errorf("printed:\n%s", text)
	}
}

func TestPlainPrintsOnlyWhatTheFilterAsksFor(t *testing.T) {
	d := summitDesk()
	ctx, cancel := context.WithCancel(context.Background())
	var out lockedBuffer
	done := make(chan error, 1)
	go func() { done <- Plain(ctx, d, Options{Filter: "actor:okoro"}, &out) }()
	waitFor(t, func() bool { return strings.Contains(out.String(), "Tobias Okoro") })
	d.say(talks(22, 58), "Demo Wire", "maren", "A word that nobody asked for")
	d.say(talks(22, 59), "Demo Wire", "okoro", "A late word")
	d.wakes <- struct{}{}
	waitFor(t, func() bool { return strings.Contains(out.String(), "A late word") })
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if text := out.String(); strings.Contains(text, "A word that nobody asked for") || strings.Contains(text, "Ilse Maren, ") {
		t.Errorf("printed:\n%s", text)
	}
}

type lockedBuffer struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func waitFor(t *testing.T, cond func() bool) {
	t.Helper()
	for range 500 {
		if cond() {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("it never came")
}
