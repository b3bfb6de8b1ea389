package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"
	"github.com/sahilm/fuzzy"
)

// palette is the list of all actions, narrowed by what is typed.
type palette struct {
	typed string
	found []binding
	cur   int
}

func (m *Model) openPalette() {
	m.palette = &palette{}
	m.palette.match(m.keys)
}

// match finds the actions that fit what is typed, best first.
func (p *palette) match(k *KeyMap) {
	p.cur = 0
	if p.typed == "" {
		p.found = k.bindings
		return
	}
	texts := make([]string, len(k.bindings))
	for i, b := range k.bindings {
		texts[i] = string(b.action) + " " + b.help
	}
	p.found = nil
	for _, hit := range fuzzy.Find(p.typed, texts) {
		p.found = append(p.found, k.bindings[hit.Index])
	}
}

func (m *Model) paletteKey(msg tea.KeyPressMsg) tea.Cmd {
	p := m.palette
	switch key := msg.String(); key {
	case "esc", "ctrl+c", "ctrl+p":
		m.palette = nil
	case "enter":
		m.palette = nil
		if p.cur < len(p.found) {
			return m.do(p.found[p.cur].action)
		}
	case "up", "ctrl+k", "shift+tab":
		p.cur = max(0, p.cur-1)
	case "down", "ctrl+j", "ctrl+n", "tab":
		p.cur = max(0, min(p.cur+1, len(p.found)-1))
	case "backspace":
		if clusters := []rune(p.typed); len(clusters) > 0 {
			p.typed = string(clusters[:len(clusters)-1])
			p.match(m.keys)
		}
	case "ctrl+u":
		p.typed = ""
		p.match(m.keys)
	default:
		if msg.Text != "" {
			p.typed += safe(msg.Text)
			p.match(m.keys)
		}
	}
	return nil
}

// drawPalette lays the list over the finished frame.
func (m *Model) drawPalette(lines []string) {
	t, p := m.theme, m.palette
	w := min(72, m.w-4)
	h := min(18, m.h-4)
	x, y := (m.w-w)/2, max(1, (m.h-h)/4)
	edge := func(left, right string, fillWith string) string {
		return newLine(w).put(t.accent, left+strings.Repeat(fillWith, w-2)+right).done()
	}
	inside := func(l *line) string {
		return newLine(1).put(t.accent, "│").done() + l.done() + newLine(1).put(t.accent, "│").done()
	}
	box := []string{edge("╭", "╮", "─")}
	in := newLine(w - 2)
	in.put(t.accent, " › ").put(t.text, p.typed).put(t.accent, "▏")
	if p.typed == "" {
		in.put(t.dim, "type to find an action")
	}
	box = append(box, inside(in))
	room := h - 3
	top := max(0, p.cur-room+1)
	for i := top; i < top+room; i++ {
		if i >= len(p.found) {
			l := newLine(w - 2)
			if i == 0 {
				l.put(t.dim, "   no action is called that")
			}
			box = append(box, inside(l))
			continue
		}
		b := p.found[i]
		l := m.begin(w-2, i == p.cur, true, false)
		if i == p.cur {
			l.choose(t)
		}
		key := ""
		if len(b.keys) > 0 {
			key = keyLabel(b.keys[0])
		}
		l.put("", " ").col(t.strong, string(b.action), 17).put(t.dim, cut(b.help, w-2-l.w-width(key)-3))
		l.gap(w - 2 - width(key) - 1)
		l.put(t.key, key)
		box = append(box, inside(l))
	}
	box = append(box, edge("╰", "╯", "─"))
	for i, over := range box {
		if y+i < len(lines) {
			lines[y+i] = overlay(lines[y+i], over, x, w)
		}
	}
}

// firstCluster is the first thing in a string that a reader would call a character.
func firstCluster(s string) string {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return cluster
}
