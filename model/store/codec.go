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
	recurring   func(string) (int64, bool, error)
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
	if len(s) > 1 && len(s) <= 48 {
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

// decoder reads what encoder wrote. Lengths are checked against what is left, so
// that damaged bytes give an error and never a crash.
type decoder struct {
	buf         []byte
	title, body string
	word        func(int64) (string, error)
}

// value reads a value into v, or past it where v is the zero Value.
func (d *decoder) value(s *shape, v reflect.Value) error {
	switch s.kind {
	case 's':
		text, err := d.text()
		if err == nil && v.IsValid() {
			v.SetString(text)
		}
		return err
	case 'b':
		if len(d.buf) == 0 {
			return errEncoding
		}
		if v.IsValid() {
			v.SetBool(d.buf[0] != 0)
		}
		d.buf = d.buf[1:]
	case 'i':
		i, n := binary.Varint(d.buf)
		if n <= 0 || (v.IsValid() && v.OverflowInt(i)) {
			return errEncoding
		}
		d.buf = d.buf[n:]
		if v.IsValid() {
			v.SetInt(i)
		}
	case 'u':
		u, err := d.uint()
		if err != nil || (v.IsValid() && v.OverflowUint(u)) {
			return errEncoding
		}
		if v.IsValid() {
			v.SetUint(u)
		}
	case '[', '#':
		return d.list(s, v)
	case '*':
		if len(d.buf) == 0 {
			return errEncoding
		}
		set := d.buf[0] != 0
		d.buf = d.buf[1:]
		if !set {
			return nil
		}
		if !v.IsValid() {
			return d.value(s.elem, v)
		}
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(s.elem, v.Elem())
	case '{':
		return d.fields(s, v)
	default:
		text, err := d.text()
		if err != nil || !v.IsValid() {
			return err
		}
		return json.Unmarshal([]byte(text), v.Addr().Interface())
	}
	return nil
}

func (d *decoder) list(s *shape, v reflect.Value) error {
	length := uint64(s.length)
	if s.kind == '[' {
		var err error
		// Each element takes a byte at least.
		if length, err = d.uint(); err != nil || length > uint64(len(d.buf)) {
			return errEncoding
		}
		if v.IsValid() {
			v.Set(reflect.MakeSlice(v.Type(), int(length), int(length)))
		}
	}
	for i := range int(length) {
		var elem reflect.Value
		if v.IsValid() {
			elem = v.Index(i)
		}
		if err := d.value(s.elem, elem); err != nil {
			return err
		}
	}
	return nil
}

func (d *decoder) fields(s *shape, v reflect.Value) error {
	set, err := d.uint()
	if err != nil {
		return err
	}
	for ; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		if i >= len(s.fields) {
			return errEncoding
		}
		f := s.fields[i]
		var field reflect.Value
		if v.IsValid() && f.index >= 0 {
			field = v.Field(f.index)
		}
		if err := d.value(f.shape, field); err != nil {
			return err
		}
	}
	return nil
}

func (d *decoder) uint() (uint64, error) {
	u, n := binary.Uvarint(d.buf)
	if n <= 0 {
		return 0, errEncoding
	}
	d.buf = d.buf[n:]
	return u, nil
}

func (d *decoder) text() (string, error) {
	kind, err := d.uint()
	if err != nil {
		return "", err
	}
	if kind >= stringWord {
		return d.word(int64(kind - stringWord))
	}
	var at uint64
	if kind != stringInline {
		if at, err = d.uint(); err != nil {
			return "", err
		}
	}
	length, err := d.uint()
	if err != nil {
		return "", err
	}
	in := [...]int{stringInline: len(d.buf), stringTitle: len(d.title), stringBody: len(d.body)}[kind]
	if at > uint64(in) || length > uint64(in)-at {
		return "", errEncoding
	}
	switch kind {
	case stringTitle:
		return d.title[at : at+length], nil
	case stringBody:
		return d.body[at : at+length], nil
	}
	text := string(d.buf[:length])
	d.buf = d.buf[length:]
	return text, nil
}
