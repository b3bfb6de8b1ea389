package ui

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// action is something a key does. Its name is what the config and the command
// palette call it.
type action string

// binding is an action with its keys and what it does in a few words.
type binding struct {
	action action
	keys   []string
	group  string
	help   string
}

// KeyMap is every key of the screen. The `?` overlay, the command palette and the
// table in the README are all made from it.
type KeyMap struct {
	bindings []binding
	byKey    map[string]action
	taken    []string
}

// Taken says which default keys the reader's own took from actions that keep another
// one: no fault, but worth knowing.
func (k *KeyMap) Taken() []string { return k.taken }

// Groups of keys, in the order of the help.
const (
	inTime   = "Time"
	inLists  = "Lists"
	inPanes  = "Panes"
	toRead   = "Reading"
	toNarrow = "Narrowing"
	onDesk   = "Desk"
)

var defaultBindings = []binding{
	{"step-back", []string{"left", "h"}, inTime, "back to the event before"},
	{"step-on", []string{"right", "l"}, inTime, "on to the next event"},
	{"phase-back", []string{"["}, inTime, "back a phase of the agenda"},
	{"phase-on", []string{"]"}, inTime, "on a phase of the agenda"},
	{"signal-back", []string{"{", "shift+left"}, inTime, "back to the sanction signal before"},
	{"signal-on", []string{"}", "shift+right"}, inTime, "on to the next sanction signal"},
	{"correction-back", []string{"("}, inTime, "back to the correction before"},
	{"correction-on", []string{")"}, inTime, "on to the next correction"},
	{"first-event", []string{"home"}, inTime, "first event of the record"},
	{"last-event", []string{"end"}, inTime, "last event of the record"},
	{"live", []string{"L"}, inTime, "return to live"},
	{"scale", []string{"w"}, inTime, "time axis: hours, day, week, whole"},
	{"pause", []string{"space"}, inTime, "pause or play a replay"},
	{"slower", []string{"<"}, inTime, "replay slower"},
	{"faster", []string{">"}, inTime, "replay faster"},

	{"up", []string{"up", "k"}, inLists, "up"},
	{"down", []string{"down", "j"}, inLists, "down"},
	{"top", []string{"g"}, inLists, "newest; new rows show again as they come"},
	{"bottom", []string{"G"}, inLists, "last"},
	{"page-up", []string{"pgup", "ctrl+b"}, inLists, "page up"},
	{"page-down", []string{"pgdown", "ctrl+f"}, inLists, "page down"},
	{"half-up", []string{"ctrl+u"}, inLists, "half a page up"},
	{"half-down", []string{"ctrl+d"}, inLists, "half a page down"},
	{"next-unseen", []string{"n"}, inLists, "next new thing, oldest first"},
	{"all-seen", []string{"N"}, inLists, "call everything seen"},

	{"next-pane", []string{"tab"}, inPanes, "next pane"},
	{"previous-pane", []string{"shift+tab"}, inPanes, "pane before"},
	{"actors", []string{"1"}, inPanes, "actors"},
	{"statements", []string{"2"}, inPanes, "statements"},
	{"signals", []string{"3"}, inPanes, "sanction signals"},
	{"timeline", []string{"4"}, inPanes, "timeline"},
	{"zoom", []string{"z"}, inPanes, "zoom the pane, and back"},
	{"hide", []string{"H"}, inPanes, "hide the pane; its number brings it back"},
	{"grow", []string{"+", "="}, inPanes, "make the pane larger"},
	{"shrink", []string{"-"}, inPanes, "make the pane smaller"},

	{"evidence", []string{"enter"}, toRead, "evidence: sentence, sources, certainty"},
	{"versions", []string{"v"}, toRead, "versions of the item, as differences"},
	{"story", []string{"r"}, toRead, "reports of the same story, and why"},
	{"positions", []string{"a"}, toRead, "positions of the actor and their turns"},
	{"conflicts", []string{"c"}, toRead, "accounts that cannot both hold"},
	{"changes", []string{"d"}, toRead, "what changed since the last look"},
	{"feeds", []string{"F"}, toRead, "feeds: what works, what fails and why"},
	{"alerts", []string{"A"}, toRead, "what rang"},
	{"copy", []string{"y"}, toRead, "copy with speaker, outlet, time, link"},
	{"open", []string{"o"}, toRead, "open the link"},

	{"filter", []string{"/"}, toNarrow, "search; only matching rows stay"},
	{"follow", []string{"f"}, toNarrow, "follow the actor across all panes, and stop"},
	{"certainty", []string{"x"}, toNarrow, "only facts of a certainty"},
	{"ladder", []string{"s"}, toNarrow, "signals: by target, newest, acts only"},
	{"clear", []string{"backspace", "delete"}, toNarrow, "drop all filters"},

	{"check", []string{"m"}, onDesk, "check it, or know its correction, and back"},
	{"mute", []string{"M"}, onDesk, "mute the item; the record keeps it"},
	{"muted", []string{"U"}, onDesk, "what is muted, to hear it again"},
	{"fix-speaker", []string{"e"}, onDesk, "fix by hand who spoke"},
	{"fix-type", []string{"E"}, onDesk, "fix by hand what kind of statement it is"},
	{"split", []string{"S"}, onDesk, "split a report off its statement"},
	{"join", []string{"J"}, onDesk, "join two statements that are one"},
	{"undo", []string{"u"}, onDesk, "take back what you did last by hand"},
	{"note", []string{"i"}, onDesk, "write a note on it"},
	{"brief", []string{"B"}, onDesk, "write the hand-over brief to a file"},
	{"freeze", []string{"!"}, onDesk, "freeze the screen; arrivals wait"},
	{"zone", []string{"t"}, onDesk, "clock: summit, local, UTC, capitals"},
	{"basis", []string{"p"}, onDesk, "as of: seen here, or published"},
	{"theme", []string{"T"}, onDesk, "theme"},
	{"present", []string{"P"}, onDesk, "presentation: few lines and a big clock"},
	{"palette", []string{"ctrl+p", ":"}, onDesk, "every action by name"},
	{"help", []string{"?", "f1"}, onDesk, "all keys"},
	{"back", []string{"esc"}, onDesk, "close; then to live; then drop filters"},
	{"redraw", []string{"ctrl+l"}, onDesk, "draw the screen again"},
	{"suspend", []string{"ctrl+z"}, onDesk, "back to the shell; fg returns"},
	{"quit", []string{"q", "ctrl+c"}, onDesk, "quit; q first closes what is open"},
}

