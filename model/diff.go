package model

import "strings"

// maxDiffWords bounds the table of a comparison, in words of each side. Where more lie
// between the common beginning and end of two texts, they differ as a whole.
const maxDiffWords = 1500

// Diff compares two texts word by word: what b keeps of a ('='), what it leaves
// out ('-') and what it adds ('+'). Case and punctuation do not count as changes.
func Diff(a, b string) []DiffWord {
	x, y := strings.Fields(a), strings.Fields(b)
	return diffWords(x, y, foldEach(x), foldEach(y))
}

// Edits is Diff for two states of one text, in which case and punctuation count.
func Edits(before, after string) []DiffWord {
	x, y := strings.Fields(before), strings.Fields(after)
	return diffWords(x, y, x, y)
}

// diffWords compares words by what they count as.
func diffWords(x, y, as, bs []string) []DiffWord {
	head := 0
	for head < min(len(as), len(bs)) && as[head] == bs[head] {
		head++
	}
	tail := 0
	for tail < min(len(as), len(bs))-head && as[len(as)-1-tail] == bs[len(bs)-1-tail] {
		tail++
	}
	endX, endY := len(x)-tail, len(y)-tail
	out := runs(nil).with('=', y[:head])
	if max(endX, endY)-head > maxDiffWords {
		out = out.with('-', x[head:endX]).with('+', y[head:endY])
	} else {
		out = out.walk(x[head:endX], y[head:endY], as[head:endX], bs[head:endY])
	}
	return out.with('=', y[endY:])
}

// runs are the runs of a difference that is being put together.
type runs []DiffWord

func (r runs) with(op byte, words []string) runs {
	if len(words) == 0 {
		return r
	}
	text := strings.Join(words, " ")
	if n := len(r); n > 0 && r[n-1].Op == op {
		r[n-1].Text += " " + text
		return r
	}
	return append(r, DiffWord{Op: op, Text: text})
}

// walk goes along the longest part that two lists have in common.
func (r runs) walk(x, y, as, bs []string) runs {
	// longest[i][j] is its length in x[i:] and y[j:].
	longest := make([][]uint16, len(x)+1)
	cells := make([]uint16, (len(x)+1)*(len(y)+1))
	for i := range longest {
		longest[i] = cells[i*(len(y)+1) : (i+1)*(len(y)+1)]
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if as[i] == bs[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case i < len(x) && j < len(y) && as[i] == bs[j]:
			r = r.with('=', y[j:j+1])
			i, j = i+1, j+1
		case i < len(x) && (j == len(y) || longest[i+1][j] >= longest[i][j+1]):
			r = r.with('-', x[i:i+1])
			i++
		default:
			r = r.with('+', y[j:j+1])
			j++
		}
	}
	return r
}

func foldEach(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.Join(foldWords(w), " ")
		if out[i] == "" {
			out[i] = w
		}
	}
	return out
}
