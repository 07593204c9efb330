package eval

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeSet writes a set of three passages and two judged questions.
func writeSet(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{
		"corpus.jsonl": `{"_id":"p1","title":"上海张江飞地","text":"建筑面积 2.1 万平方米。"}
{"_id":"p2","title":"苏州飞地","text":"计划启用。"}

{"_id":"p3","title":"人才公寓","text":"租金优惠。"}
`,
		"queries.jsonl": `{"_id":"q1","text":"张江飞地面积","metadata":{"lang":"zh","answers":["2.1 万平方米"]}}
{"_id":"q2","text":"苏州飞地的租金","metadata":{}}
{"_id":"q3","text":"没有判断"}
`,
		"qrels.tsv": "query-id\tcorpus-id\tscore\nq1\tp1\t1\nq2\tp3\t1\nq3\tp3\t0\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	r, err := Run(context.Background(), writeSet(t))
	if err != nil {
		t.Fatal(err)
	}
	// The second question has its passage in second place.
	if r.Passages != 3 || r.Queries != 2 || r.Recall1 != 0.5 || r.MRR10 != 0.75 || r.Recall10 != 1 {
		t.Errorf("Run = %+v", r)
	}
	if r.BuildSeconds <= 0 || r.P99 < r.P50 {
		t.Errorf("Run times = %+v", r)
	}
}

func TestLoadFaults(t *testing.T) {
	for _, tc := range []struct{ name, file, content, want string }{
		{"broken line", "corpus.jsonl", "{\n", "corpus.jsonl:1:"},
		{"missing column", "qrels.tsv", "header\nq1\tp1\n", "qrels.tsv:2: 2 columns"},
		{"no judgement", "qrels.tsv", "header\n", "no question has a judged passage"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := writeSet(t)
			if err := os.WriteFile(filepath.Join(dir, tc.file), []byte(tc.content), 0o644); err != nil {
				t.Fatal(err)
			}
			if _, err := Load(dir); err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("Load = %v, want error with %q", err, tc.want)
			}
		})
	}
	if _, err := Load(t.TempDir()); err == nil {
		t.Error("Load of an empty folder gave no error")
	}
}
