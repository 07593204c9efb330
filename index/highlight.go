package index

import (
	"cmp"
	"slices"

	"lvgu/index/analysis"
)

// Span is a range of bytes of a text, on rune boundaries.
type Span struct{ Start, End int }

// Highlight returns where the query's terms and their other names stand in text, in order, merged where they touch.
func (p *Prepared) Highlight(text string) []Span {
	var spans []Span
	analysis.EachTerm(analysis.Tokenize(text), func(text []byte, t analysis.Term) {
		_, own := p.index[string(text)]
		if _, other := p.added[string(text)]; own || other {
			spans = append(spans, Span{t.Start, t.End})
		}
	})
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	merged := spans[:0]
	for _, s := range spans {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}
