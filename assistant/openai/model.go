// Package openai is a language model behind any endpoint that speaks the OpenAI chat protocol, through go-openai.
//
// It makes one kind of request, a streamed chat completion, and turns the many ways in which such a stream can go
// wrong into errors of package llm: a cut-off completion never looks like a complete one.
package openai

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"net/http"
	"strings"
	"time"

	sdk "github.com/sashabaranov/go-openai"
	"github.com/sony/gobreaker/v2"

	"lvgu/assistant/llm"
)

// Config says which model to ask, and how patiently. Zero durations and counts take the defaults.
type Config struct {
	BaseURL string // of the API, for example http://127.0.0.1:8000/v1
	Key     string // empty where the endpoint wants none
	Model   string

	FirstToken time.Duration // from the request to the first piece of text
	Idle       time.Duration // between two pieces
	Total      time.Duration // of the whole completion
	Concurrent int           // completions under way at once; one more is refused with llm.ErrBusy
	Retries    int           // after 429 and 5xx, before the first piece; -1: none

	Transport http.RoundTripper // nil: http.DefaultTransport
}

// Defaults of Config. A visitor on a phone waits some seconds for the first word, and reads slower than any model
// writes.
const (
	DefaultFirstToken = 8 * time.Second
	DefaultIdle       = 6 * time.Second
	DefaultTotal      = 45 * time.Second
	DefaultConcurrent = 8
	DefaultRetries    = 2
)

// emptyMessages is how many lines without data a stream may hold: servers send comments to keep it alive.
const emptyMessages = 10_000

// maxStream is how much of a response is read, in bytes: a completion of a few hundred tokens, each in a frame of a
// kilobyte, and no more.
const maxStream = 4 << 20

// The circuit opens after this many failures in a row, and one completion is tried again after the pause.
const (
	breakAfter = 5
	breakPause = 30 * time.Second
)

// Model asks one endpoint. It implements llm.Model and is safe for concurrent use.
type Model struct {
	config  Config
	client  *sdk.Client
	slots   chan struct{}
	breaker *gobreaker.TwoStepCircuitBreaker[struct{}]
}

// New returns a model. It makes no request.
func New(c Config) (*Model, error) {
	if c.BaseURL == "" || c.Model == "" {
		return nil, errors.New("a base URL and a model name are needed")
	}
	c.FirstToken = orDefault(c.FirstToken, DefaultFirstToken)
	c.Idle = orDefault(c.Idle, DefaultIdle)
	c.Total = orDefault(c.Total, DefaultTotal)
	c.Concurrent = orDefault(c.Concurrent, DefaultConcurrent)
	c.Retries = orDefault(c.Retries, DefaultRetries)
	if c.Transport == nil {
		c.Transport = http.DefaultTransport
	}
	config := sdk.DefaultConfig(c.Key)
	config.BaseURL = strings.TrimRight(c.BaseURL, "/")
	config.EmptyMessagesLimit = emptyMessages
	config.HTTPClient = &http.Client{
		Transport:     &retrier{next: c.Transport, retries: max(c.Retries, 0)},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, // no other host than the one configured
	}
	return &Model{
		config: c,
		client: sdk.NewClientWithConfig(config),
		slots:  make(chan struct{}, c.Concurrent),
		breaker: gobreaker.NewTwoStepCircuitBreaker[struct{}](gobreaker.Settings{
			Name:        c.Model,
			Timeout:     breakPause,
			ReadyToTrip: func(n gobreaker.Counts) bool { return n.ConsecutiveFailures >= breakAfter },
		}),
	}, nil
}

func orDefault[T int | time.Duration](value, fallback T) T {
	if value == 0 {
		return fallback
	}
	return value
}

