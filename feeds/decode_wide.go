package feeds

import (
	"encoding/base64"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// wideEncoding recognises the encodings whose units are wider than a byte, with
// or without a byte order mark, and EBCDIC; nil for all others.
func wideEncoding(b []byte) encoding.Encoding {
	head := string(b[:min(len(b), 4)])
	switch {
	case strings.HasPrefix(head, "\xFF\xFE\x00\x00"), strings.HasPrefix(head, "<\x00\x00\x00"), zeros(b, "..00"):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case strings.HasPrefix(head, "\x00\x00\xFE\xFF"), strings.HasPrefix(head, "\x00\x00\x00<"), zeros(b, "00.."):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case strings.HasPrefix(head, "\xFF\xFE"), strings.HasPrefix(head, "<\x00") && strings.HasSuffix(head, "\x00"), zeros(b, ".0"):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case strings.HasPrefix(head, "\xFE\xFF"), strings.HasPrefix(head, "\x00<\x00"), zeros(b, "0."):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case head == "\x4C\x6F\xA7\x94": // "<?xm"
		return charmap.CodePage037
	}
	return nil
}

// zeros reports whether the body's bytes are zero in the places of '0', and in
// those alone, for nearly every unit of its beginning: markup is mostly ASCII.
func zeros(b []byte, places string) bool {
	size := len(places)
	sample := b[:min(len(b), 64*size)/size*size]
	if len(sample) < 4 {
		return false
	}
	fit, units := 0, len(sample)/size
	for i := 0; i < len(sample); i += size {
		empty, stray := true, true
		for j, place := range places {
			zero := sample[i+j] == 0
			empty = empty && (zero || place != '0')
			stray = stray && (zero || place == '0')
		}
		switch {
		case stray:
			return false // a whole unit of zeros, or zeros where text should be
		case empty:
			fit++
		}
	}
	return fit*4 > units*3
}

// unshift decodes what writes everything in ASCII bytes, where such an encoding
// is declared.
func unshift(text string, declared []string) string {
	for _, label := range declared {
		switch enc := lookup(label); {
		case isSeven(label):
			return decodeUTF7(text)
		case enc != nil && isShifted(label):
			return convert([]byte(text), enc)
		}
	}
	return text
}

// isShifted reports whether label names such an encoding.
func isShifted(label string) bool {
	label = strings.ToLower(label)
	return strings.HasPrefix(label, "iso-2022") || strings.HasPrefix(label, "iso2022") || strings.HasPrefix(label, "hz")
}

func isSeven(label string) bool {
	label = strings.ToLower(label)
	return strings.HasPrefix(label, "utf-7") || strings.HasPrefix(label, "utf7") || strings.HasPrefix(label, "unicode-1-1-utf-7")
}

const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// decodeUTF7 reads RFC 2152: between '+' and what is no base64 stand UTF-16
// units, big end first; "+-" is a plus. What does not decode stays as it is.
func decodeUTF7(s string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(s, "+")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		tail := strings.TrimLeft(rest, base64Letters)
		units, err := base64.RawStdEncoding.DecodeString(rest[:len(rest)-len(tail)])
		if err != nil || len(units) < 2 {
			b.WriteByte('+')
			s = rest
			if err == nil {
				s = strings.TrimPrefix(rest, "-")
			}
			continue
		}
		b.WriteString(convert(units[:len(units)&^1], unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)))
		s = strings.TrimPrefix(tail, "-")
	}
}
