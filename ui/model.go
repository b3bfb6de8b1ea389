package ui

import (
	"cmp"
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"parley/model"
)

// Model is the one tea.Model. All state lives here and changes in Update only.
type Model struct {
	desk Desk
	opts Options
	ctx  context.Context
	// still is set by Snapshot: no clock ticks and nothing waits.
	still bool
	pace  *pace // of the renderer; nil without one

	keys    *KeyMap
	theme   *theme
	dark    bool // what the terminal's background is
	profile colorprofile.Profile
	zones   []zone
	zoneAt  int // in zones
	w, h    int
	lay     layout
	plan    plan
	summit  model.Summit
	player  Player
	ticking int // number of the tick chain that counts

	// What is shown: a board, and which moment it is of.
	board   *model.Board
	rows    rows
	filled  bool      // something has arrived on this record
	gen     int       // counts boards, so that panes know when to draw again
	at      time.Time // the cursor of the timeline; zero is live
	now     time.Time // the desk's clock at the last update
	clock   model.Clock
	stops   []model.Moment // where the cursor can stop, oldest first
	stop    int            // the stop it stands on, -1 for none
	stopsOK bool
	frozen  bool
	stood   time.Time // when it froze
	waiting int       // wakes while frozen
	opening string    // how far the record is loaded, while it is
	grown   int64     // changes of the record that were taken in
	breath  time.Duration

	// What of it is shown.
	follow    string // actor id
	query     string
	searches  []string              // the queries of this session, the latest last
	strangers string                // of the query: whom nobody knows
	asked     model.Filter          // as much of the query as a filter can say
	kinds     []model.Kind          // that it names; empty for all
	wide      bool                  // the rest of it is for the desk's search
	hits      map[model.ItemID]bool // the answer to that
	sure      int                   // in certaintyFilters
	current   model.Filter

	actors     actorsView
	statements statementsView
	signals    signalsView
	timeline   timelineView

	spelled   spellings
	watch     cache[watchSight]
	preview   model.Ref // what the evidence beside the panes is of
	resting   model.Ref // the row that the cursor came to
	previewed cache[pageSight]

	health   []FeedHealth
	healthNo int          // how often it was taken
	outage   model.Outage // as far as health tells
	returned time.Time    // when a server answered again after the last one
	look     time.Time    // what came later is new
	hand     time.Time    // of the last key or click: the reader was there
	never    bool         // no look is on record
	saw      time.Time    // when the live record was last on the screen: nothing later was seen
	fresh    model.ChangeSet
	freshNo  int                // how often it was taken
	novice   bool               // the reader looks for the first time ever: what stands there is not new
	shown    int                // items on the board, while he is
	first    bool               // nobody looked before, and the feeds are being asked for the first time
	visited  map[model.Ref]bool // new things the reader has stepped to
	joining  model.Ref          // the statement that was taken up to be joined
	page     *page
	prompt   *prompt
	palette  *palette
	notice   notice
	alerts   alertLog
	quitting bool
}

// New makes the screen of a desk. Faults in Options.Keys are shown on the screen;
// check them beforehand with NewKeyMap.
func New(desk Desk, opts Options) *Model {
	m := &Model{desk: desk, opts: opts, ctx: context.Background(), dark: true, profile: opts.Profile, summit: desk.Summit(), player: desk.Player(), clock: opts.Clock, at: opts.At, stop: -1, visited: map[model.Ref]bool{}}
	m.plan.focus = statementsPane
	m.plan.present = opts.Present
	m.zones = zonesFor(m.summit.Timezone, cmp.Or(opts.Local, time.Local), opts.Zones)
	var err error
	if m.keys, err = NewKeyMap(opts.Keys); err != nil {
		m.say(err.Error(), true)
	}
	m.restore(opts.Settings)
	m.retheme()
	m.now = desk.Now()
	m.hand = m.now
	if m.look = desk.LastLook(); m.look.IsZero() {
		m.look, m.never = m.now, true
	}
	m.saw = m.look
	m.takeHealth()
	m.opened()
	m.refresh()
	m.count()
	if desk.LastLook().IsZero() && !m.replay() {
		m.novice = m.desk.Board(time.Time{}, m.clock).Counts().Items > 0
		m.first, m.shown = !m.novice, m.board.Counts().Items
	}
	return m
}

// firstRound takes what the first round of an empty record brings for what stood there
// at the first look: where all is new, nothing is. After an outage it is still the first.
func (m *Model) firstRound() {
	if !m.first {
		return
	}
	m.look, m.novice, m.shown = m.now, m.desk.Board(time.Time{}, m.clock).Counts().Items > 0, m.board.Counts().Items
	m.first = !m.novice || slices.ContainsFunc(m.health, func(h FeedHealth) bool { return h.Asking || !h.Asked() || m.leftOver(h) })
}

// takeHealth asks the desk how each feed does.
func (m *Model) takeHealth() {
	m.health = m.desk.Health()
	m.healthNo++
	var tries []model.Try
	for _, h := range m.health {
		if h.Asked() {
			tries = append(tries, h.Try())
		}
	}
	was := m.outage.Down
	if m.outage = model.OutageOf(tries); was && !m.outage.Down {
		for _, h := range m.health {
			m.returned = later(m.returned, h.State.LastSuccess)
		}
	}
}

