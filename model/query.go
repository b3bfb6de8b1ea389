package model

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Query is a search in the words of an editor, read by ParseQuery:
//
//	"quite useful" -tariff actor:putin type:threat,ultimatum before:"15 Aug 21:00"
//
// Everything in it must hold. What it asks of facts (Actors, Types, Topics,
// Kinds) must hold of one and the same fact of an item.
type Query struct {
	Source    string           // as typed
	Words     []AnyWord        // each must occur in title or text
	Not       []Word           // none may occur
	Actors    []Choice         // actor ids: speaker, sender, target, participant
	Types     []Choice         // statement types, signal actions, event kinds, modes
	Topics    []Choice         // topics, instruments, sectors
	Feeds     []Choice         // feed names, or parts of them
	Sides     []Choice         // sides of actors; Resolve turns them into actors
	Kinds     []Kind           // KindStatement, KindSignal, KindEvent; empty for all
	Certainty []CertaintyLevel // one of these; only a board knows it
	After     time.Time        // not before this moment; zero for no bound
	Before    time.Time        // as things stood before this moment; zero for no bound
	Unread    bool             // only what the reader has not seen
}

// Word is a word, the beginning of one, or several in exactly this order.
type Word struct {
	Text   string
	Exact  bool // in quotation marks
	Prefix bool // ended with an asterisk
	Title  bool // in the title only
}

// AnyWord is words of which one must occur.
type AnyWord []Word

// Choice is values of which one must hold, or none where Not is set.
type Choice struct {
	Any []string
	Not bool
}

// IsZero reports whether the query asks for nothing, and so finds everything.
func (q *Query) IsZero() bool {
	return len(q.Words) == 0 && len(q.Not) == 0 && len(q.Feeds) == 0 && len(q.Certainty) == 0 &&
		!q.OfFacts() && q.After.IsZero() && q.Before.IsZero() && !q.Unread
}

// OfFacts reports whether the query asks anything of facts.
func (q *Query) OfFacts() bool {
	return len(q.Actors) > 0 || len(q.Types) > 0 || len(q.Topics) > 0 || len(q.Sides) > 0 || len(q.Kinds) > 0
}

// HasPrefix reports whether a word of the query stands for all that begin so.
func (q *Query) HasPrefix() bool {
	return slices.ContainsFunc(q.Words, func(any AnyWord) bool {
		return slices.ContainsFunc(any, func(w Word) bool { return w.Prefix })
	})
}

// Filter returns as much of the query as narrows a pane. Where it is not Exact,
// the items of a full-text search belong into Filter.Items.
func (q *Query) Filter() Filter {
	f := Filter{Certainty: q.Certainty}
	var text []string
	for _, any := range q.Words {
		if len(any) == 1 && !any[0].Title {
			text = append(text, any[0].Text)
		}
	}
	f.Text = strings.Join(text, " ")
	f.Actor = single(q.Actors)
	f.Topic = single(q.Topics)
	f.Feed = single(q.Feeds)
	f.Side = single(q.Sides)
	for _, c := range q.Types {
		if !c.Not {
			f.Types = c.Any
			break
		}
	}
	return f
}

// Exact reports whether Filter says all that the query does.
func (q *Query) Exact() bool {
	for _, any := range q.Words {
		if len(any) != 1 || any[0].Exact || any[0].Prefix || any[0].Title {
			return false
		}
	}
	for _, list := range [][]Choice{q.Actors, q.Topics, q.Feeds, q.Sides} {
		if len(list) > 1 || (len(list) == 1 && (list[0].Not || len(list[0].Any) > 1)) {
			return false
		}
	}
	types := len(q.Types) == 0 || (len(q.Types) == 1 && !q.Types[0].Not)
	return types && len(q.Not) == 0 && len(q.Kinds) == 0 && q.After.IsZero() && q.Before.IsZero() && !q.Unread
}

func single(list []Choice) string {
	for _, c := range list {
		if !c.Not && len(c.Any) == 1 {
			return c.Any[0]
		}
	}
	return ""
}

// Resolve puts ids in the place of the names by which a query calls actors
// ("actor:"Vladimir Putin"", an alias, a family name), the whole name in the place
// of a part of a feed's name, and actors in the place of sides. What the
// directory does not know stays as it is: the reader makes ids for strangers too.
func (q *Query) Resolve(dir *Directory, feeds []Feed) Query {
	r := *q
	r.Actors = mapChoices(q.Actors, func(name string) []string { return []string{actorID(dir, name)} })
	r.Feeds = mapChoices(q.Feeds, func(part string) []string { return feedNames(feeds, part) })
	r.Sides = nil
	for _, c := range q.Sides {
		ids := Choice{Not: c.Not}
		for _, a := range dir.All() {
			if slices.ContainsFunc(c.Any, func(side string) bool { return strings.EqualFold(side, a.Side) }) {
				ids.Any = append(ids.Any, a.ID)
			}
		}
		if len(ids.Any) == 0 {
			ids.Any = c.Any // nobody stands there: find nothing, not everything
		}
		r.Actors = append(r.Actors, ids)
	}
	return r
}

func mapChoices(list []Choice, names func(string) []string) []Choice {
	var mapped []Choice
	for _, c := range list {
		m := Choice{Not: c.Not}
		for _, value := range c.Any {
			m.Any = append(m.Any, names(value)...)
		}
		mapped = append(mapped, m)
	}
	return mapped
}

// actorID finds the one actor that is called so; an id or a whole name wins over
// an alias, an alias over a family name.
func actorID(dir *Directory, name string) string {
	id := kebab(name)
	if _, ok := dir.Find(id); ok {
		return id
	}
	var alias, family []string
	for _, a := range dir.All() {
		if kebab(a.Name) == id {
			return a.ID
		}
		if slices.ContainsFunc(a.Aliases, func(s string) bool { return kebab(s) == id }) {
			alias = append(alias, a.ID)
		}
		if strings.HasSuffix(kebab(a.Name), "-"+id) {
			family = append(family, a.ID)
		}
	}
	for _, found := range [][]string{alias, family} {
		if len(found) == 1 {
			return found[0]
		}
	}
	return id
}

func feedNames(feeds []Feed, part string) []string {
	var names []string
	for _, f := range feeds {
		if strings.EqualFold(f.Name, part) {
			return []string{f.Name}
		}
		if strings.Contains(strings.ToLower(f.Name), strings.ToLower(part)) {
			names = append(names, f.Name)
		}
	}
	if names == nil {
		return []string{part}
	}
	return names
}

// kebab writes a name as ids are written.
func kebab(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == ' ' || r == '-' || r == '_'
	}), "-")
}

// QueryError says what is wrong with a query, and where.
type QueryError struct {
	Column int // from 1, in characters
	Msg    string
}

// Error says the fault in words with its position.
func (e *QueryError) Error() string {
	return fmt.Sprintf("search, column %d: %s", e.Column, printable(e.Msg))
}
