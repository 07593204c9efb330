package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

const (
	// maxDepth of elements: a table in a text box in a table has some forty.
	maxDepth = 200
	// maxNodes bounds the memory of a part, some hundred bytes each: a thousand pages have a few hundred thousand.
	maxNodes = 2_000_000
)

var (
	errTooDeep      = errors.New("elements nested too deep")
	errTooManyNodes = errors.New("too many elements")
)

// node is an element by its local name: the formats' prefixes never give two meanings to one name where both may stand.
type node struct {
	name  string
	attrs []xml.Attr
	kids  []*node
	text  string // of t, delText and instrText
}

// parse reads one part of the archive.
func parse(r io.Reader) (*node, error) {
	d := xml.NewDecoder(r)
	root := &node{}
	stack := []*node{root}
	count := 0
	for {
		token, err := d.RawToken()
		if err == io.EOF && len(stack) == 1 {
			return root, nil
		}
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if count++; count > maxNodes {
				return nil, errTooManyNodes
			}
			if len(stack) > maxDepth {
				return nil, errTooDeep
			}
			n := &node{name: t.Name.Local, attrs: t.Attr}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) == 1 || top.name != t.Name.Local {
				return nil, errors.New("end of " + t.Name.Local + " without its beginning")
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if top.name == "t" || top.name == "delText" {
				top.text += string(t)
			}
		}
	}
}

// child is the first child with the name; nil of nil, and where there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// at follows names downwards.
func (n *node) at(names ...string) *node {
	for _, name := range names {
		n = n.child(name)
	}
	return n
}

// attr is an attribute by its local name, "" where there is none.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// number is an attribute as a number; otherwise where there is none.
func (n *node) number(name string, otherwise int) int {
	if v, err := strconv.Atoi(strings.TrimSpace(n.attr(name))); err == nil {
		return v
	}
	return otherwise
}

// on reports whether a switch such as w:vanish is there and not set to off.
func (n *node) on() bool {
	if n == nil {
		return false
	}
	v := n.attr("val")
	return v != "0" && v != "false" && v != "off"
}

// find is every element with the name below n, outermost first.
func (n *node) find(name string) []*node {
	if n == nil {
		return nil
	}
	var found []*node
	for _, k := range n.kids {
		if k.name == name {
			found = append(found, k)
		}
		found = append(found, k.find(name)...)
	}
	return found
}

// allText is every character below n, paragraphs as lines, whatever its standing.
func (n *node) allText() string {
	var b strings.Builder
	n.writeText(&b)
	return b.String()
}

func (n *node) writeText(b *strings.Builder) {
	b.WriteString(n.text)
	for _, k := range n.kids {
		if k.name == "Fallback" {
			continue // the same again, for older programs
		}
		k.writeText(b)
	}
	if n.name == "p" || n.name == "br" || n.name == "tab" {
		b.WriteByte('\n')
	}
}
