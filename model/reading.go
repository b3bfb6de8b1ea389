package model

import (
	"fmt"
	"strings"
	"time"
)

// Span is a stretch of a title or text: 0-based, end-exclusive, counted in
// Unicode code points.
type Span [2]int

// Field says in which string of a document spans count.
type Field string

// Fields of a document.
const (
	InTitle Field = "title"
	InText  Field = "text"
)

// Document is what the reader reads. All but ID is optional.
type Document struct {
	ID        string    `json:"id"`
	Title     string    `json:"title,omitempty"`
	Text      string    `json:"text,omitempty"`
	Published time.Time `json:"published,omitzero"`
	Feed      string    `json:"feed,omitempty"`
	Kind      FeedKind  `json:"kind,omitempty"`
	Side      string    `json:"side,omitempty"` // the party that the feed speaks for
}

// Reading is what was read from one document: facts with their evidence.
type Reading struct {
	ID         string      `json:"id"`
	Statements []Statement `json:"statements"`
	Signals    []Signal    `json:"signals"`
	Events     []Event     `json:"events"`
	Actors     []Mention   `json:"actors"`
}

// Phrase is a piece of the document.
type Phrase struct {
	Text  string `json:"text"`
	Spans []Span `json:"spans"`
}

// Speaker is who spoke, as written and as resolved. Text is the name; the spans mark
// it together with what explains it behind, or the "who" that stands for it.
type Speaker struct {
	Phrase
	Actor string `json:"actor"` // an actor id, a made kebab-case id, Unnamed or Unknown
	Name  string `json:"name"`
	// Capacity: person, office, spokesperson, collective, anonymous.
	Capacity string `json:"capacity,omitempty"`
}

// Mode says how much of a statement stands in quotation marks.
type Mode string

// Modes of a statement.
const (
	Direct   Mode = "direct"
	Mixed    Mode = "mixed"
	Indirect Mode = "indirect"
)

// StatementTypes are the types of a statement, after CAMEO.
var StatementTypes = []string{
	"assertion", "optimistic", "pessimistic", "no-comment", "admission", "denial", "accord-claim", "praise", "criticism",
	"accusation", "appeal", "demand", "offer", "promise", "concession", "rejection", "threat", "ultimatum",
}

// Statement is one attributed utterance.
type Statement struct {
	In        Field     `json:"in"`
	Mode      Mode      `json:"mode"`
	Speaker   Speaker   `json:"speaker"`
	Speakers  []Speaker `json:"speakers,omitempty"` // where several speak together
	Addressee string    `json:"addressee,omitempty"`
	Cue       Phrase    `json:"cue"`
	Content   Phrase    `json:"content"`
	Quotes    []string  `json:"quotes"`
	Type      string    `json:"type"`     // see terms: assertion, threat, denial, …
	Modality  string    `json:"modality"` // asserted, hedged, conditional, negated, future, historical, hearsay
	Stance    string    `json:"stance,omitempty"`
	CAMEO     string    `json:"cameo"`
	Topics    []string  `json:"topics"`
	Rule      string    `json:"rule"`
}

// Words are what was said, to be shown behind the speaker's name: the content
// without the "that" which only joins it to its sentence.
func (s *Statement) Words() string {
	text := strings.TrimSpace(s.Content.Text)
	if s.Mode == Direct {
		return text
	}
	if word, rest, ok := strings.Cut(text, " "); ok && strings.EqualFold(word, "that") {
		return rest
	}
	return text
}

// Verb is the word of the report by which a statement deals with what its words name,
// where these make no clause: "played down" of "the summit", or where he did not do it:
// "has not threatened", or gave it up: "dropped" of "a demand". Without it they would say nothing, or the contrary. Empty where the words stand for themselves.
func (s *Statement) Verb() string {
	if s.NotDone() || s.GivesUp() {
		return s.Cue.Text
	}
	if s.Mode == Direct || s.Type != "assertion" || justSaid[strings.ToLower(s.Cue.Text)] || s.clause() && !strings.HasPrefix(s.Content.Text, "to ") {
		return ""
	}
	return s.Cue.Text
}

// NotDone says whether the word of the report is negated: "did not promise", "never
// agreed". Who "did not say" something has a type of its own.
func (s *Statement) NotDone() bool {
	if s.Type == "no-comment" {
		return false
	}
	for word := range strings.FieldsSeq(strings.ToLower(s.Cue.Text)) {
		switch word {
		case "not", "cannot", "never", "no", "neither", "nor":
			return true
		}
		if strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t") {
			return true
		}
	}
	return false
}

// GivesUp says whether the words name what the speaker gives up, and not what he grants:
// "dropped" of "his demand for a truce".
func (s *Statement) GivesUp() bool { return s.Type == "concession" && s.Cue.Text != "" && !s.clause() }

// clause says whether a statement has a word that makes a clause.
func (s *Statement) clause() (found bool) {
	n := 0
	eachWordBytes(s.Content.Text, func(w []byte) bool {
		n++
		found = found || clauseWords[string(w)]
		return !found || n < 3
	})
	return found && (n > 2 || s.Mode != Mixed) // not "it “tense”"
}

// Told is a statement where nothing stands beside it that says what its speaker
// did: the words where they were said, else the whole sentence that reports them,
// since "ceding land" without its "rejects" says the opposite, and a fragment says
// nothing. Sentence is true for the latter, which names the speaker itself.
func (r *StatementRow) Told() (text string, sentence bool) {
	s := &r.Statement
	plain := s.Type == "assertion" && s.Modality == "asserted" || justSaid[strings.ToLower(s.Cue.Text)]
	if (s.Mode == Direct || plain && s.Verb() == "") && !s.Fragment() || len(r.Evidence) == 0 || r.Evidence[0].Sentence == "" {
		return s.Words(), false
	}
	return r.Evidence[0].Plain(), true
}

