package extract

import "strings"

// quotation is a run of text in quotation marks: tokens lo to hi without the
// marks. Nested quotations stand in it as they are.
type quotation struct {
	lo, hi int
	open   int  // token of the opening mark, or lo where it was repaired
	close  int  // token of the closing mark, or the last token where none is
	joined bool // continues the one before: the paragraph opened anew without a close
	single bool // in single marks
}

// findQuotes pairs quotation marks paragraph by paragraph in one pass. Each
// style pairs with itself, the outermost wins; a mark that was left open is
// closed at the end of its paragraph, and the next paragraph continues it when it
// opens with a mark again. Where none does, the mark is missing before the words
// that name the speaker, if there are any.
func (t *text) findQuotes(x *lexicon) {
	carry := false // the paragraph before was left open
	for n, p := range t.paras {
		goesOn := n+1 < len(t.paras) && t.tok[t.paras[n+1].lo].kind == quoteToken
		carry = t.quoteParagraph(x, p, carry, goesOn)
	}
	for _, q := range t.quotes {
		for i := q.lo; i < q.hi; i++ {
			t.tok[i].flags |= flagQuoted
		}
	}
}

// style of a mark: double marks pair with double ones, single with single.
type markStyle uint8

const (
	noMark markStyle = iota
	doubleMark
	singleMark
	angleMark
)

func styleOf(low string) markStyle {
	switch low {
	case "\"", "“", "”", "„", "‟", "＂", "''", "``":
		return doubleMark
	case "'", "‘", "’", "‚", "`":
		return singleMark
	case "«", "»", "‹", "›":
		return angleMark
	}
	return noMark
}

// side says what a mark does where it stands.
type side uint8

const (
	eitherSide side = iota
	opening
	closing
)

func (t *text) side(i int, p stretch) side {
	k := &t.tok[i]
	before := i > p.lo && k.is(flagGlued) // something is glued before it
	after := i+1 < p.hi && t.tok[i+1].is(flagGlued)
	switch k.low {
	case "“", "‘", "``", "`", "‚", "„":
		if k.low == "“" && before && (!after || t.tok[i+1].kind > numberToken && !t.opensAfter(i-1)) && t.tok[i-1].kind != dashToken {
			return closing // „…“ or a wrong mark
		}
		if k.low == "“" && !before && !after && i > p.lo && t.tok[i-1].kind == quoteToken && t.tok[i-1].is(flagGlued) {
			return closing // ‘…,’ “ said X
		}
		return opening
	case "”", "’":
		if !before && after {
			return opening // ”wrong way round”
		}
		return closing
	case "«", "‹":
		if before && !after {
			return closing // »…«
		}
		return opening
	case "»", "›":
		if !before && after {
			return opening
		}
		return closing
	}
	switch {
	case !before && after:
		return opening
	case before && t.opensAfter(i-1) && after:
		return opening
	case before && !after:
		return closing
	case before && after && t.tok[i+1].kind != wordToken && t.tok[i+1].kind != numberToken && t.tok[i+1].kind != quoteToken:
		return closing
	}
	return eitherSide
}

// opensAfter says whether a quotation may open right after token i.
func (t *text) opensAfter(i int) bool {
	k := &t.tok[i]
	return k.kind == dashToken || k.kind == punctToken && strings.Contains("([{/:;,*", k.low) || k.kind == quoteToken && k.is(flagOpens)
}

