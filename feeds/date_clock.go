package feeds

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	clockTime = regexp.MustCompile(`(?:^|[^\d:]|t)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s*(a\.?m\b\.?|p\.?m\b\.?)?|h(\d{2})\b|\s?(a\.?m|p\.?m)\b\.?)`)
	dotClock  = regexp.MustCompile(`(^|[^\d.])(\d{1,2})\.(\d{2})(\s*(?:[ap]\.?m\b|uhr))`)
	dotTail   = regexp.MustCompile(`(kl\.?|klo|pukul|,) (\d{1,2})\.(\d{2})(?:\.(\d{2}))?$`)
	spacedH   = regexp.MustCompile(`(\d) h (\d{2})\b(?: min)?`)
	halfFirst = regexp.MustCompile(`(\b[ap]m|오전|오후|上午|下午|午前|午後|晚上|傍晚|中午|凌晨|清晨|早上)\s*(\d{1,2}:\d{2}(?::\d{2})?)`)
	halfLast  = regexp.MustCompile(`(\d:\d{2}) (μ\.μ|π\.μ|م|ص|ptg|pg)(?:\.|\s|$)`)
	cjkClock  = regexp.MustCompile(`(\d{1,2})\s*[時时시点]\s*(\d{1,2})\s*[分분]?(?:\s*(\d{1,2})\s*[秒초])?`)
	compactT  = regexp.MustCompile(`(\d)t(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(z|[+-]|$)`)
	hourT     = regexp.MustCompile(`(\d-?\d{2}t\d{2})(z|[+-]|$)`)
	joinedLog = regexp.MustCompile(`(/\d{4}):(\d{2}:\d{2})`)
	twoSigns  = regexp.MustCompile(`[:-]([+-]\d{2})`)
	endOffset = regexp.MustCompile(`(?:\s-|\+)\d{2}:?\d{2}$`)
	onlyZone  = regexp.MustCompile(`^[^:]*\d\s?\+\d{2}:\d{2}$`) // a plus stands before no time of day
)

// halves are words for the halves of a day.
var halves = map[string]string{
	"am": "am", "오전": "am", "上午": "am", "午前": "am", "凌晨": "am", "清晨": "am", "早上": "am", "π.μ": "am", "ص": "am", "pg": "am",
	"pm": "pm", "오후": "pm", "下午": "pm", "午後": "pm", "晚上": "pm", "傍晚": "pm", "中午": "pm", "μ.μ": "pm", "م": "pm", "ptg": "pm",
}

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
	text = dotTail.ReplaceAllString(text, "${1} ${2}:${3}:${4}")
	text = strings.TrimSuffix(text, ":")
	text = spacedH.ReplaceAllString(text, "${1}h${2}")
	if m := halfFirst.FindStringSubmatch(text); m != nil {
		text = strings.Replace(text, m[0], " "+m[2]+" "+halves[m[1]], 1)
	}
	if m := halfLast.FindStringSubmatch(text); m != nil {
		text = strings.Replace(text, m[0], m[1]+" "+halves[m[2]]+" ", 1)
	}
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
	d.korean = strings.ContainsAny(*s, "년오")
	d.hour, d.min, d.sec = atoi(part(1)), atoi(part(2)+part(6)), atoi(part(3))
	if f := part(4); f != "" {
		d.nanos = atoi((f + "000000000")[:9])
	}
	switch half := part(5) + part(7); {
	case strings.HasPrefix(half, "p"):
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
	*s = text[:m[2]] + " " + tail
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
