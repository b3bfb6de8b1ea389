package extract

import (
	"fmt"
	"strings"

	"parley/model"
)

// Measures of running text in plain words: "stopped buying Ruritanian fish", "have until
// June to wind down". The phrases are patterns in data/wordings.txt.

// wording is one phrase with what it says of a measure.
type wording struct {
	use        wordingUse
	instrument string // "*" for that of the measure named behind it
	deed       deed
	upper      deed   // that above it: "dismissed the action against"; noDeed for none
	needs      string // what else the sentence has to say: see data/wordings.txt
	suffers    bool   // who stands before it is hit or let off
	steps      []step
}

// wordingUse is where a phrase is read, and as what.
type wordingUse uint8

const (
	asMeasure         wordingUse = iota // a measure in itself, of a text
	asMeasureMeant                      // one where what was learnt is sure of it
	asMeasureHeadline                   // one of a headline
	onMeasure                           // what is done with the measure of a text that it stands before
	onMeasureHeadline                   // the same in a headline
	wordingUses                         // how many there are
)

// wordingsByUse are the phrases that begin with one word.
type wordingsByUse [wordingUses][]wording

// useOf is the use of a phrase by what it needs.
func useOf(instrument, needs string) wordingUse {
	headline := needs == "headline" || needs == "bloc" || needs == "ruler"
	switch {
	case instrument == "*" && headline:
		return onMeasureHeadline
	case instrument == "*":
		return onMeasure
	case headline:
		return asMeasureHeadline
	case needs == "meant":
		return asMeasureMeant
	}
	return asMeasure
}

// addWordings reads the phrases and files each by its first words.
func (w *signalWords) addWordings(x *lexicon) error {
	rows, err := table(signalData, "data/wordings.txt", 5)
	if err != nil {
		return err
	}
	for n, row := range rows {
		t := wording{use: useOf(row[0], row[2]), instrument: row[0], needs: row[2], suffers: row[3] == "suffers"}
		first, second, two := strings.Cut(row[1], " ")
		if t.deed = deeds[first]; two {
			t.upper, t.deed = t.deed, deeds[second]
		}
		if t.deed == noDeed {
			return fmt.Errorf("data/wordings.txt: entry %d: no deed is called %q", n+1, row[1])
		}
		if t.needs != "sure" && t.needs != "state" && t.needs != "weak" && t.needs != "notice" && t.needs != "pressed" && t.needs != "body" && t.needs != "doer" && t.needs != "leave" && t.needs != "meant" && t.needs != "headline" && t.needs != "bloc" && t.needs != "ruler" {
			return fmt.Errorf("data/wordings.txt: entry %d: nothing needs %q", n+1, t.needs)
		}
		for _, phrase := range list(row[4]) {
			t.steps = stepsOf(x, phrase)
			first := t.steps[0]
			if first.words == nil || first.optional {
				return fmt.Errorf("data/wordings.txt: entry %d: %q has to begin with a word", n+1, phrase)
			}
			for _, number := range first.words {
				word := x.known.words[number]
				x.mark(word, w.worded)
				switch t.use {
				case asMeasureHeadline:
					x.mark(word, w.headed)
				case asMeasureMeant:
					x.mark(word, w.meant)
				case asMeasure:
					x.mark(word, w.wordy)
				}
				begun := w.wordings.at(number)
				if *begun == nil {
					*begun = &wordingsByUse{}
				}
				(*begun)[t.use] = append((*begun)[t.use], t)
			}
			if t.use == asMeasure || t.use == asMeasureMeant {
				for _, number := range rarest(t.steps).words {
					x.mark(x.known.words[number], w.telling)
				}
			}
		}
	}
	return nil
}

// begunBy lists the phrases of one use that begin with a word.
func (w *signalWords) begunBy(word wordID, use wordingUse) []wording {
	uses := w.wordings.of(word)
	if uses == nil {
		return nil
	}
	return uses[use]
}

// rateAt says that a percentage stands at token i.
func (c *signalContext) rateAt(i int) bool {
	return c.t.tok[i].kind == numberToken && (c.t.has(i+1, i+2, "%", "percent", "pc", "pct") || c.t.has(i+1, i+2, "per") && c.t.has(i+2, i+3, "cent"))
}

// wordy is the set of words that begin a phrase which is a measure in itself, and of those that
// begin one where what was learnt is sure of it: none in a sentence of a text that has the
// rarest word of no phrase.
func (c *signalContext) wordy(sent stretch) (surely, meant starts) {
	switch {
	case c.t.field == model.InTitle:
		return c.words.headed, 0
	case c.t.mayHold(sent, c.words.telling):
		return c.words.wordy, c.words.meant
	}
	return 0, 0
}

