package web

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lvgu/index/importer/block"
)

// meta reads the labels that 国办发〔2017〕47号 asks government pages to carry.
func meta(root *html.Node) block.Meta {
	var m block.Meta
	for n := range root.Descendants() {
		if n.DataAtom != atom.Meta {
			continue
		}
		content := block.Squeeze(attr(n, "content"))
		switch strings.ToLower(attr(n, "name")) {
		case "articletitle":
			m.Title = content
		case "pubdate":
			if len(content) >= len("2006-01-02") {
				m.Published = content[:len("2006-01-02")]
			}
		}
	}
	return m
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// first is the first element of a kind, nil where there is none.
func first(root *html.Node, kind atom.Atom) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == kind {
			return n
		}
	}
	return nil
}
