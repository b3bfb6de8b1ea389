package model

import "slices"

// Windows within which reports can be of the same thing, in ms.
const (
	saidWindow   = 3 * msPerDay
	signalWindow = 3 * msPerDay
	eventWindow  = 3 * msPerDay
	opWindow     = 10 * msPerDay
)

// Bounds of a search for what is alike, so that a busy word costs no more than
// a rare one.
const (
	rareWords  = 4
	maxAsked   = 256
	maxMatches = 64
)

// writer adds units to a segment and decides what belongs together, from what
// its view already holds.
type writer struct {
	view
	r   *Record
	seg *segment
	*desktop
}

// desktop is room to work in, kept from one stretch to the next.
type desktop struct {
	scratch []float32             // weights of the words of the item at hand
	laid    []uint32              // which of them are set
	marks   [markBits / 64]uint64 // of the words that are set
	rank    [titleAsked]ranked
	tally   []float32 // of items that share words with it; zero between items
	touched []int32   // which of them are set
	top24   []tallied
	asked   []int32
	sifted  [rareWords * maxAsked]int32 // statements that may be the same as the one at hand
	lately  [maxAsked]int32             // postings of the word at hand
	met     []uint64                    // a bit by fact: those that the search at hand came by; none between searches
	partsOf []int32                     // of the story at hand
	latest  []int32                     // its latest items
	rare    []uint32
	fetched uint32 // see fetch: what is read for nothing must be put somewhere
}

func newDesktop() any { return &desktop{} }

// newWriter returns a writer into a segment of the view.
func (r *Record) newWriter(v view, seg *segment) writer {
	return writer{view: v, r: r, seg: seg, desktop: r.desktops.Get().(*desktop)}
}

// finish is called when all units of a stretch are in.
func (w *writer) finish() { w.r.desktops.Put(w.desktop) }

func (w *writer) add(u *unit) {
	i := w.seg.push(u)
	v := w.ver(i)
	w.aim(i)
	if w.seg.dense {
		w.seg.noteVersion(i)
	}
	w.assignStory(i)
	w.list(i)
	for f := v.facts; f < v.facts+int32(v.nFacts); f++ {
		w.assignGroup(f)
	}
}

// list makes a version findable for those that come after it.
func (w *writer) list(i int32) {
	x, item := &w.seg.index, w.ver(i).item
	if w.touch(item, i) {
		w.ver(i).touched = i + 1
	}
	x.items.add(uint32(item), i)
	x.noteDrops(i, w.ver(i).drops)
	for _, word := range w.titleWords(i) {
		x.titles.add(word, i)
	}
}

// touch notes on the versions of an item that another came on top of them; it is
// false when there are none. A layer leaves the base as it is.
func (w *writer) touch(item int64, by int32) bool {
	older := w.versions(item)
	for _, j := range older {
		if v := w.ver(j); v.touched == 0 && (w.seg.dense || int(j) >= w.seg.from.vers) {
			v.touched = by + 1
		}
	}
	return len(older) > 0
}

// assignGroup puts a fact into the group that it belongs to, or founds one.
func (w *writer) assignGroup(i int32) {
	f := w.fact(i)
	if f.kind == KindSignal && f.actor <= nobody {
		w.takeSender(i)
	}
	mate := w.sameInItem(i)
	switch {
	case mate >= 0:
	case f.kind == KindStatement:
		if mate = w.sameUtterance(i); mate < 0 {
			mate = w.sameDrop(i)
		}
	case f.kind == KindSignal:
		mate = w.sameSignal(i)
	default:
		mate = w.sameEvent(i)
	}
	if mate >= 0 {
		w.join(i, w.fact(mate).group)
	} else {
		w.establish(i)
	}
	w.enter(i)
	w.clashesOf(i)
}

func (w *writer) establish(i int32) {
	f, g := w.fact(i), int32(w.seg.top().groups)
	w.seg.groups.push(newGroup(i, f.kind))
	f.group, f.prev = g, -1
	w.enlist(g)
}

