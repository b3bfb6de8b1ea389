package store

import (
	"net/url"
	"strings"
	"time"
	"unicode"

	"parley/model"
)

// substance hashes what makes a version another one: the words of title, summary
// and content, and the operation. White space and the shape of quotation marks
// and dashes do not count: feeds change these with the program that writes them.
func substance(in *model.Sighting) int64 {
	return hashOf(plain(in.Title), plain(in.Summary), plain(in.Content), string(in.Op), in.OpTitle)
}

// plain folds white space, quotation marks and dashes.
func plain(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r), r == '\u200b', r == '\ufeff', r == '\u00ad':
			gap = true
			continue
		case strings.ContainsRune("‘’‚‛′`´", r):
			r = '\''
		case strings.ContainsRune("“”„‟″«»", r):
			r = '"'
		case strings.ContainsRune("‐‑‒–—―−", r):
			r = '-'
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		if r == '…' {
			b.WriteString("...")
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isPlain spares the copy for the many texts in which there is nothing to fold.
func isPlain(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c == '`' || c < ' ' || (c == ' ' && space) {
			return false
		}
		space = c == ' '
	}
	return s == "" || !space
}

// outFirst is when an item came out in the world: as published, but never after
// this desk had it.
func outFirst(in *model.Sighting) time.Time {
	if in.Published.IsZero() || in.Published.After(in.Seen) {
		return in.Seen
	}
	return in.Published
}

// outAfter is when a later wording came out. The feed's word counts where it can
// be true: after the desk last met the older wording, not after it had the new one.
func outAfter(in *model.Sighting, lastSeen, lastOut time.Time) time.Time {
	for _, t := range []time.Time{in.Updated, in.Published} {
		if !t.IsZero() && t.After(lastSeen) && !t.After(in.Seen) {
			return t
		}
	}
	if in.Seen.Before(lastOut) {
		return lastOut // a clock that jumped back
	}
	return in.Seen
}

// tracking are the query parameters that say how a reader came, not what is read.
var tracking = map[string]bool{
	"fbclid": true, "gclid": true, "dclid": true, "msclkid": true, "igshid": true, "mc_cid": true, "mc_eid": true,
	"at_medium": true, "at_campaign": true, "at_custom1": true, "at_custom2": true, "at_custom3": true, "at_custom4": true,
	"cmpid": true, "cid": true, "ncid": true, "ocid": true, "smid": true, "src": true, "ref": true, "rss": true,
	"ns_mchannel": true, "ns_source": true, "ns_campaign": true, "ns_linkname": true, "ns_fee": true,
	"xtor": true, "traffic_source": true, "partner": true, "emc": true, "source": true,
}

// canonicalLink writes a link without what does not name the page: scheme, case
// of the host, fragment, tracking, a slash at the end. It is empty where nothing
// is left but the host.
func canonicalLink(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" {
		return ""
	}
	path := strings.TrimRight(u.EscapedPath(), "/")
	var kept []string
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		name, _, _ := strings.Cut(part, "=")
		name = strings.ToLower(name)
		if name != "" && !tracking[name] && !strings.HasPrefix(name, "utm_") {
			kept = append(kept, part)
		}
	}
	if path == "" && len(kept) == 0 {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	host = strings.TrimSuffix(strings.TrimSuffix(host, ":443"), ":80")
	canonical := host + path
	if len(kept) > 0 {
		canonical += "?" + strings.Join(kept, "&")
	}
	return canonical
}
