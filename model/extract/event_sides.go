package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Those who meet for states in running text and have no name there: "the two leaders", "his
// Omani counterpart", "the teams".

// counterpart is where those stand in running text who end a subject or an object and are named
// only by what they are to somebody before them: "his Omani counterpart", "her counterpart";
// empty for others.
func (r *eventReader) counterpart(np stretch) stretch {
	if r.t.field != model.InText || np.empty() || !r.any(np.hi-1, np.hi, "counterpart", "counterparts") {
		return stretch{}
	}
	for k := np.hi - 2; k >= np.lo && k > np.hi-6; k-- {
		if r.lex.of(&r.t.tok[k])&classPossessive != 0 {
			return stretch{k, np.hi}
		}
	}
	return stretch{}
}

// unnamed tells whether those who meet are told only by what they are: delegations of states, or
// somebody's counterpart.
func (r *eventReader) unnamed(np stretch) bool { return r.delegates(np) || !r.counterpart(np).empty() }

// teams tells whether a subject in running text ends with teams that negotiate, and do not play:
// those that are called so, or that meet in a text that has told of talks.
func (r *eventReader) teams(np stretch) bool {
	if !r.any(np.hi-1, np.hi, "teams") {
		return false
	}
	return r.any(np.lo, np.hi-1, "negotiating", "technical", "mediation", "diplomatic") || len(r.found) > 0
}

// theSides tells whether a subject in running text ends with those who meet for states and
// need no name: "the two leaders", "both sides", "Russian negotiators".
func (r *eventReader) theSides(np stretch) bool { return !r.sidesIn(np).empty() }

// sidesIn is where such people stand at the end of a subject, empty if others do.
func (r *eventReader) sidesIn(np stretch) stretch {
	if np.hi-np.lo == 2 && r.any(np.lo, np.lo+1, "the") && r.any(np.hi-1, np.hi, "two", "pair") && len(r.partiesBefore()) == 2 {
		return np // "the two will meet again"
	}
	if np.lo >= np.hi || !r.beside(np.hi-1, np.hi, aroundSides) && !r.teams(np) && !(r.t.tok[np.hi-1].low == "officials" && len(r.namedIn(np.lo, np.hi)) > 1) {
		return stretch{}
	}
	from := -1
	for k := np.hi - 2; k >= np.lo; k-- {
		switch {
		case r.any(k, k+1, "the", "both", "their", "all"):
			return stretch{k, np.hi}
		case r.who.known(r.t, k):
			from = k
		case r.isRole(k, rolePeople), r.beside(k, k+1, aroundRanking), r.any(k, k+1, "and", ",", "a"), r.t.tok[k].kind == dashToken:
		default:
			k = np.lo
		}
	}
	if from < 0 {
		return stretch{}
	}
	return stretch{from, np.hi}
}

// sides lists whom such people meet for: those named with them, the two that were named right
// before them, or those of an event told before.
func (r *eventReader) sides(at stretch) []string {
	if them := r.namedIn(at.lo, at.hi); len(them) > 0 {
		return them
	}
	if r.any(at.lo, at.lo+1, "all") {
		return nil // more than two, whoever they are
	}
	lead := r.any(at.hi-1, at.hi, "leaders", "presidents", "premiers", "chancellors")
	if them := r.pairBefore(at.lo, lead); len(them) > 0 {
		return them
	}
	them := r.partiesBefore()
	if lead && slices.ContainsFunc(them, r.serves) {
		return nil
	}
	return them
}

// pairBefore lists the two leaders, or else the two states in one breath, that are named before
// token at in its own sentence or, where that names nobody, in the one before; nil where others
// are named, or where an event of two was told in between.
func (r *eventReader) pairBefore(at int, lead bool) []string {
	if at == 0 {
		return nil
	}
	n := int(r.t.tok[at].sent)
	s := stretch{r.t.sents[n].lo, at}
	them := r.actorsIn(s.lo, s.hi)
	if len(them) == 0 && n > 0 {
		last := len(r.found) - 1
		for last >= 0 && len(r.found[last].Participants) < 2 {
			last--
		}
		s = r.t.sents[n-1]
		if last >= 0 && r.heads[last].lo >= s.lo {
			return nil
		}
		them = r.actorsIn(s.lo, s.hi)
	}
	if ms := r.who.mentions(r.t, s.lo, s.hi); len(them) != 2 || !lead && (len(ms) != 2 || ms[1].lo-ms[0].hi > 2) {
		return nil
	}
	for _, id := range them {
		if r.person(id) != lead || lead && r.serves(id) {
			return nil
		}
	}
	return them
}

// serves tells whether a person is known to have a post and to lead no state.
func (r *eventReader) serves(id string) bool {
	a, ok := r.who.dir.Find(id)
	if !ok || len(a.Holds) == 0 {
		return false
	}
	return !slices.ContainsFunc(a.Holds, func(h string) bool {
		return strings.Contains(h, ":president") || strings.Contains(h, ":prime-minister") || strings.Contains(h, "leader")
	})
}

// partiesBefore lists those who were told of as two or more before, which "the leaders" and
// "the two sides" go back to.
func (r *eventReader) partiesBefore() []string {
	var planned []string
	for i := len(r.found) - 1; i >= 0 && i >= len(r.found)-6; i-- {
		switch ev := r.found[i]; {
		case len(ev.Participants) < 2:
		case happens(ev.Status):
			return ev.Participants
		case planned == nil:
			planned = ev.Participants
		}
	}
	return planned
}

// unnamedPair tells whether people of two states end tokens lo to hi and have no name there: "the
// Ruritanian and Norwegian leaders".
func (r *eventReader) unnamedPair(lo, hi int) bool {
	last := hi - 1
	for last > lo && (!r.t.tok[last].wordy() || r.any(last, last+1, "last", "next", "first")) {
		last--
	}
	return last > lo && (r.isRole(last, rolePeople) || r.beside(last, last+1, aroundSides)) && r.any(lo, last, "and", "&", ",") && !r.who.known(r.t, last)
}
