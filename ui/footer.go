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
	if m.prompt != nil || m.notice.text == "" {
		return append(lines, m.footer())
	}
	st := m.theme.good
	if m.notice.bad {
		st = m.theme.bad
	}
	parts := wrap(m.notice.text, m.w-2, min(noticeMost, len(lines)))
	lines = lines[:len(lines)+1-len(parts)]
	for _, part := range parts {
		lines = append(lines, newLine(m.w).put("", " ").put(st, part).done())
	}
	return lines
}

// footer is the prompt, or the keys that matter now.
func (m *Model) footer() string {
	t := m.theme
	l := newLine(m.w)
	if m.prompt != nil {
		return m.promptLine(l)
	}
	l.put("", " ")
	hints := m.hints()
	kept := 0 // cells of the last hint where that is how to leave: it always has room
	if last := hints[len(hints)-1]; last.action == "quit" {
		kept = width(m.keys.hint(last.action)) + width(last.word) + 3
	}
	for i, h := range hints {
		key := m.keys.hint(h.action)
		if i == len(hints)-1 {
			kept = 0
		}
		if key == "" {
			continue
		}
		if h.action == "step-back" {
			key += m.keys.hint("step-on")
		}
		if h.action == "down" {
			key = m.keys.hint("up") + key
		}
		if l.room()-kept < width(key)+width(h.word)+3 && h.action != "help" && h.action != "quit" {
			continue
		}
		l.put(t.key, key).put(t.dim, " "+h.word).put("", "  ")
	}
	if by := "by publication"; m.clock == model.ByPublished && l.room() > len(by)+2 {
		l.gap(m.w-len(by)-1).put(t.asOfText, by)
	}
	return l.done()
}

func (m *Model) hints() []hintOf {
	var h []hintOf
	add := func(a action, word string) { h = append(h, hintOf{a, word}) }
	if m.page != nil {
		add("back", "close")
		if m.page.kind.ofRow() {
			add("down", "next")
		}
		if m.page.kind == mutedPage {
			add("down", "choose")
			add("mute", "hear again")
			add("help", "keys")
			return h
		}
		if m.page.kind == storyPage {
			add("down", "choose")
			add("split", "take out")
			add("join", "join")
			add("mute", "mute")
			add("copy", "copy")
			add("open", "open")
			add("help", "keys")
			return h
		}
		if m.choosesRow() {
			add("down", "choose")
			add("evidence", "evidence")
			add("versions", "versions")
			add("copy", "copy")
			add("mute", "mute")
			if m.page.kind == changesPage {
				add("all-seen", "all seen")
			}
			add("help", "keys")
			return h
		}
		add("page-down", "scroll")
		if !m.page.kind.ofRow() {
			add("step-back", "time")
			add("help", "keys")
			return h
		}
		add("copy", "copy")
		add("open", "open")
		add("versions", "versions")
		add("step-back", "time")
		add("help", "keys")
		return h
	}
	if m.deskEmpty() {
		add("feeds", "feeds")
		add("help", "keys")
		add("theme", "theme")
		add("quit", "quit")
		return h
	}
	if !m.at.IsZero() {
		add("live", "live")
	}
	add("step-back", "time")
	if m.player != nil && !m.player.Ended() {
		if m.player.Paused() {
			add("pause", "play")
		} else {
			add("pause", "pause")
		}
	}
	add("help", "keys")
	if m.plan.present {
		add("present", "desk")
		add("quit", "quit")
		return h
	}
	if m.follow != "" || m.query != "" || m.sure > 0 {
		add("clear", "drop filters")
	}
	add("evidence", "evidence")
	add("next-pane", "pane")
	add("filter", "search")
	add("follow", "follow")
	if len(m.fresh.New) > 0 {
		add("next-unseen", "next new")
	}
	add("copy", "copy")
	add("phase-on", "phase")
	add("ladder", "ladder")
	add("zone", "clock")
	add("conflicts", "conflicts")
	add("feeds", "feeds")
	add("palette", "all actions")
	add("quit", "quit")
	return h
}
