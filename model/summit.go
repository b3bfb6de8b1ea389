package model

import "time"

// Summit is the negotiation that the desk follows.
type Summit struct {
	Name     string    `toml:"name" json:"name"`
	Place    string    `toml:"place" json:"place"`
	Timezone string    `toml:"timezone" json:"timezone"` // IANA name
	Start    time.Time `toml:"start" json:"start,omitzero"`
	Agenda   []Phase   `toml:"agenda" json:"agenda,omitempty"`
}

// Zone is where the summit's times are told: that of its Timezone, UTC where that names
// none. It reads a file: keep it where it is asked for often.
func (s *Summit) Zone() *time.Location {
	zone, err := time.LoadLocation(s.Timezone)
	if err != nil {
		return time.UTC
	}
	return zone
}

// Phase is one planned item of the agenda. Plan and actual are two things: only
// a later report makes a phase done.
type Phase struct {
	ID    string    `toml:"id" json:"id,omitempty"`
	Title string    `toml:"title" json:"title"`
	Start time.Time `toml:"start" json:"start,omitzero"`
	End   time.Time `toml:"end" json:"end,omitzero"`
	Place string    `toml:"place" json:"place,omitempty"`
	// Kinds are the event kinds that report it ("meeting", "press", "arrival").
	Kinds []string `toml:"kinds" json:"kinds,omitempty"`
	// Terms are words that name it in a report ("working lunch").
	Terms []string `toml:"terms" json:"terms,omitempty"`
	// Instead is what it is called when it is held in another form, of which the
	// InsteadTerms tell in a report: "Talks of three on either side, not one-on-one".
	Instead      string   `toml:"instead" json:"instead,omitempty"`
	InsteadTerms []string `toml:"instead_terms" json:"instead_terms,omitempty"`
	// Actors, where given, must take part for a report to count.
	Actors []string `toml:"actors" json:"actors,omitempty"`
}
