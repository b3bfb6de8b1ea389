package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// reach is how many sentences back a pronoun looks for its person.
const reach = 8

// discourse resolves speakers in the order of the text: names and offices by the
// resolver; "he", "the president" and a bare family name by who was spoken of
// before.
type discourse struct {
	who      *resolver
	t        *text
	side     string               // that the text speaks for, empty for none
	ms       []mention            // of the directory, in order
	people   map[string][]string  // family name, lower case → full names, of people the directory does not know
	names    []stretch            // of anybody, in order; nil until they are sought
	first    map[string][]stretch // those of several words by the first one in lower case, some of each
	inFull   map[int]int          // actor → token of the first mention that is no family name alone
	unknowns []stranger           // nil until they are sought
	goes     map[string]string    // name of a stranger → he, she; empty where the text does not tell
	spoken   []turn               // in the order of the text
	now      []model.Speaker      // of the attribution last asked for
	heard    []party              // in its phrase
}

// turn is one speaker that was resolved.
type turn struct {
	at       int // token
	sent     int32
	speaker  model.Speaker
	pronoun  string          // he, she, they; empty when not known
	together bool            // several, or a body
	either   bool            // one name that the directory does not know: a person or a body
	lone     bool            // one person without a name: "the host"
	all      []model.Speaker // who spoke as one of several; nil for one alone
	post     string          // that names one person there: "Mayor (Ada Quell)", "(Ada Quell,) the mayor"; empty for none
}

// speakers resolves who an attribution names, at least one. The list is good until
// it is asked for the next one's.
func (d *discourse) speakers(a *attribution) []model.Speaker {
	d.now = d.now[:0]
	if len(a.speaker) == 0 {
		d.now = append(d.now, model.Speaker{Phrase: d.t.phrase(), Actor: model.Unknown})
		return d.now
	}
	p := model.Phrase{Text: d.t.raw(a.who.lo, a.who.hi), Spans: d.t.spansOf(a.speaker)}
	if a.rule == "label" && d.asker(a.who) {
		d.now = append(d.now, model.Speaker{Phrase: p, Actor: model.Unnamed, Name: p.Text, Capacity: "anonymous"})
		return d.now
	}
	if two := d.pair(a.who); two != nil {
		for _, i := range two {
			who := d.who.actors[i]
			d.now = append(d.now, model.Speaker{Phrase: p, Actor: who.ID, Name: who.Name, Capacity: capacityOf(who, byName)})
		}
		d.remember(a, d.now[1], "")
		if a.rule != "verb-asked" {
			last := &d.spoken[len(d.spoken)-1]
			last.together, last.all = true, slices.Clone(d.now)
		}
		return d.now
	}
	s, ok := d.ofTwo(a.who)
	if !ok {
		s, ok = d.styled(a.who)
	}
	if ok {
		s.Phrase = p
		d.remember(a, s, "")
		d.now = append(d.now, s)
		return d.now
	}
	if a.who.hi == a.who.lo+1 {
		if s, ok := d.pronoun(a.who.lo, a.cue.lo, a.content); ok {
			s.Phrase = p
			several := d.severalOf(s)
			d.remember(a, s, d.t.tok[a.who.lo].low)
			if several == nil || !d.t.has(a.who.lo, a.who.hi, "they") {
				d.now = append(d.now, s)
				return d.now
			}
			for _, one := range several {
				one.Phrase = p
				d.now = append(d.now, one)
			}
			d.spoken[len(d.spoken)-1].all = several
			return d.now
		}
	}
	d.heard = d.who.appendParties(d.heard[:0], d.t, a.who.lo, d.beforeSelf(d.oneHead(a.who), a.who.lo))
	for _, party := range d.heard {
		s := model.Speaker{Phrase: p, Actor: party.id, Name: party.name, Capacity: party.capacity}
		if other, ok := d.namesake(party); ok {
			s.Actor, s.Name, s.Capacity = other.Actor, other.Name, other.Capacity
		} else if own, ok := d.pronounAt(party, a); ok {
			own.Phrase = p
			s = own
		} else if named, ok := d.apposed(party, a); ok && len(d.heard) == 1 {
			s.Actor, s.Name, s.Capacity = named.id, named.name, named.capacity
		} else if party.actor < 0 {
			whole := a.who
			if len(d.heard) > 1 {
				whole = stretch{party.lo, party.hi}
			}
			s = d.unknown(party, s, whole)
		}
		d.now = append(d.now, s)
	}
	if len(d.now) == 0 {
		d.now = append(d.now, model.Speaker{Phrase: p, Actor: model.Unnamed, Name: p.Text, Capacity: "anonymous"})
	}
	d.remember(a, d.now[len(d.now)-1], "")
	if len(d.now) > 1 {
		last := &d.spoken[len(d.spoken)-1]
		last.together, last.all = true, slices.Clone(d.now)
	}
	return d.now
}

