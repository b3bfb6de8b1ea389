package extract

import (
	"slices"
	"strings"
	"time"

	"parley/model"
)

// signalReader reads sanction signals: it finds what measures are named, and
// from the verbs around each name works out what is done with it, by whom and
// to whom.
//
//	sentence ──► anchors (measures)                     signal_anchor*.go
//	                │    or plain words, or notices         signal_wording*.go signal_notice.go
//	                ├──► chain of verbs ──► action          signal_govern.go signal_chain.go signal_action*.go
//	                │    or, where it says nothing, what was learnt    signal_learned*.go
//	                ├──► sender, target                     signal_party*.go signal_target*.go
//	                ├──► condition, past, temporary         signal_condition.go
//	                └──► what else the sentence tells of it    signal_second.go signal_retort.go
//	                         │
//	signals ◄── one for each measure and sender; one threat told twice is one    signal_merge.go
//
// Each of the other files is of one kind of wording, or of one question that a step asks, and
// says which.
type signalReader struct {
	res     *resolver
	words   *signalWords
	times   *times
	learned *weights
	states  map[string]string // name of a state, or its adjective, seat or town, in lower case → id
}

func newSignalReader(x *lexicon, res *resolver, tm *times) (*signalReader, error) {
	words, err := newSignalWords(x)
	if err != nil {
		return nil, err
	}
	learned, err := newWeights()
	if err != nil {
		return nil, err
	}
	s := &signalReader{res: res, words: words, times: tm, learned: learned, states: map[string]string{}}
	for i := range res.actors {
		if a := res.actors[i]; a.Kind == model.State || a.Kind == model.Bloc {
			for _, names := range [][]string{{a.Name}, a.Aliases, a.Demonyms, a.Seats} {
				for _, name := range names {
					s.states[strings.ToLower(name)] = a.ID
				}
			}
		}
	}
	return s, s.addCities()
}

// addCities lets towns stand for their state where somebody sits there.
func (s *signalReader) addCities() error {
	rows, err := table(signalData, "data/cities.txt", 2)
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, town := range list(row[1]) {
			s.states[strings.ToLower(town)] = row[0]
		}
	}
	return nil
}

// read reads the title and the text of a document. Statements already read tell
// who says "we".
func (s *signalReader) read(d *doc, said []model.Statement) []model.Signal {
	out := []model.Signal{}
	exposed := false // the title tells of a forgery
	for _, t := range []*text{&d.title, &d.body} {
		if t.field == model.InTitle && len(t.tok) > maxTitle {
			continue // no headline
		}
		c := signalContext{exposed: exposed, signalReader: s, t: t, year: d.Published.Year(), written: d.Published, said: said}
		if zone := s.times.dateline(t); zone != nil {
			c.written = c.written.In(zone)
		}
		from := -1 // where a title's sentence began that an abbreviation seemed to end
		for n, sent := range t.sents {
			if from >= 0 {
				sent.lo, from = from, -1
			}
			if t.field == model.InTitle && n+1 < len(t.sents) && t.tok[sent.hi-1].is(flagAbbrev) {
				from = sent.lo // "hits U.S. With tariffs" is one
				continue
			}
			if t.field == model.InTitle || t.begins[n]&(s.words.named|s.words.telling) != 0 {
				out = c.sentence(out, sent)
			}
		}
		exposed = t.field == model.InTitle && c.exposing()
	}
	return licensesOnly(out)
}

// licensesOnly takes a headline's "lifts sanctions" back to what the text below
// it says: a licence, for a time.
func licensesOnly(list []model.Signal) []model.Signal {
	for i := range list {
		head := &list[i]
		if head.In != model.InTitle || head.Direction != model.Relief || head.Action != "lifted" && head.Action != "eased" && head.Action != "suspended" {
			continue
		}
		for k := range list {
			below := &list[k]
			if below.In == model.InText && below.Action == "licensed" && (below.Sender == head.Sender || below.Sender == "" || head.Sender == "") {
				head.Action, head.Temporary, head.Rule = "licensed", true, head.Rule+"-licence"
				head.Expires = or(head.Expires, below.Expires)
			}
		}
	}
	return list
}

// signalContext is one text while its signals are read.
type signalContext struct {
	*signalReader
	t       *text
	year    int // of publication; 1 when unknown
	written time.Time
	said    []model.Statement
	spoken  []spokenSpan   // of said, in this text
	room    []anchor       // of the sentence last read
	made    []model.Signal // of the act last read
	found   act            // the act last read
	chain   chain          // its verbs
	hinted  stretch        // the sentence that hints are of
	hints   []int          // see hintsIn
	small   int            // one more than the longer words without a capital in the text, of which two count; 0 for not counted
	held    stretch        // the measure that an idiom is sought for

	exposed bool // the title tells of a forgery, whose claims the text tells again
	unsaid  bool // nothing may be read of the measure last read, see believedDone
	persons bool // the measure last read is put on persons, whatever they lead

	sender string   // of the last signal, for "he" and "it"
	struck []string // whom the last signal of a text hit that says so
	strike int      // its sentence
	last   int      // sentence of the last signal
}

