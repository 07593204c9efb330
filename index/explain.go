package index

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// explain says how a judged passage came by its score.
func (ix *Index) explain(p *Prepared, r ranked) *Explanation {
	e := &Explanation{First: float64(r.score)}
	v := r.view
	if heading := v.heading(); heading > 0 {
		e.Features = append(e.Features, Share{"heading", heading, headingWeight * heading})
	}
	if v.expired() > 0 {
		e.Features = append(e.Features, Share{"expired", 1, -expiredWeight})
	}
	for i, f := range features {
		if ix.ranking.weights[i] == 0 {
			continue
		}
		value := f.of(v)
		e.Features = append(e.Features, Share{f.name, value, ix.ranking.weights[i] * (value - ix.ranking.means[i])})
	}
	for _, t := range p.Terms {
		if score := ix.termScore(t, r.ord); score > 0 {
			e.Terms = append(e.Terms, Share{t.Text, t.rank, score})
		}
	}
	for _, shares := range [][]Share{e.Terms, e.Features} {
		slices.SortStableFunc(shares, func(a, b Share) int { return cmp.Compare(math.Abs(b.Score), math.Abs(a.Score)) })
	}
	return e
}

// compareHits explains each hit's place below the one above it.
func compareHits(hits []Hit) {
	for i := 1; i < len(hits); i++ {
		above, below := hits[i-1].Explanation, hits[i].Explanation
		if above == nil || below == nil {
			continue
		}
		lead := map[string]float64{}
		for _, f := range above.Features {
			lead[f.Name] += f.Score
		}
		for _, f := range below.Features {
			lead[f.Name] -= f.Score
		}
		for name, ahead := range lead {
			if ahead > 0 {
				below.Behind = append(below.Behind, Share{Name: name, Score: ahead})
			}
		}
		slices.SortFunc(below.Behind, func(a, b Share) int {
			return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Name, b.Name))
		})
	}
}

// termScore is a term's part of a passage's first score.
func (ix *Index) termScore(t Term, ord int) float64 {
	list, err := ix.postings(context.Background(), t.Text)
	if err != nil {
		return 0
	}
	at := slices.IndexFunc(list, func(p posting) bool { return int(p.ord) == ord })
	if at < 0 {
		return 0
	}
	return t.rank * float64(list[at].share)
}
