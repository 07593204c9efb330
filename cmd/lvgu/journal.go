package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"time"

	"github.com/spf13/pflag"

	"lvgu/assistant"
	"lvgu/assistant/journal"
	"lvgu/assistant/server"
)

// journalOptions say whether questions and answers are kept, where and how long.
type journalOptions struct {
	path string
	keep time.Duration
}

func (o *journalOptions) define(flags *pflag.FlagSet) {
	flags.StringVar(&o.path, "journal", "", "file in which questions and answers are kept, masked of personal data; empty: they are not kept")
	flags.DurationVar(&o.keep, "journal-keep", journal.DefaultRetention, "how long they are kept")
	fromEnv(flags, "journal", "journal-keep")
}

// open opens the journal; nil when none is kept.
func (o *journalOptions) open(ctx context.Context, log *slog.Logger) (*journal.Journal, error) {
	if o.path == "" {
		return nil, nil
	}
	if o.keep <= 0 {
		return nil, fmt.Errorf("--journal-keep must be more than 0, not %s", o.keep)
	}
	return journal.Open(ctx, o.path, journal.Options{Retention: o.keep, Logger: log})
}

// showJournal adds the journal's state to the metrics.
func showJournal(srv *server.Server, j *journal.Journal) {
	srv.Gauge("lvgu_journal_lag_seconds", "Age of the oldest entry that is not written yet.", func() float64 { return j.Lag().Seconds() })
	srv.Gauge("lvgu_journal_queued", "Entries that wait to be written.", func() float64 { return float64(j.Stats().Queued) })
	srv.Gauge("lvgu_journal_dropped", "Entries lost since the start.", func() float64 { return float64(j.Stats().Dropped) })
	srv.Gauge("lvgu_journal_set_aside", "Corrupt files set aside since the start.", func() float64 { return float64(j.Stats().SetAside) })
	srv.Gauge("lvgu_journal_bytes", "Size of the file.", func() float64 { return float64(j.Stats().Bytes) })
	srv.Gauge("lvgu_journal_down", "1 while the file cannot be written.", func() float64 {
		if j.Stats().Down {
			return 1
		}
		return 0
	})
}

// journalled answers as the assistant does and keeps what was asked and answered.
type journalled struct {
	server.Answerer
	journal *journal.Journal
}

// Answer implements server.Answerer.
func (a journalled) Answer(ctx context.Context, q assistant.Question) iter.Seq2[assistant.Event, error] {
	return func(yield func(assistant.Event, error) bool) {
		began := time.Now()
		for event, err := range a.Answerer.Answer(ctx, q) {
			if event.Kind == assistant.EventDone {
				a.journal.Record(record(q, event.Answer, began))
			}
			if !yield(event, err) {
				return
			}
		}
	}
}

func record(q assistant.Question, a *assistant.Answer, began time.Time) journal.Record {
	r := journal.Record{
		ID: a.ID, Time: began, Lang: a.Lang, Question: q.Text, Completed: a.Question, Outcome: string(a.Outcome), Mode: string(a.Mode),
		Text: a.Text, ContentVersion: a.ContentVersion, Latency: time.Since(began),
	}
	for _, sources := range [][]assistant.Source{a.Sources, a.Nearest} {
		for _, s := range sources {
			r.Sources = append(r.Sources, journal.Source{URL: s.URL})
		}
	}
	for _, n := range a.Notices {
		r.Notices = append(r.Notices, journal.Notice{Code: n.Code, Text: n.Text})
	}
	if a.Wording != nil {
		for _, w := range a.Wording.Withheld {
			r.Withheld = append(r.Withheld, journal.Withheld{Sentence: w.Sentence, Reason: w.Reason})
		}
	}
	return r
}

// remarks keeps what visitors say of answers.
type remarks struct {
	journal *journal.Journal
	log     *slog.Logger
}

// Feedback implements server.FeedbackSink. A remark that the journal cannot take is no fault of the visitor's.
func (r remarks) Feedback(ctx context.Context, f server.Feedback) error {
	if err := r.journal.Feedback(f.ID, f.Useful, f.Comment); err != nil && !errors.Is(err, context.Canceled) {
		r.log.WarnContext(ctx, "feedback not kept", "answer", f.ID, "error", err)
	}
	return nil
}
