package block

import "strings"

// MaxCells is how many cells a table may have with its merged ones repeated: thirty pages of a fine-printed list. More is a
// slip in a span, or an attack.
const MaxCells = 50_000

// Table is a table whose merged cells are repeated, so that every row can be read by itself.
type Table struct {
	Caption []string // rows at the top that span the whole table
	Header  []string // the columns' names; header rows above one another are joined by " / "
	Rows    [][]string
}

// Cell is one cell as a file gives it: its lines, and how many columns and rows it covers, at least 1 each.
type Cell struct {
	Text          string
	Columns, Rows int
}

// spot is one place of the grid: the cell that covers it, and whether it is the cell's first.
type spot struct {
	cell  *Cell
	first bool
}

// NewTable lays out rows of cells. It returns nil where there are none, and a Fault for more than MaxCells.
func NewTable(rows [][]Cell) (*Table, error) {
	grid, err := layOut(rows)
	if err != nil || len(grid) == 0 {
		return nil, err
	}
	t := &Table{}
	for len(grid) > 1 && spans(grid[0]) {
		t.Caption = append(t.Caption, Lines(grid[0][0].cell.Text)...)
		grid = grid[1:]
	}
	depth := headerDepth(grid)
	t.Header = header(grid[:depth])
	for _, row := range grid[depth:] {
		t.Rows = append(t.Rows, texts(row))
	}
	return t, nil
}

// layOut gives every cell its places. A cell that reaches into one of a row above moves on to the next free place.
func layOut(rows [][]Cell) ([][]spot, error) {
	grid := make([][]spot, len(rows))
	cells := 0
	for y := range rows {
		x := 0
		for i := range rows[y] {
			c := &rows[y][i]
			for x < len(grid[y]) && grid[y][x].cell != nil {
				x++
			}
			down, across := min(max(c.Rows, 1), len(rows)-y), max(c.Columns, 1)
			if cells += down * across; cells > MaxCells || x+across > MaxCells {
				return nil, TooLarge("表格太大（合并的单元格展开后超过五万格）", "拆成几个表")
			}
			for dy := range down {
				place(&grid[y+dy], x, across, c, dy == 0)
			}
			x += across
		}
	}
	return square(grid)
}

func place(row *[]spot, x, across int, c *Cell, top bool) {
	for len(*row) < x+across {
		*row = append(*row, spot{})
	}
	for dx := range across {
		(*row)[x+dx] = spot{cell: c, first: top && dx == 0}
	}
}

// square drops empty rows and gives all rows the same width.
func square(grid [][]spot) ([][]spot, error) {
	width := 0
	var kept [][]spot
	for _, row := range grid {
		if width = max(width, len(row)); len(row) > 0 {
			kept = append(kept, row)
		}
	}
	if width*len(kept) > MaxCells {
		return nil, TooLarge("表格太大（超过五万格）", "拆成几个表")
	}
	blank := &Cell{}
	for y := range kept {
		for len(kept[y]) < width {
			kept[y] = append(kept[y], spot{cell: blank})
		}
		for x := range kept[y] {
			if kept[y][x].cell == nil {
				kept[y][x].cell = blank
			}
		}
	}
	return kept, nil
}

// spans reports whether one cell covers the row, in a table of several columns.
func spans(row []spot) bool {
	for _, s := range row {
		if s.cell != row[0].cell {
			return false
		}
	}
	return len(row) > 1 && row[0].first
}

// headerDepth is how many rows the header has: where a cell of the first row covers several columns, as many as another of
// its cells covers rows.
func headerDepth(grid [][]spot) int {
	depth, divided := 1, false
	for _, s := range grid[0] {
		divided = divided || s.cell.Columns > 1
		depth = max(depth, s.cell.Rows)
	}
	if !divided || depth >= len(grid) {
		return 1
	}
	return depth
}

// header joins the names that stand above a column, outermost first.
func header(rows [][]spot) []string {
	names := make([]string, len(rows[0]))
	for x := range names {
		var parts []string
		for y := range rows {
			if text := Squeeze(rows[y][x].cell.Text); text != "" && (y == 0 || rows[y][x].cell != rows[y-1][x].cell) {
				parts = append(parts, text)
			}
		}
		names[x] = strings.Join(parts, " / ")
	}
	return names
}

// texts are a row's cells, merged ones repeated; a cell across the whole row is a subheading and stands once.
func texts(row []spot) []string {
	out := make([]string, len(row))
	for x, s := range row {
		if x > 0 && spans(row) {
			break
		}
		out[x] = strings.Join(Lines(s.cell.Text), "\n")
	}
	return out
}
