package ui

import (
	"cmp"
	"strings"
	"time"
	"unicode"

	"parley/model"
)

// rung is how one step of a sanctions ladder looks. Words are hollow, acts are
// filled, and pressure points up where relief points down, so that a threat is
// never taken for an imposition: not in words, not in shape, not in colour.
type rung struct {
	glyph string
	word  string
	pick  func(*theme) style
}

func inWords(t *theme) style  { return t.word }
func inActs(t *theme) style   { return t.act }
func inForce(t *theme) style  { return t.hard }
func inHope(t *theme) style   { return t.hope }
func byLeave(t *theme) style  { return t.licence }
func relieved(t *theme) style { return t.relief }
func aside(t *theme) style    { return t.beside }

var rungs = map[string]rung{
	"floated":        {"▵", "floated", inWords},
	"threatened":     {"△", "threatened", inWords},
	"announced":      {"▷", "announced", inActs},
	"imposed":        {"▲", "IMPOSED", inForce},
	"in-force":       {"■", "IN FORCE", inForce},
	"tightened":      {"█", "TIGHTENED", inForce},
	"reimposed":      {"▲", "REIMPOSED", inForce},
	"deferred":       {"‖", "deferred", aside},
	"refused-relief": {"⊘", "relief refused", inWords},
	"demanded":       {"▿", "relief demanded", inHope},
	"considered":     {"▿", "relief considered", inHope},
	"offered":        {"▽", "relief offered", inHope},
	"licensed":       {"◇", "licensed", byLeave},
	"eased":          {"▼", "EASED", relieved},
	"suspended":      {"◈", "SUSPENDED", relieved},
	"lifted":         {"●", "LIFTED", relieved},
	"called-for":     {"∘", "called for", aside},
	"denied":         {"¬", "denied", aside},
	"opposed":        {"⊖", "opposed", aside},
	"expired":        {"∅", "expired", aside},
}

// The steps of each ladder, lowest first, as the signals pane draws them.
var (
	pressureSteps = []string{"floated", "threatened", "announced", "imposed", "in-force", "tightened"}
	reliefSteps   = []string{"demanded", "considered", "offered", "licensed", "eased", "suspended", "lifted"}
)

// rungOf looks an action up, or what became of it where no report holds it any longer; an
// unknown one keeps its own word.
func rungOf(action, direction string) rung {
	if s, ok := surenesses[model.CertaintyLevel(action)]; ok {
		return rung(s)
	}
	r, ok := rungs[action]
	if !ok {
		return rung{"·", safe(action), aside}
	}
	if direction == model.Relief && action == "announced" {
		return rung{"▽", "relief announced", inHope}
	}
	return r
}

// rungOfRow is the rung of a signal as it stands on the board: relief that has run
// out looks expired, and what only goes on looks like no act.
func rungOfRow(row model.SignalRow) rung {
	switch r := rungOf(row.Signal.Action, row.Signal.Direction); {
	case !row.Ended.IsZero():
		return rungs["expired"]
	case row.Still:
		return rung{r.glyph, "still in force", aside}
	default:
		return r
	}
}

// rungThen is the rung of a signal as it was when it was told, whatever ended it since.
func rungThen(row model.SignalRow) rung {
	row.Ended = time.Time{}
	return rungOfRow(row)
}

// sureness is how a level of certainty looks.
type sureness struct {
	glyph string
	word  string
	pick  func(*theme) style
}

var surenesses = map[model.CertaintyLevel]sureness{
	model.Single:       {"○", "single source", func(t *theme) style { return t.dim }},
	model.Corroborated: {"◉", "corroborated", func(t *theme) style { return t.text }},
	model.OfficialWord: {"◆", "official", func(t *theme) style { return t.official }},
	model.Disputed:     {"≠", "disputed", func(t *theme) style { return t.disputed }},
	model.Corrected:    {"±", "corrected", func(t *theme) style { return t.disputed }},
	model.Withdrawn:    {"×", "withdrawn", func(t *theme) style { return t.bad }},
}

// editedOut is how it looks that reports were written anew without a fact, which nobody
// took back.
var editedOut = sureness{"×", "edited out", func(t *theme) style { return t.dim }}

