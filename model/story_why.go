package model

import (
	"fmt"
	"slices"
	"strings"
)

// StoryWhy says in words why each item of a story is in it, in the order of
// StoryItems; the first needs no reason. What a later report made one with the rest
// names that report.
func (b *Board) StoryWhy(ref Ref) []string {
	out, by := b.likenessesOf(ref)
	for k, x := range by {
		v, err := b.r.texts.Version(x)
		if err != nil {
			continue // its words will do
		}
		out[k] = fmt.Sprintf("one story since \u201c%s\u201d (%s): %s", v.Title, v.Feed, out[k])
	}
	return out
}

// likenessesOf is StoryWhy without the titles of the reports that made stories one:
// which those are, by the place of the item.
func (b *Board) likenessesOf(ref Ref) (out []string, by map[int]VersionRef) {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	s, h := b.storyAt(ref), b.regrouped()
	if s < 0 || h.apart[ref.N] {
		return nil, nil
	}
	items := b.storyItems(s, h)
	out, by = make([]string, len(items)), map[int]VersionRef{}
	for k, item := range items {
		mine := b.view.versions(item)[0]
		part := b.view.ver(mine).story
		if k > 0 && b.wholeOfStory(part) != s {
			out[k] = "joined by hand"
			continue
		}
		if x, ok := b.bridgeOf(part, s); ok && b.founderOf(part) == item {
			report := b.view.ver(x.by)
			by[k] = VersionRef{ItemID(report.item), int(report.n)}
			out[k] = strings.Join(why(b.sharedWords(x.by, mine)), "")
			continue
		}
		best, shared := int32(-1), []string(nil)
		for _, other := range items[:k] {
			theirs := b.view.versions(other)[0]
			if words := b.sharedWords(mine, theirs); len(words) > len(shared) {
				best, shared = theirs, words
			}
		}
		if best >= 0 {
			out[k] = "like " + b.r.feeds[b.view.ver(best).feed].Name + ": " + strings.Join(why(shared), "")
		}
	}
	return out, by
}

// bridgeOf is the first report that made a part one with the rest of its story, which
// goes by s: the one that took it in or, where the part is the root, the first that
// took another into it.
func (b *Board) bridgeOf(part, s int32) (first bridge, ok bool) {
	if part == s {
		return bridge{}, false
	}
	parts := b.partsOf(part)
	for no := range int32(b.view.nBridges()) {
		switch x := b.view.bridge(no); {
		case !slices.Contains(parts, x.from) || !b.held(x):
		case x.from == part:
			return x, true
		case x.into == part && !ok:
			first, ok = x, true
		}
	}
	return first, ok
}

// sharedWords are the words that two versions have in common, in the order of
// the alphabet.
func (b *Board) sharedWords(i, j int32) []string {
	theirs := map[uint32]bool{}
	for _, list := range [][]uint32{b.view.titleWords(j), b.view.bodyWords(j)} {
		for _, w := range list {
			theirs[w] = true
		}
	}
	var out []string
	for _, list := range [][]uint32{b.view.titleWords(i), b.view.bodyWords(i)} {
		for _, w := range list {
			if theirs[w] {
				theirs[w] = false
				out = append(out, b.r.dict.words.text[w])
			}
		}
	}
	slices.Sort(out)
	return out
}
