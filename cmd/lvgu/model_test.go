package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"lvgu/assistant"
)

// endpoint is an OpenAI-compatible endpoint that streams pieces and then the finish reason.
func endpoint(t *testing.T, status int, finish string, pieces ...string) string {
	t.Helper()
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer key" || r.URL.Path != "/v1/chat/completions" {
			http.Error(w, `{"error":{"message":"who are you"}}`, http.StatusUnauthorized)
			return
		}
		if status != http.StatusOK {
			http.Error(w, `{"error":{"message":"no"}}`, status)
			return
		}
		for _, piece := range pieces {
			text, _ := json.Marshal(piece)
			fmt.Fprintf(w, ": alive\n\ndata: {\"choices\":[{\"delta\":{\"content\":%s}}]}\n\n", text)
		}
		fmt.Fprintf(w, "data: {\"choices\":[{\"delta\":{},\"finish_reason\":%q}]}\n\ndata: [DONE]\n\n", finish)
	}))
	t.Cleanup(srv.Close)
	return srv.URL + "/v1"
}

// TestAskWithModel asks over real HTTP: a model's sentence is shown when the passage holds it; else the quotation is,
// and the answer says so.
func TestAskWithModel(t *testing.T) {
	tests := []struct {
		name   string
		status int
		finish string
		pieces []string
		mode   assistant.Mode
	}{
		{"faithful", http.StatusOK, "stop", []string{"<think>让我想想</think>", "上海张江飞地的面积是 2.1 万", "平方米（2021 年）[1]", "。"}, assistant.Generate},
		{"inventing", http.StatusOK, "stop", []string{"上海张江飞地的面积是 5 万平方米[1]。", "租金每月 30 元[1]。"}, assistant.Extract},
		{"cut off", http.StatusOK, "length", []string{"上海张江飞地的面积是 2.1 万平方米（2021 年）[1]。"}, assistant.Extract},
		{"refusing", http.StatusForbidden, "", nil, assistant.Extract},
		{"empty", http.StatusOK, "stop", nil, assistant.Extract},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			url := endpoint(t, tt.status, tt.finish, tt.pieces...)
			env := func(name string) string {
				return map[string]string{"LVGU_LLM_API_KEY": "key", "LVGU_LLM_MODEL": "m"}[name]
			}
			var out, errs strings.Builder
			err := run(t.Context(), []string{"ask", "--json", "--llm-base-url", url, "--llm-producer", "某模型 备案号待填写", "上海张江飞地有多大？"}, env, &out, &errs)
			if err != nil {
				t.Fatalf("ask: %v\n%s", err, errs.String())
			}
			var got assistant.Answer
			if err := json.Unmarshal([]byte(out.String()), &got); err != nil {
				t.Fatal(err)
			}
			if got.Mode != tt.mode || got.Generated != (tt.mode == assistant.Generate) || !strings.Contains(got.Text, "2.1 万平方米") {
				t.Errorf("mode %s, generated %t, text %q; want mode %s with the area", got.Mode, got.Generated, got.Text, tt.mode)
			}
			if got.Generated && got.AIGC.ContentProducer != "某模型 备案号待填写" {
				t.Errorf("AIGC = %+v, want the producer", got.AIGC)
			}
		})
	}
}

func TestModelSettings(t *testing.T) {
	for _, args := range [][]string{
		{"ask", "--llm-base-url", "http://127.0.0.1:1/v1", "x"},
		{"ask", "--llm-base-url", "http://127.0.0.1:1/v1", "--llm-model", "m", "--llm-idle", "0s", "x"},
		{"ask", "--llm-base-url", "http://127.0.0.1:1/v1", "--llm-model", "m", "--llm-concurrent", "0", "x"},
		{"ask", "--llm-base-url", "http://127.0.0.1:1/v1", "--llm-model", "m", "--llm-key-file", "missing", "x"},
		{"ask", "--llm-base-url", "127.0.0.1:1/v1", "--llm-model", "m", "x"},
		{"ask", "--llm-base-url", "http://127.0.0.1:1/v1", "--llm-model", "m", "--llm-retries", "-1", "x"},
		{"ask", "--llm-base-url", "http://127.0.0.1:1/v1", "--llm-model", "m", "--llm-max-tokens", "0", "x"},
		{"ask", "--llm-base-url", "http://127.0.0.1:1/v1", "--llm-model", "m", "--llm-temperature", "2.1", "x"},
	} {
		err := run(t.Context(), args, func(string) string { return "" }, &strings.Builder{}, &strings.Builder{})
		if report(err, &strings.Builder{}) != exitUsage {
			t.Errorf("%v: %v, want a fault of the command line", args, err)
		}
	}
}

// TestProductionNamesTheModel checks that a public site does not start with a model whose registered name and number are
// not given.
func TestProductionNamesTheModel(t *testing.T) {
	for _, producer := range []string{"", " "} {
		args := []string{"serve", "--addr", "127.0.0.1:0", "--production", "--llm-base-url", "http://127.0.0.1:1/v1", "--llm-model", "m", "--llm-producer", producer}
		err := run(t.Context(), args, func(string) string { return "" }, &strings.Builder{}, &strings.Builder{})
		if err == nil || !strings.Contains(err.Error(), "--llm-producer") {
			t.Errorf("serve with the producer %q: %v, want an error that names --llm-producer", producer, err)
		}
	}
}
