package inspect

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// page is one built page.
type page struct {
	name string // slash-separated: "policies/x/index.html"
	root *html.Node
	meta map[string]string // by name
	text string            // all of it, blanks folded
}

// readPages reads every page in order of its name.
func readPages(built fs.FS) ([]page, error) {
	var pages []page
	err := fs.WalkDir(built, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		data, err := fs.ReadFile(built, name)
		if err != nil {
			return err
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		pages = append(pages, newPage(name, root))
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("inspect: reading the site: %w", err)
	}
	return pages, nil
}

func newPage(name string, root *html.Node) page {
	p := page{name: name, root: root, meta: map[string]string{}}
	var text strings.Builder
	for node := range root.Descendants() {
		switch {
		case node.Type == html.TextNode && node.Parent.Data != "script":
			text.WriteString(node.Data + " ")
		case node.Type == html.ElementNode && node.Data == "meta" && attribute(node, "name") != "":
			p.meta[attribute(node, "name")] = attribute(node, "content")
		}
	}
	p.text = strings.Join(strings.Fields(text.String()), " ")
	return p
}

// elements are the elements of a page with one of the names.
func (p page) elements(names ...string) []*html.Node {
	var found []*html.Node
	for node := range p.root.Descendants() {
		if node.Type == html.ElementNode {
			for _, name := range names {
				if node.Data == name {
					found = append(found, node)
				}
			}
		}
	}
	return found
}

func attribute(node *html.Node, key string) string {
	value, _ := lookup(node, key)
	return value
}

func lookup(node *html.Node, key string) (string, bool) {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// is404 reports whether the page is shown in place of others, and has no place of its own.
func (p page) is404() bool { return path.Base(p.name) == "404.html" }
