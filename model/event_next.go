package model

// nextStems are the words of a plan that is of the next meeting of those who meet.
var nextStems = stemsOf("next second third fourth reconvene reconvenes resume resumes resumption follow-up")

// nextOf says whether one of two reports tells as planned what comes after the meeting that the
// other tells as under way or held: "next round on Tuesday".
func (w *writer) nextOf(i, j int32) bool {
	f, g, labels := w.fact(i), w.fact(j), w.r.dict.labels.text
	isNext := func(k int32) bool {
		return labels[w.fact(k).sector] == Planned && EventClass(labels[w.fact(k).class]) == "meeting" && w.namesAny(k, nextStems)
	}
	if isNext(i) {
		return w.anyOfGroup(j, func(k int32) bool { return w.fact(k).flags&flagHeld != 0 && w.factTold(k) <= w.factTold(i) })
	}
	// What is told as held on a day before the next one is not that.
	return f.flags&flagHeld != 0 && isNext(j) && g.prec >= precDay && w.factTold(i)/msPerDay < g.when/secondsPerDay
}