// wordingAnchor reads a phrase at token i of a text that is a measure in itself: of those
// that need what was learnt, or of the others. One of them has to begin with its word.
func (c *signalContext) wordingAnchor(sent stretch, have []anchor, i int, meant bool) (anchor, bool) {
	use := asMeasure
	if meant {
		use = asMeasureMeant
	} else if c.t.field == model.InTitle {
		use = asMeasureHeadline
	}
	begun := c.words.begunBy(c.t.tok[i].word, use)
	for k := range begun {
		t := &begun[k]
		end := c.followed(t.steps, i, sent.hi)
		if end > 0 && t.suffers && c.t.has(i, i+1, "denied", "refused") && (c.t.has(i-1, i, "has", "have", "had") || c.doneByState(sent, i) && !c.in("envoys", i-1)) {
			continue // who denies it to others
		}
		if end < 0 || c.sporty(sent) || c.hangsOn(sent, i) || t.deed == deedImpose && c.words.verbals.begins(&c.t.tok[i]) && c.named(sent, i) || !c.wordingNeeds(sent, i, t) {
			continue
		}
		if meant && (c.byArms(sent, i) || covered(have, i, end) || c.ofMeasure(sent, have, i) || c.forPurpose(sent, have, i) || c.inIdiom(sent, have, i, end) || c.words.formOf(c.t.tok[i].low) == formPast && c.adjectival(sent, i)) {
			// "let the impounded freighter sail" tells of no seizing
			continue
		}
		a := anchor{lo: i, hi: end, np: i, instrument: t.instrument, verb: true, worded: true, weak: t.needs == "weak", trade: t.needs == "weak", loose: meant, passive: t.suffers, deed: t.deed}
		if before, ok := c.tokenBefore(sent, i); ok && t.suffers && t.deed == deedImpose && (before == "is" || before == "are") {
			a.deed = deedForce
		}
		return a, true
	}
	return anchor{}, false
}

// hangsOn says that a verb stands in a condition or a fear, where it is not told: "unless it
// stops buying", "for fear of being cut off".
func (c *signalContext) hangsOn(sent stretch, i int) bool {
	for j := i - 1; j >= sent.lo && j > i-9; j-- {
		if k := &c.t.tok[j]; k.low == "," || k.kind == stopToken {
			return false
		}
		if c.t.has(j, j+1, "if", "unless", "until") || c.t.has(j, j+1, "fear", "risk", "danger") && c.t.has(j+1, j+2, "of", "being") {
			return true
		}
	}
	return false
}

// wordingNeeds says that a sentence has what a phrase at token i needs besides.
func (c *signalContext) wordingNeeds(sent stretch, i int, t *wording) bool {
	switch t.needs {
	case "state":
		return c.stateIn(sent.lo, sent.hi)
	case "headline":
		if t.deed == deedThreaten && !c.aboutTrade(sent) {
			return false // who reserves the right to answer drills speaks of no measure
		}
		return c.stateIn(sent.lo, sent.hi) || c.bodyBefore(sent, i)
	case "bloc":
		m, ok := c.lastNamed(sent, i)
		return ok && c.res.actors[m.actor].Kind == model.Bloc
	case "pressed":
		return c.pressed(sent) != ""
	case "notice":
		return c.official(sent) || c.bodyBefore(sent, i)
	case "leave":
		return c.bodyBefore(sent, i) && c.pressed(sent) != ""
	case "doer":
		return c.doneByState(sent, i)
	case "ruler":
		m, ok := c.lastNamed(sent, i)
		return ok && c.rules(m) && c.doneByState(sent, i) && !c.any("plagues", i, sent.hi)
	case "body":
		return c.bodyBefore(sent, i) && !c.t.has(i, min(i+earshot/6, sent.hi), "subject") // which is told of what they are subject to
	}
	return true
}

// aboutTrade says that a sentence names trade or a measure, so that what somebody threatens to
// answer it with is one.
func (c *signalContext) aboutTrade(sent stretch) bool {
	return c.any("commerce", sent.lo, sent.hi) || c.any("duties", sent.lo, sent.hi) || c.t.has(sent.lo, sent.hi, "sanctions", "curbs", "ban", "controls", "steel")
}

// rules says that somebody governs: no firm and no club that a headline may name.
func (c *signalContext) rules(m mention) bool {
	if x := c.res.actors[m.actor]; x.Kind != model.Organisation {
		return true
	}
	return c.any("agencies", m.lo, m.hi) || c.any("noticer", m.lo, m.hi) || c.t.has(m.lo, m.hi, "kremlin", "ofac", "mofcom", "congress", "house", "senate") || c.words.measures["monopolies"][c.res.actors[m.actor].ID]
}

