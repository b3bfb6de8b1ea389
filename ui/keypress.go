package ui

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"parley/model"
)

// key gives a key to what is open, else to the action it is bound to. Home and End
// move within a page that has the keys, as they do everywhere else, and not in time.
// The key that quits closes an open page first, if that can be seen; ctrl+c ends the program from anywhere.
func (m *Model) key(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case msg.String() == "ctrl+c" && m.keys.byKey["ctrl+c"] == "quit":
		return m.quit()
	case m.palette != nil:
		return m.paletteKey(msg)
	case m.prompt != nil:
		return m.promptKey(msg)
	}
	if m.notice.text != "" {
		m.notice.text = ""
	}
	a, ok := m.keys.byKey[msg.String()]
	switch {
	case !ok && msg.Text != "":
		return m.tell(keyLabel(msg.String())+" does nothing; "+m.keys.hint("help")+" shows the keys", false)
	case !ok:
		return nil
	}
	if m.page != nil && m.isFocused(pagePane) {
		switch k := msg.String(); {
		case k == "home" && a == "first-event":
			m.page.scroll = 0
			return nil
		case k == "end" && a == "last-event":
			m.page.scroll = 1 << 30 // drawing brings it back to the last line
			return nil
		}
	}
	if a == "quit" && m.page != nil && m.fits() {
		m.closePage()
		return nil
	}
	return m.do(a)
}

// ofTheDesk are the actions that need panes with a cursor to be seen.
var ofTheDesk = map[action]bool{
	"up": true, "down": true, "top": true, "bottom": true, "page-up": true, "page-down": true, "half-up": true, "half-down": true, "next-unseen": true,
	"next-pane": true, "previous-pane": true, "actors": true, "statements": true, "signals": true, "timeline": true, "zoom": true, "hide": true, "grow": true, "shrink": true,
	"evidence": true, "versions": true, "story": true, "positions": true, "copy": true, "open": true, "follow": true, "ladder": true, "scale": true,
	"check": true, "mute": true, "fix-speaker": true, "fix-type": true, "split": true, "join": true, "note": true,
}

// do carries out an action.
func (m *Model) do(a action) tea.Cmd {
	if m.inHall() && ofTheDesk[a] {
		return m.tell("the presentation has no panes and no cursor; "+m.keys.hint("present")+" returns to the desk", false)
	}
	if cmd, ok := m.travel(a); ok || m.scrollBy(a) {
		return cmd
	}
	if away := m.hiddenPanes(); m.arrange(a) {
		if m.hiddenPanes() != away {
			return m.save("hidden", m.hiddenPanes())
		}
		return nil
	}
	if why := m.unchosen(a); why != "" {
		return m.tell(why, false)
	}
	switch a {
	case "grow", "shrink":
		m.resize(map[action]int{"grow": 2, "shrink": -2}[a])
		return m.save("panes", m.paneSizes())
	case "present":
		m.plan.present, m.page = !m.plan.present, nil
	case "hide":
		return m.hide()
	case "muted":
		return m.openMuted()
	case "evidence":
		if m.page != nil && m.page.kind == mutedPage {
			return m.unmute()
		}
		return m.openEvidence()
	case "versions", "conflicts", "changes", "feeds", "alerts", "help":
		m.togglePage(pageKind(a))
	case "story":
		return m.openStory()
	case "positions":
		return m.openPositions()
	case "back":
		m.back()
	case "palette":
		m.openPalette()
	case "filter":
		m.openSearch()
	case "follow":
		return m.toggleFollow()
	case "certainty":
		m.sure = (m.sure + 1) % len(certaintyFilters)
		m.narrowed()
	case "ladder":
		m.signals.mode = (m.signals.mode + 1) % signalModes
		m.signals.stale = true
		m.gen++
		if _, seen := m.lay.find(signalsPane); !seen {
			return m.tell("signals: "+signalModeNames[m.signals.mode], false)
		}
	case "clear":
		if !m.clearFilters() {
			return m.tell("no filter is set", false)
		}
	case "copy":
		return m.copyFact()
	case "open":
		return m.openLink()
	case "check", "mute":
		if m.page != nil && m.page.kind == mutedPage {
			return m.unmute()
		}
		return m.mark(a)
	case "split", "join":
		switch story := m.page != nil && m.page.kind == storyPage; {
		case story && a == "split":
			return m.splitStory()
		case story:
			return m.joinStory()
		case a == "split":
			return m.split()
		}
		return m.join()
	case "undo":
		return m.takeBack()
	case "fix-speaker", "fix-type", "note":
		return m.fix(a)
	case "brief":
		return m.brief()
	case "next-unseen":
		return m.nextUnseen()
	case "all-seen":
		return m.allSeen()
	case "freeze":
		return m.freeze()
	case "zone":
		return m.nextZone()
	case "basis":
		return m.toggleBasis()
	case "theme":
		return m.nextTheme()
	case "pause", "faster", "slower":
		return m.play(a)
	case "redraw":
		return tea.ClearScreen
	case "suspend":
		if !m.opts.NoSuspend {
			return tea.Suspend
		}
	case "quit":
		return m.quit()
	}
	return nil
}

