package extract

import (
	"fmt"
	"slices"
	"strings"

	"parley/model"
)

// Turns of phrase behind a measure of a text: by which somebody is against it, asks for it or
// says that none is to come, and that tell what becomes of it: "the tariffs drew the ire of
// growers", "the duties were put on ice". They are in data/behind.txt.

// behindPhrase is one of them with what it says of the measure.
type behindPhrase struct {
	deed  deed
	upper deed   // that above it; noDeed for none
	needs string // what else the sentence has to say: see data/behind.txt
	steps []step
}

// addBehind reads the phrases and files each by its first words.
func (w *signalWords) addBehind(x *lexicon) error {
	w.ending = x.newBit()
	rows, err := table(signalData, "data/behind.txt", 3)
	if err != nil {
		return err
	}
	for n, row := range rows {
		j := behindPhrase{needs: row[1]}
		first, second, two := strings.Cut(row[0], " ")
		if j.deed = deeds[first]; two {
			j.upper, j.deed = j.deed, deeds[second]
		}
		if j.deed == noDeed {
			return fmt.Errorf("data/behind.txt: entry %d: no deed is called %q", n+1, row[0])
		}
		if !slices.Contains([]string{"sure", "said", "warned", "passive", "must", "told"}, j.needs) {
			return fmt.Errorf("data/behind.txt: entry %d: nothing needs %q", n+1, j.needs)
		}
		for _, phrase := range list(row[2]) {
			j.steps = stepsOf(x, phrase)
			if err := j.file(x, w); err != nil {
				return fmt.Errorf("data/behind.txt: entry %d: %q: %w", n+1, phrase, err)
			}
		}
	}
	return nil
}

// file files a phrase by its first words, and without them where they may be missing.
func (j behindPhrase) file(x *lexicon, w *signalWords) error {
	if len(j.steps) == 0 || j.steps[0].words == nil {
		return fmt.Errorf("has to begin with a word")
	}
	for _, number := range j.steps[0].words {
		x.mark(x.known.words[number], w.ending)
		begun := w.behindText.at(number)
		*begun = append(*begun, j)
	}
	if j.steps[0].optional {
		j.steps = j.steps[1:]
		return j.file(x, w)
	}
	return nil
}

// saidOf reads a measure of which a text says behind it what becomes of it, or what somebody
// thinks of it. The chain before it, if there is one, may tell what is done with the measure,
// of which it is said: "lifting the sanctions is out of the question".
func (c *signalContext) saidOf(sent stretch, a *anchor, left *chain, okLeft bool) (chain, bool) {
	ch, j, ok := c.phraseBehind(sent, a)
	if !ok {
		return chain{}, false
	}
	if j.needs == "told" {
		if ch.core.deed == deedFloat && okLeft && left.core.deed.relieves() && left.core.form != formBase && !left.hasUpper && left.modal == "" && !a.verb {
			above, hi := ch.core, ch.hi
			ch = *left
			ch.upper, ch.hasUpper, ch.hi = above, true, hi // "lifting the embargo is on the table"
		}
		return ch, !a.verb
	}
	if a.list || a.elided || !judgeable(a) || c.t.field == model.InText && c.t.has(a.np-1, a.np, "if", "whether") {
		return chain{}, false // "if the sanctions are weak"
	}
	doing := okLeft && (left.core.form == formGerund || left.core.form == formNoun) && (!left.hasUpper || left.upper.deed == deedThreaten || left.upper.deed == deedAnnounce) && left.modal == "" && (left.core.deed.relieves() || left.core.deed == deedImpose || left.core.deed == deedTighten)
	if okLeft && !doing && !onlySays(left.core.deed) || a.verb && c.words.formOf(c.t.tok[a.lo].low) != formGerund {
		return chain{}, false
	}
	if relief := doing && left.core.deed.relieves(); relief || a.after.relieves() {
		if j.deed == deedDeny && !c.t.has(ch.hi-1, ch.hi, "discussed", "raised", "mentioned", "debated", "broached") {
			ch.core.deed = deedRefuse
		}
	}
	if doing {
		above, hi := ch.core, ch.hi
		ch = *left
		ch.upper, ch.hasUpper, ch.hi = above, true, hi
	}
	return ch, true
}

