package extract

import (
	"strings"

	"parley/model"
)

// Who is meant by a phrase beside which his name stands, or that only gives him a turn.

// farPaper is how many sentences back a paper looks for who issued it.
const farPaper = 4

// ofPaper finds whose words a paper holds that was named before with who spoke there: "Quell said
// in a letter … The letter said". A paper that speaks of its own is nobody's.
func (d *discourse) ofPaper(p stretch) (model.Speaker, bool) {
	toks := d.t.tok
	if p.hi != p.lo+2 || toks[p.lo].low != "the" || d.who.noun(&toks[p.lo+1])&nounWords == 0 {
		return model.Speaker{}, false
	}
	here := toks[p.lo].sent
	for k := len(d.spoken) - 1; k >= 0 && here-d.spoken[k].sent <= farPaper; k-- {
		tn := &d.spoken[k]
		if tn.sent == here {
			continue
		}
		s := d.t.sents[tn.sent]
		i := tn.at
		if toks[s.lo].low == "in" { // "In a joint statement, the mayors said"
			i = s.lo
		}
		for ; i < s.hi; i++ {
			if toks[i].low == toks[p.lo+1].low && !toks[i].is(flagQuoted) {
				return tn.speaker, tn.speaker.Actor != model.Unnamed && !d.onPaper(i)
			}
		}
	}
	return model.Speaker{}, false
}

// onPaper says whether the paper at i is only what the clause there is about, and so not the
// speaker's: "(The Gazette said) that the letter was opened", "an email was sent".
func (d *discourse) onPaper(i int) bool {
	lex, lo := d.who.names.lex, d.t.sentence(i).lo
	if i+2 >= len(d.t.tok) || i <= lo+1 {
		return false
	}
	if d.t.has(i+1, i+2, "was", "were", "had", "has") {
		return true
	}
	return d.t.has(i-1, i, "the") && lex.of(&d.t.tok[i-2])&classPreposition == 0 && d.t.has(i-2, i-1, "that", "said", "says", "reported", "reports")
}

// bodyMeant finds the body that is named before by its kind alone: "the party" for the Harbour
// Party, "the ministry" for the Ministry of Ports. It is the last of those that spoke.
func (d *discourse) bodyMeant(p stretch) (model.Speaker, bool) {
	toks := d.t.tok
	if p.hi != p.lo+2 || toks[p.lo].low != "the" || toks[p.lo+1].is(flagCapital) || toks[p.lo+1].low != "party" && d.who.names.lex.of(&toks[p.lo+1])&classBody == 0 {
		return model.Speaker{}, false
	}
	here := toks[p.lo].sent
	for k := len(d.spoken) - 1; k >= 0 && here-d.spoken[k].sent < reach; k-- {
		if s := d.spoken[k].speaker; s.Actor != model.Unnamed && s.Capacity != "anonymous" && strings.Contains(s.Name, " ") && hasWord(s.Name, toks[p.lo+1].low) {
			return s, true
		}
	}
	return model.Speaker{}, false
}

// styled finds who is meant by a style alone: "His Excellency", "Her Majesty".
func (d *discourse) styled(who stretch) (model.Speaker, bool) {
	if who.hi != who.lo+2 || !d.who.besideName[d.t.tok[who.lo+1].low].style {
		return model.Speaker{}, false
	}
	want := pronounOf(d.t.tok[who.lo].low)
	if want == "" {
		return model.Speaker{}, false
	}
	if s, ok := d.lookBack(who.lo, want, false); ok {
		return s, true
	}
	return model.Speaker{Actor: model.Unnamed, Name: d.t.raw(who.lo, who.hi), Capacity: "anonymous"}, true
}

// asker says whether a label in a transcript stands for whoever asks.
func (d *discourse) asker(who stretch) bool {
	switch d.t.tok[who.lo].low {
	case "question", "q", "answer", "a", "reporter", "journalist", "interviewer":
		return who.hi == who.lo+1
	}
	return false
}

// apposed finds who is named behind the comma after what he is: "its spokesman, Ada Quell".
func (d *discourse) apposed(p party, a *attribution) (party, bool) {
	lo, end := a.who.hi+1, a.speaker[0].hi
	titled := p.actor < 0 && p.capacity == "collective" && lo < end && d.who.noun(&d.t.tok[lo])&nounTitle != 0 // "The Chair of the Group, Minister Ada Quell,"
	if p.id != model.Unnamed && p.capacity != "office" && p.capacity != "spokesperson" && !titled || !d.t.has(a.who.hi, a.who.hi+1, ",") {
		return party{}, false
	}
	lo = d.behindTrade(lo, end)
	hi := lo
	for hi < end && d.t.tok[hi].low != "," && d.t.tok[hi].low != "(" {
		if k := &d.t.tok[hi]; (k.kind != wordToken || !k.is(flagCapital) && d.who.noun(k)&nounParticle == 0) && (k.low != "-" || !k.is(flagGlued)) {
			return party{}, false
		}
		hi++
	}
	if hi == lo {
		return party{}, false
	}
	named := d.who.party(d.t, lo, hi)
	if a, ok := d.withoutInitials(named); ok && named.actor < 0 {
		named.id, named.name = a.ID, a.Name
	}
	person := named.capacity == "person" || named.capacity == "spokesperson"
	if !person && hi-lo > 1 && p.capacity == "office" || !person && d.who.noun(&d.t.tok[a.who.hi-1])&nounTitle != 0 {
		named, person = d.familyFirst(named, lo, hi)
	}
	if !person && hi == lo+1 && named.actor < 0 && p.id == model.Unnamed && d.kin(a.who) { // "Quell's wife, Ada,"
		named.id, named.name, named.capacity = kebab(named.name), d.t.raw(lo, hi), "person"
		return named, true
	}
	return named, person && (named.actor >= 0 || hi-lo > 1)
}

