package ui

import (
	"slices"
	"strings"
	"time"

	"parley/model"
)

// evidenceNames is the room of the names before what is told of a fact.
const evidenceNames = len("Certainty ")

// writeEvidence shows why a fact is on the board: the sentence with the words
// marked, where it stood, how sure it is and why, and how others worded it.
func (m *Model) writeEvidence(d *doc, ref model.Ref) {
	switch ref.Kind {
	case model.KindStatement:
		if row, ok := m.statement(ref); ok {
			m.writeStatement(d, row)
			return
		}
	case model.KindSignal:
		if row, ok := m.signal(ref); ok {
			m.writeSignal(d, row)
			return
		}
	case model.KindEvent:
		if row, ok := m.board.Event(ref); ok {
			m.writeEvent(d, row)
			return
		}
	case model.KindItem:
		m.writeVersions(d, ref)
		return
	}
	d.para(d.t.dim, 0, "Nothing stands under the cursor as of "+stamp(m.moment(), m.loc())+".")
}

func (m *Model) writeStatement(d *doc, row model.StatementRow) {
	t := d.t
	row.Evidence = m.front(row.Evidence)
	who := []piece{{t.side(sideOf(row.Speaker)).with(boldOf(t)), speakerName(row.Speaker, row.Statement.Speaker)}}
	if about := strings.Join(nonEmpty(row.Speaker.Office, row.Speaker.Role, row.Statement.Speaker.Capacity), " · "); about != "" {
		who = append(who, piece{t.dim, "   " + about})
	}
	d.flow(0, who)
	d.flow(0, []piece{{kindStyle(t, row.Statement), m.typeInWords(row.Statement)}, {t.dim, "   " + m.toldStamp(row.At, row.Evidence)}})
	if row.Struck {
		d.para(t.bad, 0, "This was "+surenessOf(row.Certainty).word+"; it stays on the record, struck through.")
	}
	d.blank()
	if len(row.Evidence) > 0 {
		m.writeSentence(d, row.Evidence[0])
	}
	m.writeSure(d, row.Certainty, append(m.acknowledged(row.Ref), row.Marks...))
	if len(row.Statement.Topics) > 0 {
		d.named("About", evidenceNames, []piece{{t.text, spoken(strings.Join(row.Statement.Topics, ", "))}})
	}
	m.writeRule(d, row.Statement.Rule, row.Statement.CAMEO)
	m.writeSources(d, row.Evidence, row.Certainty)
	m.writeVariants(d, row.Variants)
}

// typeInWords names the type of a statement, and how it was put where that is not
// plainly as a fact.
func (m *Model) typeInWords(s model.Statement) string {
	modality := s.Modality
	if modality == "asserted" {
		modality = ""
	}
	modes := map[model.Mode]string{model.Direct: "in their own words", model.Indirect: "as the outlet tells it", model.Mixed: "partly in their own words"}
	mode := modes[s.Mode]
	if mode == "" {
		mode = string(s.Mode)
	}
	return strings.Join(nonEmpty(spoken(s.Type), spoken(modality), mode), " · ")
}

func (m *Model) writeSignal(d *doc, row model.SignalRow) {
	t := d.t
	r := rungOfRow(row)
	d.flow(0, []piece{{r.pick(t), r.glyph + " " + r.word}, {t.strong, "   " + sigText(row.Signal)}})
	from := "from "
	if row.Signal.Sender == "" {
		from = ""
	}
	d.flow(0, []piece{{t.dim, from}, {t.text, m.senderOf(row.Signal)}, {t.dim, " to "}, {t.text, m.targetsOf(row.Signal)}, {t.dim, "   " + m.toldStamp(row.At, row.Evidence)}})
	switch {
	case !row.Ended.IsZero():
		d.para(t.asOfText, 0, "ended "+stamp(row.Ended, m.loc()))
	case row.Signal.Historical && row.ActOf != "":
		d.para(t.dim, 0, "an act of "+safe(row.ActOf)+", told as background")
	case !row.Countdown.IsZero():
		text := m.endOf(row) + " " + stamp(row.Countdown, m.loc())
		if !row.Begins || row.Countdown.After(m.moment()) {
			text += ", " + m.countdown(row.Countdown)
		}
		d.para(t.asOfText, 0, text)
	}
	if row.Struck {
		d.para(t.bad, 0, "This was "+surenessOf(row.Certainty).word+"; it stays on the record, struck through.")
	}
	d.blank()
	m.writeReports(d, row.Evidence, row.Certainty, row.Marks, row.Signal.Rule, row.Signal.CAMEO)
}

