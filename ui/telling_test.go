package ui

import (
	"strings"
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

// A demand that was dropped never looks like what was granted.
func TestWhatIsGivenUpStandsBehindItsVerb(t *testing.T) {
	d := summitDesk()
	d.add(talks(22, 50), "Demo Wire", "Okoro drops demand for a truce", func(rd *model.Reading, title string) {
		s := d.statement(title, "okoro", "demand for a truce", "concession", "asserted")
		s.Mode, s.Quotes, s.Cue.Text, s.Topics = model.Indirect, nil, "drops", []string{"talks"}
		rd.Statements = []model.Statement{s}
	})
	sit(t, d, 160, 45).sees("drops: demand for a truce").doesNotSee("concession: demand")
}

// What somebody did not do never looks as if he did it.
func TestWhatWasNotDoneStandsBehindTheWordsThatSaySo(t *testing.T) {
	for cue, looks := range map[string]string{
		"has not threatened": "has not threatened: to leave the talks", "didn’t offer": "didn’t offer: to leave the talks",
		"never agreed": "never agreed: to leave the talks", "threatens": "threat: to leave the talks", "notes": "threat: to leave the talks",
	} {
		d := summitDesk()
		d.add(talks(22, 50), "Demo Wire", "Okoro "+cue+" to leave the talks", func(rd *model.Reading, title string) {
			s := d.statement(title, "okoro", "to leave the talks", "threat", "negated")
			s.Mode, s.Quotes, s.Cue.Text, s.Topics = model.Indirect, nil, cue, []string{"talks"}
			rd.Statements = []model.Statement{s}
		})
		r := sit(t, d, 160, 45).sees(looks)
		if !strings.HasPrefix(looks, "threat") {
			r.doesNotSee("threat: to leave").press("a").sees("○ " + cue)
		}
	}
}
