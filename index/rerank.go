package index

import (
	"cmp"
	"slices"
)

// rerankDepth is how many passages the second stage judges.
const rerankDepth = 100

// ranked is a candidate after the second stage.
type ranked struct {
	candidate
	final float64
	view  *view // nil past the second stage's depth
}

// rerank puts the candidates, best first by the first stage, in their final order. What is past the depth follows in
// the order it had.
func (ix *Index) rerank(j *judge, candidates []candidate) []ranked {
	judged := candidates[:min(len(candidates), rerankDepth)]
	j.gather(judged)
	out := make([]ranked, len(candidates))
	worst := 0.0
	for i, c := range candidates {
		out[i].candidate = c
		if i < len(judged) {
			out[i].view = j.view(c)
			out[i].final = ix.ranking.score(out[i].view)
			worst = min(worst, out[i].final)
		}
	}
	slices.SortFunc(out[:len(judged)], func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.final, a.final), cmp.Compare(a.ord, b.ord))
	})
	for i := len(judged); i < len(out); i++ { // below all that were judged
		out[i].final = worst - 1 + float64(out[i].score/candidates[0].score)
	}
	return out
}
