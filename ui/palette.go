package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/rivo/uniseg"
	"github.com/sahilm/fuzzy"

	"parley/model"
)

// palette is a list over the panes to choose from, narrowed by what is typed.
type palette struct {
	asks  string // what it is for, where nothing is typed
	about string // of which row, as the list may lie over it
	all   []choice
	typed string
	found []choice
	cur   int

	// Where the last frame drew the list, and which line of it came first.
	box rect
	top int
}

// choice is one line of a palette.
type choice struct {
	name, text string
	key        string
	do         func() tea.Cmd
}

// openPalette lists every action.
func (m *Model) openPalette() {
	var all []choice
	for _, b := range m.keys.bindings {
		all = append(all, choice{string(b.action), b.help, keyLabelsOf(b.keys), func() tea.Cmd {
			if b.action == "quit" { // by its key it would close a page first
				return m.quit()
			}
			return m.do(b.action)
		}})
	}
	m.choose("type to find an action", all, 0)
}

// choose lets the reader choose from a list, with the cursor on one of its lines.
func (m *Model) choose(asks string, all []choice, cur int) {
	m.palette = &palette{asks: asks, all: all, found: all, cur: cur}
}

// chooseOn is choose for something that is done to a row.
func (m *Model) chooseOn(row model.StatementRow, asks string, all []choice, cur int) {
	m.choose(asks, all, cur)
	m.palette.about = speakerName(row.Speaker, row.Statement.Speaker) + ": " + shown(row.Statement)
}

// match finds the choices that fit what is typed, best first: those whose name begins
// with it, then those that have it as a word, then those that have its letters.
func (p *palette) match() {
	p.cur = 0
	if p.typed == "" {
		p.found = p.all
		return
	}
	typed := strings.ToLower(p.typed)
	rank := func(c choice) int {
		switch name, text := strings.ToLower(c.name), " "+strings.ToLower(c.text); {
		case name == typed:
			return 0
		case strings.HasPrefix(name, typed):
			return 1
		case strings.Contains("-"+name, "-"+typed):
			return 2
		case strings.Contains(text, " "+typed):
			return 3
		}
		return 4
	}
	texts := make([]string, len(p.all))
	for i, c := range p.all {
		texts[i] = c.name + " " + c.text
	}
	p.found = nil
	for _, hit := range fuzzy.Find(p.typed, texts) {
		p.found = append(p.found, p.all[hit.Index])
	}
	slices.SortStableFunc(p.found, func(a, b choice) int { return rank(a) - rank(b) })
}

func (m *Model) paletteKey(msg tea.KeyPressMsg) tea.Cmd {
	p := m.palette
	page := max(1, m.paletteRoom()-1)
	switch key := msg.String(); key {
	case "esc", "ctrl+c", "ctrl+p":
		m.palette = nil
	case "enter":
		if p.cur < len(p.found) { // else what was typed is still to be put right
			m.palette = nil
			return p.found[p.cur].do()
		}
	case "up", "ctrl+k", "shift+tab":
		p.move(-1)
	case "down", "ctrl+j", "ctrl+n", "tab":
		p.move(1)
	case "pgup":
		p.move(-page)
	case "pgdown":
		p.move(page)
	case "home":
		p.move(-len(p.found))
	case "end":
		p.move(len(p.found))
	case "backspace":
		p.typed = p.typed[:len(p.typed)-len(lastCluster(p.typed))]
		p.match()
	case "ctrl+u":
		p.typed = ""
		p.match()
	default:
		if msg.Text != "" {
			p.typed += safe(msg.Text)
			p.match()
		}
	}
	return nil
}

func (p *palette) move(by int) { p.cur = max(0, min(p.cur+by, len(p.found)-1)) }

// paletteRoom is how many lines of the list show at once.
func (m *Model) paletteRoom() int { return min(18, m.h-4) - 3 }

// drawPalette lays the list over the finished frame.
func (m *Model) drawPalette(lines []string) {
	t, p := m.theme, m.palette
	w := min(72, m.w-4)
	room := m.paletteRoom()
	h := room + 3
	x, y := (m.w-w)/2, max(1, (m.h-h)/4)
	edge := func(left, right string, fillWith string) string {
		return newLine(w).put(t.accent, left+strings.Repeat(fillWith, w-2)+right).done()
	}
	inside := func(l *line) string {
		return newLine(1).put(t.accent, "│").done() + l.done() + newLine(1).put(t.accent, "│").done()
	}
	names := 0
	for _, c := range p.all {
		names = max(names, width(c.name))
	}
	names = min(names, w*2/5)
	box := []string{edge("╭", "╮", "─")}
	if p.about != "" {
		l := newLine(w).put(t.accent, "╭─ ").put(t.text, cut(p.about, w-6)).put(t.accent, " ")
		box[0] = l.put(t.accent, strings.Repeat("─", max(0, w-l.w-1))+"╮").done()
	}
	in := newLine(w - 2)
	in.put(t.accent, " › ").put(t.text, p.typed).put(t.accent, "▏")
	if p.typed == "" {
		in.put(t.dim, cut(p.asks, w-2-in.w-9))
	}
	if len(p.found) > room { // not all of them show
		in.gap(w-2-8).colRight(t.dim, itoa(p.cur+1)+"/"+itoa(len(p.found)), 7)
	}
	box = append(box, inside(in))
	top := max(0, p.cur-room+1)
	p.box, p.top = rect{x, y + 2, w, room}, top
	for i := top; i < top+room; i++ {
		if i >= len(p.found) {
			l := newLine(w - 2)
			if i == 0 {
				l.put(t.dim, "   nothing is called that")
			}
			box = append(box, inside(l))
			continue
		}
		c := p.found[i]
		l := m.begin(w-2, i == p.cur, true, false)
		if i == p.cur {
			l.choose(t)
		}
		l.put("", " ").col(t.strong, c.name, names).put("", " ").put(t.dim, cut(c.text, w-2-l.w-width(c.key)-3))
		l.gap(w - 2 - width(c.key) - 1)
		l.put(t.key, c.key)
		box = append(box, inside(l))
	}
	box = append(box, edge("╰", "╯", "─"))
	for i, over := range box {
		if y+i < len(lines) {
			lines[y+i] = overlay(lines[y+i], over, x, w)
		}
	}
}

// lastCluster is what a reader would call the last character of a string.
func lastCluster(s string) (last string) {
	for rest, state := s, -1; rest != ""; {
		last, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
	}
	return last
}

// firstCluster is the first thing in a string that a reader would call a character.
func firstCluster(s string) string {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return cluster
}
