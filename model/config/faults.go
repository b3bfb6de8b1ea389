package config

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// Fault is one thing wrong with a configuration, and what to do.
type Fault struct {
	File string
	Line int // from 1
	Col  int // from 1, in characters
	Key  string
	Text string
}

// Error says it as FILE:LINE:COLUMN: key: what is wrong.
func (f Fault) Error() string {
	if f.Key == "" {
		return fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Col, f.Text)
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s", f.File, f.Line, f.Col, f.Key, f.Text)
}

// Faults is every fault of a file in the order of its lines.
type Faults []Fault

// Error puts one fault on each line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

func parseTree(name string, data []byte) (map[string]any, error) {
	var tree map[string]any
	err := toml.Unmarshal(data, &tree)
	if err == nil {
		return tree, nil
	}
	fault := Fault{File: name, Line: 1, Col: 1, Text: strings.TrimPrefix(err.Error(), "toml: ")}
	var de *toml.DecodeError
	if errors.As(err, &de) {
		fault.Line, fault.Col = de.Position()
		fault.Key = strings.Join(de.Key(), ".")
	}
	fault.Text += " (this is not TOML: mend this line first)"
	return nil, Faults{fault}
}

func (d *decoder) fault(key, format string, args ...any) {
	d.faults = append(d.faults, d.faultAt(key, format, args...))
}

func (d *decoder) note(key, format string, args ...any) {
	d.notes = append(d.notes, d.faultAt(key, format, args...))
}

func (d *decoder) faultAt(key, format string, args ...any) Fault {
	p := d.at.find(key)
	return Fault{File: d.file, Line: p.line, Col: p.col, Key: key, Text: fmt.Sprintf(format, args...)}
}

func (d *decoder) sorted() Faults {
	slices.SortStableFunc(d.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return d.faults
}
