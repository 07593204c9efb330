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

// TestLimiterAndTheClock sets the clock back and forward: nobody is shut out for longer than a minute's worth, and nobody
// gains more than a minute's worth.
func TestLimiterAndTheClock(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	l := newLimiter(2, 1)
	take := func(want time.Duration) {
		t.Helper()
		if got := l.take("a", now); got != want {
			t.Errorf("take() at %v = %v, want %v", now, got, want)
		}
	}
	take(0)
	take(0)
	take(30 * time.Second)
	now = now.AddDate(-1, 0, 0)
	take(30 * time.Second)
	now = now.Add(30 * time.Second)
	take(0)
	now = now.AddDate(2, 0, 0)
	take(0)
	take(0)
	take(30 * time.Second)
}
