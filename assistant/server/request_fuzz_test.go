package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// hostile is markup that must never come back as markup.
const hostile = `"><script>alert(1)</script>`

// FuzzRequest sends any path, query and body to every address. Nothing may fail inside, answer without the headers that
// guard the browser, or hand the sender's markup back as markup.
func FuzzRequest(f *testing.F) {
	for _, path := range []string{
		"/", "/ask", "/en/search", "/api/search", "/api/answer", "/api/feedback", "/healthz", "/clusters/", "/clusters",
		"/../../etc/passwd", "/..%2f..%2fetc/passwd", "/.git/config", "/%00", "/a\\..\\b", "//example.org/", "/index.html/",
		"/ask/%2e%2e/", "/\xff\xfe", "/;/x", "/.well-known/security.txt", strings.Repeat("/a", 2000),
	} {
		f.Add("GET", path, "q="+hostile, "")
		f.Add("POST", path, "q=1&q=2&lang=en", `{"question":"`+hostile+`"}`)
	}
	f.Add("GET", "/ask", "q=%ZZ", "")
	f.Add("TRACE", "/", "", "")
	f.Add("GET", "/search", "q=a&limit=-1&section=../../", "")
	s := newTestServer(f, Config{})
	f.Fuzz(func(t *testing.T, method, path, query, body string) {
		if !validMethod(method) {
			return // net/http refuses it before us
		}
		r := httptest.NewRequest("GET", "/", strings.NewReader(body))
		r.Method, r.URL.Path, r.URL.RawQuery = method, path, query
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(patient{w}, r)
		if w.Code >= http.StatusInternalServerError && !meantToFail(query+body) {
			t.Errorf("%s %q?%q %q: status %d", method, path, query, body, w.Code)
		}
		if w.Header().Get("Content-Security-Policy") != contentSecurity || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s %q: the headers that guard the browser are missing", method, path)
		}
		if w.Header().Get("Server") != "" {
			t.Errorf("%s %q: the server names itself", method, path)
		}
		if w.Body.Len() > 0 && w.Header().Get("Content-Type") == "" {
			t.Errorf("%s %q: a body without a type", method, path)
		}
		if location := w.Header().Get("Location"); location != "" && !strings.HasPrefix(location, "./") {
			t.Errorf("%s %q leads away to %q", method, path, location)
		}
		if strings.Contains(w.Body.String(), "<script>alert") {
			t.Errorf("%s %q?%q %q: markup came back", method, path, query, body)
		}
	})
}

// meantToFail reports whether the fake answerer is asked to.
func meantToFail(asked string) bool {
	for _, word := range []string{"fails", "panics", "breaks", "hangs"} {
		if strings.Contains(asked, word) {
			return true
		}
	}
	return false
}

// patient is a recorder with deadlines, as a connection has them.
type patient struct{ *httptest.ResponseRecorder }

func (patient) SetReadDeadline(time.Time) error  { return nil }
func (patient) SetWriteDeadline(time.Time) error { return nil }

// validMethod reports whether a method is a token, as HTTP has it.
func validMethod(method string) bool {
	return method != "" && !strings.ContainsFunc(method, func(r rune) bool {
		return r <= ' ' || r >= 0x7f || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, r)
	})
}
