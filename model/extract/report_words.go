package extract

import "fmt"

// reportWord is what a word around a report in running text tells of it; see
// data/report-words.txt.
type reportWord uint16

const (
	reportBodyPart reportWord = 1 << iota
	reportDodging
	reportSumming
	reportCalling
	reportMoving
	reportGranting
	reportTerm
	reportPaper
	reportVerbOnly
	reportHollow
)

var reportClasses = map[string]reportWord{
	"body-part": reportBodyPart, "dodging": reportDodging, "summing": reportSumming, "calling": reportCalling,
	"moving": reportMoving, "granting": reportGranting, "term": reportTerm, "paper": reportPaper, "verb-only": reportVerbOnly, "hollow": reportHollow,
}

// newReportWords reads the words around reports, which are looked up only beside one.
func newReportWords(x *lexicon) (perWord[reportWord], error) {
	rows, err := table(textData, "data/report-words.txt", 2)
	if err != nil {
		return nil, err
	}
	var out perWord[reportWord]
	for _, row := range rows {
		class, ok := reportClasses[row[0]]
		if !ok {
			return nil, fmt.Errorf("data/report-words.txt: there is no class %q; the classes are explained at its top", row[0])
		}
		for _, w := range list(row[1]) {
			*out.at(x.number(w)) |= class
		}
	}
	return out, nil
}

// wordIs says whether the word at i of the unit is of a class of data/report-words.txt.
func (s *scan) wordIs(i int, class reportWord) bool {
	n := i - s.unit.lo
	return uint(n) < uint(len(s.words)) && s.r.cues.around.of(s.words[n].word)&class != 0
}
