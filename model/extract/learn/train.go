package learn

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"parley/model/extract"
)

// How it is learnt. The figures were chosen by Check.
const (
	passes    = 12    // over all examples
	averaged  = 6     // of the last passes are averaged, so that a new sentence moves little else
	step      = 0.1   // of AdaGrad
	shrink    = 4e-4  // L1: what a weight loses at each example, times the step
	atLeast   = 4     // examples that a feature must stand in
	seed      = 20251 // of the order of examples
	hundredth = 100
	least     = 2 // hundredths that a weight needs to be written: below it says next to nothing
)

const actions = len(extract.LearnedActions)

// Weights are what was learnt, by feature.
type Weights map[string]*[actions]float64

type row struct {
	w, g [actions]float64
	at   int // example up to which it was shrunk
}

// Train learns from examples. The same examples always give the same weights.
func Train(examples []Example) Weights {
	count, last := map[string]int{}, map[string]int{}
	for i, e := range examples {
		for _, f := range e.Features {
			if last[f] != i+1 {
				last[f] = i + 1
				count[f]++
			}
		}
	}
	rows := map[string]*row{}
	data := make([][]*row, len(examples))
	for i, e := range examples {
		for _, f := range e.Features {
			if count[f] < atLeast {
				continue
			}
			if rows[f] == nil {
				rows[f] = &row{}
			}
			data[i] = append(data[i], rows[f])
		}
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(seed, seed)) //nolint:gosec // an order that is the same each time
	now := 0
	sum := Weights{}
	for n := range passes {
		if n >= passes-averaged {
			for f, r := range rows {
				r.shrink(now)
				if sum[f] == nil {
					sum[f] = &[actions]float64{}
				}
				for a, w := range r.w {
					sum[f][a] += w / averaged
				}
			}
		}
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			now++
			learn(data[i], examples[i].Action, now)
		}
	}
	return sum
}

// learn moves the weights of one example's features towards its action.
func learn(rows []*row, action, now int) {
	var s extract.Scores
	for _, r := range rows {
		r.shrink(now)
		for a := range s {
			s[a] += r.w[a]
		}
	}
	s.Chances()
	s[action]--
	for _, r := range rows {
		for a, x := range s {
			r.g[a] += float64(x * x)
			r.w[a] -= float64(step * x / (1e-6 + math.Sqrt(r.g[a])))
		}
	}
}

// shrink takes from each weight what L1 takes since the row was last seen.
func (r *row) shrink(now int) {
	n := float64(now - r.at)
	r.at = now
	for a, w := range r.w {
		cut := float64(n * shrink * step / (1e-6 + math.Sqrt(r.g[a])))
		switch {
		case w > cut:
			r.w[a] = w - cut
		case w < -cut:
			r.w[a] = w + cut
		default:
			r.w[a] = 0
		}
	}
}

const header = `# What was learnt of how measures are spoken of. Made by go generate ./model/extract from
# learn/sentences: change those, not this. Columns parted by |
#
#   feature  something that stands around a mention of a measure:
#              head:, measure:, verb:, form:, noun:, weak   the mention itself
#              l1:, r1:                                    the word before it and behind it
#              l:, r:                                      words on each side
#              gov1: …, tail1: …, gov+, tail+              verbs before and behind it, and their auxiliaries
#              govdeed, taildeed, govnear, tailnear        what ladder.txt says of them
#              has:, first:                                modals and conditions; how the sentence begins
#            words are stems, ~ is a sense of senses.txt; NAME, NUM, MARK and EDGE are classes
#   weights  for (or against, with -) each action, in hundredths
#
`

// Write writes weights as the reader reads them.
func (w Weights) Write(out io.Writer) error {
	features := make([]string, 0, len(w))
	for f := range w {
		features = append(features, f)
	}
	slices.Sort(features)
	var text strings.Builder
	text.WriteString(header)
	for _, f := range features {
		from := text.Len()
		for a, x := range w[f] {
			if n := int(math.Round(x * hundredth)); n >= least || n <= -least {
				if from == text.Len() {
					fmt.Fprintf(&text, "%s |", f)
				}
				fmt.Fprintf(&text, " %s %d", extract.LearnedActions[a], n)
			}
		}
		if from != text.Len() {
			text.WriteByte('\n')
		}
	}
	_, err := io.WriteString(out, text.String())
	return err
}
