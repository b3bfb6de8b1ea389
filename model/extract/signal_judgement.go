package extract

import (
	"fmt"
	"strings"

	"parley/model"
)

// Turns of phrase behind a measure of a text by which somebody is against it, asks for it or
// says that none is to come: "the tariffs drew the ire of growers". They are in
// data/judgements.txt.

// judgement is one of them with what it says of the measure.
type judgement struct {
	deed  deed
	upper deed   // that above it; noDeed for none
	needs string // what else the sentence has to say: see data/judgements.txt
	steps []step
}

// addJudgements reads the phrases and files each by its first words.
func (w *signalWords) addJudgements(x *lexicon) error {
	w.judging = x.newBit()
	rows, err := table(signalData, "data/judgements.txt", 3)
	if err != nil {
		return err
	}
	for n, row := range rows {
		j := judgement{needs: row[1]}
		first, second, two := strings.Cut(row[0], " ")
		if j.deed = deeds[first]; two {
			j.upper, j.deed = j.deed, deeds[second]
		}
		if j.deed == noDeed {
			return fmt.Errorf("data/judgements.txt: entry %d: no deed is called %q", n+1, row[0])
		}
		if j.needs != "sure" && j.needs != "said" && j.needs != "warned" && j.needs != "passive" && j.needs != "must" {
			return fmt.Errorf("data/judgements.txt: entry %d: nothing needs %q", n+1, j.needs)
		}
		for _, phrase := range list(row[2]) {
			j.steps = nil
			for _, part := range strings.Fields(phrase) {
				j.steps = append(j.steps, stepOf(x, part))
			}
			if err := j.file(x, w); err != nil {
				return fmt.Errorf("data/judgements.txt: entry %d: %q: %w", n+1, phrase, err)
			}
		}
	}
	return nil
}

// file files a phrase by its first words, and without them where they may be missing.
func (j judgement) file(x *lexicon, w *signalWords) error {
	if len(j.steps) == 0 || j.steps[0].words == nil {
		return fmt.Errorf("has to begin with a word")
	}
	for _, number := range j.steps[0].words {
		x.mark(x.known.words[number], w.judging)
		begun := w.judgements.at(number)
		*begun = append(*begun, j)
	}
	if j.steps[0].optional {
		j.steps = j.steps[1:]
		return j.file(x, w)
	}
	return nil
}

// saidOf reads a measure of which a text says behind it what somebody thinks of it. The
// chain before it, if there is one, may tell what is done with the measure, of which it is
// said: "lifting the sanctions is out of the question".
func (c *signalContext) saidOf(sent stretch, a *anchor, left *chain, okLeft bool) (chain, bool) {
	if c.t.field != model.InText || a.list || a.elided || a.after != noDeed && !a.after.relieves() || a.instrument == "licence" || a.instrument == "unspecified-consequences" {
		return chain{}, false
	}
	doing := okLeft && (left.core.form == formGerund || left.core.form == formNoun) && (!left.hasUpper || left.upper.deed == deedThreaten || left.upper.deed == deedAnnounce) && left.modal == "" && (left.core.deed.relieves() || left.core.deed == deedImpose || left.core.deed == deedTighten)
	if okLeft && !doing && !onlySays(left.core.deed) || a.verb && c.words.formOf(c.t.tok[a.lo].low) != formGerund {
		return chain{}, false
	}
	j, at, end := c.judgementBehind(sent, a)
	if j == nil {
		return chain{}, false
	}
	ch := chain{lo: a.np, hi: end, core: link{at, end, ladderWord{deed: j.deed, form: formPast, lead: "judged"}}}
	if j.upper != noDeed {
		ch.upper, ch.hasUpper = link{at, at, ladderWord{deed: j.upper, form: formPast, lead: "judged"}}, true
	}
	if relief := doing && left.core.deed.relieves(); relief || a.after.relieves() {
		if j.deed == deedDeny {
			ch.core.deed = deedRefuse
		}
	}
	if doing {
		if j.upper != noDeed {
			return chain{}, false
		}
		above := ch.core
		ch = *left
		ch.upper, ch.hasUpper, ch.hi = above, true, end
	}
	return ch, true
}

// judgementBehind finds the phrase that is said of a measure as the subject of its verb, and
// where it stands; nil for none.
func (c *signalContext) judgementBehind(sent stretch, a *anchor) (found *judgement, at, end int) {
	negated, modal := false, ""
	for i := a.hi; i < sent.hi && i < a.hi+judgedReach+2; i++ {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		if k.starts&c.words.judging != 0 {
			begun := c.words.judgements.of(k.word)
			for n := range begun {
				j := &begun[n]
				if negated || !c.judgementNeeds(sent, a, j, modal, i) {
					continue
				}
				if end := c.followed(j.steps, i, sent.hi); end > 0 {
					return j, i, end
				}
			}
		}
		switch {
		case c.isTo(i) && i+1 < sent.hi && !c.hasTo(i-1, i+1) && (c.t.has(i+1, i+2, "be") || c.infinitive(i+1)), class&classPronoun != 0:
			return nil, 0, 0
		case negative(k.low):
			negated, modal = true, or(modal, c.modalAt(i))
		case c.modalAt(i) != "":
			modal = c.modalAt(i)
		case c.hasTo(i, i+2):
			modal = "must"
		case class&classAuxiliary != 0, i == a.hi && k.low == "," && c.t.has(i+1, i+2, "which"), k.low == "which" && c.t.has(i-1, i, ","):
		case i == a.hi && c.words.formOf(k.low) == formPast && c.t.has(i+1, i+2, "on", "against", "by", "in"):
		case k.kind != wordToken && k.kind != numberToken && k.kind != quoteToken && !genitive(k), class&(classRelative|classConjunction|classConditional|classSaid) != 0, c.verbAt(i) && class&classPreposition == 0 && i > a.hi:
			return nil, 0, 0
		}
	}
	return nil, 0, 0
}

// judgementNeeds says that a sentence has what a phrase at token i needs besides.
func (c *signalContext) judgementNeeds(sent stretch, a *anchor, j *judgement, modal string, i int) bool {
	if passive := isBe(c.t.tok[i-1].low) && c.words.formOf(c.t.tok[i].low) == formPast; passive != (j.needs == "passive") {
		return false
	}
	if c.words.formOf(c.t.tok[i].low) == formGerund && !isBe(c.t.tok[i-1].low) {
		return false // "those accused of undermining" says it of others
	}
	switch j.needs {
	case "said":
		return modal != "must" && c.spokenBy(sent, a)
	case "warned":
		return (modal == "would" || modal == "could" || modal == "will" || modal == "may") && c.spokenBy(sent, a)
	case "must":
		return modal == "must"
	}
	return true
}

// spokenBy says that a sentence tells what somebody says, in quotation marks or not.
func (c *signalContext) spokenBy(sent stretch, a *anchor) bool {
	for i := sent.lo; i < sent.hi; i++ {
		if k := &c.t.tok[i]; k.kind == quoteToken || c.res.lex.of(k)&classSaid != 0 || (i < a.np || i > a.hi) && c.in("voicing", i) {
			return true
		}
	}
	return false
}
