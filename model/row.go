package model

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// sourced is a report with what is needed to show it, taken while the record
// was held still; words are fetched afterwards.
type sourced struct {
	report
	ref    Ref
	at     VersionRef
	kind   Kind
	idx    int
	feed   *Feed // shared, it must not be changed
	seen   int64
	out    int64
	later  bool // a later version of its item was the first to tell it
	copyOf *VersionRef
}

// sources takes down some of the reports of a group, named by where they stand in it,
// or all of them, for nil, behind those of a list.
func (b *Board) sources(out []sourced, reports []report, which []int) []sourced {
	n := len(reports)
	if which != nil {
		n = len(which)
	}
	out = slices.Grow(out, n)
	for i := range n {
		k := i
		if which != nil {
			k = which[i]
		}
		p := reports[k]
		f := b.view.fact(p.fact)
		v, first := b.view.ver(f.ver), b.view.ver(p.first)
		out = append(out, sourced{report: p, ref: b.factRef(p.fact), at: VersionRef{ItemID(v.item), int(v.n)}, kind: f.kind, idx: int(f.idx), feed: &b.r.feeds[v.feed], seen: first.seen, out: first.out, later: first.n > 1})
		if p.copyOf >= 0 {
			c := b.view.ver(b.view.fact(reports[p.copyOf].fact).ver)
			out[len(out)-1].copyOf = &VersionRef{ItemID(c.item), int(c.n)}
		}
	}
	return out
}

// maxShown is how many reports of a fact a row shows. Of thousands nobody reads all.
const maxShown = 64

// shown are the reports that a row shows, in order: the first and the latest and those
// that tell most; nil for all.
func (b *Board) shown(reports []report) []int {
	if len(reports) <= maxShown {
		return nil
	}
	all := make([]int, len(reports))
	for i := range all {
		all[i] = i
	}
	const ends = maxShown / 4
	out := append(slices.Clone(all[:ends]), all[len(all)-ends:]...)
	rest := all[ends : len(all)-ends]
	slices.SortStableFunc(rest, func(i, j int) int {
		return cmp.Or(-compareBool(reports[i].stands(), reports[j].stands()), -cmp.Compare(b.tells(reports[i].fact), b.tells(reports[j].fact)))
	})
	out = append(out, rest[:maxShown-2*ends]...)
	slices.Sort(out)
	return out
}

// tells weighs how much a report tells, without a look at its words: how full a
// statement is, what a signal names, how far an event went.
func (b *Board) tells(i int32) int {
	f := b.view.fact(i)
	switch f.kind {
	case KindStatement:
		n := int(f.nWords)
		if f.flags&flagDirect != 0 {
			n *= 2
		}
		return n
	case KindSignal:
		return 4*min(int(f.nOther), 1) + 2*int(min(f.when, 1)) + int(min(f.sector, 1))
	}
	return 8*statusRank(b.r.dict.labels.text[f.sector]) + min(int(f.nOther), 7)
}

// told is a report with its words.
type told struct {
	sourced
	version Version
	reading Reading
}

// rowDesk is the room in which reports are laid out to make a row of them. Every step
// of the cursor makes dozens of rows: it is used again, and nothing of it is kept.
type rowDesk struct {
	members []report
	list    []sourced // those that are shown
	told    []told    // the same with their words
	said    []said
}

func newRowDesk() any { return &rowDesk{} }

func (b *Board) rowDesk() *rowDesk { return b.r.rowDesks.Get().(*rowDesk) }

// free gives the room back, without what it was filled with.
func (d *rowDesk) free(r *Record) {
	clear(d.list)
	clear(d.told)
	clear(d.said)
	d.list, d.told, d.said = d.list[:0], d.told[:0], d.said[:0]
	r.rowDesks.Put(d)
}

// fetch gets the words of the reports on a desk. One that the texts do not have, or whose
// reading there lacks the fact, is left out.
func (b *Board) fetch(d *rowDesk) []told {
	d.told = slices.Grow(d.told[:0], len(d.list))
	for i := range d.list {
		s := &d.list[i]
		v, err := b.r.texts.Version(s.at)
		if err != nil {
			continue
		}
		rd, err := b.r.texts.Reading(s.at)
		if err != nil || !rd.has(s.kind, s.idx) {
			continue
		}
		d.told = append(d.told, told{*s, v, rd})
	}
	return d.told
}

