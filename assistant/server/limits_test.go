package server

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
)

func TestBodyLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		for _, test := range []struct{ size, status int }{
			{maxBody, http.StatusOK},
			{maxBody + 1, http.StatusRequestEntityTooLarge},
		} {
			body := `{"question":"张江"}`
			body += strings.Repeat(" ", test.size-len(body))
			c := r.dial(t)
			go fmt.Fprintf(c, streamRequest, len(body), body) // the server may stop reading
			if got := readResponse(t, c, test.status); test.status != http.StatusOK && !strings.Contains(got, `"code":"too_long"`) {
				t.Errorf("body of %d bytes: %s, want the code too_long", test.size, got)
			}
			c.Close()
		}
		r.end(t)
	})
}

func TestHeaderLimit(t *testing.T) {
	// net/http allows a little more than it is told: 4 KiB.
	const slack = 4 << 10
	synctest.Test(t, func(t *testing.T) {
		r := start(t, Config{}, fakeAnswerer{"v1"})
		for _, test := range []struct{ size, status int }{
			{maxHeader - 100, http.StatusOK},
			{maxHeader + slack + 1, http.StatusRequestHeaderFieldsTooLarge},
		} {
			c := r.dial(t)
			go fmt.Fprintf(c, "GET /healthz HTTP/1.1\r\nHost: lvgu\r\nX-Filler: %s\r\n\r\n", strings.Repeat("a", test.size))
			readResponse(t, c, test.status)
			c.Close()
		}
		r.end(t)
	})
}

// TestGlobalRate checks the budget of all clients together.
func TestGlobalRate(t *testing.T) {
	s := newTestServer(t, Config{GlobalRate: 2})
	for i, want := range []bool{true, true, false} {
		r, err := http.NewRequest("GET", fmt.Sprintf("/ask?q=%d", i), nil)
		if err != nil {
			t.Fatal(err)
		}
		r.RemoteAddr = fmt.Sprintf("203.0.113.%d:1", i)
		release, err := s.admitAnswer(r)
		if (err == nil) != want {
			t.Errorf("answer %d: %v, want it admitted: %v", i+1, err, want)
		}
		if err == nil {
			release()
		} else if p := problemOf(err); p.kind != busy || p.retryAfter <= 0 {
			t.Errorf("answer %d: %+v, want busy with a time to come back", i+1, p)
		}
	}
}

// TestRatesBesideAnswers checks what one address may ask besides answers, up to each limit and one beyond. Each kind has a
// budget of its own, and an answer rate of 0 switches all off.
func TestRatesBesideAnswers(t *testing.T) {
	tests := []struct {
		name, path    string
		rate, allowed int
		limited       bool
	}{
		{"searches", "/api/search?q=1", 2, 2 * lookupFactor, true},
		{"suggestions", "/api/suggest?q=1", 2, 2 * suggestFactor, true},
		{"answers", "/ask?q=1", 2, 2, true},
		{"answers by default", "/ask?q=1", DefaultAnswerRate, DefaultAnswerRate, true},
		{"searches without a limit", "/api/search?q=1", 0, 2 * lookupFactor, false},
		{"suggestions without a limit", "/api/suggest?q=1", 0, 2 * suggestFactor, false},
		{"answers without a limit", "/ask?q=1", 0, DefaultAnswerRate, false},
		{"pages", "/", 1, 50, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := start(t, Config{AnswerRate: test.rate}, fakeAnswerer{"v1"})
				c := r.dial(t)
				get := func(status int) {
					t.Helper()
					if _, err := fmt.Fprintf(c, "GET %s HTTP/1.1\r\nHost: lvgu\r\n\r\n", test.path); err != nil {
						t.Fatal(err)
					}
					readResponse(t, c, status)
				}
				for range test.allowed {
					get(http.StatusOK)
				}
				beyond := http.StatusOK
				if test.limited {
					beyond = http.StatusTooManyRequests
				}
				get(beyond)
				c.Close()
				r.end(t)
			})
		})
	}
}
