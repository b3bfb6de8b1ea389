package model

import (
	"cmp"
	"slices"
	"strings"
)

// A report says that a meeting is off, and somebody denies it: one of them is wrong. The
// reader finds in "Southland denies that the talks are off" a cancellation, or a denial of
// the talks, by the words alone; what is denied is that they are off, so that they stand
// as planned.

// flagUpholds says of a statement, which never tells of a phase, that by it something
// planned is not off.
const flagUpholds = flagInstead

// offWords are how folded words say that something is off, beside those of wayCues.
var offWords = []string{" is off ", " are off ", " was off ", " were off ", " being off "}

// notOff are how folded words say that something is not.
var notOff = []string{" not off ", " not cancel", " not been cancel", " not called off ", " not been called off ", " not postpon", " not been postpon", " not been put off ", " not been scrapped "}

// rumours are what is rejected that somebody says; who rejects a delay denies none.
var rumours = wordSet("report reports claim claims rumour rumours rumor rumors suggestion suggestions speculation allegation allegations story stories") //nolint:misspell // as American papers have it

// upholds is the class of what a statement says not to be off, empty for none.
func upholds(s *Statement) string {
	told := s.Mode != Direct && (s.Type == "denial" || s.Type == "rejection") // the words are those that are denied
	if !told && !strings.Contains(s.Content.Text, "not ") {
		return ""
	}
	words := foldWords(s.Content.Text)
	text := " " + strings.Join(words, " ") + " "
	not := containsAny(text, notOff)
	if told == not || !told && s.Modality != "" && s.Modality != "asserted" && s.Modality != "negated" {
		return ""
	}
	if s.Type == "rejection" && !not && !slices.ContainsFunc(words, func(w string) bool { return rumours[w] }) {
		return ""
	}
	if !not && !containsAny(text, offWords) && !slices.ContainsFunc(wayCues, func(w wayCue) bool { return w.way != wayShunned && containsAny(text, w.cues) }) {
		return ""
	}
	return classIn(stemsOf(strings.ReplaceAll(s.Content.Text, "-", " ")))
}

// classIn is the class of the events that one of some stems names, empty for none.
func classIn(stems map[string]bool) string {
	for _, class := range []string{"meeting", "visit", "press", "ceremony", "call"} { // the last one is in "called off", too
		if share(stems, nounsOf[class]) {
			return class
		}
	}
	return ""
}

func containsAny(text string, list []string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.Contains(text, s) })
}

// EventAt is one of a reading's events, as planned where somebody tells it who denies that
// it is off.
func (rd *Reading) EventAt(i int) Event {
	e := &rd.Events[i]
	if e.Kind != cancellation && e.Status != EventDenied {
		return *e
	}
	for i := range rd.Statements {
		s := &rd.Statements[i]
		if s.In != e.In || !overlap(e.Spans, s.Content.Spans) {
			continue
		}
		if class := upholds(s); class != "" {
			out := *e
			if out.Status = Planned; e.Kind == cancellation {
				out.Kind = class
			}
			if len(e.Participants) > 2 { // else who denies may be one of those who meet
				out.Participants = slices.DeleteFunc(slices.Clone(e.Participants), func(id string) bool { return id == s.Speaker.Actor })
			}
			return out
		}
	}
	return *e
}

// ofOff says whether a report says that something is off, or that it is not.
func (f *fact) ofOff(labels []string) bool {
	return f.kind == KindStatement && f.flags&flagUpholds != 0 || f.kind == KindEvent && labels[f.class] == cancellation
}

func (x *index) noteOff(i int32, f *fact, labels []string) {
	if f.ofOff(labels) {
		x.offs = append(x.offs, i)
	}
}

// fellThrough is how long after somebody denied that a thing is off it is told to be off as
// what became of it, and no longer as the contrary, in ms.
const fellThrough = 3 * msPerHour

