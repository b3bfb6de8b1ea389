package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// Messages of the program's own.
type (
	wakeMsg   struct{ closed bool }
	tickMsg   struct{ chain int }
	forgetMsg struct{ n int }
	foundMsg  struct {
		query string
		items []model.ItemID
		err   error
	}
	didMsg struct { // a Cmd did what was asked, or failed
		said   string
		err    error
		wakes  bool      // the record changed by it
		on     model.Ref // the row that it was done to, where that may be another than the chosen one
		done   time.Time // when what was taken back was done
		copies string    // for the clipboard
		again  func()    // asks anew for what failed, in a prompt
	}
)

// Update takes one message in. It does no I/O: that is for the Cmd it returns.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.now = m.desk.Now()
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		m.hand = m.now
	}
	cmd := m.take(msg)
	m.relayout()
	if rest := m.followPreview(); rest != nil {
		return m, tea.Batch(cmd, rest)
	}
	return m, cmd
}

func (m *Model) take(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
		m.retheme()
	case tea.ColorProfileMsg:
		if m.opts.Profile == 0 {
			m.profile = msg.Profile
			m.retheme()
		}
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.PasteMsg:
		m.paste(msg.Content)
	case tea.MouseClickMsg:
		return m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		return m.wheel(msg.Mouse())
	case wakeMsg:
		if msg.closed {
			return nil
		}
		return tea.Batch(m.wake(), m.wait())
	case tickMsg:
		if msg.chain != m.ticking {
			return nil
		}
		if m.at.IsZero() && !m.frozen { // what is overdue is so by the clock alone
			m.refresh()
			m.count()
			m.stopsOK = false
		}
		return m.tick()
	case restedMsg:
		if msg.ref == m.resting {
			m.preview = msg.ref
		}
	case forgetMsg:
		if msg.n == m.notice.n {
			m.notice.text = ""
		}
	case foundMsg:
		return m.found(msg)
	case mutedMsg:
		m.takeMuted(msg)
	case didMsg:
		if msg.copies != "" {
			return tea.Batch(tea.SetClipboard(msg.copies), m.tell(msg.err.Error(), true))
		}
		if msg.err != nil && msg.again != nil && m.prompt == nil && m.palette == nil {
			msg.again()
			m.prompt.fault = safe(msg.err.Error())
			return nil
		}
		if msg.err != nil {
			return m.tell(msg.err.Error(), true)
		}
		if msg.wakes {
			m.refresh()
			m.count()
		}
		if msg.said != "" {
			return m.tell(msg.said+m.doneTo(msg.on, msg.done), false)
		}
	}
	return nil
}

// doneTo names the row that something was done to, and the day where it was another than
// today.
func (m *Model) doneTo(ref model.Ref, at time.Time) (text string) {
	if ref.Kind == model.KindNone {
		return ""
	}
	if when, row := m.briefly(ref); !when.IsZero() {
		text = " on " + cut(row, 70)
	}
	if !sameDay(at, m.now, m.loc()) {
		text += ", of " + stamp(at, m.loc())
	}
	return text
}

// wake takes in what changed on the desk: the record, or how a feed does.
func (m *Model) wake() tea.Cmd {
	began := time.Now()
	defer func() { m.breath = min(9*time.Since(began), time.Second) }()
	m.takeHealth()
	loaded := m.opened()
	m.firstRound()
	if !m.grew() {
		return nil
	}
	m.stopsOK = false
	if loaded && !m.frozen { // what it was, was known then, too
		m.refresh()
	}
	if m.frozen {
		m.waiting++
		m.count()
		return nil
	}
	if m.at.IsZero() {
		m.refresh()
	}
	m.count()
	cmds := []tea.Cmd{m.ring()}
	if m.wide {
		cmds = append(cmds, m.search(m.query))
	}
	return tea.Batch(cmds...)
}

// opened reports whether the record has just been loaded to its end.
func (m *Model) opened() bool {
	was := m.opening
	if desk, ok := m.desk.(Shared); ok {
		m.opening = desk.Opening()
	}
	return was != "" && m.opening == ""
}

// grew reports whether the record may have changed since it was last asked.
func (m *Model) grew() bool {
	desk, ok := m.desk.(Shared)
	if !ok {
		return true
	}
	was := m.grown
	m.grown = desk.Grown()
	return m.grown != was
}

// wait sleeps until the desk has something new. After a wake that was long, on a
// large record, it breathes first: a storm of arrivals never takes more than a
// tenth of a core, and keys come through.
func (m *Model) wait() tea.Cmd {
	if m.still {
		return nil
	}
	ctx, updates, breath := m.ctx, m.desk.Updates(), m.breath
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return wakeMsg{closed: true}
		case <-time.After(breath):
		}
		select {
		case <-ctx.Done():
			return wakeMsg{closed: true}
		case _, open := <-updates:
			return wakeMsg{closed: !open}
		}
	}
}

// tick starts the chain that keeps the clock: by the second while a replay plays,
// else by the minute.
func (m *Model) tick() tea.Cmd {
	if m.still {
		return nil
	}
	m.ticking++
	chain := m.ticking
	if m.player != nil {
		if m.player.Paused() || m.player.Ended() {
			return nil
		}
		return tea.Tick(time.Second, func(time.Time) tea.Msg { return tickMsg{chain} })
	}
	return tea.Every(time.Minute, func(time.Time) tea.Msg { return tickMsg{chain} })
}

// tell shows a line in the footer for a while.
func (m *Model) tell(text string, bad bool) tea.Cmd {
	m.say(text, bad)
	if m.still {
		return nil
	}
	stay := 6 * time.Second
	if bad {
		stay = 15 * time.Second
	}
	n := m.notice.n
	return tea.Tick(stay, func(time.Time) tea.Msg { return forgetMsg{n} })
}

// within gives a Cmd a context that ends with the program or in time.
func (m *Model) within(limit time.Duration, do func(ctx context.Context) tea.Msg) tea.Cmd {
	parent := m.ctx
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(parent, limit)
		defer cancel()
		return do(ctx)
	}
}

// found takes the answer to a query.
func (m *Model) found(msg foundMsg) tea.Cmd {
	if msg.query != m.query {
		return nil // an older question
	}
	if msg.err != nil {
		m.dropQuery()
		m.narrowed()
		return m.tell("search: "+msg.err.Error(), true)
	}
	m.hits = make(map[model.ItemID]bool, len(msg.items))
	for _, id := range msg.items {
		m.hits[id] = true
	}
	m.narrowed()
	return nil
}

func (m *Model) dropQuery() {
	m.query, m.asked, m.kinds, m.wide, m.hits = "", model.Filter{}, nil, false, nil
}

func (m *Model) search(query string) tea.Cmd {
	desk, clock := m.desk, m.clock
	return m.within(10*time.Second, func(ctx context.Context) tea.Msg {
		items, err := desk.Search(ctx, query, time.Time{}, clock)
		return foundMsg{query, items, err}
	})
}

// searching reports whether the answer to a query is still to come: until then the panes
// show what they did before it.
func (m *Model) searching() bool { return m.wide && m.hits == nil }

// narrowed applies changed filters; the cursor's stops are other ones then.
func (m *Model) narrowed() {
	m.narrow()
	m.actors.refill()
	m.statements.refill()
	m.signals.refill()
	m.stopsOK = false
}