func (m *Model) writeEvent(d *doc, row model.EventRow) {
	t := d.t
	d.flow(0, []piece{{t.strong, row.Title}})
	status := spoken(row.Event.Stands())
	if row.Suggested {
		status = "suggested"
	}
	if row.Over && status != "" {
		status = "was " + status
	}
	d.flow(0, []piece{{t.dim, strings.Join(nonEmpty(spoken(row.Event.Kind), status, safe(row.Event.Place)), " · ") + "   " + stamp(row.At, m.loc())}})
	var who []string
	for _, id := range row.Event.Participants {
		who = append(who, m.nameOf(id))
	}
	if len(who) > 0 {
		d.flow(0, []piece{{t.dim, "with "}, {t.text, strings.Join(who, ", ")}})
	}
	d.blank()
	m.writeReports(d, row.Evidence, row.Certainty, row.Marks, row.Event.Rule, row.Event.CAMEO)
}

// writeReports shows what a fact rests on: its sentence, how sure it is, the rule
// that read it and its sources.
func (m *Model) writeReports(d *doc, reports []model.Evidence, sure model.Certainty, marks []model.Mark, rule, cameo string) {
	reports = m.front(reports)
	if len(reports) > 0 {
		m.writeSentence(d, reports[0])
	}
	m.writeSure(d, sure, marks)
	m.writeRule(d, rule, cameo)
	m.writeSources(d, reports, sure)
}

// writeSentence shows a sentence with what was read from it marked.
func (m *Model) writeSentence(d *doc, e model.Evidence) {
	t := d.t
	runes := []rune(e.Sentence)
	marks := slices.Clone(e.Marks)
	slices.SortFunc(marks, func(a, b model.Span) int { return a[0] - b[0] })
	var pieces []piece
	at := 0
	for _, span := range marks {
		from, to := max(at, min(span[0], len(runes))), max(0, min(span[1], len(runes)))
		if to <= from {
			continue
		}
		pieces = append(pieces, piece{t.dim, string(runes[at:from])}, piece{t.mark, string(runes[from:to])})
		at = to
	}
	st := t.dim
	if len(pieces) == 0 {
		st = t.text
	}
	d.flow(2, append(pieces, piece{st, string(runes[at:])}))
}

// acknowledged are the marks of editors who know of the correction of a row.
func (m *Model) acknowledged(ref model.Ref) []model.Mark {
	item, _ := m.itemOf(ref)
	return slices.DeleteFunc(m.board.Marks(item), func(k model.Mark) bool { return k.Verb != "ack" })
}

func (m *Model) writeSure(d *doc, c model.Certainty, marks []model.Mark) {
	t := d.t
	sure := surenessOf(c)
	d.blank()
	d.named("Certainty", evidenceNames, []piece{{sure.pick(t), sure.glyph + " " + sure.word}})
	for _, why := range c.Reasons {
		if !strings.HasPrefix(why, "checked by ") { // the mark below says when, too
			d.para(t.text, evidenceNames, why)
		}
	}
	if c.Needs != "" {
		d.para(t.dim, evidenceNames, capital(c.Needs))
	}
	for _, k := range marks {
		glyph := "· "
		switch k.Verb {
		case "checked", "ack":
			glyph = "✓ "
		case "note":
			glyph = "✎ "
		}
		if !k.Undone {
			d.flow(evidenceNames, []piece{{t.good, glyph + deed(k, m.desk.Directory())}, {t.dim, " by " + k.By + ", " + shortStamp(k.At, m.loc())}})
		}
	}
}

