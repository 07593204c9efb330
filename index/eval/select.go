package eval

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Choice is one question with the sentences among which its answer is chosen.
type Choice struct {
	Question  string
	Sentences []Choosable
}

// Choosable is one of them.
type Choosable struct {
	Features []float64
	Answers  bool
}

// ChoiceSet is the choices of one set and what they count in learning beside other sets'.
type ChoiceSet struct {
	Weight  float64
	Choices []Choice
}

// Chooser scores a sentence by its features: the higher the better.
type Chooser []float64

// Score is the weighted sum of the features.
func (c Chooser) Score(features []float64) float64 {
	sum := 0.0
	for i, f := range features {
		sum += c[i] * f
	}
	return sum
}

// LearnChooser learns from all sets together; from the questions that are not in fold only, when that is not negative.
func LearnChooser(sets []ChoiceSet, fold int) Chooser {
	var lists []list
	for _, set := range sets {
		weight := set.Weight / float64(max(len(set.Choices), 1))
		for _, choice := range set.Choices {
			l := list{weight: weight, fold: Fold(choice.Question)}
			for _, s := range choice.Sentences {
				l.values = append(l.values, s.Features)
				l.relevant = append(l.relevant, s.Answers)
			}
			if l.fold != fold {
				lists = append(lists, l)
			}
		}
	}
	m := learn(lists, features(lists), penalty)
	c := make(Chooser, len(m.weights))
	for i := range c {
		c[i] = round(m.weights[i] / m.scales[i])
	}
	return c
}

// Fold is which of five parts a question is in, for cross-validation.
func Fold(question string) int { return int(hash(question) % folds) }

// What a sentence must share with a reference answer, in pairs of characters, to count as answering: hold most of it, or
// consist of it for the most part.
const (
	holdsMost    = 0.6
	holdsSome    = 0.3
	holdsLittle  = 0.1
	consistsHalf = 0.5
	consistsMost = 0.7
)

// AnswersReference says whether a sentence gives one of the reference answers or a good part of it.
func AnswersReference(sentence string, references []string) bool {
	text := plain(sentence)
	pairs := pairsOf(text)
	return slices.ContainsFunc(references, func(reference string) bool {
		want := plain(reference)
		if strings.Contains(text, want) {
			return true
		}
		wanted := pairsOf(want)
		shared := 0
		for pair := range wanted {
			if pairs[pair] {
				shared++
			}
		}
		recall, precision := share(shared, len(wanted)), share(shared, len(pairs))
		return recall >= holdsMost || recall >= holdsSome && precision >= consistsHalf || recall >= holdsLittle && precision >= consistsMost
	})
}

func pairsOf(text string) map[string]bool {
	pairs := map[string]bool{}
	last := -1
	for i := range text {
		if last >= 0 {
			_, width := utf8.DecodeRuneInString(text[i:])
			pairs[text[last:i+width]] = true
		}
		last = i
	}
	return pairs
}
