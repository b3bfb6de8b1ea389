package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"parley/model"
)

// fakeDesk is a desk in memory. Its people, outlets and words are made up.
type fakeDesk struct {
	mu      sync.Mutex
	summit  model.Summit
	dir     *model.Directory
	feeds   []model.Feed
	record  *model.Record
	texts   *model.MemoryTexts
	now     time.Time
	look    time.Time
	health  []FeedHealth
	wakes   chan struct{}
	player  Player
	marks   []model.Mark
	looked  []time.Time
	saved   map[string]string
	found   []model.ItemID
	asked   []string
	failing error
	last    model.ItemID
	brief   string // as it was written last
}

// talks is the day of the made-up summit; its clock is eight hours behind UTC.
func talks(hour, minute int) time.Time {
	return time.Date(2031, 5, 20, hour, minute, 0, 0, time.UTC)
}

var fakeActors = []model.Actor{
	{ID: "maren", Name: "Ilse Maren", Kind: model.Person, Side: "us", Role: "principal", Office: "president of Arland", State: "arland"},
	{ID: "okoro", Name: "Tobias Okoro", Kind: model.Person, Side: "russia", Role: "principal", Office: "president of Beland", State: "beland"},
	{ID: "arland", Name: "Arland", Aliases: []string{"ARL"}, Kind: model.State, Side: "us"},
	{ID: "beland", Name: "Beland", Aliases: []string{"BEL"}, Kind: model.State, Side: "russia"},
}

func newFakeDesk() *fakeDesk {
	d := &fakeDesk{
		summit: model.Summit{Name: "Harbour summit", Place: "North Quay", Timezone: "America/Anchorage", Agenda: []model.Phase{
			{ID: "talks", Title: "One-on-one", Start: talks(19, 0), End: talks(21, 0), Kinds: []string{"meeting"}},
			{ID: "lunch", Title: "Working lunch", Start: talks(21, 0), End: talks(22, 0), Kinds: []string{"lunch"}},
		}},
		dir:   model.NewDirectory(fakeActors),
		feeds: []model.Feed{{Name: "Demo Wire", URL: "https://wire.demo.example/rss", Kind: model.Wire}, {Name: "Demo Daily", URL: "https://daily.demo.example/rss", Kind: model.Outlet}},
		texts: model.NewMemoryTexts(), now: talks(23, 0), wakes: make(chan struct{}, 1), saved: map[string]string{},
	}
	d.record = model.NewRecord(model.Case{Summit: d.summit, Directory: d.dir, Feeds: d.feeds}, d.texts)
	for _, f := range d.feeds {
		d.health = append(d.health, FeedHealth{Feed: f, State: model.FeedState{URL: f.URL, LastTry: d.now, LastSuccess: d.now}})
	}
	return d
}

// summitDesk is a desk with a short day of talks on it.
func summitDesk() *fakeDesk {
	d := newFakeDesk()
	d.say(talks(18, 10), "Demo Wire", "maren", "We will talk first and judge later")
	d.signal(talks(18, 40), "Demo Wire", "threatened", model.Pressure, "secondary-sanctions", "arland", "beland")
	d.signal(talks(19, 20), "Demo Daily", "licensed", model.Relief, "sanctions", "arland", "beland")
	d.say(talks(19, 50), "Demo Daily", "okoro", "The harbour stays open")
	d.event(talks(21, 30), "Demo Wire", "meeting", model.Done, "maren", "okoro")
	d.say(talks(22, 10), "Demo Wire", "okoro", "Nothing is signed tonight")
	d.say(talks(22, 30), "Demo Wire", "maren", "We agreed on most points")
	d.event(talks(22, 40), "Demo Daily", "press", model.UnderWay, "maren", "okoro")
	return d
}

func (d *fakeDesk) add(at time.Time, feed, title string, fill func(rd *model.Reading, title string)) model.ItemID {
	return d.addLate(at, at, feed, title, fill)
}