// justSaid are the cues behind which the words stand for themselves.
var justSaid = map[string]bool{
	"": true, "say": true, "says": true, "said": true, "saying": true, "tell": true, "tells": true, "told": true, "telling": true,
	"had said": true, "has said": true, "have said": true, "according to": true, "in the words of": true, "add": true, "adds": true, "added": true, "write": true, "writes": true, "wrote": true, "state": true, "states": true, "stated": true,
}

// SignalActions are the steps of the ladders of pressure and of relief, lowest first,
// and what stands beside them.
var SignalActions = []string{
	"floated", "threatened", "announced", "imposed", "in-force", "tightened", "deferred", "refused-relief",
	"demanded", "considered", "offered", "licensed", "eased", "suspended", "lifted",
	"called-for", "denied", "opposed", "expired",
}

// Stands is how the event stands, in the words of the record: a cancellation has no status
// of its own, since the one that it is read with is that of what it takes back.
func (e *Event) Stands() string {
	if e.Kind == cancellation {
		return ""
	}
	return e.Status
}

// Licenses says whether a signal is a licence to do what a measure forbids, told by the
// name of the measure: "licensed sanctions" would say that those are allowed.
func (s *Signal) Licenses() bool { return s.Action == "licensed" && s.Instrument != "licence" }

// EventKinds are the kinds of an event.
var EventKinds = []string{
	"meeting", "talks", "call", "visit", "arrival", "departure", "press", "ceremony", "letter", "agreement", "deadline", "cancellation",
}

// Directions of a signal.
const (
	Pressure = "pressure"
	Relief   = "relief"
)

// Condition is what a signal hangs on.
type Condition struct {
	Polarity string `json:"polarity"` // if, unless, until
	Trigger  string `json:"trigger"`
	Deadline string `json:"deadline,omitempty"`
}

// Signal is one act or word on the sanctions ladder.
type Signal struct {
	In          Field      `json:"in"`
	Direction   string     `json:"direction"`
	Action      string     `json:"action"`
	Instrument  string     `json:"instrument"`
	Sender      string     `json:"sender"`
	Target      []string   `json:"target"`
	ThirdParty  []string   `json:"third_parties,omitempty"`
	Sector      string     `json:"sector"`
	Conditional bool       `json:"conditional"`
	Condition   *Condition `json:"condition,omitempty"`
	Temporary   bool       `json:"temporary"`
	Historical  bool       `json:"historical"`
	Hedged      bool       `json:"hedged,omitempty"`
	Expires     string     `json:"expires,omitempty"`   // RFC 3339, where said
	Effective   string     `json:"effective,omitempty"` // RFC 3339, where said
	CAMEO       string     `json:"cameo,omitempty"`
	Spans       []Span     `json:"spans"`
	Rule        string     `json:"rule"`
}

// When is a resolved time with its precision.
type When struct {
	Start     string `json:"start"`     // RFC 3339, empty when unknown
	Precision string `json:"precision"` // minute, hour, day, month, year, unknown
}

// Statuses of an event.
const (
	Planned     = "planned"
	UnderWay    = "under-way"
	Done        = "done"
	EventDenied = "denied"
	NoneReached = "none-reached"
)

// Length is how long an event went on, as told.
type Length struct {
	Minutes int  `json:"minutes"`
	AtLeast bool `json:"at_least,omitempty"` // "more than an hour"
}

// words are a length as a person says it: "2 h 45 min".
func (l Length) words() string {
	var parts []string
	if l.AtLeast {
		parts = append(parts, "more than")
	}
	if h := l.Minutes / 60; h > 0 {
		parts = append(parts, fmt.Sprintf("%d h", h))
	}
	if m := l.Minutes % 60; m > 0 {
		parts = append(parts, fmt.Sprintf("%d min", m))
	}
	return strings.Join(parts, " ")
}

// RuleWelcome is the rule of an arrival that is told by who receives whom: the hosts are
// named with it, too, behind the guests, and have not arrived.
const RuleWelcome = "event-welcome"

// RuleMeeting is the rule of a meeting that is told by a verb: "Vell meets Osk".
const RuleMeeting = "event-meeting"

// Event is something that happens, is planned, or did not come about.
type Event struct {
	In           Field    `json:"in"`
	Kind         string   `json:"kind"` // meeting, call, arrival, departure, visit, press, agreement, deadline, cancellation, …
	Status       string   `json:"status"`
	Participants []string `json:"participants"`
	Place        string   `json:"place"`
	When         When     `json:"when"`
	Lasted       *Length  `json:"lasted,omitempty"` // of a meeting or a call that is or was held
	CAMEO        string   `json:"cameo,omitempty"`
	Spans        []Span   `json:"spans"`
	Rule         string   `json:"rule"`
}

// Mention is an actor and where it is named. Spans count in the text; those of
// the title stand in TitleMentions.
type Mention struct {
	ID            string `json:"id"`
	Name          string `json:"name"`
	Mentions      []Span `json:"mentions"`
	TitleMentions []Span `json:"title_mentions,omitempty"`
}

// Reader turns a document into facts. It is pure: the same document gives the
// same reading. Another language is another Reader.
type Reader interface {
	Read(Document) Reading
}