// has says whether a reading has a fact of a kind by that number in its list.
func (rd *Reading) has(kind Kind, i int) bool {
	switch kind {
	case KindStatement:
		return i < len(rd.Statements)
	case KindSignal:
		return i < len(rd.Signals)
	case KindEvent:
		return i < len(rd.Events)
	}
	return false
}

// evidence shows a report, with the spans of the fact in its sentence.
func (t *told) evidence(in Field, spans []Span, rule string) Evidence {
	e := Evidence{
		Report: t.ref, Version: t.at, Feed: *t.feed, Outlet: t.version.Outlet, Title: t.version.Title, Link: t.version.Link, In: in, Rule: rule,
		Published: t.version.Published, Seen: moment(t.seen), CopyOf: t.copyOf, Struck: operations[t.struck], Undated: t.version.undated(),
	}
	if e.Undated || t.later { // what an edit brought was not out with the item
		e.Published = moment(t.out)
	}
	if t.vanished != 0 {
		e.Vanished = moment(t.vanished)
	}
	if marker, cut := strings.CutSuffix(t.version.Title, t.version.OpTitle); cut && t.version.OpTitle != "" {
		e.marker = marker
	}
	e.Sentence, e.Marks = sentenceAround(fieldText(&t.version, in), spans)
	return e
}

// firstTimes are when the first of some reports was known to the desk and out.
func (b *Board) firstTimes(reports []report) (seen, out time.Time) {
	s, o := int64(maxTime), int64(maxTime)
	for i := range reports {
		v := b.view.ver(reports[i].first)
		s, o = min(s, v.seen), min(o, v.out)
	}
	return moment(s), moment(o)
}

func (b *Board) byClock(seen, out time.Time) time.Time {
	if b.Clock == ByPublished {
		return out
	}
	return seen
}

func struckAll(reports []report) bool {
	return !slices.ContainsFunc(reports, func(p report) bool { return p.stands() })
}

// held is what a row needs from the record, taken under its lock.
type held struct {
	ref       Ref
	refs      []Ref     // every name of the row, where there are marks
	reports   int       // how many there are
	seen, out time.Time // of the first of them
	struck    bool      // none of them stands
	certainty Certainty
	story     Ref
	marks     []Mark
}

// hold takes down a group, and on a desk the reports that its row shows; ok is false
// when it is not on the board.
func (b *Board) hold(ref Ref, d *rowDesk) (h held, ok bool) {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	g := b.groupAt(ref)
	if g == noGroup {
		return h, false
	}
	reports := b.membersInto(d.members[:0], g)
	d.members = reports
	if len(reports) == 0 {
		return h, false
	}
	h.ref = b.groupRef(g)
	d.list, h.reports = b.sources(d.list[:0], reports, b.shown(reports)), len(reports)
	h.seen, h.out = b.firstTimes(reports)
	h.struck = struckAll(reports)
	h.certainty = b.certaintyOf(reports)
	h.refs = b.namesOf(g)
	h.story = b.storyRef(b.wholeOfStory(b.view.ver(reports[0].first).story))
	h.marks = b.hand.on(h.refs...)
	return h, true
}

// namesOf are the Refs of all reports of a group and of what was joined to it.
func (b *Board) namesOf(g int32) []Ref {
	if len(b.hand.marks) == 0 {
		return nil // nobody asks for marks by them
	}
	var refs []Ref
	for f := range b.wholeOf(g) {
		refs = append(refs, b.factRef(f))
	}
	return refs
}

// Statements lists the statements that pass a filter, newest first.
func (b *Board) Statements(f Filter) []Ref { return b.list(KindStatement, f) }

