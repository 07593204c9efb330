package journal

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

const (
	maxBatch    = 256             // entries of one transaction: enough to share its cost, few enough to be quick
	retryAfter  = 5 * time.Second // between attempts to open a file that could not be written
	reportEvery = time.Minute     // between lines about entries dropped for want of room in the queue
	tidyEvery   = 24 * time.Hour
)

// writer is the one goroutine that writes. It alone opens and closes the store.
type writer struct {
	*Journal
	batch    []entry     // taken from the queue and not yet written
	retry    *time.Timer // runs while the store is down
	keeper   keeper
	asideAt  time.Time     // when a file was last set aside
	reported uint64        // of the dropped
	reportAt time.Time     // not before
	ready    chan struct{} // closed
}

func newWriter(j *Journal) *writer {
	w := &writer{Journal: j, retry: time.NewTimer(retryAfter), keeper: newKeeper(j.options), ready: make(chan struct{})}
	w.retry.Stop()
	close(w.ready)
	return w
}

// run writes until the journal is closed. While the store is down one batch is held and the queue keeps what it can for
// the time after.
func (w *writer) run() {
	defer close(w.done)
	day := time.NewTicker(tidyEvery)
	defer day.Stop()
	for {
		w.commit()
		w.tidy()
		queue, flushes := w.queue, w.flushes
		if w.down() {
			flushes = nil
			if len(w.batch) > 0 {
				queue = nil
			}
		}
		select {
		case e := <-queue:
			w.take(e)
			w.gather(maxBatch - 1)
		case flushed := <-flushes:
			w.gather(len(w.queue))
			w.batch = append(w.batch, entry{flushed: flushed})
		case <-w.untidy():
		case <-day.C:
			w.keeper.due(w.logger)
		case <-w.suspects:
			w.reopen()
		case <-w.retry.C:
			if err := w.open(context.Background(), false); err != nil {
				w.fail(err)
			}
		case <-w.stop:
			w.closeErr = w.end()
			return
		}
	}
}

// take puts an entry, masked and bounded, into the batch.
func (w *writer) take(e entry) {
	if len(w.batch) == 0 {
		w.counted.oldest.Store(int64(e.queued) + 1)
	}
	err := guarded(func() error {
		if e.record != nil {
			r := e.record.sealed()
			e.record = &r
		} else {
			e.id, e.feedback.Comment = bound(e.id, maxName), seal(e.feedback.Comment, maxQuestion)
		}
		return nil
	})
	if err != nil {
		w.counted.dropped.Add(1)
		w.logger.Error("journal entry dropped", "error", err)
		return
	}
	w.batch = append(w.batch, e)
}

// gather takes up to n entries that wait.
func (w *writer) gather(n int) {
	for range n {
		select {
		case e := <-w.queue:
			w.take(e)
		default:
			return
		}
	}
}

// commit writes the batch, as far as the store lets it.
func (w *writer) commit() {
	for len(w.batch) > 0 && !w.down() {
		if w.store.Load().replaced() {
			w.logger.Warn("journal was moved or removed; opening it anew")
			w.reopen()
			continue
		}
		n := min(len(w.batch), maxBatch)
		if err := w.write(w.batch[:n]); err != nil {
			w.fail(err)
			continue
		}
		w.batch = w.batch[n:]
	}
	if len(w.batch) == 0 {
		w.batch = nil
		w.counted.oldest.Store(0)
		w.report()
	}
}

// write writes part of the batch and counts it.
func (w *writer) write(batch []entry) error {
	var refused int
	err := guarded(func() (err error) {
		refused, err = w.store.Load().write(context.Background(), batch)
		return err
	})
	if err != nil {
		return err
	}
	written := entries(batch) - refused
	w.counted.written.Add(uint64(written))
	w.counted.dropped.Add(uint64(refused))
	w.counted.lastWrite.Store(w.options.Now().UnixMilli())
	w.keeper.wrote(written)
	for _, e := range batch {
		if e.flushed != nil {
			close(e.flushed)
		}
	}
	return nil
}

// entries counts what is to be written of a batch.
func entries(batch []entry) int {
	n := 0
	for _, e := range batch {
		if e.flushed == nil {
			n++
		}
	}
	return n
}

// report tells the log that the store works again, and how much was dropped meanwhile.
func (w *writer) report() {
	if w.down() {
		return
	}
	dropped := w.counted.dropped.Load()
	if w.counted.down.Swap(false) {
		w.logger.Info("journal can be written again", "dropped", dropped-w.reported)
		w.reported = dropped
	}
	if dropped > w.reported && !time.Now().Before(w.reportAt) {
		w.logger.Warn("journal dropped entries", "dropped", dropped-w.reported)
		w.reported, w.reportAt = dropped, time.Now().Add(reportEvery)
	}
}

// end writes what waits and closes the store.
func (w *writer) end() error {
	w.retry.Stop()
	var cause error
	if w.down() {
		cause = w.open(context.Background(), false)
	}
	w.gather(len(w.queue))
	w.commit()
	lost := entries(w.batch) + len(w.queue)
	for w.gather(maxBatch); len(w.queue) > 0; w.gather(maxBatch) {
	}
	err := w.close()
	if lost > 0 {
		w.counted.dropped.Add(uint64(lost))
		err = errors.Join(fmt.Errorf("journal %s: %d entries lost", w.path, lost), cause, err)
		w.logger.Error("journal closed", slog.Any("error", err))
	}
	return err
}

// guarded turns a panic into an error: whatever a visitor may have typed, the server must not end with it.
func guarded(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic: %v", v)
		}
	}()
	return f()
}
