package main

import (
	"cmp"
	"strings"

	"parley/model"
	"parley/model/store"
)

// factsNamed is how many facts of a hit are named at most.
const factsNamed = 4

// factsOf says in a line each what was read from a hit: what the query asked of facts,
// else all of it.
func (d *desk) factsOf(h store.Hit, fixed store.Fixed) ([]string, error) {
	rd, refs := h.Reading, h.Facts
	if len(refs) == 0 {
		ref := model.VersionRef{Item: h.Version.Item, N: h.Version.N}
		var err error
		if rd, err = d.store.Reading(ref); err != nil {
			return nil, err
		}
		rd = fixed.PutRight(ref, rd)
		for kind, n := range map[model.Kind]int{model.KindStatement: len(rd.Statements), model.KindSignal: len(rd.Signals), model.KindEvent: len(rd.Events)} {
			for i := range n {
				refs = append(refs, store.FactRef{Kind: kind, Index: i})
			}
		}
	}
	var lines []string
	seen := map[string]bool{}
	for _, kind := range []model.Kind{model.KindStatement, model.KindSignal, model.KindEvent} {
		for _, f := range refs {
			if f.Kind != kind {
				continue
			}
			if line := d.factInWords(&rd, f); !seen[line] && len(lines) < factsNamed {
				seen[line] = true
				lines = append(lines, line)
			}
		}
	}
	return lines, nil
}

// factInWords is a fact in a line: who, what kind, and what.
func (d *desk) factInWords(rd *model.Reading, f store.FactRef) string {
	parts := func(list ...string) string {
		var said []string
		for _, s := range list {
			if s != "" {
				said = append(said, s)
			}
		}
		return strings.Join(said, " · ")
	}
	spoken := func(id string) string { return strings.ReplaceAll(id, "-", " ") }
	switch f.Kind {
	case model.KindStatement:
		s := &rd.Statements[f.Index]
		words := s.Words()
		if s.Mode == model.Direct && !strings.HasPrefix(words, "“") {
			words = "“" + words + "”"
		}
		return parts(d.speaker(s.Speaker), cmp.Or(s.Verb(), spoken(s.Type)), words)
	case model.KindSignal:
		s := &rd.Signals[f.Index]
		what := spoken(s.Instrument)
		if s.Instrument == "other" || s.Instrument == "" {
			what = "a measure"
		}
		if s.Licenses() {
			what = "relief from " + what
		}
		if s.Sector != "" {
			what += " on " + spoken(s.Sector)
		}
		if s.Condition != nil && s.Condition.Trigger != "" {
			what += ", " + s.Condition.Polarity + " " + s.Condition.Trigger
		}
		if s.Historical {
			what += " (background)"
		}
		path := "sender not named"
		if s.Sender != "" {
			path = d.directory.Name(s.Sender)
		}
		if to := d.names(s.Target); to != "" {
			path += " → " + to
		}
		return parts(path, spoken(s.Action), what)
	}
	e := rd.EventAt(f.Index)
	return parts(d.names(e.Participants), spoken(e.Kind), spoken(e.Stands()), e.Place)
}

// speaker names who spoke: by the directory where it knows them, else as the text does.
func (d *desk) speaker(s model.Speaker) string {
	if a, known := d.directory.Find(s.Actor); known {
		return a.Name
	}
	return cmp.Or(s.Name, s.Text, "somebody")
}

func (d *desk) names(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = d.directory.Name(id)
	}
	return strings.Join(names, ", ")
}
