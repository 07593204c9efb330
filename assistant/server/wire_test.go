package server

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"lvgu/assistant"
)

// framings are goldens that hold the same events as others do, framed as some proxies and servers do but not this one.
var framings = []string{"crlf.sse", "split.sse"}

// TestWireGoldens plays each golden stream, which the script's tests read too, through the server: the events are read
// into the assistant's types, and the server must write the same bytes.
func TestWireGoldens(t *testing.T) {
	names, err := filepath.Glob("testdata/wire/*.sse")
	if err != nil || len(names) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, name := range names {
		if slices.Contains(framings, filepath.Base(name)) {
			continue
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			want, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(ask(t, replay{t, want}, typeStream).Body)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("stream of %s (-want +got):\n%s", name, diff)
			}
		})
	}
}

// TestJSONIsDone checks that the whole answer is the same in both forms.
func TestJSONIsDone(t *testing.T) {
	stream, err := io.ReadAll(ask(t, fakeAnswerer{"v1"}, typeStream).Body)
	if err != nil {
		t.Fatal(err)
	}
	_, done, _ := strings.Cut(string(stream), "event: done\ndata: ")
	object, err := io.ReadAll(ask(t, fakeAnswerer{"v1"}, typeJSON).Body)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSpace(done), strings.TrimSpace(string(object))); diff != "" {
		t.Errorf("done event and JSON answer (-event +object):\n%s", diff)
	}
}

// TestUnfinishedAnswer checks that an answerer that stops too early is an error, not a short answer.
func TestUnfinishedAnswer(t *testing.T) {
	if got := ask(t, replay{t, nil}, typeJSON).StatusCode; got != http.StatusInternalServerError {
		t.Errorf("JSON status of an answer without events = %d, want 500", got)
	}
	response := ask(t, replay{t, []byte("event: delta\ndata: {\"text\":\"丽水\"}\n\n")}, typeStream)
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(body), "event: error\n") {
		t.Errorf("stream that stops after a delta = %q, want an error event", body)
	}
}

// ask sends a question to a server over the given answerer.
func ask(t *testing.T, answerer Answerer, accept string) *http.Response {
	t.Helper()
	s := New(Config{}, (&testLog{}).logger())
	edition := testEdition("v1")
	edition.Answerer = answerer
	if err := s.Publish(edition); err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(s.Handler())
	t.Cleanup(srv.Close)
	request, err := http.NewRequest("POST", srv.URL+"/api/answer", strings.NewReader(`{"question":"张江","lang":"zh"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", typeJSON)
	request.Header.Set("Accept", accept)
	response, err := srv.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	return response
}

// replay answers with the events of a recorded stream. An error event becomes the problem of its code.
type replay struct {
	t      *testing.T
	stream []byte
}

func (p replay) Answer(context.Context, assistant.Question) iter.Seq2[assistant.Event, error] {
	return func(yield func(assistant.Event, error) bool) {
		for block := range bytes.SplitSeq(p.stream, []byte("\n\n")) {
			if len(block) == 0 {
				continue
			}
			if !yield(p.event(string(block))) {
				return
			}
		}
	}
}

func (p replay) Search(context.Context, assistant.SearchQuery) (assistant.SearchResult, error) {
	return assistant.SearchResult{}, nil
}

func (p replay) Suggest(assistant.SuggestQuery) []assistant.Suggestion { return nil }

func (p replay) Page(context.Context, string) (assistant.Page, bool) { return assistant.Page{}, false }

func (p replay) event(block string) (assistant.Event, error) {
	head, data, ok := strings.Cut(block, "\ndata: ")
	if !ok {
		p.t.Errorf("event %q has no data line", block)
	}
	read := func(v any) {
		if err := json.Unmarshal([]byte(data), v); err != nil {
			p.t.Errorf("data of %q: %v", block, err)
		}
	}
	event := assistant.Event{Kind: assistant.EventKind(strings.TrimPrefix(head, "event: ")), Answer: &assistant.Answer{}}
	switch event.Kind {
	case assistant.EventSources:
		var in struct{ Sources []assistant.Source }
		read(&in)
		event.Sources = in.Sources
	case assistant.EventDelta:
		var in struct{ Text string }
		read(&in)
		event.Text = in.Text
	case assistant.EventDeclined, assistant.EventDone:
		read(event.Answer)
	case "error":
		var in errorBody
		read(&in)
		return assistant.Event{}, &problem{kind: kindOf(p.t, in.Error)}
	default:
		p.t.Errorf("unknown event %q", head)
	}
	return event, nil
}

// kindOf is the kind of problem that the wire shows as e in Chinese.
func kindOf(t *testing.T, e wireError) problemKind {
	for kind := range problems {
		if (&problem{kind: kind}).wire(chinese) == e {
			return kind
		}
	}
	t.Errorf("no problem is told as %+v", e)
	return internal
}

// TestProblems checks that every kind of problem has a status, a code and both texts.
func TestProblems(t *testing.T) {
	codes := map[string]bool{codeInvalid: true, codeTooLong: true, codeLimited: true, codeUnavailable: true, codeInternal: true}
	for kind := internal; kind <= invalidFeedback; kind++ {
		row := problems[kind]
		if row.status < 400 || !codes[row.code] || row.zh == "" || row.en == "" {
			t.Errorf("problems[%d] = %+v, want a status, a code of the wire and two texts", kind, row)
		}
		if strings.Contains(row.zh, "%s") != strings.Contains(row.en, "%s") {
			t.Errorf("problems[%d]: the detail stands in one language only", kind)
		}
	}
	p := &problem{kind: wrongMethod, detail: "POST", cause: fmt.Errorf("cause")}
	if got, want := p.Error(), "The method is not allowed here; use POST: cause"; got != want {
		t.Errorf("Error() = %q, want %q", got, want)
	}
}
