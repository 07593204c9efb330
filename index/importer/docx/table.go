package docx

import (
	"strings"

	"lvgu/index/importer/block"
)

// table reads a table. A cell that goes on downwards (vMerge) lies in every row that it covers.
func (r *reader) table(n *node) error {
	var rows [][]block.Cell
	above := map[int]*open{} // cells that may go on, by their first column
	for _, tr := range tableRows(n) {
		props := tr.child("trPr")
		if props.child("del") != nil {
			r.deleted(tr)
			continue
		}
		x := props.child("gridBefore").number("val", 0)
		var row []block.Cell
		if x > 0 {
			row = append(row, block.Cell{Columns: x, Rows: 1})
		}
		for _, tc := range cells(tr) {
			cell := block.Cell{Text: r.cell(tc), Columns: max(tc.at("tcPr", "gridSpan").number("val", 1), 1), Rows: 1}
			merge := tc.at("tcPr", "vMerge")
			if merge != nil && merge.attr("val") != "restart" && above[x] != nil {
				above[x].rows++
				r.doc.Leave("被合并单元格盖住的文字", cell.Text)
			} else {
				row = append(row, cell)
				above[x] = &open{row: len(rows), at: len(row) - 1, rows: 1}
				if merge == nil {
					delete(above, x)
				}
			}
			if o := above[x]; o != nil && o.rows > 1 {
				rows[o.row][o.at].Rows = o.rows
			}
			x += cell.Columns
		}
		rows = append(rows, row)
	}
	t, err := block.NewTable(rows)
	if err != nil || t == nil {
		return err
	}
	r.doc.Blocks = append(r.doc.Blocks, block.Block{Table: t})
	return nil
}

// open is a cell that the rows below may go on with.
type open struct{ row, at, rows int }

// wrappers are elements around rows or cells that mean nothing for the text.
func wrapper(name string) bool {
	return name == "sdt" || name == "sdtContent" || name == "customXml" || name == "ins" || name == "moveTo" || name == "smartTag"
}

func tableRows(n *node) []*node { return below(n, "tr") }
func cells(n *node) []*node     { return below(n, "tc") }

// below lists the elements with the name, through wrappers.
func below(n *node, name string) []*node {
	var list []*node
	for _, k := range n.kids {
		switch {
		case k.name == name:
			list = append(list, k)
		case wrapper(k.name):
			list = append(list, below(k, name)...)
		}
	}
	return list
}

// cell is a cell's text, a paragraph a line. A table in it becomes lines of cells.
func (r *reader) cell(n *node) string {
	var lines []string
	for _, k := range n.kids {
		switch {
		case k.name == "p":
			var in run
			r.runs(k, &in)
			if text := strings.TrimSpace(in.text.String()); text != "" {
				lines = append(lines, r.label(k.child("pPr"))+text)
			}
			for _, box := range in.boxes {
				lines = append(lines, r.cell(box))
			}
		case k.name == "tbl":
			for _, tr := range tableRows(k) {
				var texts []string
				for _, tc := range cells(tr) {
					texts = append(texts, strings.Join(block.Lines(r.cell(tc)), "；"))
				}
				lines = append(lines, strings.Join(texts, " "))
			}
		case k.name == "del" || k.name == "moveFrom":
			r.deleted(k)
		case wrapper(k.name):
			lines = append(lines, r.cell(k))
		}
	}
	return strings.Join(lines, "\n")
}
