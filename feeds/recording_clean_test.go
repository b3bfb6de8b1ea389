package feeds

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// A field that is added to what a recording holds is cleaned, too.
func TestEveryTextOfARecordingPassesTheDoor(t *testing.T) {
	var rec Recording
	rec.Sightings = make([]model.Sighting, 1)
	eachText(reflect.ValueOf(&rec).Elem(), "", func(_ string, text reflect.Value) { text.SetString("calm\x1b[2J\u202e") })
	rec.clean()
	cleanSighting(&rec.Sightings[0])
	seen := 0
	eachText(reflect.ValueOf(&rec).Elem(), "", func(at string, text reflect.Value) {
		if seen++; strings.ContainsAny(text.String(), "\x1b\u202e") && at != ".Header.Summit.Timezone" {
			t.Errorf("%s is %q", at, text)
		}
	})
	if seen < 40 {
		t.Errorf("only %d texts", seen)
	}
}

// eachText walks the strings of a value, with one element in each empty list.
func eachText(v reflect.Value, at string, do func(at string, text reflect.Value)) {
	switch v.Kind() {
	case reflect.String:
		do(at, v)
	case reflect.Slice:
		if v.Len() == 0 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		}
		eachText(v.Index(0), at, do)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && v.Type() != reflect.TypeFor[time.Time]() {
				eachText(v.Field(i), at+"."+f.Name, do)
			}
		}
	}
}
