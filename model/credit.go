package model

import "strings"

// agencies are the houses whose word others pass on, by how texts write them.
var agencies = map[string]string{
	"reuters": "reuters", "ap": "associated press", "associated press": "associated press", "afp": "afp", "tass": "tass",
	"interfax": "interfax", "ria": "ria novosti", "ria novosti": "ria novosti", "bloomberg": "bloomberg", "dpa": "dpa", "ansa": "ansa",
	"axios": "axios", "xinhua": "xinhua", "ukrinform": "ukrinform", "anadolu": "anadolu", "kyodo": "kyodo", "pti": "pti", "upi": "upi",
	"wsj": "wall street journal", "wall street journal": "wall street journal", "new york times": "new york times", "washington post": "washington post",
	"financial times": "financial times", "cnn": "cnn", "bbc": "bbc", "fox news": "fox news",
}

// outlet is a house of which the desk has a feed.
type outlet struct{ name, house string }

// outletsOf are the houses of feeds by how texts may name them, folded: by the name of the feed
// without what stands behind a dash or in brackets. A name of one word may mean anything, and the
// word of a side's own channel is no report of it.
func outletsOf(list []Feed) map[string]outlet {
	out := map[string]outlet{}
	for _, f := range list {
		name := f.Name
		for _, end := range []string{" (", " - ", " – ", " — ", ": "} {
			name, _, _ = strings.Cut(name, end)
		}
		key := folded(name)
		if f.Kind != Official && strings.Contains(key, " ") {
			out[key] = outlet{name, publisherOf(f)}
		}
	}
	return out
}

// creditIn returns the house whose word a version passes on, empty for its own word: by the signature
// of an agency such as "(Reuters)" or "/TASS/", by "Axios reported", or by a name of another outlet of
// which the desk has a feed, as a label of the title or with "reports" or "says". named says that a
// word with which such names begin is in the texts: in few one is.
func (r *Record) creditIn(v *Version, named bool) string {
	for _, a := range v.Authors {
		if house, ok := agencies[folded(a)]; ok {
			return house
		}
	}
	body := clip(v.Body(), 400)
	for _, pair := range []string{"()", "//", "[]"} {
		rest := body
		for {
			_, after, ok := strings.Cut(rest, pair[:1])
			if !ok {
				break
			}
			inside, _, ok := strings.Cut(after, pair[1:])
			if ok && len(inside) < 24 {
				if house, ok := agencies[folded(inside)]; ok {
					return house
				}
			}
			rest = after
		}
	}
	if name, _, cut := strings.Cut(v.Title, ": "); cut && len(name) < 40 {
		if name = folded(name); r.fed(name, r.outlets[folded(v.Feed)].house) {
			return name
		}
	}
	if named && (passesOn(v.Title) || passesOn(body)) {
		if house := r.reported(foldWords(v.Title+" . "+body), v.Feed); house != "" {
			return house
		}
	}
	return outletOf(v.Outlet)
}

// passesOn says whether a text may tell what another house reports. To look for that is quick.
func passesOn(text string) bool {
	return strings.Contains(text, "report") || strings.Contains(text, "ccording to") || strings.Contains(text, " says") || strings.Contains(text, " said")
}

// outletOf is the house that a feed names as where it has an item from: an agency of the
// list by its name or the first part of its site, else the site or the name itself.
func outletOf(outlet string) string {
	name, _, _ := strings.Cut(outlet, ".")
	for _, s := range []string{outlet, name} {
		if house, ok := agencies[folded(s)]; ok {
			return house
		}
	}
	if strings.Contains(outlet, ".") {
		return strings.ToLower(outlet)
	}
	return folded(outlet)
}

// agencyWords are the words that an agency's name begins with.
var agencyWords = firstWords(agencies)

// firstWords are the words that names begin with, but for "the" and its like.
func firstWords[T any](names map[string]T) map[string]bool {
	set := map[string]bool{}
	for name := range names {
		for _, w := range strings.Fields(name) {
			if !functionWords[w] {
				set[w] = true
				break
			}
		}
	}
	return set
}

// reported finds "X reported", "X reports" and "according to X" and, where X is an outlet of which
// the desk has a feed and not the one that tells it, "X says".
func (r *Record) reported(words []string, by string) string {
	own := r.outlets[folded(by)].house
	house := func(name string) string {
		if house, ok := agencies[name]; ok {
			return house
		}
		if r.fed(name, own) {
			return name
		}
		return ""
	}
	for i, w := range words {
		for n := 4; n >= 1; n-- {
			switch {
			case i >= n && (w == "reported" || w == "reports" || w == "reporting"):
				if name := house(strings.Join(words[i-n:i], " ")); name != "" {
					return name
				}
			case i >= n && (w == "says" || w == "said"):
				if name := strings.Join(words[i-n:i], " "); r.fed(name, own) {
					return name
				}
			case w == "to" && i > 0 && words[i-1] == "according" && i+n < len(words):
				if name := house(strings.Join(words[i+1:i+1+n], " ")); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// fed says whether a folded name is that of an outlet of which the desk has a feed, and of another
// house than one.
func (r *Record) fed(name, own string) bool {
	o, ok := r.outlets[name]
	return ok && o.house != own
}
