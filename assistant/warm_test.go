package assistant

import (
	"testing"
	"time"

	"lvgu"
	"lvgu/index/corpus"
)

func TestWarm(t *testing.T) {
	a := openFurther(t)
	a.Warm()
	a.warming.group.Wait()
	if n := unread(a); n > 0 {
		t.Errorf("%d passages are not read, want 0", n)
	}
	for question, want := range map[string]bool{"杭州飞地多大？": true, "杭州飞地班车多少钱？": false} {
		if got, ok := a.further.answered.Load(question); !ok || got != want {
			t.Errorf("%q is known as answered: %v, %t; want %t", question, got, ok, want)
		}
	}
}

// TestWarmEnds closes an assistant that has just begun: the index must not go from under the work.
func TestWarmEnds(t *testing.T) {
	c, _ := corpus.Load(lvgu.Content(), time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	a, err := New(c, Options{})
	if err != nil {
		t.Fatal(err)
	}
	a.Warm()
	if err := a.Close(); err != nil {
		t.Errorf("Close() = %v, want nil", err)
	}
	a.Warm() // too late, and told so by nothing
	if unread(a) == 0 {
		t.Error("all passages were read before the end; want the work cut off")
	}
	known := 0
	a.further.answered.Range(func(any, any) bool { known++; return true })
	if known > 0 {
		t.Errorf("%d questions were asked after the end, want none", known)
	}
}

func unread(a *Assistant) int {
	n := 0
	for i := range a.library.readings {
		if a.library.readings[i].reading == nil {
			n++
		}
	}
	return n
}
