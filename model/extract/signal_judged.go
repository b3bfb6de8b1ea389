package extract

import "parley/model"

// What somebody in a text says of a measure: that it is wrong, that it does harm, that he is
// against what others ask for.

// judgedReach is how many tokens behind a measure its judgement begins at the latest.
const judgedReach = 10

// judged reads a measure of which a text says what somebody thinks of it: "described the
// sanctions as unjust", "the embargo is a mistake", "a ban would undermine the talks".
func (c *signalContext) judged(sent stretch, a *anchor) (chain, bool) {
	if c.t.field != model.InText || a.after != noDeed || a.instrument == "licence" || a.instrument == "unspecified-consequences" {
		return chain{}, false
	}
	if at := c.deemed(sent, a); at > 0 {
		return opposing(a, at), true
	}
	for i := a.hi; i < sent.hi && i < a.hi+judgedReach; i++ {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		switch {
		case isBe(k.low) && !c.t.has(i, i+1, "being"):
			if at := c.wrongly(sent, i+1); at > 0 && !c.any("bench", sent.lo, sent.hi) {
				return opposing(a, at), true
			}
			return chain{}, false
		case class&classModal != 0:
			at := i + 1
			for at < sent.hi && (c.res.lex.of(&c.t.tok[at])&classAdverb != 0 || c.t.has(at, at+1, "only", "merely", "simply", "further")) {
				at++
			}
			if c.t.has(i, i+1, "will", "would", "can", "cannot", "could", "won't") && c.any("remedies", at, min(at+4, sent.hi)) && (negative(k.low) || c.t.has(i+1, i+2, "not", "never")) {
				return opposing(a, at), true
			}
			if c.in("harming", at) && !c.t.has(i, i+1, "must", "should") {
				return opposing(a, at), true
			}
			if !c.t.has(at, at+1, "be") {
				return chain{}, false
			}
		case i > a.np && c.t.has(i, i+1, "before", "without", "until") && a.np > sent.lo && c.words.formOf(c.t.tok[a.np-1].low) == formGerund: // "lifting it before a truce would be wrong"
		case i == a.hi && c.t.has(i, i+1, "imposed", "levied", "slapped", "placed") && c.t.has(i+1, i+2, "on", "against", "by"):
		case k.kind == stopToken || k.low == ";" || k.low == "," || class&(classRelative|classConjunction|classAnd) != 0 || c.verbAt(i):
			return chain{}, false
		}
	}
	return chain{}, false
}

// opposing is the chain of a measure that the word at token i speaks against.
func opposing(a *anchor, i int) chain {
	return chain{lo: a.np, hi: max(a.hi, i+1), core: link{i, i + 1, ladderWord{deed: deedOppose, form: formPast, lead: "judged"}}}
}

// deemed finds the judgement behind "as", or right behind a measure, of a verb of calling
// before it: "dismissed the tariffs as illegal", "calling the ban unfair"; 0 for none.
func (c *signalContext) deemed(sent stretch, a *anchor) int {
	calls := false
	for i := a.np - 1; i >= sent.lo && i > a.np-5 && !calls; i-- {
		if c.in("branding", i) || c.in("brand", i) {
			calls = true
		} else if k := &c.t.tok[i]; k.kind != wordToken && k.kind != quoteToken {
			return 0
		}
	}
	if !calls {
		return 0
	}
	for i := a.hi; i < sent.hi && i < a.hi+judgedReach; i++ {
		if k := &c.t.tok[i]; k.low == "as" || k.kind == quoteToken || c.in("verdict", i) || c.res.lex.of(k)&classDeterminer != 0 && c.verdictIn(i+1, min(i+3, sent.hi)) > 0 {
			return c.verdictIn(i, min(i+6, sent.hi))
		}
		if k := &c.t.tok[i]; k.kind != wordToken && !genitive(k) || c.res.lex.of(k)&(classConjunction|classRelative|classAuxiliary|classModal) != 0 {
			return 0
		}
	}
	return 0
}

// wrongly finds the judgement behind a form of "be" that ends at i: "are unjust", "were a
// sign of hostility", "is aimed at wrecking the talks"; 0 for none.
func (c *signalContext) wrongly(sent stretch, i int) int {
	if c.t.has(i, i+1, "not", "no", "never") && c.any("remedies", i+1, min(i+5, sent.hi)) {
		return i
	}
	if c.t.has(i, min(i+3, sent.hi), "not", "n't", "ruled", "declared", "found") {
		return 0
	}
	hi := i
	for hi < sent.hi && hi < i+judgedReach {
		if k := &c.t.tok[hi]; k.kind == stopToken || k.low == ";" || c.res.lex.of(k)&(classRelative|classConditional) != 0 {
			break
		}
		if c.in("purpose", hi) && c.t.has(hi+1, hi+2, "at", "to", "only") && c.any("wrecking", hi+2, min(hi+4, sent.hi)) {
			return hi
		}
		hi++
	}
	return c.verdictIn(i, hi)
}

// verdictIn finds a word of judgement in tokens lo to hi; 0 for none.
func (c *signalContext) verdictIn(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if (c.in("verdict", i) || c.in("affront", i) && (c.t.tok[i-1].kind == quoteToken || c.res.lex.of(&c.t.tok[i-1])&classDeterminer != 0)) && !c.t.has(i-1, i, "not", "no", "less") {
			return i
		}
	}
	return 0
}

// unagreed says that a chain tells of those who did not agree on a measure.
func (c *signalContext) unagreed(ch *chain) bool {
	return ch.core.deed == deedAgree && ch.negated || ch.core.deed == deedDefer && ch.core.lead == "wording"
}

// resisted says that a text tells who keeps a measure from being agreed on: "because of
// resistance from Ruritania", "over a Ruritanian veto".
func (c *signalContext) resisted(sent stretch, a *anchor) bool {
	for i := a.hi; i+1 < sent.hi; i++ {
		if c.t.has(i, i+1, "opposition", "resistance", "objections", "veto", "reluctance") && (c.t.has(i+1, i+2, "from", "by", "of", "in") || c.endsName(sent, i)) {
			return true
		}
	}
	return false
}

// called finds the verb that gives a measure a name in quotation marks: "calls the
// embargo 'piracy'"; 0 for none.
func (c *signalContext) called(sent stretch, a *anchor) int {
	if a.hi >= sent.hi || c.t.tok[a.hi].kind != quoteToken {
		return 0
	}
	for i := a.lo - 1; i > sent.lo && i > a.lo-7; i-- {
		if c.in("brand", i) {
			return i
		}
	}
	return 0
}
