package model

import "testing"

func TestAStateIsNotNamedBesideItsHead(t *testing.T) {
	c := demoCase()
	c.Directory = NewDirectory([]Actor{
		{ID: "vell", Name: "Ana Vell", Kind: Person, Side: "north", State: "north"},
		{ID: "north", Name: "Northland", Kind: State, Side: "north"},
		{ID: "south", Name: "Southland", Kind: State, Side: "south"},
	})
	for want, who := range map[string][]string{
		"Vell, Southland: call":      {"vell", "north", "south"},
		"Northland, Southland: call": {"north", "south"},
	} {
		b := newBench()
		b.r = NewRecord(c, b.texts)
		b.add("09:00", "Demo Wire", "1", "They spoke", "", event("call", Done, who...))
		if got := titles(b); len(got) != 1 || got[0] != want {
			t.Errorf("%v: %q, want %q", who, got, want)
		}
	}
}

func TestOneReportOfThreeAddsNobody(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Wire", "1", "Vell interrupts talks with Coastland to call Osk", "", event("call", Done, "vell", "coast", "osk"))
	b.add("09:05", "Demo Post", "1", "Vell calls Osk", "", event("call", Done, "vell", "osk"))
	b.add("09:10", "Demo Daily", "1", "Vell and Osk speak by phone", "", event("call", Done, "vell", "osk"))
	if got := titles(b); len(got) != 1 || got[0] != "Vell, Osk: call" {
		t.Errorf("%q", got)
	}
}

func TestWhoIsNotListedIsNamedAndNotNumbered(t *testing.T) {
	b := newBench()
	b.add("09:00", "Demo Wire", "1", "Vell calls Mara Quist", "", event("call", Done, "vell", "mara-quist"))
	b.add("09:10", "Demo Wire", "2", "Northland imposes a grain tariff on the salt traders", "", signal("north", "imposed", "tariff", "salt-traders"))
	if got := titles(b); len(got) != 1 || got[0] != "Vell, Mara Quist: call" {
		t.Errorf("%q", got)
	}
	if n := newNote(b.live(), BriefOptions{}); len(n.Ladder) != 1 || n.Ladder[0].Target != "Salt Traders" {
		t.Errorf("%+v", n.Ladder)
	}
}

func TestAFamilyNameHasItsParticles(t *testing.T) {
	for name, want := range map[string]string{"Ilse Maren": "Maren", "Ada von der Heide": "von der Heide", "Juan Ruiz Ortega": "Ortega", "Arland": "Arland"} {
		if got := shortName(&Actor{ID: "some-id", Name: name, Kind: Person}); got != want {
			t.Errorf("the family name of %s is %s", name, got)
		}
	}
}

func TestAParticleNamesNobody(t *testing.T) {
	b := newBench()
	c := demoCase()
	c.Directory = NewDirectory([]Actor{
		{ID: "heide", Name: "Ada von der Heide", Kind: Person}, {ID: "lohe", Name: "Jon von der Lohe", Kind: Person},
	})
	b.r = NewRecord(c, b.texts)
	if board := b.live(); board.namesOne([]string{"heide"}, "talks with von der Lohe") || !board.namesOne([]string{"heide"}, "the Heide talks") {
		t.Error("a particle was taken for a name, or a name for none")
	}
}
