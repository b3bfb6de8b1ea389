package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parley/feeds"
	"parley/model"
	"parley/model/config"
	"parley/ui"
)

// builtinName is what messages call the embedded configuration.
const builtinName = "the built-in configuration"

// findConfig says which file is in force; an empty path is the built-in one.
func (a *app) findConfig() string {
	if a.configPath != "" {
		return a.configPath
	}
	if env := os.Getenv("PARLEY_CONFIG"); env != "" {
		return env
	}
	path := userConfigPath()
	if _, err := os.Stat(path); err == nil {
		return path
	}
	return ""
}

func userConfigPath() string {
	return filepath.Join(xdg("XDG_CONFIG_HOME", ".config"), "parley", "config.toml")
}

// xdg is a base directory of the XDG specification.
func xdg(env, under string) string {
	if dir := os.Getenv(env); filepath.IsAbs(dir) {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return under
	}
	return filepath.Join(home, under)
}

// loadConfig reads the configuration in force.
func (a *app) loadConfig(checks ...config.Check) (config.Config, error) {
	path := a.findConfig()
	if path == "" {
		return config.Parse("config.example.toml", exampleConfig, checks...)
	}
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return config.Config{}, usagef("parley: cannot read the configuration: %v; `parley config init` writes one", err)
	case errors.Is(err, fs.ErrPermission):
		return config.Config{}, usagef("parley: cannot read the configuration: %v; change its permissions, or name another with --config FILE", err)
	case err != nil:
		return config.Config{}, usagef("parley: cannot read the configuration: %v; name another with --config FILE", err)
	}
	return config.Parse(path, data, checks...)
}

var (
	notASCII   = regexp.MustCompile(`[^a-z0-9]+`)
	notLetters = regexp.MustCompile(`[^\p{L}\p{N}]+`)
)

// maxSlug is in bytes; file systems take 255, and SQLite adds an ending of its own.
const maxSlug = 120

func slug(name string, gap *regexp.Regexp) string {
	s := strings.Trim(gap.ReplaceAllString(strings.ToLower(name), "-"), "-")
	if len(s) > maxSlug {
		s = strings.Trim(strings.ToValidUTF8(s[:maxSlug], ""), "-")
	}
	return s
}

// findStore says where the record of a configuration lives.
func (a *app) findStore(cfg config.Config) string {
	if a.storePath != "" {
		return a.storePath
	}
	name := slug(cfg.Summit.Name, notASCII)
	if name == "" { // in another script
		name = cmp.Or(slug(cfg.Summit.Name, notLetters), "parley")
	}
	return filepath.Join(xdg("XDG_STATE_HOME", filepath.Join(".local", "state")), "parley", name+".db")
}

func (a *app) configCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "Write, check or find the configuration", Args: cobra.NoArgs}
	var force bool
	initCmd := &cobra.Command{Use: "init", Short: "Write the commented example where it will be found", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return a.initConfig(force) }}
	initCmd.Flags().BoolVar(&force, "force", false, "replace a file that is there already")
	cmd.AddCommand(initCmd,
		&cobra.Command{Use: "check", Short: "Validate the configuration and list every fault", Args: namedByFlag,
			RunE: func(*cobra.Command, []string) error { return a.checkConfig() }},
		&cobra.Command{Use: "path", Short: "Say which file is used", Args: cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error {
				if path := a.findConfig(); path != "" {
					if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
						fmt.Fprintln(a.stderr, "that file is not there yet; `parley config init` writes it")
					}
					_, err := fmt.Fprintln(a.stdout, path)
					return err
				}
				fmt.Fprintln(a.stderr, "no file: the built-in configuration is used; `parley config init` writes it to "+userConfigPath())
				return nil
			}})
	return cmd
}

// namedByFlag refuses a file behind the command and says how it is named.
func namedByFlag(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("parley: the file to check is named by --config, as in `parley config check --config %s`", args[0])
	}
	return nil
}

