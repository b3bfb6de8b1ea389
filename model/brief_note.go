package model

import (
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
	Confirmed   []noteFact     `json:"confirmed"`
	Unconfirmed []noteFact     `json:"unconfirmed"`
	Conflicts   []noteConflict `json:"conflicts"`
	Changed     []noteChange   `json:"changed_or_corrected"`
	Turns       []noteTurn     `json:"positions_turned"`
	Ladder      []noteLadder   `json:"sanction_ladder"`
	Next        []notePhase    `json:"next_due"`
	Actors      []noteActor    `json:"actors"`

	zone *time.Location
}

type noteFact struct {
	Kind      string       `json:"kind"`
	Actor     string       `json:"actor,omitempty"`
	Type      string       `json:"type,omitempty"`
	Text      string       `json:"text"`
	Quoted    bool         `json:"quoted,omitempty"` // the text is the speaker's own words
	At        time.Time    `json:"at"`
	Certainty Certainty    `json:"certainty"`
	Sources   []noteSource `json:"sources"`
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
	Target  string    `json:"target"`
	Senders []string  `json:"senders"`
	Rung    string    `json:"rung,omitempty"`
	Relief  string    `json:"relief,omitempty"`
	Next    time.Time `json:"next,omitzero"`
	NextWhy string    `json:"next_why,omitempty"`
}

type notePhase struct {
	Title  string    `json:"title"`
	Status string    `json:"status"`
	Start  time.Time `json:"start,omitzero"`
	Place  string    `json:"place,omitempty"`
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

func newNote(b *Board, since time.Time) *note {
	s := b.Summit()
	n := &note{Summit: s.Name, AsOf: b.At, Clock: "seen", Since: since, zone: b.local(b.At).Location(),
		Confirmed: []noteFact{}, Unconfirmed: []noteFact{}, Conflicts: []noteConflict{}, Changed: []noteChange{}, Turns: []noteTurn{},
		Ladder: []noteLadder{}, Next: []notePhase{}, Actors: []noteActor{}}
	if b.Clock == ByPublished {
		n.Clock = "published"
	}
	n.Local = b.local(b.At).Format("Mon 2 Jan 2006 15:04 MST")
	n.facts(b)
	for _, c := range b.conflicts(maxNoteClash, true) {
		n.conflict(c)
	}
	n.changes(b)
	for _, l := range b.Ladders(Filter{}) {
		if l.Target.ID == "" {
			continue // on nobody's ladder
		}
		s := b.Standing(&l)
		n.Ladder = append(n.Ladder, noteLadder{b.name(l.Target.ID), b.names(s.Senders), s.Rung, s.Relief, s.Next, s.NextWhy})
	}
	for _, p := range b.Phases() {
		if p.Status == PhasePlanned || p.Status == PhaseUnderWay || p.Status == PhaseOverdue {
			n.Next = append(n.Next, notePhase{p.Phase.Title, string(p.Status), p.Phase.Start.UTC(), p.Phase.Place})
		}
	}
	n.actors(b)
	n.turns(b)
	return n
}

func (b *Board) name(id string) string { return b.r.c.Directory.Name(id) }

func (b *Board) names(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = b.name(id)
	}
	return out
}

// facts sorts what is new since the last hand-over by how sure it is.
func (n *note) facts(b *Board) {
	add := func(f noteFact) {
		list := &n.Unconfirmed
		switch f.Certainty.Level {
		case Corroborated, OfficialWord:
			list = &n.Confirmed
		case Corrected, Withdrawn:
			return // stands among the changes
		}
		if len(*list) < maxNoteFacts {
			*list = append(*list, f)
		}
	}
	full := func(looked int) bool {
		return looked == maxNoteLooked || len(n.Confirmed) >= maxNoteFacts && len(n.Unconfirmed) >= maxNoteFacts
	}
	events := b.Events(Filter{})
	for i, ref := range slices.Backward(events) {
		if full(len(events) - 1 - i) {
			break
		}
		if r, ok := b.Event(ref); ok && r.Reported.After(n.Since) {
			add(noteFact{"event", "", r.Event.Kind, r.Title, false, r.Reported, r.Certainty, sourcesOf(r.Evidence)})
		}
	}
	for i, ref := range b.Signals(Filter{}) {
		if full(i) {
			break
		}
		r, ok := b.Signal(ref)
		if !ok {
			continue
		}
		if !r.At.After(n.Since) {
			break
		}
		if !r.Signal.Historical {
			add(noteFact{"signal", b.name(r.Signal.Sender), r.Signal.Action, b.signalText(r.Signal), false, r.At, r.Certainty, sourcesOf(r.Evidence)})
		}
	}
	for i, ref := range b.Statements(Filter{}) {
		if full(i) {
			break
		}
		r, ok := b.Statement(ref)
		if !ok {
			continue
		}
		if !r.At.After(n.Since) {
			break
		}
		add(statementFact(r))
	}
}

