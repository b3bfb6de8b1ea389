package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"parley/model"
)

// plainFacts is what was said of the record: each fact and conflict once, and once more
// when a fact no longer stands as it was told.
type plainFacts struct {
	struck    map[model.Ref]bool // the facts that were said, and whether they had fallen
	conflicts map[model.Ref]bool
	until     time.Time // up to it the record was whole when it was told last
}

// plainLine is a line and its time.
type plainLine struct {
	at   time.Time
	text string
}

// conflictsPlain is how many of the newest conflicts are looked through for one that was
// not said.
const conflictsPlain = 20

// plainOverlap is how long what was seen may be on its way into the record.
const plainOverlap = 5 * time.Minute

// lines says what was not said before, oldest first.
func (p *plainFacts) lines(m *Model) []string {
	if p.struck == nil {
		p.struck, p.conflicts = map[model.Ref]bool{}, map[model.Ref]bool{}
	}
	list := p.fallen(m)
	for _, kind := range []model.Kind{model.KindStatement, model.KindSignal, model.KindEvent} {
		for _, ref := range slices.Backward(m.factsOf(kind, m.filterFor(kind))) {
			if _, said := p.struck[ref]; !said {
				line, struck := m.plainFact(ref)
				p.struck[ref] = struck
				list = append(list, line)
			}
		}
	}
	list = append(list, p.clashes(m)...)
	p.until = m.board.At.Add(-plainOverlap)
	slices.SortStableFunc(list, func(a, b plainLine) int { return a.at.Compare(b.at) })
	lines := make([]string, len(list))
	for i, l := range list {
		lines[i] = shortStamp(l.at, m.loc()) + ". " + l.text
	}
	return lines
}

// fallen says which of the facts that were said have been corrected, withdrawn or edited
// out since, or stand again.
func (p *plainFacts) fallen(m *Model) (list []plainLine) {
	if p.until.IsZero() {
		return nil
	}
	set := m.board.Changed(p.until)
	edited := map[model.ItemID]bool{}
	for _, ref := range append(set.Corrected, set.Changed...) {
		edited[model.ItemID(ref.N)] = true
	}
	if len(edited) == 0 {
		return nil
	}
	for _, kind := range []model.Kind{model.KindStatement, model.KindSignal, model.KindEvent} {
		for _, ref := range m.factsOf(kind, model.Filter{Items: edited}) {
			was, said := p.struck[ref]
			line, struck := m.plainFact(ref)
			if !said || was == struck {
				continue
			}
			p.struck[ref] = struck
			before := "Stands again: "
			if struck {
				before = "No longer stands: "
			}
			list = append(list, plainLine{m.board.At, before + line.text})
		}
	}
	return list
}

// clashes says which of the facts that were said cannot both hold.
func (p *plainFacts) clashes(m *Model) (list []plainLine) {
	for _, c := range m.board.OpenConflicts(conflictsPlain) {
		told := slices.ContainsFunc(c.Sides, func(side model.ConflictSide) bool { _, said := p.struck[side.Ref]; return said })
		if p.conflicts[c.Ref] || !told {
			continue
		}
		p.conflicts[c.Ref] = true
		var says []string
		for _, side := range c.Sides {
			says = append(says, safe(m.saysOf(side))+" ("+safe(m.saidWhere(side))+")")
		}
		list = append(list, plainLine{c.Since, "Accounts differ, " + safe(c.Topic) + ": " + strings.Join(says, "; or ") + "."})
	}
	return list
}

// factsOf are the facts of a kind that pass a filter, newest first.
func (m *Model) factsOf(kind model.Kind, f model.Filter) []model.Ref {
	switch kind {
	case model.KindStatement:
		return m.board.Statements(f)
	case model.KindSignal:
		return m.board.Signals(f)
	}
	return m.board.Events(f)
}

// plainFact is a fact in a sentence, and whether it has fallen.
func (m *Model) plainFact(ref model.Ref) (line plainLine, struck bool) {
	switch ref.Kind {
	case model.KindStatement:
		row, _ := m.board.Statement(ref)
		return plainLine{row.At, fmt.Sprintf("%s, %s, %s: %s%s", speakerName(row.Speaker, row.Statement.Speaker), kindInWords(row.Statement), surenessOf(row.Certainty).word, quoted(row.Statement), m.plainSource(row.At, row.Evidence))}, row.Struck
	case model.KindSignal:
		row, _ := m.board.Signal(ref)
		path := ""
		if row.Signal.Sender != "" {
			path = ", from " + m.senderOf(row.Signal)
		}
		var to []string
		for _, id := range row.Signal.Target {
			to = append(to, safe(m.nameOf(id)))
		}
		if len(to) > 0 {
			path += ", to " + strings.Join(to, " and ")
		}
		what := cmp.Or(sigText(row.Signal), "a measure")
		return plainLine{row.At, fmt.Sprintf("Sanction signal, %s, %s: %s%s%s", strings.ToLower(rungOfRow(row).word), surenessOf(row.Certainty).word, what, path, m.plainSource(row.At, row.Evidence))}, row.Struck
	}
	row, _ := m.board.Event(ref)
	title := safe(row.Title)
	if on := m.otherDay(row, row.Reported); on != "" {
		title += ", " + on
	}
	return plainLine{row.Reported, fmt.Sprintf("Event, %s: %s%s", surenessOf(row.Certainty).word, title, m.plainSource(row.Reported, row.Evidence))}, row.Struck
}

// plainSource names the feed of the leading report, and when an old one came out that was
// seen only now.
func (m *Model) plainSource(at time.Time, reports []model.Evidence) string {
	if len(reports) == 0 {
		return ""
	}
	source := safe(reports[0].Feed.Name)
	if when, old := m.told(at, reports); old {
		source += ", published " + when.In(m.loc()).Format("2 Jan 2006")
	}
	return " (" + source + ")"
}
