package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// pageKind is what an open page shows; the names are those of the actions.
type pageKind string

const (
	evidencePage  pageKind = "evidence"
	versionsPage  pageKind = "versions"
	conflictsPage pageKind = "conflicts"
	changesPage   pageKind = "changes"
	feedsPage     pageKind = "feeds"
	alertsPage    pageKind = "alerts"
	mutedPage     pageKind = "muted"
	storyPage     pageKind = "story"
	positionsPage pageKind = "positions"
	helpPage      pageKind = "help"
)

// ofRow reports whether the page is about the row under the cursor and follows it.
func (k pageKind) ofRow() bool { return k == evidencePage || k == versionsPage }

// listsFacts reports whether these are facts, whose evidence can be opened.
func (k pageKind) listsFacts() bool {
	return k == changesPage || k == conflictsPage || k == alertsPage
}

// listsRows reports whether the page has rows of its own to choose from.
func (k pageKind) listsRows() bool {
	return k == mutedPage || k == storyPage || k.listsFacts()
}

// page is a view to read that lies over or beside the panes and scrolls.
type page struct {
	kind   pageKind
	scroll int
	pinned model.Ref // what it is about where that is not the row under the cursor
	muted  []model.Mark
	story  model.Ref
	actor  string    // whose positions
	from   *page     // the list that it was opened from
	cur    int       // in muted, in the story, among the changes or the accounts of conflicts
	chosen model.Ref // under cur, among the changes
	line   int       // the last one that the row under cur takes
	tall   int       // how many it takes, where they are several
	moved  bool      // cur has, and its row is to be seen
	spots  []spot    // of the rows, as they were written last
	cache  cache[pageSight]

	changes   changesSeen
	conflicts conflictsSeen
	account   accountRow       // under cur, among the conflicts
	told      model.VersionRef // the report of the pinned fact that was chosen there
}

type pageSight struct {
	sight
	ref  model.Ref
	kind pageKind
	n    int // the cursor
	// Of the feeds page: which health it shows, and the minute that its times count from.
	health int
	minute int64
}

var pageNames = map[pageKind]string{
	evidencePage: "Evidence", versionsPage: "Versions", conflictsPage: "Conflicts", changesPage: "Since the last look",
	feedsPage: "Feeds", alertsPage: "What rang", mutedPage: "Muted", storyPage: "Story", positionsPage: "Positions", helpPage: "Keys and marks",
}

// togglePage opens a page, or closes it when it is the one that is open.
func (m *Model) togglePage(kind pageKind) {
	if m.page != nil && m.page.kind == kind {
		m.closePage()
		return
	}
	p := &page{kind: kind}
	if m.page != nil && kind.ofRow() {
		p.pinned, p.from, p.told = m.page.pinned, m.page.from, m.toldIn()
		if m.choosesRow() {
			p.pinned, p.from = m.subject(), m.page
		}
	}
	m.page = p
}

// closePage goes back to the list from which a page was opened, else to the panes.
func (m *Model) closePage() { m.page = m.page.from }

// choosesRow reports whether a row of a page that lists facts is under the cursor.
func (m *Model) choosesRow() bool {
	return m.page != nil && m.page.kind.listsFacts() && m.choices() > 0
}

// choices is how many lines of an open page can be chosen.
func (m *Model) choices() int {
	switch {
	case m.page == nil:
		return 0
	case m.page.kind == mutedPage:
		return len(m.page.muted)
	case m.page.kind == storyPage:
		return len(m.board.StoryItems(m.page.story))
	case m.page.kind == changesPage, m.page.kind == alertsPage:
		return len(m.listedRows())
	case m.page.kind == conflictsPage:
		return len(m.conflicts().rows)
	}
	return 0
}

// subject is the fact that keys act on: the chosen item of an open story, what an
// open page is pinned to, else the row under the cursor.
func (m *Model) subject() model.Ref {
	if m.page != nil && m.page.kind == storyPage {
		return m.storyItem()
	}
	if m.page != nil && (m.page.kind == changesPage || m.page.kind == alertsPage) {
		return m.listed()
	}
	if m.page != nil && m.page.kind == conflictsPage {
		return m.account().fact
	}
	if m.page != nil && m.page.pinned.Kind != model.KindNone {
		return m.page.pinned
	}
	return m.rowUnderCursor()
}

// unchosen says why an action on a row has none to act on, where the cursor stands on one
// that is out of sight, or on an actor; empty where it has.
func (m *Model) unchosen(a action) string {
	byHand := slices.Contains([]action{"check", "mute", "split", "join", "fix-speaker", "fix-type", "note"}, a)
	switch {
	case !byHand && a != "copy" && a != "open":
	case m.page == nil:
		if byHand && m.plan.focus == actorsPane {
			return "choose a statement, a signal or an event: what the hand does it does to those"
		}
	case m.page.kind == storyPage, m.choosesRow(), m.page.kind == mutedPage && (a == "check" || a == "mute"):
	case !m.page.kind.ofRow():
		return "no row is chosen on this page; " + m.keys.hint("back") + " closes it"
	}
	return ""
}

// openEvidence shows the evidence of the row under the cursor.
func (m *Model) openEvidence() tea.Cmd {
	switch ref := m.subject(); ref.Kind {
	case model.KindNone:
		return m.tell("nothing to open here", false)
	case model.KindConflict:
		m.openConflict(ref)
	default:
		m.togglePage(evidencePage)
	}
	return nil
}

