package extract

import "parley/model"

// Measures that a text names one after the other, all of which have the one verb: "a travel ban,
// an embargo on arms and a ban on flights", "travel and trade restrictions".

// listedAct shares with a measure of a text what is done with the one that was read before it in
// the same list, where its own words say nothing.
func (c *signalContext) listedAct(sent stretch, last, a *anchor, before *act) (act, bool) {
	if before == nil || last == nil || c.t.field == model.InTitle || a.verb || a.loose || last.instrument == a.instrument || !c.inOneList(last.hi, a.np) || c.willOwn(sent, a.hi) {
		return act{}, false
	}
	shared := *before
	shared.lo, shared.hi = a.np, a.hi
	shared.rule += "-listed"
	if own := c.targets(sent, a, chain{}); len(own) > 0 {
		shared.targets = own
	}
	return shared, true
}

// inOneList says that tokens lo to hi, between two measures, only go on with a list: they tell
// what the first is on, and end with a comma, "and" or the like.
func (c *signalContext) inOneList(lo, hi int) bool {
	if lo >= hi || hi-lo > earshot/5 || !c.t.has(hi-1, hi, ",", "and", "or", "plus", "including") && !(c.t.has(hi-1, hi, "as") && c.t.has(hi-2, hi-1, "well", "such")) {
		return false
	}
	clause := false // within a clause about the first, up to its comma
	for i := lo; i < hi; i++ {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		switch {
		case clause:
			clause = k.low != ","
		case class&classRelative != 0 && i > lo && k.low != "what":
			clause = true
		case class&(classAuxiliary|classModal|classConjunction|classConditional|classPronoun|classSaid) != 0 && k.low != "as" && !genitive(k):
			return false
		}
		if w, n, ok := c.words.ladder.match(c.t.tok, i); ok && !clause && w.form != formNoun && (w.form != formBase || c.isTo(i-1)) && i+n <= hi && !c.nominal(stretch{lo, hi}, i, w) {
			return false
		}
	}
	return !clause
}

// banInList reads a ban of a text, whatever it is on, that goes on with a list of measures:
// "imposed sanctions, including a ban on flights".
func (c *signalContext) banInList(sent stretch, have []anchor, i int) (anchor, bool) {
	last := &have[len(have)-1]
	if !c.in("forbidding", i) || last.verb || last.back || last.list || !c.t.has(i+1, i+2, "on", "of", "against") {
		return anchor{}, false
	}
	if _, _, ok := c.words.instruments.match(c.t.tok, i); ok {
		return anchor{}, false
	}
	if _, ok := c.banAnchor(sent, i); ok {
		return anchor{}, false
	}
	a := anchor{lo: i, hi: i + 1, np: c.phraseStart(sent, i), instrument: c.matterOf(sent, i), weak: true, listed: true}
	return a, (a.instrument != "" && (!c.t.has(i, i+1, "freeze") || a.instrument == "asset-freeze")) && c.inOneList(last.hi, a.np)
}

// matterOf names the instrument of a ban at token i by what it is on.
func (c *signalContext) matterOf(sent stretch, i int) string {
	if name := kindOfBan(c.t.tok[i-1].low); name != "" {
		return name
	}
	for j := i + 2; j < sent.hi && j < i+8; j++ {
		if name := kindOfBan(c.t.tok[j].low); name != "" {
			return name
		}
		if k := &c.t.tok[j]; k.kind != wordToken && !genitive(k) {
			break
		}
	}
	if c.goodsAt(i+2) != "" || c.goodsAt(i+3) != "" {
		return "import-ban"
	}
	return "other"
}

// kindOfBan names the instrument of a measure by a word for what it is on; empty for none.
func kindOfBan(word string) string {
	switch word {
	case "travel", "visa", "visas", "tourism", "tourist", "entry", "flights", "visits":
		return "travel-ban"
	case "import", "imports", "importing", "importation":
		return "import-ban"
	case "export", "exports", "exporting", "arms", "weapons", "weapon":
		return "export-control"
	case "oil", "crude":
		return "oil-ban"
	case "assets", "asset", "funds", "accounts", "property":
		return "asset-freeze"
	}
	return ""
}

