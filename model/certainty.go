package model

import (
	"fmt"
	"slices"
	"strings"
)

// report is one item's word for a fact, as it stands on a board.
type report struct {
	fact     int32
	first    int32 // the version that had it first
	vanished int64 // ms by the board's clock; 0 when the item still has it
	struck   opCode
	copyOf   int32 // index of the report it repeats, -1 for none
	source   int   // reports of one number are not independent of each other
	aside    bool  // of an event: it tells otherwise of it than the latest that tells most
}

// stands says whether the report still holds the fact.
func (p *report) stands() bool { return p.vanished == 0 && p.struck == opNone }

// membersOf returns the reports of a group on the board, one an item, oldest first.
func (b *Board) membersOf(g int32) []report { return b.membersInto(nil, g) }

// membersInto is membersOf behind those of a list, which is empty.
func (b *Board) membersInto(out []report, g int32) []report {
	if f := b.soleFact(g); f >= 0 {
		return b.soleReport(out, f)
	}
	var facts []int32
	for f := range b.wholeOf(g) {
		facts = append(facts, f)
	}
	byItem := map[int64]int{}
	for i := len(facts) - 1; i >= 0; i-- {
		x := b.view.fact(facts[i])
		v := b.view.ver(x.ver)
		if !b.out(v) {
			continue
		}
		if j, ok := byItem[v.item]; ok {
			if v.n > b.view.ver(b.view.fact(out[j].fact).ver).n {
				out[j].fact = facts[i]
			}
			continue
		}
		byItem[v.item] = len(out)
		out = append(out, report{fact: facts[i], first: x.ver, copyOf: -1})
	}
	for i := range out {
		b.strike(&out[i], out)
	}
	b.findCopies(out)
	b.setAside(out)
	return out
}

// setAside marks the reports of an event that are no word for how it stands: who planned
// or denied it does not bear out that it was held.
func (b *Board) setAside(reports []report) {
	for i := range reports {
		if f := b.view.fact(reports[i].fact); f.kind != KindEvent || b.r.dict.labels.text[f.class] == cancellation {
			return
		}
	}
	all := make([]outcome, len(reports))
	for i := range reports {
		all[i] = b.outcomeOf(&reports[i])
	}
	lead := leading(all)
	if lead < 0 || !all[lead].stands {
		return
	}
	for i := range reports {
		reports[i].aside = campOf(all[i].status) != campOf(all[lead].status)
	}
}

// campOf is what a status says of an event: that it is or was, will be, or is not.
func campOf(status string) string {
	switch status {
	case Done, UnderWay:
		return Done
	case NoneReached, EventDenied:
		return EventDenied
	}
	return status
}

// soleFact is the fact of a group that has only one, or -1.
func (b *Board) soleFact(g int32) int32 {
	if g < 0 || len(b.edits.apart[g])+len(b.edits.joined[g]) > 0 {
		return -1
	}
	f := b.view.tail(g)
	if b.view.fact(f).prev >= 0 {
		return -1
	}
	return f
}

// soleReport is membersOf for the only fact of a group.
func (b *Board) soleReport(out []report, f int32) []report {
	ver := b.view.fact(f).ver
	if !b.out(b.view.ver(ver)) {
		return out
	}
	out = append(out, report{fact: f, first: ver, copyOf: -1})
	b.strike(&out[0], out)
	return out
}

// strike says what became of a report: edited out, corrected, withdrawn.
func (b *Board) strike(p *report, all []report) {
	if b.untouched(b.view.fact(p.fact).ver) {
		return
	}
	v := b.view.ver(b.view.fact(p.fact).ver)
	for _, i := range b.view.versions(v.item) {
		later := b.view.ver(i)
		if later.n <= v.n || !b.out(later) {
			continue
		}
		if later.op.kills() {
			p.struck, p.vanished = later.op, b.time(later)
			return
		}
		if later.full != v.full {
			continue // the feed's summary gave way to the article
		}
		if p.vanished == 0 && (later.op == opCorrected || !b.stillSays(later, i, p.fact)) {
			p.vanished = b.time(later)
		}
		if later.op == opCorrected && p.struck == opNone {
			p.struck = opCorrected
		}
	}
	base, layer := two(&b.view, hitsOf, v.item, b.view.top.vers)
	for i := range newestFirst(base, layer) {
		hit := b.view.ver(i)
		if !b.out(hit) || (hit.op == opCorrected && b.repeats(hit.item, p.fact, all)) {
			continue
		}
		p.struck, p.vanished = hit.op, b.time(hit)
	}
}

// hit says whether an operation names an item.
func (b *Board) hit(item int64) bool {
	base, layer := two(&b.view, hitsOf, item, b.view.top.vers)
	return len(base)+len(layer) > 0
}

// repeats says whether the item of a correction is among the reports, and does not
// say otherwise than a fact that it may take back: nor that what was told as agreed, or
// threatened, is only offered.
func (b *Board) repeats(item int64, fact int32, all []report) bool {
	for i := range all {
		if b.itemOf(all[i].fact) == item {
			return !b.contradicts(item, fact) && !b.otherPosition(all[i].fact, fact)
		}
	}
	return false
}

