package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"parley/model"
)

// Words that name nothing, and names that two bear, are sound, and not what was meant.

// emptyWords notes the topics without words and the words without a letter.
func (d *decoder) emptyWords(cfg *Config) {
	blank := func(path string, list []string) {
		for i, word := range list {
			if strings.TrimSpace(word) == "" {
				d.note(fmt.Sprintf("%s[%d]", path, i), "an empty word matches nothing: write it, or take it out")
			}
		}
	}
	for _, topic := range slices.Sorted(maps.Keys(cfg.Topics)) {
		if len(cfg.Topics[topic]) == 0 {
			d.note("topics."+topic, "has no words, so that nothing will be told as on it")
		}
		blank("topics."+topic, cfg.Topics[topic])
	}
	blank("watch.terms", cfg.Watch.Terms)
	for i := range cfg.Summit.Agenda {
		blank(fmt.Sprintf("summit.agenda[%d].terms", i), cfg.Summit.Agenda[i].Terms)
	}
	for i := range cfg.Actors {
		blank(fmt.Sprintf("actors[%d].aliases", i), cfg.Actors[i].Aliases)
	}
}

// sharedNames notes the names that two actors of the file bear: a report that has no more is of one
// of them, and only one can be meant.
func (d *decoder) sharedNames(list []model.Actor) {
	first := map[string]int{}
	for i := range list {
		a := &list[i]
		take := func(path, name string) {
			key := strings.ToLower(strings.TrimSpace(name))
			if other, taken := first[key]; taken && other != i && key != "" {
				d.note(path, "%q is a name of actor %d (%s), too: reports that have no more than that are taken for one of the two", name, other+1, list[other].ID)
				return
			}
			first[key] = i
		}
		take(fmt.Sprintf("actors[%d].name", i), a.Name)
		for k, alias := range a.Aliases {
			take(fmt.Sprintf("actors[%d].aliases[%d]", i, k), alias)
		}
	}
}
