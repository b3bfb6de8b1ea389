package model

import (
	"cmp"
	"slices"
)

// outcome is a report of an event as far as it says how the event stands.
type outcome struct {
	status string
	at     int64 // ms; when it was told
	stands bool
}

// leading finds the report that says how an event stands: what happened tells more than
// what was planned, and of equals the latest does. A denial tells more than what it
// denies, until the event came about or, half a day later, is planned again.
func leading(reports []outcome) int {
	order := make([]int, len(reports))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(reports[i].at, reports[j].at) })
	lead := -1
	for _, i := range order {
		if lead < 0 || reports[i].leads(&reports[lead]) {
			lead = i
		}
	}
	return lead
}

// leads says whether a report, told after another, tells more of how the event stands.
func (s *outcome) leads(before *outcome) bool {
	switch {
	case s.stands != before.stands:
		return s.stands
	case s.status == EventDenied:
		return true
	case before.status == EventDenied && s.status == Planned:
		return s.at-before.at > cameAbout
	case before.status == EventDenied:
		return true
	}
	return statusRank(s.status) >= statusRank(before.status)
}

func statusRank(status string) int {
	switch status {
	case Done, NoneReached:
		return 3
	case UnderWay, EventDenied:
		return 2
	case Planned:
		return 1
	}
	return 0
}

// leadFirst puts reports of an event in order: the one that says how it stands in front,
// those that stand before those that were taken back, the latest first.
func (b *Board) leadFirst(list []told) {
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	of := map[int32]outcome{}
	all := make([]outcome, len(list))
	for i := range list {
		all[i] = b.outcomeOf(&list[i].report)
		of[list[i].fact] = all[i]
	}
	if lead := leading(all); lead > 0 {
		list[0], list[lead] = list[lead], list[0]
	}
	if len(list) > 2 {
		slices.SortStableFunc(list[1:], func(x, y told) int {
			p, q := of[x.fact], of[y.fact]
			return cmp.Or(-compareBool(p.stands, q.stands), -cmp.Compare(statusRank(p.status), statusRank(q.status)), -cmp.Compare(p.at, q.at))
		})
	}
}

func (b *Board) outcomeOf(p *report) outcome {
	return outcome{b.r.dict.labels.text[b.view.fact(p.fact).sector], b.told(b.view.ver(p.first)), p.stands()}
}

// toldBy is an event as its reports tell it, the one that says how it stands in front:
// what that one leaves open is filled from the others that stand.
func (b *Board) toldBy(list []told) Event {
	lead := list[0].reading.Events[list[0].idx]
	b.r.mu.RLock()
	defer b.r.mu.RUnlock()
	first := b.view.fact(list[0].fact)
	lead.Kind, lead.Status = b.r.dict.labels.text[first.class], b.r.dict.labels.text[first.sector]
	var who [][]string
	only := "" // a place of which reports only say that it could be there
	for i := range list {
		t := &list[i]
		if !t.stands() && list[0].stands() {
			continue // what was taken back tells nothing of what stands
		}
		e := &t.reading.Events[t.idx]
		who = append(who, b.takePart(t.fact))
		open := b.view.fact(t.fact).flags&flagOpen != 0
		switch {
		case lead.Place == "" && !open, i == 0 && !open:
			lead.Place = cmp.Or(lead.Place, e.Place)
		case i == 0:
			lead.Place, only = "", e.Place
		default:
			only = cmp.Or(only, e.Place)
		}
		if lead.When.Start == "" {
			lead.When = e.When
		}
	}
	for i := 0; i < len(list) && lead.When.Start == ""; i++ {
		if list[i].stands() || !list[0].stands() {
			lead.When = b.toldBeside(&list[i])
		}
	}
	lead.Place, lead.Participants = cmp.Or(lead.Place, only), widest(who)
	if lead.Kind == "talks" && slices.ContainsFunc(list, func(t told) bool { return t.reading.Events[t.idx].Kind == "call" }) {
		lead.Kind = "call" // who is told of as having had talks had them by telephone
	}
	return lead
}

// toldBeside is when an event was by what else a report says of it: its headline names no
// day, and its text does.
func (b *Board) toldBeside(t *told) When {
	f := b.view.fact(t.fact)
	v := b.view.ver(f.ver)
	for k := v.facts; k < v.facts+int32(v.nFacts); k++ {
		if g := b.view.fact(k); g.kind == KindEvent && g.group == f.group && int(g.idx) < len(t.reading.Events) && t.reading.Events[g.idx].When.Start != "" {
			return t.reading.Events[g.idx].When
		}
	}
	return t.reading.Events[t.idx].When
}

// widest is the longest of some lists of who takes part, the first of equals, without
// those whom fewer than half of the lists name that name anybody.
func widest(lists [][]string) []string {
	lists = slices.DeleteFunc(lists, func(who []string) bool { return len(who) == 0 })
	times := map[string]int{}
	for _, who := range lists {
		for _, name := range who {
			times[name]++
		}
	}
	best := []string{}
	for _, who := range lists {
		if who = slices.DeleteFunc(who, func(name string) bool { return 2*times[name] < len(lists) }); len(who) > len(best) {
			best = who
		}
	}
	return best
}
