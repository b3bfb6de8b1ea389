package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who is meant by a pronoun: the text is gone back through from where it stands.

// mentionFrom is the number of the first mention at token i or behind it.
func (d *discourse) mentionFrom(i int) int {
	n, _ := slices.BinarySearchFunc(d.ms, i, func(m mention, at int) int { return m.lo - at })
	return n
}

// pronoun resolves "he", "she", "it", "they" and the possessives at token i. Whom the
// content before it names is somebody else: "Quell will come, he added".
func (d *discourse) pronoun(i, cue int, content []stretch) (model.Speaker, bool) {
	want, together := "", false
	switch d.t.tok[i].low {
	case "he", "his", "him":
		want = "he"
	case "she", "her":
		want = "she"
	case "they", "their", "it", "its":
		together = true
	case "i", "we", "you", "my", "our", "your", "who", "one", "some", "many", "others", "another", "several", "most", "few", "both":
		return model.Speaker{Actor: model.Unnamed, Name: d.t.raw(i, i+1), Capacity: "anonymous"}, true
	default:
		return model.Speaker{}, false
	}
	at := min(i, cue)
	if len(content) > 0 && content[0].lo < at && !together {
		at = content[0].lo
	}
	if s, ok := d.leadsIn(i); ok && !together {
		return s, true
	}
	if s, ok := d.lookBack(at, want, together); ok {
		return s, true
	}
	if at < min(i, cue) && d.t.sentence(at).lo == at {
		if s, ok := d.lookBack(min(i, cue), want, false); ok {
			return s, true // nobody else was named: "Quell will come, he said"
		}
	}
	return model.Speaker{Actor: model.Unnamed, Name: d.t.raw(i, i+1), Capacity: "anonymous"}, true
}

// leadsIn finds who opens the sentence of the pronoun at i as somebody else's, where a colon
// behind that leads to what he said: "Her mate Ivo disagreed: let them talk, (he said)".
func (d *discourse) leadsIn(i int) (model.Speaker, bool) {
	toks, s, lex := d.t.tok, d.t.sentence(i), d.who.names.lex
	colon := s.lo
	for colon < i && toks[colon].low != ":" {
		colon++
	}
	if colon == i || colon < s.lo+3 || lex.of(&toks[s.lo])&classPossessive == 0 || toks[s.lo+1].is(flagCapital) || d.who.noun(&toks[s.lo+1])&(nounTitle|nounUnnamed) == 0 && !d.who.besideName[toks[s.lo+1].low].kin {
		return model.Speaker{}, false
	}
	if end := d.nameUnit(s.lo + 2); end > s.lo+2 {
		return person(d.t.raw(s.lo+2, end)), true
	}
	return model.Speaker{Actor: model.Unnamed, Name: d.t.raw(s.lo, s.lo+2), Capacity: "anonymous"}, true
}

// lookBack goes from the sentence of token i backwards: the last to speak in a
// sentence comes first, then the first person that it names.
func (d *discourse) lookBack(i int, want string, together bool) (model.Speaker, bool) {
	here := d.t.tok[i].sent
	k := len(d.spoken) - 1
	m := d.mentionFrom(i)
	m--
	for sent := here; sent >= 0 && sent > here-reach; sent-- {
		for ; k >= 0 && d.spoken[k].sent >= sent; k-- {
			if tn := &d.spoken[k]; tn.at < i && tn.fits(want, together) {
				return tn.speaker, true
			}
		}
		if sent < here && d.t.tok[i].low == "they" && d.t.has(d.t.sents[sent].lo, d.t.sents[sent].lo+1, "others", "some", "many", "most") {
			return model.Speaker{Actor: model.Unnamed, Name: "they", Capacity: "anonymous"}, true
		}
		if s, ok := d.subjectOf(sent, i, want); ok && !together && !d.nearer(i, want, s.Name) {
			return s, true
		}
		if s, ok := d.strangerActs(sent, i, want); ok && !together {
			return s, true
		}
		if s, ok := d.strangerDoes(sent, i, want); ok && !together && (sent < here || d.who.names.lex.of(&d.t.tok[d.t.sents[sent].lo])&classConjunction != 0) {
			return s, true
		}
		if sent < here && !together && (d.kinOpens(sent, want) || sent == here-1 && !d.startsParagraph(i) && d.namelessOpens(sent)) {
			return model.Speaker{Actor: model.Unnamed, Name: want, Capacity: "anonymous"}, true
		}
		if s, ok := d.besideSpeaker(sent, i, want, k); ok && !together {
			return s, true
		}
		found, at := -1, mention{}
		for ; m >= 0 && d.t.tok[d.ms[m].lo].sent >= sent; m-- {
			if d.t.tok[d.ms[m].lo].is(flagQuoted) || !d.mentionFits(d.ms[m], want, together) || !together && (sent == here && d.ledIn(d.ms[m], i) || sent < here && d.askedOf(d.ms[m])) {
				continue
			}
			found, at = d.ms[m].actor, d.ms[m] // further left: the subject rather than the object
		}
		if found >= 0 {
			if lo := at.lo - 1; lo >= d.t.sents[sent].lo && d.nameWord(lo) && !together {
				if p := d.who.party(d.t, lo, at.hi); p.actor < 0 && p.capacity == "person" {
					if d.goesOther(p.name, want) || d.anotherPronoun(at.hi, want) {
						continue // "Ada Putin left her house. He"
					}
					return person(p.name), true // "(Ada) Putin"
				}
			}
			a := d.who.actors[found]
			return model.Speaker{Actor: a.ID, Name: a.Name, Capacity: capacityOf(a, byName)}, true
		}
	}
	return model.Speaker{}, false
}

