package ui

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Run shows the desk in the terminal until the reader quits or ctx ends. More
// options go to Bubble Tea as they are: another terminal's input and output.
func Run(ctx context.Context, desk Desk, opts Options, more ...tea.ProgramOption) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	final, err := Program(ctx, desk, opts, more...).Run()
	return Ended(ctx, errors.Join(err, Left(ctx, final)))
}

// Left stores, for a program that ended without `q` because the terminal was lost
// or a signal came, that the reader has seen what was on the screen at the last key or
// click: nobody knows whether they were there later. It takes the model that
// Program's Run returned, and works when ctx has ended.
func Left(ctx context.Context, final tea.Model) error {
	m, ok := final.(*Model)
	if !ok || m.quitting {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	return m.desk.Looked(ctx, earlier(m.hand, m.saw))
}

// Program is what Run runs, for a caller with something to send to it, such as
// the size of a remote terminal. Its end is to be read by Ended.
func Program(ctx context.Context, desk Desk, opts Options, more ...tea.ProgramOption) *tea.Program {
	return New(desk, opts).program(ctx, more...)
}

func (m *Model) program(ctx context.Context, more ...tea.ProgramOption) *tea.Program {
	m.ctx = ctx
	options := append([]tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(framesPerSecond)}, more...)
	if m.opts.Profile != 0 {
		options = append(options, tea.WithColorProfile(m.opts.Profile))
	}
	program := tea.NewProgram(m, options...)
	m.pace = &pace{program: program}
	return program
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
	first := settings["zone"]
	if name, set := m.opts.firstClock(); set {
		first = name
	}
	m.zoneAt = max(0, slices.IndexFunc(m.zones, func(z zone) bool { return z.name == first }))
	if name := ThemeName(settings["theme"]); m.opts.Theme == "" || m.opts.Theme == ThemeAuto {
		if _, known := palettes[name]; known {
			m.opts.Theme = name
		}
	}
	m.timeline.scale = byDay
	for _, part := range strings.Fields(settings["hidden"]) {
		if n, err := strconv.Atoi(part); err == nil && n >= int(actorsPane) && n <= int(timelinePane) && n != int(statementsPane) {
			m.plan.hidden[n] = true
		}
	}
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

// hiddenPanes are the panes that the reader put away, as restore reads them.
func (m *Model) hiddenPanes() string {
	var parts []string
	for p, hidden := range m.plan.hidden {
		if hidden {
			parts = append(parts, itoa(p))
		}
	}
	return strings.Join(parts, " ")
}
