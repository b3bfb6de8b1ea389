package extract

import (
	"embed"
	"strings"

	"parley/model"
)

//go:embed data/words.txt data/cues.txt data/nouns.txt data/yields.txt data/report-words.txt
var textData embed.FS

// text is a title or a body, cut up. The reader makes it once; everybody reads it.
type text struct {
	field  model.Field
	s      string
	tok    []token
	sents  []stretch // sentences, in order, covering all tokens
	begins []starts  // by sentence: the lists that have a phrase which begins in it
	paras  []stretch // paragraphs
	quotes []quotation
	day    int          // on which it was published, as dayOf writes it; 0 when not known
	caps   bool         // an all-capitals snap: case says nothing
	spans  []model.Span // made ahead for phrases; those before its length are given away
	lists  []string     // made ahead in the same way

	named    []mention // actors of the directory, in order; see resolver.search
	searched bool      // named has them all
	copies   []mention // of named, for those who asked; those before its length are given away
}

// stretch is a run of tokens, end-exclusive.
type stretch struct{ lo, hi int }

func (s stretch) empty() bool { return s.lo >= s.hi }

// titleCase says whether most longer words of a stretch begin with a capital.
func (t *text) titleCase(u stretch) bool {
	capital, words := 0, 0
	toks := t.tok[u.lo:u.hi]
	for i := range toks {
		if k := &toks[i]; k.kind == wordToken && len(k.low) > 3 {
			words++
			if k.is(flagCapital) {
				capital++
			}
		}
	}
	return words > 4 && capital*10 >= words*8
}

// doc is one document while it is read, with the room that reading it takes. The
// room is used again for the next one: a reading holds none of it.
type doc struct {
	model.Document
	title text
	body  text
	work  workroom
}

// workroom is what reading the body of a document fills and forgets.
type workroom struct {
	quoteOf []int32       // by token
	units   []stretch     // of a paragraph
	found   []attribution // in a unit
	all     []attribution
	dropped []bool    // by attribution of a unit
	runs    []stretch // of speakers and contents
	lone    []attribution
	spoken  []turn
	rules   map[ruleAndCue]string // names once made
}

type ruleAndCue struct {
	rule string
	cue  *cue
}

// ruleName names the rule that found an attribution, with the cue it found.
func (w *workroom) ruleName(a *attribution) string {
	key := ruleAndCue{a.rule, a.entry}
	name, ok := w.rules[key]
	if !ok {
		if w.rules == nil {
			w.rules = map[ruleAndCue]string{}
		}
		name = a.rule + ":" + a.entry.lemma
		w.rules[key] = name
	}
	return name
}

func (x *lexicon) newDoc(in model.Document) *doc {
	d, ok := x.docs.Get().(*doc)
	if !ok {
		d = &doc{}
	}
	d.Document = in
	x.cut(&d.title, model.InTitle, in.Title)
	x.cut(&d.body, model.InText, in.Text)
	d.title.day = dayOf(in.Published)
	d.body.day = d.title.day
	return d
}

// mostKept bounds the tokens of a document whose room is kept for the next.
const mostKept = 1 << 16

// done gives the room of a document back.
func (x *lexicon) done(d *doc) {
	if len(d.body.tok) <= mostKept {
		x.docs.Put(d)
	}
}

func (x *lexicon) newText(field model.Field, s string) text { //nolint:unparam // a title is a text too
	var t text
	x.cut(&t, field, s)
	return t
}

// cut makes a text of s in the room that t has.
func (x *lexicon) cut(t *text, field model.Field, s string) {
	if need := len(s)/4 + 16; cap(t.tok) < need {
		t.tok = make([]token, 0, need)
	}
	*t = text{
		field: field, s: s, tok: x.tokenizeInto(t.tok, s),
		sents: t.sents[:0], begins: t.begins[:0], paras: t.paras[:0], quotes: t.quotes[:0], named: t.named[:0],
		spans: t.spans, lists: t.lists, copies: t.copies[:0],
	}
	t.findParagraphs(x)
	t.findQuotes(x)
	t.findSentences(x)
	t.caps = t.shouts()
}

// shouts says whether a text is written in capitals throughout.
func (t *text) shouts() bool {
	upper, other := 0, 0
	toks := t.tok
	for i := range toks {
		k := &toks[i]
		switch {
		case k.kind != wordToken || len(k.low) < 2:
		case k.is(flagAllCaps):
			upper++
		default:
			if other++; other*5 > len(toks) {
				return false // whatever the rest is
			}
		}
	}
	return upper+other >= 3 && upper >= 4*other
}

