package main

import (
	"log/slog"

	"parley/model"
)

// steadyReader reads by rules that may have a fault: a text that they stumble over
// is kept without facts and named in the log, and does not end a night's desk.
type steadyReader struct{ rules model.Reader }

func (r steadyReader) Read(doc model.Document) (out model.Reading) {
	defer func() {
		if fault := recover(); fault != nil {
			slog.Error("a text could not be read; it is kept without facts: please report it", "id", doc.ID, "feed", doc.Feed, "title", doc.Title, "fault", fault)
			out = model.Reading{ID: doc.ID, Statements: []model.Statement{}, Signals: []model.Signal{}, Events: []model.Event{}, Actors: []model.Mention{}}
		}
	}()
	return r.rules.Read(doc)
}
