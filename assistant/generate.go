package assistant

import (
	"context"
	"log/slog"
	"regexp"
	"strings"
	"unicode/utf8"

	"lvgu/assistant/journal"
	"lvgu/assistant/llm"
)

// What a model may cost the visitor's patience: more withheld sentences than maxWithheld, or a completion longer than
// maxCompletion characters, and the answer is the quotation.
const (
	maxWithheld   = 1
	maxCompletion = 4000
)

// worded is what became of a model's completion.
type worded struct {
	lines    []string
	withheld []fault
	err      error // the model's, or nil
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
	g := &guard{index: a.library.index, lang: answer.Lang, sources: answer.Sources}
	quotes := strings.Split(answer.Text, "\n")
	w, stays := a.word(ctx, request, g, quotes, yield)
	if !stays {
		return false
	}
	a.logger.InfoContext(ctx, "completion", slog.String("answer", answer.ID), slog.Int("sentences", len(w.lines)),
		slog.Any("withheld", w.withheld), slog.Any("error", w.err))
	if w.err != nil || len(w.withheld) > maxWithheld || len(w.lines) == 0 {
		a.unavailable(answer)
		return true
	}
	answer.Mode, answer.Generated = Generate, true
	answer.AIGC = &AIGC{Label: "1", ContentProducer: a.producer, ProduceID: answer.ID, ContentPropagator: a.producer, PropagateID: answer.ID}
	answer.Text = strings.Join(w.lines, "\n")
	return true
}

// word streams a completion through the guard.
func (a *Assistant) word(ctx context.Context, request llm.Request, g *guard, quotes []string, yield func(Event, error) bool) (w worded, stays bool) {
	var text strings.Builder
	read := 0
	accept := func(line string) bool {
		if f := g.check(line); f != faultNone {
			w.withheld = append(w.withheld, f)
			if len(w.withheld) > maxWithheld {
				return true
			}
			line = quotes[min(len(w.lines), len(quotes)-1)]
		}
		w.lines = append(w.lines, line)
		return yield(Event{Kind: EventDelta, Text: line + "\n"}, nil)
	}
	for piece, err := range a.model.Stream(ctx, request) {
		if err != nil {
			w.err = err
			return w, ctx.Err() == nil
		}
		text.WriteString(piece)
		if read += utf8.RuneCountInString(piece); read > maxCompletion {
			w.err = llm.ErrTruncated
			return w, true
		}
		lines, rest := whole(text.String())
		for _, line := range lines {
			if !accept(line) {
				return w, false
			}
			if len(w.withheld) > maxWithheld {
				return w, true
			}
		}
		text.Reset()
		text.WriteString(rest)
	}
	if line := strings.TrimSpace(text.String()); line != "" && !accept(line) {
		return w, false
	}
	return w, true
}

// unavailable says that the answer is the quotation because the model's wording was not to be had.
func (a *Assistant) unavailable(answer *Answer) {
	answer.Notices = append(answer.Notices, Notice{NoticeModelUnavailable, messages[answer.Lang].unavailable})
}

// whole takes the finished sentences off the beginning of a text that is still being written. A sentence keeps the
// citations after it, whether they stand before or behind its full stop.
func whole(text string) (lines []string, rest string) {
	for {
		cut := boundary(text)
		if cut == 0 {
			return lines, text
		}
		if line := strings.TrimSpace(text[:cut]); line != "" {
			lines = append(lines, line)
		}
		text = text[cut:]
	}
}

// boundary is where the first finished sentence ends, or 0.
func boundary(text string) int {
	start := 0
	for i := 0; i < len(text); {
		r, w := utf8.DecodeRuneInString(text[i:])
		next := i + w
		if r == '\n' && strings.TrimSpace(text[:next]) != "" {
			return next
		}
		if endsSentence(r, text[start:next], text[next:]) {
			end := next + trailing(text[next:])
			if begun.MatchString(text[end:]) {
				return 0
			}
			return end
		}
		i = next
	}
	return 0
}

// behind is what belongs to a sentence after its full stop: closing marks and citations.
var behind = regexp.MustCompile(`^[”’"』」）)]*(?:\s*\[\d{1,2}\])*`)

// begun is the end of a text that may go on to be a citation, or to be nothing.
var begun = regexp.MustCompile(`^\s*(?:\[\d{0,2})?$`)

func trailing(text string) int { return len(behind.FindString(text)) }
