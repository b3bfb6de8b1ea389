package extract

import "parley/model"

// What an item only tells that a forgery claims, or a rumour that it tells to be denied, is
// nothing that anybody did.

// faked says that what the sentence tells of a measure is the claim of something that the item
// calls forged, or that it tells to be false or denied: "a fake post claimed that",
// "the claim that … is a hoax", "a post said …, but Altland denied it".
func (c *signalContext) faked(sent stretch, a *anchor) bool {
	from := sent.lo
	if c.t.field == model.InTitle {
		from = 0
		if c.calledFake(a.np) {
			return true
		}
	}
	if !c.t.mayHold(stretch{from, sent.hi}, c.words.told) {
		return false
	}
	for i := from; i < sent.hi; i++ {
		if c.t.tok[i].starts&c.words.told == 0 {
			continue
		}
		forged := c.forgedAt(i)
		switch {
		case i < a.np && c.claims(i, a.np):
			if forged || c.exposed || c.belied(a.hi, i) {
				return true
			}
		case i > a.hi && (c.in("claiming", i+1) || c.t.has(max(a.hi, i-5), i, "according")) && (forged || c.exposed || c.belied(i+1, i)):
			return true // "X froze them, a forged letter says"
		}
	}
	return false
}

// calledFake says that a headline calls what it tells before token hi a forgery, or checks it:
// "Fake: …", "Fact check: No, …".
func (c *signalContext) calledFake(hi int) bool {
	for i := 1; i < hi && i < 7; i++ {
		if k := &c.t.tok[i]; k.low != ":" && k.kind != dashToken && k.low != "?" {
			continue
		}
		return c.any("forged", 0, i) || c.t.has(0, i, "fact") && c.t.has(1, i, "check") || c.t.has(0, i, "fact-check", "factcheck")
	}
	return c.t.has(0, 1, "no") && c.t.has(1, 2, ",")
}

// forgedAt says that the words around a noun at token i call what it names forged.
func (c *signalContext) forgedAt(i int) bool {
	if behind := min(i+6, len(c.t.tok)); c.t.has(i+1, i+3, "which", "that") && c.any("becoming", i+2, i+4) && c.any("forged", i+3, behind) {
		return true // "a post, which is fake, says"
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if c.in("forged", j) {
			return true
		}
		if c.t.tok[j].kind != wordToken && c.t.tok[j].kind != dashToken && c.t.tok[j].kind != quoteToken {
			break
		}
	}
	return false
}

// claims says that a noun at token i says what stands before token hi: "a post claimed that",
// "the rumour that", "a letter in which".
func (c *signalContext) claims(i, hi int) bool {
	said := false
	for j := i + 1; j < hi; j++ {
		k := &c.t.tok[j]
		if !said {
			said = c.in("claiming", j) || k.low == "that" || k.low == "which" && c.t.has(j-1, j, "in", "to")
			if !said && j > i+6 {
				return false
			}
		}
		if k.kind == stopToken || k.low == ";" || said && c.res.lex.of(k)&classConjunction != 0 && !c.t.has(j, j+1, "that", "as") {
			return false
		}
	}
	return said
}

// belied says that the item, from token lo to the second sentence behind it, tells the claim of
// the noun at token i to be false, or somebody to deny it.
func (c *signalContext) belied(lo, i int) bool {
	last := min(int(c.t.tok[i].sent)+2, len(c.t.sents)-1)
	hi := c.t.sents[last].hi
	if !c.t.mayHold(stretch{lo, hi}, c.words.belying) {
		return false
	}
	for j := lo; j < hi; j++ {
		if c.t.tok[j].starts&c.words.belying == 0 {
			continue
		}
		switch {
		case c.in("forged", j) && (c.any("becoming", j-4, j) || c.t.has(j-4, j, "it", "them", "this", "as", "were", "been")):
			return true
		case c.in("denying", j):
			if c.t.has(j+1, j+2, "it", "this", "that", "them") && (j+2 >= hi || c.t.tok[j+2].kind != wordToken || c.res.lex.of(&c.t.tok[j+2])&(classPreposition|classConjunction|classAnd|classTime) != 0) || c.any("hearsay", j+1, j+5) || c.any("postings", j+1, j+5) {
				return true
			}
			if c.t.has(j-1, j, "was", "were", "been", "is") && !c.t.has(j+1, j+2, "entry", "access", "a") {
				return true
			}
		}
	}
	return false
}

// exposing says that a headline tells of a forgery, or checks what is put about.
func (c *signalContext) exposing() bool {
	for i := range c.t.tok {
		if c.in("forged", i) && (c.any("postings", i+1, i+4) || c.any("hearsay", i+1, i+4) || c.any("becoming", i-3, i)) {
			return true
		}
	}
	return c.calledFake(len(c.t.tok))
}
