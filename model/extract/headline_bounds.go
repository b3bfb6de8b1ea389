package extract

import "strings"

// Where the clause of a verb begins, and which commas part one from the next.

// clauseStart returns where the clause around the verb at i begins: after a comma
// that is not within a list of names, a conjunction or a narrator's word.
func (r *titleReader) clauseStart(s stretch, i int) int {
	t := r.t
	for j := i - 1; j >= s.lo; j-- {
		k := &t.tok[j]
		if r.inTaken(j) {
			return j + 1
		}
		if k.is(flagQuoted) {
			continue
		}
		_, n, brk := r.breaks.match(t.tok, j)
		switch {
		case brk && !(j == s.lo && r.commaBetween(j, i)):
			return j + n
		case k.low == "but" || k.low == "yet" && !r.isStill(s, j) || k.low == "because" || k.low == "so":
			return j + 1
		case k.low == "and" && r.partsClauses(s.lo, j) && !r.joinsNames(j):
			return j + 1
		case k.low == "," && r.joinsNames(j) && r.infinitiveAfter(j+1):
		case k.low == "," && (r.partsClauses(s.lo, j) || !r.quoting(stretch{s.lo, j}).empty() && r.who.known(t, j+1) && r.cueAt(i)):
			if j+1 < i && (t.tok[j+1].low == "and" || t.tok[j+1].low == "but") {
				return j + 2
			}
			return j + 1
		}
	}
	return s.lo
}

// isStill tells whether "yet" at j is no conjunction but says until when: "have not yet met".
func (r *titleReader) isStill(s stretch, j int) bool {
	return j > s.lo && (r.word(r.t, j-1)&(hAux|hNegator) != 0 || r.lex.of(&r.t.tok[j-1])&(classAuxiliary|classNegation) != 0 || strings.HasSuffix(r.t.tok[j-1].low, "n't"))
}

// infinitiveAfter tells whether "to" follows the name at i: "Putin, Zelensky to meet".
func (r *titleReader) infinitiveAfter(i int) bool {
	for {
		m, ok := r.who.nameAt(r.t, i)
		if !ok || m.hi >= len(r.t.tok) {
			return false
		}
		switch r.t.tok[m.hi].low {
		case "to":
			return true
		case ",", "and":
			i = m.hi + 1
		default:
			return false
		}
		if i >= len(r.t.tok) {
			return false
		}
	}
}

// joinsNames tells whether "and" at j stands between two known names.
func (r *titleReader) joinsNames(j int) bool {
	if j == 0 || !r.who.known(r.t, j-1) || j+1 >= len(r.t.tok) {
		return false
	}
	_, ok := r.who.nameAt(r.t, j+1)
	return ok
}

func (r *titleReader) commaBetween(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if r.t.tok[i].low == "," {
			return true
		}
	}
	return false
}

// partsClauses tells whether a finite verb stands before j: then "and" or a comma
// at j begins another clause, else it joins two names.
func (r *titleReader) partsClauses(lo, j int) bool {
	own := lo
	for i := lo; i < j; i++ {
		if _, n, ok := r.breaks.match(r.t.tok, i); ok && !r.t.tok[i].is(flagQuoted) && !(r.t.tok[i].low == "as" && r.roleBefore(i+n, j+1)) && !(r.t.tok[i].low == "as" && i+n < j && r.t.tok[i+n].is(flagOpens)) {
			own = i + n // a verb of the clause before is none of this one
		}
	}
	own = min(own, j)
	for i := own + 1; i < j && r.t.tok[j].low == ","; i++ {
		if r.looksThird(i) && !r.compoundAt(i) {
			return true // "X mobilises militia, calls Y"
		}
	}
	if r.cueAt(j+1) && !r.doer(stretch{own, j}, j).empty() {
		return true // "X relishes row and accuses Y"
	}
	return r.plain || r.hasVerb(stretch{own, j}) || r.hasCue(stretch{own, j}) || r.opensAdjunct(lo)
}

// auxBefore steps back over adverbs and auxiliaries, and over "set to", "tries
// to"; it returns where the subject ends and the auxiliary that decides.
func (r *titleReader) auxBefore(lo, i int) (int, string) {
	aux := ""
	for i > lo {
		k := &r.t.tok[i-1]
		c := r.word(r.t, i-1)
		if from := r.gapBefore(lo, i); from < i {
			i = from
			continue
		}
		switch {
		case k.kind == quoteToken && r.quotedAdverb(lo, i-1) > lo:
			i = r.quotedAdverb(lo, i-1) + 1 // "X to 'soon' sign"
		case genitive(k) || k.is(flagQuoted):
			return i, aux
		case k.low == "to":
			aux = "to"
			if i-2 >= lo && r.word(r.t, i-2)&hPlan != 0 {
				i--
			}
		case c&hAux != 0 || r.lex.of(k)&(classAuxiliary|classModal) != 0:
			switch k.low {
			case "is", "are", "was", "were", "be", "been":
				aux = "is"
			case "has", "have", "had", "'ve":
				if aux == "" {
					aux = "has"
				}
			default:
				aux = "will"
			}
		case c&hAdverb == 0 && r.lex.of(k)&(classAdverb|classNegation) == 0:
			return i, aux
		}
		i--
	}
	return i, aux
}
