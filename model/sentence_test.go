package model

import (
	"strings"
	"testing"
)

func TestASentenceGoesOnBehindAnAbbreviation(t *testing.T) {
	for _, c := range []struct{ text, around, want string }{
		{"Flood wall to be raised, Sen. Orla Vesk says", "wall", "Flood wall to be raised, Sen. Orla Vesk says"},
		{"Old news. Bridge shut as Gov. Vesk warns of ice. More rain is due.", "ice", "Bridge shut as Gov. Vesk warns of ice."},
		{"The envoys meet in Quarn on Aug. 15. Rooms are booked.", "envoys", "The envoys meet in Quarn on Aug. 15."},
		{"The envoys met in Aug. They part in May.", "envoys", "The envoys met in Aug."},
		{"Quarn is No. 2 in grain, Lt. Gen. Osk said. Nobody else is.", "grain", "Quarn is No. 2 in grain, Lt. Gen. Osk said."},
		{"Will it pass? He said no. Nobody asked again.", "said", "He said no."},
		{"“Mrs. Osk is in Tev.” She is not.", "Osk", "“Mrs. Osk is in Tev.”"},
	} {
		before, _, _ := strings.Cut(c.text, c.around)
		lo := len([]rune(before))
		if got, _ := sentenceAround(c.text, []Span{{lo, lo + len(c.around)}}); got != c.want {
			t.Errorf("around %q of %q: %q, want %q", c.around, c.text, got, c.want)
		}
	}
}

func TestMarksLieWithinTheSentence(t *testing.T) {
	for _, c := range []struct {
		text  string
		spans []Span
		want  string
	}{
		{"Ice holds. The gate stays shut. \n", []Span{{15, 33}}, "gate stays shut."},
		{"Ice holds. ", []Span{{4, 11}, {10, 11}, {3, 40}}, "holds."},
		{"Ice holds.", []Span{{4, 9}}, "holds"},
	} {
		sentence, marks := sentenceAround(c.text, c.spans)
		e := Evidence{Sentence: sentence, Marks: marks}
		if got := e.marked(); got != c.want {
			t.Errorf("%q marked in %q, want %q", got, sentence, c.want)
		}
	}
}
