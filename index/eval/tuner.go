package eval

import (
	"context"
	"fmt"
	"math"
	"sync"

	"lvgu/index"
)

// tuner holds what is measured once and judged many times.
type tuner struct {
	sets   []*Set
	trials []trial

	mu    sync.Mutex                  // guards lists
	lists map[index.Parameters][]list // candidates of all questions, set after set
}

// trial is how the first stage ranks with some parameters.
type trial struct {
	index.Parameters
	ndcg []float64 // by question, set after set
}

// tuned is a whole ranking.
type tuned struct {
	index.Parameters
	*model
}

// search tries all parameters of a grid.
func (t *tuner) search(ctx context.Context, g grid) error {
	for _, title := range g.title {
		var byTitle []trial
		for _, k1 := range g.k1 {
			for _, b := range g.b {
				byTitle = append(byTitle, trial{Parameters: index.Parameters{K1: k1, B: b, Title: title}})
			}
		}
		for _, set := range t.sets {
			if err := tryAll(ctx, set, byTitle); err != nil {
				return err
			}
		}
		t.trials = append(t.trials, byTitle...)
	}
	return nil
}

// tryAll ranks the questions of a set by parameters that share the weight of the title, and with it the index.
func tryAll(ctx context.Context, set *Set, trials []trial) error {
	ix, err := index.NewTuned(set.Passages, trials[0].Parameters)
	if err != nil {
		return fmt.Errorf("index set: %w", err)
	}
	defer ix.Close()
	for i := range trials {
		other := ix.With(trials[i].K1, trials[i].B)
		defer other.Close()
		for k := range set.Queries {
			ids, err := other.First(ctx, index.Query{Text: set.Queries[k].Text, Limit: depth})
			if err != nil {
				return fmt.Errorf("search %q: %w", set.Queries[k].Text, err)
			}
			trials[i].ndcg = append(trials[i].ndcg, NDCG(ids, set.Queries[k].Relevant, depth))
		}
	}
	return nil
}

// model chooses parameters and learns weights from the questions that are not in a fold; from all when it is -1.
func (t *tuner) model(ctx context.Context, without int) (*tuned, error) {
	best, most := t.trials[0], math.Inf(-1)
	for _, trial := range t.trials {
		if sum := t.worth(trial, without); sum > most {
			best, most = trial, sum
		}
	}
	all, err := t.candidates(ctx, best.Parameters)
	if err != nil {
		return nil, err
	}
	var lists []list
	for _, l := range all {
		if l.fold != without {
			lists = append(lists, l)
		}
	}
	return &tuned{best.Parameters, learn(lists, len(index.FeatureNames()), penalty)}, nil
}

// worth is the weighted nDCG of a trial over the questions that are not in a fold.
func (t *tuner) worth(tried trial, without int) float64 {
	sum, at := 0.0, 0
	for _, set := range t.sets {
		for i := range set.Queries {
			if foldOf(&set.Queries[i]) != without {
				sum += set.weight() * tried.ndcg[at]
			}
			at++
		}
	}
	return sum
}

// weight is what a question of the set counts.
func (s *Set) weight() float64 {
	weight, ok := setWeights[s.Name]
	if !ok {
		weight = otherWeight
	}
	return weight / math.Sqrt(float64(len(s.Queries)))
}

func foldOf(q *Query) int { return int(hash(q.Text) % folds) }

// candidates returns the candidates of all questions by some parameters.
func (t *tuner) candidates(ctx context.Context, p index.Parameters) ([]list, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if lists, ok := t.lists[p]; ok {
		return lists, nil
	}
	var all []list
	for _, set := range t.sets {
		lists, err := candidateLists(ctx, set, p)
		if err != nil {
			return nil, err
		}
		all = append(all, lists...)
	}
	t.lists[p] = all
	return all, nil
}

func candidateLists(ctx context.Context, set *Set, p index.Parameters) ([]list, error) {
	ix, err := index.NewTuned(set.Passages, p)
	if err != nil {
		return nil, fmt.Errorf("index set: %w", err)
	}
	defer ix.Close()
	lists := make([]list, len(set.Queries))
	for i := range set.Queries {
		q := &set.Queries[i]
		candidates, err := ix.Candidates(ctx, index.Query{Text: q.Text})
		if err != nil {
			return nil, fmt.Errorf("search %q: %w", q.Text, err)
		}
		lists[i] = list{weight: set.weight(), fold: foldOf(q), query: q}
		for _, c := range candidates {
			lists[i].values = append(lists[i].values, c.Features)
			lists[i].relevant = append(lists[i].relevant, q.Relevant[c.ID] > 0)
			lists[i].ids = append(lists[i].ids, c.ID)
		}
	}
	return lists, nil
}

// judge measures the sets by the model of all questions and, for each question, by the one learned without it.
func (t *tuner) judge(all *tuned, held []*tuned) []TunedSet {
	var out []TunedSet
	at := 0
	for _, set := range t.sets {
		s := TunedSet{Name: set.Name, Queries: len(set.Queries)}
		for i := range set.Queries {
			s.First += t.lists[all.Parameters][at].ndcg(nil)
			s.Fitted += t.lists[all.Parameters][at].ndcg(all.model)
			other := held[foldOf(&set.Queries[i])]
			s.CrossValidated += t.lists[other.Parameters][at].ndcg(other.model)
			at++
		}
		for _, mean := range []*float64{&s.First, &s.Fitted, &s.CrossValidated} {
			*mean /= float64(max(s.Queries, 1))
		}
		out = append(out, s)
	}
	return out
}
