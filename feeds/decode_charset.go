package feeds

import (
	"bytes"
	"mime"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// declaredCharsets lists what the body is said to be written in, most credible
// first. Servers send ISO-8859-1 and US-ASCII by default, so that these two
// yield to the document's own word.
func declaredCharsets(body []byte, contentType string) []string {
	var sent string
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		sent = strings.Trim(params["charset"], `"' `)
	}
	var own string
	if m := inlineCharset().FindSubmatch(body[:min(len(body), 2048)]); m != nil {
		own = string(m[1]) + string(m[2])
	}
	if latin := strings.ToLower(sent); latin == "iso-8859-1" || latin == "us-ascii" {
		return []string{own, sent}
	}
	return []string{sent, own}
}

var inlineCharset = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)<\?xml[^>]{0,200}?\sencoding\s*=\s*["']?\s*([\w.:-]+)|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)`)
})

// spelt are names that programs write for encodings registered under others.
var spelt = map[string]string{
	"macroman": "macintosh", "mac-roman": "macintosh", "maccyrillic": "x-mac-cyrillic", "mac-cyrillic": "x-mac-cyrillic",
	"thai": "windows-874", "tis620": "windows-874", "latin7": "iso-8859-13", "l7": "iso-8859-13", "elot-928": "iso-8859-7",
	"iso2022-jp": "iso-2022-jp", "iso2022jp": "iso-2022-jp", "hzgb": "hz", "hz-gb": "hz", "cp866u": "ibm866", "cp932": "shift-jis",
	"cp936": "gbk", "cp949": "euc-kr", "cp950": "big5", "ms950": "big5", "big5-tw": "big5", "hkscs": "big5", "big5hkscs": "big5",
}

var (
	datedName = regexp.MustCompile(`^(iso-8859-\d{1,2})[-:]\d{4}`)
	codePage  = regexp.MustCompile(`^(?:cp|ibm|windows|win|ms)?-?(\d{3,4})$`)
)

// registered brings a name to the form in which the tables have it.
func registered(label string) string {
	label = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(label)), "_", "-")
	if n, ok := strings.CutPrefix(label, "iso8859-"); ok {
		label = "iso-8859-" + n
	}
	if m := datedName.FindStringSubmatch(label); m != nil {
		return m[1]
	}
	if name, ok := spelt[label]; ok {
		return name
	}
	if m := codePage.FindStringSubmatch(label); m != nil {
		if strings.HasPrefix(m[1], "125") && len(m[1]) == 4 || m[1] == "874" {
			return "windows-" + m[1]
		}
		return "ibm" + m[1]
	}
	return label
}

// lookup finds an encoding by any of the names in use, nil for none.
func lookup(label string) encoding.Encoding {
	label = registered(label)
	switch label {
	case "", "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-7", "replacement", "x-user-defined":
		return nil // wide ones were recognised by their bytes
	case "hz", "hz-gb-2312":
		return simplifiedchinese.HZGB2312
	case "iso-2022-kr", "iso-2022-cn", "iso-2022-cn-ext":
		return nil // HTML's table replaces the whole text
	}
	if enc, _ := charset.Lookup(label); enc != nil {
		return enc
	}
	enc, err := ianaindex.IANA.Encoding(label)
	if err != nil {
		return nil
	}
	return enc
}

// detect guesses a legacy encoding from the text between the tags and the
// language that the feed says it is in.
func detect(body []byte) encoding.Encoding {
	language := ""
	if m := ownLanguage.FindSubmatch(body[:min(len(body), 4096)]); m != nil {
		language = strings.ToLower(string(m[1]))
	}
	sample := make([]byte, 0, 64<<10)
	for len(body) > 0 && len(sample) < cap(sample)/2 {
		open := bytes.IndexByte(body, '<')
		if open < 0 {
			open = len(body)
		}
		if text := body[:min(open, 8<<10)]; !isASCII(text) {
			sample = append(append(sample, text...), ' ')
		}
		end := bytes.IndexByte(body[open:], '>')
		if end < 0 {
			break
		}
		body = body[open+end+1:]
	}
	expected := encodingsOf(language, sample)
	results, _ := chardet.NewTextDetector().DetectAll(sample) // the likeliest first; none is no error
	for _, r := range results {
		_, name := charset.Lookup(r.Charset)
		if len(expected) == 0 || slices.Contains(expected, name) {
			if enc := lookup(r.Charset); enc != nil {
				return enc
			}
		}
	}
	for _, name := range expected {
		if enc := lookup(name); isReadable(convert(sample, enc)) {
			return enc
		}
	}
	return charmap.Windows1252
}

var (
	ownLanguage = regexp.MustCompile(`(?i)(?:<(?:dc:)?language>\s*(?:<!\[CDATA\[)?\s*|\bxml:lang\s*=\s*["'])([a-z]{2})\b`)

	// legacy are the encodings that a language was written in, by the names of
	// HTML's table, the commonest first.
	legacy = map[string]string{
		"ru": "windows-1251 koi8-r iso-8859-5 ibm866", "uk": "windows-1251 koi8-u", "be": "windows-1251", "bg": "windows-1251",
		"pl": "iso-8859-2 windows-1250", "cs": "windows-1250 iso-8859-2", "sk": "windows-1250 iso-8859-2", "hu": "iso-8859-2 windows-1250",
		"hr": "windows-1250 iso-8859-2", "ro": "iso-8859-2 windows-1250", "sl": "windows-1250 iso-8859-2",
		"el": "windows-1253 iso-8859-7", "tr": "windows-1254", "he": "windows-1255 iso-8859-8", "ar": "windows-1256 iso-8859-6",
		"fa": "windows-1256", "lt": "windows-1257", "lv": "windows-1257", "et": "windows-1257", "vi": "windows-1258", "th": "windows-874",
		"ja": "euc-jp shift_jis", "ko": "euc-kr", "zh": "gb18030 big5",
	}
)

// encodingsOf lists what a text may be written in by the language that its feed
// names; nothing for none. Whoever names a Western language and writes mostly
// other letters has left the name that was in their template.
func encodingsOf(language string, sample []byte) []string {
	labels, ok := legacy[language]
	if !ok && strings.Contains("en fr de es it pt nl sv da no nb nn fi is ca", language) && len(language) == 2 {
		if wide := countWide(sample); wide*4 < len(sample) {
			labels = "windows-1252"
		}
	}
	return strings.Fields(labels)
}

func countWide(b []byte) (n int) {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			n++
		}
	}
	return n
}
