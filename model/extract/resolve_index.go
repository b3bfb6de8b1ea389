package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// refKind says by what an actor is named.
type refKind uint8

const (
	byName      refKind = iota
	byAdjective         // "Russian"
	byOffice            // "the Russian president"
)

// nameRef is what a name refers to.
type nameRef struct {
	actor int
	how   refKind
	both  bool // a name that is an adjective too: "US"
	seat  bool // a capital, or a building: often a place
	any   bool // found in any case
	caps  bool // only in capitals: "US", "UN"
	small bool // begins with a small particle: "al-Sharaa", "von der Leyen"
	// shared says that bodies of other countries bear the name as well
	shared bool
}

// resolver knows who is meant by names, adjectives, seats and offices. It is
// made once and only read afterwards.
//
//	words ──► mentions (longest name, then the office after it)
//	phrase ──► parties (its head: a mention, a made name, or nobody in particular)
//	discourse ──► "he", "the president" (who was last spoken of)
type resolver struct {
	lex     *lexicon
	dir     *model.Directory
	actors  []*model.Actor
	byID    map[string]*model.Actor
	names   *terms[nameRef]
	offices *terms[[]string]
	holders map[string]int      // "russia:president" → actor
	several map[string]bool     // posts that others hold as well: "usa:envoy"
	tenures map[string][]tenure // "russia:president" → who held it when; the oldest first
	stateAt map[string]int      // the place of a state or bloc among the actors, by its id
	nouns   perWord[nounClass]
	shared  map[string]bool // names, in lower case, that bodies of several countries bear
	sharing starts          // of the last words of these
	naming  starts          // of the words of all names
	leaders map[string]int  // "Kim" → the one leader who goes by that word, or -1 for several

	besideName map[string]nameWord // what a word beside the name of a person tells, in lower case
}

// nounClass is the set of classes of one common noun or title.
type nounClass uint16

const (
	nounUnnamed nounClass = 1 << iota
	nounOrgan
	nounTitle
	nounRank
	nounPast
	nounVenue
	nounParticle
	nounMembers
	nounListener
	nounSought
	nounOfPersons
	nounOfSides
	nounWords
	nounSpot
)

var nounClasses = map[string]nounClass{
	"unnamed": nounUnnamed, "organ": nounOrgan, "title": nounTitle, "rank": nounRank,
	"past": nounPast, "venue": nounVenue, "particle": nounParticle, "members": nounMembers, "listener": nounListener, "sought": nounSought,
	"of persons": nounOfPersons, "of sides": nounOfSides, "words": nounWords, "spot": nounSpot,
}

// newResolver indexes the directory. Offices that an actor's Office spells out
// ("Slovenian prime minister") count like those in Holds.
func newResolver(x *lexicon, dir *model.Directory) (*resolver, error) {
	r := &resolver{
		lex: x, byID: map[string]*model.Actor{}, holders: map[string]int{}, several: map[string]bool{}, shared: map[string]bool{}, sharing: x.newBit(), naming: x.newBit(),
		tenures: map[string][]tenure{}, stateAt: map[string]int{},
		names: newTerms[nameRef](x), offices: newTerms[[]string](x),
	}
	all := slices.Clone(dir.All())
	for i := range all {
		partSeats(&all[i])
		r.actors = append(r.actors, &all[i])
		r.byID[all[i].ID] = &all[i]
		if all[i].Kind == model.State || all[i].Kind == model.Bloc {
			r.stateAt[all[i].ID] = i
		}
	}
	if err := r.indexOffices(); err != nil {
		return nil, err
	}
	if err := r.indexNouns(); err != nil {
		return nil, err
	}
	if err := r.indexNameWords(); err != nil {
		return nil, err
	}
	r.indexNames()
	r.indexPosts()
	r.dir = model.NewDirectory(all)
	r.indexLeaders()
	return r, r.indexTenures()
}

