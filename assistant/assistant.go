package assistant

import (
	"cmp"
	"context"
	"crypto/rand"
	"iter"
	"log/slog"
	"strings"
	"sync"
	"time"

	"lvgu/assistant/llm"
	"lvgu/index/corpus"
)

// Options are what an Assistant may be told. The zero value is ready to use.
type Options struct {
	NewID func() string    // of answers; nil: random
	Now   func() time.Time // when a question is asked; nil: time.Now
	Model llm.Model        // words the answers and completes follow-ups; nil: answers are quotations
	// MaxTokens bounds a completion; 0: DefaultMaxTokens. A model that reasons before it answers needs more.
	MaxTokens   int
	Temperature float32 // of the wording; 0: the likeliest words
	// Producer is who answers for generated text: the name under which the model's service is registered.
	Producer string
	// Propagator is who publishes it; empty: Producer.
	Propagator string
	Logger     *slog.Logger // nil: nothing is logged
	// Support is how much of a short question must be held before it is answered, 0 to 1; 0 means the one chosen on the
	// curve in testdata/gate_curve.txt. It is for drawing that curve.
	Support float64
	// Previous is the assistant of the content before an edit: what the edit did not touch is taken over from its index.
	// It stays as it is, and must be open until New returns.
	Previous *Assistant
	// Cache is how many quotations are kept for when the same is asked again; 0: none.
	Cache    int
	IndexDir string // keeps the index from start to start; empty: in memory. A Previous counts more.
	Dense    Dense  // retrieval by meaning; off when zero
	// Synonyms names a file of other words for the same thing, besides those built in; it is read by New. Empty: none.
	Synonyms string
}

// Assistant answers from one corpus. What it answers never changes; it is safe for concurrent use.
type Assistant struct {
	library     *library
	cache       *cache // nil: nothing is kept
	further     *further
	warming     *warming
	suggester   func() *suggester // made when first used: pinyin takes its time
	newID       func() string
	now         func() time.Time
	model       llm.Model
	maxTokens   int
	temperature float32
	producer    string
	propagator  string
	logger      *slog.Logger
}

// New indexes a corpus and returns the assistant that answers from it. It returns an error when the index cannot
// be built.
func New(c *corpus.Corpus, o Options) (*Assistant, error) {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	l, err := openLibrary(c, o)
	if err != nil {
		return nil, err
	}
	a := &Assistant{
		library: l, cache: newCache(o.Cache), newID: o.NewID, now: o.Now, logger: o.Logger,
		further: newFurther(c), warming: newWarming(), suggester: sync.OnceValue(func() *suggester { return newSuggester(c) }),
		producer: o.Producer, propagator: cmp.Or(o.Propagator, o.Producer),
		model: o.Model, maxTokens: cmp.Or(o.MaxTokens, DefaultMaxTokens), temperature: o.Temperature,
	}
	if a.newID == nil {
		a.newID = func() string { return strings.ToLower(rand.Text()) }
	}
	if a.now == nil {
		a.now = time.Now
	}
	return a, nil
}

// today is the day in Beijing.
func (a *Assistant) today() string { return a.now().In(beijing).Format(time.DateOnly) }

// Version is that of the content answered from.
func (a *Assistant) Version() string { return a.library.corpus.Version }

// Close ends what goes on in the background and releases the index. No answer may be under way.
func (a *Assistant) Close() error {
	a.warming.end()
	a.library.stop()
	return a.library.index.Close()
}

// Answer yields the events of the answer to a question. An error ends the stream; before the first event it means
// that nothing was said.
func (a *Assistant) Answer(ctx context.Context, q Question) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		q.Spend = q.spendOnce(a.model != nil)
		answer, err := a.quote(ctx, q)
		if err != nil {
			yield(Event{}, err)
			return
		}
		answer.Suggestions = a.suggestions(ctx, q, answer)
		if answer.Outcome == Declined {
			if yield(Event{Kind: EventDeclined, Answer: answer}, nil) {
				yield(Event{Kind: EventDone, Answer: answer}, nil)
			}
			return
		}
		words := wordable(answer) && q.Spend()
		if !yield(Event{Kind: EventSources, Sources: answer.Sources, Generated: words}, nil) {
			return
		}
		if words {
			asked := answer.Question
			if asked == "" {
				asked = q.Text
			}
			if !a.generate(ctx, asked, answer, yield) {
				return
			}
		} else {
			for line := range strings.SplitAfterSeq(answer.Text, "\n") {
				if !yield(Event{Kind: EventDelta, Text: line}, nil) {
					return
				}
			}
		}
		yield(Event{Kind: EventDone, Answer: answer}, nil)
	}
}

// Ask returns the whole answer to a question.
func (a *Assistant) Ask(ctx context.Context, q Question) (*Answer, error) {
	var answer *Answer
	for event, err := range a.Answer(ctx, q) {
		if err != nil {
			return nil, err
		}
		if event.Kind == EventDone {
			answer = event.Answer
		}
	}
	return answer, nil
}
