package extract

import "strings"

// The small words that part a headline into its clauses and phrases.

// hword is the set of classes of one of the small words of headlines.
type hword uint64

const (
	hAux hword = 1 << iota
	hAdverb
	hPrep
	hBreak
	hDeterminer
	hPronoun
	hQuestion
	hVerb
	hReady
	hNegator
	hThing
	hPlan
	hMove
	hLook
	hAttribute
	hPlanned
	hPeople
	hReport
	hLight
	hBody
	hVoicing
	hCamp
	hHomograph
	hFaceless
	hVague
	hFade
	hMatter
	hStirs
	hCharge
	hLasting
	hCloser
	hHeld
	hReached
	hExamines
	hTurns
	hStage
	hEve
	hRank
	hAssess
	hMarket
	hDraw
	hGranted
	hRegion
	hOnset
	hGuise
	hMarches
	hPrefix
	hSource
	hSpoken
	hPaper
	hIssues
	hShare
	hResults
	hSwapped
	hSwaps
	hPartisan
	hWithholds
	hParticulars
	hRelay
	hTraders
	hPressed
	hWork
	hOdds
)

var hwords = map[string]hword{
	"aux": hAux, "adverb": hAdverb, "prep": hPrep, "break": hBreak, "determiner": hDeterminer,
	"pronoun": hPronoun, "question": hQuestion, "verb": hVerb, "ready": hReady, "negator": hNegator, "thing": hThing,
	"plan": hPlan, "move": hMove, "look": hLook, "attribute": hAttribute, "planned": hPlanned,
	"people": hPeople, "report": hReport, "light": hLight, "body": hBody, "voicing": hVoicing, "camp": hCamp,
	"homograph": hHomograph, "faceless": hFaceless, "vague": hVague, "fade": hFade, "matter": hMatter, "stirs": hStirs,
	"charge": hCharge, "lasting": hLasting, "closer": hCloser, "held": hHeld, "reached": hReached, "examines": hExamines,
	"turns": hTurns, "stage": hStage,
	"eve": hEve, "rank": hRank, "assess": hAssess, "market": hMarket, "draw": hDraw, "granted": hGranted, "region": hRegion, "onset": hOnset,
	"guise": hGuise, "marches": hMarches, "prefix": hPrefix, "source": hSource, "spoken": hSpoken, "paper": hPaper, "issues": hIssues, "share": hShare,
	"results": hResults, "swapped": hSwapped, "swaps": hSwaps, "partisan": hPartisan,
	"withholds": hWithholds, "particulars": hParticulars, "relay": hRelay, "traders": hTraders, "pressed": hPressed, "work": hWork, "odds": hOdds,
}

func (h *headlines) loadWords() error {
	rows, err := table(headlineData, "data/headline-words.txt", 2)
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, w := range list(row[1]) {
			switch row[0] {
			case "break":
				h.breaks.add(w, true)
			case "setting":
				h.settings.add(w, true)
			case "stance":
				h.stances.add(w, true)
			case "gap":
				h.gaps.add(w, true)
			case "weapon":
				h.weapons.add(w, true)
			}
			if !strings.Contains(w, " ") {
				*h.words.at(h.lex.intern(w)) |= hwords[row[0]]
			}
		}
	}
	return nil
}

// word returns the classes of the token at i. "WHO" and "US" in capitals are names.
func (h *headlines) word(t *text, i int) hword {
	if i < 0 || i >= len(t.tok) {
		return 0
	}
	c := h.words.of(t.tok[i].id)
	if c&(hQuestion|hPronoun) != 0 && t.tok[i].is(flagAllCaps) && len(t.tok[i].low) > 1 && !t.caps {
		return 0
	}
	return c
}
