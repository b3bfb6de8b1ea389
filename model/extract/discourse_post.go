package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// Who is meant by a post without a name: "the minister", "his Ruritanian counterpart".

// holderMeant finds who is meant by the post that stands from lo to hi behind "the": the last to
// speak who holds it, who bore it beside his name, or the last one named who holds it.
func (d *discourse) holderMeant(lo, hi int) (model.Speaker, bool) {
	if lo >= hi || lo == 0 || d.t.tok[lo-1].low != "the" {
		return model.Speaker{}, false
	}
	end, classes := d.who.officeAt(d.t, lo)
	if end != hi {
		classes = nil
	}
	here := d.t.tok[lo].sent
	for k := len(d.spoken) - 1; k >= 0 && here-d.spoken[k].sent < reach; k-- {
		tn := &d.spoken[k]
		if len(classes) > 0 {
			if a, ok := d.who.dir.Find(tn.speaker.Actor); ok && holds(&a, classes) {
				return model.Speaker{Actor: a.ID, Name: a.Name}, true
			}
			if tn.speaker.Actor == model.Unnamed && d.endsInPost(tn.at, classes) {
				return model.Speaker{}, false // "a spokesperson" of somebody else has spoken since
			}
		}
		if hi == lo+1 && tn.post == d.t.tok[lo].low {
			return tn.speaker, true
		}
	}
	if found, ok := d.byPost(lo, hi); ok && !d.holderNamed(lo, classes) {
		return found, true
	}
	var (
		a  *model.Actor
		ok bool
	)
	if len(classes) > 0 {
		a, ok = d.holderBefore(lo, classes)
	} else {
		a, ok = d.titled(lo, hi)
	}
	if !ok {
		return model.Speaker{}, false
	}
	return model.Speaker{Actor: a.ID, Name: a.Name}, true
}

// farBack is how many sentences back a post looks for a holder whom the directory knows.
const farBack = 40

// holderBefore finds who holds a post of the classes and was named last before token i or, where
// nobody was, whose own text it is.
func (d *discourse) holderBefore(i int, classes []string) (*model.Actor, bool) {
	m := d.mentionFrom(i)
	for m--; m >= 0 && d.t.tok[i].sent-d.t.tok[d.ms[m].lo].sent < farBack; m-- {
		a := d.who.actors[d.ms[m].actor]
		if !holds(a, classes) {
			continue
		}
		sent := d.t.tok[d.ms[m].lo].sent
		for m > 0 && d.t.tok[d.ms[m-1].lo].sent == sent { // the subject rather than the object
			if m--; holds(d.who.actors[d.ms[m].actor], classes) {
				a = d.who.actors[d.ms[m].actor]
			}
		}
		return a, !d.anotherOf(sent, classes)
	}
	return d.ownHolder(classes)
}

// anotherOf tells whether a sentence names a post of the classes whose holder nobody knows:
// "Ruritania's foreign minister met Y" makes "the minister" neither for sure.
func (d *discourse) anotherOf(sent int32, classes []string) bool {
	s := d.t.sents[sent]
	for i := s.lo; i < s.hi; i++ {
		if d.t.tok[i].starts&d.who.offices.bit == 0 {
			continue
		}
		end, named := d.who.officeAt(d.t, i)
		if end == i || i == 0 || !shareAny(named, classes) {
			continue
		}
		m := d.mentionFrom(i)
		if m > 0 && d.ms[m-1].hi > i || m < len(d.ms) && d.ms[m].lo <= end+1 {
			continue // it is a known holder's, or stands before his name
		}
		if k := i - 1; m > 0 && (d.ms[m-1].hi == i || d.ms[m-1].hi == k && genitive(&d.t.tok[k])) {
			return true
		}
	}
	return false
}

// titled finds whom the sentences right before name that bears the one word from lo to hi in his
// office: "the minister" behind a foreign minister, if no other is named there.
func (d *discourse) titled(lo, hi int) (*model.Actor, bool) {
	if hi != lo+1 || d.who.noun(&d.t.tok[lo])&nounTitle == 0 {
		return nil, false
	}
	var found *model.Actor
	m := d.mentionFrom(lo)
	for m--; m >= 0 && d.t.tok[lo].sent-d.t.tok[d.ms[m].lo].sent < 3; m-- {
		a := d.who.actors[d.ms[m].actor]
		if a.Kind != model.Person || !hasWord(a.Office, d.t.tok[lo].low) {
			continue
		}
		if found != nil && found != a {
			return nil, false
		}
		found = a
	}
	return found, found != nil
}

// hasWord says whether a word in lower case is one of those of an office or of a name.
func hasWord(text, word string) bool {
	for of := range strings.FieldsSeq(text) {
		if strings.EqualFold(of, word) {
			return true
		}
	}
	return false
}

