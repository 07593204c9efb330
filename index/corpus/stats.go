package corpus

import "fmt"

// Stats counts what a corpus holds, and what it owes.
type Stats struct {
	Pages   int // in both languages
	Clauses int // headings of policy pages with text of their own
	Figures int // quantities in all passages
	Traced  int // figures whose passage has a source and an as-of date
	Debt    int // Chinese pages without a translation, and translations that lag
}

// Stats counts the corpus.
func (c *Corpus) Stats() Stats {
	var s Stats
	for _, d := range c.Documents {
		s.Pages++
		if d.Lang == Chinese && c.Document(English, d.ID) == nil || d.Lagging {
			s.Debt++
		}
	}
	for _, p := range c.Passages {
		if p.Document.Section == "policies" && p.Document.ID != "policies" && p.Anchor != "" && p.Kind != Row {
			s.Clauses++
		}
		n := countFigures(p.Text)
		s.Figures += n
		if p.AsOf != "" && len(p.Sources) > 0 {
			s.Traced += n
		}
	}
	return s
}

// String is the report for authors.
func (s Stats) String() string {
	share := 100.0
	if s.Figures > 0 {
		share = 100 * float64(s.Traced) / float64(s.Figures)
	}
	return fmt.Sprintf("页面 %d\n条款 %d\n数字 %d\n有来源和截至日期的数字 %d（%.1f%%）\n待译和待更新的英文页 %d", s.Pages, s.Clauses, s.Figures, s.Traced, share, s.Debt)
}
