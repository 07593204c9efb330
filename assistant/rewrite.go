package assistant

import (
	"context"
	"log/slog"
	"strings"
	"time"
	"unicode/utf8"

	"lvgu/assistant/journal"
	"lvgu/assistant/llm"
	"lvgu/index/figures"
)

// What rewriting a follow-up may cost, and how long its outcome may be.
const (
	rewriteTime      = 3 * time.Second // the visitor has seen nothing yet
	rewriteTokens    = 160
	maxRewriteTurns  = 3   // the turns before that a model reads
	maxRewriteAnswer = 300 // characters of the answer of each
	maxRewritten     = 120 // characters; a longer one is no question
)

// minTold is how much of a rewritten question must have been said before, and minKept how much of the question it must
// keep: it joins what the visitor said, and adds nothing.
const (
	minTold = 0.75
	minKept = 0.5
)

// standalone is a question as it can be understood without the turns before it, oldest first. The rules' reading is
// the default. Where a model is at hand and the question leans on those turns, the model's rewriting is taken instead,
// provided that it adds nothing to what was said.
func (a *Assistant) standalone(ctx context.Context, text, lang string, q Question) string {
	g, history := a.library.gazetteers[lang], q.History
	completed := g.complete(text, lang, history)
	if a.model == nil || len(history) == 0 || completed == text && !g.mayLean(text) || !q.Spend() {
		return completed
	}
	history = recent(history)
	rewritten, err := a.rewrite(ctx, text, lang, history)
	if why := a.strays(rewritten, text, lang, history); err != nil || why != "" {
		a.logger.InfoContext(ctx, "rewritten question not taken", slog.String("why", why), slog.Any("error", err))
		return completed
	}
	return rewritten
}

// mayLean reports whether a question is short and names nothing, so that it may be about what was named before.
func (g *gazetteer) mayLean(text string) bool {
	return len(g.find(text)) == 0 && utf8.RuneCountInString(text) <= maxBareRunes*2
}

// recent are the turns that a model reads to rewrite a question: the last ones, masked and cut short.
func recent(history []Turn) []Turn {
	history = history[max(0, len(history)-maxRewriteTurns):]
	out := make([]Turn, len(history))
	for i, turn := range history {
		answer := journal.Mask(turn.Answer)
		out[i] = Turn{journal.Mask(turn.Question), answer[:advance(answer, 0, maxRewriteAnswer)]}
	}
	return out
}

// rewrite asks the model for the question in full.
func (a *Assistant) rewrite(ctx context.Context, text, lang string, history []Turn) (string, error) {
	request, err := rewriting(journal.Mask(text), lang, history)
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, rewriteTime)
	defer cancel()
	var b strings.Builder
	for piece, err := range a.model.Stream(ctx, request) {
		if err != nil {
			return "", err
		}
		if b.WriteString(piece); utf8.RuneCountInString(b.String()) > 2*maxRewritten {
			return "", llm.ErrTruncated
		}
	}
	return strings.Trim(strings.TrimSpace(tidy(b.String())), `"'“”「」`), nil
}

// strays says in what a rewritten question is not the one that was asked, or nothing.
func (a *Assistant) strays(rewritten, text, lang string, history []Turn) string {
	said := text
	for _, turn := range history {
		said += "\n" + turn.Question + "\n" + turn.Answer
	}
	g, ix := a.library.gazetteers[lang], a.library.index
	asked, again := analyse(text, lang), analyse(rewritten, lang)
	kept := ix.Prepare(matterOf(text), lang)
	switch length := utf8.RuneCountInString(rewritten); {
	case length == 0 || length > maxRewritten || strings.Contains(rewritten, "\n"):
		return "length"
	case detectLanguage(rewritten) != detectLanguage(text):
		return "language"
	case markup.MatchString(rewritten) || address.MatchString(rewritten) || leaksPrompt(rewritten, said):
		return "markup"
	case len(figures.Missing(rewritten, said)) > 0:
		return "figure"
	case !g.namesWithin(rewritten, said) || !placesWithin(rewritten, said):
		return "name"
	case asked.kind != kindOpen && again.kind != asked.kind:
		return "kind"
	case ix.Prepare(rewritten, lang).Coverage(said) < minTold:
		return "matter"
	case len(kept.Terms) > 0 && kept.Coverage(rewritten) < minKept:
		return "lost"
	}
	return ""
}

// namesWithin reports whether everything that text names is named in said.
func (g *gazetteer) namesWithin(text, said string) bool {
	said = fold(said)
	for _, e := range g.find(text) {
		if !e.mentions(said) {
			return false
		}
	}
	return true
}

// placesWithin reports whether every place that text names is named in said.
func placesWithin(text, said string) bool {
	said = fold(said)
	for _, p := range placesIn(text) {
		if !p.in(said) {
			return false
		}
	}
	return true
}
