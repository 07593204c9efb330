package assistant

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"lvgu/index"
)

// Dense is retrieval by meaning beside that by words. The zero value is none.
type Dense struct {
	Embedder index.Embedder // nil: words alone
	Model    string         // names what embeds: vectors of another model are not used
	Dir      string         // keeps the vectors; empty: they are asked for anew at each start
	Deadline time.Duration  // what a search waits for the question's vector; 0: DefaultDenseDeadline
}

// DefaultDenseDeadline is little beside what a visitor waits for a page, and enough for an endpoint on the same network.
const DefaultDenseDeadline = 150 * time.Millisecond

// The pause before passages are sent for embedding again, doubled each time.
const (
	firstFillPause = 5 * time.Second
	maxFillPause   = 10 * time.Minute
)

// openRetriever returns what searches the index, and what ends the work behind it.
func openRetriever(ix *index.Index, d Dense, log *slog.Logger) (index.Retriever, context.CancelFunc) {
	if d.Embedder == nil {
		return ix, func() {}
	}
	cache, err := index.OpenVectorCache(d.Dir, d.Model)
	if err != nil {
		log.Warn("vectors not kept", "dir", d.Dir, "err", err)
		cache, _ = index.OpenVectorCache("", d.Model) // in memory: it cannot fail
	}
	dense := index.NewDense(ix, d.Embedder, cache)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		fill(ctx, dense, log)
	}()
	if d.Deadline == 0 {
		d.Deadline = DefaultDenseDeadline
	}
	failed := func(err error) {
		if !errors.Is(err, index.ErrNotReady) {
			log.Debug("searched by words alone", "err", err)
		}
	}
	return index.NewFused(ix, dense, d.Deadline, failed), func() { cancel(); <-done }
}

// fill embeds the passages, and tries again until it has or ctx ends.
func fill(ctx context.Context, dense *index.Dense, log *slog.Logger) {
	for pause := firstFillPause; ; pause = min(2*pause, maxFillPause) {
		began := time.Now()
		err := dense.Fill(ctx)
		if err == nil {
			log.Info("passages embedded", "spent", time.Since(began))
			return
		}
		if ctx.Err() != nil {
			return
		}
		log.Warn("passages not embedded: searching by words alone", "again", pause, "err", err)
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
	}
}
