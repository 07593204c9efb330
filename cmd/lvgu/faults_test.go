package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"lvgu/assistant"
	"lvgu/assistant/journal"
	"lvgu/assistant/llm/llmtest"
)

// areaQuestion has an answer of one quotation in the shipped content.
const areaQuestion = "上海张江飞地有多大？"

// modelProgram runs lvgu with an endpoint for its model, and with little patience. Its journal is at the path returned.
func modelProgram(t testing.TB, e *llmtest.Endpoint) (p *program, journalPath string) {
	t.Helper()
	journalPath = filepath.Join(t.TempDir(), "journal.db")
	return startProgram(t, map[string]string{
		"LVGU_LLM_BASE_URL": e.BaseURL, "LVGU_LLM_MODEL": "scripted", "LVGU_LLM_API_KEY": "key", "LVGU_LLM_PRODUCER": "某模型 备案号待填写",
		"LVGU_LLM_FIRST_TOKEN": "1s", "LVGU_LLM_IDLE": "1s", "LVGU_LLM_TOTAL": "2500ms", "LVGU_LLM_RETRIES": "1",
		"LVGU_ANSWER_RATE": "0", "LVGU_LLM_BUDGET": "0", "LVGU_LLM_ADDRESS_BUDGET": "0", "LVGU_ORGANISER": "某管委会",
	}, "serve", "--journal", journalPath), journalPath
}

// told is all that a client was told in answer to one question.
type told struct {
	events []string // names, in the order in which they came
	shown  string   // the text of the deltas
	answer assistant.Answer
}

func askJSON(t *testing.T, url, question string) told {
	response, err := http.Post(url+"/api/answer", "application/json", strings.NewReader(`{"question":"`+question+`"}`))
	if err != nil {
		t.Error(err)
		return told{}
	}
	defer response.Body.Close()
	var out told
	if err := json.NewDecoder(response.Body).Decode(&out.answer); err != nil || response.StatusCode != http.StatusOK {
		t.Errorf("status %d, error %v", response.StatusCode, err)
	}
	return out
}

func askStream(t *testing.T, url, question string) told {
	request, err := http.NewRequest(http.MethodPost, url+"/api/answer", strings.NewReader(`{"question":"`+question+`"}`))
	if err != nil {
		t.Error(err)
		return told{}
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Error(err)
		return told{}
	}
	defer response.Body.Close()
	return readEvents(t, response.Body)
}

// readEvents reads a stream of events to its end.
func readEvents(t *testing.T, body io.Reader) told {
	var out told
	lines := bufio.NewScanner(body)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if name, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
			out.events = append(out.events, name)
		}
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok {
			continue
		}
		switch out.events[len(out.events)-1] {
		case "delta":
			var delta struct{ Text string }
			if err := json.Unmarshal([]byte(data), &delta); err != nil {
				t.Error(err)
			}
			out.shown += delta.Text
		case "done":
			if err := json.Unmarshal([]byte(data), &out.answer); err != nil {
				t.Error(err)
			}
		}
	}
	if err := lines.Err(); err != nil {
		t.Error(err)
	}
	return out
}

// TestEndpointFaults asks the running program while its model's endpoint fails in every way known: each time there is one
// response with one outcome and the right label, the answer is there, and nothing is left behind.
func TestEndpointFaults(t *testing.T) {
	endpoint := llmtest.NewEndpoint(llmtest.Named("faithful"))
	defer endpoint.Close()
	before := runtime.NumGoroutine()
	p, path := modelProgram(t, endpoint)
	asked := 0
	both := func(question string) (told, told) {
		var asJSON, asStream told
		var group sync.WaitGroup
		group.Go(func() { asJSON = askJSON(t, p.url, question) })
		group.Go(func() { asStream = askStream(t, p.url, question) })
		group.Wait()
		asked += 2
		return asJSON, asStream
	}
	for _, fault := range llmtest.Faults() {
		t.Run(fault.Name, func(t *testing.T) {
			endpoint.Play(llmtest.Named("faithful"), fault)
			if fault.Calls == 2 && fault.Harmless {
				checkTold(t, askJSON(t, p.url, areaQuestion), true) // the first call is refused, whoever's it is
				endpoint.Play(llmtest.Named("faithful"), fault)
				checkStream(t, askStream(t, p.url, areaQuestion), true)
				asked += 2
			} else {
				asJSON, asStream := both(areaQuestion)
				checkTold(t, asJSON, fault.Harmless)
				checkStream(t, asStream, fault.Harmless)
			}
			if want := max(fault.Calls, 1); fault.Calls != 2 || !fault.Harmless {
				if got := endpoint.Calls(); got != 2*want {
					t.Errorf("%d requests to the endpoint for two answers, want %d", got, 2*want)
				}
			}
			waitFor(t, "the endpoint's requests end", func() bool { return endpoint.Active() == 0 })
			endpoint.Play(llmtest.Named("faithful"), llmtest.Fault{})
			checkTold(t, askJSON(t, p.url, areaQuestion), true) // and the next answer is as if nothing had been
			asked++
		})
	}
	for _, b := range llmtest.Behaviours() {
		if b.Err == context.DeadlineExceeded {
			continue // one of the faults
		}
		t.Run(b.Name, func(t *testing.T) {
			endpoint.Play(b, llmtest.Fault{})
			generated := !b.Lies && b.Err == nil && b.Name != "verbose"
			asJSON, asStream := both(areaQuestion)
			checkTold(t, asJSON, generated)
			checkStream(t, asStream, generated)
			endpoint.Play(llmtest.Named("faithful"), llmtest.Fault{})
			both(areaQuestion) // closes the circuit
		})
	}

	p.stop()
	if err := <-p.done; err != nil {
		t.Error(err)
	}
	http.DefaultClient.CloseIdleConnections()
	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	waitFor(t, "the program's goroutines end", func() bool { return runtime.NumGoroutine() <= before+leftByLibraries })
	checkJournal(t, path, asked)
}

