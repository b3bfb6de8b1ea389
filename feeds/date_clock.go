package feeds

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	clockTime = regexp.MustCompile(`(오전|오후|上午|下午|午後|午前)?\s*(?:^|[^\d:]|t)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s*(a\.?m\b\.?|p\.?m\b\.?)?|h(\d{2})\b|\s?(a\.?m|p\.?m)\b\.?)`)
	dotClock  = regexp.MustCompile(`(^|[^\d.])(\d{1,2})\.(\d{2})(\s*(?:[ap]\.?m\b|uhr))`)
	cjkClock  = regexp.MustCompile(`(\d{1,2})\s*[時时시点]\s*(\d{1,2})\s*[分분]?(?:\s*(\d{1,2})\s*[秒초])?`)
	compactT  = regexp.MustCompile(`(\d)t(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(z|[+-]|$)`)
	hourT     = regexp.MustCompile(`(\d-?\d{2}t\d{2})(z|[+-]|$)`)
	joinedLog = regexp.MustCompile(`(/\d{4}):(\d{2}:\d{2})`)
	twoSigns  = regexp.MustCompile(`[:-]([+-]\d{2})`)
	endOffset = regexp.MustCompile(`(?:\s-|\+)\d{2}:?\d{2}$`)
	onlyZone  = regexp.MustCompile(`^[^:]*\d\s?\+\d{2}:\d{2}$`) // a plus stands before no time of day
)

// readClock finds the time of day and its zone and cuts them out of s. A date
// without a time is midnight. It is false for times that no clock shows.
func (d *civil) readClock(s *string) bool {
	text := compactT.ReplaceAllString(*s, "${1}t${2}:${3}:${4}${5}")
	text = hourT.ReplaceAllString(text, "${1}:00${2}")
	text = joinedLog.ReplaceAllString(text, "${1} ${2}")
	text = twoSigns.ReplaceAllString(text, "${1}")
	text = strings.ReplaceAll(text, ":z", ":00z")
	text = dotClock.ReplaceAllString(text, "${1}${2}:${3}${4}")
	text = cjkClock.ReplaceAllString(text, " ${1}:${2}:${3}")
	text = strings.TrimSuffix(text, ":")
	m := clockTime.FindStringSubmatchIndex(text)
	if m == nil || onlyZone.MatchString(text) {
		if loc, rest, ok := zone(lastWord(text)); ok && loc != nil {
			d.zone, d.zoned = loc, true
			text = strings.TrimSuffix(text, lastWord(text)) + rest
		}
		*s = d.readEndOffset(text)
		return true
	}
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	d.korean = strings.ContainsAny(text, "년오")
	d.hour, d.min, d.sec = atoi(part(2)), atoi(part(3)+part(7)), atoi(part(4))
	if f := part(5); f != "" {
		d.nanos = atoi((f + "000000000")[:9])
	}
	switch half := part(6) + part(8) + part(1); {
	case strings.HasPrefix(half, "p"), half == "오후", half == "下午", half == "午後":
		if d.hour < 12 {
			d.hour += 12
		}
	case half != "" && d.hour == 12:
		d.hour = 0
	}
	tail := text[m[1]:]
	if strings.HasPrefix(tail, ":") { // a fourth part: no clock
		return false
	}
	if d.zone, tail, d.zoned = zone(tail); !d.zoned {
		tail = d.readEndOffset(tail)
	}
	*s = text[:m[4]] + " " + tail
	return d.hour <= 24
}

// readEndOffset takes an offset off the end of s, where it stands when the time
// of day comes first or not at all.
func (d *civil) readEndOffset(s string) string {
	at := endOffset.FindStringIndex(s)
	if at == nil {
		return s
	}
	loc, _, ok := zone(s[at[0]:])
	if !ok {
		return s
	}
	d.zone, d.zoned = loc, true
	return s[:at[0]]
}

// lastWord is the word a date without a time may end in: its zone.
func lastWord(s string) string {
	i := strings.LastIndexByte(s, ' ')
	word := s[i+1:]
	if i < 0 || word == "" || !unicode.IsLetter(rune(word[0])) || monthOf(strings.Trim(word, ".,")) != 0 {
		return "\x00"
	}
	return word
}
