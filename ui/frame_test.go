package ui

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"parley/model"
)

// checkFrame fails where a frame is not exactly h lines of w cells, by either of
// the two ways in which terminals count them.
func checkFrame(t interface {
	Helper()
	Fatalf(string, ...any)
}, frame string, w, h int) {
	t.Helper()
	lines := strings.Split(frame, "\n")
	if len(lines) != h {
		t.Fatalf("%d lines, want %d", len(lines), h)
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got != w {
			t.Fatalf("line %d has %d cells by clusters, want %d: %q", i, got, w, l)
		}
		if got := ansi.StringWidthWc(l); got != w {
			t.Fatalf("line %d has %d cells by runes, want %d: %q", i, got, w, l)
		}
	}
}

// hostile draws strings that have torn screens: controls, directions, joiners,
// piles of marks, wide characters and very long words.
func hostile() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.String(),
		rapid.StringOfN(rapid.RuneFrom([]rune{'a', ' ', '中', '한', '👩', '\u200d', '\ufe0f', '🇺', '🇦', '\u0301', '\u202e', '\u2066', '\x1b', '\t', '\n', '\x9b', '\u00ad', 'ﷺ', '​', '🏽', '\U000e0041', 'ß', '…'}), 0, 60, -1),
		rapid.Just(strings.Repeat("wide字", 80)),
		rapid.Just("e"+strings.Repeat("\u0301", 400)),
	)
}

var screenSizes = [][2]int{{40, 10}, {60, 16}, {80, 24}, {100, 30}, {120, 36}, {160, 45}, {200, 60}, {300, 100}}

var walks = [][]string{nil, {"left"}, {"1"}, {"3", "s"}, {"4", "w"}, {"enter"}, {"v"}, {"c"}, {"d"}, {"F"}, {"?"}, {"z"}, {"1", "z"}, {"4", "z"}, {"P"}, {"ctrl+p"}, {"/", "text:a字"}, {"f"}, {"x"}, {"home", "enter"}, {"+", "+", "+", "+"}, {"y"}}

func TestNoTextFromOutsideTearsTheFrame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newFakeDesk()
		d.summit.Name, d.summit.Place = hostile().Draw(t, "name"), hostile().Draw(t, "place")
		d.health[0].State.Failures, d.health[0].State.LastError = 2, hostile().Draw(t, "error")
		d.health[1].Feed.Name = hostile().Draw(t, "feed")
		for i := range rapid.IntRange(0, 6).Draw(t, "items") {
			words := hostile().Draw(t, "words")
			d.add(talks(20, i), "Demo Wire", hostile().Draw(t, "title"), func(rd *model.Reading, title string) {
				n := len([]rune(title))
				rd.Statements = []model.Statement{{In: model.InTitle, Mode: model.Direct, Type: hostile().Draw(t, "type"),
					Speaker: model.Speaker{Actor: "stranger", Name: hostile().Draw(t, "speaker")}, Content: model.Phrase{Text: words, Spans: []model.Span{{0, n}}}}}
				rd.Signals = []model.Signal{{In: model.InTitle, Direction: model.Pressure, Action: "threatened", Instrument: words, Sender: hostile().Draw(t, "sender"), Target: []string{hostile().Draw(t, "target")}, Spans: []model.Span{{0, n}}}}
			})
		}
		size := rapid.SampledFrom(screenSizes).Draw(t, "size")
		keys := rapid.SampledFrom(walks).Draw(t, "keys")
		profile := rapid.SampledFrom([]colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI, colorprofile.NoTTY}).Draw(t, "profile")
		frame, err := Snapshot(d, Options{Profile: profile}, size[0], size[1], keys)
		if err != nil {
			t.Fatal(err)
		}
		checkFrame(t, frame, size[0], size[1])
	})
}

func TestEveryViewFitsEverySize(t *testing.T) {
	for w := 1; w <= 130; w += 7 {
		for h := 1; h <= 40; h += 5 {
			for _, keys := range walks {
				frame, err := Snapshot(summitDesk(), Options{}, w, h, keys)
				if err != nil {
					t.Fatal(err)
				}
				checkFrame(t, frame, w, h)
			}
		}
	}
}

func TestResizeStormsLeaveAWholeFrame(t *testing.T) {
	m := New(summitDesk(), Options{})
	m.still = true
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 300).Draw(t, "w"), rapid.IntRange(1, 100).Draw(t, "h")
		m.send(tea.WindowSizeMsg{Width: w, Height: h})
		checkFrame(t, m.frame(), w, h)
	})
}

func TestSafeTextIsAsWideAsEveryTerminalDrawsIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := safe(hostile().Draw(t, "s"))
		if ansi.StringWidth(s) != ansi.StringWidthWc(s) {
			t.Fatalf("%q is %d or %d cells wide", s, ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
		if strings.ContainsAny(s, "\x1b\n\r\t\a\u202e\u2066") {
			t.Fatalf("%q keeps what moves the cursor", s)
		}
		for _, next := range []string{"“" + s + "”", "x" + s + "…", " " + s + " "} {
			if width(next) != width(s)+2 || ansi.StringWidthWc(next) != width(s)+2 {
				t.Fatalf("%q is not as wide as its parts", next)
			}
		}
		if again := safe(s); again != s {
			t.Fatalf("%q becomes %q", s, again)
		}
	})
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := safe(hostile().Draw(t, "s")), rapid.IntRange(2, 60).Draw(t, "w")
		lines := wrap(s, w, 0)
		for _, l := range lines {
			if width(l) > w {
				t.Fatalf("%q is wider than %d", l, w)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if bare(strings.Join(lines, "")) != bare(s) {
			t.Fatalf("%q became %q", s, lines)
		}
	})
}

