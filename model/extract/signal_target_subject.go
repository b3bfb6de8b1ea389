package extract

import "parley/model"

// Whom a measure of a text is on as the subject of its verb, where commas tell who or what he is,
// where his goods or his firms are the subject, or where the sentence is turned round.

// betweenCommas names the one whose name stands between commas before the verbs at i, behind what
// he is: "the army chief, General Ada Ovezov, was listed", "the bank, Ferrant Trust, is under". Nil
// for nobody.
func (c *signalContext) betweenCommas(sent stretch, i int) []string {
	if !c.t.has(i-1, i, ",") {
		return nil
	}
	end := i - 1
	for j := end - 1; j > sent.lo && j > end-rollLength; j-- {
		if !c.t.has(j, j+1, ",") {
			continue
		}
		lo := j + 1
		lo = c.skipDeterminers(lo, end)
		if hi := c.capitals(lo, end); hi == end {
			lo = c.skipRanks(lo, hi)
			if m, ok := c.res.nameAt(c.t, lo); ok && m.hi == hi {
				if m.how == byName && (c.bears(m) || c.res.actors[m.actor].Kind == model.Person) {
					return c.asTargets([]mention{m})
				}
				return nil
			}
			return []string{c.nameTitled(lo, hi)}
		}
		if ids, hi := c.namedInTurn(stretch{sent.lo, end}, lo); hi == end {
			return ids
		}
		return nil
	}
	return nil
}

// nameTitled is the id of the one between commas: a person of two names or three is called by his
// family name, since what he is was told before.
func (c *signalContext) nameTitled(lo, hi int) string {
	if c.fullName(lo, hi) == hi {
		for i := lo - 1; i > 0 && i > lo-8; i-- {
			if c.in("callings", i) || c.t.tok[i].class&classTitle != 0 {
				return kebab(c.t.raw(lo+1, hi))
			}
		}
	}
	return c.nameID(lo, hi)
}

// whoseIs names the one whose goods a clause of a text tells to be hit by the verbs at i: "two
// Ruritanian ministers whose accounts were frozen", "Ada Ovezov, whose visa was revoked". Nil for
// nobody.
func (c *signalContext) whoseIs(sent stretch, i int) []string {
	for j := i - 1; c.t.field == model.InText && j > sent.lo && j > i-6; j-- {
		if !c.t.has(j, j+1, "whose") {
			continue
		}
		hi := j
		if c.t.has(hi-1, hi, ",") {
			hi--
		}
		if who := c.nameEnding(sent, hi); who != nil {
			return who
		}
		if ms := c.res.mentions(c.t, max(sent.lo, hi-4), hi); len(ms) > 0 {
			return c.asTargets(ms[len(ms)-1:])
		}
	}
	return nil
}

// amongThose names those who are told to be among those whom a measure of a text hits: "Among those
// under the sanctions are Ada Ovezov and". Nil for nobody.
func (c *signalContext) amongThose(sent stretch, a *anchor) []string {
	if c.t.field != model.InText || !c.t.has(sent.lo, sent.lo+1, "among") {
		return nil
	}
	for i := a.hi; i+1 < sent.hi && i < a.hi+4; i++ {
		if isBe(c.t.tok[i].low) {
			return c.reached(sent, i+1)
		}
	}
	return nil
}

// lastPerson names the last one before token i of a text who is told to be a person and whom the
// directory does not know: for "on him". Nil for nobody.
func (c *signalContext) lastPerson(sent stretch, i int) []string {
	for lo := i - 2; lo > sent.lo; lo-- {
		if hi := c.fullName(lo, i); hi > lo && !c.t.tok[lo-1].is(flagCapital) && c.personal(lo, hi) {
			return []string{c.nameID(lo, hi)}
		}
	}
	return nil
}

// strangerBearing names the one of two words or more whom nobody knows and who bears a measure of a text:
// "the Sarth Islands were hit by". Nil for nobody.
func (c *signalContext) strangerBearing(sent stretch, ch *chain) []string {
	hi := c.skipBack(sent, ch.lo)
	if c.t.field == model.InTitle || hi-2 < sent.lo || !c.t.tok[hi-2].is(flagCapital) || !c.t.tok[hi-1].is(flagCapital) {
		return nil
	}
	return c.nearest(sent, ch.lo)
}

// whoseFirms names the state of those who stand before the verbs that tell what they bear: "Ruritanian
// banks may face". Nil for nobody.
func (c *signalContext) whoseFirms(sent stretch, verb int) []mention {
	i := c.skipBack(sent, verb) - 1
	if m, ok := c.mentionEnding(sent, i); ok && (m.how == byAdjective || c.res.actors[m.actor].Kind == model.State) {
		return []mention{m}
	}
	if c.t.has(i-1, i, "'s", "’s") {
		if m, ok := c.mentionEnding(sent, i-1); ok {
			return []mention{m}
		}
	}
	return nil
}

// firmsThat names the state of those whose clause of their own ends before token i of a text: "Ruritanian
// firms that supplied Altland (were sanctioned)".
func (c *signalContext) firmsThat(sent stretch, i int) (mention, bool) {
	if c.t.field != model.InText {
		return mention{}, false
	}
	for k := i - 2; k > sent.lo+1; k-- {
		if c.t.tok[k].kind != wordToken && !c.t.has(k, k+1, "'s") {
			break
		}
		if !c.t.has(k, k+1, "that", "which", "who") {
			continue
		}
		if !c.in("partners", k-1) && !c.in("pursued", k-1) {
			break
		}
		return c.mentionEnding(sent, k-1)
	}
	return mention{}, false
}