// clashOffs notes with which reports of the days before one cannot hold that says that
// something is off, or that it is not.
func (w *writer) clashOffs(i int32) {
	f := w.fact(i)
	if !f.ofOff(w.r.dict.labels.text) {
		return
	}
	base := prefix(w.base.index.offs, w.top.facts)
	var layer []int32
	if w.layer != nil {
		layer = w.layer.index.offs
	}
	steps, noted := 0, 0
	for j := range newestFirst(base, layer) {
		g := w.fact(j)
		if steps++; steps > maxMatches || noted == maxClashes || w.factTime(i)-w.factTime(j) > planWindow {
			return
		}
		if g.kind == f.kind || w.ver(g.ver).item == w.ver(f.ver).item || w.apart(i, j) > planWindow {
			continue
		}
		drop, word := i, j
		if f.kind == KindStatement {
			drop, word = j, i
		}
		if drop == i && w.factTime(i)-w.factTime(j) > fellThrough {
			continue // what was denied came about
		}
		if w.sameOff(drop, word) {
			w.noteClash(j, i, clashOff)
			noted++
		}
	}
}

// sameOff says whether what one report calls off is what a statement says is not.
func (w *writer) sameOff(drop, word int32) bool {
	stems := func(i int32) map[string]bool {
		out := map[string]bool{}
		for _, no := range w.factWords(i) {
			out[w.r.dict.words.text[no]] = true
		}
		return out
	}
	mine, theirs := stems(drop), stems(word)
	for part := range narrow {
		if mine[part] != theirs[part] {
			return false // of a session, the other of the day
		}
	}
	class := classIn(theirs)
	if class == "" || !share(mine, nounsOf[class]) {
		return false
	}
	if w.ver(w.fact(drop).ver).story == w.ver(w.fact(word).ver).story {
		return true
	}
	who := unique(w.others(drop))
	if len(who) == 0 {
		return w.atSummit(drop) && w.atSummit(word) || jaccard(w.factWords(drop), w.factWords(word)) >= .5
	}
	d := w.r.c.Directory
	side := SideOf(*d.actor(w.r.dict.actors.text[w.fact(word).actor], ""))
	return !slices.ContainsFunc(who, func(no int32) bool {
		a := d.actor(w.r.dict.actors.text[no], "")
		return (side == "" || SideOf(*a) != side) && !w.names(word, folded(nameInText(a)))
	})
}

// offSettled is when it was told what became of what a clash says is off, in ms, but not
// before both were known: that it was held after all or, hours after the denial, once more that
// it is off; 0 for not yet.
func (b *Board) offSettled(c *clash) (settled int64) {
	drop, word := c.a, c.b
	if b.view.fact(drop).kind == KindStatement {
		drop, word = word, drop
	}
	from := c.seen
	if b.Clock == ByPublished {
		from = c.out
	}
	who := unique(b.view.others(drop))
	for _, a := range who {
		for i := range b.alike(likenessOf(3, hashOf("meeting"), b.r.dict.actors.hash(a))) {
			f := b.view.fact(i)
			if v := b.view.ver(f.ver); f.kind == KindEvent && f.flags&flagHeld != 0 && b.out(v) && b.time(v) >= from && b.sameSides(who, unique(b.view.others(i))) && b.factStands(i) {
				settled = firstEnd(settled, b.time(v))
			}
		}
	}
	denied := b.told(b.view.ver(b.view.fact(word).ver))
	for i := range b.members(b.view.fact(drop).group) {
		if v := b.view.ver(b.view.fact(i).ver); b.out(v) && b.told(v)-denied > fellThrough && b.factStands(i) {
			settled = firstEnd(settled, max(from, b.time(v)))
		}
	}
	return settled
}

// offTopic says of what it is contested whether it is off.
func (b *Board) offTopic(t *told) string {
	e := &t.reading.Events[t.idx]
	ev := t.evidence(e.In, e.Spans, e.Rule)
	what := cmp.Or(classIn(stemsOf(strings.ReplaceAll(ev.Sentence, "-", " "))), "meeting")
	if what == "press" {
		what = "press appearance"
	}
	return b.withNames(e.Participants, "whether the "+what+" is off")
}
