package extract

import (
	"slices"

	"parley/model"
)

// doers finds who acts: the clause's subject, the one that a pronoun means, or
// the subject that is shared with the clause before.
func (r *eventReader) doers(s stretch, lo, end int) ([]string, stretch) {
	np := stretch{lo, end}
	if np.lo < np.hi {
		np = r.withoutLead(np)
	}
	for k := np.hi - 2; k > np.lo && r.t.field == model.InText; k-- { // "the harbour closed when X"
		if low := r.t.tok[k].low; low == "when" || low == "where" || low == "because" || low == "although" || low == "which" {
			np.lo = k + 1
			break
		}
	}
	for k := np.hi - 1; k > np.lo; k-- { // what stands before a dash is a dateline or an aside
		if r.t.tok[k].kind == dashToken && !r.joins(k) {
			np.lo = k
		}
	}
	for np.lo < np.hi && !r.t.tok[np.lo].wordy() {
		np.lo++
	}
	for k := np.lo + 2; k < np.hi; k++ {
		if r.any(k, k+1, "by") && participle(r.t.tok[k-1].low) && r.who.known(r.t, k-2) {
			np.hi = k - 1 // "X cleared by Y to fly to Z"
		}
	}
	if np.lo < np.hi {
		k := &r.t.tok[np.hi-1]
		if them := r.actorsIn(s.lo, np.hi-1); k.low == "they" && r.t.field == model.InTitle && len(them) > 1 {
			return them, np // "X and Y say they will"
		}
		if r.lex.of(k)&classPronoun != 0 {
			return r.pronounIn(s, np.hi-1), np
		}
		if at := r.sidesIn(np); r.t.field == model.InText && !at.empty() {
			return r.sides(at), at
		}
		if who := r.subjectActors(np); len(who) > 0 {
			if len(who) < 3 && r.t.field == model.InTitle && r.any(np.lo, np.hi, "and", ",") {
				who = r.withStrangers(np, who)
			}
			if r.any(np.lo, np.hi, "he", "she") {
				who = merge(r.pronounIn(s, np.hi), who...) // "he and X"
			}
			return who, np
		}
		if k.low == "leaders" || k.low == "presidents" || k.low == "both" {
			return r.leaders(np.lo), np
		}
		return nil, np
	}
	if who := r.tellerBefore(s, lo); len(who) > 0 {
		return who, np
	}
	first, _ := r.subject(s)
	if r.t.field == model.InTitle && lo == s.lo && end == lo {
		if before := r.subjectBefore(s); before.lo < before.hi {
			return r.subjectActors(before), np // "X threatens Y; writes to Z"
		}
	}
	if first.hi > end {
		return nil, np
	}
	return r.subjectActors(first), first
}

// tellerBefore lists who is said behind a comma to tell what stands before it, right before a
// clause at lo that has no subject of its own: "A to ban B, X says after scrapping talks".
func (r *eventReader) tellerBefore(s stretch, lo int) []string {
	if r.t.field != model.InTitle || lo-2 <= s.lo || !r.cueAt(lo-2) || r.word(r.t, lo-1)&hBreak == 0 {
		return nil
	}
	for k := lo - 3; k > s.lo && k > lo-8; k-- {
		if r.t.tok[k].low == "," {
			return r.actorsIn(k+1, lo-2)
		}
	}
	return nil
}

// subjectBefore is the subject of the part of a title before s that goes on in s.
func (r *eventReader) subjectBefore(s stretch) stretch {
	for n := 1; n < len(r.segs); n++ {
		if r.segs[n].lo == s.lo && r.segs[n].sep != "." && !r.segs[n-1].label {
			np, verb := r.subject(r.segs[n-1].stretch)
			if verb >= 0 {
				return np
			}
		}
	}
	return stretch{}
}

// withStrangers adds to the one known actor of a list who else it names: "Quell and
// Trump sign pact".
func (r *eventReader) withStrangers(np stretch, who []string) []string {
	if both := r.eachOf(np); len(both) > 1 {
		return both
	}
	ps := r.parties(np)
	if r.cased || len(ps) != 2 || ps[0].id == ps[1].id {
		return who
	}
	var out []string
	for _, p := range ps {
		if p.actor < 0 && p.capacity != "person" && !r.unheard(stretch{p.lo, p.hi}) {
			return who
		}
		out = append(out, p.id)
	}
	if !slices.Contains(out, who[0]) {
		return who
	}
	return out
}

// eachOf lists who is named between the commas of a list of which each part names one
// person: "Ruritanian PM Marden, Quell". It returns nil for any other list.
func (r *eventReader) eachOf(np stretch) []string {
	if r.t.field != model.InTitle || !r.any(np.lo, np.hi, "and", ",") {
		return nil
	}
	var out []string
	lo := np.lo
	for i := np.lo; i <= np.hi; i++ {
		if i < np.hi && r.t.tok[i].low != "," && r.t.tok[i].low != "and" {
			continue
		}
		if i > lo {
			ids := r.actorsIn(lo, i)
			if them := r.strangers(lo, i); len(them) == 1 && (len(ids) == 0 || !r.person(ids[0])) {
				ids = them
			}
			if s := (stretch{lo, i}); len(ids) == 0 && lo > r.segs[0].lo && !r.cased && r.unheard(s) {
				ids = []string{kebab(r.t.raw(lo, i))} // "Marden" in "as Marden, Italy's Quell meet"
			}
			if len(ids) != 1 {
				return nil
			}
			out = merge(out, ids...)
		}
		lo = i + 1
	}
	return out
}

