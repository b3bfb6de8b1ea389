package feeds

import "parley/model"

// A recording may come from anywhere: a colleague, a download, a hand. Its text
// goes through the same door as a feed's.

func cleanSighting(s *model.Sighting) {
	s.Feed = Clean(s.Feed)
	s.Identity = Clean(s.Identity)
	s.GUID = Clean(s.GUID)
	s.Link = safeLink(s.Link, nil)
	s.OpTitle, _ = truncate(Clean(s.OpTitle), maxTitle)
	s.Outlet, _ = truncate(Clean(s.Outlet), maxAuthor)
	for i, a := range s.Authors {
		s.Authors[i] = Clean(a)
	}
	var cut [3]bool
	s.Title, cut[0] = truncate(Clean(s.Title), maxTitle)
	s.Summary, cut[1] = truncate(CleanText(s.Summary), maxSummary)
	s.Content, cut[2] = truncate(CleanText(s.Content), maxContent)
	if cut != [3]bool{} && !flagged(s, model.FlagTruncated) {
		s.Flags = append(s.Flags, model.FlagTruncated)
	}
	s.Published, s.Updated, s.Seen = s.Published.UTC(), s.Updated.UTC(), s.Seen.UTC()
}

func flagged(s *model.Sighting, flag model.Flag) bool {
	for _, f := range s.Flags {
		if f == flag {
			return true
		}
	}
	return false
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
		for _, field := range []*string{&a.ID, &a.Name, &a.Side, &a.Role, &a.Office, &a.State} {
			*field = Clean(*field)
		}
		cleanAll(a.Aliases)
		cleanAll(a.Demonyms)
	}
	for i := range h.Feeds {
		f := &h.Feeds[i]
		f.Name, f.URL, f.Side, f.Publisher = Clean(f.Name), Clean(f.URL), Clean(f.Side), Clean(f.Publisher)
	}
	for i := range h.Captions {
		h.Captions[i].Text = Clean(h.Captions[i].Text)
	}
}

func cleanAll(list []string) {
	for i, s := range list {
		list[i] = Clean(s)
	}
}
