package model

import (
	"slices"
	"strings"
	"time"
)

// endedWindow is how long after a relief the report that it has run out can be of
// it, in ms.
const endedWindow = 120 * msPerDay

// stillWords say of a measure that it goes on: no act of today.
var stillWords = wordSet("remain remains remained remaining still stay stays stayed continue continues continued")

// onlyGoesOn says whether a report only says that an earlier measure is still in force.
func onlyGoesOn(s *Signal, sentence string, marks []Span) bool {
	if s.Action != "in-force" {
		return false
	}
	text := []rune(sentence)
	for _, m := range marks {
		said := string(text[max(0, m[0]):min(m[1], len(text))])
		if slices.ContainsFunc(foldWords(said), func(w string) bool { return stillWords[w] }) {
			return true
		}
	}
	return false
}

// easedUntil is when a relief ends or ended, in s, 0 for unknown: the end that its
// own reports name, else, where it was given and not only offered, that of a licence
// of today in its story for one of its targets.
func (b *Board) easedUntil(g int32) int64 {
	end, _ := b.inForce(g)
	first := b.view.fact(b.founder(g))
	if does, rank := deedOf(first, b.r.dict.labels.text[first.class]); end != 0 || first.dir != relief || does == ease && rank <= rungOffered {
		return end
	}
	targets := b.targetsOf(g)
	b.eachLicence(b.view.ver(first.ver).story, func(x int32) bool {
		if b.view.fact(b.founder(x)).flags&flagHistorical != 0 {
			return true
		}
		if until, stands := b.inForce(x); stands && until != 0 && shareAny(b.targetsOf(x), targets) {
			end = until
		}
		return end == 0
	})
	return end
}

// eachLicence walks the groups of a story that are called a licence or temporary,
// newest report first, until told to stop.
func (b *Board) eachLicence(story int32, yield func(g int32) bool) {
	parts := b.partsOf(story)
	licences := newestFirst(two(&b.view, licencesOf, parts[0], b.view.top.facts))
	if len(parts) > 1 {
		var all []int32
		for _, part := range parts {
			base, layer := two(&b.view, licencesOf, part, b.view.top.facts)
			all = append(append(all, base...), layer...)
		}
		slices.Sort(all)
		licences = newestFirst(all, nil)
	}
	for i := range licences {
		g := b.view.fact(i).group
		f := b.view.fact(b.founder(g))
		if licenses(f, b.r.dict.labels.text) && slices.Contains(parts, b.view.ver(f.ver).story) && !yield(g) {
			return
		}
	}
}

func licencesOf(x *index) map[int32][]int32 { return x.licences }

// lapses are the reports that a relief like that of a group has run out: by its
// sender or nobody in particular, for its targets or none named, laid out on a desk.
func (b *Board) lapses(d *rowDesk, g int32) {
	first := b.founder(g)
	f, dict := b.view.fact(first), &b.r.dict
	targets := b.view.others(first)
	since, _ := b.firstTime(g)
	var out []report
	senders := []int32{nobody}
	if f.actor > nobody {
		senders = append(senders, f.actor)
	}
	for _, sender := range senders {
		key := dict.signalKey(f, "expired", sender, 0)
		base, layer := posted(&b.view, alikeOf, key, b.view.top.facts)
		steps := 0
		for i := range newestFirst(base, layer) {
			x := b.view.fact(i)
			v := b.view.ver(x.ver)
			if steps++; steps > maxMatches || b.time(v) < since {
				break
			}
			theirs := b.view.others(i)
			if x.kind != KindSignal || x.dir != relief || dict.labels.text[x.class] != "expired" || x.detail != f.detail || !b.out(v) || b.time(v)-since > endedWindow {
				continue
			}
			if !mayMeet(theirs, targets) {
				continue
			}
			if b.factUntil(i) == 0 {
				out = append(out, report{fact: i, first: x.ver, copyOf: -1})
			}
		}
	}
	d.list = b.sources(d.list, out, b.shown(out))
}

// ended is when what a relief gave had run out by the board's moment, zero while it
// runs: by its own terms, or because a report says so of a licence of its number.
func (b *Board) ended(ref Ref, row *SignalRow) time.Time {
	if row.Struck || row.Signal.Direction != Relief || row.Signal.Action == "expired" || row.Signal.Action == "offered" || row.Signal.Action == "considered" {
		return time.Time{}
	}
	b.r.mu.RLock()
	g := b.groupAt(ref)
	until := b.easedUntil(g)
	d := b.rowDesk()
	defer d.free(b.r)
	if until == 0 && row.Signal.Temporary {
		b.lapses(d, g)
	}
	b.r.mu.RUnlock()
	if until != 0 {
		if end := time.Unix(until, 0).UTC(); !end.After(b.At) {
			return end
		}
		return time.Time{}
	}
	if len(d.list) == 0 {
		return time.Time{}
	}
	mine := map[string]bool{}
	for i := range row.Evidence {
		noteNumbers(mine, row.Evidence[i].Sentence)
	}
	for _, t := range b.fetch(d) {
		s := t.reading.Signals[t.idx]
		theirs := map[string]bool{}
		noteNumbers(theirs, t.evidence(s.In, s.Spans, s.Rule).Sentence)
		if !sameNumber(mine, theirs) {
			continue
		}
		if end, ok := parseTime(s.Expires); ok && !end.After(b.At) {
			return end.UTC()
		}
		return b.byClock(moment(t.seen), moment(t.out))
	}
	return time.Time{}
}

// noteNumbers takes the numbers of the licences that a sentence names.
func noteNumbers(into map[string]bool, sentence string) {
	words := foldWords(sentence)
	for i, w := range words[:max(0, len(words)-1)] {
		if strings.HasPrefix(w, "licen") && isNumber(words[i+1]) {
			into[words[i+1]] = true
		}
	}
}

// sameNumber says whether two reports can be of one licence: they share a number,
// or neither has one.
func sameNumber(a, b map[string]bool) bool {
	for n := range a {
		if b[n] {
			return true
		}
	}
	return len(a) == 0 && len(b) == 0
}

// yearIn is the one year that a sentence names, empty for none or several.
func yearIn(sentence string) string {
	year := ""
	for _, w := range foldWords(sentence) {
		if len(w) != 4 || w < "1900" || w > "2099" || !isNumber(w) {
			continue
		}
		if year != "" && year != w {
			return ""
		}
		year = w
	}
	return year
}
