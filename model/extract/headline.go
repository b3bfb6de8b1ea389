package extract

import (
	"slices"

	"parley/model"
)

// Reading a title:
//
//	title ──► segments (":" "–" "|" ";" "." part them) ──► kickers and outlets off
//	      ──► labels and quotations ("X: A", "'q': X …", "A – X")
//	      ──► clauses ("A, X says", "X says A", "X hails Y but warns of Z")
//	      ──► what is left ("X ready to A", "X's pledge to A")

// segment is a part of a title between strong marks.
type segment struct {
	stretch
	sep   string  // the mark before it; empty at the beginning
	label bool    // a kicker
	owner stretch // whose word it is by the label before it
}

// titleReader is one title while it is read.
type titleReader struct {
	*headlines
	t      *text
	segs   []segment
	out    []model.Statement
	taken  []stretch // contents so far: what was said is not read again
	judged []stretch // those of them that are judged: an owner's own word may stand in them
	frame  headFrame // of the verb last read
	cased  bool      // most words are capitalised, so that capitals name nobody
	plain  bool      // the verb last read is in its plain form: its subject is a plural
	last   stretch   // the subject of the segment before
}

// maxTitle is how many tokens a title may have: more is no headline, and is left alone.
const maxTitle = 200

// read returns the statements of a title, in order.
func (h *headlines) read(t *text) []model.Statement {
	if len(t.tok) == 0 || len(t.tok) > maxTitle {
		return nil
	}
	r := &titleReader{headlines: h, t: t, cased: h.titleCase(t)}
	r.split()
	r.trim()
	r.attributedSegments()
	for i := range r.segs {
		if !r.segs[i].label {
			r.clauses(i)
		}
	}
	for i := range r.segs {
		if !r.segs[i].label {
			r.leanings(r.segs[i])
			r.swaps(r.segs[i])
			r.givesUp(r.segs[i])
			r.nominals(r.segs[i])
		}
	}
	slices.SortStableFunc(r.out, func(a, b model.Statement) int { return a.Content.Spans[0][0] - b.Content.Spans[0][0] })
	return r.out
}

// split parts the title at its strong marks outside quotations.
func (r *titleReader) split() {
	t, lo, sep := r.t, 0, ""
	for lo+1 < len(t.tok) && t.tok[lo].low == "*" {
		lo++ // a wire's flash
	}
	cut := func(i, next int, mark string) {
		if i > lo {
			r.segs = append(r.segs, segment{stretch: stretch{lo, i}, sep: sep})
		}
		lo, sep = next, mark
	}
	for i := range t.tok {
		k := &t.tok[i]
		if k.is(flagQuoted) {
			continue
		}
		switch {
		case k.kind == quoteToken && !k.is(flagOpens) && i > 0 && t.tok[i-1].kind == stopToken && t.tok[i-1].is(flagQuoted) && i+1 < len(t.tok) && t.tok[i+1].is(flagCapital):
			cut(i+1, i+1, "”") // "'It floats!' X says …"
		case k.kind == quoteToken && !k.is(flagOpens) && i > 0 && t.tok[i-1].low == ":" && i+1 < len(t.tok):
			cut(i+1, i+1, ":") // "'It floats:' X bets …"
		case k.kind == dashToken && (!r.joins(i) || r.sourceBehind(i)):
			cut(i, i+1, "–")
		case k.low == ":" || k.low == ";" || k.low == "|" || k.low == "｜" || k.low == "•":
			cut(i, i+1, k.low)
		case k.low == "(" || k.low == "[":
			cut(i, i+1, "(")
		case k.low == ")" || k.low == "]":
			cut(i, i+1, ")")
		case k.kind == stopToken:
			end := i
			for end+1 < len(t.tok) && (t.tok[end+1].kind == stopToken || t.tok[end+1].kind == quoteToken && !t.tok[end+1].is(flagOpens)) {
				end++
			}
			if end+1 < len(t.tok) || k.low != "." {
				cut(i+1, end+1, ".")
			} else {
				cut(i, i+1, ".")
			}
		}
	}
	cut(len(t.tok), len(t.tok), "")
}

// joins tells a hyphen between two words ("Trump-Putin"), or a short dash between two names
// ("Cairo–Doha"), from a dash.
func (r *titleReader) joins(i int) bool {
	t := r.t
	return i > 0 && i+1 < len(t.tok) && t.tok[i].is(flagGlued) && t.tok[i+1].is(flagGlued) && (t.tok[i].low == "-" || t.tok[i].low == "–" && t.tok[i-1].is(flagCapital) && t.tok[i+1].is(flagCapital))
}

// trim takes kickers off both ends and outlets off the end.
func (r *titleReader) trim() {
	for len(r.segs) > 1 {
		last := r.segs[len(r.segs)-1]
		if last.sep == "." || last.sep == ";" && !r.isOutlet(last.stretch) {
			break
		}
		place := r.kicker(last.stretch)
		if r.reportBehind(len(r.segs) - 1) {
			break
		}
		if last.sep != "(" && !r.isOutlet(last.stretch) && place&kickAfter == 0 && !(last.hi-last.lo <= 4 && r.isKickerTail(last.stretch) && !r.labelledBefore(len(r.segs)-1) && r.topicLabel(last.stretch).empty()) && last.sep != "｜" && last.sep != "|" {
			break
		}
		if last.sep == ":" && !r.isOutlet(last.stretch) && place&kickAfter == 0 && r.saysSomething(last.stretch) && r.speakerLabel(r.segs[len(r.segs)-2].stretch) {
			break // "X: No plans for talks"
		}
		if last.sep == "(" && place&kickAfter == 0 && !r.isOutlet(last.stretch) && last.hi-last.lo > 3 {
			break
		}
		r.segs = r.segs[:len(r.segs)-1]
	}
	for i := 0; i+1 < len(r.segs); i++ {
		s := r.segs[i]
		next := r.segs[i+1].sep
		if next != ":" && next != "–" && next != "|" {
			break
		}
		if r.kicker(s.stretch)&(kickBefore|kickVersion) == 0 && !(s.hi-s.lo < 8 && r.isKickerTail(s.stretch) && !r.hasCue(s.stretch) && r.topicLabel(s.stretch).hi == 0 && !r.sourced(i)) {
			break
		}
		r.segs[i].label = true
	}
	r.dropVersion()
}

