package eval

import (
	"context"
	"encoding/json"
	"testing"

	"lvgu/index"
)

func TestTune(t *testing.T) {
	tuning, err := tune(context.Background(), []string{writeSet(t)}, grid{k1: []float64{0.8, 1.2}, b: []float64{0.6}, title: []int{2, 4}})
	if err != nil {
		t.Fatal(err)
	}
	set := tuning.Sets[0]
	if set.Queries != 2 || set.Fitted < set.First || set.Fitted != 1 {
		t.Errorf("Tune = %+v, want both questions fitted", set)
	}
	var ranking index.Model
	if err := json.Unmarshal(tuning.Ranking, &ranking); err != nil {
		t.Fatal(err)
	}
	if got, want := len(ranking.Features), len(index.FeatureNames()); got != want {
		t.Errorf("Tune gives %d weights, want %d", got, want)
	}
	if len(tuning.Folds) != folds || ranking.Parameters != tuning.Chosen || ranking.K1 == 0 {
		t.Errorf("parameters by fold %v, of all %v, written %v", tuning.Folds, tuning.Chosen, ranking.Parameters)
	}
}

func TestLearn(t *testing.T) {
	n := len(index.FeatureNames())
	value := func(x float64) []float64 {
		v := make([]float64, n)
		v[3] = x
		return v
	}
	m := learn([]list{
		{weight: 1, values: [][]float64{value(1), value(0), value(2)}, relevant: []bool{false, false, true}},
		{weight: 1, values: [][]float64{value(5), value(6)}, relevant: []bool{false, true}},
	}, n, penalty)
	if m.weights[3] <= 0 {
		t.Errorf("weight of the feature that tells = %v, want above 0", m.weights[3])
	}
	if m.score(value(2)) <= m.score(value(1)) {
		t.Error("the relevant candidate scores lower")
	}
}