// fails reports whether a feed fails for a reason of its own, as far as is known: not
// one that was asked last while the network was down, and waits to be asked again.
func (m *Model) fails(h FeedHealth) bool { return h.Failing() && !m.leftOver(h) }

func (m *Model) leftOver(h FeedHealth) bool {
	return h.Failing() && h.State.LastStatus == 0 && h.State.LastTry.Before(m.returned)
}

// Init asks the terminal what it is and waits for the first wake.
func (m *Model) Init() tea.Cmd {
	if m.still {
		return nil
	}
	return tea.Batch(tea.RequestBackgroundColor, m.wait(), m.tick(), m.startFilter())
}

// startFilter narrows the panes to what the reader wants to see from the start.
func (m *Model) startFilter() tea.Cmd {
	if m.opts.Filter == "" {
		return nil
	}
	return m.ask(m.opts.Filter)
}

// loc is the zone that times are shown in.
func (m *Model) loc() *time.Location { return m.zones[m.zoneAt].loc }

// moment is what the screen is as of: the cursor, or now.
func (m *Model) moment() time.Time {
	switch {
	case !m.at.IsZero():
		return m.at
	case m.frozen:
		return m.stood
	}
	return m.now
}

// replay reports whether what is shown is a recording.
func (m *Model) replay() bool { return m.player != nil || m.opts.Replay }

// retheme makes the styles again after the theme or the terminal changed.
func (m *Model) retheme() {
	name := m.opts.Theme
	if name == "" || name == ThemeAuto {
		name = ThemeDark
		if !m.dark {
			name = ThemeLight
		}
	}
	m.theme = newTheme(name, m.profile)
	m.theme.seat(m.opts.Sides)
}

// refresh makes the board of the moment.
func (m *Model) refresh() {
	at := m.at
	switch {
	case at.IsZero() && m.frozen:
		at = m.stood
	case at.IsZero():
		m.saw = m.now
	}
	m.board = m.desk.Board(at, m.clock)
	if m.novice {
		m.shown = m.board.Counts().Items
	}
	m.rows.forget()
	m.narrow()
}

// narrow applies the filters again: panes fill when they are next drawn.
func (m *Model) narrow() {
	m.current = m.asked
	m.current.Items = m.hits
	if m.follow != "" {
		m.current.Actor = m.follow
	}
	if m.sure > 0 {
		m.current.Certainty = bothSure(m.asked.Certainty, certaintyFilters[m.sure].levels)
	}
	m.gen++
	m.actors.stale, m.statements.stale, m.signals.stale = true, true, true
}

// bothSure are the levels that a query and `x` both leave; nothing has the one that stands
// for none of them.
func bothSure(asked, chosen []model.CertaintyLevel) []model.CertaintyLevel {
	if len(asked) == 0 {
		return chosen
	}
	both := []model.CertaintyLevel{"none"}
	for _, level := range chosen {
		if slices.Contains(asked, level) {
			both = append(both, level)
		}
	}
	return both
}

// wants reports whether the query leaves facts of a kind.
func (m *Model) wants(kind model.Kind) bool {
	return len(m.kinds) == 0 || slices.Contains(m.kinds, kind)
}

// filterFor is the filter for facts of a kind: none of them pass where the query names
// other kinds.
func (m *Model) filterFor(kind model.Kind) model.Filter {
	f := m.current
	if !m.wants(kind) {
		f.Items = map[model.ItemID]bool{}
	}
	return f
}

// count takes in what is new since the last look, always of the live record.
func (m *Model) count() {
	live := m.board
	if !m.at.IsZero() || m.frozen {
		live = m.desk.Board(time.Time{}, m.clock)
	}
	m.fresh = m.changesOn(live)
	m.freshNo++
}

// changesOn is what changed on a board since the last look, but for corrections that
// were acknowledged.
func (m *Model) changesOn(b *model.Board) model.ChangeSet {
	out := b.Changed(m.look)
	out.Corrected = slices.DeleteFunc(out.Corrected, func(item model.Ref) bool {
		return slices.ContainsFunc(b.Marks(item), func(k model.Mark) bool { return k.Verb == "ack" && !k.Undone })
	})
	return out
}

// relayout computes where everything stands.
func (m *Model) relayout() {
	m.plan.page = m.page != nil
	m.plan.broad = m.page != nil && !m.page.kind.ofRow()
	m.plan.covers = m.page != nil && m.page.kind == helpPage
	m.lay = lay(m.w, m.h, m.plan)
}

// unseen reports whether a fact came after the last look and was not visited.
func (m *Model) unseen(seen time.Time, ref model.Ref) bool {
	return seen.After(m.look) && !m.visited[ref]
}

// certaintyFilters are what `x` goes through.
var certaintyFilters = []struct {
	name   string
	levels []model.CertaintyLevel
}{
	{"", nil},
	{"corroborated or official", []model.CertaintyLevel{model.Corroborated, model.OfficialWord}},
	{"official only", []model.CertaintyLevel{model.OfficialWord}},
	{"single source only", []model.CertaintyLevel{model.Single}},
	{"disputed, corrected, withdrawn", []model.CertaintyLevel{model.Disputed, model.Corrected, model.Withdrawn}},
}

// notice is a line for the reader that goes away by itself or with the next key.
type notice struct {
	text string
	bad  bool
	n    int
}

func (m *Model) say(text string, bad bool) {
	m.notice = notice{safe(text), bad, m.notice.n + 1}
}
