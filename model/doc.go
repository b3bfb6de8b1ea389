// Package model holds Parley's nouns and the board: pure values and functions,
// without I/O, without a clock and without globals.
//
//	Sighting ──► Version ──► Reading ──► Record ──► Board (as of a moment)
//	(one item     (what the   (actors,    (grows,    (what the panes show)
//	 as fetched)   desk saw)   statements,  never
//	                           signals,     changes)
//	                           events)
//
// Live, as-of, demo, replay and tests are one mechanism: a Record that only
// grows, and a chosen moment.
package model
