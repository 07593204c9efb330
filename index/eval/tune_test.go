package eval

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"lvgu/index"
)

func TestTune(t *testing.T) {
	tuning, err := Tune(context.Background(), []string{writeSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	set := tuning.Sets[0]
	if set.Queries != 2 || set.Fitted < set.First || set.Fitted != 1 {
		t.Errorf("Tune = %+v, want both questions fitted", set)
	}
	var ranking struct{ Features []index.Weight }
	if err := json.Unmarshal(tuning.Ranking, &ranking); err != nil {
		t.Fatal(err)
	}
	if got, want := len(ranking.Features), len(index.FeatureNames()); got != want {
		t.Errorf("Tune gives %d weights, want %d", got, want)
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
	}, penalty)
	if m.weights[3] <= 0 {
		t.Errorf("weight of the feature that tells = %v, want above 0", m.weights[3])
	}
	if m.score(value(2)) <= m.score(value(1)) {
		t.Error("the relevant candidate scores lower")
	}
}

// TestWriteRanking rewrites index/ranking.json from the sets in the folders that LVGU_TUNE names, separated by colons.
func TestWriteRanking(t *testing.T) {
	dirs := os.Getenv("LVGU_TUNE")
	if dirs == "" {
		t.Log("LVGU_TUNE is not set: nothing to write")
		return
	}
	tuning, err := Tune(context.Background(), strings.Split(dirs, ":"))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range tuning.Sets {
		t.Logf("%-14s first %.4f  fitted %.4f  cross-validated %.4f", s.Name, s.First, s.Fitted, s.CrossValidated)
	}
	if err := os.WriteFile("../ranking.json", append(tuning.Ranking, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}