// addLate adds an item that came out before the desk saw it.
func (d *fakeDesk) addLate(published, at time.Time, feed, title string, fill func(rd *model.Reading, title string)) model.ItemID {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.last++
	v := model.Version{Item: d.last, N: 1, Sighting: model.Sighting{
		Feed: feed, Identity: fmt.Sprint(d.last), Title: title, Link: fmt.Sprintf("https://demo.example/%d", d.last),
		Published: published, Seen: at, DateFrom: model.DatePublished,
	}}
	rd := model.Reading{ID: fmt.Sprintf("%d.1", d.last)}
	fill(&rd, title)
	d.texts.Put(v, rd)
	d.record.Add(v, rd)
	return d.last
}

// edit changes the title of an item, without a word.
func (d *fakeDesk) edit(item model.ItemID, at time.Time, title string) {
	d.revise(item, at, title, model.OpNone)
}

// correct changes it with a notice.
func (d *fakeDesk) correct(item model.ItemID, at time.Time, title string) {
	d.revise(item, at, title, model.OpCorrected)
}

func (d *fakeDesk) revise(item model.ItemID, at time.Time, title string, op model.Operation) {
	history, err := d.texts.History(item)
	if err != nil {
		panic(err)
	}
	v := history[len(history)-1]
	reading, err := d.texts.Reading(model.VersionRef{Item: item, N: v.N})
	if err != nil {
		panic(err)
	}
	v.N, v.Title, v.Seen, v.Op, v.OpTitle = v.N+1, title, at, op, strings.TrimPrefix(title, "CORRECTED-")
	d.texts.Put(v, reading)
	d.record.Add(v, reading)
}

// span finds a phrase in a title.
func span(title, phrase string) []model.Span {
	i := strings.Index(title, phrase)
	if i < 0 {
		return nil
	}
	from := len([]rune(title[:i]))
	return []model.Span{{from, from + len([]rune(phrase))}}
}

func (d *fakeDesk) say(at time.Time, feed, actor, words string) model.ItemID {
	name := d.dir.Name(actor)
	return d.add(at, feed, name+": “"+words+"”", func(rd *model.Reading, title string) {
		rd.Statements = []model.Statement{{
			In: model.InTitle, Mode: model.Direct, Type: "assertion", Modality: "asserted", CAMEO: "010", Rule: "name-colon-quote",
			Speaker: model.Speaker{Phrase: model.Phrase{Text: name, Spans: span(title, name)}, Actor: actor, Name: name, Capacity: "person"},
			Content: model.Phrase{Text: words, Spans: span(title, words)}, Quotes: []string{words},
		}}
		rd.Actors = []model.Mention{{ID: actor, Name: name, TitleMentions: span(title, name)}}
	})
}

// typed is a statement of a type and modality.
func (d *fakeDesk) typed(at time.Time, actor, words, kind, modality string) model.ItemID {
	return d.add(at, "Demo Daily", d.dir.Name(actor)+": “"+words+"”", func(rd *model.Reading, title string) {
		rd.Statements = []model.Statement{d.statement(title, actor, words, kind, modality)}
	})
}

// takes is a statement that takes a position on a topic.
func (d *fakeDesk) takes(at time.Time, actor, words, kind, topic string) model.ItemID {
	return d.add(at, "Demo Daily", d.dir.Name(actor)+": “"+words+"”", func(rd *model.Reading, title string) {
		s := d.statement(title, actor, words, kind, "asserted")
		s.Topics = []string{topic}
		rd.Statements = []model.Statement{s}
	})
}

func (d *fakeDesk) statement(title, actor, words, kind, modality string) model.Statement {
	name := d.dir.Name(actor)
	return model.Statement{
		In: model.InTitle, Mode: model.Direct, Type: kind, Modality: modality, Rule: "name-colon-quote",
		Speaker: model.Speaker{Phrase: model.Phrase{Text: name, Spans: span(title, name)}, Actor: actor, Name: name, Capacity: "person"},
		Content: model.Phrase{Text: words, Spans: span(title, words)}, Quotes: []string{words},
	}
}