// severalOf returns those with whom somebody spoke last as one of several, nil where he spoke alone.
func (d *discourse) severalOf(s model.Speaker) []model.Speaker {
	turns := d.recent()
	for k := len(turns) - 1; k >= 0; k-- {
		if tn := &turns[k]; tn.together && tn.speaker.Actor == s.Actor {
			return tn.all
		}
	}
	return nil
}

// recall is how many turns are looked back over for who is meant: more than articles have, so that a
// text without end takes no time without end.
const recall = 512

// recent are the latest turns.
func (d *discourse) recent() []turn { return d.spoken[max(0, len(d.spoken)-recall):] }

// pronounAt resolves a party that is a pronoun: "She (and her aides)".
func (d *discourse) pronounAt(p party, a *attribution) (model.Speaker, bool) {
	if last := p.hi - 1; last > 0 && p.hi-p.lo < 3 && d.t.tok[last].is(flagCapital) && d.who.names.lex.of(&d.t.tok[last])&classPronoun != 0 && d.who.honorific(d.t.tok[last-1].low) { // "Mr He"
		for _, m := range d.ms {
			if a := d.who.actors[m.actor]; a.Kind == model.Person && m.lo < p.lo && strings.HasPrefix(a.Name, d.t.raw(last, p.hi)+" ") {
				return model.Speaker{Actor: a.ID, Name: a.Name, Capacity: "person"}, true
			}
		}
		return model.Speaker{}, false
	}
	if p.hi != p.lo+1 {
		return model.Speaker{}, false
	}
	return d.pronoun(p.lo, a.cue.lo, a.content)
}

// oneHead returns where the head of a phrase ends when its "and" joins no
// speakers: "the head of the Office for Ports and Harbours".
func (d *discourse) oneHead(who stretch) int {
	joined := d.joined(who)
	for i := who.lo + 1; i < who.hi; i++ {
		switch low := d.t.tok[i].low; {
		case low == "including":
			return i // "mayors including Quell": all of them
		case !joined:
			continue
		}
		switch d.t.tok[i].low {
		case "and", ",":
			return who.hi
		case "of", "for":
			if d.ownsBehindAnd(i, who.hi) { // "the president of Marden and her deputy"
				return who.hi
			}
			if prev := d.t.tok[i-1].low; !d.t.tok[i-1].is(flagCapital) && !strings.HasSuffix(prev, "s") {
				return i
			}
			return who.hi
		}
	}
	return who.hi
}

// beforeSelf leaves a pronoun out that only stresses who is named before it: "Quell himself".
func (d *discourse) beforeSelf(hi, lo int) int {
	switch d.t.tok[hi-1].low {
	case "himself", "herself", "itself", "themselves":
		if hi-1 > lo {
			return hi - 1
		}
	}
	return hi
}

// joined says whether something joins the speakers of a phrase, or parts of a name in it.
func (d *discourse) joined(who stretch) bool {
	for i := who.lo; i < who.hi; i++ {
		switch d.t.tok[i].low {
		case "and", ",", "&":
			return true
		}
	}
	return false
}

