package ui

import (
	"slices"

	"parley/model"
)

// changesMost is how many changes of a kind are listed, the latest of them.
const changesMost = 200

// changePart is what changed in one way since the last look.
type changePart struct {
	name string
	n    int         // in all
	refs []model.Ref // the latest of them, oldest first
}

// changesSeen are changes as the page shows them, with how many the filters hide.
type changesSeen struct {
	gen, fresh int // what they were taken from
	model.ChangeSet
	hidden int
}

// changesShown are the changes up to the moment shown, what came later is not on its
// board, as far as they pass the filters.
func (m *Model) changesShown() model.ChangeSet {
	p := &m.page.changes
	if p.gen == m.gen && p.fresh == m.freshNo {
		return p.ChangeSet
	}
	all := m.fresh
	if !m.at.IsZero() || m.frozen {
		all = m.changesOn(m.board)
	}
	*p = changesSeen{gen: m.gen, fresh: m.freshNo, ChangeSet: m.board.Through(all, m.current, m.kinds)}
	p.hidden = changesIn(all) - changesIn(p.ChangeSet)
	return p.ChangeSet
}

func changesIn(s model.ChangeSet) int {
	return len(s.New) + len(s.Changed) + len(s.Corrected) + len(s.Lifted) + len(s.Resolved)
}

func (m *Model) changeParts() (parts []changePart) {
	all := m.changesShown()
	for _, p := range []changePart{
		{name: "corrected or withdrawn", refs: all.Corrected}, {name: "edited", refs: all.Changed}, {name: "surer now", refs: all.Lifted},
		{name: "settled", refs: all.Resolved}, {name: "new", refs: all.New},
	} {
		if p.n = len(p.refs); p.n > 0 {
			p.refs = p.refs[max(0, p.n-changesMost):]
			parts = append(parts, p)
		}
	}
	return parts
}

// listedRows are the rows of the page of changes, or of what rang, from its top on.
func (m *Model) listedRows() (rows []model.Ref) {
	switch {
	case m.page.kind == alertsPage:
		for _, a := range slices.Backward(m.alerts.entries) {
			rows = append(rows, a.ref)
		}
		return rows
	case m.look.After(m.moment()):
		return nil
	}
	for _, p := range m.changeParts() {
		rows = append(rows, p.refs...)
	}
	return rows
}

// chooseListed puts the cursor of such a page on a row. It stays on it as more arrives.
func (p *page) chooseListed(rows []model.Ref, i int) {
	if len(rows) > 0 {
		p.cur = max(0, min(i, len(rows)-1))
		p.chosen = rows[p.cur]
	}
}

// listed is the row under the cursor of such a page.
func (m *Model) listed() model.Ref {
	p, rows := m.page, m.listedRows()
	i := slices.Index(rows, p.chosen)
	if i < 0 {
		i = p.cur
	}
	if p.chosen = (model.Ref{}); len(rows) > 0 {
		p.chooseListed(rows, i)
	}
	return p.chosen
}

// writeChanges lists what came, was edited, corrected, lifted or settled since the last
// look, which only a moment after it can tell.
func (m *Model) writeChanges(d *doc) {
	t := d.t
	if m.look.After(m.moment()) {
		d.para(t.text, 0, "Your last look ("+stamp(m.look, m.loc())+") is later than this moment. "+m.keys.hint("live")+" returns to live.")
		return
	}
	until := ""
	if !m.at.IsZero() || m.frozen {
		until = " and up to " + stamp(m.moment(), m.loc())
	}
	d.para(t.dim, 0, "Since "+stamp(m.look, m.loc())+until+". "+m.keys.hint("all-seen")+" calls everything seen.")
	parts := m.changeParts()
	if n := m.page.changes.hidden; n > 0 {
		d.para(t.asOfText, 0, "Only "+m.narrowedBy()+": the filters hide "+itoa(n)+" more. "+m.keys.hint("clear")+" drops them.")
	}
	if len(parts) == 0 {
		d.para(t.text, 0, "Nothing has changed.")
		return
	}
	chosen, n, times := m.listed(), 0, 0
	for _, p := range parts {
		for _, ref := range p.refs {
			at, _ := m.briefly(ref)
			times = max(times, width(m.clockTime(at))+2)
		}
	}
	for _, p := range parts {
		d.section(itoa(p.n) + " " + p.name)
		if more := p.n - len(p.refs); more > 0 {
			d.row(piece{t.dim, "  … " + itoa(more) + " earlier"})
		}
		for _, ref := range p.refs {
			here := ref == chosen && n == m.page.cur // what was corrected may be edited, too
			at, text := m.briefly(ref)
			l := m.begin(d.w, here, true, false)
			if here {
				l.choose(t)
				m.page.line = len(d.lines)
			}
			l.col(t.dim, m.clockTime(at), times).lift().put(t.text, text)
			d.lines = append(d.lines, l.done())
			m.page.took(n, len(d.lines)-1, d)
			n++
		}
	}
}