func (t *text) quoteParagraph(x *lexicon, p stretch, carry, goesOn bool) (open bool) {
	lastSingle := notSought // where single marks may close last
	at, style := -1, noMark // the open outermost mark
	inner, again := 0, -1   // marks of the same style open inside it, and the first of them
	for i := t.nextMark(p.lo, p.hi); i < p.hi; i = t.nextMark(i+1, p.hi) {
		k := &t.tok[i]
		st, sd := styleOf(k.low), t.side(i, p)
		if st == singleMark && lastSingle == notSought {
			lastSingle = t.lastSingleClose(p)
		}
		if st == singleMark && at < 0 && (sd != opening || i >= lastSingle || t.shortYear(i, p)) {
			continue // an apostrophe
		}
		switch {
		case at < 0:
			if sd == closing && i > p.lo {
				if st == doubleMark {
					t.repairOpening(p, i)
				}
				continue
			}
			at, style = i, st
			k.flags |= flagOpens
		case st != style:
			if sd == opening {
				k.flags |= flagOpens
			}
		case sd == opening && (k.low == "“" || k.low == "«" || k.low == "‘"):
			k.flags |= flagOpens // opened again: nested in the same style, or never closed
			if inner++; inner == 1 {
				again = i
			}
		case sd == opening && style == doubleMark && (t.startsSentence(i, p) || t.goesOnAt(x, at+1, i, p)):
			// a straight mark that opens again: the last one was never closed
			if end := t.beforeTag(x, at+1, i); end > 0 {
				t.addQuote(at, end, t.marksBehind(end, i), style, false)
			} else {
				t.addQuote(at, i, i-1, style, false)
			}
			at = i
			k.flags |= flagOpens
		case sd == closing && style == singleMark && t.plural(i, p, lastSingle):
			// "leaders' meeting"
		case inner > 0 && sd != opening && t.moreCloses(i, p, style):
			inner--
		default:
			end := i
			if style == doubleMark && i+1 < p.hi && t.tok[i+1].low == "'" && t.tok[i+1].is(flagGlued) {
				i++ // the inner mark of two that close: ‘‘…’’’
			}
			if inner > 0 {
				if end := t.beforeTag(x, at+1, again); end > 0 {
					t.addQuote(at, end, t.marksBehind(end, again), style, carry && at == p.lo)
					at = again
				}
			}
			t.addQuote(at, end, i, style, carry && at == p.lo)
			at, inner = -1, 0
		}
	}
	if at >= 0 {
		if end := t.beforeTag(x, at+1, p.hi); end > 0 && inner == 0 && !goesOn && style == doubleMark {
			t.addQuote(at, end, t.marksBehind(end, p.hi), style, carry && at == p.lo)
			return false
		}
		t.addQuote(at, p.hi, p.hi-1, style, carry && at == p.lo)
		return style != singleMark
	}
	return false
}

// nextMark returns the first quotation mark in tokens i to hi, hi for none.
func (t *text) nextMark(i, hi int) int {
	for i < hi && t.tok[i].kind != quoteToken {
		i++
	}
	return i
}

// beforeTag finds where the words end that a mark was left open on: before "Smith
// said" or the like. It returns 0 where lo to hi has nothing of the kind.
func (t *text) beforeTag(x *lexicon, lo, hi int) int {
	for i := lo + 1; i+2 < hi; i++ {
		if !t.tok[i].endsClause() {
			continue
		}
		if j := t.marksBehind(i+1, hi) + 1; t.taggedAt(x, j, hi) || t.bareTagAt(x, j, hi) > 0 {
			return i + 1
		}
	}
	return 0
}

// bareTagAt returns where "he said" or "said Jane Smith" ends that stands at j and that a
// comma or a stop follows, 0 for none.
func (t *text) bareTagAt(x *lexicon, j, hi int) int {
	if j+2 >= hi {
		return 0
	}
	first, end := x.of(&t.tok[j]), j+2
	switch second := x.of(&t.tok[j+1]); {
	case first&classPronoun != 0 && first&(classDeterminer|classPossessive) == 0 && second&classSaid != 0:
	case first&classSaid != 0 && t.tok[j+1].is(flagCapital) && second&classPronoun == 0:
		for end < hi && end < j+6 && (t.tok[end].is(flagCapital) || t.tok[end].low == "-") {
			end++
		}
	default:
		return 0
	}
	if end < hi && !t.tok[end].endsClause() {
		return 0
	}
	return end
}

