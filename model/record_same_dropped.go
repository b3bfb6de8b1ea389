package model

// Who drops a demand says so in the words in which another makes it: "drops demand for a lifting of
// the ban" and "demands a lifting of the ban" are two statements, and neither bears the other out.

// droppingStems are the stems by which something that was asked, claimed or threatened is given up,
// and droppedStems those of what is.
var (
	droppingStems = stemsOf("drop drops dropped dropping abandon abandons abandoned abandoning waive waives waived renounce renounces renounced relinquish relinquished scrap scraps scrapped retract retracts retracted withdraws withdrew")
	droppedStems  = stemsOf("demand demands claim claims condition conditions precondition preconditions insistence request requests threat threats objection objections opposition veto")
)

// givesUp says whether a statement tells that something is no longer asked, claimed or threatened.
func (w *writer) givesUp(i int32) bool {
	return w.namesAny(i, droppingStems) && w.namesAny(i, droppedStems)
}