func (a *app) initConfig(force bool) error {
	path := a.configPath
	if path == "" {
		path = os.Getenv("PARLEY_CONFIG")
	}
	if path == "" {
		path = userConfigPath()
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("cannot make the folder for the configuration: %w", err)
	}
	mode := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if force {
		mode = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	f, err := os.OpenFile(path, mode, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already and was left alone; --force replaces it", path)
	}
	if err != nil {
		return fmt.Errorf("cannot write the configuration: %w", err)
	}
	_, err = f.Write(exampleConfig)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(path) // half of one would be taken for a whole
		return fmt.Errorf("cannot write the configuration: %w", err)
	}
	_, err = fmt.Fprintln(a.stdout, path)
	return err
}

func (a *app) checkConfig() error {
	var keys *ui.KeyMap
	cfg, err := a.loadConfig(func(c *config.Config) (wrong []config.Wrong) {
		keys, wrong = keysOf(c)
		return wrong
	})
	if err != nil {
		return err
	}
	path := a.findConfig()
	if path == "" {
		path = builtinName
	}
	for _, note := range keys.Taken() {
		fmt.Fprintf(a.stderr, "%s: keys: %s\n", path, note)
	}
	for _, note := range cfg.Notes {
		fmt.Fprintln(a.stderr, note)
	}
	directory, err := directoryOf(cfg)
	if err != nil {
		return err
	}
	for i, p := range cfg.Summit.Agenda {
		for _, id := range p.Actors {
			if _, known := directory.Find(id); !known {
				fmt.Fprintf(a.stderr, "%s: summit.agenda[%d].actors: nobody is known by the id %q, so that no report will count; add [[actors]] with that id\n", path, i, id)
			}
		}
	}
	for i, actor := range cfg.Actors {
		if _, known := directory.Find(actor.State); actor.State != "" && !known {
			fmt.Fprintf(a.stderr, "%s: actors[%d].state: no state or body is known by the id %q, so that %s will speak for none; add [[actors]] with that id\n", path, i, actor.State, actor.ID)
		}
	}
	for _, id := range cfg.Watch.Actors {
		if _, known := directory.Find(id); !known {
			fmt.Fprintf(a.stderr, "%s: watch.actors: nobody is known by the id %q, so that nothing will ring for it; add [[actors]] with that id\n", path, id)
		}
	}
	for i, f := range cfg.Feeds {
		if least, why := leastEvery(cfg.Poll.Floor, f); f.Interval > 0 && f.Interval < least {
			fmt.Fprintf(a.stderr, "%s: feeds[%d] %s: every = %s, but it is asked every %s: %s\n", path, i, f.Name, feeds.Spell(f.Interval), feeds.Spell(least), why)
		}
	}
	if len(cfg.Feeds) == 0 {
		fmt.Fprintf(a.stderr, "%s: %s; a file of your own takes none from the built-in one\n", path, noFeeds)
	}
	_, err = fmt.Fprintf(a.stdout, "%s is sound: %s, %s, %s\n", path,
		model.Counted(len(cfg.Feeds), "feed", "feeds"), model.Counted(len(cfg.Actors), "actor", "actors"), model.Counted(len(cfg.Summit.Agenda), "agenda item", "agenda items"))
	return err
}

// leastEvery is the shortest interval at which a feed is asked, whatever its every says,
// and why.
func leastEvery(floor time.Duration, f config.Feed) (least time.Duration, why string) {
	if f.AllowPrivate || floor > feeds.PublicFloor {
		return floor, "poll.floor is " + feeds.Spell(floor)
	}
	return feeds.PublicFloor, "no public feed is asked more often"
}

// keysOf are the keys of a configuration, and what is wrong with them.
func keysOf(c *config.Config) (*ui.KeyMap, []config.Wrong) {
	keys, err := ui.NewKeyMap(c.Keys)
	var faults ui.KeyFaults
	errors.As(err, &faults)
	var wrong []config.Wrong
	for _, f := range faults {
		key := "keys." + f.Action
		if f.Key >= 0 {
			key += fmt.Sprintf("[%d]", f.Key)
		}
		wrong = append(wrong, config.Wrong{Key: key, Text: f.Text})
	}
	return keys, wrong
}

func needsSubcommand(cmd *cobra.Command) error {
	var names []string
	for _, sub := range cmd.Commands() {
		names = append(names, sub.Name())
	}
	return usagef("parley: %s wants one of: %s", cmd.CommandPath(), strings.Join(names, ", "))
}
