// Package llm is the seam between the assistant and a language model. A model turns messages into a stream of
// text; whether what it says is true is not its business, nor this package's.
package llm

import (
	"context"
	"errors"
	"iter"
)

// Roles of messages.
const (
	System    = "system"
	User      = "user"
	Assistant = "assistant"
)

// Message is one message of a prompt.
type Message struct{ Role, Content string }

// Request is what a model is asked.
type Request struct {
	Messages    []Message
	MaxTokens   int
	Temperature float32
}

// Model streams the completion of a request, in pieces that may cut a sentence anywhere but never a rune. An error
// ends the stream. A stream that ends without one is complete: a completion that was cut off, or that is empty,
// ends in an error.
type Model interface {
	Stream(ctx context.Context, r Request) iter.Seq2[string, error]
}

// Errors that a stream may end in, beside those of the context.
var (
	// ErrTruncated says that the completion was cut off, at the token limit or by the connection.
	ErrTruncated = errors.New("completion cut off")
	// ErrRefused says that the endpoint would not complete: a filter, a bad key, an unknown model.
	ErrRefused = errors.New("completion refused")
	// ErrBusy says that the endpoint has no capacity now.
	ErrBusy = errors.New("endpoint busy")
	// ErrEmpty says that the completion held nothing.
	ErrEmpty = errors.New("empty completion")
)
