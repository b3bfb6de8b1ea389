// Package store keeps the record on disk: one SQLite file that only grows.
//
//	Sighting ─► Append ─► versions ─┬─► (the reader) ─► SaveReadings ─► readings
//	            same item?          │                                └► full text
//	            changed in          └─► Unread: what a crash or newer rules left
//	            substance?
//
//	Replay ─► model.Record ─► Checkpoint      derived, may be dropped any time
//	Version, Reading, History                 one row for the screen, cached
//	Search, Matching, Items                   as of a moment, on either clock
//	marks, looks, feed states, lease, settings
//
// Versions and marks are never changed or dropped; triggers hold that against
// any program with the file open. Everything else is derived from them or is
// mere bookkeeping. One process writes at a time, any number may read, and a
// process killed at any point leaves what was committed.
package store
