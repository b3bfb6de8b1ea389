package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"
)

// safe makes a string that every terminal draws as wide as we count it: one line,
// no control or direction characters, and no cluster whose width depends on
// whether the terminal joins emoji.
func safe(s string) string {
	if _, ok := cellsOf(s); ok {
		return s
	}
	// What is left may join anew where something was taken out.
	for range 4 {
		once := safeOnce(s)
		if once == s {
			return s
		}
		s = once
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, s)
}

func safeOnce(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	state := -1
	for len(s) > 0 {
		var cluster string
		cluster, s, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		writeCluster(&b, cluster)
	}
	return b.String()
}

// cellsOf counts the cells of a string of which every rune takes one of its own; not
// ok for any other. Nearly all texts are such, and finding out where characters end
// took most of the time of drawing them.
func cellsOf(s string) (cells int, ok bool) {
	for _, r := range s {
		if !oneCell(r) {
			return 0, false
		}
		cells++
	}
	return cells, true
}

// headOf is as much of the beginning of a safe string as w cells hold.
func headOf(s string, w int) string {
	cells := 0
	for i, r := range s {
		if !oneCell(r) {
			return ansi.Truncate(s, w, "")
		}
		if cells++; cells > w {
			return s[:i]
		}
	}
	return s
}

func writeCluster(b *strings.Builder, cluster string) {
	first, _ := utf8.DecodeRuneInString(cluster)
	switch {
	case unicode.IsSpace(first):
		b.WriteByte(' ')
	case first == utf8.RuneError, unicode.IsControl(first), unicode.In(first, unicode.Cf, unicode.Co):
		// Invisible or private: nothing the reader could use.
	case unicode.Is(unicode.M, first), first >= 0x1F3FB && first <= 0x1F3FF, first == 0xFF9E, first == 0xFF9F:
		// A mark, a skin tone or a halfwidth sound mark with nothing to stand on
		// would stand on ours.
	case first < 0x203C && strings.ContainsAny(cluster, "\u200d\ufe0e\ufe0f\u20e3"):
		b.WriteRune(first) // joiners and variants belong to emoji; on a letter no two terminals agree
	case utf8.RuneCountInString(cluster) > 8:
		b.WriteRune(first) // a pile of combining marks would smear over other rows
	default:
		w := ansi.StringWidth(cluster)
		if w == 0 {
			return // a combining mark with nothing to stand on
		}
		if w == ansi.StringWidthWc(cluster) && w <= 2 {
			b.WriteString(cluster)
			return
		}
		if one := string(first); ansi.StringWidth(one) == ansi.StringWidthWc(one) && ansi.StringWidth(one) > 0 {
			b.WriteString(one)
			return
		}
		b.WriteByte('?')
	}
}

// width counts the cells of a safe string.
func width(s string) int {
	if cells, ok := cellsOf(s); ok {
		return cells
	}
	return ansi.StringWidth(s)
}

// cut shortens a safe string to at most w cells, ending in … when something is lost.
func cut(s string, w int) string {
	switch {
	case w <= 0:
		return ""
	case width(s) <= w:
		return s
	case w == 1:
		return "…"
	}
	return strings.TrimRight(headOf(s, w-1), " ") + "…"
}

// wrap breaks a safe string into lines of at most w cells, between words; a word
// that is longer than a line is broken, at its start where much of a line would be
// left empty. At most max lines come back, the last one cut with …; 0 is no limit.
func wrap(s string, w, max int) []string {
	if w <= 0 {
		return nil
	}
	var lines []string
	rest := strings.TrimSpace(s)
	for rest != "" {
		if max > 0 && len(lines) == max-1 {
			return append(lines, cut(rest, w))
		}
		if width(rest) <= w {
			return append(lines, rest)
		}
		head := headOf(rest, w)
		if head == "" { // a wide character in a one-cell column
			return append(lines, cut(rest, w))
		}
		if next := rest[len(head):]; next != "" && next[0] != ' ' {
			if i := strings.LastIndexByte(head, ' '); i > len(head)/3 || i > 0 && width(firstWord(rest[i+1:])) <= w {
				head = head[:i]
			}
		}
		lines = append(lines, strings.TrimRight(head, " "))
		rest = strings.TrimLeft(rest[len(head):], " ")
	}
	return lines
}

// wrapUnder is wrap with another width for the lines after the first one.
func wrapUnder(s string, first, others, max int) []string {
	lines := wrap(s, first, max)
	if first == others || len(lines) < 2 {
		return lines
	}
	rest := strings.TrimPrefix(strings.TrimSpace(s), wrap(s, first, 0)[0])
	if max > 0 {
		max--
	}
	return append(lines[:1], wrap(rest, others, max)...)
}

// sentence writes a message as a sentence of its own.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	return safe(ended(capital(s)))
}

// ended closes a sentence that may have its mark already.
func ended(s string) string {
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

// capital begins a text with a capital.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return ""
	}
	return string(unicode.ToTitle(first)) + s[n:]
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// paragraphs makes safe lines of a text that may hold line breaks.
func paragraphs(s string, w int) []string {
	var out []string
	for _, p := range strings.Split(s, "\n") {
		out = append(out, wrap(safe(p), w, 0)...)
	}
	return out
}

const blanks = "                                                                                "

// spaces is n blanks.
func spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}
