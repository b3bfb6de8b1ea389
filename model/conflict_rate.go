package model

import (
	"regexp"
	"strings"
)

// Two reports of one tariff may put it at two rates.

// otherRate says whether two reports of a measure, of one sector if any, put it at two rates on
// one day: later it may have been raised.
func (w *writer) otherRate(i, j int32) bool {
	if w.fact(i).sector != w.fact(j).sector || w.apart(i, j) > cameAbout {
		return false
	}
	p, q := w.rateOf(i), w.rateOf(j)
	return p != "" && q != "" && p != q && w.countsTheSame(i, j)
}

// addsUp are the stems by which a figure is that of what comes on top, or of all together, and
// raising those by which it may be what is added, or what it comes to.
var (
	addsUp  = stemsOf("total totals combined additional extra top base current currently")
	raising = stemsOf("raise raises raised raising increase increases increased increasing doubling doubles doubled hike hikes hiked hiking lift lifts lifted cut cuts cutting lower lowers lowered lowering")
)

// flagLevel says of a signal, which makes no readout, that its figure is told as what a rate comes to:
// "raises its tariff to 40%".
const flagLevel = flagClaimsDeal

var toRate = regexp.MustCompile(`(?i)\bto (?:an? |about |some |as much as )?\d+(?:\.\d+)? ?(?:%|per ?cent)`)

// rateOf is the one figure of per cent among the words of a fact, empty for none or several, and
// for one that is no rate by itself.
func (w *writer) rateOf(i int32) string {
	words := w.textsOf(i)
	for _, word := range words {
		if addsUp[word] || raising[word] && w.fact(i).flags&flagLevel == 0 {
			return ""
		}
	}
	return rateAmong(words)
}

// rateAmong is the one figure of per cent among some words in any order, empty for none or
// several. Where "percent" is a word, the figure has no sign.
func rateAmong(words []string) (rate string) {
	spelled := false
	for _, word := range words {
		spelled = spelled || word == "percent" || word == "cent" || word == "pct"
	}
	for _, word := range words {
		if !isNumber(word) || !spelled && !strings.HasSuffix(word, "%") {
			continue
		}
		word = strings.TrimSuffix(word, "%")
		if rate != "" && rate != word {
			return ""
		}
		rate = word
	}
	return rate
}
