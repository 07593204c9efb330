package server

import (
	"net/http"
	"slices"
	"strings"
)

// handler serves a request from one edition, or returns why it cannot; it then has written nothing.
type handler func(w http.ResponseWriter, r *http.Request, e *edition) error

// route is what is served at an address.
type route struct {
	name    string // in logs and metrics
	methods []string
	handler handler
	costs   *limiter // whose budget a request is charged to; nil: none
	idle    bool     // served even before the first edition, with a nil one
}

var (
	reading = []string{http.MethodGet, http.MethodHead}
	posting = []string{http.MethodPost}
)

// routes is the table of addresses. Whatever is not in it is a file of the site.
func (s *Server) routes() http.Handler {
	table := map[string]route{
		"/healthz":      {name: "healthz", methods: reading, handler: s.healthz, idle: true},
		"/readyz":       {name: "readyz", methods: reading, handler: s.readyz, idle: true},
		"/api/answer":   {name: "answer", methods: posting, handler: s.answer, costs: s.answers},
		"/api/search":   {name: "search", methods: reading, handler: s.search, costs: s.lookups},
		"/api/feedback": {name: "feedback", methods: posting, handler: s.feedback, costs: s.lookups},
	}
	for _, page := range []struct {
		url     string
		name    string
		handler handler
		costs   *limiter
	}{
		{"/ask", "ask page", s.askPage, s.answers},
		{"/search", "search page", s.searchPage, s.lookups},
	} {
		for _, prefix := range []string{"", "/en"} {
			at := route{name: page.name, methods: reading, handler: page.handler, costs: page.costs}
			table[prefix+page.url] = at
			table[prefix+page.url+"/"] = at
		}
	}
	site := route{name: "site", methods: reading, handler: s.static}
	unknown := route{name: "unknown", handler: func(http.ResponseWriter, *http.Request, *edition) error {
		return &problem{kind: notFound}
	}, idle: true}
	return s.guard(func(path string) route {
		if at, ok := table[path]; ok {
			return at
		}
		if strings.HasPrefix(path, "/api/") {
			return unknown
		}
		return site
	})
}

// serve checks what every route has in common and calls its handler.
func (s *Server) serve(w http.ResponseWriter, r *http.Request, at route) error {
	if at.methods != nil && !slices.Contains(at.methods, r.Method) {
		allowed := strings.Join(at.methods, ", ")
		w.Header().Set("Allow", allowed)
		return &problem{kind: wrongMethod, detail: allowed}
	}
	if err := s.origins.Check(r); err != nil {
		return &problem{kind: crossOrigin, cause: err}
	}
	e := s.enter()
	if e == nil && !at.idle {
		return &problem{kind: unavailable, retryAfter: busyRetry}
	}
	if e != nil {
		defer s.leave(e)
	}
	return at.handler(w, r, e)
}
