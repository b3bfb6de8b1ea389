package extract

import (
	"slices"

	"parley/model"
)

// What only somebody in a text holds to be so: that a meeting has put a measure off, that a
// move takes one away. It is his assessment, which a statement keeps, and no deed of whoever
// sends the measure.

// believedDone says that what a speaker tells to be done with a measure is the work of a
// meeting, which can do nothing to one: "the summit delays the sanctions, he said".
func (c *signalContext) believedDone(sent stretch, ch *chain, out *act) bool {
	c.unsaid = c.workOf("gatherings", sent, ch, out) && c.saidByAnother(ch, out)
	return c.unsaid
}

// onlyBelieved says that what a text tells to be done with a measure is the work of a thing,
// and that a meeting does it, or a speaker says so who does not act for the sender.
func (c *signalContext) onlyBelieved(sent stretch, ch *chain, out *act) bool {
	return c.workOf("gatherings", sent, ch, out) || c.workOf("occasions", sent, ch, out) && c.saidByAnother(ch, out)
}

// workOf says that a thing of a class does what a text tells as done with a measure.
func (c *signalContext) workOf(class string, sent stretch, ch *chain, out *act) bool {
	if c.t.field == model.InTitle || ch.passive || ch.hasUpper || ch.modal != "" || ch.core.lo >= out.hi || !done(out.action) && out.action != "deferred" && !ch.core.deed.suffers() {
		return false
	}
	at := c.skipBack(sent, ch.lo)
	return at > sent.lo && c.in(class, at-1)
}

// saidByAnother says that the verb of a chain stands in the words of somebody who does not act
// for the sender.
func (c *signalContext) saidByAnother(ch *chain, out *act) bool {
	span := c.t.span(ch.lo, max(ch.hi, ch.lo+1))
	for _, sp := range c.spokenSpans() {
		if int(sp.lo) <= span[0] && span[0] < int(sp.hi) {
			x, ok := c.res.dir.Find(c.said[sp.by].Speaker.Actor)
			return !ok || !slices.Contains(out.senders, or(x.State, x.ID))
		}
	}
	return false
}
