package main

import (
	"bytes"
	"io"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lvgu/assistant/journal"
)

// TestBackupCommands takes the journal back to a backup with the two commands.
func TestBackupCommands(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "journal.db"), filepath.Join(dir, "copy.db")
	options := journalOptions{path: path, keep: journal.DefaultRetention}
	j, err := options.open(t.Context(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	j.Record(journal.Record{ID: "a1", Time: time.Now(), Lang: "zh", Question: "人才公寓怎么申请", Outcome: "declined", Mode: "extract"})
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	lvgu := func(args ...string) (string, error) {
		var out bytes.Buffer
		err := run(t.Context(), args, func(string) string { return "" }, &out, io.Discard)
		return out.String(), err
	}
	if _, err := lvgu("backup", "--journal", path, copied); err != nil {
		t.Fatal(err)
	}
	if _, err := lvgu("forget", "--journal", path, "a1"); err != nil {
		t.Fatal(err)
	}
	if out, err := lvgu("restore", "--journal", path, copied); err != nil || !strings.Contains(out, ".replaced-") {
		t.Fatalf("restore said %q, %v", out, err)
	}
	if out, err := lvgu("questions", "--journal", path); err != nil || !strings.Contains(out, "人才公寓怎么申请") {
		t.Errorf("questions after restoring = %q, %v, want the question", out, err)
	}
	for _, args := range [][]string{{"backup", copied}, {"restore", copied}, {"backup", "--journal", path, copied}, {"restore", "--journal", path, dir + "/none"}} {
		if _, err := lvgu(args...); err == nil {
			t.Errorf("%v: no error", args)
		}
	}
}
