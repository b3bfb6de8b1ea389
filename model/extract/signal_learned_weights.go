package extract

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed data/learned.txt data/senses.txt
var learnedData embed.FS

// LearnedActions are what the learned reader tells apart: the rungs, and none.
var LearnedActions = [...]string{
	"none",
	"floated", "threatened", "announced", "imposed", "in-force", "tightened", "called-for",
	"demanded", "considered", "offered", "licensed", "eased", "suspended", "lifted",
	"deferred", "denied", "opposed", "refused-relief", "expired",
}

// noAction is the number of "none" in LearnedActions.
const noAction = 0

// share is what a feature says for or against one action.
type share struct {
	action int16
	weight int16 // in hundredths
}

// weights are what was learnt: by feature, where in shares its own begin and end.
type weights struct {
	rows   map[string][2]int32
	shares []share
	senses map[string][]string // of stems, with their particle behind _ if they have one
	named  map[string]string   // word of → instrument
	naming starts              // of these words
}

// newWeights reads data/learned.txt.
func newWeights() (*weights, error) {
	rows, err := table(learnedData, "data/learned.txt", 2)
	if err != nil {
		return nil, err
	}
	number := map[string]int{}
	for i, a := range LearnedActions {
		number[a] = i
	}
	w := &weights{rows: make(map[string][2]int32, len(rows)), shares: make([]share, 0, 4*len(rows))}
	for n, row := range rows {
		from := int32(len(w.shares))
		for rest := row[1]; rest != ""; {
			var name, value string
			name, rest, _ = strings.Cut(rest, " ")
			value, rest, _ = strings.Cut(rest, " ")
			action, known := number[name]
			weight, err := strconv.ParseInt(value, 10, 16)
			if !known || err != nil {
				return nil, fmt.Errorf("data/learned.txt: entry %d: %q is no action with its weight: make the file anew with go generate ./model/extract", n+1, name+" "+value)
			}
			w.shares = append(w.shares, share{int16(action), int16(weight)})
		}
		w.rows[row[0]] = [2]int32{from, int32(len(w.shares))}
	}
	return w, w.addSenses()
}

// addSenses reads data/senses.txt.
func (w *weights) addSenses() error {
	rows, err := table(learnedData, "data/senses.txt", 2)
	if err != nil {
		return err
	}
	w.senses = map[string][]string{}
	for _, row := range rows {
		name := "~" + row[0]
		for _, word := range strings.Fields(row[1]) {
			verb, particle, two := strings.Cut(word, "_")
			key := stem(verb)
			if two {
				key += "_" + particle
			}
			if !slices.Contains(w.senses[key], name) {
				w.senses[key] = append(w.senses[key], name)
			}
		}
	}
	return nil
}

// of returns what a feature says.
func (w *weights) of(feature []byte) []share {
	at := w.rows[string(feature)]
	return w.shares[at[0]:at[1]]
}