// anotherPronoun says whether the first pronoun of one person behind a name that ends at i, in its
// sentence, is another than want.
func (d *discourse) anotherPronoun(i int, want string) bool {
	for hi := d.t.sentence(i - 1).hi; i < hi && !d.t.tok[i].is(flagQuoted); i++ {
		if goes := pronounOf(d.t.tok[i].low); goes != "" {
			return goes != want
		}
	}
	return false
}

// besideSpeaker finds the only one whom a sentence before token i names, a stranger, beside whoever
// speaks in it and goes by another pronoun: "She wrote to Marden. He". The last turn before the
// sentence is number k.
func (d *discourse) besideSpeaker(sent int32, i int, want string, k int) (model.Speaker, bool) {
	s := d.t.sents[sent]
	k++
	if k >= len(d.spoken) || d.spoken[k].sent != sent || d.spoken[k].pronoun == "" || d.spoken[k].pronoun == want || s.hi > i || d.personIn(s) {
		return model.Speaker{}, false
	}
	name, all := "", d.strangers()
	for n := strangerFrom(all, s.lo); n < len(all) && all[n].lo < s.hi; n++ {
		switch who := &all[n]; {
		case who.name == d.spoken[k].speaker.Name:
		case who.lo == 0 || !d.t.has(who.lo-1, who.lo, "to", "told", "asked", "warned", "urged", "called", "met", "thanked", "with"):
			return model.Speaker{}, false
		case name != "" && name != who.name || d.t.tok[who.lo].is(flagQuoted) || d.goesOther(who.name, want):
			return model.Speaker{}, false
		default:
			name = who.name
		}
	}
	return person(name), name != ""
}

// ledIn says whether a mention is what the words that lead in the clause of the pronoun at i are
// about, and so another: "Asked about Quell, she said", "Of Quell, she said".
func (d *discourse) ledIn(m mention, i int) bool {
	lex, lo := d.who.names.lex, d.t.sentence(m.lo).lo
	first, before := &d.t.tok[lo], &d.t.tok[max(m.lo-1, lo)]
	if (first.low == "asked" || first.low == "pressed") && m.lo > lo && d.t.has(m.hi, i, ",") {
		return true
	}
	if lex.of(first)&classPreposition == 0 && first.low != "asked" && !strings.HasSuffix(first.low, "ing") {
		return false
	}
	return m.lo > lo && (lex.of(before)&classPreposition != 0 || strings.HasSuffix(before.low, "ing")) && d.t.has(m.hi, i, ",")
}

// askedOf says whether a mention is only what one named behind the comma was asked about:
// "Asked if he trusted Quell, Marden paused".
func (d *discourse) askedOf(m mention) bool {
	s := d.t.sentence(m.lo)
	if !d.t.has(s.lo, s.lo+1, "asked", "pressed", "quizzed", "questioned") || m.lo == s.lo {
		return false
	}
	for i := m.hi; i < s.hi; i++ {
		if d.t.tok[i].low == "," {
			k := d.mentionFrom(i)
			return k < len(d.ms) && d.ms[k].lo < s.hi
		}
	}
	return false
}

func (tn *turn) fits(want string, together bool) bool {
	if together || tn.either {
		return tn.together
	}
	if tn.lone { // better nobody than somebody else
		return tn.pronoun == want || tn.pronoun == ""
	}
	return !tn.together && (tn.pronoun == want || tn.pronoun == "") && tn.speaker.Actor != model.Unnamed
}

func (d *discourse) mentionFits(m mention, want string, together bool) bool {
	a := d.who.actors[m.actor]
	if together {
		return a.Kind != model.Person && m.how != byAdjective && !d.who.isPlace(d.t, m) && (m.lo < 2 || d.t.tok[m.lo-1].low != "from" || d.t.tok[m.lo-2].is(flagCapital)) // "an investor from Norway" is not Norway
	}
	return a.Kind == model.Person && (a.Pronoun == want || a.Pronoun == "")
}