func (d *discourse) remember(a *attribution, s model.Speaker, pronoun string) {
	if a.rule == "verb-asked" {
		return // "he" is who answers
	}
	tn := turn{at: a.who.lo, sent: d.t.tok[a.who.lo].sent, speaker: s, together: s.Capacity == "collective" || s.Capacity == "anonymous"}
	known := d.who.find(s.Actor)
	if known == nil && s.Actor != model.Unnamed && s.Capacity == "collective" && d.who.noun(&d.t.tok[a.who.hi-1])&nounSpot == 0 {
		tn.either = true
	}
	if first := d.t.tok[a.who.lo].low; s.Actor == model.Unnamed && pronoun == "" && a.who.hi-a.who.lo > 1 {
		head := &d.t.tok[d.oneHead(a.who)-1]
		tn.lone = d.who.names.lex.of(head)&classBody == 0 && (first == "the" || first == "a" || first == "an" || first == "one" || first == "another") && !strings.HasSuffix(head.low, "s")
	}
	if low := d.t.tok[a.who.lo].low; s.Actor == model.Unnamed && a.who.hi == a.who.lo+1 && (low == "another" || low == "one") {
		tn.lone, tn.together = true, false // "Another said … “…,” he said"
	}
	if pronoun == "" && !tn.together && s.Actor != model.Unnamed {
		tn.post = d.postOf(a)
	}
	turns := d.recent()
	if own := pronounOf(pronoun); own != "" {
		pronoun = own // "in her view"
	}
	switch pronoun {
	case "he", "she", "they":
		tn.pronoun = pronoun
		if s.Actor == model.Unnamed || pronoun == "they" {
			break
		}
		for k := range turns { // who is "he" once is no "she"
			if was := &turns[k]; was.pronoun == "" && was.speaker.Actor == s.Actor {
				was.pronoun = pronoun
			}
		}
	default:
		if tn.pronoun = d.genderOf(known, a.who); tn.pronoun == "" && known == nil && s.Capacity == "office" {
			tn.pronoun = d.goesBy(s.Name)
		}
		for k := len(turns) - 1; k >= 0 && tn.pronoun == "" && known == nil && s.Capacity == "person"; k-- { // who was "she" is no "he" under her name
			if was := &turns[k]; was.speaker.Actor == s.Actor && was.pronoun != "they" {
				tn.pronoun = was.pronoun
			}
		}
	}
	d.spoken = append(d.spoken, tn)
}

// genderOf tells by what pronoun somebody goes: from the directory when it is known
// there, or from the title in the phrase that names him.
func (d *discourse) genderOf(known *model.Actor, phrase stretch) string {
	if known != nil {
		return known.Pronoun
	}
	lo := phrase.lo
	for i := lo; i < phrase.hi; i++ {
		if genitive(&d.t.tok[i]) {
			lo = i + 1 // "Ms Quell's predecessor" may be a man
		}
	}
	for i := lo; i < phrase.hi; i++ {
		if title := d.who.besideName[d.t.tok[i].low]; title.pronoun != "" {
			return title.pronoun
		}
	}
	return ""
}

// unknown names a speaker that the directory does not know: a family name alone
// is who was called by it in full, "the minister" the last one who holds such a
// post.
func (d *discourse) unknown(p party, s model.Speaker, whole stretch) model.Speaker {
	if d.who.names.lex.of(&d.t.tok[min(p.lo, len(d.t.tok)-1)])&classNumeral != 0 {
		s.Actor, s.Capacity = model.Unnamed, "anonymous" // "two in three"
		return s
	}
	if found, ok := d.officeOf(p); ok {
		return model.Speaker{Phrase: s.Phrase, Actor: found.Actor, Name: found.Name, Capacity: found.Capacity}
	}
	if p.id != model.Unnamed {
		if a, ok := d.inShort(p); ok {
			s.Actor, s.Name, s.Capacity = a.ID, a.Name, "person"
			return s
		}
		if !strings.Contains(p.name, " ") {
			if full, ok := d.fullName(p.name); ok {
				s.Actor, s.Name, s.Capacity = kebab(full), full, "person"
			}
		}
		return s
	}
	if found, ok := d.byRelation(whole); ok {
		s.Actor, s.Name, s.Capacity = found.Actor, found.Name, found.Capacity
		return s
	}
	if found, ok := d.bodyMeant(whole); ok {
		s.Actor, s.Name, s.Capacity = found.Actor, found.Name, found.Capacity
		return s
	}
	if found, ok := d.ofPaper(whole); ok {
		s.Actor, s.Name, s.Capacity = found.Actor, found.Name, found.Capacity
		return s
	}
	if found, ok := d.holderMeant(p.lo, p.hi); ok {
		s.Actor, s.Name, s.Capacity = found.Actor, found.Name, "office"
	}
	return s
}
