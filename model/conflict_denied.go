package model

import "slices"

// Somebody says that it is so, and another denies it in the same words. The words of the denial
// are those that are denied, so that the two are alike, and must not be one.

// denies says whether the words told of a statement are those that its speaker denies.
func (s *Statement) denies() bool { return s.Type == "denial" && s.Mode != Direct }

// clashDenials notes what others said that the speaker of a denial denies.
func (w *writer) clashDenials(i int32) {
	f := w.fact(i)
	if w.r.dict.labels.text[f.class] != "denial" || f.flags&(flagDirect|flagHistorical|flagHedged|flagAnonymous) != 0 || f.nWords < 3 {
		return
	}
	now, noted := w.factTime(i), 0
	var met []int32
	for _, word := range w.rarest(w.factWords(i), saidOf, w.top.facts, rareWords) {
		base, layer := latest(&w.view, w.lately[:], saidOf, word, w.top.facts, maxMatches)
		for j := range newestFirst(base, layer) {
			if noted == maxClashes || now-w.factTime(j) > planWindow {
				break
			}
			if slices.Contains(met, j) {
				continue
			}
			met = append(met, j)
			if w.denied(i, j) {
				w.noteClash(j, i, clashDenied)
				noted++
			}
		}
	}
}

// denied says whether a statement plainly says what the speaker of a denial, who is of another
// side, denies.
func (w *writer) denied(denial, j int32) bool {
	f, g := w.fact(denial), w.fact(j)
	const open = flagConditional | flagHistorical | flagHedged | flagAnonymous | flagFragment
	if f.actor == g.actor || g.flags&open != 0 || !claiming[w.r.dict.labels.text[g.class]] || (f.flags^g.flags)&flagNegative != 0 {
		return false
	}
	if w.factVer(denial).item == w.factVer(j).item || w.apart(denial, j) > planWindow {
		return false
	}
	a, b := w.factWords(denial), w.factWords(j)
	if shared := common(a, b); shared < 3 || 5*shared < 3*len(a) || !w.sameWords(denial, j) {
		return false
	}
	d := w.r.c.Directory
	one, other := SideOf(*d.actor(w.r.dict.actors.text[f.actor], "")), SideOf(*d.actor(w.r.dict.actors.text[g.actor], ""))
	return one != "" && other != "" && one != other
}

// claiming are the types of statement that say that something is so.
var claiming = map[string]bool{"assertion": true, "accusation": true, "accord-claim": true, "criticism": true, "admission": true, "optimistic": true, "pessimistic": true}
