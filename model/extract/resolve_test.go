package extract

import (
	"testing"

	"parley/model"
)

func TestParties(t *testing.T) {
	r := testReader(t)
	for phrase, want := range map[string]string{
		"Trump":                                  "trump",
		"President Trump":                        "trump",
		"US President Donald Trump":              "trump",
		"the Ukrainian president":                "zelensky",
		"Ukraine's president":                    "zelensky",
		"Volodymyr Zelenskiy":                    "zelensky",
		"the Kremlin leader":                     "putin",
		"the Kremlin":                            "kremlin",
		"Kremlin spokesman Dmitry Peskov":        "peskov",
		"the German chancellor":                  "merz",
		"Germany's Friedrich Merz":               "merz",
		"NATO Secretary General Rutte":           "rutte",
		"the EU's top diplomat":                  "kallas",
		"EU leaders":                             "european-leaders",
		"Moscow":                                 "russia",
		"the Indian government":                  "india",
		"Russian officials":                      "unnamed",
		"critics of the plan":                    "unnamed",
		"a senior White House official":          "unnamed",
		"Slovenian Prime Minister Golob":         "golob",
		"Prime Minister Ada Quell":               "ada-quell",
		"Sen. Mira Sand, D-Alaska":               "mira-sand",
		"Ada van der Quell":                      "ada-van-der-quell",
		"former president Biden":                 "biden",
		"former Russian President Reyl":          "reyl",
		"Japan Prime Minister Ada Quell":         "ada-quell",
		"Ursula von der Leyen":                   "vonderleyen",
		"Jean-Noël Barrot":                       "barrot",
		"Rutte, NATO's secretary general":        "rutte",
		"Tomas Reyl, the harbour chief":          "tomas-reyl",
		"the president of Ukraine":               "zelensky",
		"the Treasury":                           "us-treasury",
		"Trump and Putin":                        "trump+putin",
		"Zelensky, Macron and Merz":              "zelensky+macron+merz",
		"the National Federation of Small Ports": "national-federation-of-small-ports",
		"Bosnia and Herzegovina":                 "bosnia",
		"the U.S.":                               "usa",
		"UN nuclear watchdog":                    "iaea",
		"the UN nuclear watchdog chief":          "grossi",
		"EU chief":                               "vonderleyen",
		"Trump's Ukraine envoy":                  "kellogg",
		"US special envoy for Syria":             "barrack",
		"Russia's UN ambassador":                 "nebenzya",
		"Texas governor":                         "abbott",
		"London Mayor":                           "sadiq-khan",
		"Nvidia CEO":                             "jensen-huang",
	} {
		tx := r.lex.newText(model.InText, phrase)
		got := ""
		for i, p := range r.who.parties(&tx, 0, len(tx.tok)) {
			if i > 0 {
				got += "+"
			}
			got += p.id
		}
		if got != want {
			t.Errorf("%q is %s, want %s", phrase, got, want)
		}
	}
}

func TestPlacesAreNoActors(t *testing.T) {
	r := testReader(t)
	for title, want := range map[string]int{
		"Talks in Washington go on":         0,
		"White House meeting runs late":     0,
		"Envoys travel to Moscow":           0,
		"Moscow shuts a road":               1,
		"Protest outside the Kremlin":       0,
		"us and them":                       0,
		"Trump meets Putin in Vienna":       2,
		"The Ukrainian president is silent": 1,
	} {
		if got := r.Read(model.Document{Title: title}).Actors; len(got) != want {
			t.Errorf("%q names %v, want %d", title, got, want)
		}
	}
}

func TestConfiguredActors(t *testing.T) {
	builtin, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	own := []model.Actor{
		{ID: "altland", Name: "Altland", Kind: model.State, Demonyms: []string{"Altlandic"}, Seats: []string{"Altburg"}},
		{ID: "quell", Name: "Ada Quell", Aliases: []string{"Quell"}, Kind: model.Person, Office: "Altlandic prime minister", State: "altland"},
	}
	r, err := New(model.NewDirectory(builtin, own))
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range map[string]string{
		"Altlandic prime minister says harbour will reopen": "quell",
		"Altburg says harbour will reopen":                  "altland",
		"Quell says harbour will reopen":                    "quell",
	} {
		got := r.Read(model.Document{Title: title}).Statements
		if len(got) != 1 || got[0].Speaker.Actor != want {
			t.Errorf("%q: %+v, want one statement of %s", title, got, want)
		}
	}
}

