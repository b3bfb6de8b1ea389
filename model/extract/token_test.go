package extract

import (
	"strings"
	"testing"

	"parley/model"
)

func testLexicon(t testing.TB) *lexicon {
	x, err := newLexicon()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestTokenize(t *testing.T) {
	x := testLexicon(t)
	for in, want := range map[string]string{
		"Trump's plan won't work.":            "Trump 's plan won't work .",
		"He’ll say it’s fine":                 "He ’ll say it ’s fine",
		"the U.S.-led talks at 11:30 a.m.":    "the U.S.-led talks at 11:30 a.m.",
		"the Trump-Putin call, a two-day one": "the Trump - Putin call , a two-day one",
		"Sen. J. R. Smith (R-Ohio)":           "Sen. J. R. Smith ( R - Ohio )",
		"$1.5bn — 25% of it...":               "$ 1.5bn — 25 % of it ...",
		"No. 10 said no.":                     "No. 10 said no .",
		"'Never,' she said. “Ever”":           "' Never , ' she said . “ Ever ”",
		"O'Brien and the leaders' pact":       "O'Brien and the leaders ' pact",
	} {
		var got []string
		for _, k := range x.tokenize(in) {
			got = append(got, in[k.start:k.end])
			if string([]rune(in)[k.rstart:k.rend]) != in[k.start:k.end] {
				t.Errorf("%q: code points and bytes of %q differ", in, in[k.start:k.end])
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q\n got %s\nwant %s", in, s, want)
		}
	}
}

func TestSentences(t *testing.T) {
	x := testLexicon(t)
	for in, want := range map[string]string{
		"The U.S. delegation met Sen. Dole. It left at 5 p.m. The talks ended.": "The U.S. delegation met Sen. Dole.|It left at 5 p.m.|The talks ended.",
		"“We go. We stay.” Then he left.":                                       "“We go.|We stay.”|Then he left.",
		"“Will it end?” Ms. Ortega asked. Nobody knew.":                         "“Will it end?” Ms. Ortega asked.|Nobody knew.",
		"“Will it end?” The hall was silent.":                                   "“Will it end?”|The hall was silent.",
		"“Never!” she said":                                                     "“Never!” she said",
		"First line without a stop\n\nSecond line.":                             "First line without a stop|Second line.",
		"He rose 1.5 points. 25 people came.":                                   "He rose 1.5 points.|25 people came.",
	} {
		tx := x.newText(model.InText, in)
		var got []string
		for _, s := range tx.sents {
			got = append(got, tx.raw(s.lo, s.hi))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q\n got %s\nwant %s", in, s, want)
		}
	}
}

func TestQuotes(t *testing.T) {
	x := testLexicon(t)
	for in, want := range map[string]string{
		"“One,” he said, “two.”":                             "One,|two.",
		"\"One,\" he said, \"two.\"":                         "One,|two.",
		"'One,' he said. 'It's two.'":                        "One,|It's two.",
		"«Un», dit-il":                                       "Un",
		"„Eins“, sagte er":                                   "Eins",
		"the leaders' pact and the players' union":           "",
		"He hailed the 'leaders' pact' of '99":               "leaders' pact",
		"“Not closed\n\n“goes on.” He left.":                 "Not closed|+goes on.",
		"“She told me ‘go home’ twice,” he said.":            "She told me ‘go home’ twice,",
		"No opening mark at all,” she said.":                 "No opening mark at all,",
		"\"Never closed he said.\n\nNew one, \"here\" it is": "Never closed he said.|here",
	} {
		tx := x.newText(model.InText, in)
		var got []string
		for _, q := range tx.quotes {
			s := tx.raw(q.lo, q.hi)
			if q.joined {
				s = "+" + s
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q\n got %s\nwant %s", in, s, want)
		}
	}
}

func TestAPhraseReadsAsItWouldStandInOnePiece(t *testing.T) {
	r := testReader(t)
	for text, want := range map[string]string{
		`"We met, and much was agreed," Macron said. "We did not get there."`: "We met, and much was agreed. We did not get there.",
		`"We will," Macron said, "if they do."`:                               "We will, if they do.",
		`The hall, according to Macron, will stay open.`:                      "The hall will stay open",
	} {
		got := r.Read(model.Document{Text: text}).Statements
		if len(got) != 1 || got[0].Content.Text != want {
			t.Errorf("%s: statements %+v, want one of %q", text, got, want)
		}
	}
}
