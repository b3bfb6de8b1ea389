package feeds

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"parley/model"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"plain", "Envoys meet in the capital", "Envoys meet in the capital"},
		{"white space", "  Envoys\t meet\r\nin\u00a0the \u2003capital ", "Envoys meet in the capital"},
		{"a colour", "\x1b[31mred\x1b[0m line", "red line"},
		{"a colour in 8 bits", "\u009b31mred\u009b0m line", "red line"},
		{"the title of the window", "a\x1b]0;owned\x07b", "ab"},
		{"a link of the terminal", "\x1b]8;;https://demo.example\x1b\\text\x1b]8;;\x1b\\", "text"},
		{"the clipboard", "a\x1b]52;c;ZGVtbw==\x07b", "ab"},
		{"the clipboard in 8 bits", "a\u009d52;c;ZGVtbw==\u009cb", "ab"},
		{"a sequence that never ends", "a\x1b]0;and the rest stays", "a]0;and the rest stays"},
		{"many beginnings and one end", strings.Repeat("\x1b]", 3000) + "\ab\x1b]", strings.Repeat("]", 952) + "b]"},
		{"an end across what was searched", strings.Repeat("\x1b]", 2) + strings.Repeat("a", maxOSC-3) + "\x1b\\b", "]" + "b"},
		{"a reset", "a\x1bcb", "ab"},
		{"controls", "a\x00b\x07c\x08d\x7fe", "abcde"},
		{"mislabelled quotation marks", "\u0093yes\u0094 \u0096 no\u0081", "“yes” – no"},
		{"an override", "gnp.\u202efdp\u202c.exe", "gnp.fdp.exe"},
		{"isolates and marks", "a\u2066b\u2069c\u200ed\u200f\u061ce", "abcde"},
		{"zero-width", "a\u200bb\u200cc\u200dd\ufeffe\u2060f\u00adg", "abcdefg"},
		{"a family", "👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"},
		{"a coloured heart", "❤\ufe0f\u200d🔥 a\ufe0f", "❤\ufe0f\u200d🔥 a"},
		{"a keycap", "1\ufe0f\u20e3 1\ufe0f", "1\ufe0f\u20e3 1"},
		{"the flag of a region", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F!", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F!"},
		{"smuggled tags", "a\U000E0068\U000E0069b🏴\U000E0068\U000E0069", "ab🏴"},
		{"a tower of marks", "a" + strings.Repeat("\u0301", 50) + "b", "a" + strings.Repeat("\u0301", maxMarks) + "b"},
		{"marks on nothing", "\u0301\u0301a \u0301b", "a b"},
		{"Vietnamese", "Vie\u0323\u0302t Nam", "Vie\u0323\u0302t Nam"},
		{"separators", "a\u2028b\u2029c", "a b c"},
		{"holes", "a\ufffd\ufffd\ufffdb\xff\xfec", "a\ufffdb\ufffdc"},
		{"no characters", "a\uffff\ufdd0b", "ab"},
		{"fillers", "a\u3164\u115f\u2800b", "ab"},
		{"private use", "a\ue000b", "a\ufffdb"},
	}
	for _, c := range cases {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := CleanText(" a \n b\n\n\n\u2029 c\x1b[1m\r\nd "); got != "a\nb\n\nc\nd" {
		t.Errorf("paragraphs: %q", got)
	}
}

