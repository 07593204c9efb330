package llmtest

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"

	"lvgu/assistant/llm"
)

// Endpoint is an OpenAI-compatible endpoint on the loopback that plays a behaviour, with a fault of the wire or without.
type Endpoint struct {
	BaseURL string // with its /v1

	server *httptest.Server
	active atomic.Int32

	mu        sync.Mutex // guards the rest
	behaviour Behaviour
	fault     Fault
	calls     int // since Play
}

// NewEndpoint starts an endpoint that plays a behaviour.
func NewEndpoint(b Behaviour) *Endpoint {
	e := &Endpoint{behaviour: b}
	e.server = httptest.NewServer(e)
	e.BaseURL = e.server.URL + "/v1"
	return e
}

// Play sets what it plays from now on.
func (e *Endpoint) Play(b Behaviour, f Fault) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.behaviour, e.fault, e.calls = b, f, 0
}

// Calls is how many requests have come since Play.
func (e *Endpoint) Calls() int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.calls
}

// Active is how many requests are being answered.
func (e *Endpoint) Active() int { return int(e.active.Load()) }

// Close stops it.
func (e *Endpoint) Close() { e.server.Close() }

// ServeHTTP implements http.Handler.
func (e *Endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	e.active.Add(1)
	defer e.active.Add(-1)
	e.mu.Lock()
	e.calls++
	b, f, call := e.behaviour, e.fault, e.calls
	e.mu.Unlock()
	if r.URL.Path == "/v1/models" {
		_, _ = w.Write([]byte(`{"object":"list","data":[{"id":"scripted","object":"model"}]}`))
		return
	}
	if r.Method != http.MethodPost || r.URL.Path != "/v1/chat/completions" {
		refuse(w, http.StatusNotFound, "no such path")
		return
	}
	var request struct {
		Stream   bool
		Messages []struct{ Role, Content string }
	}
	// The body is read to its end: only then does the server notice a client that leaves.
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil || !request.Stream || len(request.Messages) == 0 {
		refuse(w, http.StatusBadRequest, "not a streamed chat completion")
		return
	}
	var asked llm.Request
	for _, m := range request.Messages {
		asked.Messages = append(asked.Messages, llm.Message{Role: m.Role, Content: m.Content})
	}
	p := Read(asked)
	text := p.Question
	if !p.Rewrite {
		text = b.Text(p)
	}
	x := &exchange{w: w, r: r, text: text, call: call, end: b.Err}
	if f.play == nil {
		x.whole()
		return
	}
	f.play(x)
}

// refuse answers with an error as such endpoints do.
func refuse(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"error": map[string]any{"message": message, "type": "test"}})
}

// exchange is one request with what is to be said to it.
type exchange struct {
	w    http.ResponseWriter
	r    *http.Request
	text string
	call int   // from 1, since Play
	end  error // how the behaviour ends
}

// raw writes bytes at once.
func (x *exchange) raw(text string) {
	if x.w.Header().Get("Content-Type") == "" {
		x.w.Header().Set("Content-Type", "text/event-stream")
	}
	_, _ = x.w.Write([]byte(text)) // a client that left is noticed by its context
	x.w.(http.Flusher).Flush()
}

// frame writes one event of the stream.
func (x *exchange) frame(delta map[string]any, finish any) {
	line, _ := json.Marshal(map[string]any{
		"id": "c", "object": "chat.completion.chunk", "choices": []any{map[string]any{"index": 0, "delta": delta, "finish_reason": finish}},
	})
	x.raw("data: " + string(line) + "\n\n")
}

// say writes a text in frames of a few characters, which cut sentences and citations anywhere.
func (x *exchange) say(text string) {
	runes := []rune(text)
	for len(runes) > 0 && x.r.Context().Err() == nil {
		n := min(len(runes), frameRunes)
		x.frame(map[string]any{"content": string(runes[:n])}, nil)
		runes = runes[n:]
	}
}

// frameRunes is about what a token is in Chinese text, so that frames end within words.
const frameRunes = 3

// finish ends the stream for a reason.
func (x *exchange) finish(reason string) {
	x.frame(map[string]any{}, reason)
	x.raw("data: [DONE]\n\n")
}

// whole says everything and ends as the behaviour does.
func (x *exchange) whole() {
	x.say(x.text)
	switch x.end {
	case nil, llm.ErrEmpty:
		x.finish("stop")
	case llm.ErrTruncated:
		x.finish("length")
	default:
		x.stall()
	}
}

// stall says nothing until the client leaves.
func (x *exchange) stall() { <-x.r.Context().Done() }

// halves are the first half of the text, and the second.
func (x *exchange) halves() (first, second string) {
	runes := []rune(x.text)
	return string(runes[:len(runes)/2]), string(runes[len(runes)/2:])
}

// quoted is a text as JSON.
func quoted(text string) string {
	line, _ := json.Marshal(text)
	return strings.TrimSpace(string(line))
}
