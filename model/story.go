package model

import (
	"math"
	"slices"
)

const (
	// titleFactor is how much more a word in the title says than one in the text.
	titleFactor = 4
	// storyWindow is how long after its latest report, in ms, a story can go on.
	storyWindow = 10 * msPerDay
	// fading is what a day without a report takes off how alike an item is to a
	// story.
	fading = .015
	// How alike an item must be to a story to join it: in a new record, and in one that
	// has many more stories than learned to take it for; by its title alone, and with a
	// text of fullText words or more.
	alikeNew                 = .09
	bareLearned, textLearned = .20, .15
	learned                  = 300
	fullText                 = 40
	// forCommon is how much more alike an item must be for how common its words are
	// on the whole: where all reports are of one war or one trial, any two of them
	// share the words of it, and only what they share beside makes them one story. A
	// title has little room for that, so of it more is asked.
	forCommonBare, forCommonText = 3, 2.5
	// grown is how much less alike an item without a text must be when a story has
	// e times as many reports, up to grownUp: the more there are, the more sides they
	// tell, and the surer is what they are like on the whole.
	grown, grownUp = .03, 16
	// storyMembers bounds how many items of a story a new one is compared with.
	storyMembers = 8
	// storyAsked bounds how many earlier items a new one is compared with.
	storyAsked = 10
	// titleAsked and textAsked are how many of its rarest words find them.
	titleAsked = 6
	textAsked  = 5
	// wordAsked bounds how many items are taken from one word.
	wordAsked = 48
)

// assignStory gives a version its story: an edited item stays in its own, a new
// one joins the story that it is most like, or founds one.
func (w *writer) assignStory(i int32) {
	v := w.ver(i)
	if old := w.versions(v.item); len(old) > 0 {
		v.story = w.ver(old[len(old)-1]).story
		v.norm = w.ver(old[len(old)-1]).norm
		return
	}
	mine, stories := w.weigh(i), int32(w.seg.top().stories)
	var others []likened
	v.story, others = w.likeStory(i, mine)
	if v.story < 0 {
		v.story = stories
		w.seg.stories = append(w.seg.stories, story{founder: i})
	}
	x := &w.seg.index
	w.count(i, stories)
	x.stories.add(uint32(v.story), i)
	for _, word := range mine.inText {
		x.abouts.add(word, i)
	}
	w.bridge(i, others)
}

// weighed are the rarest of an item's words, those that tell most first, and the share
// of reports that have its words, on the whole, by what each tells. They are good until
// the next item.
type weighed struct {
	inTitle, inText []uint32
	common          float64
}

// weigh lays the weights of an item's words out in the scratch of the writer.
func (w *writer) weigh(i int32) weighed {
	w.clearLaid()
	w.scratch = enlarge(w.scratch, len(w.r.dict.words.text))
	var norm, common float64
	counted, full := w.samples(i), fullOf(int(w.ver(i).nBody))
	lay := func(words []uint32, factor float64, leading []ranked, most int) []uint32 {
		leading = leading[:0]
		for _, word := range words {
			if w.scratch[word] != 0 {
				continue
			}
			builtin, used := float64(w.r.dict.share(word)), times(&w.view, sampleOf, word, w.top.vers)
			share := shareIn(builtin, full, used, counted)
			x := weightIn(share)
			norm += factor * factor * x * x
			if w.r.dict.kinds[word]&isTheme != 0 && builtin < themeShare {
				share = shareIn(themeShare, full, used, counted)
				x = weightIn(share)
			}
			common += factor * factor * x * x * share
			w.lay(word, float32(factor*x*x))
			leading = w.lead(leading, ranked{word, float32(x)}, most)
		}
		list := make([]uint32, len(leading))
		for k, x := range leading {
			list[k] = x.word
		}
		return list
	}
	var out weighed
	out.inTitle = lay(w.titleWords(i), titleFactor, w.rank[:], titleAsked)
	out.inText = lay(w.bodyWords(i), 1, w.rank[:], textAsked)
	w.ver(i).norm = float32(math.Sqrt(norm))
	if norm > 0 {
		out.common = common / norm
	}
	return out
}

