package eval

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// TestSets measures each public set under LVGU_EVAL_DIR; without it, the built-in set stands in.
func TestSets(t *testing.T) {
	root := os.Getenv("LVGU_EVAL_DIR")
	if root == "" {
		t.Log("LVGU_EVAL_DIR is not set: measuring the built-in set only")
		root = filepath.Dir(writeSet(t))
	}
	dirs, err := filepath.Glob(filepath.Join(root, "*", "qrels.tsv"))
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no set under %s (%v)", root, err)
	}
	for _, file := range dirs {
		r, err := Run(context.Background(), filepath.Dir(file))
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%-14s nDCG@10 %.4f  recall@1 %.4f  p50 %.2f ms  p99 %.2f ms  build %.2f s  %d MB", r.Set, r.NDCG10, r.Recall1, r.P50, r.P99, r.BuildSeconds, r.IndexBytes>>20)
	}
}
