package model

import (
	"slices"
	"strings"
	"time"
)

// positions are the types of statement that take a position.
var positions = map[string]bool{
	"demand": true, "offer": true, "promise": true, "concession": true, "rejection": true, "threat": true, "ultimatum": true,
	"denial": true, "precondition": true, "accord-claim": true, "appeal": true,
}

// Positions returns what an actor demanded, offered, refused or threatened on a
// topic, oldest first, with the turns between. An empty topic means every topic.
// Topics are wide: two statements without a word in common are no turn. What was old
// news when the desk saw it was taken when it came out, not after what is told now.
func (b *Board) Positions(actor, topic string) []Position {
	var out []Position
	last := map[string]Position{}
	words := map[Ref]map[string]bool{}
	withheld := map[Ref]bool{} // what is promised not to be done may be a refusal or a concession
	d := b.rowDesk()
	defer d.free(b.r)
	var rows []StatementRow
	for _, ref := range b.positionRefs(actor, topic) {
		row, _, ok := b.bareStatement(ref, d)
		if !ok || row.Speaker.ID != actor || row.Statement.Modality == "historical" || !positions[row.Statement.Type] {
			continue
		}
		row.At = row.toldAt()
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(x, y StatementRow) int { return x.At.Compare(y.At) })
	for i := range rows {
		row := &rows[i]
		ref, s := row.Ref, &row.Statement
		words[ref] = stemsOf(s.Content.Text)
		withheld[ref] = giving(s.Type) && len(negationsIn(foldWords(s.Content.Text)))%2 == 1
		for _, t := range s.Topics {
			if topic != "" && t != topic {
				continue
			}
			p := Position{Topic: t, Type: s.Type, Conditional: s.Modality == "conditional", At: row.At, Ref: ref}
			if was, ok := last[t]; ok {
				p.Was = was.Ref
				if was.Type == p.Type && was.Conditional != p.Conditional && p.At.Sub(was.At) < shortened && !waives(s.Content.Text) {
					out = append(out, p)
					p.Conditional = true // one report only leaves the condition out
					last[t] = p
					continue
				}
				if share(words[was.Ref], words[ref]) && (was.Type == p.Type || !withheld[was.Ref] && !withheld[ref]) {
					p.Turn = turn(was, p)
				}
			}
			last[t] = p
			out = append(out, p)
		}
	}
	return out
}

// shortened is how long after a position was told with its condition, or without, another
// report that differs in no more than that is taken for a shorter or a fuller one of it.
const shortened = 24 * time.Hour

// waives says whether somebody plainly does without conditions.
func waives(text string) bool {
	words := foldWords(text)
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, "unconditional") }) ||
		slices.Contains(words, "without") && slices.ContainsFunc(words, func(w string) bool {
			return strings.HasPrefix(w, "condition") || strings.HasPrefix(w, "precondition")
		})
}

// stemsOf are the words of a text that carry content.
func stemsOf(text string) map[string]bool {
	out := map[string]bool{}
	eachWord(text, func(w string) bool {
		if !functionWords[w] && !negations[w] {
			out[stem(w)] = true
		}
		return true
	})
	return out
}

func share(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

// positionRefs are the statements of an actor that were filed as taking a position,
// oldest first.
func (b *Board) positionRefs(actor, topic string) []Ref {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	var out []Ref
	for _, g := range slices.Backward(b.groups(KindStatement, Filter{Actor: actor, Topic: topic})) {
		if positions[b.r.dict.labels.text[b.view.fact(b.founder(g)).class]] {
			out = append(out, b.groupRef(g))
		}
	}
	return out
}

// turn says in words how a position turned, or nothing when it did not.
func turn(was, is Position) string {
	from, to := strings.ReplaceAll(was.Type, "-", " "), strings.ReplaceAll(is.Type, "-", " ")
	switch {
	case was.Type == is.Type && was.Conditional && !is.Conditional:
		return to + " no longer under a condition"
	case was.Type == is.Type && !was.Conditional && is.Conditional:
		return to + " now under a condition"
	case was.Type == is.Type:
		return ""
	case threatening(was.Type) && (is.Type == "demand" || is.Type == "appeal" || giving(is.Type)):
		return from + " softened to " + to
	case was.Type == "demand" && is.Type == "concession":
		return "demand dropped"
	case (was.Type == "precondition" || was.Type == "demand") && giving(is.Type):
		return from + " dropped: " + to
	case giving(was.Type) && negatesType(is.Type):
		return from + " taken back: " + to
	case threatening(is.Type) || pressing(is.Type) && giving(was.Type) && was.Type != "concession":
		return "hardened from " + from + " to " + to
	case negatesType(was.Type) && giving(is.Type):
		return "opened: " + from + " to " + to
	}
	return ""
}

func threatening(t string) bool { return t == "threat" || t == "ultimatum" }
