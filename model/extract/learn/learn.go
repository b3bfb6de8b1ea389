// Package learn teaches the reader what is done with a measure where its rules do not
// say. It is a plain linear classifier (multinomial logistic regression), trained on the
// sentences in sentences/*.txt, that weighs what stands around a mention.
//
//	sentences/*.txt ──► Examples ──► Train ──► Write ──► ../data/learned.txt
//	                        │
//	                        └──► Check: trains on four fifths, reads the last fifth
//
// After a change to a sentence, or to a word list that changes what is seen of one, run
//
//	go generate ./model/extract
//
// at the top of the repository. It takes some seconds, prints the figures of Check and
// writes data/learned.txt, which is committed with the change.
//
// The first line of a file says what is in it; lines with # are for the reader of the
// file. Each other line is a sentence, or a headline when it has no full stop at its end.
// A measure stands in it as {ACTION: words}, ACTION being one of extract.LearnedActions,
// or reimposed: what this sentence tells is done with the measure. The states, people and
// newspapers in them are made up. Examples are numbered as they come, file by file in the
// order of their names, so that another name for a file is another learned.txt.
package learn

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"parley/model"
	"parley/model/extract"
)

//go:embed sentences/*.txt
var sentences embed.FS

// Example is a mention of a measure and what is done with it.
type Example struct {
	Features []string
	Action   int  // in extract.LearnedActions
	Sentence int  // number of the one it stands in, over all files
	Listed   bool // the lists name the measure, so that the reader will find it
}

// Examples reads the sentences. An error names the line and what to do.
func Examples() ([]Example, error) {
	actors, err := extract.BuiltinActors()
	if err != nil {
		return nil, err
	}
	reader, err := extract.New(model.NewDirectory(actors))
	if err != nil {
		return nil, err
	}
	files, err := sentences.ReadDir("sentences")
	if err != nil {
		return nil, err
	}
	var out []Example
	number := 0
	for _, file := range files {
		data, err := sentences.ReadFile("sentences/" + file.Name())
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(string(data), "\n") {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			s, err := parse(line)
			if err != nil {
				return nil, fmt.Errorf("sentences/%s:%d: %w", file.Name(), n+1, err)
			}
			out = append(out, s.examples(reader, number)...)
			number++
		}
	}
	return out, nil
}

// sentence is a line without its marks.
type sentence struct {
	text    string
	places  [][2]int // in bytes
	actions []int
}

// parse takes the marks out of a line.
func parse(line string) (sentence, error) {
	var s sentence
	var text strings.Builder
	for rest := line; rest != ""; {
		before, marked, ok := strings.Cut(rest, "{")
		if strings.Contains(before, "}") {
			return s, fmt.Errorf("a } without its {: write {ACTION: words}")
		}
		text.WriteString(before)
		if !ok {
			break
		}
		var inside string
		if inside, rest, ok = strings.Cut(marked, "}"); !ok {
			return s, fmt.Errorf("a { without its }: write {ACTION: words}")
		}
		name, words, ok := strings.Cut(inside, ": ")
		if !ok || strings.TrimSpace(words) != words || words == "" || strings.Contains(words, "{") {
			return s, fmt.Errorf("{%s} is no mark: write {ACTION: words}", inside)
		}
		if name == "reimposed" {
			name = "imposed" // as the rules read it
		}
		action := slices.Index(extract.LearnedActions[:], name)
		if action < 0 {
			return s, fmt.Errorf("%q is no action: take one of %s", name, strings.Join(extract.LearnedActions[:], ", "))
		}
		s.places = append(s.places, [2]int{text.Len(), text.Len() + len(words)})
		s.actions = append(s.actions, action)
		text.WriteString(words)
	}
	s.text = text.String()
	if len(s.places) == 0 {
		return s, fmt.Errorf("no measure is marked: write {ACTION: words}, with the action none when nothing is done with it")
	}
	return s, nil
}

// examples are the measures of a sentence with what is marked there.
func (s *sentence) examples(reader *extract.Reader, number int) []Example {
	in := model.InTitle
	if end := strings.TrimRight(s.text, `"”’')`); strings.HasSuffix(end, ".") || strings.HasSuffix(end, "!") || strings.HasSuffix(end, "?") {
		in = model.InText
	}
	var out []Example
	for _, m := range reader.Measures(s.text, in, s.places) {
		for i, p := range s.places {
			if m.Start < p[1] && p[0] < m.End {
				out = append(out, Example{Features: m.Features, Action: s.actions[i], Sentence: number, Listed: m.Listed})
				break
			}
		}
	}
	return out
}