// sourced tells whether nobody but a source stands behind segment n, so that it is what was
// said, whatever it ends with: "Talks end without deal — official".
func (r *titleReader) sourced(n int) bool {
	last := r.segs[n+1]
	if n+2 != len(r.segs) || r.segs[n].hi-r.segs[n].lo < 4 {
		return false
	}
	if !r.speakerLabel(last.stretch) {
		return r.lastName(n + 2)
	}
	for _, p := range r.parties(last.stretch) {
		if r.word(r.t, last.hi-1)&hAttribute == 0 && (last.sep != "–" || p.actor < 0 || r.isState([]party{p})) {
			return false
		}
	}
	return true
}

// reportBehind tells whether segment n, the last, is nothing but "report", behind a clause that
// names no speaker of its own: "Marden to buy ferries — report".
func (r *titleReader) reportBehind(n int) bool {
	s, before := r.segs[n], r.segs[n-1].stretch
	return s.hi-s.lo == 1 && r.t.tok[s.lo].low == "report" && (s.sep == "–" || s.sep == ":") && before.hi-before.lo > 4 && !r.hasCue(before) && r.predicates(before)
}

// saysSomething tells the word of a speaker ("No plans for talks") from the name of
// a series, which has neither a preposition nor a negation nor a verb.
func (r *titleReader) saysSomething(s stretch) bool {
	for i := s.lo; i < s.hi; i++ {
		if r.word(r.t, i)&(hPrep|hNegator|hAux) != 0 {
			return r.kicker(s) == 0
		}
	}
	return false
}

// labelledBefore tells whether a colon after a speaker and whom he speaks to stands
// before segment n, which is then his word: "X to Y: Make a deal".
func (r *titleReader) labelledBefore(n int) bool {
	before := r.segs[n-1].stretch
	return r.segs[n].sep == ":" && r.topicLabel(before).hi > 0
}

// dropVersion takes "UPDATE 2-" and "CORRECTED-" off the beginning.
func (r *titleReader) dropVersion() {
	t := r.t
	if len(r.segs) == 0 || t.tok[0].kind != wordToken || !t.tok[0].is(flagCapital) {
		return
	}
	place, n, ok := r.kickers.match(t.tok, 0)
	glued := ok && place&kickBefore != 0 && n+1 < len(t.tok) && t.tok[n].low == "-" && t.tok[n].is(flagGlued) && t.tok[n+1].is(flagCapital) && (!r.cased || t.tok[0].is(flagAllCaps))
	if !glued && (!ok || place&kickVersion == 0 || !t.tok[0].is(flagAllCaps)) {
		return // "Analysis-Norway says A" has a kicker, "Live-fire drill" none
	}
	for n < len(t.tok) && n < 5 && (t.tok[n].kind == numberToken || t.tok[n].kind == dashToken || t.tok[n].low == ":") {
		n++
	}
	for len(r.segs) > 1 && r.segs[0].hi <= n {
		r.segs = r.segs[1:]
	}
	r.segs[0].lo = max(r.segs[0].lo, min(n, r.segs[0].hi))
}

func (r *titleReader) kicker(s stretch) uint8 {
	if s.lo >= s.hi {
		return 0
	}
	if place, n, ok := r.kickers.match(r.t.tok, s.lo); ok && s.lo+n == s.hi {
		return place
	}
	return 0
}

// isKickerTail tells whether a label ends with words that only labels end with.
func (r *titleReader) isKickerTail(s stretch) bool {
	for i := max(s.lo, s.hi-3); i < s.hi; i++ {
		if place, n, ok := r.kickers.match(r.t.tok, i); ok && i+n == s.hi && place&kickTail != 0 {
			return true
		}
	}
	return false
}

func (r *titleReader) isOutlet(s stretch) bool {
	lo, hi := s.lo, s.hi
	for hi > lo && (r.t.tok[hi-1].low == "report" || r.t.tok[hi-1].low == "reports" || r.t.tok[hi-1].kind != wordToken && r.t.tok[hi-1].kind != numberToken) {
		hi--
	}
	if hi > lo && r.t.tok[lo].low == "the" && hi-lo > 1 {
		if _, n, ok := r.outlets.match(r.t.tok, lo+1); ok && lo+1+n == hi {
			return true
		}
	}
	if hi-lo > 1 && hi-lo < 4 && (r.t.tok[hi-1].low == "media" || r.t.tok[hi-1].low == "tv" || r.t.tok[hi-1].low == "newspapers") {
		return true // "Ruritanian media report", "state TV"
	}
	_, n, ok := r.outlets.match(r.t.tok, lo)
	return hi > lo && ok && lo+n == hi && r.t.tok[lo].is(flagCapital)
}

// hasCue tells whether a reporting verb stands in a stretch.
func (r *titleReader) hasCue(s stretch) bool {
	for i := s.lo + 1; i < s.hi; i++ {
		if v, _, ok := r.verbs.match(r.t.tok, i); ok && v.frame != frameNone && v.form&(inThird|inPast) != 0 && !r.t.tok[i].is(flagQuoted) {
			return true
		}
	}
	return false
}
