package extract

import (
	"embed"
	"slices"
	"strings"
	"time"
)

//go:embed data/headline-verbs.txt data/headline-idioms.txt data/headline-words.txt data/kickers.txt data/outlets.txt data/headline-nouns.txt
var headlineData embed.FS

// frame says how a verb takes its speaker and content; see data/headline-verbs.txt.
type headFrame uint8

const (
	frameNone headFrame = iota
	frameSay
	frameClaim
	frameTell
	frameWarn
	frameAsk
	frameJudge
	frameAct
)

var headFrames = map[string]headFrame{
	"none": frameNone, "say": frameSay, "claim": frameClaim, "tell": frameTell,
	"warn": frameWarn, "ask": frameAsk, "judge": frameJudge, "act": frameAct,
}

// Forms of a verb.
const (
	inBase uint8 = 1 << iota
	inThird
	inPast
	inIng
)

// headVerb is one form of a verb by which headlines report.
type headVerb struct {
	lemma  string
	frame  headFrame
	form   uint8
	typ    string
	stance string
	things bool // its subject may be a thing
	quoted bool // it reports only what stands in quotation marks
	papers bool // its subject is a paper or body that finds something
	clause bool // it reports only by a clause
	after  bool // it may stand behind what was said, though its frame says otherwise
	finite bool // in -ing behind a comma it tells what a deed shows: "X builds fort, signalling A"
}

// mouthed tells whether only one who has a mouth can be the subject of the verb.
func (v headVerb) mouthed() bool {
	return !v.things && (v.frame == frameSay || v.frame == frameClaim || v.frame == frameTell || v.frame == frameWarn || v.frame == frameAsk)
}

// awaits tells whether the verb says what somebody hopes or fears.
func (v headVerb) awaits() bool {
	return v.frame == frameClaim && !v.finite && (v.typ == "optimistic" || v.typ == "pessimistic")
}

// invertible tells whether the verb may stand before its speaker behind what he
// said: "…, warns X".
func (v headVerb) invertible() bool {
	return v.frame == frameSay || v.frame == frameWarn || v.frame == frameClaim && v.mouthed() && !strings.Contains(v.lemma, " ") || v.after
}

// moods tells whether the verb, of many who only buy and sell, tells of a mood and no word.
func (v headVerb) moods() bool {
	switch v.lemma {
	case "fret", "fret over", "fret about", "worry about", "worry over", "shrug off", "brush off", "fear", "brush aside":
		return true
	}
	return false
}

// names tells whether the verb gives something a name: "X calls Y 'w'".
func (v headVerb) names() bool {
	switch v.lemma {
	case "call", "label", "brand", "dub", "term":
		return true
	}
	return false
}

// headNoun is a noun that reports.
type headNoun struct {
	typ      string
	compound bool            // what was said may stand before it
	only     map[wordID]bool // if not nil, only these words may end that
	colon    bool            // it reports only before a colon
	voiced   bool            // it reports only behind a verb of voicing
	owned    bool            // it reports behind its owner's genitive: "X's praise of A"
	made     bool            // it reports behind "makes": "X makes a case for A"
	warns    bool            // "on" tells what it is about: "X issues a warning on A"
}

// anywhere tells whether the noun reports wherever it has an owner and what he said.
func (n headNoun) anywhere() bool { return !n.colon && !n.voiced && !n.owned && !n.made }

// Places of a kicker; see data/kickers.txt.
const (
	kickBefore uint8 = 1 << iota
	kickTail
	kickAfter
	kickClosed
	kickVersion
)

var kickPlaces = map[string]uint8{"before": kickBefore, "tail": kickTail, "after": kickAfter, "closed": kickClosed, "version": kickVersion}

// headlines reads titles. It is made once and only read afterwards.
type headlines struct {
	lex      *lexicon
	who      *resolver
	topics   *topics
	verbs    *terms[headVerb]
	nouns    map[wordID]headNoun
	breaks   *terms[bool]
	settings *terms[bool]
	stances  *terms[bool]
	gaps     *terms[bool]
	weapons  *terms[bool]
	kickers  *terms[uint8]
	outlets  *terms[bool]
	sections map[string]bool // in lower case
	words    perWord[hword]
	yields   *terms[bool]           // verbs of giving up a demand, as in texts
	towns    *terms[*time.Location] // of the events; a town before a body's noun says which it is
}

