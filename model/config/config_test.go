package config

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestAnAgendaSaysWhatCannotBe(t *testing.T) {
	_, err := Parse("desk.toml", []byte(`[[summit.agenda]]
title = "Opening"
start = 2031-03-02T10:00:00
kinds = [
  "meeting",
  "parley",
]
`))
	for _, want := range []string{
		"desk.toml:3:1: summit.agenda[0].start: names no zone: write it as 2031-03-02T10:00:00+01:00, or name the summit's timezone",
		`summit.agenda[0].kinds[1]: "parley" is not one of meeting, talks, call, visit, `,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in %v", want, err)
		}
	}
}

func TestAnotherWordForAKindIsTakenForIt(t *testing.T) {
	cfg, err := Parse("desk.toml", []byte("[[summit.agenda]]\ntitle = \"Lunch\"\nkinds = [\"lunch\", \"press-conference\", \"talks\"]\n"))
	if err != nil || strings.Join(cfg.Summit.Agenda[0].Kinds, " ") != "meeting press talks" {
		t.Fatalf("%v %v", err, cfg.Summit.Agenda)
	}
	if len(cfg.Notes) != 2 || !strings.Contains(cfg.Notes[0].Error(), `"lunch" is told as "meeting", and is taken for it`) {
		t.Errorf("%v", cfg.Notes)
	}
}

func TestEveryFaultIsNamedWithItsPlace(t *testing.T) {
	const file = `builtin_actors = "yes"

[summit]
name = 7
timezone = "Mars/Olympus"
planet = "Mars"

[[summit.agenda]]
title = "Lunch"
start = 2025-08-15T12:00:00Z
end = 2025-08-15T11:00:00Z

[poll]
evry = "5m"
floor = "soon"
max_body = "many"

[[feeds]]
name = "one"
url = "https://demo.invalid/a"

[[feeds]]
name = "one"
url = "ftp://demo.invalid/b"
kind = "blog"

[[actors]]
id = "Two Words"
aliases = "x"
`
	_, err := Parse("desk.toml", []byte(file))
	var faults Faults
	if !errors.As(err, &faults) {
		t.Fatalf("want Faults, got %v", err)
	}
	want := []string{
		`desk.toml:1:1: builtin_actors: wants true or false, not the text "yes"`,
		`desk.toml:4:1: summit.name: wants a text in quotation marks, not the number 7`,
		`desk.toml:5:1: summit.timezone: "Mars/Olympus" is not known`,
		`desk.toml:6:1: summit.planet: unknown key`,
		`desk.toml:11:1: summit.agenda[0].end: ends before it starts`,
		`desk.toml:14:1: poll.evry: unknown key; did you mean "every"?`,
		`desk.toml:15:1: poll.floor: "soon" is no duration`,
		`desk.toml:16:1: poll.max_body: "many" is no size`,
		`desk.toml:23:1: feeds[1].name: "one" is already the name of feed 1`,
		`desk.toml:24:1: feeds[1].url: not an address that can be asked`,
		`desk.toml:25:1: feeds[1].kind: "blog" is not one of`,
		`desk.toml:28:1: actors[0].id: "Two Words"`,
		`desk.toml:29:1: actors[0].aliases: wants a list`,
	}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != len(want) {
		t.Errorf("%d faults, want %d:\n%v", len(lines), len(want), err)
	}
	for i := range min(len(want), len(lines)) {
		if !strings.HasPrefix(lines[i], want[i]) {
			t.Errorf("fault %d:\n got %s\nwant %s…", i, lines[i], want[i])
		}
	}
}

func TestSyntaxFaultHasItsPlace(t *testing.T) {
	_, err := Parse("x.toml", []byte("[poll]\nevery = \n"))
	if err == nil || !strings.HasPrefix(err.Error(), "x.toml:2:") {
		t.Errorf("got %v", err)
	}
}

