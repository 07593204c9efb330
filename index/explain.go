package index

import (
	"cmp"
	"math"
	"slices"
)

// explain says how a judged passage came by its score.
func (ix *Index) explain(p *Prepared, r ranked) *Explanation {
	e := &Explanation{First: float64(r.score)}
	v := r.view
	for i, f := range features {
		if ix.ranking.weights[i] == 0 {
			continue
		}
		value := f.of(v)
		e.Features = append(e.Features, Share{f.name, value, ix.ranking.weights[i] * (value - ix.ranking.means[i])})
	}
	for _, t := range p.Terms {
		if score := ix.termScore(t, r.ord); score > 0 {
			e.Terms = append(e.Terms, Share{t.Text, t.Weight, score})
		}
	}
	for _, shares := range [][]Share{e.Terms, e.Features} {
		slices.SortStableFunc(shares, func(a, b Share) int { return cmp.Compare(math.Abs(b.Score), math.Abs(a.Score)) })
	}
	return e
}

// termScore is a term's part of a passage's first score. It reads the postings again: explaining may take longer.
func (ix *Index) termScore(t Term, ord int) float64 {
	reader, err := ix.postings(t.Text)
	if err != nil {
		return 0
	}
	defer reader.Close()
	for {
		doc, err := reader.Next(nil)
		if err != nil || doc == nil {
			return 0
		}
		if int(ix.ords[doc.ID.Value()]) == ord {
			return float64(bm25(t.Weight, doc.Freq, ix.norms[ord]))
		}
	}
}
