package server

import (
	"fmt"
	"testing"
	"time"
)

func TestLimiter(t *testing.T) {
	now := time.Unix(0, 0)
	l := newLimiter(3, 2)
	take := func(key string, want time.Duration) {
		t.Helper()
		if got := l.take(key, now); got != want {
			t.Errorf("take(%q) at %v = %v, want %v", key, now.Unix(), got, want)
		}
	}
	take("a", 0)
	take("a", 0)
	take("a", 0)
	take("a", 20*time.Second)
	take("a", 20*time.Second) // being refused costs nothing
	take("b", 0)
	now = now.Add(20 * time.Second)
	take("a", 0)
	take("a", 20*time.Second)

	// A third address displaces the one seen longest ago, which is b.
	take("c", 0)
	take("a", 20*time.Second)
	if got := len(l.byKey); got != 2 || l.recent.Len() != 2 {
		t.Errorf("%d addresses are remembered in a list of %d, want 2", got, l.recent.Len())
	}
	if l.byKey["b"] != nil {
		t.Error("b is remembered, want it displaced")
	}
}

func TestLimiterIsBounded(t *testing.T) {
	l := newLimiter(1, maxAddresses)
	for i := range maxAddresses + 1 {
		l.take(fmt.Sprint(i), time.Unix(0, 0))
	}
	if got := len(l.byKey); got != maxAddresses {
		t.Errorf("%d addresses are remembered, want %d", got, maxAddresses)
	}
}

func TestLimiterOff(t *testing.T) {
	l := newLimiter(0, 1)
	for range 1000 {
		if wait := l.take("a", time.Unix(0, 0)); wait != 0 {
			t.Fatalf("take() = %v with no limit, want 0", wait)
		}
	}
}
