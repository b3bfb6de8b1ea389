package model

import "slices"

// Who reports that an agreement was reached and who reports that none was may name those who
// met each in his own way, or not at all, so that the two are rows of their own. They cannot
// both hold all the same.

// clashOutcomes notes with which reports of an agreement that stand in other rows the report of
// one cannot hold.
func (w *writer) clashOutcomes(i int32) {
	f, labels := w.fact(i), w.r.dict.labels.text
	if labels[f.class] != "agreement" || f.flags&flagHistorical != 0 {
		return
	}
	mine := campOf(labels[f.sector])
	if mine != Done && mine != EventDenied {
		return
	}
	base, layer := posted(&w.view, alikeOf, likenessOf(5, hashOf("agreement")), w.top.facts)
	steps, noted := 0, 0
	for j := range newestFirst(base, layer) {
		g, apart := w.fact(j), w.apart(i, j)
		if steps++; steps > maxMatches || noted == maxClashes || w.factTime(i)-w.factTime(j) > planWindow {
			return
		}
		theirs := campOf(labels[g.sector])
		if j == i || g.group == f.group || theirs == mine || theirs != Done && theirs != EventDenied || w.factVer(j).item == w.factVer(i).item {
			continue
		}
		if apart > planWindow || mine == Done && apart > cameAbout {
			continue // what was not reached by then may be reached since
		}
		if w.sameDeal(i, j) {
			w.noteClash(j, i, clashDeal)
			noted++
		}
	}
}

// sameDeal says whether two reports can be of what came of the same talks: of one matter, where
// both name one, and of the same sides. Where one names nobody, the rest of its report must
// name the others, or one of them where the matter is the same, or tell of the same story.
func (w *writer) sameDeal(i, j int32) bool {
	matter, also := w.mattersOf(i), w.mattersOf(j)
	if apartMatters(matter, also) {
		return false
	}
	mine, theirs := unique(w.others(i)), unique(w.others(j))
	if len(mine) > 0 && len(theirs) > 0 {
		return w.sameStates(mine, theirs) || len(sharedOf(mine, theirs)) >= 2 || w.partiesAt(i) > 1 && w.partiesAt(j) > 1
	}
	named, other, who := i, j, mine
	if len(mine) == 0 {
		named, other, who = j, i, theirs
	}
	if w.factVer(named).story == w.factVer(other).story {
		return true
	}
	if matter&also != 0 && slices.ContainsFunc(who, func(a int32) bool { return w.namesParty(other, a) }) {
		return true
	}
	return len(who) > 1 && !slices.ContainsFunc(who, func(a int32) bool { return !w.namesParty(other, a) })
}
