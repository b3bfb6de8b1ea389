package model

// Draft does what can be done of Add before it is known whether, and among what, a
// version will be added: all that takes time but deciding what belongs together. It
// gives words and names numbers of its own, so that the record grows, and boards of
// it are made and read, meanwhile. One goroutine uses a draft at a time; a record
// takes any number of drafts.
type Draft struct {
	r      *Record
	dict   dictionary
	adopts adopted
	left   int // how many versions are prepared and not added
}

// adopted are the record's numbers for those of a draft.
type adopted struct{ words, actors, labels []int32 }

// Prepared is a version with its reading, as a draft compares them. It is no part of
// the record yet.
type Prepared struct {
	u    *unit
	feed string
	by   *Draft
}

// Draft returns an empty draft. It is meant for as much as comes at once: it is done
// when all that it prepared is added.
func (r *Record) Draft() *Draft {
	r.draftMu.Lock()
	defer r.draftMu.Unlock()
	if last := len(r.drafts) - 1; last >= 0 {
		d := r.drafts[last]
		r.drafts[last], r.drafts = nil, r.drafts[:last]
		return d
	}
	d := &Draft{r: r}
	d.dict.init()
	d.dict.houses = r.dict.houses
	return d
}

// sparedDrafts bounds the drafts that are kept for what comes next: each has room for
// the words of a thousand reports, and while some are read others are added.
const sparedDrafts = 2

// spare empties a draft that is done and keeps it, with its room.
func (r *Record) spare(d *Draft) {
	d.dict.reset()
	a := &d.adopts
	a.words, a.actors, a.labels = a.words[:0], a.actors[:0], a.labels[:0]
	r.draftMu.Lock()
	defer r.draftMu.Unlock()
	if len(r.drafts) < sparedDrafts {
		r.drafts = append(r.drafts, d)
	}
}

// Prepare readies a version and what was read from it for the record.
func (d *Draft) Prepare(v Version, rd Reading) Prepared {
	d.left++
	return Prepared{d.r.newUnit(&d.dict, &v, &rd), v.Feed, d}
}

// AddPrepared is Add for what a draft of this record prepared. Nothing more is
// prepared by that draft meanwhile.
func (r *Record) AddPrepared(p Prepared) {
	r.mu.Lock()
	defer r.mu.Unlock()
	a := &p.by.adopts
	a.words = adopt(a.words, &p.by.dict.words, &r.dict.words)
	a.actors = adopt(a.actors, &p.by.dict.actors, &r.dict.actors)
	a.labels = adopt(a.labels, &p.by.dict.labels, &r.dict.labels)
	p.u.renumber(a)
	r.take(p.u, p.feed)
	if p.by.left--; p.by.left == 0 {
		r.spare(p.by)
	}
}

// adopt has the strings of a draft's table numbered that are not yet.
func adopt(have []int32, t, into *table) []int32 {
	for _, s := range t.text[len(have):] {
		have = append(have, into.number(s))
	}
	return have
}

// renumber puts the record's numbers in the place of a draft's.
func (u *unit) renumber(a *adopted) {
	for i, w := range u.words {
		u.words[i] = uint32(a.words[w])
	}
	u.sortWords()
	u.ver.credit = a.labels[u.ver.credit]
	for i := range u.facts {
		f := &u.facts[i]
		f.class, f.detail, f.sector = a.labels[f.class], a.labels[f.detail], a.labels[f.sector]
		if f.actor >= 0 {
			f.actor = a.actors[f.actor]
		}
		renumber(u.ids[f.others:][:f.nOther], a.actors)
		renumber(u.ids[f.topics:][:f.nTopic], a.labels)
	}
}

func renumber(ids, as []int32) {
	for i, id := range ids {
		ids[i] = as[id]
	}
}
