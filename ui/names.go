package ui

import (
	"strings"
	"unicode"

	"parley/model"
)

// spellings are how the sources write those whom the directory does not know, by id,
// as far as was asked on one board.
type spellings struct {
	gen  int
	byID map[string]string
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
	if s.gen != m.gen || s.byID == nil {
		s.gen, s.byID = m.gen, map[string]string{}
	}
	name, asked := s.byID[id]
	if !asked {
		name = m.askSpelling(id)
		s.byID[id] = name
	}
	return name
}

func (m *Model) askSpelling(id string) string {
	if id != model.Unnamed && id != model.Unknown {
		if a := m.actors.byID(id); a != nil {
			if row, ok := m.statement(a.Last); ok && row.Statement.Speaker.Name != "" {
				return safe(row.Statement.Speaker.Name)
			}
		}
		for _, ref := range m.board.Signals(model.Filter{Actor: id}) {
			if row, ok := m.signal(ref); ok {
				for _, e := range row.Evidence {
					if name := spelledIn(id, e.Sentence); name != "" {
						return safe(name)
					}
				}
				break
			}
		}
	}
	return speakerName(model.Actor{ID: id}, model.Speaker{})
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
