package assistant

import (
	"context"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"lvgu/assistant/llm"
	"lvgu/index/figures"
)

// wording is an answer while a model words it.
type wording struct {
	Wording
	guard  *guard
	quotes []quotation
	lead   string // what a quotation among a model's sentences begins with
	lines  []string
	yield  func(Event, error) bool
}

// quotation is a line of the extractive answer.
type quotation struct {
	line   string
	source int
	shown  bool
}

// quotations are the lines of an extractive answer, each of which ends with its citation.
func quotations(text string) []quotation {
	var out []quotation
	for line := range strings.SplitSeq(text, "\n") {
		q := quotation{line: line}
		if all := citation.FindAllStringSubmatch(line, -1); len(all) > 0 {
			q.source, _ = strconv.Atoi(all[len(all)-1][1])
		}
		out = append(out, q)
	}
	return out
}

// read takes a completion sentence by sentence and shows what may be shown. It returns false when the visitor left.
func (w *wording) read(ctx context.Context, stream iter.Seq2[string, error]) bool {
	text, read := "", 0
	for piece, err := range stream {
		if err != nil {
			w.Err = err
			return ctx.Err() == nil
		}
		if read += utf8.RuneCountInString(piece); read > maxCompletion {
			w.Err = llm.ErrTruncated
			return true
		}
		var lines []string
		lines, text = whole(text + piece)
		if utf8.RuneCountInString(text) > maxSentence {
			w.Err = llm.ErrTruncated // it will not be read: no sentence is so long
			return true
		}
		for _, line := range lines {
			if !w.add(line) {
				return false
			}
			if w.failed() || len(w.lines) >= maxLines {
				return true
			}
		}
	}
	return w.add(text)
}

// add shows a line of the model's, or a quotation in its stead. It returns false when the visitor left.
func (w *wording) add(line string) bool {
	line = tidy(line)
	if line == "" || slices.Contains(w.lines, line) {
		return true
	}
	w.Sentences++
	if f := w.guard.check(line); f != faultNone {
		w.Withheld = append(w.Withheld, Withheld{line, string(f)})
		if w.failed() {
			return true
		}
		return w.quote(citedFirst(line))
	}
	return w.show(line)
}

func (w *wording) show(line string) bool {
	w.lines = append(w.lines, line)
	return w.yield(Event{Kind: EventDelta, Text: line + "\n"}, nil)
}

// quote shows a quotation that was not shown yet, if there is one: of the source given before others.
func (w *wording) quote(source int) bool {
	at := slices.IndexFunc(w.quotes, func(q quotation) bool { return !q.shown && q.source == source })
	if at < 0 {
		at = slices.IndexFunc(w.quotes, func(q quotation) bool { return !q.shown })
	}
	if at < 0 {
		return true
	}
	w.quotes[at].shown = true
	return w.show(w.lead + w.quotes[at].line)
}

// citedFirst is the first source that a line cites, or 0.
func citedFirst(line string) int {
	m := citation.FindStringSubmatch(line)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// failed reports whether more sentences were withheld than an answer can do without.
func (w *wording) failed() bool { return len(w.Withheld) > maxWithheld }

// good reports whether the model's wording can be the answer: not when all that is left of it is quotations.
func (w *wording) good() bool {
	return w.Err == nil && !w.failed() && w.Sentences > len(w.Withheld)
}

// complete quotes what answers best when it has figures and the model's sentences have none of them.
func (w *wording) complete() bool {
	best := w.quotes[0]
	asked := figures.Find(citation.ReplaceAllString(best.line, ""))
	if best.shown || len(asked) == 0 {
		return true
	}
	text := strings.Join(w.lines, "\n")
	if slices.ContainsFunc(asked, func(f figures.Figure) bool { return figures.Contains(text, f) }) {
		return true
	}
	return w.quote(best.source)
}
