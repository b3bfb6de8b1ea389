package model

import (
	"slices"
	"strings"
)

// sameUtterance finds the earlier fact that reports the same words of the same
// speaker best, or -1.
func (w *writer) sameUtterance(i int32) int32 {
	words := w.factWords(i)
	best, bestScore := int32(-1), 0.0
	for _, j := range w.fetchFacts(w.mayBeSame(i, words)) {
		score := w.likeWords(i, j, words)
		if score > bestScore || score == bestScore && score > 0 && j < best {
			best, bestScore = j, score
		}
	}
	return best
}

// mayBeSame are the earlier statements that share a rare word of those of one, each once,
// but for those whose glance tells that they are not the same. They are good until the
// next search.
func (w *writer) mayBeSame(i int32, words []uint32) []int32 {
	now := w.factTime(i)
	mine := meshOf(w.glance(i), words, uttered(words))
	w.met = enlarge(w.met, int(i)/64+1)
	recent := w.base.factsFrom(w.base.versAfter(floorMinute(now - saidWindow)))
	out := w.sifted[:0]
	for _, word := range w.rarest(words, saidOf, w.top.facts, rareWords) {
		base, layer := latest(&w.view, w.lately[:], saidOf, word, w.top.facts, maxAsked)
		base = base[w.tooOld(base, recent, now):]
		n := len(out)
		found := w.sift(&mine, out, base, layer)[n:]
		for _, j := range found {
			if at, bit := j/64, uint64(1)<<(j%64); w.met[at]&bit == 0 {
				w.met[at] |= bit
				out = append(out, j)
			}
		}
	}
	for _, j := range out {
		w.met[j/64] = 0
	}
	return out
}

// tooOld counts the facts at the beginning of a list that were known too long before
// a moment. None from recent on need be looked at to know that it was not.
func (w *writer) tooOld(list []int32, recent int32, now int64) int {
	if len(list) == 0 || list[0] >= recent {
		return 0
	}
	n, _ := slices.BinarySearch(list, recent)
	for n > 0 && now-w.factTime(list[n-1]) <= saidWindow {
		n--
	}
	return n
}

// versAfter returns the first version of the base that became known after a minute.
func (s *segment) versAfter(minute int64) int32 {
	return int32(s.vers.search(func(v *ver) bool { return v.minute() > minute }))
}

// factsFrom returns the first fact of a version of the base or of a later one.
func (s *segment) factsFrom(i int32) int32 {
	if int(i) == s.vers.len() {
		return int32(s.facts.len())
	}
	return s.vers.at(i).facts
}

// likeWords says how alike two statements are, of which the first has those words: 0 for
// not the same utterance.
func (w *writer) likeWords(i, j int32, a []uint32) float64 {
	f, g := w.fact(i), w.fact(j)
	sameMouth, anybody := f.actor == g.actor, (f.flags|g.flags)&flagAnonymous != 0
	if !sameMouth && !anybody {
		return 0
	}
	if f.class != g.class && w.opposed(f, g) {
		return 0
	}
	least := int(min(f.nWords, g.nWords))
	if least == 0 {
		return 0
	}
	b := w.factWords(j)
	shared := common(a, b)
	if shared == 0 {
		return 0
	}
	quoted := f.flags&g.flags&flagDirect != 0
	overlap := float64(shared) / float64(least)
	switch {
	case anybody && (overlap < .8 || shared < 5 || negatesType(w.r.dict.labels.text[f.class]) != negatesType(w.r.dict.labels.text[g.class])):
		return 0
	case least <= 2:
		// A word or two say the same only when all of them are there, they fell within
		// a day, and both stand in quotation marks or are the whole of what was said.
		if shared < least || w.apart(i, j) > msPerDay || !quoted && !w.sameFew(i, j) {
			return 0
		}
	case shared < 3, overlap < .6:
		return 0
	case overlap < .75 && float64(shared)/float64(max(len(a), len(b))) < .4:
		return 0
	}
	if least > 2 && !w.sameWords(i, j) || w.apart(i, j) > saidWindow || w.givesUp(i) != w.givesUp(j) {
		return 0
	}
	return overlap + float64(shared)/float64(len(a)+len(b)-shared)
}

