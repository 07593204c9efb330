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
