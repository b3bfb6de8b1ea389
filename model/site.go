package model

import "strings"

// SiteOf is what the addresses of one house share of a host: "wire.example" of
// "rss.wire.example", "post.co.example" where the land keeps a level for itself.
func SiteOf(host string) string {
	parts := strings.Split(strings.ToLower(strings.Trim(host, ".")), ".")
	n := 2
	if len(parts) > 2 && len(parts[len(parts)-1]) == 2 {
		switch parts[len(parts)-2] {
		case "co", "com", "org", "net", "gov", "ac", "edu":
			n = 3
		}
	}
	return strings.Join(parts[max(0, len(parts)-n):], ".")
}
