package server

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"lvgu/assistant"
)

func TestDecodeQuestionLimits(t *testing.T) {
	turns := func(n int) string {
		body, err := json.Marshal(map[string]any{"question": "丽水", "history": make([]assistant.Turn, n)})
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	long := func(n int) string { return `{"question":"` + strings.Repeat("水", n) + `"}` }
	tests := []struct {
		name string
		body string
		want problemKind // -1: accepted
	}{
		{"longest question", long(maxQuestion), -1},
		{"one rune more", long(maxQuestion + 1), questionTooLong},
		{"space around does not count", `{"question":"  ` + strings.Repeat("水", maxQuestion) + `\n"}`, -1},
		{"most turns", turns(maxTurns), -1},
		{"one turn more", turns(maxTurns + 1), historyTooLong},
		{"not UTF-8", "{\"question\":\"\xb9\xe3\"}", notUTF8},
		{"not UTF-8 in a field that is not used", "{\"question\":\"a\",\"x\":\"\xff\"}", notUTF8},
		{"half a surrogate pair", `{"question":"\ud83d"}`, -1},
		{"truncated", `{"question":"丽`, malformedJSON},
		{"number", `5`, malformedJSON},
		{"empty object", `{}`, emptyQuestion},
		{"deep nesting", `{"question":"a","x":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + `}`, malformedJSON},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q, err := decodeQuestion([]byte(test.body))
			checkProblem(t, err, test.want)
			if test.want == -1 && (q.Text == "" || q.Text != strings.TrimSpace(q.Text)) {
				t.Errorf("question = %q, want it trimmed", q.Text)
			}
		})
	}
}

func TestDecodeFeedbackLimits(t *testing.T) {
	comment := func(n int) string { return `{"id":"a","useful":true,"comment":"` + strings.Repeat("水", n) + `"}` }
	id := func(n int) string { return `{"id":"` + strings.Repeat("a", n) + `","useful":false}` }
	tests := []struct {
		name string
		body string
		want problemKind
	}{
		{"longest comment", comment(maxComment), -1},
		{"one rune more", comment(maxComment + 1), commentTooLong},
		{"longest id", id(maxAnswerID), -1},
		{"one byte more", id(maxAnswerID + 1), invalidFeedback},
		{"useful as text", `{"id":"a","useful":"yes"}`, wrongType},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := decodeFeedback([]byte(test.body))
			checkProblem(t, err, test.want)
		})
	}
}

func TestDecodeSearchLimits(t *testing.T) {
	tests := []struct {
		name  string
		query url.Values
		want  problemKind
	}{
		{"most hits", url.Values{"q": {"a"}, "limit": {"50"}}, -1},
		{"one more", url.Values{"q": {"a"}, "limit": {"51"}}, invalidLimit},
		{"negative", url.Values{"q": {"a"}, "limit": {"-1"}}, invalidLimit},
		{"longest section", url.Values{"q": {"a"}, "section": {strings.Repeat("a", maxSection)}}, -1},
		{"one byte more", url.Values{"q": {"a"}, "section": {strings.Repeat("a", maxSection+1)}}, invalidSection},
		{"longest words", url.Values{"q": {strings.Repeat("水", maxQuestion)}}, -1},
		{"one rune more", url.Values{"q": {strings.Repeat("水", maxQuestion+1)}}, questionTooLong},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := decodeSearch(test.query)
			checkProblem(t, err, test.want)
		})
	}
}

func checkProblem(t *testing.T, err error, want problemKind) {
	t.Helper()
	if err == nil {
		if want != -1 {
			t.Errorf("accepted, want problem %d", want)
		}
		return
	}
	if got := problemOf(err); got.kind != want {
		t.Errorf("problem = %d (%v), want %d", got.kind, got, want)
	}
}

// FuzzDecodeQuestion checks that no body gets a question past the limits, and that every refusal is a problem.
func FuzzDecodeQuestion(f *testing.F) {
	f.Add([]byte(`{"question":"上海张江飞地有多大？","history":[{"question":"a","answer":"b"}],"lang":"zh"}`))
	f.Add([]byte(`{"question":5}`))
	f.Add([]byte("{\"question\":\"\xff\"}"))
	f.Fuzz(func(t *testing.T, body []byte) {
		q, err := decodeQuestion(body)
		if err != nil {
			if p := problemOf(err); p.kind == internal {
				t.Errorf("decodeQuestion(%q): %v, want a problem of the reader's", body, err)
			}
			return
		}
		if n := utf8.RuneCountInString(q.Text); n == 0 || n > maxQuestion || !utf8.ValidString(q.Text) || len(q.History) > maxTurns {
			t.Errorf("decodeQuestion(%q) = %+v, past the limits", body, q)
		}
	})
}
