package ui

import (
	"strings"
	"unicode"

	"parley/model"
)

// spellings are how the sources write those whom the directory does not know, by id.
// Once found they stay; a source that writes one may come with any board.
type spellings struct {
	found  map[string]string
	gen    int
	missed map[string]string // what stands for those that no source of the board of gen writes
}

// nameOf is a name to read.
func (m *Model) nameOf(id string) string {
	if _, known := m.desk.Directory().Find(id); known || id == "" {
		return m.desk.Directory().Name(id)
	}
	return m.spelling(id)
}

// spelling writes an id that the directory does not know as the sources do: "CEOs"
// for ceos. Where none writes its words it is made from the id.
func (m *Model) spelling(id string) string {
	s := &m.spelled
	if s.gen != m.gen || s.found == nil {
		if s.found == nil {
			s.found = map[string]string{}
		}
		s.gen, s.missed = m.gen, map[string]string{}
	}
	if name, ok := s.found[id]; ok {
		return name
	}
	if name, ok := s.missed[id]; ok {
		return name
	}
	if name := m.askSpelling(id); name != "" {
		s.found[id] = name
		return name
	}
	s.missed[id] = speakerName(model.Actor{ID: id}, model.Speaker{})
	return s.missed[id]
}

// askSpelling looks for an id in what its bearer said last, else in the newest signal
// that names it; empty where neither writes it.
func (m *Model) askSpelling(id string) string {
	if id == model.Unnamed || id == model.Unknown {
		return ""
	}
	if a := m.actors.byID(id); a != nil {
		if row, ok := m.statement(a.Last); ok && row.Statement.Speaker.Name != "" {
			return safe(row.Statement.Speaker.Name)
		}
	}
	refs := m.board.Signals(model.Filter{Actor: id})
	if len(refs) == 0 {
		return ""
	}
	row, _ := m.signal(refs[0])
	for _, e := range row.Evidence {
		if name := spelledIn(id, e.Sentence); name != "" {
			return safe(name)
		}
	}
	return ""
}

// spelledIn finds the words of an id in a sentence, whatever their case; empty where
// they do not stand there, or without a single capital.
func spelledIn(id, sentence string) string {
	want, text := []rune(id), []rune(sentence)
	for at := range text {
		end := at + len(want)
		if end > len(text) {
			break
		}
		if at > 0 && unicode.IsLetter(text[at-1]) || end < len(text) && unicode.IsLetter(text[end]) || !matches(want, text[at:end]) {
			continue
		}
		if found := string(text[at:end]); strings.ContainsFunc(found, unicode.IsUpper) {
			return found
		}
	}
	return ""
}

func matches(id, text []rune) bool {
	for i, r := range id {
		if r == '-' && text[i] == ' ' {
			continue
		}
		if unicode.ToLower(text[i]) != r {
			return false
		}
	}
	return true
}

// tag is a name for narrow columns: of a state or body with a long name its initials
// where the directory has them ("US", "EU"), else its name.
func (m *Model) tag(id string) string {
	a, ok := m.desk.Directory().Find(id)
	if ok && a.Kind != model.Person && len(a.Name) > 5 {
		for _, alias := range a.Aliases {
			if n := len(alias); n >= 2 && n <= 4 && alias == strings.ToUpper(alias) && width(alias) == n && !strings.Contains(alias, ".") {
				return alias
			}
		}
	}
	return safe(m.nameOf(id))
}

// shortTag is a tag of which people have their family name only.
func (m *Model) shortTag(id string) string {
	if a, ok := m.desk.Directory().Find(id); ok && a.Kind == model.Person {
		return model.FamilyName(m.tag(id))
	}
	return m.tag(id)
}

func (m *Model) targetsOf(s model.Signal) string {
	if len(s.Target) == 0 {
		return "no target named"
	}
	var names []string
	for _, id := range s.Target {
		names = append(names, m.tag(id))
	}
	return strings.Join(names, ", ")
}

// senderOf names who a signal is from, in words where nobody is named.
func (m *Model) senderOf(s model.Signal) string {
	if s.Sender == "" {
		return "sender not named"
	}
	return safe(m.nameOf(s.Sender))
}

// pathOf is who sends a signal to whom, "US → Russia", empty where nothing names either.
func (m *Model) pathOf(s model.Signal) string {
	to := make([]string, 0, len(s.Target))
	for _, id := range s.Target {
		to = append(to, m.shortTag(id))
	}
	path := strings.Join(to, ", ")
	switch {
	case s.Sender == "" && path == "":
		return ""
	case s.Sender == "":
		return m.senderOf(s) + " → " + path
	case path == "":
		return m.shortTag(s.Sender)
	}
	return m.shortTag(s.Sender) + " → " + path
}
