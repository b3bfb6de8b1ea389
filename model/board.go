package model

import (
	"strings"
	"time"
)

// Clock chooses what "as of" counts by.
type Clock uint8

// The two clocks of the record.
const (
	BySeen      Clock = iota // what this desk knew
	ByPublished              // what was out in the world
)

// Kind says what a Ref names.
type Kind uint8

// Kinds of rows on the board.
const (
	KindNone Kind = iota
	KindItem
	KindStatement // one utterance, however many reports
	KindSignal    // one signal, however many reports
	KindEvent     // one event, however many reports
	KindStory     // items about the same thing
	KindConflict
)

// Ref names a row of the board. It stays the same for the life of a record, so
// that a cursor can stay on it while things arrive.
type Ref struct {
	Kind Kind
	N    int64
}

// CertaintyLevel is how sure a fact is.
type CertaintyLevel string

// Levels of certainty, in the field's terms.
const (
	Single       CertaintyLevel = "single"
	Corroborated CertaintyLevel = "corroborated"
	OfficialWord CertaintyLevel = "official"
	Disputed     CertaintyLevel = "disputed"
	Corrected    CertaintyLevel = "corrected"
	Withdrawn    CertaintyLevel = "withdrawn"
)

// Certainty is a level with the reasons it was derived from.
type Certainty struct {
	Level   CertaintyLevel `json:"level"`
	Reasons []string       `json:"reasons"`
	Needs   string         `json:"needs,omitempty"` // what would lift it
	Sources int            `json:"-"`               // independent ones that stand, as the reasons count them

	// EditedOut says of what is withdrawn that nobody took it back: its reports were
	// written anew without it.
	EditedOut bool `json:"-"`
}

// Evidence is one report of a fact: the version, the sentence and the spans.
type Evidence struct {
	Report    Ref        `json:"-"` // names this report alone: for splitting it off
	Version   VersionRef `json:"version"`
	Feed      Feed       `json:"feed"`
	Outlet    string     `json:"outlet,omitempty"` // from which the feed has it, where that is another
	Title     string     `json:"title"`
	Link      string     `json:"link,omitempty"`
	In        Field      `json:"in"`
	Sentence  string     `json:"sentence"` // the sentence around the fact
	Marks     []Span     `json:"marks"`    // the content (or phrase) within Sentence
	Rule      string     `json:"rule"`
	Published time.Time  `json:"published"`
	Seen      time.Time  `json:"seen"`
	// CopyOf is set when this report repeats another's text: it lifts nothing.
	CopyOf   *VersionRef `json:"copy_of,omitempty"`
	Vanished time.Time   `json:"vanished,omitzero"` // when an edit took it out
	Struck   Operation   `json:"struck,omitempty"`  // corrected, withdrawn, kill
	Undated  bool        `json:"undated,omitempty"` // its feed gave no date: Published is the day of its link or when it was seen

	marker string // what the agency set before the headline: "UPDATE 1-"
}

// Plain is the sentence in one line, without the marker of the agency.
func (e *Evidence) Plain() string {
	text := e.Sentence
	if e.In == InTitle {
		text = strings.TrimPrefix(text, e.marker)
	}
	return strings.Join(strings.Fields(text), " ")
}

// Variant is another wording of the same statement.
type Variant struct {
	Text  string     `json:"text"`
	Mode  Mode       `json:"mode"`
	Feeds []string   `json:"feeds"`
	Diff  []DiffWord `json:"diff,omitempty"` // against the leading wording
	// Alert says in words when it changes a polarity or a number.
	Alert string `json:"alert,omitempty"`
}

// DiffWord is one run of words of a word-by-word difference.
type DiffWord struct {
	Op   byte   `json:"op"` // '=', '-', '+'
	Text string `json:"text"`
}

// Mark is an entry made by an editor's hand; undoing one is another entry.
type Mark struct {
	ID     int64     `json:"id"`
	At     time.Time `json:"at"`
	By     string    `json:"by"`
	Verb   string    `json:"verb"` // checked, speaker, type, join, split, mute, note, ack, undo
	On     Ref       `json:"on"`
	Value  string    `json:"value,omitempty"`
	Undone bool      `json:"undone,omitempty"`
}

// StatementRow is a statement as the board shows it.
type StatementRow struct {
	Ref       Ref
	Statement Statement // the fullest wording, with its spans in Evidence[0]
	Speaker   Actor     // resolved; only ID and Name for people not in the directory
	At        time.Time // by the board's clock, of its first evidence
	Published time.Time // earliest among its evidence
	Seen      time.Time // first seen by this desk
	Certainty Certainty
	Evidence  []Evidence // leading one first; of very many the first, the latest and the fullest
	Reports   int        // how many there are, shown or not
	Variants  []Variant
	Story     Ref
	Marks     []Mark
	Struck    bool // corrected or withdrawn: drawn struck through
}

