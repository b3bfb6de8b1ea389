package model

import (
	_ "embed"
	"math"
	"strings"
	"sync"
)

//go:embed data/newswords.txt
var newsWords string

// How often words of a tier stand in headlines, and one that is in none.
const (
	oftenShare = .11
	usualShare = .027
	rareShare  = .0025
	// backing is how many reports the built-in shares weigh as much as.
	backing = 300
	// A word that is in more than one report of three says next to nothing.
	leastWeight = .05
)

// newsShare is how often a stem stands in headlines, by the built-in list.
func newsShare(stem string) float64 {
	if share, ok := newsShares()[stem]; ok {
		return share
	}
	if isNumber(stem) && len(stem) < 3 {
		return usualShare
	}
	return rareShare
}

var newsShares = sync.OnceValue(func() map[string]float64 {
	shares := map[string]float64{}
	for line := range strings.Lines(newsWords) {
		tier, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		share := map[string]float64{"often": oftenShare, "usual": usualShare}[tier]
		if share == 0 {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			if s := stem(w); shares[s] < share {
				shares[s] = share
			}
		}
	}
	return shares
})

// weight is what sharing a word says: little for one that is everywhere.
func weight(share float64) float64 { return -math.Log(share) }

// weightIn is the weight of a word in a record where it stood in used of n
// reports so far, which counts for more the longer the record is.
func weightIn(builtin float64, used, n int) float64 {
	return max(weight((builtin*backing+float64(used))/float64(backing+n+1))-1, leastWeight)
}

// The words of the first wholeSample versions are counted, then those of one in
// sampleStep: that is enough to learn from, and costs little.
const (
	wholeSample = 2048
	sampleStep  = 8
)

// sampled says whether the words of a version are counted.
func sampled(i int32) bool { return i < wholeSample || i%sampleStep == 0 }

// samples is how many versions before one are sampled.
func samples(i int32) int {
	return int(min(i, wholeSample) + max(i-wholeSample+sampleStep-1, 0)/sampleStep)
}