func surenessOf(c model.Certainty) sureness {
	if c.EditedOut {
		return editedOut
	}
	if s, ok := surenesses[c.Level]; ok {
		return s
	}
	return surenesses[model.Single]
}

// phaseLook is how a phase of the agenda looks: planned is hollow, held is filled.
func phaseLook(t *theme, s model.PhaseStatus) (glyph string, st style) {
	switch s {
	case model.PhaseDone:
		return "━", t.text
	case model.PhaseUnderWay:
		return "▶", t.live
	case model.PhaseOverdue:
		return "?", t.asOfText
	case model.PhaseCancelled:
		return "×", t.bad
	}
	return "╌", t.dim
}

// spoken joins the id-like words of the record into ones to read.
func spoken(s string) string { return safe(strings.ReplaceAll(s, "-", " ")) }

// sigText says in a few words what a signal is about, without its rung.
func sigText(s model.Signal) string {
	var parts []string
	if s.Instrument != "" && s.Instrument != "other" {
		parts = append(parts, spoken(s.Instrument))
	}
	if s.Licenses() {
		parts = append([]string{"relief from"}, cmp.Or(strings.Join(parts, ""), "a measure"))
	}
	if s.Sector != "" {
		parts = append(parts, "on "+spoken(s.Sector))
	}
	if s.Conditional {
		parts = append(parts, condition(s.Condition))
	}
	if s.Temporary {
		parts = append(parts, "(temporary)")
	}
	if s.Hedged {
		parts = append(parts, "(hedged)")
	}
	if s.Historical {
		parts = append(parts, "(background)")
	}
	return strings.Join(parts, " ")
}

func condition(c *model.Condition) string {
	if c == nil || c.Trigger == "" {
		return "(conditional)"
	}
	return curled(safe(c.Polarity + " " + c.Trigger))
}

// quoted shows a statement's words: in quotation marks when they are the
// speaker's own, plain when a reporter told them.
func quoted(s model.Statement) string {
	text := safe(s.Words())
	if s.Mode == model.Direct && !strings.HasPrefix(text, "“") {
		return "“" + text + "”"
	}
	return text
}

// shown are a statement's words as rows show them: quoted, with typographic marks.
// Evidence and copies keep the source's own.
func shown(s model.Statement) string { return curled(quoted(s)) }

// lastWords are a statement's words where they stand for what its speaker said last: behind
// the type that says what he did with them, a fragment within the sentence that tells it.
func lastWords(row model.StatementRow) string {
	if row.Statement.Fragment() {
		if told, whole := row.Told(); whole {
			return curled(safe(told))
		}
	}
	if kind := telling(row); kind != "" {
		return kind + ": " + shown(row.Statement)
	}
	return shown(row.Statement)
}

// curled turns straight quotation marks and apostrophes into typographic ones, so
// that sources that write them either way read alike in one list.
func curled(s string) string {
	if !strings.ContainsAny(s, `'"`) {
		return s
	}
	runes := []rune(s)
	for i, r := range runes {
		switch {
		case r == '"' && opensAt(runes, i):
			runes[i] = '“'
		case r == '"':
			runes[i] = '”'
		case r == '\'' && opensAt(runes, i) && !decadeAt(runes[i+1:]) && closesLater(runes[i+1:]):
			runes[i] = '‘'
		case r == '\'':
			runes[i] = '’'
		}
	}
	return string(runes)
}

// opensAt reports whether a quotation can begin at a mark.
func opensAt(runes []rune, i int) bool {
	return (i == 0 || strings.ContainsRune(" ([“‘—–-/", runes[i-1])) && i+1 < len(runes) && runes[i+1] != ' '
}

// closesLater reports whether a single quotation that has begun also ends: elsewhere
// the mark stands for letters left out.
func closesLater(rest []rune) bool {
	for i, r := range rest {
		if r == '\'' && i > 0 && rest[i-1] != ' ' && !letterAt(rest, i+1) {
			return true
		}
	}
	return false
}

// decadeAt reports whether a text begins with a decade: "90s".
func decadeAt(rest []rune) bool {
	return len(rest) > 2 && unicode.IsDigit(rest[0]) && unicode.IsDigit(rest[1]) && rest[2] == 's'
}

func letterAt(runes []rune, i int) bool {
	return i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.IsDigit(runes[i]))
}
