package model

import (
	"math"
	"slices"
	"strings"
	"time"
)

// Headline is a report's title, with its text and time where they are known.
type Headline struct {
	Title     string
	Text      string
	Published time.Time
}

// Thresholds of SameStory: by titles alone, and with texts.
const (
	sameTitle = 1.45
	sameTexts = .2
	// sameWithin is how far apart in time they can be.
	sameWithin = 6 * 24 * time.Hour
)

// SameStory says whether two reports are about the same thing, from their words
// alone, and why: which words they share that few headlines have.
func SameStory(a, b Headline) (bool, []string) {
	if !a.Published.IsZero() && !b.Published.IsZero() && a.Published.Sub(b.Published).Abs() > sameWithin {
		return false, []string{"too far apart in time"}
	}
	score, shared := likeTitles(contentStems(a.Title, maxTitleWords), contentStems(b.Title, maxTitleWords))
	same := score >= sameTitle
	if a.Text != "" && b.Text != "" {
		cos, inTexts := likeTexts(a, b)
		same = cos >= sameTexts
		shared = inTexts
	}
	return same, why(shared)
}

// likeTitles weighs the words that two titles share against the shorter one.
func likeTitles(a, b []string) (float64, []string) {
	var shared []string
	sum := func(list []string) (all float64) {
		for _, w := range list {
			all += weight(newsShare(w))
		}
		return all
	}
	for _, w := range a {
		if slices.Contains(b, w) {
			shared = append(shared, w)
		}
	}
	least := min(sum(a), sum(b))
	if least == 0 {
		return 0, nil
	}
	everywhere := func(w string) bool { return newsShare(w) == oftenShare }
	if len(shared) < min(len(a), len(b)) && !slices.ContainsFunc(shared, func(w string) bool { return !everywhere(w) }) {
		return 0, shared // any two headlines may share these
	}
	return sum(shared) / math.Sqrt(least), shared
}

// likeTexts is the cosine of two reports' words, those of the title counting more.
func likeTexts(a, b Headline) (float64, []string) {
	x, y := textWeights(a), textWeights(b)
	var dot float64
	var shared []string
	for _, w := range contentStems(a.Title+" "+a.Text, maxTitleWords+maxBodyWords) {
		if y[w] > 0 {
			dot += x[w] * y[w]
			shared = append(shared, w)
		}
	}
	return dot / math.Sqrt(squares(x)*squares(y)), shared
}

func textWeights(h Headline) map[string]float64 {
	out := map[string]float64{}
	for _, w := range contentStems(h.Text, maxBodyWords) {
		out[w] = weight(newsShare(w))
	}
	for _, w := range contentStems(h.Title, maxTitleWords) {
		out[w] = titleFactor * weight(newsShare(w))
	}
	return out
}

func squares(m map[string]float64) float64 {
	sum := 1e-9
	for _, w := range m {
		sum += w * w
	}
	return sum
}

// why names the shared words, the rarest first.
func why(shared []string) []string { return []string{sharing(telling(shared))} }

func sharing(words []string) string {
	if len(words) == 0 {
		return "no words in common"
	}
	return "share " + strings.Join(words, ", ")
}

// telling are the six rarest of some words, the rarest first.
func telling(shared []string) []string {
	shared = slices.Clone(shared)
	slices.SortStableFunc(shared, func(a, b string) int {
		switch x, y := newsShare(a), newsShare(b); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return shared[:min(len(shared), 6)]
}
