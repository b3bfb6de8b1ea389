package main

import (
	"path/filepath"
	"strings"
	"testing"

	"parley/model/config"
)

func TestConfigCheckSaysWhereAFeedIsAskedLessOften(t *testing.T) {
	home := emptyHome(t)
	own := "[[feeds]]\nname = \"Own\"\nurl = \"http://127.0.0.1:8080/rss\"\nevery = \"5s\"\nallow_private = true\n"
	public := "[[feeds]]\nname = \"Wire\"\nurl = \"https://wire.example/rss\"\nevery = \"5s\"\n"
	for name, c := range map[string]struct{ file, says string }{
		"the floor of the config": {own, "feeds[0] Own: every = 5s, but it is asked every 30s: poll.floor is 30s"},
		"a higher floor":          {"[poll]\nfloor = \"2m\"\n" + public, "feeds[0] Wire: every = 5s, but it is asked every 2m: poll.floor is 2m"},
		"a public host":           {"[poll]\nfloor = \"1s\"\n" + public, "feeds[0] Wire: every = 5s, but it is asked every 30s: no public feed is asked more often"},
		"no floor":                {"[poll]\nfloor = \"0s\"\n" + own, ""},
		"no wish":                 {strings.Replace(public, "every = \"5s\"\n", "", 1), ""},
	} {
		cfg := writeFile(t, filepath.Join(home, "desk.toml"), c.file)
		status, out, errs := parley(t, "", "config", "check", "--config", cfg)
		if status != exitDone || !strings.Contains(out, "is sound") || !strings.Contains(errs, c.says) || c.says == "" && errs != "" {
			t.Errorf("%s: %d %q %q", name, status, out, errs)
		}
	}
}

func TestAConfigurationThatCannotBeReadSaysWhatToDo(t *testing.T) {
	home := emptyHome(t)
	for path, says := range map[string]string{home: "is a directory; name another with --config FILE", filepath.Join(home, "none.toml"): "`parley config init` writes one"} {
		status, _, errs := parley(t, "", "config", "check", "--config", path)
		if status != exitUsage || !strings.Contains(errs, "cannot read the configuration") || !strings.Contains(errs, says) {
			t.Errorf("%s: %d %q", path, status, errs)
		}
	}
}

func TestConfigCheckLooksAtTheAgenda(t *testing.T) {
	cfg := filepath.Join(emptyHome(t), "desk.toml")
	for file, want := range map[string]struct {
		status int
		says   string
	}{
		"[summit]\ntimezone = \"Europe/Vienna\"\n[[summit.agenda]]\ntitle = \"Opening\"\nstart = 2031-03-02T10:00:00\n":                             {exitDone, "desk.toml:5:1: summit.agenda[0].start: names no zone: it is read as 2031-03-02T10:00:00+01:00"},
		"[[summit.agenda]]\ntitle = \"Opening\"\nstart = 2031-03-02T10:00:00\n":                                                                     {exitUsage, "names no zone: write it as"},
		"[[summit.agenda]]\ntitle = \"Opening\"\nkinds = [\"chat\"]\n":                                                                              {exitUsage, `"chat" is not one of meeting, talks`},
		"[[summit.agenda]]\ntitle = \"Opening\"\nactors = [\"quill\"]\n":                                                                            {exitDone, `summit.agenda[0].actors: nobody is known by the id "quill"`},
		"[watch]\nactors = [\"quill\"]\n":                                                                                                           {exitDone, `watch.actors: nobody is known by the id "quill", so that nothing will ring`},
		"[[summit.agenda]]\ntitle = \"Opening\"\nactors = [\"quill\"]\n[[actors]]\nid = \"quill\"\n[[feeds]]\nurl = \"https://wire.example/rss\"\n": {exitDone, ""},
		"[[actors]]\nid = \"quill\"\nstate = \"karvelia\"\n":                                                                                        {exitDone, `actors[0].state: no state or body is known by the id "karvelia", so that quill will speak for none`},
	} {
		writeFile(t, cfg, file)
		status, _, errs := parley(t, "", "config", "check", "--config", cfg)
		if status != want.status || !strings.Contains(errs, want.says) || want.says == "" && errs != "" {
			t.Errorf("%s: %d %q", file, status, errs)
		}
	}
}

