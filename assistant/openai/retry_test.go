package openai

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"lvgu/assistant/llm"
)

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	tests := []struct {
		value string
		want  time.Duration
		ok    bool
	}{
		{"", 0, false},
		{"2", 2 * time.Second, true},
		{"-5", 0, true},
		{"soon", 0, false},
		{now.Add(90 * time.Second).Format(http.TimeFormat), 90 * time.Second, true},
		{now.Add(-time.Hour).Format(http.TimeFormat), 0, true},
	}
	for _, tt := range tests {
		if got, ok := retryAfter(tt.value, now); got != tt.want || ok != tt.ok {
			t.Errorf("retryAfter(%q) = %v, %t; want %v, %t", tt.value, got, ok, tt.want, tt.ok)
		}
	}
}

// TestRequest looks at what is sent. A temperature of nought is, since a server's own default may be 1.
func TestRequest(t *testing.T) {
	for _, temperature := range []float32{0, 0.5} {
		var sent struct {
			Model       string
			Stream      bool
			MaxTokens   int `json:"max_tokens"`
			Temperature *float32
		}
		m := endpoint(t, func(w http.ResponseWriter, r *http.Request) {
			if err := json.NewDecoder(r.Body).Decode(&sent); err != nil {
				t.Error(err)
			}
			writes(chunk("好"), stop, done)(w, r)
		})
		for _, err := range m.Stream(t.Context(), llm.Request{MaxTokens: 7, Temperature: temperature}) {
			if err != nil {
				t.Fatal(err)
			}
		}
		if sent.Temperature == nil || *sent.Temperature-temperature > 1e-6 || sent.MaxTokens != 7 || !sent.Stream || sent.Model != "m" {
			t.Errorf("sent %+v, want temperature %g, 7 tokens", sent, temperature)
		}
	}
}