// leftByLibraries are goroutines that libraries keep for good once they were used.
const leftByLibraries = 4

// checkTold checks an answer: it holds the area, and is labelled as what it is.
func checkTold(t *testing.T, got told, generated bool) {
	t.Helper()
	a := got.answer
	mode := assistant.Extract
	if generated {
		mode = assistant.Generate
	}
	if a.Outcome != assistant.Answered || a.Mode != mode || a.Generated != generated || len(a.Sources) == 0 ||
		!strings.Contains(strings.ReplaceAll(a.Text, " ", ""), "2.1万平方米") {
		t.Errorf("outcome %q, mode %q, generated %t, %d sources, text %q; want mode %s with the area", a.Outcome, a.Mode, a.Generated, len(a.Sources), a.Text, mode)
	}
	unavailable := false
	for _, n := range a.Notices {
		unavailable = unavailable || n.Code == assistant.NoticeModelUnavailable
	}
	if unavailable == generated {
		t.Errorf("generated %t, but notices %+v", generated, a.Notices)
	}
	if (a.AIGC != nil) != generated {
		t.Errorf("generated %t, but hidden label %+v", generated, a.AIGC)
	}
	if l := a.AIGC; l != nil && (l.Label != "1" || l.ContentProducer != "某模型 备案号待填写" || l.ProduceID != a.ID || len(l.ReservedCode1) != 64 ||
		l.ContentPropagator != "某管委会" || l.PropagateID != a.ID) {
		t.Errorf("hidden label %+v of answer %s", *l, a.ID)
	}
}

// checkStream checks the events too: sources first, what is shown after them, the whole answer once and last.
func checkStream(t *testing.T, got told, generated bool) {
	t.Helper()
	checkTold(t, got, generated)
	names := strings.Join(got.events, " ")
	if rest := strings.Trim(strings.ReplaceAll(names, "delta", ""), " "); !strings.HasPrefix(names, "sources ") || strings.Join(strings.Fields(rest), " ") != "sources done" {
		t.Errorf("events %s, want sources, deltas, done", names)
	}
	if generated && strings.TrimSpace(got.shown) != got.answer.Text {
		t.Errorf("shown %q, then the answer %q", got.shown, got.answer.Text)
	}
	if strings.Contains(got.shown, "9 万") || strings.Contains(got.shown, "think") {
		t.Errorf("shown %q", got.shown)
	}
}

// waitFor waits until something is so, for as long as a slow machine may need.
func waitFor(t *testing.T, what string, so func() bool) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !so(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			stacks := make([]byte, 1<<16)
			t.Fatalf("waited in vain until %s\n%s", what, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// checkJournal checks that every answer is in the journal, and what was withheld with it.
func checkJournal(t *testing.T, path string, asked int) {
	t.Helper()
	reader, err := journal.OpenReader(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	records, err := reader.List(t.Context(), journal.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]bool{}
	for _, r := range records {
		for _, w := range r.Withheld {
			reasons[w.Reason] = true
			if w.Sentence == "" {
				t.Errorf("%s: a sentence withheld for %s is not kept", r.ID, w.Reason)
			}
		}
	}
	if len(records) != asked {
		t.Errorf("%d answers in the journal, want %d", len(records), asked)
	}
	for _, reason := range []string{"citation", "figure", "promise", "assent", "prompt", "garbled"} {
		if !reasons[reason] {
			t.Errorf("no sentence was kept that was withheld for %q, of %v", reason, reasons)
		}
	}
}
