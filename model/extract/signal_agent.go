package extract

import (
	"strings"

	"parley/model"
)

// Who does what is done with a measure of a text where no verb stands behind him: behind
// "by", before a noun that acts, in the clause of the measure itself.

// series lists a name and those that follow it in one breath: "Altland, Borland and the
// Union". Commas count where "and" closes the list.
func (c *signalContext) series(sent stretch, m mention) []mention {
	out, kept := []mention{m}, 1
	for _, next := range c.res.mentions(c.t, m.hi, min(m.hi+earshot/3, sent.hi)) {
		last := out[len(out)-1]
		switch {
		case !c.alongside(last.hi, next.lo), len(out) == 1 && c.t.has(last.hi, last.hi+1, ",") && c.doesNext(sent, next):
			return out[:kept]
		case c.t.has(last.hi, next.lo, "and", "&", "with", "well"):
			out = append(out, next)
			kept = len(out)
		case c.t.has(last.hi, last.hi+1, ","):
			out = append(out, next)
		}
	}
	return out[:kept]
}

// doesNext says that a verb in the past stands right behind a name, which so opens another sentence:
// "aid to Ruritania, and Altland restored".
func (c *signalContext) doesNext(sent stretch, m mention) bool {
	return c.t.field == model.InText && m.hi < sent.hi && c.words.formOf(c.t.tok[m.hi].low) == formPast
}

// ofAct reads a noun that acts with who does it between it and "of" at i: "the
// announcement by Ruritania of". It returns where the noun stands; -1 for none.
func (c *signalContext) ofAct(sent stretch, i int) (int, ladderWord) {
	if c.t.field != model.InText || !c.t.has(i, i+1, "of", "on") {
		return -1, ladderWord{}
	}
	for j := i - 1; j > sent.lo && j > i-9; j-- {
		if c.t.has(j, j+1, "by") {
			w, ok := c.words.acts[c.t.tok[j-1].low]
			if !ok || len(c.res.mentions(c.t, j+1, i)) == 0 {
				return -1, ladderWord{}
			}
			return j - 1, w
		}
	}
	return -1, ladderWord{}
}

// actOf files a noun that acts by its first word: "imposition of".
func (w *signalWords) actOf(phrase string, l ladderWord) {
	if head, rest, _ := strings.Cut(phrase, " "); l.form == formNoun && rest == "of" {
		w.acts[head] = l
	}
}

// relativeParties reads who put a measure on whom in its own clause: "tariffs that
// Ruritania had put on Altland". Nil for nobody.
func (c *signalContext) relativeParties(sent stretch, a *anchor) (senders, targets []string) {
	i := a.hi
	if c.t.has(i, i+1, "that", "which") {
		i++
	}
	if i < sent.hi && c.res.lex.of(&c.t.tok[i])&classDeterminer != 0 {
		i++
	}
	m, ok := c.res.nameAt(c.t, i)
	if c.t.field != model.InText || !ok || m.how != byName || m.hi >= sent.hi {
		return nil, nil
	}
	verb := m.hi
	for verb < sent.hi && c.res.lex.of(&c.t.tok[verb])&(classAuxiliary|classAdverb) != 0 {
		verb++
	}
	w, n, ok := c.words.ladder.match(c.t.tok, verb)
	if !ok || w.deed != deedImpose || w.form != formPast && !c.t.has(verb, verb+1, "put", "hit", "set") {
		return nil, nil
	}
	if verb+n < sent.hi && c.t.has(verb+n, verb+n+1, "on", "against") {
		targets = c.reached(sent, verb+n+1)
	}
	return c.senders([]mention{m}), targets
}

// westerners says that those of the West stand before token i: "Western governments".
func (c *signalContext) westerners(i int) bool {
	return c.t.has(i-1, i, "west") || c.t.has(i-2, i-1, "western") && (c.in("partners", i-1) || c.in("assembled", i-1) || c.t.has(i-1, i, "powers", "allies"))
}

