package corpus

import (
	"bytes"
	"html"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
)

// newMarkdown reads Markdown as Hugo does with the settings of site/hugo.toml, for what is indexed must be what is shown.
func newMarkdown() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList,
			extension.DefinitionList, extension.Footnote),
		goldmark.WithParserOptions(parser.WithAttribute()),
	)
}

// body is a page's parsed Markdown.
type body struct {
	source []byte
	root   ast.Node
	starts []int // offsets of the line starts in source
	first  int   // number of the first line in the file
}

func newBody(source []byte, first int, root ast.Node) *body {
	b := &body{source: source, root: root, starts: []int{0}, first: first}
	for i, c := range source {
		if c == '\n' {
			b.starts = append(b.starts, i+1)
		}
	}
	return b
}

// line is the number in the file of the line at an offset.
func (b *body) line(offset int) int {
	return b.first + sort.SearchInts(b.starts, offset+1) - 1
}

// lineOf is the line where a node begins; of nodes without a place, that of the nearest one that has.
func (b *body) lineOf(n ast.Node) int {
	for m := n; m != nil; m = m.FirstChild() {
		if offset := place(m); offset >= 0 {
			return b.line(offset)
		}
	}
	for m := n.Parent(); m != nil; m = m.Parent() {
		if offset := place(m); offset >= 0 {
			return b.line(offset)
		}
	}
	return b.first
}

// place is the offset of a node, -1 where goldmark does not say.
func place(n ast.Node) int {
	if t, ok := n.(*ast.Text); ok {
		return t.Segment.Start
	}
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	if n.Kind() == ast.KindDocument {
		return -1
	}
	return n.Pos()
}

// inline is the text of a node's children as a reader sees it.
func (b *body) inline(n ast.Node) string {
	var s strings.Builder
	b.writeInline(&s, n)
	return strings.TrimSpace(s.String())
}

func (b *body) writeInline(s *strings.Builder, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			s.WriteString(html.UnescapeString(unescape(n.Segment.Value(b.source))))
			switch {
			case n.HardLineBreak():
				s.WriteByte('\n')
			case n.SoftLineBreak():
				s.WriteString(b.softBreak(s.String(), n))
			}
		case *ast.String:
			s.WriteString(html.UnescapeString(string(n.Value)))
		case *ast.CodeSpan:
			b.writeCode(s, n)
		case *ast.AutoLink:
			s.Write(n.Label(b.source))
		case *ast.RawHTML:
			if isBreak(n.Segments.Value(b.source)) {
				s.WriteByte('\n')
			}
		case *ast.Image, *east.FootnoteLink, *east.FootnoteBacklink, *east.TaskCheckBox, *east.Strikethrough:
			// Not text that a reader would quote.
		default:
			b.writeInline(s, n)
		}
	}
}

func (b *body) writeCode(s *strings.Builder, n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			s.WriteString(strings.ReplaceAll(string(t.Segment.Value(b.source)), "\n", " "))
		}
	}
}

// softBreak is what a line end inside a paragraph becomes after the text so far: nothing between Chinese characters,
// a space elsewhere. What follows is looked up in the source, past the marks that a line may begin with.
func (b *body) softBreak(sofar string, t *ast.Text) string {
	before, _ := utf8.DecodeLastRuneInString(sofar)
	after, _ := utf8.DecodeRune(bytes.TrimLeft(b.source[t.Segment.Stop:], " \t\n>*_`[!"))
	if wide(before) && wide(after) || fullWidth(before) || fullWidth(after) {
		return ""
	}
	return " "
}

// fullWidth reports whether a rune is Chinese punctuation, which brings its own space.
func fullWidth(r rune) bool { return r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF }

// wide reports whether a rune is written without spaces around it.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || fullWidth(r) || strings.ContainsRune("“”‘’—…·", r)
}

// unescape drops the backslashes of Markdown's escapes.
func unescape(text []byte) string {
	if bytes.IndexByte(text, '\\') < 0 {
		return string(text)
	}
	var s strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && text[i+1] < utf8.RuneSelf && (unicode.IsPunct(rune(text[i+1])) || unicode.IsSymbol(rune(text[i+1]))) {
			i++
		}
		s.WriteByte(text[i])
	}
	return s.String()
}

// isBreak reports whether inline HTML is a line break.
func isBreak(tag []byte) bool {
	t := strings.ToLower(strings.Join(strings.Fields(string(tag)), ""))
	return t == "<br>" || t == "<br/>"
}

// isComment reports whether HTML is nothing but a comment.
func isComment(tag []byte) bool {
	t := bytes.TrimSpace(tag)
	return bytes.HasPrefix(t, []byte("<!--")) && bytes.Index(t, []byte("-->")) == len(t)-len("-->")
}

// lines is the text of a block, one line for each paragraph, list item or line of code. Tables and headings are left out:
// they make passages of their own.
func (b *body) lines(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *east.DefinitionTerm:
		return splitLines(b.inline(n))
	case *ast.List:
		return b.listLines(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return splitLines(string(n.Lines().Value(b.source)))
	case *ast.Heading, *ast.HTMLBlock, *ast.ThematicBreak, *east.Table, *east.FootnoteList:
		return nil
	}
	var lines []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		lines = append(lines, b.lines(c)...)
	}
	return lines
}

// listLines numbers the items of an ordered list as the page shows them.
func (b *body) listLines(list *ast.List) []string {
	var lines []string
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		var own []string
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			own = append(own, b.lines(c)...)
		}
		if list.IsOrdered() && len(own) > 0 {
			own[0] = strconv.Itoa(number) + ". " + own[0]
		}
		number++
		lines = append(lines, own...)
	}
	return lines
}

// splitLines cuts text into its lines without blank ones and spaces around them.
func splitLines(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
