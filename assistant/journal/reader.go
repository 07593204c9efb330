package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"
)

// Reader reads a journal, beside the program that writes it if need be.
type Reader struct{ db *sql.DB }

// maxReaders is how many read at once: people at a terminal, and the server's own look-ups.
const maxReaders = 2

// OpenReader opens the journal at path for reading and Backup. The file must exist and be of this program's schema.
func OpenReader(ctx context.Context, path string) (*Reader, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	r, err := openReader(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("journal %s: %w", path, err)
	}
	return r, nil
}

func openReader(ctx context.Context, path string) (*Reader, error) {
	db, err := connect(path, url.Values{"mode": {"ro"}})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(maxReaders)
	list, err := steps(migrations)
	if err == nil {
		var version int
		if version, err = verify(ctx, db, len(list)); err == nil && version < len(list) {
			err = fmt.Errorf("schema %d is older than this program's %d: open it with the server once", version, len(list))
		}
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Reader{db}, nil
}

// Close closes the reader.
func (r *Reader) Close() error { return r.db.Close() }

// Filter says which records are listed; the zero value lists the newest.
type Filter struct {
	Declined  bool      // those without an answer
	NotUseful bool      // those that a visitor found of no use; with Declined: either
	Since     time.Time // not older; zero: all
	Limit     int       // 0: DefaultLimit
}

// DefaultLimit is how many records a Filter without a limit lists: as many as Cluster takes in its stride.
const DefaultLimit = 10_000

const selectAnswer = `SELECT id, time, lang, question, completed, outcome, mode, text, sources, notices, withheld,
	content_version, latency, useful, comment, feedback_time FROM answer `

// Get returns the record of an answer, or ErrNotFound.
func (r *Reader) Get(ctx context.Context, id string) (Record, error) {
	list, err := r.query(ctx, `WHERE id = ?`, id)
	if err != nil {
		return Record{}, err
	}
	if len(list) == 0 {
		return Record{}, ErrNotFound
	}
	return list[0], nil
}

// List returns the records that f asks for, newest first.
func (r *Reader) List(ctx context.Context, f Filter) ([]Record, error) {
	var either []string
	if f.Declined {
		either = append(either, "outcome = '"+Declined+"'")
	}
	if f.NotUseful {
		either = append(either, "useful = 0")
	}
	where, args := "", []any{}
	if len(either) > 0 {
		where = " AND (" + strings.Join(either, " OR ") + ")"
	}
	since := int64(-1 << 62)
	if !f.Since.IsZero() {
		since = f.Since.UnixMilli()
	}
	if f.Limit <= 0 {
		f.Limit = DefaultLimit
	}
	return r.query(ctx, `WHERE time >= ?`+where+` ORDER BY time DESC, id LIMIT ?`, append(args, since, f.Limit)...)
}

func (r *Reader) query(ctx context.Context, which string, args ...any) ([]Record, error) {
	rows, err := r.db.QueryContext(ctx, selectAnswer+which, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []Record
	for rows.Next() {
		record, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, record)
	}
	return list, rows.Err()
}

// scan reads a row of selectAnswer.
func scan(rows *sql.Rows) (Record, error) {
	var r Record
	var at, latency int64
	var sources, notices, withheld string
	var useful sql.NullBool
	var comment sql.NullString
	var said sql.NullInt64
	err := rows.Scan(&r.ID, &at, &r.Lang, &r.Question, &r.Completed, &r.Outcome, &r.Mode, &r.Text, &sources, &notices, &withheld,
		&r.ContentVersion, &latency, &useful, &comment, &said)
	if err != nil {
		return Record{}, err
	}
	r.Time, r.Latency = time.UnixMilli(at).UTC(), time.Duration(latency)*time.Microsecond
	if useful.Valid {
		r.Feedback = &Feedback{Time: time.UnixMilli(said.Int64).UTC(), Useful: useful.Bool, Comment: comment.String}
	}
	var errs [3]error
	r.Sources, errs[0] = decode[Source](sources)
	r.Notices, errs[1] = decode[Notice](notices)
	r.Withheld, errs[2] = decode[Withheld](withheld)
	if err := errors.Join(errs[:]...); err != nil {
		return Record{}, fmt.Errorf("record %s: %w", r.ID, err)
	}
	return r, nil
}

// Get returns the record of an answer, or ErrNotFound. One that still waits to be written is not found.
func (j *Journal) Get(ctx context.Context, id string) (Record, error) {
	var record Record
	err := j.read(func(r *Reader) (err error) {
		record, err = r.Get(ctx, id)
		return err
	})
	return record, err
}

// List returns the records that f asks for, newest first, without those that still wait to be written.
func (j *Journal) List(ctx context.Context, f Filter) ([]Record, error) {
	var list []Record
	err := j.read(func(r *Reader) (err error) {
		list, err = r.List(ctx, f)
		return err
	})
	return list, err
}

// read lets f read, and has the file looked through when f meets damage.
func (j *Journal) read(f func(*Reader) error) error {
	s := j.store.Load()
	if s == nil {
		return ErrUnavailable
	}
	err := f(s.Reader)
	if isCorrupt(err) {
		select {
		case j.suspects <- struct{}{}:
		default: // it is known
		}
	}
	return err
}
