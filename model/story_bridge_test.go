package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// bridgeBench has two reports of one thing in words of their own, and a third that
// has the words of both.
func bridgeBench() (*bench, [3]Ref) {
	b := newBench()
	items := [3]Ref{}
	for i, x := range []struct{ at, feed, title, text string }{
		{"10:00", "Demo Daily", "Brimwater ferry rams quay", "The ferry struck a stone wharf while docking at dusk."},
		{"10:10", "Demo Post", "Captain Osk breathalysed twice, officers allege", "Osk had drunk gin before his shift, officers allege."},
		{"10:20", "Demo Wire", "Brimwater ferry captain Osk breathalysed after ramming quay", "Officers allege Osk had drunk gin before the ferry struck the stone wharf."},
	} {
		v := b.add(x.at, x.feed, fmt.Sprint("x", i), x.title, x.text)
		items[i] = Ref{KindItem, int64(v.Item)}
	}
	return b, items
}

// storySizes are the sizes of the stories of a board, those that began last first.
func storySizes(b *Board) (sizes []int) {
	for _, ref := range b.Stories() {
		sizes = append(sizes, len(b.StoryItems(ref)))
	}
	return sizes
}

func TestAReportThatIsLikeTwoStoriesMakesThemOne(t *testing.T) {
	b, items := bridgeBench()
	for _, c := range []struct {
		at    time.Time
		clock Clock
		sizes []int
	}{
		{at("10:19"), BySeen, []int{1, 1}}, {at("10:20"), BySeen, []int{3}},
		{at("10:16"), ByPublished, []int{1, 1}}, {at("10:17"), ByPublished, []int{3}},
	} {
		board := b.r.AsOf(c.at, c.clock)
		if sizes := storySizes(board); !slices.Equal(sizes, c.sizes) {
			t.Errorf("%s by clock %d: stories of %v, want %v", c.at.Format("15:04"), c.clock, sizes, c.sizes)
		}
		if n := board.Counts().Stories; c.clock == BySeen && n != len(c.sizes) {
			t.Errorf("%s: %d stories are counted, want %d", c.at.Format("15:04"), n, len(c.sizes))
		}
	}
	board := b.live()
	story := Ref{KindStory, items[0].N}
	for _, item := range items {
		if row, _ := board.Item(item); row.Story != story || board.StoryOf(item) != story {
			t.Errorf("item %v is in %v and %v, want %v", item, row.Story, board.StoryOf(item), story)
		}
	}
	for _, ref := range items {
		if list := board.StoryItems(Ref{KindStory, ref.N}); !slices.Equal(list, items[:]) {
			t.Errorf("the story by item %d is %v, want %v", ref.N, list, items)
		}
	}
	why := board.StoryWhy(story)
	if want := "one story since “Brimwater ferry captain Osk breathalysed after ramming quay” (Demo Wire): share "; !strings.HasPrefix(why[1], want) || !strings.Contains(why[1], "allege") || strings.Contains(why[2], "one story") {
		t.Errorf("why %q, want the second to begin %q", why, want)
	}
}

func TestWhatManyReportsKeptApartNoneMakesOne(t *testing.T) {
	for _, c := range []struct{ reports, stories int }{{bridgeSize, 1}, {bridgeSize + 1, 2}} {
		b := newBench()
		add := func(n int, feed, title, text string) {
			b.add(fmt.Sprintf("10:%02d", n), feed, fmt.Sprint("y", n), title, text)
		}
		for n := range c.reports {
			if n < bridgeSize {
				add(2*n, "Demo Daily", "Brimwater ferry rams quay", "The ferry struck a stone wharf while docking at dusk.")
			}
			add(2*n+1, "Demo Post", "Captain Osk breathalysed twice, officers allege", "Osk had drunk gin before his shift, officers allege.")
		}
		if c.stories > 1 {
			add(28, "Demo Daily", "Brimwater ferry rams quay", "The ferry struck a stone wharf while docking at dusk.")
		}
		add(30, "Demo Wire", "Brimwater ferry captain Osk breathalysed after ramming quay", "Officers allege Osk had drunk gin before the ferry struck the stone wharf.")
		if sizes := storySizes(b.live()); len(sizes) != c.stories {
			t.Errorf("of %d reports each: stories of %v, want %d", c.reports, sizes, c.stories)
		}
	}
}

