package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
)

// Who says in the environment how much garbage or memory there may be has said it for all
// that a command does.
func TestTheEnvironmentSaysOfGarbage(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	restore := allowGarbage(31)
	if now := percent(); now != 31 {
		t.Errorf("%d per cent of garbage, want 31", now)
	}
	if restore(); percent() != 100 {
		t.Errorf("%d per cent of garbage afterwards, want 100", percent())
	}
	for name, value := range map[string]string{"GOGC": "70", "GOMEMLIMIT": "300MiB"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, value)
			for what, room := range map[string]func() func(){
				"a start": func() func() { _, settle := roomToStart(); return settle }, "loading": littleGarbage, "polling": roomToWork,
				"growing": func() func() { boundGarbage(); return func() {} },
			} {
				restore := room()
				if now := percent(); now != 100 {
					t.Errorf("%s sets garbage to %d per cent", what, now)
				}
				restore()
			}
		})
	}
}

// What a list leaves that was outgrown, or a flood, the system has back.
func TestIdleMemoryIsGivenBack(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	outgrown := make([]byte, 4*idleRoom)
	for i := 0; i < len(outgrown); i += 512 {
		outgrown[i] = 1
	}
	runtime.KeepAlive(outgrown)
	runtime.GC()
	boundGarbage()
	now := []metrics.Sample{{Name: idleMemory}}
	if metrics.Read(now); now[0].Value.Uint64() > idleRoom {
		t.Errorf("%d bytes lie idle, want %d at most", now[0].Value.Uint64(), idleRoom)
	}
}
