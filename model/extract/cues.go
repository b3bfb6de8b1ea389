package extract

import (
	"fmt"
	"strings"
)

// cueForm is how a cue stands in the text.
type cueForm uint8

const (
	asBase cueForm = iota
	asThird
	asIng
	asPast // the participle too where they are alike
	asParticiple
)

// frames is the set of what may follow a cue: the letters of data/cues.txt.
type frames uint16

const (
	frameClause frames = 1 << iota
	frameQuote
	frameNoun
	frameInfinitive
	frameAddressee
	framePreposition
	frameSource
	frameAdjective
	frameFinite
	framePassive
	frameBe
	frameAs
	frameOwner
	frameThat
	frameBareless
	frameOwned
)

var frameLetters = map[rune]frames{
	'c': frameClause, 'q': frameQuote, 'n': frameNoun, 'i': frameInfinitive,
	'a': frameAddressee, 'p': framePreposition, 's': frameSource, 'j': frameAdjective, 'f': frameFinite, 'o': framePassive, 'b': frameBe, 't': frameAs, 'w': frameOwner, 'h': frameThat, 'u': frameBareless, 'm': frameOwned,
}

// cueKind is what sort of act a cue reports.
type cueKind uint8

const (
	kindSay cueKind = iota
	kindThink
	kindAct
	kindFind
)

var cueKinds = map[string]cueKind{"say": kindSay, "think": kindThink, "act": kindAct, "find": kindFind}

// cue is one entry of the cue lists in one of its forms.
type cue struct {
	lemma  string
	form   cueForm
	frames frames
	kind   cueKind
	stance string
	typ    string
	cameo  string
	preps  map[wordID]bool
	plural bool // of a noun

	nounToo bool // of a verb: its third person is a plural noun as well
}

// pressing says whether a cue reports pressure that can be given up.
func (c *cue) pressing() bool { return c.typ == "demand" || c.typ == "threat" || c.typ == "ultimatum" }

func (c *cue) takes(f frames) bool { return c.frames&f != 0 }

// thingToo says whether a cue that reports by a clause has a thing for its object in another
// sense, in its form: "added a gate", "claiming the prize".
func (c *cue) thingToo() bool {
	return c.lemma == "add" || c.lemma == "claim" && (c.form == asIng || c.form == asBase)
}

// needsThat says whether a cue is more often a noun in its form, and so no verb before
// a bare clause: "the states account for half".
func (c *cue) needsThat() bool {
	return c.takes(frameBareless) || c.takes(frameThat) && (c.form == asBase || c.form == asThird)
}

// cues are the verbs and the nouns that report, and the verbs that take back what the
// nouns do.
type cues struct {
	verbs  *terms[*cue]
	nouns  *terms[*cue]
	yields *terms[bool]
	around perWord[reportWord]
}

func newCues(x *lexicon) (*cues, error) {
	c := &cues{verbs: newTerms[*cue](x), nouns: newTerms[*cue](x), yields: newTerms[bool](x)}
	var err error
	if c.around, err = classedWords(x, textData, "data/report-words.txt", reportClasses); err != nil {
		return nil, err
	}
	rows, err := table(textData, "data/cues.txt", 7)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if err := c.addVerb(x, row); err != nil {
			return nil, err
		}
	}
	rows, err = table(textData, "data/nouns.txt", 6)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if err := c.addNoun(x, row); err != nil {
			return nil, err
		}
	}
	rows, err = table(textData, "data/yields.txt", 2)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for form, phrase := range conjugate(row[0], row[1]) {
			if phrase != "" && cueForm(form) != asBase {
				c.yields.add(phrase, true)
			}
		}
	}
	return c, nil
}

func makeCue(lemma, letters, kind, stance, typ string) (cue, error) {
	c := cue{lemma: lemma, stance: stance, typ: typ}
	for _, l := range letters {
		f, ok := frameLetters[l]
		if !ok {
			return c, fmt.Errorf("cue %q: there is no frame %q; the frames are explained at the top of its list", lemma, l)
		}
		c.frames |= f
	}
	k, ok := cueKinds[kind]
	if !ok {
		return c, fmt.Errorf("cue %q: the kind %q is none of say, think, act, find", lemma, kind)
	}
	c.kind = k
	if typ != "" && headCameo[typ] == "" {
		return c, fmt.Errorf("cue %q: there is no statement type %q", lemma, typ)
	}
	return c, nil
}

func (c *cues) addVerb(x *lexicon, row []string) error {
	base, err := makeCue(row[0], row[2], row[3], row[4], row[5])
	if err != nil {
		return err
	}
	base.cameo = row[6]
	base.nounToo = !strings.Contains(row[0], " ") && c.around.of(x.number(row[0]))&reportVerbOnly == 0
	for form, phrase := range conjugate(row[0], row[1]) {
		if phrase == "" {
			continue
		}
		v := base
		v.form = cueForm(form)
		c.verbs.add(phrase, &v)
		if v.kind == kindSay && v.takes(frameQuote) && (v.form == asPast || v.form == asThird) {
			x.quoting.add(phrase, v.form)
		}
	}
	return nil
}

func (c *cues) addNoun(x *lexicon, row []string) error {
	base, err := makeCue(row[0], row[1], row[3], row[4], row[5])
	if err != nil {
		return err
	}
	base.preps = map[wordID]bool{}
	for _, p := range list(row[2]) {
		base.preps[x.intern(p)] = true
	}
	c.nouns.add(row[0], &base)
	if base.takes(frameSource) || base.takes(frameAdjective) {
		return nil
	}
	plural := base
	plural.plural = true
	c.nouns.add(thirdPerson(row[0]), &plural)
	return nil
}

// conjugate spells the five forms of a cue, by cueForm. The forms column is
// explained at the top of data/cues.txt.
func conjugate(base, forms string) [5]string {
	fields := strings.Fields(strings.ReplaceAll(forms, "_", " "))
	out := [5]string{asBase: base}
	if strings.Contains(forms, "_") || len(fields) > 1 {
		fields = strings.Fields(strings.TrimPrefix(forms, "+"))
		order := [...]cueForm{asThird, asIng, asPast, asParticiple}
		for i := 0; i < len(fields) && i < len(order); i++ {
			out[order[i]] = strings.ReplaceAll(fields[i], "_", " ")
		}
		return out
	}
	verb, particle, _ := strings.Cut(base, " ")
	if particle != "" {
		particle = " " + particle
	}
	stem := verb
	if forms == "+" {
		stem += verb[len(verb)-1:]
	}
	if forms != "" && forms != "+" { // a modal phrase such as "would like"
		return out
	}
	out[asThird] = thirdPerson(verb) + particle
	drop := strings.TrimSuffix(stem, "e")
	switch {
	case strings.HasSuffix(verb, "ee"):
		out[asIng], out[asPast] = verb+"ing"+particle, verb+"d"+particle
	case strings.HasSuffix(verb, "y") && len(verb) > 1 && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		out[asIng], out[asPast] = verb+"ing"+particle, verb[:len(verb)-1]+"ied"+particle
	default:
		out[asIng], out[asPast] = drop+"ing"+particle, drop+"ed"+particle
	}
	return out
}

// thirdPerson spells a verb's third person, which is how plurals are spelled too.
func thirdPerson(w string) string {
	switch {
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "z"):
		return w + "es"
	case strings.HasSuffix(w, "y") && len(w) > 1 && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}
