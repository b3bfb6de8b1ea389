package main

import (
	"slices"
	"strings"

	"parley/model"
	"parley/model/config"
)

// ringer says which arrivals ring, and why, by the config's [watch].
func ringer(w config.Watch) func(*model.Board, model.Ref) (string, bool) {
	terms := make([]string, len(w.Terms))
	for i, t := range w.Terms {
		terms[i] = strings.ToLower(t)
	}
	said := func(text string) (string, bool) {
		text = strings.ToLower(text)
		for _, t := range terms {
			if strings.Contains(text, t) {
				return t, true
			}
		}
		return "", false
	}
	return func(b *model.Board, ref model.Ref) (string, bool) {
		switch ref.Kind {
		case model.KindStatement:
			row, ok := b.Statement(ref)
			if !ok {
				return "", false
			}
			if slices.Contains(w.Actors, row.Speaker.ID) {
				return row.Speaker.Name + " speaks", true
			}
			return said(row.Statement.Words())
		case model.KindSignal:
			row, ok := b.Signal(ref)
			if !ok || row.Signal.Historical {
				return "", false
			}
			if slices.Contains(w.Signals, row.Signal.Action) {
				return row.Signal.Action, true
			}
			if len(row.Evidence) > 0 {
				return said(row.Evidence[0].Sentence)
			}
		}
		return "", false
	}
}
