//go:build unix

package main

import (
	"syscall"
	"testing"
	"time"
)

// cpuUsed is the processor time of this process so far: on a machine that does other
// work the wall time of an operation says little.
func cpuUsed(tb testing.TB) time.Duration {
	tb.Helper()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