// Stream implements llm.Model. Reasoning that the model prints before its answer is left out.
func (m *Model) Stream(ctx context.Context, r llm.Request) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		select {
		case m.slots <- struct{}{}:
			defer func() { <-m.slots }()
		default:
			yield("", llm.ErrBusy)
			return
		}
		report, err := m.breaker.Allow()
		if err != nil {
			yield("", fmt.Errorf("%w: %w", llm.ErrBusy, err))
			return
		}
		stopped, err := m.run(ctx, r, yield)
		if stopped || errors.Is(ctx.Err(), context.Canceled) {
			report(nil) // the visitor left: no fault of the endpoint
			return
		}
		report(err)
		if err != nil {
			yield("", err)
		}
	}
}

// run streams one completion. It reports whether the consumer stopped it.
func (m *Model) run(ctx context.Context, r llm.Request, yield func(string, error) bool) (stopped bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, m.config.Total)
	defer cancel()
	expired := make(chan struct{})
	watch := time.AfterFunc(m.config.FirstToken, func() { close(expired); cancel() })
	defer watch.Stop()
	late := func(err error) error {
		select {
		case <-expired:
			return fmt.Errorf("%w: %w", context.DeadlineExceeded, err)
		default:
			return err
		}
	}
	stream, err := m.client.CreateChatCompletionStream(ctx, m.request(r))
	if err != nil {
		return false, late(classify(err))
	}
	defer stream.Close()
	var strip thoughts
	finish, any := sdk.FinishReason(""), false
	for {
		piece, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return false, late(classify(err))
		}
		if !watch.Reset(m.config.Idle) {
			return false, late(llm.ErrTruncated)
		}
		if len(piece.Choices) == 0 {
			continue
		}
		choice := piece.Choices[0]
		if choice.FinishReason != "" {
			finish = choice.FinishReason
		}
		if text := strip.add(choice.Delta.Content); text != "" {
			any = true
			if !yield(text, nil) {
				return true, nil
			}
		}
	}
	if text := strip.rest(); text != "" {
		any = true
		if !yield(text, nil) {
			return true, nil
		}
	}
	return false, complete(finish, any)
}

// complete judges how a stream ended. Some servers end a stream at an error as if all had been said, and a stream
// cut off at the token limit looks like any other: only the finish reason tells.
func complete(finish sdk.FinishReason, any bool) error {
	switch {
	case finish == sdk.FinishReasonContentFilter:
		return llm.ErrRefused
	case finish != sdk.FinishReasonStop:
		return fmt.Errorf("%w: finish reason %q", llm.ErrTruncated, finish)
	case !any:
		return llm.ErrEmpty
	default:
		return nil
	}
}

func (m *Model) request(r llm.Request) sdk.ChatCompletionRequest {
	messages := make([]sdk.ChatCompletionMessage, len(r.Messages))
	for i, message := range r.Messages {
		messages[i] = sdk.ChatCompletionMessage{Role: message.Role, Content: message.Content}
	}
	// MaxTokens, not its successor: it is the one that self-hosted servers know. A temperature of nought would be left out
	// of the request, and the server's own default, which is often 1, be taken.
	return sdk.ChatCompletionRequest{
		//lint:ignore SA1019 see above
		MaxTokens: r.MaxTokens,
		Model:     m.config.Model, Messages: messages, Temperature: max(r.Temperature, math.SmallestNonzeroFloat32), Stream: true,
	}
}

// classify names what an endpoint's error means for the caller.
func classify(err error) error {
	status := 0
	var api *sdk.APIError
	var request *sdk.RequestError
	switch {
	case errors.As(err, &api):
		status = api.HTTPStatusCode
	case errors.As(err, &request):
		status = request.HTTPStatusCode
	}
	switch {
	case status == http.StatusTooManyRequests, status >= 500:
		return fmt.Errorf("%w: %w", llm.ErrBusy, err)
	case status >= 400:
		return fmt.Errorf("%w: %w", llm.ErrRefused, err)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	default:
		return fmt.Errorf("%w: %w", llm.ErrTruncated, err)
	}
}
