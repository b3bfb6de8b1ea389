package ui

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// TestTheRendererSleepsUntilAKey needs the ticker of Bubble Tea's renderer: it fails
// where another version keeps it otherwise.
func TestTheRendererSleepsUntilAKey(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	tm := &terminal{SafeEmulator: vt.NewSafeEmulator(120, 36)}
	m := New(summitDesk(), Options{Profile: colorprofile.ANSI256})
	p := m.program(ctx, tea.WithInput(tm.SafeEmulator), tea.WithOutput(tm), tea.WithWindowSize(120, 36), tea.WithoutSignalHandler(), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	done := make(chan error, 1)
	go func() {
		_, err := p.Run()
		done <- err
	}()
	defer func() {
		cancel()
		<-done
	}()
	rate := func() time.Duration {
		m.pace.mu.Lock()
		defer m.pace.mu.Unlock()
		return m.pace.rate
	}
	sleeps := func() {
		t.Helper()
		for range 1000 {
			if rate() == asleep {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Fatalf("the renderer looks for a frame every %s, and nothing is to be drawn", rate())
	}
	tm.shows(t, "LIVE")
	sleeps()
	tm.SendKey(uv.KeyPressEvent{Code: '?', Text: "?"})
	tm.shows(t, "Keys")
	sleeps()
	tm.SendKey(uv.KeyPressEvent{Code: uv.KeyEscape})
	tm.shows(t, "Statements")
}
