package extract

import "parley/model"

// Blockades and sieges: which of them close off a place.

// closesOff says that a blockade is of a place, and not in one.
func (c *signalContext) closesOff(sent stretch, lo, hi int) bool {
	if c.t.has(lo, hi, "siege", "sieges") && !c.capitalIn(hi, min(hi+earshot/20, sent.hi)) {
		return false // "the siege of the ministry"
	}
	if c.t.field == model.InText && lo > sent.lo+1 && c.t.tok[lo-1].is(flagCapital) && c.determined(lo-2) {
		return true // "the Gaza blockade"
	}
	if hi < sent.hi && c.t.has(hi, hi+1, "on", "of", "against", "over") || lo > sent.lo && (c.any("besieged", lo-1, lo) || c.in("enclaves", lo-1)) || c.endsName(sent, lo) {
		return true
	}
	return c.t.field == model.InText && (c.determined(c.phraseStart(sent, lo)) || c.t.has(c.phraseStart(sent, lo)-1, lo, "no")) && (c.amongStates(sent) || c.any("enclaves", sent.lo, sent.hi)) && !c.any("hauliers", sent.lo, sent.hi) && !c.any("roadside", sent.lo, sent.hi)
}

// capitalIn says that a word with a capital stands in tokens lo to hi.
func (c *signalContext) capitalIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if c.t.tok[i].is(flagCapital) {
			return true
		}
	}
	return false
}
