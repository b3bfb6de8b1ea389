package store

import (
	"encoding/binary"
	"encoding/json"
	"math/bits"
	"reflect"
)

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
