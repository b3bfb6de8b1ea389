package extract

import (
	"math"

	"parley/model"
)

// The chances that a reading needs, found on sentences that were not trained on.
const (
	surelySignal = 0.85 // that a mention is a signal at all
	surelyLoose  = 0.90 // the same of a mention that is loosely named
	likelyWorded = 0.80 // the same of one that is told by a phrase of data/wordings.txt
	maybeWorded  = 0.55 // the same where the sentence names two states
	surelyThis   = 0.40 // that it is of the family it is read as, among signals
	surelyDone   = 0.70 // the same where something is done and not only said
	likelyDone   = 0.50 // the same where no more is known than that it is a signal
	surelyThere  = 0.70 // that it goes in the direction of the word that a deed gives way to
	torn         = 0.15 // that it is of the family of that word
)

// Scores has a number for each of LearnedActions.
type Scores [len(LearnedActions)]float64

// Chances makes probabilities of scores.
func (s *Scores) Chances() {
	most := math.Inf(-1)
	for _, x := range s {
		most = max(most, x)
	}
	sum := 0.0
	for i := range s {
		s[i] = math.Exp(s[i] - most)
		sum += s[i]
	}
	for i := range s {
		s[i] /= sum
	}
}

// Decide chooses the rung: the likeliest of the likeliest family. A deed that is not
// much likelier than all else gives way to the likeliest word of its direction.
func (s *Scores) Decide() (action int, ok bool) {
	signal := 1 - s[noAction]
	if signal < surelySignal {
		return noAction, false
	}
	best := s.likeliest(func(string) bool { return true })
	family := s.family(best) / signal
	if done(LearnedActions[best]) && family < surelyDone {
		word := s.likeliest(func(name string) bool {
			return !done(name) && directionOf(name) == directionOf(LearnedActions[best])
		})
		if s.family(word)/signal < torn || s.direction(word)/signal < surelyThere {
			return noAction, false
		}
		return word, true
	}
	if family < surelyThis {
		return noAction, false
	}
	return best, true
}

// Lean chooses where Decide does not, of a mention that surely is a signal and of which way,
// though not surely which: the likeliest, a deed only where it is likelier than all else
// together.
func (s *Scores) Lean() (action int, ok bool) {
	signal := 1 - s[noAction]
	best := s.likeliest(func(string) bool { return true })
	if signal < surelySignal || s.direction(best)/signal < surelyThere {
		return noAction, false
	}
	if name := LearnedActions[best]; done(name) && s.family(best)/signal < likelyDone {
		best = s.likeliest(func(other string) bool { return !done(other) && directionOf(other) == directionOf(name) })
	}
	return best, true
}

// likeliest chooses among the actions that are wanted.
func (s *Scores) likeliest(wanted func(name string) bool) int {
	best, most := noAction, 0.0
	for i, name := range LearnedActions {
		if i == noAction || !wanted(name) {
			continue
		}
		if x := s.family(i) + s[i]; x > most {
			best, most = i, x
		}
	}
	return best
}

// family adds up the family of an action.
func (s *Scores) family(action int) float64 { return s.alike(action, Family) }

// direction adds up all that goes where an action goes.
func (s *Scores) direction(action int) float64 { return s.alike(action, directionOf) }

// alike adds up the actions that are of the same kind as one.
func (s *Scores) alike(action int, kind func(action string) string) float64 {
	sum, same := 0.0, kind(LearnedActions[action])
	for i, name := range LearnedActions {
		if i != noAction && kind(name) == same {
			sum += s[i]
		}
	}
	return sum
}

// Family names the group of actions that differ only in how far they go.
func Family(action string) string {
	switch action {
	case "floated", "threatened", "announced":
		return "word"
	case "imposed", "in-force", "tightened":
		return "deed"
	case "considered", "offered":
		return "offer"
	case "licensed", "eased", "suspended", "lifted":
		return "relief"
	}
	return action
}

// directionOf is where an action goes when nothing else is known.
func directionOf(action string) string {
	switch action {
	case "demanded", "considered", "offered", "licensed", "eased", "suspended", "lifted", "deferred", "expired":
		return model.Relief
	}
	return model.Pressure
}

// done says that an action is a deed and no word: a threat must never look like one.
func done(action string) bool {
	switch action {
	case "imposed", "in-force", "tightened", "lifted", "eased", "suspended", "licensed":
		return true
	}
	return false
}
