package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// note is a hand-over in a machine's words; Markdown is made of it.
type note struct {
	Summit      string         `json:"summit"`
	AsOf        time.Time      `json:"as_of"`
	Local       string         `json:"as_of_local"`
	Clock       string         `json:"clock"` // seen, published
	Since       time.Time      `json:"since,omitzero"`
	Filter      string         `json:"filter,omitempty"` // only what it matches is in the note
	Confirmed   []noteFact     `json:"confirmed"`
	Unconfirmed []noteFact     `json:"unconfirmed"`
	Noted       []noteFact     `json:"noted"` // by hand since, and neither of those
	Conflicts   []noteConflict `json:"conflicts"`
	Changed     []noteChange   `json:"changed_or_corrected"`
	Turns       []noteTurn     `json:"positions_turned"`
	Ladder      []noteLadder   `json:"sanction_ladder"`
	Next        []notePhase    `json:"next_due"`
	Actors      []noteActor    `json:"actors"`

	zone   *time.Location
	only   Filter
	kinds  []Kind
	passes func(report Ref) bool // whether the row of a report does by that filter; nil for all
}

type noteFact struct {
	Kind      string       `json:"kind"`
	Actor     string       `json:"actor,omitempty"`
	Type      string       `json:"type,omitempty"`
	Text      string       `json:"text"`
	Quoted    bool         `json:"quoted,omitempty"` // the text is the speaker's own words
	At        time.Time    `json:"at"`               // of an event: when it takes place
	Certainty Certainty    `json:"certainty"`
	Sources   []noteSource `json:"sources"`
	// Published is when the first report came out, where that was before the last
	// hand-over: what is new here may be old news.
	Published time.Time `json:"published,omitzero"`

	// Verb is the word of the report without which the text says nothing: "played down".
	Verb string `json:"verb,omitempty"`

	Hand []noteMark `json:"by_hand,omitempty"`

	told time.Time // by the board's clock
	day  bool      // At is a date
	ref  Ref       // of its row
}

type noteSource struct {
	Feed      string    `json:"feed"`
	Title     string    `json:"title"`
	Link      string    `json:"link,omitempty"`
	Published time.Time `json:"published,omitzero"`
}

type noteConflict struct {
	Kind     string     `json:"kind"`
	Topic    string     `json:"topic"`
	Since    time.Time  `json:"since"`
	Resolved time.Time  `json:"resolved,omitzero"`
	Sides    []noteSide `json:"sides"`
}

type noteSide struct {
	Says      string       `json:"says"`
	TakenBack time.Time    `json:"taken_back,omitzero"` // when its last report fell
	Sources   []noteSource `json:"sources"`
}

type noteChange struct {
	Feed string    `json:"feed"`
	What string    `json:"what"` // edited, corrected, withdrawn, kill
	Was  string    `json:"was,omitempty"`
	Now  string    `json:"now"`
	Link string    `json:"link,omitempty"`
	At   time.Time `json:"at"`

	Hand []noteMark `json:"by_hand,omitempty"`
}

// noteTurn is a turn of an actor's position, with the statements before and after.
type noteTurn struct {
	Actor  string    `json:"actor"`
	Topic  string    `json:"topic"`
	Turn   string    `json:"turn"`
	At     time.Time `json:"at"`
	Before noteFact  `json:"before"`
	After  noteFact  `json:"after"`
}

type noteLadder struct {
	Target   string    `json:"target"`
	Senders  []string  `json:"senders"` // of any signal
	Rung     string    `json:"rung,omitempty"`
	RungBy   []string  `json:"rung_by,omitempty"`
	Disputed bool      `json:"disputed,omitempty"` // whether it is there at all
	Relief   string    `json:"relief,omitempty"`
	ReliefBy []string  `json:"relief_by,omitempty"`
	Next     time.Time `json:"next,omitzero"`
	NextWhy  string    `json:"next_why,omitempty"`
	// Background is an act of earlier years, where nothing of these days stands:
	// "imposed warrant (2023)".
	Background string `json:"background,omitempty"`
}

type notePhase struct {
	Title  string    `json:"title"`
	Status string    `json:"status"`
	Start  time.Time `json:"start,omitzero"`
	Place  string    `json:"place,omitempty"`

	day bool // Start is a date
}

