package feeds

import (
	"slices"

	"parley/model"
)

// A recording may come from anywhere: a colleague, a download, a hand. Its text
// goes through the same door as a feed's.

func cleanSighting(s *model.Sighting) {
	s.Feed = Clean(s.Feed)
	s.Identity = Clean(s.Identity)
	s.GUID = Clean(s.GUID)
	s.Link = safeLink(s.Link, nil)
	s.OpTitle, s.Outlet = short(Clean(s.OpTitle), maxTitle), short(Clean(s.Outlet), maxAuthor)
	s.Op, s.DateFrom = cleaned(s.Op), cleaned(s.DateFrom)
	cleanAll(s.Authors)
	cleanAll(s.Flags)
	var cut [3]bool
	s.Title, cut[0] = truncate(Clean(s.Title), maxTitle)
	s.Summary, cut[1] = truncate(CleanText(s.Summary), maxSummary)
	s.Content, cut[2] = truncate(CleanText(s.Content), maxContent)
	if cut != [3]bool{} && !slices.Contains(s.Flags, model.FlagTruncated) {
		s.Flags = append(s.Flags, model.FlagTruncated)
	}
	s.Published, s.Updated, s.Seen = s.Published.UTC(), s.Updated.UTC(), s.Seen.UTC()
}

func (h *Header) clean() {
	h.Name, h.Note = Clean(h.Name), CleanText(h.Note)
	h.Summit.Name, h.Summit.Place = Clean(h.Summit.Name), Clean(h.Summit.Place)
	for i := range h.Summit.Agenda {
		p := &h.Summit.Agenda[i]
		p.ID, p.Title, p.Place, p.Instead = Clean(p.ID), Clean(p.Title), Clean(p.Place), Clean(p.Instead)
		cleanAll(p.Kinds)
		cleanAll(p.Terms)
		cleanAll(p.InsteadTerms)
		cleanAll(p.Actors)
	}
	for i := range h.Actors {
		a := &h.Actors[i]
		for _, field := range []*string{&a.ID, &a.Name, &a.Side, &a.Role, &a.Office, &a.State, &a.Pronoun} {
			*field = Clean(*field)
		}
		a.Kind = cleaned(a.Kind)
		for _, list := range [][]string{a.Aliases, a.Demonyms, a.Seats, a.Holds} {
			cleanAll(list)
		}
	}
	for i := range h.Feeds {
		f := &h.Feeds[i]
		f.Kind = cleaned(f.Kind)
		f.Name, f.URL, f.Side, f.Publisher = Clean(f.Name), Clean(f.URL), Clean(f.Side), Clean(f.Publisher)
	}
	for i := range h.Captions {
		h.Captions[i].Text = Clean(h.Captions[i].Text)
	}
}

func cleaned[S ~string](s S) S { return S(Clean(string(s))) }

func cleanAll[S ~string](list []S) {
	for i, s := range list {
		list[i] = cleaned(s)
	}
}