// KeyFault is one thing wrong with the reader's own keys.
type KeyFault struct {
	Action string
	Key    int // which of the action's keys it is, from 0; -1 for all of them
	Text   string
}

// KeyFaults are all that is wrong with the reader's own keys.
type KeyFaults []KeyFault

// Error says them on one line.
func (f KeyFaults) Error() string {
	texts := make([]string, len(f))
	for i := range f {
		texts[i] = f[i].Text
	}
	return "keys: " + strings.Join(texts, "; ")
}

// NewKeyMap lays the reader's own keys over the default ones. The error is KeyFaults,
// with every fault; the map is usable all the same.
func NewKeyMap(override map[string][]string) (*KeyMap, error) {
	k := &KeyMap{bindings: slices.Clone(defaultBindings), byKey: map[string]action{}}
	var faults KeyFaults
	fault := func(action string, key int, format string, args ...any) {
		faults = append(faults, KeyFault{action, key, fmt.Sprintf(format, args...)})
	}
	own := map[string]string{} // key → the action that the reader gave it to
	for _, name := range slices.Sorted(maps.Keys(override)) {
		i := slices.IndexFunc(k.bindings, func(b binding) bool { return string(b.action) == name })
		if i < 0 {
			fault(name, -1, "there is no action %q; `?` in the dashboard lists them", name)
			continue
		}
		k.bindings[i].keys = override[name]
		for n, key := range override[name] {
			own[key] = name
			if _, err := keyPresses(key); err != nil || strings.HasPrefix(key, "text:") {
				fault(name, n, "there is no key %q for %q; keys are spelled like left, shift+tab, enter, ?, ctrl+p", key, name)
			}
		}
	}
	for i, b := range k.bindings {
		if _, set := override[string(b.action)]; set {
			taken := k.claim(b)
			for _, n := range slices.Sorted(maps.Keys(taken)) {
				fault(string(b.action), n, "key %q is set for both %q and %q", b.keys[n], taken[n], b.action)
			}
			continue
		}
		// A default key that the reader gave to something else is given up.
		keys := slices.DeleteFunc(slices.Clone(b.keys), func(key string) bool { return own[key] != "" })
		if len(keys) > 0 {
			for _, key := range b.keys {
				if to := own[key]; to != "" {
					k.taken = append(k.taken, fmt.Sprintf("the key %s is for %s now; %s keeps %s", key, to, b.action, strings.Join(keys, " ")))
				}
			}
		}
		k.bindings[i].keys = keys
		k.claim(k.bindings[i])
	}
	for _, b := range k.bindings {
		if _, set := override[string(b.action)]; !set && b.action != "quit" && len(b.keys) == 0 {
			i := slices.IndexFunc(defaultBindings, func(d binding) bool { return d.action == b.action })
			to := own[defaultBindings[i].keys[0]]
			fault(to, slices.Index(override[to], defaultBindings[i].keys[0]), "no key is left for %q: give it another", b.action)
		}
	}
	if len(k.keysOf("quit")) == 0 {
		fault("quit", -1, "no key is left for \"quit\"; ctrl+c still quits")
	}
	if _, given := k.byKey["ctrl+c"]; !given {
		k.byKey["ctrl+c"] = "quit"
	}
	if len(faults) > 0 {
		return k, faults
	}
	return k, nil
}

