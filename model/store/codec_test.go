package store

import (
	"context"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"parley/model"

	"pgregory.net/rapid"
)

// anyValue fills a value of any of the model's types, so that a field added to
// the model is tested from the day it is added.
func anyValue(t *rapid.T, typ reflect.Type, texts []string) reflect.Value {
	v := reflect.New(typ).Elem()
	switch typ.Kind() {
	case reflect.String:
		v.SetString(rapid.OneOf(rapid.SampledFrom(texts), rapid.String()).Draw(t, "string"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64().Draw(t, "int"))
	case reflect.Uint8, reflect.Uint32:
		v.SetUint(uint64(rapid.Byte().Draw(t, "uint")))
	case reflect.Slice:
		if n := rapid.IntRange(-1, 3).Draw(t, "length"); n >= 0 {
			v.Set(reflect.MakeSlice(typ, n, n))
			for i := range n {
				v.Index(i).Set(anyValue(t, typ.Elem(), texts))
			}
		}
	case reflect.Array:
		for i := range typ.Len() {
			v.Index(i).Set(anyValue(t, typ.Elem(), texts))
		}
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "set") {
			v.Set(reflect.New(typ.Elem()))
			v.Elem().Set(anyValue(t, typ.Elem(), texts))
		}
	case reflect.Struct:
		if typ == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.UnixMilli(rapid.Int64Range(0, 1e13).Draw(t, "time")).UTC()))
			break
		}
		for i := range typ.NumField() {
			v.Field(i).Set(anyValue(t, typ.Field(i).Type, texts))
		}
	default:
		t.Fatalf("the model has got a %s: teach this test", typ)
	}
	return v
}

func TestReadingRoundTrip(t *testing.T) {
	s := open(t)
	v := mustAppend(t, s, sighting("a", "Borun threatens tariffs — “at once”", 0))[0]
	texts := []string{"", "x", "threat", "assertion", v.Title[:5], v.Summary[4:9], v.Title + "?", strings.Repeat("not in the text ", 9)}
	rapid.Check(t, func(t *rapid.T) {
		want := anyValue(t, reflect.TypeFor[model.Reading](), texts).Interface().(model.Reading)
		if err := s.SaveReadings(context.Background(), "rules-1", []Stored{{Version: v, Reading: want}}); err != nil {
			t.Fatal(err)
		}
		s.cache.reset()
		if rapid.Bool().Draw(t, "another process") {
			s.words.reset()
		}
		got, err := s.Reading(refOf(&v))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
	})
}

func TestReadingOfAnotherModel(t *testing.T) {
	// As an older Parley wrote it: a field since lost, one since turned into
	// another kind, one not there yet, another order.
	const older = "{Lost:[]{Deep:s,Flags:[2]i},Statements:[]{Rule:s,Type:i,Mode:s},ID:s}"
	e := encoder{known: func(string) (int64, bool) { return 0, false }, recurring: func(string) (int64, bool, error) { return 0, false, nil }}
	type (
		statement struct {
			Rule string
			Type int
			Mode string
		}
		reading struct {
			Lost []struct {
				Deep  string
				Flags [2]int
			}
			Statements []statement
			ID         string
		}
	)
	in := reading{Statements: []statement{{"r", 7, "direct"}, {"", 0, "mixed"}}, ID: "x"}
	in.Lost = append(in.Lost, struct {
		Deep  string
		Flags [2]int
	}{"gone", [2]int{1, -2}})
	if err := e.value(shapeOf(reflect.TypeFor[reading]()), reflect.ValueOf(in)); err != nil {
		t.Fatal(err)
	}
	sh, err := parseShape(older, reflect.TypeFor[model.Reading]())
	if err != nil {
		t.Fatal(err)
	}
	var got model.Reading
	d := decoder{buf: e.buf}
	if err := d.value(sh, reflect.ValueOf(&got).Elem()); err != nil || len(d.buf) != 0 {
		t.Fatalf("%v, %d bytes left", err, len(d.buf))
	}
	want := model.Reading{ID: "x", Statements: []model.Statement{{Rule: "r", Mode: "direct"}, {Mode: "mixed"}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestShapeText(t *testing.T) {
	text := readingShape.String()
	sh, err := parseShape(text, reflect.TypeFor[model.Reading]())
	if err != nil || !reflect.DeepEqual(sh, readingShape) {
		t.Errorf("%s is not read as it was written: %v", text, err)
	}
	for _, bad := range []string{"", "{", "{A", "{A:", "{A:s", "[", "[x]s", "[-1]s", "[]", "*", "q", "ss", "{A:s}}", "[99999]s"} {
		if _, err := parseShape(bad, reflect.TypeFor[model.Reading]()); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}

func TestDamagedReadingIsAnError(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decoder{buf: rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"), title: "Title", body: "Body of it",
			word: func(int64) (string, error) { return "word", nil }}
		var r model.Reading
		if err := d.value(readingShape, reflect.ValueOf(&r).Elem()); err == nil {
			if _, err := json.Marshal(r); err != nil {
				t.Fatal(err)
			}
		}
	})
}