func TestCountsAreToldInGoodEnglish(t *testing.T) {
	home := emptyHome(t)
	one := writeFile(t, filepath.Join(home, "one.toml"), "[[feeds]]\nname = \"Own\"\nurl = \"http://127.0.0.1:9/rss\"\nallow_private = true\n")
	list := writeFile(t, filepath.Join(home, "one.opml"), `<opml version="2.0"><body><outline text="Own" xmlUrl="http://127.0.0.1:9/rss"/></body></opml>`)
	none := filepath.Join(home, "none.toml")
	for _, c := range []struct{ args, says string }{
		{"config check --config " + one, "one.toml is sound: 1 feed, 0 actors, 0 agenda items\n"},
		{"feeds check --config " + one, "parley: 1 of 1 feed needs attention\n"},
		{"feeds import " + list + " --config " + one, "nothing was added: 1 feed is in " + one + " already\n"},
		{"feeds import " + list + " --config " + writeFile(t, none, ""), "1 feed added to " + none + ", 0 were there\n"},
		{"snapshot --demo --keys bogus", "parley: there is no key \"bogus\""},
	} {
		_, out, errs := parley(t, "", strings.Fields(c.args)...)
		if !strings.Contains(out+errs, c.says) {
			t.Errorf("parley %s: %q %q, want %q", c.args, out, errs, c.says)
		}
	}
}

func TestEverySummitHasARecordThatCanBeOpened(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", "/state")
	for name, want := range map[string]string{
		"Vienna round (2)":        "vienna-round-2",
		"../../etc/passwd":        "etc-passwd",
		"":                        "parley",
		"…":                       "parley",
		"Переговоры в Вене":       "переговоры-в-вене",
		strings.Repeat("x", 1000): strings.Repeat("x", maxSlug),
		strings.Repeat("я", 1000): strings.Repeat("я", maxSlug/2),
	} {
		var cfg config.Config
		cfg.Summit.Name = name
		if got := (&app{}).findStore(cfg); got != "/state/parley/"+want+".db" {
			t.Errorf("%.20s: %s", name, got)
		}
	}
}

func TestConfigCheckSaysThatAFileWithoutFeedsPollsNothing(t *testing.T) {
	home := emptyHome(t)
	cfg := writeFile(t, filepath.Join(home, "desk.toml"), "[screen]\ntheme = \"dark\"\n")
	status, out, errs := parley(t, "", "config", "check", "--config", cfg)
	if status != exitDone || !strings.Contains(out, "is sound: 0 feeds") || !strings.Contains(errs, "desk.toml: no feeds are configured: write [[feeds]] sections") || !strings.Contains(errs, "takes none from the built-in one") {
		t.Errorf("%d %q %q", status, out, errs)
	}
	if _, _, errs := parley(t, "", "config", "check"); errs != "" {
		t.Errorf("of the built-in one it says %q", errs)
	}
}

func TestDurationsReadAsTheConfigurationWritesThem(t *testing.T) {
	home := emptyHome(t)
	cfg := writeFile(t, filepath.Join(home, "desk.toml"), "[poll]\nevery = \"1h\"\n[[feeds]]\nurl = \"https://wire.example/rss\"\nevery = \"2m\"\n[[feeds]]\nurl = \"https://daily.example/rss\"\n")
	for _, args := range [][]string{{"feeds", "list", "--config", cfg}, {"feeds", "export", "--config", cfg}, {"serve", "--help"}} {
		if _, out, _ := parley(t, "", args...); strings.Contains(out, "m0s") {
			t.Errorf("%v:\n%s", args, out)
		}
	}
}