func (c *signalContext) sentence(out []model.Signal, sent stretch) []model.Signal {
	asks := c.question(sent) && c.t.field == model.InTitle && !c.startsAfterColon(sent)
	if asks && !c.genitiveIn(sent) {
		return out
	}
	anchors := c.anchors(sent)
	if asks {
		anchors = slices.DeleteFunc(anchors, func(a anchor) bool { return !c.presumed(&a) })
		for i := range anchors {
			anchors[i].asked = true
		}
	}
	c.room = anchors
	if len(anchors) == 0 || correction(c.t, sent) || c.everyday(sent) && !c.fixedTerm(anchors) {
		return out
	}
	var before, act act
	acted := false
	var read *anchor // the one that before is of
	whole := sent
	for i := range anchors {
		a := &anchors[i]
		if i+1 < len(anchors) && a.instrument == "licence" && !a.verb && c.t.has(a.hi, a.hi+1, "from") && anchors[i+1].np <= a.hi+1 {
			continue // "seeks waiver from sanctions" is told of the sanctions
		}
		if i+1 < len(anchors) && c.t.field == model.InText && a.weak && !a.verb && c.t.has(a.hi, a.hi+1, "to") && anchors[i+1].np < a.hi+6 {
			continue // "measures to step up sanctions" are told of the sanctions
		}
		if i+1 < len(anchors) && c.partOfWording(sent, a, &anchors[i+1]) {
			continue
		}
		if c.t.has(a.np-1, a.np, "not") && c.t.has(a.np-2, a.np-1, ",") {
			continue // "a suit, not sanctions"
		}
		if a.loose && !c.plainlyMeant(sent, a) || c.onlyItsGround(sent, a) || c.onForces(sent, a) || c.faked(whole, a) {
			continue
		}
		if acted && c.t.field == model.InTitle && c.t.has(before.hi, a.np, "if", "unless") {
			continue // what one thing hangs on is no other
		}
		sent := around(whole, a)
		last := &before
		if !acted {
			last = nil
		}
		answered := acted && (read.instrument == "unspecified-consequences" && c.answers(&before, a.np) || c.inRelative(a))
		var ok bool
		c.unsaid = false
		if act, ok = c.act(sent, a, last); !ok {
			if c.unsaid || c.t.has(a.np-1, a.np, "without") {
				continue
			}
			if act, ok = c.listedAct(sent, read, a, last); !ok {
				if act, ok = c.learnt(sent, a); !ok || answered || acted && sameKind(anchors[:i], a) {
					continue
				}
			}
		} else if c.guessed(&act) && !answered && !c.t.has(a.np-1, a.np, "after", "amid", "despite") {
			if told, ok := c.learnt(sent, a); ok && (!done(told.action) || strings.HasPrefix(act.rule, "signal-bare")) {
				act = told
			}
		}
		if a.back && !acted {
			continue // nothing was read of what it stands for
		}
		if acted && len(act.targets) == 0 && (a.back || act.action == before.action && c.theirs(sent, a)) {
			act.targets = slices.Clone(before.targets)
		}
		if a.back && (a.elided || len(act.senders) == 0 || c.chain.core.form == formGerund) {
			act.senders = slices.Clone(before.senders)
		}
		if a.elided || a.back && slices.Equal(act.targets, act.senders) {
			act.targets = slices.Clone(before.targets)
		}
		if acted && strings.HasPrefix(before.rule, "signal-listing") && c.t.has(a.np-4, a.np, "subject") {
			act.action, act.direction = before.action, before.direction // "the list of those subject to"
		}
		if acted && (strings.HasSuffix(act.rule, "-list") || read.lo == a.lo && read.hi == a.hi) && len(before.targets) == 0 && c.t.field == model.InText {
			shareTargets(out, &act)
		}
		if acted {
			c.aimBack(out, &before, &act)
		}
		before, read, acted = act, a, true
		beside := c.toldBeside(sent, a, &act)
		out = c.mergeBeside(out, sent, a, c.toldBefore(sent, a, &act))
		out = c.mergeAll(out, c.signals(sent, a, &act), sent)
		out = c.mergeBeside(out, sent, a, beside)
	}
	return out
}

