package server

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"lvgu/assistant"
)

// TestSwapUnderLoad publishes editions while visitors read and ask: no request fails, each is served from one edition,
// and every edition that was replaced is closed once, after its last request.
func TestSwapUnderLoad(t *testing.T) {
	const swaps, visitors = 50, 8
	s := New(Config{}, (&testLog{}).logger())
	var closed atomic.Int64
	publish := func(n int) {
		edition := testEdition(fmt.Sprint("v", n))
		answerer := &closing{fakeAnswerer: fakeAnswerer{edition.Version}}
		edition.Answerer = answerer
		edition.Close = func() error {
			if answerer.closed.Swap(true) {
				t.Errorf("edition %s was closed twice", edition.Version)
			}
			closed.Add(1)
			return nil
		}
		if err := s.Publish(edition); err != nil {
			t.Error(err)
		}
	}
	publish(0)
	srv := httptest.NewServer(s.Handler())
	defer srv.Close()

	stop := make(chan struct{})
	var group sync.WaitGroup
	var asked atomic.Int64
	for range visitors {
		group.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					visit(t, srv)
					asked.Add(1)
				}
			}
		})
	}
	for n := 1; n <= swaps; n++ {
		for before := asked.Load(); asked.Load() < before+visitors; {
			visit(t, srv)
		}
		publish(n)
	}
	close(stop)
	group.Wait()
	if got := closed.Load(); got != swaps {
		t.Errorf("%d editions were closed, want all %d but the current one", got, swaps)
	}
	s.replace(nil)
	if got := closed.Load(); got != swaps+1 {
		t.Errorf("%d editions were closed in the end, want %d", got, swaps+1)
	}
}

// visit asks one question by the page and by the interface; both must be answered.
func visit(t *testing.T, srv *httptest.Server) {
	get := func(response *http.Response, err error) []byte {
		if err != nil {
			t.Error(err)
			return nil
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil || response.StatusCode != http.StatusOK {
			t.Errorf("status %d, error %v", response.StatusCode, err)
		}
		return body
	}
	get(srv.Client().Get(srv.URL + "/"))
	get(srv.Client().Get(srv.URL + "/ask?q=" + url.QueryEscape("张江")))
	body := get(srv.Client().Post(srv.URL+"/api/answer", typeJSON, strings.NewReader(`{"question":"张江"}`)))
	var answer assistant.Answer
	if err := json.Unmarshal(body, &answer); err != nil || answer.Outcome != assistant.Answered {
		t.Errorf("answer = %s, error %v", body, err)
	}
}

// closing is an answerer that fails once its edition is closed.
type closing struct {
	fakeAnswerer
	closed atomic.Bool
}

func (c *closing) Answer(ctx context.Context, q assistant.Question) iter.Seq2[assistant.Event, error] {
	return func(yield func(assistant.Event, error) bool) {
		c.fakeAnswerer.Answer(ctx, q)(func(event assistant.Event, err error) bool {
			if c.closed.Load() && err == nil {
				err = fmt.Errorf("edition %s was closed while it answered", c.version)
			}
			return yield(event, err)
		})
	}
}

// TestPublishKeepsTheLastGood checks that an edition that cannot be served changes nothing, and that the fault names
// the file.
func TestPublishKeepsTheLastGood(t *testing.T) {
	askless := testSite("v2")
	delete(askless, "ask/index.html")
	twice := testSite("v2")
	twice["search/index.html"].Data = []byte(strings.Repeat(searchMarker+valueMarker, 2))
	textless := testSite("v2")
	textless["en/ask/index.html"].Data = []byte(`<form data-texts="{}"><input data-lvgu-q value>` + askMarker)
	tests := []struct {
		name    string
		edition *Edition
		want    string
	}{
		{"unreadable file", &Edition{Site: brokenFS{testSite("v2"), "land/index.html"}}, "land/index.html"},
		{"no page to ask on", &Edition{Site: askless}, "/ask/index.html is missing"},
		{"two places for results", &Edition{Site: twice}, `/search/index.html holds "<!--lvgu:search-->" 2 times`},
		{"no texts", &Edition{Site: textless}, "/en/ask/index.html: data-texts lacks"},
	}
	s := newTestServer(t, Config{})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.edition.Close = func() error { t.Error("the refused edition was closed"); return nil }
			err := s.Publish(test.edition)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("Publish() = %v, want an error with %q", err, test.want)
			}
			if got := s.current.Load().Version; got != "v1" {
				t.Errorf("current version = %s, want v1", got)
			}
		})
	}
}

// TestPublishReusesFiles checks that what has not changed is taken over with its compressed forms.
func TestPublishReusesFiles(t *testing.T) {
	s := newTestServer(t, Config{})
	before := s.current.Load().files
	if err := s.Publish(testEdition("v2")); err != nil {
		t.Fatal(err)
	}
	after := s.current.Load().files
	if before.byURL["/404.html"] != after.byURL["/404.html"] {
		t.Error("/404.html was loaded anew, want it taken over")
	}
	if before.byURL["/"] == after.byURL["/"] {
		t.Error("/ was taken over, though it changed")
	}
}

// TestEditionIsClosedOnce checks the count of users at its edges.
func TestEditionIsClosedOnce(t *testing.T) {
	closed := 0
	e, err := newEdition(testEdition("v1"), nil)
	if err != nil {
		t.Fatal(err)
	}
	e.Edition.Close = func() error { closed++; return nil }
	steps := []struct {
		name string
		do   func() bool
		want bool // what acquire says
		open bool
	}{
		{"a request begins", e.acquire, true, true},
		{"the edition is replaced", func() bool { return e.release() == nil }, true, true},
		{"a late request begins", e.acquire, true, true},
		{"it ends", func() bool { return e.release() == nil }, true, true},
		{"the first request ends", func() bool { return e.release() == nil }, true, false},
		{"a request comes too late", e.acquire, false, false},
	}
	for _, step := range steps {
		if got := step.do(); got != step.want || (closed == 0) != step.open {
			t.Fatalf("%s: %v, closed %d times; want %v, open %v", step.name, got, closed, step.want, step.open)
		}
	}
	if closed != 1 {
		t.Errorf("closed %d times, want once", closed)
	}
}
