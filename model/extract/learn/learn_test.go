package learn

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parley/model/extract"
)

// rounding is how far a weight may be, in hundredths, from what this machine learns:
// processors differ in the last bit of a sum, and learning carries that on.
const rounding = 3

// What is shipped is what the sentences teach.
func TestWeightsAreOfTheSentences(t *testing.T) {
	examples, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	var learned bytes.Buffer
	if err := Train(examples).Write(&learned); err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile("../data/learned.txt")
	if err != nil {
		t.Fatal(err)
	}
	shipped, wanted := weightsIn(t, have), weightsIn(t, learned.Bytes())
	for name := range wanted {
		shipped[name] += 0 // so that both are walked
	}
	for name, x := range shipped {
		if d := x - wanted[name]; d > rounding || d < -rounding {
			t.Fatalf("data/learned.txt is not what the sentences and word lists teach now (%s has %d and should have %d): run go generate ./model/extract and commit the file", name, x, wanted[name])
		}
	}
	const most = 300 << 10
	if len(have) > most {
		t.Errorf("data/learned.txt has %d bytes, more than %d: raise shrink or atLeast in train.go", len(have), most)
	}
}

// weightsIn reads the weights of a file, in hundredths, by feature and action.
func weightsIn(t *testing.T, file []byte) map[string]int {
	t.Helper()
	out := map[string]int{}
	for line := range strings.Lines(string(file)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		feature, weights, _ := strings.Cut(strings.TrimSpace(line), " | ")
		fields := strings.Fields(weights)
		for i := 0; i+1 < len(fields); i += 2 {
			n, err := strconv.Atoi(fields[i+1])
			if err != nil {
				t.Fatalf("%q: %v", line, err)
			}
			out[feature+" "+fields[i]] = n
		}
	}
	return out
}

// What is read of sentences that were not trained on. They are harder than news: many
// were written to have verbs that no list knows.
func TestSentencesHeldOut(t *testing.T) {
	examples, err := Examples()
	if err != nil {
		t.Fatal(err)
	}
	f := Check(examples)
	t.Logf("\n%v", f)
	for _, x := range []struct {
		what      string
		have      float64
		low, high float64
	}{
		{"signals found", f.Found(), 0.55, 1},
		{"family right", f.FamilyRight(), 0.70, 1},
		{"words read as deeds", f.WordsAsDeeds(), 0, 0.01},
		{"false alarms", f.FalseAlarms(), 0, 0.13},
	} {
		if x.have < x.low || x.have > x.high {
			t.Errorf("%s: %.3f, which is not within %.2f and %.2f", x.what, x.have, x.low, x.high)
		}
	}
}

func TestParse(t *testing.T) {
	s, err := parse("Norland slaps {imposed: tariffs} on Vesk and drops a {lifted: ban}.")
	if err != nil {
		t.Fatal(err)
	}
	if want := "Norland slaps tariffs on Vesk and drops a ban."; s.text != want {
		t.Errorf("text %q, want %q", s.text, want)
	}
	var words []string
	for i, p := range s.places {
		words = append(words, extract.LearnedActions[s.actions[i]]+" "+s.text[p[0]:p[1]])
	}
	if want := []string{"imposed tariffs", "lifted ban"}; !slices.Equal(words, want) {
		t.Errorf("marks %q, want %q", words, want)
	}
	for line, want := range map[string]string{
		"Norland slaps tariffs on Vesk.":             "no measure is marked",
		"Norland slaps {imposed tariffs} on Vesk.":   "is no mark",
		"Norland slaps {slapped: tariffs} on Vesk.":  `"slapped" is no action`,
		"Norland slaps {imposed: tariffs on Vesk.":   "{ without its }",
		"Norland slaps imposed: tariffs} on Vesk.":   "} without its {",
		"Norland slaps {imposed:  tariffs} on Vesk.": "is no mark",
	} {
		if _, err := parse(line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\nerror %v, want one with %q", line, err, want)
		}
	}
}
