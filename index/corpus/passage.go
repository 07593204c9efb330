package corpus

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// section is a heading, or the text before the first one, with what stands under it until the next heading.
type section struct {
	heading    *heading // nil before the first
	breadcrumb []string
	line       int
	lines      []string
	lists      []Lines
	tables     []table
	block      []string // the lines of the last block: what a table stands under
}

// buildPassages cuts the body into sections and the sections into passages.
func (p *page) buildPassages(b *body) {
	next := 0 // p.headings holds every heading, nested ones too, in the order of the page
	current := &section{line: b.first}
	seen := map[string]bool{}
	var above []*heading
	for n := b.root.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok {
			next += countHeadings(n)
			if current.heading == nil && len(current.lines) == 0 && len(current.tables) == 0 {
				current.line = b.lineOf(n)
			}
			current.add(n.Kind() == ast.KindList, b.lines(n))
			current.tables = append(current.tables, b.tables(n, current.block)...)
			continue
		}
		p.close(current, seen)
		for len(above) > 0 && above[len(above)-1].level >= h.Level {
			above = above[:len(above)-1]
		}
		current = &section{heading: &p.headings[next], line: p.headings[next].line}
		for _, a := range above {
			current.breadcrumb = append(current.breadcrumb, a.text)
		}
		above = append(above, current.heading)
		next++
	}
	p.close(current, seen)
}

// add takes in the lines of a block.
func (s *section) add(list bool, lines []string) {
	if list && len(lines) > 0 {
		s.lists = append(s.lists, Lines{len(s.lines), len(s.lines) + len(lines)})
	}
	if len(lines) > 0 {
		s.block = lines
	}
	s.lines = append(s.lines, lines...)
}

func countHeadings(n ast.Node) int {
	count := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindHeading {
			count++
		}
		if c.Type() == ast.TypeBlock {
			count += countHeadings(c)
		}
	}
	return count
}

// close turns a finished section into passages. A second section with an anchor that was there is dropped: it is a fault,
// and a passage's ID must be unique.
func (p *page) close(s *section, seen map[string]bool) {
	proto := Passage{Document: p.doc, Line: s.line, Breadcrumb: s.breadcrumb}
	if h := s.heading; h != nil {
		proto.Heading, proto.Anchor = h.text, h.anchor
		proto.AsOf, proto.Expires = h.attributes["asof"], h.attributes["expires"]
		proto.Article, proto.Code = h.attributes["article"], h.attributes["code"]
		proto.Status = Status(h.attributes["status"])
		if h.attributes["kind"] == string(Gap) {
			proto.Kind = Gap
		}
		proto.Sources = p.sourcesOf(h.attributes["source"])
		if h.anchor == "" {
			return // an empty heading, which is a fault; the page gives it no id
		}
	}
	if seen[proto.Anchor] {
		return
	}
	seen[proto.Anchor] = true
	tables := p.wholes(proto, s.tables)
	if len(s.lines) > 0 {
		prose := proto
		prose.Text, prose.Lists = strings.Join(s.lines, "\n"), s.lists
		if len(tables) == 1 {
			prose.Table = tables[0]
		}
		p.add(&prose, 0)
	}
	number := 0
	for i, t := range s.tables {
		proto.Table = tables[i]
		p.addRows(proto, t.rows, number)
		number += len(t.rows)
	}
}

// addRows makes a passage of each row, numbered on from those before it in the section.
func (p *page) addRows(proto Passage, rows []row, before int) {
	for i, r := range rows {
		made := proto
		made.Kind, made.Line, made.Cells = Row, r.line, r.cells
		var columns, pairs []string
		for _, c := range r.cells {
			columns = append(columns, c.Column)
			pairs = append(pairs, p.colon(c))
			if _, ok := parseDate(c.Value); ok && (c.Column == "截至" || c.Column == "As of") {
				made.AsOf = c.Value
			}
		}
		made.Header = strings.Join(columns, p.semicolon())
		made.Text = strings.Join(pairs, p.semicolon())
		p.add(&made, before+i+1)
	}
}

func (p *page) colon(c Cell) string {
	if c.Column == "" {
		return c.Value
	}
	return c.Column + p.colonMark() + c.Value
}

func (p *page) colonMark() string {
	if p.doc.Lang == English {
		return ": "
	}
	return "："
}

func (p *page) semicolon() string {
	if p.doc.Lang == English {
		return "; "
	}
	return "；"
}

// add finishes a passage; row is its number in the section, 0 for prose.
func (p *page) add(made *Passage, row int) {
	made.place()
	if row > 0 {
		made.ID += "/r" + strconv.Itoa(row)
	}
	p.passages = append(p.passages, made)
}

// place says where a section's passage stands.
func (a *Passage) place() {
	a.ID = a.Document.Lang + "/" + a.Document.ID + "#" + a.Anchor
	a.URL = a.Document.URL
	if a.Anchor != "" {
		a.URL += "#" + a.Anchor
	}
}

// sourcesOf resolves a source attribute: ids with commas between. Unknown ones are reported elsewhere.
func (p *page) sourcesOf(ids string) []Source {
	var list []Source
	for id := range strings.SplitSeq(ids, ",") {
		for _, s := range p.doc.Sources {
			if s.ID == strings.TrimSpace(id) {
				list = append(list, s)
			}
		}
	}
	return list
}

// inherit gives the passages what their headings leave to the document, and lets dates overrule statuses.
func (p *page) inherit() {
	d := p.doc
	if policy(d.Status) && passed(d.Expires, p.today) {
		d.Status = Expired
	}
	for _, a := range slices.Concat(p.passages, p.tables) {
		if a.AsOf == "" {
			a.AsOf = d.AsOf
		}
		if a.Sources == nil {
			a.Sources = d.Sources
		}
		own := a.Status != ""
		if !own {
			a.Status = d.Status
		}
		if a.Expires == "" && !own {
			a.Expires = d.Expires
		}
		if policy(a.Status) && passed(a.Expires, p.today) {
			a.Status = Expired
		}
	}
}

// policy reports whether a status is one of a policy's that a passed date overrules.
func policy(s Status) bool { return s == InForce || s == Unverified || s == TextNotHeld }

// addQuestions hangs typical questions on the passages that answer them: on a section's prose, or where it is nothing
// but a table on its rows.
func (p *page) addQuestions() {
	for _, q := range p.asks {
		prose := false
		for _, a := range p.passages {
			if a.Anchor != q.clause || a.Kind == Row && prose {
				continue
			}
			prose = prose || a.Kind != Row
			a.Questions = append(a.Questions, q.ask...)
		}
	}
}
