package model

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// article is a made-up report of a made-up event.
type article struct {
	h     headline
	event int
}

// articles makes up the news of four weeks: events of several topics, each told
// for days by several outlets with its own names and in the words of its topic
// and of all news; some outlets copy one another.
func articles(rng *rand.Rand, events, topics int) []article {
	syllables := strings.Fields("ba co du fe gi ho ju ka li mo nu pa ri so tu ve wi za bren dosk fenn garl holm")
	word := func(n int) string {
		w := ""
		for range n {
			w += syllables[rng.IntN(len(syllables))]
		}
		return w
	}
	words := func(n, long int) []string {
		list := make([]string, n)
		for i := range list {
			list[i] = word(long)
		}
		return list
	}
	general := append(words(400, 2), "people", "city", "government", "year", "plan", "new", "company", "officials", "week", "talks")
	byTopic := make([][]string, topics)
	for i := range byTopic {
		byTopic[i] = words(60, 3)
	}
	var out []article
	for e := range events {
		own, topic := words(14, 4), byTopic[rng.IntN(topics)]
		first := day.Add(time.Duration(rng.IntN(28*24)) * time.Hour)
		lasts := 6 + rng.IntN(72)
		text := func(n, ownShare, topicShare int) string {
			var b strings.Builder
			for range n {
				list := general
				switch p := rng.IntN(100); {
				case p < ownShare:
					// Some names of an event are in most reports, others in few.
					list = own[:1+rng.IntN(len(own))]
				case p < ownShare+topicShare:
					list = topic
				}
				b.WriteString(list[rng.IntN(len(list))] + " ")
			}
			return b.String()
		}
		for range 1 + rng.IntN(12) {
			a := article{headline{Title: text(8, 35, 25), Text: text(120, 18, 27), Published: first.Add(time.Duration(rng.IntN(lasts*60)) * time.Minute)}, e}
			if n := len(out); n > 0 && out[n-1].event == e && rng.IntN(5) == 0 {
				a.h.Text = out[n-1].h.Text // a copy under a headline of its own
			}
			out = append(out, a)
		}
	}
	return out
}

// clustered is how well the stories of articles fit the truth, and the largest story.
func clustered(list []article) (f1 float64, largest int) {
	heads := make([]headline, len(list))
	for i, a := range list {
		heads[i] = a.h
	}
	return bCubed(list, cluster(heads))
}

// bCubed is the F1 of a clustering against the truth, and its largest cluster.
func bCubed(list []article, got []int) (f1 float64, largest int) {
	size, truth, both := map[int]int{}, map[int]int{}, map[[2]int]int{}
	for i, a := range list {
		size[got[i]]++
		truth[a.event]++
		both[[2]int{got[i], a.event}]++
		largest = max(largest, size[got[i]])
	}
	var precision, recall float64
	for i, a := range list {
		n := float64(both[[2]int{got[i], a.event}])
		precision += n / float64(size[got[i]]) / float64(len(list))
		recall += n / float64(truth[a.event]) / float64(len(list))
	}
	return 2 * precision * recall / (precision + recall), largest
}

func TestStoriesOfLongArticlesOverWeeks(t *testing.T) {
	for _, c := range []struct{ events, topics int }{{150, 12}, {150, 3}, {400, 8}} {
		t.Run(fmt.Sprintf("%d events of %d topics", c.events, c.topics), func(t *testing.T) {
			list := articles(rand.New(rand.NewPCG(7, uint64(c.events+c.topics))), c.events, c.topics)
			f1, largest := clustered(list)
			t.Logf("%d articles: B-cubed F1 %.3f, largest story %d", len(list), f1, largest)
			if f1 < .85 || largest > 40 {
				t.Errorf("B-cubed F1 %.3f, largest story %d articles", f1, largest)
			}
		})
	}
}

// A name that a story's many headlines share goes on telling it from others.
func TestStoriesOfManyHeadlines(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	var list []article
	for i := range 45 {
		for e := range 8 {
			// One side of the story each, in words of which other news has some.
			title := fmt.Sprintf("Osk%d side%dof%d", e, rng.IntN(5), e)
			for range 2 {
				title += fmt.Sprintf(" word%d", rng.IntN(400))
			}
			list = append(list, article{headline{Title: title, Published: day.Add(time.Duration(i) * 10 * time.Minute)}, e})
		}
	}
	f1, largest := clustered(list)
	t.Logf("%d headlines of 8 stories: B-cubed F1 %.3f, largest story %d", len(list), f1, largest)
	if f1 < .85 {
		t.Errorf("B-cubed F1 %.3f", f1)
	}
}
