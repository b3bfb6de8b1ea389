package config

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
)

// decoder lays a parsed tree onto a Config. Unlike the library's own strict
// mode it goes on after a wrong type, so that one run names every fault.
type decoder struct {
	file   string
	at     positions
	zone   *time.Location // nil: the summit names none
	faults Faults
	notes  []Fault
}

var (
	timeType     = reflect.TypeFor[time.Time]()
	durationType = reflect.TypeFor[time.Duration]()
	sizeType     = reflect.TypeFor[Size]()
)

// summitZone is what a date and time without an offset is read in, nil where nobody says.
func (d *decoder) summitZone(tree map[string]any) *time.Location {
	if s, ok := tree["summit"].(map[string]any); ok {
		if name, ok := s["timezone"].(string); ok {
			if zone, err := time.LoadLocation(name); err == nil {
				return zone
			}
			return time.UTC // the name is a fault of its own
		}
	}
	return nil
}

func (d *decoder) table(tree map[string]any, into any, path string) {
	fields := map[string]reflect.Value{}
	collect(reflect.ValueOf(into).Elem(), fields)
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		sub := join(path, key)
		field, ok := fields[key]
		if !ok {
			d.fault(sub, "unknown key%s", suggest(key, fields))
			continue
		}
		d.value(tree[key], field, sub)
	}
}

// collect gathers the fields of a struct by their toml name, embedded ones too.
func collect(v reflect.Value, into map[string]reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name := f.Tag.Get("toml")
		switch {
		case f.Anonymous:
			collect(v.Field(i), into)
		case name != "" && name != "-":
			into[name] = v.Field(i)
		}
	}
}

func (d *decoder) value(v any, into reflect.Value, path string) {
	switch into.Type() {
	case timeType:
		d.time(v, into, path)
		return
	case durationType:
		d.duration(v, into, path)
		return
	case sizeType:
		d.size(v, into, path)
		return
	}
	switch into.Kind() {
	case reflect.String:
		if s, ok := v.(string); ok {
			into.SetString(s)
			return
		}
		d.wrong(path, "a text in quotation marks", v)
	case reflect.Bool:
		if b, ok := v.(bool); ok {
			into.SetBool(b)
			return
		}
		d.wrong(path, "true or false", v)
	case reflect.Int:
		if n, ok := v.(int64); ok {
			into.SetInt(n)
			return
		}
		d.wrong(path, "a whole number", v)
	case reflect.Struct:
		if t, ok := v.(map[string]any); ok {
			d.table(t, into.Addr().Interface(), path)
			return
		}
		d.wrong(path, "a table", v)
	case reflect.Slice:
		d.slice(v, into, path)
	case reflect.Map:
		d.mapping(v, into, path)
	}
}

func (d *decoder) slice(v any, into reflect.Value, path string) {
	list, ok := v.([]any)
	if !ok {
		if into.Type().Elem().Kind() == reflect.Struct {
			d.wrong(path, "an array of tables, [["+path+"]]", v)
		} else {
			d.wrong(path, `a list, ["…", "…"]`, v)
		}
		return
	}
	out := reflect.MakeSlice(into.Type(), len(list), len(list))
	for i, one := range list {
		d.value(one, out.Index(i), fmt.Sprintf("%s[%d]", path, i))
	}
	into.Set(out)
}

func (d *decoder) mapping(v any, into reflect.Value, path string) {
	tree, ok := v.(map[string]any)
	if !ok {
		d.wrong(path, "a table", v)
		return
	}
	out := reflect.MakeMap(into.Type())
	for _, key := range slices.Sorted(maps.Keys(tree)) {
		elem := reflect.New(into.Type().Elem()).Elem()
		one := tree[key]
		if s, isText := one.(string); isText && elem.Kind() == reflect.Slice {
			one = []any{s}
		}
		d.value(one, elem, join(path, key))
		out.SetMapIndex(reflect.ValueOf(key), elem)
	}
	into.Set(out)
}

func (d *decoder) time(v any, into reflect.Value, path string) {
	switch t := v.(type) {
	case time.Time:
		into.Set(reflect.ValueOf(t))
	case toml.LocalDateTime:
		d.zoneless(t, into, path)
	case toml.LocalDate:
		d.zoneless(t, into, path)
	default:
		d.wrong(path, "a date and time such as 2025-08-15T11:30:00-08:00, without quotation marks", v)
	}
}

// zoneless reads a date, or a date and time, that names no offset from UTC.
func (d *decoder) zoneless(t interface {
	AsTime(*time.Location) time.Time
}, into reflect.Value, path string) {
	if d.zone == nil {
		utc := t.AsTime(time.UTC)
		into.Set(reflect.ValueOf(utc))
		d.fault(path, "names no zone: write it as %s, or name the summit's timezone, such as \"Europe/Vienna\"", utc.Format("2006-01-02T15:04:05")+"+01:00")
		return
	}
	at := t.AsTime(d.zone)
	into.Set(reflect.ValueOf(at))
	d.note(path, "names no zone: it is read as %s, in summit.timezone", at.Format(time.RFC3339))
}

func (d *decoder) duration(v any, into reflect.Value, path string) {
	s, ok := v.(string)
	if !ok {
		d.wrong(path, `a duration such as "90s" or "5m"`, v)
		return
	}
	dur, err := time.ParseDuration(s)
	if err != nil || dur < 0 {
		d.fault(path, `%q is no duration: write a number and a unit, such as "90s", "5m" or "1h"`, s)
		return
	}
	into.SetInt(int64(dur))
}

var units = []struct {
	name  string
	bytes float64
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}, {"B", 1}}

func (d *decoder) size(v any, into reflect.Value, path string) {
	if n, ok := v.(int64); ok && n > 0 {
		into.SetInt(n)
		return
	}
	s, ok := v.(string)
	if !ok {
		d.wrong(path, `a size such as "8MiB"`, v)
		return
	}
	for _, u := range units {
		number, found := strings.CutSuffix(s, u.name)
		if !found {
			continue
		}
		if n, err := strconv.ParseFloat(strings.TrimSpace(number), 64); err == nil && n > 0 && n*u.bytes < 1<<40 {
			into.SetInt(int64(n * u.bytes))
			return
		}
	}
	d.fault(path, `%q is no size: write a number and a unit, such as "512KiB" or "8MiB"`, s)
}

func (d *decoder) wrong(path, want string, got any) {
	d.fault(path, "wants %s, not %s", want, describe(got))
}

func describe(v any) string {
	switch v := v.(type) {
	case string:
		return fmt.Sprintf("the text %q", v)
	case int64, float64:
		return fmt.Sprintf("the number %v", v)
	case bool:
		return fmt.Sprintf("%v", v)
	case []any:
		return "a list"
	case map[string]any:
		return "a table"
	default:
		return "a date or time"
	}
}