// listed tells whether a subject only goes on with a list that begins at lo:
// "delegations of X, Y and Z".
func (r *eventReader) listed(lo int, np stretch) bool {
	if np.lo-3 < lo || np.lo >= np.hi || r.t.tok[np.lo-1].low != "," || !r.who.known(r.t, np.lo-2) || !r.who.known(r.t, np.lo) {
		return false
	}
	return r.has("and", np.lo, np.hi) && r.any(lo, lo+2, "delegations", "negotiators", "leaders", "presidents", "ministers", "envoys", "officials", "representatives", "teams")
}

// subjectActors lists the actors of a subject: all of a list, else its head. What
// was told before it ("Rubio says he …") is no part of it.
func (r *eventReader) subjectActors(np stretch) []string {
	t := r.t
	from := np.lo
	for i := np.lo; i < np.hi; i++ {
		if _, n, ok := r.verbs.match(t.tok, i); ok && i > np.lo && !r.who.known(t, i) && i+n < np.hi {
			if v, _, _ := r.verbs.match(t.tok, i); (v.form&(inThird|inPast) != 0 || t.tok[i+n].low == "that") && v.frame != frameNone {
				from = i + n
			}
		}
	}
	ids := r.actorsIn(from, np.hi)
	if r.delegates(np) || r.t.field == model.InTitle && np.hi > np.lo && r.t.tok[np.hi-1].low == "delegation" {
		ids = merge(ids, r.namedIn(from, np.hi)...) // "US and Russian delegations"
	}
	if at := r.counterpart(np); !at.empty() {
		ids = merge(ids, r.namedIn(at.lo, at.hi)...)
	}
	if last := max(np.lo, np.hi-1); len(ids) == 0 && from > np.lo && !(t.field == model.InText && from < np.hi && (r.who.noun(&t.tok[last]) != 0 || r.isRole(last, rolePeople))) {
		return r.actorsIn(np.lo, from)
	}
	return ids
}

// leaders lists the persons named before "the leaders" in a title.
func (r *eventReader) leaders(before int) []string {
	var out []string
	all := r.actorsIn(max(0, before-maxTitle), before)
	for _, id := range all {
		if r.person(id) {
			out = append(out, id)
		}
	}
	if len(out) == 0 && len(all) == 2 && r.t.field == model.InTitle && r.any(0, before, "and", ",", "&") {
		return all // "Norway, Peru strike deal as leaders meet"
	}
	if len(out) < 2 {
		return nil // "Marden backs truce as leaders gather"
	}
	return out
}

// pronounIn returns the person named before a pronoun, in its sentence or title.
func (r *eventReader) pronounIn(s stretch, at int) []string {
	if r.t.field == model.InText && r.strangerActs(s, at) {
		return nil
	}
	for _, m := range r.who.mentions(r.t, s.lo, at) {
		if r.t.field == model.InTitle && at < len(r.t.tok) && r.t.tok[at].low == "it" {
			if k := r.who.actors[m.actor].Kind; k == model.State || k == model.Bloc || k == model.Group {
				return []string{r.who.actors[m.actor].ID}
			}
			continue
		}
		if r.who.actors[m.actor].Kind == model.Person {
			return []string{r.who.actors[m.actor].ID}
		}
	}
	if r.t.field == model.InText && at < len(r.t.tok) {
		return r.meantBefore(s, r.t.tok[at].low)
	}
	return nil
}

// actsAt tells whether a subject may end with token i: a known actor, a pronoun,
// people who act for others, or the comma after an aside.
func (r *eventReader) actsAt(i int) bool {
	k := &r.t.tok[i]
	for _, m := range r.who.mentions(r.t, max(0, i-5), i+1) {
		if m.hi == i+1 {
			return true
		}
	}
	return r.who.known(r.t, i) && !genitive(k) || r.lex.of(k)&classPronoun != 0 || k.low == "," || r.who.noun(k)&(nounOrgan|nounUnnamed) != 0 && k.low != "homeless"
}

// assembly tells whether a subject is a body that meets by itself: "the security
// cabinet".
func (r *eventReader) assembly(np stretch) bool { return r.beside(np.lo, np.hi, aroundAssembly) }

func (r *eventReader) group(ids []string) bool {
	for _, id := range ids {
		if a, ok := r.who.dir.Find(id); ok && (a.Kind == model.Group || a.Kind == model.Bloc) {
			return true
		}
	}
	return false
}

// firstTo reads "X first leader to visit Y" and "X becomes first leader to visit Y" before the
// verb at i: it returns where the subject ends, lo for anything else, and the status.
func (r *eventReader) firstTo(lo, i int) (int, string) {
	if i-2 <= lo || r.t.tok[i-1].low != "to" {
		return lo, ""
	}
	for k := i - 2; k > lo && k > i-8; k-- {
		if !r.any(k, k+1, "first", "only", "latest", "last", "second", "third") {
			if !r.t.tok[k].wordy() || r.word(r.t, k)&(hPrep|hVerb|hBreak) != 0 {
				return lo, ""
			}
			continue
		}
		for k > lo && r.word(r.t, k-1)&hDeterminer != 0 {
			k--
		}
		end := k
		for end > lo && (r.any(end-1, end, "become", "becomes", "became", "becoming") || r.word(r.t, end-1)&(hAux|hAdverb) != 0) {
			end--
		}
		switch {
		case end <= lo || i-2 == k:
			return lo, ""
		case r.any(end, k, "will", "would", "to", "may", "could", "might", "set"):
			return end, model.Planned
		case r.t.field == model.InText || r.any(end, k, "became", "was"):
			return end, model.Done
		}
		return end, model.UnderWay
	}
	return lo, ""
}