// SignalRow is a sanction signal as the board shows it.
type SignalRow struct {
	Ref       Ref
	Signal    Signal
	At        time.Time
	Published time.Time
	Seen      time.Time
	Certainty Certainty
	Evidence  []Evidence
	Reports   int
	Story     Ref
	Marks     []Mark
	Struck    bool
	// Countdown is the nearest end, deadline or beginning that it names; of background none.
	Countdown time.Time
	Begins    bool      // Countdown is when it takes effect
	Ended     time.Time // when the relief that it tells of had run out; zero while it runs
	ActOf     string    // year of an act told as background, where its sentence dates it
	Still     bool      // it only says that an earlier measure is still in force
}

// ActorRow is an actor as the board shows it.
type ActorRow struct {
	Actor      *Actor // never nil; shared, it must not be changed
	Statements int
	Signals    int
	Trend      [12]uint16 // statements in each of the last 12 half hours of the clock, oldest first
	Last       Ref        // its last statement, before fragments of its day, KindNone for none
	LastAt     time.Time  // when it was first known or, of what was old news then, came out

	weight int64 // ms; its LastAt, and for a fragment fragmentAge before
	known  int64 // the same of the latest that was first known
}

// PhaseStatus is where a planned phase stands.
type PhaseStatus string

// Statuses of a phase. A plan whose time has passed without a report is overdue,
// never done.
const (
	PhasePlanned   PhaseStatus = "planned"
	PhaseUnderWay  PhaseStatus = "under way"
	PhaseDone      PhaseStatus = "done"
	PhaseOverdue   PhaseStatus = "no report"
	PhaseCancelled PhaseStatus = "not held"
)

// PhaseRow is an agenda item with what is known of how it went.
type PhaseRow struct {
	Phase       Phase
	Status      PhaseStatus
	ActualStart time.Time
	ActualEnd   time.Time
}

// EventRow is an event as the board shows it.
type EventRow struct {
	Ref       Ref
	Event     Event
	Title     string    // a few words for the timeline
	At        time.Time // when it happened or is planned, else when it was reported
	Precision string
	Reported  time.Time // by the board's clock
	Certainty Certainty
	Evidence  []Evidence
	Reports   int
	Struck    bool
	Over      bool // told as under way or planned, and so no longer at the board's moment
	Suggested bool // told as planned, by reports of which each only says that somebody would have it so
	Marks     []Mark
	date      time.Time // where the time of a day is a date: its midnight in UTC; else zero
}

// Moment is one stop of the timeline's cursor.
type Moment struct {
	At   time.Time
	Ref  Ref    // the fact or phase change that happened there
	Text string // in a few words; empty for a statement, whose row has them
}

// Lane counts facts per bucket of the timeline. A signal that is told as background
// came about before and is not counted.
type Lane struct {
	Statements []int
	Pressure   []int
	Relief     []int
	Events     []int

	// The action of a bucket's signals that is highest on its ladder, so that threats
	// do not look like acts; empty where there is none.
	PressureMost []string
	ReliefMost   []string
}

// Conflict is two or more accounts that cannot both hold.
type Conflict struct {
	Ref      Ref
	Kind     string // time, place, number, plan, readout, agreement, weekday, wording, length, cancellation, measure, denial
	Topic    string // in a few words what it is about
	Sides    []ConflictSide
	Since    time.Time
	Resolved time.Time
}

// ConflictSide is one account in a conflict.
type ConflictSide struct {
	Ref      Ref       // of the fact that its first report tells
	Says     string    // with a time in the summit's zone
	At       time.Time // that time, zero where it says none or only a date
	Evidence []Evidence
}

// takenBack is when the last report of an account fell, zero while one stands.
func (s *ConflictSide) takenBack() (at time.Time) {
	for _, e := range s.Evidence {
		if e.Struck == OpNone && e.Vanished.IsZero() {
			return time.Time{}
		}
		if e.Vanished.After(at) {
			at = e.Vanished
		}
	}
	return at
}

// ItemRow is an item as the board shows it.
type ItemRow struct {
	Ref      Ref
	Version  Version // as it read at the board's moment
	Feed     Feed
	House    string // whose word it passes on, folded
	Versions int    // so far
	First    time.Time
	Story    Ref
	Struck   Operation
	Muted    bool
}

// Position is one step of an actor's path on a topic.
type Position struct {
	Topic       string
	Type        string // demand, offer, threat, …
	Conditional bool
	At          time.Time // that it was taken: when it was known or, where it was old news then, out
	Ref         Ref       // of the statement that takes it
	Was         Ref       // of the one before on this topic; zero for the first
	Turn        string    // "demand dropped: concession", "threat softened to offer"; empty where it did not turn
}

// ChangeSet is what changed since a moment.
type ChangeSet struct {
	Since     time.Time
	New       []Ref // facts first known since then
	Changed   []Ref // items whose headline or text was edited
	Corrected []Ref // items corrected or withdrawn
	Lifted    []Ref // facts whose certainty rose
	Resolved  []Ref // conflicts settled
}

// Filter narrows the rows of a pane. The zero value keeps everything.
type Filter struct {
	Actor     string // id: speaker, sender, target or participant
	Text      string // words that must occur, folded
	Certainty []CertaintyLevel
	Types     []string // statement types or signal actions
	Topic     string
	Feed      string
	Side      string
	Anew      bool            // no background, and nothing that only says that a measure goes on
	Items     map[ItemID]bool // where set, only facts with evidence in these (full-text search)
}
