package store

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/model"
)

func TestAppendSubstance(t *testing.T) {
	base := sighting("a", `Borun: "no deal" - yet`, 0)
	base.Content = "A long text."
	for _, c := range []struct {
		name   string
		change func(*model.Sighting)
		want   bool
	}{
		{"nothing", func(*model.Sighting) {}, false},
		{"a bumped date", func(s *model.Sighting) { s.Published = s.Published.Add(time.Hour); s.Updated = s.Seen }, false},
		{"white space", func(s *model.Sighting) { s.Summary = " The envoy  of Aldra\nleft the hall. " }, false},
		{"quotation marks and dashes", func(s *model.Sighting) { s.Title = "Borun: “no deal” – yet" }, false},
		{"authors and flags", func(s *model.Sighting) {
			s.Authors = []string{"Demo Desk"}
			s.Flags = []model.Flag{model.FlagTruncated}
		}, false},
		{"tracking in the link", func(s *model.Sighting) { s.Link += "?utm_source=rss" }, false},
		{"a word of the title", func(s *model.Sighting) { s.Title = `Borun: "a deal" - yet` }, true},
		{"a capital", func(s *model.Sighting) { s.Title = `Borun: "No deal" - yet` }, true},
		{"the summary", func(s *model.Sighting) { s.Summary = "The envoy of Aldra has left the hall." }, true},
		{"the content", func(s *model.Sighting) { s.Content = "Another long text." }, true},
		{"the operation", func(s *model.Sighting) { s.Op = model.OpCorrected }, true},
		{"what the operation names", func(s *model.Sighting) { s.OpTitle = "Borun arrives" }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			mustAppend(t, s, base)
			next := base
			next.Seen = base.Seen.Add(time.Hour)
			c.change(&next)
			added := mustAppend(t, s, next)
			if got := len(added) == 1; got != c.want {
				t.Errorf("a version was made: %v, want %v", got, c.want)
			}
			if c.want && (added[0].Item != 1 || added[0].N != 2) {
				t.Errorf("it is version %d of item %d", added[0].N, added[0].Item)
			}
		})
	}
}

func TestAppendGivesBackWhatIsStored(t *testing.T) {
	s := open(t)
	in := sighting("a", "Borun \x00speaks", 0)
	in.Published = in.Published.Add(123456789 * time.Nanosecond).In(time.FixedZone("", 3600))
	in.Content = strings.Repeat("A long text of the hall. ", 100)
	in.Authors, in.Flags = []string{"A. Demo"}, []model.Flag{model.FlagDateGuessed}
	in.DateFrom, in.OpTitle, in.Outlet = model.DateUpdated, "Borun silent", "courier.example"
	bare := model.Sighting{Feed: "Demo Daily", Identity: "fingerprint", Title: "No guid, no link, no date", Seen: start, DateFrom: model.DateFirstSeen}
	linked := model.Sighting{Feed: "Demo Daily", Identity: "daily.demo.example/1", Link: "https://daily.demo.example/1#top", Title: "No guid", Seen: start}
	added := mustAppend(t, s, in, bare, linked)
	for _, want := range added {
		s.cache.reset()
		got, err := s.Version(refOf(&want))
		if err != nil {
			t.Fatal(err)
		}
		if !sameVersion(&got, &want) {
			t.Errorf("stored\n%+v\nAppend gave\n%+v", got, want)
		}
	}
	if added[0].Title != "Borun speaks" || added[0].Published.Nanosecond()%int(time.Millisecond) != 0 {
		t.Errorf("not as stored: %+v", added[0])
	}
}

func sameVersion(a, b *model.Version) bool {
	x, y := *a, *b
	if !slices.Equal(x.Authors, y.Authors) || !slices.Equal(x.Flags, y.Flags) ||
		!x.Seen.Equal(y.Seen) || !x.Published.Equal(y.Published) || !x.Updated.Equal(y.Updated) {
		return false
	}
	return x.Item == y.Item && x.N == y.N && x.Feed == y.Feed && x.Identity == y.Identity && x.GUID == y.GUID && x.Link == y.Link &&
		x.Title == y.Title && x.Summary == y.Summary && x.Content == y.Content && x.DateFrom == y.DateFrom && x.Op == y.Op && x.OpTitle == y.OpTitle && x.Outlet == y.Outlet
}

func TestAppendByLink(t *testing.T) {
	with := func(identity, link string) model.Sighting {
		s := sighting(identity, "Borun speaks", 0)
		s.Link = link
		return s
	}
	const page = "https://wire.demo.example/a"
	for _, c := range []struct {
		name  string
		first []model.Sighting
		then  model.Sighting
		same  bool
	}{
		{"a second guid for one page", []model.Sighting{with("a", page)}, with("b", "http://www.wire.demo.example/a/?utm_medium=x#y"), true},
		{"another page", []model.Sighting{with("a", page)}, with("b", page+"b"), false},
		{"another article of one script", []model.Sighting{with("a", page+"?id=1")}, with("b", page+"?id=2"), false},
		{"the front page", []model.Sighting{with("a", "https://wire.demo.example/")}, with("b", "https://wire.demo.example/"), false},
		{"a page of several items", []model.Sighting{with("a", page), with("b", page)}, with("c", page), false},
		{"no link", []model.Sighting{with("a", "")}, with("b", ""), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			if added := mustAppend(t, s, c.first...); len(added) != len(c.first) {
				t.Fatalf("%d of %d are items of their own", len(added), len(c.first))
			}
			if same := len(mustAppend(t, s, c.then)) == 0; same != c.same {
				t.Fatalf("recognised: %v, want %v", same, c.same)
			}
			then := c.then
			then.Title += " again"
			then.Link = "" // by then it is known by its own identity
			if added := mustAppend(t, s, then); len(added) != 1 || (added[0].Item == 1) != c.same {
				t.Errorf("later: %+v", added)
			}
		})
	}
	t.Run("another feed", func(t *testing.T) {
		s := open(t)
		mustAppend(t, s, with("a", page))
		other := with("a", page)
		other.Feed = "Demo Daily"
		if added := mustAppend(t, s, other); len(added) != 1 || added[0].Item != 2 {
			t.Errorf("%+v", added)
		}
	})
}

