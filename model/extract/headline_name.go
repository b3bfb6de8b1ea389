package extract

import (
	"strings"

	"parley/model"
)

// personAtEnd returns the full name that ends a phrase whose head says only what he
// is: "staff chief Gen. Ada Quell", "mediator Adil al-Marden". Empty if none does.
func (r *titleReader) personAtEnd(p party) string {
	t, i := r.t, p.hi
	for i > p.lo && p.hi-i < 5 {
		k := &t.tok[i-1]
		particle := strings.HasPrefix(k.low, "al-") || strings.HasPrefix(k.low, "el-") || r.who.noun(k)&nounParticle != 0 && !k.is(flagCapital)
		glue := k.low == "-" && i < p.hi
		if !glue && !particle && (k.kind != wordToken || !k.is(flagCapital) || k.is(flagQuoted) || r.who.noun(k) != 0 || r.word(t, i-1) != 0 || r.lex.of(k) != 0 || r.who.known(t, i-1)) {
			break
		}
		i--
	}
	for i < p.hi && !t.tok[i].is(flagCapital) {
		i++
	}
	if p.hi-i < 2 {
		return ""
	}
	if i == p.lo {
		return t.raw(i, p.hi)
	}
	what := &t.tok[i-1]
	if what.low == "." && i-2 >= p.lo {
		what = &t.tok[i-2]
	}
	if r.any(p.lo, i, "of", "for", "from", "at", "in") && r.who.noun(what)&nounTitle == 0 {
		return "" // "Mother of murdered boy Adil Marden"
	}
	if r.who.noun(what) == 0 && r.word(t, i-1)&hPeople == 0 && !genitive(what) {
		return ""
	}
	return t.raw(i, p.hi)
}

// formerHolder tells whether a phrase names an office that its holder has left
// ("Ex-NATO chief"): that is not the one who holds it today.
func (r *titleReader) formerHolder(p party) bool {
	if p.actor < 0 || p.capacity != "office" && r.who.actors[p.actor].Kind != model.Person {
		return false
	}
	low := r.t.tok[p.lo].low
	if low == "ex" && p.lo+1 < p.hi && r.t.tok[p.lo+1].low == "-" {
		return p.capacity == "office"
	}
	return p.capacity == "office" && strings.HasPrefix(low, "ex-")
}

// fullNameEnds tells whether a phrase ends with a full name behind its last genitive:
// "Marden's Ada Quell".
func (r *titleReader) fullNameEnds(np stretch) bool {
	n := 0
	for i := np.hi - 1; i > np.lo; i-- {
		k := &r.t.tok[i]
		if k.low == "'s" || genitive(&r.t.tok[i-1]) && n > 0 {
			if k.low == "'s" {
				return n > 1 || n == 1 && r.t.tok[i+1].id == 0
			}
			return k.kind == wordToken && k.is(flagCapital) && !r.cased
		}
		if k.kind != wordToken || !k.is(flagCapital) {
			return false
		}
		n++
	}
	return false
}

// titled tells whether a phrase is a name behind a post: "Ruritanian premier Marden".
func (r *titleReader) titled(np stretch) bool {
	i := np.hi
	for i > np.lo && r.t.tok[i-1].is(flagCapital) && r.t.tok[i-1].kind == wordToken && r.who.noun(&r.t.tok[i-1]) == 0 && r.word(r.t, i-1) == 0 && !r.who.known(r.t, i-1) {
		i--
	}
	return i < np.hi && i > np.lo && (r.who.noun(&r.t.tok[i-1])&(nounTitle|nounUnnamed) != 0 || genitive(&r.t.tok[i-1]) && !r.cased)
}

// oneOfSeveral tells whether a phrase names a post that more than one holds, and no more
// than the post: "US envoy".
func (r *titleReader) oneOfSeveral(p party) bool {
	if p.actor < 0 || p.capacity != "office" {
		return false
	}
	m, ok := r.who.nameAt(r.t, p.lo)
	if !ok {
		return false
	}
	for i := m.hi; i < p.hi; i++ {
		end, classes := r.who.officeAt(r.t, i)
		if end == i {
			continue
		}
		if end+1 < p.hi && r.any(end, end+1, "to", "for") && r.t.tok[end-1].low == "envoy" {
			return true // "Trump envoy to Norway" is another
		}
		if r.t.tok[end-1].low == "leader" && i > m.hi && r.word(r.t, i-1)&hPartisan != 0 {
			return true // "French far-right leader"
		}
		return end == p.hi && r.sharedPost(m.actor, classes)
	}
	return false
}

// sharedPost tells whether several hold a post of the classes with an actor.
func (r *titleReader) sharedPost(of int, classes []string) bool {
	for _, c := range classes {
		if r.who.several[r.who.actors[of].ID+":"+c] {
			return true
		}
	}
	return false
}

// leaderCalled finds the one leader of a state who goes by a single word that is no name in
// the directory. It returns -1 for none or several.
func (r *titleReader) leaderCalled(p party) int {
	if p.actor >= 0 || p.hi != p.lo+1 || p.id == model.Unnamed || r.cased && p.lo > 0 && r.t.tok[p.lo-1].kind == wordToken && r.t.tok[p.lo-1].is(flagCapital) {
		return -1
	}
	if who, ok := r.who.leaders[r.t.raw(p.lo, p.hi)]; ok {
		return who
	}
	return -1
}