// indexLeaders notes the leaders of states who go by a single word that is no name in the
// directory: a family name that stands first ("Kim"), or one without its article
// ("Sharaa").
func (r *resolver) indexLeaders() {
	r.leaders = map[string]int{}
	named := map[string]int{}
	for i, a := range r.actors {
		if a.Kind != model.Person || !leadsState(a) {
			continue
		}
		first, _, _ := strings.Cut(a.Name, " ")
		last := a.Name[strings.LastIndex(a.Name, "-")+1:]
		for _, word := range []string{first, last} {
			if word == a.Name || word == first && !strings.HasPrefix(a.ID, strings.ToLower(first)+"-") {
				continue
			}
			r.leaders[word] = i
			if named[word]++; named[word] > 1 {
				r.leaders[word] = -1
			}
		}
	}
}

// leadsState tells whether a person is called the leader of a state or group.
func leadsState(a *model.Actor) bool {
	return slices.ContainsFunc(a.Holds, func(h string) bool { return strings.HasSuffix(h, ":leader") || strings.HasSuffix(h, ",leader") })
}

func (r *resolver) indexNames() {
	refs := make(map[string]nameRef, 4*len(r.actors))
	order := make([]string, 0, 4*len(r.actors)) // as written
	add := func(name string, e nameRef) {
		name = strings.TrimPrefix(name, "the ")
		e.any = name == strings.ToLower(name)
		e.small = !e.any && name[0] >= 'a' && name[0] <= 'z'
		e.caps = name == strings.ToUpper(name) && len(name) < 5 && !strings.ContainsAny(name, "0123456789")
		low := strings.ToLower(name)
		e.shared = r.shared[low]
		old, ok := refs[low]
		if !ok {
			order = append(order, name)
		} else {
			e = old.over(e)
		}
		refs[low] = e
	}
	for i, a := range r.actors {
		add(a.Name, nameRef{actor: i})
		for _, alias := range a.Aliases {
			add(alias, nameRef{actor: i})
		}
		for _, seat := range a.Seats {
			add(seat, nameRef{actor: i, seat: true})
		}
		for _, d := range a.Demonyms {
			add(d, nameRef{actor: i, how: byAdjective})
		}
	}
	for _, name := range order {
		r.names.add(name, refs[strings.ToLower(name)])
		for i := range r.lex.cutting {
			r.lex.mark(r.lex.cutting[i].low, r.naming)
		}
	}
}

// over lays a later way to name an actor over the same words of an earlier one:
// the same actor's are joined ("US" is a name and an adjective), another's replaces.
func (e nameRef) over(later nameRef) nameRef {
	if e.actor != later.actor {
		return later
	}
	later.both = e.both || later.both || e.how != later.how
	later.seat = e.seat || later.seat
	later.any = e.any || later.any
	later.small = e.small || later.small
	later.caps = e.caps && later.caps
	later.how = min(e.how, later.how)
	return later
}

func (r *resolver) indexOffices() error {
	rows, err := table(actorData, "data/offices.txt", 2)
	if err != nil {
		return err
	}
	classes := map[string][]string{}
	for _, row := range rows {
		for _, phrase := range list(row[1]) {
			low := strings.ToLower(phrase)
			if !slices.Contains(classes[low], row[0]) {
				classes[low] = append(classes[low], row[0])
			}
			r.offices.add(low, classes[low])
		}
	}
	for low, cs := range classes {
		r.offices.add(low, cs)
	}
	return nil
}

func (r *resolver) indexNouns() error {
	rows, err := table(actorData, "data/actors-nouns.txt", 2)
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, w := range list(row[1]) {
			if row[0] == "shared" {
				low := strings.ToLower(w)
				r.shared[low] = true
				r.lex.mark(low[strings.LastIndexByte(low, ' ')+1:], r.sharing)
				continue
			}
			for _, form := range []string{w, w + "."} {
				*r.nouns.at(r.lex.intern(form)) |= nounClasses[row[0]]
			}
		}
	}
	return nil
}
