package model

import (
	"fmt"
	"testing"
)

// BenchmarkCertaintyOfManyReports asks how sure a statement is that one house has
// reported 900 times, as a live page does.
func BenchmarkCertaintyOfManyReports(b *testing.B) {
	x := newBench()
	for i := range 900 {
		text := fmt.Sprintf("Report %d of the quay: barge %d waits, gate %d opens, crane %d is idle and warden %d sleeps.", i, i*7, i*11, i*13, i*17)
		x.add("09:00", "Demo Daily", fmt.Sprint(i), fmt.Sprintf("Vell speaks again, part %d", i), text+" The harbour stays open to all ships tonight", says("vell", "The harbour stays open to all ships tonight", "assertion"))
	}
	board := x.live()
	ref := board.Statements(Filter{})[0]
	b.ReportAllocs()
	for b.Loop() {
		board.r.AsOf(at("23:00"), BySeen).Statement(ref)
	}
}
