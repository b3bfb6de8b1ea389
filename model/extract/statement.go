package extract

import (
	"slices"
	"strings"

	"parley/model"
)

// readText appends the statements of a body to out, in the order of their cues.
func (r *Reader) readText(d *doc, out []model.Statement) []model.Statement {
	t := &d.body
	if len(t.tok) == 0 {
		return out
	}
	notes := t.corrections()
	out = slices.DeleteFunc(out, func(st model.Statement) bool { return !r.telling(&st, notes) }) // those of the title
	found := r.readAttributions(t, &d.work)
	out = slices.Grow(out, len(found))
	talk := discourse{who: r.who, t: t, side: d.Side, ms: t.named, spoken: d.work.spoken[:0]}
	for i := range found {
		out = append(out, model.Statement{})
		st := &out[len(out)-1]
		r.state(st, t, &talk, &found[i])
		st.Rule = d.work.ruleName(&found[i])
		if who := found[i].who; r.byOutlet(t, who) || who.hi == who.lo+1 && (t.tok[who.lo].low == "this" || t.tok[who.lo].low == "that") {
			st.Speaker.Actor, st.Speaker.Capacity, st.Speakers = model.Unnamed, "anonymous", nil
		}
		if !r.telling(st, notes) || existential(t, found[i].who) {
			out = out[:len(out)-1]
		}
	}
	d.work.spoken = talk.spoken
	return out
}

// byOutlet tells whether an attribution names only who reported: that is nobody who is on
// record with it.
func (r *Reader) byOutlet(t *text, who stretch) bool {
	if who.lo < who.hi && t.tok[who.lo].low == "the" {
		who.lo++
	}
	if who.empty() || !t.tok[who.lo].is(flagCapital) {
		return false
	}
	for who.lo < who.hi {
		_, n, ok := r.heads.outlets.match(t.tok, who.lo)
		if !ok {
			return false
		}
		if who.lo += n; who.lo < who.hi && (t.tok[who.lo].low == "and" || t.tok[who.lo].low == ",") {
			who.lo++ // "CNN and Bild"
		}
	}
	return true
}

// existential tells the "there" of "there was no mention of A" from a speaker.
func existential(t *text, who stretch) bool {
	return who.hi == who.lo+1 && t.tok[who.lo].low == "there"
}

// state turns an attribution into a statement in the reading's terms, which is empty before.
func (r *Reader) state(st *model.Statement, t *text, talk *discourse, a *attribution) {
	content := a.content
	if slices.ContainsFunc(content, stretch.empty) {
		content = slices.DeleteFunc(slices.Clone(content), stretch.empty)
	}
	st.In = t.field
	st.Cue, st.Content = t.phrase(a.cue), t.phrase(content...)
	st.Quotes, st.Mode = t.quotesIn(content), t.modeOf(content)
	var room [8]string
	topics := room[:0]
	for _, c := range content {
		topics = r.about.appendTo(topics, t, c)
	}
	st.Topics = t.keep(topics)
	who := talk.speakers(a)
	st.Speaker = who[0]
	if len(who) > 1 {
		st.Speakers = slices.Clone(who)
	}
	if a.with.hi > a.with.lo {
		if ps := r.who.parties(t, a.with.lo, a.with.hi); len(ps) > 0 {
			st.Addressee = ps[0].id
		}
	}
	r.judge(t, a, content, st)
}

// quotesIn returns the words in quotation marks within a content.
func (t *text) quotesIn(content []stretch) []string {
	var room [8]string
	out := room[:0]
	for _, c := range content {
		for _, q := range t.quotesBetween(c.lo, c.hi) {
			out = append(out, t.raw(max(q.lo, c.lo), min(q.hi, c.hi)))
		}
	}
	return t.keep(out)
}

// quotesBetween returns the quotations that touch tokens lo to hi.
func (t *text) quotesBetween(lo, hi int) []quotation {
	from, to := 0, len(t.quotes)
	for from < to { // the first that ends behind lo
		mid := (from + to) / 2
		if t.quotes[mid].hi <= lo {
			from = mid + 1
		} else {
			to = mid
		}
	}
	end := from
	for end < len(t.quotes) && t.quotes[end].lo < hi {
		end++
	}
	return t.quotes[from:end]
}

