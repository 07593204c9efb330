package corpus

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// anchors hands out heading ids as Hugo 0.165 prints them with its default "github" style. A page's headings must
// come in order: an id that was made earlier, or written earlier, decides whether a later one gets a number.
type anchors struct {
	taken  map[string]bool
	number map[string]int // the last number that was added to an id
}

func newAnchors() *anchors { return &anchors{map[string]bool{}, map[string]int{}} }

// explicit takes note of an id that the author wrote. Hugo prints it as it stands, even when it is there already.
func (a *anchors) explicit(id string) { a.taken[id] = true }

// generate makes the id of a heading without one: with the first number that is free where the id is there already.
func (a *anchors) generate(text string) string {
	stem := slug(text)
	if stem == "" {
		stem = "heading"
	}
	id := stem
	for a.taken[id] {
		a.number[stem]++
		id = stem + "-" + strconv.Itoa(a.number[stem])
	}
	a.taken[id] = true
	return id
}

// slug keeps letters, digits and underscores in lower case, turns spaces and hyphens into hyphens, and drops the rest.
func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return '-'
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, strings.TrimSpace(text))
}

// slugSource is the text that Hugo makes a heading's id from: like what is shown, but of nested markup (a link in
// emphasis, say) only the first piece, and of a heading on several lines only the last.
func slugSource(h *ast.Heading, source []byte) string {
	var b strings.Builder
	for n := h.FirstChild(); n != nil; n = n.NextSibling() {
		writeSlugSource(&b, n, source)
	}
	text := string(util.ResolveEntityNames([]byte(b.String())))
	if h.Lines().Len() > 1 {
		text = text[strings.LastIndexByte(text, '\n')+1:]
	}
	return text
}

func writeSlugSource(b *strings.Builder, n ast.Node, source []byte) {
	switch n := n.(type) {
	case nil, *ast.RawHTML:
	case *ast.String:
		b.Write(n.Value)
	case *ast.Text:
		b.Write(n.Segment.Value(source))
		if n.HardLineBreak() || n.SoftLineBreak() {
			b.WriteByte('\n')
		}
	default:
		writeSlugSource(b, n.FirstChild(), source)
	}
}

// wellFormedAnchor is what authors may write: it goes into addresses that people read out.
var wellFormedAnchor = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
