package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"time"

	"modernc.org/sqlite"
)

// store is the open file.
type store struct {
	path string
	file os.FileInfo // as it was opened
	db   *sql.DB     // one connection, which writes
	*Reader
}

// busyTimeout is how long a lock of another process is waited for: a backup's, or the next program's during an upgrade.
const busyTimeout = 5 * time.Second

// walLimit is what the -wal is cut back to after a checkpoint.
const walLimit = 8 << 20

// openStore opens the file, or makes it, and brings its schema up to date. With check the whole file is looked through.
func openStore(ctx context.Context, path string, check bool) (_ *store, err error) {
	// Made here, so that nobody but the owner may read it; SQLite gives the -wal and -shm the same mode.
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	db, err := connect(path, url.Values{
		"_txlock":      {"immediate"},
		"_synchronous": {"normal"}, // with a WAL: loses no consistency, and after a power cut the last second at most
		"_pragma":      {"secure_delete(on)", fmt.Sprintf("journal_size_limit(%d)", walLimit)},
	})
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			db.Close()
		}
	}()
	db.SetMaxOpenConns(1)
	if err := prepare(ctx, db, check); err != nil {
		return nil, err
	}
	r, err := openReader(ctx, path)
	if err != nil {
		return nil, err
	}
	return &store{path: path, file: info, db: db, Reader: r}, nil
}

// prepare makes sure that the file is a sound journal of today's schema.
func prepare(ctx context.Context, db *sql.DB, check bool) error {
	list, err := steps(migrations)
	if err != nil {
		return err
	}
	version, err := verify(ctx, db, len(list))
	if err != nil {
		return err
	}
	if version == 0 { // only before the first table
		if _, err := db.ExecContext(ctx, "PRAGMA auto_vacuum = incremental"); err != nil {
			return err
		}
	}
	if check {
		var found string
		if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&found); err != nil {
			return err
		}
		if found != "ok" {
			return fmt.Errorf("%w: %s", errDamaged, found)
		}
	}
	var mode string
	if err := db.QueryRowContext(ctx, "PRAGMA journal_mode = wal").Scan(&mode); err != nil {
		return err
	}
	return migrate(ctx, db, list)
}

// connect returns connections to the file with these parameters; none is opened yet.
func connect(path string, parameters url.Values) (*sql.DB, error) {
	parameters.Set("_busy_timeout", fmt.Sprint(busyTimeout.Milliseconds()))
	parameters.Set("_error_rc", "true")
	name := "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + parameters.Encode()
	connector, err := sqlite.NewConnector(name)
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(connector), nil
}

// replaced says whether the path no longer leads to the file that is open: someone moved or removed it.
func (s *store) replaced() bool {
	info, err := os.Stat(s.path)
	return err != nil || !os.SameFile(info, s.file)
}

const insertAnswer = `INSERT INTO answer (id, time, lang, question, completed, outcome, mode, text, sources, notices, withheld,
	content_version, latency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`

const updateFeedback = `UPDATE answer SET useful = ?, comment = ?, feedback_time = ? WHERE id = ?`

// write writes a batch, whole or not at all, and returns how many of it were refused for what they are.
func (s *store) write(ctx context.Context, batch []entry) (refused int, err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	insert, err := tx.PrepareContext(ctx, insertAnswer)
	if err != nil {
		return 0, err
	}
	defer insert.Close()
	for _, e := range batch {
		if r := e.record; r != nil {
			_, err = insert.ExecContext(ctx, r.ID, r.Time.UnixMilli(), r.Lang, r.Question, r.Completed, r.Outcome, r.Mode, r.Text,
				encode(r.Sources), encode(r.Notices), encode(r.Withheld), r.ContentVersion, r.Latency.Microseconds())
		} else {
			_, err = tx.ExecContext(ctx, updateFeedback, e.feedback.Useful, e.feedback.Comment, e.feedback.Time.UnixMilli(), e.id)
		}
		if isRefusal(err) {
			refused++
		} else if err != nil {
			return 0, err
		}
	}
	return refused, tx.Commit()
}

// close empties the -wal into the file and closes it.
func (s *store) close() error { return errors.Join(s.Reader.Close(), s.db.Close()) }
