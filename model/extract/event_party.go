package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who takes part in an event that is told by its name: owners before it, companions
// behind it, who invites and who was told of before.

// invited reads "X invites Y for" right before an event's name: it returns both, and
// where that begins.
func (r *eventReader) invited(s stretch, lo int) ([]string, int) {
	t := r.t
	if t.field != model.InTitle || lo-1 <= s.lo || t.tok[lo-1].low != "for" && t.tok[lo-1].low != "to" {
		return nil, 0
	}
	for k := lo - 2; k > s.lo && k > lo-8; k-- {
		if !r.any(k, k+1, "invite", "invites", "invited", "summon", "summons", "summoned") {
			continue
		}
		end, aux := r.auxBefore(r.clauseStart(s, k), k)
		who, np := r.doers(s, r.clauseStart(s, k), end)
		if len(who) == 0 || aux == "is" {
			return nil, 0
		}
		return merge(who, r.partiesIn(k+1, lo-1)...), np.lo
	}
	return nil, 0
}

// blocOf is the bloc whose event a name tells of: "NATO summit".
func (r *eventReader) blocOf(lo, i int) []string {
	for _, m := range r.who.mentions(r.t, lo, i) {
		if k := r.who.actors[m.actor].Kind; k == model.Bloc && m.how == byName {
			return []string{r.who.actors[m.actor].ID}
		}
	}
	return nil
}

// stateOf is the state that an event's name begins with.
func (r *eventReader) stateOf(lo, i int) []string {
	if m, ok := r.who.nameAt(r.t, lo); ok && m.hi <= i && m.how == byName && !m.seat && r.who.actors[m.actor].Kind == model.State {
		return []string{r.who.actors[m.actor].ID}
	}
	return nil
}

// speakerBefore is the person who says what begins behind the cue at i.
func (r *eventReader) speakerBefore(s stretch, i int) []string {
	ids := r.actorsIn(s.lo, i)
	for _, id := range ids {
		if r.person(id) {
			return []string{id}
		}
	}
	if r.t.field == model.InTitle && len(ids) == 1 {
		return ids
	}
	return nil
}

func (r *eventReader) bloc(ids []string) bool {
	for _, id := range ids {
		if a, ok := r.who.dir.Find(id); ok && a.Kind == model.Bloc {
			return true
		}
	}
	return false
}

// ownersIn lists who takes part by the words before an event's name: two joined,
// or one in the genitive or before it; a state alone is its subject, not a party.
func (r *eventReader) ownersIn(lo, i int) []string {
	t := r.t
	var out []string
	ms := r.who.mentions(t, lo, i)
	for k, m := range ms {
		a := r.who.actors[m.actor]
		if m.seat && (a.Kind == model.Organisation || len(ms) < 2) || r.who.isPlace(t, m) && len(ms) < 2 {
			continue
		}
		joined := k > 0 && m.lo-ms[k-1].hi <= 1 && !genitive(&t.tok[ms[k-1].hi]) || k+1 < len(ms) && ms[k+1].lo-m.hi <= 1
		if m.seat && k > 0 && m.lo == ms[k-1].hi {
			continue // "X-Y Budapest meeting"
		}
		owner := m.hi < i && genitive(&t.tok[m.hi])
		if a.Kind != model.Person && !joined && !owner {
			continue
		}
		if !slices.Contains(out, a.ID) {
			out = append(out, a.ID)
		}
	}
	if t.field == model.InTitle && len(out) == 0 {
		return r.pairIn(lo, i)
	}
	return out
}

// pairIn lists the two states that an adjective between lo and hi stands for: "Inter-Korean".
func (r *eventReader) pairIn(lo, hi int) []string {
	for k := lo; k < hi; k++ {
		if w, _, ok := r.ev.terms.match(r.t.tok, k); ok && r.t.tok[k].id != 0 && w.is(rolePair) {
			return strings.Split(w.kinds[rolePair], ",")
		}
	}
	return nil
}

// overTime goes right from i over the time of an event: "last Friday", "on 15 August".
func (r *eventReader) overTime(i, hi int) int {
	if r.t.tok[i].low == "on" {
		i++
	}
	if i < hi && r.day(i) && r.written.IsZero() {
		return i + 1
	}
	if r.written.IsZero() || i >= hi {
		return i
	}
	_, _, n := date(r.t, i, hi, midnight(r.written), 0)
	return i + n
}

