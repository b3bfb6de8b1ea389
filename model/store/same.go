package store

import (
	"net/url"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"parley/model"
)

// substance hashes what makes a version another one: the words of title, summary
// and content, and the operation. White space and the shape of quotation marks
// and dashes do not count: feeds change these with the program that writes them.
func substance(in *model.Sighting) int64 {
	room := plainRoom.Get().(*[]byte)
	defer plainRoom.Put(room)
	h := newHasher()
	for _, text := range [...]string{in.Title, in.Summary, in.Content} {
		*room = appendPlain((*room)[:0], text)
		h.add(*room)
	}
	h.addText(string(in.Op))
	h.addText(in.OpTitle)
	return h.sum()
}

var plainRoom = sync.Pool{New: func() any { return new([]byte) }}

// appendPlain appends a text with white space, quotation marks and dashes folded.
func appendPlain(b []byte, s string) []byte {
	start, gap := len(b), false
	for i := 0; i < len(s); {
		run := i
		for i < len(s) && isVisible[s[i]] {
			i++
		}
		as := ""
		if i == run {
			var size int
			size, as = folded(s[i:])
			if i += size; as == " " {
				gap = true
				continue
			}
		}
		if gap && len(b) > start {
			b = append(b, ' ')
		}
		gap = false
		if as != "" {
			b = append(b, as...)
		} else {
			b = append(b, s[run:i]...)
		}
	}
	return b
}

// isVisible marks the ASCII characters that stand for themselves.
var isVisible = func() (set [256]bool) {
	for c := '!'; c <= '~'; c++ {
		set[c] = c != '`'
	}
	return set
}()

// folded returns the size in bytes of the first rune of s and what it is folded
// to, "" for itself.
func folded(s string) (size int, as string) {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '\u200b', '\ufeff', '\u00ad':
		return size, " "
	case '‘', '’', '‚', '‛', '′', '`', '´':
		return size, "'"
	case '“', '”', '„', '‟', '″', '«', '»':
		return size, `"`
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return size, "-"
	case '…':
		return size, "..."
	case utf8.RuneError:
		return size, "\ufffd"
	}
	if unicode.IsSpace(r) {
		return size, " "
	}
	return size, ""
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
