package index

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// updateQuestions find passages that the edits of TestUpdate touch.
var updateQuestions = []string{"工业用地最长多少年", "上海张江飞地有多大？", "高新技术企业所得税税率是多少", "rencai gongyu", "新设的飞地在苏州", "第3条"}

func newIndex(t testing.TB, passages []Passage) *Index {
	t.Helper()
	ix, err := New(passages)
	if err != nil {
		t.Fatal(err)
	}
	return ix
}

// edit returns passages after some change.
func edit(passages []Passage, step int) []Passage {
	out := slices.Clone(passages)
	out[step*3].Body = fmt.Sprintf("新设的飞地在苏州，面积 %d 平方米。", step)
	out[step*5+1].Keywords = []string{"飞地"}
	out = slices.Delete(out, step*7, step*7+2)
	return slices.Insert(out, step*2, Passage{ID: fmt.Sprintf("new-%d", step), Lang: "zh", Title: "新政策", Body: "工业用地弹性年期。"})
}

func TestUpdate(t *testing.T) {
	passages := madePassages(200)
	ix := newIndex(t, passages)
	shared := false
	for step := range 2 * maxParts {
		passages = edit(passages, step)
		updated, err := ix.Update(passages)
		if err != nil {
			t.Fatal(err)
		}
		shared = shared || updated.parts[0] == ix.parts[0]
		if err := ix.Close(); err != nil { // what the next one uses must outlive it
			t.Fatal(err)
		}
		ix = updated
		fresh := newIndex(t, passages)
		defer fresh.Close()
		for _, question := range updateQuestions {
			if diff := cmp.Diff(found(t, fresh, question), found(t, ix, question)); diff != "" {
				t.Fatalf("step %d, %s (-New +Update):\n%s", step, question, diff)
			}
		}
		if len(ix.parts) > maxParts {
			t.Fatalf("%d parts after step %d, want at most %d", len(ix.parts), step, maxParts)
		}
	}
	if !shared {
		t.Error("no update shared a part with the index before it")
	}
	ix.Close()
}

// found are the hits of a question, scores and explanations included.
func found(t *testing.T, ix *Index, question string) []Hit {
	t.Helper()
	r, err := ix.Search(context.Background(), Query{Text: question, Explain: true})
	if err != nil {
		t.Fatal(err)
	}
	return r.Hits
}

func TestUpdateToNothing(t *testing.T) {
	ix := newIndex(t, madePassages(3))
	defer ix.Close()
	empty, err := ix.Update(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer empty.Close()
	if hits := found(t, empty, "飞地"); len(hits) > 0 {
		t.Errorf("an emptied index finds %v", hits)
	}
	if _, err := ix.Update([]Passage{{ID: "a"}, {ID: "a"}}); err == nil {
		t.Error("Update took a repeated ID")
	}
}

// TestUpdateOfAClosedIndex is what happens when a server stops while new content is being indexed.
func TestUpdateOfAClosedIndex(t *testing.T) {
	passages := madePassages(60)
	before := newIndex(t, passages)
	if err := before.Close(); err != nil {
		t.Fatal(err)
	}
	ix, err := before.Update(edit(passages, 1))
	if err != nil {
		t.Fatal(err)
	}
	found, err := ix.Search(t.Context(), Query{Text: "新设的飞地在苏州", Lang: "zh"})
	if err != nil || len(found.Hits) == 0 {
		t.Errorf("Search() = %v, %v, want the new passage", found, err)
	}
	if err := ix.Close(); err != nil {
		t.Error(err)
	}
}
