// Package ui is Parley's screen: one Bubble Tea program over a desk.
//
//	key, mouse, tick ─┐
//	Desk.Updates() ───┼─► Update ─► Model ─► View ─► one frame
//	answers of Cmds ──┘     │        (cursor, filter, moment, board)
//	                        └─► Cmd (search, mark, brief, link): all I/O
//
// What the panes show is always one model.Board: the record as of a moment.
// Live is the moment now; the timeline's cursor chooses another one. Panes are
// plain structs that draw the visible rows only and return lines of exactly the
// width they were given; layout.go says where they stand and frame.go zips them.
//
// The package knows neither feeds nor the store: it declares Desk, and whoever
// starts it gives one.
package ui
