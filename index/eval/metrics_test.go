package eval

import (
	"math"
	"testing"
)

func TestMetrics(t *testing.T) {
	for _, tc := range []struct {
		name                      string
		ranking                   []string
		relevant                  map[string]int
		ndcg, recall1, recall, rr float64 // at 3, 1, 3, 3
	}{
		{"first", []string{"a", "b", "c"}, map[string]int{"a": 1}, 1, 1, 1, 1},
		{"second", []string{"b", "a", "c"}, map[string]int{"a": 1}, 0.63093, 0, 1, 0.5},                               // 1/log2(3)
		{"fourth", []string{"b", "c", "d", "a"}, map[string]int{"a": 1}, 0, 0, 0, 0},                                  // below 3
		{"two of three", []string{"a", "x", "b"}, map[string]int{"a": 1, "b": 1, "c": 1}, 0.70392, 1. / 3, 2. / 3, 1}, // 1.5/2.13093
		{"graded", []string{"b", "a"}, map[string]int{"a": 3, "b": 1}, 0.79671, 0.5, 1, 1},                            // 2.89279/3.63093
		{"none found", nil, map[string]int{"a": 1}, 0, 0, 0, 0},
		{"none relevant", []string{"a"}, nil, 0, 0, 0, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, m := range []struct {
				name      string
				got, want float64
			}{
				{"NDCG", NDCG(tc.ranking, tc.relevant, 3), tc.ndcg},
				{"Recall at 1", Recall(tc.ranking, tc.relevant, 1), tc.recall1},
				{"Recall", Recall(tc.ranking, tc.relevant, 3), tc.recall},
				{"ReciprocalRank", ReciprocalRank(tc.ranking, tc.relevant, 3), tc.rr},
			} {
				if math.Abs(m.got-m.want) > 1e-5 {
					t.Errorf("%s(%v, %v) = %.5f, want %.5f", m.name, tc.ranking, tc.relevant, m.got, m.want)
				}
			}
		})
	}
}
