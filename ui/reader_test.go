package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// reader is a test's editor: presses keys, looks at the screen.
type reader struct {
	t *testing.T
	m *Model
	d *fakeDesk
}

// sit puts an editor before a desk, in plain text.
func sit(t *testing.T, d *fakeDesk, w, h int, opts ...func(*Options)) *reader {
	t.Helper()
	o := Options{Profile: colorprofile.NoTTY, Reader: "test", Zones: []string{"Europe/Moscow", "Europe/Kyiv"}}
	for _, f := range opts {
		f(&o)
	}
	m := New(d, o)
	m.still = true
	m.send(tea.WindowSizeMsg{Width: w, Height: h})
	m.settle(m.startFilter(), 0)
	return &reader{t, m, d}
}

func (r *reader) press(keys ...string) *reader {
	r.t.Helper()
	for _, k := range keys {
		presses, err := keyPresses(k)
		if err != nil {
			r.t.Fatal(err)
		}
		for _, p := range presses {
			r.m.send(p)
			r.m.frame()
		}
	}
	return r
}

// arrives wakes the screen, as the desk does after an arrival.
func (r *reader) arrives() *reader {
	r.m.send(wakeMsg{})
	return r
}

func (r *reader) screen() string { return r.m.frame() }

func (r *reader) line(n int) string { return strings.Split(r.screen(), "\n")[n] }

func (r *reader) sees(parts ...string) *reader {
	r.t.Helper()
	for _, p := range parts {
		if !strings.Contains(r.screen(), p) {
			r.t.Fatalf("the screen does not show %q:\n%s", p, r.screen())
		}
	}
	return r
}

func (r *reader) doesNotSee(parts ...string) *reader {
	r.t.Helper()
	for _, p := range parts {
		if strings.Contains(r.screen(), p) {
			r.t.Fatalf("the screen shows %q:\n%s", p, r.screen())
		}
	}
	return r
}