// back undoes one step of going in: what is open, what was taken up to be joined, the past,
// then the filters.
func (m *Model) back() {
	switch {
	case m.page != nil:
		m.closePage()
	case m.joining.Kind != model.KindNone:
		m.joining = model.Ref{}
	case m.plan.zoomed:
		m.plan.zoomed = false
	case !m.at.IsZero():
		m.goLive()
	case m.frozen:
		m.freeze()
	default:
		m.clearFilters()
	}
}

// clearFilters drops them; false where there are none.
func (m *Model) clearFilters() bool {
	if m.follow == "" && m.sure == 0 && m.query == "" {
		return false
	}
	m.follow, m.sure = "", 0
	m.dropQuery()
	m.narrowed()
	return true
}

// toggleFollow narrows all panes to the actor under the cursor, or widens them.
func (m *Model) toggleFollow() tea.Cmd {
	id := m.actorUnderCursor()
	switch {
	case id == "" && m.follow == "":
		return m.tell("nobody to follow here: choose an actor, a statement or a signal first", false)
	case id == "" || id == m.follow:
		m.follow = ""
	default:
		m.follow = id
	}
	stale := m.actors.stale
	m.narrowed()
	m.actors.stale = stale // everyone stays in the list while one of them is followed
	if m.twoActors() && !m.wide {
		m.wide = true
		return m.search(m.query)
	}
	return nil
}

func (m *Model) toggleBasis() tea.Cmd {
	said := "as of what this desk had seen"
	if m.clock = 1 - m.clock; m.clock == model.ByPublished {
		said = "as of what was published, seen by this desk or not"
	}
	m.stopsOK = false
	m.refresh()
	return m.tell(said, false)
}

func (m *Model) nextTheme() tea.Cmd {
	order := []ThemeName{ThemeDark, ThemeLight, ThemeContrast, ThemeBlind}
	next := order[0]
	for i, name := range order {
		if name == m.theme.name {
			next = order[(i+1)%len(order)]
		}
	}
	m.opts.Theme = next
	m.retheme()
	return tea.Batch(m.tell("theme: "+string(next), false), m.save("theme", string(next)))
}

// nextZone goes to the next clock that shows another time or name than those before
// it: a press always shows.
func (m *Model) nextZone() tea.Cmd {
	at := m.moment()
	same := func(a, b zone) bool {
		return abbrev(at, a.loc) == abbrev(at, b.loc) && hm(at, a.loc) == hm(at, b.loc)
	}
	for n := range len(m.zones) {
		i := (m.zoneAt + 1 + n) % len(m.zones)
		first := slices.IndexFunc(m.zones, func(z zone) bool { return same(z, m.zones[i]) })
		if first == i && !same(m.zones[i], m.zones[m.zoneAt]) {
			m.zoneAt = i
			break
		}
	}
	z := m.zones[m.zoneAt]
	return tea.Batch(m.tell("clock: "+z.name+", "+abbrev(at, z.loc), false), m.save("zone", z.name))
}

// play controls a replay.
func (m *Model) play(a action) tea.Cmd {
	if m.player == nil {
		if a == "pause" {
			m.scrollBy("page-down")
			return nil
		}
		return m.tell("this is live: only a replay has a speed", false)
	}
	if m.player.Ended() {
		return m.tell("the recording has ended: "+m.keys.hint("step-back")+" steps back in it, "+m.keys.hint("first-event")+" goes to its start", false)
	}
	switch a {
	case "pause":
		m.player.Pause(!m.player.Paused())
	case "faster":
		m.player.SetSpeed(m.player.Speed() * 2)
	case "slower":
		m.player.SetSpeed(m.player.Speed() / 2)
	}
	if a != "pause" && m.player.Paused() {
		return m.tell("speed "+m.speed()+"; "+m.keys.hint("pause")+" plays", false)
	}
	if a == "pause" && !m.player.Paused() {
		m.goLive()
	}
	return m.tick()
}

// freeze lets arrivals wait, or in again. As of a past moment they wait anyway.
func (m *Model) freeze() tea.Cmd {
	if !m.at.IsZero() && !m.frozen {
		return m.tell("a past moment stands still; "+m.keys.hint("live")+" returns to live, where "+m.keys.hint("freeze")+" freezes", false)
	}
	m.frozen = !m.frozen
	m.stood, m.waiting = m.now, 0
	if !m.frozen {
		m.refresh()
		m.count()
	}
	return nil
}

// quit stores that the reader has seen what was on the screen, and ends.
func (m *Model) quit() tea.Cmd {
	m.quitting = true
	if m.still {
		return nil
	}
	return tea.Sequence(m.looked(later(m.look, m.saw)), tea.Quit)
}

func (m *Model) looked(at time.Time) tea.Cmd {
	desk := m.desk
	return m.within(2*time.Second, func(ctx context.Context) tea.Msg {
		return didMsg{err: desk.Looked(ctx, at)}
	})
}

func (m *Model) save(key, value string) tea.Cmd {
	desk := m.desk
	return m.within(2*time.Second, func(ctx context.Context) tea.Msg {
		return didMsg{err: desk.SaveSetting(ctx, key, value)}
	})
}
