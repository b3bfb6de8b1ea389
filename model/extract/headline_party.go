package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// parties returns who a phrase means. A title begins with a capital: "Hundreds" and
// "Court" there name nobody.
func (r *titleReader) parties(np stretch) []party {
	np = r.withoutAside(np)
	ps := r.who.parties(r.t, np.lo, np.hi)
	for i := range ps {
		if p := ps[i]; p.lo < p.hi {
			ps[i] = r.ofState(p)
		}
		p := &ps[i]
		if p.actor < 0 && p.hi == p.lo+1 && strings.HasPrefix(r.t.tok[p.lo].low, "ex-") {
			p.id, p.name, p.capacity = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous"
			continue
		}
		if w := r.t.tok[min(p.lo, len(r.t.tok)-1)].low; p.actor < 0 && p.hi == p.lo+1 && p.capacity == "collective" && len(w) > 5 && strings.HasSuffix(w, "ans") {
			p.capacity = "anonymous" // "Mardenians" are people, though no list knows from where
			continue
		}
		if p.actor < 0 && p.capacity == "collective" && p.hi > p.lo && r.word(r.t, r.who.headEnd(r.t, p.lo, p.hi, nil)-1)&(hPeople|hReport|hAttribute) != 0 {
			p.id, p.name, p.capacity = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous"
		}
		if p.actor < 0 && p.capacity == "person" && r.cased && r.word(r.t, p.hi-1)&hReport != 0 && r.noun(p.hi-1)&nounTitle == 0 {
			p.id, p.name, p.capacity = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous" // "Leaked Memo Shows"
		}
		if p.id == model.Unnamed && p.lo < p.hi {
			if name := r.personAtEnd(*p); name != "" {
				p.id, p.name, p.capacity = kebab(name), name, "person"
			}
		}
		if who := r.leaderCalled(*p); who >= 0 {
			a := r.who.actors[who]
			p.id, p.name, p.capacity, p.actor = a.ID, a.Name, capacityOf(a, byName), who
		}
		if first := &r.t.tok[min(p.lo, len(r.t.tok)-1)]; p.actor < 0 && p.capacity == "person" && r.word(r.t, p.lo)&hPeople != 0 && strings.Count(p.name, " ") > 1 && strings.HasPrefix(strings.ToLower(p.name), first.low+" ") {
			p.name = p.name[strings.IndexByte(p.name, ' ')+1:] // "Novelist Ada Quell"
			p.id = kebab(p.name)
		}
		if p.actor < 0 && p.capacity == "collective" && p.hi > p.lo && !strings.Contains(p.name, " ") && r.who.noun(&r.t.tok[p.hi-1])&nounTitle != 0 && p.hi-p.lo > 1 {
			p.id, p.name, p.capacity = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous" // "Ruritanian caretaker PM"
		}
		if p.actor < 0 && p.capacity == "collective" && p.hi == p.lo+1 && r.who.noun(&r.t.tok[p.lo])&nounTitle != 0 {
			p.id, p.name, p.capacity = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous" // "Bishop"
		}
		if m, ok := r.who.nameAt(r.t, p.lo); ok && p.id == model.Unnamed && m.hi == p.hi-1 && r.who.actors[m.actor].Kind == model.State && r.any(m.hi, p.hi, "leaders") {
			a := r.who.actors[m.actor] // "Norwegian leaders" are Norway's
			p.id, p.name, p.capacity, p.actor = a.ID, a.Name, "collective", m.actor
		}
		if r.formerHolder(*p) || r.oneOfSeveral(*p) {
			p.id, p.name, p.capacity, p.actor = model.Unnamed, r.t.raw(p.lo, p.hi), "anonymous", -1
		}
	}
	return ps
}