// doneByState says that a state, a bloc or an organ of one does what the verb at i of a text
// tells: it stands right before it, or before the verbs that it hangs on.
func (c *signalContext) doneByState(sent stretch, i int) bool {
	state := func(m mention) bool {
		x := c.res.actors[m.actor]
		return x.Kind == model.State || x.Kind == model.Bloc || x.State != "" && x.Kind != model.Person || c.leads(x) || c.words.measures["rebels"][x.ID]
	}
	if c.words.formOf(c.t.tok[i].low) == formGerund {
		ms := c.res.mentions(c.t, sent.lo, i)
		return len(ms) > 0 && ms[0].lo <= sent.lo+1 && state(ms[0])
	}
	for at := i; at > sent.lo && at > i-9; {
		if m, ok := c.mentionEnding(sent, at); ok {
			return state(m) && !c.governed(sent, m)
		}
		k := &c.t.tok[at-1]
		n := c.ladderEnding(sent, at)
		switch {
		case n > 0:
			at -= n
		case k.low == "to", c.res.lex.of(k)&(classAuxiliary|classModal|classAdverb|classNegation|classTime) != 0, c.res.lex.of(k)&classPronoun != 0 && c.stateIn(sent.lo, at):
			at--
		case k.low == "and" && c.t.field == model.InText:
			ms := c.res.mentions(c.t, sent.lo, at-1) // "X recalled its envoy and expelled"
			return len(ms) > 0 && ms[0].lo <= sent.lo+4 && state(ms[0]) && c.words.formOf(c.t.tok[ms[0].hi].low) == formPast
		case c.res.lex.of(k)&classSaid != 0, k.low == "on" && c.res.lex.of(&c.t.tok[at])&classTime != 0:
			at-- // "X said on Monday that it would"
		default:
			return c.in("agencies", at-1) && c.stateIn(sent.lo, at)
		}
	}
	return false
}

// inverted says that "should" at i opens a condition inside a sentence of a text: "should
// Ruritania quit the pact".
func (c *signalContext) inverted(sent stretch, i int) bool {
	if c.t.field != model.InText || i <= sent.lo || i+1 >= sent.hi || c.t.tok[i].low != "should" {
		return false
	}
	if _, ok := c.mentionEnding(sent, i); ok || c.res.lex.of(&c.t.tok[i-1])&classPronoun != 0 {
		return false
	}
	m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi))
	return ok && m.lo <= i+2
}

// keptOutOf fills in who sends a travel ban of a text by where it keeps people out of: "a
// ban on entering Ruritania", "entry of refugees into Altland".
func (c *signalContext) keptOutOf(sent stretch, a *anchor, out *act) {
	for i := a.lo; i+1 < sent.hi && i < a.hi+12; i++ {
		entry := c.t.has(i, i+1, "of") && c.t.has(i-1, i, "out") || c.t.has(i, i+1, "to") && c.t.has(i-1, i, "entry", "travel", "travelling", "traveling", "admission")
		if c.t.tok[i].kind == punctToken || !entry && !c.t.has(i, i+1, "entering", "visiting", "into") {
			continue
		}
		if m, ok := c.res.nameAt(c.t, c.skipDeterminers(i+1, sent.hi)); ok && (len(out.senders) == 0 || c.t.has(i, i+1, "entering", "visiting")) {
			out.senders = c.senders([]mention{m})
			out.targets = without(out.targets, out.senders)
		}
		return
	}
}

// clauseFrom finds where the clause of a text begins that goes on with a verb at token i: behind
// the last word that opens one, unless a comma and an "and" lead back to the main clause.
func (c *signalContext) clauseFrom(sent stretch, i int) int {
	if c.t.has(i-1, i, "and") && c.t.has(i-2, i-1, ",") {
		return sent.lo
	}
	for j := i - 1; c.t.field == model.InText && j > sent.lo; j-- {
		if c.t.has(j, j+1, "if", "unless", "because") || c.inverted(sent, j) {
			return j
		}
	}
	return sent.lo
}

