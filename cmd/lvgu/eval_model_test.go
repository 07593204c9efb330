package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lvgu/assistant/llm/llmtest"
)

const fewGolden = `{"id": "fact", "class": "fact", "question": "上海张江飞地有多大？", "outcome": "answered", "holds": ["2.1万平方米"]}
{"id": "follow-up", "class": "follow-up", "question": "那杭州湾的呢？", "history": [{"question": "上海张江飞地有多大？"}], "outcome": "answered", "holds": ["100亩"]}
{"id": "planned", "class": "planned", "question": "苏州飞地启用了吗？", "outcome": "answered", "holds": ["筹建"], "notices": ["planned"]}
{"id": "english", "class": "english", "question": "How large is the Zhangjiang offsite zone?", "outcome": "answered", "holds": ["21,000"]}
{"id": "off-topic", "class": "off-topic", "question": "红烧肉怎么做", "outcome": "declined"}
`

// TestEvalModel evaluates live endpoints over a few questions: a model's lies cost it sentences, and the visitor nothing.
func TestEvalModel(t *testing.T) {
	file := filepath.Join(t.TempDir(), "golden.jsonl")
	if err := os.WriteFile(file, []byte(fewGolden), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		behaviour         string
		generated, failed int
		lies              bool // all of its sentences
	}{
		{"faithful", 4, 0, false},
		{"number-inventing", 0, 0, true},
		{"prompt-leaking", 0, 0, true},
		{"truncated", 0, 4, false},
	} {
		t.Run(tt.behaviour, func(t *testing.T) {
			endpoint := llmtest.NewEndpoint(llmtest.Named(tt.behaviour))
			defer endpoint.Close()
			var out, errs strings.Builder
			err := run(t.Context(), []string{"eval", "--golden", file, "--llm", endpoint.BaseURL, "--json"}, func(string) string { return "" }, &out, &errs)
			if err != nil {
				t.Fatalf("eval: %v\n%s%s", err, out.String(), errs.String())
			}
			var got modelReport
			if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
				t.Fatal(err)
			}
			all := got.Wording[len(got.Wording)-1]
			withheld := 0
			if tt.lies {
				withheld = max(all.Sentences, all.Answers) // at least one of each answer
			}
			if all.Answers != 4 || all.Generated != tt.generated || all.Withheld != withheld || all.Failed != tt.failed {
				t.Errorf("%+v, want 4 answers, %d generated, %d sentences withheld, %d failed", all, tt.generated, withheld, tt.failed)
			}
		})
	}
}

func TestEvalModelTable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "golden.jsonl")
	if err := os.WriteFile(file, []byte(fewGolden[:strings.Index(fewGolden, "\n")]), 0o600); err != nil {
		t.Fatal(err)
	}
	endpoint := llmtest.NewEndpoint(llmtest.Named("faithful"))
	defer endpoint.Close()
	var out strings.Builder
	if err := run(t.Context(), []string{"eval", "--golden", file, "--llm", endpoint.BaseURL}, func(string) string { return "" }, &out, &strings.Builder{}); err != nil {
		t.Fatal(err)
	}
	for _, column := range []string{"false answers", "withheld", "unresolvable", "leaked", "fact"} {
		if !strings.Contains(out.String(), column) {
			t.Errorf("the table has no %q:\n%s", column, out.String())
		}
	}
	endpoint.Close()
	if err := run(t.Context(), []string{"eval", "--golden", file, "--llm", endpoint.BaseURL}, func(string) string { return "" }, &out, &strings.Builder{}); err == nil || !strings.Contains(err.Error(), "--llm-model") {
		t.Errorf("eval without an endpoint: %v, want an error that names --llm-model", err)
	}
}