// lastNamed finds who is named last before token i.
func (c *signalContext) lastNamed(sent stretch, i int) (mention, bool) {
	ms := c.res.mentions(c.t, sent.lo, i)
	if len(ms) == 0 {
		return mention{}, false
	}
	return ms[len(ms)-1], true
}

// bodyBefore says that a body which imposes measures stands before the verb at i, or
// before the day on which it does: "the Council today listed".
func (c *signalContext) bodyBefore(sent stretch, i int) bool {
	for at := i; at > sent.lo && at > i-7; at-- {
		k := &c.t.tok[at-1]
		if c.in("noticer", at-1) {
			return true
		}
		if m, ok := c.mentionEnding(sent, at); ok {
			return m.how == byName && c.words.measures["imposer"][c.senderID(m)]
		}
		if k.kind != wordToken && k.kind != numberToken || c.res.lex.of(k)&(classTime|classAuxiliary|classModal|classAdverb|classPreposition) == 0 && k.kind != numberToken && !c.t.has(at-1, at, "last", "this", "week", "month", "also") {
			return false
		}
	}
	return false
}

// governedByWording reads a phrase before a measure that says what is done with it: "won an
// exception from the embargo".
func (c *signalContext) governedByWording(sent stretch, a *anchor) (chain, bool) {
	if a.verb {
		return chain{}, false
	}
	use := onMeasure
	if c.t.field == model.InTitle {
		use = onMeasureHeadline
	}
	for i := a.lo - 1; i >= sent.lo && i >= a.np-wordingGap-6; i-- {
		if c.t.tok[i].starts&c.words.worded == 0 {
			continue
		}
		begun := c.words.begunBy(c.t.tok[i].word, use)
		for k := range begun {
			t := &begun[k]
			end := c.followed(t.steps, i, a.lo)
			if use == onMeasureHeadline && end > 0 && end < a.np && c.waresOnly(end, a.np) {
				a.np = end // "against X's steel, aluminium tariffs"
			}
			if end < a.np {
				continue
			}
			a.np = max(a.np, end) // no list knew the verb
			ch := chain{lo: i, hi: max(a.np, i+1), core: link{i, min(end, a.lo), ladderWord{deed: t.deed, form: c.words.formOf(c.t.tok[i].low), lead: "wording"}}}
			c.climb(sent, &ch)
			ch.passive = t.suffers
			if t.deed == deedDemand {
				c.wantedDone(a, &ch)
			}
			if t.upper != noDeed {
				ch.upper, ch.hasUpper = link{i, i + 1, ladderWord{deed: t.upper, form: c.words.formOf(c.t.tok[i].low), lead: "wording"}}, true
			}
			return ch, true
		}
	}
	return chain{}, false
}

// waresOnly says that between a phrase and a measure stand only names of states and goods in
// a list.
func (c *signalContext) waresOnly(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if m, ok := c.res.nameAt(c.t, i); ok && m.hi <= hi {
			i = m.hi - 1
			continue
		}
		if c.goodsAt(i) == "" && !c.t.has(i, i+1, ",", "and") && !genitive(&c.t.tok[i]) {
			return false
		}
	}
	return lo < hi
}

// forbidden reads "may not", "can no longer" before a phrase as what is forbidden now.
func (c *signalContext) forbidden(a *anchor, ch *chain) {
	if c.t.has(a.lo, a.lo+1, "no", "not") && (ch.modal == "may" || ch.modal == "could" || ch.modal == "must") {
		ch.modal, ch.core.deed = "", deedForce
	}
}

// toldInside takes over the modal and the negation that stand within a phrase which tells of relief by
// its last word: "aid to Ruritania will not resume".
func (c *signalContext) toldInside(a *anchor, ch *chain) {
	for i := a.lo + 1; a.passive && !a.deed.relieves() && i+1 < a.hi; i++ {
		if c.t.has(i+1, i+2, "be") {
			ch.modal = or(noTo(ch.modal), c.modalAt(i)) // "imports from it could be banned"
		}
	}
	if !a.passive || !a.deed.relieves() {
		return
	}
	for i := a.lo + 1; i < a.hi; i++ {
		ch.modal = or(noTo(ch.modal), c.modalAt(i))
		ch.negated = ch.negated || negative(c.t.tok[i].low) && !c.t.has(i, i+1, "no")
	}
}

// partOfWording says that a measure is only named in the phrase that tells what is done
// with the next one: "won an exemption from the embargo".
func (c *signalContext) partOfWording(sent stretch, a, next *anchor) bool {
	if c.t.field != model.InText || next.np-a.hi > 2 {
		return false
	}
	probe := *next
	ch, ok := c.governedByWording(sent, &probe)
	return ok && ch.core.lo <= a.lo && a.hi <= ch.core.hi
}
