package model

import (
	"hash/fnv"
	"slices"
	"strings"
	"time"
)

// usualText is how many bytes of a text have as many words as are compared.
const usualText = 600

// newUnit turns a version and its reading into numbers of a dictionary, but for the
// feed; its lists of words are not sorted yet. It only reads what never changes of the
// record.
func (r *Record) newUnit(d *dictionary, v *Version, rd *Reading) *unit {
	u := &unit{ver: ver{
		item: int64(v.Item), n: int32(v.N), seen: v.Seen.UnixMilli(),
		op: codeOf(v.Op), full: slices.Contains(v.Flags, FlagFullText),
	}, order: order{identity: hashOf(v.Feed, v.Identity)}}
	if !v.Published.IsZero() {
		u.order.published = v.Published.UnixMilli()
	}
	u.ver.out = outTime(v)
	facts := len(rd.Statements) + len(rd.Signals) + len(rd.Events)
	u.words = make([]uint32, 0, (len(v.Title)+min(len(v.Body()), usualText))/8+10*facts)
	words, inTitle := d.read(u.words, v.Title, maxTitleWords)
	u.ver.nTitle = uint16(len(words))
	words, inBody := d.read(words, clip(v.Body(), 2000), maxBodyWords)
	u.words, u.ver.nBody = words, uint16(len(words))-u.ver.nTitle
	u.ver.credit = d.labels.number(r.creditIn(v, (inTitle|inBody)&namesHouse != 0))
	u.ver.drops = r.droppedIn(v)
	if codeOf(v.Op).kills() {
		return u // what is taken back is no report
	}
	u.facts = make([]fact, 0, facts)
	for i := range rd.Statements {
		r.addStatement(d, u, i, v, &rd.Statements[i])
	}
	for i := range rd.Signals {
		r.addSignal(d, u, i, v, &rd.Signals[i])
	}
	for i := range rd.Events {
		r.addEvent(d, u, i, v, rd)
	}
	u.retell(rd)
	u.ver.nFacts = uint16(len(u.facts))
	return u
}

// retell notes on the statements of nobody in particular which phases their words take
// off the agenda: "the lunch was cancelled, reports say" is what other reports say, too,
// in whatever words.
func (u *unit) retell(rd *Reading) {
	for i := range u.facts {
		f := &u.facts[i]
		if f.kind != KindStatement || f.flags&flagAnonymous == 0 {
			continue
		}
		s := &rd.Statements[f.idx]
		for k := range u.facts {
			g := &u.facts[k]
			if g.kind != KindEvent || rd.Events[g.idx].Kind != "cancellation" || rd.Events[g.idx].In != s.In {
				continue
			}
			if overlap(rd.Events[g.idx].Spans, s.Content.Spans) {
				f.phases |= g.phases
			}
		}
	}
}

// overlap says whether spans of two lists have a letter in common.
func overlap(a, b []Span) bool {
	return slices.ContainsFunc(a, func(x Span) bool {
		return slices.ContainsFunc(b, func(y Span) bool { return x[0] < y[1] && y[0] < x[1] })
	})
}

func clip(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}

