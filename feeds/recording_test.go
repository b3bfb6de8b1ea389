package feeds

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"parley/model"
)

const (
	plainHeader = `{"recording":"demo","version":1,"summit":{"name":"Demo talks","place":"Demo City","timezone":"UTC"},"feeds":[{"name":"Demo Wire","url":"https://wire.demo.invalid/rss","kind":"wire"}]}`
	plainItem   = `{"feed":"Demo Wire","identity":"a","title":"Talks begin","seen":"2025-08-15T19:30:00Z"}`
	laterItem   = `{"feed":"Demo Wire","identity":"b","title":"Talks end","seen":"2025-08-15T19:31:00Z"}`
)

func TestRecordingRoundTrip(t *testing.T) {
	at := time.Date(2025, 8, 15, 19, 30, 0, 0, time.UTC)
	rec := &Recording{
		Header: Header{
			Name: "demo", Version: RecordingVersion, Note: "made up", Start: at,
			Summit: model.Summit{Name: "Demo talks", Timezone: "Europe/Vienna", Start: at, Agenda: []model.Phase{
				{ID: "lunch", Title: "Working lunch", Start: at, End: at.Add(time.Hour), Kinds: []string{"meeting"}, Terms: []string{"lunch"}, Actors: []string{"host"}},
			}},
			Actors:   []model.Actor{{ID: "host", Name: "The Host", Aliases: []string{"Host"}, Kind: model.Person, Demonyms: []string{"Hostish"}}},
			Feeds:    []model.Feed{{Name: "Demo Wire", URL: "https://wire.demo.invalid/rss", Kind: model.Wire, Every: time.Minute, FullText: true}},
			Captions: []Caption{{At: at, Text: "Look <here> & there"}},
		},
		Sightings: []model.Sighting{
			{Feed: "Demo Wire", Identity: "a", GUID: "a#1", Link: "https://wire.demo.invalid/a", Title: "Host: ‘We begin’",
				Summary: "One.\n\nTwo.", Content: "More.", Authors: []string{"A. Writer"}, Published: at, Updated: at.Add(time.Second),
				DateFrom: model.DatePublished, Seen: at.Add(1500 * time.Millisecond), Flags: []model.Flag{model.FlagDateGuessed}},
			{Feed: "Demo Wire", Identity: "a", Title: "CORRECTED-Host: ‘We begin soon’", Op: model.OpCorrected,
				OpTitle: "Host: ‘We begin soon’", Seen: at.Add(2 * time.Second)},
		},
	}
	var first, second bytes.Buffer
	if err := rec.Write(&first); err != nil {
		t.Fatal(err)
	}
	back, err := ReadRecording(iotest.OneByteReader(bytes.NewReader(first.Bytes())))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(rec, back) {
		t.Errorf("read back\n%+v\nwant\n%+v", back, rec)
	}
	if err := back.Write(&second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("written again\n%s\nwant\n%s", &second, &first)
	}
}

func TestRecordingFaultsNameTheLine(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"empty", "", "the recording is empty: its first line must be the header"},
		{"blank lines only", "\n \n", "the recording is empty"},
		{"no header", plainItem, "line 1: no header: a recording begins with"},
		{"later version", `{"recording":"x","version":2,"novelty":1}`, "line 1: the recording has version 2, this Parley reads up to 1: use a newer Parley"},
		{"no version", `{"recording":"x"}`, `line 1: header: "version" is missing`},
		{"unknown key in the header", `{"recording":"x","version":1,"speed":3}`, `line 1: header: unknown field "speed": correct its spelling`},
		{"zone", `{"recording":"x","version":1,"summit":{"timezone":"Mars/Olympus"}}`, `line 1: header: "timezone" "Mars/Olympus" is not known`},
		{"not JSON", plainHeader + "\nhello", "line 2: no JSON object"},
		{"broken off", plainHeader + "\n" + plainItem[:40], "line 2: the line breaks off"},
		{"unknown key", plainHeader + "\n" + strings.Replace(plainItem, "title", "headline", 1), `line 2: unknown field "headline"`},
		{"wrong type", plainHeader + "\n" + strings.Replace(plainItem, `"Talks begin"`, "7", 1), `line 2: "title" cannot be a JSON number`},
		{"two on a line", plainHeader + "\n" + plainItem + plainItem, "line 2: something stands after the closing brace"},
		{"no feed", plainHeader + "\n" + strings.Replace(plainItem, "Demo Wire", " ", 1), `line 2: "feed" is missing`},
		{"no identity", plainHeader + "\n" + strings.Replace(plainItem, `"a"`, `""`, 1), `line 2: "identity" is missing`},
		{"never seen", plainHeader + "\n" + `{"feed":"f","identity":"a","title":"t"}`, `line 2: "seen" is missing`},
		{"no time", plainHeader + "\n" + strings.Replace(plainItem, "2025-08-15T19:30:00Z", "half past seven", 1), `line 2: half past seven is no time`},
		{"not sorted", plainHeader + "\n\n" + laterItem + "\n" + plainItem, `line 4: "seen" is 2025-08-15T19:30:00Z, earlier than the line before (2025-08-15T19:31:00Z): sort the lines`},
		{"too long", plainHeader + "\n" + strings.Repeat(" ", maxRecordingLine+1), "line 2: longer than 4 MiB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadRecording(strings.NewReader(tt.file))
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got  %v\nwant %s…", err, tt.want)
			}
		})
	}
}

