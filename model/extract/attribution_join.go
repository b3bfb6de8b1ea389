package extract

import "slices"

// joinQuotations gives quotations that no attribution took to the statement
// before them: the rest of an interrupted quotation, a quotation that runs over
// paragraphs, a fully quoted sentence or paragraph that goes on. What goes on with
// nothing may be spoken by somebody whom lone names.
func (t *text) joinQuotations(all, lone []attribution, quoteOf []int32) []attribution {
	if len(t.quotes) == 0 {
		return all
	}
	owner := make([]int, len(t.quotes))
	for i := range owner {
		owner[i] = -1
	}
	for n := range all {
		for _, c := range all[n].content {
			for i := c.lo; i < c.hi; i++ {
				if q := quoteOf[i]; q >= 0 {
					if owner[q] < 0 {
						owner[q] = n
					}
					i = max(i, t.quotes[q].hi-1)
				}
			}
		}
	}
	cued := len(all)
	for n, q := range t.quotes {
		if owner[n] >= 0 {
			continue
		}
		if a, ok := headedAt(t, lone, all, cued, q.open); ok {
			owner[n] = len(all)
			all = append(all, a)
			continue
		}
		if !t.standsAlone(q) {
			if n > 0 && owner[n-1] >= 0 && t.goesOnUnquoted(t.quotes[n-1], q, all[owner[n-1]], owner, n) {
				owner[n] = owner[n-1]
				sent := t.sentence(q.open)
				all[owner[n]].content = append(all[owner[n]].content, t.withoutStop(stretch{q.open, sent.hi}))
				continue
			}
			if prev := t.goesOnMixed(q, all[:cued]); prev >= 0 {
				sent := t.sentence(q.open)
				for k := n; k < len(owner) && t.quotes[k].open < sent.hi; k++ {
					owner[k] = prev
				}
				all[prev].content = append(all[prev].content, t.withoutStop(sent))
				continue
			}
			if n > 0 && owner[n-1] >= 0 && t.resumes(t.quotes[n-1], q, all[owner[n-1]]) {
				owner[n] = owner[n-1]
				all[owner[n]].content = append(all[owner[n]].content, t.unquoted(q))
			}
			continue
		}
		var prev int
		if n > 0 && owner[n-1] >= 0 && t.follows(q, all[owner[n-1]], quoteOf) {
			prev = owner[n-1]
		} else {
			prev = t.statementBefore(q, all[:cued], quoteOf)
		}
		if prev >= 0 {
			all[prev].content = append(all[prev].content, t.unquoted(q))
			owner[n] = prev
			continue
		}
		a, ok := loneAt(lone, q.open)
		if next := t.goesOnBelow(n, all[:cued], owner, a.who); next >= 0 {
			all[next].content = withEarlier(all[next].content, t.unquoted(q))
			owner[n] = next
		} else if ok {
			if prev := t.spokenAbove(&a, all, cued, q.open); prev >= 0 {
				all[prev].content = append(all[prev].content, t.unquoted(q))
				owner[n] = prev
				continue
			}
			if len(a.speaker) > 0 {
				owner[n] = len(all)
				all = append(all, a)
			}
		}
	}
	if len(all) > cued {
		slices.SortStableFunc(all, func(a, b attribution) int { return a.cue.lo - b.cue.lo })
	}
	return all
}

// goesOnBelow finds the statement that takes the quotation right below quotation n, at
// the beginning of a paragraph, when its cue stands behind both: “The piers rot.¶“Nobody
// cares,” she said. A quotation that was closed goes on only with whom the words above it
// name, if they name anybody. It returns -1 for none, or when the cue is too far below.
func (t *text) goesOnBelow(n int, cued []attribution, owner []int, above stretch) int {
	const below = 12
	closed := false
	for k := n + 1; k < min(len(owner), n+1+below); k++ {
		if !t.quotes[k].joined {
			if closed = true; t.quotes[k].open != t.quotes[k-1].close+1 || !t.paraStart(t.quotes[k].open) {
				break
			}
		}
		o := owner[k]
		if o < 0 {
			continue
		}
		if o >= len(cued) || cued[o].cue.lo < t.quotes[k].close {
			break
		}
		if who := cued[o].who; closed && !above.empty() && (who.empty() || t.tok[who.hi-1].low != t.tok[above.hi-1].low) {
			break
		}
		return o
	}
	return -1
}

// withEarlier puts a stretch among those of a content where it stands in the text.
func withEarlier(content []stretch, s stretch) []stretch {
	at := 0
	for at < len(content) && content[at].lo < s.lo {
		at++
	}
	return slices.Insert(slices.Clone(content), at, s)
}

// goesOnUnquoted says whether q opens the sentence behind the attribution of p and
// the sentence ends in the writer's own words: “…,” she said. “It is the fees” and
// the like.
func (t *text) goesOnUnquoted(p, q quotation, a attribution, owner []int, n int) bool {
	sent := t.sentence(q.open)
	if q.open != sent.lo || q.hi-q.lo < 4 || t.tok[a.cue.lo].sent != t.tok[q.open].sent-1 || a.cue.lo < p.close || t.tok[q.hi-1].endsClause() {
		return false
	}
	for k := n + 1; k < len(owner) && t.quotes[k].open < sent.hi; k++ {
		if owner[k] >= 0 {
			return false
		}
	}
	return a.entry.kind == kindSay
}

