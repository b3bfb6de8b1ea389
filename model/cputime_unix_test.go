//go:build unix

package model

import (
	"syscall"
	"testing"
)

// cpuTime reports the processor time of an operation beside the wall time, which
// says little on a machine that does other work.
func cpuTime(b *testing.B) (report func()) {
	used := func() int64 {
		var r syscall.Rusage
		if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
			return 0
		}
		return r.Utime.Nano() + r.Stime.Nano()
	}
	before := used()
	return func() { b.ReportMetric(float64(used()-before)/float64(b.N), "cpu-ns/op") }
}