// withoutAside leaves out what stands between commas behind a name and is no other's:
// "Quell, in Oslo, says", "Quell, hosting Marden, says".
func (r *titleReader) withoutAside(np stretch) stretch {
	if np.hi-np.lo < 4 || r.t.tok[np.hi-1].low != "," {
		return np
	}
	comma := r.beforeComma(np.lo+1, np.hi-1)
	if comma+1 >= np.hi-1 {
		return np
	}
	k := &r.t.tok[comma+1]
	if r.word(r.t, comma+1)&hPrep != 0 || !k.is(flagCapital) && strings.HasSuffix(k.low, "ing") && len(k.low) > 5 {
		return stretch{np.lo, comma}
	}
	return np
}

// particular names a group or body that no list knows and that a word before its
// noun tells from others ("wreck survivors", "Marden's harbour board"): that is
// somebody, where "officials" is nobody in particular.
func (r *titleReader) particular(p party) party {
	if p.id != model.Unnamed || p.hi <= p.lo {
		return p
	}
	if r.properBody(p) {
		p.name = r.t.raw(p.lo, p.hi)
		p.id, p.capacity = kebab(p.name), "collective"
		return p
	}
	end := r.who.headEnd(r.t, p.lo, p.hi, nil)
	head := &r.t.tok[end-1]
	c := r.word(r.t, end-1)
	placed := r.placed(p.lo, end-1)
	if name := r.namedGroup(p, end, placed); name != "" {
		p.name, p.id, p.capacity = name, kebab(name), "collective"
		return p
	}
	group := c&hFaceless == 0 && (strings.HasSuffix(head.low, "s") && !strings.HasSuffix(head.low, "ss") || c&hCamp != 0) && (c&hPeople != 0 && c&hVague == 0 || placed && r.who.noun(head)&nounUnnamed != 0)
	if c&hReport != 0 && !placed || !group && (c&hBody == 0 || !placed && r.who.noun(head)&nounUnnamed != 0) {
		return p
	}
	lo := p.lo
	for i := lo; i < end-1; i++ {
		if genitive(&r.t.tok[i]) {
			lo = i + 1
		}
	}
	for lo < end-1 && (r.word(r.t, lo)&(hDeterminer|hAdverb) != 0 || r.any(lo, lo+1, "nearly", "almost", "over", "around", "about", "than", "roughly") || r.lex.of(&r.t.tok[lo])&(classDeterminer|classPossessive|classPronoun|classPreposition|classAnd) != 0 || !r.t.tok[lo].wordy() || isNew(r.t.tok[lo].low)) {
		lo++
	}
	if lo < end-1 && r.t.tok[lo].kind != numberToken { // "26 countries" are not named by their number
		p.name = r.t.raw(lo, end)
		p.id, p.capacity = kebab(p.name), "collective"
	}
	return p
}

// namedGroup returns the name of the leaders of a region ("Asian leaders"), the authorities
// of a place and the allies of somebody ("Quell's allies", "his allies"); empty for others.
func (r *titleReader) namedGroup(p party, end int, placed bool) string {
	if end-1 <= p.lo {
		return ""
	}
	switch r.t.tok[end-1].low {
	case "leaders", "nations", "states", "countries", "governments":
		if r.word(r.t, end-2)&hRegion != 0 {
			return r.t.raw(end-2, end)
		}
	case "authorities":
		if placed && !genitive(&r.t.tok[end-2]) {
			return r.t.raw(p.lo, end)
		}
	case "allies":
		owners := r.who.mentions(r.t, 0, end-1)
		if len(owners) == 0 {
			return ""
		}
		owner := owners[len(owners)-1]
		if genitive(&r.t.tok[end-2]) && owner.hi == end-2 || r.any(end-2, end-1, "his", "her", "their", "its") {
			return r.t.raw(owner.lo, owner.hi) + " allies"
		}
	}
	return ""
}

