package feeds

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// maxBody bounds a body after decompression, in bytes. The fetch has its own,
// lower, limit; this one holds for files too.
const maxBody = 64 << 20

var errTooLong = errors.New("the body is longer than 64 MiB; it is no feed")

// decode turns a body into valid UTF-8 without a byte order mark. What the bytes
// themselves prove counts for more than what is declared: a byte order mark,
// zero bytes, well-formed UTF-8. Then the Content-Type's charset, the XML
// declaration or meta element, and last what the text looks like. A declared
// charset that the bytes contradict is passed over.
func decode(body []byte, contentType string) (string, error) {
	body, err := gunzip(body)
	if err != nil {
		return "", err
	}
	if len(body) > maxBody {
		return "", errTooLong
	}
	if enc := wideEncoding(body); enc != nil {
		return convert(body, enc), nil
	}
	declared := declaredCharsets(body, contentType)
	if isASCII(body) {
		return unshift(string(body), declared), nil
	}
	if utf8.Valid(body) {
		return strings.TrimPrefix(string(body), "\uFEFF"), nil
	}
	if good, bad := countUTF8(body); bad <= good { // legacy text hardly ever makes UTF-8 by chance
		return repairUTF8(body), nil
	}
	for _, label := range declared {
		if enc := lookup(label); enc != nil {
			if text := convert(body, enc); isReadable(text) && keepsASCII(body, text) {
				return text, nil
			}
		}
	}
	return convert(body, detect(body)), nil
}

// gunzip unpacks a body that is still compressed, as feeds saved to disk and
// those of some servers are. What cannot be unpacked to its end is kept as far
// as it goes.
func gunzip(body []byte) ([]byte, error) {
	if len(body) < 10 || body[0] != 0x1F || body[1] != 0x8B {
		return body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, errors.New("the body starts like gzip but cannot be unpacked: fetch it again")
	}
	plain, err := io.ReadAll(io.LimitReader(z, maxBody+1))
	if err != nil && len(plain) == 0 {
		return nil, errors.New("the gzip body is broken from its start: fetch it again")
	}
	return plain, nil
}

func convert(body []byte, enc encoding.Encoding) string {
	text, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return repairUTF8(body)
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(text), "\uFFFD"), "\uFEFF")
}

// isReadable reports whether decoding left hardly any holes.
func isReadable(text string) bool {
	holes, wide := 0, 0
	for _, r := range text {
		if r >= utf8.RuneSelf {
			wide++
		}
		if r == utf8.RuneError || r >= 0x80 && r < 0xA0 {
			holes++
		}
	}
	return holes*20 <= wide
}

// keepsASCII reports whether a text that begins in ASCII still does: EBCDIC may
// be declared for what is none.
func keepsASCII(body []byte, text string) bool {
	for i := 0; i < min(len(body), len(text), 16) && body[i] < utf8.RuneSelf; i++ {
		if body[i] != text[i] {
			return false
		}
	}
	return true
}

// countUTF8 counts well-formed sequences of more than one byte, and bytes that
// belong to none.
func countUTF8(b []byte) (good, bad int) {
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := decodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		b = b[n:]
	}
	return good, bad
}

// decodeRune is utf8.DecodeRune that also reads two surrogates of three bytes
// each, as some databases write what takes four.
func decodeRune(b []byte) (rune, int) {
	r, n := utf8.DecodeRune(b)
	if n == 1 && len(b) >= 6 && b[0] == 0xED && b[3] == 0xED && b[1]>>4 == 0xA && b[4]>>4 == 0xB {
		high := 0xD000 | rune(b[1]&0x3F)<<6 | rune(b[2]&0x3F)
		low := 0xD000 | rune(b[4]&0x3F)<<6 | rune(b[5]&0x3F)
		if pair := utf16.DecodeRune(high, low); pair != utf8.RuneError {
			return pair, 6
		}
	}
	return r, n
}

// repairUTF8 reads bytes that are no UTF-8 as windows-1252: they are quotation
// marks and dashes pasted into an otherwise sound text.
func repairUTF8(b []byte) string {
	b = bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))
	var s strings.Builder
	s.Grow(len(b) + len(b)/16)
	for len(b) > 0 {
		r, n := decodeRune(b)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(b[0])
		}
		s.WriteRune(r)
		b = b[n:]
	}
	return s.String()
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
