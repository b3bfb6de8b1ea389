package feeds

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"parley/model"
)

func TestOPMLThereAndBack(t *testing.T) {
	list := []model.Feed{
		{Name: `Demo "Wire" <&>`, URL: "https://demo.example/rss?a=1&b=2", Kind: model.Wire, Side: "us", Publisher: "Demo House", Every: 90 * time.Second, FullText: true, DayFirst: true},
		{Name: "Demo Daily é", URL: "http://daily.demo.example/", Kind: model.Outlet},
	}
	var b bytes.Buffer
	if err := ExportOPML(&b, list); err != nil {
		t.Fatal(err)
	}
	got, err := ImportOPML(&b)
	if err != nil || !reflect.DeepEqual(got, list) {
		t.Errorf("%v\n got %+v\nwant %+v", err, got, list)
	}
	// Neither credentials nor leave to go in-house travel with a list.
	b.Reset()
	if err := ExportOPML(&b, []model.Feed{{Name: "x", URL: "https://desk:s3cret@demo.example/rss", AllowPrivate: true}}); err != nil {
		t.Fatal(err)
	}
	if s := b.String(); strings.Contains(s, "s3cret") || strings.Contains(s, "desk") || strings.Contains(strings.ToLower(s), "private") {
		t.Error(s)
	}
}

func TestImportOPMLAsOtherReadersWriteIt(t *testing.T) {
	list, err := ImportOPML(strings.NewReader("\ufeff" + `<?xml version="1.0" encoding="ISO-8859-1"?>
<!-- from another reader -->
<opml version="1.1"><head><title>x</title></head><body>
 <outline text="World" title="World">
  <outline text="Inner">
   <outline type="rss" text="Caf` + "\xe9" + `&nbsp;One" xmlUrl=" https://one.demo.example/rss " htmlUrl="https://one.demo.example/"/>
   <outline type="atom" title="" text="" XMLURL="https://two.demo.example/atom"/>
  </outline>
 </outline>
 <outline text="Same name" xmlurl="https://three.demo.example/"/>
 <outline text="Same name" xmlurl="https://four.demo.example/"/>
 <outline text="Again" xmlUrl="https://one.demo.example/rss"/>
 <outline text="Old style" xmlUrl="feed://five.demo.example/rss"/>
 <outline text="Old style two" xmlUrl="feed:http://six.demo.example/rss"/>
 <outline text="A script" xmlUrl="exec:ls"/>
 <outline text="&#x202e;Esc" xmlUrl="https://seven.demo.example/" allow_private="true" kind="nonsense"/>
</body></opml>`))
	var got []string
	for _, f := range list {
		got = append(got, f.Name+" = "+f.URL)
		if f.AllowPrivate || f.Kind != model.Outlet {
			t.Errorf("%+v", f)
		}
	}
	want := []string{
		"Café One = https://one.demo.example/rss", "two.demo.example = https://two.demo.example/atom",
		"Same name = https://three.demo.example/", "Same name (2) = https://four.demo.example/",
		"Old style = https://five.demo.example/rss", "Old style two = http://six.demo.example/rss", "Esc = https://seven.demo.example/",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if err == nil || !strings.Contains(err.Error(), "exec:ls") || strings.Count(err.Error(), "left out") != 1 {
		t.Errorf("error %v", err)
	}
}

// A character that XML does not have costs no list its other feeds, nor does the
// charset that it is written in.
func TestImportOPMLInAnyCharacters(t *testing.T) {
	const body = `<opml><body><outline text="Речь&#x1b;[31m&#27;&#0;&#xFFFF;` + "\x01\uffff" + `" xmlUrl="https://one.demo.example/?a=1&b=2"/><outline text="&#x41;&#66;" xmlUrl="https://two.demo.example/"/></body></opml>`
	wide := []byte{0xff, 0xfe}
	for _, unit := range utf16.Encode([]rune(`<?xml version="1.0" encoding="UTF-16"?>` + body)) {
		wide = append(wide, byte(unit), byte(unit>>8))
	}
	narrow, err := charmap.Windows1251.NewEncoder().String(`<?xml version="1.0" encoding="windows-1251"?>` + strings.Replace(body, "\uffff", "", 1))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"UTF-8": body, "UTF-16": string(wide), "windows-1251": narrow} {
		list, err := ImportOPML(strings.NewReader(text))
		if err != nil || len(list) != 2 || list[0].Name != "Речь[31m" || list[0].URL != "https://one.demo.example/?a=1&b=2" || list[1].Name != "AB" {
			t.Errorf("%s: %+v, %v", name, list, err)
		}
	}
}

func TestImportOPMLThatIsNone(t *testing.T) {
	one := `<opml><body><outline text="a" xmlUrl="https://demo.example/a"/>`
	for name, c := range map[string]struct {
		text string
		keep int
	}{
		"nothing":     {"", 0},
		"text":        {"hello", 0},
		"a feed":      {`<rss version="2.0"/>`, 0},
		"a page":      {`<html><outline xmlUrl="https://demo.example/"/></html>`, 0},
		"cut off":     {one + `<outline text="b" xmlUrl="https://demo`, 1},
		"too deep":    {one + strings.Repeat("<outline>", 1000), 1},
		"billion":     {`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` + one + `<outline text="&b;" xmlUrl="https://demo.example/b"`, 1},
		"too many":    {one + strings.Repeat(`<outline/>`, 2) + manyOutlines(), maxOutlines},
		"no charset":  {`<?xml version="1.0" encoding="x-none"?>` + one, 1},
		"binary":      {"\x00\x01\x02", 0},
		"wrong close": {one + `</opml></body>`, 1},
	} {
		list, err := ImportOPML(strings.NewReader(c.text))
		if broken := new(BrokenList); !errors.As(err, broken) || len(list) != c.keep {
			t.Errorf("%s: %d feeds, error %v", name, len(list), err)
		}
	}
}

// FuzzImportOPML holds that whatever a list contains, its feeds can be asked for
// and drawn, and that they survive being written and read again.
func FuzzImportOPML(f *testing.F) {
	f.Add(`<opml><body><outline text="a" xmlUrl="https://demo.example/a"/></body></opml>`)
	f.Add(`<opml><outline text="&#x202e;&nbsp;" title="" XMLURL="feed:http://[::1]/" kind="wire" every="-3s"/>`)
	f.Add(`<?xml version="1.0" encoding="utf-16"?><opml><outline xmlUrl="http://u:p@demo.example/\x1b"`)
	f.Fuzz(func(t *testing.T, text string) {
		list, _ := ImportOPML(strings.NewReader(text))
		for _, feed := range list {
			if _, err := address(feed.URL, true); err != nil || feed.AllowPrivate || feed.Name != Clean(feed.Name) || feed.Name == "" {
				t.Fatalf("%+v, %v", feed, err)
			}
		}
		var b bytes.Buffer
		if err := ExportOPML(&b, list); err != nil {
			t.Fatal(err)
		}
		again, err := ImportOPML(&b)
		if err != nil || len(again) > len(list) {
			t.Fatalf("%d feeds became %d: %v", len(list), len(again), err)
		}
	})
}

func manyOutlines() string {
	var b strings.Builder
	for i := range maxOutlines + 5 {
		b.WriteString(`<outline text="x" xmlUrl="https://demo.example/` + strings.Repeat("i", i%7) + time.Duration(i).String() + `"/>`)
	}
	return b.String()
}