// pageMargin is how many cells stand before the lines of a page.
const pageMargin = 2

// took notes that the lines from one on are those of a row.
func (p *page) took(row, from int, d *doc) {
	p.spots = append(p.spots, spot{row, rect{0, from, d.w, len(d.lines) - from}})
}

// drawPage draws the open page: its heading and what its scroll lets see.
func (m *Model) drawPage(r rect) []string {
	p := m.page
	key := pageSight{sight: m.sight(pagePane, r), kind: p.kind}
	if p.kind.ofRow() {
		key.ref = m.subject()
	}
	if p.kind == feedsPage {
		key.health, key.minute = m.healthNo, m.now.Unix()/60
	}
	if p.kind == mutedPage || p.kind == storyPage {
		key.ref, key.n = p.story, p.cur
	}
	if m.choosesRow() {
		key.ref, key.n = m.subject(), p.cur
	}
	key.focused = false // the heading is drawn apart
	text := p.cache.get(key, func() []string {
		d := &doc{t: m.theme, w: r.w - pageMargin - 1}
		p.spots = p.spots[:0]
		m.write(d, p.kind, key.ref)
		return d.lines
	})
	room := r.h - 1
	if p.moved {
		p.reveal(room)
	}
	p.scroll = max(0, min(p.scroll, len(text)-room))
	s := key.sight
	s.focused = m.isFocused(pagePane)
	right := m.keys.hint("back") + " closes"
	if len(text) > room {
		right = itoa(min(100, (p.scroll+room)*100/len(text))) + "%  " + right
	}
	lines := []string{m.heading(s, pagePane, pageNames[p.kind], right)}
	for _, t := range text[p.scroll:min(len(text), p.scroll+room)] {
		lines = append(lines, spaces(pageMargin)+t+" ")
	}
	return fill(lines, r.w, r.h)
}

// reveal scrolls so far that the row under the cursor is seen, and what stands above the
// first one with it.
func (p *page) reveal(room int) {
	p.moved = false
	switch {
	case p.cur == 0:
		p.scroll = 0
	case p.line >= p.scroll+room:
		p.scroll = p.line + 1 - room
	default:
		p.scroll = min(p.scroll, max(0, p.line-max(1, p.tall)))
	}
}

// write fills a page.
func (m *Model) write(d *doc, kind pageKind, ref model.Ref) {
	switch kind {
	case evidencePage:
		m.writeEvidence(d, ref)
	case versionsPage:
		m.writeVersions(d, ref)
	case conflictsPage:
		m.writeConflicts(d)
	case changesPage:
		m.writeChanges(d)
	case feedsPage:
		m.writeFeeds(d)
	case alertsPage:
		m.writeAlerts(d)
	case mutedPage:
		m.writeMuted(d)
	case storyPage:
		m.writeStory(d)
	case positionsPage:
		m.writePositions(d)
	case helpPage:
		m.writeHelp(d)
	}
}

// doc collects the lines of a page, each exactly w wide.
type doc struct {
	t     *theme
	w     int
	lines []string
}

// piece is a run of text in one style.
type piece struct {
	st   style
	text string
}

func (d *doc) blank() { d.lines = append(d.lines, spaces(d.w)) }

// para writes wrapped text, indented.
func (d *doc) para(st style, indent int, text string) {
	for _, part := range paragraphs(text, d.w-indent) {
		d.lines = append(d.lines, newLine(d.w).put("", spaces(indent)).put(st, part).done())
	}
}

// row writes pieces into one line.
func (d *doc) row(pieces ...piece) {
	l := newLine(d.w)
	for _, p := range pieces {
		l.put(p.st, safe(p.text))
	}
	d.lines = append(d.lines, l.done())
}

// section heads a part of the page.
func (d *doc) section(name string) {
	d.blank()
	d.row(piece{d.t.focus, name})
}

// flow writes pieces as running text that wraps between words.
func (d *doc) flow(indent int, pieces []piece) { d.named("", indent, pieces) }

// named is flow with a name before the first line, in the room of its indent.
func (d *doc) named(name string, indent int, pieces []piece) {
	l := newLine(d.w)
	l.put(d.t.dim, name).gap(indent)
	turn := func() {
		d.lines = append(d.lines, l.done())
		l = newLine(d.w)
		l.put("", spaces(indent))
	}
	start := true
	var word []piece // a word may change its style: a mark ends within it
	place := func() {
		n := 0
		for _, p := range word {
			n += width(p.text)
		}
		if n > l.room() && !start {
			turn()
		}
		for _, p := range word {
			for _, part := range wrap(p.text, max(1, d.w-indent), 0) {
				if width(part) > l.room() {
					turn()
				}
				l.put(p.st, part)
			}
			start = false
		}
		word = word[:0]
	}
	for _, p := range pieces {
		for _, text := range words(safe(p.text)) {
			if text[0] != ' ' {
				word = append(word, piece{p.st, text})
				continue
			}
			place()
			if !start && l.room() > 0 {
				l.put(p.st, spaces(min(len(text), l.room())))
			}
		}
	}
	place()
	d.lines = append(d.lines, l.done())
}

// words splits a safe text into words and runs of blanks.
func words(s string) []string {
	var out []string
	for s != "" {
		n := strings.IndexByte(s, ' ')
		switch {
		case n < 0:
			n = len(s)
		case n == 0:
			for n < len(s) && s[n] == ' ' {
				n++
			}
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}
