package model

import (
	"net/url"
	"slices"
	"strings"
)

// Whose word a report is, by name.

// house is whose word a version passes on: the agency it credits, else the
// publisher of its feed.
func (b *Board) house(i int32) string {
	v := b.view.ver(i)
	if v.credit != 0 {
		credit := b.r.dict.labels.text[v.credit]
		if own, ok := b.r.sites[credit]; ok {
			return own // which this desk has a feed of, too
		}
		if o, ok := b.r.outlets[credit]; ok {
			return o.house
		}
		return credit
	}
	return b.r.houses[v.feed]
}

// publisherOf is the house of a feed, folded.
func publisherOf(f Feed) string {
	if f.Publisher != "" {
		return strings.Join(foldWords(f.Publisher), " ")
	}
	if u, err := url.Parse(f.URL); err == nil && u.Host != "" {
		host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
		return strings.TrimPrefix(host, "feeds.")
	}
	return strings.Join(foldWords(f.Name), " ")
}

// firstOfEach names one feed for each independent source that stands: that of its
// earliest report, so that as many are named as are counted.
func (b *Board) firstOfEach(reports []report) []string {
	var names []string
	var asked []int
	for i := range reports {
		if p := &reports[i]; p.stands() && !p.aside && !slices.Contains(asked, p.source) {
			asked = append(asked, p.source)
			names = append(names, b.sourceName(p))
		}
	}
	return names
}

// loneSource is why a fact is as sure as it is that one report alone tells. It is shared:
// there is no room to append to it.
func (b *Board) loneSource(p *report) []string {
	if b.view.ver(b.view.fact(p.fact).ver).credit != 0 {
		return []string{"one source: " + b.sourceName(p)}
	}
	return b.r.alone[b.feedNo(p)]
}

// orphaned says whether all reports that stand only pass on what a house took back: they copy its
// text, or name it for what it reported. They have nothing more to go by.
func (b *Board) orphaned(reports []report) bool {
	credited := func(p *report) bool { return b.view.ver(b.view.fact(p.fact).ver).credit != 0 }
	house := func(p *report) string { return b.house(b.view.fact(p.fact).ver) }
	for i := range reports {
		p := &reports[i]
		switch {
		case !p.stands() || p.copyOf >= 0 && reports[p.copyOf].struck != opNone:
		case !credited(p) || !slices.ContainsFunc(reports, func(q report) bool {
			return q.struck.kills() && !credited(&q) && house(&q) == house(p)
		}):
			return false
		}
	}
	return true
}

// agreeing is the most sources that bear out one of some reports, its own among them, as they stand
// and do not contradict it: who tells another figure, or that it is not so, bears nothing out. Of an
// event all do, wherever and whenever they say that it was.
func (b *Board) agreeing(reports []report) (most int) {
	otherwise := map[[2]int64]bool{} // by item
	for n := range newestFirst(posted(&b.view, clashesIn, uint32(b.view.fact(reports[0].fact).group), b.view.top.clashes)) {
		c := b.view.clash(n)
		if x, y := b.itemOf(c.a), b.itemOf(c.b); !c.ofSides && !c.kind.ofRows() && b.clashOut(&c) && b.view.fact(c.a).kind != KindEvent {
			otherwise[[2]int64{x, y}], otherwise[[2]int64{y, x}] = true, true
		}
	}
	for i := range reports {
		if !reports[i].stands() {
			continue
		}
		sources, mine := map[int]bool{}, b.itemOf(reports[i].fact)
		for j := range reports {
			if theirs := b.itemOf(reports[j].fact); reports[j].stands() && !reports[j].aside && !otherwise[[2]int64{mine, theirs}] {
				sources[reports[j].source] = true
			}
		}
		most = max(most, len(sources))
	}
	return most
}

// sourceName is the feed of a report, with the house from which the feed has it.
func (b *Board) sourceName(p *report) string {
	if credit := b.view.ver(b.view.fact(p.fact).ver).credit; credit != 0 {
		house := b.r.dict.labels.text[credit]
		if o, ok := b.r.outlets[house]; ok {
			house = o.name
		}
		return b.feedName(p) + " from " + house
	}
	return b.feedName(p)
}

// firstStanding is the earliest report that stands, of some of which one does.
func (b *Board) firstStanding(reports []report) *report {
	return &reports[slices.IndexFunc(reports, func(p report) bool { return p.stands() && !p.aside })]
}

func (b *Board) feedNo(p *report) int32 { return b.view.ver(b.view.fact(p.fact).ver).feed }

func (b *Board) feedName(p *report) string { return b.r.feeds[b.feedNo(p)].Name }

// houses names the feeds of reports, the standing ones unless there are none.
func (b *Board) houses(reports []report) []string {
	var names []string
	for pass := range 2 {
		for i := range reports {
			name := b.feedName(&reports[i])
			if (pass == 1 || reports[i].stands()) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			break
		}
	}
	return names
}

// ownOffice returns the name of the feed when a report stands in the channel of
// the side that speaks, sends or takes part; else nothing.
func (b *Board) ownOffice(i int32) string {
	f := b.view.fact(i)
	feed := b.r.feeds[b.view.ver(f.ver).feed]
	if feed.Kind != Official || feed.Side == "" {
		return ""
	}
	actors := []int32{f.actor}
	if f.kind == KindEvent {
		actors = b.view.others(i)
	}
	for _, a := range actors {
		if a < 0 {
			continue
		}
		if actor, ok := b.r.c.Directory.Find(b.r.dict.actors.text[a]); ok && actor.Side == feed.Side {
			return feed.Name
		}
	}
	return ""
}
