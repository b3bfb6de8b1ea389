package extract

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed data/instruments.txt data/ladder.txt data/measures.txt data/sectors.txt data/verbal.txt data/assumed.txt data/cities.txt data/verb-forms.txt data/wordings.txt data/measure-idioms.txt data/behind.txt
var signalData embed.FS

// deed is what a verb does to a measure: see data/ladder.txt.
type deed uint8

const (
	noDeed deed = iota
	deedImpose
	deedAnnounce
	deedThreaten
	deedFloat
	deedTighten
	deedForce
	deedSuffer
	deedBear
	deedEvade
	deedDread
	deedDefer
	deedLift
	deedEase
	deedSuspend
	deedLicense
	deedAgree
	deedRefuse
	deedDemand
	deedOppose
	deedDeny
	deedExpire
	deedDecide
	deedLoom
)

var deeds = map[string]deed{
	"impose": deedImpose, "announce": deedAnnounce, "threaten": deedThreaten, "float": deedFloat,
	"tighten": deedTighten, "force": deedForce, "suffer": deedSuffer, "bear": deedBear, "evade": deedEvade, "dread": deedDread, "defer": deedDefer, "lift": deedLift,
	"ease": deedEase, "suspend": deedSuspend, "license": deedLicense, "agree": deedAgree, "refuse": deedRefuse,
	"demand": deedDemand, "decide": deedDecide, "loom": deedLoom, "oppose": deedOppose, "deny": deedDeny, "expire": deedExpire,
}

// deedNames has the names of deeds by number.
var deedNames = func() []string {
	names := make([]string, len(deeds)+1)
	names[noDeed] = "none"
	for name, r := range deeds {
		names[r] = name
	}
	return names
}()

// does says whether a deed is done to a measure, and does not only speak of it.
func (r deed) does() bool {
	switch r {
	case deedImpose, deedTighten, deedDefer, deedLift, deedEase, deedSuspend, deedLicense, deedForce, deedEvade, deedExpire:
		return true
	}
	return false
}

// suffers says whether the subject of a deed is the one that is hit.
func (r deed) suffers() bool {
	return r == deedSuffer || r == deedBear || r == deedDread
}

// relieves says whether a deed takes a measure away.
func (r deed) relieves() bool {
	return r == deedLift || r == deedEase || r == deedSuspend || r == deedLicense
}

// verbForm is how a word of the ladder is inflected.
type verbForm uint8

const (
	formBase verbForm = iota
	formPresent
	formPast
	formGerund
	formNoun // a noun that acts: "lifting of"
)

type ladderWord struct {
	deed deed
	form verbForm
	lead string // first word as in the list
	last bool   // speaks of a measure only behind it: "tariffs rise"
}

type instrument struct {
	name  string
	weak  bool
	siege bool
	court bool
	truce bool
	list  bool
	names bool // that somebody is put on a list, or taken off it
}

// verbal is a verb that is a measure when it takes one of its objects.
type verbal struct {
	instrument string
	deed       deed
	objects    map[string]bool
}

// signalWords are the lists that signals are read with.
type signalWords struct {
	instruments *terms[instrument]
	loose       *terms[loosely]
	ladder      *terms[ladderWord]
	sectors     *terms[string]
	verbals     *terms[[]verbal]
	measures    map[string]map[string]bool // class → words
	classes     perWord[[]string]          // the classes of a word
	classed     starts                     // of the words that are in a class
	sought      map[string]starts          // of the classes that rules look for all through a sentence
	everyday    starts                     // of the words of life away from states
	sporting    starts                     // of those of sport
	told        starts                     // of those for what is put about: posts, rumours
	belying     starts                     // of those that call it false or deny it
	after       map[string]deed            // noun behind a measure → what is done
	nouns       starts                     // of the words that may begin a measure which has a name, or is the verb of it
	verbs       starts                     // of those that may be the verb of one without
	named       starts                     // of all these, and of the loose ones
	further     starts                     // of those by which a sentence may go on to another measure
	untilNow    starts                     // of untilNow and of "being"
	drafted     starts                     // of drafted
	telling     starts                     // of the rarest words of the phrases of texts, one step of each
	assumed     []assumed
	hints       perWord[[]hint]            // the phrases that call for a row of assumed, by their first words
	hinting     starts                     // of those words
	unhinted    []int                      // the rows that no word need call for
	acts        map[string]ladderWord      // nouns that act, without their "of"
	forms       map[string]map[string]bool // kind → words, see data/verb-forms.txt
	wordings    perWord[*wordingsByUse]    // by their first words; nil for none
	worded      starts                     // of those words
	wordy       starts                     // of those that are a measure in themselves in a text
	meant       starts                     // of those that are one where what was learnt is sure of it
	headed      starts                     // the same in a headline
	idioms      perWord[[]idiom]           // turns of phrase, by their first words
	idiomatic   starts                     // of those words
	behind      []idiom                    // those that stand behind the measure
	behindText  perWord[[]behindPhrase]    // those of texts that do, by their first words
	ending      starts                     // of those words
}

