package assistant

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"slices"
	"strings"

	"lvgu/assistant/journal"
)

// What a model may cost the visitor's patience: more withheld sentences than maxWithheld, or a completion longer than
// maxCompletion characters, and the answer is the quotation. After maxLines lines no more are read.
const (
	maxWithheld   = 1
	maxCompletion = 4000
	maxLines      = 8
)

// maxWordable is the number of quotations up to which they are worded: a model asked for three sentences would leave
// out items of a list.
const maxWordable = 4

// Wording is what became of a model's completion: whether the visitor was shown it, and what was not.
type Wording struct {
	Sentences int // those that the guard read
	Withheld  []Withheld
	Err       error // the model's, or nil
}

// Withheld is a sentence of a model that was not shown, and why.
type Withheld struct{ Sentence, Reason string }

// wordable reports whether a model may word an answer. Where sources differ, both are quoted.
func wordable(a *Answer) bool {
	return strings.Count(a.Text, "\n") < maxWordable &&
		!slices.ContainsFunc(a.Notices, func(n Notice) bool { return n.Code == NoticeConflict })
}

// generate asks the model to word an answer that was already found, and yields each sentence that the guard lets
// through. It returns false when the visitor has left. The answer becomes the model's only when the completion ended
// well and no more than maxWithheld sentences were withheld; otherwise it stays the quotation, and says so.
func (a *Assistant) generate(ctx context.Context, question string, answer *Answer, yield func(Event, error) bool) bool {
	request, err := prompt(journal.Mask(question), answer.Lang, answer.Sources)
	if err != nil {
		a.logger.ErrorContext(ctx, "prompt", slog.Any("error", err))
		a.unavailable(answer)
		return true
	}
	request.MaxTokens, request.Temperature = a.maxTokens, a.temperature
	w := &wording{
		guard: newGuard(a.library, answer.Lang, answer.Sources), quotes: quotations(answer.Text), lead: messages[answer.Lang].original, yield: yield,
	}
	stays := w.read(ctx, a.model.Stream(ctx, request))
	if stays && w.good() {
		stays = w.complete()
	}
	answer.Wording = &w.Wording
	a.logger.InfoContext(ctx, "completion", slog.String("answer", answer.ID), slog.Int("sentences", w.Sentences),
		slog.Any("withheld", reasons(w.Withheld)), slog.Any("error", w.Err))
	if !stays {
		return false
	}
	if !w.good() {
		a.unavailable(answer)
		return true
	}
	answer.Mode, answer.Generated, answer.Lead = Generate, true, ""
	answer.Text = strings.Join(w.lines, "\n")
	answer.AIGC = a.label(answer)
	return true
}

// label is the hidden label of a generated answer. The first reserved code, which is the producer's for protecting the
// content, is the digest of the text; the second is the propagator's.
func (a *Assistant) label(answer *Answer) *AIGC {
	digest := sha256.Sum256([]byte(answer.Text))
	return &AIGC{
		Label: "1", ContentProducer: a.producer, ProduceID: answer.ID, ReservedCode1: hex.EncodeToString(digest[:]),
		ContentPropagator: a.propagator, PropagateID: answer.ID,
	}
}

// unavailable says that the answer is the quotation because the model's wording was not to be had.
func (a *Assistant) unavailable(answer *Answer) {
	answer.Notices = append(answer.Notices, Notice{NoticeModelUnavailable, messages[answer.Lang].unavailable})
}

// reasons are for the log, which keeps no text of answers.
func reasons(withheld []Withheld) []string {
	out := make([]string, len(withheld))
	for i, w := range withheld {
		out[i] = w.Reason
	}
	return out
}