// sameFew says whether two words told of two statements are all of the one and all
// of the other but for a word, and are said in one way: "ceding land" and "ceding
// land to Southland", both rejected. One word is enough where the same small words
// stand with it: "it is up to Southland now" and "deal up to Southland".
func (w *writer) sameFew(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	const way = flagNegative | flagConditional | flagHedged | flagHistorical
	if f.class != g.class || (f.flags^g.flags)&way != 0 {
		return false
	}
	least, most := min(f.nWords, g.nWords), max(f.nWords, g.nWords)
	return least == 2 && most <= 3 || least == 1 && most <= 2 && f.flags.particles() != 0 && f.flags.particles() == g.flags.particles()
}

func absDiff(a, b int64) int64 { return max(a-b, b-a) }

// opposed says whether two statements can never be one utterance by their types: a
// threat is no denial, an offer no rejection, and who denies what was said without a
// negation does not say it; nor is who demands a thing he who concedes it.
func (w *writer) opposed(f, g *fact) bool {
	a, b := w.r.dict.labels.text[f.class], w.r.dict.labels.text[g.class]
	if a == "concession" && pressing(b) || b == "concession" && pressing(a) {
		return true
	}
	if negatesType(a) == negatesType(b) {
		return false
	}
	denies := (a == "denial" || b == "denial") && (f.flags|g.flags)&flagNegative == 0
	return denies || pressing(a) || pressing(b) || giving(a) || giving(b)
}

func negatesType(t string) bool { return t == "denial" || t == "rejection" }
func pressing(t string) bool    { return t == "threat" || t == "ultimatum" || t == "demand" }
func giving(t string) bool {
	return t == "offer" || t == "promise" || t == "concession" || t == "accord-claim"
}

// likenesses is how many keys there are for what must be shared. Facts of
// different kinds may share one: who looks compares what it stands for.
const likenesses = 1 << 16

// likeness are the keys that signals and events, and statements that retell an event, must
// share to be the same. They
// are made of names, not of their numbers, which depend on the order of arrival.
func (w *writer) likeness(i int32) []uint32 {
	f, d := w.fact(i), &w.r.dict
	switch f.kind {
	case KindStatement:
		if f.phases != 0 {
			return []uint32{likenessOf(6, uint64(f.phases))}
		}
	case KindSignal:
		return []uint32{d.signalKey(f, d.labels.text[f.class], f.actor, f.flags&flagHistorical)}
	case KindEvent:
		return w.eventLikeness(i)
	}
	return nil
}

// signalKey is the key of the reports of an action of a sender on the measure of a signal: of
// what is told as past, by flagHistorical, or not.
func (d *dictionary) signalKey(f *fact, action string, sender int32, past factFlags) uint32 {
	return likenessOf(1, hashOf(action), hashOf(measureOf(d.labels.text[f.detail])), d.actors.hash(sender), uint64(past))
}

func likenessOf(parts ...uint64) uint32 {
	h := uint64(14695981039346656037)
	for _, p := range parts {
		h = (h ^ p) * 1099511628211
		h ^= h >> 29
	}
	return uint32(h % likenesses)
}

// EventClass puts kinds together that reports use for one thing.
func EventClass(kind string) string {
	switch kind {
	case "talks", "summit", "lunch", "session", "negotiation":
		return "meeting"
	case "briefing", "press-conference", "appearance":
		return "press"
	case "phone", "phone-call", "video-call":
		return "call"
	}
	return kind
}

// sameDrop finds the latest earlier statement of nobody in particular that takes the same
// phases off the agenda, or -1.
func (w *writer) sameDrop(i int32) int32 {
	f := w.fact(i)
	if f.phases == 0 {
		return -1
	}
	return w.latestAlike(i, msPerDay, func(j int32) bool {
		g := w.fact(j)
		return g.kind == KindStatement && g.phases == f.phases
	})
}

