package server

import (
	"context"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"

	"lvgu/assistant"
)

func TestBudget(t *testing.T) {
	now := time.Date(2026, 11, 23, 15, 59, 59, 0, time.UTC) // a second before midnight in China
	b := newBudget(2, 2)
	take := func(key string, want bool) {
		t.Helper()
		if got := b.take(key, now); got != want {
			t.Errorf("take(%q) at %v = %v, want %v", key, now, got, want)
		}
	}
	take("a", true)
	take("a", true)
	take("a", false)
	take("b", true)
	now = now.Add(time.Second)
	take("a", true)
	take("a", true)
	take("a", false)
	now = now.AddDate(-1, 0, 0) // the clock was wrong, and is set back
	take("a", true)
	now = now.AddDate(10, 0, 0)
	take("a", true)

	// A third address displaces the one seen longest ago.
	take("b", true)
	take("c", true)
	if got := b.spent.Keys(); len(got) != 2 || got[0] != "b" || got[1] != "c" {
		t.Errorf("remembered are %v, want b and c", got)
	}
}

func TestBudgetOff(t *testing.T) {
	b := newBudget(0, 1)
	for range 1000 {
		if !b.take("a", time.Unix(0, 0)) {
			t.Fatal("take() refuses although there is no limit")
		}
	}
}

// TestModelBudgets asks from two addresses: each has its own budget, and both share one.
func TestModelBudgets(t *testing.T) {
	s := New(Config{ModelAddress: 2, ModelTotal: 3, TrustedProxies: 1}, (&testLog{}).logger())
	edition := testEdition("v1")
	edition.Answerer = spender{}
	if err := s.Publish(edition); err != nil {
		t.Fatal(err)
	}
	srv := httptest.NewServer(s.Handler())
	defer srv.Close()
	for i, test := range []struct {
		host int
		want bool
	}{{1, true}, {1, true}, {1, false}, {1, false}, {2, true}, {2, false}} {
		r, err := http.NewRequest("POST", srv.URL+"/api/answer", strings.NewReader(`{"question":"张江"}`))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("X-Forwarded-For", fmt.Sprintf("203.0.113.%d", test.host))
		r.Header.Set("Content-Type", typeJSON)
		response, err := srv.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		if got := strings.Contains(string(body), `"generated":true`); err != nil || got != test.want || response.StatusCode != http.StatusOK {
			t.Errorf("answer %d, of address %d: status %d, worded %v, error %v; want 200, %v", i+1, test.host, response.StatusCode, got, err, test.want)
		}
	}
	if got := testutil.ToFloat64(s.metrics.unspent); got != 3 {
		t.Errorf("%v answers are counted as refused to the model, want 3", got)
	}
}

// spender says that a model worded its answers when it was let.
type spender struct{ fakeAnswerer }

func (spender) Answer(_ context.Context, q assistant.Question) iter.Seq2[assistant.Event, error] {
	return func(yield func(assistant.Event, error) bool) {
		answer := zhangjiang("v1")
		answer.Generated = q.Spend()
		yield(assistant.Event{Kind: assistant.EventDone, Answer: answer}, nil)
	}
}