func hashOf(parts ...string) uint64 {
	h := fnv.New64a()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

// readWords reads the words of a fact to the end of the unit's, and says of what kind
// some of them are.
func (u *unit) readWords(d *dictionary, f *fact, text string) (some formKind) {
	f.words = int32(len(u.words))
	u.words, some = d.read(u.words, text, maxFactWords)
	f.nWords = uint8(len(u.words) - int(f.words))
	return some
}

// spread lays the other lists of a fact into the unit's arenas.
func (u *unit) spread(f fact, others, topics []int32) {
	others, topics = others[:min(len(others), 64)], topics[:min(len(topics), 16)]
	f.others, f.nOther = int32(len(u.ids)), uint8(len(others))
	u.ids = append(u.ids, others...)
	f.topics, f.nTopic = int32(len(u.ids)), uint8(len(topics))
	u.ids = append(u.ids, topics...)
	f.group, f.prev = -1, -1
	u.facts = append(u.facts, f)
}

func (r *Record) addStatement(d *dictionary, u *unit, i int, v *Version, s *Statement) {
	f := fact{kind: KindStatement, idx: uint16(i), class: d.labels.number(s.Type), actor: d.actors.number(s.Speaker.Actor)}
	if s.Mode == Direct || s.Mode == Mixed || len(s.Quotes) > 0 {
		f.flags |= flagDirect
	}
	if s.Speaker.Actor == Unnamed || s.Speaker.Actor == Unknown || s.Speaker.Actor == "" {
		f.flags |= flagAnonymous
	}
	some := u.readWords(d, &f, s.Content.Text)
	if some&turning != 0 {
		f.flags |= flagNegative
	}
	if f.nWords < 3 {
		f.flags |= particlesIn(s.Content.Text)
	}
	if s.Fragment() {
		f.flags |= flagFragment
	}
	switch s.Modality {
	case "conditional":
		f.flags |= flagConditional
	case "hedged":
		f.flags |= flagHedged
	case "historical":
		f.flags |= flagHistorical
	}
	f.flags |= r.readoutOf(s, v.Feed, some&ofOutcome != 0)
	if upholds(s) != "" {
		f.flags |= flagUpholds
	}
	var others, topics []int32
	for _, sp := range s.Speakers {
		if sp.Actor != s.Speaker.Actor {
			others = append(others, d.actors.number(sp.Actor))
		}
	}
	for _, t := range s.Topics {
		topics = append(topics, d.labels.number(t))
	}
	u.spread(f, others, topics)
}

func (r *Record) addSignal(d *dictionary, u *unit, i int, v *Version, s *Signal) {
	f := fact{
		kind: KindSignal, idx: uint16(i), class: d.labels.number(s.Action), detail: d.labels.number(s.Instrument),
		sector: d.labels.number(s.Sector), actor: d.actors.number(s.Sender), dir: pressure,
	}
	if s.Direction == Relief {
		f.dir = relief
	}
	// Who denies that he had imposed it denies it today.
	for _, on := range []struct {
		flag factFlags
		set  bool
	}{{flagConditional, s.Conditional}, {flagTemporary, s.Temporary}, {flagHistorical, s.Historical && s.Action != "denied"}, {flagHedged, s.Hedged}} {
		if on.set {
			f.flags |= on.flag
		}
	}
	sentence, marks := sentenceAround(fieldText(v, s.In), s.Spans)
	if onlyGoesOn(s, sentence, marks) {
		f.flags |= flagStill
	}
	if (strings.ContainsRune(sentence, '%') || strings.Contains(sentence, "cent")) && toRate.MatchString(sentence) {
		f.flags |= flagLevel
	}
	f.when = signalEnd(s)
	var others []int32
	for _, t := range append(slices.Clone(s.Target), s.ThirdParty...) {
		others = append(others, d.actors.number(t))
	}
	u.readWords(d, &f, sentence)
	u.spread(f, others, nil)
}

// signalEnd is the nearest time that a signal names for its end, in s, 0 for none.
func signalEnd(s *Signal) int64 {
	for _, text := range []string{s.Expires, conditionDeadline(s)} {
		if t, ok := parseTime(text); ok {
			return t.Unix()
		}
	}
	return 0
}

func conditionDeadline(s *Signal) string {
	if s.Condition == nil {
		return ""
	}
	return s.Condition.Deadline
}

// parseTime reads an RFC 3339 time or a date.
func parseTime(text string) (time.Time, bool) {
	if text == "" {
		return time.Time{}, false
	}
	layout := time.RFC3339
	if len(text) == len(time.DateOnly) {
		layout = time.DateOnly
	}
	t, err := time.Parse(layout, text)
	return t, err == nil
}

func (r *Record) addEvent(d *dictionary, u *unit, i int, v *Version, rd *Reading) {
	who, lender := r.taking(v, rd, i)
	told := rd.EventAt(i)
	e := &told
	if len(e.Participants) < len(rd.Events[i].Participants) {
		who = e.Participants
	}
	status := e.Status
	if r.aheadOf(e, who, v) {
		status = Planned
	}
	f := fact{
		kind: KindEvent, idx: uint16(i), class: d.labels.number(e.Kind), detail: d.labels.number(strings.Join(foldWords(strings.ReplaceAll(e.Place, ".", "")), " ")),
		sector: d.labels.number(status), actor: -1, prec: precision(max(0, slices.Index(precisions, e.When.Precision))),
	}
	if status == UnderWay || status == Done {
		f.flags |= flagHeld
	}
	if l := e.Lasted; l != nil && l.Minutes > 0 && l.Minutes <= lastedMask {
		f.flags |= factFlags(l.Minutes) << lastedBits
		if l.AtLeast {
			f.flags |= flagAtLeast
		}
	}
	if t, ok := parseTime(e.When.Start); ok {
		f.when = t.Unix()
	} else {
		f.prec = precUnknown
	}
	var others []int32
	for _, p := range who {
		others = append(others, d.actors.number(p))
	}
	sentence, marks := sentenceAround(fieldText(v, e.In), e.Spans)
	f.phases = r.phasesOf(e, who, sentence)
	switch {
	case f.phases != 0:
	case lender != nil:
		lent, _ := sentenceAround(fieldText(v, lender.In), lender.Spans)
		f.phases = r.phasesOf(lender, lender.Participants, lent)
	case len(who) > len(e.Participants):
		f.phases = r.phasesOf(e, who, headOf(v))
	}
	if status == Planned && leavesOpen(sentence) {
		f.flags |= flagOpen
	}
	if e.Kind == "cancellation" && len(marks) == 1 {
		// The sentence may name what is held, too: its own words tell.
		if own := r.phasesOf(e, who, string([]rune(sentence)[marks[0][0]:marks[0][1]])); own != 0 {
			f.phases = own
		}
	}
	if r.heldOtherwise(f.phases, sentence) {
		f.flags |= flagInstead
	}
	if handshake(e, sentence, marks) {
		f.flags |= flagHandshake
	}
	if len(others) == 0 && r.namesNobody(rd, d.labels.text[f.detail]) {
		f.flags |= flagNameless
	}
	if _, _, wrong := wrongWeekday(sentence, v.Published); wrong {
		f.flags |= flagWeekday
	}
	u.readWords(d, &f, sentence)
	u.spread(f, others, nil)
}
