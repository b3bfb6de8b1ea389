package extract

import (
	"strings"
	"testing"

	"parley/model"
)

// TestSpeakerSpans tells what is marked in the text as the speaker: more than the
// name where it is explained, less than the name where a relative stands for it.
func TestSpeakerSpans(t *testing.T) {
	r := testReader(t)
	for _, c := range []struct{ text, marked, named string }{
		{"Ada Quell said the pier was shut.", "Ada Quell", "Ada Quell"},
		{"Ada Quell, 41, a baker from Salem, said the pier was shut.", "Ada Quell, 41, a baker from Salem", "Ada Quell"},
		{"“The pier is shut,” said Ada Quell, a baker who led the board.", "Ada Quell, a baker who led the board", "Ada Quell"},
		{"“The pier is shut,” said Ada Quell, speaking in Salem.", "Ada Quell", "Ada Quell"},
		{"Sen. Ada Quell (G-Salem) said the pier was shut.", "Sen. Ada Quell (G-Salem)", "Sen. Ada Quell"},
		{"The board met Ada Quell, who said the pier was shut.", "who", "Ada Quell"},
		{"According to Ada Quell, the pier was shut.", "Ada Quell", "Ada Quell"},
		{"She, too, said the pier was shut.", "She", "She"},
	} {
		var marked, named []string
		runes := []rune(c.text)
		for _, st := range r.Read(model.Document{Text: c.text}).Statements {
			named = append(named, st.Speaker.Text)
			for _, sp := range st.Speaker.Spans {
				marked = append(marked, string(runes[sp[0]:sp[1]]))
			}
		}
		if got := strings.Join(marked, " + "); got != c.marked || strings.Join(named, " + ") != c.named {
			t.Errorf("%s\nmarked %q and named %q, want %q and %q", c.text, got, named, c.marked, c.named)
		}
	}
}
