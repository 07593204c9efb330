package assistant

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lvgu/index/corpus"
)

// TestIndexFolder: the same answers from an index kept in a folder, and from memory when there can be no folder.
func TestIndexFolder(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ name, dir, log string }{
		{"kept", filepath.Join(dir, "index"), ""},
		{"opened again", filepath.Join(dir, "index"), ""},
		{"no folder", file, "index folder not usable"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var log bytes.Buffer
			a, err := New(fixtureCorpus(), Options{IndexDir: tc.dir, Logger: slog.New(slog.NewTextHandler(&log, nil))})
			if err != nil {
				t.Fatal(err)
			}
			defer a.Close()
			answer, err := a.Ask(t.Context(), Question{Text: "上海张江飞地有多大？"})
			if err != nil || answer.Outcome != Answered {
				t.Errorf("Ask = %+v, %v, want an answer", answer, err)
			}
			if !strings.Contains(log.String(), tc.log) || tc.log == "" && log.Len() > 0 {
				t.Errorf("log = %q, want %q in it", log.String(), tc.log)
			}
		})
	}
}

func TestPrevious(t *testing.T) {
	before, err := New(fixtureCorpus(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	after, err := New(fixtureCorpus(), Options{Previous: before})
	if err != nil {
		t.Fatal(err)
	}
	defer after.Close()
	if err := before.Close(); err != nil {
		t.Fatal(err)
	}
	answer, err := after.Ask(t.Context(), Question{Text: "上海张江飞地有多大？"})
	if err != nil || answer.Outcome != Answered {
		t.Errorf("Ask = %+v, %v, want an answer", answer, err)
	}
}

func fixtureCorpus() *corpus.Corpus {
	c, _ := corpus.Load(fixture, time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
	return c
}
