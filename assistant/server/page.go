package server

import (
	"html/template"
	"iter"
	"net/http"
	"strings"
	"unicode/utf8"

	"lvgu/assistant"
)

// askPage is GET /ask: the page as built, or with the answer to the question in its address.
func (s *Server) askPage(w http.ResponseWriter, r *http.Request, e *edition) error {
	query, err := parseQuery(r.URL.RawQuery)
	if err != nil {
		return err
	}
	if !query.Has("q") {
		return s.aboutPage(w, r, e, query.Get("about"))
	}
	q, err := decodePageQuestion(query)
	if err != nil {
		return err
	}
	var answer *assistant.Answer
	err = s.answering(w, r, e, q, func(events iter.Seq2[assistant.Event, error]) (err error) {
		answer, err = last(events)
		return err
	})
	if err != nil {
		return err
	}
	shell := e.shellFor(r)
	fragment, err := shell.answer(answer)
	if err != nil {
		return err
	}
	shell.write(w, http.StatusOK, q.Text, fragment)
	return nil
}

// aboutPage is the page of questions with those that the page at a path answers, or as it was built where the path is
// none of the site's.
func (s *Server) aboutPage(w http.ResponseWriter, r *http.Request, e *edition, path string) error {
	about, ok := e.Answerer.Page(r.Context(), path)
	if !ok {
		return e.serveShell(w, r)
	}
	if err := s.charge(s.lookups, r); err != nil {
		return err
	}
	shell := e.shellFor(r)
	fragment, err := shell.about(about)
	if err != nil {
		return err
	}
	shell.write(w, http.StatusOK, "", fragment)
	return nil
}

// searchPage is GET /search: the page as built, or with what was found for the words in its address. It searches the
// pages of its own language unless the address says otherwise.
func (s *Server) searchPage(w http.ResponseWriter, r *http.Request, e *edition) error {
	query, err := parseQuery(r.URL.RawQuery)
	if err != nil {
		return err
	}
	if !query.Has("q") {
		return e.serveShell(w, r)
	}
	shell := e.shellFor(r)
	if !query.Has("lang") {
		query.Set("lang", shell.lang)
	}
	q, err := decodeSearch(query)
	if err != nil {
		return err
	}
	result, err := s.found(r, e, q)
	if err != nil {
		return err
	}
	fragment, err := shell.results(result)
	if err != nil {
		return err
	}
	shell.write(w, http.StatusOK, q.Text, fragment)
	return nil
}

// refuseOnPage tells a visitor of a problem on the page that the question was asked on, with the question kept.
func refuseOnPage(w http.ResponseWriter, r *http.Request, e *edition, p *problem) {
	if e == nil {
		refusePlain(w, r, e, p)
		return
	}
	question := r.URL.Query().Get("q")
	if !utf8.ValidString(question) {
		question = ""
	}
	e.shellFor(r).refuse(w, question, p)
}

// refuse tells of a problem on the page, with the question kept.
func (s *shell) refuse(w http.ResponseWriter, question string, p *problem) {
	text := template.HTMLEscapeString(p.wire(s.lang).Message)
	s.write(w, p.status(), question, template.HTML(`<p class="error" role="alert">`+text+`</p>`))
}

// shellFor is the shell at a request's address, with or without the slash at its end.
func (e *edition) shellFor(r *http.Request) *shell {
	return e.shells[shellURL(r)]
}

// serveShell sends a shell as it was built.
func (e *edition) serveShell(w http.ResponseWriter, r *http.Request) error {
	serveFile(w, r, e.files.byURL[shellURL(r)])
	return nil
}

func shellURL(r *http.Request) string { return strings.TrimSuffix(r.URL.Path, "/") + "/" }
