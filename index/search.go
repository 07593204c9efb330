package index

import (
	"context"
	"fmt"
	"slices"

	store "github.com/blevesearch/bleve_index_api"
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
	result := &Result{Total: total}
	for _, r := range order[:min(limit, len(order))] {
		result.Hits = append(result.Hits, ix.hit(p, r, q.Explain))
	}
	return result, nil
}

// first returns the best passages by BM25F, best first, and how many there are.
func (ix *Index) first(ctx context.Context, p *Prepared, q Query, limit int) ([]candidate, int, error) {
	scores := make([]float32, len(ix.passages))
	for _, t := range p.Terms {
		if err := ix.add(ctx, scores, t.Text, t.Weight); err != nil {
			return nil, 0, err
		}
	}
	for _, t := range p.loose {
		if err := ix.add(ctx, scores, t.Text, t.Weight*unigramWeight); err != nil {
			return nil, 0, err
		}
	}
	best, total := newTop(limit), 0
	for ord, score := range scores {
		if score > 0 && q.admits(&ix.passages[ord]) {
			total++
			best.offer(ord, score)
		}
	}
	return best.sorted(), total, nil
}

func (q *Query) admits(p *Passage) bool {
	return (q.Lang == "" || p.Lang == q.Lang) && (len(q.Sections) == 0 || slices.Contains(q.Sections, p.Section))
}

// add adds one term's BM25 scores.
func (ix *Index) add(ctx context.Context, scores []float32, term string, weight float64) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	reader, err := ix.postings(term)
	if err != nil {
		return fmt.Errorf("read postings of %q: %w", term, err)
	}
	defer reader.Close()
	var doc store.TermFieldDoc
	for {
		next, err := reader.Next(&doc)
		if err != nil {
			return fmt.Errorf("read postings of %q: %w", term, err)
		}
		if next == nil {
			return nil
		}
		ord := ix.ords[next.ID.Value()]
		scores[ord] += bm25(weight, next.Freq, ix.norms[ord])
	}
}

// bm25 is one term's score for the frequency stored with a posting.
func bm25(weight float64, frequency uint64, norm float32) float32 {
	tf := float32(frequency) / frequencyScale
	return float32(weight*(k1+1)) * tf / (tf + norm)
}

// hit reports one passage.
func (ix *Index) hit(p *Prepared, r ranked, explain bool) Hit {
	passage := &ix.passages[r.ord]
	weighted, _ := passage.texts()
	texts := make([]string, len(weighted))
	for i, wt := range weighted {
		texts[i] = wt.text
	}
	h := Hit{ID: passage.ID, Ord: r.ord, Score: r.final}
	var found []bool
	h.Coverage, found = p.cover(texts...)
	for i, ok := range found {
		if ok {
			h.Matched = append(h.Matched, p.Terms[i].Text)
		}
	}
	if explain && r.view != nil {
		h.Explanation = ix.explain(p, r)
	}
	return h
}
