package model

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
)

func (n *note) json(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(n)
}

// csv writes one row a fact, side, change, rung, phase and actor.
func (n *note) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	row := func(by []noteMark, cells ...string) {
		cells = append(cells, handText(by))
		for i, c := range cells {
			cells[i] = harmless(c)
		}
		_ = out.Write(cells) // the error stays with the writer until Flush
	}
	_ = out.Write([]string{"section", "kind", "actor", "type", "text", "at", "certainty", "why", "feeds", "links", "by hand"})
	for _, s := range []struct {
		name string
		list []noteFact
	}{{"confirmed", n.Confirmed}, {"unconfirmed", n.Unconfirmed}, {"noted", n.Noted}} {
		for _, f := range s.list {
			row(f.Hand, s.name, f.Kind, f.Actor, f.Type, f.Text, stamp(f.At), string(f.Certainty.Level), strings.Join(f.Certainty.Reasons, "; "), feedsOf(f.Sources), linksOf(f.Sources))
		}
	}
	for _, c := range n.Conflicts {
		for _, s := range c.Sides {
			row(nil, "conflict", c.Kind, "", c.Topic, s.Says, stamp(c.Since), "", resolvedText(c, time.UTC)+takenBackText(s, time.UTC), feedsOf(s.Sources), linksOf(s.Sources))
		}
	}
	for _, c := range n.Changed {
		row(c.Hand, "changed", "item", "", c.What, c.Now, stamp(c.At), "", c.Was, c.Feed, c.Link)
	}
	for _, x := range n.Turns {
		row(nil, "turn", "position", x.Actor, x.Topic, x.After.Text, stamp(x.At), string(x.After.Certainty.Level), x.Turn, feedsOf(x.After.Sources), linksOf(x.After.Sources))
	}
	for _, l := range n.Ladder {
		row(nil, "ladder", "target", l.Target, l.Rung, l.Relief, stamp(l.Next), "", l.NextWhy, strings.Join(l.Senders, "; "), "")
	}
	for _, p := range n.Next {
		row(nil, "next", "phase", "", p.Status, p.Title, stamp(p.Start), "", p.Place, "", "")
	}
	for _, a := range n.Actors {
		row(nil, "actor", "statement", a.Name, "", a.Text, stamp(a.At), "", "", feedsOf(a.Sources), linksOf(a.Sources))
	}
	out.Flush()
	return out.Error()
}

// harmless keeps a spreadsheet from reading a cell as a formula.
func harmless(cell string) string {
	if trimmed := strings.TrimLeft(cell, " \t\r\n"); trimmed != "" && strings.ContainsRune("=+-@|%", rune(trimmed[0])) {
		return "'" + cell
	}
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") {
		return "'" + cell
	}
	return cell
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func feedsOf(list []noteSource) string {
	var out []string
	for _, s := range list {
		out = append(out, s.Feed)
	}
	return strings.Join(out, "; ")
}

func linksOf(list []noteSource) string {
	var out []string
	for _, s := range list {
		if s.Link != "" {
			out = append(out, s.Link)
		}
	}
	return strings.Join(out, " ")
}

func resolvedText(c noteConflict, zone *time.Location) string {
	if c.Resolved.IsZero() {
		return "open"
	}
	how := "resolved"
	if c.Kind == "plan" {
		how = "changed" // what then happened contradicts no plan
	}
	return how + " " + c.Resolved.In(zone).Format("2 Jan 15:04 MST")
}

func takenBackText(s noteSide, zone *time.Location) string {
	if s.TakenBack.IsZero() {
		return ""
	}
	return ", taken back " + s.TakenBack.In(zone).Format("2 Jan 15:04 MST")
}

// page writes Markdown and remembers the first error.
type page struct {
	w    io.Writer
	zone *time.Location
	asOf time.Time
	err  error
}

func (p *page) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *page) section(title string, empty bool) {
	p.line("\n## %s\n", title)
	if empty {
		p.line("Nothing.")
	}
}