// A story that was made one of two goes on in a third, whichever of the two the report
// between is like, and each part names the report that took it in.
func TestAStoryOfTwoPartsGoesOnInAnother(t *testing.T) {
	b, items := bridgeBench()
	for n := range 6 {
		b.add(fmt.Sprintf("10:3%d", n), "Demo Daily", fmt.Sprint("z", n), "Harbour board pays widow's claim over pilot's licence", "The harbour board paid the widow's claim: the pilot's licence had lapsed in spring.")
	}
	b.add("10:50", "Demo Post", "w", "Harbour board: captain Osk breathalysed, pilot's licence lapsed as ferry rams quay at Brimwater", "The pilot's licence had lapsed in spring, the harbour board says; officers allege Osk had drunk gin before the ferry struck the stone wharf.")
	board := b.live()
	if sizes := storySizes(board); !slices.Equal(sizes, []int{10}) {
		t.Fatalf("stories of %v, want one of ten", sizes)
	}
	why := board.StoryWhy(Ref{KindStory, items[0].N})
	for k, by := range map[int]string{1: "“Brimwater ferry captain Osk", 3: "“Harbour board: captain Osk"} {
		if want := "one story since " + by; !strings.HasPrefix(why[k], want) {
			t.Errorf("item %d: %q, want it to begin %q", k, why[k], want)
		}
	}
	if early := b.r.AsOf(at("10:45"), BySeen); !slices.Equal(storySizes(early), []int{6, 3}) {
		t.Errorf("before the report between: stories of %v, want 6 and 3", storySizes(early))
	}
	b.r.AddMark(Mark{ID: 1, At: at("11:00"), Verb: "split", On: items[2]})
	if sizes := storySizes(b.live()); !slices.Contains(sizes, 1) || len(sizes) != 3 {
		t.Errorf("the first report between split off: stories of %v, want three", sizes)
	}
}

func TestAHandParts(t *testing.T) {
	for name, c := range map[string]struct {
		split int
		want  []int
	}{"the report between": {2, []int{1, 1, 1}}, "the later beginning": {1, []int{1, 2}}} {
		b, items := bridgeBench()
		b.r.AddMark(Mark{ID: 1, At: at("11:00"), Verb: "split", On: items[c.split]})
		apart := b.r.AsOf(at("11:00"), BySeen)
		if sizes := storySizes(apart); !slices.Equal(sizes, c.want) || apart.Counts().Stories != 2 {
			t.Errorf("%s split off: stories of %v, %d counted", name, sizes, apart.Counts().Stories)
		}
		if apart.StoryOf(items[0]) == apart.StoryOf(items[1]) {
			t.Errorf("%s split off: the two beginnings are one story still", name)
		}
		b.r.AddMark(Mark{ID: 2, At: at("11:10"), Verb: "undo", On: items[c.split], Value: "1"})
		if sizes := storySizes(b.live()); !slices.Equal(sizes, []int{3}) {
			t.Errorf("%s put back: stories of %v, want one of 3", name, sizes)
		}
	}
}

func TestALicenceCountsForAllOfItsStory(t *testing.T) {
	b, _ := bridgeBench()
	first, second := b.log[0], b.log[1]
	lifted, licensed := signal("north", "lifted", "tariff", "south"), signal("north", "licensed", "tariff", "south")
	lifted.In, licensed.In = InTitle, InTitle
	first.rd.Signals, second.rd.Signals = []Signal{lifted}, []Signal{licensed}
	r := recordOf([]entry{first, second, b.log[2]})
	for _, c := range []struct{ at, relief string }{{"10:19", "lifted"}, {"10:20", "licensed"}} {
		board := r.AsOf(at(c.at), BySeen)
		l := board.Ladders(Filter{})[0]
		if got := board.Standing(&l).Relief; got != c.relief {
			t.Errorf("%s: the relief stands at %q, want %q", c.at, got, c.relief)
		}
	}
}

func TestNoReportMakesOneWhatAHandHasParted(t *testing.T) {
	b, items := bridgeBench()
	b.r.AddMark(Mark{ID: 1, At: at("10:15"), Verb: "split", On: items[1]})
	board := b.live()
	if board.StoryOf(items[0]) == board.StoryOf(items[1]) {
		t.Error("a later report made one what a hand had parted")
	}
}

func TestAMuteHoldsForWhatTheStoryWasThen(t *testing.T) {
	for _, c := range []struct {
		at    string
		muted [3]bool
	}{{"10:12", [3]bool{true, false, false}}, {"10:30", [3]bool{true, true, true}}} {
		b, items := bridgeBench()
		b.r.AddMark(Mark{ID: 1, At: at(c.at), Verb: "mute", On: Ref{KindStory, items[0].N}})
		for i, item := range items[:2] {
			if row, _ := b.live().Item(item); row.Muted != c.muted[i] {
				t.Errorf("story muted at %s: item %d muted %v, want %v", c.at, i, row.Muted, c.muted[i])
			}
		}
	}
}