func newSignalWords(x *lexicon) (*signalWords, error) {
	w := &signalWords{instruments: newTerms[instrument](x), loose: newTerms[loosely](x), ladder: newTerms[ladderWord](x), sectors: newTerms[string](x), verbals: newTerms[[]verbal](x), measures: map[string]map[string]bool{}, classed: x.newBit(), after: map[string]deed{}, forms: map[string]map[string]bool{}, acts: map[string]ladderWord{}}
	if err := w.addForms(); err != nil {
		return nil, err
	}
	w.everyday, w.sporting, w.told, w.belying, w.further = x.newBit(), x.newBit(), x.newBit(), x.newBit(), x.newBit()
	w.sought = map[string]starts{"civil": w.everyday, "sport": w.sporting, "postings": w.told, "hearsay": w.told, "forged": w.belying, "denying": w.belying, "forbidding": w.further}
	x.markAll(w.further, "and", "but", "them", "it", "decision", "move")
	w.untilNow, w.drafted = x.newBit(), x.newBit()
	x.markAll(w.untilNow, append(untilNow, "being")...)
	x.markAll(w.drafted, drafted...)
	naming := x.newBit() // of the verbs and nouns of measures.txt that are measures themselves
	w.worded, w.wordy, w.meant, w.headed = x.newBit(), x.newBit(), x.newBit(), x.newBit()
	w.nouns, w.verbs, w.telling = w.instruments.bit|naming, w.verbals.bit|naming, x.newBit()
	w.named = w.nouns | w.verbs | w.loose.bit
	x.mark("swift", naming)
	x.mark("those", naming)
	x.mark("package", naming)
	rows, err := table(signalData, "data/instruments.txt", 3)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for _, phrase := range list(row[2]) {
			if strings.HasPrefix(row[1], "loose") {
				w.loose.add(phrase, loosely{row[0], row[1] == "loose-verb" || row[1] == "loose-states", row[1] == "loose-on", row[1] == "loose-list", row[1] == "loose-states"})
				continue
			}
			w.instruments.add(phrase, instrument{row[0], row[1] == "weak" || row[1] == "listing", row[1] == "siege", row[1] == "court", row[1] == "truce", row[1] == "list", row[1] == "listing"})
		}
	}
	if rows, err = table(signalData, "data/ladder.txt", 2); err != nil {
		return nil, err
	}
	for n, row := range rows {
		r, ok := deeds[row[0]]
		if !ok {
			return nil, fmt.Errorf("data/ladder.txt: entry %d: no deed is called %q", n+1, row[0])
		}
		w.addVerbs(r, list(row[1]))
	}
	if rows, err = table(signalData, "data/sectors.txt", 2); err != nil {
		return nil, err
	}
	for _, row := range rows {
		for _, phrase := range list(row[1]) {
			w.sectors.add(phrase, row[0])
		}
	}
	if rows, err = table(signalData, "data/measures.txt", 2); err != nil {
		return nil, err
	}
	for _, row := range rows {
		name, isAfter := strings.CutPrefix(row[0], "after-")
		if w.measures[row[0]] != nil {
			return nil, fmt.Errorf("data/measures.txt: the class %q stands there twice: name one otherwise", row[0])
		}
		set := map[string]bool{}
		for _, word := range list(row[1]) {
			set[word] = true
			x.mark(word, w.classed|w.sought[row[0]])
			if classes := w.classes.at(x.number(word)); !isAfter {
				*classes = append(*classes, row[0])
				x.known.file(word).marks |= markOf(row[0])
			}
			if row[0] == "sanctioning" || row[0] == "banning" || row[0] == "barring" || row[0] == "designating" || row[0] == "forbid" || row[0] == "forfeit" || row[0] == "pursue" {
				x.mark(word, naming)
			}
			if isAfter {
				w.after[word] = deeds[name]
			}
		}
		if !isAfter {
			w.measures[row[0]] = set
		}
	}
	if err := w.addVerbals(); err != nil {
		return nil, err
	}
	if err := w.addIdioms(x); err != nil {
		return nil, err
	}
	if err := w.addWordings(x); err != nil {
		return nil, err
	}
	if err := w.addBehind(x); err != nil {
		return nil, err
	}
	return w, w.addAssumed(x)
}