func statementFact(r StatementRow) noteFact {
	return noteFact{"statement", r.Speaker.Name, r.Statement.Type, r.Statement.Words(), r.Statement.Mode == Direct, r.At, r.Certainty, sourcesOf(r.Evidence)}
}

// turns lists how the positions of the note's actors turned since the last hand-over,
// oldest first.
func (n *note) turns(b *Board) {
	for _, a := range n.Actors {
		for _, p := range b.Positions(a.ID, "") {
			was, ok := b.Statement(p.Was)
			is, also := b.Statement(p.Ref)
			if p.Turn != "" && p.At.After(n.Since) && ok && also && !was.Struck && !is.Struck {
				n.Turns = append(n.Turns, noteTurn{a.Name, p.Topic, p.Turn, p.At, statementFact(was), statementFact(is)})
			}
		}
	}
	slices.SortStableFunc(n.Turns, func(x, y noteTurn) int { return x.At.Compare(y.At) })
}

func (b *Board) signalText(s Signal) string {
	text := s.Action + " " + strings.ReplaceAll(s.Instrument, "-", " ")
	if len(s.Target) > 0 {
		text += " on " + strings.Join(b.names(s.Target), ", ")
	}
	if s.Condition != nil {
		text += ", " + s.Condition.Polarity + " " + s.Condition.Trigger
	}
	return text
}

func sourcesOf(list []Evidence) []noteSource {
	out := []noteSource{}
	for _, e := range list {
		if e.CopyOf == nil && e.Struck == OpNone && e.Vanished.IsZero() {
			out = append(out, noteSource{e.Feed.Name, e.Title, e.Link, e.Published.UTC()})
		}
	}
	return out
}

func (n *note) conflict(c Conflict) {
	if !c.Resolved.IsZero() && !c.Resolved.After(n.Since) {
		return
	}
	out := noteConflict{Kind: c.Kind, Topic: c.Topic, Since: c.Since, Resolved: c.Resolved}
	for _, s := range c.Sides {
		out.Sides = append(out.Sides, noteSide{s.Says, s.takenBack(), allSources(s.Evidence)})
	}
	n.Conflicts = append(n.Conflicts, out)
}

func allSources(list []Evidence) []noteSource {
	out := []noteSource{}
	for _, e := range list {
		out = append(out, noteSource{e.Feed.Name, e.Title, e.Link, e.Published.UTC()})
	}
	return out
}

func (n *note) changes(b *Board) {
	set := b.Changed(n.Since)
	for _, ref := range append(slices.Clone(set.Corrected), set.Changed...) {
		row, ok := b.Item(ref)
		if !ok {
			continue
		}
		c := noteChange{Feed: row.Feed.Name, What: "edited", Now: row.Version.Title, Link: row.Version.Link, At: row.Version.Seen}
		if row.Version.Op != OpNone && row.Version.Op != OpUpdate {
			c.What = string(row.Version.Op)
		}
		if h := b.History(ref); len(h) > 1 {
			c.Was = h[len(h)-2].Title
			if c.Was == c.Now {
				c.What += " (text)"
				c.Was = ""
			}
		}
		n.Changed = append(n.Changed, c)
	}
}

func (n *note) actors(b *Board) {
	for _, a := range b.Actors(Filter{}) {
		if len(n.Actors) == maxNoteActors {
			break
		}
		if a.Last.Kind == KindNone || !named(a.Actor.ID) {
			continue
		}
		row, ok := b.latestQuote(a)
		if !ok {
			continue
		}
		text, _ := row.Told()
		n.Actors = append(n.Actors, noteActor{a.Actor.ID, a.Actor.Name, a.Statements, text, row.Statement.Mode == Direct, row.At, sourcesOf(row.Evidence)})
	}
}

// latestQuote is an actor's latest statement in quotation marks that stands, or
// the latest at all.
func (b *Board) latestQuote(a ActorRow) (StatementRow, bool) {
	for i, ref := range b.Statements(Filter{Actor: a.Actor.ID}) {
		if i == 20 {
			break
		}
		if r, ok := b.Statement(ref); ok && !r.Struck && r.Statement.Mode == Direct {
			return r, true
		}
	}
	return b.Statement(a.Last)
}
