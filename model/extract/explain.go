package extract

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"parley/model"
)

// Widths of an explanation, in cells.
const (
	marginWidth = 30
	columnWidth = 84
)

// ink is what a piece of text is in a reading.
type ink uint8

const (
	plainRole ink = iota
	contentRole
	signalRole
	eventRole
	cueRole
	speakerRole
)

// looks says how each is drawn: in colour, or between marks.
var looks = [...]struct{ colour, open, close string }{
	plainRole:   {},
	contentRole: {"\x1b[32m", "[", "]"},
	signalRole:  {"\x1b[1;31m", "!", "!"},
	eventRole:   {"\x1b[34m", "~", "~"},
	cueRole:     {"\x1b[33m", "<", ">"},
	speakerRole: {"\x1b[1;36m", "{", "}"},
}

// Explain writes a document with what was read in it: speakers, cues, contents,
// signals and events coloured, or between marks when color is false, and in the
// margin of the line where each begins the rule that fired and who or what it is.
// The error is the writer's.
func Explain(w io.Writer, doc model.Document, reading model.Reading, color bool) error {
	out := bufio.NewWriter(w)
	if doc.ID != "" {
		fmt.Fprintf(out, "%s\n", doc.ID)
	}
	if color {
		fmt.Fprintf(out, "%*s   %sspeaker\x1b[0m %scue\x1b[0m %scontent\x1b[0m %ssignal\x1b[0m %sevent\x1b[0m\n\n", marginWidth, "",
			looks[speakerRole].colour, looks[cueRole].colour, looks[contentRole].colour, looks[signalRole].colour, looks[eventRole].colour)
	} else {
		fmt.Fprintf(out, "%*s   {speaker} <cue> [content] !signal! ~event~\n\n", marginWidth, "")
	}
	for _, part := range []struct {
		field model.Field
		s     string
	}{{model.InTitle, doc.Title}, {model.InText, doc.Text}} {
		if part.s == "" {
			continue
		}
		e := explanation{out: out, color: color, text: []rune(part.s)}
		e.mark(part.field, reading)
		e.write()
		fmt.Fprintln(out)
	}
	return out.Flush()
}

// explanation is one string with the roles of its code points.
type explanation struct {
	out   *bufio.Writer
	color bool
	text  []rune
	roles []ink
	notes []note // by where they begin
}

type note struct {
	at   int
	text string
}

func (e *explanation) mark(field model.Field, reading model.Reading) {
	e.roles = make([]ink, len(e.text))
	paint := func(spans []model.Span, r ink) {
		for _, sp := range spans {
			for i := max(sp[0], 0); i < min(sp[1], len(e.text)); i++ {
				e.roles[i] = max(e.roles[i], r)
			}
		}
	}
	for _, st := range reading.Statements {
		if st.In != field {
			continue
		}
		paint(st.Content.Spans, contentRole)
		paint(st.Cue.Spans, cueRole)
		paint(st.Speaker.Spans, speakerRole)
		e.note(st.Content.Spans, fmt.Sprintf("%s %s (%s)", st.Rule, st.Speaker.Actor, st.Type))
	}
	for _, sg := range reading.Signals {
		if sg.In == field {
			paint(sg.Spans, signalRole)
			e.note(sg.Spans, fmt.Sprintf("%s %s %s>%s", sg.Rule, sg.Action, sg.Sender, strings.Join(sg.Target, ",")))
		}
	}
	for _, ev := range reading.Events {
		if ev.In == field {
			paint(ev.Spans, eventRole)
			e.note(ev.Spans, fmt.Sprintf("%s %s %s", ev.Rule, ev.Kind, ev.Status))
		}
	}
	slices.SortStableFunc(e.notes, func(a, b note) int { return cmp.Compare(a.at, b.at) })
}

func (e *explanation) note(spans []model.Span, text string) {
	if len(spans) > 0 {
		e.notes = append(e.notes, note{spans[0][0], text})
	}
}

// write breaks the text into lines at spaces and puts the notes of each line
// beside it; what does not fit there follows on lines of its own.
func (e *explanation) write() {
	for lo := 0; lo < len(e.text); {
		hi := e.lineEnd(lo)
		next := hi
		for next < len(e.text) && (e.text[next] == ' ' || e.text[next] == '\n') && next-hi < 1 {
			next++
		}
		first := true
		for len(e.notes) > 0 && e.notes[0].at < max(next, hi) {
			for line := range strings.SplitSeq(ansi.Wrap(e.notes[0].text, marginWidth, ""), "\n") {
				e.row(line, lo, hi, first)
				first = false
			}
			e.notes = e.notes[1:]
		}
		if first {
			e.row("", lo, hi, true)
		}
		lo = max(next, lo+1)
	}
}

func (e *explanation) lineEnd(lo int) int {
	space, width := -1, 0
	for i := lo; i < len(e.text); i++ {
		if e.text[i] == '\n' {
			return i
		}
		if e.text[i] == ' ' {
			space = i
		}
		width += ansi.StringWidth(string(e.text[i]))
		if width > columnWidth {
			if space > lo {
				return space
			}
			return max(i, lo+1)
		}
	}
	return len(e.text)
}

func (e *explanation) row(noteText string, lo, hi int, withText bool) {
	fmt.Fprintf(e.out, "%s%s │", noteText, strings.Repeat(" ", max(0, marginWidth-ansi.StringWidth(noteText))))
	if withText && hi > lo {
		e.out.WriteByte(' ')
		for lo < hi {
			end := lo
			for end < hi && e.roles[end] == e.roles[lo] {
				end++
			}
			e.piece(e.roles[lo], string(e.text[lo:end]))
			lo = end
		}
	}
	e.out.WriteByte('\n')
}

func (e *explanation) piece(r ink, s string) {
	switch look := looks[r]; {
	case r == plainRole || strings.TrimSpace(s) == "":
		e.out.WriteString(s)
	case e.color:
		e.out.WriteString(look.colour + s + "\x1b[0m")
	default:
		e.out.WriteString(look.open + s + look.close)
	}
}
