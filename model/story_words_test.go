package model

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// A word is counted once for each story that has it, whichever report brought it, and
// little more for the reports that repeat it.
func TestAWordIsAsCommonAsTheStoriesThatHaveIt(t *testing.T) {
	b := newBench()
	const stories, reports = 8, 4
	for n := range reports {
		for s := range stories {
			title := fmt.Sprintf("Vell%d osk%d dosk%d", s, s, s)
			if n > 0 {
				title += " tollgate"
			}
			b.add(fmt.Sprintf("%02d:%02d", 10+n, 5*s), "Demo Daily", fmt.Sprint(n, "-", s), title, "")
		}
	}
	board := b.live()
	if n := len(board.Stories()); n != stories {
		t.Fatalf("%d stories, want %d", n, stories)
	}
	count := func(word string) int {
		no := slices.Index(b.r.dict.words.text, stem(word))
		return times(&board.view, sampleOf, uint32(no), board.view.top.vers)
	}
	later := stories * (reports - 1) / laterStep
	if n := count("tollgate"); n < stories || n > stories+later {
		t.Errorf("a word of all %d stories, in none of their first reports, counts %d times", stories, n)
	}
	if n := count("vell3"); n < 1 || n > 2 {
		t.Errorf("a word of the %d reports of one story counts %d times", reports, n)
	}
}

// Of reports with a text, the first of each story is counted, and few others.
func TestAWordOfLaterTextsIsCountedForFewOfThem(t *testing.T) {
	b := newBench()
	const stories, reports = 8, 4
	for n := range reports {
		for s := range stories {
			title, text := fmt.Sprintf("Vell%d osk%d dosk%d", s, s, s), ""
			for k := range fullText {
				text += fmt.Sprintf("brim%dof%d ", k, s)
			}
			if n > 0 {
				title += " tollgate"
			}
			b.add(fmt.Sprintf("%02d:%02d", 10+n, 5*s), "Demo Daily", fmt.Sprint(n, "-", s), title, text)
		}
	}
	board := b.live()
	if n := len(board.Stories()); n != stories {
		t.Fatalf("%d stories, want %d", n, stories)
	}
	no := slices.Index(b.r.dict.words.text, stem("tollgate"))
	later := (stories*(reports-1) + laterStep - 1) / laterStep
	if n := times(&board.view, sampleOf, uint32(no), board.view.top.vers); n < 1 || n > later {
		t.Errorf("a word of all later reports counts %d times, want at most %d", n, later)
	}
}

// What the built-in lists say of a word holds longer in texts than in titles alone.
func TestTextsLearnMoreSlowly(t *testing.T) {
	share := func(body int) float64 { return shareIn(rareShare, fullOf(body), 50, 100) }
	if share(0) != share(fullText/2) || share(fullText/2) <= share(3*fullText/4) || share(3*fullText/4) <= share(fullText) || share(fullText) != share(maxBodyWords) {
		t.Errorf("shares of a word in half of all reports: %.3f by a title, %.3f, %.3f and %.3f by longer and longer texts",
			share(0), share(fullText/2), share(3*fullText/4), share(fullText))
	}
}

// What a report is, and when a next one is due, makes no story; what it is about does.
func TestUpdatesStayWithTheirStories(t *testing.T) {
	for _, c := range []struct {
		titles []string
		want   []int
	}{
		{[]string{
			"Brimwater ferry rams quay, two hurt", "Osk opens a cheese fair in Tarn", "UPDATE 1-Brimwater ferry rams quay; captain held",
			"Update: captain of Brimwater ferry held after crash at quay", "UPDATE 2-Tarn cheese fair draws thousands",
		}, []int{0, 1, 0, 0, 1}},
		{[]string{
			"Harbour talks: Vell and Osk meet at Brimwater", "Harbour talks live: Vell walks out of Brimwater hall",
			"Live updates: Brimwater harbour talks between Vell and Osk", "Live updates: storm nears the Tarnish coast",
			"Storm live: Tarnish coast braces as winds rise - as it happened",
		}, []int{0, 0, 0, 1, 1}},
		{[]string{
			"Vell and Osk end harbour talks in Brimwater without a deal", "Cheese fair draws thousands of growers and cooks to Tarn",
			"Next round of harbour talks planned for Tuesday in Tarn", "Next round planned for Tuesday in Tarn",
		}, []int{0, 1, 0, 0}},
		{[]string{
			"Live updates: Vell trial enters third week", "Live updates: storm nears coast", "Live updates: dock strike spreads",
			"UPDATE 1-Copper slides", "UPDATE 1-Wheat jumps",
		}, []int{0, 1, 2, 3, 4}},
	} {
		list := make([]headline, len(c.titles))
		for i, title := range c.titles {
			list[i] = headline{Title: title, Published: day.Add(time.Duration(i) * 30 * time.Minute)}
		}
		if got := cluster(list); !slices.Equal(got, c.want) {
			t.Errorf("%q: stories %v, want %v", c.titles, got, c.want)
		}
	}
}

func TestOnePlainWordMakesNoStory(t *testing.T) {
	for _, c := range []struct {
		first, second string
		one           bool
	}{
		{"Why Tarn cannot jettison its relationship", "Can a relationship be saved?", false},
		{"Investors ignore the dock strike", "Who are the best investors?", false},
		{"Osk's harbour levies", "Levies, explained", true},
		{"Tarn in the rain", "Why Tarn?", true},
		{"The bond market stand-off", "Stand-off in the market", true},
	} {
		got := cluster([]headline{{Title: c.first, Published: at("10:00")}, {Title: c.second, Published: at("10:20")}})
		if one := got[0] == got[1]; one != c.one {
			t.Errorf("%q and %q: one story %v", c.first, c.second, one)
		}
	}
}