// alongside says that between two names of a list in a text nothing stands but what joins
// them.
func (c *signalContext) alongside(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !c.t.has(i, i+1, ",", "and", "&", "the", "along", "together", "with", "as", "well") {
			return false
		}
	}
	return lo < hi && c.t.field == model.InText && !c.t.has(lo, lo+1, "with")
}

// reproached names who is blamed for a measure in a text, and who hits back at him over it:
// "hits back at Ruritania over its threat of tariffs".
func (c *signalContext) reproached(sent stretch, a *anchor, ch *chain) (culprit, victim []string, ok bool) {
	if c.t.field == model.InTitle {
		return c.blamed(sent, a)
	}
	if ch.core.deed != deedThreaten && ch.core.deed != deedOppose && a.after != deedThreaten {
		return nil, nil, false
	}
	over := min(ch.lo, a.np) - 1
	for over > sent.lo && c.determined(over) {
		over--
	}
	if ch.core.lead == "anger" {
		over = ch.core.lo
	}
	if !c.t.has(over, over+1, "over", "for", "about") {
		return nil, nil, false
	}
	for at := over - 1; at > sent.lo && at > over-8; at-- {
		if c.t.has(at, at+1, "at") && c.in("lashing", at-1) {
			culprit, victim = c.senders(c.res.mentions(c.t, at, over)), c.asTargets(c.earlier(sent, at))
			return culprit, victim, len(culprit) > 0
		}
	}
	return nil, nil, false
}

// blamed is reproached for a headline: "Ruritania slams Altland for threatening tariffs".
func (c *signalContext) blamed(sent stretch, a *anchor) (culprit, victim []string, ok bool) {
	for at := a.np - 1; at > sent.lo; at-- {
		if c.in("blaming", at) {
			for over := at + 2; over < a.np && over < at+6; over++ {
				if c.t.has(over, over+1, "for", "over") {
					culprit, victim = c.senders(c.res.mentions(c.t, at+1, over)), c.senders(c.earlier(sent, at))
					return culprit, victim, len(culprit) > 0 && len(victim) > 0
				}
			}
		}
	}
	return nil, nil, false
}

// drafted are the words for what a council has before it.
var drafted = []string{"resolution", "draft", "text"}

// byCouncil says that what a text tells of is a resolution that the Security Council has
// before it, or one before the United Nations.
func (c *signalContext) byCouncil(sent stretch, ch *chain) bool {
	if c.t.field != model.InText || !ch.hasUpper && ch.modal != "would" || ch.hasUpper && ch.upper.deed.does() || !c.t.mayHold(sent, c.words.drafted) || !c.t.has(sent.lo, sent.hi, drafted...) {
		return false
	}
	for i := sent.lo; i+1 < sent.hi; i++ {
		if c.t.has(i, i+1, "security") && c.t.has(i+1, i+2, "council") || c.t.has(i, i+1, "united") && c.t.has(i+1, i+2, "nations") || c.t.has(i, i+1, "draft") && c.t.has(i+1, i+2, "resolution") {
			return true
		}
	}
	return false
}

// joinedIn lists those whom somebody joins "in" what a chain of a text tells: they do it too:
// "Ruritania joined Altland in imposing".
func (c *signalContext) joinedIn(sent stretch, ch *chain) []string {
	in := ch.core.lo - 1
	if c.t.field != model.InText || ch.core.form != formGerund || in <= sent.lo || !c.t.has(in, in+1, "in") {
		return nil
	}
	for i := in - 1; i > sent.lo && i > in-14; i-- {
		if c.t.has(i, i+1, "join", "joins", "joined", "joining") {
			return c.senders(c.res.mentions(c.t, i+1, in))
		}
	}
	return nil
}