// sameSignal finds the latest earlier report of the same signal, or -1: action,
// instrument and sender are the same by key, targets must meet. What one report says twice
// of a measure, once without its target, is said of one.
func (w *writer) sameSignal(i int32) int32 {
	f := w.fact(i)
	targets := w.others(i)
	window, orders := int64(signalWindow), w.ordersIn(i)
	background := f.flags&flagHistorical != 0
	said := saidAgain[w.r.dict.labels.text[f.class]] && !background
	switch {
	case len(orders) > 0 || background:
		window = orderWindow
	case said:
		window = standingWindow
	}
	return w.latestAlike(i, window, func(j int32) bool {
		g := w.fact(j)
		theirs := w.namedFor(j)
		if g.kind != KindSignal || f.class != g.class || f.actor != g.actor || (f.flags^g.flags)&(flagHistorical|flagTemporary) != 0 && !w.onlyPutOff(f, g) {
			return false
		}
		sameOrder := len(orders) > 0 && w.tellsOrder(j, orders)
		if w.apart(i, j) > signalWindow && !sameOrder && !background && !(said && w.standsSince(i, j)) || f.detail != g.detail && !sameOrder && !w.sameMatterOf(i, j) {
			return false
		}
		if !mayMeet(targets, theirs) {
			return false
		}
		if (len(targets) == 0) != (len(theirs) == 0) && f.ver != g.ver && !w.sameMeasure(i, j) {
			return false
		}
		return (f.sector == 0 || g.sector == 0 || f.sector == g.sector) && !w.onOtherGoods(i, j) && !w.longerSince(i, j)
	})
}

// orderWindow is how long after a report of an act another one that names its order by
// the same number, or tells of it as background, can be of it, in ms.
const orderWindow = 60 * msPerDay

// ordersIn are the numbers of orders among the words of a fact: of four figures and more,
// and no years.
func (w *writer) ordersIn(i int32) (out []uint32) {
	for _, word := range w.factWords(i) {
		if text := w.r.dict.words.text[word]; len(text) >= 4 && strings.Trim(text, "0123456789") == "" && (len(text) > 4 || text[:2] != "19" && text[:2] != "20") {
			out = append(out, word)
		}
	}
	return out
}

// tellsOrder says whether a report, or another one of the same signal, has the number of
// one of some orders.
func (w *writer) tellsOrder(j int32, orders []uint32) bool {
	j = w.tail(w.fact(j).group)
	for steps := 0; j >= 0 && steps < maxMatches; steps++ {
		if common(w.factWords(j), orders) > 0 {
			return true
		}
		j = w.fact(j).prev
	}
	return false
}

// sameMatterOf says whether two signals that name their instruments otherwise name one
// sector, or are told in one story.
func (w *writer) sameMatterOf(i, j int32) bool {
	f, g := w.fact(i), w.fact(j)
	return f.sector != 0 && f.sector == g.sector || w.ver(f.ver).story == w.ver(g.ver).story
}

// measureOf puts instruments together that reports use for one measure: who calls a
// secondary tariff one, and who only says "tariff", can mean the same.
func measureOf(instrument string) string {
	if instrument == "secondary-tariff" {
		return "tariff"
	}
	return instrument
}

// onlyPutOff says whether two signals are of measures put off, which some reports call
// temporary and others do not.
func (w *writer) onlyPutOff(f, g *fact) bool {
	return (f.flags^g.flags)&flagHistorical == 0 && w.r.dict.labels.text[f.class] == "deferred"
}

// namedFor are the targets of a signal's report or, where it names none, those that
// another report of the same signal names: two signals on two targets are not one
// for meeting in a report of neither.
func (w *writer) namedFor(j int32) []int32 {
	if ids := w.others(j); len(ids) > 0 {
		return ids
	}
	j = w.tail(w.fact(j).group)
	for steps := 0; j >= 0 && steps < maxMatches; steps++ {
		if ids := w.others(j); len(ids) > 0 {
			return ids
		}
		j = w.fact(j).prev
	}
	return nil
}

// latestAlike walks the facts that share a key with i, newest first.
func (w *writer) latestAlike(i int32, window int64, same func(j int32) bool) int32 {
	best, mine := int32(-1), w.factVer(i)
	for _, key := range w.likeness(i) {
		base, layer := posted(&w.view, alikeOf, key, w.top.facts)
		steps := 0
		for j := range newestFirst(base, layer) {
			if steps++; steps > maxMatches || j <= best {
				break
			}
			other := w.factVer(j)
			if mine.seen-other.seen > window {
				break
			}
			if mine.apart(other) <= window && same(j) {
				best = j
				break
			}
		}
	}
	return best
}