// guessed says that the rules read a headline by no verb that the lists know.
func (c *signalContext) guessed(a *act) bool {
	if c.t.field != model.InTitle {
		return false
	}
	return strings.HasPrefix(a.rule, "signal-bare") && (a.action == "in-force" || a.action == "floated") || strings.HasPrefix(a.rule, "signal-with") && done(a.action)
}

// theirs says that a pronoun right behind the verb of a measure stands for whom the one
// before hit: "barred him from entering", "freezing their assets".
func (c *signalContext) theirs(sent stretch, a *anchor) bool {
	return a.verb && c.t.has(a.lo+1, min(a.lo+5, sent.hi), "him", "her", "them", "their", "his", "its")
}

// everyday says that a sentence is about life away from states: a school's
// sanctions, the tariff of an underground. It names nobody.
func (c *signalContext) everyday(sent stretch) bool {
	return c.t.mayHold(sent, c.words.everyday) && c.any("civil", sent.lo, sent.hi) && len(c.res.mentions(c.t, sent.lo, sent.hi)) == 0
}

// fixedTerm says that a measure is named by a term of more than one word, which has no
// everyday meaning: "visa restrictions".
func (c *signalContext) fixedTerm(anchors []anchor) bool {
	for i := range anchors {
		if a := &anchors[i]; !a.weak && !a.verb && a.hi-a.lo > 1 {
			return true
		}
	}
	return false
}

// earshot is how many tokens on each side of a measure can say what is done with
// it. No sentence that somebody wrote is longer; a hostile one costs no more.
const earshot = 120

func around(sent stretch, a *anchor) stretch {
	return stretch{max(sent.lo, a.np-earshot), min(sent.hi, a.hi+earshot)}
}

// question says whether a sentence asks.
func (c *signalContext) question(sent stretch) bool {
	for i := sent.hi - 1; i >= sent.lo && i >= sent.hi-2; i-- {
		if c.t.tok[i].low == "?" {
			return true
		}
	}
	return false
}

// startsAfterColon says whether a title tells before it asks: "India has 20 days
// to avoid tariffs - what are its options?"
func (c *signalContext) startsAfterColon(sent stretch) bool {
	for i := sent.lo + 4; i < sent.hi-2; i++ {
		if k := &c.t.tok[i]; (k.kind == dashToken || k.low == ":") && c.t.tok[i+1].kind == wordToken {
			return true
		}
	}
	return false
}

// signals makes the signals of one act: one for each sender. The list is good until
// the next act.
func (c *signalContext) signals(sent stretch, a *anchor, act *act) []model.Signal {
	senders := act.senders
	if len(senders) == 0 {
		senders = nobody
	}
	out := c.made[:0]
	for _, sender := range senders {
		sig := model.Signal{
			In: c.t.field, Direction: act.direction, Action: act.action, Instrument: c.instrument(sent, a),
			Sender: sender, Target: slices.DeleteFunc(slices.Clone(act.targets), func(x string) bool { return x == sender && len(act.targets) > 1 }),
			Sector: act.sector, Conditional: act.condition != nil, Condition: act.condition,
			Temporary: act.temporary, Historical: act.historical, Hedged: act.hedged,
			Expires: act.expires, Effective: act.effective,
			CAMEO: cameoOf(act.action, act.direction), Rule: act.rule,
			Spans: []model.Span{c.t.span(act.lo, act.hi)},
		}
		if sig.Target == nil {
			sig.Target = []string{}
		}
		out = append(out, sig)
	}
	c.made = out
	return out
}

// shareTargets tells the last signal of a list whom those behind it hit, where it does not
// say so itself: "a travel ban and an asset freeze on five ministers".
func shareTargets(out []model.Signal, a *act) {
	if n := len(out) - 1; n >= 0 && out[n].In == model.InText && out[n].Action == a.action && len(out[n].Target) == 0 {
		out[n].Target = append(out[n].Target, a.targets...)
	}
}

// nobody is the one sender of a signal whose sender is not known.
var nobody = []string{""}

// cameoOf is the event code of an action on sanctions.
func cameoOf(action, direction string) string {
	switch action {
	case "floated", "threatened", "announced":
		return "1312"
	case "imposed", "in-force", "tightened":
		return "163"
	case "called-for":
		return "1312"
	case "demanded":
		return "1054"
	case "considered", "offered":
		return "0354"
	case "licensed", "eased", "suspended", "lifted", "expired":
		return "085"
	case "refused-relief":
		return "1244"
	case "opposed":
		return "111"
	case "denied":
		return "016"
	case "deferred":
		if direction == model.Relief {
			return "085"
		}
	}
	return ""
}
