package extract

import (
	"testing"

	"parley/model"
)

func TestBuiltinActors(t *testing.T) {
	actors, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	d := model.NewDirectory(actors)
	for _, id := range []string{"trump", "putin", "zelensky", "vance", "rubio", "witkoff", "hegseth", "bessent", "leavitt",
		"lavrov", "peskov", "ushakov", "belousov", "siluanov", "dmitriev", "yermak", "biden", "merz", "macron", "starmer",
		"meloni", "stubb", "tusk", "vonderleyen", "kallas", "rutte", "modi", "lukashenko", "xi", "usa", "russia", "ukraine",
		"eu", "nato", "uk", "germany", "france", "india", "china", "kremlin", "white-house", "us-treasury",
		"state-department", "icc", "un", "coalition-of-the-willing", "protesters", "ukrainians", "russians"} {
		if _, ok := d.Find(id); !ok {
			t.Errorf("no actor %q", id)
		}
	}
	for _, a := range actors {
		if a.Kind == model.Person && a.State != "" {
			if _, ok := d.Find(a.State); !ok {
				t.Errorf("%s stands for %q, which is not in the directory", a.ID, a.State)
			}
		}
	}
}

func TestKebab(t *testing.T) {
	for name, want := range map[string]string{
		"Robert Golob": "robert-golob", "Jean-Noël Barrot": "jean-noel-barrot", "David O’Sullivan": "david-osullivan",
		"Jonas Gahr Støre": "jonas-gahr-store", "  ": "", "S. Jaishankar": "s-jaishankar",
	} {
		if got := kebab(name); got != want {
			t.Errorf("kebab(%q) = %q, want %q", name, got, want)
		}
	}
}