// writeRule names what read the fact, so that a wrong reading can be traced.
func (m *Model) writeRule(d *doc, rule, cameo string) {
	pieces := []piece{{d.t.text, rule}}
	if cameo != "" {
		pieces = append(pieces, piece{d.t.dim, "   CAMEO " + cameo})
	}
	d.named("Read by", evidenceNames, pieces)
}

// writeSources lists every report, the leading one first, copies as such.
func (m *Model) writeSources(d *doc, evidence []model.Evidence, sure model.Certainty) {
	t, loc := d.t, m.loc()
	title := model.Counted(sure.Sources, "source", "independent sources")
	switch n := len(evidence); {
	case sure.Sources == 0:
		title = model.Counted(n, "report, and it does not stand", "reports, and none stands")
	case n > sure.Sources:
		title = model.Counted(n, "report", "reports") + ", " + title
	}
	d.section(title)
	for i, e := range evidence {
		st := t.strong
		if e.Struck != "" {
			st = st.with(t.struck)
		}
		head := []piece{{st, e.Feed.Name}, {t.dim, "  " + string(e.Feed.Kind)}}
		if e.Feed.Name == "" {
			head = []piece{{t.dim, "feed no longer in the config"}}
		}
		if e.Outlet != "" {
			head = append(head, piece{t.dim, " · from "}, piece{t.text, e.Outlet})
		}
		switch {
		case e.CopyOf != nil:
			head = append(head, piece{t.dim, " · repeats another report, lifts nothing"})
		case e.Struck != "":
			head = append(head, piece{t.bad, " · " + string(e.Struck)})
		}
		if !e.Vanished.IsZero() {
			head = append(head, piece{t.disputed, " · edited out " + m.clockTime(e.Vanished)})
		}
		d.flow(0, head)
		d.para(t.dim, 0, m.publishedText(e)+" · seen "+m.clockTime(e.Seen)+" "+abbrev(e.Seen, loc)+" · version "+itoa(e.Version.N))
		if e.Title != "" { // else the sentence above is the start of all there is
			d.flow(2, []piece{{t.text, e.Title}})
		}
		if i > 0 && e.CopyOf == nil && e.In != model.InTitle {
			m.writeSentence(d, e)
		}
		if e.Link != "" {
			d.flow(2, []piece{{t.accent, e.Link}})
		}
		if i < len(evidence)-1 {
			d.blank()
		}
	}
}

func (m *Model) writeVariants(d *doc, variants []model.Variant) {
	if len(variants) == 0 {
		return
	}
	t := d.t
	d.section(model.Counted(len(variants), "other wording", "other wordings"))
	for _, v := range variants {
		if v.Alert != "" {
			d.para(t.bad, 0, "! "+v.Alert)
		}
		if len(v.Diff) > 0 {
			d.flow(2, diffPieces(t, v.Diff))
		} else {
			d.flow(2, []piece{{t.text, v.Text}})
		}
		d.para(t.dim, 2, strings.Join(v.Feeds, ", ")+" · "+string(v.Mode))
	}
}

// diffPieces draws a word-by-word difference: taken out struck through, put in
// underlined, and with signs, so that it reads without colours too.
func diffPieces(t *theme, diff []model.DiffWord) []piece {
	var out []piece
	for i, w := range diff {
		if i > 0 && !strings.HasSuffix(diff[i-1].Text, " ") && !strings.HasPrefix(w.Text, " ") {
			out = append(out, piece{t.text, " "})
		}
		switch w.Op {
		case '-':
			out = append(out, piece{t.bad.with(t.struck), "[-" + strings.TrimSpace(w.Text) + "-]"})
		case '+':
			out = append(out, piece{t.good.with(underOf(t)), "{+" + strings.TrimSpace(w.Text) + "+}"})
		default:
			out = append(out, piece{t.text, w.Text})
		}
	}
	return out
}

// clockTime is a time on the day shown, else with its date, and in another year with
// that.
func (m *Model) clockTime(at time.Time) string {
	if at.IsZero() {
		return "unknown"
	}
	if sameDay(at, m.moment(), m.loc()) {
		return hm(at, m.loc())
	}
	return stampBeside(at, m.moment(), m.loc())
}

func nonEmpty(list ...string) []string {
	return slices.DeleteFunc(list, func(s string) bool { return s == "" })
}