// claim gives an action its keys, and returns which of them another one has.
func (k *KeyMap) claim(b binding) map[int]action {
	taken := map[int]action{}
	for n, key := range b.keys {
		if other, ok := k.byKey[key]; ok && other != b.action {
			taken[n] = other
			continue
		}
		k.byKey[key] = b.action
	}
	return taken
}

func (k *KeyMap) keysOf(a action) []string {
	for _, b := range k.bindings {
		if b.action == a {
			return b.keys
		}
	}
	return nil
}

// hint is the first key of an action as the footer shows it.
func (k *KeyMap) hint(a action) string {
	if keys := k.keysOf(a); len(keys) > 0 {
		return keyLabel(keys[0])
	}
	return ""
}

var keyLabels = map[string]string{
	"left": "←", "right": "→", "up": "↑", "down": "↓", "pgup": "PgUp", "pgdown": "PgDn",
	"enter": "⏎", "space": "Space", "tab": "Tab", "shift+tab": "⇧Tab", "esc": "Esc",
	"home": "Home", "end": "End", "backspace": "⌫", "delete": "Del", "f1": "F1",
	"shift+left": "⇧←", "shift+right": "⇧→",
}

// keyLabelsOf are keys as the help and the palette show them.
func keyLabelsOf(keys []string) string {
	labels := make([]string, len(keys))
	for i, key := range keys {
		labels[i] = keyLabel(key)
	}
	return strings.Join(labels, " ")
}

func keyLabel(key string) string {
	if l, ok := keyLabels[key]; ok {
		return l
	}
	if rest, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return "^" + rest
	}
	return safe(key)
}

// KeyTable is the key map as a Markdown table, for the README.
func KeyTable() string {
	var b strings.Builder
	b.WriteString("| key | action | what it does |\n| --- | --- | --- |\n")
	for _, bind := range defaultBindings {
		var keys []string
		for _, key := range bind.keys {
			keys = append(keys, "`"+key+"`")
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", strings.Join(keys, " "), bind.action, bind.help)
	}
	return b.String()
}
