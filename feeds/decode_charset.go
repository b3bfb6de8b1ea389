package feeds

import (
	"bytes"
	"mime"
	"regexp"
	"strings"

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
	if m := inlineCharset.FindSubmatch(body[:min(len(body), 2048)]); m != nil {
		own = string(m[1]) + string(m[2])
	}
	if latin := strings.ToLower(sent); latin == "iso-8859-1" || latin == "us-ascii" {
		return []string{own, sent}
	}
	return []string{sent, own}
}

var inlineCharset = regexp.MustCompile(`(?i)<\?xml[^>]{0,200}?\sencoding\s*=\s*["']?\s*([\w.:-]+)|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)`)

// lookup finds an encoding by any of the names in use, nil for none.
func lookup(label string) encoding.Encoding {
	label = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(label)), "_", "-")
	switch label {
	case "", "utf-16", "utf-16le", "utf-16be", "utf-32", "utf-7", "replacement", "x-user-defined":
		return nil // wide ones were recognised by their bytes
	case "hz", "hz-gb-2312":
		return simplifiedchinese.HZGB2312
	case "iso-2022-kr", "iso-2022-cn", "iso-2022-cn-ext":
		return nil // HTML's table replaces the whole text
	}
	if n, ok := strings.CutPrefix(label, "cp"); ok {
		if len(n) == 4 && strings.HasPrefix(n, "125") {
			label = "windows-" + n
		} else if len(n) == 3 {
			label = "ibm" + n
		}
	}
	if n, ok := strings.CutPrefix(label, "iso8859-"); ok {
		label = "iso-8859-" + n
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

// isShifted reports whether label names an encoding that writes everything in
// ASCII bytes.
func isShifted(label string) bool {
	label = strings.ToLower(label)
	return strings.HasPrefix(label, "iso-2022") || strings.HasPrefix(label, "hz")
}

// detect guesses a legacy encoding from the text between the tags.
func detect(body []byte) encoding.Encoding {
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
	if best, err := chardet.NewTextDetector().DetectBest(sample); err == nil {
		if enc := lookup(best.Charset); enc != nil {
			return enc
		}
	}
	return charmap.Windows1252
}