func TestRecordingWithoutStartBeginsWithItsFirstItem(t *testing.T) {
	rec, err := ReadRecording(strings.NewReader(plainHeader + "\n" + plainItem + "\n" + laterItem))
	if err != nil {
		t.Fatal(err)
	}
	if rec.Start.IsZero() || rec.Start != rec.Sightings[0].Seen {
		t.Errorf("starts at %v", rec.Start)
	}
}

func TestRecordingReadErrorIsPassedOn(t *testing.T) {
	broken := errors.New("the disk is gone")
	_, err := ReadRecording(iotest.ErrReader(broken))
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestWriteRefusesDisorder(t *testing.T) {
	rec, err := ReadRecording(strings.NewReader(plainHeader + "\n" + plainItem + "\r\n" + laterItem))
	if err != nil {
		t.Fatal(err)
	}
	rec.Sightings[0], rec.Sightings[1] = rec.Sightings[1], rec.Sightings[0]
	if err := rec.Write(&bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "sort them first") {
		t.Errorf("got %v", err)
	}
}

func TestRecordedTextPassesTheDoor(t *testing.T) {
	const file = "\ufeff" + `{"recording":"x\u001b[2J","version":1,"summit":{"name":"a\u202eb","place":"","timezone":""},"feeds":[{"name":"Demo\u0007 Wire","url":"","kind":"wire"}],"captions":[{"at":"2025-08-15T19:30:00Z","text":"look\u001b]0;x\u0007"}]}
{"feed":"Demo\u0007 Wire","identity":"a\u0000","link":"javascript:alert(1)","title":"Calm\u001b[31m night","summary":"one\u200b\n\n\n\ntwo","authors":["A\u009b31m"],"seen":"2025-08-15T21:30:00+02:00"}`
	rec, err := ReadRecording(strings.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := rec.Write(&out); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{`\u001b`, `\u0007`, "\u202e", "\u200b", "\u009b", `\u0000`, "[2J", "[31m", "javascript"} {
		if strings.Contains(out.String(), bad) {
			t.Errorf("%q got through:\n%s", bad, &out)
		}
	}
	s := rec.Sightings[0]
	if s.Title != "Calm night" || s.Summary != "one\n\ntwo" || s.Feed != rec.Feeds[0].Name {
		t.Errorf("got %+v", s)
	}
	if want := time.Date(2025, 8, 15, 19, 30, 0, 0, time.UTC); s.Seen != want {
		t.Errorf("seen %v, want %v in UTC", s.Seen, want)
	}
}

// What a record holds of an item may be its link alone.
func TestARecordingMayHoldItemsWithoutText(t *testing.T) {
	rec, err := ReadRecording(strings.NewReader(plainHeader + "\n" + strings.Replace(plainItem, "Talks begin", "", 1)))
	if err != nil || len(rec.Sightings) != 1 || rec.Sightings[0].Title != "" {
		t.Errorf("%+v, %v", rec, err)
	}
}

func FuzzReadRecording(f *testing.F) {
	f.Add(plainHeader + "\n" + plainItem + "\n" + laterItem)
	f.Add(`{"recording":"x","version":1,"summit":{},"feeds":[{}],"captions":[{}]}` + "\n{}")
	f.Fuzz(func(t *testing.T, file string) {
		rec, err := ReadRecording(strings.NewReader(file))
		if err != nil {
			return
		}
		var first, second bytes.Buffer
		if err := rec.Write(&first); err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		back, err := ReadRecording(&first)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if err := back.Write(&second); err != nil {
			t.Fatal(err)
		}
		first.Reset()
		if err := rec.Write(&first); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatalf("round trip\n%s\nbecame\n%s", &first, &second)
		}
	})
}

func BenchmarkBuiltinAlaska(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Builtin(Alaska); err != nil {
			b.Fatal(err)
		}
	}
}
