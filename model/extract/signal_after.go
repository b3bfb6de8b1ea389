package extract

import "parley/model"

// What is said of a measure behind its name.

// chainAfter looks right of a measure: "sanctions were lifted", "tariffs take
// effect", "sanctions imposed on Moscow".
func (c *signalContext) chainAfter(sent stretch, a *anchor) (chain, bool) {
	ch := chain{lo: a.hi, hi: a.hi}
	verbal := false // an auxiliary, modal or adverb came: what follows is its verb
	limit := a.hi + 14
	for i := a.hi; i < sent.hi && i < limit; i++ {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		switch {
		case negative(k.low):
			ch.negated, verbal = true, true
			ch.modal = or(ch.modal, c.modalAt(i))
			continue
		case c.modalAt(i) != "" && k.low != "to":
			ch.modal, verbal = c.modalAt(i), true
			continue
		case k.low == "to" && c.t.field == model.InText && c.in("purpose", i-1) && i+1 < sent.hi && !c.t.has(i+1, i+2, "be"):
			i++ // "designed to cripple": what it is for
			continue
		case k.low == "to":
			if _, _, ok := c.words.ladder.match(c.t.tok, i+1); !ok && c.t.field == model.InTitle && !c.t.has(i+1, i+2, "be") {
				continue // "waiver to buy power expires"
			}
			if c.t.field == model.InText && !c.infinitive(min(i+1, sent.hi-1)) {
				continue // "led to defaults"
			}
			if c.t.field == model.InTitle && c.t.has(i-1, i, "yet") {
				ch.negated = true // "sanctions yet to be lifted"
				continue
			}
			if !c.any("try", i-1, i) {
				ch.modal = or(ch.modal, "to")
			}
			ch.now = ch.now || c.in("tending", i-1)
			continue
		case class&classAuxiliary != 0:
			verbal = true
		}
		if w, ok := c.doneBy(sent, i); ok {
			ch.core, ch.hi, ch.passive = link{i, i + 1, w}, i+1, true
			return ch, true
		}
		if !c.changed(sent, i) && c.effect(i, &ch, a) {
			ch.core, ch.hi, ch.bare = link{i, i + 1, ladderWord{deed: deedForce, form: formPresent, lead: k.low}}, i+1, true
			if ch.modal == "must" {
				ch.core.deed, ch.bare = deedDemand, false // "sanctions must hit X"
			}
			return ch, true
		}
		if k.low == "possible" && verbal || k.low == "likely" && c.t.field == model.InText && c.t.has(i-1, i, "more", "increasingly") {
			ch.core = link{i, i + 1, ladderWord{deed: deedFloat, form: formBase, lead: "possible"}}
			ch.hi = i + 1
			return ch, true
		}
		if c.t.has(i, i+1, "end", "ends") && c.t.has(i+1, i+2, "in") && c.t.has(i+2, i+3, "itself", "themselves") {
			ch.negated, verbal = false, false
			continue // "are no end in themselves"
		}
		w, n, ok := c.words.ladder.match(c.t.tok, i)
		ok = ok && !(k.low == "police" && c.t.field == model.InText) // a noun behind a measure
		if ok && w.lead == "fall" && c.t.has(i+1, min(i+3, sent.hi), "on", "upon") {
			w.deed, w.lead, w.last = deedForce, "wording", false // "would fall on buyers"
		}
		if ok && n == 2 && c.t.field == model.InTitle && w.deed == deedEase && c.t.has(i+1, i+2, "in") {
			w, n, ok = c.words.ladder.match(c.t.tok[:i+1], i) // "tariffs cut in deal with"
		}
		if ok && w.deed == deedBear && verbal && c.t.field == model.InText && c.in("blocking", i) {
			w, n, ok = c.words.ladder.match(c.t.tok[:i+1], i) // "were blocked by": the measure is not who bears it
		}
		if ok && w.form != formNoun {
			adjacent := i == a.hi
			switch {
			case w.deed.does() && w.form == formPast && !w.last && w.deed != deedForce && w.deed != deedExpire && c.moves(sent, i, n):
				sources, targets := c.inside(a)
				if len(sources)+len(targets) == 0 && !(c.t.has(a.hi, a.hi+1, "on", "against") && c.stateIn(a.hi+1, min(a.hi+5, i))) || ch.modal != "" {
					return ch, false
				}
				ch.core, ch.hi, ch.bare = link{i, i + 1, ladderWord{deed: deedForce, form: formPresent, lead: k.low}}, i+1, true
				return ch, true // "X's tariffs on Y have raised prices"
			case adjacent && (w.deed == deedImpose || w.deed == deedAnnounce && w.form == formPast) && c.endedLater(sent, i+n, &limit):
				continue // "the sanctions imposed on X in 2012 were lifted"
			case adjacent && c.since(sent, i+n):
				continue // "the measures lifted in 2015 came back"
			case w.deed == deedForce && ch.modal == "to" && starting(w.lead) && c.droppedBehind(sent, i+n) > 0:
				ch.modal, limit = "", max(limit, c.droppedBehind(sent, i+n)+2)
				continue // "due to take effect in May were dropped"
			case w.deed == deedForce, w.deed == deedExpire, w.deed == deedLoom, w.deed == deedAgree && (w.lead == "set" || w.lead == "due" || w.lead == "poised"):
				if w.deed == deedAgree {
					ch.modal = "to"
					continue
				}
				ch.core = link{i, i + n, w}
			case w.deed.does() && (w.form == formPast || w.deed == deedDefer && k.low == "put" || k.low == "cut" && c.t.field == model.InTitle && c.t.has(a.hi, a.hi+1, "on") && c.goesOn(i+1, sent.hi)) && (adjacent || verbal || c.t.field == model.InTitle):
				ch.core, ch.passive = link{i, i + n, w}, true
			case spokenOf[w.deed] && w.form == formPast && (adjacent || verbal || c.t.field == model.InTitle):
				ch.core, ch.passive = link{i, i + n, w}, true // "threatened, not imposed"
			case c.t.field == model.InText && verbal && w.form == formPast && (w.deed == deedOppose || w.deed == deedDemand) && n == 1:
				ch.core, ch.passive = link{i, i + n, w}, true
			case c.t.field == model.InText && verbal && c.t.has(i, i+n, "held", "holding") && w.deed == deedOppose:
				ch.core, ch.passive = link{i, i + n, w}, true
			case c.t.field == model.InTitle && verbal && w.lead == "ruled out":
				ch.core, ch.passive = link{i, i + n, w}, true // "tariffs are not ruled out"
			case w.last && (w.deed == deedTighten || w.deed == deedDefer && (adjacent || verbal) || w.deed == deedLicense && a.instrument == "licence" || w.deed == deedEase && (adjacent || verbal)):
				ch.core = link{i, i + n, w}
			case (adjacent || verbal || c.endsName(sent, i)) && w.deed.does() && c.t.field == model.InTitle && c.goesOn(i+n, sent.hi):
				ch.core, ch.passive = link{i, i + n, w}, w.form != formPresent && !(w.lead == "=end" || w.lead == "=ends") // "tariffs cut to 15%", "curbs widen"
			default:
				if adjacent && w.form == formPast {
					return ch, false
				}
				continue
			}
			ch.hi = i + n
			return ch, true
		}
		if k.low == "," && i == a.hi && c.t.field == model.InText {
			if w, n, ok := c.words.ladder.match(c.t.tok, i+1); ok && w.deed == deedImpose && w.form == formPast && n == 1 {
				ch.core, ch.passive, ch.hi = link{i + 1, i + 2, w}, true, i+2
				return ch, true // "the sanctions, imposed in May, include"
			}
		}
		if k.low == "," && !verbal {
			if j := c.lastOfList(sent, a, i); j > 0 {
				i, limit = j, j+8
				continue
			}
			if j := c.asideEnd(sent, i); j > 0 {
				i, limit = j, j+8
				continue
			}
		}
		if k.low == "that" && c.t.has(i-1, i, "mean", "means", "meant") {
			return ch, false // what follows is another's verb
		}
		if k.kind == stopToken || k.low == ";" || k.low == ":" || k.kind == dashToken && !k.is(flagGlued) || k.low == "," && !verbal || class&classConjunction != 0 && k.low != "as" && k.low != "yet" || class&classRelative != 0 && i > a.hi+2 {
			return ch, false
		}
	}
	return ch, false
}

