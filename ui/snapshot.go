package ui

import (
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Snapshot is the frame that stands after the given key presses, without a
// terminal. Keys are spelled as Bubble Tea spells them; "text:WORD" types a word.
// Options.Profile NoTTY gives plain text; zero gives true colour.
func Snapshot(desk Desk, opts Options, width, height int, keys []string) (string, error) {
	if width < 1 || height < 1 || width > 10000 || height > 10000 {
		return "", fmt.Errorf("a frame of %d×%d cells cannot be drawn; try 120x36", width, height)
	}
	m := New(desk, opts)
	m.still = true
	m.send(tea.WindowSizeMsg{Width: width, Height: height})
	m.settle(m.startFilter(), 0)
	for _, key := range keys {
		presses, err := keyPresses(key)
		if err != nil {
			return "", err
		}
		for _, press := range presses {
			m.frame() // what stands on the screen depends on what stood there
			m.send(press)
		}
	}
	return m.frame(), nil
}

// send updates the model and runs the commands that come of it, at once.
func (m *Model) send(msg tea.Msg) {
	_, cmd := m.Update(msg)
	m.settle(cmd, 0)
}

func (m *Model) settle(cmd tea.Cmd, depth int) {
	if cmd == nil || depth > 8 {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			m.settle(c, depth+1)
		}
	case foundMsg, didMsg, wakeMsg, mutedMsg:
		_, next := m.Update(msg)
		m.settle(next, depth+1)
	default:
		// A sequence is a slice of commands of a type that is not exported.
		if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice {
			for i := range v.Len() {
				if c, ok := v.Index(i).Interface().(tea.Cmd); ok {
					m.settle(c, depth+1)
				}
			}
		}
	}
}

var namedKeys = map[string]rune{
	"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown, "home": tea.KeyHome, "end": tea.KeyEnd,
	"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "pgdn": tea.KeyPgDown, "enter": tea.KeyEnter, "return": tea.KeyEnter, "tab": tea.KeyTab,
	"esc": tea.KeyEscape, "escape": tea.KeyEscape, "backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert, "space": tea.KeySpace,
	"f1": tea.KeyF1, "f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6,
	"f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

var modifiers = []struct {
	prefix string
	mod    tea.KeyMod
}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}, {"meta+", tea.ModMeta}, {"super+", tea.ModSuper}, {"hyper+", tea.ModHyper}}

// keyPresses reads the name of a key, or a word to type.
func keyPresses(name string) ([]tea.KeyPressMsg, error) {
	if word, ok := strings.CutPrefix(name, "text:"); ok {
		var out []tea.KeyPressMsg
		for _, r := range word {
			out = append(out, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
		return out, nil
	}
	key, rest := tea.KeyPressMsg{}, name
	for again := true; again; {
		again = false
		for _, m := range modifiers {
			if tail, ok := strings.CutPrefix(rest, m.prefix); ok && tail != "" {
				key.Mod |= m.mod
				rest, again = tail, true
			}
		}
	}
	switch code, ok := namedKeys[rest]; {
	case ok:
		key.Code = code
		if code == tea.KeySpace && key.Mod == 0 {
			key.Text = " "
		}
	case utf8.RuneCountInString(rest) == 1:
		key.Code, _ = utf8.DecodeRuneInString(rest)
		if key.Mod&^tea.ModShift == 0 {
			key.Text = rest
		}
	default:
		return nil, fmt.Errorf("there is no key %q; keys are spelled like left, shift+tab, enter, ?, ctrl+p, and text:WORD types a word", name)
	}
	return []tea.KeyPressMsg{key}, nil
}
