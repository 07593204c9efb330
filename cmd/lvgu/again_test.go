package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lvgu/assistant"
	"lvgu/assistant/journal"
	"lvgu/folder"
)

// TestAnswerAgain keeps an answer and shows it again: the same while the content is, and otherwise when its text, or only the
// place that it is from, has changed.
func TestAnswerAgain(t *testing.T) {
	e := newEdited(t)
	content, err := folder.Read(e.dir)
	if err != nil {
		t.Fatal(err)
	}
	then, _, err := openSide(content, false)
	if err != nil {
		t.Fatal(err)
	}
	defer then.assistant.Close()
	q := assistant.Question{Text: "临江机械的厂房建了多久？"}
	answer, err := then.assistant.Ask(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "journal.db")
	j, err := journal.Open(t.Context(), path, journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	j.Record(record(q, answer, time.Now()))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct{ text, want string }{
		{e.story(9), "the same today"},
		{strings.ReplaceAll(e.story(9), "#speed", "#duration"), "/stories/linjiang/#duration"},
		{e.story(8), "用了 8 个月"},
	} {
		e.write("stories/linjiang.md", step.text)
		out, code := lvguCommand(t, "answer", answer.ID, "--journal", path, "--content", e.dir)
		for _, want := range []string{q.Text, "用了 9 个月", "/stories/linjiang/#speed", then.corpus.Version, step.want} {
			if code != exitOK || !strings.Contains(out, want) {
				t.Errorf("answer = %d\n%s\nwant %q", code, out, want)
			}
		}
	}
}
