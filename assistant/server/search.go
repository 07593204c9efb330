package server

import (
	"context"
	"net/http"
	"time"

	"lvgu/assistant"
)

// searchTimeout bounds one search, which takes milliseconds.
const searchTimeout = 5 * time.Second

// search is GET /api/search.
func (s *Server) search(w http.ResponseWriter, r *http.Request, e *edition) error {
	w.Header().Set("Vary", "Accept-Language")
	query, err := parseQuery(r.URL.RawQuery)
	if err != nil {
		return err
	}
	q, err := decodeSearch(query)
	if err != nil {
		return err
	}
	result, err := s.found(r, e, q)
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, result)
}

// found is the result of a search, within the limits on rate, number and time.
func (s *Server) found(r *http.Request, e *edition, q assistant.SearchQuery) (assistant.SearchResult, error) {
	if err := s.charge(s.lookups, r); err != nil {
		return assistant.SearchResult{}, err
	}
	if err := s.gate.enter(r.Context()); err != nil {
		return assistant.SearchResult{}, err
	}
	defer s.gate.leave()
	ctx, cancel := context.WithTimeout(r.Context(), searchTimeout)
	defer cancel()
	result, err := e.Answerer.Search(ctx, q)
	if err != nil {
		return assistant.SearchResult{}, answerProblem(err)
	}
	return result, nil
}
