package extract

import (
	"slices"

	"parley/model"
)

// withoutRetold leaves out of a text's events the talks between states that have no time and
// no place of their own, where the headline tells how people of these states spoke: "Rubio
// and Lavrov hold call" over "The US and Russian ministers discussed grain".
func (r *Reader) withoutRetold(heads, below []model.Event) []model.Event {
	return slices.DeleteFunc(below, func(b model.Event) bool {
		if b.Kind != "talks" || b.Status != model.Done || b.When.Start != "" || b.Place != "" || len(b.Participants) < 2 {
			return false
		}
		return slices.ContainsFunc(heads, func(h model.Event) bool {
			if h.Status != model.Done && h.Status != model.UnderWay || !slices.Contains([]string{"call", "meeting", "talks"}, h.Kind) || len(h.Participants) != len(b.Participants) {
				return false
			}
			return !slices.ContainsFunc(h.Participants, func(id string) bool {
				a, known := r.who.dir.Find(id)
				return !known || a.Kind != model.Person || !slices.Contains(b.Participants, a.State)
			})
		})
	})
}