// raw returns the words of tokens lo to hi as written, end-exclusive.
func (t *text) raw(lo, hi int) string {
	if lo >= hi {
		return ""
	}
	return t.s[t.tok[lo].start:t.tok[hi-1].end]
}

// span returns tokens lo to hi as a span in code points, end-exclusive.
func (t *text) span(lo, hi int) model.Span {
	if lo >= hi {
		return model.Span{}
	}
	return model.Span{int(t.tok[lo].rstart), int(t.tok[hi-1].rend)}
}

// spansOf returns runs of tokens as spans. Empty runs are left out.
func (t *text) spansOf(runs []stretch) []model.Span {
	out := t.roomForSpans(len(runs))
	for _, r := range runs {
		if r.lo < r.hi {
			out = append(out, t.span(r.lo, r.hi))
		}
	}
	return out
}

// phrase makes a phrase of runs of tokens; its text joins them as they would stand
// without what parts them. Empty runs are left out.
func (t *text) phrase(runs ...stretch) model.Phrase {
	p := model.Phrase{Spans: t.spansOf(runs)}
	if len(runs) == 1 {
		p.Text = t.raw(runs[0].lo, runs[0].hi)
		return p
	}
	size := 0
	for _, r := range runs {
		size += len(t.raw(r.lo, r.hi)) + len(". ")
	}
	var joined strings.Builder
	joined.Grow(size)
	last := -1
	for _, r := range runs {
		if r.lo >= r.hi {
			continue
		}
		if last >= 0 {
			joined.WriteString(t.joint(last, r.lo))
		}
		joined.WriteString(t.raw(r.lo, r.hi))
		last = r.hi
	}
	p.Text = joined.String()
	return p
}

// spansAhead is how many spans, or strings of lists, are made at a time: a phrase has one
// or two.
const spansAhead = 64

// roomForSpans returns an empty list that n spans fit into.
func (t *text) roomForSpans(n int) []model.Span {
	if n == 0 {
		return []model.Span{}
	}
	if len(t.spans)+n > cap(t.spans) {
		t.spans = make([]model.Span, 0, max(spansAhead, n))
	}
	from := len(t.spans)
	t.spans = t.spans[:from+n]
	return t.spans[from : from : from+n]
}

// keep copies a list for a reading to hold; it is never nil.
func (t *text) keep(list []string) []string {
	if len(list) == 0 {
		return []string{}
	}
	if len(t.lists)+len(list) > cap(t.lists) {
		t.lists = make([]string, 0, max(spansAhead, len(list)))
	}
	from := len(t.lists)
	t.lists = append(t.lists, list...)
	return t.lists[from:len(t.lists):len(t.lists)]
}

// copiesAhead is how many copies of mentions are made room for at a time.
const copiesAhead = 256

// copyOf copies some mentions.
func (t *text) copyOf(list []mention) []mention {
	if len(list) == 0 {
		return nil
	}
	if len(t.copies)+len(list) > cap(t.copies) {
		t.copies = make([]mention, 0, max(copiesAhead, len(list)))
	}
	from := len(t.copies)
	t.copies = append(t.copies, list...)
	return t.copies[from:len(t.copies):len(t.copies)]
}

// joint is what joins two runs of one phrase, of which the first ends at lo and the
// second begins at hi: "…," he said. "…" are two sentences, "…," he said, "…" is one.
func (t *text) joint(lo, hi int) string {
	comma := lo < hi && t.tok[lo].low == "," && t.tok[hi-1].kind == quoteToken
	for i := lo; i < hi; i++ {
		if t.tok[i].low == "." && comma {
			return ". "
		}
	}
	if comma {
		return ", "
	}
	return " "
}

// mayHold says whether a word of some lists, by their bits, stands in the sentences that a
// stretch is of.
func (t *text) mayHold(s stretch, lists starts) bool {
	if s.empty() {
		return false
	}
	for n := t.tok[s.lo].sent; n <= t.tok[s.hi-1].sent; n++ {
		if t.begins[n]&lists != 0 {
			return true
		}
	}
	return false
}

// sentence returns the sentence that token i stands in.
func (t *text) sentence(i int) stretch { return t.sents[t.tok[i].sent] }
