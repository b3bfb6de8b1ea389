package ui

import (
	"testing"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// Both ways of laying a mark over a line come to the same cells.
func TestOverlaysShowTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(3, 40).Draw(t, "width")
		l := newLine(width)
		for l.room() > 0 {
			st := rapid.SampledFrom([]style{"", "1", "38;5;12", "1;38;5;200", "48;5;30"}).Draw(t, "style")
			l.put(st, rapid.StringOfN(rapid.SampledFrom([]rune("ab ·█▁│╌━×“")), 1, 6, -1).Draw(t, "text"))
		}
		under := l.done()
		w := rapid.IntRange(1, width).Draw(t, "w")
		x := rapid.IntRange(0, width-w).Draw(t, "x")
		over := newLine(w).put("1;38;5;3", "▼12:00").done()
		plain, ok := overlayPlain(under, over, x, w)
		if !ok {
			t.Fatalf("%q is not plain", under)
		}
		cells := func(s string) uv.ScreenBuffer {
			b := uv.NewScreenBuffer(width+5, 1)
			uv.NewStyledString(s).Draw(b, b.Bounds())
			return b
		}
		got, want := cells(plain), cells(overlayAny(under, over, x, w))
		for i := range width + 5 {
			if !got.CellAt(i, 0).Equal(want.CellAt(i, 0)) {
				t.Fatalf("cell %d of %q is %+v, want %+v", i, plain, got.CellAt(i, 0), want.CellAt(i, 0))
			}
		}
	})
}

func TestWideLettersAreNotPlain(t *testing.T) {
	for _, under := range []string{"会谈 now", "a\u0301bc", "ok ✅ ok", "▶ now"} {
		if s, ok := overlayPlain(under, "x", 1, 1); ok {
			t.Errorf("%q was taken for plain and became %q", under, s)
		}
	}
}

// The short ways of measuring and cutting come to what the long ones do.
func TestPlainTextIsAsWideAsTerminalsDrawIt(t *testing.T) {
	var plain []rune
	for r := range rune(0x3000) {
		if oneCell(r) {
			plain = append(plain, r)
		}
	}
	for i, r := range plain {
		s := string([]rune{'x', r, r, plain[i*7919%len(plain)]})
		if ansi.StringWidth(s) != 4 || ansi.StringWidthWc(s) != 4 {
			t.Errorf("%q is %d or %d cells wide, want 4", s, ansi.StringWidth(s), ansi.StringWidthWc(s))
		}
		if once := safeOnce(s); once != s {
			t.Errorf("%q becomes %q", s, once)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := safe(hostile().Draw(t, "s"))
		w := rapid.IntRange(1, 40).Draw(t, "w")
		if got, want := headOf(s, w), ansi.Truncate(s, w, ""); got != want {
			t.Fatalf("the head of %q in %d cells is %q, want %q", s, w, got, want)
		}
		if width(s) != ansi.StringWidth(s) {
			t.Fatalf("%q is %d wide, want %d", s, width(s), ansi.StringWidth(s))
		}
	})
}

func TestInkThatBlanksDoNotShow(t *testing.T) {
	for st, want := range map[style]bool{"": true, "1": true, "38;5;48": true, "1;38;2;4;48;9": true, "91": true, "1;4": false, "38;5;12;48;5;3": false, "7": false, "9": false, "44": false, "101": false} {
		if got := st.inkOnly(); got != want {
			t.Errorf("%q shows on letters only: %v, want %v", st, got, want)
		}
	}
}
