package model

import (
	"slices"
	"strings"
)

// cancellation is the kind of an event that takes back another one.
const cancellation = "cancellation"

// The ways in which something planned comes not about.
const (
	wayOff     = "called off"
	wayLater   = "put off"
	wayHalted  = "put on hold"
	wayShunned = "shunned"    // by one of those who were to come: it may be held without them
	wayBroken  = "broken off" // where those are named with whom the one who left had met
)

type wayCue struct {
	way  string
	cues []string
}

// wayCues are how words begin that tell in which way, the plainest first.
var wayCues = []wayCue{
	{wayOff, []string{" cancel", " call off", " calls off", " called off", " calling off", " scrap", " axe ", " axes ", " axed ", " nix", " ditch", " abort", " abandon", " not be held", " not take place"}},
	{wayLater, []string{" postpon", " delay", " put off", " puts off", " putting off", " push back", " pushes back", " pushed back", " pushing back", " reschedul"}},
	{wayHalted, []string{" suspend", " freez", " froze", " halt", " pause", " pausing", " on hold", " break off", " breaks off", " broke off", " broken off", " shelv", " adjourn"}},
	{wayShunned, []string{" boycott", " pull out", " pulls out", " pulled out", " pulling out", " walk out", " walks out", " walked out", " walking out", " walk away", " walks away", " walked away",
		" storm out", " storms out", " stormed out", " snub", " quit ", " quits ", " withdr", " back out", " backs out", " backed out", " backing out",
		" duck out", " ducks out", " ducked out", " bail on", " bails on", " bailed on", " spurn", " stand up", " stands up", " stood up", " skip"}},
	{wayBroken, []string{" walk out", " walks out", " walked out", " walking out", " storm out", " storms out", " stormed out"}},
}

// leftBy says whether folded words tell only that somebody left, or stayed away.
func leftBy(text string) bool {
	return slices.ContainsFunc(wayCues, func(w wayCue) bool { return (w.way == wayShunned || w.way == wayBroken) && containsAny(text, w.cues) })
}

// wayOf is how the report of a cancellation says that what it names comes not about.
func wayOf(e *Evidence, parties int) string {
	words := " " + folded(strings.ReplaceAll(e.Sentence, "-", " ")) + " "
	words = strings.ReplaceAll(words, " not cancel", " ") // "put off, not cancelled"
	for _, w := range wayCues {
		for _, cue := range w.cues {
			if strings.Contains(words, cue) && (w.way != wayShunned || parties == 1) {
				return w.way
			}
		}
	}
	return wayOff
}

// dropTitle says a cancellation in a few words, by those of its report: "working lunch
// called off"; empty for another event and where they are no plain name of what is off.
func (b *Board) dropTitle(row *EventRow) string {
	if row.Event.Kind != cancellation || len(row.Evidence) == 0 || len(row.Evidence[0].Marks) != 1 {
		return ""
	}
	e := &row.Evidence[0]
	words := strings.Fields(e.marked())
	if len(words) > 1 {
		switch strings.ToLower(words[0]) {
		case "the", "a", "an", "their", "his", "her", "its":
			words = words[1:]
		}
	}
	if len(words) == 0 || len(words) > 5 {
		return ""
	}
	if e.Marks[0][0] == 0 && isPlainNoun(words[0]) {
		words[0] = strings.ToLower(words[0]) // a capital only because the sentence begins
	}
	what := strings.Join(words, " ")
	way := wayOf(e, len(row.Event.Participants))
	if way == wayShunned {
		return b.withNames(row.Event.Participants, "no part in "+what)
	}
	if b.onAgenda(row.Ref) || b.namesOne(row.Event.Participants, what) {
		return what + " " + way
	}
	return b.withNames(row.Event.Participants, what+" "+way)
}

// isPlainNoun says whether a word is one of those by which a cancellation names what it
// takes back, and no name: "Working lunch", but "Harbour summit".
func isPlainNoun(word string) bool {
	stems := stemsOf(word)
	for _, nouns := range nounsOf {
		if share(stems, nouns) {
			return true
		}
	}
	return share(stems, narrow) || share(stems, plainBefore)
}

// plainBefore are the stems of what may stand before those.
var plainBefore = stemsOf("working planned joint scheduled upcoming proposed long-awaited follow-up phone telephone video face-to-face one-on-one in-person peace")

// namesOne says whether words name one of some actors: "Vell-Osk talks".
func (b *Board) namesOne(ids []string, words string) bool {
	named := stemsOf(strings.ReplaceAll(words, "-", " "))
	for _, id := range ids {
		if share(stemsOf(nameInText(b.actor(id, ""))), named) {
			return true
		}
	}
	return false
}

// marked are the words of a report's sentence in which a fact was read.
func (e *Evidence) marked() string {
	var out []string
	for _, mark := range e.Marks {
		out = append(out, string([]rune(e.Sentence)[mark[0]:mark[1]]))
	}
	return strings.Join(out, " ")
}
