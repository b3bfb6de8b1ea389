package feeds

import (
	"encoding/json"
	"time"

	"parley/model"
)

// Fetch is how one request for a feed ended. As JSON it is a line of
// `parley poll --json`.
type Fetch struct {
	At      time.Time // when it was asked
	Feed    string    // its name
	URL     string    // as in the config, without credentials
	Outcome model.Outcome
	HTTP    int       // status of the last answer, 0 for none
	Items   int       // in the feed; 0 where it was not sent
	New     int       // items that the record did not have
	Changed int       // items that read differently now
	Next    time.Time // when it is due again; the zero time for never
	Error   string    // in words, safe to draw; empty where all is well
}

// MarshalJSON writes all keys, with times in RFC 3339, UTC, to the millisecond;
// a time that does not exist is empty.
func (f Fetch) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		At      string        `json:"at"`
		Feed    string        `json:"feed"`
		URL     string        `json:"url"`
		Outcome model.Outcome `json:"outcome"`
		HTTP    int           `json:"http"`
		Items   int           `json:"items"`
		New     int           `json:"new"`
		Changed int           `json:"changed"`
		Next    string        `json:"next"`
		Error   string        `json:"error"`
	}{stamp(f.At), f.Feed, f.URL, f.Outcome, f.HTTP, f.Items, f.New, f.Changed, stamp(f.Next), f.Error})
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02T15:04:05.000Z07:00")
}