// kin says whether a phrase tells who somebody is by another whom it names: "his wife", "Quell's
// colleague".
func (d *discourse) kin(who stretch) bool {
	if who.hi-who.lo < 2 || !d.who.besideName[d.t.tok[who.hi-1].low].kin {
		return false
	}
	before := &d.t.tok[who.hi-2]
	return genitive(before) || d.who.names.lex.of(before)&classPossessive != 0 || who.hi-who.lo > 2 && genitive(&d.t.tok[who.hi-3])
}

// kinNamed finds who opens a sentence, up to token i, under his name and by whom he is told:
// "Her colleague Ivo (shook his head)".
func (d *discourse) kinNamed(s stretch, i int, want string) (string, bool) {
	if s.lo+4 > min(s.hi, i) || d.who.names.lex.of(&d.t.tok[s.lo])&classPossessive == 0 || d.t.tok[s.lo].is(flagQuoted) {
		return "", false
	}
	kin := d.who.besideName[d.t.tok[s.lo+1].low]
	end := d.nameUnit(s.lo + 2)
	if !kin.kin || kin.goes != "" && kin.goes != want || end == s.lo+2 || end >= min(s.hi, i) || d.t.tok[end].is(flagCapital) || d.t.tok[end].kind != wordToken || d.who.names.lex.of(&d.t.tok[end])&(classAnd|classPreposition) != 0 {
		return "", false
	}
	name := d.t.raw(s.lo+2, end)
	return name, !d.goesOther(name, want)
}

// namelessOpens says whether a sentence is about one person without a name whom it brings in: "A
// Norse officer near Salem, who …, had not heard".
func (d *discourse) namelessOpens(sent int32) bool {
	s, lex := d.t.sents[sent], d.who.names.lex
	if !d.t.has(s.lo, s.lo+1, "a", "an", "another") || d.t.tok[s.lo].is(flagQuoted) || d.personIn(s) {
		return false
	}
	for k := s.lo + 1; k < s.lo+5 && k+1 < s.hi && d.t.tok[k].kind == wordToken; k++ {
		noun, next := &d.t.tok[k], &d.t.tok[k+1]
		if d.who.noun(noun)&nounUnnamed == 0 || lex.of(noun)&classBody != 0 || strings.HasSuffix(noun.low, "s") || next.is(flagCapital) {
			continue
		}
		if next.low == "," || lex.of(next)&(classPreposition|classAuxiliary|classVerb) != 0 {
			return true
		}
	}
	return false
}

// kinOpens says whether a sentence is about somebody without a name, who is only told by another
// and may go by a pronoun: "His neighbour, a sailor, disagreed".
func (d *discourse) kinOpens(sent int32, want string) bool {
	s := d.t.sents[sent]
	if s.hi < s.lo+4 || d.who.names.lex.of(&d.t.tok[s.lo])&classPossessive == 0 || d.t.tok[s.lo].is(flagQuoted) {
		return false
	}
	kin := d.who.besideName[d.t.tok[s.lo+1].low]
	return kin.kin && (kin.goes == "" || kin.goes == want) && !d.t.tok[s.lo+2].is(flagCapital)
}

// behindTrade goes over what tells what somebody is before his name: "(his sister,) the painter
// (Ada Quell)". It returns lo where nothing does.
func (d *discourse) behindTrade(lo, end int) int {
	if lo >= end || d.who.names.lex.of(&d.t.tok[lo])&classDeterminer == 0 {
		return lo
	}
	for i := lo + 1; i+1 < end && i < lo+4 && d.t.tok[i].kind == wordToken && d.who.names.lex.of(&d.t.tok[i])&(classPreposition|classAnd|classRelative) == 0; i++ {
		if d.t.tok[i].is(flagCapital) {
			if i > lo+1 && d.t.tok[i+1].is(flagCapital) {
				return i
			}
			break
		}
	}
	return lo
}

// behindLeft goes over what tells that something is somebody's turn: "It was left to (Quell to
// …)", "It fell to". It returns lo where nothing does.
func (d *discourse) behindLeft(lo, hi int) int {
	to := lo + 2
	switch {
	case d.t.has(lo, lo+1, "it") && d.t.has(lo+1, min(lo+2, hi), "was") && d.t.has(lo+2, min(lo+3, hi), "left", "up"):
		to++
	case d.t.has(lo, lo+1, "it") && d.t.has(lo+1, min(lo+2, hi), "fell"):
	default:
		return lo
	}
	if to+1 < hi && d.t.tok[to].low == "to" {
		return to + 1
	}
	return lo
}

// familyFirst reads a name from lo to hi that begins with a family name which a list knows:
// "Katayama Ada".
func (d *discourse) familyFirst(p party, lo, hi int) (party, bool) {
	m, ok := d.who.nameAt(d.t, lo)
	if !ok || m.lo != lo || m.hi >= hi || d.who.actors[m.actor].Kind != model.Person {
		return p, false
	}
	if a := d.who.actors[m.actor]; strings.EqualFold(a.Name, d.t.raw(m.hi, hi)+" "+d.t.raw(lo, m.hi)) {
		return party{id: a.ID, name: a.Name, capacity: "person", actor: m.actor, lo: lo, hi: hi}, true
	}
	name := d.t.raw(lo, hi)
	return party{id: kebab(name), name: name, capacity: "person", actor: -1, lo: lo, hi: hi}, true
}
