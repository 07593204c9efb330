package server

import (
	"net/http"
	"slices"
	"strings"
)

// handler serves a request from one edition, or returns why it cannot; it then has written nothing or
// told the visitor itself.
type handler func(w http.ResponseWriter, r *http.Request, e *edition) error

// refusal tells the visitor of a problem. The edition may be nil.
type refusal func(w http.ResponseWriter, r *http.Request, e *edition, p *problem)

// route is what is served at an address.
type route struct {
	name    string // in logs and metrics
	methods []string
	handler handler
	refuse  refusal
	always  bool // served even before the first edition, with a nil one
	quiet   bool // logged for debugging only
}

var (
	reading = []string{http.MethodGet, http.MethodHead}
	posting = []string{http.MethodPost}
)

// routes is the table of addresses and what stands at all others: a file of the site, or nothing below /api/.
func (s *Server) routes() func(path string) route {
	askPage := route{name: "ask page", methods: reading, handler: s.askPage, refuse: refuseOnPage}
	searchPage := route{name: "search page", methods: reading, handler: s.searchPage, refuse: refuseOnPage}
	table := map[string]route{
		"/healthz":      {name: "healthz", methods: reading, handler: s.healthz, refuse: refuseJSON, always: true, quiet: true},
		"/readyz":       {name: "readyz", methods: reading, handler: s.readyz, refuse: refuseJSON, always: true, quiet: true},
		"/api/answer":   {name: "answer", methods: posting, handler: s.answer, refuse: refuseJSON},
		"/api/search":   {name: "search", methods: reading, handler: s.search, refuse: refuseJSON},
		"/api/suggest":  {name: "suggest", methods: reading, handler: s.suggest, refuse: refuseJSON, quiet: true},
		"/api/feedback": {name: "feedback", methods: posting, handler: s.feedback, refuse: refuseFeedback},
		"/ask":          askPage, "/ask/": askPage, "/en/ask": askPage, "/en/ask/": askPage,
		"/search": searchPage, "/search/": searchPage, "/en/search": searchPage, "/en/search/": searchPage,
	}
	if s.config.Preview {
		s.previewRoutes(table)
	}
	site := route{name: "site", methods: reading, handler: s.static, refuse: refusePlain, quiet: true}
	nothing := route{name: "unknown", handler: noSuchInterface, refuse: refuseJSON, always: true}
	return func(path string) route {
		if at, ok := table[path]; ok {
			return at
		}
		if path == "/api" || strings.HasPrefix(path, "/api/") {
			return nothing
		}
		return site
	}
}

func noSuchInterface(http.ResponseWriter, *http.Request, *edition) error {
	return &problem{kind: notFound}
}

// serve checks what all routes have in common, calls the handler and tells the visitor of its problem, unless that
// was done or the visitor is gone. It returns the problem for the log.
func (s *Server) serve(w *recorder, r *http.Request, at route) *problem {
	e := s.enter()
	if e != nil {
		defer s.leave(e)
	}
	err := s.admit(w, r, at, e)
	if err == nil {
		err = at.handler(w, r, e)
	}
	if err == nil {
		return nil
	}
	p := problemOf(err)
	if w.status == 0 && r.Context().Err() == nil {
		setRetryAfter(w, p)
		at.refuse(w, r, e, p)
	}
	return p
}

// admit decides whether a request reaches its handler.
func (s *Server) admit(w http.ResponseWriter, r *http.Request, at route, e *edition) error {
	if at.methods != nil && !slices.Contains(at.methods, r.Method) {
		allowed := strings.Join(at.methods, ", ")
		w.Header().Set("Allow", allowed)
		return &problem{kind: wrongMethod, detail: allowed}
	}
	if err := s.origins.Check(r); err != nil {
		return &problem{kind: crossOrigin, cause: err}
	}
	if e == nil && !at.always {
		return &problem{kind: unavailable, retryAfter: busyRetry}
	}
	return nil
}