func TestPlainText(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"text", "Less &lt; more &amp; &nbsp;so", "Less < more & so"},
		{"inline", "An <b>old</b> <a href='x'>plan</a>", "An old plan"},
		{"paragraphs", "<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
		{"breaks", "One.<br>Two.<br/><br/>Three.", "One.\nTwo.\n\nThree."},
		{"lists", "<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
		{"a table", "<table><tr><td>a</td><td>b</td></tr></table>", "a b"},
		{"scripts and styles", "a<script>alert('<b>')</script><style>p{}</style>b", "ab"},
		{"a video never closed", "<p>One.</p><video src=x><p>Two.</p>", "One.\n\nTwo."},
		{"a script never closed", "<p>One.</p><script>alert('x')", "One."},
		{"captions", "<figure><img src=x><figcaption>A photo</figcaption></figure><p>One.</p>", "One."},
		{"comparisons", "If 3 < 4 and x <y or <unknown thing>", "If 3 < 4 and x <y or <unknown thing>"},
		{"an address", "Write to <desk@demo.example> now", "Write to <desk@demo.example> now"},
		{"a live escape behind two layers", "a&#x1b;[31mb", "ab"},
		{"read more", "<p>One.</p><p>Read more at the demo desk</p>", "One."},
		{"only read more", "Read more", "Read more"},
		{"a publishing system", "<p>One.</p><p>The post A plan appeared first on Demo Daily.</p>", "One."},
		{"cut in a tag", "One. <a href=\"https://demo", "One."},
	}
	for _, c := range cases {
		if got := CleanText(plainText(c.in)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// unsafe names what is wrong with text that is about to be drawn, "" for
// nothing. It is written from the terminal's side, not from the cleaner's.
func unsafe(s string, lines bool) string {
	if !utf8.ValidString(s) {
		return "invalid UTF-8"
	}
	marks := 0
	var prev rune
	for _, r := range s {
		switch {
		case r == '\n' && lines:
		case unicode.IsControl(r):
			return "a control character"
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x061C:
			return "a bidi control"
		case r == 0x2028, r == 0x2029:
			return "a separator"
		case r == 0x200B, r == 0x200C, r == 0xFEFF, r == 0x2060, r == 0xAD:
			return "a zero-width character"
		case r == 0x200D && !isEmoji(prev) && prev != 0xFE0F:
			return "a joiner without an emoji"
		case r == 0xFFFE, r == 0xFFFF:
			return "no character"
		}
		if unicode.In(r, unicode.Mn, unicode.Me) && r != 0xFE0F && r != 0xFE0E {
			if marks++; marks > maxMarks {
				return "a tower of marks"
			}
		} else if r != 0xFE0F && r != 0xFE0E && r != 0x200D {
			marks = 0
		}
		prev = r
	}
	return ""
}

// unsafeParsed looks at every string that reaches the desk.
func unsafeParsed(p Parsed, err error) string {
	if err != nil {
		if why := unsafe(err.Error(), false); why != "" {
			return "the error has " + why
		}
		return ""
	}
	if why := unsafe(p.Title, false) + unsafe(p.Format, false); why != "" {
		return "the feed's title has " + why
	}
	for _, s := range p.Items {
		for _, line := range append([]string{s.Title, s.Link, s.GUID, s.OpTitle, s.Identity}, s.Authors...) {
			if why := unsafe(line, false); why != "" {
				return why + " in " + line
			}
		}
		for _, text := range []string{s.Summary, s.Content} {
			if why := unsafe(text, true); why != "" {
				return why + " in " + text
			}
		}
		if s.Link != "" && !strings.HasPrefix(s.Link, "http://") && !strings.HasPrefix(s.Link, "https://") {
			return "the link " + s.Link
		}
	}
	return ""
}

// hostileRune draws from everything, and often from what hurts.
var hostileRune = rapid.OneOf(
	rapid.Rune(),
	rapid.SampledFrom([]rune("\x00\x07\x08\t\n\r\x1b\x7f\u0080\u0085\u009b\u009d\u009c\u00ad\u0300\u0301\u034f\u061c\u200b\u200c\u200d\u200e\u202e\u2028\u2066\u2069\u20e3\u3164\ufe0e\ufe0f\ufeff\ufffd\uffff\U000E0061\U000E007F\U0001F3F4\U0001F469[]();<>&#;xm0aé'\"/")),
)

func TestCleanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(hostileRune).Draw(t, "s")
		line, text := Clean(s), CleanText(s)
		if why := unsafe(line, false); why != "" {
			t.Fatalf("%s in %q from %q", why, line, s)
		}
		if why := unsafe(text, true); why != "" {
			t.Fatalf("%s in %q from %q", why, text, s)
		}
		if again := Clean(line); again != line {
			t.Fatalf("%q is %q the second time", line, again)
		}
		if again := CleanText(text); again != text {
			t.Fatalf("%q is %q the second time", text, again)
		}
	})
}

