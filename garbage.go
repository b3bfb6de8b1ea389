package main

import (
	"os"
	"runtime/debug"
	"runtime/metrics"
)

// Garbage is collected when so many per cent of what lives lie in memory: a program that
// runs all night takes memory before speed. Of a record that has grown large that is
// more than it needs to take in what comes: then garbageRoom is enough, in bytes, but
// never less than leastGarbage per cent.
const (
	mostGarbage  = 25
	leastGarbage = 5
	garbageRoom  = 6 << 20
)

// boundGarbage says anew how much garbage may lie in memory, by what lives in it now. The
// system has back what lies idle, as lists that were outgrown leave it, where it is more
// than idleRoom: by itself the collector keeps a tenth of all.
// What the environment says of garbage stands.
func boundGarbage() {
	if garbageSaid() {
		return
	}
	now := []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/gc/gogc:percent"}, {Name: idleMemory}}
	metrics.Read(now)
	room := garbageRoom * 100 / max(1, now[0].Value.Uint64())
	if percent := min(max(leastGarbage, room), mostGarbage); percent != now[1].Value.Uint64() {
		debug.SetGCPercent(int(percent))
	}
	if now[2].Value.Uint64() > idleRoom {
		debug.FreeOSMemory()
	}
}

// idleRoom is how much memory may lie idle, in bytes: somewhat more than garbage leaves
// that is collected. idleMemory is what the runtime calls how much does.
const (
	idleRoom   = 8 << 20
	idleMemory = "/memory/classes/heap/free:bytes"
)

// allowGarbage lets so many per cent of what lives lie in memory as garbage. restore goes
// back. What the environment says of garbage stands.
func allowGarbage(percent int) (restore func()) {
	if garbageSaid() {
		return func() {}
	}
	before := debug.SetGCPercent(percent)
	return func() { debug.SetGCPercent(before) }
}

// garbageSaid says whether the environment does: by how much garbage there may be, or by
// how much memory.
func garbageSaid() bool { return os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" }