// withOtherKind appends a measure, and before it the second one that its name may tell of.
func (c *signalContext) withOtherKind(have []anchor, a anchor) []anchor {
	if other := c.otherKind(&a); other != "" {
		second := a
		second.instrument = other
		have = append(have, second)
	}
	return append(have, a)
}

// otherKind names the instrument of the second measure that two kinds before one name make of a
// text: "travel and trade restrictions", "an arms and oil embargo"; empty for none.
func (c *signalContext) otherKind(a *anchor) string {
	and := a.lo - 1
	if !c.t.has(and, and+1, "and", "or") {
		and = a.lo - 2 // "financial and travel sanctions"
	}
	if c.t.field == model.InTitle || a.list || and <= a.np || !c.t.has(and, and+1, "and", "or") || !c.t.has(a.hi-1, a.hi, "restrictions", "sanctions", "embargo", "embargoes", "curbs", "bans", "ban", "measures", "limits") {
		return ""
	}
	first, second := kindOfBan(c.t.tok[and-1].low), kindOfBan(c.t.tok[and+1].low)
	switch {
	case first == second:
		return ""
	case first != "" && (second == a.instrument || second == "" && c.in("joins", and+1)):
		return first
	case second != "" && second != a.instrument && c.in("joins", and-1):
		return second
	}
	return ""
}

// joinLists makes measures that name one list together lists: "put on an asset freeze and visa ban
// list".
func (c *signalContext) joinLists(have []anchor) {
	for i := len(have) - 2; i >= 0; i-- {
		a, next := &have[i], &have[i+1]
		if next.list && !a.verb && !a.list && c.t.field == model.InText && next.np == a.hi+1 && c.t.has(a.hi, a.hi+1, "and", "or") {
			a.list = true
			if name := kindOfBan(c.t.tok[next.lo].low); name != "" {
				next.instrument = name
			}
		}
	}
}

// joinsPerfect says that "and" joins the participle at token i of a text to one before it which
// has its auxiliary: "has barred two ministers and frozen their assets".
func (c *signalContext) joinsPerfect(sent stretch, i int) bool {
	if c.t.field == model.InTitle || !c.t.has(i-1, i, "and") && !(c.t.has(i-1, i, "also") && c.t.has(i-2, i-1, "and")) {
		return false
	}
	for j := i - 2; j > sent.lo && j > i-2*rollLength; j-- {
		if c.t.has(j, j+1, "has", "have", "had", "having") {
			return c.res.lex.of(&c.t.tok[j+1])&(classDeterminer|classPreposition) == 0
		}
	}
	return false
}

// goingAbroad says that tokens lo to hi tell of somebody who leaves his country: "a ban on five
// officers travelling abroad".
func (c *signalContext) goingAbroad(lo, hi int) bool {
	for i := lo; i+1 < hi && c.t.tok[i].kind == wordToken; i++ {
		if c.t.has(i, i+1, "travelling", "traveling", "travel", "going", "leaving") && c.t.has(i+1, i+3, "abroad", "overseas", "country") {
			return true
		}
	}
	return false
}

// twoPowers says that the "and" at token i of a text joins two of those who impose measures, right
// before the name of one: "US and EU sanctions".
func (c *signalContext) twoPowers(sent stretch, i int) bool {
	if c.t.field == model.InTitle {
		return false
	}
	first, ok := c.mentionEnding(sent, i)
	if !ok || first.lo > sent.lo && c.t.has(first.lo-1, first.lo, "between", "with", "by") {
		return false
	}
	second, ok := c.res.nameAt(c.t, i+1)
	return ok && c.words.measures["powers"][c.senderID(first)] && c.words.measures["powers"][c.senderID(second)] && first.how != byOffice && second.how != byOffice
}