// modeOf says how much of a content stands in quotation marks.
func (t *text) modeOf(content []stretch) model.Mode {
	in, outside := 0, 0
	for _, c := range content {
		for i := c.lo; i < c.hi; i++ {
			if t.tok[i].kind > numberToken {
				continue
			}
			if t.tok[i].is(flagQuoted) {
				in++
			} else {
				outside++
			}
		}
	}
	switch {
	case in == 0:
		return model.Indirect
	case outside == 0:
		return model.Direct
	}
	return model.Mixed
}

// judge sets type, modality, stance and code.
func (r *Reader) judge(t *text, a *attribution, content []stretch, st *model.Statement) {
	st.Type, st.Stance, st.CAMEO = a.entry.typ, a.entry.stance, a.entry.cameo
	st.Modality = r.modality(t, a, content)
	st.Type = r.refine(t, st, a, content)
	if st.Type == "assertion" && strings.HasPrefix(a.rule, "verb-wh") && r.withheld(t, a) {
		st.Type = "no-comment"
	}
	if strings.HasPrefix(a.rule, "noun-") && r.uncommented(t, a.cue.lo) {
		st.Type, st.Modality = "no-comment", "negated"
	}
	if st.CAMEO == "" {
		st.CAMEO = headCameo[st.Type]
	}
	if st.Type == "threat" && t.contains(content, "sanction") {
		st.CAMEO = "1312"
	}
}

// contains says whether a word of some stretches has a part, in lower case.
func (t *text) contains(list []stretch, part string) bool {
	for _, s := range list {
		for i := s.lo; i < s.hi; i++ {
			if strings.Contains(t.tok[i].low, part) {
				return true
			}
		}
	}
	return false
}

// withheld says whether an attribution tells what was not said: "did not say when".
func (r *Reader) withheld(t *text, a *attribution) bool {
	switch a.entry.lemma {
	case "say", "specify", "disclose", "reveal", "explain", "elaborate", "detail", "confirm", "indicate":
	default:
		return false
	}
	for i := a.cue.lo; i < a.cue.hi; i++ {
		if r.lex.of(&t.tok[i])&classNegation != 0 {
			return true
		}
	}
	return false
}

// provided says whether a condition begins with "provided" at i, which is a verb
// elsewhere: "it provided arms".
func (t *text) provided(i int) bool {
	return t.tok[i].low == "provided" && (i > 0 && t.tok[i-1].low == "," || i+1 < len(t.tok) && t.tok[i+1].low == "that")
}

// asLong says whether a condition begins around "long" at i: "as long as the port is open". How
// long something lasts is none: "for as long as it takes", "as long as necessary".
func (t *text) asLong(i int) bool {
	if i == 0 || i+2 >= len(t.tok) || t.tok[i+1].low != "as" || t.tok[i-1].low != "as" && t.tok[i-1].low != "so" || t.has(max(i-2, 0), i-1, "for", "is", "was", "are", "were", "be", "twice", "last", "lasting", "take") {
		return false
	}
	return t.tok[i+2].kind == wordToken && !t.has(min(i+3, len(t.tok)-1), min(i+4, len(t.tok)), "like", "likes", "want", "wants", "can", "could") && !t.has(i+2, i+3, "it", "a", "an", "needed", "necessary", "possible", "required", "i", "we", "five", "ten", "two", "three", "four", "six")
}

// uncommented says whether the noun at i is only what somebody had no comment on:
// "did not comment on the idea of", "declined to elaborate on the claim that".
func (r *Reader) uncommented(t *text, i int) bool {
	for i--; i > 0 && r.lex.of(&t.tok[i])&(classDeterminer|classPossessive) != 0; i-- {
	}
	if i < 2 || t.tok[i].low != "on" && t.tok[i].low != "about" {
		return false
	}
	switch t.tok[i-1].low {
	case "comment", "elaborate", "remark":
	default:
		return false
	}
	for k := i - 2; k >= 0 && k > i-5; k-- {
		if r.lex.of(&t.tok[k])&classNegation != 0 || slices.Contains([]string{"no", "declined", "declines", "refused", "refuses", "without"}, t.tok[k].low) {
			return true
		}
	}
	return false
}

