package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lvgu/assistant"
)

// CheckQuestion is q with its text trimmed, or an error that says in English which limit it is past.
func CheckQuestion(q assistant.Question) (assistant.Question, error) {
	q.Text = trim(q.Text)
	if p := questionProblem(q); p != nil {
		return assistant.Question{}, p
	}
	return q, nil
}

// CheckSearch is q with its text trimmed, or an error that says in English which limit it is past.
func CheckSearch(q assistant.SearchQuery) (assistant.SearchQuery, error) {
	q.Text = trim(q.Text)
	if p := textProblem(q.Text, q.Lang); p != nil {
		return assistant.SearchQuery{}, p
	}
	if q.Limit < 1 || q.Limit > maxHits {
		return assistant.SearchQuery{}, &problem{kind: invalidLimit}
	}
	if len(q.Section) > maxSection || strings.ContainsFunc(q.Section, notSectionRune) {
		return assistant.SearchQuery{}, &problem{kind: invalidSection}
	}
	return q, nil
}

// decodeQuestion reads the body of an answer request. The language of a problem is that of the body where it could
// be read.
func decodeQuestion(body []byte) (assistant.Question, error) {
	var in struct {
		Question string           `json:"question"`
		History  []assistant.Turn `json:"history"`
		Lang     string           `json:"lang"`
	}
	if err := decodeJSON(body, &in); err != nil {
		return assistant.Question{}, err
	}
	q, err := CheckQuestion(assistant.Question{Text: in.Question, History: in.History, Lang: in.Lang})
	if err != nil {
		return assistant.Question{}, inLang(in.Lang, err)
	}
	return q, nil
}

// decodePageQuestion reads a question from a page's address: q, and lang where it is given.
func decodePageQuestion(query url.Values) (assistant.Question, error) {
	return CheckQuestion(assistant.Question{Text: query.Get("q"), Lang: query.Get("lang")})
}

func questionProblem(q assistant.Question) *problem {
	if p := textProblem(q.Text, q.Lang); p != nil {
		return p
	}
	if len(q.History) > maxTurns {
		return &problem{kind: historyTooLong}
	}
	return nil
}

// textProblem checks what questions and searches share.
func textProblem(text, lang string) *problem {
	switch {
	case lang != "" && lang != chinese && lang != english:
		return &problem{kind: unknownLang}
	case !utf8.ValidString(text):
		return &problem{kind: notUTF8}
	case text == "":
		return &problem{kind: emptyQuestion}
	case utf8.RuneCountInString(text) > maxQuestion:
		return &problem{kind: questionTooLong}
	}
	return nil
}

// decodeSearch reads a search from an address.
func decodeSearch(query url.Values) (assistant.SearchQuery, error) {
	limit, err := decodeLimit(query, DefaultHits)
	if err != nil {
		return assistant.SearchQuery{}, err
	}
	return CheckSearch(assistant.SearchQuery{
		Text: query.Get("q"), Lang: query.Get("lang"), Section: query.Get("section"), Limit: limit,
	})
}

// decodeLimit reads how many are wanted; orElse where the address does not say.
func decodeLimit(query url.Values, orElse int) (int, error) {
	value := query.Get("limit")
	if value == "" {
		return orElse, nil
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0, &problem{kind: invalidLimit}
	}
	return n, nil
}

func notSectionRune(r rune) bool { return r != '-' && (r < 'a' || r > 'z') }

// parseQuery reads an address's parameters; unlike URL.Query it drops none silently.
func parseQuery(raw string) (url.Values, error) {
	query, err := url.ParseQuery(raw)
	if err != nil {
		return nil, &problem{kind: malformedQuery, cause: err}
	}
	return query, nil
}

// decodeJSON reads one JSON value and nothing after it.
func decodeJSON(body []byte, v any) error {
	if !utf8.Valid(body) {
		return &problem{kind: notUTF8} // encoding/json would replace what is invalid without a word
	}
	d := json.NewDecoder(bytes.NewReader(body))
	err := d.Decode(v)
	if mismatch, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && mismatch.Field != "" {
		return &problem{kind: wrongType, detail: mismatch.Field, cause: err}
	}
	if err != nil {
		return &problem{kind: malformedJSON, cause: err}
	}
	if _, err := d.Token(); err != io.EOF {
		return &problem{kind: malformedJSON, cause: errors.New("more than one value")}
	}
	return nil
}

// trim removes space and invisible characters from both ends; a question of nothing else is empty.
func trim(text string) string {
	return strings.TrimFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
}
