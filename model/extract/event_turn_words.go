package extract

import (
	"fmt"
	"slices"
	"strings"
)

// eventTurn is one phrase with the event that it tells of.
type eventTurn struct {
	kind, status string
	who          turnParties
	plain        bool // of running text as well
	steps        []turnStep
}

// turnParties says who has to be named for a phrase to tell of an event.
type turnParties string

const (
	turnDoer  turnParties = "doer"
	turnJoint turnParties = "joint"
	turnBoth  turnParties = "both"
	turnWhom  turnParties = "whom"
	turnNone  turnParties = "none"
)

// turnStep is one part of a phrase.
type turnStep struct {
	words    map[string]uint8 // with the form of a verb, 0 for other words
	class    string           // of a slot: party, guest, place, deal, talk, day
	gap      bool
	optional bool
}

// turnGap is how many tokens a gap in a phrase may hold.
const turnGap = 6

// loadTurns reads the phrases and files them by their first words.
func loadTurns() (map[string][]eventTurn, error) {
	rows, err := table(eventData, "data/events-turns.txt", 4)
	if err != nil {
		return nil, err
	}
	out, known := map[string][]eventTurn{}, map[string]turnStep{}
	for n, row := range rows {
		who, plain := strings.CutSuffix(row[2], " text")
		t := eventTurn{kind: row[0], status: row[1], who: turnParties(who), plain: plain}
		if !slices.Contains([]turnParties{turnDoer, turnJoint, turnBoth, turnWhom, turnNone}, t.who) {
			return nil, fmt.Errorf("data/events-turns.txt: entry %d: no parties are called %q", n+1, row[2])
		}
		for _, phrase := range list(row[3]) {
			t.steps = nil
			for _, part := range strings.Fields(phrase) {
				step, ok := known[part]
				if !ok {
					step = turnStepOf(part)
					known[part] = step // most parts are in many phrases
				}
				t.steps = append(t.steps, step)
			}
			first := t.steps[0]
			if first.words == nil || first.optional {
				return nil, fmt.Errorf("data/events-turns.txt: entry %d: %q has to begin with a word", n+1, phrase)
			}
			for word := range first.words {
				out[word] = append(out[word], t)
			}
		}
	}
	return out, nil
}

// plainTurns picks the phrases that running text has as well.
func plainTurns(turns map[string][]eventTurn) map[string][]eventTurn {
	out := map[string][]eventTurn{}
	for word, begun := range turns {
		for _, t := range begun {
			if t.plain {
				out[word] = append(out[word], t)
			}
		}
	}
	return out
}

// turnStepOf reads a part of a phrase: "a/b", "settle~", "bury~buried", "(the)", "<party>", "..".
func turnStepOf(part string) turnStep {
	var s turnStep
	if part == ".." {
		return turnStep{gap: true}
	}
	if inner, ok := strings.CutPrefix(part, "("); ok {
		part, s.optional = strings.TrimSuffix(inner, ")"), true
	}
	if class, ok := strings.CutPrefix(part, "<"); ok {
		s.class = strings.TrimSuffix(class, ">")
		return s
	}
	s.words = map[string]uint8{}
	for _, word := range strings.Split(part, "/") {
		verb, past, isVerb := strings.Cut(word, "~")
		if !isVerb {
			s.words[word] |= 0
			continue
		}
		if past == "" {
			past = pastOf(verb)
		}
		for form, text := range spellForms(verb + "/" + past) {
			s.words[text] |= form
		}
	}
	return s
}
