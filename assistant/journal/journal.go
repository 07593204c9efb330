package journal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"
)

// Options is what an operator decides; zero fields take their defaults.
type Options struct {
	Retention time.Duration // how long a record is kept; 0: DefaultRetention
	MaxBytes  int64         // the file's size, beyond which the oldest records go before their time; 0: DefaultMaxBytes
	Queue     int           // records that may wait to be written; 0: DefaultQueue
	Now       func() time.Time
	Logger    *slog.Logger
}

// The defaults.
const (
	DefaultRetention = 184 * 24 * time.Hour // the six months for which logs are kept by law at the least, and no more
	DefaultMaxBytes  = 512 << 20            // some 130,000 answers
	DefaultQueue     = 4096                 // seconds of the densest traffic, some ten megabytes
)

// minBytes is the smallest MaxBytes: an empty file and what one batch needs.
const minBytes = 1 << 20

// Journal keeps records. It is safe for concurrent use.
type Journal struct {
	path    string
	options Options
	logger  *slog.Logger
	started time.Time // what waiting times count from; carries the monotonic clock

	mu     sync.RWMutex // guards closed, and queue against being sent to after that
	closed bool
	queue  chan entry

	flushes  chan chan struct{}
	suspects chan struct{} // a reader met damage
	stop     chan struct{}
	done     chan struct{} // the writer has ended
	closeErr error         // of the writer; valid after done

	store   atomic.Pointer[store] // nil while there is none
	counted counters
}

// entry is one thing to be written: a record, or feedback on the record of an ID.
type entry struct {
	record   *Record
	id       string
	feedback Feedback
	queued   time.Duration // since the journal was started
	flushed  chan struct{} // neither of them: closed when all before it is written
}

// Open opens the journal at path, or begins one. Its directory must exist, sooner or later: while the file cannot be
// opened, the journal works without it, says so once in the log and tries again. A corrupt file is set aside and a new
// one begun. An error means that something is to be decided by people: options that make no sense, ErrNewer, ErrForeign.
func Open(ctx context.Context, path string, options Options) (*Journal, error) {
	j, err := newJournal(path, options)
	if err != nil {
		return nil, fmt.Errorf("journal %s: %w", path, err)
	}
	w := newWriter(j)
	if err := w.open(ctx, true); errors.Is(err, ErrNewer) || errors.Is(err, ErrForeign) || ctx.Err() != nil {
		w.close()
		return nil, fmt.Errorf("journal %s: %w", path, cmp.Or(err, ctx.Err()))
	} else if err != nil {
		w.fail(err)
	}
	go w.run()
	return j, nil
}

func newJournal(path string, options Options) (*Journal, error) {
	if path == "" {
		return nil, errors.New("no file named")
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if options.Retention == 0 {
		options.Retention = DefaultRetention
	}
	if options.MaxBytes == 0 {
		options.MaxBytes = DefaultMaxBytes
	}
	if options.Queue == 0 {
		options.Queue = DefaultQueue
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Logger == nil {
		options.Logger = slog.New(slog.DiscardHandler)
	}
	switch {
	case options.Retention < 0:
		return nil, fmt.Errorf("retention %v is negative", options.Retention)
	case options.MaxBytes < minBytes:
		return nil, fmt.Errorf("size %d is below %d bytes", options.MaxBytes, minBytes)
	case options.Queue < 0:
		return nil, fmt.Errorf("queue %d is negative", options.Queue)
	}
	return &Journal{
		path: path, options: options, logger: options.Logger.With("journal", path), started: time.Now(),
		queue: make(chan entry, options.Queue), flushes: make(chan chan struct{}), suspects: make(chan struct{}, 1),
		stop: make(chan struct{}), done: make(chan struct{}),
	}, nil
}

// Record hands r over to be written. It never blocks and never fails: what finds the queue full, or the journal closed,
// is dropped and counted. The slices of r must not change afterwards.
func (j *Journal) Record(r Record) {
	if r.Time.IsZero() {
		r.Time = j.options.Now()
	}
	if err := j.enqueue(entry{record: &r}); err != nil {
		j.counted.dropped.Add(1)
	}
}

// Feedback hands over what a visitor says of the answer with this ID; what was said before of it is replaced. It does
// not block. Feedback on an ID that is not in the journal is left out in silence: nobody learns what is.
func (j *Journal) Feedback(id string, useful bool, comment string) error {
	f := Feedback{Time: j.options.Now(), Useful: useful, Comment: comment}
	err := j.enqueue(entry{id: id, feedback: f})
	if err != nil {
		j.counted.dropped.Add(1)
	}
	return err
}

func (j *Journal) enqueue(e entry) error {
	e.queued = time.Since(j.started)
	j.mu.RLock()
	defer j.mu.RUnlock()
	if j.closed {
		return ErrClosed
	}
	select {
	case j.queue <- e:
		return nil
	default:
		return ErrQueueFull
	}
}

// Flush returns when everything handed over before is written or refused, or with the context's error. While the file
// cannot be written it waits.
func (j *Journal) Flush(ctx context.Context) error {
	flushed := make(chan struct{})
	select {
	case j.flushes <- flushed:
	case <-j.done:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case <-flushed:
		return nil
	case <-j.done:
		return j.closeErr
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close writes what waits and closes the file. What cannot be written at the first try is dropped and the error
// returned. Records that come later are dropped. Further calls return the same error.
func (j *Journal) Close() error {
	j.mu.Lock()
	first := !j.closed
	j.closed = true
	j.mu.Unlock()
	if first {
		close(j.stop)
	}
	<-j.done
	return j.closeErr
}
