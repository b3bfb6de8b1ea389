package extract

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
	reportStirring
)

var reportClasses = map[string]reportWord{
	"body-part": reportBodyPart, "dodging": reportDodging, "summing": reportSumming, "calling": reportCalling,
	"moving": reportMoving, "granting": reportGranting, "term": reportTerm, "paper": reportPaper,
	"verb-only": reportVerbOnly, "hollow": reportHollow, "stirring": reportStirring,
}

// wordIs says whether the word at i of the unit is of a class of data/report-words.txt.
func (s *scan) wordIs(i int, class reportWord) bool {
	n := i - s.unit.lo
	return uint(n) < uint(len(s.words)) && s.r.cues.around.of(s.words[n].word)&class != 0
}