// properBody tells whether a phrase is the name of a body, as the capitals within a title
// show that has none elsewhere: "Coast Guard says", "Health Ministry says".
func (r *titleReader) properBody(p party) bool {
	if r.cased || r.t.caps || p.hi-p.lo < 2 || r.word(r.t, p.hi-1)&hBody == 0 && !r.any(p.hi-1, p.hi, "guard", "army", "navy", "corps", "service", "court", "ministry", "force") {
		return false
	}
	for i := p.lo; i < p.hi; i++ {
		if k := &r.t.tok[i]; k.kind != wordToken || !k.is(flagCapital) {
			return false
		}
	}
	return true
}

// placed tells whether a name or a place stands in lo to hi.
func (r *titleReader) placed(lo, hi int) bool {
	if len(r.who.mentions(r.t, lo, hi)) > 0 {
		return true
	}
	for i := lo; i < hi; i++ {
		k := &r.t.tok[i]
		if k.kind != wordToken || !k.is(flagCapital) {
			continue
		}
		if _, _, town := r.towns.match(r.t.tok, i); town || k.id == 0 && !(r.cased && strings.HasSuffix(k.low, "ed")) || !r.cased && i > 0 && i > lo {
			return true
		}
	}
	return false
}

// ofItsPeople finds the one known person of a state whose name has the word at i: "North
// Korea's Kim", "Syria's Sharaa"; its leader before others. It returns -1 for none or
// several.
func (r *titleReader) ofItsPeople(i int) int {
	t, found, n := r.t, -1, 0
	for _, m := range r.who.mentions(t, max(0, i-5), i-1) {
		if m.hi != i-1 || m.how != byName || r.who.actors[m.actor].Kind != model.State {
			continue
		}
		name := t.raw(i, i+1)
		for k := range r.who.actors {
			if a := r.who.actors[k]; a.Kind == model.Person && a.State == r.who.actors[m.actor].ID && hasName(a.Name, name) {
				if leadsState(a) {
					return k
				}
				if n++; n == 1 {
					found = k
				}
			}
		}
	}
	if n > 1 {
		return -1
	}
	return found
}

// hasName tells whether a word is one of a full name, an article aside ("al-").
func hasName(full, word string) bool {
	for _, w := range strings.Fields(full) {
		if w == word || len(w) > 3 && w[2] == '-' && w[3:] == word {
			return true
		}
	}
	return false
}

// opensAbroad tells whether the title begins with the name of another state.
func (r *titleReader) opensAbroad(state string) bool {
	m, ok := r.who.nameAt(r.t, r.segs[0].lo)
	return ok && m.how == byName && r.who.actors[m.actor].Kind == model.State && r.who.actors[m.actor].ID != state
}

// holderHere is who holds a post of the classes in the state that the title begins with,
// nobody in particular where that is not known.
func (r *titleReader) holderHere(p party, classes []string) party {
	out := party{id: model.Unnamed, name: r.t.raw(p.lo, p.hi), capacity: "anonymous", actor: -1, lo: p.lo, hi: p.hi}
	if m, ok := r.who.nameAt(r.t, r.segs[0].lo); ok {
		if who, ok := r.who.holder(r.t, m.actor, classes); ok {
			a := r.who.actors[who]
			out.id, out.name, out.capacity, out.actor = a.ID, a.Name, capacityOf(a, byOffice), who
		}
	}
	return out
}

