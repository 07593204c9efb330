package index

import (
	"cmp"
	"container/heap"
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

// top keeps the best candidates offered to it: a heap with the worst of them first.
type top struct {
	limit int
	kept  []candidate
}

func newTop(limit int) *top { return &top{limit: limit} }

func (t *top) Len() int           { return len(t.kept) }
func (t *top) Less(i, j int) bool { return better(t.kept[i], t.kept[j]) > 0 }
func (t *top) Swap(i, j int)      { t.kept[i], t.kept[j] = t.kept[j], t.kept[i] }
func (t *top) Push(x any)         { t.kept = append(t.kept, x.(candidate)) }
func (t *top) Pop() any {
	last := t.kept[len(t.kept)-1]
	t.kept = t.kept[:len(t.kept)-1]
	return last
}

func (t *top) offer(ord int, score float32) {
	c := candidate{ord, score}
	if len(t.kept) < t.limit {
		heap.Push(t, c)
		return
	}
	if better(c, t.kept[0]) < 0 {
		t.kept[0] = c
		heap.Fix(t, 0)
	}
}

// sorted returns what was kept, best first.
func (t *top) sorted() []candidate {
	slices.SortFunc(t.kept, better)
	return t.kept
}
