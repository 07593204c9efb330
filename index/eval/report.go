package eval

import (
	"context"
	"fmt"
	"slices"
	"time"

	"lvgu/index"
)

// depth is how far down the rankings are judged.
const depth = 10

// Report is what one run over a set measured. Metrics are means over the questions.
type Report struct {
	Set          string  `json:"set"`
	Passages     int     `json:"passages"`
	Queries      int     `json:"queries"`
	NDCG10       float64 `json:"ndcg@10"`
	Recall1      float64 `json:"recall@1"`
	Recall5      float64 `json:"recall@5"`
	Recall10     float64 `json:"recall@10"`
	MRR10        float64 `json:"mrr@10"`
	BuildSeconds float64 `json:"build_seconds"`
	P50          float64 `json:"p50_ms"` // one query at a time
	P99          float64 `json:"p99_ms"`
	IndexBytes   int64   `json:"index_bytes"` // live memory that the index added
}

// Run builds an index of the set in dir and asks it every question of the set.
func Run(ctx context.Context, dir string) (Report, error) {
	set, err := Load(dir)
	if err != nil {
		return Report{}, fmt.Errorf("load set: %w", err)
	}
	before := liveBytes()
	start := time.Now()
	ix, err := index.New(set.Passages)
	if err != nil {
		return Report{}, fmt.Errorf("index set: %w", err)
	}
	defer ix.Close()
	r := Report{Set: set.Name, Passages: len(set.Passages), BuildSeconds: time.Since(start).Seconds()}
	r.IndexBytes = max(0, liveBytes()-before)
	return r, r.ask(ctx, set, searcher(ix))
}

// searcher adapts an index to what ask calls.
func searcher(ix *index.Index) Searcher {
	return func(ctx context.Context, text string, limit int) ([]string, error) {
		result, err := ix.Search(ctx, index.Query{Text: text, Limit: limit})
		if err != nil {
			return nil, err
		}
		ids := make([]string, len(result.Hits))
		for i, h := range result.Hits {
			ids[i] = h.ID
		}
		return ids, nil
	}
}

// Searcher returns the IDs of the best passages for text, best first.
type Searcher func(ctx context.Context, text string, limit int) ([]string, error)

// ask fills the metrics and times of r.
func (r *Report) ask(ctx context.Context, set *Set, search Searcher) error {
	times := make([]time.Duration, 0, len(set.Queries))
	for _, q := range set.Queries {
		start := time.Now()
		ranking, err := search(ctx, q.Text, depth)
		if err != nil {
			return fmt.Errorf("search %q: %w", q.Text, err)
		}
		times = append(times, time.Since(start))
		r.NDCG10 += NDCG(ranking, q.Relevant, depth)
		r.Recall1 += Recall(ranking, q.Relevant, 1)
		r.Recall5 += Recall(ranking, q.Relevant, 5)
		r.Recall10 += Recall(ranking, q.Relevant, depth)
		r.MRR10 += ReciprocalRank(ranking, q.Relevant, depth)
	}
	r.Queries = len(set.Queries)
	for _, mean := range []*float64{&r.NDCG10, &r.Recall1, &r.Recall5, &r.Recall10, &r.MRR10} {
		*mean /= float64(r.Queries)
	}
	slices.Sort(times)
	r.P50, r.P99 = quantile(times, 0.50), quantile(times, 0.99)
	return nil
}

// quantile returns the q-th quantile of sorted times in milliseconds.
func quantile(sorted []time.Duration, q float64) float64 {
	return float64(sorted[int(q*float64(len(sorted)-1))]) / float64(time.Millisecond)
}
