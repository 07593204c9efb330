package assistant

import (
	"context"

	"lvgu/index/corpus"
)

// Candidate is a sentence that might answer a question, with what it is chosen by. It is for choosing weights.
type Candidate struct {
	Passage  string // ID
	Text     string
	Fits     bool // it holds the quantity wanted, if any
	Features []float64
}

// learnedFrom is how many passages are learned from: those further back hold few answers and most of the sentences.
const learnedFrom = 12

// FeatureNames returns the names of a Candidate's features, in order.
func FeatureNames() []string {
	names := make([]string, len(features))
	for i, f := range features {
		names[i] = f.name
	}
	return names
}

// Candidates returns the sentences of the passages found for a question.
func (a *Assistant) Candidates(ctx context.Context, text string) ([]Candidate, error) {
	lang := detectLanguage(text)
	l := &lookup{library: a.library}
	q := analyse(text, lang)
	result, err := l.search(ctx, q.text, lang)
	if err != nil {
		return nil, err
	}
	whole := l.newMatter(q.unclaimed(), lang) // the search was for q.text
	whole.allow(result.Expanded)
	words := newExcerpt(q.text)
	var out []Candidate
	for rank, hit := range result.Hits[:min(len(result.Hits), learnedFrom)] {
		w := l.newWeighing(q, hit.Ord, whole, whole, &words)
		w.prior, w.rank, w.margin = 1-float64(rank)/candidates, rank, hit.Score-result.Hits[0].Score
		if w.passage.Kind == corpus.Gap {
			continue
		}
		for i := range w.sentences {
			s := w.sight(i)
			c := Candidate{Passage: w.passage.ID, Text: s.text, Fits: q.kind != kindQuantity || s.holdsQuantity(q.wanted)}
			for _, f := range features {
				c.Features = append(c.Features, f.of(s))
			}
			out = append(out, c)
		}
	}
	return out, nil
}
