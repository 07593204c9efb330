package index

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed ranking.json
var rankingData []byte

// Parameters are what the first stage ranks by. Those in use are in ranking.json.
type Parameters struct {
	K1    float64 `json:"k1"`    // BM25's saturation: how much a second occurrence adds
	B     float64 `json:"b"`     // BM25's length normalisation, 0 to 1
	Title int     `json:"title"` // weight of the title, where the body's is 4
}

// ranking is both stages' model. The second stage's score is the sum over the features of weight·(value-mean)/scale. It
// is learned on the public sets together by `lvgu eval --tune`, which writes ranking.json.
type ranking struct {
	Parameters
	weights []float64 // of features, in their order, with the scale divided out
	means   []float64
}

// Weight is one feature's part of a model.
type Weight struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
	Mean   float64 `json:"mean"`
	Scale  float64 `json:"scale"`
}

// Model is the content of ranking.json.
type Model struct {
	Parameters
	Features []Weight `json:"features"`
}

// DefaultParameters are those in use.
func DefaultParameters() (Parameters, error) {
	r, err := newRanking(rankingData)
	if err != nil {
		return Parameters{}, err
	}
	return r.Parameters, nil
}

// newRanking reads a model. Features that it does not name count nothing; a name that is no feature is an error.
func newRanking(data []byte) (*ranking, error) {
	var model Model
	if err := json.Unmarshal(data, &model); err != nil {
		return nil, fmt.Errorf("read ranking: %w", err)
	}
	if err := model.check(); err != nil {
		return nil, fmt.Errorf("read ranking: %w", err)
	}
	at := map[string]int{}
	for i, f := range features {
		at[f.name] = i
	}
	r := &ranking{Parameters: model.Parameters, weights: make([]float64, len(features)), means: make([]float64, len(features))}
	for _, w := range model.Features {
		i, ok := at[w.Name]
		if !ok || w.Scale <= 0 {
			return nil, fmt.Errorf("read ranking: feature %q with scale %v", w.Name, w.Scale)
		}
		r.weights[i], r.means[i] = w.Weight/w.Scale, w.Mean
	}
	return r, nil
}

func (p Parameters) check() error {
	if p.K1 <= 0 || p.B < 0 || p.B > 1 || p.Title < 1 {
		return fmt.Errorf("k1 %v, b %v, title %d: k1 and title must be above 0, b from 0 to 1", p.K1, p.B, p.Title)
	}
	return nil
}

// headingWeight is what a heading that holds the whole question and nothing else adds to a score. It is set by hand, for
// clauses with headings are what the product has and the public sets lack: passages of one document differ by it.
const headingWeight = 4

// expiredWeight is what a passage that is no longer in force loses: as much as a quarter of the question in the heading
// is worth, so that of two rules alike the one in force comes first, and a clear question still finds the other.
const expiredWeight = 1

// score is a candidate's place in the order: the higher the better.
func (r *ranking) score(v *view) float64 {
	sum := headingWeight*v.heading() - expiredWeight*v.expired()
	for i, f := range features {
		if r.weights[i] != 0 {
			sum += r.weights[i] * (f.of(v) - r.means[i])
		}
	}
	return sum
}
