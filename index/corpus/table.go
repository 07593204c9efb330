package corpus

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table is one table of a section.
type table struct {
	above   []string // the lines of the block that it stands under
	columns []string
	rows    []row
}

// row is one row of a table.
type row struct {
	cells []Cell
	line  int
}

// tables collects the tables in a block, which stands under the lines above; those without a row are none.
func (b *body) tables(n ast.Node, above []string) []table {
	if n.Kind() != east.KindTable {
		var tables []table
		for c := n.FirstChild(); c != nil && c.Type() == ast.TypeBlock; c = c.NextSibling() {
			tables = append(tables, b.tables(c, above)...)
		}
		return tables
	}
	t := table{above: above}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var values []string
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			values = append(values, strings.Join(splitLines(b.inline(c)), " "))
		}
		if r.Kind() == east.KindTableHeader {
			t.columns = values
		} else if made := (row{t.cells(values), b.lineOf(r)}); len(made.cells) > 0 {
			t.rows = append(t.rows, made)
		}
	}
	if len(t.rows) == 0 {
		return nil
	}
	return []table{t}
}

// cells are the values of a row that are not empty, with their columns.
func (t table) cells(values []string) []Cell {
	var cells []Cell
	for i, column := range t.columns {
		if i < len(values) && values[i] != "" {
			cells = append(cells, Cell{column, values[i]})
		}
	}
	return cells
}

// wholes makes a passage of each table.
func (p *page) wholes(proto Passage, tables []table) []*Passage {
	first := len(p.tables)
	for i, t := range tables {
		made := proto
		made.Kind, made.Line = Table, t.rows[0].line
		made.place()
		made.ID += "/t" + strconv.Itoa(i+1)
		lines := t.above[:len(t.above):len(t.above)]
		if head := p.headLine(t); head != "" {
			lines = append(lines, head)
		}
		made.Lists = []Lines{{len(lines), len(lines) + len(t.rows)}}
		for _, r := range t.rows {
			lines = append(lines, p.rowLine(r, len(t.columns)))
		}
		made.Text = strings.Join(lines, "\n")
		p.tables = append(p.tables, &made)
	}
	return p.tables[first:]
}

// headLine names the column that begins the rows, and of two columns the other one too. It is "" where that column has no name,
// or where the block above introduces the rows and they name the others.
func (p *page) headLine(t table) string {
	colon := strings.TrimSpace(p.colonMark())
	introduced := len(t.above) > 0 && strings.HasSuffix(t.above[len(t.above)-1], colon)
	switch head := t.columns[0]; {
	case head == "", introduced && len(t.columns) != 2:
		return ""
	case len(t.columns) == 2 && t.columns[1] != "":
		return head + p.semicolon() + t.columns[1] + colon
	default:
		return head + colon
	}
}

// rowLine is a row as a line of a list: its first cell, and what the others say of it. Of two columns the head says which the
// other one is.
func (p *page) rowLine(r row, columns int) string {
	var said []string
	for _, c := range r.cells[1:] {
		if columns == 2 || c.Column == "" {
			said = append(said, c.Value)
		} else {
			said = append(said, c.Column+" "+c.Value)
		}
	}
	if len(said) == 0 {
		return r.cells[0].Value
	}
	return r.cells[0].Value + p.colonMark() + strings.Join(said, p.semicolon())
}
