package store

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/model"
)

// matchExpr writes a query in the language of the full-text index. Whatever was
// typed stands in quotation marks there, so that it can never break out.
func matchExpr(q *model.Query) string {
	var with, without []string
	if words := wordsExpr(q); words != "" {
		with = append(with, words)
	}
	for _, w := range q.Not {
		without = append(without, sought(w))
	}
	add := func(class string, choices []model.Choice) {
		for _, c := range choices {
			var any []string
			for _, value := range c.Any {
				any = append(any, tag(class, value))
			}
			expr := "tags : (" + strings.Join(any, " OR ") + ")"
			if c.Not {
				without = append(without, expr)
			} else {
				with = append(with, expr)
			}
		}
	}
	add("a", q.Actors)
	add("a", q.Sides) // unresolved: names nobody
	add("t", q.Types)
	add("o", q.Topics)
	add("f", q.Feeds)
	if len(q.Kinds) > 0 {
		kinds := model.Choice{}
		for _, k := range q.Kinds {
			kinds.Any = append(kinds.Any, kindNames[k])
		}
		add("k", []model.Choice{kinds})
	}
	if len(with) == 0 {
		with = append(with, "tags : "+everything)
	}
	expr := "(" + strings.Join(with, ") AND (") + ")"
	for _, w := range without {
		expr = "(" + expr + ") NOT (" + w + ")"
	}
	return expr
}

// wordsExpr is the part of a query that is looked for in title and text, empty
// for none.
func wordsExpr(q *model.Query) string {
	var all []string
	for _, group := range q.Words {
		var any []string
		for _, w := range group {
			any = append(any, sought(w))
		}
		all = append(all, "("+strings.Join(any, " OR ")+")")
	}
	return strings.Join(all, " AND ")
}

// sought is a word with the columns it is looked for in. Where it can be no tag, it
// goes without saying that it is in none: to name columns takes twice as long.
func sought(w model.Word) string {
	switch {
	case w.Title:
		return "title : " + quoted(w)
	case mayBeTag(w):
		return "{title body} : " + quoted(w)
	}
	return quoted(w)
}

// mayBeTag reports whether the index can find a word among the tags, which begin
// with the letter of their class and end in a 0.
func mayBeTag(w model.Word) bool {
	if !w.Prefix {
		return strings.Contains(w.Text, "0")
	}
	parts := strings.FieldsFunc(w.Text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r)
	})
	if len(parts) == 0 {
		return true
	}
	first := strings.ToLower(parts[len(parts)-1])[0]
	return first >= utf8.RuneSelf || strings.IndexByte(tagClasses, first) >= 0
}

func quoted(w model.Word) string {
	expr := `"` + strings.ReplaceAll(strings.ReplaceAll(w.Text, `"`, `""`), "\x00", "") + `"`
	if w.Prefix {
		expr += " *"
	}
	return expr
}

// asksForFact reports whether a fact must be there, and not only be missing.
func asksForFact(q *model.Query) bool {
	positive := func(c model.Choice) bool { return !c.Not }
	return len(q.Kinds) > 0 || slices.ContainsFunc(q.Actors, positive) || slices.ContainsFunc(q.Types, positive) ||
		slices.ContainsFunc(q.Topics, positive) || slices.ContainsFunc(q.Sides, positive)
}

// matching returns the facts of which everything holds that the query asks of facts.
func matching(q *model.Query, r *model.Reading) []FactRef {
	refs := []FactRef{}
	for i := range r.Statements {
		if f := statementFact(&r.Statements[i]); f.meets(q) {
			refs = append(refs, FactRef{f.kind, i})
		}
	}
	for i := range r.Signals {
		if f := signalFact(&r.Signals[i]); f.meets(q) {
			refs = append(refs, FactRef{f.kind, i})
		}
	}
	for i := range r.Events {
		if f := eventFact(&r.Events[i]); f.meets(q) {
			refs = append(refs, FactRef{f.kind, i})
		}
	}
	return refs
}

func (f *fact) meets(q *model.Query) bool {
	return (len(q.Kinds) == 0 || slices.Contains(q.Kinds, f.kind)) &&
		holds(q.Actors, f.actors) && holds(q.Sides, nil) && holds(q.Types, f.types) && holds(q.Topics, f.topics)
}

func holds(choices []model.Choice, values []string) bool {
	for _, c := range choices {
		found := slices.ContainsFunc(values, func(v string) bool {
			return slices.ContainsFunc(c.Any, func(want string) bool { return strings.EqualFold(v, want) })
		})
		if found == c.Not {
			return false
		}
	}
	return true
}
