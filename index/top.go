package index

import (
	"cmp"
	"slices"
)

// candidate is a passage with its score so far.
type candidate struct {
	ord   int
	score float32
}

// better orders candidates: higher scores first, then earlier passages.
func better(a, b candidate) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.ord, b.ord))
}

// top keeps the best candidates offered to it: once full, a heap with the worst of them first.
type top struct {
	limit int
	kept  []candidate
}

func newTop(limit int) *top { return &top{limit: limit, kept: make([]candidate, 0, limit)} }

func (t *top) offer(ord int, score float32) {
	c := candidate{ord, score}
	if len(t.kept) < t.limit {
		t.kept = append(t.kept, c)
		if len(t.kept) == t.limit {
			for i := t.limit/2 - 1; i >= 0; i-- {
				t.sink(i)
			}
		}
		return
	}
	if better(c, t.kept[0]) < 0 {
		t.kept[0] = c
		t.sink(0)
	}
}

// sink moves the candidate at i below those that are worse.
func (t *top) sink(i int) {
	for {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(t.kept); child++ {
			if better(t.kept[child], t.kept[worst]) > 0 {
				worst = child
			}
		}
		if worst == i {
			return
		}
		t.kept[i], t.kept[worst] = t.kept[worst], t.kept[i]
		i = worst
	}
}

// sorted returns what was kept, best first.
func (t *top) sorted() []candidate {
	slices.SortFunc(t.kept, better)
	return t.kept
}
