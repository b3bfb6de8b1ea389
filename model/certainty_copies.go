package model

import (
	"math"
	"slices"
)

// maxCompared is how many reports of a fact are compared with each other. Of more
// than these the first and the latest are; the others lend no weight of their own:
// each counts to its house where that is among those compared, else to the first
// report, so that sources are never too many.
const maxCompared = 256

// findCopies numbers the sources of reports: one house, one credited agency and
// near-identical texts are one source.
func (b *Board) findCopies(reports []report) {
	if len(reports) <= maxCompared {
		b.compare(reports)
		return
	}
	const late = maxCompared / 4
	skipped := reports[maxCompared-late : len(reports)-late]
	some := append(slices.Clone(reports[:maxCompared-late]), reports[len(reports)-late:]...)
	b.compare(some)
	at := func(i int) int { // where one of some stands among all
		if i < maxCompared-late {
			return i
		}
		return i + len(skipped)
	}
	houses := map[string]int{}
	for i := range some {
		p := &some[i]
		if p.copyOf >= 0 {
			p.copyOf = int32(at(int(p.copyOf)))
		}
		p.source = at(p.source)
		reports[at(i)] = *p
		if house := b.house(b.view.fact(p.fact).ver); houses[house] == 0 {
			houses[house] = p.source
		}
	}
	for i := range skipped {
		skipped[i].source = houses[b.house(b.view.fact(skipped[i].fact).ver)]
	}
}

// compare is findCopies for few.
func (b *Board) compare(reports []report) {
	// Every source is a tree whose root is its earliest report.
	root := func(i int) int {
		for reports[i].source != i {
			reports[i].source = reports[reports[i].source].source
			i = reports[i].source
		}
		return i
	}
	join := func(i, j int) {
		x, y := root(i), root(j)
		reports[max(x, y)].source = min(x, y)
	}
	twins, houses := b.newTwins(reports), make(map[string]int, 4)
	for i := range reports {
		reports[i].source = i
		house := b.house(twins.ver(i))
		if j, ok := houses[house]; ok {
			join(i, j)
		} else {
			houses[house] = i
		}
		for _, j := range twins.before(i) {
			if reports[i].copyOf >= 0 && root(i) == root(j) {
				continue // nothing more to learn
			}
			if !b.sameText(twins.ver(i), twins.ver(j)) {
				continue
			}
			if reports[i].copyOf < 0 {
				reports[i].copyOf = int32(j)
			}
			join(i, j)
		}
	}
	for i := range reports {
		reports[i].source = root(i)
	}
}

// Shares of words from which two bodies, or two titles, are one text.
const (
	copiedBody  = .8
	copiedTitle = .85
)

// fewReports are compared each with each.
const fewReports = 16

// twins finds the reports that may be one text without comparing each with each:
// of two lists of which most is shared, the few rarest words of one hold a word
// that is among the few rarest of the other.
type twins struct {
	b       *Board
	reports []report
	by      map[uint32][]int // reports by their rarest words; nil for few reports
	found   []int
}

func (b *Board) newTwins(reports []report) *twins {
	t := &twins{b: b, reports: reports}
	if len(reports) > fewReports {
		t.by = map[uint32][]int{}
	}
	return t
}

func (t *twins) ver(i int) int32 { return t.b.view.fact(t.reports[i].fact).ver }

// before returns the reports before i that may be one text with it, in order. It
// is asked for one report after the other; the list is good until the next one.
func (t *twins) before(i int) []int {
	t.found = t.found[:0]
	if t.by == nil {
		for j := range i {
			t.found = append(t.found, j)
		}
		return t.found
	}
	v := t.ver(i)
	for n, words := range [][]uint32{t.b.view.bodyWords(v), t.b.view.titleWords(v)} {
		share := []float64{copiedBody, copiedTitle}[n]
		// Words are numbered as they come: the last of a list are the rarest.
		for _, w := range words[len(words)-rarest(len(words), share):] {
			key := w<<1 | uint32(n)
			t.found = append(t.found, t.by[key]...)
			t.by[key] = append(t.by[key], i)
		}
	}
	slices.Sort(t.found)
	t.found = slices.Compact(t.found)
	return t.found
}

// rarest is how many words of n must be looked at to meet every list of which a
// share is the same.
func rarest(n int, share float64) int {
	return min(n, n-int(math.Ceil(share*float64(n)-1e-9))+1)
}

// sameText says whether two versions are copies of one text.
func (b *Board) sameText(i, j int32) bool {
	x, y := b.view.bodyWords(i), b.view.bodyWords(j)
	if len(x) < 8 || len(y) < 8 {
		return len(b.view.titleWords(i)) >= 5 && jaccard(b.view.titleWords(i), b.view.titleWords(j)) >= copiedTitle
	}
	return jaccard(x, y) >= copiedBody
}