func TestThemesAreWhole(t *testing.T) {
	for name := range palettes {
		for p := colorprofile.NoTTY; p <= colorprofile.TrueColor; p++ {
			th := newTheme(name, p)
			if p >= colorprofile.ANSI && (th.word == th.act || th.word == th.relief || th.act == th.relief) {
				t.Errorf("%s, %s: a threat, an act and relief look alike", name, p)
			}
			if p == colorprofile.ANSI256 && strings.Contains(string(th.accent), ";2;") {
				t.Errorf("%s: true colour on a terminal of 256", name)
			}
			if p == colorprofile.NoTTY && th.live+th.asOf+th.strong+th.struck != "" {
				t.Errorf("%s: plain text has escape sequences", name)
			}
		}
	}
}

// What is sent again at every step is told in few bytes.
func TestTheInksOfMostCellsAreShort(t *testing.T) {
	th := newTheme(ThemeDark, colorprofile.TrueColor)
	for what, st := range map[string]style{"dim": th.dim, "faint": th.faint, "accent": th.accent, "us": th.side("us"), "russia": th.side("russia")} {
		if !strings.HasPrefix(string(st), "38;5;") {
			t.Errorf("%s is %q, and not told by its number", what, st)
		}
	}
	if th.text != "" || th.side("nobody in particular") != "" {
		t.Errorf("text is %q, and a name of no party %q", th.text, th.side("nobody in particular"))
	}
}

func TestFewBlanksKeepTheStyleBeforeThem(t *testing.T) {
	for want, l := range map[string]*line{
		"\x1b[31mab\x1b[m\x1b[31m \x1b[m\x1b[32mc\x1b[m  ": newLine(6).put("31", "ab").put("", " ").put("32", "c"),
		"\x1b[31mab\x1b[m      c ":                         newLine(10).put("31", "ab").gap(8).put("", "c"),
		"\x1b[4mab\x1b[m c":                                newLine(4).put("4", "ab").put("", " ").put("", "c"),
	} {
		if got := l.done(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEveryRungHasAShapeOfItsOwn(t *testing.T) {
	for _, pressure := range pressureSteps {
		for _, relief := range reliefSteps {
			if rungs[pressure].glyph == rungs[relief].glyph || rungs[pressure].word == rungs[relief].word {
				t.Errorf("%s looks like %s", pressure, relief)
			}
		}
	}
	for _, act := range []string{"announced", "imposed", "in-force", "tightened"} {
		for _, word := range []string{"floated", "threatened"} {
			if rungs[act].glyph == rungs[word].glyph {
				t.Errorf("%s looks like %s", act, word)
			}
		}
	}
}

func TestCountdownsAndAgesReadAsWords(t *testing.T) {
	for d, want := range map[time.Duration]string{30 * time.Second: "30 s", 5 * time.Minute: "5 min", 3*time.Hour + 7*time.Minute: "3 h 07", 49 * time.Hour: "2 d 1 h"} {
		if got := ago(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}

// TestWhatIsToBeReadStandsOut measures the inks of text against the background that
// each theme is made for, as the Web Content Accessibility Guidelines do: 4.5 to 1
// is the least for text, 3 to 1 for what is read by its shape.
func TestWhatIsToBeReadStandsOut(t *testing.T) {
	backgrounds := map[ThemeName]string{ThemeDark: "#15181D", ThemeLight: "#FFFFFF", ThemeContrast: "#000000", ThemeBlind: "#15181D"}
	for name, p := range palettes {
		back := luminance(t, backgrounds[name])
		for what, c := range map[string]ink{"text": p.text, "dim": p.dim, "accent": p.accent, "as of": p.asOfText, "word": p.word, "act": p.act, "hard": p.hard, "hope": p.hope, "licence": p.licence, "relief": p.relief, "bad": p.bad, "good": p.good, "disputed": p.disputed} {
			if c == own {
				continue // chosen to be read
			}
			if got := contrast(luminance(t, c.hex), back); got < 4.5 {
				t.Errorf("%s: %s (%s) has a contrast of %.1f to 1", name, what, c.hex, got)
			}
		}
		if name == ThemeLight && (p.faint.ansi == 7 || p.faint.ansi == 15) {
			t.Errorf("the rules of the light theme are white on white where there are 16 colours")
		}
	}
}

func contrast(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }

// luminance is the relative luminance of a colour written as #RRGGBB.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	linear := func(shift int) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(16) + 0.7152*linear(8) + 0.0722*linear(0)
}

// TestPaneNumbersAreReadable: they are keys.
func TestPaneNumbersAreReadable(t *testing.T) {
	for _, w := range []int{80, 120} {
		m := New(summitDesk(), Options{Profile: colorprofile.TrueColor, Theme: ThemeLight})
		m.still = true
		m.send(tea.WindowSizeMsg{Width: w, Height: 36})
		for _, text := range []string{"1 ", "4 ", " AKDT"} {
			if want := newLine(len(text)).put(m.theme.dim, text).done(); !strings.Contains(m.frame(), want) {
				t.Errorf("at %d columns %q is not in the ink of text to read", w, text)
			}
		}
	}
}
