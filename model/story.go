package model

import (
	"slices"
)

// assignStory gives a version its story: an edited item stays in its own, a new
// one joins that of the earlier item that is most like it, or founds one.
func (w *writer) assignStory(i int32) {
	v := w.ver(i)
	if old := w.versions(v.item); len(old) > 0 {
		v.story = w.ver(old[len(old)-1]).story
		return
	}
	if mate := w.sameStory(i); mate >= 0 {
		v.story = w.ver(mate).story
	} else {
		v.story = int32(w.seg.top().stories)
		w.seg.stories = append(w.seg.stories, story{founder: i})
	}
	w.seg.index.stories[v.story] = append(w.seg.index.stories[v.story], i)
}

// sameStory finds the earlier item that is most about the same thing, or -1.
func (w *writer) sameStory(i int32) int32 {
	v := w.ver(i)
	title := w.titleWords(i)
	best, bestScore := int32(-1), storyThreshold
	asked := map[int32]bool{}
	for _, word := range w.rarest(title, titlesOf, w.top.vers, rareWords) {
		base, layer := two(&w.view, titlesOf, word, w.top.vers)
		steps := 0
		for j := range newestFirst(base, layer) {
			x := w.ver(j)
			if steps++; steps > maxAsked || v.seen-x.seen > storyWindow {
				break
			}
			if asked[j] {
				continue
			}
			asked[j] = true
			if score := w.likeStory(i, j); score > bestScore {
				best, bestScore = j, score
			}
		}
	}
	return best
}

const storyThreshold = .45

func (w *writer) likeStory(i, j int32) float64 {
	a, b := w.titleWords(i), w.titleWords(j)
	if common(a, b) < 2 {
		return 0
	}
	score := jaccard(a, b)
	if x, y := w.bodyWords(i), w.bodyWords(j); len(x) > 5 && len(y) > 5 {
		score = score*.6 + jaccard(x, y)*.8
	}
	return score
}

func (b *Board) storyRef(s int32) Ref {
	if s < 0 {
		return Ref{}
	}
	return Ref{KindStory, b.view.ver(b.view.story(s).founder).item}
}

func (b *Board) storyAt(ref Ref) int32 {
	if ref.Kind != KindStory {
		return -1
	}
	versions := b.view.versions(ref.N)
	if len(versions) == 0 {
		return -1
	}
	return b.view.ver(versions[0]).story
}

// Stories lists the stories with more than one item or with one, newest first.
func (b *Board) Stories() []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	var out []Ref
	for s := b.nStories() - 1; s >= 0; s-- {
		if len(b.storyItems(int32(s))) > 0 {
			out = append(out, b.storyRef(int32(s)))
		}
	}
	return out
}

func (b *Board) nStories() int {
	if b.view.layer != nil {
		return b.view.layer.top().stories
	}
	return min(b.view.top.stories, len(b.view.base.stories))
}

// storyItems are the items of a story on the board, oldest first.
func (b *Board) storyItems(s int32) []int64 {
	base, layer := two(&b.view, storiesOf, s, b.view.top.vers)
	var out []int64
	for i := range newestFirst(base, layer) {
		if v := b.view.ver(i); b.out(v) {
			out = append(out, v.item)
		}
	}
	slices.Reverse(out)
	return out
}

// StoryItems lists the items of a story, oldest first.
func (b *Board) StoryItems(ref Ref) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	s := b.storyAt(ref)
	if s < 0 {
		return nil
	}
	var out []Ref
	for _, item := range b.storyItems(s) {
		out = append(out, Ref{KindItem, item})
	}
	return out
}

// StoryWhy says in words why the items of a story were put together.
func (b *Board) StoryWhy(ref Ref) []string {
	return nil
}
