package web

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// weight is how much text an element holds, in characters: that of links counts against it, for menus are links.
type weight map[*html.Node]int

// share is the part of the whole text that the main text must hold, of 100: little else is prose.
const share = 80

// mainText is the innermost element that holds nearly all prose of the body.
func mainText(body *html.Node) *html.Node {
	w := weight{}
	w.measure(body, false)
	best := body
	for {
		next := heaviest(best, w)
		if next == nil || w[next]*100 < w[best]*share || !container(next) {
			return best
		}
		best = next
	}
}

func heaviest(n *html.Node, w weight) *html.Node {
	var best *html.Node
	for k := range n.ChildNodes() {
		if k.Type == html.ElementNode && (best == nil || w[k] > w[best]) {
			best = k
		}
	}
	return best
}

// container reports whether an element may be the main text: a paragraph or a table of figures is only a part of it.
func container(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Article, atom.Main, atom.Section, atom.Td, atom.Tbody, atom.Tr, atom.Form, atom.Center, atom.Span, atom.Font:
		return hasBlocks(n)
	case atom.Table:
		return layout(n)
	}
	return n.DataAtom == 0 && hasBlocks(n) // elements that sites invent
}

// measure sums up; furniture weighs nothing.
func (w weight) measure(n *html.Node, linked bool) int {
	sum := 0
	switch {
	case n.Type == html.TextNode:
		if sum = letters(n.Data); linked {
			sum = -sum
		}
	case n.Type != html.ElementNode, unseen(n), furniture(n) != "":
	default:
		for k := range n.ChildNodes() {
			sum += w.measure(k, linked || n.DataAtom == atom.A)
		}
	}
	w[n] = sum
	return sum
}

func letters(text string) int {
	count := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			count++
		}
	}
	return count
}

// unseen reports whether a browser shows nothing of an element.
func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Head, atom.Iframe, atom.Object, atom.Svg, atom.Title:
		return true
	}
	return false
}

// hidden reports whether an element says itself that it is not shown.
func hidden(n *html.Node) bool {
	style := strings.ToLower(strings.ReplaceAll(attr(n, "style"), " ", ""))
	for _, a := range n.Attr {
		if a.Key == "hidden" {
			return true
		}
	}
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// furniture names the part of the page around the text that an element is, in Chinese; "" for what may be text.
func furniture(n *html.Node) string {
	switch n.DataAtom {
	case atom.Nav:
		return "导航"
	case atom.Header:
		if first(n, atom.H1) != nil && first(n, atom.Nav) == nil {
			return "" // the head of the article, not of the page
		}
		return "页头"
	case atom.Footer:
		return "页脚"
	case atom.Aside:
		return "侧栏"
	case atom.Button, atom.Select, atom.Textarea:
		return "按钮和表单"
	}
	switch attr(n, "role") {
	case "navigation":
		return "导航"
	case "contentinfo":
		return "页脚"
	case "banner":
		return "页头"
	}
	if hidden(n) {
		return "隐藏的文字"
	}
	return ""
}