// goesOnAt says whether a straight mark at i opens again behind the words that name the
// speaker, and the mark before lo was never closed: "It is late, he said, "and cold."
func (t *text) goesOnAt(x *lexicon, lo, i int, p stretch) bool {
	if t.tok[i-1].low != "," {
		return false
	}
	for j := i + 1; j < p.hi; j++ {
		if t.tok[j].low == t.tok[i].low {
			if t.side(j, p) == opening {
				break
			}
			for j++; j < p.hi && t.tok[j].low != t.tok[i].low; j++ {
			}
			if j < p.hi && t.side(j, p) == closing {
				return false // a quotation within another
			}
			break
		}
	}
	for j := i - 3; j > lo && j > i-9; j-- {
		if t.tok[j-1].low == "," && t.bareTagAt(x, j, i) == i-1 {
			return true
		}
	}
	return false
}

// marksBehind returns the last of the marks, whatever their style, that follow the
// token before i.
func (t *text) marksBehind(i, hi int) int {
	for i < hi && t.tok[i].kind == quoteToken {
		i++
	}
	return i - 1
}

func (t *text) addQuote(open, hi, closeAt int, style markStyle, joined bool) {
	if open+1 >= hi {
		return
	}
	t.quotes = append(t.quotes, quotation{lo: open + 1, hi: hi, open: open, close: closeAt, joined: joined, single: style == singleMark})
}

// repairOpening gives a closing mark without an opening one its quotation when
// that is all the paragraph has before it: back to the paragraph's beginning.
func (t *text) repairOpening(p stretch, i int) {
	if n := len(t.quotes); n > 0 && t.quotes[n-1].close >= p.lo {
		return
	}
	if i > p.lo+3 && (t.tok[i-1].low == "," || t.tok[i-1].kind == stopToken) {
		t.quotes = append(t.quotes, quotation{lo: p.lo, hi: i, open: p.lo, close: i})
	}
}

// shortYear says whether a single mark stands for the century before a number: "'25", but
// not "‘25% chance".
func (t *text) shortYear(i int, p stretch) bool {
	if i+1 >= p.hi || t.tok[i+1].kind != numberToken {
		return false
	}
	if t.tok[i].low == "‘" { // "in ‘08", but not "‘25% chance’"
		return i > p.lo && len(t.tok[i+1].low) == 2 && (t.tok[i-1].low == "in" || t.tok[i-1].low == "of" || t.tok[i-1].low == "since")
	}
	return i+2 >= p.hi || t.tok[i+2].low != "%"
}

func (t *text) startsSentence(i int, p stretch) bool {
	return i > p.lo && t.tok[i-1].kind == stopToken
}

// notSought stands for what lastSingleClose would say: few paragraphs have single marks.
const notSought = -2

// lastSingleClose is the last token of a paragraph that can close single marks, -1 for none.
func (t *text) lastSingleClose(p stretch) int {
	for i := p.hi - 1; i > p.lo; i-- {
		if k := &t.tok[i]; k.kind == quoteToken && styleOf(k.low) == singleMark && t.side(i, p) != opening {
			return i
		}
	}
	return -1
}

// plural says whether a single mark is the apostrophe of a plural's genitive
// and the quotation goes on to a later mark.
func (t *text) plural(i int, p stretch, last int) bool {
	if i >= last || i+1 >= p.hi || t.tok[i+1].is(flagGlued) || t.tok[i+1].kind != wordToken {
		return false
	}
	before := &t.tok[i-1]
	return before.kind == wordToken && strings.HasSuffix(before.low, "s") && !t.tok[i+1].is(flagCapital)
}

// moreCloses says whether another mark of the style that closes comes soon: then
// this one closes an inner quotation.
func (t *text) moreCloses(i int, p stretch, style markStyle) bool {
	for j := i + 1; j < p.hi && j < i+200; j++ {
		k := &t.tok[j]
		if k.kind == quoteToken && styleOf(k.low) == style {
			return t.side(j, p) != opening
		}
	}
	return false
}
