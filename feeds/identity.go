package feeds

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net"
	"net/url"
	"regexp"
	"strings"

	"parley/model"
)

// maxIdentity is how long an identity may be before it is hashed, in bytes.
const maxIdentity = 512

// revision is the suffix by which some feeds number the states of one story.
var revision = regexp.MustCompile(`#\d{1,4}$`)

// CanonicalLink brings the links of one page to one form for comparing: host in
// lower case, no default port, no fragment, no tracking parameters. It is a key,
// not an address to open. What is no http or https address gives "".
func CanonicalLink(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil || u.Host == "" {
		return ""
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Host = strings.ToLower(u.Host)
	if host, port, err := net.SplitHostPort(u.Host); err == nil &&
		(u.Scheme == "http" && port == "80" || u.Scheme == "https" && port == "443") {
		u.Host = host
	}
	u.User = nil
	if !strings.HasPrefix(u.Fragment, "!") { // "#!/page" is an address of its own
		u.Fragment, u.RawFragment = "", ""
	}
	u.RawQuery, u.ForceQuery = withoutTracking(u.RawQuery), false
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String()
}

// tracking names query parameters that say where a reader came from, never
// which page is meant. Names ending in '*' are prefixes.
var tracking = strings.Fields(`utm_* at_* mtm_* pk_* piwik_* hsa_* fbclid gclid dclid gbraid wbraid
	msclkid yclid twclid igshid igsh mc_cid mc_eid _hsenc _hsmi ns_mchannel ns_source ns_campaign
	ns_linkname ns_fee cmpid cmp ncid icid ocid mod_source smid smtyp partner traffic_source
	ref_src ref_url rss feedtype feedname ftcamp xtor wt.mc_id s_cid cid_source guccounter guce_referrer guce_referrer_sig
	spm syn-25a6b1a6 echobox srnd sr_share share_id campaign_id vero_id oly_enc_id oly_anon_id __twitter_impression`)

func isTracking(name string) bool {
	name = strings.ToLower(name)
	for _, t := range tracking {
		if prefix, ok := strings.CutSuffix(t, "*"); name == t || ok && strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// withoutTracking drops tracking parameters and leaves the others as they are.
func withoutTracking(query string) string {
	if query == "" {
		return ""
	}
	var keep []string
	for _, pair := range strings.Split(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if pair != "" && !isTracking(name) {
			keep = append(keep, pair)
		}
	}
	return strings.Join(keep, "&")
}

// linkKey is a canonical link without its scheme: a site that moves to https
// keeps its stories.
func linkKey(link string) string {
	_, key, _ := strings.Cut(CanonicalLink(link), "://")
	return key
}

// guidKey is the guid without a revision suffix.
func guidKey(guid string) string {
	if strings.Contains(guid, "://") {
		return revision.ReplaceAllString(guid, "")
	}
	return guid
}

// identify gives every item of one feed its identity, and returns the items with
// one state for each: where a body holds several, the latest. A guid that
// several different stories share (another link and another title) is no guid:
// those items go by their links. Items with neither guid nor link go by what
// they say, numbered where that is the same, so that none is lost.
func identify(items []model.Sighting, keepRepeats bool) []model.Sighting {
	shared := sharedGUIDs(items)
	kept := items[:0]
	at, repeats := map[string]int{}, map[string]int{}
	for _, it := range items {
		key := guidKey(it.GUID)
		byText := false
		if key == "" || shared[key] {
			key = linkKey(it.Link)
		}
		if key == "" || shared[key] {
			key, byText = "text:"+fingerprint(it), true
		}
		if len(key) > maxIdentity {
			key = "hash:" + digest(key)
		}
		before, seen := at[key]
		if seen && !byText {
			if keepRepeats {
				it.Identity = key
				kept = append(kept, it)
			} else if isLater(it, kept[before]) {
				it.Identity = key
				kept[before] = it
			}
			continue
		}
		if seen {
			repeats[key]++
			key = fmt.Sprintf("%s~%d", key, repeats[key]+1)
		}
		it.Identity = key
		at[key] = len(kept)
		kept = append(kept, it)
	}
	return kept
}

// isLater reports whether a is a later state than b of the same story: by its
// time, else by its revision.
func isLater(a, b model.Sighting) bool {
	if !a.Published.Equal(b.Published) {
		return a.Published.After(b.Published)
	}
	return atoi(strings.TrimPrefix(revision.FindString(a.GUID), "#")) >
		atoi(strings.TrimPrefix(revision.FindString(b.GUID), "#"))
}

// sharedGUIDs finds the keys, guids or links, under which one body holds
// different stories.
func sharedGUIDs(items []model.Sighting) map[string]bool {
	shared := map[string]bool{}
	guids, links := map[string]model.Sighting{}, map[string]model.Sighting{}
	for _, it := range items {
		if key := guidKey(it.GUID); key != "" {
			first, ok := guids[key]
			if !ok {
				guids[key] = it
			} else if !isSameStory(first, it) && (it.Link == "" || linkKey(first.Link) != linkKey(it.Link)) {
				shared[key] = true
			}
			continue
		}
		if key := linkKey(it.Link); key != "" {
			first, ok := links[key]
			if !ok {
				links[key] = it
			} else if !isSameStory(first, it) {
				shared[key] = true
			}
		}
	}
	return shared
}

// isSameStory reports whether two items under one guid or link are states of one
// story by what they say. Posts without a title, and those of a series under one
// title, are told apart by their text.
func isSameStory(a, b model.Sighting) bool {
	sameText := a.Summary == b.Summary && a.Content == b.Content
	if a.Title == "" {
		return b.Title == "" && sameText
	}
	undated := a.DateFrom == model.DateFirstSeen || b.DateFrom == model.DateFirstSeen
	return a.Title == b.Title && (sameText || undated || a.Published.Equal(b.Published))
}

// fingerprint stands for an item by its words; where it has no title, its date
// helps, and where it has no summary either, all that it says.
func fingerprint(it model.Sighting) string {
	text := strings.ToLower(it.Title) + "\x00" + strings.ToLower(it.Summary)
	if it.Title == "" && it.DateFrom != model.DateFirstSeen {
		text += "\x00" + it.Published.Format("20060102150405")
	}
	if it.Title == "" && it.Summary == "" {
		text += "\x00" + it.Content
	}
	return digest(text)
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:12])
}
