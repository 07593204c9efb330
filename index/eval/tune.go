package eval

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

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

// grid holds the parameters that are tried.
type grid struct {
	k1, b []float64
	title []int
}

// defaultGrid goes beyond what is any good on either side.
func defaultGrid() grid {
	return grid{k1: []float64{0.6, 0.8, 1.1}, b: []float64{0.4, 0.6, 0.75}, title: []int{4, 6}}
}

// Tuning is what choosing the ranking's parameters and weights gave.
type Tuning struct {
	Sets    []TunedSet       `json:"sets"`
	Chosen  index.Parameters `json:"chosen"`  // by all questions
	Folds   []FoldParameters `json:"folds"`   // by the others
	Ranking json.RawMessage  `json:"ranking"` // the content of index/ranking.json
}

// FoldParameters are those chosen without the questions of a fold.
type FoldParameters struct {
	Fold int `json:"fold"`
	index.Parameters
}

// TunedSet is one set's nDCG@10: of the first stage, of what all questions chose, and, for each question, of the
// parameters and weights chosen without the fifth of the questions that it is in. What Fitted is above CrossValidated is
// over-fitting.
type TunedSet struct {
	Name           string  `json:"name"`
	Queries        int     `json:"queries"`
	First          float64 `json:"first_ndcg@10"`
	Fitted         float64 `json:"fitted_ndcg@10"`
	CrossValidated float64 `json:"cross_validated_ndcg@10"`
}

// String is a table for a reader at a terminal.
func (t *Tuning) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "chosen by all questions: k1 %v, b %v, title %d\n", t.Chosen.K1, t.Chosen.B, t.Chosen.Title)
	for _, f := range t.Folds {
		fmt.Fprintf(&b, "without fold %d:          k1 %v, b %v, title %d\n", f.Fold, f.K1, f.B, f.Title)
	}
	fmt.Fprintf(&b, "%-14s %9s  %11s  %7s  %15s\n", "nDCG@10", "questions", "first stage", "fitted", "cross-validated")
	for _, s := range t.Sets {
		fmt.Fprintf(&b, "%-14s %9d  %11.4f  %7.4f  %15.4f\n", s.Name, s.Queries, s.First, s.Fitted, s.CrossValidated)
	}
	return b.String()
}

// Tune chooses the parameters of the first stage and the weights of the second on the sets in dirs together.
func Tune(ctx context.Context, dirs []string) (*Tuning, error) {
	return tune(ctx, dirs, defaultGrid())
}

func tune(ctx context.Context, dirs []string, g grid) (*Tuning, error) {
	t := &tuner{lists: map[index.Parameters][]list{}}
	for _, dir := range dirs {
		set, err := Load(dir)
		if err != nil {
			return nil, fmt.Errorf("load set: %w", err)
		}
		// Some sets list the passages that answer first: their order must teach nothing.
		slices.SortStableFunc(set.Passages, func(a, b index.Passage) int { return cmp.Compare(shuffleKey(a), shuffleKey(b)) })
		t.sets = append(t.sets, set)
	}
	if err := t.search(ctx, g); err != nil {
		return nil, err
	}
	all, err := t.model(ctx, -1)
	if err != nil {
		return nil, err
	}
	result := &Tuning{Chosen: all.Parameters}
	held := make([]*tuned, folds)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for f := range held {
		group.Go(func() (err error) {
			held[f], err = t.model(ctx, f)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	for f, h := range held {
		result.Folds = append(result.Folds, FoldParameters{f, h.Parameters})
	}
	result.Sets = t.judge(all, held)
	result.Ranking, err = all.ranking()
	return result, err
}

// shuffleKey puts documents in an order that has nothing to do with the file's; the passages of one title stay together.
func shuffleKey(p index.Passage) uint32 { return hash(p.Title) }

func hash(text string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32() >> 8 // the low bits of FNV are the weakest
}

// ndcg judges a list as ordered by a model; nil leaves the first stage's order.
func (l *list) ndcg(m *model) float64 {
	order := make([]int, len(l.ids))
	scores := make([]float64, len(l.ids))
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
	return NDCG(ranking, l.query.Relevant, depth)
}

// ranking is the model as index/ranking.json has it.
func (m *tuned) ranking() (json.RawMessage, error) {
	out := index.Model{Parameters: m.Parameters}
	for i, name := range index.FeatureNames() {
		out.Features = append(out.Features, index.Weight{
			Name: name, Weight: round(m.weights[i]), Mean: round(m.means[i]), Scale: max(round(m.scales[i]), 1e-4),
		})
	}
	return json.MarshalIndent(out, "", " ")
}

func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
