package openai

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEmbed(t *testing.T) {
	for _, tc := range []struct {
		name, body string
		status     int
		want       [][]float32
		err        string
	}{
		{"in any order", `{"data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0]}]}`, 200, [][]float32{{1, 0}, {0, 1}}, ""},
		{"one missing", `{"data":[{"index":0,"embedding":[1,0]}]}`, 200, nil, "no vector came back for text 1"},
		{"one twice", `{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}`, 200, nil, "came twice"},
		{"beyond", `{"data":[{"index":7,"embedding":[1]}]}`, 200, nil, "vector 7"},
		{"unknown model", `{"error":{"message":"no such model"}}`, 404, nil, "no such model"},
		{"not JSON", `<html>`, 200, nil, "invalid character"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				var asked struct {
					Model string   `json:"model"`
					Input []string `json:"input"`
				}
				if err := json.NewDecoder(r.Body).Decode(&asked); err != nil || asked.Model != "bge" || len(asked.Input) != 2 || r.URL.Path != "/v1/embeddings" {
					t.Errorf("asked %s for %+v (%v)", r.URL.Path, asked, err)
				}
				w.WriteHeader(tc.status)
				_, _ = w.Write([]byte(tc.body))
			}))
			defer srv.Close()
			e, err := NewEmbedder(Config{BaseURL: srv.URL + "/v1/", Model: "bge", Retries: -1})
			if err != nil {
				t.Fatal(err)
			}
			got, err := e.Embed(t.Context(), []string{"甲", "乙"})
			if (tc.err == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), tc.err) {
				t.Fatalf("Embed = %v, want error with %q", err, tc.err)
			}
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("Embed (-want +got):\n%s", diff)
			}
		})
	}
	if _, err := NewEmbedder(Config{BaseURL: "http://127.0.0.1"}); err == nil {
		t.Error("NewEmbedder without a model gives no error")
	}
}
