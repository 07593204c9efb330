package journal

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// start is when the tests' clocks begin.
var start = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

// tempPath returns a path in a directory of the test's own, with characters that a URI gives a meaning.
func tempPath(t testing.TB) string { return filepath.Join(t.TempDir(), "journal 100%?#.db") }

// mustOpen opens a journal that is closed with the test. Unless the options say otherwise its clock stands at start, so
// that no record of the tests grows old.
func mustOpen(t testing.TB, path string, options Options) *Journal {
	t.Helper()
	if options.Now == nil {
		options.Now = func() time.Time { return start }
	}
	j, err := Open(t.Context(), path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	return j
}

// mustFlush waits until what was handed over is written.
func mustFlush(t testing.TB, j *Journal) {
	t.Helper()
	if err := j.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// mustClose closes a journal that has nothing to complain of.
func mustClose(t testing.TB, j *Journal) {
	t.Helper()
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
}

// ids lists the IDs of the records that f asks for.
func ids(t testing.TB, j interface {
	List(ctx context.Context, f Filter) ([]Record, error)
}, f Filter) []string {
	t.Helper()
	list, err := j.List(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range list {
		names = append(names, r.ID)
	}
	return names
}

// recordAt returns a record of the n-th question.
func recordAt(n int, at time.Time) Record {
	return Record{ID: fmt.Sprintf("r%05d", n), Time: at, Lang: "zh", Question: "园区有多少家企业？", Outcome: "answered", Mode: "extract", Text: "……"}
}

// lines collects a log.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lines) logger() *slog.Logger { return slog.New(slog.NewTextHandler(l, nil)) }

// with returns the lines that hold a text.
func (l *lines) with(text string) []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var found []string
	for line := range strings.Lines(l.b.String()) {
		if strings.Contains(line, text) {
			found = append(found, line)
		}
	}
	return found
}