// refine mends the type that the cue gives by what is said: a warning is a threat
// when it says what would follow, and only words are declined without comment.
func (r *Reader) refine(t *text, st *model.Statement, a *attribution, content []stretch) string {
	c := a.entry
	has := func(words ...string) bool {
		for _, s := range content {
			for i := s.lo; i < s.hi; i++ {
				if among(words, t.tok[i].low) {
					return true
				}
			}
		}
		return false
	}
	switch {
	case c.typ == "threat" && strings.HasPrefix(c.lemma, "warn") && r.heads.onlyJudges(t, a.who):
		return "pessimistic"
	case c.lemma == "warn" && st.Modality != "conditional" && (a.rule == "verb-to" || a.rule == "verb-to-shared"):
		return "demand" // "warned Quell not to leave"
	case c.typ == "threat" && strings.HasPrefix(c.lemma, "warn") && st.Modality != "conditional" && !has("consequences", "sanctions", "tariffs", "retaliate", "retaliation"):
		return "pessimistic"
	case c.kind != kindSay && (c.typ == "demand" || c.typ == "appeal") && len(content) > 0 && t.tok[content[0].lo].low == "to":
		return "assertion" // "wants to leave" asks nobody for anything
	case c.lemma == "refuse" && has("comment", "say", "answer", "elaborate", "speculate", "confirm", "drawn"):
		return "no-comment"
	case c.typ == "no-comment" && !strings.HasSuffix(c.lemma, "deny") && !has("comment", "say", "answer", "discuss", "elaborate", "respond", "speculate", "confirm", "name", "specify", "details", "identify", "disclose", "describe", "reveal", "provide"):
		return "rejection"
	case c.typ == "assertion" && c.kind == kindSay && has("must"):
		return "demand"
	}
	return c.typ
}

// ofNobody says whether a subject is one of whom it is told that he does not: "neither side",
// "few analysts", "not all", "no one".
func (t *text) ofNobody(who stretch) bool {
	if who.empty() {
		return false
	}
	switch t.tok[who.lo].low {
	case "neither", "nobody", "none", "no":
		return true
	case "few":
		return !t.has(who.lo-1, who.lo, "a")
	}
	return t.has(who.lo-1, who.lo, "no", "not", "hardly", "scarcely")
}

// modality is read from the cue's own verb group first, then from the content.
func (r *Reader) modality(t *text, a *attribution, content []stretch) string {
	negated, future, hedged := false, false, a.entry.stance == "hedged"
	for i := a.cue.lo; i < a.cue.hi; i++ {
		cl := r.lex.of(&t.tok[i])
		negated = negated || cl&classNegation != 0
		switch t.tok[i].low {
		case "will", "'ll":
			future = true
		case "to": // "is to announce", "is going to say"; not "according to"
			if i > a.cue.lo {
				prev := t.tok[i-1].low
				future = future || prev == "is" || prev == "are" || prev == "'s" || prev == "'re" || prev == "going" || prev == "expected"
			}
		}
	}
	negated = negated || t.ofNobody(a.who)
	conditional := false
	for _, c := range content {
		for i := c.lo; i < c.hi; i++ {
			cl := r.lex.of(&t.tok[i])
			conditional = conditional || t.tok[i].low == "long" && t.asLong(i) || t.tok[i].low == "condition" && i > c.lo && t.has(i-1, i, "on") && t.has(i+1, min(i+2, c.hi), "that")
			if cl&(classConditional|classHedge|classModal|classNegation) == 0 || i > c.lo && t.tok[i].low == "may" && t.tok[i].is(flagCapital) && !t.tok[i].is(flagAllCaps) {
				continue // none, or the month
			}
			switch {
			case cl&classConditional != 0 && (t.tok[i].low == "if" || t.tok[i].low == "unless" || t.tok[i].low == "until" || t.provided(i)) && !(i == c.lo && t.tok[i].low == "if" && a.entry.lemma == "ask"):
				conditional = true
			case cl&classHedge != 0:
				hedged = true
			case cl&classModal != 0 && (t.tok[i].low == "will" || t.tok[i].low == "'ll" || t.tok[i].low == "won't" || t.tok[i].low == "would" || t.tok[i].low == "wouldn't"):
				future = true
			}
			if i-c.lo < 12 && cl&classNegation != 0 {
				negated = true
			}
		}
	}
	switch {
	case a.hearsay:
		return "hearsay"
	case conditional:
		return "conditional"
	case negated || a.entry.typ == "denial":
		return "negated"
	case hedged:
		return "hedged"
	case future:
		return "future"
	}
	return "asserted"
}
