package server

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"lvgu/assistant"
	"lvgu/index/corpus"
)

// cachedAnswer is the end of an answer that had been found before.
func cachedAnswer(yield func(assistant.Event, error) bool) {
	answer := pork("v2")
	answer.Cached = true
	yield(assistant.Event{Kind: assistant.EventDone, Answer: answer}, nil)
}

func TestMetrics(t *testing.T) {
	s := newTestServer(t, Config{})
	srv := httptest.NewServer(s.Handler())
	defer srv.Close()
	for _, path := range []string{"/", "/nothing", "/ask?q=" + url.QueryEscape("张江"), "/ask?q=pork", "/ask?q=fails"} {
		response, err := srv.Client().Get(srv.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
	}
	s.Gauge("lvgu_test", "A value of the command's.", func() float64 { return 7 })
	next := testEdition("v2")
	if err := s.Publish(next); err != nil {
		t.Fatal(err)
	}
	s.Refuse(corpus.Faults{typo, warning})
	for range s.metrics.observed(cachedAnswer, time.Now()) {
	}
	w := httptest.NewRecorder()
	s.MetricsHandler().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	body, err := io.ReadAll(w.Result().Body)
	if err != nil || w.Code != http.StatusOK {
		t.Fatalf("GET /metrics: status %d, error %v", w.Code, err)
	}
	for _, want := range []string{
		`lvgu_http_requests_total{route="site",status="200"} 1`,
		`lvgu_http_requests_total{route="site",status="404"} 1`,
		`lvgu_http_requests_total{route="ask page",status="500"} 1`,
		`lvgu_answers_total{lang="zh",mode="extract",outcome="answered"} 1`,
		`lvgu_answers_total{lang="zh",mode="extract",outcome="declined"} 2`,
		`lvgu_answers_cached_total 1`,
		`lvgu_answers_total{lang="",mode="",outcome="failed"} 1`,
		`lvgu_answer_seconds_count 4`,
		`lvgu_publications_total 2`,
		`lvgu_content_info{version="v2"} 1`,
		`lvgu_content_faults 1`,
		`lvgu_model_failures_total 0`,
		`lvgu_test 7`,
	} {
		if !strings.Contains(string(body), want+"\n") {
			t.Errorf("metrics lack %s", want)
		}
	}
	for _, not := range []string{`version="v1"`, "张江", "pork"} {
		if strings.Contains(string(body), not) {
			t.Errorf("metrics hold %s", not)
		}
	}
}
