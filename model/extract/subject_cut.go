package extract

import (
	"strings"

	"parley/model"
)

// Phrases before a verb that reach further back than whom it has for its subject.

// behindHead cuts a subject to what stands behind a noun that sums up the clause before a
// comma, and that it says something of: "…, charges (his office denied)".
func (s *scan) behindHead(np stretch) stretch {
	if s.low(np.lo-1) == "," && np.hi-np.lo > 2 && s.low(np.lo) == "a" && s.capital(np.lo+2) && s.sumsUp(np.lo) && !s.deniesAt(np.hi) { // "…, a point Smith (granted)"
		return stretch{np.lo + 2, np.hi}
	}
	if s.low(np.lo-1) != "," || s.class(np.lo) != 0 || s.capital(np.lo) || !s.pluralBefore(np.lo) {
		return np
	}
	if i := np.lo + 1; i < np.hi-1 && s.class(i)&(classPossessive|classDeterminer) != 0 && s.class(i)&classPreposition == 0 {
		return stretch{i, np.hi}
	}
	return np
}

// deniesAt says whether a verb group at i says no to something: "(a claim Marden) has denied".
func (s *scan) deniesAt(i int) bool {
	for s.class(i)&(classAuxiliary|classAdverb) != 0 {
		i++
	}
	c := s.verbAt(i)
	return c != nil && gainsays(c.typ)
}

// nameBehind returns where the name begins that "who" follows in a phrase which begins with
// something else: "(The vote spells a defeat for) Mayor Ada Marden(, who …)", "(praise from)
// Quell(, who …)".
func (s *scan) nameBehind(np stretch) int {
	for i := np.hi - 1; i > np.lo; i-- {
		if s.capital(i) || s.class(i)&(classTitle|classDeterminer) != 0 && s.class(i)&classPronoun == 0 {
			continue
		}
		if s.class(i)&classPreposition == 0 || s.low(i) == "of" || i == np.hi-1 || s.speaks(i-1) || s.low(i) != "by" && !s.personAt(i+1) && !s.tellsBefore(np.lo, i) {
			break
		}
		return i + 1
	}
	return np.lo
}

// personAt says whether the name of a person whom the directory knows begins at i, or the office
// of one.
func (s *scan) personAt(i int) bool {
	if s.class(i)&classDeterminer != 0 {
		return s.class(i+1)&classTitle != 0
	}
	m, ok := s.r.who.nameAt(s.t, i)
	return ok && m.how == byName && s.r.who.actors[m.actor].Kind == model.Person
}

// tellsBefore says whether a verb in the third person with its object stands in lo to hi:
// "the vote spells a defeat".
func (s *scan) tellsBefore(lo, hi int) bool {
	for i := lo + 1; i < hi-1; i++ {
		if l := s.low(i); s.class(i)&classVerb != 0 || s.class(i) == 0 && !s.capital(i) && strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "ss") && s.class(i+1)&(classDeterminer|classPossessive) != 0 {
			return true
		}
	}
	return false
}

// ofPerfect says whether a phrase begins with the participle of a verb whose helper stands
// before it and goes on in its object: "(has) left a share in fund".
func (s *scan) ofPerfect(np stretch) bool {
	return np.lo > s.unit.lo && np.hi-np.lo > 2 && !s.capital(np.lo) && (s.formAt(np.lo) == asPast || s.class(np.lo)&classVerb != 0) && s.class(np.lo-1)&classAuxiliary != 0 && !s.genitiveAt(np.lo-1) && s.hasPreposition(np)
}

// counts says whether a phrase tells a number or a share of people, and so nobody who
// speaks: "the number of people".
func (s *scan) counts(np stretch) bool {
	for i := np.lo; i < np.hi; i++ {
		if s.capital(i) && i > s.unit.lo {
			return false
		}
		if s.low(i) == "of" {
			return s.low(np.lo) == "the" && (s.low(i-1) == "number" || s.low(i-1) == "share")
		}
	}
	return false
}

// onlyLater says whether what looks like a report tells what will be talked of ("are to
// discuss the war"), or what is bought ("a cut to demand forecasts").
func (s *scan) onlyLater(c *cue, at stretch, group int) bool {
	switch c.lemma {
	case "look to": // "is looking to win"
		return s.class(at.hi)&(classDeterminer|classPossessive|classObject) == 0 && !s.capital(at.hi)
	case "discuss":
		return c.form == asBase && (s.low(at.lo-1) == "to" || s.hasClass(group, at.lo, classModal)) && !s.negated(group, at.lo)
	case "demand":
		return c.form == asBase && s.low(at.lo-1) == "to" && s.r.heads.word(s.t, at.hi)&hMarket != 0
	}
	return false
}

// leftUnsaid says whether the gerund at i tells of what was not said: "left without
// announcing a deal", "stopped short of saying that".
func (s *scan) leftUnsaid(c *cue, i int) bool {
	if c.form != asIng {
		return false
	}
	switch s.low(i - 1) {
	case "without":
		return true
	case "of":
		return s.low(i-2) == "short" || s.low(i-2) == "instead"
	case "than":
		return s.low(i-2) == "rather"
	}
	return false
}

// bought says whether "demand" is that of a market, which no article counts: "strong demand
// for cocoa".
func (s *scan) bought(at stretch) bool {
	if s.low(at.lo) != "demand" || s.class(at.hi+1)&classPossessive != 0 {
		return false
	}
	for i := at.lo - 1; i > at.lo-4 && s.isWord(i); i-- {
		if s.class(i)&(classPreposition|classVerb|classAuxiliary) != 0 {
			break
		}
		if s.low(i) == "a" || s.low(i) == "its" || s.low(i) == "another" {
			return false
		}
	}
	return true
}

// headOfRelative returns who the subject np belongs to where it only ends what is told of him
// behind "who" and a verb that helps: "diplomats (who were in) the room said". It is empty for
// none.
func (s *scan) headOfRelative(np stretch) stretch {
	if who := s.sourceOf(np.hi); !who.empty() {
		return who
	}
	if np.hi <= np.lo || s.class(np.lo-1)&classPreposition == 0 || s.capital(np.lo) {
		return stretch{}
	}
	helped := false
	for k := np.lo - 1; k > s.unit.lo && np.lo-k < 9 && s.isWord(k) && s.quote[k] < 0 && (!s.finiteCue(k) || s.passive(s.groupStart(k), k)); k-- {
		if s.low(k) == "who" {
			if who, ok := s.antecedent(k); ok && helped && s.isWord(k-1) {
				return who
			}
			return stretch{}
		}
		helped = helped || s.class(k)&classAuxiliary != 0 && !genitive(&s.t.tok[k])
	}
	return stretch{}
}