// companions reads "with X", "between X and Y" after an event's name.
func (r *eventReader) companions(i, hi int) ([]string, int) {
	if i >= hi {
		return nil, i
	}
	if i+1 < hi && r.isRole(i, roleDue|roleDrop) && (r.t.tok[i+1].low == "with" || r.t.tok[i+1].low == "between") {
		ids, _ := r.companions(i+1, hi)
		return ids, i // "no meeting planned between X and Y"
	}
	if k := r.overTime(i, hi); k > i && k < hi && (r.t.tok[k].low == "with" || r.t.tok[k].low == "between") {
		return r.companions(k, hi)
	}
	if k := r.overTold(i, hi); k > i {
		ids, _ := r.companions(k, hi)
		return ids, i
	}
	switch low := r.t.tok[i].low; low {
	case "by": // "a visit by X to Z"
		if end := r.objectEnd(i+1, hi); r.t.field == model.InText {
			return r.partiesIn(i+1, end), end
		}
	case "to": // "X's call to Y"
		if r.t.field == model.InTitle && r.any(i-1, i, "call") && r.ownCall(i) && i+1 < hi && r.actorAhead(i+1, i+3) {
			end := r.objectEnd(i+1, hi)
			if ms := r.who.mentions(r.t, i+1, end); len(ms) > 0 {
				end = ms[len(ms)-1].hi
			}
			return r.partiesIn(i+1, end), end
		}
	case "of": // "the talks of X and Y"
		end := r.objectEnd(i+1, hi)
		if ids := r.actorsIn(i+1, end); len(ids) > 1 || r.bloc(ids) {
			return ids, end
		}
	case "with", "between", "among":
		end := r.objectEnd(i+1, hi)
		ids := r.partiesIn(i+1, end)
		if at := r.sidesIn(stretch{i + 1, end}); len(ids) == 0 && r.t.field == model.InText && !at.empty() {
			return r.sides(at), end // "a meeting between the two leaders"
		}
		if len(ids) == 0 && r.has("no", i+1, end) {
			return nil, i // "ends talks with no deal"
		}
		return ids, end
	case "in", "on", "at", "over", "about":
		if end := r.objectEnd(i+1, hi); end < hi && (r.t.tok[end].low == "with" || r.t.tok[end].low == "between") {
			to := r.objectEnd(end+1, hi)
			return r.actorsIn(end+1, to), to
		}
		for k := i + 1; k < hi && k < i+5; k++ {
			if r.isRole(k, roleBegin|roleEnd|roleDue|roleDrop) || r.word(r.t, k)&hVerb != 0 {
				break
			}
			if w := r.t.tok[k].low; w == "with" || w == "between" {
				to := r.objectEnd(k+1, hi)
				return r.actorsIn(k+1, to), to
			}
		}
	}
	return nil, i
}

// ownsOther tells whether somebody in running text only owns what or whom is told of: "Quell's
// advisers met", "Norway's economy".
func (r *eventReader) ownsOther(m mention, hi int) bool {
	if r.t.field != model.InText || m.hi+1 >= hi || !genitive(&r.t.tok[m.hi]) {
		return false
	}
	for k := m.hi + 1; k < hi && k < m.hi+4; k++ {
		if r.isRole(k, rolePeople) && r.who.actors[m.actor].Kind != model.Person {
			return false
		}
	}
	return true
}

// homeOf tells whether a state only says behind a name whence a person is: "President Quell
// of Norway".
func (r *eventReader) homeOf(m mention, lo int) bool {
	if r.who.actors[m.actor].Kind != model.State || m.lo-2 < lo || r.t.tok[m.lo-1].low != "of" {
		return false
	}
	before := r.who.mentions(r.t, max(lo, m.lo-5), m.lo-1)
	return len(before) > 0 && before[len(before)-1].hi == m.lo-1 && r.who.actors[before[len(before)-1].actor].Kind == model.Person
}

// ownWith lists the parties before and behind an event's noun, which begins at i and ends at
// end, and where those behind it end.
func (r *eventReader) ownWith(lo, i, end, hi int) (own, with []string, to int) {
	with, to = r.companions(end, hi)
	return r.ownersIn(lo, i), with, to
}

// officeOfAnother tells whether a holder's office is told of the person named behind it.
func (r *eventReader) officeOfAnother(m mention, hi int) bool {
	if m.hi >= hi {
		return false
	}
	end := m.hi
	if r.any(end, end+1, "-") && r.any(end+1, end+2, "general") {
		end += 2
	}
	next, ok := r.who.nameAt(r.t, end)
	return ok && next.actor != m.actor && r.who.actors[next.actor].Kind == model.Person && (m.how == byOffice || r.who.noun(&r.t.tok[m.hi-1])&(nounTitle|nounRank) != 0)
}

// titlesName tells whether the name of a state or a body, or of whom he serves, only begins the
// title of the person named behind it, "US envoy Quell", "Marden aide Quell", "UN envoy Ada
// Quell", or an office is that of another than who holds it today: "House Speaker Quell".
func (r *eventReader) titlesName(m mention, hi int) bool {
	switch r.who.actors[m.actor].Kind {
	case model.Person:
		if r.officeOfAnother(m, hi) {
			return true
		}
	case model.State, model.Bloc, model.Organisation:
	default:
		return false
	}
	post := false
	for k := m.hi; k < hi && k < m.hi+6; k++ {
		if next, ok := r.who.nameAt(r.t, k); ok && r.who.actors[next.actor].Kind == model.Person {
			return post
		}
		if post && r.t.field == model.InText && k+2 <= hi && r.unlisted(k) && r.unlisted(k+1) {
			return true
		}
		if !r.t.tok[k].wordy() || r.word(r.t, k)&(hPrep|hVerb|hBreak|hAux) != 0 && r.t.tok[k].low != "of" || r.t.tok[k].low == "and" || r.cueAt(k) {
			return false
		}
		post = r.who.noun(&r.t.tok[k])&(nounTitle|nounRank) != 0 || r.isRole(k, rolePeople) || post && r.any(k, k+1, "of", "state", "defense", "defence", "war", "general") //nolint:misspell // as American papers have it
	}
	return false
}

// unlisted tells whether the word at k can be part of a person's name that no list has.
func (r *eventReader) unlisted(k int) bool {
	w := &r.t.tok[k]
	return w.kind == wordToken && w.is(flagCapital) && !w.is(flagAllCaps) && r.who.noun(w) == 0 && r.word(r.t, k) == 0 && !r.who.known(r.t, k) && !r.day(k)
}
