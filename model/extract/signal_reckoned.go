package extract

// onlyReckoned says that somebody else only fears or expects what is told of a measure, so
// that its sender has not said that it comes: "Ruritania expects its wine to be hit with",
// "fears grow that Altland will impose". Who expects to do it himself has said so.
func (r *actReader) onlyReckoned() bool {
	core := r.ch.core.lo
	suffers := r.ch.core.deed.suffers() || r.ch.passive
	if r.ch.core.form == formNoun && !suffers || r.ch.bare {
		return false
	}
	at := -1
	for i := core - 1; i >= r.sent.lo && i > core-earshot/3; i-- {
		k := &r.t.tok[i]
		if r.in("reckoning", i) {
			at = i
			break
		}
		if k.kind == stopToken || k.low == ";" || k.low == ":" || k.low == "as" || k.low == "but" || k.low == "while" || k.kind == dashToken && !k.is(flagGlued) {
			return false
		}
		if k.low == "," && !r.t.has(core-1, core, "be") {
			return false // in a list of what is to be hit a comma may stand
		}
	}
	switch {
	case at < 0 || r.t.has(at-1, at, "as", "than"):
		return false
	case r.t.has(at+1, at+2, "of", "over", "about"):
		return r.a.verb && core <= at+4 // "fears of Altland sanctions haunt"
	}
	ahead := r.ch.modal != "" || r.ch.core.form == formGerund || r.isTo(core-1) || r.t.has(core-1, core, "be", "being")
	if r.isTo(at+1) && !suffers && !r.t.has(at+2, core, "be", "see") {
		return false // "expects to impose"
	}
	return ahead
}
