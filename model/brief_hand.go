package model

import (
	"slices"
	"strings"
	"time"
)

// noteMark is what an editor did by hand: for who takes over it is as good as a source.
type noteMark struct {
	Did  string    `json:"did"` // note, checked, ack
	By   string    `json:"by"`
	At   time.Time `json:"at"`
	Text string    `json:"text,omitempty"` // of a note
}

// handedOver are the marks of a row that the next editor is to know of: its notes, and who
// checked it or knows of its correction.
func handedOver(marks []Mark) (out []noteMark) {
	for _, m := range marks {
		if !m.Undone && slices.Contains([]string{"note", "checked", "ack"}, m.Verb) {
			out = append(out, noteMark{m.Verb, m.By, m.At.UTC(), m.noted()})
		}
	}
	return out
}

// noted are the words of a note.
func (m *Mark) noted() string {
	if m.Verb != "note" {
		return ""
	}
	return m.Value
}

// noted lists what was noted or checked since the last hand-over and stands nowhere
// above: facts that were told before it or are taken back, and items. The latest is first.
func (n *note) noted(b *Board, changed []Ref) {
	told := map[Ref]bool{}
	for _, list := range [][]noteFact{n.Confirmed, n.Unconfirmed} {
		for i := range list {
			told[list[i].ref] = true
		}
	}
	for _, ref := range changed {
		told[ref] = true
	}
	for _, m := range slices.Backward(b.hand.marks) {
		if len(n.Noted) == maxNoteFacts {
			return
		}
		if m.Verb != "note" && m.Verb != "checked" || b.hand.isUndone(m) || !m.At.After(n.Since) {
			continue
		}
		if f, ok := n.factOrItem(b, m.On); ok && !told[f.ref] {
			told[f.ref] = true
			n.Noted = append(n.Noted, f)
		}
	}
}

// factOrItem is the row that a mark is on; ok is false where the board or the note's
// filter leaves it out.
func (n *note) factOrItem(b *Board, on Ref) (f noteFact, ok bool) {
	if on.Kind == KindItem {
		row, ok := b.Item(on)
		if !ok || row.Muted || n.passes != nil && !slices.Contains(b.Items(n.only), on) {
			return f, false
		}
		v := &row.Version
		source := noteSource{row.Feed.Name, v.Title, v.Link, v.Published.UTC()}
		return noteFact{Kind: "item", Text: v.Title, At: row.First, Sources: []noteSource{source}, Hand: handedOver(b.Marks(on)), ref: on}, n.wants(KindItem)
	}
	if !n.wants(on.Kind) || n.passes != nil && !n.passes(on) || b.hidden(on) {
		return f, false
	}
	f, _ = n.fact(b, on) // background, too, and what is told as another fact: it was worth a note
	return f, !f.told.IsZero()
}

// hidden says whether the row of a fact is muted or not on the board.
func (b *Board) hidden(ref Ref) bool {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	g := b.groupAt(ref)
	return g == noGroup || b.edits.hidden[g]
}

// hand writes what editors did under the row that they did it to.
func (p *page) hand(list []noteMark) {
	for _, m := range list {
		by := " by " + plain(m.By) + ", " + p.at(m.At)
		switch m.Did {
		case "note":
			p.line("  - ✎ note%s: “%s”", by, plain(m.Text))
		case "ack":
			p.line("  - ✓ correction acknowledged%s", by)
		default:
			p.line("  - ✓ checked%s", by)
		}
	}
}

// handText are the same marks in one cell of a table.
func handText(list []noteMark) string {
	var out []string
	for _, m := range list {
		did := map[string]string{"note": "note", "checked": "checked", "ack": "correction acknowledged"}[m.Did] + " by " + m.By + ", " + stamp(m.At)
		if m.Text != "" {
			did += ": “" + m.Text + "”"
		}
		out = append(out, did)
	}
	return strings.Join(out, "; ")
}

// reasonsApart are the reasons of a certainty without who checked the fact, which its
// marks tell with the time.
func reasonsApart(c Certainty) []string {
	return slices.DeleteFunc(slices.Clone(c.Reasons), func(why string) bool { return strings.HasPrefix(why, "checked by ") })
}