func (d *fakeDesk) signal(at time.Time, feed, action, direction, instrument, sender, target string) model.ItemID {
	title := d.dir.Name(sender) + " " + action + " " + instrument + " against " + d.dir.Name(target)
	return d.add(at, feed, title, func(rd *model.Reading, title string) {
		rd.Signals = []model.Signal{{
			In: model.InTitle, Direction: direction, Action: action, Instrument: instrument, Sender: sender, Target: []string{target},
			Spans: span(title, action+" "+instrument), Rule: "verb-instrument", CAMEO: "1312",
		}}
	})
}

func (d *fakeDesk) event(at time.Time, feed, kind, status string, who ...string) model.ItemID {
	var names []string
	for _, id := range who {
		names = append(names, d.dir.Name(id))
	}
	return d.add(at, feed, kind+" "+status+" of "+strings.Join(names, " and "), func(rd *model.Reading, title string) {
		rd.Events = []model.Event{{
			In: model.InTitle, Kind: kind, Status: status, Participants: who, Spans: span(title, kind+" "+status), Rule: "event-noun",
			When: model.When{Start: at.Format(time.RFC3339), Precision: "minute"},
		}}
	})
}

func (d *fakeDesk) Summit() model.Summit        { return d.summit }
func (d *fakeDesk) Directory() *model.Directory { return d.dir }
func (d *fakeDesk) Board(at time.Time, clock model.Clock) *model.Board {
	if at.IsZero() {
		at = d.Now()
	}
	return d.record.AsOf(at, clock)
}
func (d *fakeDesk) Now() time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.now
}
func (d *fakeDesk) Updates() <-chan struct{} { return d.wakes }
func (d *fakeDesk) Health() []FeedHealth     { return d.health }
func (d *fakeDesk) Player() Player           { return d.player }
func (d *fakeDesk) LastLook() time.Time      { return d.look }
func (d *fakeDesk) Search(_ context.Context, query string, _ time.Time, _ model.Clock) ([]model.ItemID, error) {
	d.asked = append(d.asked, query)
	return d.found, d.failing
}
func (d *fakeDesk) Mark(_ context.Context, mark model.Mark) error {
	if d.failing != nil {
		return d.failing
	}
	mark.ID = int64(len(d.marks) + 1)
	d.marks = append(d.marks, mark)
	d.record.AddMark(mark)
	return nil
}
func (d *fakeDesk) Marks(context.Context) ([]model.Mark, error) {
	list := slices.Clone(d.marks)
	for _, k := range d.marks {
		if id, err := strconv.Atoi(k.Value); k.Verb == "undo" && err == nil {
			list[id-1].Undone = true
		}
	}
	return list, nil
}
func (d *fakeDesk) Looked(_ context.Context, at time.Time) error {
	d.looked = append(d.looked, at)
	return nil
}
func (d *fakeDesk) Brief(_ context.Context, at time.Time, clock model.Clock, opts model.BriefOptions) (string, error) {
	var b strings.Builder
	err := model.WriteBrief(&b, d.Board(at, clock), opts)
	d.brief = b.String()
	return "brief-demo.md", cmp.Or(d.failing, err)
}
func (d *fakeDesk) SaveSetting(_ context.Context, key, value string) error {
	d.saved[key] = value
	return nil
}

// fakePlayer is a replay that stands where it is.
type fakePlayer struct {
	paused  bool
	ended   bool
	speed   float64
	caption string
	since   time.Time // the caption holds from here on
}

func (p *fakePlayer) Ended() bool        { return p.ended }
func (p *fakePlayer) Paused() bool       { return p.paused }
func (p *fakePlayer) Pause(b bool)       { p.paused = b }
func (p *fakePlayer) Speed() float64     { return p.speed }
func (p *fakePlayer) SetSpeed(s float64) { p.speed = s }
func (p *fakePlayer) Caption(at time.Time) string {
	if at.Before(p.since) {
		return ""
	}
	return p.caption
}

var errDemo = errors.New("the demo disk is full")
