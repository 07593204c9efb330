package pdf

import (
	"slices"
	"strings"

	"lvgu/index/importer/block"
)

const (
	// thin is how thick a ruled line is at most, in points.
	thin = 3.0
	// touch is how far apart lines may be that are meant to meet, in points.
	touch = 3.0
	// maxRules of a page that make tables; more are a drawing.
	maxRules = 1500
)

// grid is a ruled table: the places of its lines, and which of them part two cells.
type grid struct {
	box    box
	xs, ys []float64 // left to right, top to bottom
	upright,
	level []box
	chars []char
}

// findTables finds the groups of ruled lines that make two columns and two rows or more.
func findTables(rules []box) []*grid {
	if len(rules) > maxRules {
		return nil
	}
	var tables []*grid
	for _, group := range touching(edges(rules)) {
		g := &grid{box: group[0]}
		for _, e := range group {
			g.box = g.box.with(e)
			if e.width() > e.height() {
				g.level = append(g.level, e)
				g.ys = append(g.ys, (e.bottom+e.top)/2)
			} else {
				g.upright = append(g.upright, e)
				g.xs = append(g.xs, (e.left+e.right)/2)
			}
		}
		g.xs, g.ys = distinct(g.xs), distinct(g.ys)
		slices.Reverse(g.ys)
		if len(g.xs) > 2 && len(g.ys) > 2 {
			tables = append(tables, g)
		}
	}
	return tables
}

// edges are the lines among drawn shapes, and the four sides of frames.
func edges(rules []box) []box {
	var list []box
	for _, r := range rules {
		switch wide, high := r.width() > thin, r.height() > thin; {
		case wide && high:
			list = append(list, box{r.left, r.top, r.right, r.top}, box{r.left, r.bottom, r.right, r.bottom},
				box{r.left, r.bottom, r.left, r.top}, box{r.right, r.bottom, r.right, r.top})
		case wide || high:
			list = append(list, r)
		}
	}
	return list
}

// touching puts edges into groups that hang together.
func touching(edges []box) [][]box {
	group := make([]int, len(edges))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, a := range edges {
		for j := range i {
			b := edges[j]
			if a.left <= b.right+touch && b.left <= a.right+touch && a.bottom <= b.top+touch && b.bottom <= a.top+touch {
				group[root(i)] = root(j)
			}
		}
	}
	byRoot := map[int][]box{}
	var order []int
	for i, e := range edges {
		r := root(i)
		if byRoot[r] == nil {
			order = append(order, r)
		}
		byRoot[r] = append(byRoot[r], e)
	}
	var groups [][]box
	for _, r := range order {
		groups = append(groups, byRoot[r])
	}
	return groups
}

// distinct sorts places and drops those that are another's within touch.
func distinct(places []float64) []float64 {
	slices.Sort(places)
	var out []float64
	for _, p := range places {
		if len(out) == 0 || p-out[len(out)-1] > touch {
			out = append(out, p)
		}
	}
	return out
}

// wallRight reports whether a line parts column x from the next in row y.
func (g *grid) wallRight(y, x int) bool {
	at, middle := g.xs[x+1], (g.ys[y]+g.ys[y+1])/2
	return slices.ContainsFunc(g.upright, func(e box) bool {
		return at-touch <= e.right && e.left <= at+touch && e.bottom <= middle && middle <= e.top
	})
}

// wallBelow reports whether a line parts row y from the next in column x.
func (g *grid) wallBelow(y, x int) bool {
	at, middle := g.ys[y+1], (g.xs[x]+g.xs[x+1])/2
	return slices.ContainsFunc(g.level, func(e box) bool {
		return at-touch <= e.top && e.bottom <= at+touch && e.left <= middle && middle <= e.right
	})
}

// table makes cells of the places between the lines; where no line parts two, they are one cell.
func (g *grid) table() (*block.Table, error) {
	rows, columns := len(g.ys)-1, len(g.xs)-1
	if rows*columns > block.MaxCells {
		return nil, block.TooLarge("表格太大（超过五万格）", "换成 Word 文档再导入")
	}
	taken := make([]bool, rows*columns)
	cells := make([][]block.Cell, rows)
	for y := range rows {
		for x := range columns {
			if taken[y*columns+x] {
				continue
			}
			across, down := 1, 1
			for x+across < columns && !g.wallRight(y, x+across-1) && !taken[y*columns+x+across] {
				across++
			}
			for y+down < rows && !g.wallBelow(y+down-1, x) {
				down++
			}
			for dy := range down {
				for dx := range across {
					taken[(y+dy)*columns+x+dx] = true
				}
			}
			cells[y] = append(cells[y], block.Cell{Text: g.text(y, x, down, across), Columns: across, Rows: down})
		}
	}
	return block.NewTable(cells)
}

// text is what stands in a cell. Every character is taken by the first cell that it may belong to. A line that fills the cell
// goes on in the next.
func (g *grid) text(y, x, down, across int) string {
	cell := box{g.xs[x], g.ys[y+down], g.xs[x+across], g.ys[y]}
	text, own, last := "", "", box{}
	g.chars = slices.DeleteFunc(g.chars, func(c char) bool {
		if !cell.holds(c.box) {
			return false
		}
		if !c.blank() {
			if last != (box{}) && c.box.top < last.bottom {
				text, own = add(text, own), ""
				if cell.right-last.right > full*last.height() {
					text += "\n"
				}
			}
			last = c.box
		}
		own += c.text
		return true
	})
	return add(text, own)
}

// full is how much room, in heights of a character, a full line leaves to the right.
const full = 2

// add appends a line to a text that ends within a line, or with one.
func add(text, own string) string {
	if text == "" || strings.HasSuffix(text, "\n") {
		return text + own
	}
	return block.Join(text, own)
}