// endsInPost says whether the phrase of a nameless speaker at token i, "a port ministry
// spokesperson", names a post of one of the classes before its verb.
func (d *discourse) endsInPost(i int, classes []string) bool {
	for k := i; k < min(i+6, len(d.t.tok)) && d.t.tok[k].kind == wordToken; k++ {
		if end, named := d.who.officeAt(d.t, k); end > k && shareAny(named, classes) {
			return end >= len(d.t.tok) || !genitive(&d.t.tok[end]) // no "source in the President's Office"
		}
	}
	return false
}

// officeOf finds whose office speaks where a post owns it: "the Prime Minister's Office" is that
// of the only one in the text whom the directory does not know, or nobody's.
func (d *discourse) officeOf(p party) (model.Speaker, bool) {
	toks := d.t.tok
	own := p.hi - 2
	if own < 1 || toks[p.hi-1].low != "office" || !genitive(&toks[own]) || d.who.noun(&toks[own-1])&nounTitle == 0 {
		return model.Speaker{}, false
	}
	lo := own - 1
	for lo > 0 && toks[lo-1].sent == toks[own].sent && d.who.noun(&toks[lo-1])&nounTitle != 0 && toks[lo-1].low != "the" {
		lo--
	}
	if s, ok := d.byPost(lo, own); ok {
		s.Capacity = "office"
		return s, true
	}
	return model.Speaker{Actor: model.Unnamed, Name: d.t.raw(lo, p.hi), Capacity: "collective"}, true
}

// holderNamed says whether the text names somebody whom the directory has in a post of the
// classes before token i.
func (d *discourse) holderNamed(i int, classes []string) bool {
	for k := range d.ms {
		if d.ms[k].lo >= i {
			break
		}
		if holds(d.who.actors[d.ms[k].actor], classes) {
			return true
		}
	}
	return false
}

// ownHolder finds who is meant by a post alone where a party speaks of its own: "the
// President" in the Kremlin's own text.
func (d *discourse) ownHolder(classes []string) (*model.Actor, bool) {
	if d.side == "" {
		return nil, false
	}
	for _, a := range d.who.actors {
		if a.Kind == model.Person && a.Side == d.side && holds(a, classes) {
			return a, true
		}
	}
	return nil, false
}

// byRelation resolves who is named by somebody else: "his Russian counterpart",
// "a spokesman for the bloc".
func (d *discourse) byRelation(p stretch) (model.Speaker, bool) {
	spokes := false
	if its := d.t.tok[p.lo].low; (its == "its" || its == "their") && p.hi == p.lo+2 && strings.HasPrefix(d.t.tok[p.lo+1].low, "spokes") {
		if s, ok := d.lookBack(p.lo, "", true); ok && s.Capacity != "anonymous" {
			return model.Speaker{Actor: s.Actor, Name: s.Name, Capacity: "spokesperson"}, true
		}
	}
	for i := p.lo; i < p.hi; i++ {
		switch low := d.t.tok[i].low; {
		case strings.HasPrefix(low, "spokes"):
			spokes = true
		case spokes && (low == "for" || low == "of"):
			if ms := d.who.mentions(d.t, i+1, p.hi); len(ms) > 0 && ms[0].lo <= i+2 {
				a := d.who.actors[ms[0].actor]
				return model.Speaker{Actor: a.ID, Name: a.Name, Capacity: "spokesperson"}, true
			}
		case low == "counterpart" || low == "opposite":
			return d.counterpart(d.who.mentions(d.t, p.lo, i))
		}
	}
	return model.Speaker{}, false
}

// counterpart finds who holds, in the state just named, the post of the one named before
// him, or else of the last one who spoke.
func (d *discourse) counterpart(states []mention) (model.Speaker, bool) {
	before := ""
	if n := len(d.now); n > 0 {
		before = d.now[n-1].Actor
	} else if n := len(d.spoken); n > 0 {
		before = d.spoken[n-1].speaker.Actor
	}
	last, ok := d.who.dir.Find(before)
	if !ok || len(states) == 0 {
		return model.Speaker{}, false
	}
	for _, h := range last.Holds {
		_, held, _ := strings.Cut(h, ":")
		classes := strings.Split(held, ",")
		if slices.Contains(classes, "leader") {
			classes = []string{"leader"} // a president who leads has a chancellor who leads for his counterpart
		}
		if i, ok := d.who.holder(d.t, states[len(states)-1].actor, classes); ok {
			a := d.who.actors[i]
			return model.Speaker{Actor: a.ID, Name: a.Name, Capacity: "office"}, true
		}
	}
	return model.Speaker{}, false
}

// holds says whether an actor holds a post of one of the classes anywhere.
func holds(a *model.Actor, classes []string) bool {
	for _, h := range a.Holds {
		_, held, _ := strings.Cut(h, ":")
		for c := range strings.SplitSeq(held, ",") {
			if slices.Contains(classes, strings.TrimSpace(c)) {
				return true
			}
		}
	}
	return false
}

// shareAny says whether something stands in both of two lists.
func shareAny(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