// judgeable says that a measure is one which somebody can be against.
func judgeable(a *anchor) bool {
	return (a.after == noDeed || a.after.relieves()) && a.instrument != "licence" && a.instrument != "unspecified-consequences"
}

// behindReach is how many tokens behind a measure of a text what is said of it may begin.
const behindReach = 12

// phraseBehind finds the phrase that is said of a measure as the subject of its verb, and reads
// what it says.
func (c *signalContext) phraseBehind(sent stretch, a *anchor) (ch chain, found *behindPhrase, ok bool) {
	negated, modal := false, ""
	verbal, told := false, true // the verb of the measure has begun; it may still tell what becomes of it
	for i := a.hi; i < sent.hi && i < a.hi+behindReach; i++ {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		if k.starts&c.words.ending != 0 {
			begun := c.words.behindText.of(k.word)
			for n := range begun {
				j := &begun[n]
				tells := j.needs == "told"
				if tells && (!told || !verbal && i > a.hi && c.parted(a.hi, i) || negated && j.deed == deedFloat) || !tells && (negated || !c.judgementNeeds(sent, a, j, modal, i)) {
					continue // what is not thought about is denied
				}
				end := c.follow(j.steps, i, sent.hi)
				if end < 0 || tells && (c.verbGoesOn(end) || j.deed == deedExpire && c.since(sent, i+1)) {
					continue
				}
				core := link{i, end, ladderWord{deed: j.deed, form: formPast, lead: "judged"}}
				if tells {
					core.form, core.lead = c.words.formOf(k.low), "wording"
					return chain{lo: a.hi, hi: end, core: core, passive: true, modal: modal, negated: negated}, j, true
				}
				ch := chain{lo: a.np, hi: end, core: core}
				if j.upper != noDeed {
					ch.upper, ch.hasUpper = link{i, i, ladderWord{deed: j.upper, form: formPast, lead: "judged"}}, true
				}
				return ch, j, true
			}
		}
		switch m := c.modalAt(i); {
		case c.isTo(i) && i+1 < sent.hi && !c.hasTo(i-1, i+1) && (c.t.has(i+1, i+2, "be") || c.infinitive(i+1)), class&classPronoun != 0:
			return chain{}, nil, false
		case negative(k.low):
			negated, verbal, modal = true, true, or(modal, m)
		case m != "":
			modal, verbal = m, true
		case c.hasTo(i, i+2):
			modal, told = "must", false
		case class&classAuxiliary != 0:
			verbal = true
		case i == a.hi && k.low == "," && c.t.has(i+1, i+2, "which"), k.low == "which" && c.t.has(i-1, i, ","):
			told = false
		case i == a.hi && c.words.formOf(k.low) == formPast && c.t.has(i+1, i+2, "on", "against", "by", "in"):
		case k.kind != wordToken && k.kind != numberToken && k.kind != quoteToken, class&(classRelative|classConjunction|classConditional|classSaid) != 0, c.verbAt(i) && class&classPreposition == 0 && i > a.hi:
			return chain{}, nil, false
		case class&classAdverb == 0:
			told = told && !verbal
		}
	}
	return chain{}, nil, false
}

// judgementNeeds says that a sentence has what a phrase at token i needs besides.
func (c *signalContext) judgementNeeds(sent stretch, a *anchor, j *behindPhrase, modal string, i int) bool {
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

// parted says that a verb of the ladder stands between tokens lo and hi, whose own the words
// behind it are.
func (c *signalContext) parted(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if w, _, ok := c.words.ladder.match(c.t.tok, i); ok && w.form != formNoun {
			return true
		}
	}
	return false
}

// verbGoesOn says that a verb goes on at token i, as behind an adverb: "are expected to",
// "would likely be".
func (c *signalContext) verbGoesOn(i int) bool {
	if i >= len(c.t.tok) {
		return false
	}
	w, _, ok := c.words.ladder.match(c.t.tok, i)
	return c.isTo(i) || c.res.lex.of(&c.t.tok[i])&(classAuxiliary|classModal) != 0 || ok && w.form == formPast
}
