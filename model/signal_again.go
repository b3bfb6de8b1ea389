package model

// saidAgain are the actions of words that stand until something comes of them: who tells a
// week on that the tariff is threatened tells of the same threat.
var saidAgain = map[string]bool{"floated": true, "threatened": true}

// standingWindow is how long after the last report of a threat another one can be of it, in ms.
const standingWindow = 10 * msPerDay

// endsSaying are the actions by which a threat is no longer what it was.
var endsSaying = []string{"deferred", "announced", "imposed", "in-force", "tightened"}

// standsSince says whether what one report threatens is what another one did days before: its
// terms have not changed, and nothing came of it meanwhile.
func (w *writer) standsSince(i, j int32) bool {
	f, g, rate := w.fact(i), w.fact(j), w.rateOf(i)
	if (f.flags^g.flags)&flagConditional != 0 || f.when != 0 && f.when != g.when || rate != "" && rate != w.rateOf(j) {
		return false // who leaves out the rate or the day tells less of the same
	}
	d := &w.r.dict
	for _, action := range endsSaying {
		key := d.signalKey(f, action, f.actor, 0)
		base, layer := posted(&w.view, alikeOf, key, w.top.facts)
		steps := 0
		for k := range newestFirst(base, layer) {
			if steps++; steps > maxMatches || w.factTime(k) < w.factTime(j) {
				break
			}
			x := w.fact(k)
			if x.kind == KindSignal && d.labels.text[x.class] == action && x.actor == f.actor && shareAny(w.others(k), w.others(i)) {
				return false
			}
		}
	}
	return true
}
