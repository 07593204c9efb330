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
	limit := q.limit()
	best, total, err := ix.first(ctx, p, q, max(limit, rerankDepth))
	if err != nil {
		return nil, err
	}
	j := newJudge(ix, p)
	defer j.pt.release(p)
	order := ix.rerank(j, best)
	result := &Result{Total: total, Expanded: p.expansions(), Prepared: p}
	var similar map[int][]string
	if q.Fold {
		order, similar = ix.fold(order, limit)
	}
	for _, r := range order[:min(limit, len(order))] {
		h := j.hit(r, q.Explain)
		h.Similar = similar[r.ord]
		result.Hits = append(result.Hits, h)
	}
	compareHits(result.Hits)
	return result, nil
}

// limit is the number of hits wanted.
func (q *Query) limit() int {
	if q.Limit <= 0 {
		return defaultLimit
	}
	return min(q.Limit, maxLimit)
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
		acc.add(list, float32(t.rank))
	}
	best, total := newTop(limit), 0
	admits := ix.filter(q)
	for _, ord := range acc.touched {
		if admits(ord) {
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

// filter says which passages a query asks for.
func (ix *Index) filter(q Query) func(ord int32) bool {
	lang, known := slices.Index(ix.langs, q.Lang), q.Lang == ""
	return func(ord int32) bool {
		if !known && int(ix.entries[ord].lang) != lang {
			return false
		}
		if len(q.Sections) == 0 && len(q.Regions) == 0 && !q.InForce {
			return true
		}
		p := &ix.passages[ord]
		return (len(q.Sections) == 0 || slices.Contains(q.Sections, p.Section)) &&
			(len(q.Regions) == 0 || slices.Contains(q.Regions, p.Region)) && !(q.InForce && p.Expired)
	}
}

// hit reports one passage.
func (j *judge) hit(r ranked, explain bool) Hit {
	passage := &j.ix.passages[r.ord]
	h := Hit{ID: passage.ID, Ord: r.ord, Score: r.final}
	h.Coverage, h.Matched = j.pt.held(j.read(int32(r.ord)))
	if explain && r.view != nil {
		h.Explanation = j.ix.explain(j.query, r)
	}
	return h
}

// held returns the share of the query's weight in a passage, and the terms and other names that make it up. A term that
// only another name stands for counts less.
func (pt *pattern) held(r reading) (float64, []string) {
	found := r.own.found.union(r.shared.found)
	sum := found.weigh(pt.units)
	var matched []string
	for i, name := range pt.names {
		if name != "" && found.has(i) {
			matched = append(matched, name)
		}
	}
	credit := make([]float32, len(pt.units))
	for _, s := range pt.swaps {
		if !found.holds(s.units) {
			continue
		}
		matched = append(matched, s.text)
		for i, w := range pt.units {
			if s.stands.has(i) && !found.has(i) {
				credit[i] = max(credit[i], s.weight*w)
			}
		}
	}
	for _, c := range credit {
		sum += c
	}
	return min(ratio(sum, pt.unitsTotal), 1), matched
}