func (p *page) at(t time.Time) string {
	if t.IsZero() {
		return "no time announced"
	}
	return p.day(t.In(p.zone)) + t.In(p.zone).Format(" 15:04 MST")
}

// day writes a date, with its year when that is not the year of the brief.
func (p *page) day(t time.Time) string {
	if t.Year() != p.asOf.In(p.zone).Year() {
		return t.Format("Mon 2 Jan 2006")
	}
	return t.Format("Mon 2 Jan")
}

func (n *note) markdown(w io.Writer) error {
	p := &page{w: w, zone: n.zone, asOf: n.AsOf}
	if n.Summit == "" {
		p.line("# Hand-over")
	} else {
		p.line("# %s: hand-over", plain(n.Summit))
	}
	p.line("\nAs of **%s** (%s), by what was %s.", n.Local, n.AsOf.UTC().Format("2006-01-02 15:04 UTC"), map[string]string{"seen": "seen at this desk", "published": "published"}[n.Clock])
	if !n.Since.IsZero() {
		p.line("New since %s.", p.at(n.Since))
	}
	if n.Filter != "" {
		p.line("\nOnly what matches: %s", plain(n.Filter))
	}
	p.facts("Confirmed", n.Confirmed)
	p.facts("Unconfirmed", n.Unconfirmed)
	if len(n.Noted) > 0 {
		p.facts("Also noted or checked by hand", n.Noted)
	}
	p.section("Conflicts", len(n.Conflicts) == 0)
	for _, c := range n.Conflicts {
		p.line("- **%s** %s (%s)", plain(c.Kind), plain(c.Topic), resolvedText(c, p.zone))
		for _, s := range c.Sides {
			says := plain(s.Says)
			if !s.TakenBack.IsZero() {
				says = "~~" + says + "~~" + takenBackText(s, p.zone)
			}
			p.line("  - %s: %s", says, links(s.Sources))
		}
	}
	p.section("Changed or corrected", len(n.Changed) == 0)
	for _, c := range n.Changed {
		was := ""
		if c.Was != "" {
			was = " ~~" + plain(c.Was) + "~~ →"
		}
		p.line("- %s %s:%s %s (%s)", p.at(c.At), plain(c.What), was, linked(c.Now, c.Link), plain(c.Feed))
		p.hand(c.Hand)
	}
	p.section("Positions that turned", len(n.Turns) == 0)
	for _, x := range n.Turns {
		p.line("- %s **%s** on %s: %s", p.at(x.At), plain(x.Actor), plain(x.Topic), plain(x.Turn))
		for _, f := range []*noteFact{&x.Before, &x.After} {
			p.line("  - %s %s — %s", p.at(f.At), f.words(), links(f.Sources))
		}
	}
	p.section("Sanction ladder", len(n.Ladder) == 0)
	for _, l := range n.Ladder {
		p.line("- **%s**: %s%s", plain(l.Target), rungText(l), p.countdown(l, n.AsOf))
	}
	p.section("Next on the agenda", len(n.Next) == 0)
	for _, x := range n.Next {
		at := p.at(x.Start)
		if x.day {
			at = p.day(x.Start)
		}
		p.line("- %s: %s, %s", at, plain(x.Title), x.Status)
	}
	p.section("Latest statement of each actor", len(n.Actors) == 0)
	for _, a := range n.Actors {
		p.line("- **%s** (%s): %s — %s", plain(a.Name), p.at(a.At), quotedIf(a.Quoted, plain(a.Text)), links(a.Sources))
	}
	return p.err
}

