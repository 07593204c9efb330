package llm

import (
	"context"
	"iter"
	"sync"
)

// Scripted is a model for tests: Reply says what it streams, piece by piece, and how the stream ends.
type Scripted struct {
	Reply func(r Request) (pieces []string, err error)

	mu       sync.Mutex // guards requests
	requests []Request
}

// Stream implements Model.
func (s *Scripted) Stream(ctx context.Context, r Request) iter.Seq2[string, error] {
	s.mu.Lock()
	s.requests = append(s.requests, r)
	s.mu.Unlock()
	return func(yield func(string, error) bool) {
		pieces, err := s.Reply(r)
		for _, piece := range pieces {
			if ctx.Err() != nil {
				yield("", ctx.Err())
				return
			}
			if !yield(piece, nil) {
				return
			}
		}
		if err != nil {
			yield("", err)
		}
	}
}

// Requests are those that were made, in order.
func (s *Scripted) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}
