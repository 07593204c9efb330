package openai

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"unicode/utf8"

	"lvgu/assistant/llm"
)

// FuzzThoughts strips a text whole and cut anywhere: the outcome is the same, and holds no reasoning.
func FuzzThoughts(f *testing.F) {
	for _, text := range []string{"", "面积", "<think>嗯</think>面积", "<thi", "a<think>b", "<think></think><reasoning>c</reasoning>d", "</think>e", "<<think>>x</think>>"} {
		f.Add(text, uint8(3))
	}
	f.Fuzz(func(t *testing.T, text string, size uint8) {
		strip := func(size int) string {
			var th thoughts
			var out strings.Builder
			for rest := text; rest != ""; {
				n := min(len(rest), size)
				out.WriteString(th.add(rest[:n]))
				rest = rest[n:]
			}
			return out.String() + th.rest()
		}
		whole, cut := strip(len(text)+1), strip(int(size)+1)
		if whole != cut {
			t.Errorf("stripped %q to %q whole, to %q in pieces of %d", text, whole, cut, size+1)
		}
		if len(whole) > len(text) {
			t.Errorf("stripped %q to the longer %q", text, whole)
		}
	})
}

// body is a transport that answers every request with one body.
type body string

func (b body) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{
		StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"text/event-stream"}}, Body: io.NopCloser(strings.NewReader(string(b))),
	}, nil
}

// FuzzStream reads whatever an endpoint may send: a stream that ends without an error has ended for the reason "stop" and
// held something.
func FuzzStream(f *testing.F) {
	for _, s := range []string{
		chunk("丽水") + stop + done, chunk("丽") + length + done, done, ": alive\n\n" + chunk("x") + stop, "data: {\"error\":{\"message\":\"no\"}}\n\n",
		"data: {not json\n\n", "data: null\n\n", "data: []\n\n", "\r\n\r\n", "data:" + strings.Repeat("x", 100), "event: ping\ndata: {}\n\n" + done,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, stream string) {
		m, err := New(Config{BaseURL: "http://endpoint/v1", Model: "m", Retries: -1, Transport: body(stream)})
		if err != nil {
			t.Fatal(err)
		}
		text, ended := "", error(nil)
		for piece, err := range m.Stream(t.Context(), llm.Request{}) {
			if ended != nil {
				t.Fatal("a piece after the error")
			}
			text, ended = text+piece, err
		}
		if ended == nil && (text == "" || !strings.Contains(stream, "stop")) {
			t.Errorf("%q is taken for the complete %q", stream, text)
		}
		if !utf8.ValidString(text) {
			t.Errorf("%q yields the invalid %q", stream, text)
		}
	})
}
