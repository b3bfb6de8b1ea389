package extract

import "strings"

// findParagraphs parts the tokens at line breaks: an empty line, or any break
// after something that ends like a sentence.
func (t *text) findParagraphs(x *lexicon) {
	lo := 0
	toks := t.tok
	for i := range toks {
		k := &toks[i]
		if i > 0 && k.kind == punctToken && k.low == "•" && !k.is(flagGlued) { // headlines strung together
			t.addParagraph(x, stretch{lo, i})
			lo = i
			continue
		}
		if i == 0 || !k.is(flagBroken) {
			continue
		}
		nl := strings.Count(t.s[toks[i-1].end:k.start], "\n")
		if nl >= 2 || nl == 1 && (endsLine(&t.tok[i-1]) || k.kind == numberToken && stamped(k.low)) {
			t.addParagraph(x, stretch{lo, i})
			lo = i
		}
	}
	if len(t.tok) > 0 {
		t.addParagraph(x, stretch{lo, len(t.tok)})
	}
}

// addParagraph adds a paragraph, and makes one of its own of the time that opens it in a live
// report: "09.15 Smith has arrived".
func (t *text) addParagraph(x *lexicon, p stretch) {
	if k := &t.tok[p.lo]; k.kind == numberToken && stamped(k.low) {
		at := p.lo + 1
		for n := 1; at < p.hi && n > 0; at += n {
			n = t.besideStamp(x, at)
		}
		if at < p.hi && (t.tok[at].is(flagCapital) || t.tok[at].kind == quoteToken) {
			t.paras = append(t.paras, stretch{p.lo, at})
			p.lo = at
		}
	}
	t.paras = append(t.paras, p)
}

// besideStamp counts the tokens at i that may stand behind a time which opens a paragraph: half of
// the day, a zone, a colon or a dash; 0 for anything else.
func (t *text) besideStamp(x *lexicon, i int) int {
	switch k := &t.tok[i]; k.low {
	case "am", "pm", "a.m.", "p.m.", ":":
		return 1
	default:
		if k.kind == dashToken {
			return 1
		}
	}
	if zone, n, _ := x.zones.match(t.tok, i); zone.digits {
		return n
	}
	return 0
}

// stamped says whether a word is a time of the day: "09.15", "9:15", "11.30pm".
func stamped(low string) bool {
	low = strings.TrimRight(low, "apm")
	k := strings.IndexAny(low, ".:")
	if k != 1 && k != 2 || len(low) != k+3 {
		return false
	}
	for i := range len(low) {
		if i != k && (low[i] < '0' || low[i] > '9') {
			return false
		}
	}
	return low[k+1] < '6' && (k == 1 || low[:k] < "24")
}

func endsLine(k *token) bool {
	return k.kind == stopToken || k.kind == quoteToken || k.low == ":" || k.low == ")"
}

// longestSentence bounds a sentence, in tokens: what is longer is no prose, and a
// bound keeps the time of reading linear in the length of any text.
const longestSentence = 400

// findSentences parts the tokens of each paragraph after full stops, question
// and exclamation marks, together with the marks that close there, and numbers
// every token's sentence.
func (t *text) findSentences(x *lexicon) {
	toks := t.tok
	for _, p := range t.paras {
		lo := p.lo
		for i := p.lo; i < p.hi; i++ {
			k, most := &toks[i], i-lo >= longestSentence
			if !most && k.kind != stopToken && !k.is(flagAbbrev) {
				continue
			}
			if !most && !t.stops(x, i, p.hi) {
				continue
			}
			for i+1 < p.hi && endsWith(&t.tok[i+1]) {
				i++
			}
			t.addSentence(lo, i+1)
			lo = i + 1
		}
		if lo < p.hi {
			t.addSentence(lo, p.hi)
		}
	}
}

func (t *text) addSentence(lo, hi int) {
	begins, number := starts(0), int32(len(t.sents))
	toks := t.tok[lo:hi]
	for i := range toks {
		k := &toks[i]
		k.sent = number
		begins |= k.starts
	}
	t.sents = append(t.sents, stretch{lo, hi})
	t.begins = append(t.begins, begins)
}

// endsWith says whether a token belongs to the end of the sentence before it.
func endsWith(k *token) bool {
	return k.kind == quoteToken && !k.is(flagOpens) || k.kind == stopToken || k.is(flagGlued) && (k.low == ")" || k.low == "]")
}

