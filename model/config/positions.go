package config

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

type position struct{ line, col int }

// positions maps a key's path ("feeds[2].url") to where it is written.
type positions map[string]position

// find falls back to the table that holds a key which is not written itself.
func (p positions) find(key string) position {
	for {
		if at, ok := p[key]; ok {
			return at
		}
		cut := strings.LastIndexAny(key, ".[")
		if cut < 0 {
			return position{1, 1}
		}
		key = key[:cut]
	}
}

// locate walks a document that is known to parse and notes where each key and
// table stands.
func locate(data []byte) positions {
	at := positions{}
	seen := map[string]int{} // array tables so far
	var p unstable.Parser
	p.Reset(data)
	prefix := ""
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table:
			prefix = resolve(keyOf(e, at, data, "", seen, false), seen)
		case unstable.ArrayTable:
			prefix = keyOf(e, at, data, "", seen, true)
		case unstable.KeyValue:
			locateValue(e, at, data, prefix)
		}
	}
	return at
}

// keyOf notes an expression's key and returns its path.
func keyOf(e *unstable.Node, at positions, data []byte, prefix string, seen map[string]int, array bool) string {
	path := prefix
	it := e.Key()
	var first *unstable.Node
	for it.Next() {
		n := it.Node()
		if first == nil {
			first = n
		}
		path = join(path, string(n.Data))
		if seen == nil || it.IsLast() {
			continue
		}
		if n, ok := seen[path]; ok {
			path = fmt.Sprintf("%s[%d]", path, n-1)
		}
	}
	if array {
		seen[path]++
		path = fmt.Sprintf("%s[%d]", path, seen[path]-1)
	}
	if first != nil {
		at[path] = lineCol(data, int(first.Raw.Offset))
	}
	return path
}

func resolve(path string, seen map[string]int) string {
	if n, ok := seen[path]; ok {
		return fmt.Sprintf("%s[%d]", path, n-1)
	}
	return path
}

func locateValue(e *unstable.Node, at positions, data []byte, prefix string) {
	path := keyOf(e, at, data, prefix, nil, false)
	locateNested(e.Value(), at, data, path)
}

func locateNested(v *unstable.Node, at positions, data []byte, path string) {
	switch v.Kind {
	case unstable.InlineTable:
		for it := v.Children(); it.Next(); {
			locateValue(it.Node(), at, data, path)
		}
	case unstable.Array:
		i := 0
		for it := v.Children(); it.Next(); i++ {
			n := it.Node()
			sub := fmt.Sprintf("%s[%d]", path, i)
			if n.Raw.Length > 0 {
				at[sub] = lineCol(data, int(n.Raw.Offset))
			}
			locateNested(n, at, data, sub)
		}
	}
}

func join(prefix, key string) string {
	if prefix == "" {
		return key
	}
	return prefix + "." + key
}

func lineCol(data []byte, offset int) position {
	if offset > len(data) {
		offset = len(data)
	}
	head := string(data[:offset])
	line := strings.Count(head, "\n")
	return position{line + 1, utf8.RuneCountInString(head[strings.LastIndexByte(head, '\n')+1:]) + 1}
}
