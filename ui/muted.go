package ui

import (
	"context"
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// mutedMsg is what is muted, newest first.
type mutedMsg struct{ marks []model.Mark }

// openMuted opens the list of what is muted, or closes it.
func (m *Model) openMuted() tea.Cmd {
	if m.togglePage(mutedPage); m.page == nil {
		return nil
	}
	return m.loadMuted()
}

func (m *Model) loadMuted() tea.Cmd {
	desk := m.desk
	return m.within(5*time.Second, func(ctx context.Context) tea.Msg {
		marks, err := desk.Marks(ctx)
		if err != nil {
			return didMsg{err: errors.New("what is muted could not be read: " + err.Error())}
		}
		marks = slices.DeleteFunc(marks, func(k model.Mark) bool { return k.Verb != "mute" || k.Undone })
		slices.Reverse(marks)
		return mutedMsg{marks}
	})
}

func (m *Model) takeMuted(msg mutedMsg) {
	if m.page == nil || m.page.kind != mutedPage {
		return
	}
	m.page.muted = msg.marks
	m.page.cur = max(0, min(m.page.cur, len(msg.marks)-1))
	m.gen++
}

// unmute takes the mark under the page's cursor back.
func (m *Model) unmute() tea.Cmd {
	p := m.page
	if p.cur >= len(p.muted) {
		return m.tell("nothing is muted", false)
	}
	k := p.muted[p.cur]
	undo := model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "undo", On: k.On, Value: itoa(int(k.ID))}
	return tea.Sequence(m.store(undo, "heard again"), m.loadMuted())
}

// writeMuted lists what is muted, with who muted it when.
func (m *Model) writeMuted(d *doc) {
	t, p := d.t, m.page
	if len(p.muted) == 0 {
		d.para(t.dim, 0, "Nothing is muted. "+m.keys.hint("mute")+" on a row mutes the item that it stands in.")
		return
	}
	d.para(t.dim, 0, m.keys.hint("mute")+" lets the item under the cursor be heard again.")
	d.blank()
	times, byWidth := 0, d.w/3
	for _, k := range p.muted {
		at, _ := m.briefly(m.firstOf(k.On))
		times = max(times, width(m.clockTime(at))+2)
	}
	if d.w < 56 { // what is muted is worth more than by whom
		byWidth = 0
	}
	for i, k := range p.muted {
		l := m.begin(d.w, i == p.cur, true, false)
		if i == p.cur {
			l.choose(t)
			p.line = len(d.lines)
		}
		at, text := m.briefly(m.firstOf(k.On))
		by := "muted " + m.clockTime(k.At)
		if k.By != "" {
			by += " by " + safe(k.By)
		}
		by = cut(by, byWidth)
		l.col(t.dim, m.clockTime(at), times).lift().col(t.text, text, d.w-l.w-width(by)-1)
		l.put("", " ").put(t.dim, by)
		d.lines = append(d.lines, l.done())
		p.took(i, len(d.lines)-1, d)
	}
}

// firstOf is the first item of a story, and anything else itself.
func (m *Model) firstOf(ref model.Ref) model.Ref {
	if items := m.board.StoryItems(ref); ref.Kind == model.KindStory && len(items) > 0 {
		return items[0]
	}
	return ref
}