// goesOnMixed finds the statement that a sentence with words in quotation marks goes
// on with when nobody is said to say them: that of the sentence before, in the same
// paragraph. “…,” she said. But the rest “is for the council to decide”.
func (t *text) goesOnMixed(q quotation, all []attribution) int {
	sent := t.sentence(q.open)
	if q.hi-q.lo < 4 || sent.lo == 0 || t.paraStart(sent.lo) || t.tok[sent.lo].class&classPossessive != 0 && t.tok[sent.lo].low != "its" {
		return -1
	}
	at, _ := slices.BinarySearchFunc(all, sent.hi, func(a attribution, hi int) int { return a.cue.lo - hi })
	best := -1
	for k := at - 1; k >= 0 && k >= at-6; k-- {
		a := all[k]
		sentOf := t.tok[a.cue.lo].sent
		if sentOf == t.tok[q.open].sent {
			return -1
		}
		if sentOf < t.tok[q.open].sent-1 {
			break
		}
		if goes := pronounOf(t.tok[sent.lo].low); goes != "" && a.who.hi == a.who.lo+1 && pronounOf(t.tok[a.who.lo].low) != goes && pronounOf(t.tok[a.who.lo].low) != "" {
			return -1 // "…, he admits. She found him “slow”"
		}
		if a.entry.kind == kindSay && a.entry.takes(frameQuote) && a.entry.typ != "appeal" && a.entry != labelCue && !a.inner && a.who.hi > a.who.lo {
			best = k
		}
	}
	return best
}

// paraStart says whether token i begins a paragraph.
func (t *text) paraStart(i int) bool {
	_, found := slices.BinarySearchFunc(t.paras, i, func(p stretch, at int) int { return p.lo - at })
	return found
}

// withoutStop leaves the full stop at the end of a sentence out.
func (t *text) withoutStop(s stretch) stretch {
	for s.hi > s.lo && t.tok[s.hi-1].kind == stopToken {
		s.hi--
	}
	return s
}

// resumes says whether q goes on with a quotation p that its attribution broke off
// in the same sentence: “The risk,” said X, who knows it, “is that …”
func (t *text) resumes(p, q quotation, a attribution) bool {
	return q.open > 0 && t.tok[q.open-1].low == "," && a.cue.lo >= p.close && a.cue.hi <= q.open &&
		t.tok[p.hi-1].low == "," && t.tok[q.open].sent == t.tok[p.close-1].sent
}

// statementBefore finds the statement that a quotation standing alone goes on
// with: the main one of the sentence before it, -1 for none.
func (t *text) statementBefore(q quotation, all []attribution, quoteOf []int32) int {
	best := -1
	at, _ := slices.BinarySearchFunc(all, q.open, func(a attribution, open int) int { return a.cue.lo - open })
	for n := at - 1; n >= 0 && n >= at-6; n-- {
		a := all[n]
		if a.entry.kind != kindSay || a.entry == labelCue && a.rule != "quote-unlisted-verb" || a.rule == "verb-asked" || len(a.content) == 0 || !t.follows(q, a, quoteOf) {
			continue
		}
		if best < 0 || t.tok[a.cue.lo].sent == t.tok[all[best].cue.lo].sent && a.who != (stretch{}) {
			best = n
		}
	}
	return best
}

// unquoted is the inside of a quotation without a comma at its end.
func (t *text) unquoted(q quotation) stretch {
	if q.hi-1 > q.lo && t.tok[q.hi-1].low == "," {
		return stretch{q.lo, q.hi - 1}
	}
	return stretch{q.lo, q.hi}
}

// standsAlone says whether a quotation is a sentence of its own: it begins one,
// and ends with a stop.
func (t *text) standsAlone(q quotation) bool {
	if q.joined {
		return true
	}
	sent := t.sentence(q.open)
	if q.open != sent.lo {
		return false
	}
	return t.sentence(q.close).hi == q.close+1 || q.close+1 < len(t.tok) && t.tok[q.close+1].kind == stopToken
}

// follows says whether q comes right after the words of a statement, in its
// paragraph or as the next one, with no sentence of another between them.
func (t *text) follows(q quotation, a attribution, quoteOf []int32) bool {
	end := a.cue.hi
	for _, c := range a.content {
		end = max(end, c.hi)
	}
	for _, sp := range a.speaker {
		end = max(end, sp.hi)
	}
	if end > q.open {
		return false
	}
	between := 0
	for i := end; i < q.open; i++ {
		if t.tok[i].kind <= numberToken && quoteOf[i] < 0 {
			between++
		}
	}
	if t.tok[q.open].sent-t.tok[max(end-1, 0)].sent > 1 && between > 0 {
		return false
	}
	return between < 60
}
