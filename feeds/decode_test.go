package feeds

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Sentences long enough for a detector, in the demo feeds' own words.
var speech = map[string]string{
	"ru": "Посредник сообщил журналистам, что вторая встреча делегаций пройдёт в четверг, а повестка ещё не согласована",
	"pl": "Źródła podają, że następne spotkanie delegacji odbędzie się w czwartek, a lista żądań została już przekazana mediatorom",
	"fr": "Le médiateur a déclaré que la prochaine réunion des délégations aurait lieu jeudi, l’ordre du jour n’étant pas arrêté",
	"el": "Ο μεσολαβητής δήλωσε ότι η επόμενη συνάντηση των αντιπροσωπειών θα γίνει την Πέμπτη στην πρωτεύουσα",
	"ja": "仲介者は記者団に対し、次回の代表団の会合は木曜日に開かれるが、議題はまだ決まっていないと述べた",
	"ko": "중재자는 기자들에게 다음 대표단 회의가 목요일에 열리지만 의제는 아직 정해지지 않았다고 말했다",
	"zh": "调解人告诉记者，代表团的下一次会议将于星期四举行，但是议程还没有确定下来",
	"tw": "調解人告訴記者，代表團的下一次會議將於星期四舉行，但是議程還沒有確定下來",
}

func rssOf(decl, text string) string {
	return decl + "<rss version=\"2.0\"><channel><title>Demo</title><item><title>" + text + "</title><description>" +
		text + "</description><link>https://demo.example/1</link></item></channel></rss>"
}

func encode(t *testing.T, enc encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := encoding.ReplaceUnsupported(enc.NewEncoder()).Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCharsets(t *testing.T) {
	cases := []struct {
		name, text  string
		enc         encoding.Encoding
		decl        string
		contentType string
	}{
		{"UTF-8, undeclared", "ru", encoding.Nop, "", ""},
		{"UTF-8, declared as Latin 1", "ru", encoding.Nop, `<?xml version="1.0" encoding="ISO-8859-1"?>`, "text/xml; charset=iso-8859-1"},
		{"UTF-8 with a mark", "pl", unicode.UTF8BOM, "", ""},
		{"UTF-16LE with a mark", "ru", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), `<?xml version="1.0" encoding="utf-16"?>`, ""},
		{"UTF-16BE with a mark", "ja", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "", ""},
		{"UTF-16LE without", "pl", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), `<?xml version="1.0" encoding="utf-16"?>`, ""},
		{"UTF-16BE without", "fr", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), `<?xml version="1.0"?>`, ""},
		{"UTF-32LE with a mark", "zh", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "", ""},
		{"UTF-32BE without", "ru", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "", ""},
		{"only the header says it", "ru", charmap.Windows1251, "", "text/xml; charset=windows-1251"},
		{"only the declaration says it", "ru", charmap.KOI8R, `<?xml version="1.0" encoding="koi8-r"?>`, ""},
		{"the header's default is wrong", "ru", charmap.Windows1251, `<?xml version="1.0" encoding="windows-1251"?>`, "text/xml; charset=ISO-8859-1"},
		{"an underscore in the name", "pl", charmap.ISO8859_2, `<?xml version="1.0" encoding="iso8859_2"?>`, ""},
		{"Python's name", "ru", charmap.Windows1251, `<?xml version="1.0" encoding="cp1251"?>`, ""},
		{"a DOS code page", "ru", charmap.CodePage866, `<?xml version="1.0" encoding="cp866"?>`, ""},
		{"shifted", "ja", japanese.ISO2022JP, `<?xml version="1.0" encoding="iso-2022-jp"?>`, ""},
		{"HZ", "zh", simplifiedchinese.HZGB2312, `<?xml version="1.0" encoding="hz-gb-2312"?>`, ""},
		{"EBCDIC", "", charmap.CodePage037, `<?xml version="1.0" encoding="cp037"?>`, ""},
		{"undeclared Cyrillic", "ru", charmap.Windows1251, "", ""},
		{"undeclared KOI8", "ru", charmap.KOI8R, "", ""},
		{"undeclared Western", "fr", charmap.Windows1252, "", ""},
		{"undeclared Japanese", "ja", japanese.ShiftJIS, "", ""},
		{"undeclared Japanese, EUC", "ja", japanese.EUCJP, "", ""},
		{"undeclared Korean", "ko", korean.EUCKR, "", ""},
		{"undeclared Chinese", "zh", simplifiedchinese.GB18030, "", ""},
		{"undeclared Chinese, traditional", "tw", traditionalchinese.Big5, "", ""},
		{"declared as UTF-8 and is not", "ru", charmap.Windows1251, `<?xml version="1.0" encoding="utf-8"?>`, "text/xml; charset=utf-8"},
		{"a code page by its number", "ru", charmap.Windows1251, `<?xml version="1.0" encoding="1251"?>`, ""},
		{"a name with its year", "pl", charmap.ISO8859_2, `<?xml version="1.0" encoding="ISO_8859-2:1987"?>`, ""},
		{"a Macintosh's own", "fr", charmap.Macintosh, `<?xml version="1.0" encoding="macroman"?>`, ""},
		{"shifted, Python's name", "ja", japanese.ISO2022JP, `<?xml version="1.0" encoding="iso2022_jp"?>`, ""},
		{"UTF-32LE after a line", "zh", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "\n" + `<?xml version="1.0"?>`, ""},
		{"UTF-16LE that starts in other letters", "ru", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "<!--" + strings.Repeat("д", 200) + "-->", ""},
		{"declared as nothing anybody knows", "fr", charmap.Windows1252, `<?xml version="1.0" encoding="x-demo"?>`, ""},
	}
	for _, c := range cases {
		want := speech[c.text]
		if want == "" {
			want = "Mediator names a day"
		}
		p, err := Parse(encode(t, c.enc, rssOf(c.decl, want)), ParseOptions{ContentType: c.contentType})
		if err != nil || len(p.Items) != 1 {
			t.Errorf("%s: %d items, error %v", c.name, len(p.Items), err)
			continue
		}
		if got := p.Items[0].Title; got != want {
			t.Errorf("%s: read as %q", c.name, got)
		}
	}
}