// changed says that the participle at i of a headline tells what is done with a measure, since no object of
// its own follows: "tariffs halved in deal".
func (c *signalContext) changed(sent stretch, i int) bool {
	if c.t.field != model.InTitle || !c.goesOn(i+1, sent.hi) {
		return false
	}
	w, n, ok := c.words.ladder.match(c.t.tok[:i+1], i)
	return ok && n == 1 && w.form == formPast && (w.deed.relieves() || w.deed == deedTighten)
}

// doneBy reads a participle of a headline behind which it stands who speaks of a measure:
// "tariffs threatened by Ruritania", "sanctions condemned by Altland".
func (c *signalContext) doneBy(sent stretch, i int) (ladderWord, bool) {
	if c.t.field != model.InTitle || !c.t.has(i+1, i+2, "by") {
		return ladderWord{}, false
	}
	if _, named := c.res.nameAt(c.t, c.skipDeterminers(i+2, sent.hi)); !named {
		return ladderWord{}, false
	}
	w, n, ok := c.words.ladder.match(c.t.tok[:i+1], i)
	if !ok || n != 1 || w.form != formPast {
		return ladderWord{}, false
	}
	switch w.deed {
	case deedFloat, deedThreaten, deedOppose, deedDemand, deedRefuse:
		return w, true
	}
	return ladderWord{}, false
}

