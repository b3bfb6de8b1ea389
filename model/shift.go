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

// Positions returns what an actor demanded, offered, refused or threatened on a
// topic, oldest first, with the turns between. An empty topic means every topic.
func (b *Board) Positions(actor, topic string) []Position {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	last := map[int32]int32{} // by topic, the group that took its position last
	var out []Position
	for _, g := range slices.Backward(b.groups(KindStatement, Filter{Actor: actor, Topic: topic})) {
		fi := b.founder(g)
		f := b.view.fact(fi)
		is := b.r.dict.labels.text[f.class]
		if f.actor != b.r.dict.actors.find(actor) || f.flags&flagHistorical != 0 || !positions[is] {
			continue
		}
		for _, t := range unique(b.view.topics(fi)) {
			name := b.r.dict.labels.text[t]
			if topic != "" && name != topic {
				continue
			}
			at, _ := b.firstTime(g)
			p := Position{Topic: name, Type: is, At: moment(at), Ref: b.groupRef(g)}
			if before, ok := last[t]; ok {
				was := b.view.fact(b.founder(before))
				p.Was = b.groupRef(before)
				p.Turn = turn(b.r.dict.labels.text[was.class], is, was.flags, f.flags)
			}
			last[t] = g
			out = append(out, p)
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
	case threatening(from) && (to == "demand" || to == "appeal" || giving(to)):
		return from + " softened to " + strings.ReplaceAll(to, "-", " ")
	case (from == "precondition" || from == "demand") && giving(to):
		return from + " dropped: " + strings.ReplaceAll(to, "-", " ")
	case giving(from) && negatesType(to):
		return strings.ReplaceAll(from, "-", " ") + " taken back: " + to
	case threatening(to) || pressing(to) && giving(from):
		return "hardened from " + strings.ReplaceAll(from, "-", " ") + " to " + to
	case negatesType(from) && giving(to):
		return "opened: " + from + " to " + strings.ReplaceAll(to, "-", " ")
	}
	return ""
}

func threatening(t string) bool { return t == "threat" || t == "ultimatum" }