// The language that a feed names settles what its letters alone leave open.
func TestCharsetByLanguage(t *testing.T) {
	cases := []struct {
		language, text string
		enc            encoding.Encoding
	}{
		{"<language>tr-TR</language>", "Arabulucu görüşmenin değişmediğini açıkladı", charmap.Windows1254},
		{"<language>lt</language>", "Tarpininkas pranešė, kad susitikimas vyks šį ketvirtadienį", charmap.Windows1257},
		{"<dc:language>th</dc:language>", "ผู้ไกล่เกลี่ยกล่าวว่าการประชุมจะมีขึ้น", charmap.Windows874},
		{"<language>ja</language>", "仲介者が会見した", japanese.EUCJP},
		{"<language>en</language>", "Fees rise by £5 to €10, the mediator’s office says", charmap.Windows1252},
		{"<language>en</language>", speech["ru"], charmap.Windows1251}, // the template's language
	}
	for _, c := range cases {
		body := strings.Replace(rssOf("", c.text), "<item>", c.language+"<item>", 1)
		p, err := Parse(encode(t, c.enc, body), ParseOptions{})
		if err != nil || len(p.Items) != 1 || p.Items[0].Title != c.text {
			t.Errorf("%s: %v %+v", c.language, err, p.Items)
		}
	}
}

func TestUTF7(t *testing.T) {
	cases := []struct{ in, want string }{
		{"Gen+AOg-ve", "Genève"},
		{"2 +- 2", "2 + 2"},
		{"+2D3eAA", "😀"},
		{"a + b", "a + b"},
		{"+A-", "+A-"},
		{"+", "+"},
	}
	for _, c := range cases {
		if got := decodeUTF7(c.in); got != c.want {
			t.Errorf("%q is read as %q, want %q", c.in, got, c.want)
		}
	}
	p, err := Parse([]byte(rssOf(`<?xml version="1.0" encoding="utf-7"?>`, "Gen+AOg-ve")), ParseOptions{})
	if err != nil || len(p.Items) != 1 || p.Items[0].Title != "Genève" {
		t.Fatalf("%v %+v", err, p.Items)
	}
}

func TestSurrogatesInUTF8(t *testing.T) {
	p, err := Parse([]byte(rssOf("", "Délégués \xed\xa0\xbd\xed\xb8\x80 réunis")), ParseOptions{})
	if err != nil || len(p.Items) != 1 || p.Items[0].Title != "Délégués 😀 réunis" {
		t.Fatalf("%v %+v", err, p.Items)
	}
}

func TestUTF8IsRepaired(t *testing.T) {
	body := rssOf("", "Délégués disent \x93non\x94 \x96 encore")
	p, err := Parse([]byte(body), ParseOptions{ContentType: "text/xml; charset=utf-8"})
	if err != nil || len(p.Items) != 1 || p.Items[0].Title != "Délégués disent “non” – encore" {
		t.Fatalf("%v %+v", err, p.Items)
	}
}

func TestGzipOnDisk(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(rssOf("", "Mediator names a day")))
	z.Close()
	p, err := Parse(b.Bytes(), ParseOptions{})
	if err != nil || len(p.Items) != 1 {
		t.Fatalf("%v, %d items", err, len(p.Items))
	}
	if _, err := Parse([]byte("\x1f\x8b\x08 no gzip at all"), ParseOptions{}); err == nil || !strings.Contains(err.Error(), "gzip") {
		t.Fatalf("broken gzip: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(rssOf("", "x")), "text/xml; charset=koi8-r")
	f.Add([]byte("\xff\xfe<\x00"), "")
	f.Add([]byte("\x4C\x6F\xA7\x94\x00"), "charset")
	f.Add([]byte("\x1f\x8b\x08\x00"), "text/xml; charset=utf-7")
	f.Fuzz(func(t *testing.T, body []byte, contentType string) {
		text, err := decode(body, contentType)
		if err == nil && !utf8.ValidString(text) {
			t.Fatalf("%q is no UTF-8", text)
		}
	})
}
