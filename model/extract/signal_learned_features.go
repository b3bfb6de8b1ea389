package extract

// features calls emit with each feature of a measure. What it is given is only good
// during the call.
func (c *signalContext) features(v *view, sent stretch, a *anchor, emit func([]byte)) {
	c.look(v, sent, a)
	put := func(parts ...string) {
		v.key = v.key[:0]
		for _, p := range parts {
			v.key = append(v.key, p...)
		}
		emit(v.key)
	}
	put("bias")
	c.ownFeatures(a, put)
	sideFeatures(v.before, "l", put)
	sideFeatures(v.behind, "r", put)
	c.governors(sent, v, put)
	c.frame(sent, a, put)
}

// ownFeatures tells of the mention itself.
func (c *signalContext) ownFeatures(a *anchor, put func(...string)) {
	head := &c.t.tok[a.hi-1]
	put("head:", stem(head.low))
	put("measure:", a.instrument)
	if a.after != noDeed {
		put("noun:", deedNames[a.after])
	}
	if a.verb || a.permit || a.worded {
		put("verb:", deedNames[a.deed])
		put("form:", ending(c.t.tok[a.lo].low))
		if a.lo > 0 {
			put("form:", ending(c.t.tok[a.lo].low), "<", c.t.tok[a.lo-1].low)
		}
	}
	if a.weak {
		put("weak")
	}
}

// ending is the form of a word, by how it ends.
func ending(low string) string {
	for _, e := range [...]string{"ed", "ing", "s"} {
		if len(low) > len(e)+2 && low[len(low)-len(e):] == e {
			return e
		}
	}
	return "base"
}

// sideFeatures tells of the words on one side, and of what they are about: the nearest by
// its place, the others as they come.
func sideFeatures(side []unit, name string, put func(...string)) {
	for i := range side {
		u := &side[i]
		if i == 0 {
			put(name, "1:", u.word)
		}
		put(name, ":", u.word)
		for _, sense := range u.senses {
			if i == 0 {
				put(name, "1:", sense)
			}
			put(name, ":", sense)
		}
	}
	if len(side) == 0 {
		put(name, "1:", edgeSign)
	}
}

var places = [...]string{"1:", "2:", "3:"}

// governors tells of the verbs around a measure, of what stands before them, and of
// what the ladder says of them.
func (c *signalContext) governors(sent stretch, v *view, put func(...string)) {
	for n, side := range [...][]unit{v.before, v.behind} {
		name := [...]string{"gov", "tail"}[n]
		verbs, deeds, last := 0, 0, ""
		for i := range side {
			u := &side[i]
			if u.verb && verbs < 3 {
				mood := c.mood(sent, u.at)
				put(name, places[verbs], u.word)
				put(name, places[verbs], mood)
				switch verbs {
				case 0:
					put(name, "+", mood, ">", u.word)
					put(name, "+", mood, ">", ending(c.t.tok[u.at].low))
				case 1:
					put(name, "2:", u.word, ">", last)
				}
				for _, sense := range u.senses {
					put(name, places[verbs], sense)
					put(name, places[verbs], mood, ">", sense)
				}
				last = u.word
				verbs++
			}
			if u.deed != noDeed && deeds < 2 {
				mood := c.mood(sent, u.at)
				put(name, "deed", places[deeds], deedNames[u.deed])
				put(name, "deed", places[deeds], deedNames[u.deed], "<", mood)
				if deeds == 0 && i < 5 {
					put(name, "near:", deedNames[u.deed], "<", mood)
				}
				deeds++
			}
		}
	}
}

// mood sums up the auxiliaries before a verb.
func (c *signalContext) mood(sent stretch, verb int) string {
	negated, modal, being := false, "", false
	for i := verb - 1; i >= sent.lo && i >= verb-5; i-- {
		k := &c.t.tok[i]
		class := c.res.lex.of(k)
		switch {
		case negative(k.low):
			negated = true
			modal = or(modal, c.modalAt(i))
		case c.modalAt(i) != "":
			modal = or(modal, c.modalAt(i))
		case k.low == "to":
			modal = or(modal, "to")
		case class&classAuxiliary != 0 && !genitive(k):
			being = being || isBe(k.low)
		case class&classAdverb != 0:
		default:
			i = sent.lo
		}
	}
	return moods[modal][bit(negated)][bit(being)]
}

// isBe says whether a word in lower case is a form of "be" that makes a passive.
func isBe(low string) bool {
	switch low {
	case "be", "been", "being", "is", "are", "was", "were":
		return true
	}
	return false
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// moods are the names of moods, made once: by modal, whether negated, whether passive.
var moods = func() map[string][2][2]string {
	out := map[string][2][2]string{}
	for _, m := range [...]string{"", "will", "would", "could", "may", "must", "to"} {
		name := or(m, "plain")
		out[m] = [2][2]string{{name, name + "-be"}, {name + "-not", name + "-not-be"}}
	}
	return out
}()

// frame tells of the sentence as a whole: conditions, modals and denials, and how it
// begins.
func (c *signalContext) frame(sent stretch, a *anchor, put func(...string)) {
	first := true
	for i := max(sent.lo, a.lo-earshot/2); i < min(sent.hi, a.hi+earshot/2); i++ {
		k := &c.t.tok[i]
		if k.kind != wordToken {
			continue
		}
		class := c.res.lex.of(k)
		if class&(classConditional|classModal|classNegation) != 0 {
			put("has:", k.low)
		}
		if first && class != 0 {
			put("first:", k.low)
		}
		first = false
	}
}
