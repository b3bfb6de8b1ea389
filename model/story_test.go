package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestStoriesAcrossFeeds(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Vell storms out of harbour talks", "The premier left the Brimwater hall after an hour.")
	b.add("10:05", "Demo Daily", "d2", "Osk opens a cheese fair", "The fair in Tarn has forty stalls.")
	b.add("10:20", "Demo Post", "p1", "Premier Vell walks out of harbour talks", "She left the hall at Brimwater an hour in.")
	b.add("11:20", "Demo Post", "p1", "Talks collapse", "She left.")
	board := b.live()
	stories := board.Stories()
	if len(stories) != 2 {
		t.Fatalf("want 2 stories, have %d", len(stories))
	}
	items := board.StoryItems(stories[1])
	if len(items) != 2 || len(board.StoryWhy(stories[1])) != 2 || board.StoryWhy(stories[1])[0] != "" {
		t.Fatalf("items %v, why %v", items, board.StoryWhy(stories[1]))
	}
	if why := board.StoryWhy(stories[1])[1]; why != "like Demo Daily: share Brimwater, harbour, Premier, hall, hour, left" {
		t.Errorf("the reasons are not in words as written: %s", why)
	}
	// The hand takes them apart and puts the fair with the rest, and undoes both.
	b.r.AddMark(Mark{ID: 1, At: at("11:30"), Verb: "split", On: items[1]})
	b.r.AddMark(Mark{ID: 2, At: at("11:31"), Verb: "join", On: stories[1], Value: stories[0].String()})
	b.r.AddMark(Mark{ID: 3, At: at("11:40"), Verb: "undo", Value: "1"})
	b.r.AddMark(Mark{ID: 4, At: at("11:41"), Verb: "undo", Value: "2"})
	for _, c := range []struct {
		at    string
		sizes []int
	}{{"11:29", []int{1, 2}}, {"11:30", []int{1, 1, 1}}, {"11:35", []int{2, 1}}, {"11:40", []int{3}}, {"11:45", []int{1, 2}}} {
		board := b.r.AsOf(at(c.at), BySeen)
		var sizes []int
		for _, s := range board.Stories() {
			sizes = append(sizes, len(board.StoryItems(s)))
		}
		if len(sizes) != len(c.sizes) {
			t.Errorf("%s: %v, want %v", c.at, sizes, c.sizes)
			continue
		}
		for i := range sizes {
			if sizes[i] != c.sizes[i] {
				t.Errorf("%s: %v, want %v", c.at, sizes, c.sizes)
			}
		}
	}
}

func TestClusterAnswersInTheOrderOfTheQuestion(t *testing.T) {
	got := cluster([]headline{
		{Title: "Osk opens a cheese fair in Tarn", Published: at("12:00")},
		{Title: "Brimwater ferry collision kills two", Published: at("10:00")},
		{Title: "Tarn cheese fair: Osk cuts the ribbon", Published: at("13:00")},
		{Title: "Two die as ferry collides at Brimwater", Published: at("10:30")},
	})
	if got[0] != got[2] || got[1] != got[3] || got[0] == got[1] {
		t.Errorf("stories %v", got)
	}
}

func TestStoryGoesOnForDays(t *testing.T) {
	report := func(title string, days float64) headline {
		return headline{Title: title, Published: day.Add(time.Duration(days * 24 * float64(time.Hour)))}
	}
	got := cluster([]headline{
		report("Brimwater ferry collision: captain Osk held", 0),
		report("Captain Osk released after Brimwater ferry collision", 5),
		report("Brimwater ferry collision: Osk goes to trial", 11),
		report("Brimwater ferry collision: Osk goes to trial", 22),
	})
	if want := []int{0, 0, 0, 1}; !slices.Equal(got, want) {
		t.Errorf("stories %v, want %v: a story goes on while reports come within days of one another", got, want)
	}
}

func TestStoriesLearnTheWordsOfAllReports(t *testing.T) {
	var list []headline
	for i := range 200 {
		of := func(kind string) string { return fmt.Sprintf("%s%d", kind, i/2) }
		for range 2 {
			list = append(list, headline{
				Title:     "Tarnport bulletin: " + of("vell") + " " + of("osk"),
				Text:      "The Tarnport harbour registry quayside bulletin on " + of("brim") + " and " + of("dosk") + ", dredging, pilotage, moorings, stevedores.",
				Published: day.Add(time.Duration(i) * 10 * time.Minute),
			})
		}
	}
	got := cluster(list)
	sizes := map[int]int{}
	for _, s := range got {
		sizes[s]++
	}
	for i := 200; i < len(got); i += 2 {
		if got[i] != got[i+1] || sizes[got[i]] > 4 {
			t.Fatalf("report %d: stories %d and %d, of %d reports", i, got[i], got[i+1], sizes[got[i]])
		}
	}
}

func TestInitialsAreAWord(t *testing.T) {
	got := foldWords("The F.B.I. and U.N.-backed envoy J.D. Osk, e.g. in D.C.; Plan B. Then no.5, v1.2.b at 3.5%")
	want := strings.Fields("the fbi and un backed envoy jd osk eg in dc plan b then no 5 v1.2 b at 3.5%")
	if !slices.Equal(got, want) {
		t.Errorf("words %q, want %q", got, want)
	}
}

func TestSamplesCountTheSampled(t *testing.T) {
	n, later := 0, 0
	for i := range int32(laterStep * (wholeSample + 5*sampleStep)) {
		if sampledOf(i) != n || sampledOf((i+laterStep-1)/laterStep) != later {
			t.Fatalf("of the first %d: %d sampled and %d of later ones, want %d and %d", i, sampledOf(i), sampledOf((i+laterStep-1)/laterStep), n, later)
		}
		if sampled(i) {
			n++
		}
		if sampledLater(i) {
			later++
		}
	}
}

func TestTheReasonsOfAStoryAreWordsAsWritten(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Osk’s levies on Tarn’s ferries double to 12.5%", "")
	b.add("10:20", "Demo Post", "p1", "Ferry levies double: Osk takes 12.5% of Tarn fares", "")
	board := b.live()
	why := board.StoryWhy(board.Stories()[0])
	if want := "like Demo Daily: share 12.5%, Ferry, levies, Tarn, double, Osk"; len(why) != 2 || why[1] != want {
		t.Errorf("%q, want %q", why, want)
	}
}

func TestAPlainWordSaysLessThanAName(t *testing.T) {
	for _, c := range []struct{ less, more string }{{"war", "double"}, {"double", "levies"}, {"Syrian", "Tarn"}, {"Cairo", "Brimwater"}} {
		less, more := weight(newsShare(stem(strings.ToLower(c.less)))), weight(newsShare(stem(strings.ToLower(c.more))))
		if less >= more {
			t.Errorf("%q weighs %.2f, %q %.2f: want less", c.less, less, c.more, more)
		}
	}
}
