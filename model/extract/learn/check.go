package learn

import (
	"fmt"

	"parley/model/extract"
)

// folds is into how many parts the sentences are cut: each is read by what the others
// teach.
const folds = 5

// Figures count what is read of mentions that were not trained on.
type Figures struct {
	None, Alarms                 int // mentions that are no signal, and those read as one
	Signals, Read                int // those that are one, and those of them read
	Families, Actions, Overstate int // of those read: right family, right action, a word read as a deed
}

// Check reads every mention that the word lists name with weights that were trained on
// the other sentences.
func Check(examples []Example) Figures {
	var f Figures
	for part := range folds {
		var train []Example
		for _, e := range examples {
			if e.Sentence%folds != part {
				train = append(train, e)
			}
		}
		w := Train(train)
		for _, e := range examples {
			if e.Sentence%folds == part && e.Listed {
				f.count(extract.LearnedActions[e.Action], extract.LearnedActions[w.read(e.Features)])
			}
		}
	}
	return f
}

// read weighs features as the reader does.
func (w Weights) read(features []string) int {
	var s extract.Scores
	for _, f := range features {
		if row := w[f]; row != nil {
			for a, x := range row {
				s[a] += x
			}
		}
	}
	s.Chances()
	action, _ := s.Decide()
	return action
}

func (f *Figures) count(want, have string) {
	if want == "none" {
		f.None++
		if have != "none" {
			f.Alarms++
		}
		return
	}
	f.Signals++
	if have == "none" {
		return
	}
	f.Read++
	if extract.Family(want) == extract.Family(have) {
		f.Families++
	}
	if want == have {
		f.Actions++
	}
	if extract.Family(want) == "word" && extract.Family(have) == "deed" {
		f.Overstate++
	}
}

// Found is the share of signals that are read at all.
func (f Figures) Found() float64 { return share(f.Read, f.Signals) }

// FamilyRight is the share of those read that are read as of the right family.
func (f Figures) FamilyRight() float64 { return share(f.Families, f.Read) }

// WordsAsDeeds is the share of those read that are words and are read as deeds.
func (f Figures) WordsAsDeeds() float64 { return share(f.Overstate, f.Read) }

// FalseAlarms is the share of mentions without a signal that are read as one.
func (f Figures) FalseAlarms() float64 { return share(f.Alarms, f.None) }

func (f Figures) String() string {
	return fmt.Sprintf("signals found            %.3f of %d\nof these, right family   %.3f of %d\nright action             %.3f\na word read as a deed    %.3f\nno signal, read as one   %.3f of %d\n",
		f.Found(), f.Signals, f.FamilyRight(), f.Read, share(f.Actions, f.Read), f.WordsAsDeeds(), f.FalseAlarms(), f.None)
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
