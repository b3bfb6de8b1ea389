package extract

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed data/senses.txt
var sensesData embed.FS

//go:embed data/learned.txt
var learnedText string // not read as a table: it is the longest of the lists by far

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
}

// newWeights reads data/learned.txt.
func newWeights() (*weights, error) {
	number := map[string]int16{}
	for i, a := range LearnedActions {
		number[a] = int16(i)
	}
	lines := strings.Count(learnedText, "\n")
	w := &weights{rows: make(map[string][2]int32, lines), shares: make([]share, 0, 4*lines)}
	n := 0
	for line := range strings.Lines(learnedText) {
		n++
		if line = strings.TrimSuffix(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		feature, rest, _ := strings.Cut(line, " | ")
		from := int32(len(w.shares))
		for rest != "" {
			var name, value string
			name, rest, _ = strings.Cut(rest, " ")
			value, rest, _ = strings.Cut(rest, " ")
			action, known := number[name]
			weight, err := strconv.ParseInt(value, 10, 16)
			if !known || err != nil {
				return nil, fmt.Errorf("data/learned.txt:%d: %q is no action with its weight: make the file anew with go generate ./model/extract", n, name+" "+value)
			}
			w.shares = append(w.shares, share{action, int16(weight)})
		}
		w.rows[feature] = [2]int32{from, int32(len(w.shares))}
	}
	return w, w.addSenses()
}

// addSenses reads data/senses.txt.
func (w *weights) addSenses() error {
	rows, err := table(sensesData, "data/senses.txt", 2)
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
