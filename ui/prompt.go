package ui

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// prompt is the line in the footer where a search is typed.
type prompt struct{ input textinput.Model }

const promptLabel = " search: "

func (m *Model) openPrompt() {
	in := textinput.New()
	in.SetValue(m.query)
	in.CursorEnd()
	in.Focus() // its command only blinks a cursor that the terminal draws itself
	m.prompt = &prompt{in}
}

// promptKey types, and searches on enter. An empty search drops the last one.
func (m *Model) promptKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc", "ctrl+c":
		m.prompt = nil
		return nil
	case "enter":
		text := strings.TrimSpace(m.prompt.input.Value())
		m.prompt = nil
		return m.ask(text)
	}
	m.prompt.input, _ = m.prompt.input.Update(msg)
	return nil
}

// ask narrows the panes to a query. What a filter of the board can say takes
// effect at once; the rest is for the full-text search of the desk.
func (m *Model) ask(text string) tea.Cmd {
	q, err := model.ParseQuery(text, m.loc(), m.moment())
	if err != nil {
		return m.tell("search: "+err.Error(), true)
	}
	var feeds []model.Feed
	for _, h := range m.health {
		feeds = append(feeds, h.Feed)
	}
	q = q.Resolve(m.desk.Directory(), feeds)
	m.query, m.asked, m.hits = text, q.Filter(), nil
	if m.wide = !q.Exact(); m.wide {
		return m.search(text)
	}
	m.narrowed()
	return nil
}

// paste takes pasted text into what is being typed; elsewhere it does nothing, so
// that a paste by accident is not taken for keys.
func (m *Model) paste(text string) {
	switch {
	case m.palette != nil:
		m.palette.typed += safe(text)
		m.palette.match(m.keys)
	case m.prompt != nil:
		m.prompt.input.SetValue(m.prompt.input.Value() + safe(text))
		m.prompt.input.CursorEnd()
	}
}

// shown is the part of what was typed that fits, and where its cursor is.
func (p *prompt) shown(w int) (text string, cursor int) {
	room := w - len(promptLabel) - 2
	runes := []rune(p.input.Value())
	before := safe(string(runes[:min(p.input.Position(), len(runes))]))
	after := safe(string(runes[min(p.input.Position(), len(runes)):]))
	for width(before) > room && before != "" {
		_, before, _ = strings.Cut(before, firstCluster(before))
	}
	return before + after, len(promptLabel) + width(before)
}

func (p *prompt) cursorX(w int) int {
	_, x := p.shown(w)
	return min(x, w-1)
}

func (m *Model) promptLine(l *line) string {
	text, _ := m.prompt.shown(m.w)
	l.put(m.theme.accent, promptLabel).put(m.theme.text, text)
	hint := "⏎ search  Esc close   words, \"phrases\", -not, " + strings.Join(model.QueryOperators(), ": ") + ":"
	if text == "" && l.room() > width(hint)+3 {
		l.put("", "  ").put(m.theme.dim, hint)
	}
	return l.done()
}
