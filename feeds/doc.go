// Package feeds brings in what the world publishes: it asks servers politely,
// reads what they send however it is written, and hands on items whose text is
// safe to draw. It knows no screen and no database; it is given a Sink for the
// items and States for what must survive a restart.
//
//	                  ┌────────── States (validators, next due, failures) ─────────┐
//	                  ▼                                                            │
//	Poller ─► gate ─► client ─► answer ─► Parse ─────────────────────► Sink ─► schedule
//	(who is   (few a  (one GET, (bytes    (decode → guard → gofeed →   (the    (when is
//	 due)      host,   checked   within    dates → clean → identity)   record)  it due
//	           429)    hop by    bounds)                                        again)
//	                   hop)
//
// The rest of the house: CheckAll looks at feeds for a person, ImportOPML and
// ExportOPML carry lists in and out, pages.go fetches the article behind an item
// where a feed asks for it, and recordings stand in for servers in the demo.
package feeds
