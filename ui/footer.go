package ui

import "parley/model"

// hintOf is a key and what it does here and now.
type hintOf struct {
	action action
	word   string
}

// noticeMost is how many lines of the screen a notice takes at most.
const noticeMost = 4

// foot ends a frame with a notice, the prompt, or the keys that matter now. A notice
// that is longer than a line lies over the last lines of what is above.
func (m *Model) foot(lines []string) []string {
	switch {
	case m.prompt != nil && m.prompt.fault != "":
		return append(m.layOver(lines, m.prompt.fault, m.theme.bad, 0), m.footer())
	case m.prompt != nil || m.notice.text == "":
		return append(lines, m.footer())
	case m.notice.bad:
		return m.layOver(lines, m.notice.text, m.theme.bad, 1)
	}
	return m.layOver(lines, m.notice.text, m.theme.good, 1)
}

// layOver writes a text over the last lines, of which so many are still to come.
func (m *Model) layOver(lines []string, text string, st style, more int) []string {
	parts := wrap(text, m.w-2, min(noticeMost, len(lines)))
	lines = lines[:len(lines)+more-len(parts)]
	for _, part := range parts {
		lines = append(lines, newLine(m.w).put("", " ").put(st, part).done())
	}
	return lines
}

// footer is the prompt, or the keys that matter now. Where there is no room for all of
// them, how to find the others, how to leave and by which clock this is come first.
func (m *Model) footer() string {
	t, l := m.theme, newLine(m.w)
	switch {
	case m.prompt != nil:
		return m.promptLine(l)
	case m.palette != nil: // its keys are its own: all others are typed into it
		l.put(t.key, " Esc").put(t.dim, " close")
		if len(m.palette.found) > 0 {
			l.put(t.key, "  ↑↓").put(t.dim, " choose").put(t.key, "  ⏎").put(t.dim, " take")
		}
		return l.done()
	}
	hints, gap := m.hints(), " "
	kept, by := 0, "" // cells of what is to come and always has room
	if m.clock == model.ByPublished {
		by = "by publication"
		kept = width(hintGap+by) + 1
	}
	for _, h := range hints {
		kept += m.keptFor(h)
	}
	for _, h := range hints {
		kept -= m.keptFor(h)
		if keys := m.hintKeys(h.action); keys != "" && l.room()-kept >= width(gap+keys+" "+h.word) {
			l.put("", gap).put(t.key, keys).put(t.dim, " "+h.word)
			gap = hintGap
		}
	}
	return l.gap(m.w-width(by)-1).put(t.asOfText, by).done()
}

const hintGap = "  "

// keptFor is how many cells are kept for a hint.
func (m *Model) keptFor(h hintOf) int {
	keys := m.hintKeys(h.action)
	if keys == "" || h.action != "help" && h.action != "quit" {
		return 0
	}
	return width(keys + " " + h.word + hintGap)
}

// hintKeys are the keys of an action as the footer shows them: with those of what goes
// the other way.
func (m *Model) hintKeys(a action) string {
	key := m.keys.hint(a)
	switch {
	case a == "step-back" && key != "":
		return key + m.keys.hint("step-on")
	case a == "down" && key != "":
		return m.keys.hint("up") + key
	}
	return key
}

// hintsOn are the keys that matter on a page, on one that lists rows while one of them
// is under the cursor.
var hintsOn = map[pageKind][]hintOf{
	evidencePage:  {{"back", "close"}, {"down", "next"}, {"page-down", "scroll"}, {"copy", "copy"}, {"open", "open"}, {"versions", "versions"}, {"step-back", "time"}, {"help", "keys"}},
	versionsPage:  {{"back", "close"}, {"down", "next"}, {"page-down", "scroll"}, {"copy", "copy"}, {"open", "open"}, {"evidence", "evidence"}, {"step-back", "time"}, {"help", "keys"}},
	mutedPage:     {{"back", "close"}, {"down", "choose"}, {"mute", "hear again"}, {"help", "keys"}},
	storyPage:     {{"back", "close"}, {"down", "choose"}, {"split", "take out"}, {"join", "join"}, {"mute", "mute"}, {"copy", "copy"}, {"open", "open"}, {"help", "keys"}},
	changesPage:   {{"back", "close"}, {"down", "choose"}, {"evidence", "evidence"}, {"versions", "versions"}, {"copy", "copy"}, {"mute", "mute"}, {"all-seen", "all seen"}, {"help", "keys"}},
	conflictsPage: {{"back", "close"}, {"down", "choose"}, {"evidence", "evidence"}, {"versions", "versions"}, {"copy", "copy"}, {"mute", "mute"}, {"help", "keys"}},
	alertsPage:    {{"back", "close"}, {"down", "choose"}, {"evidence", "evidence"}, {"versions", "versions"}, {"copy", "copy"}, {"mute", "mute"}, {"help", "keys"}},
	helpPage:      {{"back", "close"}, {"page-down", "scroll"}, {"palette", "all actions"}},
}

var (
	hintsToRead    = []hintOf{{"back", "close"}, {"page-down", "scroll"}, {"step-back", "time"}, {"help", "keys"}}
	hintsOnNothing = []hintOf{{"feeds", "feeds"}, {"help", "keys"}, {"theme", "theme"}, {"quit", "quit"}}
)

func (m *Model) hints() []hintOf {
	switch {
	case m.page != nil && (!m.page.kind.listsRows() || m.choices() > 0) && hintsOn[m.page.kind] != nil:
		return hintsOn[m.page.kind]
	case m.page != nil:
		return hintsToRead
	case m.deskEmpty():
		return hintsOnNothing
	}
	return m.deskHints()
}

// deskHints are the keys that matter on the panes.
func (m *Model) deskHints() (h []hintOf) {
	add := func(now bool, a action, word string) {
		if now {
			h = append(h, hintOf{a, word})
		}
	}
	add(m.joining.Kind == model.KindStatement, "join", "join here")
	add(m.joining.Kind == model.KindStory, "story", "story to join")
	add(m.joining.Kind != model.KindNone, "back", "leave apart")
	add(!m.at.IsZero(), "live", "live")
	add(m.frozen && m.at.IsZero(), "freeze", "go on")
	add(true, "step-back", "time")
	if m.player != nil && !m.player.Ended() {
		add(m.player.Paused(), "pause", "play")
		add(!m.player.Paused(), "pause", "pause")
	}
	add(true, "help", "keys")
	if m.plan.present {
		return append(h, hintOf{"present", "desk"}, hintOf{"quit", "quit"})
	}
	add(m.narrowedBy() != "", "clear", "drop filters")
	add(true, "evidence", "evidence")
	add(true, "next-pane", "pane")
	add(true, "filter", "search")
	add(true, "follow", "follow")
	add(len(m.fresh.New) > 0, "next-unseen", "next new")
	return append(h, hintOf{"copy", "copy"}, hintOf{"phase-on", "phase"}, hintOf{"ladder", "ladder"}, hintOf{"zone", "clock"}, hintOf{"conflicts", "conflicts"}, hintOf{"feeds", "feeds"}, hintOf{"palette", "all actions"}, hintOf{"quit", "quit"})
}
