package index

import (
	"context"
	"slices"
)

// defaultLimit and maxLimit bound the hits of one query.
const (
	defaultLimit = 10
	maxLimit     = 1000
)

// Search returns the best passages for q, best first; passages with equal scores come in the order given to New.
func (ix *Index) Search(ctx context.Context, q Query) (*Result, error) {
	p := ix.Prepare(q.Text, q.Lang)
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	best, total, err := ix.first(ctx, p, q, max(min(limit, maxLimit), rerankDepth))
	if err != nil {
		return nil, err
	}
	j := newJudge(ix, p)
	defer j.pt.release(p)
	order := ix.rerank(j, best)
	result := &Result{Total: total, Expanded: p.expansions()}
	var similar map[int][]string
	if q.Fold {
		order, similar = ix.fold(order, limit)
	}
	for _, r := range order[:min(limit, len(order))] {
		h := ix.hit(p, r, q.Explain)
		h.Similar = similar[r.ord]
		result.Hits = append(result.Hits, h)
	}
	return result, nil
}

// postingsBudget bounds the postings that one query's first stage adds up. The rarest terms come first, so what is left
// out when a large index reaches it says little; the second stage still sees it.
const postingsBudget = 400_000

// accumulator adds up scores by position. It remembers which it touched, to be clean again at that cost.
type accumulator struct {
	scores  []float32
	touched []int32
}

// first returns the best passages by BM25F, best first, and how many there are.
func (ix *Index) first(ctx context.Context, p *Prepared, q Query, limit int) ([]candidate, int, error) {
	acc, ok := ix.accumulators.Get().(*accumulator)
	if !ok {
		acc = &accumulator{scores: make([]float32, len(ix.passages))}
	}
	defer func() {
		for _, ord := range acc.touched {
			acc.scores[ord] = 0
		}
		acc.touched = acc.touched[:0]
		ix.accumulators.Put(acc)
	}()
	budget := postingsBudget
	for _, t := range p.ranked {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		n := ix.count(t.Text)
		if n > budget && len(acc.touched) > 0 {
			continue
		}
		budget -= n
		list, err := ix.postings(ctx, t.Text)
		if err != nil {
			return nil, 0, err
		}
		acc.add(list, float32(t.Weight))
	}
	best, total := newTop(limit), 0
	for _, ord := range acc.touched {
		if q.admits(&ix.passages[ord]) {
			total++
			best.offer(int(ord), acc.scores[ord])
		}
	}
	return best.sorted(), total, nil
}

// add adds one term's scores.
func (a *accumulator) add(list []posting, weight float32) {
	for _, p := range list {
		if a.scores[p.ord] == 0 {
			a.touched = append(a.touched, p.ord)
		}
		a.scores[p.ord] += weight * p.share
	}
}

func (q *Query) admits(p *Passage) bool {
	return (q.Lang == "" || p.Lang == q.Lang) && (len(q.Sections) == 0 || slices.Contains(q.Sections, p.Section))
}

// hit reports one passage.
func (ix *Index) hit(p *Prepared, r ranked, explain bool) Hit {
	passage := &ix.passages[r.ord]
	fields := passage.fields()
	texts := make([]string, len(fields))
	for i, f := range fields {
		texts[i] = f.text
	}
	h := Hit{ID: passage.ID, Ord: r.ord, Score: r.final}
	h.Coverage, h.Matched = p.cover(texts...)
	if explain && r.view != nil {
		h.Explanation = ix.explain(p, r)
	}
	return h
}
