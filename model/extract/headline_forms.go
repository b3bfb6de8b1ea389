package extract

import "strings"

// The forms of the verbs by which headlines report.

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// doublesLast tells whether a verb's last consonant is doubled: "slam", "admit".
func doublesLast(v string) bool {
	n := len(v)
	if n < 3 || vowel(v[n-1]) || strings.IndexByte("wxy", v[n-1]) >= 0 || !vowel(v[n-2]) || vowel(v[n-3]) {
		return false
	}
	return strings.IndexFunc(v[:n-2], func(c rune) bool { return vowel(byte(c)) }) < 0 || v == "admit" || v == "commit" || v == "rebut"
}

func thirdOf(v string) string {
	switch n := len(v); {
	case v == "have":
		return "has"
	case v[n-1] == 'y' && !vowel(v[n-2]):
		return v[:n-1] + "ies"
	case strings.IndexByte("sxzo", v[n-1]) >= 0, strings.HasSuffix(v, "sh"), strings.HasSuffix(v, "ch"):
		return v + "es"
	}
	return v + "s"
}

func pastOf(v string) string {
	switch n := len(v); {
	case v[n-1] == 'e':
		return v + "d"
	case v[n-1] == 'y' && !vowel(v[n-2]):
		return v[:n-1] + "ied"
	case doublesLast(v):
		return v + v[n-1:] + "ed"
	}
	return v + "ed"
}

func ingOf(v string) string {
	switch n := len(v); {
	case v[n-1] == 'e' && v[n-2] != 'e':
		return v[:n-1] + "ing"
	case doublesLast(v):
		return v + v[n-1:] + "ing"
	}
	return v + "ing"
}
