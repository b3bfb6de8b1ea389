package model

import "slices"

// slim is a long list of numbers in order that takes two bytes for each: where it is in
// its stretch of 65,536.
type slim struct {
	low  []uint16
	ends []int32 // by stretch: how many numbers lie in it or before it
}

const stretchBits = 16

func (l *slim) push(x int32) {
	for k := len(l.ends); k <= int(x>>stretchBits); k++ {
		l.ends = append(l.ends, int32(len(l.low)))
	}
	l.low = add(l.low, uint16(x))
	l.ends[x>>stretchBits]++
}

// below is how many of the numbers lie below top.
func (l *slim) below(top int) int {
	k := top >> stretchBits
	if k >= len(l.ends) {
		return len(l.low)
	}
	from := l.begin(k)
	n, _ := slices.BinarySearch(l.low[from:l.ends[k]], uint16(top))
	return from + n
}

// begin is how many numbers lie before a stretch.
func (l *slim) begin(stretch int) int {
	if stretch == 0 {
		return 0
	}
	return int(l.ends[stretch-1])
}

// latest appends the last n of the first numbers to a list.
func (l *slim) latest(list []int32, first, n int) []int32 {
	at := first - n
	k, _ := slices.BinarySearch(l.ends, int32(at+1)) // the stretch of the number at at
	for ; at < first; k++ {
		end := min(first, int(l.ends[k]))
		for _, x := range l.low[at:end] {
			list = append(list, int32(k)<<stretchBits|int32(x))
		}
		at = end
	}
	return list
}
