package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// hand is what the editor's hand had done by a moment.
type hand struct {
	marks []Mark
	by    map[Ref][]Mark
	mutes bool
}

var noHand = &hand{}

// handAt returns the marks made by a moment, in ms.
func (r *Record) handAt(until int64) *hand {
	if len(r.marks) == 0 {
		return noHand
	}
	h := &hand{by: map[Ref][]Mark{}}
	undone := map[int64]bool{}
	for _, m := range r.marks {
		if m.At.UnixMilli() > until {
			continue
		}
		if m.Verb == "undo" {
			if id, err := strconv.ParseInt(strings.TrimSpace(m.Value), 10, 64); err == nil {
				undone[id] = true
			}
			continue
		}
		h.marks = append(h.marks, m)
	}
	for _, m := range h.marks {
		m.Undone = undone[m.ID]
		h.by[m.On] = append(h.by[m.On], m)
		if m.Undone {
			continue
		}
		h.mutes = h.mutes || m.Verb == "mute"
	}
	return h
}

// printable leaves out of what somebody typed what a terminal would obey: a note is printed as it
// stands in briefs and searches, too.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || unicode.IsPrint(r) {
			return r
		}
		return -1
	}, text)
}

// isUndone says whether a mark was taken back.
func (h *hand) isUndone(m Mark) bool {
	for _, x := range h.by[m.On] {
		if x.ID == m.ID {
			return x.Undone
		}
	}
	return false
}

// on returns the marks on any of the Refs, oldest first.
func (h *hand) on(refs ...Ref) []Mark {
	if len(h.marks) == 0 {
		return nil
	}
	var out []Mark
	for _, ref := range refs {
		out = append(out, h.by[ref]...)
	}
	slices.SortStableFunc(out, func(a, b Mark) int { return int(a.ID - b.ID) })
	return out
}

// last returns the last mark with that verb on any of the Refs, not undone.
func (h *hand) last(verb string, refs ...Ref) (Mark, bool) {
	marks := h.on(refs...)
	for _, m := range slices.Backward(marks) {
		if m.Verb == verb && !m.Undone {
			return m, true
		}
	}
	return Mark{}, false
}

// muted says whether a version's item or story is muted.
func (h *hand) muted(b *Board, v *ver) bool {
	if !h.mutes {
		return false
	}
	if _, ok := h.last("mute", Ref{KindItem, v.item}); ok {
		return true
	}
	return b.edits.quiet[v.story]
}

var refLetters = []string{"", "item", "statement", "signal", "event", "story", "conflict"}

// String writes a Ref as "statement:1234".
func (r Ref) String() string {
	if int(r.Kind) >= len(refLetters) || r.Kind == KindNone {
		return ""
	}
	return refLetters[r.Kind] + ":" + strconv.FormatInt(r.N, 10)
}

// ParseRef reads what String writes; the error says what is wrong with it.
func ParseRef(s string) (Ref, error) {
	kind, n, ok := strings.Cut(s, ":")
	i := slices.Index(refLetters, kind)
	no, err := strconv.ParseInt(n, 10, 64)
	if !ok || i <= 0 || err != nil {
		return Ref{}, fmt.Errorf("%q names no row: want a kind and a number, as in statement:12", s)
	}
	return Ref{Kind: Kind(i), N: no}, nil
}
