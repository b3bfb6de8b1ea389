package feeds

import (
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"parley/model"
)

// rawFeed and rawItem are what the three formats have in common, as sent: markup,
// entities and dates not yet read, nothing cleaned.
type rawFeed struct {
	title, home, self string
	hints             Hints
	items             []rawItem
}

type rawItem struct {
	guid, link, title string
	published         []string // all that may say it, most credible first
	updated           []string
	summary, content  string
	authors           []string
	source, sourceURL string // where the feed says that it has the item from
}

// sighting cleans one item. Its dates and identity come later: both need the
// whole feed.
func (raw rawItem) sighting(base *url.URL, o ParseOptions) model.Sighting {
	s := model.Sighting{Feed: o.Feed.Name, Seen: o.Seen.UTC()}
	cut := false
	limit := func(text string, runes int) string {
		short, was := truncate(text, runes)
		cut = cut || was
		return short
	}
	s.Title = limit(Clean(plainText(raw.title)), maxTitle)
	s.Summary = limit(CleanText(plainText(raw.summary)), maxSummary)
	s.Content = limit(CleanText(plainText(raw.content)), maxContent)
	s.Title, s.Summary = withoutSource(s.Title, s.Summary, Clean(plainText(raw.source)))
	switch { // Content is the fuller one, whichever element it came in
	case s.Content == s.Summary:
		s.Content = ""
	case s.Content != "" && len(s.Content) < len(s.Summary):
		s.Summary, s.Content = s.Content, s.Summary
	}
	s.GUID = limit(Clean(raw.guid), maxGUID)
	s.Link = safeLink(raw.link, base)
	for _, author := range raw.authors[:min(len(raw.authors), maxAuthors)] {
		if name := authorName(limit(Clean(plainText(author)), maxAuthor)); name != "" {
			s.Authors = append(s.Authors, name)
		}
	}
	s.Outlet = raw.outlet(base, limit)
	if cut {
		s.Flags = append(s.Flags, model.FlagTruncated)
	}
	s.Op, s.OpTitle = operation(s.Title)
	return s
}

// withoutSource takes the name of an item's source off the end of its headline, where an
// aggregator hangs it behind a dash, and a summary away that only repeats the two.
func withoutSource(title, summary, source string) (string, string) {
	if source == "" {
		return title, summary
	}
	if head := strings.TrimSuffix(title, " - "+source); head != "" {
		title = head
	}
	if strings.TrimSpace(strings.TrimSuffix(summary, source)) == title {
		summary = ""
	}
	return title, summary
}

// outlet is the site of the source that an item names, or its name where it has no
// address; empty where that is the feed's own.
func (raw rawItem) outlet(base *url.URL, limit func(string, int) string) string {
	link, err := url.Parse(safeLink(raw.sourceURL, nil))
	if err != nil || link.Host == "" {
		return limit(Clean(plainText(raw.source)), maxAuthor)
	}
	site := model.SiteOf(link.Hostname())
	if base != nil && site == model.SiteOf(base.Hostname()) {
		return ""
	}
	return site
}

// truncate cuts s to so many runes and says whether it did. It leaves no half of
// a joined emoji or of a flag.
func truncate(s string, runes int) (string, bool) {
	if len(s) <= runes || utf8.RuneCountInString(s) <= runes {
		return s, false
	}
	n := 0
	for i := range s {
		if n++; n == runes {
			return strings.TrimRightFunc(s[:i], isUnfinished) + "…", true
		}
	}
	return s, false
}

// short is what truncate leaves of s.
func short(s string, runes int) string {
	s, _ = truncate(s, runes)
	return s
}

// isUnfinished reports whether a text must not end in r.
func isUnfinished(r rune) bool {
	return r == ' ' || r == '\n' || r == zeroWidthJoiner || r > 0xE0000 && r <= tagCancel
}

// authorName takes the name from "desk@example.org (The Name)" and
// "The Name <desk@example.org>".
func authorName(s string) string {
	if open := strings.LastIndexByte(s, '('); open > 0 && strings.HasSuffix(s, ")") && strings.Contains(s[:open], "@") {
		return strings.TrimSpace(s[open+1 : len(s)-1])
	}
	if open := strings.IndexByte(s, '<'); open > 0 && strings.HasSuffix(s, ">") {
		return strings.TrimSpace(s[:open])
	}
	return s
}

// safeLink makes a link absolute and keeps it only where it leads to a web page.
func safeLink(link string, base *url.URL) string {
	link = Clean(lineBreaks.Replace(strings.TrimSpace(link)))
	link = strings.ReplaceAll(strings.ReplaceAll(link, "&amp;", "&"), " ", "%20")
	if strings.IndexByte(link, '%') >= 0 {
		link = loosePercent.ReplaceAllString(link, "%25$1")
	}
	if strings.HasPrefix(link, "www.") {
		link = "https://" + link
	}
	if link == "" || len(link) > maxLink {
		return ""
	}
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme == "" && u.Host != "" {
		u.Scheme = "https"
	}
	if u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.User = nil // "https://bank.example@elsewhere.example/" misleads whoever reads it
	if name := u.Hostname(); !isASCII([]byte(name)) {
		if host, err := idna.Lookup.ToASCII(name); err == nil {
			u.Host = strings.Replace(u.Host, name, host, 1)
		}
	}
	return Clean(u.String())
}

var (
	lineBreaks   = strings.NewReplacer("\r", "", "\n", "", "\t", "") // browsers, too, leave them out
	loosePercent = regexp.MustCompile(`%([^0-9a-fA-F]|.[^0-9a-fA-F]|.?$)`)
)
