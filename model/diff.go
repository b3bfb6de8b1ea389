package model

import "strings"

// maxDiffWords bounds a word-by-word comparison; longer texts are compared up
// to there.
const maxDiffWords = 400

// Diff compares two texts word by word: what b keeps of a ('='), what it leaves
// out ('-') and what it adds ('+'). Case and punctuation do not count as changes.
func Diff(a, b string) []DiffWord {
	x, y := strings.Fields(a), strings.Fields(b)
	x, y = x[:min(len(x), maxDiffWords)], y[:min(len(y), maxDiffWords)]
	fx, fy := foldEach(x), foldEach(y)
	// longest[i][j] is the length of the longest common part of x[i:] and y[j:].
	longest := make([][]uint16, len(x)+1)
	for i := range longest {
		longest[i] = make([]uint16, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if fx[i] == fy[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var out []DiffWord
	add := func(op byte, word string) {
		if n := len(out); n > 0 && out[n-1].Op == op {
			out[n-1].Text += " " + word
			return
		}
		out = append(out, DiffWord{Op: op, Text: word})
	}
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case i < len(x) && j < len(y) && fx[i] == fy[j]:
			add('=', y[j])
			i++
			j++
		case i < len(x) && (j == len(y) || longest[i+1][j] >= longest[i][j+1]):
			add('-', x[i])
			i++
		default:
			add('+', y[j])
			j++
		}
	}
	return out
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