// enlist puts a group into the lists of those that it is about.
func (w *writer) enlist(g int32) {
	i := w.group(g).founder
	f, x := w.fact(i), &w.seg.index
	if w.seg.dense && f.kind == KindSignal {
		w.seg.noteSignal(g, w.r.dict.labels.text)
	}
	list := func(dim dimension, id int32) {
		x.list(listKey{kind: f.kind, dim: dim}).add(uint32(id), g)
	}
	list(byAll, 0)
	for _, a := range w.actorsOf(i) {
		list(byActor, a)
	}
	if f.kind == KindSignal {
		list(bySender, f.actor)
		for _, a := range w.targets(i) {
			list(byTarget, a)
		}
	}
	for _, t := range unique(w.topics(i)) {
		list(byTopic, t)
	}
}

// actorsOf are those in whose lists a fact stands, each once.
func (v *view) actorsOf(i int32) []int32 { return actorsWith(v.fact(i).actor, v.others(i)) }

func (s *segment) actorsOf(i int32) []int32 {
	f := s.facts.at(i)
	return actorsWith(f.actor, s.ids[f.others:f.others+int32(f.nOther)])
}

func actorsWith(actor int32, others []int32) []int32 {
	ids := make([]int32, 0, 1+len(others))
	if actor >= 0 {
		ids = append(ids, actor)
	}
	return tidy(append(ids, others...))
}

// unique are the numbers of a list in order, each once.
func unique(ids []int32) []int32 {
	if len(ids) < 2 {
		return ids
	}
	return tidy(slices.Clone(ids))
}

func tidy(ids []int32) []int32 {
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (w *writer) join(i, g int32) {
	f := w.fact(i)
	f.group, f.prev = g, w.tail(g)
	if w.layer != nil && int(g) < w.layer.from.groups {
		w.layer.tails[g] = i
		return
	}
	gr := w.group(g)
	gr.take(i, w.ver(f.ver), w.factVer(gr.founder), w.factVer(gr.early))
	if w.seg.dense {
		w.seg.noteJoin(i, g, w.r.dict.labels.text)
	}
}

// take adds a fact to a group, with its version, and those of the group's founder and of
// its fact that was out first.
func (g *group) take(i int32, v, founder, early *ver) {
	g.last, g.before = i, max(g.before, uint16(max(founder.seen-v.seen, 0)))
	if v.out < early.out {
		g.early = i
	}
}

// enter makes a fact findable for those that come after it.
func (w *writer) enter(i int32) {
	f := w.fact(i)
	x := &w.seg.index
	switch f.kind {
	case KindStatement:
		for _, word := range w.factWords(i) {
			x.said.add(word, i)
		}
		x.noteReadout(i, f)
	case KindEvent:
		if w.seg.dense {
			w.seg.noteEvent(i)
		}
	case KindSignal:
		w.seg.noteLicence(i, f, w.ver(f.ver), w.r.dict.labels.text)
	}
	x.noteOff(i, f, w.r.dict.labels.text)
	for _, k := range w.likeness(i) {
		x.alike.add(k, i)
	}
	for p := range int32(len(w.r.matchers)) {
		if f.kind == KindEvent && f.phases&(1<<p) != 0 {
			x.phases[p] = append(x.phases[p], i)
		}
	}
}

// rarest returns the words of a list that fewest have used so far, rarest first. It is
// good until the next one.
func (w *writer) rarest(words []uint32, pick func(*index) *postings, top, n int) []uint32 {
	list := w.rank[:0]
	for _, word := range words {
		if times := times(&w.view, pick, word, top); times > 0 {
			list = w.lead(list, ranked{word, -float32(times)}, min(n, len(w.rank)))
		}
	}
	w.rare = w.rare[:0]
	for _, x := range list {
		w.rare = append(w.rare, x.word)
	}
	return w.rare
}

// factTime is when the version of a fact was known, in ms.
func (v *view) factTime(i int32) int64 { return v.factVer(i).seen }

// factTold is when a fact was told as new, in ms: what a first look at feeds finds was all
// seen at once, years apart as it may have come out.
func (v *view) factTold(i int32) int64 { return v.factVer(i).told() }

// apart is how long lies between two facts, in ms, by when they were known or, where that is
// more, by when they were told as new.
func (v *view) apart(i, j int32) int64 { return v.factVer(i).apart(v.factVer(j)) }

func (v *ver) apart(other *ver) int64 {
	return max(absDiff(v.seen, other.seen), absDiff(v.told(), other.told()))
}

// factVer is the version of a fact.
func (v *view) factVer(i int32) *ver { return v.ver(v.fact(i).ver) }
