package index

import "lvgu/index/analysis"

// Span is a range of bytes of a text, on rune boundaries.
type Span struct{ Start, End int }

// Highlight returns where the query's terms and their other names stand in text, in order, merged where they touch.
func (p *Prepared) Highlight(text string) []Span {
	var spans []Span
	for _, t := range analysis.Terms(analysis.Tokenize(text)) {
		_, own := p.index[t.Text]
		if _, other := p.added[t.Text]; !own && !other {
			continue
		}
		if n := len(spans); n > 0 && t.Start <= spans[n-1].End {
			spans[n-1].End = max(spans[n-1].End, t.End)
			spans[n-1].Start = min(spans[n-1].Start, t.Start)
			continue
		}
		spans = append(spans, Span{t.Start, t.End})
	}
	return spans
}
