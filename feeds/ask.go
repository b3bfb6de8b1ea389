package feeds

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// This file reads when a server says that it wants to be asked again.

const (
	maxRaise      = 24 * time.Hour     // no hint of a server or feed makes us wait longer
	maxRetryAfter = 7 * 24 * time.Hour // nor does a Retry-After
)

// serverTime is the server's clock: its Date, and the time that the answer has
// lain in caches since; else our own.
func serverTime(h http.Header, now time.Time) time.Time {
	if t, err := http.ParseTime(h.Get("Date")); err == nil {
		age, _ := seconds(h.Get("Age"))
		return t.Add(age)
	}
	return now
}

// skewOf returns how far the server's clock is ahead of ours. What the seconds of
// a Date and the way of the answer may account for is none.
func skewOf(h http.Header, now time.Time) time.Duration {
	d := serverTime(h, now).Sub(now).Round(time.Second)
	if d.Abs() <= 2*time.Second {
		return 0
	}
	return d
}

// retryAfter reads a Retry-After header, in seconds or as a date by the server's
// own clock. ok is false where there is none that can be read.
func retryAfter(h http.Header, now time.Time) (d time.Duration, ok bool) {
	s := strings.TrimSpace(h.Get("Retry-After"))
	if d, ok = seconds(s); !ok {
		t, err := http.ParseTime(s)
		if err != nil {
			return 0, false
		}
		d = t.Sub(serverTime(h, now))
	}
	return min(max(d, 0), maxRetryAfter), true
}

// freshness returns for how long an answer says it stays the same: by max-age
// less its age, else by Expires. It is zero where neither says so, or where the
// answer is not to be kept.
func freshness(h http.Header, now time.Time) (d time.Duration, why string) {
	for _, part := range strings.Split(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(part)), "=")
		switch strings.TrimSpace(name) {
		case "no-store", "no-cache":
			return 0, ""
		case "max-age":
			age, _ := seconds(h.Get("Age"))
			d, ok := seconds(strings.Trim(strings.TrimSpace(value), `"`))
			if !ok {
				return 0, ""
			}
			return min(max(d-age, 0), maxRaise), "Cache-Control: max-age"
		}
	}
	if t, err := http.ParseTime(h.Get("Expires")); err == nil {
		return min(max(t.Sub(serverTime(h, now)), 0), maxRaise), "Expires"
	}
	return 0, ""
}

// saysFreshness reports whether an answer speaks of caching at all. A 304 that
// does not leaves what the last 200 said in force.
func saysFreshness(h http.Header) bool {
	return h.Get("Cache-Control") != "" || h.Get("Expires") != ""
}

// seconds reads a whole number of seconds, however large.
func seconds(s string) (time.Duration, bool) {
	n, err := strconv.ParseUint(strings.TrimSpace(s), 10, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0, false
	}
	return time.Duration(min(n, uint64(maxRetryAfter/time.Second))) * time.Second, true
}

// validator returns a header value that can be sent back as it came, or nothing.
func validator(s string) string {
	if len(s) > 4096 {
		return ""
	}
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\t' || s[i] == 0x7f {
			return ""
		}
	}
	return s
}
