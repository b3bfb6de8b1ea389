package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// Where all reports are of one war, its words make no story of them; what they tell
// beside does.
func TestTheWordsOfOneWarMakeNoStory(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 4))
	war := strings.Fields("tarnport brimwater osk vellish rebels siege convoy harbour garrison envoy shelling ceasefire militia governor")
	var list []article
	for e := range 16 {
		for n := range 4 {
			words := func(ofWar, ofEvent int) string {
				var out []string
				for range ofWar {
					out = append(out, war[rng.IntN(len(war))])
				}
				for range ofEvent {
					out = append(out, fmt.Sprintf("deed%dof%d", rng.IntN(6), e))
				}
				for range 3 {
					out = append(out, fmt.Sprintf("word%d", rng.IntN(300)))
				}
				return strings.Join(out, " ")
			}
			list = append(list, article{headline{words(4, 3), words(10, 7), day.Add(time.Duration(n*16+e) * time.Hour)}, e})
		}
	}
	f1, largest := clustered(list)
	t.Logf("%d reports of 16 events: B-cubed F1 %.3f, largest story %d", len(list), f1, largest)
	if f1 < .85 || largest > 9 {
		t.Errorf("B-cubed F1 %.3f, largest story %d", f1, largest)
	}
}

// What is like one report of a story alone, one that told of two things, is no part of
// the story.
func TestOneLikeReportMakesNoStory(t *testing.T) {
	var list []headline
	add := func(title, text string) {
		list = append(list, headline{title, text, day.Add(time.Duration(len(list)) * time.Hour)})
	}
	for range 5 {
		add("Brimwater ferry rams quay", "The ferry struck a stone wharf while docking at dusk; divers checked the hull.")
	}
	add("Brimwater ferry rams quay; growers fear blight", "The ferry struck a stone wharf at dusk. Growers fear blight in the orchards.")
	add("Growers spray cider apples as blight spreads", "Tarn's sprayers ran dry in a day: the blight reached its oldest orchards.")
	if got := cluster(list); !slices.Equal(got, []int{0, 0, 0, 0, 0, 0, 1}) {
		t.Errorf("stories %v, want the growers apart", got)
	}
}
