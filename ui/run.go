package ui

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Run shows the desk in the terminal until the reader quits or ctx ends. More
// options go to Bubble Tea as they are: another terminal's input and output.
func Run(ctx context.Context, desk Desk, opts Options, more ...tea.ProgramOption) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	_, err := Program(ctx, desk, opts, more...).Run()
	return Ended(ctx, err)
}

// Program is what Run runs, for a caller with something to send to it, such as
// the size of a remote terminal. Its end is to be read by Ended.
func Program(ctx context.Context, desk Desk, opts Options, more ...tea.ProgramOption) *tea.Program {
	m := New(desk, opts)
	m.ctx = ctx
	options := append([]tea.ProgramOption{tea.WithContext(ctx)}, more...)
	if opts.Profile != 0 {
		options = append(options, tea.WithColorProfile(opts.Profile))
	}
	return tea.NewProgram(m, options...)
}

// Ended is the error that a program ended with, nil where a reader, a signal or
// the end of ctx or of the input ended it.
func Ended(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, tea.ErrInterrupted), errors.Is(err, io.EOF):
		return nil
	case ctx.Err() != nil && errors.Is(err, tea.ErrProgramKilled):
		return nil
	}
	return err
}

// restore takes up the choices that an earlier session saved.
func (m *Model) restore(settings map[string]string) {
	for i, z := range m.zones {
		if z.name == settings["zone"] {
			m.zoneAt = i
		}
	}
	if name := ThemeName(settings["theme"]); m.opts.Theme == "" || m.opts.Theme == ThemeAuto {
		if _, known := palettes[name]; known {
			m.opts.Theme = name
		}
	}
	m.timeline.scale = byDay
	for i, part := range strings.Fields(settings["panes"]) {
		if n, err := strconv.Atoi(part); err == nil && i < len(m.plan.grow) {
			m.plan.grow[i] = clampSize(n, -60, 60)
		}
	}
}

// paneSizes are the reader's changes of the layout, as restore reads them.
func (m *Model) paneSizes() string {
	var parts []string
	for _, n := range m.plan.grow {
		parts = append(parts, itoa(n))
	}
	return strings.Join(parts, " ")
}
