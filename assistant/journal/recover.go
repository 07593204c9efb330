package journal

import (
	"context"
	"time"
)

// down says whether there is no store.
func (w *writer) down() bool { return w.store.Load() == nil }

// open opens the store. With check it is looked through for damage.
func (w *writer) open(ctx context.Context, check bool) error {
	var s *store
	err := guarded(func() (err error) {
		s, err = openStore(ctx, w.path, check)
		return err
	})
	if err == nil {
		w.store.Store(s)
	}
	return err
}

// close closes the store if there is one.
func (w *writer) close() error {
	s := w.store.Swap(nil)
	if s == nil {
		return nil
	}
	return guarded(s.close)
}

// reopen looks the file through: a reader met damage, or the file is another one.
func (w *writer) reopen() {
	w.close() // what is wrong shows on opening
	if err := w.open(context.Background(), true); err != nil {
		w.fail(err)
	}
}

// fail closes a store that does not work. A corrupt file is set aside and a new one begun; after anything else the
// store is down until it can be opened again.
func (w *writer) fail(err error) {
	w.close() // the cause is known
	if isCorrupt(err) {
		if err = w.replace(err); err == nil {
			return
		}
	}
	if !w.counted.down.Swap(true) {
		w.logger.Error("journal cannot be written: entries wait, and are dropped when too many", "error", err)
	}
	w.retry.Reset(retryAfter)
}

// replace sets the corrupt file aside and begins a new one; not in a rush when the disk spoils each.
func (w *writer) replace(cause error) error {
	if !w.asideAt.IsZero() && time.Since(w.asideAt) < retryAfter {
		return cause
	}
	w.asideAt = time.Now()
	name, err := setAside(w.path, asideCorrupt, w.options.Now())
	if err != nil {
		return err
	}
	w.counted.setAside.Add(1)
	w.logger.Error("journal was corrupt: set aside, a new one begun", "aside", name, "error", cause)
	return w.open(context.Background(), false)
}
