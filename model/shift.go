package model

import (
	"slices"
	"strings"
)

// positions are the types of statement that take a position.
var positions = map[string]bool{
	"demand": true, "offer": true, "promise": true, "concession": true, "rejection": true, "threat": true, "ultimatum": true,
	"denial": true, "precondition": true, "accord-claim": true, "appeal": true,
}

// Shifts returns the turns of an actor's position on a topic, oldest first. An
// empty topic means every topic.
func (b *Board) Shifts(actor, topic string) []Shift {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	groups := b.groups(KindStatement, Filter{Actor: actor, Topic: topic})
	last := map[int32]int32{}
	var out []Shift
	for _, g := range slices.Backward(groups) {
		fi := b.founder(g)
		f := b.view.fact(fi)
		to := b.r.dict.labels.text[f.class]
		if f.actor != b.r.dict.actors.find(actor) || f.flags&flagHistorical != 0 || !positions[to] {
			continue
		}
		for _, t := range unique(b.view.topics(fi)) {
			name := b.r.dict.labels.text[t]
			if topic != "" && name != topic {
				continue
			}
			before, ok := last[t]
			last[t] = g
			if !ok {
				continue
			}
			was := b.view.fact(b.founder(before))
			from := b.r.dict.labels.text[was.class]
			text := turn(from, to, was.flags, f.flags)
			if text == "" {
				continue
			}
			at, _ := b.firstTime(g)
			out = append(out, Shift{Actor: actor, Topic: name, From: from, To: to, At: moment(at), Before: b.groupRef(before), After: b.groupRef(g), Text: text})
		}
	}
	return out
}

// turn says in words how a position turned, or nothing when it did not.
func turn(from, to string, was, is factFlags) string {
	switch {
	case from == to && was&flagConditional != 0 && is&flagConditional == 0:
		return strings.ReplaceAll(to, "-", " ") + " no longer under a condition"
	case from == to && was&flagConditional == 0 && is&flagConditional != 0:
		return strings.ReplaceAll(to, "-", " ") + " now under a condition"
	case from == to:
		return ""
	case pressing(from) && from != "demand" && !pressing(to):
		return "threat softened to " + to
	case from == "precondition" || from == "demand" && (giving(to)):
		return from + " dropped: " + to
	case giving(from) && negatesType(to):
		return from + " taken back: " + to
	case pressing(to) && !pressing(from):
		return "hardened from " + from + " to " + to
	case negatesType(from) && giving(to):
		return "opened: " + from + " to " + to
	}
	return from + " to " + to
}