// Whatever stands in the fields of a feed, in any format and any escaping,
// nothing unsafe comes out at the end.
func TestNothingUnsafePasses(t *testing.T) {
	xml := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	asReferences := func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteString("&#" + strings.TrimLeft(jsonNumber(r), "0") + ";")
		}
		return b.String()
	}
	cdata := func(s string) string { return "<![CDATA[" + s + "]]>" }
	escapings := []func(string) string{
		func(s string) string { return s }, xml.Replace, cdata, asReferences,
		func(s string) string { return xml.Replace(asReferences(s)) },
		func(s string) string { return cdata(asReferences(s)) },
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(hostileRune).Draw(t, "s")
		e := escapings[rapid.IntRange(0, len(escapings)-1).Draw(t, "escaping")](s)
		j, _ := json.Marshal(s)
		js := string(j)
		bodies := []string{
			"<rss><channel><title>" + e + "</title><item><title>" + e + "</title><link>http://demo.example/" + e + "</link><guid>" + e +
				"</guid><author>" + e + "</author><description>" + e + "</description></item></channel></rss>",
			`<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">` + e + "</title><entry><id>" + e + "</id><title>" + e +
				"</title><author><name>" + e + "</name></author><content type='html'>" + e + "</content></entry></feed>",
			`{"version":"https://jsonfeed.org/version/1.1","title":` + js + `,"items":[{"id":` + js + `,"url":` + js + `,"title":` + js +
				`,"content_text":` + js + `,"authors":[{"name":` + js + `}]}]}`,
			e,
		}
		for _, body := range bodies {
			p, err := Parse([]byte(body), ParseOptions{Seen: seenAt, URL: "https://demo.example/feed"})
			if why := unsafeParsed(p, err); why != "" {
				t.Fatalf("%q passes: %s", body, why)
			}
		}
	})
}

func jsonNumber(r rune) string {
	b, _ := json.Marshal(r)
	return string(b)
}

func TestLinks(t *testing.T) {
	base := baseURL("https://demo.example/feeds/all.xml", "")
	cases := []struct{ in, want string }{
		{"https://demo.example/a", "https://demo.example/a"},
		{" http://demo.example/a\n", "http://demo.example/a"},
		{"/a?b=1&amp;c=2", "https://demo.example/a?b=1&c=2"},
		{"a", "https://demo.example/feeds/a"},
		{"//other.example/a", "https://other.example/a"},
		{"www.other.example/a", "https://www.other.example/a"},
		{"HTTPS://demo.example/a b", "https://demo.example/a%20b"},
		{"https://demo.example/a\n\tb", "https://demo.example/ab"},
		{"https://demo.example/100%/a%2", "https://demo.example/100%25/a%252"},
		{"https://demo.example/a%20b%C3%A9", "https://demo.example/a%20b%C3%A9"},
		{"https://demö.example:8080/ü", "https://xn--dem-una.example:8080/%C3%BC"},
		{"https://demo.example:x@other.example/a", "https://other.example/a"},
		{"javascript:alert(1)", ""},
		{"java\tscript:alert(1)", ""},
		{"data:text/html,hi", ""},
		{"file:///etc/passwd", ""},
		{"mailto:desk@demo.example", ""},
		{"https://demo.example/" + strings.Repeat("a", maxLink), ""},
		{"", ""},
	}
	for _, c := range cases {
		if got := safeLink(c.in, base); got != c.want {
			t.Errorf("%q becomes %q, want %q", c.in, got, c.want)
		}
	}
}

func TestLongFieldsAreCut(t *testing.T) {
	body := rssOf("", strings.Repeat("word ", 5000))
	p, err := Parse([]byte(body), ParseOptions{})
	if err != nil {
		t.Fatal(err)
	}
	s := p.Items[0]
	if n := utf8.RuneCountInString(s.Title); n > maxTitle || !strings.HasSuffix(s.Title, "…") {
		t.Errorf("a title of %d characters", n)
	}
	if n := utf8.RuneCountInString(s.Summary); n > maxSummary {
		t.Errorf("a summary of %d characters", n)
	}
	if !hasFlag(s, model.FlagTruncated) {
		t.Errorf("flags %v", s.Flags)
	}
}

func TestCutsLeaveNoHalves(t *testing.T) {
	flag := "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"
	for _, s := range []string{strings.Repeat("👩\u200d", 20), strings.Repeat(flag, 5), strings.Repeat("a ", 20)} {
		for n := 1; n < 20; n++ {
			short, was := truncate(s, n)
			if !was || utf8.RuneCountInString(short) > n || Clean(short) != short {
				t.Errorf("%q cut to %d is %q", s, n, short)
			}
		}
	}
}

func hasFlag(s model.Sighting, flag model.Flag) bool {
	for _, f := range s.Flags {
		if f == flag {
			return true
		}
	}
	return false
}

func FuzzClean(f *testing.F) {
	f.Add("\x1b]8;;https://demo.example\x07a\u202eb\U000E0061")
	f.Add("<p>a&amp;#x1b;b</p>")
	f.Fuzz(func(t *testing.T, s string) {
		if why := unsafe(Clean(plainText(s)), false); why != "" {
			t.Fatalf("%s from %q", why, s)
		}
		if why := unsafe(CleanText(s), true); why != "" {
			t.Fatalf("%s from %q", why, s)
		}
	})
}