// goesOn says that no object stands at i, so that the verb before it is said of its
// subject: "tariffs cut to 15%", "curbs widen as".
func (c *signalContext) goesOn(i, hi int) bool {
	if i >= hi {
		return true
	}
	k := &c.t.tok[i]
	return k.kind != wordToken && k.kind != quoteToken && k.kind != numberToken || c.res.lex.of(k)&(classPreposition|classConjunction|classAnd) != 0 || c.t.has(i, i+1, "further", "again")
}

// endsName says that a name ends before token i: "tariffs on X cut to 15%".
func (c *signalContext) endsName(sent stretch, i int) bool {
	_, ok := c.mentionEnding(sent, i)
	return ok
}

// asideEnd finds the comma that ends an aside which begins with the one at i, when
// an auxiliary goes on behind it: "the package, softened at the last minute, was"; 0
// for none.
func (c *signalContext) asideEnd(sent stretch, i int) int {
	for j := i + 2; j+1 < sent.hi && j < i+22; j++ {
		if c.t.tok[j].low == "," && c.res.lex.of(&c.t.tok[j+1])&(classAuxiliary|classModal) != 0 {
			return j
		}
	}
	return 0
}

// spokenOf are deeds that a measure can suffer without being done.
var spokenOf = map[deed]bool{deedThreaten: true, deedAnnounce: true, deedFloat: true}

// endedLater says that a participle right behind a measure, which ends at token i, only tells
// which measure is meant, and that its verb, of relief, stands further on; a headline may leave
// out the auxiliary. The reach of the search is moved there.
func (c *signalContext) endedLater(sent stretch, i int, limit *int) bool {
	verbal := false
	for j := i; j < sent.hi && j < i+18; j++ {
		k := &c.t.tok[j]
		class := c.res.lex.of(k)
		w, n, ok := c.words.ladder.match(c.t.tok, j)
		relief := ok && w.form == formPast && (w.deed.relieves() || w.deed == deedDefer || w.deed == deedExpire)
		if relief && (verbal || c.t.field == model.InTitle && c.endsName(sent, j) && c.endsPhrase(sent, j+n)) {
			*limit = max(*limit, j+2)
			return true
		}
		switch {
		case class&(classAuxiliary|classModal) != 0 && !genitive(k):
			verbal = true
		case verbal && class&(classAdverb|classNegation) == 0, k.kind == stopToken, k.low == ",", k.low == ";", class&(classRelative|classConjunction) != 0:
			return false
		}
	}
	return false
}

// endsPhrase says that a phrase ends before token i: with its sentence, at a mark, or before a
// preposition or a conjunction.
func (c *signalContext) endsPhrase(sent stretch, i int) bool {
	return i >= sent.hi || c.t.tok[i].kind != wordToken || c.res.lex.of(&c.t.tok[i])&(classPreposition|classConjunction) != 0
}

// lastOfList finds the "and" before the last of the things in a row that a measure of a text
// is on, where the comma at i parts two of them: "duties on cars, copper, and steel are"; 0
// for no such row.
func (c *signalContext) lastOfList(sent stretch, a *anchor, i int) int {
	if c.t.field != model.InText || !c.t.has(a.hi, a.hi+1, "on", "against") {
		return 0
	}
	for j := i + 1; j < sent.hi && j < i+8; j++ {
		k := &c.t.tok[j]
		if k.low == "and" || k.low == "or" {
			return j
		}
		if k.kind != wordToken && k.low != "," || c.res.lex.of(k)&(classAuxiliary|classModal|classRelative|classPronoun|classConjunction|classPreposition) != 0 || c.verbAt(j) {
			return 0
		}
	}
	return 0
}
