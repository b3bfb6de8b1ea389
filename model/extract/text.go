package extract

import (
	"embed"
	"strings"

	"parley/model"
)

//go:embed data/words.txt data/cues.txt data/nouns.txt
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
	caps   bool      // an all-capitals snap: case says nothing
	named  []mention // actors of the directory, in order; set by Read
}

// stretch is a run of tokens, end-exclusive.
type stretch struct{ lo, hi int }

// doc is one document while it is read.
type doc struct {
	model.Document
	title text
	body  text
	room  *[]token // of the body's tokens, lent by the lexicon
}

func (x *lexicon) newDoc(d model.Document) *doc {
	room, ok := x.rooms.Get().(*[]token)
	if !ok {
		made := make([]token, 0, len(d.Text)/4+16)
		room = &made
	}
	*room = x.tokenizeInto(*room, d.Text)
	return &doc{Document: d, title: x.newText(model.InTitle, d.Title), body: x.cutText(model.InText, d.Text, *room), room: room}
}

// mostKept bounds the tokens that are kept from one document for the next.
const mostKept = 1 << 16

// done gives the tokens of a document's body back for the next one: a reading
// holds strings and numbers, never tokens.
func (x *lexicon) done(d *doc) {
	if cap(*d.room) <= mostKept {
		x.rooms.Put(d.room)
	}
}

func (x *lexicon) newText(field model.Field, s string) text {
	return x.cutText(field, s, x.tokenize(s))
}

func (x *lexicon) cutText(field model.Field, s string, tok []token) text {
	t := text{field: field, s: s, tok: tok}
	t.findParagraphs()
	t.findQuotes()
	t.findSentences(x)
	t.caps = t.shouts()
	return t
}

// shouts says whether a text is written in capitals throughout.
func (t *text) shouts() bool {
	upper, words := 0, 0
	for i := range t.tok {
		if k := &t.tok[i]; k.kind == wordToken && len(k.low) > 1 {
			words++
			if k.is(flagAllCaps) {
				upper++
			}
		}
	}
	return words >= 3 && upper*10 >= words*8
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

// phrase makes a phrase of runs of tokens; its text joins them as they would stand
// without what parts them. Empty runs are left out.
func (t *text) phrase(runs ...stretch) model.Phrase {
	p := model.Phrase{Spans: []model.Span{}}
	var b strings.Builder
	last := 0
	for _, r := range runs {
		if r.lo >= r.hi {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(t.joint(last, r.lo))
		}
		last = r.hi
		b.WriteString(t.raw(r.lo, r.hi))
		p.Spans = append(p.Spans, t.span(r.lo, r.hi))
	}
	p.Text = b.String()
	return p
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

// sentence returns the sentence that token i stands in.
func (t *text) sentence(i int) stretch { return t.sents[t.tok[i].sent] }
