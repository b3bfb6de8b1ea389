package extract

import "parley/model"

// discourse resolves speakers in the order of the text: names and offices by the
// resolver, "he" and "she" by who was last spoken of.
type discourse struct {
	who  *resolver
	t    *text
	ms   []mention // all mentions, in order
	last []model.Speaker
	at   int
}

func newDiscourse(who *resolver, t *text) *discourse {
	return &discourse{who: who, t: t, ms: who.mentions(t, 0, len(t.tok))}
}

// speakers resolves who an attribution names, at least one.
func (d *discourse) speakers(a *attribution) []model.Speaker {
	if len(a.speaker) == 0 {
		return []model.Speaker{{Phrase: d.t.phrase(), Actor: model.Unknown, Name: ""}}
	}
	p := d.t.phrase(a.speaker...)
	var out []model.Speaker
	for _, party := range d.who.parties(d.t, a.who.lo, a.who.hi) {
		out = append(out, model.Speaker{Phrase: p, Actor: party.id, Name: party.name, Capacity: party.capacity})
	}
	if len(out) == 0 {
		out = append(out, model.Speaker{Phrase: p, Actor: model.Unnamed, Capacity: "anonymous"})
	}
	return out
}
