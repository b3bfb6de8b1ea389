package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// What the learned reader of measures looks at: the words around a mention, with
// names, numbers and what the ladder knows put into classes, so that it learns how
// news is worded and not who did what.

// viewWidth is how many units on each side of a measure are looked at.
const viewWidth = 12

// unit is a word of a view. Names and numbers of several words are one.
type unit struct {
	at     int      // token
	word   string   // stem, or the sign of a class
	verb   bool     // looks like a verb
	deed   deed     // by the ladder
	senses []string // see data/senses.txt
}

// view is what stands before and behind a measure, nearest first.
type view struct {
	before, behind []unit
	room           [2][viewWidth]unit
	capitals       bool   // say nothing, as all words have them
	key            []byte // of the feature last made
}

// plainMark are the marks that a view tells apart.
var plainMark = map[string]string{",": ",", ":": ":", ";": ";", "(": "(", ")": ")"}

// Signs of classes in features. No word of a text is written so.
const (
	nameSign   = "NAME"
	numberSign = "NUM"
	edgeSign   = "EDGE"
)

// look fills a view of a measure.
func (c *signalContext) look(v *view, sent stretch, a *anchor) {
	v.capitals = c.t.caps || c.t.field == model.InTitle && c.titleCase()
	v.before, v.behind = v.room[0][:0], v.room[1][:0]
	for i := a.lo - 1; i >= sent.lo && len(v.before) < viewWidth; i-- {
		v.before = c.addUnit(v, v.before, sent, i)
	}
	for i := a.hi; i < sent.hi && len(v.behind) < viewWidth; i++ {
		v.behind = c.addUnit(v, v.behind, sent, i)
	}
}

// addUnit adds token i to one side of a view. Articles are left out, and of what is
// one name or number only the first is taken.
func (c *signalContext) addUnit(v *view, side []unit, sent stretch, i int) []unit {
	k := &c.t.tok[i]
	class := c.res.lex.of(k)
	u := unit{at: i}
	switch {
	case k.kind == quoteToken, genitive(k), c.t.has(i, i+1, "the", "a", "an", "this", "these", "its", "their", "his", "her"):
		return side
	case k.kind == numberToken, k.low == "%", k.low == "percent", k.low == "pct":
		u.word = numberSign
	case k.kind == stopToken:
		u.word = "."
	case k.kind == dashToken:
		u.word = "-"
	case k.kind != wordToken:
		u.word = or(plainMark[k.low], "MARK")
	case c.isName(v, sent, i):
		u.word = nameSign
	default:
		u.word = k.low
		u.senses = c.senses(v, i)
		if class == 0 || class == classVerb || class == classSaid {
			u.word = stem(k.low)
			u.verb = c.verbLike(sent, i)
		}
		if w, n, ok := c.words.ladder.match(c.t.tok, i); ok && i+n <= sent.hi {
			u.deed = w.deed
		}
	}
	if n := len(side); n > 0 && (u.word == nameSign || u.word == numberSign) && side[n-1].word == u.word {
		return side
	}
	return append(side, u)
}

// senses looks up what a word is about, with the particle behind it if it has one.
func (c *signalContext) senses(v *view, i int) []string {
	root := stem(c.t.tok[i].low)
	if i+1 < len(c.t.tok) {
		v.key = append(append(append(v.key[:0], root...), '_'), c.t.tok[i+1].low...)
		if s := c.learned.senses[string(v.key)]; s != nil {
			return s
		}
	}
	return c.learned.senses[root]
}

// isName says that a token is of a name: of an actor that is known, or by its capital.
func (c *signalContext) isName(v *view, sent stretch, i int) bool {
	k := &c.t.tok[i]
	if !k.is(flagCapital) {
		return false
	}
	if n, ok := slices.BinarySearchFunc(c.t.named, i, func(m mention, at int) int { return m.hi - 1 - at }); ok || n < len(c.t.named) && c.t.named[n].lo <= i {
		return true
	}
	switch {
	case v.capitals:
		return false
	case i > sent.lo && c.t.tok[i-1].kind != quoteToken && c.t.tok[i-1].low != ":":
		return true
	}
	return k.id == 0 && !strings.HasSuffix(k.low, "ing") && !strings.HasSuffix(k.low, "ed") && !strings.HasSuffix(k.low, "ly")
}

// verbLike guesses from its ending and the word before it that a word is a verb.
func (c *signalContext) verbLike(sent stretch, i int) bool {
	low := c.t.tok[i].low
	if strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing") || c.words.forms["past"][low] || c.res.lex.of(&c.t.tok[i])&(classVerb|classSaid) != 0 {
		return true
	}
	if i == sent.lo {
		return false
	}
	before := &c.t.tok[i-1]
	if before.low == "to" || c.res.lex.of(before)&(classModal|classAuxiliary|classNegation|classPronoun) != 0 && !genitive(before) {
		return true
	}
	return strings.HasSuffix(low, "s") && (before.is(flagCapital) || c.res.lex.of(before)&classAdverb != 0)
}

// stem cuts off the endings of verbs and plurals, so that the forms of a word meet.
// It need not be a word: "levies" and "levy" are "lev".
func stem(w string) string {
	n := len(w)
	switch {
	case n < 4:
		return w
	case n > 5 && strings.HasSuffix(w, "ing"):
		w = w[:n-3]
	case n > 4 && (strings.HasSuffix(w, "ied") || strings.HasSuffix(w, "ies")):
		return w[:n-3]
	case n > 4 && strings.HasSuffix(w, "ed"), n > 4 && (strings.HasSuffix(w, "shes") || strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "sses") || strings.HasSuffix(w, "xes")):
		w = w[:n-2]
	case w[n-1] == 's' && w[n-2] != 's' && w[n-2] != 'u' && w[n-2] != 'i':
		w = w[:n-1]
	}
	n = len(w)
	switch {
	case n > 3 && (w[n-1] == 'e' || w[n-1] == 'y'):
		w = w[:n-1]
	case n > 3 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l':
		w = w[:n-1]
	}
	return w
}
