package model

import (
	"bytes"
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

func TestADamagedCheckpointSaysSo(t *testing.T) {
	b := newBench()
	b.add("10:00", "Demo Daily", "d1", "Vell lands", "", event("arrival", Done, "vell"), says("vell", "good to be here", "assertion"))
	b.add("10:05", "Demo Post", "p1", "Osk waits", "", says("osk", "we have time", "assertion"))
	whole := b.r.Encode()
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 0x41
		if err := NewRecord(demoCase(), b.texts).Decode(bad); err == nil {
			t.Fatalf("byte %d is wrong and nobody minds", i)
		}
		if err := NewRecord(demoCase(), b.texts).Decode(whole[:i]); err == nil {
			t.Fatalf("cut at %d and nobody minds", i)
		}
	}
	other := demoCase()
	other.Summit.Agenda = other.Summit.Agenda[1:]
	if err := NewRecord(other, b.texts).Decode(whole); err == nil {
		t.Error("another agenda takes the checkpoint")
	}
}