func newHeadlines(x *lexicon, who *resolver, tp *topics) (*headlines, error) {
	h := &headlines{
		lex: x, who: who, topics: tp, verbs: newTerms[headVerb](x), breaks: newTerms[bool](x), settings: newTerms[bool](x), stances: newTerms[bool](x), gaps: newTerms[bool](x), weapons: newTerms[bool](x),
		kickers: newTerms[uint8](x), outlets: newTerms[bool](x),
		nouns: map[wordID]headNoun{}, sections: map[string]bool{},
	}
	for _, load := range []func() error{h.loadVerbs, h.loadNouns, h.loadWords, h.loadKickers, h.loadOutlets} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	return h, nil
}

func (h *headlines) loadVerbs() error {
	forms := map[string]headVerb{}
	for _, file := range []string{"data/headline-idioms.txt", "data/headline-verbs.txt"} {
		rows, err := table(headlineData, file, 5)
		if err != nil {
			return err
		}
		for _, row := range rows {
			for _, entry := range list(row[0]) {
				addForms(forms, entry, row)
			}
		}
	}
	for form, v := range forms {
		h.verbs.add(form, v)
	}
	return nil
}

// addForms adds the forms of one entry ("tell/told off") of a row of the lists of verbs.
func addForms(forms map[string]headVerb, entry string, row []string) {
	lemma, past, irregular := strings.Cut(entry, "/")
	verb, rest, _ := strings.Cut(lemma, " ")
	if rest != "" {
		rest = " " + rest
	}
	if irregular {
		past = strings.TrimSuffix(past, rest) + rest
	} else {
		past = pastOf(verb) + rest
	}
	who := list(row[4])
	for form, bit := range map[string]uint8{verb + rest: inBase, thirdOf(verb) + rest: inThird, past: inPast, ingOf(verb) + rest: inIng} {
		v := headVerb{lemma: lemma, frame: headFrames[row[1]], form: bit, typ: row[2], stance: row[3]}
		v.things, v.quoted, v.papers = slices.Contains(who, "things"), slices.Contains(who, "quoted"), slices.Contains(who, "papers")
		v.clause, v.after, v.finite = slices.Contains(who, "clause"), slices.Contains(who, "after"), slices.Contains(who, "finite")
		if old, ok := forms[form]; ok && old.lemma == lemma {
			v.form |= old.form
		}
		forms[form] = v
	}
}

func (h *headlines) loadNouns() error {
	rows, err := table(headlineData, "data/headline-nouns.txt", 3)
	for _, row := range rows {
		noun := headNoun{typ: row[1]}
		for _, w := range list(row[2]) {
			switch w {
			case "colon":
				noun.colon = true
			case "voiced":
				noun.voiced = true
			case "owned":
				noun.owned = true
			case "made":
				noun.made = true
			case "on":
				noun.warns = true
			case "yes":
				noun.compound = true
			default:
				if noun.only == nil {
					noun.compound, noun.only = true, map[wordID]bool{}
				}
				noun.only[h.lex.intern(w)] = true
			}
		}
		for _, w := range list(row[0]) {
			h.nouns[h.lex.intern(w)] = noun
		}
	}
	return err
}

func (h *headlines) loadKickers() error {
	rows, err := table(headlineData, "data/kickers.txt", 2)
	if err != nil {
		return err
	}
	where := map[string]uint8{}
	for _, row := range rows {
		for _, w := range list(row[1]) {
			if row[0] == "section" {
				h.sections[w] = true
				continue
			}
			where[w] |= kickPlaces[row[0]]
			h.kickers.add(w, where[w])
		}
	}
	return nil
}

func (h *headlines) loadOutlets() error {
	rows, err := table(headlineData, "data/outlets.txt", 6)
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, name := range row {
			if name != "" {
				h.outlets.add(name, true)
			}
		}
	}
	return nil
}

// withoutSection cuts the last line off a summary that only names its section: "… trade\nMarkets".
func (h *headlines) withoutSection(text string) string {
	body := strings.TrimRight(text, " \t\r\n")
	cut := strings.LastIndexByte(body, '\n')
	if last := body[cut+1:]; cut > 0 && len(last) < 60 {
		for name := range strings.SplitSeq(last, ",") {
			if !h.sections[strings.ToLower(strings.TrimSpace(name))] {
				return text
			}
		}
		return body[:cut]
	}
	return text
}
