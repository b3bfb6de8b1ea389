package ui

import (
	"errors"
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// prompt is the line in the footer where something is typed.
type prompt struct {
	input textinput.Model
	label string
	hint  string
	fault string   // of what was typed, until it changes
	past  []string // what was typed into such a prompt before, oldest first
	back  int      // how far back in it the reader has gone
	done  func(text string) tea.Cmd
}

func (m *Model) openPrompt(label, value, hint string, done func(text string) tea.Cmd) {
	in := textinput.New()
	in.SetValue(value)
	in.CursorEnd()
	in.Focus() // its command only blinks a cursor that the terminal draws itself
	m.prompt = &prompt{input: in, label: " " + label + ": ", hint: hint, done: done}
}

func (m *Model) openSearch() { m.promptSearch(m.query) }

func (m *Model) promptSearch(text string) {
	hint := "words, \"phrases\", -not, " + strings.Join(model.QueryOperators(), ": ") + ":"
	if len(m.searches) > 0 {
		hint = keyLabel("up") + " earlier ones; " + hint
	}
	m.openPrompt("search", text, hint, m.ask)
	m.prompt.past = m.searches
	if n := len(m.searches); n > 0 && m.searches[n-1] == text {
		m.prompt.back = 1 // it stands there
	}
}

// searchesMost is how many queries are kept to be called up again.
const searchesMost = 50

// keepSearch keeps a query, the latest last and each once.
func (m *Model) keepSearch(text string) {
	kept := slices.DeleteFunc(slices.Clone(m.searches), func(s string) bool { return s == text })
	if kept = append(kept, text); text != "" {
		m.searches = kept[max(0, len(kept)-searchesMost):]
	}
}

// recall puts what was typed before into the prompt, or nothing after the latest of it.
func (p *prompt) recall(by int) {
	p.back = max(0, min(p.back+by, len(p.past)))
	text := ""
	if p.back > 0 {
		text = p.past[len(p.past)-p.back]
	}
	p.input.SetValue(text)
	p.input.CursorEnd()
}

// askAgain lets a query be put right where it is at fault.
func (m *Model) askAgain(text string, fault error) {
	m.promptSearch(text)
	m.prompt.fault = safe(fault.Error())
	var at *model.QueryError
	if errors.As(fault, &at) {
		m.prompt.input.SetCursor(at.Column - 1)
	}
}

// promptKey types, and hands over what was typed on enter.
func (m *Model) promptKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc", "ctrl+c":
		m.prompt = nil
		return nil
	case "enter":
		p := m.prompt
		m.prompt = nil
		return p.done(strings.TrimSpace(p.input.Value()))
	}
	m.prompt.fault = ""
	switch key := msg.String(); {
	case len(m.prompt.past) > 0 && key == "up":
		m.prompt.recall(1)
	case len(m.prompt.past) > 0 && key == "down":
		m.prompt.recall(-1)
	default:
		m.prompt.input, _ = m.prompt.input.Update(msg)
	}
	return nil
}

// ask narrows the panes to a query; an empty one drops the last. What a filter of the board can say takes
// effect at once; the rest is for the full-text search of the desk.
func (m *Model) ask(text string) tea.Cmd {
	q, err := model.ParseQuery(text, m.loc(), m.moment())
	if err != nil {
		m.askAgain(text, err)
		return nil
	}
	m.keepSearch(text)
	var feeds []model.Feed
	for _, h := range m.health {
		feeds = append(feeds, h.Feed)
	}
	m.strangers = q.Strangers(m.desk.Directory())
	q = q.Resolve(m.desk.Directory(), feeds)
	m.query, m.asked, m.kinds, m.hits = text, q.Filter(), q.Kinds, nil
	if m.wide = !q.Exact() || m.twoActors(); m.wide {
		return m.search(text)
	}
	m.narrowed()
	return nil
}

// twoActors reports whether the query names another actor than the one that is followed: no
// filter of the board names two.
func (m *Model) twoActors() bool {
	return m.follow != "" && m.asked.Actor != "" && m.asked.Actor != m.follow
}

// paste takes pasted text into what is being typed; elsewhere it does nothing, so
// that a paste by accident is not taken for keys.
func (m *Model) paste(text string) {
	switch {
	case m.palette != nil:
		m.palette.typed += safe(text)
		m.palette.match()
	case m.prompt != nil:
		in := &m.prompt.input
		at, had, more := in.Position(), []rune(in.Value()), []rune(safe(text))
		in.SetValue(string(had[:at]) + string(more) + string(had[at:]))
		in.SetCursor(at + len(more))
	}
}

// shown is the part of what was typed that fits, and where its cursor is.
func (p *prompt) shown(w int) (text string, cursor int) {
	room := w - width(p.label) - 2
	runes := []rune(p.input.Value())
	before := safe(string(runes[:min(p.input.Position(), len(runes))]))
	after := safe(string(runes[min(p.input.Position(), len(runes)):]))
	for width(before) > room && before != "" {
		_, before, _ = strings.Cut(before, firstCluster(before))
	}
	return before + after, width(p.label) + width(before)
}

func (p *prompt) cursorX(w int) int {
	_, x := p.shown(w)
	return min(x, w-1)
}

func (m *Model) promptLine(l *line) string {
	text, _ := m.prompt.shown(m.w)
	l.put(m.theme.accent, m.prompt.label).put(m.theme.text, text)
	if text == "" {
		l.put("", " ").put(m.theme.dim, m.prompt.hint)
	}
	return l.done()
}