func (p *page) facts(title string, list []noteFact) {
	p.section(title, len(list) == 0)
	for _, f := range list {
		needs := ""
		if f.Certainty.Needs != "" {
			needs = "; " + f.Certainty.Needs
		}
		at := p.at(f.At)
		if f.day {
			at = p.day(f.At.UTC())
		}
		if !f.Published.IsZero() {
			at += " (published " + p.at(f.Published) + ")"
		}
		sure := ""
		if f.Kind != "item" {
			sure = fmt.Sprintf(" (%s: %s%s)", f.Certainty.Level, plain(strings.Join(reasonsApart(f.Certainty), "; ")), needs)
		}
		words := f.words()
		if f.Certainty.Level == Corrected || f.Certainty.Level == Withdrawn {
			words = "~~" + words + "~~"
		}
		p.line("- %s %s — %s%s", at, words, links(f.Sources), sure)
		p.hand(f.Hand)
	}
}

// words say a fact as a person would: "**Ana Vell** (threat): “…”". Names carry the
// mark, what only says "said so" is left out.
func (f *noteFact) words() string {
	text := plain(f.Text)
	switch f.Kind {
	case "event", "item":
		return text
	case "signal":
		if f.Actor == "" {
			return text + " (sender not named)"
		}
		return "**" + plain(f.Actor) + "** " + text
	}
	who := "**" + plain(f.Actor) + "**"
	if f.Actor == Unknown {
		who = "Unclear who"
	}
	switch {
	case f.Verb != "":
		who += " (" + plain(f.Verb) + ")"
	case f.Type != "" && f.Type != "assertion":
		who += " (" + plain(strings.ReplaceAll(f.Type, "-", " ")) + ")"
	}
	return who + ": " + quotedIf(f.Quoted, text)
}

func quotedIf(quoted bool, text string) string {
	if quoted {
		return "“" + text + "”"
	}
	return text
}

func rungText(l noteLadder) string {
	by := func(senders []string) string {
		if len(senders) == 0 {
			return ""
		}
		return " (by " + plain(strings.Join(senders, ", ")) + ")"
	}
	var text string
	switch {
	case l.Rung != "":
		text = l.Rung + by(l.RungBy)
		if l.Disputed {
			text += ", disputed"
		}
	case l.Background != "":
		text = "nothing new; from before: " + plain(l.Background) + by(l.Senders)
	case l.Relief == "" && len(l.Senders) > 0:
		text = "no pressure in force (signals by " + plain(strings.Join(l.Senders, ", ")) + ")"
	default:
		text = "no pressure in force"
	}
	if l.Relief != "" {
		text += ", relief " + l.Relief + by(l.ReliefBy)
	}
	return text
}

func (p *page) countdown(l noteLadder, now time.Time) string {
	if l.Next.IsZero() {
		return ""
	}
	if l.Next.UnixMilli()%msPerDay == 0 { // reports name the day only
		left := int(l.Next.Sub(now.UTC().Truncate(24*time.Hour)).Hours()) / 24
		return fmt.Sprintf("; %s %s, in %s", l.NextWhy, l.Next.UTC().Format("Mon 2 Jan"), Counted(left, "day", "days"))
	}
	left := l.Next.Sub(now).Round(time.Minute)
	days, hours, minutes := int(left.Hours())/24, int(left.Hours())%24, int(left.Minutes())%60
	return fmt.Sprintf("; %s %s, in %d d %d h %02d min", l.NextWhy, p.at(l.Next), days, hours, minutes)
}

// links are the sources of a fact as Markdown.
func links(list []noteSource) string {
	if len(list) == 0 {
		return "no source stands"
	}
	var out []string
	for _, s := range list {
		out = append(out, linked(s.Feed, s.Link))
	}
	return strings.Join(out, ", ")
}

func linked(text, link string) string {
	if link == "" || strings.ContainsAny(link, " ()<>\n") {
		return plain(text)
	}
	return "[" + plain(text) + "](" + link + ")"
}

var markdownMarks = strings.NewReplacer(
	"\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "]", "\\]", "<", "\\<", ">", "\\>", "#", "\\#", "|", "\\|", "~", "\\~", "\n", " ",
)

// plain writes text so that Markdown draws it as it is.
func plain(s string) string { return markdownMarks.Replace(s) }
