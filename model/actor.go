package model

// ActorKind says what sort of party an actor is.
type ActorKind string

// Kinds of actor, after the config's `kind` key.
const (
	Person       ActorKind = "person"
	State        ActorKind = "state"
	Organisation ActorKind = "organisation"
	Bloc         ActorKind = "bloc"
	Group        ActorKind = "group"
)

// Actor ids that stand for nobody in particular.
const (
	Unnamed = "unnamed" // "officials", "critics", "sources"
	Unknown = "unknown" // a quotation without any attribution
)

// Actor is a party that can speak, act or be the target of a measure.
type Actor struct {
	ID      string    `toml:"id" json:"id"`
	Name    string    `toml:"name" json:"name"`
	Aliases []string  `toml:"aliases" json:"aliases,omitempty"`
	Kind    ActorKind `toml:"kind" json:"kind,omitempty"`
	// Side is the party it stands for: "us", "russia", "ukraine", "europe", …
	Side string `toml:"side" json:"side,omitempty"`
	// Role is its part in the negotiation: principal, envoy, sherpa, mediator,
	// host, guarantor, spoiler, excluded party, spokesperson.
	Role string `toml:"role" json:"role,omitempty"`
	// Office is what it is called by its post: "US president".
	Office string `toml:"office" json:"office,omitempty"`
	// State is the id of the state or bloc that it belongs to, for
	// "the Ukrainian president" and for sanction senders.
	State string `toml:"state" json:"state,omitempty"`
	// Demonyms are the adjectives that mean it ("Russian"). A metonym may stand
	// here too, but its place is among the Seats.
	Demonyms []string `toml:"demonyms" json:"demonyms,omitempty"`
	// Seats are the capitals and buildings that stand for it ("Moscow"): it when
	// they act or speak, a place after "in" or "at".
	Seats []string `toml:"seats" json:"seats,omitempty"`
	// Holds are the posts by which text calls it, as "usa:president,leader";
	// the words that mean a post stand in the reader's list of offices.
	Holds []string `toml:"holds" json:"holds,omitempty"`
	// Pronoun is he, she or they, empty where it is not known.
	Pronoun string `toml:"pronoun" json:"pronoun,omitempty"`
	// Builtin says that the built-in directory tells of it, and no configuration: where
	// both give an office, the configuration's is meant.
	Builtin bool `toml:"-" json:"-"`
	// Known says that the built-in directory has it as well, whatever a configuration says.
	Known bool `toml:"-" json:"-"`
}

// Directory finds actors by id. Later entries replace earlier ones of the same id.
type Directory struct {
	actors []Actor
	byID   map[string]int
}

// NewDirectory lays lists of actors over each other, the last one winning by id,
// and keeps the order in which ids first came.
func NewDirectory(lists ...[]Actor) *Directory {
	n := 0
	for _, list := range lists {
		n += len(list)
	}
	d := &Directory{actors: make([]Actor, 0, n), byID: make(map[string]int, n)}
	for _, list := range lists {
		for _, a := range list {
			if i, ok := d.byID[a.ID]; ok {
				d.actors[i] = a.over(d.actors[i])
				continue
			}
			d.byID[a.ID] = len(d.actors)
			d.actors = append(d.actors, a)
		}
	}
	return d
}

// over lays an actor over an earlier one of its id. What the reader knows of it
// beyond a configuration's common keys stays where the later one says nothing: its posts
// only as long as it is in the same office.
func (a Actor) over(b Actor) Actor {
	if len(a.Holds) == 0 && (a.Office == "" || a.Office == b.Office) {
		a.Office, a.Holds = b.Office, b.Holds
	}
	if len(a.Seats) == 0 {
		a.Seats = b.Seats
	}
	if len(a.Demonyms) == 0 {
		a.Demonyms = b.Demonyms
	}
	if a.Pronoun == "" {
		a.Pronoun = b.Pronoun
	}
	if a.State == "" {
		a.State = b.State
	}
	a.Known = b.Builtin || b.Known
	return a
}

// All returns every actor in order. The caller must not change the slice.
func (d *Directory) All() []Actor { return d.actors }

// Find returns the actor with that id.
func (d *Directory) Find(id string) (Actor, bool) {
	i, ok := d.byID[id]
	if !ok {
		return Actor{}, false
	}
	return d.actors[i], true
}

// actor returns the actor of an id, made from its name when it is not known. It is
// shared where it is known.
func (d *Directory) actor(id, name string) *Actor {
	if i, ok := d.byID[id]; ok {
		return &d.actors[i]
	}
	if name == "" {
		name = id
	}
	return &Actor{ID: id, Name: name}
}

// Name returns the display name of an id, or the id itself when it is not known.
func (d *Directory) Name(id string) string {
	if a, ok := d.Find(id); ok && a.Name != "" {
		return a.Name
	}
	return id
}
