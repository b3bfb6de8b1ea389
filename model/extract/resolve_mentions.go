package extract

import "parley/model"

// record lists the actors that a document names, in the order of their first
// mention, title before text. Places are left out.
func (r *resolver) record(d *doc) []model.Mention {
	out := []model.Mention{}
	at := map[int]int{}
	collect := func(t *text) {
		for _, m := range t.named {
			if r.isPlace(t, m) {
				continue
			}
			i, ok := at[m.actor]
			if !ok {
				i = len(out)
				at[m.actor] = i
				a := r.actors[m.actor]
				out = append(out, model.Mention{ID: a.ID, Name: a.Name, Mentions: []model.Span{}})
			}
			if t.field == model.InTitle {
				out[i].TitleMentions = append(out[i].TitleMentions, t.span(m.lo, m.hi))
			} else {
				out[i].Mentions = append(out[i].Mentions, t.span(m.lo, m.hi))
			}
		}
	}
	collect(&d.title)
	collect(&d.body)
	return out
}
