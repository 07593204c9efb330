package docx

import "strings"

// maxInherit is how many styles may stand on one another; a circle is cut there.
const maxInherit = 20

// styles are the paragraph styles by id.
type styles map[string]style

type style struct {
	name, base string
	props      *node // pPr
}

func readStyles(root *node) styles {
	all := styles{}
	for _, n := range root.at("styles").kidsNamed("style") {
		all[n.attr("styleId")] = style{
			name:  strings.ToLower(n.child("name").attr("val")),
			base:  n.child("basedOn").attr("val"),
			props: n.child("pPr"),
		}
	}
	return all
}

func (n *node) kidsNamed(name string) []*node {
	if n == nil {
		return nil
	}
	var list []*node
	for _, k := range n.kids {
		if k.name == name {
			list = append(list, k)
		}
	}
	return list
}

// property is a paragraph's property of that name: its own, or that of the nearest style above.
func (s styles) property(props *node, name string) *node {
	if own := props.child(name); own != nil {
		return own
	}
	id := props.child("pStyle").attr("val")
	for range maxInherit {
		above, ok := s[id]
		if !ok {
			return nil
		}
		if n := above.props.child(name); n != nil {
			return n
		}
		id = above.base
	}
	return nil
}

// kind is what the paragraph's style is by name: "title", "heading 1", "toc 1".
func (s styles) kind(props *node) string {
	id := props.child("pStyle").attr("val")
	for range maxInherit {
		above, ok := s[id]
		if !ok {
			return ""
		}
		for _, known := range []string{"title", "heading ", "toc "} {
			if strings.HasPrefix(above.name, known) {
				return above.name
			}
		}
		id = above.base
	}
	return ""
}
