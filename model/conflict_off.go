package model

import (
	"cmp"
	"slices"
	"strings"
)

// A report says that a meeting is off, and somebody denies it: one of them is wrong. The
// reader finds in "Southland denies that the talks are off" a cancellation, or a denial of
// the talks, by the words alone; what is denied is that they are off, so that they stand
// as planned. Of "Southland denies walking out of the talks" it finds the walkout.

// flagUpholds says of a statement, which never tells of a phase, that by it something
// planned is not off, or nobody left it.
const flagUpholds = flagInstead

// walkout is the kind of an event of which reports only tell that it is denied: that one of
// those who meet left. Those who tell that he did tell of a cancellation.
const walkout = "walkout"

// offWords are how folded words say that something is off, beside those of wayCues.
var offWords = []string{" is off ", " are off ", " was off ", " were off ", " being off "}

// notOff are how folded words say that something is not.
var notOff = []string{" not off ", " not cancel", " not been cancel", " not called off ", " not been called off ", " not postpon", " not been postpon", " not been put off ", " not been scrapped "}

// notLeft are how folded words say that somebody did not leave talks.
var notLeft = []string{" not walk", " not left ", " not leave ", " not leaving ", " not quit", " not pull out ", " not pulled out ", " not storm", " not been a walkout ", " no walkout "}

// leaves is how folded words say that somebody left talks, beside wayShunned.
var leaves = []string{" walkout ", " left ", " leaving "}

// rumours are what is rejected that somebody says; who rejects a delay denies none.
var rumours = wordSet("report reports claim claims rumour rumours rumor rumors suggestion suggestions speculation allegation allegations story stories") //nolint:misspell // as American papers have it

// upholds is the class of what a statement says not to be off, or not to have been left;
// empty for none.
func upholds(s *Statement) string {
	class, _ := upheld(s)
	return class
}

// upheld is what upholds is, and whether it is denied only that somebody left.
func upheld(s *Statement) (class string, left bool) {
	told := s.Mode != Direct && (s.Type == "denial" || s.Type == "rejection") // the words are those that are denied
	if !told && !strings.Contains(s.Content.Text, "not ") && !strings.Contains(s.Content.Text, "n't ") && !strings.Contains(s.Content.Text, "n’t ") {
		return "", false
	}
	words := foldWords(s.Content.Text)
	text := contracted.Replace(" " + strings.Join(words, " ") + " ")
	not, stayed := containsAny(text, notOff), containsAny(text, notLeft)
	if told == (not || stayed) || !told && s.Modality != "" && s.Modality != "asserted" && s.Modality != "negated" {
		return "", false
	}
	if s.Type == "rejection" && told && !slices.ContainsFunc(words, func(w string) bool { return rumours[w] }) {
		return "", false
	}
	off := not || told && (containsAny(text, offWords) || slices.ContainsFunc(wayCues, func(w wayCue) bool { return w.way != wayShunned && w.way != wayBroken && containsAny(text, w.cues) }))
	left = !off && (stayed || told && (containsAny(text, leaves) || leftBy(text)))
	if !off && !left {
		return "", false
	}
	class = classIn(stemsOf(strings.ReplaceAll(s.Content.Text, "-", " ")))
	switch {
	case left && class == "" && strings.Contains(text, " walkout "):
		class = "meeting" // one walks out of no other thing
	case left && class != "meeting":
		return "", false
	}
	return class, left
}

// leaving are the stems of those words in which a cancellation tells that somebody left.
var leaving = stemsOf("walk walked walking walkout storm stormed storming left leave leaving quit quits pull pulled pulling")

// contracted spells out what folding leaves of "didn't".
var contracted = strings.NewReplacer(" didnt ", " did not ", " hasnt ", " has not ", " havent ", " have not ", " wasnt ", " was not ", " isnt ", " is not ", " arent ", " are not ")

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
// it is off, and as a walkout where he denies that somebody left.
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
		if class, left := upheld(s); class != "" {
			out := *e
			switch {
			case left:
				out.Kind, out.Status = walkout, EventDenied
			case e.Kind == cancellation:
				out.Kind, out.Status = class, Planned
			default:
				out.Status = Planned
			}
			if len(e.Participants) > 2 { // else who denies may be one of those who meet
				out.Participants = slices.DeleteFunc(slices.Clone(e.Participants), func(id string) bool { return id == s.Speaker.Actor })
			}
			return out
		}
	}
	return *e
}

// offSide says whether a report says that something is off or in force, or that it is not, and
// what of the two.
func (f *fact) offSide(labels []string) (kind clashKind, is bool) {
	switch {
	case f.kind == KindStatement:
		if f.flags&flagUpholds != 0 {
			return clashOff, true
		}
		return clashForce, f.flags&flagNoSuchDeal != 0
	case f.kind != KindEvent:
		return 0, false
	case labels[f.class] == cancellation:
		return clashOff, true
	}
	return clashForce, labels[f.class] == "agreement" && labels[f.sector] == Done && f.flags&flagHistorical == 0
}

func (x *index) noteOff(i int32, f *fact, labels []string) {
	if _, is := f.offSide(labels); is {
		x.offs = append(x.offs, i)
	}
}

// fellThrough is how long after somebody denied that a thing is off it is told to be off as
// what became of it, and no longer as the contrary, in ms.
const fellThrough = 3 * msPerHour

// clashOffs notes with which reports of the days before one cannot hold that says that
// something is off or in force, or that it is not.
func (w *writer) clashOffs(i int32) {
	f := w.fact(i)
	kind, is := f.offSide(w.r.dict.labels.text)
	if !is {
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
		if other, _ := g.offSide(w.r.dict.labels.text); other != kind {
			continue
		}
		drop, word := i, j
		if f.kind == KindStatement {
			drop, word = j, i
		}
		if drop == i && w.factTime(i)-w.factTime(j) > fellThrough {
			continue // what was denied came about
		}
		if kind == clashOff && w.sameOff(drop, word) || kind == clashForce && w.sameForce(drop, word) {
			w.noteClash(j, i, kind)
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
	class, left := classIn(theirs), share(theirs, leaving)
	if class == "" && left {
		class = "meeting"
	}
	for part := range narrow {
		if !left && mine[part] != theirs[part] {
			return false // of a session, the other of the day
		}
	}
	if class == "" || !share(mine, nounsOf[class]) || left && !share(mine, leaving) {
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
	side := w.sideOf(word)
	other := func(no int32) bool {
		a := d.actor(w.r.dict.actors.text[no], "")
		return (side == "" || SideOf(*a) != side) && !w.namesParty(word, no)
	}
	if left {
		return !other(w.others(drop)[0]) // who left is named first
	}
	return !slices.ContainsFunc(who, other)
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
	if slices.ContainsFunc(b.view.factWords(word), func(w uint32) bool { return leaving[b.r.dict.words.text[w]] }) {
		who = nil // that they go on says nothing of who left
	}
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
	if leftBy(" " + folded(strings.ReplaceAll(ev.Sentence, "-", " ")) + " ") {
		return b.withNames(e.Participants, "whether anybody left the "+what)
	}
	return b.withNames(e.Participants, "whether the "+what+" is off")
}
