package extract

import (
	"slices"

	"parley/model"
)

// Sentences of a text that go on with what the one before told: "The bloc also banned gas", "It listed
// a port", "The measures take effect in May".

// pointsBack says that a sentence opens with a word which stands for who acted in the sentence before,
// or for what was done there, and that it was told there who was hit.
func (c *signalContext) pointsBack(sent stretch) bool {
	if c.t.field != model.InText || len(c.struck) == 0 || sent.lo+1 >= sent.hi {
		return false
	}
	if since := int(c.t.tok[sent.lo].sent) - c.strike; since != 0 && since != 1 {
		return false
	}
	if c.t.has(sent.lo, sent.lo+1, "it", "they", "he", "she", "both") {
		return true
	}
	return c.t.has(sent.lo, sent.lo+1, "the", "these", "this", "those", "that") && c.in("looking-back", sent.lo+1)
}

// carriedOver fills in who sent the measure of the sentence before and whom it hit, where this one
// points back to it and names nobody else.
func (r *actReader) carriedOver() {
	if len(r.out.targets) > 0 || !r.pointsBack(r.sent) {
		return
	}
	if len(r.out.senders) == 0 && (r.in("looking-back", r.sent.lo+1) && r.out.action != "opposed" && r.out.action != "demanded" && r.out.action != "called-for") && r.sender != "" {
		r.out.senders = []string{r.sender}
	}
	if len(r.out.senders) != 1 || r.out.senders[0] != r.sender || slices.Contains(r.struck, r.sender) {
		return
	}
	for _, m := range r.res.mentions(r.t, r.sent.lo, r.sent.hi) {
		if id := r.senderID(m); id != r.sender && r.kindOf(id) == model.State {
			return
		}
	}
	r.out.targets = slices.Clone(r.struck)
}
