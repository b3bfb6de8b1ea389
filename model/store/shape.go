package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// errEncoding says that stored bytes are not what this program writes.
var errEncoding = errors.New("not a reading as Parley stores it")

// A shape is the layout of a stored value: which fields, in which order. It is
// kept as text among the words, so that a reading of an older Parley is still
// read when the model has got fields, or lost some:
//
//	{In:s,Content:{Text:s,Spans:[][2]i},Temporary:b}
type shape struct {
	kind   byte // { struct, [ list, # array, * pointer, s string, b bool, i int, u uint, j JSON
	fields []shapeField
	elem   *shape
	length int
}

type shapeField struct {
	name  string
	shape *shape
	index int // in the program's own struct, -1 where it has no such field
}

// shapeOf returns the layout of a type of the program.
func shapeOf(t reflect.Type) *shape {
	switch t.Kind() {
	case reflect.String:
		return &shape{kind: 's'}
	case reflect.Bool:
		return &shape{kind: 'b'}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &shape{kind: 'i'}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return &shape{kind: 'u'}
	case reflect.Slice:
		return &shape{kind: '[', elem: shapeOf(t.Elem())}
	case reflect.Array:
		return &shape{kind: '#', length: t.Len(), elem: shapeOf(t.Elem())}
	case reflect.Pointer:
		return &shape{kind: '*', elem: shapeOf(t.Elem())}
	case reflect.Struct:
		if t.Implements(reflect.TypeFor[json.Marshaler]()) || t.NumField() > 64 {
			break // a time, say
		}
		s := &shape{kind: '{'}
		for i := range t.NumField() {
			if f := t.Field(i); f.IsExported() {
				s.fields = append(s.fields, shapeField{f.Name, shapeOf(f.Type), i})
			}
		}
		return s
	}
	return &shape{kind: 'j'}
}

// String writes the layout as parseShape reads it.
func (s *shape) String() string {
	switch s.kind {
	case '[':
		return "[]" + s.elem.String()
	case '#':
		return "[" + strconv.Itoa(s.length) + "]" + s.elem.String()
	case '*':
		return "*" + s.elem.String()
	case '{':
		parts := make([]string, len(s.fields))
		for i, f := range s.fields {
			parts[i] = f.name + ":" + f.shape.String()
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	return string(s.kind)
}

// parseShape reads a layout and binds it to a type: fields that the type does
// not have, or has as another kind, are skipped when a value is read.
func parseShape(text string, t reflect.Type) (*shape, error) {
	s, rest, err := cutShape(text)
	if err != nil || rest != "" {
		return nil, fmt.Errorf("%w: layout %q", errEncoding, text)
	}
	s.bind(t)
	return s, nil
}

func cutShape(text string) (*shape, string, error) {
	if text == "" {
		return nil, "", errEncoding
	}
	kind, rest := text[0], text[1:]
	switch kind {
	case 's', 'b', 'i', 'u', 'j':
		return &shape{kind: kind}, rest, nil
	case '*':
		elem, rest, err := cutShape(rest)
		return &shape{kind: '*', elem: elem}, rest, err
	case '[':
		number, rest, ok := strings.Cut(rest, "]")
		if !ok {
			return nil, "", errEncoding
		}
		s := &shape{kind: '['}
		if number != "" {
			n, err := strconv.Atoi(number)
			if err != nil || n < 0 || n > 1024 {
				return nil, "", errEncoding
			}
			s.kind, s.length = '#', n
		}
		var err error
		s.elem, rest, err = cutShape(rest)
		return s, rest, err
	case '{':
		s := &shape{kind: '{'}
		for {
			if strings.HasPrefix(rest, "}") {
				return s, rest[1:], nil
			}
			name, after, ok := strings.Cut(strings.TrimPrefix(rest, ","), ":")
			if !ok || len(s.fields) == 64 {
				return nil, "", errEncoding
			}
			elem, after, err := cutShape(after)
			if err != nil {
				return nil, "", err
			}
			s.fields = append(s.fields, shapeField{name, elem, -1})
			rest = after
		}
	}
	return nil, "", errEncoding
}

func (s *shape) bind(t reflect.Type) {
	switch s.kind {
	case '[', '#', '*':
		s.elem.bind(t.Elem())
	case '{':
		for i := range s.fields {
			f := &s.fields[i]
			if own, ok := t.FieldByName(f.name); ok && f.shape.fits(own.Type) {
				f.index = own.Index[0]
				f.shape.bind(own.Type)
			}
		}
	}
}

// fits reports whether values of this layout can be read into a type. Structs
// fit structs: their fields are matched by name.
func (s *shape) fits(t reflect.Type) bool {
	own := shapeOf(t)
	for a, b := s, own; ; a, b = a.elem, b.elem {
		if a.kind != b.kind || a.length != b.length {
			return false
		}
		if a.elem == nil {
			return true
		}
	}
}
