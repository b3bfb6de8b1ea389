package model

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// eventTitle says an event in a few words, "Trump, Putin: meeting under way", by its kind
// or by what it is called, where that is not empty.
func (b *Board) eventTitle(e Event, called string) string {
	kind := strings.ReplaceAll(e.Kind, "-", " ")
	if e.Rule == RuleWelcome {
		kind = "welcome"
	}
	if e.Kind == "press" {
		kind = "press appearance"
	}
	if called != "" {
		kind = called
	}
	if e.Kind == cancellation {
		e.Status = Done // whatever it took back, it is what happened
	}
	switch e.Status {
	case UnderWay:
		kind += " under way"
	case Planned:
		kind += " planned"
	case EventDenied:
		kind += " denied"
	case NoneReached:
		kind = "no " + kind
	}
	return b.withNames(e.Participants, kind)
}

// withNames puts those who take part in front of what they take part in.
func (b *Board) withNames(ids []string, what string) string {
	var names []string
	parties := b.withoutTheirStates(ids)
	for _, id := range parties {
		names = append(names, shortName(b.actor(id, "")))
		if len(names) == 3 && len(parties) > 3 {
			names[2] = "others"
			break
		}
	}
	if len(names) == 0 {
		return what
	}
	return strings.Join(names, ", ") + ": " + what
}

// withoutTheirStates are those who take part without the states and bodies for which one
// of the others stands: a president and his state are not two parties.
func (b *Board) withoutTheirStates(ids []string) []string {
	stoodFor := map[string]bool{}
	for _, id := range ids {
		if a := b.actor(id, ""); a.Kind == Person {
			stoodFor[a.State] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return stoodFor[id] })
}

// spelledOut writes the id of somebody whom the directory does not know as a name.
func spelledOut(id string) string {
	words := strings.FieldsFunc(id, func(r rune) bool { return r == '-' })
	for i, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToTitle(first)) + w[size:]
	}
	return strings.Join(words, " ")
}

// shortName is a person's family name, or the name of anything else.
func shortName(a *Actor) string {
	if a.Name == a.ID {
		return spelledOut(a.ID)
	}
	if a.Kind == Person {
		return FamilyName(a.Name)
	}
	return a.Name
}

// nameInText is by what texts name an actor: a person by the family name without the
// particles before it, which another may bear too.
func nameInText(a *Actor) string {
	name := shortName(a)
	if a.Kind == Person {
		return name[strings.LastIndexByte(name, ' ')+1:]
	}
	return name
}

// FamilyName is what a person's name ends with: "Putin", "von der Leyen".
func FamilyName(name string) string {
	words := strings.Fields(name)
	for i := 1; i < len(words); i++ {
		if r, _ := utf8.DecodeRuneInString(words[i]); unicode.IsLower(r) || i == len(words)-1 {
			return strings.Join(words[i:], " ")
		}
	}
	return name
}

// sessionOf is what the agenda calls the session of the day that reports of a meeting
// tell by its words, the leading one in front; empty where they tell of none. Of three
// meetings of the same two on one day each needs a name.
func (b *Board) sessionOf(list []told) string {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	if len(list) == 0 {
		return ""
	}
	f := b.view.fact(list[0].fact)
	switch {
	case EventClass(b.r.dict.labels.text[f.class]) != "meeting":
		return ""
	case bits.OnesCount32(f.phases) != 1 && f.flags&flagHandshake != 0:
		return "handshake"
	case bits.OnesCount32(f.phases) != 1:
		return ""
	}
	m := &b.r.matchers[bits.TrailingZeros32(f.phases)]
	title := m.phase.Title
	if m.phase.Instead != "" {
		title = ""
		for i := range list {
			if b.view.fact(list[i].fact).flags&flagInstead != 0 {
				title = m.phase.Instead
			}
		}
	}
	if len(m.terms) == 0 || title == "" {
		return "" // nobody said so
	}
	title, _, _ = strings.Cut(title, ",")
	first, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToLower(first)) + title[size:]
}