// lay lays out the weight of a word, and marks it as one of the item's.
func (w *writer) lay(word uint32, weight float32) {
	w.scratch[word] = weight
	w.laid = append(w.laid, word)
	w.marks[word%markBits/64] |= 1 << (word % 64)
}

func (w *writer) clearLaid() {
	for _, word := range w.laid {
		w.scratch[word] = 0
		w.marks[word%markBits/64] = 0
	}
	w.laid = w.laid[:0]
}

// markBits is how many marks there are for words. Some share one: the marks tell of most
// words of other items, sooner than their weights, that the item does not have them.
const markBits = 4096

// ranked is a word and what it says, or how often it was used.
type ranked struct {
	word   uint32
	weight float32
}

// lead puts a word among those of a list that weigh most, so many at most. Ties go by
// the word itself, not by its number.
func (w *writer) lead(list []ranked, x ranked, most int) []ranked {
	text := w.r.dict.words.text
	before := func(a, b ranked) bool {
		return a.weight > b.weight || a.weight == b.weight && text[a.word] < text[b.word]
	}
	k := len(list)
	if k == most {
		if k--; !before(x, list[k]) {
			return list
		}
	} else {
		list = append(list, x)
	}
	for ; k > 0 && before(x, list[k-1]); k-- {
		list[k] = list[k-1]
	}
	list[k] = x
	return list
}

// likened is an item's likeness to a story, beyond what is enough to join it.
type likened struct {
	story int32 // of the member that shares most with the item
	score float64
}

// likeStory returns the story that an item is most like, or -1, and the others that
// it is like enough to make them one with it.
func (w *writer) likeStory(i int32, mine weighed) (int32, []likened) {
	best := likened{story: -1}
	enough, bare := alikeEnough(int(w.ver(i).nBody), w.samples(i))
	enough += (forCommonText + (forCommonBare-forCommonText)*bare) * mine.common
	var tried []int32
	var others []likened
	candidates := w.candidates(i, mine)
	w.fetch(candidates)
	for _, j := range candidates {
		s := w.ver(j).story
		root := w.root(s, always)
		if slices.Contains(tried, root) {
			continue
		}
		tried = append(tried, root)
		x := likened{s, w.likeMembers(i, root, grown*bare) - enough}
		if x.score > 0 && len(w.latest) == 1 && w.sharesOnePlain(w.latest[0]) {
			continue // of two short titles even that may be much
		}
		if x.score > best.score {
			x, best = best, x
		}
		if x.score >= bridgeMore {
			others = append(others, x)
		}
	}
	return best.story, others
}

// alikeEnough is how alike an item must be to a story of one report to join it, by
// the length of its text and how many reports the weights of words are learned
// from, and how much of a text it lacks, from 0 to 1.
func alikeEnough(body, counted int) (enough, bare float64) {
	bare = 1 - float64(min(body, fullText))/fullText
	know := float64(counted) / float64(counted+learned)
	return alikeNew + know*(textLearned-alikeNew+(bareLearned-textLearned)*bare), bare
}

// candidates are earlier items that share rare words with one, most words first.
func (w *writer) candidates(i int32, mine weighed) []int32 {
	now := w.ver(i).seen
	// No version from here on need be looked at to know that it is recent.
	recent := w.base.versAfter(floorMinute(now - storyWindow))
	w.tally = enlarge(w.tally, int(i)+1)
	w.touched = w.touched[:0]
	count := func(words []uint32, pick func(*index) *postings) {
		for _, word := range words {
			base, layer := latest(&w.view, w.lately[:], pick, word, w.top.vers, wordAsked)
			for _, list := range [][]int32{layer, base} {
				for k := len(list) - 1; k >= 0 && (list[k] >= recent || now-w.ver(list[k]).seen <= storyWindow); k-- {
					j := list[k]
					if w.tally[j] == 0 {
						w.touched = append(w.touched, j)
					}
					w.tally[j] += w.scratch[word]
				}
			}
		}
	}
	count(mine.inTitle, titlesOf)
	count(mine.inTitle, aboutsOf)
	count(mine.inText, titlesOf)
	count(mine.inText, aboutsOf)
	return w.most()
}