func TestValuesAndDefaults(t *testing.T) {
	cfg, err := Parse("x.toml", []byte(`
[summit]
timezone = "America/Anchorage"
agenda = [{ title = "Talks", start = 2025-08-15T11:30:00 }]

[poll]
max_body = "1.5MiB"
floor = "0s"

[[feeds]]
url = "https://demo.invalid/feed"
every = "90s"

[keys]
quit = "q"
next = ["n", "space"]
`))
	if err != nil {
		t.Fatal(err)
	}
	if got := cfg.Summit.Agenda[0].Start.UTC(); !got.Equal(time.Date(2025, 8, 15, 19, 30, 0, 0, time.UTC)) {
		t.Errorf("a time without an offset is the summit's: %v", got)
	}
	if len(cfg.Notes) != 1 || !strings.Contains(cfg.Notes[0].Error(), "summit.agenda[0].start: names no zone: it is read as 2025-08-15T11:30:00-08:00") {
		t.Errorf("notes: %v", cfg.Notes)
	}
	if cfg.Poll.MaxBody != 3<<19 || cfg.Poll.Floor != 0 || cfg.Poll.Every != 5*time.Minute || cfg.Poll.PerHost != 2 {
		t.Errorf("poll: %+v", cfg.Poll)
	}
	f := cfg.ModelFeeds()[0]
	if f.Every != 90*time.Second || f.Kind != "outlet" || f.Name != "demo.invalid/feed" || f.Publisher != "demo.invalid" {
		t.Errorf("feed: %+v", f)
	}
	if len(cfg.Keys["quit"]) != 1 || len(cfg.Keys["next"]) != 2 || !cfg.BuiltinActors || cfg.Screen.Theme != "auto" {
		t.Errorf("cfg: %+v", cfg)
	}
}

func TestANameThatCannotBeShownIsRefused(t *testing.T) {
	_, err := Parse("x.toml", []byte("[[feeds]]\nurl = \"https://a.invalid\"\nname = \"a\\u001b[2Jb\"\n"))
	if err == nil || !strings.Contains(err.Error(), "x.toml:3:1: feeds[0].name: holds characters") {
		t.Errorf("got %v", err)
	}
}

func TestAFilterThatCannotBeReadIsRefused(t *testing.T) {
	_, err := Parse("x.toml", []byte("[screen]\nfilter = \"actor:\"\n"))
	if err == nil || !strings.Contains(err.Error(), "x.toml:2:1: screen.filter: ") {
		t.Errorf("got %v", err)
	}
	if cfg, err := Parse("x.toml", []byte("[screen]\nfilter = \"actor:maren OR\"\n")); err == nil {
		t.Errorf("an OR without a word behind it passed: %+v", cfg.Screen)
	}
}

func TestTheClocksOfTheCapitalsAreZones(t *testing.T) {
	_, err := Parse("desk.toml", []byte("[screen]\nzones = [\"Europe/Kyiv\", \"Europe/Kiew\", \"\"]\n"))
	if err == nil || strings.Count(err.Error(), "screen.zones[") != 2 || !strings.Contains(err.Error(), `screen.zones[1]: "Europe/Kiew" is not known`) {
		t.Errorf("%v", err)
	}
	cfg, err := Parse("desk.toml", []byte("[screen]\nclock = \"capitals\"\n"))
	if err != nil || len(cfg.Notes) != 1 {
		t.Errorf("%v, %v", err, cfg.Notes)
	}
}

func TestAWatchRuleNamesAStepOfTheLadder(t *testing.T) {
	_, err := Parse("x.toml", []byte("[watch]\nsignals = [\"imposed\", \"imposd\"]\n"))
	if err == nil || !strings.Contains(err.Error(), "x.toml:2:1: watch.signals: ") || !strings.Contains(err.Error(), "imposd") {
		t.Errorf("got %v", err)
	}
}

