package model

import (
	"bytes"
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestACheckpointGoesOnWhereItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := randomLog(t)
		cut := rapid.IntRange(0, len(log)).Draw(t, "cut")
		texts := NewMemoryTexts()
		first := NewRecord(demoCase(), texts)
		for _, e := range log[:cut] {
			first.Add(e.v, e.rd)
		}
		second := NewRecord(demoCase(), texts)
		if err := second.Decode(first.Encode()); err != nil {
			t.Fatal(err)
		}
		for _, e := range log[cut:] {
			second.Add(e.v, e.rd)
		}
		for _, e := range log {
			texts.Put(e.v, e.rd)
		}
		moment := at("08:00").Add(time.Duration(rapid.IntRange(0, 2200).Draw(t, "moment")) * time.Second)
		for _, clock := range []Clock{BySeen, ByPublished} {
			have, want := dump(t, second.AsOf(moment, clock)), dump(t, recordOf(log).AsOf(moment, clock))
			if have != want {
				t.Fatalf("a record from a checkpoint differs\n%s", firstDifference(have, want))
			}
		}
	})
}

func TestACheckpointStandsWhileTheHousesOfItsFeedsDo(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Vell lands", "", event("arrival", Done, "vell"), says("vell", "good to be here", "assertion"))
	b.add("10:05", "Demo Wire", "w1", "Vell lands", "", says("vell", "good to be here", "assertion"))
	b.add("10:07", "Demo Post", "p1", "Osk waits", "", says("osk", "we have time", "assertion"))
	blob := b.r.Encode()

	other := demoCase()
	slices.Reverse(other.Feeds)
	other.Feeds = slices.Insert(other.Feeds, 1, Feed{Name: "Demo New", URL: "https://new.example/rss"})
	for i := range other.Feeds {
		other.Feeds[i].Every, other.Feeds[i].FullText = 7*time.Minute, true
	}
	r := NewRecord(other, b.texts)
	if err := r.Decode(blob); err != nil {
		t.Fatalf("other intervals, another order and one feed more: %v", err)
	}
	want, have := b.r.AsOf(time.Time{}, BySeen), r.AsOf(time.Time{}, BySeen)
	for _, ref := range want.Items(Filter{}) {
		w, _ := want.Item(ref)
		h, ok := have.Item(ref)
		if !ok || w.Feed.Name != h.Feed.Name || h.Feed.Every != 7*time.Minute {
			t.Errorf("item %v is of feed %q, asked every %v; want %q, every 7m", ref, h.Feed.Name, h.Feed.Every, w.Feed.Name)
		}
	}

	other.Feeds[0].Publisher = "Another house"
	if err := NewRecord(other, b.texts).Decode(blob); err == nil {
		t.Error("a feed of another house takes the checkpoint")
	}
}

func TestADamagedCheckpointSaysSo(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Vell lands", "", event("arrival", Done, "vell"), says("vell", "good to be here", "assertion"))
	b.add("10:05", "Demo Post", "p1", "Osk waits", "", says("osk", "we have time", "assertion"))
	whole := b.r.Encode()
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 0x41
		if err := NewRecord(demoCase(), b.texts).Decode(bad); err == nil || errors.Is(err, ErrOtherCase) {
			t.Fatalf("byte %d is wrong and nobody minds", i)
		}
		if err := NewRecord(demoCase(), b.texts).Decode(whole[:i]); err == nil {
			t.Fatalf("cut at %d and nobody minds", i)
		}
	}
	other := demoCase()
	other.Summit.Agenda = other.Summit.Agenda[1:]
	if err := NewRecord(other, b.texts).Decode(whole); !errors.Is(err, ErrOtherCase) {
		t.Errorf("another agenda: %v", err)
	}
}

// A record of several parts, each time it is opened again, is the one that was never
// closed: to the byte of what it would keep itself.
func TestACheckpointOfManyPartsIsTheSameAgain(t *testing.T) {
	log := makeLog(4*partVers + 100)
	whole, texts := NewRecord(demoCase(), NewMemoryTexts()), NewMemoryTexts()
	reopened := NewRecord(demoCase(), texts)
	for i, e := range log {
		texts.Put(e.v, e.rd)
		whole.Add(e.v, e.rd)
		reopened.Add(e.v, e.rd)
		if i%(partVers/3) != 7 {
			continue
		}
		blob := reopened.Encode()
		if !bytes.Equal(blob, whole.Encode()) {
			t.Fatalf("after %d versions the record that was opened again keeps something else", i)
		}
		reopened = NewRecord(demoCase(), texts)
		if err := reopened.Decode(blob); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(blob, reopened.Encode()) {
			t.Fatalf("after %d versions a record that was just opened keeps something else", i)
		}
	}
	grown := recordOf(log)
	for _, moment := range []time.Time{log[len(log)/3].v.Seen, log[len(log)-50].v.Seen.Add(time.Second), {}} {
		for _, clock := range []Clock{BySeen, ByPublished} {
			have, want := dump(t, reopened.AsOf(moment, clock)), dump(t, grown.AsOf(moment, clock))
			if have != want {
				t.Fatalf("a record that was opened again differs\n%s", firstDifference(have, want))
			}
		}
	}
}