// ofState reads "its military chief" behind the name of a state, and "E3 nations".
func (r *titleReader) ofState(p party) party {
	t := r.t
	if w := t.tok[p.lo].low; (w == "its" || w == "their" || w == "his" || w == "her") && p.actor < 0 {
		end, classes := r.who.officeAt(t, p.lo+1)
		ms := r.who.mentions(t, 0, p.lo)
		for i := 0; end == p.hi && i < len(ms); i++ {
			if who, ok := r.who.holder(r.t, ms[i].actor, classes); ok && r.who.actors[ms[i].actor].Kind != model.Person {
				a := r.who.actors[who]
				return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byOffice), actor: who, lo: p.lo, hi: p.hi}
			}
		}
	}
	if p.actor < 0 && p.hi-p.lo > 2 && genitive(&t.tok[p.hi-2]) && t.tok[p.hi-1].is(flagCapital) {
		if who := r.ofItsPeople(p.hi - 1); who >= 0 {
			a := r.who.actors[who]
			return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byName), actor: who, lo: p.lo, hi: p.hi}
		}
	}
	if body, n := r.who.names.find(t.tok, p.lo); n > 0 && p.actor >= 0 && p.lo > 0 && r.who.names.values[body].shared {
		if end, classes := r.who.officeAt(t, p.lo+n); end == p.hi && r.opensAbroad(r.who.actors[p.actor].State) {
			_, own := r.who.officeAt(t, p.lo)
			return r.holderHere(p, append(own, classes...)) // "U.K. will A, Treasury chief says"
		}
	}
	if p.actor < 0 && p.lo > 0 && p.hi-p.lo == 2 && t.tok[p.hi-1].low == "ministry" && t.tok[p.lo-1].low == "," {
		if m, ok := r.who.nameAt(t, r.segs[0].lo); ok && m.how == byName && r.who.actors[m.actor].Kind == model.State {
			a := r.who.actors[m.actor] // "Norway won't A, Foreign Ministry says"
			return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byName), actor: m.actor, lo: p.lo, hi: p.hi}
		}
	}
	if end, classes := r.who.officeAt(t, p.lo); p.actor < 0 && p.lo > 0 && end == p.hi {
		ms := r.who.mentions(t, 0, p.lo)
		if slices.Contains(classes, "leader") {
			for k := len(ms) - 1; k > 0; k-- { // whoever is last spoken of: "… on Marden after junta chief praises"
				if r.who.actors[ms[k].actor].Kind == model.State {
					ms = ms[k:]
					if who, ok := r.who.holder(r.t, ms[0].actor, classes); ok {
						a := r.who.actors[who]
						return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byOffice), actor: who, lo: p.lo, hi: p.hi}
					}
					return p
				}
			}
		}
		if len(ms) > 0 && ms[0].lo == r.segs[0].lo && r.who.actors[ms[0].actor].Kind == model.State && ms[0].how == byName {
			if who, ok := r.who.holder(r.t, ms[0].actor, classes); ok { // "Ukraine won't A, says foreign minister"
				a := r.who.actors[who]
				if r.sharedPost(ms[0].actor, classes) {
					return p // an envoy of several
				}
				return party{id: a.ID, name: a.Name, capacity: capacityOf(a, byOffice), actor: who, lo: p.lo, hi: p.hi}
			}
		}
	}
	if p.actor < 0 && p.hi-p.lo > 1 {
		switch t.tok[p.hi-1].low {
		case "rebels", "fighters", "militants", "militia", "movement", "group", "charity", "company", "firm", "carmaker", "airline", "insurgents":
			for _, m := range r.who.mentions(t, p.lo, p.hi-1) {
				a := r.who.actors[m.actor]
				near := m.hi == p.hi-1 || m.hi == p.hi-2 && r.any(m.hi, m.hi+1, "aid", "rights", "militant", "rebel", "militia", "oil", "tech")
				if near && (a.Kind == model.Group || a.Kind == model.Organisation && a.ID != "un" && m.how == byName) {
					return party{id: a.ID, name: a.Name, capacity: capacityOf(a, m.how), actor: m.actor, lo: p.lo, hi: p.hi}
				}
			}
		case "nations", "countries", "members", "powers", "states":
			for _, m := range r.who.mentions(t, p.lo, p.hi-1) {
				if a := r.who.actors[m.actor]; m.hi == p.hi-1 && (a.Kind == model.Bloc || a.Kind == model.Organisation) {
					return party{id: a.ID, name: a.Name, capacity: capacityOf(a, m.how), actor: m.actor, lo: p.lo, hi: p.hi}
				}
			}
		}
	}
	return p
}
