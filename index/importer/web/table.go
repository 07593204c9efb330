package web

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"lvgu/index/importer/block"
)

const (
	// layoutCell is how long the text of a cell is, in bytes, that is no entry of a table but the page's text in a frame.
	layoutCell = 3000
	// maxSpan of a cell; the standard stops at 1000 columns.
	maxSpan = 1000
)

// layout reports whether a table only arranges the page: it holds another table, has one column, or a cell with a page's text.
func layout(n *html.Node) bool {
	if attr(n, "role") == "presentation" {
		return true
	}
	columns := 0
	for _, row := range rows(n) {
		columns = max(columns, len(row))
		for _, c := range row {
			if first(c, atom.Table) != nil || len(textOf(c)) > layoutCell {
				return true
			}
		}
	}
	return columns < 2
}

// rows are a table's rows of cells, those of head, body and foot alike.
func rows(table *html.Node) [][]*html.Node {
	var list [][]*html.Node
	for k := range table.ChildNodes() {
		switch k.DataAtom {
		case atom.Thead, atom.Tbody, atom.Tfoot:
			list = append(list, rows(k)...)
		case atom.Tr:
			var row []*html.Node
			for c := range k.ChildNodes() {
				if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
					row = append(row, c)
				}
			}
			list = append(list, row)
		}
	}
	return list
}

func (r *reader) table(n *html.Node) {
	for k := range n.ChildNodes() {
		if k.DataAtom == atom.Caption {
			r.doc.Add(block.Block{Center: true}, textOf(k))
		}
	}
	var cells [][]block.Cell
	for _, row := range rows(n) {
		var line []block.Cell
		for _, c := range row {
			line = append(line, block.Cell{Text: cellText(c), Columns: span(c, "colspan"), Rows: span(c, "rowspan")})
		}
		cells = append(cells, line)
	}
	t, err := block.NewTable(cells)
	switch {
	case err != nil:
		r.err = err
	case t != nil:
		r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
	}
}

// cellText is a cell's text, with its lines.
func cellText(n *html.Node) string {
	var b strings.Builder
	writeText(&b, n)
	return strings.Join(block.Lines(b.String()), "\n")
}

func span(n *html.Node, name string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, name)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, maxSpan)
}
