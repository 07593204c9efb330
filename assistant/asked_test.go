package assistant

import (
	"strings"
	"testing"
	"time"

	"lvgu/index/corpus"
)

// TestAskedIsTheDayInBeijing asks the same before and after midnight there: what is kept is dated anew.
func TestAskedIsTheDayInBeijing(t *testing.T) {
	now := time.Date(2026, 11, 26, 15, 59, 0, 0, time.UTC)
	c, _ := corpus.Load(fixture, now)
	a, err := New(c, Options{Cache: 1, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	for _, want := range []string{"2026-11-26", "2026-11-27"} {
		if got := mustAsk(t, a, Question{Text: "上海张江飞地有多大？"}).Asked; got != want {
			t.Errorf("asked at %v: %q, want %q", now, got, want)
		}
		now = now.Add(time.Minute)
	}
}

func TestWhatIsSaidOnce(t *testing.T) {
	a := open(t, nil)
	tests := []struct{ question, once string }{
		{"上海张江飞地面积多大？上海张江飞地的面积是多少？", "2.1 万平方米"},
		{"上海张江飞地有多大？苏州飞地启用了吗？", "截至2021年"},
	}
	for _, test := range tests {
		answer := mustAsk(t, a, Question{Text: test.question})
		said := answer.Text
		for _, n := range answer.Notices {
			said += "\n" + n.Text
		}
		if n := strings.Count(said, test.once); n != 1 {
			t.Errorf("%s: %q is said %d times, want once:\n%s", test.question, test.once, n, said)
		}
	}
}

// TestDeclinedPromisesNothing asks for what has nothing near it: no list is announced.
func TestDeclinedPromisesNothing(t *testing.T) {
	answer := mustAsk(t, open(t, nil), Question{Text: "qwertzuiop asdfghjkl"})
	if len(answer.Nearest) > 0 {
		t.Fatalf("nearest: %v, want none", answer.Nearest)
	}
	if want := messages[answer.Lang].nothing; answer.Text != want {
		t.Errorf("text %q, want %q", answer.Text, want)
	}
}
