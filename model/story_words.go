package model

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
)

//go:embed data/newswords.txt
var newsWords string

//go:embed data/plainwords.txt
var plainWords string

// How often words of a tier stand in headlines, and one that is in none.
const (
	oftenShare = .11
	usualShare = .027
	plainShare = .01
	rareShare  = .0025
	// How many stories the built-in shares weigh as much as: in a report with less than
	// half of a full text, and in one with a full text: by all the words of the texts of a
	// few stories, what these are about looks more common than it is.
	backingBare, backingText = 180, 280
	// How often the reports of a case have a word of what it is about.
	themeShare = .06
	// A word that is in more than one report of three says next to nothing.
	leastWeight = .05
)

// newsShare is how often a stem stands in headlines, by the built-in lists.
func newsShare(stem string) float64 {
	if share, ok := newsShares()[stem]; ok {
		return share
	}
	switch {
	case isNumber(stem) && len(stem) == 1:
		return oftenShare
	case isNumber(stem) && len(stem) == 2:
		return usualShare
	}
	return rareShare
}

var newsShares = sync.OnceValue(func() map[string]float64 {
	shares := map[string]float64{}
	for line := range strings.Lines(newsWords + plainWords) {
		tier, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		share := map[string]float64{"often": oftenShare, "usual": usualShare, "plain": plainShare}[tier]
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

// themesOf are the stems of what the reports of a case are all about: the summit, its
// place, the people who meet there and the states that they stand for. That two reports
// share one says little; but one that the other lacks makes them as unlike as any word.
func themesOf(c *Case) map[string]bool {
	stems := map[string]bool{}
	note := func(texts ...string) {
		for _, text := range texts {
			for _, w := range foldWords(text) {
				if !functionWords[w] {
					stems[stem(w)] = true
				}
			}
		}
	}
	note(c.Summit.Name, c.Summit.Place)
	principals, parties := principalsOf(c.Summit, c.Directory), partiesOf(c.Summit, c.Directory)
	for _, a := range c.Directory.All() {
		switch {
		case slices.Contains(principals, a.ID):
			note(nameInText(&a))
		case (a.Kind == State || a.Kind == Bloc) && (slices.Contains(parties, SideOf(a)) || slices.Contains(parties, a.ID)):
			note(a.Name)
			note(slices.Concat(a.Aliases, a.Demonyms, a.Seats)...)
		}
	}
	return stems
}

// weight is what sharing a word says: little for one that is everywhere.
func weight(share float64) float64 { return -math.Log(share) }

// fullOf is how much of a full text a report has beyond half of one, from 0 to 1.
func fullOf(body int) float64 { return min(max(float64(2*body)/fullText-1, 0), 1) }

// shareIn is how often reports have a word that is in used of n counted so far, for one
// with so much of a full text. The counted tell for more the longer the record is, and
// the built-in share tells for a backing of them.
func shareIn(builtin, full float64, used, n int) float64 {
	backing := backingBare + (backingText-backingBare)*full
	return (builtin*backing + float64(used)) / (backing + float64(n+1))
}

// weightIn is what sharing a word says in a record.
func weightIn(share float64) float64 { return max(weight(share)-1, leastWeight) }

// A word is as common as the stories that have it are many: a name that is in fifty
// reports of one story tells that story from others as well as one that is in two. So
// the words of the first report of each story are counted, and of the titles of later
// ones without a full text those that its latest reports lack. But what is in all
// reports, whatever story they went to, says nothing: of one later report in laterStep
// all words are counted. Of more stories than wholeSample, one in sampleStep is enough
// to learn from, and costs little.
const (
	laterStep   = 5
	wholeSample = 2048
	sampleStep  = 8
)

// sampled says whether the words of a story's first report are counted.
func sampled(story int32) bool { return story < wholeSample || story%sampleStep == 0 }

// sampledLater says so of a later report, by how many versions before it began no
// story.
func sampledLater(later int32) bool { return later%laterStep == 0 && sampled(later/laterStep) }

// sampledOf is how many of the first n are sampled.
func sampledOf(n int32) int {
	return int(min(n, wholeSample) + max(n-wholeSample+sampleStep-1, 0)/sampleStep)
}

// samples is how many reports before a version are counted, but for edits.
func (w *writer) samples(i int32) int {
	stories := int32(w.seg.top().stories)
	return sampledOf(stories) + sampledOf((i-stories+laterStep-1)/laterStep)
}

// count counts the words of a report that began or joins its story, the number of stories
// before it being given. It uses up what is laid out of the report.
func (w *writer) count(i, stories int32) {
	words, s := w.laid, w.ver(i).story
	later := s < stories && sampledLater(i-stories)
	if !later && (!sampled(s) || s < stories && w.ver(i).nBody >= fullText) {
		return
	}
	if s < stories && !later {
		words = w.titleWords(i)
		latest, _ := w.latestOf(w.root(s, always))
		for _, j := range latest {
			for _, word := range w.storyWords(j) {
				w.scratch[word] = 0
			}
		}
	}
	for _, word := range words {
		if w.scratch[word] > 0 {
			w.scratch[word] = 0
			w.seg.index.sample.add(word, i)
		}
	}
}

// sharesOnePlain says whether all that the item whose words are laid out shares with an
// earlier one is a single word, and that no name nor any other that is rare.
func (w *writer) sharesOnePlain(j int32) bool {
	var shared []uint32
	for _, word := range w.storyWords(j) {
		if w.scratch[word] != 0 && !slices.Contains(shared, word) {
			shared = append(shared, word)
		}
	}
	return len(shared) == 1 && (w.r.dict.share(shared[0]) > rareShare || w.r.dict.kinds[shared[0]]&isTheme != 0)
}
