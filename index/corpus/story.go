package corpus

import "strconv"

// Anchors under which the templates show a story's structured front matter.
const (
	milestonesAnchor = "milestones"
	claimsAnchor     = "claims"
)

// addStory makes passages of what the story's template shows under headings of its own.
func (p *page) addStory() {
	d := p.doc
	columns := []string{"日期", "进展", "内容", "数字", "截至", "时间线", "数字"}
	if d.Lang == English {
		columns = []string{"Date", "Milestone", "Statement", "Figure", "As of", "Milestones", "In figures"}
	}
	timeline := table{columns: columns[:2]}
	first := len(p.passages)
	for i, m := range d.Milestones {
		proto := Passage{Document: d, Anchor: milestonesAnchor, Heading: columns[5], Sources: p.sourcesOf(m.Source)}
		timeline.rows = append(timeline.rows, p.addEntry(proto, "milestones", i, []Cell{{columns[0], m.Date}, {columns[1], m.Text}})...)
	}
	if len(timeline.rows) > 0 {
		whole := p.wholes(Passage{Document: d, Anchor: milestonesAnchor, Heading: columns[5]}, []table{timeline})[0]
		for _, a := range p.passages[first:] {
			a.Table = whole
		}
	}
	for i, c := range d.Claims {
		proto := Passage{Document: d, Anchor: claimsAnchor, Heading: columns[6], Sources: p.sourcesOf(c.Source), AsOf: c.AsOf}
		p.addEntry(proto, "claims", i, []Cell{{columns[2], c.Text}, {columns[3], c.Figure}, {columns[4], c.AsOf}})
	}
}

// addEntry makes the passage of one entry of a front matter list, and returns it as a row; none where its fields are missing,
// which is a fault.
func (p *page) addEntry(proto Passage, key string, i int, cells []Cell) []row {
	r := row{line: p.keyLine(key + "." + strconv.Itoa(i+1) + ".text")}
	for _, c := range cells {
		if c.Value != "" {
			r.cells = append(r.cells, c)
		}
	}
	if len(r.cells) == 0 {
		return nil
	}
	p.addRows(proto, []row{r}, i)
	return []row{r}
}