type noteActor struct {
	ID      string       `json:"id"`
	Name    string       `json:"name"`
	Said    int          `json:"statements"`
	Text    string       `json:"text"`
	Quoted  bool         `json:"quoted"`
	At      time.Time    `json:"at"`
	Sources []noteSource `json:"sources"`
}

// Sizes of a note that a person reads.
const (
	maxNoteFacts  = 40
	maxNoteLooked = 1000 // rows of a kind, the newest first, among which they are sought
	maxNoteActors = 25
	maxNoteClash  = 100
)

func newNote(b *Board, opts BriefOptions) *note {
	s := b.Summit()
	n := &note{Summit: s.Name, AsOf: b.At, Clock: "seen", Since: opts.Since, Filter: printable(opts.Asked), only: opts.Filter, kinds: opts.Kinds, zone: b.local(b.At).Location(),
		Confirmed: []noteFact{}, Unconfirmed: []noteFact{}, Noted: []noteFact{}, Conflicts: []noteConflict{}, Changed: []noteChange{}, Turns: []noteTurn{},
		Ladder: []noteLadder{}, Next: []notePhase{}, Actors: []noteActor{}}
	if b.Clock == ByPublished {
		n.Clock = "published"
	}
	if !b.unfiltered(n.only) {
		n.passes = b.passing(n.only)
	}
	n.Local = b.local(b.At).Format("Mon 2 Jan 2006 15:04 MST")
	set := b.changed(n.Since)
	if n.passes != nil {
		set = b.through(set, n.only, nil, n.passes)
	}
	n.facts(b, set.Lifted)
	n.conflicts(b)
	n.changes(b, set)
	n.noted(b, append(slices.Clone(set.Corrected), set.Changed...))
	for _, l := range b.Ladders(n.only) {
		if l.Target.ID == "" || !n.wants(KindSignal) {
			continue // on nobody's ladder
		}
		s := b.Standing(&l)
		rungBy, reliefBy := b.By(&l, &s)
		n.Ladder = append(n.Ladder, noteLadder{b.name(l.Target.ID), b.names(b.Senders(&l)), s.Rung, b.names(rungBy), b.rungDisputed(&l, s.Rung), s.Relief, b.names(reliefBy), s.Next, s.NextWhy, b.background(&l, &s)})
	}
	for _, p := range b.Phases() {
		if p.Status == PhasePlanned || p.Status == PhaseUnderWay || p.Status == PhaseOverdue {
			n.Next = append(n.Next, notePhase{p.Phase.Title, string(p.Status), p.Phase.Start.UTC(), p.Phase.Place, false})
		}
	}
	n.ahead(b)
	n.actors(b)
	n.turns(b)
	return n
}

// wants says whether facts of a kind belong into the note.
func (n *note) wants(k Kind) bool { return ofKinds(n.kinds, k) }

func (b *Board) name(id string) string {
	if name := b.r.c.Directory.Name(id); name != id {
		return name
	}
	return spelledOut(id)
}

func (b *Board) names(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = b.name(id)
	}
	return out
}

// turns lists how the positions of the note's actors turned since the last hand-over,
// oldest first.
func (n *note) turns(b *Board) {
	for _, a := range n.Actors {
		for _, p := range b.Positions(a.ID, "") {
			if p.Turn == "" || !p.At.After(n.Since) || n.passes != nil && !n.passes(p.Ref) {
				continue
			}
			was, ok := b.Statement(p.Was)
			is, also := b.Statement(p.Ref)
			if ok && also && !was.Struck && !is.Struck {
				n.Turns = append(n.Turns, noteTurn{a.Name, p.Topic, p.Turn, p.At, b.statementFact(was), b.statementFact(is)})
			}
		}
	}
	slices.SortStableFunc(n.Turns, func(x, y noteTurn) int { return x.At.Compare(y.At) })
}

// conflicts lists those of which a side passes the note's filter.
func (n *note) conflicts(b *Board) {
	var keep func(*Conflict) bool
	if n.passes != nil {
		keep = func(c *Conflict) bool { return c.passes(n.passes) }
	}
	for _, c := range b.conflicts(maxNoteClash, true, keep) {
		n.conflict(b, c)
	}
}

