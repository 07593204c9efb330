package server

import (
	"container/list"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// limiter allows each key a number of requests a minute, all of them at once if it likes. It remembers a bounded
// number of keys and forgets the one seen longest ago.
type limiter struct {
	perMinute int // 0: no limit
	capacity  int

	mu     sync.Mutex // guards what follows
	recent *list.List // of *bucket, the latest seen in front
	byKey  map[string]*list.Element
}

type bucket struct {
	key    string
	tokens *rate.Limiter
}

func newLimiter(perMinute, capacity int) *limiter {
	return &limiter{perMinute: perMinute, capacity: capacity, recent: list.New(), byKey: map[string]*list.Element{}}
}

// take charges key for one request at a time. When it is over its limit, nothing is charged and wait is how long
// until the next request is allowed.
func (l *limiter) take(key string, now time.Time) (wait time.Duration) {
	if l.perMinute <= 0 {
		return 0
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	reservation := l.bucket(key).ReserveN(now, 1)
	wait = reservation.DelayFrom(now)
	if wait > 0 {
		reservation.CancelAt(now)
	}
	return wait
}

func (l *limiter) bucket(key string) *rate.Limiter {
	if at, ok := l.byKey[key]; ok {
		l.recent.MoveToFront(at)
		return at.Value.(*bucket).tokens
	}
	if l.recent.Len() >= l.capacity {
		oldest := l.recent.Back()
		delete(l.byKey, oldest.Value.(*bucket).key)
		l.recent.Remove(oldest)
	}
	tokens := rate.NewLimiter(rate.Limit(float64(l.perMinute)/time.Minute.Seconds()), l.perMinute)
	l.byKey[key] = l.recent.PushFront(&bucket{key, tokens})
	return tokens
}
