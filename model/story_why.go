package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// likeness is why an item is in its story.
type likeness struct {
	item   VersionRef
	with   string     // the feed whose report it is like
	bridge VersionRef // or the later report that made it one with the rest
	shared []string   // the stems of the words that they share
	hand   bool       // it was joined
}

// StoryWhy says in words why each item of a story is in it, in the order of
// StoryItems; the first needs no reason. What a later report made one with the rest
// names that report.
func (b *Board) StoryWhy(ref Ref) []string {
	list := b.likenessesOf(ref)
	if list == nil {
		return nil
	}
	out := make([]string, len(list))
	for k := range list {
		x := &list[k]
		switch {
		case x.hand:
			out[k] = "joined by hand"
			continue
		case x.with == "" && x.bridge.N == 0:
			continue
		}
		out[k] = sharing(b.asWritten(x))
		if x.with != "" {
			out[k] = "like " + x.with + ": " + out[k]
		} else if v, err := b.r.texts.Version(x.bridge); err == nil {
			out[k] = fmt.Sprintf("one story since \u201c%s\u201d (%s): %s", v.Title, v.Feed, out[k])
		}
	}
	return out
}

// asWritten are the words of an item whose stems tell most of why it is in its story, as
// they stand in it.
func (b *Board) asWritten(x *likeness) []string {
	out := b.r.dict.rarest(x.shared)
	v, err := b.r.texts.Version(x.item)
	if err != nil {
		return out
	}
	for word := range strings.FieldsFuncSeq(v.Title+" "+v.Body(), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".,'’%", r)
	}) {
		word = strings.Trim(word, ".,'’")
		word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
		if folded := foldWords(word); len(folded) == 1 {
			if i := slices.Index(out, stem(folded[0])); i >= 0 {
				out[i] = word
			}
		}
	}
	return out
}

// likenessesOf is what StoryWhy says in words.
func (b *Board) likenessesOf(ref Ref) []likeness {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	s, h := b.storyAt(ref), b.regrouped()
	if s < 0 || h.apart[ref.N] {
		return nil
	}
	items := b.storyItems(s, h)
	out := make([]likeness, len(items))
	for k, item := range items {
		mine := b.view.versions(item)[0]
		x, part := &out[k], b.view.ver(mine).story
		x.item = VersionRef{ItemID(item), int(b.view.ver(mine).n)}
		if k > 0 && b.wholeOfStory(part) != s {
			x.hand = true
			continue
		}
		if by, ok := b.bridgeOf(part, s); ok && b.founderOf(part) == item {
			report := b.view.ver(by.by)
			x.bridge, x.shared = VersionRef{ItemID(report.item), int(report.n)}, b.sharedWords(by.by, mine)
			continue
		}
		best := int32(-1)
		for _, other := range items[:k] {
			theirs := b.view.versions(other)[0]
			if words := b.sharedWords(mine, theirs); len(words) > len(x.shared) {
				best, x.shared = theirs, words
			}
		}
		if best >= 0 {
			x.with = b.r.feeds[b.view.ver(best).feed].Name
		}
	}
	return out
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

func sharing(words []string) string {
	if len(words) == 0 {
		return "no words in common"
	}
	return "share " + strings.Join(words, ", ")
}

// rarest are the six rarest of some stems, the rarest first.
func (d *dictionary) rarest(shared []string) []string {
	share := func(stem string) float64 {
		if d.themes[stem] {
			return max(newsShare(stem), themeShare)
		}
		return newsShare(stem)
	}
	shared = slices.Clone(shared)
	slices.SortStableFunc(shared, func(a, b string) int { return cmp.Compare(share(a), share(b)) })
	return shared[:min(len(shared), 6)]
}
