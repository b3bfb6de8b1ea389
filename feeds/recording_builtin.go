package feeds

import (
	"embed"
	"fmt"
	"slices"
	"strings"
)

// The built-in recordings tell what is on the public record, in demo outlets'
// words: quotation marks around a real person's words hold what that person
// said, as listed in testdata/quotations.jsonl.
//
//go:embed recordings/alaska.jsonl recordings/aftermath.jsonl
var recordings embed.FS

// The built-in recordings.
const (
	Alaska    = "alaska"    // the summit of 15 August 2025, 14 July to 27 August
	Aftermath = "aftermath" // sanctions, licences and talks from then to March 2026
)

// BuiltinNames are the recordings that Builtin knows, the default first.
var BuiltinNames = []string{Alaska, Aftermath}

// Builtin returns a built-in recording by name.
func Builtin(name string) (*Recording, error) {
	if !slices.Contains(BuiltinNames, name) {
		return nil, fmt.Errorf("no built-in recording %q: there are %s", name, strings.Join(BuiltinNames, " and "))
	}
	f, err := recordings.Open("recordings/" + name + ".jsonl")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rec, err := ReadRecording(f)
	if err != nil {
		return nil, fmt.Errorf("built-in recording %s: %w", name, err)
	}
	return rec, nil
}
