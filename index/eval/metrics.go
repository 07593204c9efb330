package eval

import (
	"math"
	"slices"
)

// NDCG returns the normalised discounted cumulative gain of the first k of ranking: gains are the relevances, and a
// question without relevant passages gives 0.
func NDCG(ranking []string, relevant map[string]int, k int) float64 {
	gains := make([]int, 0, len(relevant))
	for _, g := range relevant {
		gains = append(gains, g)
	}
	slices.SortFunc(gains, func(a, b int) int { return b - a })
	ideal := 0.0
	for i, g := range gains[:min(k, len(gains))] {
		ideal += float64(g) / math.Log2(float64(i+2))
	}
	if ideal == 0 {
		return 0
	}
	got := 0.0
	for i, id := range ranking[:min(k, len(ranking))] {
		got += float64(relevant[id]) / math.Log2(float64(i+2))
	}
	return got / ideal
}

// Recall returns the share of the relevant passages among the first k of ranking.
func Recall(ranking []string, relevant map[string]int, k int) float64 {
	if len(relevant) == 0 {
		return 0
	}
	found := 0
	for _, id := range ranking[:min(k, len(ranking))] {
		if relevant[id] > 0 {
			found++
		}
	}
	return float64(found) / float64(len(relevant))
}

// ReciprocalRank returns 1 over the place of the first relevant passage among the first k of ranking, or 0.
func ReciprocalRank(ranking []string, relevant map[string]int, k int) float64 {
	for i, id := range ranking[:min(k, len(ranking))] {
		if relevant[id] > 0 {
			return 1 / float64(i+1)
		}
	}
	return 0
}
