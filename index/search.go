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
	scores := make([]float32, len(ix.passages))
	for _, t := range p.Terms {
		if err := ix.add(ctx, scores, t.Text, t.Weight); err != nil {
			return nil, err
		}
	}
	for _, t := range p.loose {
		if err := ix.add(ctx, scores, t.Text, t.Weight*unigramWeight); err != nil {
			return nil, err
		}
	}
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	best := newTop(min(limit, maxLimit))
	result := &Result{}
	for ord, score := range scores {
		if score > 0 && q.admits(&ix.passages[ord]) {
			result.Total++
			best.offer(ord, score)
		}
	}
	for _, c := range best.sorted() {
		result.Hits = append(result.Hits, ix.hit(p, c))
	}
	return result, nil
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
	scale := float32(weight * (k1 + 1))
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
		tf := float32(next.Freq) / frequencyScale
		scores[ord] += scale * tf / (tf + ix.norms[ord])
	}
}

func (ix *Index) hit(p *Prepared, c candidate) Hit {
	passage := &ix.passages[c.ord]
	var texts []string
	for _, wt := range passage.texts() {
		texts = append(texts, wt.text)
	}
	h := Hit{ID: passage.ID, Ord: c.ord, Score: float64(c.score)}
	var found []bool
	h.Coverage, found = p.cover(texts...)
	for i, ok := range found {
		if ok {
			h.Matched = append(h.Matched, p.Terms[i].Text)
		}
	}
	return h
}
