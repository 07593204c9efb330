package index

import (
	"cmp"
	"context"
	"slices"
	"time"
)

// Fused is a Retriever that joins the rankings of an index and of a second retriever over the same passages by reciprocal
// rank: a passage's score is the sum of 1/(60+rank) over the rankings that hold it. The index alone answers when the
// second one fails or takes longer than the deadline.
type Fused struct {
	lexical  *Index
	second   Retriever
	deadline time.Duration
	failed   func(error)
}

// The constant of reciprocal rank fusion as it is commonly used, and how far down each ranking is read.
const (
	fuseConstant = 60
	fuseDepth    = 50
)

// NewFused returns a Fused. deadline counts from the beginning of a search; failed, which may be nil, hears why the second
// retriever gave nothing.
func NewFused(lexical *Index, second Retriever, deadline time.Duration, failed func(error)) *Fused {
	if failed == nil {
		failed = func(error) {}
	}
	return &Fused{lexical, second, deadline, failed}
}

// answer is what the second retriever came to.
type answer struct {
	result *Result
	err    error
}

// Search implements Retriever. A hit that only the second retriever found has its coverage and matched words all the same.
func (f *Fused) Search(ctx context.Context, q Query) (*Result, error) {
	late, cancel := context.WithTimeout(ctx, f.deadline)
	defer cancel()
	came := make(chan answer, 1)
	go func() {
		r, err := f.second.Search(late, Query{Text: q.Text, Lang: q.Lang, Sections: q.Sections, Regions: q.Regions, InForce: q.InForce, Limit: fuseDepth})
		came <- answer{r, err}
	}()
	deep := q
	deep.Limit = max(q.limit(), fuseDepth)
	lexical, err := f.lexical.Search(ctx, deep)
	if err != nil {
		return nil, err
	}
	var second answer
	select {
	case second = <-came:
	case <-late.Done():
		second.err = late.Err()
	}
	if second.err != nil {
		f.failed(second.err)
	} else {
		f.fuse(lexical, second.result, q)
	}
	lexical.Hits = lexical.Hits[:min(len(lexical.Hits), q.limit())]
	return lexical, nil
}

// fuse puts the hits of second into r and orders all by reciprocal rank.
func (f *Fused) fuse(r, second *Result, q Query) {
	at := map[int]int{} // position → hit
	folded := map[string]bool{}
	for i := range r.Hits {
		at[r.Hits[i].Ord] = i
		for _, id := range r.Hits[i].Similar {
			folded[id] = true
		}
	}
	shares := make([]float64, len(r.Hits))
	for i := range shares {
		shares[i] = reciprocal(i)
	}
	for rank, hit := range second.Hits {
		i, known := at[hit.Ord]
		if !known && folded[hit.ID] {
			continue
		}
		if !known {
			i = len(r.Hits)
			r.Hits, shares = append(r.Hits, f.lexical.describe(r.Prepared, hit.Ord, q.Explain)), append(shares, 0)
		}
		shares[i] += reciprocal(rank)
		if e := r.Hits[i].Explanation; e != nil {
			e.Features = append(e.Features, Share{"by meaning", hit.Score, reciprocal(rank)})
		}
	}
	for i := range r.Hits {
		r.Hits[i].Score = shares[i]
	}
	slices.SortStableFunc(r.Hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Ord, b.Ord)) })
}

func reciprocal(rank int) float64 { return 1 / float64(fuseConstant+rank+1) }

// describe is a passage as a hit of a query that did not find it.
func (ix *Index) describe(p *Prepared, ord int, explain bool) Hit {
	j := newJudge(ix, p)
	defer j.pt.release(p)
	h := j.hit(ranked{candidate: candidate{ord: ord}}, false)
	if explain {
		h.Explanation = &Explanation{}
	}
	return h
}