// most takes those with the highest tally out of the touched, and clears it.
func (w *writer) most() []int32 {
	top := w.top24[:0]
	for _, j := range w.touched {
		x := tallied{j, w.tally[j]}
		w.tally[j] = 0
		if len(top) == storyAsked && !x.before(top[len(top)-1]) {
			continue
		}
		k := len(top)
		if k < storyAsked {
			top = append(top, x)
		} else {
			k--
		}
		for ; k > 0 && x.before(top[k-1]); k-- {
			top[k] = top[k-1]
		}
		top[k] = x
	}
	w.top24 = top
	w.asked = w.asked[:0]
	for _, x := range top {
		w.asked = append(w.asked, x.ver)
	}
	return w.asked
}

type tallied struct {
	ver   int32
	score float32
}

func (a tallied) before(b tallied) bool {
	return a.score > b.score || a.score == b.score && a.ver < b.ver
}

func enlarge[T any](list []T, n int) []T {
	if n <= len(list) {
		return list
	}
	return append(list, make([]T, n+n/4-len(list))...)
}

// likeMembers says how alike an item is to a story by its root: to its latest members on
// the whole, less for the time since, and more by forMany for each e times that it has
// grown. That one member is like it says little: it may tell of two things.
func (w *writer) likeMembers(i, s int32, forMany float64) float64 {
	members, all := w.latestOf(s)
	since := max(w.ver(i).out-w.ver(members[0]).out, w.ver(members[0]).out-w.ver(i).out)
	if since > storyWindow {
		return 0
	}
	w.fetch(members)
	sum := 0.0
	for _, j := range members {
		sum += w.cosine(i, j)
	}
	return sum/float64(len(members)) - fading*float64(since)/msPerDay + forMany*math.Log(float64(min(all, grownUp)))
}

// fetch has the words of at most storyAsked versions fetched from memory, those of one
// while it waits for those of another: a comparison would wait for each in turn.
func (w *writer) fetch(list []int32) {
	var places [storyAsked]struct{ first, end int32 }
	for k, j := range list {
		v := w.ver(j)
		places[k].first, places[k].end = v.words, v.words+int32(v.nTitle)+int32(v.nBody)
	}
	const line = 32 // words are fetched together
	var room [1]uint32
	for k, j := range list {
		s := w.segOfVer(j)
		for at := places[k].first; at < places[k].end; at += line {
			w.fetched += s.appendWords(room[:0], j, at, 1)[0]
		}
	}
}

// cosine is how alike the item whose words are laid out is to an earlier one.
func (w *writer) cosine(i, j int32) float64 {
	v := w.ver(j)
	words := w.storyWords(j)
	title, body := words[:v.nTitle], words[v.nTitle:]
	var dot float32
	for _, word := range title {
		if w.marks[word%markBits/64]&(1<<(word%64)) != 0 {
			dot += w.scratch[word] * titleFactor
		}
	}
	for _, word := range body {
		if w.marks[word%markBits/64]&(1<<(word%64)) == 0 {
			continue
		}
		if x := w.scratch[word]; x != 0 && !slices.Contains(title, word) {
			dot += x
		}
	}
	return float64(dot) / (float64(w.ver(i).norm) * float64(v.norm))
}

func (b *Board) storyRef(s int32) Ref {
	if s < 0 {
		return Ref{}
	}
	return Ref{KindStory, b.view.ver(b.view.story(s).founder).item}
}
