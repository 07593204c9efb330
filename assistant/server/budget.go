package server

import (
	"net/http"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2/simplelru"
)

// zone is where a budget's day begins: the site is China's.
var zone = time.FixedZone("UTC+8", 8*60*60)

// budget allows each key a number a day. It remembers a bounded number of keys and forgets the one seen longest ago.
type budget struct {
	perDay int // 0: no limit

	mu    sync.Mutex // guards what follows
	day   string     // that spent is of
	spent *lru.LRU[string, int]
}

func newBudget(perDay, capacity int) *budget {
	spent, err := lru.NewLRU[string, int](capacity, nil)
	if err != nil {
		panic(err) // it refuses capacities below one only
	}
	return &budget{perDay: perDay, spent: spent}
}

// take charges key and reports whether it had anything left. A day that the clock has not been at begins anew, whichever
// way the clock was set.
func (b *budget) take(key string, now time.Time) bool {
	if b.perDay <= 0 {
		return true
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if day := now.In(zone).Format(time.DateOnly); day != b.day {
		b.day = day
		b.spent.Purge()
	}
	n, _ := b.spent.Get(key)
	if n >= b.perDay {
		return false
	}
	b.spent.Add(key, n+1)
	return true
}

// spend reports whether the sender of r may have an answer worded by a model, and charges for it. Whoever has spent his
// own budget does not spend everyone's.
func (s *Server) spend(r *http.Request) bool {
	now := time.Now()
	if s.modelAddress.take(clientKey(r, s.config.TrustedProxies), now) && s.modelTotal.take("", now) {
		return true
	}
	s.metrics.unspent.Inc()
	return false
}
