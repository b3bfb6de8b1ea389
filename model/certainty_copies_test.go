package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Lists of which a share is the same always meet in their rarest words.
func TestRarestWordsMeet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		share := rapid.SampledFrom([]float64{copiedBody, copiedTitle}).Draw(t, "share")
		words := rapid.SliceOfNDistinct(rapid.Uint32Range(0, 400), 1, 60, rapid.ID[uint32]).Draw(t, "words")
		other := slices.Clone(words)
		for n := rapid.IntRange(0, len(words)/3).Draw(t, "changed"); n > 0; n-- {
			i := rapid.IntRange(0, len(other)-1).Draw(t, "which")
			if w := rapid.Uint32Range(0, 400).Draw(t, "word"); !slices.Contains(other, w) {
				other[i] = w
			}
		}
		slices.Sort(words)
		slices.Sort(other)
		if jaccard(words, other) < share {
			return
		}
		mine, theirs := words[len(words)-rarest(len(words), share):], other[len(other)-rarest(len(other), share):]
		if common(mine, theirs) == 0 {
			t.Fatalf("%v and %v are alike and do not meet in %v and %v", words, other, mine, theirs)
		}
	})
}

// Many reports have the same sources as the same reports compared each with each.
func TestManyReportsHaveTheirSources(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		log := randomReports(random, fewReports+30)
		board := recordOf(log).AsOf(at("23:00"), BySeen)
		var reports []report
		for i := range int32(board.view.top.facts) {
			reports = append(reports, report{fact: i, copyOf: -1})
		}
		want := slices.Clone(reports)
		board.findCopies(reports)
		for i := range want {
			want[i].source = i
			for j := range i {
				x, y := board.view.fact(want[i].fact).ver, board.view.fact(want[j].fact).ver
				copied := board.sameText(x, y)
				if copied && want[i].copyOf < 0 {
					want[i].copyOf = int32(j)
				}
				if a, b := want[i].source, want[j].source; copied || board.house(x) == board.house(y) {
					for k := range i + 1 {
						if want[k].source == max(a, b) {
							want[k].source = min(a, b)
						}
					}
				}
			}
		}
		for i := range want {
			if reports[i].source != want[i].source || reports[i].copyOf != want[i].copyOf {
				t.Fatalf("report %d: source %d, copy of %d; want %d, %d", i, reports[i].source, reports[i].copyOf, want[i].source, want[i].copyOf)
			}
		}
	}
}

// randomReports are reports of one statement by houses of their own; some texts
// are copies of earlier ones with a word changed, some have a title alone.
func randomReports(random *rand.Rand, n int) []entry {
	b := newBench()
	var texts [][]string
	for i := range n {
		words := make([]string, 3+random.IntN(20))
		for k := range words {
			words[k] = fmt.Sprintf("word%dx", random.IntN(300))
		}
		if i > 0 && random.IntN(3) == 0 {
			words = slices.Clone(texts[random.IntN(i)])
			words[random.IntN(len(words))] = "changed"
		}
		texts = append(texts, words)
		title, body := strings.Join(words, " "), ""
		if random.IntN(2) == 0 {
			title, body = "Vell speaks", title
		}
		b.add("09:00", fmt.Sprintf("Demo %d", random.IntN(n)), fmt.Sprint(i), title, body, says("vell", title, "assertion"))
	}
	return b.log
}

func TestAsManySourcesAreNamedAsAreCounted(t *testing.T) {
	quote := says("vell", "the harbour treaty is ready for signing", "accord-claim")
	b := newBench()
	b.add("10:00", "Demo Daily", "1", "Vell: treaty ready", "", quote)
	b.add("10:05", "Demo Daily", "2", "What Vell told the harbour pilots", "", quote) // the same house
	b.add("10:10", "Demo Wire", "1", "Treaty with the harbours can be signed", longText, quote)
	b.add("10:20", "Demo Post", "1", "Signing is near, says Vell", longText, quote) // the wire's text
	board := b.live()
	row, _ := board.Statement(only(t, board.Statements(Filter{})))
	if row.Certainty.Sources != 2 || row.Certainty.Reasons[0] != "2 independent sources: Demo Daily, Demo Wire" || len(row.Evidence) != 4 {
		t.Errorf("%d sources of %d reports: %q", row.Certainty.Sources, len(row.Evidence), row.Certainty.Reasons)
	}
	b.add("11:00", "Demo Daily", "1", "Vell speaks of harbours", "")
	b.add("11:00", "Demo Daily", "2", "Vell meets the harbour pilots", "")
	row, _ = b.live().Statement(row.Ref)
	if row.Certainty.Sources != 1 || row.Certainty.Reasons[0] != "one source: Demo Wire" {
		t.Errorf("of what stands: %d sources, %q", row.Certainty.Sources, row.Certainty.Reasons)
	}
}
