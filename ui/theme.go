package ui

import (
	"image/color"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// ink is a colour twice: for terminals with many colours, and chosen by hand for
// those with sixteen (0–15; -1 is the terminal's own). Without a hex it is the
// terminal's own on all of them.
//
// What changes most on the screen is drawn in the terminal's own colour, or in one that
// the palette of 256 has: those are told by number, in half the bytes.
type ink struct {
	hex  string
	ansi int
}

// colours are the small set of colours that a theme is made of. Each has one
// meaning; shapes and words carry the same meaning without it.
type colours struct {
	text, dim, faint, accent                         ink
	selBack                                          ink // the chosen row of a list that lies over the panes
	live, asOf, asOfInk, asOfText, replay, replayInk ink
	word, act, hard                                  ink // pressure: in words, an act, an act in force
	hope, licence, relief                            ink // relief: in words, a licence, an act
	us, russia, ukraine, europe, asia, nobody        ink
	official, disputed, good, bad, mark, fresh       ink
}

// own is the colour that the terminal writes in: the reader chose it to be read.
var own = ink{"", -1}

var palettes = map[ThemeName]colours{
	ThemeDark: {
		text: own, dim: ink{"#949494", 7}, faint: ink{"#585858", 8}, accent: ink{"#87AFFF", 14},
		selBack: ink{"#26344D", 4},
		live:    ink{"#5FD787", 10}, asOf: ink{"#EDB64B", 3}, asOfInk: ink{"#1B1607", 0}, asOfText: ink{"#EDB64B", 3}, replay: ink{"#A894F5", 13}, replayInk: ink{"#140E2B", 0},
		word: ink{"#FFD787", 11}, act: ink{"#FF875F", 9}, hard: ink{"#FF5F5F", 9},
		hope: ink{"#87AF87", 2}, licence: ink{"#5FD7D7", 14}, relief: ink{"#5FD787", 10},
		us: ink{"#87AFD7", 14}, russia: ink{"#D78787", 9}, ukraine: ink{"#D7D75F", 11}, europe: ink{"#AF87D7", 13}, asia: ink{"#87D7D7", 6}, nobody: own,
		official: ink{"#87AFFF", 14}, disputed: ink{"#D787D7", 13}, good: ink{"#5FD787", 10}, bad: ink{"#FF8787", 9}, mark: ink{"#FFFFAF", 11}, fresh: ink{"#5FD787", 10},
	},
	ThemeLight: {
		text: ink{"#262626", -1}, dim: ink{"#626262", 8}, faint: ink{"#BCBCBC", 8}, accent: ink{"#005FAF", 4},
		selBack: ink{"#D6E4FA", 7},
		live:    ink{"#14793F", 2}, asOf: ink{"#F2B632", 3}, asOfInk: ink{"#241B02", 0}, asOfText: ink{"#8A5A00", 3}, replay: ink{"#6A4FD0", 5}, replayInk: ink{"#FFFFFF", 15},
		word: ink{"#8F5F00", 3}, act: ink{"#C2401F", 1}, hard: ink{"#B3121D", 1},
		hope: ink{"#3F7358", 2}, licence: ink{"#00707A", 6}, relief: ink{"#11753C", 2},
		us: ink{"#005FAF", 4}, russia: ink{"#A63A26", 1}, ukraine: ink{"#806200", 3}, europe: ink{"#6A45AE", 5}, asia: ink{"#146B63", 6}, nobody: ink{"#262626", -1},
		official: ink{"#005FAF", 4}, disputed: ink{"#9A2AA3", 5}, good: ink{"#14793F", 2}, bad: ink{"#B3121D", 1}, mark: ink{"#6B5200", 3}, fresh: ink{"#14793F", 2},
	},
	ThemeContrast: {
		text: ink{"#FFFFFF", 15}, dim: ink{"#E2E2E2", 15}, faint: ink{"#A8A8A8", 7}, accent: ink{"#7DF9FF", 14},
		selBack: ink{"#003C9E", 4},
		live:    ink{"#4CFF7A", 10}, asOf: ink{"#FFE100", 11}, asOfInk: ink{"#000000", 0}, asOfText: ink{"#FFE100", 11}, replay: ink{"#FF9CFF", 13}, replayInk: ink{"#000000", 0},
		word: ink{"#FFE100", 11}, act: ink{"#FF8A66", 9}, hard: ink{"#FF6A6A", 9},
		hope: ink{"#A6FFC4", 10}, licence: ink{"#7DF9FF", 14}, relief: ink{"#4CFF7A", 10},
		us: ink{"#9CC8FF", 12}, russia: ink{"#FF9C8A", 9}, ukraine: ink{"#FFE96B", 11}, europe: ink{"#DDBBFF", 13}, asia: ink{"#9CFFF0", 14}, nobody: ink{"#E2E2E2", 15},
		official: ink{"#7DF9FF", 14}, disputed: ink{"#FF9CFF", 13}, good: ink{"#4CFF7A", 10}, bad: ink{"#FF6A6A", 9}, mark: ink{"#FFFF9C", 11}, fresh: ink{"#4CFF7A", 10},
	},
	// After Okabe and Ito: orange against blue, never red against green.
	ThemeBlind: {
		text: own, dim: ink{"#9E9E9E", 7}, faint: ink{"#585858", 8}, accent: ink{"#87D7FF", 14},
		selBack: ink{"#26344D", 4},
		live:    ink{"#56B4E9", 12}, asOf: ink{"#F0E442", 11}, asOfInk: ink{"#1B1607", 0}, asOfText: ink{"#F0E442", 11}, replay: ink{"#CC79A7", 13}, replayInk: ink{"#1F0A16", 0},
		word: ink{"#F0E442", 11}, act: ink{"#E69F00", 3}, hard: ink{"#F07020", 9},
		hope: ink{"#8FC5E8", 6}, licence: ink{"#A7D8F5", 14}, relief: ink{"#4AA8F0", 12},
		us: ink{"#5FAFD7", 12}, russia: ink{"#F08A4B", 9}, ukraine: ink{"#FFFF5F", 11}, europe: ink{"#D793B8", 13}, asia: ink{"#5FC3A6", 14}, nobody: own,
		official: ink{"#87D7FF", 14}, disputed: ink{"#D793B8", 13}, good: ink{"#56B4E9", 12}, bad: ink{"#F07020", 9}, mark: ink{"#F5EE9E", 11}, fresh: ink{"#56B4E9", 12},
	},
}

// theme is a palette turned into the sequences of one terminal.
type theme struct {
	name    ThemeName
	profile colorprofile.Profile
	flatSel bool // chosen rows in reverse video: they drop their own colours

	text, strong, dim, faint, accent, title, focus  style
	sel, cursor                                     style // a chosen row over the panes; the time of the one under the cursor
	live, asOf, replay, asOfText, replayText        style
	word, act, hard, hope, licence, relief, beside  style
	official, disputed, good, bad, mark, fresh, key style
	struck                                          style
	sides                                           map[string]style
	seats                                           []style // the colours that sides take
	nobody                                          style
}

// newTheme makes the styles of a named theme for a terminal's colours.
func newTheme(name ThemeName, profile colorprofile.Profile) *theme {
	if profile == colorprofile.Unknown {
		profile = colorprofile.TrueColor // the renderer brings it down
	}
	p, ok := palettes[name]
	if !ok {
		name, p = ThemeDark, palettes[ThemeDark]
	}
	t := &theme{name: name, profile: profile, flatSel: profile <= colorprofile.ANSI}
	fg := func(c ink) style { return sgrOf(profile, c, false) }
	bg := func(c ink) style { return sgrOf(profile, c, true) }
	attr := func(s style) style {
		if profile == colorprofile.NoTTY {
			return ""
		}
		return s
	}
	plain := lipgloss.NewStyle()
	bold, reverse := attr(opening(plain.Bold(true))), attr(opening(plain.Reverse(true)))
	t.struck = attr("9")
	t.text, t.dim, t.faint, t.accent = fg(p.text), fg(p.dim), fg(p.faint), fg(p.accent)
	t.strong, t.title, t.focus, t.key = bold.with(fg(p.text)), fg(p.dim), bold.with(fg(p.accent)), bold.with(fg(p.text))
	t.sel, t.cursor = bg(p.selBack), t.focus
	t.live = bold.with(fg(p.live))
	t.asOf, t.replay = bold.with(fg(p.asOfInk), bg(p.asOf)), bold.with(fg(p.replayInk), bg(p.replay))
	t.asOfText, t.replayText = bold.with(fg(p.asOfText)), bold.with(fg(p.replay))
	if t.flatSel {
		t.sel, t.cursor = reverse, bold.with(reverse)
	}
	if profile == colorprofile.ANSI { // bold would turn the ink of the bars bright, into grey
		t.asOf, t.replay = fg(p.asOfInk).with(bg(p.asOf)), fg(p.replayInk).with(bg(p.replay))
	}
	if profile == colorprofile.Ascii {
		t.asOf, t.replay = bold.with(reverse), bold.with(reverse)
	}
	t.word, t.act, t.hard = fg(p.word), bold.with(fg(p.act)), bold.with(fg(p.hard))
	t.hope, t.licence, t.relief, t.beside = fg(p.hope), fg(p.licence), bold.with(fg(p.relief)), fg(p.dim)
	t.official, t.disputed, t.good, t.bad, t.fresh = fg(p.official), fg(p.disputed), fg(p.good), bold.with(fg(p.bad)), fg(p.fresh)
	t.mark = bold.with(fg(p.mark))
	t.nobody = fg(p.nobody)
	t.sides = map[string]style{
		"us": fg(p.us), "usa": fg(p.us), "russia": fg(p.russia), "belarus": fg(p.russia), "ukraine": fg(p.ukraine),
		"europe": fg(p.europe), "eu": fg(p.europe), "uk": fg(p.europe), "nato": fg(p.europe), "france": fg(p.europe), "germany": fg(p.europe),
		"china": fg(p.asia), "india": fg(p.asia),
	}
	t.seats = []style{fg(p.us), fg(p.russia), fg(p.ukraine), fg(p.europe), fg(p.asia)}
	return t
}

// seat gives the parties of a case colours, in their order: those that the theme does not
// know take the ones that no other party of the case has.
func (t *theme) seat(parties []string) {
	free := slices.DeleteFunc(slices.Clone(t.seats), func(st style) bool {
		return slices.ContainsFunc(parties, func(p string) bool { return t.sides[p] == st })
	})
	for _, p := range parties {
		if _, known := t.sides[p]; known || len(free) == 0 {
			continue
		}
		t.sides[p], free = free[0], free[1:]
	}
}

// side is the colour of a party.
func (t *theme) side(name string) style {
	if st, ok := t.sides[name]; ok {
		return st
	}
	return t.nobody
}

// sgrOf is the sequence of one colour on a terminal.
func sgrOf(profile colorprofile.Profile, c ink, back bool) style {
	var col color.Color
	switch {
	case profile <= colorprofile.Ascii, c.hex == "", profile == colorprofile.ANSI && c.ansi < 0:
		return ""
	case profile == colorprofile.ANSI:
		col = lipgloss.ANSIColor(uint8(c.ansi))
	default:
		col = lipgloss.Color(c.hex)
		if numbered := colorprofile.ANSI256.Convert(col); profile == colorprofile.ANSI256 || sameColour(numbered, col) {
			col = numbered
		}
	}
	if back {
		return opening(lipgloss.NewStyle().Background(col))
	}
	return opening(lipgloss.NewStyle().Foreground(col))
}

func sameColour(a, b color.Color) bool {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	return ar == br && ag == bg && ab == bb
}

// opening is the sequence that begins a style. Rows are made of thousands of
// cells a frame; joining sequences costs a fraction of rendering each with its style.
func opening(s lipgloss.Style) style {
	params, _, _ := strings.Cut(strings.TrimPrefix(s.Render("x"), "\x1b["), "m")
	return style(params)
}
