package model

import (
	"math/bits"
	"slices"
	"strings"
	"time"
)

// dropCues are the words by which a sentence says that something is not held.
var dropCues = []string{
	" cancelled ", " canceled ", " dropped ", " drop ", " drops ", " called off ", " calls off ", " scrapped ", " scraps ", " skipped ", " skip ",
	" not be held ", " not held ", " not take place ", " not hold ", " will not happen ",
}

// droppedIn returns the phases that a sentence of a version says are not held,
// as bits: a word of the phase and a word of dropping in one sentence.
func (r *Record) droppedIn(v *Version) uint32 {
	if len(r.matchers) == 0 {
		return 0
	}
	var out uint32
	body := clip(v.Body(), 800)
	if !mayDrop(v.Title) && !mayDrop(body) {
		return 0
	}
	for sentence := range strings.SplitSeq(v.Title+". "+body, ". ") {
		if !mayDrop(sentence) {
			continue
		}
		words := " " + folded(strings.ReplaceAll(sentence, "-", " ")) + " "
		if !slices.ContainsFunc(dropCues, func(c string) bool { return strings.Contains(words, c) }) || strings.Contains(words, " not cancel") {
			continue
		}
		for i := range r.matchers {
			if m := &r.matchers[i]; slices.ContainsFunc(m.terms, func(t string) bool { return strings.Contains(words, t) }) {
				out |= 1 << i
			}
		}
	}
	return out
}

// mayDrop is false where no word of dropping begins in a text, as in most.
func mayDrop(text string) bool {
	for i := range len(text) {
		switch text[i] | 0x20 {
		case 'd', 'c', 's', 'n':
			for _, word := range dropStems {
				if n := i + len(word); n <= len(text) && strings.EqualFold(text[i:n], word) {
					return true
				}
			}
		}
	}
	return false
}

// dropStems are what dropCues begin with.
var dropStems = []string{"drop", "cancel", "call", "scrap", "skip", "not "}

func (x *index) noteDrops(i int32, drops uint32) {
	for ; drops != 0; drops &= drops - 1 {
		p := int32(bits.TrailingZeros32(drops))
		x.drops[p] = append(x.drops[p], i)
	}
}

// dropped says whether a report from around the start of a phase says that it is
// not held, and was not taken back.
func (b *Board) dropped(row *PhaseRow, p int32, start time.Time) bool {
	// Phases that report others coming and going are named by common words.
	if len(row.Phase.Actors) > 0 && !slices.Contains(row.Phase.Kinds, cancellation) {
		return false
	}
	for i := range newestFirst(two(&b.view, dropLists, p, b.view.top.vers)) {
		v := b.view.ver(i)
		latest, ok := b.latest(v.item)
		if !b.out(v) || !ok || b.view.ver(latest).drops&(1<<p) == 0 || b.itemStruck(latest) != opNone {
			continue
		}
		if at := moment(b.time(v)); start.IsZero() || at.After(start.Add(-phaseWindow)) && at.Before(start.Add(2*phaseWindow)) {
			return true
		}
	}
	return false
}
