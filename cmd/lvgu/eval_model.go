package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lvgu/assistant"
	"lvgu/assistant/openai"
	"lvgu/index/eval"
)

// modelReport is how golden questions were answered, and what a model's words had to do with it.
type modelReport struct {
	eval.GoldenReport
	Wording eval.WordingReport `json:"wording,omitempty"` // when a model worded the answers
}

func (r modelReport) write(w io.Writer) error {
	text := r.GoldenReport.String()
	if r.Wording != nil {
		text += "\n" + r.Wording.String()
	}
	_, err := fmt.Fprint(w, text)
	return err
}

// faultless reports whether every question was answered rightly and nothing was shown that must not be.
func (r modelReport) faultless() bool { return len(r.Faults) == 0 && r.Wording.Faultless() }

// runGolden asks the golden questions. Answers that a model words are judged as the visitor sees them come.
func runGolden(ctx context.Context, a *assistant.Assistant, questions []eval.Golden, worded bool) (modelReport, error) {
	rules := eval.Rules(assistant.Instructions("zh") + assistant.Instructions("en"))
	var seen []eval.Worded
	golden, err := eval.RunGolden(questions, func(g eval.Golden) (eval.GoldenAnswer, error) {
		w := eval.Worded{Class: g.Class, Rules: rules}
		answer, err := watch(ctx, a, question(g), &w)
		if err != nil {
			return eval.GoldenAnswer{}, err
		}
		seen = append(seen, w)
		return judged(answer), nil
	})
	report := modelReport{GoldenReport: golden}
	if worded {
		report.Wording = eval.ScoreWording(seen)
	}
	return report, err
}

// watch asks a question and notes in w what is shown.
func watch(ctx context.Context, a *assistant.Assistant, q assistant.Question, w *eval.Worded) (answer *assistant.Answer, err error) {
	for event, err := range a.Answer(ctx, q) {
		if err != nil {
			return nil, err
		}
		switch event.Kind {
		case assistant.EventDelta:
			w.Shown = append(w.Shown, strings.TrimRight(event.Text, "\n"))
		case assistant.EventDone:
			answer = event.Answer
		}
	}
	w.Answered, w.Generated = answer.Outcome == assistant.Answered, answer.Generated
	if w.Answered {
		w.Shown = append(w.Shown, strings.Split(answer.Text, "\n")...)
	}
	for _, s := range answer.Sources {
		w.Sources = append(w.Sources, s.Title+"\n"+s.Section+"\n"+s.Passage)
	}
	if m := answer.Wording; m != nil {
		w.Sentences, w.Withheld, w.Failed = m.Sentences, len(m.Withheld), m.Err != nil
	}
	return answer, nil
}

// nameModel asks the endpoint for the name of its model, where none is set.
func (o *modelOptions) nameModel(cmd *cobra.Command, getenv func(string) string) error {
	if o.config.BaseURL == "" || o.config.Model != "" {
		return nil
	}
	config := o.config
	var err error
	if config.Key, err = o.key(getenv); err != nil {
		return usage(cmd, err)
	}
	name, err := openai.OnlyModel(cmd.Context(), config)
	if err != nil {
		return fmt.Errorf("%w (--llm-model names one)", err)
	}
	o.config.Model = name
	return nil
}
