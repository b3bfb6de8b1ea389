package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// openStory shows the story of the row under the cursor: the items of all feeds that
// are about the same thing, and why each is in it. On an open story it closes it.
func (m *Model) openStory() tea.Cmd {
	if m.page != nil && m.page.kind == storyPage {
		m.closePage()
		return nil
	}
	item, ok := m.itemOf(m.subject())
	if !ok {
		return m.tell("no item stands under the cursor", false)
	}
	m.page = &page{kind: storyPage, story: m.board.StoryOf(item)}
	m.page.cur, m.page.moved = max(0, slices.Index(m.board.StoryItems(m.page.story), item)), true
	return nil
}

// storyItem is the item under the cursor of an open story.
func (m *Model) storyItem() model.Ref {
	items := m.board.StoryItems(m.page.story)
	if len(items) == 0 {
		return model.Ref{}
	}
	return items[min(m.page.cur, len(items)-1)]
}

func (m *Model) writeStory(d *doc) {
	t, p := d.t, m.page
	items, why := m.board.StoryItems(p.story), m.board.StoryWhy(p.story)
	if len(items) == 0 {
		d.para(t.dim, 0, "This story is not on the board as of "+stamp(m.moment(), m.loc())+".")
		return
	}
	p.cur = min(p.cur, len(items)-1)
	houses := map[string]bool{}
	for _, item := range items {
		row, _ := m.board.Item(item)
		houses[row.House] = true
	}
	head := model.Counted(len(items), "item", "items") + " from " + model.Counted(len(houses), "house", "houses")
	if slices.ContainsFunc(m.board.Marks(p.story), func(k model.Mark) bool { return k.Verb == "mute" && !k.Undone }) {
		head += " · muted by hand"
	}
	d.para(t.dim, 0, head+". "+m.keys.hint("split")+" takes the chosen one out, "+m.keys.hint("join")+" puts the story to another, "+m.keys.hint("mute")+" mutes it.")
	d.blank()
	for i, item := range items {
		row, _ := m.board.Item(item)
		from := len(d.lines)
		l := m.begin(d.w, i == p.cur, true, false)
		if i == p.cur {
			l.choose(t)
		}
		name := min(24, d.w/3)
		l.col(t.dim, m.clockTime(row.First), 13).lift().col(t.strong, safe(row.Feed.Name), name).put("", " ")
		st := t.text
		if row.Struck != model.OpNone || row.Muted {
			st = t.dim
		}
		title := titleOf(row.Version)
		if fits := width(title) <= l.room(); fits {
			l.put(st, title)
			title = ""
		}
		d.lines = append(d.lines, l.done())
		if title != "" { // whole, as its last words may turn its sense
			d.para(st, 15, title)
		}
		if i < len(why) && why[i] != "" {
			d.para(t.dim, 15, safe(why[i]))
		}
		if i == p.cur {
			p.line = len(d.lines) - 1
		}
		p.took(i, from, d)
	}
}

// splitStory takes the chosen item out of its story, or back into it.
func (m *Model) splitStory() tea.Cmd {
	item := m.storyItem()
	if undo, ok := m.undoing(m.onLive().board.Marks(item), "split", item); ok {
		return m.store(undo, "the item is back in its story")
	}
	if items := m.board.StoryItems(m.page.story); len(items) < 2 || items[0] == item {
		return m.tell("the first item of a story is the story: choose another to take it out", false)
	}
	return m.store(model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "split", On: item}, "the item is out of this story")
}

// joinStory takes the open story up; on another story it puts the two together.
func (m *Model) joinStory() tea.Cmd {
	story := m.page.story
	switch {
	case m.joining == story:
		m.joining = model.Ref{}
		return m.tell("nothing is joined", false)
	case m.joining.Kind == model.KindStory:
		entry := model.Mark{At: m.handAt(), By: m.opts.Reader, Verb: "join", On: story, Value: m.joining.String()}
		m.joining = model.Ref{}
		return m.store(entry, "joined: one story now")
	}
	if undo, ok := m.undoing(m.onLive().board.Marks(story), "join", story); ok {
		return m.store(undo, "the stories are apart again")
	}
	m.joining = story
	return m.tell("now open the story that it belongs to and press "+m.keys.hint("join"), false)
}