func TestAppendTwiceInOneFetch(t *testing.T) {
	s := open(t)
	second := sighting("a", "Borun leaves", time.Second)
	second.Link = ""
	added := mustAppend(t, s, sighting("a", "Borun speaks", 0), second, sighting("a", "Borun leaves", 2*time.Second))
	if len(added) != 2 || added[0].N != 1 || added[1].N != 2 || added[1].Item != 1 {
		t.Errorf("two wordings under one guid are two versions: %+v", added)
	}
}

// A NUL is taken out of an identity as out of any text, and the item is found again.
func TestAppendTwiceWithNUL(t *testing.T) {
	s := open(t)
	in := sighting("a\x00b", "Borun speaks", 0)
	in.Link = ""
	mustAppend(t, s, in)
	if added := mustAppend(t, s, in); len(added) > 0 {
		t.Errorf("it was taken for version %d of item %d", added[0].N, added[0].Item)
	}
}

func TestAppendKeepsFetchedArticle(t *testing.T) {
	s := open(t)
	feedOnly := sighting("a", "Borun speaks", 0)
	full := feedOnly
	full.Content, full.Flags = "The whole article.", []model.Flag{model.FlagFullText}
	mustAppend(t, s, feedOnly)
	if added := mustAppend(t, s, full); len(added) != 1 {
		t.Fatal("the article is a version")
	}
	if added := mustAppend(t, s, feedOnly); len(added) != 0 {
		t.Errorf("the feed without the article is no change: %+v", added)
	}
	edited := feedOnly
	edited.Title = "Borun shouts"
	added := mustAppend(t, s, edited)
	if len(added) != 1 || added[0].Content != full.Content || !slices.Contains(added[0].Flags, model.FlagFullText) {
		t.Errorf("an edit of the headline takes nothing from the article: %+v", added)
	}
}

func TestAppendStaleCopy(t *testing.T) {
	s := open(t)
	at := func(title string, updated, seen time.Duration) model.Sighting {
		v := sighting("a", title, seen)
		v.Updated = start.Add(updated)
		return v
	}
	mustAppend(t, s, at("Borun speaks", 0, time.Minute))
	mustAppend(t, s, at("Borun shouts", time.Hour, 61*time.Minute))
	if added := mustAppend(t, s, at("Borun speaks", 0, 62*time.Minute)); len(added) != 0 {
		t.Errorf("a copy from a cache is no edit: %+v", added)
	}
	if added := mustAppend(t, s, at("Borun speaks", 2*time.Hour, 121*time.Minute)); len(added) != 1 {
		t.Error("taken back for good: that is an edit")
	}
}

func TestOutTime(t *testing.T) {
	first := func(published, seen time.Duration) time.Time {
		return outFirst(&model.Sighting{Published: start.Add(published), Seen: start.Add(seen)})
	}
	if got := first(-time.Hour, 0); !got.Equal(start.Add(-time.Hour)) {
		t.Errorf("as published: %s", got)
	}
	if got := first(time.Hour, 0); !got.Equal(start) {
		t.Errorf("never after it was seen: %s", got)
	}
	later := func(updated time.Duration) time.Time {
		return outAfter(&model.Sighting{Published: start, Updated: start.Add(updated), Seen: start.Add(time.Hour)}, start.Add(time.Minute), start)
	}
	if got := later(30 * time.Minute); !got.Equal(start.Add(30 * time.Minute)) {
		t.Errorf("as updated: %s", got)
	}
	if got := later(time.Second); !got.Equal(start.Add(time.Hour)) {
		t.Errorf("the older wording was met after that, so it was out when seen: %s", got)
	}
}

func TestAppendEndsWithContext(t *testing.T) {
	s := open(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Append(ctx, []model.Sighting{sighting("a", "Borun speaks", 0)}); err == nil {
		t.Error("no error")
	}
	if c, err := s.Counts(context.Background()); err != nil || c.Versions != 0 {
		t.Errorf("%+v %v", c, err)
	}
}

// One goroutine appends while another saves readings: neither waits for what the
// other holds.
func TestWritersFollowEachOther(t *testing.T) {
	for range 5 {
		s := open(t)
		var writers sync.WaitGroup
		for w := range 4 {
			writers.Go(func() {
				m := newMaker()
				for k := range 4 {
					m.fill(t, s, 1000*w+20*k, 20, 20)
				}
			})
		}
		writers.Wait()
		if c, err := s.Counts(context.Background()); err != nil || c.Readings != 4*4*20 {
			t.Fatalf("the record holds %+v, %v", c, err)
		}
	}
}
