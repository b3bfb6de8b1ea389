package extract

import (
	"strings"

	"parley/model"
)

// Which words with capitals are the name of one whom a measure of a text is on, and what only
// tells what he is.

// likeTheLast reads at token i one word with a capital as the name of another firm where the
// roll has just named one, and any name where it counted them: "on Ferrant Oil and Breckneft". i
// for nobody.
func (c *signalContext) likeTheLast(i int, ids []string, counted bool, end int) (string, int) {
	hi := c.capitals(i, end)
	firm := len(ids) > 0 && hi == i+1 && c.t.has(i-1, i, "and", "&") && c.words.measures["firms"][ids[len(ids)-1]]
	if _, known := c.res.nameAt(c.t, i); known || hi == i || !firm && !counted || c.res.lex.of(&c.t.tok[i]) != 0 || hi < end && genitive(&c.t.tok[hi]) {
		return "", i
	}
	return c.nameID(i, hi), hi
}

// kinOf names in full who is called in tokens lo to hi by his forename as kin of the last of a
// roll: "Ada Ovezov and her son Ilan". Empty for nobody.
func (c *signalContext) kinOf(lo, hi int, ids []string) string {
	if len(ids) == 0 || hi-lo < 3 || !c.t.has(lo, lo+1, "his", "her") || c.t.tok[hi-2].is(flagCapital) || !c.in("callings", hi-2) {
		return ""
	}
	return kebab(c.t.raw(hi-1, hi)) + "-" + ids[len(ids)-1]
}

// calledBefore says that the words before a comma at i, from token lo on, tell with a state's
// name what somebody is: "Ruritania's former president,", "Ruritanian minister of trade,".
func (c *signalContext) calledBefore(lo, i int) bool {
	for j := i - 1; j > lo && j > i-5; j-- {
		if k := &c.t.tok[j]; c.in("callings", j) || k.class&classTitle != 0 && !k.is(flagCapital) {
			return !strings.HasSuffix(k.low, "s") || strings.HasSuffix(k.low, "boss")
		}
	}
	return false
}

// ofPlace says that a word only tells where somebody is, or whose he is: "Dubai-based".
func (c *signalContext) ofPlace(i int) bool {
	n := strings.LastIndexByte(c.t.tok[i].low, '-')
	return n > 0 && c.words.measures["belonging"][c.t.tok[i].low[n+1:]]
}

// ofFirm says that a name in tokens lo to hi begins the longer name of a firm or a body.
func (c *signalContext) ofFirm(lo, hi, end int) bool {
	whole := c.withoutForm(lo, c.capitals(lo, end))
	return whole > hi && c.in("trading-as", whole-1) && !c.t.has(hi, whole, "corporation", "company", "group")
}

// bears says that an actor is hit for himself: a firm, or a person who leads no state.
func (c *signalContext) bears(m mention) bool {
	x := c.res.actors[m.actor]
	return c.words.measures["firms"][x.ID] || x.Kind == model.Person && !c.leads(x)
}

// nameable says that the words with capitals in tokens lo to hi are somebody's name, in a
// phrase that begins at from: by what stands before, in or behind them.
func (c *signalContext) nameable(from, lo, hi int) bool {
	switch before := lo - 1; {
	case hi-lo > 1 && (c.in("trading-as", hi-1) || c.in("company-forms", hi-1) || c.t.has(hi, hi+1, "(")):
		return true
	case c.in("forenames", lo) && hi-lo > 1, c.personal(lo, hi) && (hi-lo > 1 || c.in("callings", before)):
		return true
	case before >= from && c.t.tok[before].kind == wordToken && !c.t.tok[before].is(flagCapital):
		return c.in("callings", before) || c.in("pursued", before) || c.in("concerns", before)
	}
	if hi+1 >= len(c.t.tok) || !c.t.has(hi, hi+1, ",") && c.t.tok[hi].kind != dashToken {
		return false
	}
	m, ok := c.res.nameAt(c.t, hi+1)
	return c.t.has(hi+1, hi+2, "a", "an", "one") || ok && m.hi < len(c.t.tok) && genitive(&c.t.tok[m.hi]) && hi-lo > 1
}

// counted says that the phrase of tokens lo to hi counts some whom a state's name tells of, and that a
// comma behind it opens the names of these, of which the directory knows none.
func (c *signalContext) counted(lo, hi, end int) bool {
	first := &c.t.tok[lo]
	if first.kind != numberToken && c.res.lex.of(first)&classNumeral == 0 || !c.t.has(hi, hi+1, ",") || hi+2 >= end || !strings.HasSuffix(c.t.tok[hi-1].low, "s") || !c.t.tok[hi+1].is(flagCapital) {
		return false
	}
	_, known := c.res.nameAt(c.t, hi+1)
	return !known && c.res.lex.of(&c.t.tok[hi+1])&(classTitle|classTime|classPronoun|classDeterminer) == 0 && c.capitals(hi+1, end) > hi+1
}

// manyNames says that two more people of whom nobody knows stand behind the name before token i,
// in one list with it: ", Ilan Breck and Una Tarrow".
func (c *signalContext) manyNames(i int) bool {
	for range 2 {
		for c.t.has(i, i+1, ",", "and") {
			i++
		}
		hi := c.fullName(i, len(c.t.tok))
		if hi == i {
			return false
		}
		i = hi
	}
	return true
}

// fullName finds the end of the two words or three with capitals at token i that are no firm's
// name and none that the directory knows; i where there are none.
func (c *signalContext) fullName(i, end int) int {
	hi := c.capitals(i, end)
	if hi-i < 2 || hi-i > 3 || c.in("trading-as", hi-1) || c.in("company-forms", hi-1) || c.t.tok[i].class&classTitle != 0 {
		return i
	}
	if _, known := c.res.nameAt(c.t, i); known {
		return i
	}
	return hi
}

// skipRanks goes right over titles and callings before a name.
func (c *signalContext) skipRanks(lo, hi int) int {
	for i := hi - 2; i >= lo; i-- {
		if c.t.tok[i].class&classTitle != 0 || c.in("callings", i) || c.in("ranking", i) {
			return i + 1
		}
	}
	return lo
}

// withoutForm leaves out of a firm's name what only tells how it is incorporated: "Ltd".
func (c *signalContext) withoutForm(lo, hi int) int {
	for hi-1 > lo && c.in("company-forms", hi-1) {
		hi--
	}
	return hi
}
