package model

import (
	"testing"

	"pgregory.net/rapid"
)

// What is pushed is found again where it came, after whatever else came, in a list that
// began empty and in one cut from a piece of memory.
func TestPiecesKeepWhatTheyTake(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p pieces[int]
		n := rapid.OneOf(rapid.Just(0), rapid.IntRange(1, 3*pieceLen), rapid.SampledFrom([]int{pieceLen - 1, pieceLen, pieceLen + 1})).Draw(t, "cut")
		all := make([]int, n, 2*n)
		for i := range all {
			all[i] = 3 * i
		}
		if n > 0 {
			p.cut(all)
		}
		var stood *int
		pushed := rapid.IntRange(0, 3*pieceLen).Draw(t, "pushed")
		for i := n; i < n+pushed; i++ {
			p.push(3 * i)
			if i == pieceLen {
				stood = p.at(pieceLen - 1)
			}
		}
		for i := range int32(p.len()) {
			if *p.at(i) != 3*int(i) {
				t.Fatalf("member %d of %d, the first %d of them cut, is %d", i, p.len(), n, *p.at(i))
			}
		}
		if p.len() > 0 && *p.last() != 3*(p.len()-1) || stood != nil && stood != p.at(pieceLen-1) {
			t.Fatal("a full piece moved, or the last member is another")
		}
		if k := rapid.IntRange(0, 3*p.len()+3).Draw(t, "sought"); p.search(func(x *int) bool { return *x >= k }) != min((k+2)/3, p.len()) {
			t.Fatalf("the first of %d that is %d or more was not found", p.len(), k)
		}
	})
}
