package index

import "context"

// Candidate is a passage that the second stage judges, with what it judges by.
type Candidate struct {
	ID       string
	Features []float64
}

// FeatureNames returns the names of a Candidate's features, in order.
func FeatureNames() []string {
	names := make([]string, len(features))
	for i, f := range features {
		names[i] = f.name
	}
	return names
}

// Candidates returns the passages that the second stage would judge for q, best first by the first stage. It is for
// choosing weights.
func (ix *Index) Candidates(ctx context.Context, q Query) ([]Candidate, error) {
	p := ix.Prepare(q.Text, q.Lang)
	best, _, err := ix.first(ctx, p, q, rerankDepth)
	if err != nil {
		return nil, err
	}
	j := newJudge(ix, p)
	defer j.pt.release(p)
	j.gather(best)
	out := make([]Candidate, len(best))
	for i, c := range best {
		v := j.view(c)
		values := make([]float64, len(features))
		for k, f := range features {
			values[k] = f.of(v)
		}
		out[i] = Candidate{ix.passages[c.ord].ID, values}
	}
	return out, nil
}

// First returns the IDs of the best passages by the first stage alone. It is for choosing parameters.
func (ix *Index) First(ctx context.Context, q Query) ([]string, error) {
	best, _, err := ix.first(ctx, ix.Prepare(q.Text, q.Lang), q, max(q.Limit, 1))
	ids := make([]string, len(best))
	for i, c := range best {
		ids[i] = ix.passages[c.ord].ID
	}
	return ids, err
}
