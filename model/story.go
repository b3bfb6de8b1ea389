package model

import (
	"cmp"
	"math"
	"slices"
)

const (
	// titleFactor is how much more a word in the title says than one in the text.
	titleFactor = 1.7
	// sameBare and sameFull are how alike an item must be to a story to join it:
	// by its title alone, and with a text of fullText words or more. Texts share
	// fewer of their words than titles that are about one thing.
	sameBare, sameFull, fullText = .33, .21, 40
	// storyMembers bounds how many items of a story a new one is compared with.
	storyMembers = 8
	// storyAsked bounds how many earlier items a new one is compared with.
	storyAsked = 24
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
	mine := w.weigh(i)
	v.story = w.likeStory(i, mine)
	if v.story < 0 {
		v.story = int32(w.seg.top().stories)
		w.seg.stories = append(w.seg.stories, story{founder: i})
	}
	x := &w.seg.index
	x.stories[v.story] = append(x.stories[v.story], i)
	for _, word := range mine.inText {
		x.abouts[word] = append(x.abouts[word], i)
	}
}

// weighed are an item's words with what each says, and the rarest of them.
type weighed struct {
	inTitle, inText []uint32
}

// weigh lays the weights of an item's words out in the scratch of the writer.
func (w *writer) weigh(i int32) weighed {
	for _, word := range w.laid {
		w.scratch[word] = 0
	}
	w.laid = w.laid[:0]
	if n := len(w.r.dict.words.text); len(w.scratch) < n {
		w.scratch = append(w.scratch, make([]float32, n+n/4-len(w.scratch))...)
	}
	all := i
	w.rank = w.rank[:0]
	var norm float64
	lay := func(words []uint32, factor float64, title bool) {
		for _, word := range words {
			if w.scratch[word] != 0 {
				continue
			}
			base, layer := two(&w.view, titlesOf, word, w.top.vers)
			x := weightIn(float64(w.r.dict.share(word)), len(base)+len(layer), int(all))
			norm += factor * factor * x * x
			w.scratch[word] = float32(factor * x * x)
			w.laid = append(w.laid, word)
			w.rank = append(w.rank, ranked{word, float32(x), title})
		}
	}
	lay(w.titleWords(i), titleFactor, true)
	lay(w.bodyWords(i), 1, false)
	w.ver(i).norm = float32(math.Sqrt(norm))
	slices.SortFunc(w.rank, func(a, b ranked) int {
		if a.weight != b.weight {
			return -cmp.Compare(a.weight, b.weight)
		}
		return cmp.Compare(w.r.dict.words.text[a.word], w.r.dict.words.text[b.word])
	})
	var out weighed
	for _, x := range w.rank {
		if x.title && len(out.inTitle) < titleAsked {
			out.inTitle = append(out.inTitle, x.word)
		} else if !x.title && len(out.inText) < textAsked {
			out.inText = append(out.inText, x.word)
		}
	}
	return out
}

type ranked struct {
	word   uint32
	weight float32
	title  bool
}

// likeStory returns the story that an item is most like, or -1.
func (w *writer) likeStory(i int32, mine weighed) int32 {
	n := min(int(w.ver(i).nBody), fullText)
	best, bestScore := int32(-1), sameBare-(sameBare-sameFull)*float64(n)/fullText
	var tried []int32
	for _, j := range w.candidates(i, mine) {
		s := w.ver(j).story
		if slices.Contains(tried, s) {
			continue
		}
		tried = append(tried, s)
		if score := w.likeMembers(i, j, s); score > bestScore {
			best, bestScore = s, score
		}
	}
	return best
}

// candidates are earlier items that share rare words with one, most words first.
func (w *writer) candidates(i int32, mine weighed) []int32 {
	clear(w.tally)
	now := w.ver(i).seen
	count := func(words []uint32, pick func(*index) map[uint32][]int32) {
		for _, word := range words {
			base, layer := two(&w.view, pick, word, w.top.vers)
			steps := 0
			for j := range newestFirst(base, layer) {
				if steps++; steps > wordAsked || now-w.ver(j).seen > storyWindow {
					break
				}
				w.tally[j] += w.scratch[word]
			}
		}
	}
	count(mine.inTitle, titlesOf)
	count(mine.inTitle, aboutsOf)
	count(mine.inText, titlesOf)
	count(mine.inText, aboutsOf)
	list := w.found[:0]
	for j := range w.tally {
		list = append(list, j)
	}
	slices.SortFunc(list, func(a, b int32) int { return cmp.Or(-cmp.Compare(w.tally[a], w.tally[b]), cmp.Compare(a, b)) })
	w.found = list
	return list[:min(len(list), storyAsked)]
}

// likeMembers says how alike an item is to a story: to the member that it is
// most like, and to its latest members on the whole.
func (w *writer) likeMembers(i, found, s int32) float64 {
	base, layer := two(&w.view, storiesOf, s, w.top.vers)
	best, sum, n := w.cosine(i, found), 0.0, 0
	for j := range newestFirst(base, layer) {
		score := w.cosine(i, j)
		best = max(best, score)
		sum += score
		if n++; n == storyMembers {
			break
		}
	}
	return (best + sum/float64(n)) / 2
}

// cosine is how alike the item whose words are laid out is to an earlier one.
func (w *writer) cosine(i, j int32) float64 {
	var dot float32
	title := w.titleWords(j)
	for _, word := range title {
		dot += w.scratch[word] * titleFactor
	}
	for _, word := range w.bodyWords(j) {
		if x := w.scratch[word]; x != 0 && !slices.Contains(title, word) {
			dot += x
		}
	}
	return float64(dot) / (float64(w.ver(i).norm) * float64(w.ver(j).norm))
}

func (b *Board) storyRef(s int32) Ref {
	if s < 0 {
		return Ref{}
	}
	return Ref{KindStory, b.view.ver(b.view.story(s).founder).item}
}