// Statement returns the row of a statement; false when the board does not have it.
func (b *Board) Statement(ref Ref) (StatementRow, bool) {
	d := b.rowDesk()
	defer d.free(b.r)
	row, said, ok := b.bareStatement(ref, d)
	if !ok {
		return row, false
	}
	row.Evidence = make([]Evidence, 0, len(said))
	for i := range said {
		s := &said[i]
		row.Evidence = append(row.Evidence, s.evidence(s.s.In, s.s.Content.Spans, s.s.Rule))
	}
	if len(said) > 1 {
		row.Variants = variantsOf(said)
	}
	return row, true
}

// bareStatement returns the row of a statement without its evidence and variants, which
// cost most, and what they are made of, on a desk.
func (b *Board) bareStatement(ref Ref, d *rowDesk) (StatementRow, []said, bool) {
	if ref.Kind != KindStatement {
		return StatementRow{}, nil, false
	}
	h, ok := b.hold(ref, d)
	if !ok {
		return StatementRow{}, nil, false
	}
	row := StatementRow{Ref: h.ref, Certainty: h.certainty, Story: h.story, Marks: h.marks, Struck: h.struck, Reports: h.reports}
	row.Seen, row.Published = h.seen, h.out
	row.At = b.byClock(row.Seen, row.Published)
	said := d.statementsOf(b.fetch(d))
	if len(said) == 0 {
		return row, nil, false
	}
	row.Statement = *said[0].s
	b.byHand(&row, h.refs)
	row.Speaker = *b.actor(row.Statement.Speaker.Actor, row.Statement.Speaker.Name)
	return row, said, true
}

// byHand lays the editor's corrections over a statement.
func (b *Board) byHand(row *StatementRow, refs []Ref) {
	if len(refs) == 0 {
		return
	}
	if m, ok := b.hand.last("speaker", refs...); ok && m.Value != "" {
		row.Statement.Speaker.Actor = m.Value
		row.Statement.Speaker.Name = b.r.c.Directory.Name(m.Value)
		row.Certainty.Reasons = append(row.Certainty.Reasons, "speaker set by hand, by "+m.By)
	}
	if m, ok := b.hand.last("type", refs...); ok && m.Value != "" {
		row.Statement.Type = m.Value
		row.Certainty.Reasons = append(row.Certainty.Reasons, "type set by hand, by "+m.By)
	}
	for _, did := range [][2]string{{"split", "report split off by hand, by "}, {"join", "reports joined by hand, by "}} {
		if m, ok := b.hand.last(did[0], refs...); ok {
			row.Certainty.Reasons = append(row.Certainty.Reasons, did[1]+m.By)
		}
	}
	if m, ok := b.hand.last("checked", refs...); ok {
		row.Certainty.Reasons = append(row.Certainty.Reasons, "checked by "+m.By)
	}
}

// actor returns the actor of an id, made from its name when it is not known.
func (b *Board) actor(id, name string) *Actor { return b.r.c.Directory.actor(id, name) }

// said is a statement with the report that it stands in.
type said struct {
	*told
	s *Statement
}

// statementsOf orders the wordings of a statement: standing ones before struck
// ones, the fullest first, those in capitals behind others, then the earliest.
func (d *rowDesk) statementsOf(list []told) []said {
	out := slices.Grow(d.said[:0], len(list))
	for i := range list {
		out = append(out, said{&list[i], &list[i].reading.Statements[list[i].idx]})
	}
	slices.SortStableFunc(out, func(a, b said) int {
		return cmp.Or(
			-compareBool(a.stands(), b.stands()),
			-compareBool(named(a.s.Speaker.Actor), named(b.s.Speaker.Actor)),
			-cmp.Compare(fullness(a.s), fullness(b.s)),
			compareBool(shouted(a.s), shouted(b.s)),
			cmp.Compare(a.seen, b.seen),
		)
	})
	d.said = out
	return out
}

func named(actor string) bool { return actor != "" && actor != Unknown && actor != Unnamed }

// fullness weighs a wording: quoted words count for more than reported ones.
func fullness(s *Statement) int {
	n := len(foldWords(s.Content.Text))
	switch s.Mode {
	case Direct:
		return n * 3
	case Mixed:
		return n * 2
	}
	return n
}

// shouted says whether a wording stands in the capitals of a wire's snap.
func shouted(s *Statement) bool {
	return s.Content.Text == strings.ToUpper(s.Content.Text)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
