package openai

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"lvgu/assistant/llm"
)

// chunk is one line of a stream.
func chunk(text string) string {
	return fmt.Sprintf("data: {\"choices\":[{\"delta\":{\"content\":%q}}]}\n\n", text)
}

const (
	stop   = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
	length = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\n"
	done   = "data: [DONE]\n\n"
)

func endpoint(t *testing.T, handler http.HandlerFunc, change ...func(*Config)) *Model {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	config := Config{BaseURL: server.URL + "/v1", Key: "secret", Model: "m", Retries: -1}
	for _, f := range change {
		f(&config)
	}
	m, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func writes(lines ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		for _, line := range lines {
			fmt.Fprint(w, line)
			w.(http.Flusher).Flush()
		}
	}
}

func collect(ctx context.Context, m *Model) (string, error) {
	var text strings.Builder
	for piece, err := range m.Stream(ctx, llm.Request{Messages: []llm.Message{{Role: llm.User, Content: "q"}}}) {
		if err != nil {
			return text.String(), err
		}
		text.WriteString(piece)
	}
	return text.String(), nil
}

func TestStream(t *testing.T) {
	tests := []struct {
		name    string
		handler http.HandlerFunc
		want    string
		err     error
	}{
		{"complete", writes(chunk("丽"), chunk("水"), stop, done), "丽水", nil},
		{"keep-alive comments", writes(strings.Repeat(": ping\n\n", 900), chunk("好"), stop, done), "好", nil},
		{"reasoning in its own field", writes("data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}\n\n", chunk("好"), stop, done), "好", nil},
		{"reasoning in the text", writes(chunk("<thi"), chunk("nk>secret</th"), chunk("ink>好"), stop, done), "好", nil},
		{"rune cut by the network", func(w http.ResponseWriter, r *http.Request) {
			line := []byte(chunk("丽水") + stop + done)
			for _, b := range line {
				_, _ = w.Write([]byte{b})
				w.(http.Flusher).Flush()
			}
		}, "丽水", nil},
		{"token limit", writes(chunk("丽"), length, done), "丽", llm.ErrTruncated},
		{"no finish reason", writes(chunk("丽"), done), "丽", llm.ErrTruncated},
		{"connection lost", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "10000")
			fmt.Fprint(w, chunk("丽"))
			panic(http.ErrAbortHandler)
		}, "", llm.ErrTruncated},
		{"error in the stream", writes("data: {\"error\":{\"message\":\"overloaded\"}}\n\n"), "", llm.ErrTruncated},
		{"malformed", writes("data: {not json\n\n"), "", llm.ErrTruncated},
		{"empty", writes(stop, done), "", llm.ErrEmpty},
		{"only reasoning", writes(chunk("<think>hm"), stop, done), "", llm.ErrEmpty},
		{"filtered", writes("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"content_filter\"}]}\n\n", done), "", llm.ErrRefused},
		{"bad key", func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, `{"error":{"message":"no"}}`, http.StatusUnauthorized)
		}, "", llm.ErrRefused},
		{"too busy", func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, `{"error":{"message":"slow down"}}`, http.StatusTooManyRequests)
		}, "", llm.ErrBusy},
		{"not JSON at all", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "<html>", http.StatusBadGateway) }, "", llm.ErrBusy},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := collect(t.Context(), endpoint(t, tt.handler))
			if tt.want != "" && got != tt.want || !errors.Is(err, tt.err) || (tt.err == nil) != (err == nil) {
				t.Errorf("Stream = %q, %v; want %q, %v", got, err, tt.want, tt.err)
			}
		})
	}
}

func TestRetriesBeforeTheFirstPiece(t *testing.T) {
	var calls atomic.Int32
	m := endpoint(t, func(w http.ResponseWriter, r *http.Request) {
		if calls.Add(1) < 3 {
			w.Header().Set("Retry-After", "0")
			http.Error(w, `{"error":{"message":"slow down"}}`, http.StatusTooManyRequests)
			return
		}
		writes(chunk("好"), stop, done)(w, r)
	}, func(c *Config) { c.Retries = 2 })
	if got, err := collect(t.Context(), m); got != "好" || err != nil {
		t.Errorf("Stream = %q, %v", got, err)
	}
	if calls.Load() != 3 {
		t.Errorf("%d requests, want 3", calls.Load())
	}
}

func TestLongRetryAfterIsNotWaitedFor(t *testing.T) {
	var calls atomic.Int32
	m := endpoint(t, func(w http.ResponseWriter, _ *http.Request) {
		calls.Add(1)
		w.Header().Set("Retry-After", "3600")
		http.Error(w, `{"error":{"message":"tomorrow"}}`, http.StatusTooManyRequests)
	}, func(c *Config) { c.Retries = 5 })
	if _, err := collect(t.Context(), m); !errors.Is(err, llm.ErrBusy) {
		t.Errorf("error = %v, want busy", err)
	}
	if calls.Load() != 1 {
		t.Errorf("%d requests, want 1", calls.Load())
	}
}

func TestDeadlines(t *testing.T) {
	stall := func(lines ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body) // else the server does not notice that the client has left
			writes(lines...)(w, r)
			w.(http.Flusher).Flush()
			<-r.Context().Done()
		}
	}
	tests := []struct {
		name    string
		handler http.HandlerFunc
		change  func(*Config)
	}{
		{"first token", stall(), func(c *Config) { c.FirstToken = 20 * time.Millisecond }},
		{"idle", stall(chunk("丽")), func(c *Config) { c.Idle = 20 * time.Millisecond }},
		{"total", stall(chunk("丽")), func(c *Config) { c.Total = 50 * time.Millisecond }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := collect(t.Context(), endpoint(t, tt.handler, tt.change)); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("error = %v, want deadline exceeded", err)
			}
		})
	}
}

func TestOneMoreThanConcurrentIsBusy(t *testing.T) {
	started, release := make(chan struct{}), make(chan struct{})
	m := endpoint(t, func(w http.ResponseWriter, r *http.Request) {
		close(started)
		<-release
		writes(chunk("好"), stop, done)(w, r)
	}, func(c *Config) { c.Concurrent = 1 })
	first := make(chan error)
	go func() { _, err := collect(t.Context(), m); first <- err }()
	<-started
	if _, err := collect(t.Context(), m); !errors.Is(err, llm.ErrBusy) {
		t.Errorf("second completion: %v, want busy", err)
	}
	close(release)
	if err := <-first; err != nil {
		t.Errorf("first completion: %v", err)
	}
}

func TestCircuitOpens(t *testing.T) {
	var calls atomic.Int32
	m := endpoint(t, func(w http.ResponseWriter, _ *http.Request) {
		calls.Add(1)
		http.Error(w, "down", http.StatusInternalServerError)
	})
	for range breakAfter + 3 {
		if _, err := collect(t.Context(), m); !errors.Is(err, llm.ErrBusy) {
			t.Fatalf("error = %v, want busy", err)
		}
	}
	if calls.Load() != breakAfter {
		t.Errorf("%d requests reached the endpoint, want %d", calls.Load(), breakAfter)
	}
}

func TestVisitorWhoLeavesIsNoFault(t *testing.T) {
	m := endpoint(t, writes(chunk("丽"), chunk("水"), stop, done))
	for range breakAfter + 1 {
		for range m.Stream(t.Context(), llm.Request{}) {
			break
		}
	}
	if got, err := collect(t.Context(), m); got != "丽水" || err != nil {
		t.Errorf("Stream = %q, %v; the circuit must not open", got, err)
	}
}
