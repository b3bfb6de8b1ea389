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

// creditIn returns the agency whose word a version passes on: a signature such
// as "(Reuters)" or "/TASS/", or "Axios reported"; nothing for its own word. named says
// that an agency's name may begin in its texts: in few one does.
func creditIn(v *Version, named bool) string {
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
	reports := func(text string) bool {
		return strings.Contains(text, "report") || strings.Contains(text, "ccording to")
	}
	if named && (reports(v.Title) || reports(body)) {
		if house := reported(foldWords(v.Title + " . " + body)); house != "" {
			return house
		}
	}
	return outletOf(v.Outlet)
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
var agencyWords = func() map[string]bool {
	set := map[string]bool{}
	for name := range agencies {
		first, _, _ := strings.Cut(name, " ")
		set[first] = true
	}
	return set
}()

// reported finds "X reported", "X reports" and "according to X".
func reported(words []string) string {
	for i, w := range words {
		if w == "reported" || w == "reports" || w == "reporting" {
			for n := 3; n >= 1; n-- {
				if i >= n {
					if house, ok := agencies[strings.Join(words[i-n:i], " ")]; ok {
						return house
					}
				}
			}
		}
		if w == "to" && i > 0 && words[i-1] == "according" {
			for n := 3; n >= 1; n-- {
				if i+n < len(words) {
					if house, ok := agencies[strings.Join(words[i+1:i+1+n], " ")]; ok {
						return house
					}
				}
			}
		}
	}
	return ""
}
