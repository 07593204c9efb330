package corpus

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// parseBody parses the Markdown and notes what stands in it: headings with their anchors, links, blocks of text.
func (p *page) parseBody(md goldmark.Markdown, source []byte, first int) *body {
	b := newBody(source, first, md.Parser().Parse(text.NewReader(source)))
	p.checkShortcodes(source, first)
	made := newAnchors()
	p.anchored = map[string]int{}
	ast.Walk(b.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			p.addHeading(b, n, made)
		case *ast.Link:
			p.addLink(string(n.Destination), b.lineOf(n))
		case *ast.AutoLink:
			p.addLink(string(n.URL(b.source)), b.lineOf(n))
		case *ast.Image:
			p.checkImage(b, n)
		case *ast.HTMLBlock:
			p.checkHTML(wholeBlock(n, b.source), b.lineOf(n))
		case *ast.RawHTML:
			p.checkHTML(n.Segments.Value(b.source), b.lineOf(n))
		case *east.Strikethrough:
			p.fault(b.lineOf(n), RuleMarkup, "波浪线“~”之间的文字会显示成删除线", "区间写“5—10”或“5至10”")
		case *ast.Paragraph, *ast.TextBlock, *east.TableCell:
			p.addSentences(b, n)
		}
		return ast.WalkContinue, nil
	})
	return b
}

func (p *page) addHeading(b *body, n *ast.Heading, made *anchors) {
	h := heading{text: strings.Join(splitLines(b.inline(n)), " "), level: n.Level, line: b.lineOf(n), attributes: map[string]string{}}
	for _, a := range n.Attributes() {
		value, ok := a.Value.([]byte)
		if !ok {
			p.fault(h.line, RuleAttribute, "标题属性“"+string(a.Name)+"”的值没有加引号", string(a.Name)+`="…"`)
			continue
		}
		if _, ok := h.attributes[string(a.Name)]; ok {
			p.fault(h.line, RuleAttribute, "标题属性“"+string(a.Name)+"”写了两次", "只留一个")
		}
		h.attributes[string(a.Name)] = strings.TrimSpace(string(value))
	}
	if id, ok := h.attributes["id"]; ok {
		h.explicit, h.anchor = true, id
		made.explicit(id)
	} else if text := slugSource(n, b.source); text != "" {
		h.anchor = made.generate(text)
	}
	p.checkHeading(h, n)
	if _, repeated := p.anchored[h.anchor]; !repeated && h.anchor != "" {
		p.anchored[h.anchor] = len(p.headings)
	}
	p.headings = append(p.headings, h)
}

// addSentences notes a block's text for the rules about wording, and looks for markup that stayed text.
func (p *page) addSentences(b *body, n ast.Node) {
	text, line := b.inline(n), b.lineOf(n)
	for i, part := range splitLines(text) {
		p.sentences = append(p.sentences, located{part, line + i})
		if at := p.locate(part, line); glued.MatchString(part) && !p.escaped(at) {
			p.fault(at, RuleHeading, "“#”后面没有空格，这一行不会成为标题", "在 # 和标题之间空一格")
		}
	}
	if strings.Contains(stripCode(b, n), "**") {
		p.fault(line, RuleMarkup, "加粗没有生效，页面上会看到“**”", "把标点移到 ** 外面，或在 ** 外侧加一个空格")
	}
}

// escaped reports whether the marks that a line begins with are meant as they stand: \#.
func (p *page) escaped(line int) bool {
	return line > 0 && line <= len(p.lines) && strings.HasPrefix(strings.TrimLeft(p.lines[line-1], " \t>*-"), `\#`)
}

// glued finds a heading whose marks touch its text. One mark alone may be a number's: #1.
var glued = regexp.MustCompile(`^#{2,6}[^#\s]`)

// stripCode is a block's own text without code, where asterisks are meant.
func stripCode(b *body, n ast.Node) string {
	var s strings.Builder
	ast.Walk(n, func(m ast.Node, entering bool) (ast.WalkStatus, error) {
		if m.Kind() == ast.KindCodeSpan {
			return ast.WalkSkipChildren, nil
		}
		if t, ok := m.(*ast.Text); ok && entering {
			s.Write(t.Segment.Value(b.source))
		}
		return ast.WalkContinue, nil
	})
	return s.String()
}

func (p *page) checkImage(b *body, n *ast.Image) {
	if b.inline(n) == "" {
		p.fault(b.lineOf(n), RuleAlt, "图片没有替代文字", "写成 ![图里有什么](地址)")
	}
}

// wholeBlock is a block of HTML with the line that closes it, which goldmark keeps apart where the block has several.
func wholeBlock(n *ast.HTMLBlock, source []byte) []byte {
	text := n.Lines().Value(source)
	if n.HasClosure() {
		text = append(text[:len(text):len(text)], n.ClosureLine.Value(source)...)
	}
	return text
}

func (p *page) checkHTML(tag []byte, line int) {
	if !isComment(tag) && !isBreak(tag) {
		p.fault(line, RuleHTML, "正文里的 HTML 不会显示", "改用 Markdown")
	}
}

var shortcode = regexp.MustCompile(`\{\{[<%]`)

// checkShortcodes looks at the raw text: Hugo runs shortcodes even inside code.
func (p *page) checkShortcodes(source []byte, first int) {
	line := first
	for text := range strings.Lines(string(source)) {
		if shortcode.MatchString(text) {
			p.fault(line, RuleShortcode, "正文不用短代码（{{< … >}}）", "写成普通的 Markdown")
		}
		line++
	}
}
