package web

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lvgu/index/importer/block"
)

// reader gathers blocks; text is the paragraph that is open.
type reader struct {
	doc    *block.Document
	text   strings.Builder
	next   block.Block // what the open paragraph will be
	prefix string      // a list item's number, for its first paragraph
	err    error
}

// read takes the text before, in and after the main text: outside of it only the title and what describes the document is
// wanted, the rest is left.
func (r *reader) read(body *html.Node) {
	main := mainText(body)
	r.around(body, main)
	r.flow(main)
	r.end()
}

// around lists what stands outside of the main text, and adds the page's heading before it.
func (r *reader) around(n, main *html.Node) {
	if n == main {
		return
	}
	for k := range n.ChildNodes() {
		switch {
		case k == main:
		case contains(k, main):
			r.around(k, main)
		case k.Type == html.TextNode:
			r.doc.Leave("正文以外", k.Data)
		case k.Type != html.ElementNode || unseen(k):
		case furniture(k) != "":
			r.doc.Leave(furniture(k), textOf(k))
		default:
			r.beside(k)
		}
	}
}

// beside takes headings and the table of facts (文号, 发文机关) out of an element beside the main text, and leaves the rest.
func (r *reader) beside(n *html.Node) {
	switch {
	case n.DataAtom == atom.H1:
		r.doc.Add(block.Block{Title: true}, textOf(n))
	case describes(n):
		r.flow(n)
		r.end()
	case first(n, atom.H1) != nil:
		r.around(n, nil)
	default:
		r.doc.Leave("正文以外", textOf(n))
	}
}

// facts are the labels under which government pages describe a document.
var facts = []string{"发文机关", "发文字号", "文号", "成文日期"}

// describes reports whether an element is the description of a document: short, with two of its labels.
func describes(n *html.Node) bool {
	text := strings.NewReplacer(" ", "", "　", "", "\u00a0", "").Replace(textOf(n))
	const longest = 1500 // bytes: a dozen rows of a title's length
	found := 0
	for _, f := range facts {
		if strings.Contains(text, f) {
			found++
		}
	}
	return found >= 2 && len(text) < longest
}

func contains(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

// flow reads the content of an element.
func (r *reader) flow(n *html.Node) {
	for k := range n.ChildNodes() {
		if r.err != nil {
			return
		}
		switch {
		case k.Type == html.TextNode:
			r.text.WriteString(oneLine(k.Data))
		case k.Type == html.ElementNode:
			r.element(k)
		}
	}
}

func (r *reader) element(n *html.Node) {
	switch why := furniture(n); {
	case unseen(n):
	case why != "":
		r.doc.Leave(why, textOf(n))
	case n.DataAtom == atom.Br || n.DataAtom == atom.Hr:
		r.end()
	case n.DataAtom == atom.Img && attr(n, "alt") != "":
		r.doc.Leave("图片的说明", attr(n, "alt"))
	case n.DataAtom == atom.Table && !layout(n):
		r.end()
		r.table(n)
	case n.DataAtom == atom.Ol || n.DataAtom == atom.Ul:
		r.end()
		r.list(n)
	case isBlock(n):
		r.end()
		r.next = block.Block{Heading: rank(n), Title: n.DataAtom == atom.H1, Center: centred(n)}
		r.flow(n)
		r.end()
	default:
		r.flow(n)
	}
}

// end closes the open paragraph.
func (r *reader) end() {
	text := block.Squeeze(r.text.String())
	r.text.Reset()
	if text != "" {
		r.doc.Add(r.next, r.prefix+text)
		r.prefix = ""
	}
	r.next = block.Block{}
}

// list numbers the items of an ordered list as browsers do.
func (r *reader) list(n *html.Node) {
	number := 1
	if start, err := strconv.Atoi(attr(n, "start")); err == nil {
		number = start
	}
	for k := range n.ChildNodes() {
		if k.DataAtom != atom.Li {
			if k.Type == html.ElementNode {
				r.element(k)
			}
			continue
		}
		r.end()
		if n.DataAtom == atom.Ol {
			r.prefix = strconv.Itoa(number) + ". "
			number++
		}
		r.flow(k)
		r.end()
		r.prefix = ""
	}
}

// rank is the level of a heading below the page's own, 0 for what is none.
func rank(n *html.Node) int {
	switch n.DataAtom {
	case atom.H2:
		return 1
	case atom.H3:
		return 2
	case atom.H4:
		return 3
	case atom.H5:
		return 4
	case atom.H6:
		return 5
	}
	return 0
}

func centred(n *html.Node) bool {
	style := strings.ToLower(strings.ReplaceAll(attr(n, "style"), " ", ""))
	return strings.EqualFold(attr(n, "align"), "center") || strings.Contains(style, "text-align:center") || n.DataAtom == atom.Center
}

// isBlock reports whether an element begins a new line.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Section, atom.Article, atom.Main, atom.Center,
		atom.Blockquote, atom.Pre, atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Li, atom.Dl,
		atom.Dt, atom.Dd, atom.Form, atom.Fieldset, atom.Figure, atom.Figcaption, atom.Caption, atom.Address, atom.Header, atom.Details, atom.Summary:
		return true
	}
	return false
}

// hasBlocks reports whether lines begin within an element.
func hasBlocks(n *html.Node) bool {
	for k := range n.Descendants() {
		if k.Type == html.ElementNode && (isBlock(k) || k.DataAtom == atom.Br) {
			return true
		}
	}
	return false
}

// oneLine joins the lines of the page's source, whose ends mean nothing: between Chinese characters they are not even spaces.
func oneLine(source string) string {
	if !strings.ContainsAny(source, "\r\n") {
		return source
	}
	var text block.Joiner
	for line := range strings.FieldsFuncSeq(source, func(r rune) bool { return r == '\n' || r == '\r' }) {
		text.Add(line)
	}
	return space(source[:1]) + text.String() + space(source[len(source)-1:])
}

// space is a space for a character that is one.
func space(character string) string {
	if strings.ContainsAny(character, " \t\r\n") {
		return " "
	}
	return ""
}

// textOf is what a browser would show of an element, its lines parted by spaces.
func textOf(n *html.Node) string {
	var b strings.Builder
	writeText(&b, n)
	return block.Squeeze(b.String())
}

func writeText(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(oneLine(n.Data))
	case n.Type == html.ElementNode && !unseen(n):
		for k := range n.ChildNodes() {
			writeText(b, k)
		}
		if isBlock(n) || n.DataAtom == atom.Br {
			b.WriteByte('\n')
		}
	}
}