func TestNestedPlaces(t *testing.T) {
	_, err := Parse("x.toml", []byte("[[feeds]]\nurl = \"https://a.invalid\"\n\n[[feeds]]\n  [feeds.extra]\n  a = 1\n"))
	if err == nil || !strings.Contains(err.Error(), "x.toml:5:4: feeds[1].extra: unknown key") || !strings.Contains(err.Error(), "x.toml:4:3: feeds[1]: a feed needs a url") {
		t.Errorf("got %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("[summit]\nname = \"x\"\n[[feeds]]\nurl = \"https://a.invalid\"\n")
	f.Add("a.b.c = {d = [1, {e = 2}]}\n[[x.y]]\n[x.y.z]\n")
	f.Fuzz(func(t *testing.T, s string) {
		if _, err := Parse("f", []byte(s)); err != nil {
			for _, line := range strings.Split(err.Error(), "\n")[:1] {
				if !strings.HasPrefix(line, "f:") {
					t.Fatalf("a fault without a place: %q", line)
				}
			}
		}
	})
}

func TestFeedsNeedNoNameOfTheirOwn(t *testing.T) {
	list := []string{"https://demo.invalid/rss?q=a", "https://demo.invalid/rss?q=b", "http://demo.invalid/rss?q=b", "https://demo.invalid/%1b[2J"}
	read := func(urls ...string) (names []string) {
		t.Helper()
		text := ""
		for _, url := range urls {
			text += "[[feeds]]\nurl = \"" + url + "\"\n"
		}
		cfg, err := Parse("x.toml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range cfg.Feeds {
			names = append(names, f.Name)
		}
		return names
	}
	names := read(list...)
	if names[0] != "demo.invalid/rss" || names[3] != "demo.invalid/%1b[2J" {
		t.Errorf("names %q", names)
	}
	for i, name := range names {
		if slices.Index(names, name) != i || strings.Contains(name, "q=") {
			t.Errorf("feed %d is called %q", i, name)
		}
	}
	if again := read(list[0], list[2], list[1]); again[2] != names[1] || again[1] != names[2] {
		t.Errorf("in another order: %q, then %q", names, again)
	}
}

func TestAByteOrderMarkIsNoFault(t *testing.T) {
	cfg, err := Parse("x.toml", []byte("\xef\xbb\xbf[summit]\nname = \"Demo\"\n"))
	if err != nil || cfg.Summit.Name != "Demo" {
		t.Errorf("%+v, %v", cfg.Summit, err)
	}
}

func TestUserAgentIsFitForAHeaderAndNamesAContact(t *testing.T) {
	for agent, c := range map[string]struct{ fault, note bool }{
		`Demo/1 (desk@demo.invalid)`:    {},
		`Demo/1 +https://demo.invalid`:  {},
		`Demo/1`:                        {note: true},
		`Demo\u001b(desk@demo.invalid)`: {fault: true},
		`Demo\n(desk@demo.invalid)`:     {fault: true},
	} {
		cfg, err := Parse("x.toml", []byte("[poll]\nuser_agent = \""+agent+"\"\n"))
		if (err != nil) != c.fault || err == nil && (len(cfg.Notes) > 0) != c.note {
			t.Errorf("%s: %v, notes %v", agent, err, cfg.Notes)
		}
	}
}

func TestBlanksAroundAnAddressAreNoPartOfIt(t *testing.T) {
	cfg, err := Parse("x.toml", []byte("[[feeds]]\nurl = \" https://demo.invalid/rss\\t\"\n"))
	if err != nil || cfg.Feeds[0].URL != "https://demo.invalid/rss" {
		t.Errorf("%+v, %v", cfg.Feeds, err)
	}
	_, err = Parse("x.toml", []byte("[[feeds]]\nname = \"a\"\nurl = \"https://demo.invalid/rss \"\n[[feeds]]\nname = \"b\"\nurl = \"https://demo.invalid/rss\"\n"))
	if err == nil || !strings.Contains(err.Error(), "the same address as feed 1") {
		t.Errorf("got %v", err)
	}
}

func TestWordsThatNameNothingAndNamesThatTwoBearAreNoted(t *testing.T) {
	for text, want := range map[string]string{
		"[topics]\nherring = []\n":                               "topics.herring: has no words",
		"[topics]\nherring = [\"herring\", \" \"]\n":             "topics.herring[1]: an empty word",
		"[watch]\nterms = [\"\"]\n":                              "watch.terms[0]: an empty word",
		"[[summit.agenda]]\ntitle = \"Lunch\"\nterms = [\"\"]\n": "summit.agenda[0].terms[0]: an empty word",
		"[[actors]]\nid = \"vell\"\naliases = [\"\"]\n":          "actors[0].aliases[0]: an empty word",
		"[[actors]]\nid = \"vell\"\naliases = [\"the envoy\"]\n[[actors]]\nid = \"osk\"\naliases = [\"The Envoy\"]\n": "actors[1].aliases[0]: \"The Envoy\" is a name of actor 1 (vell), too",
		"[[actors]]\nid = \"vell\"\nname = \"Vell\"\naliases = [\"Vell\"]\n":                                          "",
	} {
		cfg, err := Parse("x.toml", []byte(text))
		switch {
		case err != nil:
			t.Errorf("%q: %v", text, err)
		case want == "" && len(cfg.Notes) > 0, want != "" && (len(cfg.Notes) != 1 || !strings.Contains(cfg.Notes[0].Error(), want)):
			t.Errorf("%q: notes %v", text, cfg.Notes)
		}
	}
}
