package pdf

import "unicode"

// box is a rectangle in points, from the lower left corner of the page.
type box struct{ left, bottom, right, top float64 }

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.top - b.bottom }

// holds reports whether the middle of c lies in b.
func (b box) holds(c box) bool {
	x, y := (c.left+c.right)/2, (c.bottom+c.top)/2
	return x >= b.left && x <= b.right && y >= b.bottom && y <= b.top
}

// with is the smallest box around both.
func (b box) with(c box) box {
	return box{min(b.left, c.left), min(b.bottom, c.bottom), max(b.right, c.right), max(b.top, c.top)}
}

// char is a character at its place; PDFium adds spaces and line ends, whose places mean nothing.
type char struct {
	text string
	box  box
}

func (c char) blank() bool {
	for _, r := range c.text {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) {
			return false
		}
	}
	return true
}

// page is what PDFium gives of a page.
type page struct {
	number        int
	width, height float64
	chars         []char
	rules         []box // drawn shapes, among them the lines of tables
	images        int
}

// line is a line of text, or a table that stands in its place.
type line struct {
	text  string
	box   box
	page  int
	table *grid
}

// lines cuts a page into lines, in the order in which the file has them. A table stands where its first character is.
func (p page) lines() []line {
	tables := findTables(p.rules)
	var lines []line
	open := line{page: p.number}
	end := func() {
		if open.text != "" && open.box != (box{}) {
			lines = append(lines, open)
		}
		open = line{page: p.number}
	}
	for _, c := range p.chars {
		if c.text == "\r" || c.text == "\n" {
			end()
			continue
		}
		if t := tableOf(tables, c); t != nil {
			if t.chars == nil {
				end()
				lines = append(lines, line{page: p.number, table: t, box: t.box})
			}
			t.chars = append(t.chars, c)
			continue
		}
		if !c.blank() {
			if open.box == (box{}) {
				open.box = c.box
			}
			open.box = open.box.with(c.box)
		}
		open.text += c.text
	}
	end()
	return lines
}

func tableOf(tables []*grid, c char) *grid {
	if c.blank() && c.box.width() == 0 {
		return nil
	}
	for _, t := range tables {
		if t.box.holds(c.box) {
			return t
		}
	}
	return nil
}
