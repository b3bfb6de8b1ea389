package store

import (
	"encoding/binary"
	"encoding/json"
	"math/bits"
	"reflect"
	"strings"

	"parley/model"
)

// Readings are many and say little that their version's text does not say, so
// that they are stored in a form of their own: fields that are zero take one bit,
// a string that stands in the text is its place there, one that recurs is a
// number. A reading of two statements takes 150 bytes; as JSON it takes 1,500.
//
//	number of the shape · for each struct: bits of its fields · their values
//	string: 0 length bytes | 1 offset length (in the title) | 2 offset length (in the body) | 3+number

var readingShape = shapeOf(reflect.TypeFor[model.Reading]())

// Kinds of stored strings; from stringWord on it is the number of a word.
const (
	stringInline = iota
	stringTitle
	stringBody
	stringWord
)

// encoder writes values; texts are what strings may be places in.
type encoder struct {
	buf         []byte
	title, body string
	known       func(string) (int64, bool)        // the number of a word
	recurring   func(string) (int64, bool, error) // gives it one when it comes again
}

func (e *encoder) value(s *shape, v reflect.Value) error {
	switch s.kind {
	case 's':
		return e.text(v.String())
	case 'b':
		b := byte(0)
		if v.Bool() {
			b = 1
		}
		e.buf = append(e.buf, b)
	case 'i':
		e.buf = binary.AppendVarint(e.buf, v.Int())
	case 'u':
		e.buf = binary.AppendUvarint(e.buf, v.Uint())
	case '[', '#':
		if s.kind == '[' {
			e.buf = binary.AppendUvarint(e.buf, uint64(v.Len()))
		}
		for i := range v.Len() {
			if err := e.value(s.elem, v.Index(i)); err != nil {
				return err
			}
		}
	case '*':
		if v.IsNil() {
			e.buf = append(e.buf, 0)
			return nil
		}
		e.buf = append(e.buf, 1)
		return e.value(s.elem, v.Elem())
	case '{':
		var set uint64
		for i, f := range s.fields {
			if !v.Field(f.index).IsZero() {
				set |= 1 << i
			}
		}
		e.buf = binary.AppendUvarint(e.buf, set)
		for ; set != 0; set &= set - 1 {
			f := s.fields[bits.TrailingZeros64(set)]
			if err := e.value(f.shape, v.Field(f.index)); err != nil {
				return err
			}
		}
	default:
		b, err := json.Marshal(v.Interface())
		if err != nil {
			return err
		}
		return e.text(string(b))
	}
	return nil
}

func (e *encoder) text(s string) error {
	short := len(s) > 1 && len(s) <= 48
	if short {
		if id, ok := e.known(s); ok {
			e.buf = binary.AppendUvarint(e.buf, uint64(stringWord+id))
			return nil
		}
	}
	if len(s) > 3 {
		for kind, in := range [...]string{e.title, e.body} {
			if at := strings.Index(in, s); at >= 0 {
				e.buf = append(e.buf, byte(stringTitle+kind))
				e.buf = binary.AppendUvarint(e.buf, uint64(at))
				e.buf = binary.AppendUvarint(e.buf, uint64(len(s)))
				return nil
			}
		}
	}
	if short {
		id, ok, err := e.recurring(s)
		if err != nil {
			return err
		}
		if ok {
			e.buf = binary.AppendUvarint(e.buf, uint64(stringWord+id))
			return nil
		}
	}
	e.buf = append(e.buf, stringInline)
	e.buf = binary.AppendUvarint(e.buf, uint64(len(s)))
	e.buf = append(e.buf, s...)
	return nil
}
