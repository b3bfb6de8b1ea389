package feeds

import (
	"net/url"
	"regexp"
	"strings"
)

// hidden stands where a credential stood.
const hidden = "redacted"

// secretParam matches the names of query parameters that carry credentials.
var secretParam = regexp.MustCompile(`(?i)^(.*[_-])?(token|key|apikey|auth|authorization|password|passwd|pwd|pass|secret|sig|signature|session|sid)$`)

// Key is what States knows a feed by: its URL without the user and password.
// The rest is as written in the config.
func Key(raw string) string {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil || u.Opaque != "" {
		return withoutUser(raw)
	}
	if u.User == nil {
		return raw
	}
	u.User = url.User(hidden)
	return u.String()
}

// Redact returns a URL fit to be shown or logged: without user and password, and
// without the values of query parameters that are named like credentials.
func Redact(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Opaque != "" {
		return withoutUser(raw)
	}
	if u.User == nil && redactQuery(u.RawQuery) == u.RawQuery {
		return Clean(raw) // as the user wrote it
	}
	return redactURL(u)
}

func redactURL(u *url.URL) string {
	shown := *u
	if shown.User != nil {
		shown.User = url.User(hidden)
	}
	shown.RawQuery = redactQuery(u.RawQuery)
	return Clean(shown.String())
}

func redactQuery(query string) string {
	parts := strings.Split(query, "&")
	for i, p := range parts {
		if name, value, ok := strings.Cut(p, "="); ok && value != "" && secretParam.MatchString(name) {
			parts[i] = name + "=" + hidden
		}
	}
	return strings.Join(parts, "&")
}

// withoutUser hides what stands before an @ in the authority of text that is no
// URL, up to the last @ there may be.
func withoutUser(raw string) string {
	scheme, rest, ok := strings.Cut(raw, "//")
	if !ok {
		scheme, rest = "", raw
	} else {
		scheme += "//"
	}
	if i := strings.LastIndexByte(rest, '@'); i >= 0 {
		rest = hidden + rest[i:]
	}
	return Clean(scheme + rest)
}
