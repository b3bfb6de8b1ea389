package config

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"parley/model"
)

var (
	feedKinds  = []model.FeedKind{model.Outlet, model.Wire, model.Official, model.Analysis}
	actorKinds = []model.ActorKind{model.Person, model.State, model.Organisation, model.Bloc, model.Group}
	idForm     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// check looks at the values, fills in what a feed leaves out, and faults what
// could not work.
func (d *decoder) check(cfg *Config) {
	d.summit(&cfg.Summit)
	d.poll(&cfg.Poll)
	d.feeds(cfg.Feeds)
	d.actors(cfg.Actors)
	for _, action := range cfg.Watch.Signals {
		d.oneOf("watch.signals", action, model.SignalActions)
	}
	d.emptyWords(cfg)
	d.oneOf("screen.theme", cfg.Screen.Theme, Themes)
	d.oneOf("screen.clock", cfg.Screen.Clock, Clocks)
	for i, zone := range cfg.Screen.Zones {
		if _, err := time.LoadLocation(zone); err != nil || zone == "" || zone == "Local" {
			d.fault(fmt.Sprintf("screen.zones[%d]", i), "%q is not known: use a name such as \"Europe/Kyiv\"", zone)
		}
	}
	if cfg.Screen.Clock == "capitals" && len(cfg.Screen.Zones) == 0 {
		d.note("screen.clock", "without screen.zones the first clock is the summit's; name the capitals', such as [\"Europe/Kyiv\"]")
	}
	if _, err := model.ParseQuery(cfg.Screen.Filter, time.UTC, cfg.Summit.Start); err != nil {
		d.fault("screen.filter", "%v", err)
	}
}

func (d *decoder) summit(s *model.Summit) {
	if s.Timezone == "" {
		s.Timezone = "UTC"
	}
	if _, err := time.LoadLocation(s.Timezone); err != nil {
		d.fault("summit.timezone", "%q is not known: use a name such as \"America/Anchorage\" or \"UTC\"", s.Timezone)
	}
	for i := range s.Agenda {
		p := &s.Agenda[i]
		path := fmt.Sprintf("summit.agenda[%d]", i)
		if p.Title == "" {
			d.fault(path, "an agenda item needs a title")
		}
		for k, kind := range p.Kinds {
			key := fmt.Sprintf("%s.kinds[%d]", path, k)
			if class := model.EventClass(kind); class != kind && !slices.Contains(model.EventKinds, kind) {
				d.note(key, "%q is told as %q, and is taken for it", kind, class)
				p.Kinds[k] = class
				continue
			}
			d.oneOf(key, kind, model.EventKinds)
		}
		if !p.End.IsZero() && p.End.Before(p.Start) {
			d.fault(path+".end", "ends before it starts")
		}
		if p.ID == "" {
			p.ID = fmt.Sprintf("phase-%d", i+1)
		}
	}
}

func (d *decoder) poll(p *Poll) {
	if p.Every <= 0 {
		d.fault("poll.every", "must be longer than nothing, such as \"5m\"")
	}
	if p.Timeout <= 0 {
		d.fault("poll.timeout", "must be longer than nothing, such as \"20s\"")
	}
	if p.PerHost < 1 {
		d.fault("poll.per_host", "must be at least 1")
	}
	if strings.ContainsFunc(p.UserAgent, unicode.IsControl) {
		d.fault("poll.user_agent", "must stand on one line, without control characters: the program's name and a contact")
	}
	if p.UserAgent != "" && !strings.Contains(p.UserAgent, "@") && !strings.Contains(p.UserAgent, "://") {
		d.note("poll.user_agent", "names no contact: add a mail address or a page, so that a publisher can reach the desk")
	}
}

func (d *decoder) feeds(list []Feed) {
	names, urls := map[string]int{}, map[string]int{}
	for i := range list {
		f := &list[i]
		path := fmt.Sprintf("feeds[%d]", i)
		f.URL = strings.TrimSpace(f.URL)
		u := d.feedURL(path, f.URL)
		if f.Name == "" && u != nil {
			f.Name = nameFor(u, names)
		}
		if strings.ContainsFunc(f.Name, unprintable) {
			d.fault(path+".name", "holds characters that cannot be shown: write it with letters, digits and marks")
		}
		if f.Kind == "" {
			f.Kind = model.Outlet
		}
		if !slices.Contains(feedKinds, f.Kind) {
			d.fault(path+".kind", "%q is not one of outlet, wire, official, analysis", f.Kind)
		}
		if f.Publisher == "" && u != nil {
			f.Publisher = u.Hostname()
		}
		if other, taken := names[f.Name]; taken && f.Name != "" {
			d.fault(path+".name", "%q is already the name of feed %d: names must differ", f.Name, other+1)
		}
		names[f.Name] = i
		if other, taken := urls[f.URL]; taken && f.URL != "" {
			d.fault(path+".url", "the same address as feed %d", other+1)
		}
		urls[f.URL] = i
	}
}

// nameFor calls a feed after its address. Of several that differ in what names do
// not show, such as a query, all but the first get a mark that stays the same
// wherever they stand.
func nameFor(u *url.URL, taken map[string]int) string {
	name := u.Host + u.Path
	if strings.ContainsFunc(name, unprintable) {
		name = u.Host + u.EscapedPath()
	}
	if _, ok := taken[name]; ok {
		name += fmt.Sprintf(" #%.2x", sha256.Sum256([]byte(u.String())))
	}
	return name
}

func unprintable(r rune) bool { return !unicode.IsPrint(r) }

func (d *decoder) feedURL(path, raw string) *url.URL {
	if raw == "" {
		d.fault(path, "a feed needs a url")
		return nil
	}
	u, err := url.Parse(raw)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" {
		d.fault(path+".url", "not an address that can be asked: write https://host/path")
		return nil
	}
	return u
}

func (d *decoder) actors(list []model.Actor) {
	ids := map[string]int{}
	d.sharedNames(list)
	for i := range list {
		a := &list[i]
		path := fmt.Sprintf("actors[%d]", i)
		switch other, taken := ids[a.ID]; {
		case a.ID == "":
			d.fault(path, "an actor needs an id")
		case !idForm.MatchString(a.ID):
			d.fault(path+".id", "%q: use lower-case letters, digits and single dashes, such as \"white-house\"", a.ID)
		case taken:
			d.fault(path+".id", "%q is already actor %d of this file", a.ID, other+1)
		}
		ids[a.ID] = i
		if a.Name == "" {
			a.Name = a.ID
		}
		if a.Kind == "" {
			a.Kind = model.Person
		}
		if !slices.Contains(actorKinds, a.Kind) {
			d.fault(path+".kind", "%q is not one of person, state, organisation, bloc, group", a.Kind)
		}
	}
}

func (d *decoder) oneOf(path, value string, among []string) {
	if !slices.Contains(among, value) {
		d.fault(path, "%q is not one of %s", value, strings.Join(among, ", "))
	}
}

// suggest names the known key that an unknown one was probably meant to be.
func suggest(key string, fields map[string]reflect.Value) string {
	best, least := "", 3
	names := slices.Sorted(maps.Keys(fields))
	for _, name := range names {
		if n := model.LettersApart(key, name); n < least {
			best, least = name, n
		}
	}
	if best == "" {
		return "; known here: " + strings.Join(names, ", ")
	}
	return fmt.Sprintf("; did you mean %q?", best)
}