func TestConfiguredActorKeepsItsPosts(t *testing.T) {
	builtin, err := BuiltinActors()
	if err != nil {
		t.Fatal(err)
	}
	own := []model.Actor{
		{ID: "rutte", Name: "Mark Rutte", Aliases: []string{"Rutte"}, Kind: model.Person},
		{ID: "ukraine", Name: "Ukraine", Kind: model.State},
	}
	r, err := New(model.NewDirectory(builtin, own))
	if err != nil {
		t.Fatal(err)
	}
	for title, want := range map[string]string{
		"NATO chief says talks went well": "rutte",
		"Kyiv says talks went well":       "ukraine",
	} {
		got := r.Read(model.Document{Title: title}).Statements
		if len(got) != 1 || got[0].Speaker.Actor != want {
			t.Errorf("%q: %+v, want one statement of %s", title, got, want)
		}
	}
}

func TestAPartySpeaksOfItsOwn(t *testing.T) {
	r := testReader(t)
	const text = "The talks were long. The President called the visit useful."
	for side, want := range map[string]string{"russia": "putin", "us": "trump", "": model.Unnamed} {
		got := r.Read(model.Document{ID: "1", Text: text, Side: side})
		if len(got.Statements) != 1 || got.Statements[0].Speaker.Actor != want {
			t.Errorf("in a text of %q the President is %+v, want %s", side, got.Statements, want)
		}
	}
}

func TestANameThatBeginsWithAnInitialIsTheEndOfAFullName(t *testing.T) {
	dir := model.NewDirectory([]model.Actor{{ID: "quill", Name: "Harvey B. Quill Jr.", Kind: model.Person}, {ID: "orrin", Name: "Ada Orrin", Kind: model.Person}})
	r, err := New(dir)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Mr. B. Quill Jr. said the pier was unsafe.": "quill",
		"C. Quill Jr. said the pier was unsafe.":     "c-quill-jr",
		"Ada Orrin said the pier was unsafe.":        "orrin",
	} {
		rd := r.Read(model.Document{Text: text})
		if len(rd.Statements) != 1 || rd.Statements[0].Speaker.Actor != want {
			t.Errorf("%q: %+v", text, rd.Statements)
		}
	}
}

func TestSharedFamilyNamesNeedTheirTitleOrTheFullName(t *testing.T) {
	r := testReader(t)
	for phrase, want := range map[string]string{
		"Theresa May":                     "theresa-may",
		"UK's May":                        "theresa-may",
		"Prime Minister Imran Khan":       "imran-khan",
		"Khan":                            "khan",
		"Kim Yong Chol":                   "kim-yong-chol",
		"South Korea's Moon":              "moon-jae-in",
		"Defence Secretary Austin":        "lloyd-austin",
		"Austin":                          "austin",
		"Nawaz Sharif":                    "nawaz-sharif",
		"Joseph Aoun":                     "joseph-aoun",
		"Michel Aoun":                     "michel-aoun",
		"Jill Biden":                      "jill-biden",
		"Sinn Fein":                       "sinn-fein",
		"the Tigray rebels":               "tplf",
		"former Iranian envoy Zarif":      "zarif",
		"South Korea's Joint Chiefs":      "south-korean-jcs",
		"Ukraine's military intelligence": "ukrainian-military-intelligence",
	} {
		tx := r.lex.newText(model.InText, phrase)
		if ps := r.who.parties(&tx, 0, len(tx.tok)); len(ps) != 1 || ps[0].id != want {
			t.Errorf("%q is %v, want %s", phrase, ps, want)
		}
	}
}
