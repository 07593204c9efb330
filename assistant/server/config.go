package server

import (
	"context"
	"crypto/tls"

	"go.opentelemetry.io/otel/trace"
)

// Config is what an operator decides. The zero value serves without rate limits, directly (not behind a proxy).
type Config struct {
	AnswerRate     int          // answers a minute for one client address; 0: no limit
	GlobalRate     int          // answers a minute for all clients together; 0: no limit
	MaxAnswers     int          // answers worked on at once; 0: DefaultMaxAnswers
	ModelAddress   int          // answers a day that a model words for one client address; 0: no limit
	ModelTotal     int          // the same for all clients together; 0: no limit
	TrustedProxies int          // proxies in front that append to X-Forwarded-For; 0: the connection's address counts
	Feedback       FeedbackSink // where remarks go; nil: the log
	Tracer         trace.Tracer // of requests; nil: none are traced
	Preview        bool         // pages begin with what is wrong with the content, and reload when it changes; never for visitors
	TLS            *tls.Config  // ends TLS here, and speaks HTTP/2; nil: plain HTTP, for a proxy in front
}

// FeedbackSink keeps what visitors say of an answer. The comment it gets is masked of personal data.
type FeedbackSink interface {
	Feedback(ctx context.Context, f Feedback) error
}

// Feedback is a visitor's opinion of one answer.
type Feedback struct {
	ID      string // the answer's
	Useful  bool
	Comment string // at most 500 runes; may be empty
}
