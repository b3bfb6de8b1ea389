package feeds

import (
	"html"
	"regexp"
	"strings"
	"sync"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainText turns markup into text: block elements part paragraphs, scripts,
// styles and captions go, entities are decoded once. A '<' that opens no HTML
// element stays as it is: headlines hold comparisons and code. The result is
// decoded, so it must still be cleaned.
func plainText(s string) string {
	if !strings.ContainsRune(s, '<') {
		return html.UnescapeString(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	if rest := writePlain(&b, s, isHidden); rest != "" {
		writePlain(&b, rest, isCode)
	}
	return dropPromotion(b.String())
}

// writePlain writes the text of s without the content of hidden elements. Of
// one that is never closed it returns what stands behind its start tag, since
// that is probably the text.
func writePlain(b *strings.Builder, s string, isHidden func(atom.Atom) bool) (rest string) {
	z := xhtml.NewTokenizer(strings.NewReader(s))
	var hidden atom.Atom // the element whose content is being left out
	depth, read, behind := 0, 0, 0
	for {
		kind := z.Next()
		read += len(z.Raw())
		switch kind {
		case xhtml.ErrorToken:
			if hidden != 0 && !isCode(hidden) {
				return s[min(behind, len(s)):]
			}
			return ""
		case xhtml.TextToken:
			if hidden == 0 {
				b.WriteString(html.UnescapeString(string(z.Raw())))
			}
			continue
		case xhtml.StartTagToken, xhtml.EndTagToken, xhtml.SelfClosingTagToken:
		default: // comments, doctypes
			continue
		}
		raw := string(z.Raw()) // TagName lower-cases in place
		name, _ := z.TagName()
		tag := atom.Lookup(name)
		switch {
		case hidden != 0:
			if tag == hidden {
				depth += step(kind)
			}
			if depth == 0 {
				hidden = 0
			}
		case isHidden(tag):
			if kind == xhtml.StartTagToken {
				hidden, depth, behind = tag, 1, read
			}
		case tag == atom.Br:
			b.WriteByte('\n')
		case isBlock(tag):
			b.WriteString("\n\n")
		case tag == atom.Td || tag == atom.Th:
			b.WriteByte(' ')
		case tag == 0 && !strings.ContainsAny(string(name), ":-"):
			b.WriteString(html.UnescapeString(raw))
		}
	}
}

func step(kind xhtml.TokenType) int {
	switch kind {
	case xhtml.StartTagToken:
		return 1
	case xhtml.EndTagToken:
		return -1
	}
	return 0
}

// isHidden names the elements whose content is not for reading.
func isHidden(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Object, atom.Svg,
		atom.Template, atom.Figcaption, atom.Head, atom.Select, atom.Audio, atom.Video:
		return true
	}
	return false
}

// isCode names those of them that never hold text.
func isCode(tag atom.Atom) bool { return tag == atom.Script || tag == atom.Style }

// isBlock names the elements that begin and end a paragraph.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Blockquote, atom.Section, atom.Article, atom.Table, atom.Tr,
		atom.Dl, atom.Dt, atom.Dd, atom.Figure, atom.Pre, atom.Hr, atom.Address,
		atom.Header, atom.Footer, atom.Aside, atom.Main, atom.Nav, atom.Form, atom.Center: //nolint:misspell // HTML's own
		return true
	}
	return false
}

// promotion is the last paragraph that publishing systems add by themselves.
var promotion = sync.OnceValue(func() *regexp.Regexp { // made when it is needed: it is large
	return regexp.MustCompile(`\n\s*(?:(?:Read more|Continue reading|Read the full (?:story|article))[^\n]{0,80}|The post [^\n]{1,300} (?:appeared|first appeared)[^\n]{0,20} on [^\n]{1,120})\s*$`)
})

// dropPromotion takes that paragraph off, unless it is all there is.
func dropPromotion(s string) string {
	tail := max(0, len(s)-600)
	at := promotion().FindStringIndex(s[tail:])
	if at == nil || strings.TrimSpace(s[:tail+at[0]]) == "" {
		return s
	}
	return s[:tail+at[0]]
}
