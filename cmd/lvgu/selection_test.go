package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"lvgu/assistant"
	"lvgu/index/eval"
)

// taught are the sets that the choice of sentences is learned from, and what they count. Government notices are most like
// the content; the questions of the last are few and noisy.
var taught = []struct {
	name   string
	weight float64
}{{"ncp", 2.5}, {"cmrc", 1}, {"xquad-zh", 1}, {"xquad-en", 0.7}, {"drcd", 0.5}, {"dureader-demo", 0.2}}

// maxTaught bounds the questions taken of one set, so that learning takes a minute.
const maxTaught = 640

// TestWriteSelection rewrites assistant/selection.json from the sets under LVGU_TUNE_ANSWERS. It logs how often the sentence
// chosen answers: by the weights written, and by those learned without the fifth of the questions that a question is in.
func TestWriteSelection(t *testing.T) {
	root := os.Getenv("LVGU_TUNE_ANSWERS")
	if root == "" {
		t.Log("LVGU_TUNE_ANSWERS is not set: nothing to write")
		return
	}
	var sets []eval.ChoiceSet
	for _, s := range taught {
		set, err := eval.Load(filepath.Join(root, s.name))
		if err != nil {
			t.Fatal(err)
		}
		sets = append(sets, eval.ChoiceSet{Weight: s.weight, Choices: sentenceChoices(t, set)})
	}
	fitted := eval.LearnChooser(sets, -1)
	var held []eval.Chooser
	for fold := range 5 {
		held = append(held, eval.LearnChooser(sets, fold))
	}
	for i, s := range taught {
		t.Logf("%-14s fitted %.3f  cross-validated %.3f", s.name,
			chosenRight(sets[i], func(string) eval.Chooser { return fitted }),
			chosenRight(sets[i], func(question string) eval.Chooser { return held[eval.Fold(question)] }))
	}
	var weights []assistant.FeatureWeight
	for i, name := range assistant.FeatureNames() {
		weights = append(weights, assistant.FeatureWeight{Name: name, Weight: fitted[i]})
	}
	data, err := json.MarshalIndent(weights, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("../../assistant/selection.json", append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sentenceChoices are the questions of a set with the sentences found for them. A sentence of another passage that answers, too, is
// left out: it is no mistake.
func sentenceChoices(t *testing.T, set *eval.Set) []eval.Choice {
	a, err := assistant.New(corpusOf(set), assistant.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	var out []eval.Choice
	for i, q := range set.Queries {
		if i%(1+len(set.Queries)/maxTaught) != 0 || len(q.Answers) == 0 {
			continue
		}
		candidates, err := a.Candidates(t.Context(), q.Text)
		if err != nil {
			t.Fatal(err)
		}
		c := eval.Choice{Question: q.Text}
		for _, s := range candidates {
			answers, relevant := eval.AnswersReference(s.Text, q.Answers), q.Relevant[s.Passage] > 0
			if s.Fits && answers == (answers && relevant) {
				c.Sentences = append(c.Sentences, eval.Choosable{Features: s.Features, Answers: answers})
			}
		}
		out = append(out, c)
	}
	return out
}

// chosenRight is the share of the choices whose best sentence answers.
func chosenRight(set eval.ChoiceSet, chooser func(question string) eval.Chooser) float64 {
	right := 0
	for _, c := range set.Choices {
		by := chooser(c.Question)
		if len(c.Sentences) == 0 {
			continue
		}
		best := slices.MaxFunc(c.Sentences, func(a, b eval.Choosable) int {
			switch x, y := by.Score(a.Features), by.Score(b.Features); {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
		if best.Answers {
			right++
		}
	}
	return float64(right) / float64(len(set.Choices))
}
