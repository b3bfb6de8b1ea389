package ui

import (
	"strings"

	"parley/model"
)

// diffLimit bounds the table of a difference, in words of each side.
const diffLimit = 1500

// wordDiff is the shortest word-by-word difference of two texts. Texts too long
// for a table differ as a whole between their common beginning and end.
func wordDiff(before, after string) []model.DiffWord {
	a, b := strings.Fields(before), strings.Fields(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []model.DiffWord
	add := func(op byte, words ...string) {
		if len(words) == 0 {
			return
		}
		if n := len(out); n > 0 && out[n-1].Op == op {
			out[n-1].Text += " " + strings.Join(words, " ")
			return
		}
		out = append(out, model.DiffWord{Op: op, Text: strings.Join(words, " ")})
	}
	add('=', a[:head]...)
	middleA, middleB := a[head:len(a)-tail], b[head:len(b)-tail]
	if len(middleA) > diffLimit || len(middleB) > diffLimit {
		add('-', middleA...)
		add('+', middleB...)
	} else {
		common(middleA, middleB, func(op byte, word string) { add(op, word) })
	}
	add('=', a[len(a)-tail:]...)
	return out
}

// common walks the longest common subsequence of two lists of words.
func common(a, b []string, emit func(op byte, word string)) {
	table := make([][]int32, len(a)+1)
	cells := make([]int32, (len(a)+1)*(len(b)+1))
	for i := range table {
		table[i] = cells[i*(len(b)+1) : (i+1)*(len(b)+1)]
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			emit('=', a[i])
			i, j = i+1, j+1
		case j == len(b) || (i < len(a) && table[i+1][j] >= table[i][j+1]):
			emit('-', a[i])
			i++
		default:
			emit('+', b[j])
			j++
		}
	}
}
