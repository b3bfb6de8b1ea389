package feeds

import "time"

func readHabit([]rawItem, ParseOptions) habit { return habit{} }

func readDate(s string, _ habit) (time.Time, bool, bool) {
	for _, layout := range []string{time.RFC3339, time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), false, true
		}
	}
	return time.Time{}, false, false
}