// inClass says that a word is in a class of data/measures.txt.
func (w *signalWords) inClass(word wordID, class string) bool {
	return slices.Contains(w.classes.of(word), class)
}

// addForms reads how verbs are inflected that follow no rule.
func (w *signalWords) addForms() error {
	rows, err := table(signalData, "data/verb-forms.txt", 2)
	if err != nil {
		return err
	}
	for _, row := range rows {
		w.forms[row[0]] = wordSet(row[1])
	}
	return nil
}

// wordSet reads a column of words.
func wordSet(column string) map[string]bool {
	set := map[string]bool{}
	for _, word := range list(column) {
		set[word] = true
	}
	return set
}

// addVerbals reads the verbs that are measures with their objects.
func (w *signalWords) addVerbals() error {
	rows, err := table(signalData, "data/verbal.txt", 4)
	if err != nil {
		return err
	}
	uses := map[string][]verbal{}
	for n, row := range rows {
		r, ok := deeds[row[1]]
		if !ok {
			return fmt.Errorf("data/verbal.txt: entry %d: no deed is called %q", n+1, row[1])
		}
		use := verbal{row[0], r, wordSet(row[3])}
		for _, word := range list(row[2]) {
			forms := w.inflect(strings.TrimPrefix(word, "="))
			exact := forms[:1]
			if !strings.HasPrefix(word, "=") {
				exact = forms[:]
			}
			for _, form := range exact {
				uses[form] = append(uses[form], use)
			}
		}
	}
	for form, list := range uses {
		w.verbals.add(form, list)
	}
	return nil
}

func (w *signalWords) addVerbs(r deed, words []string) {
	for _, word := range words {
		word, last := strings.CutPrefix(word, "~")
		if exact, ok := strings.CutPrefix(word, "="); ok {
			l := ladderWord{r, w.formOf(exact), exact, last}
			w.ladder.add(exact, l)
			w.actOf(exact, l)
			continue
		}
		head, rest, _ := strings.Cut(word, " ")
		for form, inflected := range w.inflect(head) {
			w.ladder.add(strings.TrimSpace(inflected+" "+rest), ladderWord{r, verbForm(form), head, last})
		}
	}
}

// formOf guesses the form of a word that is written out.
func (w *signalWords) formOf(phrase string) verbForm {
	head, rest, _ := strings.Cut(phrase, " ")
	switch {
	case strings.HasSuffix(head, "ing") && rest != "of" && head != "bring":
		return formGerund
	case strings.HasSuffix(rest, "of") || strings.HasSuffix(rest, "over") || strings.HasSuffix(rest, "from") || strings.HasSuffix(phrase, "end to") || strings.HasSuffix(rest, "on") && strings.HasSuffix(head, "s"):
		return formNoun
	case strings.HasSuffix(head, "ed") || w.forms["past"][head]:
		return formPast
	case strings.HasSuffix(head, "s") && head != "pass":
		return formPresent
	}
	return formBase
}

// inflect returns the base, present, past and gerund of a regular verb.
func (w *signalWords) inflect(base string) [4]string {
	last := base[len(base)-1]
	stem, s := base, base+"s"
	switch {
	case last == 'e':
		stem = base[:len(base)-1]
	case last == 'y' && !strings.ContainsRune("aeiou", rune(base[len(base)-2])):
		return [4]string{base, base[:len(base)-1] + "ies", base[:len(base)-1] + "ied", base + "ing"}
	case strings.HasSuffix(base, "sh"), strings.HasSuffix(base, "ch"), last == 's', last == 'x':
		s = base + "es"
	case w.forms["doubles"][base]:
		stem = base + string(last)
	}
	return [4]string{base, s, stem + "ed", stem + "ing"}
}
