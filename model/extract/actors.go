package extract

import (
	"bytes"
	"embed"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"parley/model"
)

//go:embed data/actors-states.txt data/actors-bodies.txt data/actors-people.txt data/offices.txt data/actors-nouns.txt data/holders.txt data/name-words.txt
var actorData embed.FS

// BuiltinActors returns the directory that Parley knows without a configuration:
// states, blocs, organisations and the office holders of August 2025, in that
// order. An error means that one of the embedded lists is malformed; it names the
// list, the line and what is wrong.
func BuiltinActors() ([]model.Actor, error) {
	var out []model.Actor
	for _, read := range []func() ([]model.Actor, error){readStates, readBodies, readPeople} {
		actors, err := read()
		if err != nil {
			return nil, err
		}
		out = append(out, actors...)
	}
	for i := range out {
		out[i].Builtin = true
	}
	return out, checkActors(out)
}

func readStates() ([]model.Actor, error) {
	rows, err := table(actorData, "data/actors-states.txt", 7)
	if err != nil {
		return nil, err
	}
	var out []model.Actor
	for _, r := range rows {
		kind, side := model.State, r[2]
		if r[0] == "eu" || r[0] == "nato" {
			kind = model.Bloc
		}
		if side == "" {
			side = r[0]
		}
		out = append(out, model.Actor{
			ID: r[0], Name: r[1], Kind: kind, Side: side, State: r[0],
			Aliases: list(r[3]), Demonyms: list(r[4]), Seats: list(r[6]),
		})
		if people := list(r[5]); len(people) > 0 {
			out = append(out, model.Actor{
				ID: kebab(people[0]), Name: people[0], Kind: model.Group, Side: side, State: r[0],
				Aliases: people[1:],
			})
		}
	}
	return out, nil
}

func readBodies() ([]model.Actor, error) {
	rows, err := table(actorData, "data/actors-bodies.txt", 8)
	if err != nil {
		return nil, err
	}
	var out []model.Actor
	for _, r := range rows {
		out = append(out, model.Actor{
			ID: r[0], Name: r[1], Kind: model.ActorKind(r[2]), Side: r[3], State: r[4], Role: r[5],
			Aliases: list(r[6]), Seats: list(r[7]),
		})
	}
	return out, nil
}

func readPeople() ([]model.Actor, error) {
	rows, err := table(actorData, "data/actors-people.txt", 9)
	if err != nil {
		return nil, err
	}
	out := make([]model.Actor, 0, len(rows))
	for _, r := range rows {
		out = append(out, model.Actor{
			ID: r[0], Name: r[1], Kind: model.Person, Pronoun: r[2], Side: r[3], State: r[4], Role: r[5], Office: r[6],
			Holds: list(r[7]), Aliases: list(r[8]),
		})
	}
	return out, nil
}

func checkActors(actors []model.Actor) error {
	seen := make(map[string]bool, len(actors))
	for i := range actors {
		a := &actors[i]
		switch {
		case a.ID == "" || a.ID != kebab(a.ID):
			return fmt.Errorf("the built-in actor %q has the id %q: an id is kebab-case and not empty", a.Name, a.ID)
		case seen[a.ID]:
			return fmt.Errorf("the built-in actor id %q is there twice: give the second one its full name", a.ID)
		case a.Name == "":
			return fmt.Errorf("the built-in actor %q has no name: fill in its second column", a.ID)
		}
		seen[a.ID] = true
	}
	return nil
}

// table reads an embedded list: one entry a line, columns parted by |, lines that
// begin with # and empty lines left out. Missing columns at the end are empty.
func table(fs embed.FS, name string, columns int) ([][]string, error) {
	data, err := fs.ReadFile(name)
	if err != nil {
		return nil, err
	}
	rows, n := make([][]string, 0, bytes.Count(data, []byte("\n"))), -1
	for line := range strings.SplitSeq(string(data), "\n") {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if has := strings.Count(line, "|") + 1; has > columns {
			return nil, fmt.Errorf("%s:%d: %d columns where there are %d: take a | out", name, n+1, has, columns)
		}
		row := make([]string, columns)
		for i := 0; line != ""; i++ {
			cell, rest, _ := strings.Cut(line, "|")
			row[i], line = strings.TrimSpace(cell), rest
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// list reads a column of several entries, parted by semicolons.
func list(column string) []string {
	if column == "" {
		return nil
	}
	out := make([]string, 0, strings.Count(column, ";")+1)
	for s := range strings.SplitSeq(column, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// kebab makes an id of a name: "Jean-Noël Barrot" becomes "jean-noel-barrot".
func kebab(name string) string {
	if isASCII(name) {
		return kebabASCII(name)
	}
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == '.':
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteString(foldLetter(unicode.ToLower(r)))
		default:
			gap = true
		}
	}
	return b.String()
}

func kebabASCII(name string) string {
	var room [64]byte
	b, gap := room[:0], false
	for i := range len(name) {
		switch c := name[i]; {
		case c == '\'' || c == '.':
		case 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			if gap && len(b) > 0 {
				b = append(b, '-')
			}
			gap = false
			if c <= 'Z' && c >= 'A' {
				c += 'a' - 'A'
			}
			b = append(b, c)
		default:
			gap = true
		}
	}
	return string(b)
}

// foldLetter spells the Latin letters that do not decompose into a base and a mark.
func foldLetter(r rune) string {
	switch r {
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ı':
		return "i"
	}
	return string(r)
}
