package server

import (
	"net/http"
	"net/url"

	"lvgu/assistant"
)

// suggest is GET /api/suggest: what a visitor may be about to type. Nothing typed is no error; there is nothing to suggest.
func (s *Server) suggest(w http.ResponseWriter, r *http.Request, e *edition) error {
	w.Header().Set("Vary", "Accept-Language")
	query, err := parseQuery(r.URL.RawQuery)
	if err != nil {
		return err
	}
	q, err := decodeSuggest(query)
	if err != nil {
		return err
	}
	if err := s.charge(s.typing, r); err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, suggested{e.Answerer.Suggest(q)})
}

// suggested is the JSON form of a list of suggestions.
type suggested struct {
	Suggestions []assistant.Suggestion `json:"suggestions"`
}

// decodeSuggest reads from an address what was typed.
func decodeSuggest(query url.Values) (assistant.SuggestQuery, error) {
	q := assistant.SuggestQuery{Text: trim(query.Get("q")), Lang: query.Get("lang"), Kind: assistant.SuggestionKind(query.Get("kind"))}
	if p := textProblem(q.Text, q.Lang); p != nil && p.kind != emptyQuestion {
		return assistant.SuggestQuery{}, p
	}
	switch q.Kind {
	case "", assistant.SuggestPage, assistant.SuggestQuestion, assistant.SuggestClause:
	default:
		return assistant.SuggestQuery{}, &problem{kind: invalidKind}
	}
	var err error
	q.Limit, err = decodeLimit(query, DefaultHits)
	if err == nil && (q.Limit < 1 || q.Limit > maxSuggest) {
		err = &problem{kind: invalidLimit}
	}
	return q, err
}