// otherPosition says whether two facts are statements of which each takes a position, and not the same.
func (b *Board) otherPosition(i, j int32) bool {
	f, g, labels := b.view.fact(i), b.view.fact(j), b.r.dict.labels.text
	return f.kind == KindStatement && f.class != g.class && positions[labels[f.class]] && positions[labels[g.class]]
}

// contradicts says whether a report of a fact in an item clashes with one of the
// same group in another item.
func (b *Board) contradicts(item int64, fact int32) bool {
	mine, group := b.itemOf(fact), b.view.fact(fact).group
	for n := range newestFirst(posted(&b.view, clashesIn, uint32(group), b.view.top.clashes)) {
		c := b.view.clash(n)
		x, y := b.itemOf(c.a), b.itemOf(c.b)
		if c.a != c.b && (x == mine && y == item || x == item && y == mine) {
			return true
		}
	}
	return false
}

func (b *Board) itemOf(fact int32) int64 { return b.view.ver(b.view.fact(fact).ver).item }

// sureness is what reports say of how sure their fact is.
type sureness struct {
	sources              int // independent ones, of the reports that stand
	copies               int
	corrected, withdrawn int
	official             string // a channel of the side that speaks
}

func (b *Board) weigh(reports []report) sureness {
	var w sureness
	var few [8]int
	sources := few[:0]
	for i := range reports {
		p := &reports[i]
		switch {
		case p.struck.kills():
			w.withdrawn++
		case p.struck == opCorrected:
			w.corrected++
		case p.aside:
		case p.vanished == 0:
			if !slices.Contains(sources, p.source) {
				sources = append(sources, p.source)
			}
			if p.copyOf >= 0 {
				w.copies++
			}
			if w.official == "" {
				w.official = b.ownOffice(p.fact)
			}
		}
	}
	w.sources = len(sources)
	return w
}

// level is how sure the fact is where nothing disputes it.
func (w *sureness) level() CertaintyLevel {
	switch {
	case w.sources == 0 && w.withdrawn == 0 && w.corrected > 0:
		return Corrected
	case w.sources == 0:
		return Withdrawn
	case w.official != "":
		return OfficialWord
	case w.sources > 1:
		return Corroborated
	}
	return Single
}

// certaintyOf derives how sure a fact is from its reports alone.
func (b *Board) certaintyOf(reports []report) Certainty {
	w := b.weigh(reports)
	if w.sources == 0 {
		return b.fallen(reports, &w)
	}
	c, several := Certainty{Level: w.level(), Sources: w.sources}, ""
	if c.Level == Single {
		c.Needs = "needs one independent source"
	}
	if w.official != "" {
		c.Reasons = append(c.Reasons, "in "+w.official+", the speaker's own channel")
	}
	switch {
	case w.sources > 1:
		several = fmt.Sprintf("%d independent sources: %s", w.sources, strings.Join(b.firstOfEach(reports), ", "))
		c.Reasons = append(c.Reasons, several)
	case w.official == "":
		c.Reasons = b.loneSource(b.firstStanding(reports))
	}
	if w.copies > 0 {
		c.Reasons = append(c.Reasons, Counted(w.copies, "copy of the same text counts", "copies of the same text count")+" for nothing")
	}
	if c.Level == Single && w.corrected+w.withdrawn > 0 && b.orphaned(reports) {
		c.Reasons = append(c.Reasons, "the house whose report it passes on took that back")
	}
	if n := w.corrected + w.withdrawn; n > 0 {
		c.Reasons = append(c.Reasons, Counted(n, "report was", "reports were")+" taken back")
	}
	if is, bySide := b.disputed(reports); is {
		c.Level, c.Needs = Disputed, "needs a correction by one side, or a document"
		why := "another account says otherwise"
		if bySide {
			why = "the other side says otherwise"
		}
		if n := b.agreeing(reports); w.sources > 1 && n < w.sources {
			c.Sources = n
			c.Reasons[slices.Index(c.Reasons, several)] = "sources that differ: " + strings.Join(b.firstOfEach(reports), ", ")
		}
		c.Reasons = append(c.Reasons, why)
	}
	return c
}

// fallen is the certainty of a fact that no report holds any longer.
func (b *Board) fallen(reports []report, w *sureness) Certainty {
	names, c := strings.Join(b.houses(reports), ", "), Certainty{Level: w.level()}
	switch {
	case w.withdrawn > 0:
		c.Reasons = []string{"withdrawn by " + names}
	case w.corrected > 0:
		c.Reasons = []string{"corrected by " + names}
	default:
		c.EditedOut = true
		c.Reasons, c.Needs = []string{"edited out by " + names + ", without notice"}, "needs a report that still says so"
	}
	return c
}

// Counted is "1 source", "2 sources".
func Counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
