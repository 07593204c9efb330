package journal

import (
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What callers may tell apart.
var (
	ErrNotFound    = errors.New("no such record")
	ErrNewer       = errors.New("the journal was written by a newer program")
	ErrForeign     = errors.New("the file is a database of something else")
	ErrUnavailable = errors.New("the journal cannot be opened at present")
	ErrQueueFull   = errors.New("the journal's queue is full")
	ErrClosed      = errors.New("the journal is closed")
)

// errDamaged is what SQLite's own check of a file finds.
var errDamaged = errors.New("the file is damaged")

// code returns SQLite's primary result code; zero for other errors.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// isCorrupt says whether the file itself is to blame.
func isCorrupt(err error) bool {
	c := code(err)
	return c == sqlite3.SQLITE_CORRUPT || c == sqlite3.SQLITE_NOTADB || errors.Is(err, errDamaged)
}

// isRefusal says whether the one record is to blame: tried again, it would be refused again.
func isRefusal(err error) bool {
	switch code(err) {
	case sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_RANGE:
		return true
	}
	return false
}
