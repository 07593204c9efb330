package main

import (
	"context"
	"io"
	"iter"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"lvgu/assistant"
	"lvgu/assistant/journal"
	"lvgu/assistant/server"
)

// answerer gives one answer to everything.
type answerer struct {
	server.Answerer
	answer *assistant.Answer
}

func (a answerer) Answer(context.Context, assistant.Question) iter.Seq2[assistant.Event, error] {
	return func(yield func(assistant.Event, error) bool) {
		yield(assistant.Event{Kind: assistant.EventDone, Answer: a.answer}, nil)
	}
}

func TestJournalled(t *testing.T) {
	options := journalOptions{path: filepath.Join(t.TempDir(), "journal.db"), keep: journal.DefaultRetention}
	j, err := options.open(t.Context(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	a := journalled{answerer{answer: &assistant.Answer{ID: "a1", Outcome: assistant.Declined, Text: "没有资料。", Nearest: []assistant.Source{{URL: "/x/"}}}}, j}
	for range a.Answer(t.Context(), assistant.Question{Text: "我的手机是13800138000，博士补多少"}) {
	}
	if err := (remarks{j, slog.New(slog.DiscardHandler)}).Feedback(t.Context(), server.Feedback{ID: "a1", Comment: "没有帮助"}); err != nil {
		t.Fatal(err)
	}
	if err := j.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	got, err := j.Get(t.Context(), "a1")
	if err != nil {
		t.Fatal(err)
	}
	if got.Question == "" || got.Question == "我的手机是13800138000，博士补多少" || got.Outcome != journal.Declined || len(got.Sources) != 1 {
		t.Errorf("kept %+v, want the question masked and the nearest passage", got)
	}
	if got.Feedback == nil || got.Feedback.Comment != "没有帮助" {
		t.Errorf("feedback = %+v", got.Feedback)
	}
}

// TestQuestionsAndAnswer reads a journal at the terminal: what was asked, and whether today's content answers the same.
func TestQuestionsAndAnswer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	j, err := journal.Open(t.Context(), path, journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	j.Record(journal.Record{ID: "a1", Lang: "zh", Question: "红烧肉怎么做", Outcome: journal.Declined, Mode: "extract", Text: "以前的话。", ContentVersion: "v1"})
	j.Record(journal.Record{ID: "a2", Lang: "zh", Question: "上海张江飞地有多大？", Outcome: "answered", Mode: "extract", Text: "2.1 万平方米", ContentVersion: "v1"})
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		args         []string
		holds, lacks string
	}{
		{[]string{"questions", "--declined"}, "红烧肉怎么做", "张江"},
		{[]string{"questions"}, "张江", "不存在"},
		{[]string{"questions", "--csv"}, "红烧肉怎么做", "(a1"},
		{[]string{"answer", "a1"}, "otherwise today, declined", "the same today"},
	}
	for _, tt := range tests {
		var out strings.Builder
		if err := run(t.Context(), append(tt.args, "--journal", path), func(string) string { return "" }, &out, io.Discard); err != nil {
			t.Fatalf("%v: %v", tt.args, err)
		}
		if got := out.String(); !strings.Contains(got, tt.holds) || strings.Contains(got, tt.lacks) {
			t.Errorf("%v = %q, want it to hold %q and not %q", tt.args, got, tt.holds, tt.lacks)
		}
	}
	var out strings.Builder
	if err := run(t.Context(), []string{"forget", "a1", "--journal", path}, func(string) string { return "" }, &out, io.Discard); err != nil || out.String() != "1 forgotten\n" {
		t.Errorf("forget = %q, %v", out.String(), err)
	}
	for _, args := range [][]string{{"forget", "a1"}, {"questions"}, {"answer", "a1"}, {"answer", "nobody", "--journal", path}, {"questions", "--journal", path + "x"}} {
		if err := run(t.Context(), args, func(string) string { return "" }, io.Discard, io.Discard); err == nil {
			t.Errorf("%v: no error", args)
		}
	}
}

func TestJournalSettings(t *testing.T) {
	args := []string{"serve", "--addr", "127.0.0.1:0", "--journal", filepath.Join(t.TempDir(), "j.db"), "--journal-keep", "-1h"}
	if err := run(t.Context(), args, func(string) string { return "" }, io.Discard, io.Discard); report(err, io.Discard) != exitUsage {
		t.Errorf("%v, want a fault of the command line", err)
	}
}
