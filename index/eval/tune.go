package eval

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"slices"

	"lvgu/index"
)

// folds is how many parts the questions are cut into for cross-validation.
const folds = 5

// penalty holds the weights down; four times more or less moves no set by more than 0.002.
const penalty = 0.004

// setWeights are what a set counts in learning, against the square root of its questions; others count otherWeight.
// ncp, government notices, is most like the product's content; dureader-demo has few and noisy questions.
var setWeights = map[string]float64{"ncp": 1.6, "cmrc": 1, "xquad-zh": 1, "dureader-demo": 0.2}

const otherWeight = 0.5

// Tuning is what learning the second stage's weights gave.
type Tuning struct {
	Sets    []TunedSet      `json:"sets"`
	Ranking json.RawMessage `json:"ranking"` // the content of index/ranking.json
}

// TunedSet is one set's nDCG@10: of the first stage, of the weights learned from all questions, and, for each question,
// of those learned without the fifth of the questions that it is in.
type TunedSet struct {
	Name           string  `json:"name"`
	Queries        int     `json:"queries"`
	First          float64 `json:"first_ndcg@10"`
	Fitted         float64 `json:"fitted_ndcg@10"`
	CrossValidated float64 `json:"cross_validated_ndcg@10"`
}

// Tune learns the weights of the second stage on the sets in dirs together.
func Tune(ctx context.Context, dirs []string) (*Tuning, error) {
	var all []list
	var sets []TunedSet
	var ends []int // of each set's lists
	for _, dir := range dirs {
		lists, name, err := candidateLists(ctx, dir)
		if err != nil {
			return nil, err
		}
		all = append(all, lists...)
		ends = append(ends, len(all))
		sets = append(sets, TunedSet{Name: name, Queries: len(lists)})
	}
	fitted := learn(all, penalty)
	held := make([]*model, folds)
	for f := range held {
		held[f] = learn(slices.DeleteFunc(slices.Clone(all), func(l list) bool { return l.fold == f }), penalty)
	}
	from := 0
	for i := range sets {
		lists := all[from:ends[i]]
		from = ends[i]
		sets[i].First = meanNDCG(lists, func(l *list) *model { return nil })
		sets[i].Fitted = meanNDCG(lists, func(l *list) *model { return fitted })
		sets[i].CrossValidated = meanNDCG(lists, func(l *list) *model { return held[l.fold] })
	}
	ranking, err := fitted.ranking()
	return &Tuning{sets, ranking}, err
}

// candidateLists returns the candidates of each question of a set, and the set's name.
func candidateLists(ctx context.Context, dir string) ([]list, string, error) {
	set, err := Load(dir)
	if err != nil {
		return nil, "", fmt.Errorf("load set: %w", err)
	}
	// Some sets list the passages that answer first: their order must teach nothing.
	slices.SortStableFunc(set.Passages, func(a, b index.Passage) int { return cmp.Compare(shuffleKey(a), shuffleKey(b)) })
	ix, err := index.New(set.Passages)
	if err != nil {
		return nil, "", fmt.Errorf("index set: %w", err)
	}
	defer ix.Close()
	weight, ok := setWeights[set.Name]
	if !ok {
		weight = otherWeight
	}
	weight /= math.Sqrt(float64(len(set.Queries)))
	lists := make([]list, len(set.Queries))
	for i := range set.Queries {
		q := &set.Queries[i]
		candidates, err := ix.Candidates(ctx, index.Query{Text: q.Text})
		if err != nil {
			return nil, "", fmt.Errorf("search %q: %w", q.Text, err)
		}
		lists[i] = list{weight: weight, fold: int(hash(q.Text) % folds), query: q}
		for _, c := range candidates {
			lists[i].values = append(lists[i].values, c.Features)
			lists[i].relevant = append(lists[i].relevant, q.Relevant[c.ID] > 0)
			lists[i].ids = append(lists[i].ids, c.ID)
		}
	}
	return lists, set.Name, nil
}

// shuffleKey puts documents in an order that has nothing to do with the file's; the passages of one title stay together.
func shuffleKey(p index.Passage) uint32 { return hash(p.Title) }

func hash(text string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32() >> 8 // the low bits of FNV are the weakest
}

// meanNDCG judges lists as ordered by the model chosen for each; nil leaves the first stage's order.
func meanNDCG(lists []list, choose func(*list) *model) float64 {
	sum := 0.0
	for i := range lists {
		l := &lists[i]
		order := make([]int, len(l.ids))
		scores := make([]float64, len(l.ids))
		m := choose(l)
		for k := range order {
			order[k] = k
			if m != nil {
				scores[k] = m.score(l.values[k])
			}
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
		ranking := make([]string, len(order))
		for k, at := range order {
			ranking[k] = l.ids[at]
		}
		sum += NDCG(ranking, l.query.Relevant, depth)
	}
	return sum / float64(max(len(lists), 1))
}

// ranking is the model as index/ranking.json has it.
func (m *model) ranking() (json.RawMessage, error) {
	weights := make([]index.Weight, len(m.weights))
	for i, name := range index.FeatureNames() {
		weights[i] = index.Weight{Name: name, Weight: round(m.weights[i]), Mean: round(m.means[i]), Scale: max(round(m.scales[i]), 1e-4)}
	}
	return json.MarshalIndent(map[string]any{"features": weights}, "", " ")
}

func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