// stops says whether a sentence may end at token i, a stop or an abbreviation, of a
// paragraph ending at hi.
func (t *text) stops(x *lexicon, i, hi int) bool {
	k := &t.tok[i]
	abbrev := k.is(flagAbbrev)
	j := i + 1
	for j < hi && endsWith(&t.tok[j]) {
		j++
	}
	if j >= hi {
		return !abbrev || j > i+1
	}
	next := &t.tok[j]
	if next.is(flagGlued) && next.kind != quoteToken && k.low != "?" && k.low != "!" && !(j > i+1 && k.kind == stopToken && t.tok[j-1].kind == quoteToken && next.is(flagCapital)) {
		return false // but “…”Then
	}
	if abbrev && j == i+1 {
		if k.low == "x." && i > 0 && t.tok[i-1].low == "on" && next.is(flagCapital) {
			return true // "wrote on X. Dr Smith …"
		}
		if next.kind == quoteToken && next.is(flagOpens) && !next.is(flagGlued) && x.of(k)&classTitle == 0 && j+1 < hi && t.tok[j+1].is(flagCapital) {
			return true // "… in Fort Hill, S.C. “We …”"
		}
		// "U.S." or "p.m." may end a sentence, a title never does.
		return strings.Count(k.low, ".") > 1 && next.is(flagCapital) && x.of(next)&(classStarter|classPronoun) != 0
	}
	switch {
	case next.is(flagCapital), next.kind == numberToken, next.kind == dashToken:
	case next.kind == quoteToken && next.is(flagOpens):
	case next.kind == punctToken && strings.Contains("•[(*·@#$£€", next.low):
	default:
		return k.low == "." && next.kind == wordToken && !t.tok[i].is(flagQuoted) && strings.HasPrefix(next.low, "i") && next.is(flagCapital)
	}
	if j > i+1 && t.tok[j-1].kind == quoteToken && t.broken(i) {
		return true // "…,” she said, “and …” Smith left."
	}
	if j > i+1 && t.tok[j-1].kind == quoteToken || k.is(flagQuoted) && !next.is(flagQuoted) && next.kind != quoteToken { // “…?” Smith asked. — the attribution is part of it
		if k.low == "." {
			return !t.taggedAt(x, j, hi)
		}
		return t.attributionAt(x, j, hi) == 0 && !t.unlistedTagAt(x, j, hi)
	}
	return true
}

// broken says whether the quotation that ends at token i only goes on, behind a comma, with what
// its attribution broke off.
func (t *text) broken(i int) bool {
	for open := i; open > 0 && open > i-longestSentence; open-- {
		if k := &t.tok[open]; k.kind == quoteToken && k.is(flagOpens) {
			return t.tok[open-1].low == "," && open+1 < i && t.tok[open+1].kind == wordToken && !t.tok[open+1].is(flagCapital)
		}
	}
	return false
}

// taggedAt says whether "Smith said", perhaps with when, where or to whom, and nothing
// more stands at j: it belongs to a quotation before it, whatever mark ends that one.
func (t *text) taggedAt(x *lexicon, j, hi int) bool {
	verb := t.attributionAt(x, j, hi)
	if verb == 0 {
		return false
	}
	for i := verb + 1; i < hi && i < verb+9; i++ {
		k := &t.tok[i]
		switch cl := x.of(k); {
		case k.kind == stopToken:
			return true
		case k.kind != wordToken && k.kind != numberToken || cl&(classPronoun|classAuxiliary|classModal|classRelative|classConjunction|classAnd) != 0 && cl&classPreposition == 0 && !k.is(flagCapital):
			return false
		case i == verb+1 && cl&(classPreposition|classTime|classDeterminer) == 0 && k.low != "reporters" && t.tok[verb].low != "told":
			return false
		}
	}
	return false
}

// unlistedTagAt says whether a name and a past tense that no list knows stand at j, and a
// comma or a stop behind them: "“Who pays?” Smith quavered."
func (t *text) unlistedTagAt(x *lexicon, j, hi int) bool {
	v := j
	for v < hi && v < j+4 && t.tok[v].is(flagCapital) {
		v++
	}
	if v == j || v+1 >= hi || !t.tok[v+1].endsClause() || x.of(&t.tok[j])&(classPronoun|classDeterminer|classPreposition|classConjunction) != 0 {
		return false
	}
	l := t.tok[v].low
	return x.of(&t.tok[v]) == 0 && len(l) > 4 && l[len(l)-2:] == "ed"
}

// attributionAt returns the verb of "Smith asked" or "Jane Smith, a nurse, said" at j,
// as it stands after a quotation that ends in ? or !. It returns 0 for none.
func (t *text) attributionAt(x *lexicon, j, hi int) int {
	comma := false
	for n := 0; n < 25 && j < hi; n, j = n+1, j+1 {
		k := &t.tok[j]
		if _, _, quoting := x.quoting.match(t.tok, j); n > 0 && (x.of(k)&classSaid != 0 || quoting && !k.is(flagCapital)) {
			if comma && t.tok[j-1].low != "," {
				return 0
			}
			return j
		}
		switch {
		case n > 0 && k.low == ",":
			comma = true
		case comma && k.low == "-" && k.is(flagGlued): // "Jane Smith, R-Ohio, said"
		case k.kind != wordToken && k.kind != numberToken:
			return 0
		case !comma && !k.is(flagCapital) && (n == 0 || n > 5 || x.of(k)&(classAuxiliary|classPronoun) != 0):
			return 0
		}
	}
	return 0
}

// correction tells whether a sentence only says what was wrong before: "An earlier
// version of this report called her the minister". What it repeats is not told.
func correction(t *text, s stretch) bool {
	i := s.lo
	for i < s.hi && i < s.lo+2 && (t.tok[i].low == "an" || t.tok[i].low == "the" || t.tok[i].low == "our") {
		i++
	}
	return i+1 < s.hi && (t.tok[i].low == "earlier" || t.tok[i].low == "previous") && t.has(i+1, i+2, "version", "versions", "headline", "headlines", "report", "story", "article", "alert", "summary", "caption", "item")
}