func (n *note) conflict(b *Board, c Conflict) {
	if !c.Resolved.IsZero() && !c.Resolved.After(n.Since) {
		return
	}
	out := noteConflict{Kind: c.Kind, Topic: c.Topic, Since: c.Since, Resolved: c.Resolved}
	for _, s := range c.Sides {
		out.Sides = append(out.Sides, noteSide{s.Says, s.takenBack(), b.allSources(s.Evidence)})
	}
	n.Conflicts = append(n.Conflicts, out)
}

func (n *note) changes(b *Board, set ChangeSet) {
	for _, ref := range append(slices.Clone(set.Corrected), set.Changed...) {
		row, ok := b.Item(ref)
		if !ok {
			continue
		}
		c := noteChange{Feed: row.Feed.Name, What: "edited", Now: row.Version.Title, Link: row.Version.Link, At: row.Version.Seen, Hand: handedOver(b.Marks(ref))}
		if row.Version.Op != OpNone && row.Version.Op != OpUpdate {
			c.What = string(row.Version.Op)
		}
		if h := b.History(ref); len(h) > 1 {
			c.Was = h[len(h)-2].Title
			if c.Was == c.Now {
				c.What += " (text)"
				c.Was = ""
			}
		} else if was, ok := b.takesBack(ref); ok {
			if old, _ := b.Item(was); old.Version.Title != row.Version.OpTitle {
				c.Was = old.Version.Title
			}
		}
		n.Changed = append(n.Changed, c)
	}
	edited := func(c noteChange) bool { return strings.HasPrefix(c.What, "edited") }
	slices.SortStableFunc(n.Changed, func(x, y noteChange) int {
		return cmp.Or(compareBool(edited(x), edited(y)), y.At.Compare(x.At))
	})
}

// actors lists the latest words of the most active, whom the directory knows first:
// of strangers there is no end.
func (n *note) actors(b *Board) {
	all := b.Actors(n.only)
	known := func(a ActorRow) bool { _, ok := b.r.c.Directory.Find(a.Actor.ID); return ok }
	slices.SortStableFunc(all, func(x, y ActorRow) int { return -compareBool(known(x), known(y)) })
	for _, a := range all {
		if len(n.Actors) == maxNoteActors {
			break
		}
		if a.Last.Kind == KindNone || !named(a.Actor.ID) {
			continue
		}
		row, ok := b.latestQuote(a, n.only)
		if !ok {
			continue
		}
		name := a.Actor.Name
		if row.Speaker.ID == a.Actor.ID {
			name = row.Speaker.Name // as reports write it, of a stranger
		}
		text, sentence := row.Told()
		n.Actors = append(n.Actors, noteActor{a.Actor.ID, name, a.Statements, text, !sentence && row.Statement.Mode == Direct, row.At, b.sourcesOf(row.Evidence)})
	}
}

// quoteReach is how much older than an actor's latest statement a quotation may be
// that the note gives instead of it.
const quoteReach = 3 * time.Hour

// latestQuote is an actor's latest statement that stands and passes a filter, or one
// in quotation marks from shortly before it. A fragment is taken only where nothing
// else was said on the day before it. What was old news when the desk saw it counts as of
// when it came out.
func (b *Board) latestQuote(a ActorRow, f Filter) (StatementRow, bool) {
	if f.Actor == "" {
		f.Actor = a.Actor.ID
	}
	var rows []StatementRow
	refs := b.Statements(f)
	for _, ref := range refs[:min(20, len(refs))] {
		if r, ok := b.Statement(ref); ok && !r.Struck && r.Speaker.ID == a.Actor.ID {
			r.At = r.toldAt()
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, func(x, y StatementRow) int { return y.At.Compare(x.At) })
	var latest StatementRow
	for _, r := range rows {
		reach := quoteReach
		if latest.Statement.Fragment() {
			reach = fragmentAge * time.Millisecond
		}
		fragment := r.Statement.Fragment()
		if latest.Ref.Kind != KindNone && latest.At.Sub(r.At) > reach {
			break
		}
		if latest.Ref.Kind == KindNone || latest.Statement.Fragment() && !fragment {
			latest = r
		}
		if r.Statement.Mode != Indirect && !fragment {
			return r, true
		}
	}
	if latest.Ref.Kind != KindNone {
		return latest, true
	}
	return b.Statement(a.Last)
}
