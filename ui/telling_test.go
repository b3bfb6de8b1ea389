package ui

import (
	"testing"

	"parley/model"
)

func TestWordsThatMakeNoClauseStandBehindTheirVerb(t *testing.T) {
	d := summitDesk()
	d.add(talks(22, 50), "Demo Wire", "Okoro plays down the harbour talks of both presidents", func(rd *model.Reading, title string) {
		s := d.statement(title, "okoro", "the harbour talks of both presidents", "assertion", "hedged")
		s.Mode, s.Quotes, s.Cue.Text = model.Indirect, nil, "plays down"
		rd.Statements = []model.Statement{s}
	})
	sit(t, d, 160, 45).sees("plays down: the harbour talks of both presidents")
}
