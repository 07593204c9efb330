package journal

import (
	"context"
	"errors"
	"log/slog"
	"time"
)

const (
	tidyChunk = 1000      // records removed at once: the queue is served in between
	sizeEvery = 1000      // records between looks at the size
	maxJump   = time.Hour // between the wall clock and the time that really passed, beyond which the clock was set
)

// keeper decides what is too old or too much. Its work is cut into steps.
type keeper struct {
	options Options
	pending bool      // there is work
	before  time.Time // records older than this go; zero: only the size is looked at
	target  int64     // bytes to come down to
	removed int       // in this round
	fresh   int       // records since the size was looked at
	wall    time.Time // the clock when it was last looked at
	at      time.Time // and the monotonic time
}

func newKeeper(options Options) keeper {
	k := keeper{options: options, wall: options.Now().Round(0), at: time.Now(), pending: true, target: options.MaxBytes}
	k.before = k.wall.Add(-options.Retention)
	return k
}

// due begins the daily round. When the clock was set forward since the last one, nothing is removed by age until the
// next: a wrong clock must not empty the journal, and there is a day to set it right.
func (k *keeper) due(logger *slog.Logger) {
	wall, at := k.options.Now().Round(0), time.Now()
	jump := wall.Sub(k.wall) - at.Sub(k.at)
	k.wall, k.at, k.pending = wall, at, true
	if jump > maxJump {
		logger.Warn("clock was set forward: no records removed by age for a day", "by", jump)
		return
	}
	k.before = wall.Add(-k.options.Retention)
}

// wrote counts what may make the file too big.
func (k *keeper) wrote(n int) {
	if k.fresh += n; k.fresh >= sizeEvery {
		k.fresh, k.pending = 0, true
	}
}

// step does part of the work and returns the number of records removed.
func (k *keeper) step(ctx context.Context, s *store) (int, error) {
	if !k.before.IsZero() {
		n, err := s.remove(ctx, `WHERE time < ? ORDER BY time`, k.before.UnixMilli())
		if err != nil || n > 0 {
			k.removed += n
			return n, err
		}
	}
	used, err := s.used(ctx)
	if err != nil {
		return 0, err
	}
	if used > k.target {
		k.target = k.options.MaxBytes / 10 * 9 // room for a while
		if n, err := s.remove(ctx, `ORDER BY time`); err != nil || n > 0 {
			k.removed += n
			return n, err
		}
	}
	return 0, k.finish(ctx, s)
}

// finish gives back the space and ends the round.
func (k *keeper) finish(ctx context.Context, s *store) error {
	if k.removed > 0 {
		if err := s.compact(ctx); err != nil {
			return err
		}
	}
	k.pending, k.before, k.target, k.removed = false, time.Time{}, k.options.MaxBytes, 0
	return nil
}

// tidy does a step of the keeper's work.
func (w *writer) tidy() {
	if w.down() || !w.keeper.pending {
		return
	}
	was := w.keeper
	n, err := w.keeper.step(context.Background(), w.store.Load())
	w.counted.removed.Add(uint64(n))
	if was.target > w.keeper.target {
		w.logger.Warn("journal has reached its size: the oldest records are removed before their time", "bytes", w.options.MaxBytes)
	}
	switch {
	case err != nil:
		w.fail(err)
	case w.keeper.pending:
	default:
		if was.removed > 0 {
			w.logger.Info("journal removed old records", "records", was.removed)
		}
		if was.before.IsZero() {
			return
		}
		if err := removeAside(w.path, was.before); err != nil {
			w.logger.Warn("journal files set aside stay", "error", err)
		}
	}
}

// untidy is ready while there is work for tidy.
func (w *writer) untidy() <-chan struct{} {
	if w.down() || !w.keeper.pending {
		return nil
	}
	return w.ready
}

// remove removes up to tidyChunk records.
func (s *store) remove(ctx context.Context, which string, args ...any) (int, error) {
	result, err := s.db.ExecContext(ctx, `DELETE FROM answer WHERE rowid IN (SELECT rowid FROM answer `+which+` LIMIT ?)`, append(args, tidyChunk)...)
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// used returns the bytes of the file that hold something.
func (s *store) used(ctx context.Context) (n int64, err error) {
	row := s.db.QueryRowContext(ctx, `SELECT (p.page_count - f.freelist_count) * s.page_size
		FROM pragma_page_count AS p, pragma_freelist_count AS f, pragma_page_size AS s`)
	return n, row.Scan(&n)
}

// compact gives the space of removed records back to the disk, and empties the -wal, which still holds them.
func (s *store) compact(ctx context.Context) error {
	_, vacuum := s.db.ExecContext(ctx, "PRAGMA incremental_vacuum")
	_, checkpoint := s.db.ExecContext(ctx, "PRAGMA wal_checkpoint(truncate)")
	return errors.Join(vacuum, checkpoint)
}
